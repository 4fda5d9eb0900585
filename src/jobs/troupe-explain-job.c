#include "troupe-settle-job.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "troupe-error.h"
#include "troupe-evidence-store.h"
#include "troupe-explanation.h"
#include "troupe-fiber.h"
#include "troupe-import.h"
#include "troupe-ledger-store.h"
#include "troupe-money.h"
#include "troupe-office-private.h"
#include "troupe-vocabulary.h"

/* Of a line's evidence this many are shown; the rest is counted. */
#define EVIDENCE_LINES 50
#define EVIDENCE_PAGE 500

typedef struct
{
  TroupeOffice *office;
  gint64        id;         /* of a statement line, or of a statement when there is a figure */
  char         *figure;
  TroupeLang    lang;
} Job;

static Job *
job_new (TroupeOffice *office,
         gint64        id,
         const char   *figure,
         TroupeLang    lang)
{
  Job *self = g_new (Job, 1);

  *self = (Job) { g_object_ref (office), id, g_strdup (figure), lang };
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->office);
  g_free (self->figure);
  g_free (self);
}

/* --- evidence ----------------------------------------------------------------------------------- */

/* "2026-10-04 T-88213: 12.50 USD", and the row of the file in which it stands. */
static TroupeDerivation *
derive_evidence (const Job          *job,
                 const TroupeLine   *line,
                 const TroupeImport *import)
{
  g_autofree char *day = troupe_day_to_string (line->day);
  g_autofree char *label = line->ref != NULL ? g_strdup_printf ("%s %s", day, line->ref) : g_strdup (day);
  g_autofree char *amount = troupe_micros_format (line->amount, line->unit);
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, line->row);
  TroupeDerivation *node = troupe_derivation_new (label, g_strdup_printf ("%s %s", amount,
                                                                          troupe_unit_get_label (job->lang, line->unit)));

  troupe_derivation_explain (node, NULL, troupe_phrase_format (job->lang, "why.evidence_row", "file", import->file_name,
                                                               "row", row, NULL));
  return node;
}

static void
add_rest (const Job        *job,
          TroupeDerivation *node,
          gint64            rest)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, rest);
  g_autofree char *label = troupe_phrase_format (job->lang, rest == 1 ? "why.evidence_one_more" : "why.evidence_more",
                                                 "count", count, NULL);

  troupe_derivation_add (node, troupe_derivation_new (label, g_strdup ("")));
}

/* The first lines that the statement line settled. The store knows its days; the rules know which of
 * them another term or card has taken. */
static GPtrArray *
list_evidence (const Job                  *job,
               TroupeRuleSet              *rules,
               const TroupeStatementLine  *line,
               GError                    **error)
{
  TroupeStore *store = troupe_office_get_store (job->office);
  TroupeExplanation explanation = { rules, job->lang, NULL };
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (troupe_record_unref);
  guint offset = 0, read;

  do
    {
      g_autoptr(GPtrArray) page = dex_await_boxed (troupe_store_list_evidence (store, line->id, offset, EVIDENCE_PAGE), error);

      if (page == NULL)
        return NULL;
      read = page->len;
      offset += read;
      g_ptr_array_extend_and_steal (found, troupe_explanation_select_evidence (&explanation, line, page));
    }
  while (read == EVIDENCE_PAGE && found->len < EVIDENCE_LINES);
  g_ptr_array_set_size (found, MIN (found->len, EVIDENCE_LINES));
  return g_steal_pointer (&found);
}

static gboolean
add_evidence (const Job                  *job,
              TroupeRuleSet              *rules,
              const TroupeStatementLine  *line,
              TroupeDerivation           *node,
              GError                    **error)
{
  g_autoptr(GPtrArray) lines = list_evidence (job, rules, line, error);
  g_autoptr(TroupeImport) import = NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const TroupeLine *evidence = g_ptr_array_index (lines, i);

      if (import == NULL || import->id != evidence->import_id)
        {
          g_clear_pointer (&import, troupe_record_unref);
          import = dex_await_boxed (troupe_office_get (job->office, &TROUPE_IMPORT, evidence->import_id), error);
        }
      if (import == NULL)
        return FALSE;
      troupe_derivation_add (node, derive_evidence (job, evidence, import));
    }
  if (lines != NULL && line->rows > lines->len)
    add_rest (job, node, line->rows - lines->len);
  return lines != NULL;
}

