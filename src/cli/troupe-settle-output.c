#include "troupe-settle-output.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-creator.h"
#include "troupe-json-text.h"
#include "troupe-money.h"
#include "troupe-record-index.h"
#include "troupe-share.h"
#include "troupe-statement-line.h"
#include "troupe-text-table.h"
#include "troupe-vocabulary.h"

#define COLUMNS "llrrrrrrl"

static const char *
get_name (GHashTable *creators,
          gint64      id)
{
  const TroupeCreator *creator = troupe_record_index_find (creators, id);

  return creator != NULL ? creator->name : "?";
}

static GPtrArray *
list_lines (TroupeCall             *call,
            const TroupeStatement  *statement,
            GError                **error)
{
  return dex_await_boxed (troupe_office_list (call->office, &TROUPE_STATEMENT_LINE, "statement_id", statement->id), error);
}

/* --- for people --------------------------------------------------------------------------------- */

static void
add_header (TroupeTextTable *table)
{
  const char *const titles[] = { N_("Statement"), N_("Creator"), N_("Opening"), N_("Earned"), N_("Corrections"), N_("Paid"),
                                 N_("Closing"), N_("To pay"), "" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    troupe_text_table_add (table, *titles[i] != '\0' ? _(titles[i]) : "");
}

static void
add_amounts (TroupeTextTable       *table,
             const TroupeStatement *statement)
{
  const gint64 amounts[] = { statement->opening, statement->earned, statement->corrections, statement->paid,
                             statement->closing, statement->payable };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    troupe_text_table_take (table, troupe_money_format (amounts[i], statement->currency));
  troupe_text_table_add (table, statement->currency);
}

static void
add_to_sums (GHashTable            *sums,
             const TroupeStatement *statement)
{
  TroupeStatement *sum = g_hash_table_lookup (sums, statement->currency);

  if (sum == NULL)
    {
      sum = g_new0 (TroupeStatement, 1);
      sum->currency = statement->currency;
      g_hash_table_insert (sums, (gpointer) statement->currency, sum);
    }
  sum->opening += statement->opening;
  sum->earned += statement->earned;
  sum->corrections += statement->corrections;
  sum->paid += statement->paid;
  sum->closing += statement->closing;
  sum->payable += statement->payable;
}

static void
add_sums (TroupeTextTable *table,
          GHashTable      *sums)
{
  g_autoptr(GList) currencies = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) g_strcmp0);

  for (GList *currency = currencies; currency != NULL; currency = currency->next)
    {
      troupe_text_table_add (table, _("Total"));
      troupe_text_table_add (table, "");
      add_amounts (table, g_hash_table_lookup (sums, currency->data));
    }
}

static void
print_statements (TroupeCall               *call,
                  const TroupeSettleResult *result,
                  GHashTable               *creators)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new (COLUMNS);
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *text = NULL;

  add_header (table);
  for (guint i = 0; i < result->statements->len; i++)
    {
      const TroupeStatement *statement = g_ptr_array_index (result->statements, i);

      troupe_text_table_add (table, statement->number);
      troupe_text_table_add (table, get_name (creators, statement->creator_id));
      add_amounts (table, statement);
      add_to_sums (sums, statement);
    }
  if (result->statements->len > 1)
    add_sums (table, sums);
  text = troupe_text_table_to_string (table);
  troupe_call_print (call, "%s", text);
}

static void
add_line (TroupeCall                *call,
          TroupeTextTable           *table,
          const TroupeStatementLine *line)
{
  g_autofree char *month = troupe_month_to_string (line->month);

  troupe_text_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, line->position));
  troupe_text_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, line->id));
  troupe_text_table_add (table, month);
  troupe_text_table_add (table, troupe_platform_get_label (call->lang, line->platform));
  troupe_text_table_add (table, troupe_kind_get_label (call->lang, line->revenue_kind));
  troupe_text_table_take (table, troupe_micros_format (line->amount, line->unit));
  troupe_text_table_add (table, troupe_unit_get_label (call->lang, line->unit));
  troupe_text_table_take (table, troupe_money_format (line->gross, line->currency));
  troupe_text_table_take (table, troupe_money_format (line->fee, line->currency));
  troupe_text_table_take (table, troupe_share_format (line->share));
  troupe_text_table_take (table, troupe_money_format (line->creator, line->currency));
}

