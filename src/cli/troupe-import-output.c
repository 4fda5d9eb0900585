#include "troupe-import-output.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-account.h"
#include "troupe-money.h"
#include "troupe-text-table.h"
#include "troupe-vocabulary.h"

/* A terminal is no place for the ten thousand rows that a wrong column spoils. Nor for those that only
 * wait: their accounts are listed. */
#define MOST_ROWS 50
#define MOST_ACCOUNTS 50

static char *
format_rows (const TroupeImportRow *row)
{
  if (row->first_row == row->last_row)
    return g_strdup_printf (_("row %" PRId64), row->first_row);
  return g_strdup_printf (_("rows %" PRId64 "–%" PRId64), row->first_row, row->last_row);
}

static const char *
get_outcome_label (const char *outcome)
{
  static const char *const labels[][2] = {
    { "updated", N_("updated") },
    { "duplicate", N_("known already") },
    { "failed", N_("failed") },
    { "waiting", N_("waiting") },
    { "warned", N_("note") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i][0], outcome))
      return _(labels[i][1]);
  return outcome;
}

static void
add_row (TroupeTextTable       *table,
         const TroupeImportRow *row)
{
  troupe_text_table_add (table, "");
  troupe_text_table_take (table, format_rows (row));
  troupe_text_table_add (table, get_outcome_label (row->outcome));
  if (row->column != NULL)
    troupe_text_table_take (table, g_strdup_printf ("%s: %s", row->column, row->reason != NULL ? _(row->reason) : ""));
  else
    troupe_text_table_add (table, row->reason != NULL ? _(row->reason) : NULL);
}

static gboolean
is_told (const TroupeImportRow *row,
         const char            *outcome)
{
  return outcome != NULL ? g_str_equal (row->outcome, outcome) : !g_str_equal (row->outcome, "waiting");
}

void
troupe_import_output_print_rows (TroupeCall *call,
                                 GPtrArray  *rows,
                                 const char *outcome)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("llll");
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TroupeImportRow *row = g_ptr_array_index (rows, i);

      if (is_told (row, outcome) && n++ < MOST_ROWS)
        add_row (table, row);
    }
  text = troupe_text_table_to_string (table);
  troupe_call_print (call, "%s", text);
  if (n > MOST_ROWS)
    troupe_call_print (call, _("  … and %u more; --json lists them all\n"), n - MOST_ROWS);
}

/* "USD 12.5; CNY 3": each unit and its decimal text. */
static char **
split_total (const char *total)
{
  return g_strsplit (total != NULL ? total : "", "; ", -1);
}

/* "USD 12.50" of "USD 12.5", "5 diamonds" of "diamond 5"; NULL of anything else. */
static char *
format_part (TroupeCall *call,
             const char *part)
{
  g_auto(GStrv) words = g_strsplit (part, " ", 2);
  g_autofree char *amount = NULL;
  const char *unit;
  gint64 micros = 0;

  if (words[0] == NULL || words[1] == NULL || !troupe_decimal_parse (words[1], TROUPE_MICRO_PLACES, &micros, NULL, NULL))
    return NULL;
  amount = troupe_micros_format (micros, words[0]);
  unit = troupe_unit_get_label (call->lang, words[0]);
  return g_ascii_isupper (*words[0]) ? g_strdup_printf ("%s %s", unit, amount) : g_strdup_printf ("%s %s", amount, unit);
}

static void
print_total (TroupeCall   *call,
             TroupeImport *import)
{
  g_auto(GStrv) parts = split_total (import->total);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *amount = format_part (call, *part);

      if (amount != NULL)
        troupe_call_print (call, _("  total %s\n"), amount);
    }
}

static void
print_stated_total (TroupeCall               *call,
                    const TroupeImportResult *result)
{
  g_autofree char *stated = result->stated_total != NULL ? format_part (call, result->stated_total) : NULL;
  g_autofree char *excess = result->stated_excess != NULL ? format_part (call, result->stated_excess) : NULL;

  if (stated == NULL)
    return;
  if (excess == NULL)
    troupe_call_print (call, _("  the file’s own total %s: equal\n"), stated);
  else
    troupe_call_print (call, _("  the file’s own total %s: its rows differ by %s\n"), stated, excess);
}

