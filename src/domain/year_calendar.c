#include "domain/year_calendar.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "domain/clash.h"
#include "rows.h"

/* What is held and planned in a year. */
enum { MONTHS = 12 };

/* clang-format off */
/* A programme without days lasts from its first to its last session. Days that
 * are the wrong way round are no bar. */
static const char calendar_sql[] =
	"WITH held AS (SELECT programme, count(*) AS sessions, min(date) AS first,"
	"                     max(date) AS last,"
	"                     max(date BETWEEN :from AND :to) AS now"
	"                FROM sessions GROUP BY programme),"
	" run AS (SELECT p.id, p.year, p.code, p.title, p.status,"
	"                coalesce(p.starts, min(h.first, p.ends), h.first, p.ends)"
	"                    AS starts,"
	"                coalesce(p.ends, max(h.last, p.starts), h.last, p.starts) AS ends,"
	"                coalesce(h.sessions, 0) AS sessions, coalesce(h.now, 0) AS now"
	"           FROM programmes p LEFT JOIN held h ON h.programme = p.id"
	"          WHERE p.status <> 'cancelled')"
	"SELECT * FROM ("
	"SELECT id AS programme, 0 AS item, code, title, status, NULL AS quarter,"
	"       starts IS NOT NULL AS fixed, starts, ends, sessions"
	"  FROM run"
	" WHERE (starts <= :to AND ends >= :from) OR now OR (starts IS NULL AND year = :year)"
	" UNION ALL "
	"SELECT 0, id, number, title, status, quarter, coalesce(starts, ends) IS NOT NULL,"
	"       coalesce(starts, ends,"
	"                date(:from, '+' || (3 * quarter - 3) || ' months')),"
	"       coalesce(ends, starts,"
	"                date(:from, '+' || (3 * quarter) || ' months', '-1 day')), 0"
	"  FROM plan_items"
	" WHERE year = :year AND programme IS NULL AND status <> 'rejected')"
	" ORDER BY starts IS NULL, starts, item <> 0, ends, code";
/* clang-format on */

static void read_row(struct stmt *s, void *row, struct arena *arena)
{
	*(struct calendar_row *)row = (struct calendar_row){
		.programme = stmt_int(s, 0),
		.item = stmt_int(s, 1),
		.code = stmt_text(s, 2, arena),
		.title = stmt_text(s, 3, arena),
		.status = stmt_text(s, 4, arena),
		.quarter = stmt_number(s, 5),
		.fixed = stmt_int(s, 6) != 0,
		.starts = stmt_date(s, 7),
		.ends = stmt_date(s, 8),
		.sessions = stmt_int(s, 9),
	};
}

/* December is not asked for the month after it: the last one has none. */
static int month_days(int year, int month)
{
	if (month == MONTHS)
		return 31;
	return date_of(year, month + 1, 1).day - date_of(year, month, 1).day;
}

int calendar_slot(struct date day)
{
	int year, month, in_month;

	date_split(day, &year, &month, &in_month);
	return (month - 1) * CALENDAR_SLOTS_IN_MONTH +
	       (in_month - 1) * CALENDAR_SLOTS_IN_MONTH / month_days(year, month);
}

uint64_t calendar_slots(struct date from, struct date to)
{
	int first, last;

	if (!date_is_set(from) || !date_is_set(to))
		return 0;
	first = calendar_slot(from);
	last = calendar_slot(to);
	return last < first ? 0 : (((uint64_t)1 << (last - first + 1)) - 1) << first;
}

/* What of the row is in the year, and how long it lasts. */
static void measure(struct calendar_row *row, int year)
{
	struct date first = date_of(year, 1, 1), last = date_of(year, MONTHS, 31);

	row->from = row->to = DATE_NONE;
	if (!date_is_set(row->starts) || date_compare(row->ends, row->starts) < 0)
		return;
	row->days = row->ends.day - row->starts.day + 1;
	if (date_compare(row->ends, first) < 0 || date_compare(row->starts, last) > 0)
		return;
	row->from = date_compare(row->starts, first) < 0 ? first : row->starts;
	row->to = date_compare(row->ends, last) > 0 ? last : row->ends;
	row->bar = calendar_slots(row->from, row->to);
}

static int by_programme(const void *a, const void *b)
{
	int64_t one = (*(struct calendar_row *const *)a)->programme;
	int64_t two = (*(struct calendar_row *const *)b)->programme;

	return (one > two) - (one < two);
}

/* Rows in the order of their programmes, to find them in. */
struct index {
	struct calendar_row **rows;
	size_t count;
};

static struct index make_index(const struct year_calendar *c, struct arena *arena)
{
	struct index index = { arena_array(arena, c->count + 1, sizeof *index.rows),
			       c->count };

	for (size_t i = 0; i < c->count; i++)
		index.rows[i] = &c->rows[i];
	qsort(index.rows, index.count, sizeof *index.rows, by_programme);
	return index;
}

static void count_in(const struct index *index, int64_t programme, const struct clash *c)
{
	struct calendar_row like = { .programme = programme }, *key = &like, **found;
	uint64_t at = (uint64_t)1 << calendar_slot(c->date);

	found = bsearch(&key, index->rows, index->count, sizeof *index->rows,
			by_programme);
	if (!found)
		return;
	(*found)->clashes += c->certain;
	(*found)->doubtful += !c->certain;
	(*found)->clash |= c->certain ? at : 0;
	(*found)->doubt |= c->certain ? 0 : at;
}

static void count_clashes(const struct year_calendar *out, struct arena *arena)
{
	struct index index = make_index(out, arena);

	for (size_t i = 0; i < out->clash_count; i++) {
		const struct clash *c = &out->clashes[i];

		count_in(&index, c->one.programme, c);
		if (c->two.programme != c->one.programme)
			count_in(&index, c->two.programme, c);
	}
}

static bool load_rows(struct db *db, struct year_calendar *c, struct arena *arena,
		      struct err *err)
{
	struct row_list list = { .size = sizeof(struct calendar_row), .read = read_row };
	struct stmt *s;

	if (!stmt_get(db, calendar_sql, &s, err))
		return false;
	stmt_bind_int(s, ":year", c->year);
	stmt_bind_text(s, ":from", arena_printf(arena, "%d-01-01", c->year));
	stmt_bind_text(s, ":to", arena_printf(arena, "%d-12-31", c->year));
	if (!rows_collect(&list, s, arena, err))
		return false;
	c->rows = (struct calendar_row *)(void *)list.rows;
	c->count = list.count;
	for (size_t i = 0; i < c->count; i++)
		measure(&c->rows[i], c->year);
	return true;
}

bool year_calendar_load(struct db *db, int year, struct arena *arena,
			struct year_calendar *out, struct err *err)
{
	struct year_calendar c = { .year = year };

	if (!load_rows(db, &c, arena, err) ||
	    !clash_list_year(db, year, arena, &c.clashes, &c.clash_count, err))
		return false;
	count_clashes(&c, arena);
	*out = c;
	return true;
}

struct clash calendar_seen_from(const struct clash *c, int64_t programme)
{
	struct clash seen = *c;

	if (c->one.programme != programme && c->two.programme == programme) {
		seen.one = c->two;
		seen.two = c->one;
	}
	return seen;
}
