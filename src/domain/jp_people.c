#include "domain/jp_people.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/settings.h"
#include "enrolled.h"
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

/* clang-format off */
static const char people_sql[] =
	"WITH earned AS ("
	" SELECT person, sum(jp) FILTER (WHERE outside = 0) AS programmes,"
	"        sum(jp) FILTER (WHERE outside = 1) AS certificates"
	"   FROM (" JP_EARNED ") GROUP BY person)"
	"SELECT p.id, coalesce(p.unit, -1), p.nip, p.name, coalesce(u.code, ''),"
	"       coalesce(u.name, ''), p.employment, d.programmes, d.certificates"
	"  FROM persons p LEFT JOIN units u ON u.id = p.unit"
	"  LEFT JOIN earned d ON d.person = p.id"
	" WHERE :unit = 0 OR coalesce(p.unit, -1) = :unit";

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

	if (!stmt_get(db, people_sql, &s, err))
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

static int compare_units(const void *a, const void *b)
{
	const struct jp_person *x = a, *y = b;
	int way = strcmp(x->unit_code, y->unit_code);

	return way != 0 ? way : (x->unit > y->unit) - (x->unit < y->unit);
}

bool jp_units(struct db *db, const struct jp_question *question, struct arena *arena,
	      struct jp_unit **out, size_t *count, struct err *err)
{
	int64_t least = (int64_t)question->settings->jp_target_pns * 100;
	struct jp_person *people;
	struct jp_unit *u;
	size_t people_count;

	if (!jp_people(db, question, arena, &people, &people_count, err))
		return false;
	if (people_count > 1)
		qsort(people, people_count, sizeof *people, compare_units);
	*out = arena_array(arena, people_count + 1, sizeof **out);
	*count = 0;
	for (size_t i = 0; i < people_count; i++) {
		const struct jp_person *p = &people[i];

		if (i == 0 || p->unit != people[i - 1].unit)
			(*out)[(*count)++] = (struct jp_unit){ .unit = p->unit,
							       .code = p->unit_code,
							       .name = p->unit_name };
		u = &(*out)[*count - 1];
		u->persons++;
		u->jp += p->jp;
		u->lacking += p->lacking;
		u->reached += p->jp >= least;
		u->above += p->above > 0;
	}
	return true;
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
