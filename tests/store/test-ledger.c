#include "store-books.h"

#include "troupe-statement-sum.h"

static GPtrArray *
list_statements (Fixture     *fixture,
                 TroupeMonth  month)
{
  return fixture_await_boxed (troupe_store_list (fixture->store, &TROUPE_STATEMENT, "month", month));
}

static GPtrArray *
list_lines (Fixture *fixture,
            gint64   statement_id)
{
  return fixture_await_boxed (troupe_store_list (fixture->store, &TROUPE_STATEMENT_LINE, "statement_id", statement_id));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (30);

  fixture_set_up (fixture, data);
  fixture_finish (books_load (fixture, books));
}

static void
add_payment (Fixture   *fixture,
             gint64     creator_id,
             TroupeDay  day,
             gint64     amount)
{
  TroupePayment payment = { .creator_id = creator_id, .day = day, .amount = amount, .currency = "CNY" };

  fixture_finish (fixture_save (fixture, &TROUPE_PAYMENT, &payment));
}

/* Settling again keeps ids and numbers; what is no longer there goes. */
static void
test_put (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GPtrArray) written = NULL, first = NULL, second = NULL, lines = NULL;
  const TroupeStatement *before, *after;
  gint64 line_id;

  written = fixture_await_boxed (books_settle (fixture, JUNE, 100, 50));
  first = list_statements (fixture, JUNE);
  g_assert_cmpuint (first->len, ==, 2);
  books_assert_equal (written, first);
  before = first->pdata[0];
  {
    g_autoptr(GPtrArray) old = list_lines (fixture, before->id);

    g_assert_cmpuint (old->len, ==, 1);
    line_id = troupe_record_get_id (old->pdata[0]);
  }
  books_assert_clean (fixture);

  fixture_finish (books_settle (fixture, JUNE, 120, 0));
  second = list_statements (fixture, JUNE);
  g_assert_cmpuint (second->len, ==, 1);
  after = second->pdata[0];
  g_assert_cmpint (after->id, ==, before->id);
  g_assert_cmpstr (after->number, ==, before->number);
  g_assert_cmpint (after->earned, ==, 120);
  lines = list_lines (fixture, after->id);
  g_assert_cmpint (troupe_record_get_id (lines->pdata[0]), ==, line_id);
  books_assert_clean (fixture);
}

/* The balance of a month follows from the last statement, from payments since and opening records. */
static void
test_balances (Fixture       *fixture,
               gconstpointer  data)
{
  TroupeOpening opening = { .creator_id = 3, .month = JUNE - 1, .amount = 70, .currency = "CNY" };
  const struct { TroupeMonth month; gint64 creator_id, opening, paid; } cases[] = {
    { JUNE - 1, 3, 70, 0 },
    { JUNE, 2, 0, 30 },
    { JUNE, 3, 70, 0 },
    { JUNE + 1, 2, 100, 0 },      /* the payment of June is in June's statement, whatever that said */
    { JUNE + 1, 3, 50, 0 },
    { JUNE + 3, 2, 100, 11 },     /* August has no statement: its payment counts in September */
  };

  fixture_finish (fixture_save (fixture, &TROUPE_OPENING, &opening));
  add_payment (fixture, 2, troupe_day_new (2026, 6, 30), 30);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) balances = NULL;
      const TroupeBalance *found = NULL;

      if (i == 3)
        {
          fixture_finish (books_settle (fixture, JUNE, 100, 50));
          add_payment (fixture, 2, troupe_day_new (2026, 8, 1), 11);
        }
      balances = fixture_await_boxed (troupe_store_list_balances (fixture->store, cases[i].month));
      for (guint j = 0; j < balances->len; j++)
        if (g_array_index (balances, TroupeBalance, j).creator_id == cases[i].creator_id)
          found = &g_array_index (balances, TroupeBalance, j);
      g_assert_nonnull (found);
      g_assert_cmpint (found->opening, ==, cases[i].opening);
      g_assert_cmpint (found->paid, ==, cases[i].paid);
      g_assert_true (found->currency == g_intern_string ("CNY"));
    }
}

