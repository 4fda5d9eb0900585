/* The office: one open agency and all that can be done with it. Window and command line are two
 * faces of the functions here and in the headers beside it; each is one fibre that reads like the
 * manual. Whatever returns a DexFuture must be awaited or disowned (troupe-fiber.h). */
#pragma once

#include <libdex.h>

#include "troupe-agency.h"
#include "troupe-clock.h"
#include "troupe-edit.h"
#include "troupe-phrase.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_OFFICE (troupe_office_get_type ())
G_DECLARE_FINAL_TYPE (TroupeOffice, troupe_office, TROUPE, OFFICE, GObject)

typedef enum
{
  TROUPE_OFFICE_WRITE,
  TROUPE_OFFICE_READ,
  TROUPE_OFFICE_WRITE_OR_READ,   /* read-only while another process holds the file */
} TroupeOfficeMode;

/* How far long work is, 0 to 1; called on the main context. */
typedef void (*TroupeOfficeProgress) (double   done,
                                      gpointer data);

/* Both take the clock and resolve to a TroupeOffice. create refuses a path that exists; agency NULL:
 * a file without records, for troupe_office_load(). */
DexFuture    *troupe_office_create         (const char             *path,
                                            TroupeAgency           *agency,
                                            TroupeClock            *clock) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_open           (const char             *path,
                                            TroupeOfficeMode        mode,
                                            TroupeClock            *clock) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_close          (TroupeOffice           *self) G_GNUC_WARN_UNUSED_RESULT;
/* Closes a file that was made and could not be finished, and removes it. */
DexFuture    *troupe_office_discard        (TroupeOffice           *self) G_GNUC_WARN_UNUSED_RESULT;

const char   *troupe_office_get_path       (TroupeOffice           *self);
gboolean      troupe_office_is_read_only   (TroupeOffice           *self);
TroupeClock  *troupe_office_get_clock      (TroupeOffice           *self);
/* NULL in a file without records. (transfer none), until the next main loop turn. */
TroupeAgency *troupe_office_get_agency     (TroupeOffice           *self);
/* What the agency hands out is in this language. */
TroupeLang    troupe_office_get_lang       (TroupeOffice           *self);
/* The open file, for the lists of models. (transfer none) */
GObject      *troupe_office_get_file       (TroupeOffice           *self);

/* Signal "changed": something in the file has changed; look again. */

/* Records: see the store's functions of these names. */
DexFuture    *troupe_office_get            (TroupeOffice           *self,
                                            const TroupeRecordType *type,
                                            gint64                  id) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_list           (TroupeOffice           *self,
                                            const TroupeRecordType *type,
                                            const char             *field,
                                            gint64                  value) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_list_text      (TroupeOffice           *self,
                                            const TroupeRecordType *type,
                                            const char             *field,
                                            const char             *value) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_reserve        (TroupeOffice           *self,
                                            guint                   n) G_GNUC_WARN_UNUSED_RESULT;
/* One undo step. Resolves to the id of the first record, a gint64. */
DexFuture    *troupe_office_edit           (TroupeOffice           *self,
                                            GPtrArray              *edits) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_save           (TroupeOffice           *self,
                                            gpointer                record) G_GNUC_WARN_UNUSED_RESULT;
/* Of the edits since the file was opened. Resolve to what was taken back or done again, in words such as
 * "52 payments"; TROUPE_ERROR_NOT_FOUND when there is nothing. */
DexFuture    *troupe_office_undo           (TroupeOffice           *self) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *troupe_office_redo           (TroupeOffice           *self) G_GNUC_WARN_UNUSED_RESULT;
/* Before a sensitive field of the record is shown: notes in the change log that it is. Resolves to true;
 * what cannot be noted, in a file that is only read, must stay masked. */
DexFuture    *troupe_office_reveal         (TroupeOffice           *self,
                                            gconstpointer           record,
                                            const TroupeField      *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
