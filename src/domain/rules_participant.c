#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/attendance_sheet.h"
#include "domain/clash.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/save.h"
#include "query.h"
#include "rules.h"
#include "store/history.h"
#include "store/record.h"

static bool is_enrolled(struct db *db, int64_t programme, int64_t person)
{
	return answer_two(db,
			  "SELECT id FROM enrolments"
			  " WHERE programme = :a AND person = :b",
			  programme, person) != 0;
}

static void check_enrolled(struct db *db, int64_t programme, const char *field,
			   int64_t person, struct problems *problems)
{
	if (person != 0 && programme != 0 && !is_enrolled(db, programme, person))
		problem_add(problems, field,
			    _("This person is not in the programme. Enrol the person "
			      "first."));
}

/* Only who holds a place can stand in a group. */
static void check_place(struct db *db, int64_t programme, const char *field,
			int64_t person, struct problems *problems)
{
	struct err ignored = { 0 };
	struct enrolment e;
	int64_t id = 0;

	record_init(&enrolment_kind, &e);
	e.programme = programme;
	e.person = person;
	if (!record_find(db, &enrolment_kind, &e, &id, &ignored) || id == 0 ||
	    !record_load(db, &enrolment_kind, id, &e, problems->arena, &ignored) ||
	    enrolment_holds_place(e.status))
		return;
	problem_add(
		problems, field,
		_("This person holds no place in the programme. Change the status of the "
		  "enrolment first."));
}

bool enrolment_complete(struct db *db, void *record, struct arena *arena)
{
	struct enrolment *e = record;

	(void)db;
	(void)arena;
	if (*e->status == '\0')
		e->status = "nominated";
	return true;
}

/* Who holds a place. While many are enrolled in one action, it is counted once
 * and then kept by enrolment_follow. */
static int64_t places_taken(struct db *db, int64_t programme)
{
	int64_t taken = action_tally(db, programme);

	if (taken < 0) {
		taken = programme_taken(db, programme);
		action_tally_set(db, programme, taken);
	}
	return taken;
}

static void keep_taken(struct db *db, const struct enrolment *e, int64_t more)
{
	if (e && enrolment_holds_place(e->status))
		action_tally_add(db, e->programme, more);
}

static void check_capacity(struct db *db, const struct enrolment *old,
			   const struct enrolment *e, struct problems *problems)
{
	int64_t capacity = answer_one(db, "SELECT capacity FROM programmes WHERE id = :a",
				      e->programme);
	int64_t taken;

	if (capacity == 0 || !enrolment_holds_place(e->status) ||
	    (old && enrolment_holds_place(old->status)))
		return;
	taken = places_taken(db, e->programme);
	if (taken >= capacity)
		problem_warn(problems, "status",
			     _("All %d places are taken. Raise the capacity or put the "
			       "person on the waiting list."),
			     (int)capacity);
}

void enrolment_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct enrolment *e = record, *was = old;

	if (!old && answer_one(db,
			       "SELECT count(*) FROM programmes"
			       " WHERE id = :a AND status = 'cancelled'",
			       e->programme))
		problem_add(problems, "programme",
			    _("The programme is cancelled; nobody can be enrolled."));
	check_capacity(db, old, e, problems);
	if (enrolment_holds_place(e->status) &&
	    (!was || !enrolment_holds_place(was->status)))
		clash_warn_person(db, e->programme, e->person, problems);
}

/* Who holds no place any more stands in no group. */
bool enrolment_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct enrolment *was = old, *is = now;
	int64_t member = 0;

	keep_taken(db, was, -1);
	keep_taken(db, is, 1);
	if (!was ||
	    (is && is->programme == was->programme && is->person == was->person &&
	     (enrolment_holds_place(is->status) || !enrolment_holds_place(was->status))))
		return true;
	if (!query_two(db,
		       "SELECT m.id FROM members m JOIN groups g ON g.id = m.\"group\""
		       " WHERE g.programme = :a AND m.person = :b",
		       was->programme, was->person, &member, err))
		return false;
	return member == 0 || records_remove(db, &member_kind, &member, 1, err);
}

/* A part of a session is no more than all of it, and only of who came. */
static void check_part(struct db *db, const struct attendance *a,
		       struct problems *problems)
{
	int64_t jp = answer_one(db, "SELECT jp FROM sessions WHERE id = :a", a->session);

	if (a->jp == NUMBER_NONE)
		return;
	if (!attendance_attends(a->state))
		problem_add(problems, "jp",
			    _("Only who is present or late attended a part of the "
			      "session. Leave this empty."));
	else if (a->jp > jp)
		problem_add(problems, "jp", _("The session has only %s JP."),
			    number_hundredths(problems->arena, jp, number_mark()));
}

