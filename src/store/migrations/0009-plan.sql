-- From needs to plan: positions and levels, the needs survey, the yearly plan,
-- certificates and how learning is counted.

ALTER TABLE "competencies" ADD COLUMN "definition" TEXT NOT NULL DEFAULT '';

-- What people at a level of a competency do.
CREATE TABLE "competency_levels" (
	"id" INTEGER PRIMARY KEY,
	"competency" INTEGER NOT NULL REFERENCES "competencies" ("id"),
	"level" INTEGER NOT NULL
		CHECK ("level" BETWEEN 1 AND 5),
	"text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE UNIQUE INDEX "competency_levels_key" ON "competency_levels" ("competency", "level");
CREATE INDEX "competency_levels_by_level" ON "competency_levels" ("level");

-- A type of positions and the level that it requires in managerial and
-- socio-cultural competencies, where nothing else is said.
CREATE TABLE "position_types" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"level" INTEGER
		CHECK ("level" BETWEEN 1 AND 5),
	"source" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "position_types_key" ON "position_types" ("code");
CREATE INDEX "position_types_by_name" ON "position_types" ("name");

-- A position as people hold it (persons.position), and of which type it is.
CREATE TABLE "positions" (
	"id" INTEGER PRIMARY KEY,
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"type" INTEGER REFERENCES "position_types" ("id"),
	"notes" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "positions_key" ON "positions" ("name");
CREATE INDEX "positions_by_type" ON "positions" ("type");

-- A needs survey: who rates whom, and when.
CREATE TABLE "surveys" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"year" INTEGER NOT NULL
		CHECK ("year" BETWEEN 2000 AND 2199),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"opens" TEXT CHECK ("opens" IS date("opens", '+0 days')),
	"closes" TEXT CHECK ("closes" IS date("closes", '+0 days')),
	"raters" TEXT NOT NULL CHECK ("raters" <> ''),
	"status" TEXT NOT NULL CHECK ("status" <> ''),
	"notes" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "surveys_key" ON "surveys" ("code");
CREATE INDEX "surveys_by_year" ON "surveys" ("year");
CREATE INDEX "surveys_by_title" ON "surveys" ("title");

-- Answers belong to a survey. Those that are there belong to one that is made for
-- them, and the history says so, or a deleted answer could not come back.
INSERT INTO "surveys" ("code", "year", "title", "raters", "status", "search")
	SELECT 'AKPK', CAST(strftime('%Y', 'now') AS INTEGER), 'AKPK', 'both', 'open', 'akpk akpk'
	 WHERE EXISTS (SELECT 1 FROM "needs")
	    OR EXISTS (SELECT 1 FROM change WHERE kind = 'need');
CREATE TABLE "needs_of_surveys" (
	"id" INTEGER PRIMARY KEY,
	"survey" INTEGER NOT NULL REFERENCES "surveys" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"competency" INTEGER NOT NULL REFERENCES "competencies" ("id"),
	"rater" TEXT NOT NULL CHECK ("rater" <> ''),
	"level" INTEGER NOT NULL
		CHECK ("level" BETWEEN 1 AND 5),
	"importance" INTEGER
		CHECK ("importance" BETWEEN 1 AND 5)
) STRICT;
INSERT INTO "needs_of_surveys"
	SELECT n."id", s."id", n."person", n."competency", n."rater", n."level", n."importance"
	  FROM "needs" n, "surveys" s;
DROP TABLE "needs";
ALTER TABLE "needs_of_surveys" RENAME TO "needs";
CREATE UNIQUE INDEX "needs_key" ON "needs" ("survey", "person", "competency", "rater");
CREATE INDEX "needs_by_person" ON "needs" ("person");
CREATE INDEX "needs_by_competency" ON "needs" ("competency");
UPDATE change SET
	before = iif(before = '', '', json_set(before, '$.survey', '1')),
	after = iif(after = '', '', json_set(after, '$.survey', '1'))
 WHERE kind = 'need' AND op = 'delete';

-- A unit whose people are asked; a survey without any asks everybody.
CREATE TABLE "survey_units" (
	"id" INTEGER PRIMARY KEY,
	"survey" INTEGER NOT NULL REFERENCES "surveys" ("id"),
	"unit" INTEGER NOT NULL REFERENCES "units" ("id")
) STRICT;
CREATE UNIQUE INDEX "survey_units_key" ON "survey_units" ("survey", "unit");
CREATE INDEX "survey_units_by_unit" ON "survey_units" ("unit");

-- A competency that is asked about, in this order; a survey without any asks
-- about all.
CREATE TABLE "survey_competencies" (
	"id" INTEGER PRIMARY KEY,
	"survey" INTEGER NOT NULL REFERENCES "surveys" ("id"),
	"competency" INTEGER NOT NULL REFERENCES "competencies" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999)
) STRICT;
CREATE UNIQUE INDEX "survey_competencies_key" ON "survey_competencies" ("survey", "competency");
CREATE INDEX "survey_competencies_in_survey" ON "survey_competencies" ("survey", "number");
CREATE INDEX "survey_competencies_by_competency" ON "survey_competencies" ("competency");
CREATE INDEX "survey_competencies_by_number" ON "survey_competencies" ("number");

-- What a respondent says beyond the levels (struct need).
CREATE TABLE "responses" (
	"id" INTEGER PRIMARY KEY,
	"survey" INTEGER NOT NULL REFERENCES "surveys" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"rater" TEXT NOT NULL CHECK ("rater" <> ''),
	"topics" TEXT NOT NULL DEFAULT '',
	"form" TEXT NOT NULL DEFAULT '',
	"method" TEXT NOT NULL DEFAULT '',
	"remark" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "responses_key" ON "responses" ("survey", "person", "rater");
CREATE INDEX "responses_in_survey" ON "responses" ("survey", "person");
CREATE INDEX "responses_by_person" ON "responses" ("person");

-- What a column of the file of a web survey stands for, by its folded
-- heading: "nip", "topics", "-" for nothing, or "level:KP", "importance:KP".
CREATE TABLE "mappings" (
	"id" INTEGER PRIMARY KEY,
	"heading" TEXT NOT NULL CHECK ("heading" <> ''),
	"target" TEXT NOT NULL CHECK ("target" <> '')
) STRICT;
CREATE UNIQUE INDEX "mappings_key" ON "mappings" ("heading");

-- What is decided about a ranked need, and its scores in two other rankings.
CREATE TABLE "decisions" (
	"id" INTEGER PRIMARY KEY,
	"survey" INTEGER NOT NULL REFERENCES "surveys" ("id"),
	"competency" INTEGER NOT NULL REFERENCES "competencies" ("id"),
	"cause" TEXT NOT NULL DEFAULT '',
	"training" TEXT NOT NULL DEFAULT '',
	"form" TEXT NOT NULL DEFAULT '',
	"remark" TEXT NOT NULL DEFAULT '',
	"difficulty" TEXT NOT NULL DEFAULT '',
	"weight" TEXT NOT NULL DEFAULT '',
	"frequency" TEXT NOT NULL DEFAULT '',
	"urgency" INTEGER
		CHECK ("urgency" BETWEEN 1 AND 5),
	"seriousness" INTEGER
		CHECK ("seriousness" BETWEEN 1 AND 5),
	"growth" INTEGER
		CHECK ("growth" BETWEEN 1 AND 5)
) STRICT;
CREATE UNIQUE INDEX "decisions_key" ON "decisions" ("survey", "competency");
CREATE INDEX "decisions_by_competency" ON "decisions" ("competency");

-- Who pays.
CREATE TABLE "funds" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "funds_key" ON "funds" ("code");
CREATE INDEX "funds_by_name" ON "funds" ("name");

-- The most that a source pays in a year (quarter 0) or a quarter of it.
CREATE TABLE "ceilings" (
	"id" INTEGER PRIMARY KEY,
	"year" INTEGER NOT NULL
		CHECK ("year" BETWEEN 2000 AND 2199),
	"fund" INTEGER NOT NULL REFERENCES "funds" ("id"),
	"quarter" INTEGER NOT NULL
		CHECK ("quarter" BETWEEN 0 AND 4),
	"amount" INTEGER NOT NULL
		CHECK ("amount" BETWEEN 0 AND 1000000000000000)
) STRICT;
CREATE UNIQUE INDEX "ceilings_key" ON "ceilings" ("year", "fund", "quarter");
CREATE INDEX "ceilings_by_year" ON "ceilings" ("year");
CREATE INDEX "ceilings_by_fund" ON "ceilings" ("fund");

-- Something the office wants to do in a year, from the proposal to the
-- programme that came of it.
CREATE TABLE "plan_items" (
	"id" INTEGER PRIMARY KEY,
	"year" INTEGER NOT NULL
		CHECK ("year" BETWEEN 2000 AND 2199),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 9999),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"quarter" INTEGER
		CHECK ("quarter" BETWEEN 1 AND 4),
	"basis" TEXT NOT NULL CHECK ("basis" <> ''),
	"survey" INTEGER REFERENCES "surveys" ("id"),
	"competency" INTEGER REFERENCES "competencies" ("id"),
	"unit" INTEGER REFERENCES "units" ("id"),
	"target_group" TEXT NOT NULL DEFAULT '',
	"people" INTEGER
		CHECK ("people" BETWEEN 1 AND 100000),
	"form" TEXT NOT NULL DEFAULT '',
	"jp" INTEGER
		CHECK ("jp" BETWEEN 0 AND 200000),
	"cost" INTEGER
		CHECK ("cost" BETWEEN 0 AND 1000000000000000),
	"fund" INTEGER REFERENCES "funds" ("id"),
	"provider" TEXT NOT NULL DEFAULT '',
	"partner" INTEGER REFERENCES "partners" ("id"),
	"starts" TEXT CHECK ("starts" IS date("starts", '+0 days')),
	"ends" TEXT CHECK ("ends" IS date("ends", '+0 days')),
	"justification" TEXT NOT NULL DEFAULT '',
	"status" TEXT NOT NULL CHECK ("status" <> ''),
	"reason" TEXT NOT NULL DEFAULT '',
	"programme" INTEGER REFERENCES "programmes" ("id"),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "plan_items_key" ON "plan_items" ("year", "number");
CREATE INDEX "plan_items_by_year" ON "plan_items" ("year");
CREATE INDEX "plan_items_by_number" ON "plan_items" ("number");
CREATE INDEX "plan_items_by_title" ON "plan_items" ("title");
CREATE INDEX "plan_items_by_survey" ON "plan_items" ("survey");
CREATE INDEX "plan_items_by_competency" ON "plan_items" ("competency");
CREATE INDEX "plan_items_by_unit" ON "plan_items" ("unit");
CREATE INDEX "plan_items_by_fund" ON "plan_items" ("fund");
CREATE INDEX "plan_items_by_partner" ON "plan_items" ("partner");
CREATE INDEX "plan_items_by_programme" ON "plan_items" ("programme");

-- How many JP something counts: `factor` JP per `per` units of the basis, at
-- most `cap`.
CREATE TABLE "conversions" (
	"id" INTEGER PRIMARY KEY,
	"form" TEXT NOT NULL CHECK ("form" <> ''),
	"scope" TEXT NOT NULL CHECK ("scope" <> ''),
	"basis" TEXT NOT NULL CHECK ("basis" <> ''),
	"factor" INTEGER
		CHECK ("factor" BETWEEN 0 AND 200000),
	"per" INTEGER NOT NULL
		CHECK ("per" BETWEEN 1 AND 10000),
	"cap" INTEGER
		CHECK ("cap" BETWEEN 0 AND 200000),
	"source" TEXT NOT NULL DEFAULT '',
	"verified" INTEGER NOT NULL DEFAULT 0 CHECK ("verified" IN (0, 1)),
	"valid_from" TEXT CHECK ("valid_from" IS date("valid_from", '+0 days'))
) STRICT;
CREATE UNIQUE INDEX "conversions_key" ON "conversions" ("form", "scope", "basis");
CREATE INDEX "conversions_by_form" ON "conversions" ("form");

-- Learning outside the office's own programmes, from a certificate.
CREATE TABLE "certificates" (
	"id" INTEGER PRIMARY KEY,
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"starts" TEXT NOT NULL CHECK ("starts" IS date("starts", '+0 days')),
	"ends" TEXT CHECK ("ends" IS date("ends", '+0 days')),
	"year" INTEGER NOT NULL
		CHECK ("year" BETWEEN 2000 AND 2199),
	"form" TEXT NOT NULL CHECK ("form" <> ''),
	"scope" TEXT NOT NULL CHECK ("scope" <> ''),
	"organiser" TEXT NOT NULL DEFAULT '',
	"number" TEXT NOT NULL DEFAULT '',
	"quantity" INTEGER
		CHECK ("quantity" BETWEEN 0 AND 10000000),
	"basis" TEXT NOT NULL DEFAULT '',
	"jp" INTEGER
		CHECK ("jp" BETWEEN 0 AND 200000),
	"jp_reason" TEXT NOT NULL DEFAULT '',
	"notes" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "certificates_key" ON "certificates" ("person", "title", "starts");
CREATE INDEX "certificates_in_person" ON "certificates" ("person", "starts");
CREATE INDEX "certificates_by_starts" ON "certificates" ("starts");
