#include "troupe-profile-parse.h"

#include "troupe-header-text.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>

static const struct { const char *name; TroupeColumnKind kind; } kinds[] = {
  { "text", TROUPE_COLUMN_TEXT },     { "id", TROUPE_COLUMN_ID },         { "amount", TROUPE_COLUMN_AMOUNT },
  { "day", TROUPE_COLUMN_DAY },       { "period", TROUPE_COLUMN_PERIOD }, { "duration", TROUPE_COLUMN_DURATION },
};
/* What one unit of an amount column is a part of: yuan 1, 分 100, thousandths of a 分 100,000. */
static const struct { gint64 per; int places; } scales[] = {
  { 1, 6 }, { 10, 5 }, { 100, 4 }, { 1000, 3 }, { 10000, 2 }, { 100000, 1 },
};

static char **
parse_folded (const TroupeJsonPlace *place,
              char                *(*fold) (const char *text))
{
  guint n = troupe_json_get_length (place);
  g_autoptr(GStrvBuilder) texts = NULL;

  if (n == 0)
    return NULL;
  texts = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    {
      TroupeJsonPlace item = troupe_json_item (place, i);
      const char *text = troupe_json_get_text (&item);

      g_strv_builder_take (texts, fold (text ? text : ""));
    }

  return g_strv_builder_end (texts);
}

char **
troupe_profile_parse_texts (const TroupeJsonPlace *place)
{
  return parse_folded (place, troupe_text_fold);
}

char **
troupe_profile_parse_headers (const TroupeJsonPlace *place)
{
  return parse_folded (place, troupe_header_fold);
}

static void
parse_kind (const TroupeJsonPlace *place,
            TroupeProfileColumn   *column)
{
  const char *kind = troupe_json_get_text (place);

  if (kind == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i].name))
      {
        column->kind = kinds[i].kind;
        return;
      }
  troupe_json_fail (place, _("“%s” is none of text, id, amount, day, period, duration"), kind);
}

static void
parse_form (const TroupeJsonPlace *place,
            TroupeProfileColumn   *column)
{
  TroupeJsonPlace per = troupe_json_member (place, "per"), decimal = troupe_json_member (place, "decimal");
  TroupeJsonPlace seconds = troupe_json_member (place, "seconds_each"), negate = troupe_json_member (place, "negate");
  const char *sign = troupe_json_get_text (&decimal);
  gint64 n = troupe_json_get_int (&per);

  column->form = TROUPE_AMOUNT_MICROS;
  column->negate = troupe_json_get_bool (&negate);
  column->seconds_each = seconds.node ? troupe_json_get_int (&seconds) : 1;
  if (sign != NULL && !g_str_equal (sign, ".") && !g_str_equal (sign, ","))
    troupe_json_fail (&decimal, _("“%s” is neither “.” nor “,”"), sign);
  else if (sign != NULL)
    column->form.decimal = *sign;
  if (per.node == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (n == scales[i].per)
      {
        column->form.places = scales[i].places;
        return;
      }
  troupe_json_fail (&per, _("there should be 1, 10, 100, 1000, 10000 or 100000"));
}

static TroupeProfileColumn
parse_column (const TroupeJsonPlace *place)
{
  TroupeProfileColumn column = { .field = g_strdup (place->name) };
  TroupeJsonPlace names = troupe_json_need (place, "names"), type = troupe_json_member (place, "type");
  TroupeJsonPlace optional = troupe_json_member (place, "optional"), nth = troupe_json_member (place, "nth");

  troupe_json_allow (place, "names", "type", "optional", "nth", "per", "decimal", "negate", "seconds_each",
                     NULL);
  column.names = troupe_profile_parse_headers (&names);
  if (column.names == NULL)
    troupe_json_fail (&names, _("there should be at least one header"));
  else
    {
      TroupeJsonPlace first = troupe_json_item (&names, 0);
      column.title = g_strdup (troupe_json_get_text (&first));
    }
  parse_kind (&type, &column);
  parse_form (place, &column);
  column.optional = troupe_json_get_bool (&optional);
  column.nth = nth.node ? troupe_json_get_int (&nth) : 1;
  if (column.nth < 1 || column.nth > 9)
    troupe_json_fail (&nth, _("there should be a number from 1 to 9"));

  return column;
}

void
troupe_profile_parse_columns (const TroupeJsonPlace *root,
                              TroupeProfile         *profile)
{
  TroupeJsonPlace columns = troupe_json_need (root, "columns");
  JsonObjectIter iter;
  const char *name;

  if (columns.node == NULL)
    return;
  if (!troupe_json_is_object (&columns) || json_object_get_size (json_node_get_object (columns.node)) == 0)
    {
      troupe_json_fail (&columns, _("there should be an object, { … }, with at least one column"));
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (columns.node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      TroupeJsonPlace place = troupe_json_member (&columns, name);
      TroupeProfileColumn column = parse_column (&place);

      g_array_append_val (profile->columns, column);
    }
  if (profile->columns->len > TROUPE_MAX_COLUMNS)
    troupe_json_fail (&columns, _("there are more than %d columns"), TROUPE_MAX_COLUMNS);
}

int
troupe_profile_parse_column (const TroupeJsonPlace *place,
                             const TroupeProfile   *profile)
{
  const char *name = troupe_json_get_text (place);

  if (name == NULL)
    return TROUPE_NO_COLUMN;
  for (guint i = 0; i < profile->columns->len; i++)
    if (g_str_equal (g_array_index (profile->columns, TroupeProfileColumn, i).field, name))
      return i;
  troupe_json_fail (place, _("“%s” is none of the columns"), name);

  return TROUPE_NO_COLUMN;
}