/* Of June three accounts have lines, one of them a late one; in August there is only a balance. */
static void
test_month_rules (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { int month; guint creators, accounts; } cases[] = { { 0, 2, 3 }, { -1, 1, 1 }, { 2, 1, 0 } };

  fixture_add_creator (fixture, "New");
  books_assign_waiting (fixture);
  add_payment (fixture, 2, troupe_day_new (2026, 8, 1), 11);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeMonth month = JUNE + cases[i].month;
      g_autoptr(GArray) balances = fixture_await_boxed (troupe_store_list_balances (fixture->store, month));
      g_autoptr(TroupeRuleSet) rules = fixture_await_boxed (troupe_store_load_month_rules (fixture->store, month, balances));
      g_autoptr(TroupeRuleSet) all = fixture_await_boxed (troupe_store_load_rules (fixture->store, month));

      g_assert_cmpuint (rules->creators->len, ==, cases[i].creators);
      g_assert_cmpuint (rules->accounts->len, ==, cases[i].accounts);
      g_assert_cmpuint (all->creators->len, ==, 3);
      books_assert_equal (rules->terms, all->terms);
    }
}

static guint
count_stale (Fixture *fixture)
{
  g_autoptr(GPtrArray) statements = list_statements (fixture, JUNE);
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    n += ((const TroupeStatement *) statements->pdata[i])->stale;
  return n;
}

static void
edit_term (Fixture *fixture)
{
  TroupeTerm term = fixture_make_term (20, "4.1", troupe_day_new (2026, 1, 1), TROUPE_NONE);

  term.id = 30;
  term.share = 5500;
  fixture_finish (fixture_save (fixture, &TROUPE_TERM, &term));
}

static void
edit_fee_card (Fixture *fixture)
{
  TroupeFeeCard card = { .platform = "twitch", .share = 3000, .start_day = troupe_day_new (2026, 6, 15), .end_day = TROUPE_NONE };

  fixture_finish (fixture_save (fixture, &TROUPE_FEE_CARD, &card));
}

static void
edit_later_rate (Fixture *fixture)
{
  TroupeExchangeRate rate = { .month = JUNE + 1, .unit = "USD", .currency = "CNY", .rate = 7 * TROUPE_RATE_ONE };

  fixture_finish (fixture_save (fixture, &TROUPE_EXCHANGE_RATE, &rate));
}

static void
edit_rate (Fixture *fixture)
{
  TroupeExchangeRate rate = { .month = JUNE, .unit = "USD", .currency = "CNY", .rate = 7 * TROUPE_RATE_ONE };

  fixture_finish (fixture_save (fixture, &TROUPE_EXCHANGE_RATE, &rate));
}

static void
pay_dong (Fixture *fixture)
{
  add_payment (fixture, 2, troupe_day_new (2026, 6, 3), 5);
}

static void
name_person (Fixture *fixture)
{
  TroupePerson person = { .kind = "person", .name = "某某", .birth_day = TROUPE_NONE };

  fixture_finish (fixture_save (fixture, &TROUPE_PERSON, &person));
}

/* Who has no statement yet but would get one: the month must be settled again. */
static void
pay_newcomer (Fixture *fixture)
{
  gint64 id = fixture_add_creator (fixture, "New");

  add_payment (fixture, id, troupe_day_new (2026, 6, 3), 5);
}

static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { void (*edit) (Fixture *); guint stale; } cases[] = {
    { edit_term, 1 }, { edit_fee_card, 2 }, { edit_rate, 2 }, { edit_later_rate, 0 }, { pay_dong, 1 }, { name_person, 0 },
    { books_assign_waiting, 1 }, { pay_newcomer, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_finish (books_settle (fixture, JUNE, 100, 50));
      g_assert_cmpuint (count_stale (fixture), ==, 0);
      cases[i].edit (fixture);
      g_assert_cmpuint (count_stale (fixture), ==, cases[i].stale);
    }
}

