#include "troupe-json-walk.h"

#include "troupe-error.h"

#include <glib/gi18n-lib.h>

static void
append_path (GString               *path,
             const TroupeJsonPlace *place)
{
  if (place->parent == NULL)
    return;
  append_path (path, place->parent);
  if (place->name == NULL)
    g_string_append_printf (path, "[%u]", place->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", place->name);
}

void
troupe_json_fail (const TroupeJsonPlace *place,
                  const char            *format,
                  ...)
{
  g_autoptr(GString) path = g_string_new (NULL);
  g_autofree char *message = NULL;
  va_list args;

  if (place->walk->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  append_path (path, place);
  troupe_fail (&place->walk->error, TROUPE_ERROR_FORMAT, "%s: %s%s%s", place->walk->file, path->str,
               path->len > 0 ? ": " : "", message);
}

gboolean
troupe_json_is_object (const TroupeJsonPlace *place)
{
  return place->node != NULL && JSON_NODE_HOLDS_OBJECT (place->node);
}

void
troupe_json_allow (const TroupeJsonPlace *place,
                   ...)
{
  g_autoptr(GHashTable) allowed = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObjectIter iter;
  const char *name;
  va_list args;

  if (place->node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (place->node))
    {
      troupe_json_fail (place, _("there should be an object, { … }"));
      return;
    }
  va_start (args, place);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_add (allowed, (gpointer) name);
  va_end (args);
  json_object_iter_init (&iter, json_node_get_object (place->node));
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (allowed, name))
      troupe_json_fail (place, _("“%s” is not known here"), name);
}

TroupeJsonPlace
troupe_json_member (const TroupeJsonPlace *place,
                    const char            *name)
{
  TroupeJsonPlace member = { place->walk, place, name, 0, NULL };

  if (troupe_json_is_object (place) && place->walk->error == NULL)
    member.node = json_object_get_member (json_node_get_object (place->node), name);

  return member;
}

TroupeJsonPlace
troupe_json_need (const TroupeJsonPlace *place,
                  const char            *name)
{
  TroupeJsonPlace member = troupe_json_member (place, name);

  if (member.node == NULL)
    troupe_json_fail (place, _("“%s” is missing"), name);

  return member;
}

guint
troupe_json_get_length (const TroupeJsonPlace *place)
{
  if (place->node == NULL || place->walk->error != NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (place->node))
    {
      troupe_json_fail (place, _("there should be a list, [ … ]"));
      return 0;
    }

  return json_array_get_length (json_node_get_array (place->node));
}

TroupeJsonPlace
troupe_json_item (const TroupeJsonPlace *place,
                  guint                  index)
{
  return (TroupeJsonPlace) { place->walk, place, NULL, index,
                             json_array_get_element (json_node_get_array (place->node), index) };
}

/* Whether there is a value, and of that kind. */
static gboolean
holds (const TroupeJsonPlace *place,
       GType                  type,
       const char            *what)
{
  if (place->node == NULL || place->walk->error != NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (place->node) && json_node_get_value_type (place->node) == type)
    return TRUE;
  troupe_json_fail (place, _("there should be %s"), what);

  return FALSE;
}

const char *
troupe_json_get_text (const TroupeJsonPlace *place)
{
  return holds (place, G_TYPE_STRING, _("a text")) ? json_node_get_string (place->node) : NULL;
}

gint64
troupe_json_get_int (const TroupeJsonPlace *place)
{
  return holds (place, G_TYPE_INT64, _("a whole number")) ? json_node_get_int (place->node) : 0;
}

gboolean
troupe_json_get_bool (const TroupeJsonPlace *place)
{
  return holds (place, G_TYPE_BOOLEAN, _("true or false")) && json_node_get_boolean (place->node);
}
