#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "division_work.h"
#include "domain/lists.h"
#include "domain/participant.h"
#include "domain/programme_steps.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

enum { MEMBERS_MOST = 10000 };

static const struct group *group_at(const struct division_plan *plan, size_t i)
{
	return (const struct group *)plan->groups.rows + i;
}

static const struct member *member_at(const struct division_plan *plan, size_t i)
{
	return (const struct member *)plan->members.rows + i;
}

static bool load_groups(struct db *db, struct division_plan *plan, struct arena *arena,
			struct err *err)
{
	struct select select = { .kind = &group_kind,
				 .parent = "programme",
				 .parent_id = plan->programme };

	if (!select_page(db, &select, SELECT_FIRST, 0, GROUPS_MOST + 1, arena,
			 &plan->groups, err))
		return false;
	return plan->groups.count <= GROUPS_MOST ||
	       err_set(err, ERR_INPUT,
		       _("More than %d groups are not divided here. Change them in "
			 "the list of groups."),
		       GROUPS_MOST);
}

/* The members of all groups, group by group. */
static bool load_members(struct db *db, struct division_plan *plan, struct arena *arena,
			 struct err *err)
{
	for (size_t i = 0; i < plan->groups.count; i++) {
		struct select select = { .kind = &member_kind,
					 .parent = "group",
					 .parent_id = group_at(plan, i)->id };
		size_t bytes = plan->members.count * sizeof(struct member);
		struct rows rows = { NULL, 0 };

		if (!select_page(db, &select, SELECT_FIRST, 0, MEMBERS_MOST, arena, &rows,
				 err))
			return false;
		if (rows.count == 0)
			continue;
		plan->members.rows =
			arena_grow(arena, plan->members.rows, bytes,
				   bytes + rows.count * sizeof(struct member));
		memcpy((char *)plan->members.rows + bytes, rows.rows,
		       rows.count * sizeof(struct member));
		plan->members.count += rows.count;
	}
	return true;
}

static int index_of(const struct division_plan *plan, int64_t group)
{
	for (size_t i = 0; i < plan->groups.count; i++) {
		if (group_at(plan, i)->id == group)
			return (int)i;
	}
	return DIVISION_NONE;
}

static bool load_people(struct db *db, struct division_plan *plan, struct arena *arena,
			struct err *err)
{
	struct participant_row *all;
	size_t total;

	if (!participant_list(db, plan->programme, arena, &all, &total, err))
		return false;
	plan->people = arena_array(arena, total + 1, sizeof *plan->people);
	for (size_t i = 0; i < total; i++) {
		if (!enrolment_holds_place(all[i].status))
			continue;
		plan->people[plan->count++] = (struct division_person){
			.person = all[i].person,
			.name = all[i].name,
			.unit = all[i].unit,
			.sex = all[i].sex,
			.grade = all[i].grade,
			.pre = all[i].pre,
			.group = index_of(plan, all[i].group),
			.locked = all[i].locked,
		};
	}
	return true;
}

/* All groups of a division hold the same rules; one that was added by hand
 * holds none. */
static void read_rules(struct division_plan *plan)
{
	plan->rules.groups = plan->groups.count;
	for (size_t i = 0; i < plan->groups.count; i++) {
		const struct group *g = group_at(plan, i);

		if (g->seed == NUMBER_NONE)
			continue;
		plan->rules.seed = (uint64_t)g->seed;
		rules_from_text(plan, g->rules);
		return;
	}
}

bool division_load(struct db *db, int64_t programme, struct arena *arena,
		   struct division_plan *plan, struct err *err)
{
	struct division_plan loaded = { .programme = programme };

	if (!load_groups(db, &loaded, arena, err) ||
	    !load_members(db, &loaded, arena, err) ||
	    !load_people(db, &loaded, arena, err))
		return false;
	read_rules(&loaded);
	*plan = loaded;
	return true;
}

/* What is being saved. */
struct saving {
	struct db *db;
	const struct division_plan *plan;
	const char *rules, *reason;
	struct arena *arena;
	int64_t *ids; /* of the groups, in the order of the plan */
};

static const struct division_person *find_person(const struct division_plan *plan,
						 int64_t person)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (plan->people[i].person == person)
			return &plan->people[i];
	}
	return NULL;
}

static bool is_as_loaded(const struct division_plan *plan,
			 const struct division_plan *now)
{
	if (plan->groups.count != now->groups.count ||
	    plan->members.count != now->members.count)
		return false;
	for (size_t i = 0; i < plan->groups.count; i++) {
		if (group_at(plan, i)->id != group_at(now, i)->id)
			return false;
	}
	for (size_t i = 0; i < plan->members.count; i++) {
		if (!record_equal(&member_kind, member_at(plan, i), member_at(now, i)))
			return false;
	}
	for (size_t i = 0; i < plan->count; i++) {
		if (plan->people[i].group >= 0 &&
		    !find_person(now, plan->people[i].person))
			return false;
	}
	return true;
}