static void
test_obstacles (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_INVALID, "2026-05 must be closed before 2026-06");
  fixture_finish (books_settle (fixture, JUNE - 1, 100, 50));
  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_INVALID, "2026-05 must be closed before 2026-06");
  fixture_finish (books_close_month (fixture, JUNE - 1));
  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_INVALID, "10 lines of 2026-06 belong to accounts without");
  books_assign_waiting (fixture);
  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_INVALID, "Settle it first");
  fixture_finish (books_settle (fixture, JUNE, 100, 50));
  pay_dong (fixture);
  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_INVALID, "out of date");
  fixture_finish (books_settle (fixture, JUNE, 100, 50));
  fixture_finish (books_close_month (fixture, JUNE));
  books_assert_clean (fixture);
  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_CLOSED, "already closed");
  fixture_await_error (books_settle (fixture, JUNE, 1, 1), TROUPE_ERROR_CLOSED, "stay as they are");
}

/* What rests on a closed month does not change: its rules are kept, and edits in it are refused. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TroupeRuleSet) before = NULL, after = NULL, now = NULL;
  TroupeTerm term = fixture_make_term (20, "4.1", troupe_day_new (2026, 1, 1), troupe_month_get_last (JUNE) - 1);
  TroupePayment payment = { .creator_id = 2, .day = troupe_day_new (2026, 6, 3), .amount = 5, .currency = "CNY" };
  TroupeOpening opening = { .creator_id = 3, .month = JUNE - 1, .amount = 70, .currency = "CNY" };

  books_assign_waiting (fixture);
  fixture_finish (books_settle (fixture, JUNE - 1, 100, 50));
  fixture_finish (books_close_month (fixture, JUNE - 1));
  fixture_finish (books_settle (fixture, JUNE, 100, 50));
  before = fixture_await_boxed (troupe_store_load_rules (fixture->store, JUNE));
  fixture_finish (books_close_month (fixture, JUNE));

  term.id = 30;
  fixture_await_error (fixture_save (fixture, &TROUPE_TERM, &term), TROUPE_ERROR_CLOSED,
                       "Closed statements rest on the term “4.1”");
  fixture_await_error (fixture_delete (fixture, &TROUPE_TERM, 30), TROUPE_ERROR_CLOSED, "Closed statements rest on");
  fixture_await_error (fixture_save (fixture, &TROUPE_PAYMENT, &payment), TROUPE_ERROR_CLOSED,
                       "2026-06 is closed, and the payment of CNY 0.05 belongs to it");
  fixture_await_error (fixture_save (fixture, &TROUPE_OPENING, &opening), TROUPE_ERROR_CLOSED, "2026-05 is closed");
  term.end_day++;
  fixture_finish (fixture_save (fixture, &TROUPE_TERM, &term));
  fixture_add_creator (fixture, "New");

  after = fixture_await_boxed (troupe_store_load_rules (fixture->store, JUNE));
  books_assert_equal (before->creators, after->creators);
  books_assert_equal (before->accounts, after->accounts);
  books_assert_equal (before->contracts, after->contracts);
  books_assert_equal (before->terms, after->terms);
  now = fixture_await_boxed (troupe_store_load_rules (fixture->store, JUNE + 1));
  g_assert_cmpuint (now->creators->len, ==, 3);
}

/* Gives "dong", which is 冬瓜's (2), to Momo (3) or to nobody (0). */
static DexFuture *
give_dong (Fixture *fixture,
           gint64   creator_id)
{
  TroupeAccount account = { .id = 10, .platform = "twitch", .handle = "dong", .creator_id = creator_id, .import_id = 4 };

  return fixture_save (fixture, &TROUPE_ACCOUNT, &account);
}

