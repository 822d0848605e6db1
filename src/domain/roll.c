#include "domain/roll.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "rows.h"
#include "store/record.h"
#include "store/stmt.h"

/* A row of the statement: who is not on every roll. */
struct candidate {
	struct roll_person who;
	bool has[2]; /* by enum roll_with */
};

static const char roll_sql[] =
	"SELECT p.id, p.nip, p.name, coalesce(e.status, ''),"
	"       EXISTS (SELECT 1 FROM attendance a JOIN sessions s ON s.id = a.session"
	"                WHERE a.person = p.id AND s.programme = :programme),"
	"       EXISTS (SELECT 1 FROM scores c"
	"                WHERE c.person = p.id AND c.programme = :programme)"
	"  FROM persons p LEFT JOIN enrolments e ON e.person = p.id"
	"                                       AND e.programme = :programme"
	" WHERE p.id IN"
	"       (SELECT person FROM enrolments WHERE programme = :programme"
	"         UNION SELECT a.person FROM attendance a"
	"                 JOIN sessions s ON s.id = a.session"
	"                WHERE s.programme = :programme"
	"         UNION SELECT person FROM scores WHERE programme = :programme)"
	" ORDER BY CASE :order WHEN 1 THEN p.nip"
	"                      WHEN 2 THEN printf('%020d', coalesce(e.id, 0))"
	"                      ELSE p.search END, p.search, p.id";

static void read_candidate(struct stmt *s, void *row, struct arena *arena)
{
	*(struct candidate *)row = (struct candidate){
		.who = { .person = stmt_int(s, 0),
			 .nip = stmt_text(s, 1, arena),
			 .name = stmt_text(s, 2, arena) },
		.has = { stmt_int(s, 4) != 0, stmt_int(s, 5) != 0 },
	};
	if (*stmt_text(s, 3, arena) != '\0')
		((struct candidate *)row)->who.place =
			enrolment_holds_place(stmt_text(s, 3, arena));
}

static bool load_people(struct db *db, enum roll_with with, enum roll_order order,
			struct arena *arena, struct roll *roll, struct err *err)
{
	struct row_list list = { .size = sizeof(struct candidate),
				 .read = read_candidate };
	const struct candidate *all;
	struct stmt *s;

	if (!stmt_get(db, roll_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", roll->programme);
	stmt_bind_int(s, ":order", order);
	if (!rows_collect(&list, s, arena, err))
		return false;
	all = (const struct candidate *)list.rows;
	roll->people = arena_array(arena, list.count + 1, sizeof *roll->people);
	for (size_t i = 0; i < list.count; i++) {
		if (all[i].who.place || all[i].has[with])
			roll->people[roll->count++] = all[i].who;
	}
	return true;
}

bool roll_load(struct db *db, int64_t programme, enum roll_with with,
	       enum roll_order order, struct arena *arena, struct roll *out,
	       struct err *err)
{
	struct roll roll = { .programme = programme };
	struct programme p;

	if (!record_load(db, &programme_kind, programme, &p, arena, err) ||
	    !load_people(db, with, order, arena, &roll, err))
		return false;
	roll.code = p.code;
	roll.cancelled = strcmp(p.status, "cancelled") == 0;
	*out = roll;
	return true;
}

size_t roll_find(const struct roll *roll, int64_t person)
{
	size_t i = 0;

	while (i < roll->count && roll->people[i].person != person)
		i++;
	return i;
}

/* Why nobody on the roll has this NIP. */
static bool explain_missing(struct db *db, const char *nip, struct err *err)
{
	struct arena arena = { 0 };
	const char *name = "";
	struct stmt *s;

	if (!stmt_get(db, "SELECT name FROM persons WHERE nip = :nip", &s, err))
		return false;
	stmt_bind_text(s, ":nip", nip);
	if (stmt_step(s, err) == STMT_ROW)
		name = stmt_text(s, 0, &arena);
	stmt_reset(s);
	if (*name != '\0')
		err_set(err, ERR_NOT_FOUND,
			_("%s is not in this programme. Enrol the person first; nothing "
			  "was marked."),
			name);
	else
		err_set(err, ERR_NOT_FOUND,
			_("Nobody has the NIP %s. Look at the card; nothing was marked."),
			nip);
	arena_done(&arena);
	return false;
}

bool roll_find_nip(struct db *db, const struct roll *roll, const char *nip, size_t *row,
		   struct err *err)
{
	for (size_t i = 0; i < roll->count; i++) {
		if (strcmp(roll->people[i].nip, nip) == 0) {
			*row = i;
			return true;
		}
	}
	return explain_missing(db, nip, err);
}

bool roll_may_write(const struct roll *roll, struct err *err)
{
	return !roll->cancelled ||
	       err_set(err, ERR_INPUT,
		       _("The programme is cancelled: this can only be looked at."));
}
