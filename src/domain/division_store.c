#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/division.h"
#include "domain/lists.h"
#include "domain/participant.h"
#include "domain/programme_steps.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

static bool load_groups(struct db *db, int64_t programme, struct arena *arena,
			struct rows *groups, struct err *err)
{
	struct select select = {
		.kind = &group_kind, .parent = "programme", .parent_id = programme
	};

	return select_page(db, &select, SELECT_FIRST, 0, GROUPS_MOST, arena, groups, err);
}

static int index_of(const struct rows *groups, int64_t id)
{
	for (size_t i = 0; i < groups->count; i++) {
		if (((const struct group *)groups->rows)[i].id == id)
			return (int)i;
	}
	return DIVISION_NONE;
}

bool division_load(struct db *db, int64_t programme, struct arena *arena,
		   struct division_person **people, size_t *count, size_t *group_count,
		   struct err *err)
{
	struct participant_row *all;
	struct division_person *out;
	struct rows groups = { NULL, 0 };
	size_t total, used = 0;

	if (!participant_list(db, programme, arena, &all, &total, err) ||
	    !load_groups(db, programme, arena, &groups, err))
		return false;
	out = arena_array(arena, total + 1, sizeof *out);
	for (size_t i = 0; i < total; i++) {
		if (!enrolment_holds_place(all[i].status))
			continue;
		out[used++] = (struct division_person){
			.person = all[i].person,
			.name = all[i].name,
			.unit = all[i].unit,
			.sex = all[i].sex,
			.grade = all[i].grade,
			.pre = all[i].pre,
			.group = index_of(&groups, all[i].group),
			.locked = all[i].locked,
		};
	}
	*people = out;
	*count = used;
	*group_count = groups.count;
	return true;
}

/* What is being saved. */
struct saving {
	struct db *db;
	int64_t programme;
	const struct division_person *people;
	size_t count;
	const struct division_rules *rules;
	const char *reason;
	struct arena *arena;
	struct rows old; /* groups that were there */
	int64_t *ids;    /* of the groups, by number */
};

static bool save_group(struct saving *s, size_t i, struct err *err)
{
	struct group now, *old = i < s->old.count ? (struct group *)s->old.rows + i : NULL;

	if (old) {
		now = *old;
	} else {
		record_init(&group_kind, &now);
		now.programme = s->programme;
		now.number = (int64_t)i + 1;
		now.name = arena_printf(s->arena, _("Group %d"), (int)i + 1);
	}
	now.seed = (int64_t)(s->rules->seed & INT64_MAX);
	now.reason = s->reason;
	if (old) {
		s->ids[i] = old->id;
		return record_update(s->db, &group_kind, old, &now, err);
	}
	if (!record_insert(s->db, &group_kind, &now, err))
		return false;
	s->ids[i] = now.id;
	return true;
}

static int64_t wanted_group(const struct saving *s, int64_t person)
{
	for (size_t i = 0; i < s->count; i++) {
		if (s->people[i].person == person)
			return s->people[i].group < 0 ? 0 : s->ids[s->people[i].group];
	}
	return 0;
}

static bool load_members(struct saving *s, int64_t group, struct rows *members,
			 struct err *err)
{
	struct select select = { .kind = &member_kind, .parent = "group", .parent_id = group };

	return select_page(s->db, &select, SELECT_FIRST, 0, 10000, s->arena, members, err);
}

/* Members who go elsewhere leave first; a leader among them steps down. */
static bool drop_members(struct saving *s, struct group *old, struct err *err)
{
	struct rows members = { NULL, 0 };

	if (!load_members(s, old->id, &members, err))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct member *m = (const struct member *)members.rows + i;

		if (wanted_group(s, m->person) == old->id)
			continue;
		if (!record_delete(s->db, &member_kind, m->id, err))
			return false;
		if (old->leader == m->person) {
			struct group now = *old;

			now.leader = 0;
			if (!record_update(s->db, &group_kind, old, &now, err))
				return false;
			*old = now;
		}
	}
	return true;
}

static bool save_member(struct saving *s, const struct division_person *p, struct err *err)
{
	struct member old, now;
	int64_t id = 0;

	if (p->group < 0)
		return true;
	record_init(&member_kind, &now);
	now.group = s->ids[p->group];
	now.person = p->person;
	now.locked = p->locked;
	if (!record_find(s->db, &member_kind, &now, &id, err))
		return false;
	if (id == 0)
		return record_insert(s->db, &member_kind, &now, err);
	if (!record_load(s->db, &member_kind, id, &old, s->arena, err))
		return false;
	now = old;
	now.locked = p->locked;
	return record_update(s->db, &member_kind, &old, &now, err);
}

static bool drop_group(struct saving *s, const struct group *old, struct err *err)
{
	if (record_delete(s->db, &group_kind, old->id, err))
		return true;
	return err_context(err, _("%s cannot be removed"), old->name);
}

static bool save_all(struct saving *s, struct err *err)
{
	if (!load_groups(s->db, s->programme, s->arena, &s->old, err))
		return false;
	s->ids = arena_array(s->arena, s->rules->groups + 1, sizeof *s->ids);
	for (size_t i = 0; i < s->rules->groups; i++) {
		if (!save_group(s, i, err))
			return false;
	}
	if (!load_groups(s->db, s->programme, s->arena, &s->old, err))
		return false;
	for (size_t i = 0; i < s->old.count; i++) {
		if (!drop_members(s, (struct group *)s->old.rows + i, err))
			return false;
	}
	for (size_t i = 0; i < s->count; i++) {
		if (!save_member(s, &s->people[i], err))
			return false;
	}
	for (size_t i = s->rules->groups; i < s->old.count; i++) {
		if (!drop_group(s, (struct group *)s->old.rows + i, err))
			return false;
	}
	return true;
}

bool division_save(struct db *db, int64_t programme, const struct division_person *people,
		   size_t count, const struct division_rules *rules, const char *reason,
		   struct err *err)
{
	struct arena arena = { 0 };
	struct saving s = { .db = db,
			    .programme = programme,
			    .people = people,
			    .count = count,
			    .rules = rules,
			    .reason = reason,
			    .arena = &arena };
	bool good = action_begin(db, arena_printf(&arena, _("Division into %zu groups"),
						  rules->groups),
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
