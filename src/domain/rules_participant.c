#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "query.h"
#include "rules.h"
#include "store/record.h"

static bool is_enrolled(struct db *db, int64_t programme, int64_t person)
{
	return answer_two(db,
			  "SELECT id FROM enrolments"
			  " WHERE programme = :a AND person = :b",
			  programme, person) != 0;
}

static void check_enrolled(struct db *db, int64_t programme, int64_t person,
			   struct problems *problems)
{
	if (person != 0 && programme != 0 && !is_enrolled(db, programme, person))
		problem_add(problems, "person",
			    _("This person is not in the programme. Enrol the person first."));
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

static void check_capacity(struct db *db, const struct enrolment *old,
			   const struct enrolment *e, struct problems *problems)
{
	int64_t capacity = answer_one(db, "SELECT capacity FROM programmes WHERE id = :a",
				      e->programme);
	int64_t taken;

	if (capacity == 0 || !enrolment_holds_place(e->status) ||
	    (old && enrolment_holds_place(old->status)))
		return;
	taken = programme_taken(db, e->programme);
	if (taken >= capacity)
		problem_warn(problems, "status",
			     _("All %d places are taken. Raise the capacity or put the "
			       "person on the waiting list."),
			     (int)capacity);
}

void enrolment_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct enrolment *e = record;

	if (!old && answer_one(db,
			       "SELECT count(*) FROM programmes"
			       " WHERE id = :a AND status = 'cancelled'",
			       e->programme))
		problem_add(problems, "programme",
			    _("The programme is cancelled; nobody can be enrolled."));
	check_capacity(db, old, e, problems);
}

void attendance_check(struct db *db, const void *old, const void *record,
		      struct problems *problems)
{
	const struct attendance *a = record;
	int64_t programme = answer_one(db, "SELECT programme FROM sessions WHERE id = :a",
				       a->session);

	(void)old;
	check_enrolled(db, programme, a->person, problems);
}

void score_check(struct db *db, const void *old, const void *record,
		 struct problems *problems)
{
	const struct score *s = record;

	(void)old;
	check_enrolled(db, s->programme, s->person, problems);
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

void group_check(struct db *db, const void *old, const void *record,
		 struct problems *problems)
{
	const struct group *g = record;

	(void)old;
	if (g->leader != 0 && answer_two(db,
					 "SELECT count(*) FROM members"
					 " WHERE \"group\" = :a AND person = :b",
					 g->id, g->leader) == 0)
		problem_add(problems, "leader",
			    _("The leader is no member of this group. Choose a member, or "
			      "add the person to the group first."));
}

void member_check(struct db *db, const void *old, const void *record,
		  struct problems *problems)
{
	const struct member *m = record;
	int64_t programme = answer_one(db, "SELECT programme FROM groups WHERE id = :a",
				       m->group);
	int64_t other;

	(void)old;
	check_enrolled(db, programme, m->person, problems);
	other = answer_two(db,
			   "SELECT g.number FROM members m JOIN groups g ON g.id = m.\"group\""
			   " WHERE m.person = :a AND g.id <> :b AND g.programme ="
			   "   (SELECT programme FROM groups WHERE id = :b)",
			   m->person, m->group);
	if (other != 0)
		problem_add(problems, "person",
			    _("This person is already in group %d. Move the person instead."),
			    (int)other);
}
