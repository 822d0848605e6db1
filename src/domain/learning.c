#include "domain/learning.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "query.h"
#include "rows.h"
#include "store/stmt.h"

enum { HUNDREDTHS = 100 };

/* The highest score of the tests of a programme, in hundredths. */
static bool tests_most(struct db *db, int64_t programme, int64_t *most, struct err *err)
{
	return query_one(
		db, "SELECT coalesce(test_most, 10000) FROM programmes WHERE id = :a",
		programme, most, err);
}

static void read_learner(struct stmt *s, void *row, struct arena *arena)
{
	*(struct learner *)row = (struct learner){
		.person = stmt_int(s, 0),
		.nip = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.pre = stmt_number(s, 3),
		.post = stmt_number(s, 4),
		.expected = stmt_int(s, 5) != 0,
	};
}

static bool read_people(struct db *db, int64_t programme, struct arena *arena,
			struct learning *l, struct err *err)
{
	struct row_list list = { .size = sizeof(struct learner), .read = read_learner };
	struct stmt *s;

	if (!stmt_get(
		    db,
		    "SELECT p.id, p.nip, p.name, s.pre, s.post,"
		    "       coalesce(e.status IN ('accepted', 'completed', 'failed'), 0)"
		    "  FROM (SELECT person FROM enrolments WHERE programme = :programme"
		    "        UNION SELECT person FROM scores WHERE programme = "
		    ":programme)"
		    "       o JOIN persons p ON p.id = o.person"
		    "  LEFT JOIN enrolments e ON e.programme = :programme"
		    "       AND e.person = p.id"
		    "  LEFT JOIN scores s ON s.programme = :programme"
		    "       AND s.person = p.id"
		    " ORDER BY p.search, p.id",
		    &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	l->people = (struct learner *)list.rows;
	l->count = list.count;
	return true;
}

static void count_gain(struct learning *l, const struct learner *p)
{
	l->rose += p->post > p->pre;
	l->fell += p->post < p->pre;
	l->same += p->post == p->pre;
	l->high += p->band == GAIN_HIGH;
	l->medium += p->band == GAIN_MEDIUM;
	l->low += p->band == GAIN_LOW;
	l->undefined += p->band == GAIN_UNDEFINED;
}

/* Whole hundredths, so that gains are exact at the bounds of the bands. */
static void judge(struct learning *l, double *pre, double *post)
{
	for (size_t i = 0; i < l->count; i++) {
		struct learner *p = &l->people[i];

		p->gain = stat_gain(1, 0, 0);
		p->band = GAIN_UNDEFINED;
		if (p->pre == NUMBER_NONE || p->post == NUMBER_NONE) {
			l->missing += p->expected;
			continue;
		}
		p->gain = stat_gain((double)p->pre, (double)p->post, (double)l->most);
		p->band = stat_gain_band(p->gain);
		pre[l->both] = (double)p->pre;
		post[l->both++] = (double)p->post;
		count_gain(l, p);
	}
}

bool learning_of(struct db *db, int64_t programme, struct arena *arena,
		 struct learning *out, struct err *err)
{
	struct learning l = { .count = 0 };
	double *pre, *post;

	if (!tests_most(db, programme, &l.most, err) ||
	    !read_people(db, programme, arena, &l, err))
		return false;
	pre = arena_array(arena, l.count + 1, sizeof *pre);
	post = arena_array(arena, l.count + 1, sizeof *post);
	judge(&l, pre, post);
	l.tests = stat_paired(pre, post, l.both, (double)l.most);
	l.tests.pre_mean /= HUNDREDTHS;
	l.tests.post_mean /= HUNDREDTHS;
	l.ranks = stat_ranks(pre, post, l.both, arena);
	*out = l;
	return true;
}

bool learning_tests(struct db *db, int64_t programme, struct arena *arena,
		    struct stat_paired *out, struct err *err)
{
	struct learning l;

	if (!learning_of(db, programme, arena, &l, err))
		return false;
	*out = l.tests;
	return true;
}

const char *gain_band_label(enum gain_band band)
{
	switch (band) {
	case GAIN_HIGH:
		return _("High");
	case GAIN_MEDIUM:
		return _("Medium");
	case GAIN_LOW:
		return _("Low");
	case GAIN_UNDEFINED:
		break;
	}
	return "";
}
