/* A table of text for a terminal; wide (Chinese) characters count two columns. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TroupeTextTable TroupeTextTable;

/* One letter a column: "l" left, "r" right. */
TroupeTextTable *troupe_text_table_new       (const char      *columns);
void             troupe_text_table_free      (TroupeTextTable *self);

/* Cells of a row, from left to right, rows one after another. */
void             troupe_text_table_add       (TroupeTextTable *self,
                                              const char      *text);
void             troupe_text_table_take      (TroupeTextTable *self,
                                              char            *text);

/* Two spaces between columns, none at line ends. */
char            *troupe_text_table_to_string (TroupeTextTable *self);

/* Columns that text takes on a terminal. */
int              troupe_text_get_width       (const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeTextTable, troupe_text_table_free)

G_END_DECLS