void attendance_check(struct db *db, const void *old, const void *record,
		      struct problems *problems)
{
	const struct attendance *a = record;
	int64_t programme = answer_one(db, "SELECT programme FROM sessions WHERE id = :a",
				       a->session);

	(void)old;
	check_enrolled(db, programme, "person", a->person, problems);
	check_part(db, a, problems);
}

/* Points above the maximum of the programme's tests. */
static void check_points(const char *field, int64_t points, int64_t most,
			 struct problems *problems)
{
	if (points != NUMBER_NONE && points > most)
		problem_add(problems, field,
			    _("The highest score of this programme's tests is %s."),
			    number_hundredths(problems->arena, most, number_mark()));
}

void score_check(struct db *db, const void *old, const void *record,
		 struct problems *problems)
{
	const struct score *s = record;
	int64_t most = answer_one(db,
				  "SELECT coalesce(test_most, 10000) FROM programmes"
				  " WHERE id = :a",
				  s->programme);

	(void)old;
	check_enrolled(db, s->programme, "person", s->person, problems);
	check_points("pre", s->pre, most, problems);
	check_points("post", s->post, most, problems);
	if (s->pre == NUMBER_NONE && s->post == NUMBER_NONE)
		problem_warn(problems, "pre", _("Neither test has a score yet."));
}

bool group_complete(struct db *db, void *record, struct arena *arena)
{
	struct group *g = record;

	if (g->number == NUMBER_NONE)
		g->number = 1 + answer_one(db,
					   "SELECT max(number) FROM groups"
					   " WHERE programme = :a",
					   g->programme);
	if (*g->name == '\0')
		g->name = arena_printf(arena, _("Group %d"), (int)g->number);
	return true;
}

/* A person is in one group of a programme. "own" is the membership at hand, or 0. */
static void check_one_group(struct db *db, int64_t programme, const char *field,
			    int64_t person, int64_t own, struct problems *problems)
{
	int64_t other = answer_two(
		db,
		"SELECT m.id FROM members m JOIN groups g ON g.id = m.\"group\""
		" WHERE g.programme = :a AND m.person = :b",
		programme, person);

	if (other == 0 || other == own)
		return;
	other = answer_one(db,
			   "SELECT number FROM groups WHERE id ="
			   " (SELECT \"group\" FROM members WHERE id = :a)",
			   other);
	problem_add(problems, field,
		    _("This person is already in group %d. Move the person instead."),
		    (int)other);
}

static bool is_member(struct db *db, int64_t group, int64_t person)
{
	return answer_two(db,
			  "SELECT id FROM members WHERE \"group\" = :a AND person = :b",
			  group, person) != 0;
}

void group_check(struct db *db, const void *old, const void *record,
		 struct problems *problems)
{
	const struct group *g = record;

	(void)old;
	if (g->leader == 0 || is_member(db, g->id, g->leader))
		return;
	if (answer_one(db, "SELECT count(*) FROM members WHERE \"group\" = :a", g->id) >
	    0)
		problem_add(problems, "leader",
			    _("The leader is no member of this group. Choose a member, "
			      "or add the person to the group first."));
	check_enrolled(db, g->programme, "leader", g->leader, problems);
	check_place(db, g->programme, "leader", g->leader, problems);
	check_one_group(db, g->programme, "leader", g->leader, 0, problems);
}

/* Who leads a group without members is its first one. */
bool group_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct group *g = now;
	struct member m;

	(void)old;
	if (!g || g->leader == 0 || is_member(db, g->id, g->leader))
		return true;
	record_init(&member_kind, &m);
	m.group = g->id;
	m.person = g->leader;
	return record_insert(db, &member_kind, &m, err);
}

void member_check(struct db *db, const void *old, const void *record,
		  struct problems *problems)
{
	const struct member *m = record;
	int64_t programme =
		answer_one(db, "SELECT programme FROM groups WHERE id = :a", m->group);

	(void)old;
	check_enrolled(db, programme, "person", m->person, problems);
	check_place(db, programme, "person", m->person, problems);
	check_one_group(db, programme, "person", m->person, m->id, problems);
}

/* A leader who is no member any more steps down. */
bool member_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct member *was = old, *is = now;
	struct arena arena = { 0 };
	struct group group, without;
	bool good;

	if (!was || (is && is->group == was->group && is->person == was->person))
		return true;
	good = record_load(db, &group_kind, was->group, &group, &arena, err);
	if (good && group.leader == was->person) {
		without = group;
		without.leader = 0;
		good = record_update(db, &group_kind, &group, &without, err);
	}
	arena_done(&arena);
	return good;
}
