-- What the store keeps for itself; the tables of records follow in later files.

CREATE TABLE note (
	name  TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- One named action. Only reverted_by is ever written again.
CREATE TABLE entry (
	id          INTEGER PRIMARY KEY,
	at          TEXT NOT NULL,              -- UTC
	who         TEXT NOT NULL,              -- login name
	name        TEXT NOT NULL,
	changes     INTEGER NOT NULL DEFAULT 0, -- records touched
	reverts     INTEGER REFERENCES entry (id),
	reverted_by INTEGER REFERENCES entry (id)
) STRICT;

-- What an action did, in order. An insert stands for all keys from first
-- to last and keeps no values: the records hold them.
CREATE TABLE change (
	entry  INTEGER NOT NULL REFERENCES entry (id),
	n      INTEGER NOT NULL,
	kind   TEXT NOT NULL,
	op     TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
	first  INTEGER NOT NULL,
	last   INTEGER NOT NULL CHECK (last >= first),
	before TEXT NOT NULL DEFAULT '',
	after  TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;

-- The changes of records by key, and the highest key ever given.
CREATE INDEX change_by_key ON change (kind, op, last);

CREATE TABLE draft (
	key  TEXT NOT NULL PRIMARY KEY,
	at   TEXT NOT NULL,
	text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