/* A word of a command line: as it is, or quoted where a shell would split or expand it. */
static char *
quote_word (const char *word)
{
  for (const char *c = word; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_./:@+", *c) == NULL && (guchar) *c < 0x80)
      return g_shell_quote (word);
  return g_strdup (word);
}

static void
print_accounts (TroupeCall *call,
                GPtrArray  *accounts)
{
  if (accounts->len == 0)
    return;
  troupe_call_print (call, g_dngettext (GETTEXT_PACKAGE, "  %u unknown account; its lines wait until it is assigned:\n",
                                     "  %u unknown accounts; their lines wait until they are assigned:\n", accounts->len),
                     accounts->len);
  for (guint i = 0; i < MIN (accounts->len, MOST_ACCOUNTS); i++)
    {
      const TroupeAccount *account = g_ptr_array_index (accounts, i);
      g_autofree char *file = quote_word (call->words[0]);
      g_autofree char *word = g_strdup_printf ("%s:%s", account->platform, account->handle);
      g_autofree char *quoted = quote_word (word);

      troupe_call_print (call, _("    troupe assign %s %s CREATOR\n"), file, quoted);
    }
  if (accounts->len > MOST_ACCOUNTS)
    troupe_call_print (call, _("    … and %u more\n"), accounts->len - MOST_ACCOUNTS);
}

static void
print_counts (TroupeCall         *call,
              const TroupeImport *import)
{
  troupe_call_print (call, g_dngettext (GETTEXT_PACKAGE, "  %" PRId64 " row: %" PRId64 " new, %" PRId64 " updated, %"
                                     PRId64 " known already, %" PRId64 " failed\n",
                                     "  %" PRId64 " rows: %" PRId64 " new, %" PRId64 " updated, %"
                                     PRId64 " known already, %" PRId64 " failed\n", import->rows),
                     import->rows, import->new_rows, import->updated_rows, import->duplicate_rows, import->failed_rows);
  if (import->waiting_rows > 0)
    troupe_call_print (call, g_dngettext (GETTEXT_PACKAGE, "  %" PRId64 " of the new rows waits for its account’s creator\n",
                                          "  %" PRId64 " of the new rows wait for their accounts’ creators\n",
                                          import->waiting_rows), import->waiting_rows);
}

static void
print_late (TroupeCall            *call,
            const TroupeLateLines *late)
{
  g_autofree char *first = NULL, *booked = NULL;

  if (late->lines == 0)
    return;
  first = troupe_month_to_string (late->first);
  booked = troupe_month_to_string (late->booked);
  troupe_call_print (call, g_dngettext (GETTEXT_PACKAGE,
                                     "  %" PRId64 " line of closed months (from %s) is booked in %s as a correction\n",
                                     "  %" PRId64 " lines of closed months (from %s) are booked in %s as corrections\n",
                                     late->lines), late->lines, first, booked);
}

void
troupe_import_output_print (TroupeCall               *call,
                            const char               *file_name,
                            const TroupeImportResult *result)
{
  const TroupeImport *import = result->import;

  troupe_call_print (call, "%s (%s)\n", file_name, import->profile);
  if (result->identical)
    {
      troupe_call_print (call, _("  this very file was imported before, as import %" PRId64 "; nothing was done. To import it "
                                 "for another account, withdraw that import first\n"), import->id);
      return;
    }
  print_counts (call, import);
  print_total (call, result->import);
  print_stated_total (call, result);
  print_late (call, &result->late);
  if (import->note != NULL)
    troupe_call_print (call, "  %s\n", import->note);
  if (import->id != 0)
    troupe_call_print (call, _("  import number %" PRId64 "\n"), import->id);
  troupe_import_output_print_rows (call, result->rows, NULL);
  print_accounts (call, result->accounts);
}

/* --- JSON --------------------------------------------------------------------------------------- */

static void
add_counts (TroupeJsonText     *json,
            const TroupeImport *import)
{
  const struct { const char *name; gint64 value; } counts[] = {
    { "rows", import != NULL ? import->rows : 0 },
    { "lines", import != NULL ? import->lines : 0 },
    { "new", import != NULL ? import->new_rows : 0 },
    { "updated", import != NULL ? import->updated_rows : 0 },
    { "duplicate", import != NULL ? import->duplicate_rows : 0 },
    { "failed", import != NULL ? import->failed_rows : 0 },
    { "waiting", import != NULL ? import->waiting_rows : 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    troupe_json_text_add_int (json, counts[i].name, counts[i].value != TROUPE_NONE ? counts[i].value : 0);
}

static void
add_total (TroupeJsonText *json,
           const char     *name,
           const char     *total)
{
  g_auto(GStrv) parts = split_total (total);

  troupe_json_text_begin_object (json, name);
  for (char **part = parts; *part != NULL; part++)
    {
      g_auto(GStrv) words = g_strsplit (*part, " ", 2);

      if (words[0] != NULL && words[1] != NULL)
        troupe_json_text_add_text (json, words[0], words[1]);
    }
  troupe_json_text_end_object (json);
}

static void
add_problem (TroupeJsonText        *json,
             const TroupeImportRow *row)
{
  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_int (json, "row", row->first_row);
  troupe_json_text_add_int (json, "last_row", row->last_row);
  troupe_json_text_add_text (json, "outcome", row->outcome);
  troupe_json_text_add_text (json, "column", row->column);
  troupe_json_text_add_text (json, "reason", row->reason);
  troupe_json_text_end_object (json);
}

static void
add_problems (TroupeJsonText           *json,
              const TroupeImportResult *result,
              const char               *refusal)
{
  const TroupeImportRow refused = { .first_row = TROUPE_NONE, .last_row = TROUPE_NONE, .outcome = "refused", .reason = refusal };

  troupe_json_text_begin_array (json, "problems");
  if (refusal != NULL)
    add_problem (json, &refused);
  for (guint i = 0; result != NULL && i < result->rows->len; i++)
    add_problem (json, g_ptr_array_index (result->rows, i));
  troupe_json_text_end_array (json);
}

void
troupe_import_output_add_json (TroupeJsonText           *json,
                               const char               *file_name,
                               const TroupeImportResult *result,
                               const char               *refusal)
{
  const TroupeImport *import = result != NULL ? result->import : NULL;
  const TroupeImport known = { .rows = import != NULL ? import->rows : 0, .duplicate_rows = import != NULL ? import->rows : 0 };
  const TroupeImport *counted = refusal != NULL ? NULL : result->identical ? &known : import;

  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_text (json, "file", file_name);
  troupe_json_text_add_text (json, "profile", import != NULL ? import->profile : NULL);
  add_counts (json, counted);
  add_total (json, "total", refusal == NULL ? import->total : NULL);
  add_total (json, "stated_total", result != NULL ? result->stated_total : NULL);
  add_total (json, "stated_excess", result != NULL ? result->stated_excess : NULL);
  add_problems (json, result, refusal);
  troupe_json_text_end_object (json);
}
