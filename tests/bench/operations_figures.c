#include "base/clock.h"
#include "base/date.h"
#include "domain/analysis.h"
#include "domain/evaluation.h"
#include "domain/jp_people.h"
#include "domain/kinds.h"
#include "domain/lists.h"
#include "domain/overview.h"
#include "operations.h"
#include "store/check.h"
#include "world.h"

/*
 * Figures of many records: the first screen, lesson hours, an evaluation, the
 * needs analysis.
 */
enum { FEWEST = 5 };

static void overview(struct bench *b, const void *context, int64_t turn)
{
	struct overview o;

	(void)context;
	(void)turn;
	expect(b, overview_load(b->db, clock_today(), &b->arena, &o, &b->err) &&
			  overview_warn(b->db, &b->settings, &b->arena, &o, &b->err));
}

/* What a start looks at after a cut; bigger files are examined on request. */
static void start_check(struct bench *b, const void *context, int64_t turn)
{
	struct findings found = { .arena = &b->arena };

	(void)context;
	(void)turn;
	expect(b,
	       db_examine(b->db, &b->err) && check_start(b->db, kinds, &found, &b->err));
}

/* Unit 0: everybody. */
static void people_jp(struct bench *b, const void *context, int64_t turn)
{
	const struct jp_question question = { .year = date_year(clock_today()),
					      .unit = *(const int64_t *)context,
					      .settings = &b->settings };
	struct jp_person *people;
	size_t count;

	(void)turn;
	expect(b, jp_people(b->db, &question, &b->arena, &people, &count, &b->err));
}

static void units_jp(struct bench *b, const void *context, int64_t turn)
{
	const struct jp_question question = { .year = date_year(clock_today()),
					      .settings = &b->settings };
	struct jp_unit *units;
	size_t count;

	(void)turn;
	(void)context;
	expect(b, jp_units(b->db, &question, &b->arena, &units, &count, &b->err));
}

/* The people of the unit and the programmes of each. */
static const char unit_jp_sql[] =
	"SELECT p.id, p.nip, p.name, p.employment,"
	"  coalesce((SELECT sum(coalesce(e.jp, r.jp)) FROM enrolments e"
	"             JOIN programmes r ON r.id = e.programme"
	"            WHERE e.person = p.id AND e.status = 'completed' AND r.year = 2026"
	"              AND r.status IN ('done', 'evaluated')), 0)"
	" + coalesce((SELECT sum(c.jp) FROM certificates c"
	"              WHERE c.person = p.id AND c.year = 2026), 0) AS jp"
	"  FROM persons p WHERE p.unit = ?1 ORDER BY jp, p.search";
static const char means_sql[] =
	"SELECT a.item, avg(a.value), count(a.value) FROM answers a"
	" JOIN sheets f ON f.id = a.sheet"
	" WHERE f.programme = ?1 GROUP BY a.item";
/* Both raters at their weights against the standard, by competency. */
static const char needs_sql[] =
	"SELECT j.competency, count(*), avg(j.required), avg(j.actual),"
	"       avg(max(0, j.required - j.actual)), sum(j.required - j.actual >= 1),"
	"       sum(j.actual < j.required), sum(j.apart >= 2), avg(j.importance)"
	"  FROM (SELECT n.competency, t.level AS required,"
	"               sum(n.level * iif(n.rater = 'self', 0.4, 0.6)) AS actual,"
	"               max(n.level) - min(n.level) AS apart,"
	"               avg(n.importance) AS importance"
	"          FROM needs n JOIN persons p ON p.id = n.person"
	"          JOIN standards t ON t.position = p.position"
	"                          AND t.competency = n.competency"
	"         WHERE n.survey = ?1 GROUP BY n.person, n.competency) j"
	" GROUP BY j.competency";

/* What both are about, and the floor's statement with it as ?1. */
struct pair {
	sqlite3_stmt *floor;
	int64_t id;
};

static void floor_pair(struct bench *b, const void *context, int64_t turn)
{
	const struct pair *p = context;

	(void)turn;
	sqlite3_bind_int64(p->floor, 1, p->id);
	read_all(b, p->floor);
}

static void unit_pair(struct bench *b, const void *context, int64_t turn)
{
	const struct pair *p = context;

	people_jp(b, &p->id, turn);
}

static void evaluate(struct bench *b, const void *context, int64_t turn)
{
	const struct pair *p = context;
	struct evaluation e;

	(void)turn;
	expect(b, evaluation_of(b->db, p->id, FEWEST, &b->arena, &e, &b->err));
}

static void analyse(struct bench *b, const void *context, int64_t turn)
{
	const struct pair *p = context;
	struct need_row *rows;
	size_t count;

	(void)turn;
	expect(b, need_list(b->db, p->id, 0, &b->arena, &rows, &count, &b->err));
}

static void measure_pair(struct bench *b, struct operation o, const char *sql, int64_t id)
{
	struct pair p = { prepare(b, sql), id };

	o.floor = floor_pair;
	o.context = &p;
	bench_run(b, &o);
	sqlite3_finalize(p.floor);
}

void bench_figures(struct bench *b)
{
	const int64_t everybody = 0;
	struct operation first = {
		.figure = { .name = "overview", .most = 5, .interactive = true },
		.ours = overview
	};
	struct operation nation = { .figure = { .name = "JP of everybody, below 20 first",
						.most = 50 },
				    .ours = people_jp,
				    .context = &everybody };
	struct operation recap = { .figure = { .name = "JP of all units", .most = 50 },
				   .ours = units_jp };

	struct operation check = { .figure = { .name = "check after a cut", .most = 50 },
				   .ours = start_check };

	bench_run(b, &first);
	if (db_size(b->db) <= DB_LARGE)
		bench_run(b, &check);
	measure_pair(
		b,
		(struct operation){ .figure = { .name = "JP of a unit, below 20 first",
						.most = 5,
						.interactive = true },
				    .ours = unit_pair },
		unit_jp_sql, raw_number(b, "SELECT min(id) FROM units"));
	bench_run(b, &nation);
	bench_run(b, &recap);
	measure_pair(b,
		     (struct operation){ .figure = { .name = "evaluation of 2,000 sheets",
						     .ratio_most = 1.5 },
					 .ours = evaluate },
		     means_sql,
		     raw_number(b, "SELECT id FROM programmes WHERE code = 'SHEETS26'"));
	measure_pair(b,
		     (struct operation){
			     .figure = { .name = "needs analysis", .ratio_most = 1.5 },
			     .ours = analyse },
		     needs_sql,
		     raw_number(b, "SELECT id FROM surveys WHERE code = 'AKPK26'"));
}
