#include "office.h"

enum { PARTNERS = 200, ITEMS = 250 };

static int count(const struct kind *kind, const char *parent, int64_t id)
{
	struct select select = { .kind = kind, .parent = parent, .parent_id = id };
	size_t found = 0;

	ck_assert_msg(select_count(db, &select, 5000, &found, &err), "%s", err.text);
	return (int)found;
}

static int add_partners(int64_t to)
{
	int added = 0;

	for (int i = 0; i < PARTNERS; i++) {
		struct partner p;
		struct programme_partner role;

		record_init(&partner_kind, &p);
		p.code = arena_printf(&a, "M%d", i);
		p.name = p.code;
		p.kind = "ngo";
		ck_assert(record_insert(db, &partner_kind, &p, &err));
		record_init(&programme_partner_kind, &role);
		role.programme = to;
		role.partner = p.id;
		for (const struct choice *c = partner_role_choices; c->code;
		     c++, added++) {
			role.role = c->code;
			ck_assert(
				record_insert(db, &programme_partner_kind, &role, &err));
		}
	}
	return added;
}

START_TEST(the_next_run_takes_along_however_many_there_are)
{
	struct programme p = programme("P1");
	int64_t id;
	int added;

	ck_assert(action_begin(db, "partners", &err));
	added = add_partners(p.id);
	ck_assert(action_commit(db, &err));
	ck_assert_int_gt(added, 1000);
	ck_assert_msg(next_run_make(db, p.id, "P2", &id, &err), "%s", err.text);
	ck_assert_int_eq(count(&programme_partner_kind, "programme", id), added);
	ck_assert_int_eq(count(&programme_partner_kind, "programme", p.id), added);
}
END_TEST

START_TEST(a_duplicated_questionnaire_has_its_items)
{
	struct questionnaire q, copy;

	record_init(&questionnaire_kind, &q);
	q.code = "Q";
	good(&questionnaire_kind, &q);
	copy = q;
	copy.code = "Q2";
	copy.id = 0;
	good(&questionnaire_kind, &copy);
	ck_assert(action_begin(db, "items", &err));
	for (int i = 0; i < ITEMS; i++) {
		struct item item;

		record_init(&item_kind, &item);
		item.questionnaire = q.id;
		item.number = i + 1;
		item.dimension = "material";
		item.kind = "text";
		item.text = "Saran";
		ck_assert(record_insert(db, &item_kind, &item, &err));
	}
	ck_assert(record_copy_children(db, &questionnaire_kind, q.id, copy.id, &err));
	ck_assert(record_copy_children(db, &person_kind, q.id, copy.id, &err));
	ck_assert(action_commit(db, &err));
	ck_assert_int_eq(count(&item_kind, "questionnaire", q.id), ITEMS);
	ck_assert_int_eq(count(&item_kind, "questionnaire", copy.id), ITEMS);
}
END_TEST

/* What a kind says goes along must belong to it. */
START_TEST(copies_name_kinds_that_belong_to_theirs)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		const struct kind *child = (*k)->copies ? kind_find((*k)->copies) : NULL;
		bool belongs = false;

		if (!(*k)->copies)
			continue;
		ck_assert_ptr_nonnull(child);
		for (const struct field *f = child->fields; f->type != FIELD_END; f++)
			belongs = belongs || ((f->flags & FIELD_PARENT) &&
					      strcmp(f->refers, (*k)->name) == 0);
		ck_assert_msg(belongs, "%s", (*k)->name);
	}
}
END_TEST

Suite *copy_suite(void);

Suite *copy_suite(void)
{
	Suite *s = suite_create("copy");
	TCase *c = tcase_create("copy");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, the_next_run_takes_along_however_many_there_are);
	tcase_add_test(c, a_duplicated_questionnaire_has_its_items);
	tcase_add_test(c, copies_name_kinds_that_belong_to_theirs);
	suite_add_tcase(s, c);
	return s;
}
