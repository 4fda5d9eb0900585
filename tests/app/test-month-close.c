#include "troupe-month-close.h"

#include "troupe-records.h"

#define DONG 2
#define MOMO 3

/* What a month knows, filled by hand: two creators in yuan, one of them in dollars too. */
static TroupeMonthClose *
make_month (void)
{
  TroupeMonthClose *self = g_new0 (TroupeMonthClose, 1);

  self->statements = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->before = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, troupe_record_unref);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->dues = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

static TroupeStatement *
make_statement (gint64      id,
                gint64      creator_id,
                const char *currency,
                gint64      gross)
{
  TroupeStatement fields = {
    .id = id, .month = troupe_month_new (2026, 10), .creator_id = creator_id, .contract_id = 9, .number = "S-1",
    .currency = currency, .state = "draft", .gross = gross, .fee = gross / 2, .pool = gross / 2, .earned = gross / 4,
    .agency = gross / 4, .closing = gross / 4, .payable = gross / 4, .minimum = TROUPE_NONE,
  };

  return troupe_record_copy (&TROUPE_STATEMENT, &fields);
}

static void
owe (TroupeMonthClose *self,
     gint64            statement_id,
     gint64            amount)
{
  g_hash_table_insert (self->dues, g_memdup2 (&statement_id, sizeof statement_id), g_memdup2 (&amount, sizeof amount));
}

static void
test_sum (void)
{
  static const struct { const char *currency; TroupeMonthSums sums; } cases[] = {
    { "CNY", { .gross = 1200, .fee = 600, .earned = 300, .agency = 300, .payable = 300 } },
    { "USD", { .gross = 4000, .fee = 2000, .earned = 1000, .agency = 1000, .payable = 1000 } },
    { "EUR", { 0 } },
  };
  TroupeMonthClose *month = make_month ();
  g_autoptr(GPtrArray) currencies = NULL;

  g_ptr_array_add (month->statements, make_statement (1, DONG, "CNY", 400));
  g_ptr_array_add (month->statements, make_statement (2, MOMO, "CNY", 800));
  g_ptr_array_add (month->statements, make_statement (3, MOMO, "USD", 4000));
  g_ptr_array_add (month->statements, make_statement (4, 4, "CNY", 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeMonthSums sums = troupe_month_close_sum (month, cases[i].currency);

      g_assert_cmpmem (&sums, sizeof sums, &cases[i].sums, sizeof sums);
    }
  currencies = troupe_month_close_list_currencies (month, "EUR");
  g_ptr_array_add (currencies, NULL);
  g_assert_cmpstrv (currencies->pdata, ((const char *const[]) { "EUR", "CNY", "USD", NULL }));
  troupe_month_close_free (month);
}

static void
test_due (void)
{
  TroupeMonthClose *month = make_month ();
  g_autoptr(TroupeStatement) owed = make_statement (1, DONG, "CNY", 400);
  g_autoptr(TroupeStatement) paid = make_statement (2, DONG, "CNY", 400);

  owe (month, 1, 100);
  g_assert_cmpint (troupe_month_close_get_due (month, owed), ==, 100);
  g_assert_cmpint (troupe_month_close_get_due (month, paid), ==, 0);
  g_assert_cmpuint (troupe_month_close_count_unpaid (month), ==, 1);
  troupe_month_close_free (month);
}

/* Yuan are not compared with dollars. */
static void
test_before (void)
{
  TroupeMonthClose *month = make_month ();
  TroupeStatement *before = make_statement (1, DONG, "CNY", 400);
  g_autoptr(TroupeStatement) now = make_statement (2, DONG, "CNY", 800);
  g_autoptr(TroupeStatement) dollars = make_statement (3, DONG, "USD", 800);
  g_autoptr(TroupeStatement) newcomer = make_statement (4, MOMO, "CNY", 800);

  g_hash_table_insert (month->before, &before->creator_id, before);
  g_assert_cmpint (troupe_month_close_get_before (month, now), ==, 100);
  g_assert_cmpint (troupe_month_close_get_before (month, dollars), ==, TROUPE_NONE);
  g_assert_cmpint (troupe_month_close_get_before (month, newcomer), ==, TROUPE_NONE);
  g_assert_cmpstr (troupe_month_close_get_name (month, MOMO), ==, "");
  troupe_month_close_free (month);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-close/sum", test_sum);
  g_test_add_func ("/month-close/due", test_due);
  g_test_add_func ("/month-close/before", test_before);
  return g_test_run ();
}
