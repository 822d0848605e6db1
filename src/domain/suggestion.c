#include "domain/suggestion.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "suggestion_sql.h"

/* A list while it is put together. */
struct listing {
	const struct suggestion_question *question;
	const struct suggestion_facts *facts;
	struct jp_person *people;
	size_t people_count;
	struct arena *arena;
	struct suggestion *rows;
	size_t count, space;
};

/* Facts begin with their pair. */
static int compare_pair(const void *a, const void *b)
{
	const struct suggestion_pair *x = a, *y = b;

	if (x->programme != y->programme)
		return x->programme < y->programme ? -1 : 1;
	return (x->other > y->other) - (x->other < y->other);
}

static const void *find(const void *rows, size_t count, size_t size,
			struct suggestion_pair wanted)
{
	return count == 0 ? NULL : bsearch(&wanted, rows, count, size, compare_pair);
}

static bool has_pair(const struct suggestion_pair *pairs, size_t count, int64_t programme,
		     int64_t other)
{
	return find(pairs, count, sizeof *pairs,
		    (struct suggestion_pair){ programme, other }) != NULL;
}

/* May the person come at all? */
static bool is_eligible(const struct listing *l, const struct suggestion_programme *p,
			const struct jp_person *person)
{
	const struct suggestion_facts *f = l->facts;

	if (has_pair(f->blocked, f->blocked_count, p->id, person->person))
		return false;
	return *p->units == '\0' ||
	       has_pair(f->units, f->unit_count, p->id, person->unit);
}

/* JP of another year do not count against the ceiling of the programme's. */
static bool is_over(const struct suggestion_programme *p, const struct jp_person *person)
{
	int64_t jp = p->jp == NUMBER_NONE ? 0 : p->jp;

	if (strcmp(person->employment, "PPPK") != 0)
		return false;
	if (p->year == date_year(clock_today()))
		jp += person->jp;
	return jp > person->target;
}

/* False for somebody whom the answers, or enough JP, speak against. */
static bool judge(struct suggestion *s, const struct suggestion_gap *gap)
{
	s->cause = SUGGESTION_NO_ANSWER;
	if (gap) {
		s->gap = gap->gap;
		s->priority = gap->priority;
		s->measured = gap->measured;
		s->below = gap->below;
		s->answers = gap->answers;
		s->flagged = gap->flagged;
		s->cause = gap->measured > 0 ? SUGGESTION_GAP : SUGGESTION_NO_STANDARD;
	}
	if (s->cause == SUGGESTION_GAP)
		return s->below > 0;
	return s->person->lacking > 0;
}

static void add(struct listing *l, const struct suggestion *s)
{
	if (l->count == l->space) {
		size_t wider = l->space ? 2 * l->space : 64;

		l->rows = arena_grow(l->arena, l->rows, l->space * sizeof *l->rows,
				     wider * sizeof *l->rows);
		l->space = wider;
	}
	l->rows[l->count++] = *s;
}

static void add_programme(struct listing *l, const struct suggestion_programme *p)
{
	const struct suggestion_facts *f = l->facts;

	if (*suggestion_obstacle(p) != '\0')
		return;
	for (size_t i = 0; i < l->people_count; i++) {
		const struct jp_person *person = &l->people[i];
		struct suggestion s = { .programme = p, .person = person };

		if (!is_eligible(l, p, person))
			continue;
		s.over = is_over(p, person);
		if (judge(&s, find(f->gaps, f->gap_count, sizeof *f->gaps,
				   (struct suggestion_pair){ p->id, person->person })))
			add(l, &s);
	}
}

/* The smaller share of what the employment asks for; who is asked for nothing
 * has all of it. Hundredths of JP stay far below what overflows. */
static int compare_jp(const struct jp_person *x, const struct jp_person *y)
{
	int64_t whole_x = x->target > 0 ? x->target : 1;
	int64_t whole_y = y->target > 0 ? y->target : 1;
	int64_t part_x = x->target > 0 ? x->jp : 1, part_y = y->target > 0 ? y->jp : 1;

	return (part_x * whole_y > part_y * whole_x) -
	       (part_x * whole_y < part_y * whole_x);
}