/* An account stays with whose closed statements have lines of it: its late lines are theirs. */
static void
test_owner (Fixture       *fixture,
            gconstpointer  data)
{
  static const gint64 others[] = { 3, 0 };

  fixture_finish (give_dong (fixture, 3));
  fixture_finish (troupe_store_undo (fixture->store));
  fixture_finish (books_settle (fixture, JUNE - 1, 100, 50));
  fixture_finish (books_close_month (fixture, JUNE - 1));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    fixture_await_error (give_dong (fixture, others[i]), TROUPE_ERROR_CLOSED,
                         "The closed statement of 冬瓜 for 2026-05 has lines of the account “dong”");
  fixture_await_error (troupe_store_redo (fixture->store), TROUPE_ERROR_CLOSED, "closed statement of 冬瓜");
  books_assign_waiting (fixture);   /* of which nothing is closed */
  fixture_finish (troupe_store_undo (fixture->store));
}

/* An assignment that a close rests on is not undone either: its lines would be nobody's again. */
static void
test_owner_undo (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) settled = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_settled_statement_free);
  TroupeSettledStatement *momo = books_make_settled (3, 0, 50, 0);
  g_autoptr(TroupeAccount) account = NULL;

  ((TroupeStatementLine *) momo->lines->pdata[0])->account_id = 10;
  g_ptr_array_add (settled, momo);
  fixture_finish (give_dong (fixture, 3));
  fixture_finish (troupe_store_undo (fixture->store));
  fixture_finish (troupe_store_redo (fixture->store));
  fixture_finish (troupe_store_put_statements (fixture->store, JUNE - 1, settled));
  fixture_finish (books_close_month (fixture, JUNE - 1));
  fixture_await_error (troupe_store_undo (fixture->store), TROUPE_ERROR_CLOSED, "closed statement of Momo for 2026-05");
  account = fixture_await_boxed (troupe_store_get (fixture->store, &TROUPE_ACCOUNT, 10));
  g_assert_cmpint (account->creator_id, ==, 3);
}

static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GArray) months = NULL;
  const TroupeMonthState *may, *june;

  fixture_finish (books_settle (fixture, JUNE, 100, 50));
  edit_term (fixture);
  months = fixture_await_boxed (troupe_store_list_months (fixture->store));
  g_assert_cmpuint (months->len, ==, 2);
  may = &g_array_index (months, TroupeMonthState, 0);
  june = &g_array_index (months, TroupeMonthState, 1);
  g_assert_cmpint (may->month, ==, JUNE - 1);
  g_assert_false (may->settled || may->stale || may->closed);
  g_assert_cmpint (june->month, ==, JUNE);
  g_assert_true (june->settled && june->stale && !june->closed);
  g_assert_cmpint (june->statements, ==, 2);
  g_assert_cmpint (june->waiting, ==, 10);
}

/* Of what waits, each month has its own. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GArray) all = fixture_await_boxed (troupe_store_list_waiting (fixture->store));
  g_autoptr(GArray) june = fixture_await_boxed (troupe_store_list_waiting_in (fixture->store, JUNE));
  g_autoptr(GArray) may = fixture_await_boxed (troupe_store_list_waiting_in (fixture->store, JUNE - 1));

  g_assert_cmpuint (june->len, ==, 2);
  g_assert_cmpuint (may->len, ==, 0);
  for (guint i = 0; i < june->len; i++)
    {
      const TroupeWaitingTotal *a = &g_array_index (all, TroupeWaitingTotal, i);
      const TroupeWaitingTotal *b = &g_array_index (june, TroupeWaitingTotal, i);

      g_assert_cmpint (b->account_id, ==, 12);
      g_assert_cmpstr (b->unit, ==, i == 0 ? "CNY" : "USD");
      g_assert_cmpint (a->amount, ==, b->amount);
      g_assert_cmpint (a->lines, ==, b->lines);
    }
}

static TroupeStatementDue
read_due (Fixture     *fixture,
          TroupeMonth  month)
{
  g_autoptr(GArray) dues = fixture_await_boxed (troupe_store_list_dues (fixture->store, month, month, 2));

  g_assert_cmpuint (dues->len, ==, 1);
  return g_array_index (dues, TroupeStatementDue, 0);
}

/* A late line of nobody's account waits in the month that would settle it, beside that month's own. */
static void
test_late_waiting (Fixture       *fixture,
                   gconstpointer  data)
{
  books_assign_waiting (fixture);
  fixture_finish (books_settle (fixture, JUNE - 1, 0, 50));
  fixture_finish (books_close_month (fixture, JUNE - 1));
  fixture_finish (give_dong (fixture, 0));
  fixture_await_error (books_close_month (fixture, JUNE), TROUPE_ERROR_INVALID, "10 lines of 2026-06 belong to accounts without");
}

