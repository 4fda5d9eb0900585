#include "troupe-profile-parse.h"

#include "troupe-money.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
parse_member_column (const TroupeJsonPlace *place,
                     const char            *name,
                     const TroupeProfile   *profile)
{
  TroupeJsonPlace member = troupe_json_member (place, name);

  return troupe_profile_parse_column (&member, profile);
}

static GArray *
parse_columns (const TroupeJsonPlace *place,
               const TroupeProfile   *profile)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = troupe_json_get_length (place);

  for (guint i = 0; i < n; i++)
    {
      TroupeJsonPlace item = troupe_json_item (place, i);
      int column = troupe_profile_parse_column (&item, profile);

      g_array_append_val (columns, column);
    }

  return columns;
}

static GHashTable *
parse_map (const TroupeJsonPlace *place)
{
  GHashTable *map = NULL;
  JsonObjectIter iter;
  const char *name;

  if (place->node == NULL)
    return NULL;
  if (!troupe_json_is_object (place))
    {
      troupe_json_fail (place, _("there should be an object, { … }"));
      return NULL;
    }
  map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init (&iter, json_node_get_object (place->node));
  while (json_object_iter_next (&iter, &name, NULL))
    {
      TroupeJsonPlace item = troupe_json_member (place, name);
      g_hash_table_insert (map, troupe_text_fold (name), g_strdup (troupe_json_get_text (&item)));
    }

  return map;
}

/* "gift", or { "column": "kind", "map": { … } }. */
static TroupeProfileWord
parse_word (const TroupeJsonPlace *place,
            const TroupeProfile   *profile)
{
  TroupeProfileWord word = { TROUPE_NO_COLUMN, NULL, NULL };
  TroupeJsonPlace column, map;

  if (!troupe_json_is_object (place))
    {
      word.fixed = g_strdup (troupe_json_get_text (place));
      return word;
    }
  troupe_json_allow (place, "column", "map", NULL);
  column = troupe_json_need (place, "column");
  map = troupe_json_member (place, "map");
  word.column = troupe_profile_parse_column (&column, profile);
  word.map = parse_map (&map);

  return word;
}

static void
parse_titles (const TroupeJsonPlace *place,
              char                 **titles)
{
  TroupeJsonPlace en = troupe_json_need (place, "en"), zh = troupe_json_need (place, "zh");

  troupe_json_allow (place, "en", "zh", NULL);
  titles[TROUPE_LANG_EN] = g_strdup (troupe_json_get_text (&en));
  titles[TROUPE_LANG_ZH] = g_strdup (troupe_json_get_text (&zh));
}

static TroupeProfileAccount
parse_account (const TroupeJsonPlace *place,
               const TroupeProfile   *profile)
{
  TroupeProfileAccount account = { TROUPE_NO_COLUMN, TROUPE_NO_COLUMN, NULL, TROUPE_NO_COLUMN, NULL };
  TroupeJsonPlace column, empty, instead, texts, other;

  if (place->node == NULL)
    return account;
  troupe_json_allow (place, "column", "name", "empty", "instead", NULL);
  column = troupe_json_need (place, "column");
  account.column = troupe_profile_parse_column (&column, profile);
  account.name = parse_member_column (place, "name", profile);
  empty = troupe_json_member (place, "empty");
  account.empty = g_strdup (troupe_json_get_text (&empty));
  instead = troupe_json_member (place, "instead");
  if (instead.node == NULL)
    return account;
  troupe_json_allow (&instead, "of", "column", NULL);
  texts = troupe_json_need (&instead, "of");
  account.instead_of = troupe_profile_parse_texts (&texts);
  other = troupe_json_need (&instead, "column");
  account.instead = troupe_profile_parse_column (&other, profile);

  return account;
}

