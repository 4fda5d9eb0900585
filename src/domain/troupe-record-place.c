#include "troupe-record-place.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

gboolean
troupe_record_place_prefix (const TroupeRecordPlace  *self,
                            const char               *document,
                            GError                  **error)
{
  if (self->type != NULL && self->id != 0)
    g_prefix_error (error, _("%s, line %" PRId64 ", record %" PRId64 " (%s %" PRId64 "): "),
                    document, self->line, self->number, self->type->name, self->id);
  else if (self->type != NULL)
    g_prefix_error (error, _("%s, line %" PRId64 ", record %" PRId64 " (%s): "),
                    document, self->line, self->number, self->type->name);
  else if (self->number > 0)
    g_prefix_error (error, _("%s, line %" PRId64 ", record %" PRId64 ": "), document, self->line, self->number);
  else
    g_prefix_error (error, _("%s, line %" PRId64 ": "), document, self->line);
  return FALSE;
}
