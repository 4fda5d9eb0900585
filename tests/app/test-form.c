#include "troupe-form.h"

#include "troupe-payment.h"
#include "troupe-term.h"
#include "troupe-unit-rate.h"

/* A field as it is typed and as it comes back; NULL: refused. */
static const struct
{
  const TroupeRecordType *type;
  const char             *field;
  const char             *currency;
  const char             *typed;
  const char             *shown;
} cases[] = {
  { &TROUPE_TERM, "share", NULL, "52.5", "52.5" },
  { &TROUPE_TERM, "share", NULL, " 52.50 % ", "52.5" },
  { &TROUPE_TERM, "share", NULL, "100", "100" },
  { &TROUPE_TERM, "share", NULL, "100.01", NULL },
  { &TROUPE_TERM, "share", NULL, "-1", NULL },
  { &TROUPE_TERM, "share", NULL, "half", NULL },
  { &TROUPE_TERM, "start_day", NULL, "2026-02-28", "2026-02-28" },
  { &TROUPE_TERM, "start_day", NULL, "2026-02-29", NULL },
  { &TROUPE_TERM, "start_day", NULL, "28.2.2026", NULL },
  { &TROUPE_TERM, "start_day", NULL, "2026/1/5", "2026-01-05" },
  { &TROUPE_TERM, "start_day", NULL, "20260105", "2026-01-05" },
  { &TROUPE_TERM, "start_day", NULL, "２０２６-01-05", "2026-01-05" },
  { &TROUPE_TERM, "start_day", NULL, "2026/1-5", NULL },
  { &TROUPE_TERM, "start_day", NULL, "20260230", NULL },
  { &TROUPE_TERM, "version", NULL, "1,000", "1000" },
  { &TROUPE_TERM, "version", NULL, "1.5", NULL },
  { &TROUPE_TERM, "clause", NULL, "  4.2  ", "4.2" },
  { &TROUPE_PAYMENT, "amount", "CNY", "1,234.5", "1234.50" },
  { &TROUPE_PAYMENT, "amount", "CNY", "1 234.50", "1234.50" },
  { &TROUPE_PAYMENT, "amount", "CNY", "\u22121,234.50", "-1234.50" },
  { &TROUPE_PAYMENT, "amount", "CNY", "0.005", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "12 CNY", NULL },
  { &TROUPE_PAYMENT, "amount", "JPY", "1,234", "1234" },
  { &TROUPE_PAYMENT, "amount", "JPY", "1234.5", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "1,2", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "0,1", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "1,23,456", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "1,234 567", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "1234,567", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "1 2", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "1e3", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "10\u00b2", NULL },
  { &TROUPE_PAYMENT, "amount", "CNY", "－１，２３４．５０", "-1234.50" },
  { &TROUPE_PAYMENT, "currency", NULL, " cny", "CNY" },
  { &TROUPE_PAYMENT, "currency", NULL, "ＵＳＤ", "USD" },
  { &TROUPE_PAYMENT, "currency", NULL, "xx", "xx" },
  { &TROUPE_PAYMENT, "method", NULL, "cny", "cny" },
  { &TROUPE_TERM, "share", NULL, "５０％", "50" },
  { &TROUPE_TERM, "share", NULL, "52,5", NULL },
  { &TROUPE_UNIT_RATE, "rate", "CNY", "0,1", NULL },
  { &TROUPE_UNIT_RATE, "rate", "CNY", "0.035714286", "0.035714286" },
  { &TROUPE_UNIT_RATE, "rate", "CNY", "7", "7" },
};

typedef union
{
  TroupePayment  payment;
  TroupeTerm     term;
  TroupeUnitRate rate;
} Draft;

static void
begin_draft (Draft                  *draft,
             const TroupeRecordType *type,
             const char             *currency)
{
  troupe_record_clear (type, draft);
  troupe_field_set_text (troupe_record_find_field (type, "currency"), draft, currency);
}

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TroupeField *field = troupe_record_find_field (cases[i].type, cases[i].field);
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *shown = NULL;
      Draft draft;

      begin_draft (&draft, cases[i].type, cases[i].currency);
      if (troupe_form_parse (field, cases[i].typed, &draft, texts))
        shown = troupe_form_format (field, &draft, cases[i].currency);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* Emptying an entry takes the value away, whatever its kind. */
static void
test_emptied (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TroupeField *field = troupe_record_find_field (cases[i].type, cases[i].field);
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      Draft draft;

      if (cases[i].shown == NULL)
        continue;
      begin_draft (&draft, cases[i].type, cases[i].currency);
      g_assert_true (troupe_form_parse (field, cases[i].shown, &draft, texts));
      g_assert_false (troupe_field_is_empty (field, &draft));
      g_assert_true (troupe_form_parse (field, " ", &draft, texts));
      g_assert_true (troupe_field_is_empty (field, &draft));
      g_assert_null (troupe_form_format (field, &draft, cases[i].currency));
    }
}

/* What is refused leaves the field as it was. */
static void
test_refused (void)
{
  const TroupeField *share = troupe_record_find_field (&TROUPE_TERM, "share");
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  TroupeTerm term;

  troupe_record_clear (&TROUPE_TERM, &term);
  g_assert_true (troupe_form_parse (share, "60", &term, texts));
  g_assert_false (troupe_form_parse (share, "600", &term, texts));
  g_assert_cmpint (term.share, ==, 6000);
}

/* The advice names an example that the field itself takes. */
static void
test_advice (void)
{
  static const struct { const TroupeRecordType *type; const char *field, *typed, *words; } advice[] = {
    { &TROUPE_TERM, "share", "half", "from 0 to 100" },
    { &TROUPE_TERM, "share", "50.125", "at most two decimals" },
    { &TROUPE_TERM, "share", "101.125", "from 0 to 100" },
    { &TROUPE_TERM, "start_day", "2026-02-30", "no such day" },
    { &TROUPE_TERM, "start_day", "soon", "2026-10-31" },
    { &TROUPE_PAYMENT, "amount", "much", "an amount such as 1,200.50" },
    { &TROUPE_PAYMENT, "amount", "1,2", "a comma only parts thousands" },
    { &TROUPE_UNIT_RATE, "rate", "0,1", "a comma only parts thousands" },
    { &TROUPE_TERM, "version", "one", "a number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (advice); i++)
    {
      const TroupeField *field = troupe_record_find_field (advice[i].type, advice[i].field);

      g_assert_nonnull (strstr (troupe_form_get_advice (field, advice[i].typed), advice[i].words));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/typed", test_typed);
  g_test_add_func ("/form/emptied", test_emptied);
  g_test_add_func ("/form/refused", test_refused);
  g_test_add_func ("/form/advice", test_advice);
  return g_test_run ();
}
