#include "office.h"

#include "../../src/store/store_private.h"
#include "store/stmt.h"

/* What the field tables say and what the file has are the same. */

static struct stmt *query(const char *sql, const char *argument)
{
	struct stmt *s;

	ck_assert_msg(stmt_get(db, arena_strdup(&a, sql), &s, &err), "%s", err.text);
	if (argument)
		stmt_bind_text(s, ":a", argument);
	return s;
}

static const struct field *column_field(const struct kind *kind, const char *column)
{
	return strcmp(column, "id") == 0 ? NULL : kind_field(kind, column);
}

static const char *column_type(const struct field *f)
{
	return field_holds_text(f) || f->type == FIELD_DATE ? "TEXT" : "INTEGER";
}

/* NULL is how an empty number, day or reference is kept, and nothing else. */
static bool may_be_null(const struct field *f)
{
	if (field_holds_text(f) || f->type == FIELD_BOOL)
		return false;
	return !(f->flags & FIELD_REQUIRED);
}

START_TEST(every_column_is_a_field_and_every_field_a_column)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		struct stmt *s = query("SELECT name, type, \"notnull\", pk FROM "
				       "pragma_table_info(:a)",
				       (*k)->table);
		size_t columns = 0;

		while (stmt_step(s, &err) == STMT_ROW) {
			const char *column = stmt_text(s, 0, &a);
			const struct field *f = column_field(*k, column);

			if (stmt_int(s, 3)) {
				ck_assert_str_eq(column, "id");
				continue;
			}
			columns++;
			ck_assert_msg(f != NULL, "%s.%s is no field", (*k)->table,
				      column);
			ck_assert_msg(strcmp(stmt_text(s, 1, &a), column_type(f)) == 0,
				      "%s.%s is no %s", (*k)->table, column,
				      column_type(f));
			ck_assert_msg((stmt_int(s, 2) == 0) == may_be_null(f),
				      "%s.%s: NOT NULL is wrong", (*k)->table, column);
		}
		ck_assert_msg(columns == kind_field_count(*k), "%s has %zu columns",
			      (*k)->table, columns);
	}
}
END_TEST

START_TEST(every_reference_is_a_foreign_key_of_its_kind)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		struct stmt *s =
			query("SELECT \"from\", \"table\", \"to\", on_delete FROM "
			      "pragma_foreign_key_list(:a)",
			      (*k)->table);
		size_t found = 0, wanted = 0;

		while (stmt_step(s, &err) == STMT_ROW) {
			const struct field *f = column_field(*k, stmt_text(s, 0, &a));

			ck_assert(f && f->type == FIELD_REF);
			ck_assert_str_eq(stmt_text(s, 1, &a),
					 kind_find(f->refers)->table);
			ck_assert_str_eq(stmt_text(s, 2, &a), "id");
			ck_assert_str_eq(stmt_text(s, 3, &a), "NO ACTION");
			found++;
		}
		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++)
			wanted += f->type == FIELD_REF;
		ck_assert_msg(found == wanted, "%s", (*k)->table);
	}
}
END_TEST

START_TEST(every_table_is_strict)
{
	struct stmt *s =
		query("SELECT coalesce(group_concat(name), '') FROM pragma_table_list"
		      " WHERE schema = 'main' AND type = 'table' AND NOT strict"
		      "   AND name NOT LIKE 'sqlite%'",
		      NULL);

	ck_assert_int_eq(stmt_step(s, &err), STMT_ROW);
	ck_assert_str_eq(stmt_text(s, 0, &a), "");
}
END_TEST

/* The columns of the indexes of a table, as "unique a,b;plain c;". */
static const char *indexes(const struct kind *kind)
{
	struct stmt *s =
		query("SELECT l.\"unique\", l.partial, group_concat(i.name)"
		      "  FROM pragma_index_list(:a) l, pragma_index_info(l.name) i"
		      " GROUP BY l.name",
		      kind->table);
	const char *all = ";";

	while (stmt_step(s, &err) == STMT_ROW)
		all = arena_printf(&a, "%s%s%s %s;", all,
				   stmt_int(s, 0) ? "unique" : "plain",
				   stmt_int(s, 1) ? " partial" : "", stmt_text(s, 2, &a));
	return all;
}

static bool is_indexed(const char *all, const char *format, const char *columns)
{
	return strstr(all, arena_printf(&a, format, columns)) != NULL;
}

/* Every index ends with the key by itself, so (field) is (field, id). */
START_TEST(every_sort_and_reference_has_its_index)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		const char *all = indexes(*k);

		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++) {
			bool alone = is_indexed(all, ";plain %s;", f->name) ||
				     is_indexed(all, ";unique %s;", f->name);

			ck_assert_msg(!(f->flags & FIELD_SORT) || alone, "%s.%s has %s",
				      (*k)->table, f->name, all);
			ck_assert_msg(f->type != FIELD_REF || alone ||
					      is_indexed(all, ";plain %s,", f->name) ||
					      is_indexed(all, ";unique %s,", f->name),
				      "%s.%s has %s", (*k)->table, f->name, all);
		}
	}
}
END_TEST

START_TEST(every_natural_key_is_unique)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		const char *key = "", *all = indexes(*k);

		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++) {
			if (f->flags & FIELD_KEY)
				key = arena_printf(&a, "%s%s%s", key, *key ? "," : "",
						   f->name);
		}
		ck_assert_msg(!*key || is_indexed(all, ";unique %s;", key) ||
				      is_indexed(all, ";unique partial %s;", key),
			      "%s: %s has %s", (*k)->table, key, all);
	}
}
END_TEST