static int
parse_amount (const TroupeJsonPlace *place,
              const TroupeProfile   *profile)
{
  int column = troupe_profile_parse_column (place, profile);

  if (troupe_column_is_set (column) && troupe_profile_get_column (profile, column)->kind != TROUPE_COLUMN_AMOUNT)
    troupe_json_fail (place, _("“%s” is not a column of type amount"), troupe_json_get_text (place));

  return column;
}

static TroupeProfileLine
parse_line (const TroupeJsonPlace *place,
            const TroupeProfile   *profile)
{
  TroupeProfileLine line = { .in_total = TRUE };
  TroupeJsonPlace kind = troupe_json_need (place, "kind"), amount = troupe_json_need (place, "amount");
  TroupeJsonPlace account = troupe_json_member (place, "account"), total = troupe_json_member (place, "in_total");
  TroupeJsonPlace fee = troupe_json_member (place, "fee");

  troupe_json_allow (place, "kind", "amount", "fee", "reference", "account", "in_total", NULL);
  line.kind = parse_word (&kind, profile);
  line.amount = parse_amount (&amount, profile);
  line.fee = parse_amount (&fee, profile);
  line.reference = parse_member_column (place, "reference", profile);
  line.has_account = account.node != NULL;
  line.account = parse_account (&account, profile);
  line.in_total = total.node == NULL || troupe_json_get_bool (&total);

  return line;
}

static void
parse_lines (const TroupeJsonPlace *root,
             TroupeProfile         *profile)
{
  TroupeJsonPlace lines = troupe_json_need (root, "lines");
  guint n = troupe_json_get_length (&lines);

  for (guint i = 0; i < n; i++)
    {
      TroupeJsonPlace item = troupe_json_item (&lines, i);
      TroupeProfileLine line = parse_line (&item, profile);

      g_array_append_val (profile->lines, line);
    }
  if (n == 0)
    troupe_json_fail (&lines, _("there should be at least one line"));
}

/* "CNY", { "column": … }, "header" or "ask". */
static void
parse_unit (const TroupeJsonPlace *root,
            TroupeProfile         *profile)
{
  TroupeJsonPlace place = troupe_json_need (root, "unit");

  profile->unit = parse_word (&place, profile);
  profile->unit_source = TROUPE_UNIT_FIXED;
  if (troupe_column_is_set (profile->unit.column))
    profile->unit_source = TROUPE_UNIT_COLUMN;
  else if (g_strcmp0 (profile->unit.fixed, "header") == 0)
    profile->unit_source = TROUPE_UNIT_HEADER;
  else if (g_strcmp0 (profile->unit.fixed, "ask") == 0)
    profile->unit_source = TROUPE_UNIT_ASKED;
}

/* or_groups: another number of groups that will do. */
static GRegex *
parse_pattern (const TroupeJsonPlace *place,
               int                    groups,
               int                    or_groups)
{
  const char *text = troupe_json_get_text (place);
  g_autoptr(GError) error = NULL;
  g_autoptr(GRegex) regex = NULL;

  if (text == NULL)
    return NULL;
  regex = g_regex_new (text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, &error);
  if (regex == NULL)
    troupe_json_fail (place, _("“%s” is not a pattern: %s"), text, error->message);
  else if (g_regex_get_capture_count (regex) != groups && g_regex_get_capture_count (regex) != or_groups)
    troupe_json_fail (place, _("“%s” should have %d groups"), text, groups);

  return g_steal_pointer (&regex);
}

static void
parse_day_order (const TroupeJsonPlace *root,
                 TroupeProfile         *profile)
{
  TroupeJsonPlace order = troupe_json_member (root, "day_order");
  const char *text = troupe_json_get_text (&order);

  profile->detect_order = g_strcmp0 (text, "detect") == 0;
  if (g_strcmp0 (text, "day-first") == 0)
    profile->day_order = TROUPE_DAY_ORDER_DAY_FIRST;
  else if (g_strcmp0 (text, "month-first") == 0)
    profile->day_order = TROUPE_DAY_ORDER_MONTH_FIRST;
  else if (text != NULL && !profile->detect_order)
    troupe_json_fail (&order, _("“%s” is none of day-first, month-first, detect"), text);
}

