#include "troupe-settle-job.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "troupe-error.h"
#include "troupe-evidence-store.h"
#include "troupe-explain-evidence.h"
#include "troupe-explanation-evidence.h"
#include "troupe-fiber.h"
#include "troupe-ledger-store.h"
#include "troupe-office-private.h"
#include "troupe-statement-history.h"

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

/* Of the line's month; what they do not know, as a later account, of the month that settled it. */
static TroupeRuleSet *
load_rules (const Job                  *job,
            const TroupeStatementLine  *line,
            GError                    **error)
{
  TroupeStore *store = troupe_office_get_store (job->office);
  g_autoptr(TroupeRuleSet) rules = dex_await_boxed (troupe_store_load_rules (store, line->month), error);
  g_autoptr(TroupeStatement) statement = NULL;
  g_autoptr(TroupeRuleSet) newer = NULL;

  if (rules == NULL || g_str_equal (line->kind, "earning"))
    return g_steal_pointer (&rules);
  statement = dex_await_boxed (troupe_office_get (job->office, &TROUPE_STATEMENT, line->statement_id), error);
  newer = statement != NULL ? dex_await_boxed (troupe_store_load_rules (store, statement->month), error) : NULL;
  if (newer == NULL)
    return NULL;
  troupe_explanation_complete_rules (rules, newer, line);
  return g_steal_pointer (&rules);
}

static TroupeDerivation *
explain_line (const Job  *job,
              GError    **error)
{
  g_autoptr(TroupeStatementLine) line = dex_await_boxed (troupe_office_get (job->office, &TROUPE_STATEMENT_LINE, job->id), error);
  g_autoptr(TroupeRuleSet) rules = line != NULL ? load_rules (job, line, error) : NULL;
  g_autoptr(GPtrArray) corrected = rules != NULL ? list_corrected (job, line, error) : NULL;
  TroupeExplanation explanation = { .rules = rules, .lang = job->lang, .corrected = corrected };
  g_autoptr(TroupeDerivation) derivation = NULL;
  TroupeDerivation *evidence = NULL;

  if (corrected == NULL)
    return NULL;
  derivation = troupe_explanation_derive_line (&explanation, line);
  evidence = find_evidence (derivation);
  if (evidence != NULL && !troupe_explain_evidence (job->office, &explanation, line, evidence, error))
    return NULL;
  return g_steal_pointer (&derivation);
}

static TroupeDerivation *
derive_figure (const Job              *job,
               const TroupeStatement  *statement,
               GPtrArray              *lines,
               GError                **error)
{
  TroupeStore *store = troupe_office_get_store (job->office);
  g_autoptr(TroupeRuleSet) rules = dex_await_boxed (troupe_store_load_rules (store, statement->month), error);
  g_autoptr(TroupeStatementHistory) history = rules != NULL ? troupe_statement_history_load (job->office, statement, error)
                                              : NULL;
  TroupeDerivation *derivation;

  if (history == NULL)
    return NULL;
  derivation = troupe_explanation_derive_figure (&(TroupeExplanation) {
    .rules = rules, .lang = job->lang, .before = history->before, .openings = history->openings,
    .payments = history->payments }, statement, lines, job->figure);
  if (derivation == NULL)
    troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("A statement has no figure “%s”"), job->figure);
  return derivation;
}

static TroupeDerivation *
explain_figure (const Job  *job,
                GError    **error)
{
  g_autoptr(TroupeStatement) statement = dex_await_boxed (troupe_office_get (job->office, &TROUPE_STATEMENT, job->id), error);
  g_autoptr(GPtrArray) lines = NULL;

  if (statement == NULL)
    return NULL;
  lines = dex_await_boxed (troupe_office_list (job->office, &TROUPE_STATEMENT_LINE, "statement_id", job->id), error);
  return lines != NULL ? derive_figure (job, statement, lines, error) : NULL;
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
