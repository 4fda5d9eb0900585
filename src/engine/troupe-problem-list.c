#include "troupe-problem-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TroupeSettleProblem public;
  TroupeRuling        ruling;
  TroupeRuleQuestion  question;
} Problem;

struct _TroupeProblemList
{
  GPtrArray *problems;
};

static void
free_problem (gpointer data)
{
  Problem *problem = data;

  g_free (problem->public.reason);
  g_free (problem);
}

TroupeProblemList *
troupe_problem_list_new (void)
{
  TroupeProblemList *self = g_new (TroupeProblemList, 1);

  self->problems = g_ptr_array_new_with_free_func (free_problem);
  return self;
}

void
troupe_problem_list_free (TroupeProblemList *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static Problem *
add_problem (TroupeProblemList *self,
             gint64             creator_id)
{
  Problem *problem = g_new0 (Problem, 1);

  problem->public.creator_id = creator_id;
  g_ptr_array_add (self->problems, problem);
  return problem;
}

TroupeSettleProblem *
troupe_problem_list_add (TroupeProblemList        *self,
                         const TroupeRuling       *ruling,
                         const TroupeRuleQuestion *question)
{
  Problem *problem = add_problem (self, question->account->creator_id);

  problem->ruling = *ruling;
  problem->question = *question;
  problem->public.account_id = question->account->id;
  problem->public.kind = question->kind;
  return &problem->public;
}

void
troupe_settle_problem_count (TroupeSettleProblem *self,
                             TroupeDay            day)
{
  self->day = self->lines == 0 ? day : MIN (self->day, day);
  self->lines++;
}

void
troupe_problem_list_add_balance (TroupeProblemList   *self,
                                 const TroupeCreator *creator,
                                 TroupeDay            day)
{
  Problem *problem = add_problem (self, creator->id);

  problem->public.day = day;
  problem->public.reason = g_strdup_printf (_("%s has a balance or a payment but no contract, so there is no statement "
                                              "to put it on. Add a contract."), creator->name);
}

static gint
compare_problems_cb (gconstpointer a,
                     gconstpointer b)
{
  const TroupeSettleProblem *x = a, *y = b;

  if (x->creator_id != y->creator_id)
    return x->creator_id < y->creator_id ? -1 : 1;
  if (x->account_id != y->account_id)
    return x->account_id < y->account_id ? -1 : 1;
  if (x->kind != y->kind)
    return strcmp (x->kind, y->kind);
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return strcmp (x->reason, y->reason);
}

GPtrArray *
troupe_problem_list_finish (TroupeProblemList *self,
                            TroupeRuleBook    *book)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      Problem *problem = self->problems->pdata[i];

      if (problem->public.reason != NULL)
        continue;
      problem->question.day = problem->public.day;
      problem->public.reason = troupe_ruling_describe (&problem->ruling,
                                                       troupe_rule_book_find_creator (book, problem->public.creator_id),
                                                       &problem->question);
    }
  g_ptr_array_sort_values (self->problems, compare_problems_cb);
  return self->problems;
}