static gboolean
print_lines (TroupeCall             *call,
             const TroupeStatement  *statement,
             GError                **error)
{
  const char *const titles[] = { N_("#"), N_("Number"), N_("Month"), N_("Platform"), N_("Kind"), N_("Amount"), N_("Unit"),
                                 N_("Gross"), N_("Fee"), N_("Share"), N_("Creator’s part") };
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("rrlllrlrrrr");
  g_autoptr(GPtrArray) lines = list_lines (call, statement, error);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    troupe_text_table_add (table, _(titles[i]));
  for (guint i = 0; i < lines->len; i++)
    add_line (call, table, g_ptr_array_index (lines, i));
  text = troupe_text_table_to_string (table);
  troupe_call_print (call, "\n%s\n%s", statement->number, text);
  return TRUE;
}

static void
note_what_to_look_at (TroupeCall               *call,
                      const TroupeSettleResult *result)
{
  for (char **problem = result->problems; *problem != NULL; problem++)
    troupe_call_note (call, "%s", *problem);
  for (char **remark = result->remarks; *remark != NULL; remark++)
    troupe_call_note (call, "%s", *remark);
  if (result->waiting > 0)
    troupe_call_note (call, g_dngettext (GETTEXT_PACKAGE,
                                         "%" PRId64 " line waits until its account is assigned to a creator",
                                         "%" PRId64 " lines wait until their account is assigned to a creator",
                                         result->waiting), result->waiting);
}

gboolean
troupe_settle_output_print (TroupeCall                *call,
                            TroupeMonth                month,
                            const TroupeSettleResult  *result,
                            gboolean                   with_lines,
                            GError                   **error)
{
  g_autoptr(GHashTable) creators = troupe_record_index_new (result->creators);

  if (result->statements->len > 0)
    print_statements (call, result, creators);
  for (guint i = 0; with_lines && i < result->statements->len; i++)
    if (!print_lines (call, g_ptr_array_index (result->statements, i), error))
      return FALSE;
  note_what_to_look_at (call, result);
  return TRUE;
}

/* --- for programs ------------------------------------------------------------------------------- */

static gboolean
add_statement (TroupeCall             *call,
               TroupeJsonText         *json,
               const TroupeStatement  *statement,
               GHashTable             *creators,
               GError                **error)
{
  g_autoptr(GPtrArray) lines = list_lines (call, statement, error);

  if (lines == NULL)
    return FALSE;
  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_record (json, statement);
  troupe_json_text_add_text (json, "creator_name", get_name (creators, statement->creator_id));
  troupe_json_text_begin_array (json, "lines");
  for (guint i = 0; i < lines->len; i++)
    {
      troupe_json_text_begin_object (json, NULL);
      troupe_json_text_add_record (json, g_ptr_array_index (lines, i));
      troupe_json_text_end_object (json);
    }
  troupe_json_text_end_array (json);
  troupe_json_text_end_object (json);
  return TRUE;
}

static void
add_sentences (TroupeJsonText  *json,
               const char      *name,
               char           **sentences)
{
  troupe_json_text_begin_array (json, name);
  for (; *sentences != NULL; sentences++)
    troupe_json_text_add_text (json, NULL, *sentences);
  troupe_json_text_end_array (json);
}

gboolean
troupe_settle_output_print_json (TroupeCall                *call,
                                 TroupeMonth                month,
                                 const TroupeSettleResult  *result,
                                 GError                   **error)
{
  g_autoptr(GHashTable) creators = troupe_record_index_new (result->creators);
  g_autoptr(TroupeJsonText) json = troupe_json_text_new ();
  g_autofree char *month_text = troupe_month_to_string (month);
  g_autofree char *text = NULL;

  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_text (json, "month", month_text);
  troupe_json_text_begin_array (json, "statements");
  for (guint i = 0; i < result->statements->len; i++)
    if (!add_statement (call, json, g_ptr_array_index (result->statements, i), creators, error))
      return FALSE;
  troupe_json_text_end_array (json);
  add_sentences (json, "problems", result->problems);
  add_sentences (json, "remarks", result->remarks);
  troupe_json_text_add_int (json, "waiting", result->waiting);
  troupe_json_text_end_object (json);
  text = troupe_json_text_end (g_steal_pointer (&json));
  troupe_call_print (call, "%s", text);
  return TRUE;
}