/* The leaf that stands for the evidence. */
static TroupeDerivation *
find_evidence (TroupeDerivation *node)
{
  if (node->reference == TROUPE_REFERENCE_EVIDENCE)
    return node;
  for (guint i = 0; i < node->children->len; i++)
    {
      TroupeDerivation *found = find_evidence (g_ptr_array_index (node->children, i));

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* --- the jobs ----------------------------------------------------------------------------------- */

/* The closed statement that a late line corrects. */
static GPtrArray *
list_corrected (const Job                  *job,
                const TroupeStatementLine  *line,
                GError                    **error)
{
  g_autoptr(GPtrArray) corrected = g_ptr_array_new_with_free_func (troupe_record_unref);
  TroupeStatement *statement;

  if (line->corrects_id == 0)
    return g_steal_pointer (&corrected);
  statement = dex_await_boxed (troupe_office_get (job->office, &TROUPE_STATEMENT, line->corrects_id), error);
  if (statement == NULL)
    return NULL;
  g_ptr_array_add (corrected, statement);
  return g_steal_pointer (&corrected);
}

static TroupeDerivation *
explain_line (const Job  *job,
              GError    **error)
{
  g_autoptr(TroupeStatementLine) line = dex_await_boxed (troupe_office_get (job->office, &TROUPE_STATEMENT_LINE, job->id), error);
  g_autoptr(TroupeRuleSet) rules = NULL;
  g_autoptr(GPtrArray) corrected = NULL;
  g_autoptr(TroupeDerivation) derivation = NULL;
  TroupeDerivation *evidence = NULL;

  if (line == NULL)
    return NULL;
  rules = dex_await_boxed (troupe_store_load_rules (troupe_office_get_store (job->office), line->month), error);
  corrected = rules != NULL ? list_corrected (job, line, error) : NULL;
  if (corrected == NULL)
    return NULL;
  derivation = troupe_explanation_derive_line (&(TroupeExplanation) { rules, job->lang, corrected }, line);
  evidence = find_evidence (derivation);
  if (evidence != NULL && !add_evidence (job, rules, line, evidence, error))
    return NULL;
  return g_steal_pointer (&derivation);
}

static TroupeDerivation *
explain_figure (const Job  *job,
                GError    **error)
{
  g_autoptr(TroupeStatement) statement = dex_await_boxed (troupe_office_get (job->office, &TROUPE_STATEMENT, job->id), error);
  g_autoptr(TroupeRuleSet) rules = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  TroupeDerivation *derivation = NULL;

  if (statement == NULL)
    return NULL;
  rules = dex_await_boxed (troupe_store_load_rules (troupe_office_get_store (job->office), statement->month), error);
  if (rules == NULL)
    return NULL;
  lines = dex_await_boxed (troupe_office_list (job->office, &TROUPE_STATEMENT_LINE, "statement_id", job->id), error);
  if (lines == NULL)
    return NULL;
  derivation = troupe_explanation_derive_figure (&(TroupeExplanation) { rules, job->lang, NULL }, statement, lines, job->figure);
  if (derivation == NULL)
    troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("A statement has no figure “%s”"), job->figure);
  return derivation;
}

static DexFuture *
explain_fiber (gpointer data)
{
  const Job *job = data;
  GError *error = NULL;
  TroupeDerivation *derivation = job->figure != NULL ? explain_figure (job, &error) : explain_line (job, &error);

  if (derivation == NULL)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_DERIVATION, derivation);
}

DexFuture *
troupe_office_explain (TroupeOffice *self,
                       gint64        statement_line_id,
                       TroupeLang    lang)
{
  return troupe_fiber_spawn (explain_fiber, job_new (self, statement_line_id, NULL, lang), job_free);
}

DexFuture *
troupe_office_explain_figure (TroupeOffice *self,
                              gint64        statement_id,
                              const char   *figure,
                              TroupeLang    lang)
{
  return troupe_fiber_spawn (explain_fiber, job_new (self, statement_id, figure, lang), job_free);
}

DexFuture *
troupe_office_list_evidence (TroupeOffice *self,
                             gint64        statement_line_id,
                             guint         offset,
                             guint         limit)
{
  return troupe_store_list_evidence (troupe_office_get_store (self), statement_line_id, offset, limit);
}
