#include "domain/ledger.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "enrolled.h"
#include "rows.h"
#include "store/stmt.h"

/* A form of learning within a programme; `part` of `whole` JP of sessions. */
struct part {
	struct ledger_row row;
	int64_t part, whole;
};

static void read_part(struct stmt *s, void *row, struct arena *arena)
{
	*(struct part *)row = (struct part){
		.row = { .year = stmt_int(s, 0),
			 .programme = stmt_int(s, 1),
			 .code = stmt_text(s, 2, arena),
			 .title = stmt_text(s, 3, arena),
			 .form = stmt_text(s, 4, arena),
			 .jp = stmt_int(s, 5),
			 .source = stmt_int(s, 1) ? "programme" : "certificate" },
		.part = stmt_int(s, 6),
		.whole = stmt_int(s, 7),
	};
}

static int64_t portion(int64_t jp, int64_t until, int64_t whole)
{
	return (jp * until + whole / 2) / whole;
}

/* Divide what the parts of a programme share, so that nothing is lost by
 * rounding. */
static void divide(const struct part *parts, size_t count, struct ledger_row *rows)
{
	int64_t until = 0;

	for (size_t i = 0; i < count; i++) {
		const struct part *p = &parts[i];
		int64_t before = until;

		if (i == 0 || parts[i - 1].row.programme != p->row.programme)
			before = 0;
		until = before + p->part;
		rows[i] = p->row;
		if (p->whole > 0)
			rows[i].jp = portion(p->row.jp, until, p->whole) -
				     portion(p->row.jp, before, p->whole);
	}
}

bool ledger_list(struct db *db, int64_t person, struct arena *arena,
		 struct ledger_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct part), .read = read_part };
	struct stmt *s;

	if (!stmt_get(db,
		      "WITH earned AS MATERIALIZED ("
		      " SELECT r.id, r.year, r.code, r.title, r.method, r.starts,"
		      "        " CREDITED_JP " AS jp"
		      "   FROM enrolments e JOIN programmes r ON r.id = e.programme"
		      "  WHERE e.person = :person AND " CREDITED "),"
		      " part AS ("
		      " SELECT d.id, CASE WHEN s.form <> '' THEN s.form ELSE d.method END"
		      "        AS form, sum(s.jp) AS jp"
		      "   FROM earned d JOIN sessions s ON s.programme = d.id"
		      "  WHERE s.jp > 0 GROUP BY 1, 2)"
		      "SELECT d.year, d.id, d.code, d.title,"
		      "  coalesce(t.form, d.method) AS form, d.jp,"
		      "  coalesce(t.jp, 0) AS part,"
		      "  coalesce((SELECT sum(jp) FROM part w WHERE w.id = d.id), 0),"
		      "  d.starts AS starts"
		      "  FROM earned d LEFT JOIN part t ON t.id = d.id"
		      " UNION ALL "
		      "SELECT c.year, 0, c.number, c.title, c.form, c.jp, 0, 0, c.starts"
		      "  FROM certificates c"
		      " WHERE c.person = :person AND c.jp IS NOT NULL"
		      " ORDER BY 1 DESC, 9, 2, 7 DESC, 5",
		      &s, err))
		return false;
	stmt_bind_int(s, ":person", person);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = arena_array(arena, list.count + 1, sizeof **out);
	divide((const struct part *)(const void *)list.rows, list.count, *out);
	*count = list.count;
	return true;
}

static const char *decimal(struct arena *arena, int64_t hundredths)
{
	return number_hundredths(arena, hundredths, number_mark());
}

static const char *ceiling_words(int64_t most, int64_t jp, struct arena *a)
{
	if (jp > most)
		return arena_printf(
			a,
			_("%s JP; for a PPPK at most %s JP a year count, %s JP "
			  "are above that."),
			decimal(a, jp), decimal(a, most), decimal(a, jp - most));
	return arena_printf(
		a, _("%s JP; for a PPPK at most %s JP a year count, %s JP are left."),
		decimal(a, jp), decimal(a, most), decimal(a, most - jp));
}

const char *ledger_words(const char *employment, const struct settings *settings,
			 int64_t jp, struct arena *arena)
{
	int64_t least = (int64_t)settings->jp_target_pns * 100;

	if (strcmp(employment, "PPPK") == 0)
		return ceiling_words((int64_t)settings->jp_ceiling_pppk * 100, jp, arena);
	if (jp >= least)
		return arena_printf(arena,
				    _("%s JP; the target of %s JP a year is reached."),
				    decimal(arena, jp), decimal(arena, least));
	return arena_printf(
		arena, _("%s JP of the target of %s JP a year; %s JP are missing."),
		decimal(arena, jp), decimal(arena, least), decimal(arena, least - jp));
}
