#include "troupe-statement-line.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeStatementLine, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeStatementLine, statement_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, position, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, kind, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("earning", "correction")),
  TROUPE_FIELD (TroupeStatementLine, month, MONTH, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, corrects_id, ID, 0),
  TROUPE_FIELD (TroupeStatementLine, account_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, platform, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, revenue_kind, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, first_day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, last_day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, unit, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, amount, MICROS, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, unit_rate_id, ID, 0),
  TROUPE_FIELD (TroupeStatementLine, unit_rate, RATE, 0),
  TROUPE_FIELD (TroupeStatementLine, exchange_rate_id, ID, 0),
  TROUPE_FIELD (TroupeStatementLine, exchange_rate, RATE, 0),
  TROUPE_FIELD (TroupeStatementLine, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, gross, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, fee_card_id, ID, 0),
  TROUPE_FIELD (TroupeStatementLine, fee_share, SHARE, 0),
  TROUPE_FIELD (TroupeStatementLine, fee, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, pool, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, term_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, clause, TEXT, 0),
  TROUPE_FIELD (TroupeStatementLine, version, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, basis, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("gross", "net")),
  TROUPE_FIELD (TroupeStatementLine, share, SHARE, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, creator, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, agency, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatementLine, per_line, BOOL, TROUPE_FIELD_REQUIRED),
  { NULL }
};

const TroupeRecordType TROUPE_STATEMENT_LINE = { "statement_line", sizeof (TroupeStatementLine), fields };
