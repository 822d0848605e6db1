-- What becomes of a programme after its end: follow-ups with their days,
-- indicators with a series of measurements, the service survey before and
-- after, and the sheet of costs and benefits.

-- Months from the end to the follow-up; NULL: the setting of the office.
ALTER TABLE "programmes" ADD COLUMN "follow_up_months" INTEGER
	CHECK ("follow_up_months" BETWEEN 1 AND 36);

-- Something to be asked or measured some months after a programme.
CREATE TABLE "follow_ups" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"what" TEXT NOT NULL CHECK ("what" <> ''),
	"questionnaire" INTEGER REFERENCES "questionnaires" ("id"),
	"due" TEXT CHECK ("due" IS date("due", '+0 days')),
	"sent" TEXT CHECK ("sent" IS date("sent", '+0 days')),
	"expected" INTEGER
		CHECK ("expected" BETWEEN 1 AND 100000),
	"done" TEXT CHECK ("done" IS date("done", '+0 days')),
	"outcome" TEXT NOT NULL DEFAULT '',
	"waived" INTEGER NOT NULL DEFAULT 0 CHECK ("waived" IN (0, 1)),
	"reason" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "follow_ups_key" ON "follow_ups" ("programme", "number");
CREATE INDEX "follow_ups_by_number" ON "follow_ups" ("number");
CREATE INDEX "follow_ups_by_due" ON "follow_ups" ("due");
CREATE INDEX "follow_ups_by_questionnaire" ON "follow_ups" ("questionnaire");

-- An indicator that a programme wants to move; figures are hundredths.
CREATE TABLE "results" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"project" INTEGER REFERENCES "projects" ("id"),
	"objective" INTEGER REFERENCES "objectives" ("id"),
	"indicator" TEXT NOT NULL CHECK ("indicator" <> ''),
	"measure" TEXT NOT NULL DEFAULT '',
	"direction" TEXT NOT NULL CHECK ("direction" <> ''),
	"baseline" INTEGER
		CHECK ("baseline" BETWEEN -1000000000000 AND 1000000000000),
	"target" INTEGER
		CHECK ("target" BETWEEN -1000000000000 AND 1000000000000),
	"source" TEXT NOT NULL DEFAULT '',
	"notes" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "results_key" ON "results" ("programme", "number");
CREATE INDEX "results_by_number" ON "results" ("number");
CREATE INDEX "results_by_project" ON "results" ("project");
CREATE INDEX "results_by_objective" ON "results" ("objective");

-- What an indicator was on a day.
CREATE TABLE "measurements" (
	"id" INTEGER PRIMARY KEY,
	"result" INTEGER NOT NULL REFERENCES "results" ("id"),
	"measured" TEXT NOT NULL CHECK ("measured" IS date("measured", '+0 days')),
	"actual" INTEGER NOT NULL
		CHECK ("actual" BETWEEN -1000000000000 AND 1000000000000),
	"evidence" TEXT NOT NULL DEFAULT '',
	"notes" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "measurements_key" ON "measurements" ("result", "measured");
CREATE INDEX "measurements_by_measured" ON "measurements" ("measured");

-- The nine means of a public service survey (SKM), hundredths, as the
-- report of the service has them.
CREATE TABLE "skm_rounds" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 99),
	"phase" TEXT NOT NULL CHECK ("phase" <> ''),
	"unit" INTEGER REFERENCES "units" ("id"),
	"measured" TEXT CHECK ("measured" IS date("measured", '+0 days')),
	"respondents" INTEGER
		CHECK ("respondents" BETWEEN 1 AND 1000000),
	"u1" INTEGER NOT NULL CHECK ("u1" BETWEEN 100 AND 400),
	"u2" INTEGER NOT NULL CHECK ("u2" BETWEEN 100 AND 400),
	"u3" INTEGER NOT NULL CHECK ("u3" BETWEEN 100 AND 400),
	"u4" INTEGER NOT NULL CHECK ("u4" BETWEEN 100 AND 400),
	"u5" INTEGER NOT NULL CHECK ("u5" BETWEEN 100 AND 400),
	"u6" INTEGER NOT NULL CHECK ("u6" BETWEEN 100 AND 400),
	"u7" INTEGER NOT NULL CHECK ("u7" BETWEEN 100 AND 400),
	"u8" INTEGER NOT NULL CHECK ("u8" BETWEEN 100 AND 400),
	"u9" INTEGER NOT NULL CHECK ("u9" BETWEEN 100 AND 400),
	-- The index that the report itself prints, to compare with.
	"published" INTEGER CHECK ("published" BETWEEN 2500 AND 10000),
	"source" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "skm_rounds_key" ON "skm_rounds" ("programme", "number");
CREATE INDEX "skm_rounds_by_number" ON "skm_rounds" ("number");
CREATE INDEX "skm_rounds_by_unit" ON "skm_rounds" ("unit");

-- A line of the sheet of costs and benefits.
CREATE TABLE "benefits" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"side" TEXT NOT NULL CHECK ("side" <> ''),
	"text" TEXT NOT NULL CHECK ("text" <> ''),
	-- Whole rupiah.
	"amount" INTEGER CHECK ("amount" BETWEEN 1 AND 1000000000000000),
	-- Percent of the benefit that comes from the training.
	"share" INTEGER CHECK ("share" BETWEEN 0 AND 100),
	"assumption" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "benefits_key" ON "benefits" ("programme", "number");
CREATE INDEX "benefits_by_number" ON "benefits" ("number");
