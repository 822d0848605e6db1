-- Hours of the day in the plan, the rule of completion, credited lesson hours.
-- Percents, scores and JP are hundredths.

ALTER TABLE "planned_sessions" ADD COLUMN "starts" TEXT NOT NULL DEFAULT '';
ALTER TABLE "planned_sessions" ADD COLUMN "ends" TEXT NOT NULL DEFAULT '';

-- NULL: as the setting completion_attendance says; 0: attendance does not matter.
ALTER TABLE "programmes" ADD COLUMN "least_attendance" INTEGER
	CHECK ("least_attendance" BETWEEN 0 AND 10000);
-- NULL: the post-test does not matter.
ALTER TABLE "programmes" ADD COLUMN "least_post" INTEGER
	CHECK ("least_post" BETWEEN 0 AND 10000);
ALTER TABLE "programmes" ADD COLUMN "project_verdict" INTEGER NOT NULL DEFAULT 0
	CHECK ("project_verdict" IN (0, 1));

-- NULL: who completed is credited the JP of the programme.
ALTER TABLE "enrolments" ADD COLUMN "jp" INTEGER
	CHECK ("jp" BETWEEN 0 AND 200000);
