-- What was found out in a run, what is done about it, and what it changed.

-- Something that the next run should do better, or keep.
CREATE TABLE "findings" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"source" TEXT NOT NULL CHECK ("source" <> ''),
	"kind" TEXT NOT NULL CHECK ("kind" <> ''),
	"statement" TEXT NOT NULL CHECK ("statement" <> ''),
	"item" INTEGER REFERENCES "items" ("id"),
	"session" INTEGER REFERENCES "sessions" ("id"),
	"objective" INTEGER REFERENCES "objectives" ("id"),
	"competency" INTEGER REFERENCES "competencies" ("id"),
	-- How often it was said, and the mean or gap at that time, hundredths.
	"count" INTEGER,
	"figure" INTEGER,
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "findings_key" ON "findings" ("programme", "number");
CREATE INDEX "findings_by_number" ON "findings" ("number");
CREATE INDEX "findings_by_item" ON "findings" ("item");
CREATE INDEX "findings_by_session" ON "findings" ("session");
CREATE INDEX "findings_by_objective" ON "findings" ("objective");
CREATE INDEX "findings_by_competency" ON "findings" ("competency");

-- What somebody who read the comments made of one. It is known by its folded
-- words: nothing leads from here to a sheet.
CREATE TABLE "comment_tags" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"comment" TEXT NOT NULL CHECK ("comment" <> ''),
	"kind" TEXT NOT NULL CHECK ("kind" <> ''),
	"theme" TEXT NOT NULL DEFAULT '',
	"finding" INTEGER REFERENCES "findings" ("id")
) STRICT;
CREATE UNIQUE INDEX "comment_tags_key" ON "comment_tags" ("programme", "comment", "kind");
CREATE INDEX "comment_tags_in_programme" ON "comment_tags" ("programme", "comment");
CREATE INDEX "comment_tags_by_comment" ON "comment_tags" ("comment");
CREATE INDEX "comment_tags_by_finding" ON "comment_tags" ("finding");

ALTER TABLE "improvements" ADD COLUMN "finding" INTEGER REFERENCES "findings" ("id");
ALTER TABLE "improvements" ADD COLUMN "decision" TEXT NOT NULL DEFAULT '';
ALTER TABLE "improvements" ADD COLUMN "waived_reason" TEXT NOT NULL DEFAULT '';
CREATE INDEX "improvements_by_finding" ON "improvements" ("finding");
-- What is not done needs its reason; before, it was only said to be dropped,
-- and a reason that nobody gave is a dash.
UPDATE "improvements" SET "status" = 'waived',
	"waived_reason" = iif("result" = '', '–', "result")
 WHERE "status" = 'dropped';
-- The history says it in the new word too, or it could not be undone.
UPDATE change SET
	before = replace(before, '"status":"dropped"', '"status":"waived"'),
	after = replace(after, '"status":"dropped"', '"status":"waived"')
 WHERE kind = 'improvement';

-- Why a line of a revision is different from the revision before: `part` is
-- the kind of the part, `line` its number and the field that changed.
CREATE TABLE "revision_causes" (
	"id" INTEGER PRIMARY KEY,
	"revision" INTEGER NOT NULL REFERENCES "revisions" ("id"),
	"part" TEXT NOT NULL CHECK ("part" <> ''),
	"line" TEXT NOT NULL CHECK ("line" <> ''),
	"finding" INTEGER REFERENCES "findings" ("id"),
	"improvement" INTEGER REFERENCES "improvements" ("id"),
	"text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "revision_causes_key" ON "revision_causes" ("revision", "part", "line");
CREATE INDEX "revision_causes_in_revision" ON "revision_causes" ("revision", "line");
CREATE INDEX "revision_causes_by_line" ON "revision_causes" ("line");
CREATE INDEX "revision_causes_by_finding" ON "revision_causes" ("finding");
CREATE INDEX "revision_causes_by_improvement" ON "revision_causes" ("improvement");
