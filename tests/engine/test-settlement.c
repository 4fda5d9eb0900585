/* Runs the cases of tests/fixtures/settlement through the engine. */
#include "books.h"

typedef struct
{
  char             *name;
  TroupeRuleSet    *rules;
  GArray           *balances;
  GArray           *lines;          /* AnyRecord */
  TroupeMonth       closed_month;
  TroupeRuleSet    *closed;
  GPtrArray        *closed_statements;
  gboolean          in_closed;
  TroupeSettlement *settlement;
  GPtrArray        *statements;     /* NULL until something is expected */
  GString          *reasons;        /* of the problems */
} Case;

static const char *where;   /* file and line, for what fails */

static void
begin_case (Case       *self,
            const char *name)
{
  *self = (Case) { .name = g_strdup (name), .rules = troupe_rule_set_new (), .closed_month = TROUPE_NONE };
  self->balances = g_array_new (FALSE, FALSE, sizeof (TroupeBalance));
  self->lines = g_array_new (FALSE, FALSE, sizeof (AnyRecord));
  self->closed_statements = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->closed = troupe_rule_set_new ();
  self->reasons = g_string_new (NULL);
  g_ptr_array_add (self->rules->creators, books_new_record ("creator", ""));
}

static void
end_case (Case *self)
{
  if (self->name == NULL)
    return;
  if (self->statements == NULL)
    g_error ("case “%s” expects nothing", self->name);
  g_clear_pointer (&self->name, g_free);
  troupe_rule_set_unref (self->rules);
  troupe_rule_set_unref (self->closed);
  g_array_unref (self->balances);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->closed_statements);
  g_ptr_array_unref (self->statements);
  troupe_settlement_free (self->settlement);
  g_string_free (self->reasons, TRUE);
}

static void
settle (Case *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *problems;

  if (self->rules->accounts->len == 0)
    g_ptr_array_add (self->rules->accounts, books_new_record ("account", ""));
  if (self->rules->contracts->len == 0 && self->rules->terms->len > 0)
    g_ptr_array_add (self->rules->contracts, books_new_record ("contract", ""));
  self->settlement = troupe_settlement_new (troupe_month_new (2026, 10), self->rules, self->balances, "AG");
  if (self->closed_month != TROUPE_NONE)
    troupe_settlement_add_closed (self->settlement, self->closed_month, self->closed, self->closed_statements);
  for (guint i = 0; i < self->lines->len; i++)
    {
      gboolean added = troupe_settlement_add_line (self->settlement, &g_array_index (self->lines, AnyRecord, i).line, &error);

      g_assert_no_error (error);
      g_assert_true (added);
    }
  self->statements = troupe_settlement_finish (self->settlement, &error);
  g_assert_no_error (error);
  problems = troupe_settlement_get_problems (self->settlement);
  for (guint i = 0; i < problems->len; i++)
    {
      const TroupeSettleProblem *problem = problems->pdata[i];

      g_string_append_printf (self->reasons, "%" G_GINT64_FORMAT " × %s\n", problem->lines, problem->reason);
    }
}

static TroupeBalance *
find_balance (Case       *self,
              gint64      creator_id,
              const char *currency)
{
  TroupeBalance fresh = { creator_id, g_intern_string (currency), 0, 0 };

  for (guint i = 0; i < self->balances->len; i++)
    {
      TroupeBalance *balance = &g_array_index (self->balances, TroupeBalance, i);

      if (balance->creator_id == creator_id && g_str_equal (balance->currency, currency))
        return balance;
    }
  g_array_append_val (self->balances, fresh);
  return &g_array_index (self->balances, TroupeBalance, self->balances->len - 1);
}

static void
add_balance (Case       *self,
             const char *type,
             const char *text)
{
  g_autoptr(TroupePayment) payment = NULL;
  g_autoptr(TroupeOpening) opening = NULL;

  if (g_str_equal (type, "payment"))
    {
      payment = books_new_record (type, text);
      find_balance (self, payment->creator_id, payment->currency)->paid += payment->amount;
      return;
    }
  opening = books_new_record (type, text);
  find_balance (self, opening->creator_id, opening->currency)->opening += opening->amount;
}

static void
add_record (Case       *self,
            const char *type,
            const char *text)
{
  GPtrArray *rules = books_get_rules (self->in_closed ? self->closed : self->rules, type);
  gpointer record;
  AnyRecord line;

  if (g_str_equal (type, "line"))
    {
      books_fill (&line, type, text);
      g_array_append_val (self->lines, line);
      return;
    }
  if (g_str_equal (type, "opening") || g_str_equal (type, "payment"))
    {
      add_balance (self, type, text);
      return;
    }
  record = books_new_record (type, text);
  if (g_str_equal (type, "creator"))   /* in place of the one that every case has */
    for (guint i = 0; i < rules->len; i++)
      if (troupe_record_get_id (rules->pdata[i]) == troupe_record_get_id (record))
        g_ptr_array_remove_index (rules, i);
  g_ptr_array_add (rules != NULL ? rules : self->closed_statements, record);
}

