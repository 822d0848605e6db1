-- Lists of any length are searched by an index of all triples of letters.
-- Two blanks stand before each word, so that "  s" and " si" find words that
-- begin with one letter or two. The store keeps it in the transaction that
-- changes the records (store/find.c); it reads their words by the view and
-- holds no copy of them.
CREATE VIEW "persons_words" ("id", "words") AS
	SELECT "id", '  ' || replace("search", ' ', '  ') FROM "persons";
CREATE VIRTUAL TABLE "persons_find" USING fts5 (
	"words", content = 'persons_words', content_rowid = 'id',
	tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0
);
-- What it gathers before it writes: 8 MiB, only while much is added at once.
INSERT INTO "persons_find" ("persons_find", "rank") VALUES ('hashsize', 8388608);
INSERT INTO "persons_find" ("rowid", "words") SELECT "id", "words" FROM "persons_words";

-- What the first screen tells of is found without a walk through what is finished.
CREATE INDEX "programmes_to_do" ON "programmes" ("status", "starts", "code", "revision");
CREATE INDEX "milestones_to_do" ON "milestones" ("due") WHERE "done" IS NULL;
CREATE INDEX "projects_to_do" ON "projects" ("status", "due");
CREATE INDEX "improvements_to_do" ON "improvements" ("status", "due");
CREATE INDEX "follow_ups_to_do" ON "follow_ups" ("due") WHERE "done" IS NULL AND "waived" = 0;
CREATE INDEX "attendance_missed" ON "attendance" ("session", "person", "state", "jp")
	WHERE "state" <> 'present' OR "jp" IS NOT NULL;

-- All that the lesson hours of a unit say of its people, without their records.
CREATE INDEX "persons_of_unit" ON "persons" ("unit", "employment", "name", "nip");

-- What is asked for of everybody at once is kept, by triggers but for new persons,
-- so that it is right in whatever way the records change, also when something is undone in
-- an order that leaves references dangling until the end. What belongs to a
-- record that is gone counts for nothing until it is there again.

-- Credited JP of a person in a year: of programmes and of certificates, as
-- JP_EARNED (domain/enrolled.h) says. Who has none may have a row of zeros.
CREATE TABLE "jp_years" (
	"person" INTEGER NOT NULL,
	"year" INTEGER NOT NULL,
	"programmes" INTEGER NOT NULL DEFAULT 0,
	"certificates" INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY ("person", "year")
) STRICT, WITHOUT ROWID;

-- How many persons of a unit (-1: of none) have so much JP in a year. Those
-- without any are not in it; year 0 says how many there are in all.
CREATE TABLE "jp_counts" (
	"year" INTEGER NOT NULL,
	"unit" INTEGER NOT NULL,
	"employment" TEXT NOT NULL,
	"jp" INTEGER NOT NULL,
	"people" INTEGER NOT NULL,
	PRIMARY KEY ("year", "unit", "employment", "jp")
) STRICT, WITHOUT ROWID;

-- What is there already.
INSERT INTO "jp_counts"
	SELECT 0, coalesce("unit", -1), "employment", 0, count(*) FROM "persons" GROUP BY 2, 3;
INSERT INTO "jp_years"
	SELECT "person", "year", sum("programmes"), sum("certificates") FROM (
		SELECT e."person", r."year", coalesce(e."jp", r."jp") AS "programmes",
				0 AS "certificates"
			FROM "programmes" r JOIN "enrolments" e ON e."programme" = r."id"
			WHERE e."status" = 'completed' AND r."status" IN ('done', 'evaluated')
		UNION ALL
		SELECT "person", "year", 0, "jp" FROM "certificates"
	)
	WHERE "programmes" <> 0 OR "certificates" <> 0
	GROUP BY "person", "year";
INSERT INTO "jp_counts"
	SELECT y."year", coalesce(p."unit", -1), p."employment",
			y."programmes" + y."certificates", count(*)
		FROM "jp_years" y JOIN "persons" p ON p."id" = y."person"
		WHERE y."programmes" + y."certificates" <> 0
		GROUP BY 1, 2, 3, 4;

CREATE TRIGGER "jp_years_added" AFTER INSERT ON "jp_years" BEGIN
	INSERT INTO "jp_counts" SELECT new."year", coalesce("unit", -1), "employment",
			new."programmes" + new."certificates", 1
		FROM "persons"
		WHERE "id" = new."person" AND new."programmes" + new."certificates" <> 0
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
END;
CREATE TRIGGER "jp_years_changed" AFTER UPDATE ON "jp_years"
	WHEN old."programmes" + old."certificates" <> new."programmes" + new."certificates" BEGIN
	INSERT INTO "jp_counts" SELECT old."year", coalesce("unit", -1), "employment",
			old."programmes" + old."certificates", -1
		FROM "persons"
		WHERE "id" = old."person" AND old."programmes" + old."certificates" <> 0
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
	INSERT INTO "jp_counts" SELECT new."year", coalesce("unit", -1), "employment",
			new."programmes" + new."certificates", 1
		FROM "persons"
		WHERE "id" = new."person" AND new."programmes" + new."certificates" <> 0
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
END;

