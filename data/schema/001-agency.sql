-- An agency file, version 1. Never edited once released: a change is a new numbered file.
--
-- A table is a record type of src/domain with its fields as columns, in their order; what the program
-- derives stands at the end. Days, months and times are ISO text (UTC), money is integers: micros of a
-- unit in evidence, minor units of the currency in statements; rates count 10^-9, shares 1/10,000.
-- An id is desk << 40 | sequence; "no value" is NULL.

CREATE TABLE agency (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  name        TEXT NOT NULL,
  legal_name  TEXT,
  tax_id      TEXT,
  currency    TEXT NOT NULL,
  language    TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  address     TEXT,
  contact     TEXT,
  prefix      TEXT,
  note        TEXT
) STRICT;

CREATE TABLE person (
  id            INTEGER PRIMARY KEY CHECK (id > 0),
  kind          TEXT NOT NULL CHECK (kind IN ('person', 'company')),
  name          TEXT NOT NULL,
  birth_day     TEXT CHECK (birth_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  id_number     TEXT,
  phone         TEXT,
  email         TEXT,
  bank_name     TEXT,
  bank_account  TEXT,
  guardian_id   INTEGER REFERENCES person,
  note          TEXT
) STRICT;

CREATE TABLE creator (
  id           INTEGER PRIMARY KEY CHECK (id > 0),
  name         TEXT NOT NULL,
  other_names  TEXT,
  category     TEXT,
  team         TEXT,
  agent        TEXT,
  status       TEXT NOT NULL CHECK (status IN ('active', 'paused', 'left')),
  joined_day   TEXT CHECK (joined_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  left_day     TEXT CHECK (left_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  person_id    INTEGER REFERENCES person,
  payee_id     INTEGER REFERENCES person,
  note         TEXT
) STRICT;

CREATE TABLE import (
  id               INTEGER PRIMARY KEY CHECK (id > 0),
  time             TEXT NOT NULL CHECK (time GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T*Z'),
  file_name        TEXT NOT NULL,
  file_hash        TEXT NOT NULL,
  profile          TEXT NOT NULL,
  profile_version  INTEGER NOT NULL,
  platform         TEXT NOT NULL,
  first_day        TEXT CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day         TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  as_of            TEXT CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T*Z'),
  rows             INTEGER NOT NULL,
  new_rows         INTEGER NOT NULL,
  updated_rows     INTEGER NOT NULL,
  duplicate_rows   INTEGER NOT NULL,
  failed_rows      INTEGER NOT NULL,
  waiting_rows     INTEGER NOT NULL,
  lines            INTEGER NOT NULL,
  total            TEXT,
  state            TEXT NOT NULL CHECK (state IN ('done', 'withdrawn')),
  note             TEXT
) STRICT;
CREATE INDEX import_file_hash ON import (file_hash);

CREATE TABLE account (
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  platform    TEXT NOT NULL,
  handle      TEXT NOT NULL,
  name        TEXT,
  creator_id  INTEGER REFERENCES creator,
  grade       TEXT,
  import_id   INTEGER REFERENCES import,
  note        TEXT,
  UNIQUE (platform, handle)
) STRICT;
CREATE INDEX account_creator ON account (creator_id);
CREATE INDEX account_import ON account (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE contract (
  id           INTEGER PRIMARY KEY CHECK (id > 0),
  creator_id   INTEGER NOT NULL REFERENCES creator,
  number       TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('standard', 'newcomer', 'exclusive', 'event', 'trial')),
  currency     TEXT NOT NULL,
  residual     TEXT NOT NULL CHECK (residual IN ('agency', 'creator')),
  start_day    TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_day      TEXT CHECK (end_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  renews       INTEGER NOT NULL CHECK (renews IN (0, 1)),
  notice_days  INTEGER,
  signed_day   TEXT CHECK (signed_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note         TEXT,
  CHECK (end_day >= start_day)
) STRICT;
CREATE INDEX contract_creator ON contract (creator_id);

CREATE TABLE term (
  id            INTEGER PRIMARY KEY CHECK (id > 0),
  contract_id   INTEGER NOT NULL REFERENCES contract,
  clause        TEXT,
  kind          TEXT NOT NULL CHECK (kind IN ('share', 'minimum_payout')),
  platform      TEXT,
  revenue_kind  TEXT,
  share         INTEGER CHECK (share BETWEEN 0 AND 10000),
  basis         TEXT CHECK (basis IN ('gross', 'net')),
  amount        INTEGER,
  currency      TEXT,
  start_day     TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_day       TEXT CHECK (end_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  version       INTEGER NOT NULL,
  note          TEXT,
  CHECK (end_day >= start_day)
) STRICT;
CREATE INDEX term_contract ON term (contract_id);

CREATE TABLE exchange_rate (
  id        INTEGER PRIMARY KEY CHECK (id > 0),
  month     TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  unit      TEXT NOT NULL,
  currency  TEXT NOT NULL CHECK (currency <> unit),
  rate      INTEGER NOT NULL CHECK (rate > 0),
  source    TEXT,
  UNIQUE (month, unit, currency)
) STRICT;

CREATE TABLE unit_rate (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  platform   TEXT NOT NULL,
  unit       TEXT NOT NULL,
  currency   TEXT NOT NULL,
  rate       INTEGER NOT NULL CHECK (rate > 0),
  start_day  TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_day    TEXT CHECK (end_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  source     TEXT,
  CHECK (end_day >= start_day)
) STRICT;

CREATE TABLE fee_card (
  id            INTEGER PRIMARY KEY CHECK (id > 0),
  platform      TEXT NOT NULL,
  revenue_kind  TEXT,
  grade         TEXT,
  share         INTEGER NOT NULL CHECK (share BETWEEN 0 AND 10000),
  start_day     TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_day       TEXT CHECK (end_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  source        TEXT,
  CHECK (end_day >= start_day)
) STRICT;

CREATE TABLE import_row (
  import_id  INTEGER NOT NULL REFERENCES import,
  first_row  INTEGER NOT NULL,
  last_row   INTEGER NOT NULL CHECK (last_row >= first_row),
  outcome    TEXT NOT NULL CHECK (outcome IN ('updated', 'duplicate', 'failed', 'waiting', 'warned')),
  "column"   TEXT,
  reason     TEXT,
  PRIMARY KEY (import_id, first_row, outcome)
) STRICT, WITHOUT ROWID;

-- Evidence lies in the order in which it is settled; a line costs one insert into one tree. Its account
-- exists because month_total, which every line is part of, refers to it.
CREATE TABLE line (
  month       TEXT NOT NULL CHECK (length (month) = 7),
  account_id  INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  key         INTEGER NOT NULL,
  revision    INTEGER NOT NULL CHECK (revision >= 0),
  booked      TEXT NOT NULL CHECK (length (booked) = 7 AND booked >= month),
  day         TEXT NOT NULL CHECK (length (day) = 10),
  amount      INTEGER NOT NULL,
  stated      INTEGER,
  fee         INTEGER,
  unit        TEXT NOT NULL,
  ref         TEXT,
  content     INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES import,
  row         INTEGER NOT NULL,
  per_line    INTEGER NOT NULL CHECK (per_line IN (0, 1)),
  PRIMARY KEY (month, account_id, kind, key, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_late ON line (booked, month, account_id, kind) WHERE booked <> month;

CREATE TABLE cost (
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  creator_id  INTEGER NOT NULL REFERENCES creator,
  day         TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  kind        TEXT NOT NULL,
  amount      INTEGER NOT NULL,
  currency    TEXT NOT NULL,
  borne_by    TEXT NOT NULL CHECK (borne_by IN ('agency', 'creator', 'off_the_top', 'shared')),
  share       INTEGER CHECK (share BETWEEN 0 AND 10000),
  recoupable  INTEGER NOT NULL CHECK (recoupable IN (0, 1)),
  note        TEXT
) STRICT;
CREATE INDEX cost_creator ON cost (creator_id);

CREATE TABLE advance (
  id            INTEGER PRIMARY KEY CHECK (id > 0),
  creator_id    INTEGER NOT NULL REFERENCES creator,
  day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount        INTEGER NOT NULL,
  currency      TEXT NOT NULL,
  recoup_share  INTEGER CHECK (recoup_share BETWEEN 0 AND 10000),
  note          TEXT
) STRICT;
CREATE INDEX advance_creator ON advance (creator_id);

CREATE TABLE opening (
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  creator_id  INTEGER NOT NULL REFERENCES creator,
  month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  amount      INTEGER NOT NULL,
  currency    TEXT NOT NULL,
  note        TEXT,
  UNIQUE (creator_id, month, currency)
) STRICT;

CREATE TABLE statement (
  id                  INTEGER PRIMARY KEY CHECK (id > 0),
  month               TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  creator_id          INTEGER NOT NULL REFERENCES creator,
  contract_id         INTEGER NOT NULL REFERENCES contract,
  number              TEXT NOT NULL,
  currency            TEXT NOT NULL,
  state               TEXT NOT NULL CHECK (state IN ('draft', 'closed')),
  opening             INTEGER NOT NULL,
  gross               INTEGER NOT NULL,
  fee                 INTEGER NOT NULL,
  pool                INTEGER NOT NULL,
  earned              INTEGER NOT NULL,
  agency              INTEGER NOT NULL,
  corrections         INTEGER NOT NULL,
  agency_corrections  INTEGER NOT NULL,
  paid                INTEGER NOT NULL,
  closing             INTEGER NOT NULL CHECK (closing = opening + earned + corrections - paid),
  payable             INTEGER NOT NULL,
  minimum             INTEGER,
  stale               INTEGER NOT NULL CHECK (stale IN (0, 1)),
  UNIQUE (month, creator_id, currency)
) STRICT;
CREATE INDEX statement_creator ON statement (creator_id, currency, month);
CREATE INDEX statement_stale ON statement (month) WHERE stale = 1;
CREATE INDEX statement_contract ON statement (contract_id);

-- An item repeats all that it was computed from, so it refers to nothing that may change.
CREATE TABLE statement_line (
  id                INTEGER PRIMARY KEY CHECK (id > 0),
  statement_id      INTEGER NOT NULL REFERENCES statement,
  position          INTEGER NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('earning', 'correction')),
  month             TEXT NOT NULL CHECK (length (month) = 7),
  corrects_id       INTEGER,
  account_id        INTEGER NOT NULL,
  platform          TEXT NOT NULL,
  revenue_kind      TEXT NOT NULL,
  first_day         TEXT NOT NULL CHECK (length (first_day) = 10),
  last_day          TEXT NOT NULL CHECK (length (last_day) = 10),
  rows              INTEGER NOT NULL,
  unit              TEXT NOT NULL,
  amount            INTEGER NOT NULL,
  unit_rate_id      INTEGER,
  unit_rate         INTEGER,
  exchange_rate_id  INTEGER,
  exchange_rate     INTEGER,
  currency          TEXT NOT NULL,
  gross             INTEGER NOT NULL,
  fee_card_id       INTEGER,
  fee_share         INTEGER,
  fee               INTEGER NOT NULL,
  pool              INTEGER NOT NULL,
  term_id           INTEGER NOT NULL,
  clause            TEXT,
  version           INTEGER NOT NULL,
  basis             TEXT NOT NULL CHECK (basis IN ('gross', 'net')),
  share             INTEGER NOT NULL,
  creator           INTEGER NOT NULL,
  agency            INTEGER NOT NULL,
  per_line          INTEGER NOT NULL CHECK (per_line IN (0, 1)),
  UNIQUE (statement_id, position)
) STRICT;

CREATE TABLE payment (
  id            INTEGER PRIMARY KEY CHECK (id > 0),
  creator_id    INTEGER NOT NULL REFERENCES creator,
  statement_id  INTEGER REFERENCES statement ON DELETE SET NULL,
  day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount        INTEGER NOT NULL,
  currency      TEXT NOT NULL,
  method        TEXT,
  reference     TEXT,
  note          TEXT
) STRICT;
CREATE INDEX payment_creator ON payment (creator_id, currency, day);
CREATE INDEX payment_day ON payment (day);
CREATE INDEX payment_statement ON payment (statement_id) WHERE statement_id IS NOT NULL;

CREATE TABLE rule_snapshot (
  hash     TEXT PRIMARY KEY CHECK (length (hash) = 64),
  content  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_month (
  month  TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  time   TEXT NOT NULL CHECK (time GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T*Z'),
  rules  TEXT NOT NULL REFERENCES rule_snapshot,
  actor  TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  time       TEXT NOT NULL CHECK (time GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T*Z'),
  desk       INTEGER NOT NULL,
  actor      TEXT,
  action     TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'import', 'withdraw', 'settle', 'close', 'load')),
  object     TEXT NOT NULL,
  object_id  INTEGER,
  before     TEXT,
  after      TEXT,
  batch      INTEGER NOT NULL,
  undo_of    INTEGER
) STRICT;
CREATE INDEX change_object ON change (object, object_id);
CREATE INDEX change_batch ON change (batch);
CREATE INDEX change_undo_of ON change (undo_of) WHERE undo_of IS NOT NULL;

-- Derived: what the lines of an account and kind come to in the month of their identity. Rows without
-- lines are removed. Its creator and platform are the account's.
CREATE TABLE month_total (
  month       TEXT NOT NULL,
  account_id  INTEGER NOT NULL REFERENCES account,
  kind        TEXT NOT NULL,
  unit        TEXT NOT NULL,
  amount      INTEGER NOT NULL,
  lines       INTEGER NOT NULL CHECK (lines > 0),
  PRIMARY KEY (month, account_id, kind, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX month_total_account ON month_total (account_id);

-- The next sequence number of this desk.
CREATE TABLE sequence (
  desk  INTEGER PRIMARY KEY,
  next  INTEGER NOT NULL CHECK (next > 0)
) STRICT;
INSERT INTO sequence VALUES (0, 2);
