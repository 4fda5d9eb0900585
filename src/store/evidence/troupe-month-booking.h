/* Private to the store: which month settles new evidence, and what a month comes to. */
#pragma once

#include "troupe-connection.h"

G_BEGIN_DECLS

/* month itself, or the first open one after: the one after the last closed month. */
gboolean troupe_month_find_open  (TroupeConnection  *connection,
                                  TroupeMonth        month,
                                  TroupeMonth       *ret_month,
                                  GError           **error);

/* What lines of one account, kind and unit add to (or, negative, take from) their month. */
typedef struct
{
  TroupeMonth month;
  gint64      account_id;
  const char *kind;
  const char *unit;
  gint64      amount;   /* micros of unit */
  gint64      lines;
} TroupeTotalChange;

gboolean     troupe_month_change_total  (TroupeConnection         *connection,
                                         const TroupeTotalChange  *change,
                                         GError                  **error);

/* The same for many changes that add lines: a query to run with each. */
TroupeQuery *troupe_month_prepare_total (TroupeConnection         *connection) G_GNUC_WARN_UNUSED_RESULT;
gboolean     troupe_month_run_total     (TroupeQuery              *query,
                                         const TroupeTotalChange  *change,
                                         GError                  **error);

G_END_DECLS