static bool check_as_loaded(struct saving *s, struct err *err)
{
	struct division_plan now;

	if (!division_load(s->db, s->plan->programme, s->arena, &now, err))
		return false;
	if (is_as_loaded(s->plan, &now))
		return true;
	return err_set(
		err, ERR_CONFLICT,
		_("Somebody else changed the groups or the participants meanwhile. "
		  "Nothing was saved. Open the division again."));
}

static const char *with_reason(const struct saving *s, const char *before)
{
	char day[11];

	if (*s->reason == '\0')
		return before;
	date_to_text(clock_today(), day);
	return arena_printf(s->arena, "%s%s%s: %s", before, *before ? "\n" : "", day,
			    s->reason);
}

static bool save_group(struct saving *s, size_t i, struct err *err)
{
	const struct group *old = i < s->plan->groups.count ? group_at(s->plan, i) : NULL;
	struct group now;

	record_init(&group_kind, &now);
	now.programme = s->plan->programme;
	if (old)
		now = *old;
	now.seed = (int64_t)(s->plan->rules.seed & INT64_MAX);
	now.rules = s->rules;
	now.reason = with_reason(s, now.reason);
	if (old ? !record_update(s->db, &group_kind, old, &now, err)
		: !group_kind.complete(s->db, &now, s->arena) ||
			    !record_insert(s->db, &group_kind, &now, err))
		return false;
	s->ids[i] = now.id;
	return true;
}

/* Move a member, or let it go where the plan has no group for the person. */
static bool save_member(struct saving *s, const struct member *old, struct err *err)
{
	const struct division_person *p = find_person(s->plan, old->person);
	struct member now = *old;

	if (!p || p->group < 0)
		return records_remove(s->db, &member_kind, &old->id, 1, err);
	now.group = s->ids[p->group];
	now.locked = p->locked;
	return record_update(s->db, &member_kind, old, &now, err) &&
	       member_kind.follow(s->db, old, &now, err);
}

static bool is_member(const struct division_plan *plan, int64_t person)
{
	for (size_t i = 0; i < plan->members.count; i++) {
		if (member_at(plan, i)->person == person)
			return true;
	}
	return false;
}

static bool add_member(struct saving *s, const struct division_person *p, struct err *err)
{
	struct member now;

	if (p->group < 0 || is_member(s->plan, p->person))
		return true;
	record_init(&member_kind, &now);
	now.group = s->ids[p->group];
	now.person = p->person;
	now.locked = p->locked;
	return record_insert(s->db, &member_kind, &now, err);
}

static bool drop_group(struct saving *s, const struct group *old, struct err *err)
{
	if (record_delete(s->db, &group_kind, old->id, err))
		return true;
	return err_context(err, _("%s cannot be removed"), old->name);
}

static bool save_all(struct saving *s, struct err *err)
{
	const struct division_plan *plan = s->plan;

	s->rules = rules_to_text(plan, s->arena);
	s->ids = arena_array(s->arena, plan->rules.groups + 1, sizeof *s->ids);
	if (!check_as_loaded(s, err))
		return false;
	for (size_t i = 0; i < plan->rules.groups; i++) {
		if (!save_group(s, i, err))
			return false;
	}
	for (size_t i = 0; i < plan->members.count; i++) {
		if (!save_member(s, member_at(plan, i), err))
			return false;
	}
	for (size_t i = 0; i < plan->count; i++) {
		if (!add_member(s, &plan->people[i], err))
			return false;
	}
	for (size_t i = plan->rules.groups; i < plan->groups.count; i++) {
		if (!drop_group(s, group_at(plan, i), err))
			return false;
	}
	return true;
}

bool division_save(struct db *db, const struct division_plan *plan, const char *reason,
		   struct err *err)
{
	struct arena arena = { 0 };
	struct saving s = { .db = db, .plan = plan, .arena = &arena };
	bool good;

	s.reason = text_clean_line(&arena, reason);
	if (plan->groups.count > 0 && *s.reason == '\0') {
		arena_done(&arena);
		return err_set(err, ERR_INPUT,
			       _("Say why the groups are changed: the reason is kept "
				 "with them."));
	}
	good = action_begin(
		db,
		arena_printf(&arena, _("Division into %zu groups"), plan->rules.groups),
		err);
	if (good && !save_all(&s, err)) {
		action_rollback(db);
		good = false;
	} else if (good) {
		good = action_commit(db, err);
	}
	arena_done(&arena);
	return good;
}
