#include "troupe-month-sum.h"

typedef struct
{
  TroupeMonthKey key;
  const char    *currency;
  gboolean       corrections;
  GArray        *groups;   /* of TroupeMonthGroup */
  GHashTable    *places;   /* creator id or word → its place in groups */
} Summing;

static gconstpointer
get_key (const Summing             *self,
         const TroupeStatement     *statement,
         const TroupeStatementLine *line)
{
  switch (self->key)
    {
    case TROUPE_MONTH_BY_PLATFORM:
      return line->platform;
    case TROUPE_MONTH_BY_KIND:
      return line->revenue_kind;
    case TROUPE_MONTH_BY_CREATOR:
    default:
      return &statement->creator_id;
    }
}

static TroupeMonthGroup *
get_group (Summing                   *self,
           const TroupeStatement     *statement,
           const TroupeStatementLine *line)
{
  gconstpointer key = get_key (self, statement, line);
  gpointer place;
  TroupeMonthGroup fresh = { 0 };

  if (!g_hash_table_lookup_extended (self->places, key, NULL, &place))
    {
      if (self->key == TROUPE_MONTH_BY_CREATOR)
        fresh.creator_id = statement->creator_id;
      else
        fresh.word = key;
      place = GUINT_TO_POINTER (self->groups->len);
      g_array_append_val (self->groups, fresh);
      g_hash_table_insert (self->places, (gpointer) key, place);
    }
  return &g_array_index (self->groups, TroupeMonthGroup, GPOINTER_TO_UINT (place));
}

static void
add_sum (TroupeMonthSum       *sum,
         const TroupeMonthSum *other)
{
  sum->gross += other->gross;
  sum->fee += other->fee;
  sum->pool += other->pool;
  sum->creators += other->creators;
  sum->agency += other->agency;
}

static void
add_lines (Summing                      *self,
           const TroupeSettledStatement *settled,
           gboolean                      is_before)
{
  if (!g_str_equal (settled->statement->currency, self->currency))
    return;
  for (guint i = 0; i < settled->lines->len; i++)
    {
      const TroupeStatementLine *line = settled->lines->pdata[i];
      const TroupeMonthSum sum = { line->gross, line->fee, line->pool, line->creator, line->agency };
      TroupeMonthGroup *group;

      if (g_str_equal (line->kind, "correction") != self->corrections)
        continue;
      group = get_group (self, settled->statement, line);
      add_sum (is_before ? &group->before : &group->now, &sum);
    }
}

static int
compare_groups_cb (gconstpointer a,
                   gconstpointer b)
{
  const TroupeMonthGroup *one = a, *other = b;

  if (one->now.gross != other->now.gross)
    return one->now.gross > other->now.gross ? -1 : 1;
  if (one->before.gross != other->before.gross)
    return one->before.gross > other->before.gross ? -1 : 1;
  if (one->creator_id != other->creator_id)
    return one->creator_id < other->creator_id ? -1 : 1;
  return g_strcmp0 (one->word, other->word);
}

GArray *
troupe_month_sum_group (TroupeMonthKey  key,
                        const char     *currency,
                        gboolean        corrections,
                        GPtrArray      *settled,
                        GPtrArray      *before)
{
  gboolean by_id = key == TROUPE_MONTH_BY_CREATOR;
  g_autoptr(GHashTable) places = g_hash_table_new (by_id ? g_int64_hash : g_str_hash, by_id ? g_int64_equal : g_str_equal);
  Summing self = { key, currency, corrections, g_array_new (FALSE, FALSE, sizeof (TroupeMonthGroup)), places };

  for (guint i = 0; i < settled->len; i++)
    add_lines (&self, settled->pdata[i], FALSE);
  for (guint i = 0; i < before->len; i++)
    add_lines (&self, before->pdata[i], TRUE);
  g_array_sort (self.groups, compare_groups_cb);
  return self.groups;
}

TroupeMonthGroup
troupe_month_sum_total (const GArray *groups)
{
  TroupeMonthGroup total = { 0 };

  for (guint i = 0; i < groups->len; i++)
    {
      const TroupeMonthGroup *group = &g_array_index (groups, TroupeMonthGroup, i);

      add_sum (&total.now, &group->now);
      add_sum (&total.before, &group->before);
    }
  return total;
}

static void
add_currencies (GPtrArray *currencies,
                GPtrArray *settled)
{
  for (guint i = 0; i < settled->len; i++)
    {
      const TroupeSettledStatement *one = settled->pdata[i];

      if (!g_ptr_array_find_with_equal_func (currencies, one->statement->currency, g_str_equal, NULL))
        g_ptr_array_add (currencies, (gpointer) one->statement->currency);
    }
}

GPtrArray *
troupe_month_sum_list_currencies (const char *first,
                                  GPtrArray  *settled,
                                  GPtrArray  *before)
{
  GPtrArray *currencies = g_ptr_array_new ();
  guint at;

  add_currencies (currencies, settled);
  add_currencies (currencies, before);
  g_ptr_array_sort_values (currencies, (GCompareFunc) g_strcmp0);
  if (g_ptr_array_find_with_equal_func (currencies, first, g_str_equal, &at))
    g_ptr_array_remove_index (currencies, at);
  g_ptr_array_insert (currencies, 0, (gpointer) first);
  return currencies;
}
