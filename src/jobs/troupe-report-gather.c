#include "troupe-report-gather.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "troupe-change.h"
#include "troupe-closed-month.h"
#include "troupe-error.h"
#include "troupe-ledger-store.h"
#include "troupe-month-report.h"
#include "troupe-office-private.h"
#include "troupe-record-index.h"
#include "troupe-statement-history.h"
#include "troupe-statement-report.h"

/* What all reports of a job share. */
typedef struct
{
  TroupeOffice              *office;
  const TroupeReportRequest *request;
  GCancellable              *cancellable;
  GHashTable                *creators;
  GHashTable                *contracts;
  GHashTable                *people;
  GHashTable                *accounts;
  GHashTable                *terms;         /* contract id → array of TroupeTerm, as the month knew them */
  char                      *rules;
  gint64                     made;          /* when these figures came about, Unix seconds */
} Gather;

static void
gather_clear (Gather *self)
{
  g_clear_pointer (&self->creators, g_hash_table_unref);
  g_clear_pointer (&self->contracts, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->terms, g_hash_table_unref);
  g_free (self->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gather, gather_clear)

static GPtrArray *
list (Gather                  *self,
      const TroupeRecordType  *type,
      const char              *field,
      gint64                   value,
      GError                 **error)
{
  return dex_await_boxed (troupe_office_list (self->office, type, field, value), error);
}

static gboolean
index_records (Gather                  *self,
               const TroupeRecordType  *type,
               GHashTable             **ret_index,
               GError                 **error)
{
  g_autoptr(GPtrArray) records = list (self, type, NULL, 0, error);

  if (records == NULL)
    return FALSE;
  *ret_index = troupe_record_index_new (records);
  return TRUE;
}

/* Of a closed month: the beginning of the hash of its rules, by which they are kept. */
static gboolean
find_rules (Gather  *self,
            GError **error)
{
  g_autoptr(GPtrArray) closed = list (self, &TROUPE_CLOSED_MONTH, "month", self->request->month, error);

  if (closed == NULL)
    return FALSE;
  if (closed->len > 0)
    {
      const TroupeClosedMonth *month = g_ptr_array_index (closed, 0);

      self->rules = g_strndup (month->rules, 12);
      self->made = month->time;
    }
  return TRUE;
}

/* Of a month that is still open: when it was last settled. Not now: the same figures give the same file. */
static gboolean
find_settled (Gather  *self,
              GError **error)
{
  g_autoptr(GPtrArray) changes = NULL;

  if (self->made != TROUPE_NONE)
    return TRUE;
  changes = dex_await_boxed (troupe_office_list_text (self->office, &TROUPE_CHANGE, "action", "settle"), error);
  if (changes == NULL)
    return FALSE;
  self->made = changes->len > 0 ? ((TroupeChange *) g_ptr_array_index (changes, changes->len - 1))->time
                                : troupe_clock_get_time (troupe_office_get_clock (self->office));
  return TRUE;
}

/* A closed month is reported with the terms that it was closed with, however they were amended since. */
static gboolean
find_terms (Gather  *self,
            GError **error)
{
  g_autoptr(TroupeRuleSet) rules = dex_await_boxed (troupe_store_load_rules (troupe_office_get_store (self->office),
                                                                             self->request->month), error);

  self->terms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; rules != NULL && i < rules->terms->len; i++)
    {
      TroupeTerm *term = g_ptr_array_index (rules->terms, i);
      GPtrArray *terms = g_hash_table_lookup (self->terms, &term->contract_id);

      if (terms == NULL)
        {
          terms = g_ptr_array_new_with_free_func (troupe_record_unref);
          g_hash_table_insert (self->terms, g_memdup2 (&term->contract_id, sizeof term->contract_id), terms);
        }
      g_ptr_array_add (terms, troupe_record_ref (term));
    }
  return rules != NULL;
}

/* --- statements and their lines ----------------------------------------------------------------- */

static gboolean
is_wanted (const Gather          *self,
           const TroupeStatement *statement)
{
  return self->request->creator_id == 0 || statement->creator_id == self->request->creator_id;
}

static gboolean
has_room (const Gather *self,
          GPtrArray    *settled)
{
  return self->request->most == 0 || settled->len < self->request->most;
}

static gboolean
add_settled (Gather           *self,
             TroupeStatement  *statement,
             GPtrArray        *settled,
             GError          **error)
{
  GPtrArray *lines = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  lines = list (self, &TROUPE_STATEMENT_LINE, "statement_id", statement->id, error);
  if (lines == NULL)
    return FALSE;
  g_ptr_array_add (settled, troupe_settled_statement_new (troupe_record_ref (statement), lines));
  return TRUE;
}

static GPtrArray *
list_settled (Gather       *self,
              TroupeMonth   month,
              GError      **error)
{
  g_autoptr(GPtrArray) statements = list (self, &TROUPE_STATEMENT, "month", month, error);
  g_autoptr(GPtrArray) settled = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_settled_statement_free);

  for (guint i = 0; statements != NULL && i < statements->len && has_room (self, settled); i++)
    if (is_wanted (self, g_ptr_array_index (statements, i)) &&
        !add_settled (self, g_ptr_array_index (statements, i), settled, error))
      return NULL;
  return statements != NULL ? g_steal_pointer (&settled) : NULL;
}

/* --- a creator's statement ---------------------------------------------------------------------- */

static void
add_once (GPtrArray *records,
          gpointer   record)
{
  if (record != NULL && !g_ptr_array_find (records, record, NULL))
    g_ptr_array_add (records, record);
}

