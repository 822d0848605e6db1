#ifndef TESTS_UNIT_OFFICE_H
#define TESTS_UNIT_OFFICE_H

#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/kinds.h"
#include "domain/improve.h"
#include "domain/next_run.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/project.h"
#include "domain/reference.h"
#include "domain/revision.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

static struct arena a;
static struct db *db;
static struct err err;
static struct problems problems;

static inline void start(void)
{
	err = (struct err){ 0 };
	ck_assert_msg(db_open("", DB_MEMORY, &db, &err), "%s", err.text);
}

static inline void done(void)
{
	db_close(db);
	arena_done(&a);
}

/* Save a record; the problem of `field`, or NULL where it has none. */
static inline const struct problem *save(const struct kind *kind, const void *old, void *record,
				  const char *field)
{
	problems = (struct problems){ .arena = &a };
	ck_assert_msg(record_save(db, kind, old, record, &problems, &err), "%s", err.text);
	return problem_of(&problems, field);
}

static inline void good(const struct kind *kind, void *record)
{
	save(kind, NULL, record, "");
	ck_assert_msg(problems.errors == 0, "%s", problems.first ? problems.first->text : "");
	ck_assert_int_ne(record_id(record), 0);
}

/* The field is refused, and nothing was written. */
static inline void bad(const struct kind *kind, const void *old, void *record, const char *field)
{
	const struct problem *p = save(kind, old, record, field);

	ck_assert_msg(p && !p->warning, "%s is not refused", field);
	ck_assert_msg(!action_is_open(db), "an action is left open");
}

static inline void warned(const struct kind *kind, const void *old, void *record, const char *field)
{
	const struct problem *p = save(kind, old, record, field);

	ck_assert_msg(p && p->warning && problems.errors == 0, "%s is not warned of", field);
}

static inline struct programme programme(const char *code)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = code;
	p.title = "Manajemen Proyek";
	p.starts = date_of(2026, 3, 2);
	p.ends = date_of(2026, 3, 13);
	p.capacity = 2;
	good(&programme_kind, &p);
	return p;
}

static inline struct person person(const char *nip, const char *name)
{
	struct person p;

	record_init(&person_kind, &p);
	p.nip = nip;
	p.name = name;
	good(&person_kind, &p);
	return p;
}

static inline struct enrolment enrol(int64_t in, int64_t who)
{
	struct enrolment e;

	record_init(&enrolment_kind, &e);
	e.programme = in;
	e.person = who;
	e.status = "accepted";
	save(&enrolment_kind, NULL, &e, "");
	return e;
}

static inline struct group group(int64_t in)
{
	struct group g;

	record_init(&group_kind, &g);
	g.programme = in;
	good(&group_kind, &g);
	return g;
}

static inline struct member join(int64_t group, int64_t person)
{
	struct member m;

	record_init(&member_kind, &m);
	m.group = group;
	m.person = person;
	good(&member_kind, &m);
	return m;
}

#endif