/* A record that satisfies the table; `small` ones leave empty what may be. */
static int64_t any_record(const struct kind *kind, bool small)
{
	void *record = arena_alloc(&a, kind->size);

	record_init(kind, record);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_NIP || f->type == FIELD_BOOL ||
		    (small && !(f->flags & (FIELD_REQUIRED | FIELD_KEY))))
			continue;
		if (field_holds_text(f))
			field_set_text(f, record, small ? "a" : "b");
		else if (f->type == FIELD_DATE)
			field_set_date(f, record, date_of(2026, 1, 1));
		else
			field_set_int(f, record,
				      (f->least ? f->least : 1) + (small ? 0 : 1));
	}
	ck_assert(action_begin(db, "any", &err));
	ck_assert_msg(record_insert(db, kind, record, &err), "%s: %s", kind->name,
		      err.text);
	ck_assert_msg(action_commit(db, &err), "%s", err.text);
	return record_id(record);
}

static const char *plan_of(const char *sql)
{
	const char *plan = "";
	sqlite3_stmt *s;

	ck_assert_int_eq(sqlite3_prepare_v2(
				 db->raw, arena_printf(&a, "EXPLAIN QUERY PLAN %s", sql),
				 -1, &s, NULL),
			 SQLITE_OK);
	while (sqlite3_step(s) == SQLITE_ROW)
		plan = arena_printf(&a, "%s%s; ", plan, sqlite3_column_text(s, 3));
	sqlite3_finalize(s);
	return plan;
}

/* Of every page of the kind that was composed: it walks an index in order,
 * within a parent one that begins with the parent. Only the few rows of a
 * parent may be sorted. */
static void check_plans(const struct kind *kind, const char *parent, bool sorts)
{
	const char *from = arena_printf(&a, " FROM \"%s\"", kind->table);
	size_t checked = 0;

	for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(db->raw, s)) != NULL;) {
		const char *sql = sqlite3_sql(s), *plan;

		if (!strstr(sql, from) || !strstr(sql, " ORDER BY ") ||
		    (parent ? !strstr(sql, arena_printf(&a, "(\"%s\" = :parent)", parent))
			    : strstr(sql, ":parent") != NULL))
			continue;
		plan = plan_of(sql);
		checked++;
		ck_assert_msg(sorts || !strstr(plan, "B-TREE"), "%s\n%s", sql, plan);
		ck_assert_msg(strstr(plan, "INDEX ") != NULL, "%s\n%s", sql, plan);
		ck_assert_msg(!parent || strstr(plan, arena_printf(&a, "(%s=?", parent)),
			      "%s\n%s", sql, plan);
	}
	ck_assert_uint_gt(checked, 0);
}

static void all_pages(struct select select, const int64_t anchors[2])
{
	struct rows rows;

	for (int i = 0; i < 20; i++) {
		select.descending = i >= 10;
		ck_assert_msg(select_page(db, &select, (enum select_from)(i % 5),
					  anchors[i / 5 % 2], 10, &a, &rows, &err),
			      "%s", err.text);
	}
}

/* One kind in turn, so that the statements of all its pages are kept. */
START_TEST(every_page_of_every_sort_walks_an_index)
{
	const struct kind *kind = kinds[_i];
	int64_t anchors[2];

	ck_assert(db_run(db, "PRAGMA foreign_keys = OFF", &err));
	anchors[0] = any_record(kind, true);
	anchors[1] = any_record(kind, false);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_SORT)
			all_pages((struct select){ .kind = kind, .sort = f->name },
				  anchors);
	}
	check_plans(kind, NULL, false);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		struct select select = { .kind = kind,
					 .parent = f->name,
					 .parent_id = 1 };

		if (f->type != FIELD_REF)
			continue;
		all_pages(select, anchors);
		check_plans(kind, f->name, !(f->flags & FIELD_PARENT));
	}
}
END_TEST

START_TEST(every_other_sort_within_a_parent_searches_the_parent)
{
	const struct kind *kind = kinds[_i];
	int64_t anchors[2];

	ck_assert(db_run(db, "PRAGMA foreign_keys = OFF", &err));
	anchors[0] = any_record(kind, true);
	anchors[1] = any_record(kind, false);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		struct select select = { .kind = kind,
					 .parent = f->name,
					 .parent_id = 1 };

		if (f->type != FIELD_REF)
			continue;
		for (const struct field *by = kind->fields; by->type != FIELD_END; by++) {
			select.sort = by->name;
			if (by->flags & FIELD_SORT)
				all_pages(select, anchors);
		}
		check_plans(kind, f->name, true);
	}
}
END_TEST

Suite *schema_suite(void);

Suite *schema_suite(void)
{
	Suite *s = suite_create("schema");
	TCase *c = tcase_create("schema");
	int count = 0;

	while (kinds[count])
		count++;
	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, every_column_is_a_field_and_every_field_a_column);
	tcase_add_test(c, every_reference_is_a_foreign_key_of_its_kind);
	tcase_add_test(c, every_table_is_strict);
	tcase_add_test(c, every_sort_and_reference_has_its_index);
	tcase_add_test(c, every_natural_key_is_unique);
	tcase_add_loop_test(c, every_page_of_every_sort_walks_an_index, 0, count);
	tcase_add_loop_test(c, every_other_sort_within_a_parent_searches_the_parent, 0,
			    count);
	suite_add_tcase(s, c);
	return s;
}