-- New persons are counted by the store, many at once (domain/person.c).
CREATE TRIGGER "persons_jp_gone" AFTER DELETE ON "persons" BEGIN
	INSERT INTO "jp_counts" VALUES (0, coalesce(old."unit", -1), old."employment", 0, -1)
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
END;
CREATE TRIGGER "persons_jp_years_gone" AFTER DELETE ON "persons"
	WHEN EXISTS (SELECT 1 FROM "jp_years" WHERE "person" = old."id") BEGIN
	INSERT INTO "jp_counts" SELECT "year", coalesce(old."unit", -1), old."employment",
			"programmes" + "certificates", -1
		FROM "jp_years"
		WHERE "person" = old."id" AND "programmes" + "certificates" <> 0
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
END;
CREATE TRIGGER "persons_jp_changed" AFTER UPDATE OF "unit", "employment" ON "persons"
	WHEN old."unit" IS NOT new."unit" OR old."employment" <> new."employment" BEGIN
	INSERT INTO "jp_counts" VALUES (0, coalesce(old."unit", -1), old."employment", 0, -1)
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
	INSERT INTO "jp_counts" SELECT "year", coalesce(old."unit", -1), old."employment",
			"programmes" + "certificates", -1
		FROM "jp_years"
		WHERE "person" = old."id" AND "programmes" + "certificates" <> 0
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
	INSERT INTO "jp_counts" VALUES (0, coalesce(new."unit", -1), new."employment", 0, 1)
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
	INSERT INTO "jp_counts" SELECT "year", coalesce(new."unit", -1), new."employment",
			"programmes" + "certificates", 1
		FROM "jp_years"
		WHERE "person" = new."id" AND "programmes" + "certificates" <> 0
		ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people";
END;

CREATE TRIGGER "enrolments_jp_added" AFTER INSERT ON "enrolments" BEGIN
	INSERT INTO "jp_years" SELECT new."person", "year", coalesce(new."jp", "jp"), 0
		FROM "programmes"
		WHERE new."status" = 'completed' AND "id" = new."programme"
			AND "status" IN ('done', 'evaluated')
			AND coalesce(new."jp", "jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
CREATE TRIGGER "enrolments_jp_gone" AFTER DELETE ON "enrolments" BEGIN
	INSERT INTO "jp_years" SELECT old."person", "year", -coalesce(old."jp", "jp"), 0
		FROM "programmes"
		WHERE old."status" = 'completed' AND "id" = old."programme"
			AND "status" IN ('done', 'evaluated')
			AND coalesce(old."jp", "jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
CREATE TRIGGER "enrolments_jp_changed" AFTER UPDATE OF "programme", "person", "status", "jp" ON "enrolments" BEGIN
	INSERT INTO "jp_years" SELECT old."person", "year", -coalesce(old."jp", "jp"), 0
		FROM "programmes"
		WHERE old."status" = 'completed' AND "id" = old."programme"
			AND "status" IN ('done', 'evaluated')
			AND coalesce(old."jp", "jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
	INSERT INTO "jp_years" SELECT new."person", "year", coalesce(new."jp", "jp"), 0
		FROM "programmes"
		WHERE new."status" = 'completed' AND "id" = new."programme"
			AND "status" IN ('done', 'evaluated')
			AND coalesce(new."jp", "jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;

CREATE TRIGGER "programmes_jp_added" AFTER INSERT ON "programmes" BEGIN
	INSERT INTO "jp_years" SELECT "person", new."year", coalesce("jp", new."jp"), 0
		FROM "enrolments"
		WHERE new."status" IN ('done', 'evaluated') AND "programme" = new."id"
			AND "status" = 'completed' AND coalesce("jp", new."jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
CREATE TRIGGER "programmes_jp_gone" AFTER DELETE ON "programmes" BEGIN
	INSERT INTO "jp_years" SELECT "person", old."year", -coalesce("jp", old."jp"), 0
		FROM "enrolments"
		WHERE old."status" IN ('done', 'evaluated') AND "programme" = old."id"
			AND "status" = 'completed' AND coalesce("jp", old."jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
CREATE TRIGGER "programmes_jp_changed" AFTER UPDATE OF "year", "jp", "status" ON "programmes"
	WHEN old."year" <> new."year" OR old."jp" IS NOT new."jp" OR old."status" <> new."status" BEGIN
	INSERT INTO "jp_years" SELECT "person", old."year", -coalesce("jp", old."jp"), 0
		FROM "enrolments"
		WHERE old."status" IN ('done', 'evaluated') AND "programme" = old."id"
			AND "status" = 'completed' AND coalesce("jp", old."jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
	INSERT INTO "jp_years" SELECT "person", new."year", coalesce("jp", new."jp"), 0
		FROM "enrolments"
		WHERE new."status" IN ('done', 'evaluated') AND "programme" = new."id"
			AND "status" = 'completed' AND coalesce("jp", new."jp") <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;

CREATE TRIGGER "certificates_jp_added" AFTER INSERT ON "certificates" BEGIN
	INSERT INTO "jp_years" SELECT new."person", new."year", 0, new."jp" WHERE new."jp" <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
CREATE TRIGGER "certificates_jp_gone" AFTER DELETE ON "certificates" BEGIN
	INSERT INTO "jp_years" SELECT old."person", old."year", 0, -old."jp" WHERE old."jp" <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
CREATE TRIGGER "certificates_jp_changed" AFTER UPDATE OF "person", "year", "jp" ON "certificates" BEGIN
	INSERT INTO "jp_years" SELECT old."person", old."year", 0, -old."jp" WHERE old."jp" <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
	INSERT INTO "jp_years" SELECT new."person", new."year", 0, new."jp" WHERE new."jp" <> 0
		ON CONFLICT DO UPDATE SET "programmes" = "programmes" + excluded."programmes",
			"certificates" = "certificates" + excluded."certificates";
END;