/* A balance is owed once: on the latest closed statement, less every payment since. */
static void
test_dues (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { int paid; int due; } cases[] = { { 0, 100 }, { 30, 70 }, { 90, 0 }, { -20, 0 }, { -10, 10 } };

  books_assign_waiting (fixture);
  add_payment (fixture, 2, troupe_day_new (2026, 5, 20), 25);   /* the statement of its month has counted it */
  fixture_finish (books_settle (fixture, JUNE - 1, 40, 0));
  g_assert_cmpint (read_due (fixture, JUNE - 1).due, ==, 0);   /* a draft */
  fixture_finish (books_close_month (fixture, JUNE - 1));
  g_assert_cmpint (read_due (fixture, JUNE - 1).due, ==, 40);
  fixture_finish (books_settle (fixture, JUNE, 100, 50));
  g_assert_cmpint (read_due (fixture, JUNE - 1).due, ==, 40);
  fixture_finish (books_close_month (fixture, JUNE));
  g_assert_cmpint (read_due (fixture, JUNE - 1).due, ==, 0);
  g_assert_cmpint (read_due (fixture, JUNE - 1).heir_id, ==, read_due (fixture, JUNE).statement_id);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) sums = NULL;

      if (cases[i].paid != 0)
        add_payment (fixture, 2, troupe_day_new (2026, 7, 1), cases[i].paid);
      g_assert_cmpint (read_due (fixture, JUNE).due, ==, cases[i].due);
      g_assert_cmpint (read_due (fixture, JUNE).heir_id, ==, 0);
      sums = fixture_await_boxed (troupe_store_sum_statements (fixture->store, JUNE - 1, JUNE, 2));
      g_assert_cmpint (g_array_index (sums, TroupeStatementSum, 0).due, ==, 0);
      g_assert_cmpint (g_array_index (sums, TroupeStatementSum, 1).due, ==, cases[i].due);
      g_assert_cmpint (g_array_index (sums, TroupeStatementSum, 1).unpaid, ==, cases[i].due > 0);
    }
}

/* Undoing the assignment of an account gives its total back to those that wait. */
static void
test_totals_follow_account (Fixture       *fixture,
                            gconstpointer  data)
{
  for (int assigned = 0; assigned <= 2; assigned++)
    {
      g_autoptr(GArray) totals = NULL;
      gint64 waiting = 0;

      if (assigned == 1)
        books_assign_waiting (fixture);
      if (assigned == 2)
        fixture_finish (troupe_store_undo (fixture->store));
      totals = fixture_await_boxed (troupe_store_list_totals (fixture->store, JUNE, JUNE));
      for (guint i = 0; i < totals->len; i++)
        if (g_array_index (totals, TroupeMonthTotal, i).creator_id == 0)
          waiting += g_array_index (totals, TroupeMonthTotal, i).lines;
      g_assert_cmpint (waiting, ==, assigned == 1 ? 0 : 10);
      books_assert_clean (fixture);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  ADD ("/ledger/put", test_put);
  ADD ("/ledger/balances", test_balances);
  ADD ("/ledger/month-rules", test_month_rules);
  ADD ("/ledger/stale", test_stale);
  ADD ("/ledger/obstacles", test_obstacles);
  ADD ("/ledger/closed", test_closed);
  ADD ("/ledger/owner", test_owner);
  ADD ("/ledger/owner-undo", test_owner_undo);
  ADD ("/ledger/late-waiting", test_late_waiting);
  ADD ("/ledger/months", test_months);
  ADD ("/ledger/waiting", test_waiting);
  ADD ("/ledger/dues", test_dues);
  ADD ("/ledger/totals-follow-account", test_totals_follow_account);
  return g_test_run ();
}
