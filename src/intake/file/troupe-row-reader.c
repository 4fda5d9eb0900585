#include "troupe-row-reader.h"

G_DEFINE_INTERFACE (TroupeRowReader, troupe_row_reader, G_TYPE_OBJECT)

static void
troupe_row_reader_default_init (TroupeRowReaderInterface *iface)
{
}

gboolean
troupe_row_reader_next (TroupeRowReader  *self,
                        TroupeRow       **ret_row,
                        GError          **error)
{
  return TROUPE_ROW_READER_GET_IFACE (self)->next (self, ret_row, error);
}

double
troupe_row_reader_get_progress (TroupeRowReader *self)
{
  return TROUPE_ROW_READER_GET_IFACE (self)->get_progress (self);
}
