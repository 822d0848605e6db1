-- How the work of the groups is assessed. Weights are hundredths of a percent.

-- A list of criteria by which projects are assessed.
CREATE TABLE "rubrics" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "rubrics_key" ON "rubrics" ("code");
CREATE INDEX "rubrics_by_title" ON "rubrics" ("title");

-- What is looked at, how much it weighs, and what each level looks like.
CREATE TABLE "criteria" (
	"id" INTEGER PRIMARY KEY,
	"rubric" INTEGER NOT NULL REFERENCES "rubrics" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 99),
	"text" TEXT NOT NULL CHECK ("text" <> ''),
	"weight" INTEGER NOT NULL
		CHECK ("weight" BETWEEN 1 AND 10000),
	"level1" TEXT NOT NULL DEFAULT '',
	"level2" TEXT NOT NULL DEFAULT '',
	"level3" TEXT NOT NULL DEFAULT '',
	"level4" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "criteria_key" ON "criteria" ("rubric", "number");
CREATE INDEX "criteria_by_number" ON "criteria" ("number");

-- What one assessor says of one project.
CREATE TABLE "assessments" (
	"id" INTEGER PRIMARY KEY,
	"project" INTEGER NOT NULL REFERENCES "projects" ("id"),
	"assessor" TEXT NOT NULL CHECK ("assessor" <> ''),
	"person" INTEGER REFERENCES "persons" ("id"),
	"day" TEXT CHECK ("day" IS date("day", '+0 days')),
	"remark" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "assessments_key" ON "assessments" ("project", "assessor");
CREATE INDEX "assessments_by_assessor" ON "assessments" ("assessor");
CREATE INDEX "assessments_by_person" ON "assessments" ("person");
CREATE INDEX "assessments_by_day" ON "assessments" ("day");

-- The level an assessor gives for one criterion; NULL: left blank.
CREATE TABLE "assessment_scores" (
	"id" INTEGER PRIMARY KEY,
	"assessment" INTEGER NOT NULL REFERENCES "assessments" ("id"),
	"criterion" INTEGER NOT NULL REFERENCES "criteria" ("id"),
	"level" INTEGER
		CHECK ("level" BETWEEN 1 AND 4),
	"remark" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "assessment_scores_key" ON "assessment_scores" ("assessment", "criterion");
CREATE INDEX "assessment_scores_by_criterion" ON "assessment_scores" ("criterion");

-- What a member of a group says of a member; confidential.
CREATE TABLE "peer_ratings" (
	"id" INTEGER PRIMARY KEY,
	"group" INTEGER NOT NULL REFERENCES "groups" ("id"),
	"rater" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"rated" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"attendance" INTEGER
		CHECK ("attendance" BETWEEN 1 AND 4),
	"tasks" INTEGER
		CHECK ("tasks" BETWEEN 1 AND 4),
	"explaining" INTEGER
		CHECK ("explaining" BETWEEN 1 AND 4),
	"activity" INTEGER
		CHECK ("activity" BETWEEN 1 AND 4),
	"solutions" INTEGER
		CHECK ("solutions" BETWEEN 1 AND 4),
	"role" INTEGER
		CHECK ("role" BETWEEN 1 AND 4)
) STRICT;
CREATE UNIQUE INDEX "peer_ratings_key" ON "peer_ratings" ("group", "rater", "rated");
CREATE INDEX "peer_ratings_in_group" ON "peer_ratings" ("group", "rated");
CREATE INDEX "peer_ratings_by_rater" ON "peer_ratings" ("rater");
CREATE INDEX "peer_ratings_by_rated" ON "peer_ratings" ("rated");

-- The rubric by which the projects of a programme are assessed.
ALTER TABLE "programmes" ADD COLUMN "rubric" INTEGER REFERENCES "rubrics" ("id");
CREATE INDEX "programmes_by_rubric" ON "programmes" ("rubric");

-- The place in the order of presentation, and the number that order was drawn with.
ALTER TABLE "projects" ADD COLUMN "presents" INTEGER
	CHECK ("presents" BETWEEN 1 AND 999);
ALTER TABLE "projects" ADD COLUMN "seed" INTEGER;
CREATE INDEX "projects_by_presents" ON "projects" ("presents");

-- What became of a milestone after the programme, and what changed by it.
ALTER TABLE "milestones" ADD COLUMN "outcome" TEXT NOT NULL DEFAULT '';
ALTER TABLE "milestones" ADD COLUMN "effect" TEXT NOT NULL DEFAULT '';