/* "expect" fields of the statement, or "expect_line" of the line, at the place that # names; 1 if it does not. */
static void
expect (Case       *self,
        const char *type,
        guint       place,
        const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  const TroupeSettledStatement *statement;
  gpointer record;
  AnyRecord expected;

  if (self->statements->len < (g_str_equal (type, "statement") ? place : 1))
    g_error ("%s: %s: no statement %u; problems:\n%s", where, self->name, place, self->reasons->str);
  statement = self->statements->pdata[g_str_equal (type, "statement") ? place - 1 : 0];
  record = g_str_equal (type, "statement") ? (gpointer) statement->statement : statement->lines->pdata[place - 1];
  troupe_record_clear (troupe_record_find_type (type), &expected);
  books_set_fields (&expected, text);
  for (char **word = words; *word != NULL; word++)
    {
      g_auto(GStrv) pair = g_strsplit (*word, "=", 2);
      const TroupeField *field = pair[0] != NULL ? troupe_record_find_field (expected.type, pair[0]) : NULL;

      if (field == NULL)
        continue;
      if (field->kind == TROUPE_FIELD_TEXT
          ? g_strcmp0 (troupe_record_get_text (record, field), pair[1]) != 0
          : troupe_record_get_int (record, field) != troupe_record_get_int (&expected, field))
        g_error ("%s: %s: %s; it is %s %" G_GINT64_FORMAT, where, self->name, *word,
                 field->kind == TROUPE_FIELD_TEXT ? troupe_record_get_text (record, field) : "",
                 field->kind == TROUPE_FIELD_TEXT ? 0 : troupe_record_get_int (record, field));
    }
}

static void
expect_any (Case       *self,
            const char *what,
            const char *text)
{
  guint place = *text == '#' ? g_ascii_strtoull (text + 1, NULL, 10) : 1;
  const char *rest = *text == '#' ? strchr (text, ' ') + 1 : text;

  if (self->statements == NULL)
    settle (self);
  if (g_str_equal (what, "expect"))
    expect (self, "statement", place, rest);
  else if (g_str_equal (what, "expect_line"))
    expect (self, "statement_line", place, rest);
  else if (g_str_equal (what, "expect_statements"))
    g_assert_cmpuint (self->statements->len, ==, g_ascii_strtoull (text, NULL, 10));
  else if (g_str_equal (what, "expect_lines"))
    g_assert_cmpuint (((TroupeSettledStatement *) self->statements->pdata[0])->lines->len, ==, g_ascii_strtoull (text, NULL, 10));
  else if (g_str_equal (what, "expect_problem") && strstr (self->reasons->str, text) == NULL)
    g_error ("%s: %s: no problem says “%s” but:\n%s", where, self->name, text, self->reasons->str);
}

static void
check_identities (const Case *self)
{
  for (guint i = 0; self->statements != NULL && i < self->statements->len; i++)
    {
      const TroupeStatement *s = ((TroupeSettledStatement *) self->statements->pdata[i])->statement;

      g_assert_cmpint (s->gross - s->fee, ==, s->pool);
      g_assert_cmpint (s->earned + s->agency, ==, s->pool);
      g_assert_cmpint (s->opening + s->earned + s->corrections - s->paid, ==, s->closing);
    }
}

static void
run_line (Case       *self,
          const char *line)
{
  g_auto(GStrv) parts = g_strsplit (line, " ", 2);
  const char *rest = parts[1] != NULL ? parts[1] : "";

  if (g_str_equal (parts[0], "case"))
    {
      check_identities (self);
      end_case (self);
      begin_case (self, rest);
    }
  else if (g_str_equal (parts[0], "closed"))
    {
      self->in_closed = TRUE;
      g_assert_true (troupe_month_parse (rest, &self->closed_month, NULL));
    }
  else if (g_str_equal (parts[0], "open"))
    self->in_closed = FALSE;
  else if (g_str_has_prefix (parts[0], "expect"))
    expect_any (self, parts[0], rest);
  else
    add_record (self, parts[0], rest);
}

static void
test_file (gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "settlement", name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  Case current = { 0 };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s:%u", (const char *) name, i + 1);

      where = at;
      if (*lines[i] != '\0' && *lines[i] != '#')
        run_line (&current, lines[i]);
    }
  check_identities (&current);
  end_case (&current);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/settlement/vectors", "vectors.txt", test_file);
  g_test_add_data_func ("/settlement/rules", "rules.txt", test_file);
  g_test_add_data_func ("/settlement/balance", "balance.txt", test_file);
  return g_test_run ();
}
