#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/follow_up.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "enrolled.h"
#include "query.h"
#include "rules.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

/* Making the follow-ups of a programme, and moving them with its end. */
enum { ROWS_MOST = 1000 };

int follow_up_months(const struct db *db, int64_t own)
{
	return own == NUMBER_NONE ? (int)db_settings(db)->follow_up_months : (int)own;
}

/* When the follow-ups of a programme are due. */
static struct date due_of(const struct db *db, const struct programme *p)
{
	return date_is_set(p->ends)
		       ? date_add_months(p->ends,
					 follow_up_months(db, p->follow_up_months))
		       : DATE_NONE;
}

/* The questionnaire on behaviour: of the design, or the only one there is. */
static const char behaviour_sql[] =
	"SELECT coalesce("
	"  (SELECT q.id FROM programmes p"
	"     JOIN revision_questionnaires r ON r.revision = p.revision"
	"     JOIN questionnaires q ON q.id = r.questionnaire"
	"    WHERE p.id = :a AND q.level = 'behaviour' ORDER BY q.code LIMIT 1),"
	"  (SELECT CASE WHEN count(*) = 1 THEN min(id) END FROM questionnaires"
	"    WHERE level = 'behaviour'))";

/* That of the survey before the programme. */
static const char survey_sql[] =
	"SELECT max(questionnaire) FROM sheets"
	" WHERE programme = :a AND role = 'public' AND phase = 'before'";

/* What is made of itself. `wanted`: only where this finds something. */
static const struct making {
	const char *what, *questionnaire;
	bool people; /* all who took part are asked */
	const char *wanted;
} makings[] = {
	{ "behaviour-alumni", behaviour_sql, true, NULL },
	{ "behaviour-superior", behaviour_sql, true, NULL },
	{ "results", NULL, false, NULL },
	{ "skm-after", survey_sql, false,
	  "SELECT EXISTS (SELECT 1 FROM skm_rounds"
	  "                WHERE programme = :a AND phase = 'before')"
	  "    OR EXISTS (SELECT 1 FROM sheets WHERE programme = :a AND role = 'public'"
	  "                AND phase = 'before')" },
};

enum { MAKINGS = sizeof makings / sizeof *makings };

static bool count_people(struct db *db, int64_t programme, int64_t *count,
			 struct err *err)
{
	return query_one(db,
			 "SELECT count(*) FROM enrolments"
			 " WHERE programme = :a AND status = " TOOK_PART(":a"),
			 programme, count, err);
}

static bool is_wanted(struct db *db, int64_t programme, const struct making *m,
		      struct arena *arena, bool *wanted, struct err *err)
{
	struct select select = { .kind = &follow_up_kind,
				 .parent = "programme",
				 .parent_id = programme };
	struct rows rows = { NULL, 0 };
	int64_t found = 1;

	if (!select_page(db, &select, SELECT_FIRST, 0, ROWS_MOST, arena, &rows, err) ||
	    (m->wanted && !query_one(db, m->wanted, programme, &found, err)))
		return false;
	*wanted = found != 0;
	for (size_t i = 0; i < rows.count; i++) {
		if (strcmp(((const struct follow_up *)rows.rows)[i].what, m->what) == 0)
			*wanted = false;
	}
	return true;
}

static bool make_one(struct db *db, const struct programme *p, const struct making *m,
		     struct arena *arena, struct err *err)
{
	struct follow_up f;
	int64_t people = 0;

	record_init(&follow_up_kind, &f);
	f.programme = p->id;
	f.what = m->what;
	f.due = due_of(db, p);
	if (m->questionnaire &&
	    !query_one(db, m->questionnaire, p->id, &f.questionnaire, err))
		return false;
	if (m->people && !count_people(db, p->id, &people, err))
		return false;
	if (people > 0)
		f.expected = people;
	return record_put(db, &follow_up_kind, NULL, &f, arena, err);
}

bool follow_ups_make(struct db *db, int64_t programme, size_t *count, struct err *err)
{
	struct arena arena = { 0 };
	struct programme p;
	size_t made = 0;
	bool good = record_load(db, &programme_kind, programme, &p, &arena, err);

	for (size_t i = 0; good && i < MAKINGS; i++) {
		bool wanted = false;

		good = is_wanted(db, programme, &makings[i], &arena, &wanted, err) &&
		       (!wanted || make_one(db, &p, &makings[i], &arena, err));
		made += wanted;
	}
	arena_done(&arena);
	if (good)
		*count = made;
	return good;
}

bool follow_ups_propose(struct db *db, int64_t programme, size_t *count, struct err *err)
{
	return action_begin(db, _("Follow-ups proposed"), err) &&
	       action_end(db, follow_ups_make(db, programme, count, err), err);
}

/* Those that are still due on `before` move along; a day that somebody chose
 * stays, and so does what is done or waived. */
static bool move_all(struct db *db, int64_t programme, struct date before,
		     struct date after, struct err *err)
{
	struct arena arena = { 0 };
	struct select select = { .kind = &follow_up_kind,
				 .parent = "programme",
				 .parent_id = programme };
	struct rows rows = { NULL, 0 };
	bool good =
		select_page(db, &select, SELECT_FIRST, 0, ROWS_MOST, &arena, &rows, err);

	for (size_t i = 0; good && i < rows.count; i++) {
		const struct follow_up *f = (const struct follow_up *)rows.rows + i;
		struct follow_up now = *f;

		if (f->waived || date_is_set(f->done) ||
		    date_compare(f->due, before) != 0)
			continue;
		now.due = after;
		good = record_update(db, &follow_up_kind, f, &now, err);
	}
	arena_done(&arena);
	return good;
}

/* A programme that is done gets its follow-ups; when its end or the months
 * change later, those that nobody moved go along. */
bool programme_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct programme *before = old, *p = now;
	struct date was, is;
	size_t count = 0;

	if (!before || !p)
		return true;
	if (!plan_follow(db, old, now, err))
		return false;
	if (strcmp(before->status, "done") != 0 && strcmp(p->status, "done") == 0 &&
	    strcmp(before->status, "evaluated") != 0 &&
	    !follow_ups_make(db, p->id, &count, err))
		return false;
	was = due_of(db, before);
	is = due_of(db, p);
	return date_compare(was, is) == 0 || move_all(db, p->id, was, is, err);
}
