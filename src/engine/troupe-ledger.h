/* An account's lines on their way into settled items. */
#pragma once

#include "troupe-closed-book.h"
#include "troupe-item.h"
#include "troupe-line.h"
#include "troupe-problem-list.h"

G_BEGIN_DECLS

/* Lines of one kind, unit and month that one ruling settles on some days. A million lines ask for a
 * ruling once per path. */
typedef struct
{
  TroupeRuling            ruling;
  TroupeRuleQuestion      question;
  const TroupeClosedBook *closed;        /* of a late month */
  TroupeItem             *items[2][2];   /* by per_line and states_fee */
  TroupeSettleProblem    *problem;       /* NULL: the ruling is complete */
} TroupePath;

typedef struct
{
  const TroupeAccount *account;
  GPtrArray           *paths;   /* TroupePath */
  GPtrArray           *items;   /* TroupeItem */
} TroupeLedger;

TroupeLedger *troupe_ledger_new       (const TroupeAccount     *account);
void          troupe_ledger_free      (TroupeLedger            *self);

gboolean      troupe_path_takes       (const TroupePath        *self,
                                       const TroupeLine        *line);

/* NULL when no path takes the line yet. */
TroupePath   *troupe_ledger_find_path (TroupeLedger            *self,
                                       const TroupeLine        *line);
/* A path for the line, ruled by book and, for a late line, by the closed month's rules first. */
TroupePath   *troupe_ledger_add_path  (TroupeLedger            *self,
                                       const TroupeLine        *line,
                                       TroupeRuleBook          *book,
                                       const TroupeClosedBook  *closed);

/* The problem of a path whose ruling lacks the same thing for the same lines on other days; or NULL. */
TroupeSettleProblem *
              troupe_ledger_find_problem (TroupeLedger         *self,
                                          const TroupePath     *path);

/* The item of a path without problem; late: its month is not the one that is settled. */
TroupeItem   *troupe_ledger_find_item (TroupeLedger            *self,
                                       TroupePath              *path,
                                       const TroupeLine        *line,
                                       gboolean                 late);

G_END_DECLS
