/* The agency's month: gross, platform fee, pool, creators' shares, the agency's share and margin, by
 * creator, by platform and by kind, beside the month before. Each currency has its own tables.
 * What still waits for the creator of its account is in none of them and stands in one of its own. */
#pragma once

#include "troupe-account.h"
#include "troupe-agency.h"
#include "troupe-creator.h"
#include "troupe-report.h"
#include "troupe-settled-statement.h"
#include "troupe-waiting-total.h"

G_BEGIN_DECLS

/* Everything the report is made from; all is borrowed. */
typedef struct
{
  TroupeLang          lang;
  const TroupeAgency *agency;
  TroupeMonth         month;
  GPtrArray          *settled;    /* TroupeSettledStatement of the month */
  GPtrArray          *before;     /* those of the month before */
  GPtrArray          *creators;   /* TroupeCreator: at least those of the statements */
  GPtrArray          *accounts;   /* TroupeAccount: at least those that wait */
  GArray             *waiting;    /* TroupeWaitingTotal of the month, or NULL */
  const char         *zone;       /* the time zone of the books, or NULL */
  const char         *rules;      /* names the rule tables that were used, or NULL */
  gint64              made;       /* Unix seconds */
} TroupeMonthSource;

/* Sealed. */
TroupeReport *troupe_month_report_new (const TroupeMonthSource *source);

G_END_DECLS
