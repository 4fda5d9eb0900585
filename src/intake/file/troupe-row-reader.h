/* Rows of cells, one after another, from any kind of file, in constant memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TROUPE_CELL_TEXT,
  TROUPE_CELL_NUMBER,    /* a spreadsheet's number: exact as written, but it is a double there */
  TROUPE_CELL_FORMULA,   /* a formula's last result */
  TROUPE_CELL_UNKNOWN,   /* a formula whose result the file does not hold */
} TroupeCellKind;

/* Text is valid UTF-8, trimmed by nobody, ends with a NUL and may be written to while its row is
 * current. */
typedef struct
{
  char          *text;
  gsize          length;
  TroupeCellKind kind;
} TroupeCell;

typedef struct
{
  gint64      number;    /* as a spreadsheet numbers it; the first is 1 */
  guint       n_cells;
  TroupeCell *cells;
} TroupeRow;

#define TROUPE_TYPE_ROW_READER (troupe_row_reader_get_type ())
G_DECLARE_INTERFACE (TroupeRowReader, troupe_row_reader, TROUPE, ROW_READER, GObject)

struct _TroupeRowReaderInterface
{
  GTypeInterface parent;

  gboolean (*next)         (TroupeRowReader *self, TroupeRow **ret_row, GError **error);
  double   (*get_progress) (TroupeRowReader *self);
};

/* The next row, or NULL in ret_row after the last; valid until the next call. */
gboolean troupe_row_reader_next         (TroupeRowReader  *self,
                                         TroupeRow       **ret_row,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* 0 to 1. */
double   troupe_row_reader_get_progress (TroupeRowReader  *self);

G_END_DECLS
