#include "domain/jp_people.h"

#include <stdlib.h>
#include <string.h>

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
		.employment = stmt_text(s, 5, arena),
		.programmes = stmt_int(s, 6),
		.certificates = stmt_int(s, 7),
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

bool jp_people(struct db *db, const struct jp_question *question, struct arena *arena,
	       struct jp_person **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct jp_person), .read = read_person };
	struct stmt *s;

	if (!stmt_get(db,
		      "WITH earned AS ("
		      " SELECT person, sum(jp) FILTER (WHERE outside = 0) AS programmes,"
		      "        sum(jp) FILTER (WHERE outside = 1) AS certificates"
		      "   FROM (" JP_EARNED ") GROUP BY person)"
		      "SELECT p.id, p.unit, p.nip, p.name, coalesce(u.code, ''),"
		      "  p.employment, d.programmes, d.certificates"
		      "  FROM persons p LEFT JOIN units u ON u.id = p.unit"
		      "  LEFT JOIN earned d ON d.person = p.id"
		      " WHERE :unit = 0 OR p.unit = :unit",
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
