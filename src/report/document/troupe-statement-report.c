#include "troupe-statement-report.h"

#include "troupe-document-text.h"
#include "troupe-document-whole.h"
#include "troupe-money.h"
#include "troupe-report-seal.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

#include <string.h>

typedef struct
{
  const TroupeStatementSource *source;
  const TroupeStatement       *statement;
  TroupeLang                   lang;
  TroupeReport                *report;
} Draft;

static const char *
say (const Draft *self,
     const char  *key)
{
  return troupe_phrase (self->lang, key);
}

static TroupeCell
money (const Draft *self,
       gint64       minor)
{
  return troupe_cell_money (minor, self->statement->currency, 0);
}

/* A figure of the statement itself. */
static TroupeCell
figure (const Draft *self,
        const char  *name,
        gint64       minor)
{
  TroupeCell cell = money (self, minor);

  cell.figure = name;
  return cell;
}

static gpointer
find_record (GPtrArray *records,
             gint64     id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (troupe_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

static gboolean
is_draft (const Draft *self)
{
  return g_str_equal (self->statement->state, "draft");
}

static gboolean
is_correction (const TroupeStatementLine *line)
{
  return g_str_equal (line->kind, "correction");
}

/* --- the head --- */

static void
begin_report (Draft *self)
{
  const TroupeStatementSource *source = self->source;
  g_autofree char *month = troupe_document_format_month (self->lang, self->statement->month);
  g_autofree char *subtitle = is_draft (self) ? g_strdup_printf ("%s · %s", month, say (self, "statement.draft")) : NULL;
  g_autofree char *period = troupe_month_to_string (self->statement->month);
  g_autofree char *contact = NULL;

  if (source->agency->contact != NULL)
    contact = troupe_phrase_format (self->lang, "statement.contact", "contact", source->agency->contact, NULL);
  self->report = troupe_report_new (&(TroupeReportTitle) {
    .lang = self->lang, .name = "statement", .number = self->statement->number,
    .title = say (self, "statement.title"), .subtitle = subtitle != NULL ? subtitle : month,
    .agency = source->agency->name, .contact = contact, .period = period, .currency = self->statement->currency,
    .zone = source->zone, .rules = source->rules, .made = source->made });
}

static char *
legal_name (const Draft        *self,
            const TroupePerson *person)
{
  return self->source->legal_names ? g_strdup (person->name) : troupe_document_mask_name (person);
}

static void
add_creator (Draft *self)
{
  const TroupePerson *person = self->source->person;
  g_autofree char *name = person != NULL ? legal_name (self, person) : NULL;
  g_autofree char *note = NULL;

  if (name != NULL)
    note = troupe_phrase_format (self->lang,
                                 self->source->legal_names ? "statement.legal_name" : "statement.masked_name",
                                 "name", name, NULL);
  troupe_report_add_head (self->report, "creator", say (self, "statement.for"),
                          troupe_cell_text (self->source->creator->name, note));
}

static void
add_payee (Draft *self)
{
  const TroupePerson *payee = self->source->payee != NULL ? self->source->payee : self->source->person;
  g_autofree char *name = payee != NULL ? legal_name (self, payee) : NULL;
  g_autofree char *note = NULL;
  gsize length = payee != NULL && payee->bank_account != NULL ? strlen (payee->bank_account) : 0;

  if (payee == NULL)
    return;
  if (length >= 8)
    note = troupe_phrase_format (self->lang, "statement.account_ending", "digits", payee->bank_account + length - 4, NULL);
  troupe_report_add_head (self->report, "payee", say (self, "statement.payee"), troupe_cell_text (name, note));
}

/* The contract's newest version of the month: an amendment raises that of the terms it changes, and those that go on
 * keep theirs, as do terms that only add something. 0 and the contract's own day where no term is known. */
static gint64
find_version (const Draft *self,
              TroupeDay   *ret_since)
{
  const TroupeContract *contract = self->source->contract;
  TroupeDay last = troupe_month_get_last (self->statement->month);
  gint64 newest = 0;

  *ret_since = contract->start_day;
  for (guint i = 0; self->source->terms != NULL && i < self->source->terms->len; i++)
    {
      const TroupeTerm *term = self->source->terms->pdata[i];

      if (term->contract_id != contract->id || term->start_day > last || term->version < newest)
        continue;
      *ret_since = term->version > newest ? term->start_day : MIN (*ret_since, term->start_day);
      newest = term->version;
    }
  return newest;
}

static void
add_contract (Draft *self)
{
  const TroupeContract *contract = self->source->contract;
  TroupeDay since;
  gint64 newest = find_version (self, &since);
  g_autofree char *day = troupe_day_to_string (since);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, newest);
  g_autofree char *note = troupe_phrase_format (self->lang, newest > 0 ? "statement.version_since" : "statement.since",
                                                "version", version, "day", day, NULL);

  troupe_report_add_head (self->report, "contract", say (self, "statement.contract"),
                          troupe_cell_text (contract->number != NULL ? contract->number : "–", note));
}

/* When it was made stands in the footer: here it would be part of what the checksum is of. */
static void
add_number (Draft *self)
{
  troupe_report_add_head (self->report, "number", say (self, "statement.number"),
                          troupe_cell_text (self->statement->number,
                                            say (self, is_draft (self) ? "statement.open" : "statement.final")));
}

/* --- the figure of the page --- */

static char *
format_minimum (const Draft *self)
{
  g_autofree char *amount = troupe_money_format (self->statement->minimum, self->statement->currency);

  return troupe_phrase_format (self->lang, "statement.below_minimum", "amount", amount, NULL);
}

/* Why nothing, or not all, is paid now. NULL when all is. */
static char *
explain_carry (const Draft *self)
{
  const TroupeStatement *statement = self->statement;

  if (statement->closing == statement->payable)
    return NULL;
  if (statement->closing < 0)
    return g_strdup (say (self, "statement.negative"));
  if (statement->minimum != TROUPE_NONE && statement->minimum > 0)
    return format_minimum (self);
  return g_strdup (say (self, "statement.carried"));
}

static void
add_highlight (Draft *self)
{
  const TroupeStatement *statement = self->statement;
  TroupeCell payable = figure (self, "payable", statement->payable);
  g_autofree char *note = explain_carry (self);
  g_autofree char *capitals = troupe_money_capitals (statement->payable);

  if (note == NULL && g_str_equal (statement->currency, "CNY"))
    note = troupe_phrase_format (self->lang, "statement.capitals", "amount", capitals, NULL);
  payable.note = note;
  troupe_report_set_highlight (self->report, say (self, "statement.payable_now"), payable);
}

static void
add_parts (Draft *self)
{
  const TroupeStatement *statement = self->statement;
  const TroupeDocumentPart parts[] = {
    { TROUPE_PART_CREATOR, "creator", "statement.part_creator", statement->earned },
    { TROUPE_PART_AGENCY, "agency", "statement.part_agency", statement->agency },
    { TROUPE_PART_PLATFORM, "platform", "statement.part_platform", statement->fee },
  };

  troupe_document_divide (self->report, money (self, statement->gross), parts, G_N_ELEMENTS (parts));
}

/* --- 1: what came in --- */

enum
{
  INCOME_LABEL, INCOME_PLATFORM, INCOME_KIND, INCOME_ACCOUNT, INCOME_NAME, INCOME_FIRST, INCOME_LAST, INCOME_ROWS, INCOME_SOURCE,
  INCOME_UNIT_RATE, INCOME_EXCHANGE_RATE, INCOME_GROSS, INCOME_FEE, INCOME_FEE_SHARE, INCOME_POOL, N_INCOME
};

/* How people call the account; columns for machines keep this apart from what the platform's files say. */
static const char *
account_name (const Draft               *self,
              const TroupeStatementLine *line)
{
  const TroupeAccount *account = find_record (self->source->accounts, line->account_id);

  if (account == NULL)
    return NULL;
  return account->name != NULL ? account->name : account->handle;
}

/* Kinds begin with a capital where they stand alone, here they follow the platform. */
static char *
line_label (const Draft               *self,
            const TroupeStatementLine *line)
{
  g_autofree char *kind = g_strdup (troupe_kind_get_label (self->lang, line->revenue_kind));

  *kind = g_ascii_tolower (*kind);
  return troupe_phrase_format (self->lang, "statement.line", "platform",
                               troupe_platform_get_label (self->lang, line->platform), "kind", kind, NULL);
}

static void
append_rate (GString *note,
             gint64   rate)
{
  g_autofree char *text = NULL;

  if (rate == TROUPE_NONE || rate == TROUPE_RATE_ONE)
    return;
  text = troupe_decimal_format (rate, TROUPE_RATE_PLACES, 0);
  g_string_append_printf (note, " × %s", text);
}

/* Whose account, which days, and how what the platform counted became money of the statement. */
static char *
income_note (const Draft               *self,
             const TroupeStatementLine *line)
{
  const char *account = account_name (self, line);
  g_autofree char *days = troupe_document_format_days (line->first_day, line->last_day);
  GString *note = g_string_new (NULL);

  if (account != NULL)
    g_string_append_printf (note, "%s · ", account);
  g_string_append (note, days);
  if (!g_str_equal (line->unit, line->currency))
    {
      g_autofree char *amount = troupe_micros_format (line->amount, line->unit);

      g_string_append_printf (note, " · %s %s", amount, troupe_unit_get_label (self->lang, line->unit));
      append_rate (note, line->unit_rate);
      append_rate (note, line->exchange_rate);
    }
  return g_string_free (note, FALSE);
}

static void
add_income_row (Draft                     *self,
                TroupeTable               *table,
                const TroupeStatementLine *line)
{
  g_autofree char *label = line_label (self, line);
  g_autofree char *note = income_note (self, line);
  const TroupeAccount *account = find_record (self->source->accounts, line->account_id);
  TroupeCell cells[N_INCOME] = {
    [INCOME_LABEL] = troupe_cell_text (label, note),
    [INCOME_PLATFORM] = troupe_cell_text (line->platform, NULL),
    [INCOME_KIND] = troupe_cell_text (line->revenue_kind, NULL),
    [INCOME_ACCOUNT] = troupe_cell_text (account != NULL ? account->handle : NULL, NULL),
    [INCOME_NAME] = troupe_cell_text (account != NULL ? account->name : NULL, NULL),
    [INCOME_FIRST] = troupe_cell_number (TROUPE_CELL_DAY, line->first_day),
    [INCOME_LAST] = troupe_cell_number (TROUPE_CELL_DAY, line->last_day),
    [INCOME_ROWS] = troupe_cell_number (TROUPE_CELL_INT, line->rows),
    [INCOME_SOURCE] = troupe_cell_micros (line->amount, line->unit),
    [INCOME_UNIT_RATE] = troupe_cell_number (TROUPE_CELL_RATE, line->unit_rate),
    [INCOME_EXCHANGE_RATE] = troupe_cell_number (TROUPE_CELL_RATE, line->exchange_rate),
    [INCOME_GROSS] = money (self, line->gross),
    [INCOME_FEE] = money (self, -line->fee),
    [INCOME_FEE_SHARE] = troupe_cell_number (TROUPE_CELL_SHARE, line->fee_share),
    [INCOME_POOL] = troupe_cell_money (line->pool, line->currency, line->id),
  };

  troupe_report_add_row (self->report, table, TROUPE_ROW_PLAIN, cells);
}

static void
add_income (Draft *self)
{
  const TroupeColumn columns[N_INCOME] = {
    [INCOME_LABEL] = { "label", say (self, "statement.income"), TROUPE_CELL_TEXT, 0 },
    [INCOME_PLATFORM] = { "platform", say (self, "statement.platform"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [INCOME_KIND] = { "kind", say (self, "statement.kind"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [INCOME_ACCOUNT] = { "account", say (self, "statement.account"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [INCOME_NAME] = { "account_name", say (self, "statement.account_name"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [INCOME_FIRST] = { "first_day", say (self, "statement.first_day"), TROUPE_CELL_DAY, TROUPE_COLUMN_DATA },
    [INCOME_LAST] = { "last_day", say (self, "statement.last_day"), TROUPE_CELL_DAY, TROUPE_COLUMN_DATA },
    [INCOME_ROWS] = { "rows", say (self, "statement.rows"), TROUPE_CELL_INT, TROUPE_COLUMN_DATA },
    [INCOME_SOURCE] = { "source", say (self, "statement.source"), TROUPE_CELL_MICROS, TROUPE_COLUMN_DATA },
    [INCOME_UNIT_RATE] = { "unit_rate", say (self, "statement.unit_rate"), TROUPE_CELL_RATE, TROUPE_COLUMN_DATA },
    [INCOME_EXCHANGE_RATE] = { "exchange_rate", say (self, "statement.exchange_rate"), TROUPE_CELL_RATE,
                               TROUPE_COLUMN_DATA },
    [INCOME_GROSS] = { "gross", say (self, "statement.gross"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
    [INCOME_FEE] = { "fee", say (self, "statement.fee"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
    [INCOME_FEE_SHARE] = { "fee_share", say (self, "statement.fee_share"), TROUPE_CELL_SHARE, TROUPE_COLUMN_DIM },
    [INCOME_POOL] = { "pool", say (self, "statement.pool"), TROUPE_CELL_MONEY, 0 },
  };
  TroupeTable *table = troupe_report_add_table (self->report, "income", say (self, "statement.income_heading"),
                                                columns, N_INCOME);
  TroupeCell total[N_INCOME] = { troupe_cell_text (say (self, "statement.sum"), NULL) };

  for (guint i = 0; i < self->source->lines->len; i++)
    if (!is_correction (self->source->lines->pdata[i]))
      add_income_row (self, table, self->source->lines->pdata[i]);
  total[INCOME_GROSS] = figure (self, "gross", self->statement->gross);
  total[INCOME_FEE] = figure (self, "fee", -self->statement->fee);
  total[INCOME_POOL] = figure (self, "pool", self->statement->pool);
  troupe_report_add_row (self->report, table, TROUPE_ROW_TOTAL, total);
}

/* --- 2 and 3: the share, and the way to the payment --- */

enum { SHARE_LABEL, SHARE_CLAUSE, SHARE_VERSION, SHARE_BASIS, SHARE_RATE, SHARE_AMOUNT, N_SHARE };

static void
describe_share_columns (const Draft  *self,
                        TroupeColumn  columns[N_SHARE],
                        guint         amount_flags)
{
  columns[SHARE_LABEL] = (TroupeColumn) { "label", say (self, "statement.item"), TROUPE_CELL_TEXT, 0 };
  columns[SHARE_CLAUSE] = (TroupeColumn) { "clause", say (self, "statement.clause"), TROUPE_CELL_TEXT,
                                           TROUPE_COLUMN_DATA };
  columns[SHARE_VERSION] = (TroupeColumn) { "version", say (self, "statement.version"), TROUPE_CELL_INT,
                                            TROUPE_COLUMN_DATA };
  columns[SHARE_BASIS] = (TroupeColumn) { "basis", say (self, "statement.basis"), TROUPE_CELL_MONEY,
                                          TROUPE_COLUMN_DIM };
  columns[SHARE_RATE] = (TroupeColumn) { "rate", say (self, "statement.rate"), TROUPE_CELL_SHARE, TROUPE_COLUMN_DIM };
  columns[SHARE_AMOUNT] = (TroupeColumn) { "amount", say (self, "statement.amount"), TROUPE_CELL_MONEY, amount_flags };
}

static void
add_share_row (Draft                     *self,
               TroupeTable               *table,
               const TroupeStatementLine *line,
               const char                *label,
               const char                *note)
{
  gint64 basis = g_str_equal (line->basis, "gross") ? line->gross : line->pool;
  TroupeCell cells[N_SHARE] = {
    [SHARE_LABEL] = troupe_cell_text (label, note),
    [SHARE_CLAUSE] = troupe_cell_text (line->clause, NULL),
    [SHARE_VERSION] = troupe_cell_number (TROUPE_CELL_INT, line->version),
    [SHARE_BASIS] = money (self, basis),
    [SHARE_RATE] = troupe_cell_number (TROUPE_CELL_SHARE, line->share),
    [SHARE_AMOUNT] = troupe_cell_money (line->creator, line->currency, line->id),
  };

  troupe_report_add_row (self->report, table, TROUPE_ROW_PLAIN, cells);
}

static void
add_share_total (Draft          *self,
                 TroupeTable    *table,
                 TroupeRowStyle  style,
                 const char     *label,
                 TroupeCell      amount)
{
  TroupeCell cells[N_SHARE] = { troupe_cell_text (label, NULL) };

  cells[SHARE_AMOUNT] = amount;
  troupe_report_add_row (self->report, table, style, cells);
}

static char *
share_note (const Draft               *self,
            const TroupeStatementLine *line)
{
  const char *account = account_name (self, line);
  const char *gross = g_str_equal (line->basis, "gross") ? say (self, "statement.of_gross") : NULL;
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, line->version);
  g_autofree char *rule = line->clause != NULL
                            ? troupe_phrase_format (self->lang, "statement.by_clause", "clause", line->clause, NULL)
                            : troupe_phrase_format (self->lang, "statement.by_version", "version", version, NULL);

  return g_strdup_printf ("%s%s%s%s%s", account != NULL ? account : "", account != NULL ? " · " : "", rule,
                          gross != NULL ? " · " : "", gross != NULL ? gross : "");
}

static void
add_shares (Draft *self)
{
  TroupeColumn columns[N_SHARE];
  TroupeTable *table;
  g_autofree char *month = troupe_document_format_month (self->lang, self->statement->month);
  g_autofree char *earned = troupe_phrase_format (self->lang, "statement.earned_in", "month", month, NULL);

  describe_share_columns (self, columns, 0);
  table = troupe_report_add_table (self->report, "share", say (self, "statement.share_heading"), columns, N_SHARE);
  for (guint i = 0; i < self->source->lines->len; i++)
    {
      const TroupeStatementLine *line = self->source->lines->pdata[i];
      g_autofree char *label = line_label (self, line);
      g_autofree char *note = share_note (self, line);

      if (!is_correction (line))
        add_share_row (self, table, line, label, note);
    }
  add_share_total (self, table, TROUPE_ROW_TOTAL, earned, figure (self, "earned", self->statement->earned));
}

static void
add_correction (Draft                     *self,
                TroupeTable               *table,
                const TroupeStatementLine *line)
{
  const TroupeStatement *corrected = find_record (self->source->corrected, line->corrects_id);
  g_autofree char *month = troupe_document_format_month (self->lang, line->month);
  g_autofree char *item = line_label (self, line);
  g_autofree char *label = troupe_phrase_format (self->lang, "statement.correction", "month", month, "item", item, NULL);
  g_autofree char *note = NULL;

  if (corrected != NULL)
    note = troupe_phrase_format (self->lang, "statement.corrects", "number", corrected->number, NULL);
  add_share_row (self, table, line, label, note != NULL ? note : say (self, "statement.late"));
}

static void
add_plain_row (Draft       *self,
               TroupeTable *table,
               const char  *label,
               const char  *note,
               TroupeCell   amount)
{
  TroupeCell cells[N_SHARE] = { troupe_cell_text (label, note) };

  cells[SHARE_AMOUNT] = amount;
  troupe_report_add_row (self->report, table, TROUPE_ROW_PLAIN, cells);
}

/* What the statement counts as paid is the truth; each payment is named, the rest in one line. */
static void
add_payments (Draft       *self,
              TroupeTable *table)
{
  gint64 rest = self->statement->paid;

  for (guint i = 0; self->source->payments != NULL && i < self->source->payments->len; i++)
    {
      const TroupePayment *payment = self->source->payments->pdata[i];
      g_autofree char *day = troupe_day_to_string (payment->day);
      g_autofree char *label = troupe_phrase_format (self->lang, "statement.paid_on", "day", day, NULL);

      add_plain_row (self, table, label, payment->reference, money (self, -payment->amount));
      rest -= payment->amount;
    }
  if (rest != 0)
    add_plain_row (self, table, say (self, "statement.paid"), NULL, figure (self, "paid", -rest));
}

static void
add_balance (Draft *self)
{
  const TroupeStatement *statement = self->statement;
  TroupeColumn columns[N_SHARE];
  TroupeTable *table;
  g_autofree char *carry = explain_carry (self);

  describe_share_columns (self, columns, TROUPE_COLUMN_SIGN);
  table = troupe_report_add_table (self->report, "balance", say (self, "statement.balance_heading"), columns, N_SHARE);
  add_plain_row (self, table, say (self, "statement.opening"), NULL, figure (self, "opening", statement->opening));
  add_plain_row (self, table, say (self, "statement.earned"), NULL, figure (self, "earned", statement->earned));
  for (guint i = 0; i < self->source->lines->len; i++)
    if (is_correction (self->source->lines->pdata[i]))
      add_correction (self, table, self->source->lines->pdata[i]);
  add_payments (self, table);
  add_share_total (self, table, TROUPE_ROW_TOTAL, say (self, "statement.closing"),
                   figure (self, "closing", statement->closing));
  if (carry != NULL)
    add_plain_row (self, table, say (self, "statement.carry_over"), carry,
                   money (self, statement->payable - statement->closing));
  add_share_total (self, table, TROUPE_ROW_GRAND, say (self, "statement.payable"),
                   figure (self, "payable", statement->payable));
}

TroupeReport *
troupe_statement_report_new (const TroupeStatementSource *source)
{
  Draft self = { source, source->statement, source->lang };

  begin_report (&self);
  add_creator (&self);
  add_payee (&self);
  add_contract (&self);
  add_number (&self);
  add_highlight (&self);
  add_parts (&self);
  add_income (&self);
  add_shares (&self);
  add_balance (&self);
  troupe_report_add_note (self.report, say (&self, is_draft (&self) ? "statement.draft_note" : "statement.accept"));
  troupe_report_add_signature (self.report, say (&self, "statement.sign_creator"));
  troupe_report_add_signature (self.report, say (&self, "statement.sign_agency"));
  troupe_report_seal (self.report);
  return self.report;
}
