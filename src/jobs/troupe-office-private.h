/* Private to jobs: the office's file. */
#pragma once

#include "troupe-line-source.h"
#include "troupe-office.h"
#include "troupe-store.h"

G_BEGIN_DECLS

/* To read. (transfer none) */
TroupeStore *troupe_office_get_store  (TroupeOffice     *self);
/* To write: a job that reads, reckons and then writes can see by the count whether somebody else has
 * begun to write meanwhile. (transfer none) */
TroupeStore *troupe_office_get_writer (TroupeOffice     *self);
guint        troupe_office_get_writes (TroupeOffice     *self);

/* Who the change log names. */
const char  *troupe_office_get_actor  (TroupeOffice     *self);
void         troupe_office_set_actor  (TroupeOffice     *self,
                                       const char       *actor);

/* The file that is being imported, for its progress; NULL: none. */
void         troupe_office_set_source (TroupeOffice     *self,
                                       TroupeLineSource *source);

G_END_DECLS