/* "ask" or { "file_name": pattern } */
static void
parse_month (const TroupeJsonPlace *month,
             TroupeProfile         *profile)
{
  TroupeJsonPlace name;

  if (!troupe_json_is_object (month))
    {
      if (g_strcmp0 (troupe_json_get_text (month), "ask") != 0)
        troupe_json_fail (month, _("there should be “ask” or a pattern for the file's name"));
      return;
    }
  troupe_json_allow (month, "file_name", NULL);
  name = troupe_json_need (month, "file_name");
  profile->month_in_name = parse_pattern (&name, 2, 6);
}

/* "day": a column, or { "month": … } where rows have none, or both for files that may have it. */
static void
parse_day (const TroupeJsonPlace *root,
           TroupeProfile         *profile)
{
  TroupeJsonPlace day = troupe_json_need (root, "day"), month;

  profile->day = TROUPE_NO_COLUMN;
  if (!troupe_json_is_object (&day))
    {
      profile->day = troupe_profile_parse_column (&day, profile);
      return;
    }
  troupe_json_allow (&day, "column", "month", NULL);
  profile->day = parse_member_column (&day, "column", profile);
  month = troupe_json_need (&day, "month");
  parse_month (&month, profile);
}

static void
parse_identity (const TroupeJsonPlace *root,
                TroupeProfile         *profile)
{
  TroupeJsonPlace identity = troupe_json_need (root, "identity");
  TroupeJsonPlace key = troupe_json_member (&identity, "key"), columns = troupe_json_member (&identity, "columns");
  TroupeJsonPlace cumulative = troupe_json_member (&identity, "cumulative");
  TroupeJsonPlace as_of = troupe_json_member (&identity, "as_of_file_name");

  troupe_json_allow (&identity, "key", "columns", "cumulative", "as_of_file_name", NULL);
  profile->key = parse_columns (&key, profile);
  profile->content = parse_columns (&columns, profile);
  profile->cumulative = troupe_json_get_bool (&cumulative);
  profile->as_of_in_name = parse_pattern (&as_of, 5, 5);
  if (profile->content->len + profile->key->len == 0)
    troupe_json_fail (&identity, _("there should be “key” or “columns” with at least one column"));
  if (profile->cumulative && profile->key->len == 0)
    troupe_json_fail (&identity, _("counters that grow need a “key”"));
}

static void
parse_sign (const TroupeJsonPlace *root,
            TroupeProfile         *profile)
{
  TroupeJsonPlace sign = troupe_json_member (root, "sign"), column, positive, negative;

  profile->sign = TROUPE_NO_COLUMN;
  if (sign.node == NULL)
    return;
  troupe_json_allow (&sign, "column", "positive", "negative", NULL);
  column = troupe_json_need (&sign, "column");
  positive = troupe_json_need (&sign, "positive");
  negative = troupe_json_need (&sign, "negative");
  profile->sign = troupe_profile_parse_column (&column, profile);
  profile->positive = troupe_profile_parse_texts (&positive);
  profile->negative = troupe_profile_parse_texts (&negative);
}

static void
parse_filters (const TroupeJsonPlace *root,
               TroupeProfile         *profile)
{
  TroupeJsonPlace rows = troupe_json_member (root, "rows");
  guint n = troupe_json_get_length (&rows);

  for (guint i = 0; i < n; i++)
    {
      TroupeJsonPlace item = troupe_json_item (&rows, i), column = troupe_json_need (&item, "column");
      TroupeJsonPlace keep = troupe_json_member (&item, "keep"), skip = troupe_json_member (&item, "skip");
      TroupeJsonPlace filled = troupe_json_member (&item, "filled");
      TroupeProfileFilter filter = { .column = troupe_profile_parse_column (&column, profile) };

      troupe_json_allow (&item, "column", "keep", "skip", "filled", NULL);
      filter.keep = troupe_profile_parse_texts (&keep);
      filter.skip = troupe_profile_parse_texts (&skip);
      filter.filled = troupe_json_get_bool (&filled);
      if (filter.keep == NULL && filter.skip == NULL && !filter.filled)
        troupe_json_fail (&item, _("there should be “keep”, “skip” or “filled”"));
      g_array_append_val (profile->filters, filter);
    }
}

