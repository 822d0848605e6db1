-- The records of an office. Numbers with decimals are kept as hundredths,
-- money as whole rupiah, days as YYYY-MM-DD. Keys are site << 40 | n, those
-- of sheets and answers random. "search" is derived: the folded words by
-- which lists are filtered.
--
-- Every index ends with the key by itself, so one on a column also gives the
-- order (column, id) in which lists are paged. A list within a parent needs
-- its parent in front: "…_in_…" where no other index begins with both.

-- An office of the city (OPD).
CREATE TABLE "units" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"parent" INTEGER REFERENCES "units" ("id"),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "units_key" ON "units" ("code");
CREATE INDEX "units_by_name" ON "units" ("name");
CREATE INDEX "units_by_parent" ON "units" ("parent");

-- Somebody who learns, leads, mentors or owns an action.
CREATE TABLE "persons" (
	"id" INTEGER PRIMARY KEY,
	"nip" TEXT NOT NULL DEFAULT '' CHECK (length("nip") IN (0, 18)),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"unit" INTEGER REFERENCES "units" ("id"),
	"grade" TEXT NOT NULL DEFAULT '',
	"position" TEXT NOT NULL DEFAULT '',
	"employment" TEXT NOT NULL DEFAULT '',
	"email" TEXT NOT NULL DEFAULT '',
	"phone" TEXT NOT NULL DEFAULT '',
	"birth" TEXT CHECK ("birth" IS date("birth", '+0 days')),
	"sex" TEXT NOT NULL DEFAULT '',
	"notes" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "persons_key" ON "persons" ("nip") WHERE "nip" <> '';
CREATE INDEX "persons_by_nip" ON "persons" ("nip");
CREATE INDEX "persons_by_unit" ON "persons" ("unit");
CREATE INDEX "persons_by_search" ON "persons" ("search");

-- An organisation that works with the office.
CREATE TABLE "partners" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"kind" TEXT NOT NULL CHECK ("kind" <> ''),
	"agreement" TEXT NOT NULL DEFAULT '',
	"agreement_ends" TEXT CHECK ("agreement_ends" IS date("agreement_ends", '+0 days')),
	"contact" TEXT NOT NULL DEFAULT '',
	"email" TEXT NOT NULL DEFAULT '',
	"phone" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "partners_key" ON "partners" ("code");
CREATE INDEX "partners_by_name" ON "partners" ("name");

-- Somebody who teaches; own staff or from a partner.
CREATE TABLE "trainers" (
	"id" INTEGER PRIMARY KEY,
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"person" INTEGER REFERENCES "persons" ("id"),
	"partner" INTEGER REFERENCES "partners" ("id"),
	"expertise" TEXT NOT NULL DEFAULT '',
	"email" TEXT NOT NULL DEFAULT '',
	"phone" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "trainers_key" ON "trainers" ("name");
CREATE INDEX "trainers_by_person" ON "trainers" ("person");
CREATE INDEX "trainers_by_partner" ON "trainers" ("partner");
CREATE INDEX "trainers_by_search" ON "trainers" ("search");

-- What people must be able to do, in levels 1 to 5.
CREATE TABLE "competencies" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"kind" TEXT NOT NULL CHECK ("kind" <> ''),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "competencies_key" ON "competencies" ("code");
CREATE INDEX "competencies_by_name" ON "competencies" ("name");

-- The level that a position requires.
CREATE TABLE "standards" (
	"id" INTEGER PRIMARY KEY,
	"position" TEXT NOT NULL CHECK ("position" <> ''),
	"competency" INTEGER NOT NULL REFERENCES "competencies" ("id"),
	"level" INTEGER NOT NULL
		CHECK ("level" BETWEEN 1 AND 5),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "standards_key" ON "standards" ("position", "competency");
CREATE INDEX "standards_by_position" ON "standards" ("position");
CREATE INDEX "standards_by_competency" ON "standards" ("competency");

-- One rater's answer about one person's level.
CREATE TABLE "needs" (
	"id" INTEGER PRIMARY KEY,
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"competency" INTEGER NOT NULL REFERENCES "competencies" ("id"),
	"rater" TEXT NOT NULL CHECK ("rater" <> ''),
	"level" INTEGER NOT NULL
		CHECK ("level" BETWEEN 1 AND 5),
	"importance" INTEGER
		CHECK ("importance" BETWEEN 1 AND 5)
) STRICT;
CREATE UNIQUE INDEX "needs_key" ON "needs" ("person", "competency", "rater");
CREATE INDEX "needs_by_person" ON "needs" ("person");
CREATE INDEX "needs_by_competency" ON "needs" ("competency");

-- What the runs of a series have in common over the years.
CREATE TABLE "designs" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "designs_key" ON "designs" ("code");
CREATE INDEX "designs_by_title" ON "designs" ("title");

-- A numbered state of a design; runs are pinned to one.
CREATE TABLE "revisions" (
	"id" INTEGER PRIMARY KEY,
	"design" INTEGER NOT NULL REFERENCES "designs" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"made" TEXT CHECK ("made" IS date("made", '+0 days')),
	"reason" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "revisions_key" ON "revisions" ("design", "number");
CREATE INDEX "revisions_by_number" ON "revisions" ("number");

-- What participants can do afterwards.
CREATE TABLE "objectives" (
	"id" INTEGER PRIMARY KEY,
	"revision" INTEGER NOT NULL REFERENCES "revisions" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 99),
	"competency" INTEGER REFERENCES "competencies" ("id"),
	"level" INTEGER
		CHECK ("level" BETWEEN 1 AND 5),
	"text" TEXT NOT NULL CHECK ("text" <> ''),
	"indicator" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "objectives_key" ON "objectives" ("revision", "number");
CREATE INDEX "objectives_by_number" ON "objectives" ("number");
CREATE INDEX "objectives_by_competency" ON "objectives" ("competency");

-- A session of the design, without a date.
CREATE TABLE "planned_sessions" (
	"id" INTEGER PRIMARY KEY,
	"revision" INTEGER NOT NULL REFERENCES "revisions" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"day" INTEGER
		CHECK ("day" BETWEEN 1 AND 999),
	"topic" TEXT NOT NULL CHECK ("topic" <> ''),
	"form" TEXT NOT NULL DEFAULT '',
	"jp" INTEGER NOT NULL
		CHECK ("jp" BETWEEN 0 AND 10000)
) STRICT;
CREATE UNIQUE INDEX "planned_sessions_key" ON "planned_sessions" ("revision", "number");
CREATE INDEX "planned_sessions_by_number" ON "planned_sessions" ("number");

-- A set of questions put to participants.
CREATE TABLE "questionnaires" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "questionnaires_key" ON "questionnaires" ("code");
CREATE INDEX "questionnaires_by_title" ON "questionnaires" ("title");

-- One question of a questionnaire.
CREATE TABLE "items" (
	"id" INTEGER PRIMARY KEY,
	"questionnaire" INTEGER NOT NULL REFERENCES "questionnaires" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"dimension" TEXT NOT NULL CHECK ("dimension" <> ''),
	"kind" TEXT NOT NULL CHECK ("kind" <> ''),
	"scale" INTEGER
		CHECK ("scale" BETWEEN 2 AND 10),
	"text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE UNIQUE INDEX "items_key" ON "items" ("questionnaire", "number");
CREATE INDEX "items_by_number" ON "items" ("number");

-- A questionnaire that a design uses.
CREATE TABLE "revision_questionnaires" (
	"id" INTEGER PRIMARY KEY,
	"revision" INTEGER NOT NULL REFERENCES "revisions" ("id"),
	"questionnaire" INTEGER NOT NULL REFERENCES "questionnaires" ("id")
) STRICT;
CREATE UNIQUE INDEX "revision_questionnaires_key" ON "revision_questionnaires" ("revision", "questionnaire");
CREATE INDEX "revision_questionnaires_by_questionnaire" ON "revision_questionnaires" ("questionnaire");

-- One run of a design in one year.
CREATE TABLE "programmes" (
	"id" INTEGER PRIMARY KEY,
	"code" TEXT NOT NULL CHECK ("code" <> ''),
	"year" INTEGER NOT NULL
		CHECK ("year" BETWEEN 2000 AND 2199),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"method" TEXT NOT NULL DEFAULT '',
	"starts" TEXT CHECK ("starts" IS date("starts", '+0 days')),
	"ends" TEXT CHECK ("ends" IS date("ends", '+0 days')),
	"jp" INTEGER
		CHECK ("jp" BETWEEN 0 AND 200000),
	"capacity" INTEGER
		CHECK ("capacity" BETWEEN 1 AND 100000),
	"status" TEXT NOT NULL CHECK ("status" <> ''),
	"cancel_reason" TEXT NOT NULL DEFAULT '',
	"place" TEXT NOT NULL DEFAULT '',
	"lead" INTEGER REFERENCES "persons" ("id"),
	"target_group" TEXT NOT NULL DEFAULT '',
	"budget" INTEGER,
	"fund" TEXT NOT NULL DEFAULT '',
	"legal_basis" TEXT NOT NULL DEFAULT '',
	"notes" TEXT NOT NULL DEFAULT '',
	"revision" INTEGER REFERENCES "revisions" ("id"),
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "programmes_key" ON "programmes" ("code");
CREATE INDEX "programmes_by_year" ON "programmes" ("year");
CREATE INDEX "programmes_by_title" ON "programmes" ("title");
CREATE INDEX "programmes_by_starts" ON "programmes" ("starts");
CREATE INDEX "programmes_by_status" ON "programmes" ("status");
CREATE INDEX "programmes_by_lead" ON "programmes" ("lead");
CREATE INDEX "programmes_by_revision" ON "programmes" ("revision");

-- What a partner does in a programme.
CREATE TABLE "programme_partners" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"partner" INTEGER NOT NULL REFERENCES "partners" ("id"),
	"role" TEXT NOT NULL CHECK ("role" <> ''),
	"notes" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "programme_partners_key" ON "programme_partners" ("programme", "partner", "role");
CREATE INDEX "programme_partners_in_programme" ON "programme_partners" ("programme", "partner");
CREATE INDEX "programme_partners_by_partner" ON "programme_partners" ("partner");

-- One meeting of a programme.
CREATE TABLE "sessions" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"date" TEXT CHECK ("date" IS date("date", '+0 days')),
	"topic" TEXT NOT NULL CHECK ("topic" <> ''),
	"jp" INTEGER NOT NULL
		CHECK ("jp" BETWEEN 0 AND 10000),
	"starts" TEXT NOT NULL DEFAULT '',
	"ends" TEXT NOT NULL DEFAULT '',
	"form" TEXT NOT NULL DEFAULT '',
	"trainer" INTEGER REFERENCES "trainers" ("id"),
	"room" TEXT NOT NULL DEFAULT '',
	"notes" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "sessions_key" ON "sessions" ("programme", "number");
CREATE INDEX "sessions_by_number" ON "sessions" ("number");
CREATE INDEX "sessions_by_date" ON "sessions" ("date");
CREATE INDEX "sessions_by_trainer" ON "sessions" ("trainer");

-- A person in a programme.
CREATE TABLE "enrolments" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"status" TEXT NOT NULL CHECK ("status" <> ''),
	"reason" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "enrolments_key" ON "enrolments" ("programme", "person");
CREATE INDEX "enrolments_in_programme" ON "enrolments" ("programme", "status");
CREATE INDEX "enrolments_by_person" ON "enrolments" ("person");
CREATE INDEX "enrolments_by_status" ON "enrolments" ("status");

-- How a person attended a session.
CREATE TABLE "attendance" (
	"id" INTEGER PRIMARY KEY,
	"session" INTEGER NOT NULL REFERENCES "sessions" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"state" TEXT NOT NULL CHECK ("state" <> '')
) STRICT;
CREATE UNIQUE INDEX "attendance_key" ON "attendance" ("session", "person");
CREATE INDEX "attendance_by_session" ON "attendance" ("session");
CREATE INDEX "attendance_by_person" ON "attendance" ("person");

-- Test scores of a person in a programme, 0 to 100.
CREATE TABLE "scores" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"pre" INTEGER
		CHECK ("pre" BETWEEN 0 AND 10000),
	"post" INTEGER
		CHECK ("post" BETWEEN 0 AND 10000)
) STRICT;
CREATE UNIQUE INDEX "scores_key" ON "scores" ("programme", "person");
CREATE INDEX "scores_by_person" ON "scores" ("person");

-- Participants who carry out a project together.
CREATE TABLE "groups" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"leader" INTEGER REFERENCES "persons" ("id"),
	"mentor" INTEGER REFERENCES "persons" ("id"),
	"seed" INTEGER,
	"rules" TEXT NOT NULL DEFAULT '',
	"reason" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "groups_key" ON "groups" ("programme", "number");
CREATE INDEX "groups_by_number" ON "groups" ("number");
CREATE INDEX "groups_by_leader" ON "groups" ("leader");
CREATE INDEX "groups_by_mentor" ON "groups" ("mentor");

-- A participant in a group.
CREATE TABLE "members" (
	"id" INTEGER PRIMARY KEY,
	"group" INTEGER NOT NULL REFERENCES "groups" ("id"),
	"person" INTEGER NOT NULL REFERENCES "persons" ("id"),
	"role" TEXT NOT NULL DEFAULT '',
	"locked" INTEGER NOT NULL DEFAULT 0 CHECK ("locked" IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "members_key" ON "members" ("group", "person");
CREATE INDEX "members_by_person" ON "members" ("person");

-- The real work of a group.
CREATE TABLE "projects" (
	"id" INTEGER PRIMARY KEY,
	"group" INTEGER NOT NULL REFERENCES "groups" ("id"),
	"title" TEXT NOT NULL CHECK ("title" <> ''),
	"problem" TEXT NOT NULL DEFAULT '',
	"idea" TEXT NOT NULL DEFAULT '',
	"client" TEXT NOT NULL DEFAULT '',
	"partner" INTEGER REFERENCES "partners" ("id"),
	"outputs" TEXT NOT NULL DEFAULT '',
	"indicator" TEXT NOT NULL DEFAULT '',
	"baseline" INTEGER
		CHECK ("baseline" BETWEEN -1000000000000 AND 1000000000000),
	"target" INTEGER
		CHECK ("target" BETWEEN -1000000000000 AND 1000000000000),
	"actual" INTEGER
		CHECK ("actual" BETWEEN -1000000000000 AND 1000000000000),
	"starts" TEXT CHECK ("starts" IS date("starts", '+0 days')),
	"due" TEXT CHECK ("due" IS date("due", '+0 days')),
	"status" TEXT NOT NULL CHECK ("status" <> ''),
	"light" TEXT NOT NULL DEFAULT '',
	"light_reason" TEXT NOT NULL DEFAULT '',
	"search" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "projects_key" ON "projects" ("group", "title");
CREATE INDEX "projects_by_title" ON "projects" ("title");
CREATE INDEX "projects_by_partner" ON "projects" ("partner");
CREATE INDEX "projects_by_due" ON "projects" ("due");
CREATE INDEX "projects_by_status" ON "projects" ("status");

-- Who has influence on a project or interest in it.
CREATE TABLE "stakeholders" (
	"id" INTEGER PRIMARY KEY,
	"project" INTEGER NOT NULL REFERENCES "projects" ("id"),
	"name" TEXT NOT NULL CHECK ("name" <> ''),
	"influence" INTEGER NOT NULL
		CHECK ("influence" BETWEEN 1 AND 5),
	"interest" INTEGER NOT NULL
		CHECK ("interest" BETWEEN 1 AND 5),
	"strategy" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "stakeholders_key" ON "stakeholders" ("project", "name");
CREATE INDEX "stakeholders_by_name" ON "stakeholders" ("name");

-- A step of a project.
CREATE TABLE "milestones" (
	"id" INTEGER PRIMARY KEY,
	"project" INTEGER NOT NULL REFERENCES "projects" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 99),
	"term" TEXT NOT NULL CHECK ("term" <> ''),
	"text" TEXT NOT NULL CHECK ("text" <> ''),
	"due" TEXT CHECK ("due" IS date("due", '+0 days')),
	"done" TEXT CHECK ("done" IS date("done", '+0 days')),
	"evidence" TEXT NOT NULL DEFAULT '',
	"verdict" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "milestones_key" ON "milestones" ("project", "number");
CREATE INDEX "milestones_by_number" ON "milestones" ("number");
CREATE INDEX "milestones_by_due" ON "milestones" ("due");

-- One paper sheet as it was keyed in; holds no name.
CREATE TABLE "sheets" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"questionnaire" INTEGER NOT NULL REFERENCES "questionnaires" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 100000)
) STRICT;
CREATE UNIQUE INDEX "sheets_key" ON "sheets" ("programme", "questionnaire", "number");
CREATE INDEX "sheets_in_programme" ON "sheets" ("programme", "number");
CREATE INDEX "sheets_by_questionnaire" ON "sheets" ("questionnaire");
CREATE INDEX "sheets_by_number" ON "sheets" ("number");

-- One answer on a sheet; neither value nor text: left blank.
CREATE TABLE "answers" (
	"id" INTEGER PRIMARY KEY,
	"sheet" INTEGER NOT NULL REFERENCES "sheets" ("id"),
	"item" INTEGER NOT NULL REFERENCES "items" ("id"),
	"value" INTEGER
		CHECK ("value" BETWEEN 1 AND 10),
	"text" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX "answers_key" ON "answers" ("sheet", "item");
CREATE INDEX "answers_by_item" ON "answers" ("item");

-- What the next run does better.
CREATE TABLE "improvements" (
	"id" INTEGER PRIMARY KEY,
	"programme" INTEGER NOT NULL REFERENCES "programmes" ("id"),
	"number" INTEGER NOT NULL
		CHECK ("number" BETWEEN 1 AND 999),
	"statement" TEXT NOT NULL CHECK ("statement" <> ''),
	"kind" TEXT NOT NULL CHECK ("kind" <> ''),
	"action" TEXT NOT NULL DEFAULT '',
	"item" INTEGER REFERENCES "items" ("id"),
	"owner" INTEGER REFERENCES "persons" ("id"),
	"due" TEXT CHECK ("due" IS date("due", '+0 days')),
	"status" TEXT NOT NULL CHECK ("status" <> ''),
	"result" TEXT NOT NULL DEFAULT '',
	"carried_from" INTEGER REFERENCES "improvements" ("id")
) STRICT;
CREATE UNIQUE INDEX "improvements_key" ON "improvements" ("programme", "number");
CREATE INDEX "improvements_by_number" ON "improvements" ("number");
CREATE INDEX "improvements_by_item" ON "improvements" ("item");
CREATE INDEX "improvements_by_owner" ON "improvements" ("owner");
CREATE INDEX "improvements_by_due" ON "improvements" ("due");
CREATE INDEX "improvements_by_status" ON "improvements" ("status");
CREATE INDEX "improvements_by_carried_from" ON "improvements" ("carried_from");
