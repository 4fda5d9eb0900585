/* The state of the agency in five seconds: months side by side and what needs somebody. */
#pragma once

#include "troupe-office.h"

G_BEGIN_DECLS

/* One month in the agency's currency, minor units. Of a month without statements the gross is
 * reckoned from its evidence and rates, and shares are TROUPE_NONE. */
typedef struct
{
  TroupeMonth month;
  gint64      gross;
  gint64      fee;
  gint64      creators;
  gint64      agency;
  gboolean    closed;
  gint64      statements;
} TroupeMonthFigures;

typedef enum
{
  TROUPE_NEED_WAITING,       /* lines of unknown accounts */
  TROUPE_NEED_PROBLEM,       /* lines without contract, term or rate */
  TROUPE_NEED_FEE,           /* revenue that was settled without a fee card */
  TROUPE_NEED_STALE,         /* statements that must be settled again */
  TROUPE_NEED_CLOSE,         /* an earlier month is settled but open */
  TROUPE_NEED_PAY,           /* closed statements that are not paid */
  TROUPE_NEED_CONTRACT,      /* a contract ends or its notice falls due within 30 days */
  TROUPE_NEED_GUARDIAN,      /* a minor without a guardian on record */
  TROUPE_NEED_NOTHING_IN,    /* a platform that paid last month has no lines this month */
} TroupeNeedKind;

/* One thing that needs somebody, the most urgent first. */
typedef struct
{
  TroupeNeedKind kind;
  TroupeMonth    month;
  gint64         creator_id;  /* or 0 */
  gint64         count;       /* lines, statements, … */
  gint64         amount;      /* minor units of the agency's currency, or TROUPE_NONE */
  TroupeDay      due;         /* or TROUPE_NONE */
  char          *subject;     /* a name: of the creator, the account, the platform; may be NULL */
  const char    *revenue_kind; /* of NEED_FEE; interned */
} TroupeNeed;

typedef struct
{
  GArray    *months;          /* TroupeMonthFigures: the 12 months that end with the one asked for */
  GPtrArray *needs;           /* TroupeNeed */
  gint64     creators;        /* active ones */
} TroupeOverview;

#define TROUPE_TYPE_OVERVIEW (troupe_overview_get_type ())
GType           troupe_overview_get_type   (void);
TroupeOverview *troupe_overview_ref        (TroupeOverview *self);
void            troupe_overview_unref      (TroupeOverview *self);

/* creator_id 0: of the whole agency; else of one creator (then without needs). Resolves to a
 * TroupeOverview. */
DexFuture      *troupe_office_look_over    (TroupeOffice   *self,
                                            TroupeMonth     month,
                                            gint64          creator_id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeOverview, troupe_overview_unref)

G_END_DECLS
