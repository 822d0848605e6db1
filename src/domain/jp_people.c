#include "domain/jp_people.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/settings.h"
#include "enrolled.h"
#include "query.h"
#include "rows.h"
#include "store/stmt.h"

static void read_person(struct stmt *s, void *row, struct arena *arena)
{
	*(struct jp_person *)row = (struct jp_person){
		.person = stmt_int(s, 0),
		.unit = stmt_int(s, 1),
		.nip = stmt_text(s, 2, arena),
		.name = stmt_text(s, 3, arena),
		.unit_code = stmt_text(s, 4, arena),
		.unit_name = stmt_text(s, 5, arena),
		.employment = stmt_text(s, 6, arena),
		.programmes = stmt_int(s, 7),
		.certificates = stmt_int(s, 8),
	};
}

static void judge(struct jp_person *p, const struct settings *settings)
{
	bool contract = strcmp(p->employment, "PPPK") == 0;

	p->jp = p->programmes + p->certificates;
	p->target = NUMBER_NONE;
	if (contract)
		p->target = (int64_t)settings->jp_ceiling_pppk * 100;
	else if (strcmp(p->employment, "PNS") == 0 || strcmp(p->employment, "CPNS") == 0)
		p->target = (int64_t)settings->jp_target_pns * 100;
	if (p->target == NUMBER_NONE)
		return;
	if (contract && p->jp > p->target)
		p->above = p->jp - p->target;
	if (!contract && p->jp < p->target)
		p->lacking = p->target - p->jp;
}

static int compare(const void *a, const void *b)
{
	const struct jp_person *x = a, *y = b;

	if (x->lacking != y->lacking)
		return x->lacking > y->lacking ? -1 : 1;
	if (x->above != y->above)
		return x->above > y->above ? -1 : 1;
	if (strcmp(x->name, y->name) != 0)
		return strcmp(x->name, y->name);
	return (x->person > y->person) - (x->person < y->person);
}

/* By the sums that the office file keeps (migration 0010). */
#define PEOPLE                                                                    \
	"SELECT p.id, coalesce(p.unit, -1), p.nip, p.name, coalesce(u.code, '')," \
	"  coalesce(u.name, ''), p.employment, coalesce(y.programmes, 0),"        \
	"  coalesce(y.certificates, 0)"                                           \
	"  FROM persons p LEFT JOIN units u ON u.id = p.unit"                     \
	"  LEFT JOIN jp_years y ON y.person = p.id AND y.year = :year"

/* clang-format off */
static const char forms_sql[] =
	"WITH earned AS ("
	" SELECT r.id, r.method, sum(" CREDITED_JP ") AS jp"
	"   FROM enrolments e JOIN programmes r ON r.id = e.programme"
	"  WHERE r.year = :year AND " CREDITED " GROUP BY r.id)," JP_PARTS ","
	" share AS ("
	" SELECT coalesce(t.form, d.method) AS form, d.jp * coalesce(t.jp * 1.0"
	"        / (SELECT sum(w.jp) FROM part w WHERE w.id = d.id), 1) AS jp"
	"   FROM earned d LEFT JOIN part t ON t.id = d.id"
	" UNION ALL SELECT c.form, c.jp FROM certificates c"
	"  WHERE c.year = :year AND c.jp IS NOT NULL)"
	"SELECT form, CAST(round(sum(jp)) AS INTEGER) FROM share"
	" GROUP BY form HAVING sum(jp) > 0 ORDER BY 2 DESC, 1";
/* clang-format on */

bool jp_people(struct db *db, const struct jp_question *question, struct arena *arena,
	       struct jp_person **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct jp_person), .read = read_person };
	struct stmt *s;

	if (!stmt_get(db,
		      question->unit > 0 ? PEOPLE " WHERE p.unit = :unit"
					 : PEOPLE " WHERE :unit = 0 OR p.unit IS NULL",
		      &s, err))
		return false;
	stmt_bind_int(s, ":year", question->year);
	stmt_bind_int(s, ":unit", question->unit);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct jp_person *)(void *)list.rows;
	*count = list.count;
	for (size_t i = 0; i < *count; i++)
		judge(&(*out)[i], question->settings);
	if (*count > 1)
		qsort(*out, *count, sizeof **out, compare);
	return true;
}

/* People of a unit and an employment with the same JP. */
struct alike {
	int64_t unit;
	const char *employment; /* until the next */
	int64_t jp, people;
};

static void add_alike(struct jp_unit *u, const struct alike *a,
		      const struct settings *settings)
{
	struct jp_person p = { .employment = a->employment, .programmes = a->jp };

	judge(&p, settings);
	u->persons += a->people;
	u->jp += p.jp * a->people;
	u->lacking += p.lacking * a->people;
	u->above += p.above > 0 ? a->people : 0;
	u->reached += p.jp >= (int64_t)settings->jp_target_pns * 100 ? a->people : 0;
}

/* Year 0 counts all people as those without JP; who has some is none of these. */
static void add_counted(struct jp_unit *u, struct alike *a,
			const struct settings *settings)
{
	add_alike(u, a, settings);
	if (a->jp == 0)
		return;
	a->jp = 0;
	a->people = -a->people;
	add_alike(u, a, settings);
}

/* All people by their units, in the order of these keys. */
#define ALIKE                                                                    \
	"SELECT unit, employment, jp, people FROM jp_counts WHERE year = 0"      \
	" UNION ALL"                                                             \
	" SELECT unit, employment, jp, people FROM jp_counts WHERE year = :year" \
	" ORDER BY 1"

static bool name_unit(struct db *db, struct jp_unit *u, struct arena *arena,
		      struct err *err)
{
	enum stmt_step step;
	struct stmt *s;

