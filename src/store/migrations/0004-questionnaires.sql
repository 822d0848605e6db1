-- Questionnaires of all levels, items of more kinds, and what a sheet is
-- about. An entry of the history may only count what it added.

ALTER TABLE "questionnaires" ADD COLUMN "level" TEXT NOT NULL DEFAULT '';
-- What a sheet is repeated for: '' nothing, 'trainer', 'session'.
ALTER TABLE "questionnaires" ADD COLUMN "repeats" TEXT NOT NULL DEFAULT '';
ALTER TABLE "questionnaires" ADD COLUMN "notes" TEXT NOT NULL DEFAULT '';

-- A high answer is bad; answers are stored as they were keyed in all the same.
ALTER TABLE "items" ADD COLUMN "reversed" INTEGER NOT NULL DEFAULT 0
	CHECK ("reversed" IN (0, 1));
-- Separated by ';': the options, the two ends, or the labels of a scale.
ALTER TABLE "items" ADD COLUMN "options" TEXT NOT NULL DEFAULT '';
-- The highest value of a number; NULL: 1,000,000.
ALTER TABLE "items" ADD COLUMN "most" INTEGER
	CHECK ("most" BETWEEN 1 AND 1000000);

-- Whom or what a sheet is about, who filled it in, and when in a comparison.
ALTER TABLE "sheets" ADD COLUMN "trainer" INTEGER REFERENCES "trainers" ("id");
ALTER TABLE "sheets" ADD COLUMN "session" INTEGER REFERENCES "sessions" ("id");
ALTER TABLE "sheets" ADD COLUMN "role" TEXT NOT NULL DEFAULT '';
ALTER TABLE "sheets" ADD COLUMN "phase" TEXT NOT NULL DEFAULT '';
CREATE INDEX "sheets_by_trainer" ON "sheets" ("trainer");
CREATE INDEX "sheets_by_session" ON "sheets" ("session");

-- Answers may be numbers now. Nothing refers to an answer, so the table can
-- be replaced by a wider one.
CREATE TABLE "answers_wider" (
	"id" INTEGER PRIMARY KEY,
	"sheet" INTEGER NOT NULL REFERENCES "sheets" ("id"),
	"item" INTEGER NOT NULL REFERENCES "items" ("id"),
	"value" INTEGER
		CHECK ("value" BETWEEN 0 AND 1000000),
	-- Of several choices the numbers, "1,3"; the value is NULL then.
	"text" TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "answers_wider" SELECT "id", "sheet", "item", "value", "text" FROM "answers";
DROP TABLE "answers";
ALTER TABLE "answers_wider" RENAME TO "answers";
CREATE UNIQUE INDEX "answers_key" ON "answers" ("sheet", "item");
CREATE INDEX "answers_by_item" ON "answers" ("item");

-- Entries that add private records (feedback sheets): what they were added
-- to, and how many. Folded: only that is left, the keys are gone.
ALTER TABLE entry ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE entry ADD COLUMN counted INTEGER NOT NULL DEFAULT 0
	CHECK (counted >= 0);
ALTER TABLE entry ADD COLUMN folded INTEGER NOT NULL DEFAULT 0
	CHECK (folded IN (0, 1));
CREATE INDEX entry_folded ON entry (about, at) WHERE folded = 1;
CREATE INDEX entry_reverts ON entry (reverts);
CREATE INDEX entry_reverted_by ON entry (reverted_by);

-- Changes of records with private keys.
ALTER TABLE change ADD COLUMN private INTEGER NOT NULL DEFAULT 0
	CHECK (private IN (0, 1));
UPDATE change SET private = 1 WHERE kind IN ('sheet', 'answer');
CREATE INDEX change_private ON change (entry, op) WHERE private = 1;
