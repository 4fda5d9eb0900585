#include "troupe-line-source.h"

G_DEFINE_INTERFACE (TroupeLineSource, troupe_line_source, G_TYPE_OBJECT)

static void
troupe_line_source_default_init (TroupeLineSourceInterface *iface)
{
}

gboolean
troupe_line_source_next (TroupeLineSource        *self,
                         const TroupeStagedLine **ret_line,
                         GError                 **error)
{
  return TROUPE_LINE_SOURCE_GET_IFACE (self)->next (self, ret_line, error);
}

void
troupe_line_source_describe (TroupeLineSource *self,
                             TroupeImport     *fields)
{
  TROUPE_LINE_SOURCE_GET_IFACE (self)->describe (self, fields);
}

const char *
troupe_line_source_peek_hash (TroupeLineSource *self)
{
  TroupeLineSourceInterface *iface = TROUPE_LINE_SOURCE_GET_IFACE (self);

  return iface->peek_hash != NULL ? iface->peek_hash (self) : NULL;
}

const char *const *
troupe_line_source_get_rivals (TroupeLineSource *self)
{
  TroupeLineSourceInterface *iface = TROUPE_LINE_SOURCE_GET_IFACE (self);

  return iface->get_rivals != NULL ? iface->get_rivals (self) : NULL;
}

GPtrArray *
troupe_line_source_get_problems (TroupeLineSource *self)
{
  return TROUPE_LINE_SOURCE_GET_IFACE (self)->get_problems (self);
}

double
troupe_line_source_get_progress (TroupeLineSource *self)
{
  return TROUPE_LINE_SOURCE_GET_IFACE (self)->get_progress (self);
}
