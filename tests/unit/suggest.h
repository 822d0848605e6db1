#ifndef TESTS_UNIT_SUGGEST_H
#define TESTS_UNIT_SUGGEST_H

#include "office.h"

#include <math.h>
#include <stdlib.h>

#include "base/settings.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/suggestion.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"

static struct settings usual;
static struct competency skill, other;
static struct survey survey;
static struct unit above, part, elsewhere;
static struct programme run;
static int serial; /* of the NIP */

static inline void make_unit(struct unit *u, const char *code, int64_t parent)
{
	record_init(&unit_kind, u);
	u->code = code;
	u->name = code;
	u->parent = parent;
	good(&unit_kind, u);
}

/* Analysts need level 3 of it. */
static inline void make_competency(struct competency *c, const char *code)
{
	struct standard s;

	record_init(&competency_kind, c);
	c->code = code;
	c->name = code;
	c->kind = "technical";
	good(&competency_kind, c);
	record_init(&standard_kind, &s);
	s.position = "Analis";
	s.competency = c->id;
	s.level = 3;
	good(&standard_kind, &s);
}

static inline void aim_at(const struct programme *p, const struct competency *c)
{
	struct objective o;

	record_init(&objective_kind, &o);
	o.revision = p->revision;
	o.competency = c->id;
	o.text = "Dapat";
	good(&objective_kind, &o);
}

static inline struct programme open_run(const char *code)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = code;
	p.title = code;
	p.year = 2026;
	p.starts = date_of(2026, 6, 1);
	p.jp = 1600;
	p.status = "open";
	good(&programme_kind, &p);
	return p;
}

static inline void begin(void)
{
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	start();
	settings_default(&usual);
	db_use_settings(db, &usual);
	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	good(&survey_kind, &survey);
	make_unit(&above, "DINAS", 0);
	make_unit(&part, "BIDANG", above.id);
	make_unit(&elsewhere, "LAIN", 0);
	make_competency(&skill, "PP");
	make_competency(&other, "TI");
	run = open_run("P1");
	aim_at(&run, &skill);
}

/* `importance` NUMBER_NONE: not stated. */
static inline void rate(int64_t who, const struct competency *in, int64_t level,
		 int64_t importance)
{
	struct need n;

	record_init(&need_kind, &n);
	n.survey = survey.id;
	n.person = who;
	n.competency = in->id;
	n.rater = "superior";
	n.level = level;
	n.importance = importance;
	good(&need_kind, &n);
}

static inline int64_t employed(const char *name, const char *employment, const char *position)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = name;
	p.nip = arena_printf(&a, "198001012005011%03d", ++serial);
	p.employment = employment;
	p.position = position;
	p.unit = part.id;
	good(&person_kind, &p);
	return p.id;
}

/* An analyst who is a PNS, with this level of the competency. */
static inline int64_t analyst(const char *name, int64_t level)
{
	int64_t who = employed(name, "PNS", "Analis");

	rate(who, &skill, level, 2);
	return who;
}

static inline void earned(int64_t who, int64_t jp)
{
	struct certificate c;

	record_init(&certificate_kind, &c);
	c.person = who;
	c.title = "Seminar";
	c.starts = date_of(2026, 2, 3);
	c.year = 2026;
	c.form = "seminar";
	c.scope = "national";
	c.jp = jp;
	c.jp_reason = "Sertifikat";
	good(&certificate_kind, &c);
}

static inline struct suggestion *suggested(int64_t to, int64_t who, size_t *count)
{
	const struct suggestion_question question = { to, who, &usual };
	struct suggestion *list;

	ck_assert_msg(suggestion_list(db, &question, &a, &list, count, &err), "%s",
		      err.text);
	return list;
}

/* The names in their order, "Ani Budi". */
static inline const char *names(void)
{
	const char *text = "";
	size_t count;
	struct suggestion *list = suggested(run.id, 0, &count);

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&a, "%s%s%s", text, i ? " " : "",
				    list[i].person->name);
	return text;
}

static inline struct suggestion first(void)
{
	size_t count;
	struct suggestion *list = suggested(run.id, 0, &count);

	ck_assert_uint_gt(count, 0);
	return list[0];
}

static inline struct suggestion_programme facts_of(int64_t id)
{
	struct suggestion_programme *rows;
	size_t count;

	ck_assert(suggestion_programmes(db, id, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	return rows[0];
}

#endif
