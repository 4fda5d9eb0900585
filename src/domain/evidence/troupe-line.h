/* A line of evidence: what a platform said. Never edited; a platform that says otherwise later makes
 * a revision, whose amount is the difference. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  TroupeMonth month;   /* of a date that the platform never changes */
  gint64      account_id;
  const char *kind;   /* of troupe-revenue-kind.h */
  gint64      key;   /* of the platform's own key, or of (content, n) */
  gint64      revision;   /* 0, 1, … */
  TroupeMonth booked;   /* the month that settles it; later than month: a late line */
  TroupeDay   day;   /* of the transaction */
  gint64      amount;   /* of unit */
  gint64      stated;   /* revisions: what the platform now states */
  gint64      fee;   /* what the platform's file says it kept; none: the fee card decides */
  const char *unit;   /* a currency, or a platform's unit */
  const char *ref;   /* the platform's reference, for people */
  gint64      content;   /* of the identity columns */
  gint64      import_id;
  gint64      row;   /* of the file, as a spreadsheet numbers it */
  gint64      per_line;   /* the source states whole minor units: round this line by itself */
} TroupeLine;

TROUPE_DECLARE_RECORD (TroupeLine, TROUPE_LINE)

G_END_DECLS
