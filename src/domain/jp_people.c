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

/* People of a unit and an employment with the same JP; as a person of it. */
struct alike {
	struct jp_person person;
	int64_t count;
};

static void read_alike(struct stmt *s, void *row, struct arena *arena)
{
	*(struct alike *)row = (struct alike){
		.person = { .unit = stmt_int(s, 0),
			    .unit_code = stmt_text(s, 1, arena),
			    .unit_name = stmt_text(s, 2, arena),
			    .employment = stmt_text(s, 3, arena),
			    .programmes = stmt_int(s, 4) },
		.count = stmt_int(s, 5),
	};
}

static void add_alike(struct jp_unit *u, struct alike *a, const struct settings *settings)
{
	struct jp_person *p = &a->person;

	judge(p, settings);
	u->persons += a->count;
	u->jp += p->jp * a->count;
	u->lacking += p->lacking * a->count;
	u->above += p->above > 0 ? a->count : 0;
	u->reached += p->jp >= (int64_t)settings->jp_target_pns * 100 ? a->count : 0;
}

/* Those without JP are all but the others. */
#define ALIKE                                                                      \
	"WITH alike (unit, employment, jp, people) AS ("                           \
	" SELECT unit, employment, jp, people FROM jp_counts WHERE year = :year"   \
	" UNION ALL"                                                               \
	" SELECT a.unit, a.employment, 0, a.people - coalesce((SELECT sum(people)" \
	"   FROM jp_counts c WHERE c.year = :year AND c.unit = a.unit"             \
	"     AND c.employment = a.employment), 0)"                                \
	"   FROM jp_counts a WHERE a.year = 0)"                                    \
	"SELECT a.unit, coalesce(u.code, '') AS code, coalesce(u.name, ''),"       \
	"  a.employment, a.jp, a.people"                                           \
	"  FROM alike a LEFT JOIN units u ON u.id = a.unit"                        \
	" WHERE a.people <> 0 ORDER BY code, a.unit"

static bool jp_alike(struct db *db, int year, struct arena *arena, struct alike **out,
		     size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct alike), .read = read_alike };
	struct stmt *s;

	if (!stmt_get(db, ALIKE, &s, err))
		return false;
	stmt_bind_int(s, ":year", year);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct alike *)(void *)list.rows;
	*count = list.count;
	return true;
}

bool jp_units(struct db *db, const struct jp_question *question, struct arena *arena,
	      struct jp_unit **out, size_t *count, struct err *err)
{
	struct alike *alike;
	size_t all;

	if (!jp_alike(db, question->year, arena, &alike, &all, err))
		return false;
	*out = arena_array(arena, all + 1, sizeof **out);
	*count = 0;
	for (size_t i = 0; i < all; i++) {
		const struct jp_person *p = &alike[i].person;

		if (i == 0 || p->unit != alike[i - 1].person.unit)
			(*out)[(*count)++] = (struct jp_unit){ .unit = p->unit,
							       .code = p->unit_code,
							       .name = p->unit_name };
		add_alike(&(*out)[*count - 1], &alike[i], question->settings);
	}
	return true;
}

bool jp_contracts(struct db *db, const struct jp_question *question, int64_t *people,
		  int64_t *above, struct err *err)
{
	struct arena arena = { 0 };
	struct alike *alike;
	size_t all;
	bool good = jp_alike(db, question->year, &arena, &alike, &all, err);

	*people = *above = 0;
	for (size_t i = 0; good && i < all; i++) {
		if (strcmp(alike[i].person.employment, "PPPK") != 0)
			continue;
		judge(&alike[i].person, question->settings);
		*people += alike[i].count;
		*above += alike[i].person.above > 0 ? alike[i].count : 0;
	}
	arena_done(&arena);
	return good;
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
