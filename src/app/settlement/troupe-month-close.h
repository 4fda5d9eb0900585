/* What the settlement page knows of a month: gathered from the office, without widgets. */
#pragma once

#include "troupe-settle-job.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray        *statements;   /* TroupeStatement of the month */
  GHashTable       *before;       /* creator id -> TroupeStatement of the month before */
  GHashTable       *names;        /* creator id -> name */
  GHashTable       *dues;         /* statement id -> gint64 due, minor units; those that have something due */
  TroupeMonthState  state;        /* month 0: it has nothing */
  guint             imports;      /* that gave it lines */
  gboolean          earlier_open; /* an earlier month must be closed first */
} TroupeMonthClose;

/* Awaits the office: call it in a fibre. NULL on error. */
TroupeMonthClose *troupe_month_close_load         (TroupeOffice      *office,
                                                   TroupeMonth        month,
                                                   GError           **error);
void              troupe_month_close_free         (TroupeMonthClose  *self);

/* Sums of the statements in a currency, minor units. */
typedef struct
{
  gint64 gross;
  gint64 fee;
  gint64 earned;
  gint64 agency;
  gint64 payable;
} TroupeMonthSums;

TroupeMonthSums   troupe_month_close_sum          (TroupeMonthClose  *self,
                                                   const char        *currency);
/* first, then the other currencies of the statements by code: an array of borrowed text. */
GPtrArray        *troupe_month_close_list_currencies (TroupeMonthClose *self,
                                                      const char       *first);
/* Statements on which something is due, in whichever currency. */
guint             troupe_month_close_count_unpaid (TroupeMonthClose  *self);
/* The closing of the same creator and currency in the month before, or TROUPE_NONE. */
gint64            troupe_month_close_get_before   (TroupeMonthClose  *self,
                                                   TroupeStatement   *statement);
gint64            troupe_month_close_get_due      (TroupeMonthClose  *self,
                                                   TroupeStatement   *statement);
const char       *troupe_month_close_get_name     (TroupeMonthClose  *self,
                                                   gint64             creator_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeMonthClose, troupe_month_close_free)

G_END_DECLS
