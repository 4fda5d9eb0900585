#include "troupe-month-report.h"

#include "troupe-document-text.h"
#include "troupe-document-whole.h"
#include "troupe-month-sum.h"
#include "troupe-month-waiting.h"
#include "troupe-report-seal.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

enum
{
  LABEL, CURRENCY, GROSS, FEE, POOL, CREATORS, AGENCY, MARGIN, GROSS_BEFORE, FEE_BEFORE, CREATORS_BEFORE, AGENCY_BEFORE,
  N_COLUMNS
};

typedef struct
{
  const TroupeMonthSource *source;
  TroupeLang               lang;
  TroupeReport            *report;
  const char              *currency;   /* of the tables that are being made */
  GHashTable              *names;      /* creator id → name */
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
  return troupe_cell_money (minor, self->currency, 0);
}

/* Of 10,000; none where there is no income to take it of. */
static gint64
margin (const TroupeMonthSum *sum)
{
  return sum->gross > 0 ? troupe_scale (sum->agency, TROUPE_SHARE_WHOLE, sum->gross) : TROUPE_NONE;
}

static void
describe_columns (const Draft  *self,
                  const char   *label,
                  TroupeColumn  columns[N_COLUMNS])
{
  const TroupeColumn all[N_COLUMNS] = {
    [LABEL] = { "label", label, TROUPE_CELL_TEXT, 0 },
    [CURRENCY] = { "currency", say (self, "report.currency"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [GROSS] = { "gross", say (self, "statement.gross"), TROUPE_CELL_MONEY, 0 },
    [FEE] = { "fee", say (self, "statement.fee"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
    [POOL] = { "pool", say (self, "month_report.pool"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
    [CREATORS] = { "creators", say (self, "month_report.creators"), TROUPE_CELL_MONEY, 0 },
    [AGENCY] = { "agency", say (self, "month_report.agency"), TROUPE_CELL_MONEY, 0 },
    [MARGIN] = { "margin", say (self, "month_report.margin"), TROUPE_CELL_RATIO, TROUPE_COLUMN_DIM },
    [GROSS_BEFORE] = { "gross_before", say (self, "month_report.gross_before"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DATA },
    [FEE_BEFORE] = { "fee_before", say (self, "month_report.fee_before"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DATA },
    [CREATORS_BEFORE] = { "creators_before", say (self, "month_report.creators_before"), TROUPE_CELL_MONEY,
                          TROUPE_COLUMN_DATA },
    [AGENCY_BEFORE] = { "agency_before", say (self, "month_report.agency_before"), TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
  };

  for (int i = 0; i < N_COLUMNS; i++)
    columns[i] = all[i];
}

static void
add_row (Draft                  *self,
         TroupeTable            *table,
         TroupeRowStyle          style,
         const char             *label,
         const TroupeMonthGroup *group)
{
  const TroupeMonthSum *now = &group->now, *before = &group->before;
  const TroupeCell cells[N_COLUMNS] = {
    [LABEL] = troupe_cell_text (label, NULL),
    [CURRENCY] = troupe_cell_text (self->currency, NULL),
    [GROSS] = money (self, now->gross),
    [FEE] = money (self, -now->fee),
    [POOL] = money (self, now->pool),
    [CREATORS] = money (self, now->creators),
    [AGENCY] = money (self, now->agency),
    [MARGIN] = troupe_cell_number (TROUPE_CELL_RATIO, margin (now)),
    [GROSS_BEFORE] = money (self, before->gross),
    [FEE_BEFORE] = money (self, -before->fee),
    [CREATORS_BEFORE] = money (self, before->creators),
    [AGENCY_BEFORE] = money (self, before->agency),
  };

  troupe_report_add_row (self->report, table, style, cells);
}

static const char *
group_label (const Draft            *self,
             TroupeMonthKey          key,
             const TroupeMonthGroup *group)
{
  const char *name;

  if (key == TROUPE_MONTH_BY_PLATFORM)
    return troupe_platform_get_label (self->lang, group->word);
  if (key == TROUPE_MONTH_BY_KIND)
    return troupe_kind_get_label (self->lang, group->word);
  name = g_hash_table_lookup (self->names, &group->creator_id);
  return name != NULL ? name : "–";
}

/* Tables of another currency than the agency's carry its code in their name. */
static char *
table_name (const Draft *self,
            const char  *word,
            const char  *separator)
{
  if (g_strcmp0 (self->currency, self->source->agency->currency) == 0)
    return g_strdup (word);
  return g_strconcat (word, separator, self->currency, NULL);
}

static void
add_table (Draft          *self,
           const char     *word,
           TroupeMonthKey  key,
           gboolean        corrections)
{
  g_autoptr(GArray) groups = troupe_month_sum_group (key, self->currency, corrections, self->source->settled,
                                                     self->source->before);
  g_autofree char *phrase = g_strconcat ("month_report.by_", word, NULL);
  g_autofree char *id = table_name (self, word, "-");
  g_autofree char *heading = table_name (self, say (self, phrase), ", ");
  TroupeMonthGroup total = troupe_month_sum_total (groups);
  TroupeColumn columns[N_COLUMNS];
  TroupeTable *table;

  if (groups->len == 0)
    return;
  describe_columns (self, heading, columns);
  table = troupe_report_add_table (self->report, id, heading, columns, N_COLUMNS);
  for (guint i = 0; i < groups->len; i++)
    {
      const TroupeMonthGroup *group = &g_array_index (groups, TroupeMonthGroup, i);

      add_row (self, table, TROUPE_ROW_PLAIN, group_label (self, key, group), group);
    }
  add_row (self, table, TROUPE_ROW_TOTAL, say (self, "statement.sum"), &total);
}

static void
add_currency (Draft *self)
{
  add_table (self, "creator", TROUPE_MONTH_BY_CREATOR, FALSE);
  add_table (self, "platform", TROUPE_MONTH_BY_PLATFORM, FALSE);
  add_table (self, "kind", TROUPE_MONTH_BY_KIND, FALSE);
  add_table (self, "correction", TROUPE_MONTH_BY_CREATOR, TRUE);
}

/* Where a month has several currencies: what each of them comes to, before its tables. */
static void
add_totals (Draft     *self,
            GPtrArray *currencies)
{
  TroupeColumn columns[N_COLUMNS];
  TroupeTable *table;

  describe_columns (self, say (self, "month_report.by_currency"), columns);
  table = troupe_report_add_table (self->report, "currency", say (self, "month_report.by_currency"), columns, N_COLUMNS);
  for (guint i = 0; i < currencies->len; i++)
    {
      g_autoptr(GArray) groups = NULL;
      TroupeMonthGroup total;

      self->currency = currencies->pdata[i];
      groups = troupe_month_sum_group (TROUPE_MONTH_BY_CREATOR, self->currency, FALSE, self->source->settled,
                                       self->source->before);
      total = troupe_month_sum_total (groups);
      add_row (self, table, TROUPE_ROW_TOTAL, self->currency, &total);
    }
}

/* --- the head --- */

static void
begin_report (Draft *self)
{
  const TroupeMonthSource *source = self->source;
  g_autofree char *month = troupe_document_format_month (self->lang, source->month);
  g_autofree char *period = troupe_month_to_string (source->month);
  g_autofree char *number = g_strdup_printf ("M-%s", period);

  self->report = troupe_report_new (&(TroupeReportTitle) {
    .lang = self->lang, .name = "month", .number = number, .title = say (self, "month_report.title"), .subtitle = month,
    .agency = source->agency->name, .contact = source->agency->legal_name, .period = period,
    .currency = source->agency->currency, .zone = source->zone, .rules = source->rules, .made = source->made });
}

static char *
say_before (const Draft *self,
            gint64       before)
{
  const TroupeCell was = money (self, before);
  g_autofree char *amount = troupe_cell_format (&was);

  return troupe_phrase_format (self->lang, "month_report.was", "amount", amount, NULL);
}

static void
add_fact (Draft      *self,
          const char *id,
          gint64      now,
          gint64      before)
{
  g_autofree char *key = g_strconcat ("month_report.", id, NULL);
  g_autofree char *note = say_before (self, before);
  TroupeCell value = money (self, now);

  value.note = note;
  troupe_report_add_head (self->report, id, say (self, key), value);
}

static void
add_highlight (Draft  *self,
               gint64  now,
               gint64  before)
{
  g_autofree char *note = say_before (self, before);
  TroupeCell value = money (self, now);

  value.note = note;
  troupe_report_set_highlight (self->report, say (self, "month_report.agency"), value);
}

static void
add_count (Draft *self)
{
  guint n_drafts = 0;
  g_autofree char *count = NULL;
  g_autofree char *note = NULL;
  TroupeCell value = troupe_cell_number (TROUPE_CELL_INT, self->source->settled->len);

  for (guint i = 0; i < self->source->settled->len; i++)
    {
      const TroupeSettledStatement *settled = self->source->settled->pdata[i];

      n_drafts += g_str_equal (settled->statement->state, "draft");
    }
  count = g_strdup_printf ("%u", n_drafts);
  note = troupe_phrase_format (self->lang, n_drafts > 0 ? "month_report.drafts" : "month_report.closed", "count", count,
                               NULL);
  value.note = note;
  troupe_report_add_head (self->report, "statements", say (self, "month_report.statements"), value);
}

static void
add_head (Draft *self)
{
  g_autoptr(GArray) groups = troupe_month_sum_group (TROUPE_MONTH_BY_CREATOR, self->currency, FALSE,
                                                     self->source->settled, self->source->before);
  TroupeMonthGroup total = troupe_month_sum_total (groups);
  const TroupeMonthSum *now = &total.now;
  const TroupeDocumentPart parts[] = {
    { TROUPE_PART_AGENCY, "agency", "month_report.part_agency", now->agency },
    { TROUPE_PART_CREATOR, "creators", "month_report.part_creators", now->creators },
    { TROUPE_PART_PLATFORM, "platforms", "month_report.part_platforms", now->fee },
  };

  add_fact (self, "gross", now->gross, total.before.gross);
  add_fact (self, "fee", now->fee, total.before.fee);
  add_fact (self, "creators", now->creators, total.before.creators);
  add_count (self);
  add_highlight (self, now->agency, total.before.agency);
  troupe_document_divide (self->report, money (self, now->gross), parts, G_N_ELEMENTS (parts));
}

static GHashTable *
name_creators (GPtrArray *creators)
{
  GHashTable *names = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < creators->len; i++)
    {
      const TroupeCreator *creator = creators->pdata[i];

      g_hash_table_insert (names, (gpointer) &creator->id, (gpointer) creator->name);
    }
  return names;
}

TroupeReport *
troupe_month_report_new (const TroupeMonthSource *source)
{
  g_autoptr(GHashTable) names = name_creators (source->creators);
  g_autoptr(GPtrArray) currencies = troupe_month_sum_list_currencies (source->agency->currency, source->settled,
                                                                      source->before);
  Draft self = { source, source->lang, NULL, source->agency->currency, names };

  begin_report (&self);
  add_head (&self);
  if (currencies->len > 1)
    add_totals (&self, currencies);
  for (guint i = 0; i < currencies->len; i++)
    {
      self.currency = currencies->pdata[i];
      add_currency (&self);
    }
  troupe_month_waiting_add (self.report, source);
  troupe_report_add_note (self.report, say (&self, "month_report.note"));
  troupe_report_seal (self.report);
  return self.report;
}