static int compare_need(const struct suggestion *x, const struct suggestion *y)
{
	bool without_x = x->cause != SUGGESTION_GAP;
	bool without_y = y->cause != SUGGESTION_GAP;

	if (x->over != y->over)
		return x->over ? 1 : -1;
	if (without_x != without_y)
		return without_x ? 1 : -1;
	return (x->priority < y->priority) - (x->priority > y->priority);
}

static int compare_programme(const struct suggestion *x, const struct suggestion *y)
{
	return (x->programme > y->programme) - (x->programme < y->programme);
}

static int by_programme(const void *a, const void *b)
{
	const struct suggestion *x = a, *y = b;
	int order = compare_programme(x, y);

	if (order == 0)
		order = compare_need(x, y);
	if (order == 0)
		order = compare_jp(x->person, y->person);
	if (order == 0)
		order = strcmp(x->person->name, y->person->name);
	return order != 0 ? order
			  : (x->person->person > y->person->person) -
				    (x->person->person < y->person->person);
}

static int by_fit(const void *a, const void *b)
{
	const struct suggestion *x = a, *y = b;
	int order = compare_need(x, y);

	return order != 0 ? order : compare_programme(x, y);
}

/* Leaves only the person who is asked for. */
static void keep_one(struct listing *l)
{
	size_t i = 0;

	while (i < l->people_count && l->people[i].person != l->question->person)
		i++;
	l->people_count = i < l->people_count ? 1 : 0;
	l->people += l->people_count ? i : 0;
}

bool suggestion_list(struct db *db, const struct suggestion_question *question,
		     struct arena *arena, struct suggestion **out, size_t *count,
		     struct err *err)
{
	const struct jp_question jp = { .year = date_year(clock_today()),
					.settings = question->settings };
	struct suggestion_facts facts = { 0 };
	struct suggestion_programme *programmes;
	struct listing l = { .question = question, .facts = &facts, .arena = arena };
	size_t programme_count;

	if (!suggestion_programmes(db, question->programme, arena, &programmes,
				   &programme_count, err) ||
	    !jp_people(db, &jp, arena, &l.people, &l.people_count, err) ||
	    !suggestion_facts(db, question, arena, &facts, err))
		return false;
	if (question->person != 0)
		keep_one(&l);
	for (size_t i = 0; i < programme_count; i++)
		add_programme(&l, &programmes[i]);
	if (l.count > 1)
		qsort(l.rows, l.count, sizeof *l.rows,
		      question->person != 0 ? by_fit : by_programme);
	*out = l.rows;
	*count = l.count;
	return true;
}

const char *suggestion_obstacle(const struct suggestion_programme *programme)
{
	if (strcmp(programme->status, "cancelled") == 0)
		return _("The programme is cancelled: nobody is invited any more.");
	if (!programme->open)
		return _("The programme has begun or is over: nobody is invited any "
			 "more. d on its page makes the next run.");
	if (*programme->aims == '\0')
		return _("Nothing says which competencies the programme is for. Add its "
			 "objectives with a competency (o on its page).");
	return "";
}

const char *suggestion_note(const struct suggestion *s)
{
	if (s->over)
		return _("over ceiling");
	switch (s->cause) {
	case SUGGESTION_GAP:
		return s->flagged > 0 ? _("verify") : "";
	case SUGGESTION_NO_STANDARD:
		return _("no standard");
	case SUGGESTION_NO_ANSWER:
		break;
	}
	return _("no answers");
}

const char *suggestion_term(const struct suggestion *s)
{
	if (s->over)
		return "over-ceiling";
	switch (s->cause) {
	case SUGGESTION_GAP:
		return "gap";
	case SUGGESTION_NO_STANDARD:
		return "no-standard";
	case SUGGESTION_NO_ANSWER:
		break;
	}
	return "no-answer";
}
