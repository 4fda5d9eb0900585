#include "troupe-month-close.h"

#include <string.h>

#include "troupe-creator.h"
#include "troupe-import.h"

static TroupeMonthClose *
month_close_new (void)
{
  TroupeMonthClose *self = g_new0 (TroupeMonthClose, 1);

  self->before = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, troupe_record_unref);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->dues = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
troupe_month_close_free (TroupeMonthClose *self)
{
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_hash_table_unref (self->before);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->dues);
  g_free (self);
}

static void
take_states (TroupeMonthClose *self,
             GArray           *months,
             TroupeMonth       month)
{
  for (guint i = 0; i < months->len; i++)
    {
      const TroupeMonthState *state = &g_array_index (months, TroupeMonthState, i);

      if (state->month == month)
        self->state = *state;
      else if (state->month < month && !state->closed)
        self->earlier_open = TRUE;
    }
}

static void
take_before (TroupeMonthClose *self,
             GPtrArray        *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      TroupeStatement *statement = g_ptr_array_index (statements, i);

      g_hash_table_insert (self->before, &statement->creator_id, troupe_record_ref (statement));
    }
}

static void
take_names (TroupeMonthClose *self,
            GPtrArray        *creators)
{
  for (guint i = 0; i < creators->len; i++)
    {
      TroupeCreator *creator = g_ptr_array_index (creators, i);

      g_hash_table_insert (self->names, g_memdup2 (&creator->id, sizeof creator->id), g_strdup (creator->name));
    }
}

static void
take_dues (TroupeMonthClose *self,
           GArray           *dues)
{
  for (guint i = 0; i < dues->len; i++)
    {
      const TroupeStatementDue *due = &g_array_index (dues, TroupeStatementDue, i);

      if (due->due > 0)
        g_hash_table_insert (self->dues, g_memdup2 (&due->statement_id, sizeof (gint64)), g_memdup2 (&due->due, sizeof (gint64)));
    }
}

static guint
count_imports (GPtrArray   *imports,
               TroupeMonth  month)
{
  guint n = 0;

  for (guint i = 0; i < imports->len; i++)
    {
      TroupeImport *import = g_ptr_array_index (imports, i);

      if (g_str_equal (import->state, "done") && import->first_day != TROUPE_NONE && import->last_day != TROUPE_NONE)
        n += troupe_day_get_month (import->first_day) <= month && troupe_day_get_month (import->last_day) >= month;
    }
  return n;
}

TroupeMonthClose *
troupe_month_close_load (TroupeOffice  *office,
                         TroupeMonth    month,
                         GError       **error)
{
  g_autoptr(TroupeMonthClose) self = month_close_new ();
  g_autoptr(GArray) months = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) creators = NULL;
  g_autoptr(GArray) dues = NULL;
  g_autoptr(GPtrArray) imports = NULL;

  if ((months = dex_await_boxed (troupe_office_list_months (office), error)) == NULL ||
      (self->statements = dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT, "month", month), error)) == NULL ||
      (before = dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT, "month", month - 1), error)) == NULL ||
      (creators = dex_await_boxed (troupe_office_list (office, &TROUPE_CREATOR, NULL, 0), error)) == NULL ||
      (dues = dex_await_boxed (troupe_office_list_dues (office, month, month, 0), error)) == NULL ||
      (imports = dex_await_boxed (troupe_office_list (office, &TROUPE_IMPORT, NULL, 0), error)) == NULL)
    return NULL;
  take_states (self, months, month);
  take_before (self, before);
  take_names (self, creators);
  take_dues (self, dues);
  self->imports = count_imports (imports, month);
  return g_steal_pointer (&self);
}

gint64
troupe_month_close_get_before (TroupeMonthClose *self,
                               TroupeStatement  *statement)
{
  TroupeStatement *before = g_hash_table_lookup (self->before, &statement->creator_id);

  return before != NULL && g_str_equal (before->currency, statement->currency) ? before->earned : TROUPE_NONE;
}

gint64
troupe_month_close_get_due (TroupeMonthClose *self,
                            TroupeStatement  *statement)
{
  gint64 *due = g_hash_table_lookup (self->dues, &statement->id);

  return due != NULL ? *due : 0;
}

const char *
troupe_month_close_get_name (TroupeMonthClose *self,
                             gint64            creator_id)
{
  const char *name = g_hash_table_lookup (self->names, &creator_id);

  return name != NULL ? name : "";
}

TroupeMonthSums
troupe_month_close_sum (TroupeMonthClose *self,
                        const char       *currency)
{
  TroupeMonthSums sums = { 0 };

  for (guint i = 0; i < self->statements->len; i++)
    {
      TroupeStatement *statement = g_ptr_array_index (self->statements, i);

      if (!g_str_equal (statement->currency, currency))
        continue;
      sums.gross += statement->gross;
      sums.fee += statement->fee;
      sums.earned += statement->earned;
      sums.agency += statement->agency;
      sums.payable += statement->payable;
    }
  return sums;
}

static int
compare_texts_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (a, b);
}

GPtrArray *
troupe_month_close_list_currencies (TroupeMonthClose *self,
                                    const char       *first)
{
  GPtrArray *currencies = g_ptr_array_new ();

  for (guint i = 0; i < self->statements->len; i++)
    {
      const char *currency = ((TroupeStatement *) g_ptr_array_index (self->statements, i))->currency;

      if (!g_str_equal (currency, first) && !g_ptr_array_find_with_equal_func (currencies, currency, g_str_equal, NULL))
        g_ptr_array_add (currencies, (gpointer) currency);
    }
  g_ptr_array_sort_values (currencies, compare_texts_cb);
  g_ptr_array_insert (currencies, 0, (gpointer) first);
  return currencies;
}

guint
troupe_month_close_count_unpaid (TroupeMonthClose *self)
{
  return g_hash_table_size (self->dues);
}