static GPtrArray *
list_accounts (Gather    *self,
               GPtrArray *lines)
{
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    add_once (accounts, troupe_record_index_find (self->accounts,
                                                  ((TroupeStatementLine *) g_ptr_array_index (lines, i))->account_id));
  return accounts;
}

static GPtrArray *
list_corrected (Gather     *self,
                GPtrArray  *lines,
                GError    **error)
{
  g_autoptr(GPtrArray) corrected = g_ptr_array_new_with_free_func (troupe_record_unref);
  gint64 last = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      gint64 id = ((TroupeStatementLine *) g_ptr_array_index (lines, i))->corrects_id;
      TroupeStatement *statement = NULL;

      if (id == 0 || id == last)
        continue;
      last = id;
      statement = dex_await_boxed (troupe_office_get (self->office, &TROUPE_STATEMENT, id), error);
      if (statement == NULL)
        return NULL;
      g_ptr_array_add (corrected, statement);
    }
  return g_steal_pointer (&corrected);
}

static TroupeReport *
make_statement (Gather                  *self,
                TroupeSettledStatement  *settled,
                GError                 **error)
{
  const TroupeStatement *statement = settled->statement;
  const TroupeCreator *creator = troupe_record_index_find (self->creators, statement->creator_id);
  g_autoptr(GPtrArray) accounts = list_accounts (self, settled->lines);
  g_autoptr(TroupeStatementHistory) history = troupe_statement_history_load (self->office, statement, error);
  g_autoptr(GPtrArray) corrected = history != NULL ? list_corrected (self, settled->lines, error) : NULL;
  TroupeStatementSource source = {
    .lang = self->request->lang,
    .agency = troupe_office_get_agency (self->office),
    .statement = statement,
    .lines = settled->lines,
    .creator = creator,
    .contract = troupe_record_index_find (self->contracts, statement->contract_id),
    .person = troupe_record_index_find (self->people, creator->person_id),
    .payee = troupe_record_index_find (self->people, creator->payee_id),
    .accounts = accounts,
    .terms = g_hash_table_lookup (self->terms, &statement->contract_id),
    .payments = history != NULL ? history->payments : NULL,
    .corrected = corrected,
    .rules = self->rules,
    .made = self->made,
    .legal_names = self->request->legal_names,
  };

  return corrected != NULL ? troupe_statement_report_new (&source) : NULL;
}

static GPtrArray *
make_statements (Gather     *self,
                 GPtrArray  *settled,
                 GError    **error)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_report_unref);

  for (guint i = 0; i < settled->len; i++)
    {
      TroupeReport *report = make_statement (self, g_ptr_array_index (settled, i), error);

      if (report == NULL)
        return NULL;
      g_ptr_array_add (reports, report);
    }
  return g_steal_pointer (&reports);
}

/* --- the agency's month ------------------------------------------------------------------------- */

/* What waits is nobody's, so it stands in the report of all. */
static GArray *
list_waiting (Gather  *self,
              GError **error)
{
  if (self->request->creator_id != 0)
    return g_array_new (FALSE, FALSE, sizeof (TroupeWaitingTotal));
  return dex_await_boxed (troupe_store_list_waiting_in (troupe_office_get_store (self->office), self->request->month), error);
}

static GPtrArray *
make_month (Gather     *self,
            GPtrArray  *settled,
            GError    **error)
{
  g_autoptr(GPtrArray) before = list_settled (self, self->request->month - 1, error);
  g_autoptr(GArray) waiting = before != NULL ? list_waiting (self, error) : NULL;
  g_autoptr(GPtrArray) creators = g_hash_table_get_values_as_ptr_array (self->creators);
  g_autoptr(GPtrArray) accounts = g_hash_table_get_values_as_ptr_array (self->accounts);
  GPtrArray *reports = NULL;
  TroupeMonthSource source = {
    .lang = self->request->lang,
    .agency = troupe_office_get_agency (self->office),
    .month = self->request->month,
    .settled = settled,
    .before = before,
    .creators = creators,
    .accounts = accounts,
    .waiting = waiting,
    .rules = self->rules,
    .made = self->made,
  };

  if (waiting == NULL)
    return NULL;
  reports = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_report_unref);
  g_ptr_array_add (reports, troupe_month_report_new (&source));
  return reports;
}

static gboolean
check_found (Gather     *self,
             GPtrArray  *settled,
             GError    **error)
{
  char month[8];

  if (settled->len > 0)
    return TRUE;
  troupe_month_print (self->request->month, month);
  return self->request->creator_id != 0
         ? troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("This creator has no statement in %s"), month)
         : troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("%s has no statements yet; settle it first"), month);
}

GPtrArray *
troupe_report_gather (TroupeOffice               *office,
                      const TroupeReportRequest  *request,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_auto(Gather) self = { .office = office, .request = request, .cancellable = cancellable, .made = TROUPE_NONE };
  g_autoptr(GPtrArray) settled = list_settled (&self, request->month, error);

  if (settled == NULL || !check_found (&self, settled, error) || !find_rules (&self, error) || !find_settled (&self, error) ||
      !index_records (&self, &TROUPE_CREATOR, &self.creators, error) ||
      !index_records (&self, &TROUPE_CONTRACT, &self.contracts, error) ||
      !index_records (&self, &TROUPE_PERSON, &self.people, error) ||
      !index_records (&self, &TROUPE_ACCOUNT, &self.accounts, error) ||
      !find_terms (&self, error))
    return NULL;
  return g_str_equal (request->name, "month") ? make_month (&self, settled, error) : make_statements (&self, settled, error);
}