static void
parse_checks (const TroupeJsonPlace *root,
              TroupeProfile         *profile)
{
  TroupeJsonPlace checks = troupe_json_member (root, "checks");
  guint n = troupe_json_get_length (&checks);

  for (guint i = 0; i < n; i++)
    {
      TroupeJsonPlace item = troupe_json_item (&checks, i), total = troupe_json_need (&item, "total");
      TroupeJsonPlace parts = troupe_json_need (&item, "parts"), tolerance = troupe_json_member (&item, "tolerance");
      TroupeProfileCheck check = { .total = troupe_profile_parse_column (&total, profile) };
      const char *text = troupe_json_get_text (&tolerance);

      troupe_json_allow (&item, "total", "parts", "tolerance", NULL);
      check.parts = parse_columns (&parts, profile);
      if (text != NULL && !troupe_decimal_parse (text, TROUPE_MICRO_PLACES, &check.tolerance, NULL, NULL))
        troupe_json_fail (&tolerance, _("“%s” is not a number"), text);
      g_array_append_val (profile->checks, check);
    }
}

/* What a file that is only to be refused has no need of. */
static void
parse_statement (const TroupeJsonPlace *root,
                 TroupeProfile         *profile)
{
  TroupeJsonPlace account = troupe_json_member (root, "account"), per_line = troupe_json_member (root, "per_line");
  TroupeJsonPlace platform = troupe_json_need (root, "platform"), footers = troupe_json_member (root, "footers");
  TroupeJsonPlace note_row = troupe_json_member (root, "note_row"), money = troupe_json_member (root, "money");
  TroupeJsonPlace rivals = troupe_json_member (root, "same_money_as");

  profile->platform = parse_word (&platform, profile);
  profile->account = parse_account (&account, profile);
  profile->reference = parse_member_column (root, "reference", profile);
  profile->per_line = troupe_json_get_bool (&per_line);
  profile->footers = troupe_profile_parse_texts (&footers);
  profile->note_row = troupe_json_get_bool (&note_row);
  profile->money = troupe_profile_parse_headers (&money);
  profile->rivals = troupe_profile_parse_texts (&rivals);
  parse_unit (root, profile);
  parse_day (root, profile);
  parse_day_order (root, profile);
  parse_lines (root, profile);
  parse_identity (root, profile);
  parse_sign (root, profile);
  parse_filters (root, profile);
  parse_checks (root, profile);
}

void
troupe_profile_parse (const TroupeJsonPlace *root,
                      TroupeProfile         *profile)
{
  TroupeJsonPlace id = troupe_json_need (root, "id"), version = troupe_json_need (root, "version");
  TroupeJsonPlace title = troupe_json_need (root, "title"), refuse = troupe_json_member (root, "refuse");
  TroupeJsonPlace absent = troupe_json_member (root, "absent");

  troupe_json_allow (root, "$schema", "id", "version", "title", "about", "platform", "columns", "absent", "refuse",
                     "account", "reference", "per_line", "footers", "note_row", "unit", "day", "day_order", "lines",
                     "identity", "sign", "rows", "checks", "money", "same_money_as", NULL);
  profile->id = g_strdup (troupe_json_get_text (&id));
  profile->version = troupe_json_get_int (&version);
  parse_titles (&title, profile->title);
  troupe_profile_parse_columns (root, profile);
  profile->absent = troupe_profile_parse_headers (&absent);
  if (refuse.node != NULL)
    parse_titles (&refuse, profile->refusal);
  else
    parse_statement (root, profile);
}
