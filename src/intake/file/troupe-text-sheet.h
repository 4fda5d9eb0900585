/* One delimited text in a file: its encoding and delimiter are told from its beginning. */
#pragma once

#include "troupe-row-reader.h"
#include "troupe-text-encoding.h"

G_BEGIN_DECLS

typedef struct
{
  char              *entry;       /* its name inside an archive, else NULL */
  char              *name;        /* to show */
  TroupeTextEncoding encoding;
  char               delimiter;
  goffset            size;        /* as UTF-8, roughly; 0: unknown */
} TroupeTextSheet;

TroupeTextSheet *troupe_text_sheet_new      (const char             *entry,
                                             const char             *name);
void             troupe_text_sheet_free     (TroupeTextSheet        *self);
/* Tells encoding and delimiter from the beginning of bytes, of which there are size (0: unknown). */
gboolean         troupe_text_sheet_look     (TroupeTextSheet        *self,
                                             GInputStream           *bytes,
                                             goffset                 size,
                                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Its rows, from bytes that start anew. */
TroupeRowReader *troupe_text_sheet_read     (const TroupeTextSheet  *self,
                                             GInputStream           *bytes,
                                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* "UTF-8, comma", for people. */
char            *troupe_text_sheet_describe (const TroupeTextSheet  *self);

G_END_DECLS
