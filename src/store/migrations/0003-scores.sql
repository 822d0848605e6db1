-- Part of a session only, and tests with a maximum of their own.

-- The JP that a person who came late or left early attended; NULL: all of the
-- session's where the person was present or late, none otherwise.
ALTER TABLE "attendance" ADD COLUMN "jp" INTEGER
	CHECK ("jp" BETWEEN 0 AND 10000);

-- The highest score of the programme's tests, in hundredths; NULL: 100.
ALTER TABLE "programmes" ADD COLUMN "test_most" INTEGER
	CHECK ("test_most" BETWEEN 100 AND 100000);

-- Scores are points of that maximum. SQLite changes a CHECK only with a new
-- table; nothing refers to this one.
CREATE TABLE "scores_new" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"pre" INTEGER
		CHECK ("pre" BETWEEN 0 AND 100000),
	"post" INTEGER
		CHECK ("post" BETWEEN 0 AND 100000)
) STRICT;
INSERT INTO "scores_new" ("id", "programme", "person", "pre", "post")
SELECT "id", "programme", "person", "pre", "post" FROM "scores";
DROP TABLE "scores";
ALTER TABLE "scores_new" RENAME TO "scores";
CREATE UNIQUE INDEX "scores_key" ON "scores" ("programme", "person");
CREATE INDEX "scores_by_person" ON "scores" ("person");
