/* Private to the store: an agency file on disk, looked at, locked and opened. */
#pragma once

#include "troupe-connection.h"
#include "troupe-store.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeConnection *connection;
  int               fd;          /* holds the lock; closed last, see troupe-agency-file.c */
} TroupeAgencyFile;

/* steps are those of troupe-schema.h. create makes the newest version, without records; open takes an
 * older file there after copying it to NAME.before-vN.troupe. Errors as troupe_store_open(). */
TroupeAgencyFile *troupe_agency_file_create (const char         *path,
                                             const char *const  *steps,
                                             const TroupeClock  *clock,
                                             GError            **error);
TroupeAgencyFile *troupe_agency_file_open   (const char         *path,
                                             TroupeStoreMode     mode,
                                             const char *const  *steps,
                                             const TroupeClock  *clock,
                                             GError            **error);
/* Takes a file that could not be finished away again, with the log beside it; it must be closed. */
void              troupe_agency_file_remove (const char         *path);
void              troupe_agency_file_close  (TroupeAgencyFile   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeAgencyFile, troupe_agency_file_close)

G_END_DECLS
