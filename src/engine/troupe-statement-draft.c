#include "troupe-statement-draft.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"

#define DESK_BITS 40

/* AG-2026-10-0007: the creator's id, so that a creator has the same number every month. */
static char *
make_number (const TroupeStatementDraft *self)
{
  g_autofree char *month = troupe_month_to_string (self->month);
  g_autoptr(GString) number = g_string_new (self->prefix);
  gint64 desk = self->creator->id >> DESK_BITS;

  if (number->len > 0)
    g_string_append_c (number, '-');
  g_string_append_printf (number, "%s-", month);
  if (desk > 0)
    g_string_append_printf (number, "%" G_GINT64_FORMAT ".", desk);
  g_string_append_printf (number, "%04" G_GINT64_FORMAT, self->creator->id & ((G_GINT64_CONSTANT (1) << DESK_BITS) - 1));
  if (self->suffix)
    g_string_append_printf (number, "-%s", self->currency);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static gboolean
add_item (TroupeStatement   *sums,
          const TroupeItem  *item)
{
  const TroupeSplit *split = &item->split;

  if (item->late)
    return !__builtin_add_overflow (sums->corrections, split->creator, &sums->corrections) &&
           !__builtin_add_overflow (sums->agency_corrections, split->agency, &sums->agency_corrections);
  return !__builtin_add_overflow (sums->gross, split->gross, &sums->gross) &&
         !__builtin_add_overflow (sums->fee, split->fee, &sums->fee) &&
         !__builtin_add_overflow (sums->pool, split->pool, &sums->pool) &&
         !__builtin_add_overflow (sums->earned, split->creator, &sums->earned) &&
         !__builtin_add_overflow (sums->agency, split->agency, &sums->agency);
}

static gboolean
sum_up (const TroupeStatementDraft *self,
        TroupeStatement            *sums)
{
  sums->gross = sums->fee = sums->pool = sums->earned = sums->agency = 0;
  sums->corrections = sums->agency_corrections = 0;
  sums->opening = self->opening;
  sums->paid = self->paid;
  for (guint i = 0; i < self->n_items; i++)
    if (!add_item (sums, self->items[i]))
      return FALSE;
  return !__builtin_add_overflow (sums->opening, sums->earned, &sums->closing) &&
         !__builtin_add_overflow (sums->closing, sums->corrections, &sums->closing) &&
         !__builtin_sub_overflow (sums->closing, sums->paid, &sums->closing);
}

/* Who has left is paid whatever is due; what is below the minimum otherwise waits for the next month. */
static gint64
decide_payable (const TroupeStatementDraft *self,
                gint64                      closing)
{
  TroupeDay left = self->creator->left_day;
  gboolean final = left != TROUPE_NONE && left <= troupe_month_get_last (self->month);

  if (closing <= 0)
    return 0;
  return final || self->minimum == NULL || closing >= self->minimum->amount ? closing : 0;
}

static TroupeStatement *
make_statement (const TroupeStatementDraft *self,
                GError                    **error)
{
  g_autofree char *number = make_number (self);
  TroupeStatement statement;

  troupe_record_clear (&TROUPE_STATEMENT, &statement);
  statement.month = self->month;
  statement.creator_id = self->creator->id;
  statement.contract_id = self->contract->id;
  statement.number = number;
  statement.currency = self->currency;
  statement.state = "draft";
  statement.stale = FALSE;
  if (!sum_up (self, &statement))
    {
      troupe_fail (error, TROUPE_ERROR_NUMBER, _("The sums of %s in %s are too large; look for an amount with too many "
                                                 "digits among the lines"), self->creator->name, self->currency);
      return NULL;
    }
  statement.payable = decide_payable (self, statement.closing);
  if (self->minimum != NULL)
    statement.minimum = self->minimum->amount;
  return troupe_record_new (&TROUPE_STATEMENT, &statement, error);
}

TroupeSettledStatement *
troupe_statement_draft_finish (const TroupeStatementDraft *self,
                               gint64                      place,
                               GError                    **error)
{
  g_autoptr(TroupeStatement) statement = make_statement (self, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_full (self->n_items, troupe_record_unref);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < self->n_items; i++)
    g_ptr_array_add (lines, troupe_item_new_line (self->items[i], place, i + 1));
  return troupe_settled_statement_new (g_steal_pointer (&statement), g_steal_pointer (&lines));
}
