-- Looking at a masked field is logged: change takes the action reveal. A CHECK is changed by copying.
CREATE TABLE change_2 (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  time       TEXT NOT NULL CHECK (time GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T*Z'),
  desk       INTEGER NOT NULL,
  actor      TEXT,
  action     TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'import', 'withdraw', 'settle', 'close', 'load',
                                             'reveal')),
  object     TEXT NOT NULL,
  object_id  INTEGER,
  before     TEXT,
  after      TEXT,
  batch      INTEGER NOT NULL,
  undo_of    INTEGER
) STRICT;
INSERT INTO change_2 SELECT id, time, desk, actor, action, object, object_id, before, after, batch, undo_of FROM change;
DROP TABLE change;
ALTER TABLE change_2 RENAME TO change;
CREATE INDEX change_object ON change (object, object_id);
CREATE INDEX change_batch ON change (batch);
CREATE INDEX change_undo_of ON change (undo_of) WHERE undo_of IS NOT NULL;