	u->code = u->name = "";
	if (!stmt_get(db, "SELECT code, name FROM units WHERE id = :id", &s, err))
		return false;
	stmt_bind_int(s, ":id", u->unit);
	step = stmt_step(s, err);
	if (step == STMT_ROW) {
		u->code = stmt_text(s, 0, arena);
		u->name = stmt_text(s, 1, arena);
	}
	stmt_reset(s);
	return step != STMT_FAILED;
}

/* Row by row: a big office has hundreds of thousands of them. */
static bool add_up(struct stmt *s, const struct settings *settings, struct arena *arena,
		   struct jp_unit **out, size_t *count, struct err *err)
{
	struct arena text = { 0 };
	enum stmt_step step;
	size_t space = 0;

	while ((step = stmt_step(s, err)) == STMT_ROW) {
		struct alike a = { stmt_int(s, 0), stmt_text(s, 1, &text), stmt_int(s, 2),
				   stmt_int(s, 3) };

		if (*count == 0 || (*out)[*count - 1].unit != a.unit) {
			if (*count == space) {
				*out = arena_grow(arena, *out, space * sizeof **out,
						  (2 * space + 32) * sizeof **out);
				space = 2 * space + 32;
			}
			(*out)[(*count)++] = (struct jp_unit){ .unit = a.unit };
		}
		add_counted(&(*out)[*count - 1], &a, settings);
		arena_reset(&text);
	}
	arena_done(&text);
	return step == STMT_DONE;
}

static int compare_units(const void *a, const void *b)
{
	const struct jp_unit *x = a, *y = b;
	int by_code = strcmp(x->code, y->code);

	return by_code != 0 ? by_code : (x->unit > y->unit) - (x->unit < y->unit);
}

bool jp_units(struct db *db, const struct jp_question *question, struct arena *arena,
	      struct jp_unit **out, size_t *count, struct err *err)
{
	struct jp_unit *units = NULL;
	size_t all = 0, used = 0;
	struct stmt *s;

	if (!stmt_get(db, ALIKE, &s, err))
		return false;
	stmt_bind_int(s, ":year", question->year);
	if (!add_up(s, question->settings, arena, &units, &all, err))
		return false;
	for (size_t i = 0; i < all; i++) {
		if (units[i].persons != 0)
			units[used++] = units[i];
	}
	for (size_t i = 0; i < used; i++) {
		if (!name_unit(db, &units[i], arena, err))
			return false;
	}
	if (used > 1)
		qsort(units, used, sizeof *units, compare_units);
	*out = units;
	*count = used;
	return true;
}

/* Of all units the kept counts of PPPK. */
bool jp_contracts(struct db *db, const struct jp_question *question, int64_t *people,
		  int64_t *above, struct err *err)
{
	return query_plain(db,
			   "SELECT sum(people) FROM jp_counts"
			   " WHERE year = 0 AND employment = 'PPPK'",
			   people, err) &&
	       query_two(db,
			 "SELECT sum(people) FROM jp_counts"
			 " WHERE year = :a AND employment = 'PPPK' AND jp > :b",
			 question->year,
			 (int64_t)question->settings->jp_ceiling_pppk * 100, above, err);
}

/* One line for each sum that is not what the records say. */
#define JP_WRONG                                                                         \
	"WITH earned (person, year, programmes, certificates) AS ("                      \
	" SELECT person, year, sum(a), sum(b) FROM ("                                    \
	"  SELECT e.person, r.year, " CREDITED_JP " AS a, 0 AS b FROM enrolments e"      \
	"    JOIN programmes r ON r.id = e.programme WHERE " CREDITED                    \
	"  UNION ALL SELECT person, year, 0, jp FROM certificates)"                      \
	" GROUP BY person, year HAVING sum(a) <> 0 OR sum(b) <> 0),"                     \
	" kept AS (SELECT * FROM jp_years WHERE programmes <> 0 OR certificates <> 0),"  \
	" counted (year, unit, employment, jp, people) AS ("                             \
	" SELECT y.year, coalesce(p.unit, -1), p.employment,"                            \
	"   y.programmes + y.certificates, count(*)"                                     \
	"   FROM earned y JOIN persons p ON p.id = y.person"                             \
	"  WHERE y.programmes + y.certificates <> 0 GROUP BY 1, 2, 3, 4"                 \
	" UNION ALL SELECT 0, coalesce(unit, -1), employment, 0, count(*)"               \
	"   FROM persons GROUP BY 2, 3),"                                                \
	" held AS (SELECT * FROM jp_counts WHERE people <> 0)"                           \
	"SELECT (SELECT count(*) FROM (SELECT * FROM earned EXCEPT SELECT * FROM kept))" \
	" + (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM earned))"     \
	" + (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM held))"    \
	" + (SELECT count(*) FROM (SELECT * FROM held EXCEPT SELECT * FROM counted))"    \
	" + :a"

bool jp_sums_wrong(struct db *db, int64_t *wrong, struct err *err)
{
	return query_one(db, JP_WRONG, 0, wrong, err);
}

static void read_form(struct stmt *s, void *row, struct arena *arena)
{
	*(struct jp_form *)row =
		(struct jp_form){ stmt_text(s, 0, arena), stmt_int(s, 1) };
}

bool jp_forms(struct db *db, int year, struct arena *arena, struct jp_form **out,
	      size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct jp_form), .read = read_form };
	struct stmt *s;

	if (!stmt_get(db, forms_sql, &s, err))
		return false;
	stmt_bind_int(s, ":year", year);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct jp_form *)(void *)list.rows;
	*count = list.count;
	return true;
}
