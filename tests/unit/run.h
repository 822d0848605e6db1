#ifndef TESTS_UNIT_RUN_H
#define TESTS_UNIT_RUN_H

#include "office.h"

#include <math.h>

#include "base/settings.h"
#include "domain/completion.h"
#include "domain/ledger.h"
#include "domain/overview.h"

static struct settings settings;
static struct programme run;

static inline void begin(void)
{
	start();
	settings_default(&settings);
	run = programme("P1");
}

static inline void change(struct programme to)
{
	struct programme was = run;

	run = to;
	save(&programme_kind, &was, &run, "");
	ck_assert_uint_eq(problems.errors, 0);
}

static inline void step_to(const char *status)
{
	static const char *const steps[] = { "draft", "planned", "open", "running", "done" };
	size_t at = 0;

	while (strcmp(run.status, steps[at]) != 0)
		at++;
	while (strcmp(run.status, status) != 0) {
		struct programme now = run;

		now.status = steps[++at];
		change(now);
	}
}

static inline int64_t session(int64_t jp)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = "Sesi";
	s.jp = jp;
	good(&session_kind, &s);
	return s.id;
}

static inline void mark(int64_t session, int64_t who, const char *state)
{
	struct attendance m;

	record_init(&attendance_kind, &m);
	m.session = session;
	m.person = who;
	m.state = state;
	good(&attendance_kind, &m);
}

static inline void post(int64_t who, int64_t value)
{
	struct score s;

	record_init(&score_kind, &s);
	s.programme = run.id;
	s.person = who;
	s.post = value;
	good(&score_kind, &s);
}

static inline struct eligibility_rule rule(void)
{
	struct eligibility_rule r;

	ck_assert_msg(eligibility_rule_of(db, run.id, &settings, &r, &err), "%s",
		      err.text);
	return r;
}

static inline struct eligibility of(int64_t who)
{
	struct eligibility_rule r = rule();
	struct eligibility e, *all;
	size_t count;

	ck_assert_msg(eligibility_of(db, &r, who, &a, &e, &err), "%s", err.text);
	ck_assert(eligibility_list(db, &r, &a, &all, &count, &err));
	for (size_t i = 0; i < count; i++) {
		if (all[i].person != who)
			continue;
		ck_assert_int_eq(all[i].attended, e.attended);
		ck_assert_int_eq(all[i].verdict, e.verdict);
		return e;
	}
	ck_abort_msg("not on the list");
	return e;
}

static inline const char *words(int64_t who)
{
	struct eligibility_rule r = rule();
	const char *text;

	ck_assert(eligibility_sentence(db, &r, who, &a, &text, &err));
	return text;
}

static inline int64_t participant(const char *name)
{
	static const char *const nips[] = { "198809212018011015", "198809212018011016",
					    "198809212018011017", "198809212018011018",
					    "198809212018011019" };
	struct eligibility_rule r = rule();
	struct eligibility *all;
	size_t count;
	int64_t who;

	ck_assert(eligibility_list(db, &r, &a, &all, &count, &err));
	who = person(nips[count], name).id;

	enrol(run.id, who);
	return who;
}

static inline struct enrolment enrolment_of(int64_t who)
{
	struct enrolment e;
	int64_t id = 0;

	record_init(&enrolment_kind, &e);
	e.programme = run.id;
	e.person = who;
	ck_assert(record_find(db, &enrolment_kind, &e, &id, &err));
	ck_assert(record_load(db, &enrolment_kind, id, &e, &a, &err));
	return e;
}

static inline void set_status(int64_t who, const char *status)
{
	struct enrolment was = enrolment_of(who), now = was;

	now.status = status;
	save(&enrolment_kind, &was, &now, "");
}

#endif
