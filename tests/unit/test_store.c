#include "thing.h"

START_TEST(the_file_is_opened_the_safe_way)
{
	struct stat st;

	ck_assert_str_eq(pragma("PRAGMA journal_mode"), "delete");
	ck_assert_str_eq(pragma("PRAGMA synchronous"), "3");
	ck_assert_str_eq(pragma("PRAGMA foreign_keys"), "1");
	ck_assert_str_eq(pragma("PRAGMA trusted_schema"), "0");
	ck_assert_str_eq(pragma("PRAGMA cell_size_check"), "1");
	ck_assert_str_eq(pragma("PRAGMA secure_delete"), "1");
	ck_assert_str_eq(pragma("PRAGMA mmap_size"), "0");
	ck_assert_str_eq(pragma("PRAGMA application_id"), "1112231757");
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert(!db_run(
		db, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
		&err));
}
END_TEST

static void refused(enum err_code code)
{
	struct db *other = NULL;

	ck_assert(!db_open(path, DB_OPEN, &other, &err));
	ck_assert_int_eq(err.code, code);
	ck_assert_ptr_null(other);
	ck_assert(err.text[0] != '\0');
}

static void write_file(const char *bytes)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	fputs(bytes, f);
	ck_assert_int_eq(fclose(f), 0);
}

START_TEST(what_is_no_office_file_is_refused)
{
	db_close(db);
	db = NULL;
	write_file("this is a letter, not a database, and long enough to have a header "
		   "page");
	refused(ERR_FILE);
	write_file("");
	refused(ERR_DB);
	unlink(path);
	refused(ERR_FILE);
	ck_assert_int_eq(symlink("/etc/passwd", path), 0);
	refused(ERR_FILE);
}
END_TEST

/* The bytes of the file, and that there is nothing beside it. */
static const char *bytes_of_file(size_t *size)
{
	static const char *const beside[] = { "-journal", "-wal", "-shm" };
	FILE *f = fopen(path, "rb");
	struct stat st;
	char *bytes;

	ck_assert_ptr_nonnull(f);
	ck_assert_int_eq(fstat(fileno(f), &st), 0);
	*size = (size_t)st.st_size;
	bytes = arena_alloc(&a, *size + 1);
	ck_assert_uint_eq(fread(bytes, 1, *size, f), *size);
	fclose(f);
	for (size_t i = 0; i < 3; i++)
		ck_assert_int_ne(access(arena_printf(&a, "%s%s", path, beside[i]), F_OK),
				 0);
	return bytes;
}

static void refused_untouched(enum err_code code)
{
	size_t size, then;
	const char *bytes;

	db_close(db);
	db = NULL;
	bytes = bytes_of_file(&size);
	refused(code);
	ck_assert(!db_open(path, DB_READ_ONLY, &db, &err));
	ck_assert_int_eq(err.code, code);
	ck_assert_mem_eq(bytes_of_file(&then), bytes, size);
	ck_assert_uint_eq(size, then);
}

START_TEST(the_file_of_another_program_is_refused_and_untouched)
{
	ck_assert(db_run(db, "PRAGMA application_id = 7", &err));
	refused_untouched(ERR_FILE);
}
END_TEST

START_TEST(the_write_ahead_log_of_another_program_stays)
{
	ck_assert(
		db_run(db, "PRAGMA application_id = 7; PRAGMA journal_mode = WAL", &err));
	refused_untouched(ERR_FILE);
}
END_TEST

START_TEST(a_newer_schema_is_refused_and_untouched)
{
	ck_assert(
		db_run(db, "PRAGMA user_version = 999; PRAGMA journal_mode = WAL", &err));
	refused_untouched(ERR_FILE);
	ck_assert_ptr_nonnull(strstr(err.text, "newer"));
}
END_TEST

START_TEST(a_file_of_ours_leaves_the_write_ahead_log)
{
	size_t size;

	ck_assert(db_run(db, "PRAGMA journal_mode = WAL", &err));
	db_close(db);
	ck_assert(!db_open(path, DB_READ_ONLY, &db, &err));
	ck_assert_int_eq(err.code, ERR_READ_ONLY);
	bytes_of_file(&size);
	open_file(DB_OPEN);
	ck_assert_str_eq(pragma("PRAGMA journal_mode"), "delete");
}
END_TEST

/* Another connection keeps it in the log, so we cannot have our journal. */
START_TEST(a_file_that_keeps_another_journal_is_refused)
{
	struct db *other = NULL;

	ck_assert(
		db_run(db, "PRAGMA journal_mode = WAL; BEGIN; SELECT * FROM note", &err));
	ck_assert(!db_open(path, DB_OPEN, &other, &err));
	ck_assert_msg(err.code == ERR_DB || err.code == ERR_BUSY, "%s", err.text);
}
END_TEST

START_TEST(a_damaged_file_is_refused)
{
	char junk[4096];
	int fd;

	for (int i = 0; i < 50; i++) {
		char code[16];

		snprintf(code, sizeof code, "c%d", i);
		insert(arena_strdup(&a, code), i);
	}
	db_close(db);
	db = NULL;
	memset(junk, 0x5a, sizeof junk);
	fd = open(path, O_WRONLY);
	ck_assert_int_eq(pwrite(fd, junk, sizeof junk, 8192), (int)sizeof junk);
	close(fd);
	refused(ERR_DB);
}
END_TEST

START_TEST(a_read_only_file_is_never_written)
{
	size_t size, then;
	const char *bytes, *name;

	insert("x", 1);
	db_close(db);
	bytes = bytes_of_file(&size);
	open_file(DB_READ_ONLY);
	ck_assert(db_is_read_only(db));
	ck_assert(!action_begin(db, "write", &err));
	ck_assert_int_eq(err.code, ERR_READ_ONLY);
	ck_assert(!history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert(strstr(err.text, "reading") && err.code == ERR_READ_ONLY);
	ck_assert(!draft_put(db, "thing:1", "name", &err));
	ck_assert_int_eq(err.code, ERR_READ_ONLY);
	ck_assert(!draft_drop(db, "thing:1", &err));
	ck_assert(!db_note_set(db, "last", "1", &err));
	ck_assert_int_eq(err.code, ERR_READ_ONLY);
	ck_assert(!db_run(db, "DELETE FROM things", &err));
	ck_assert(!db_run(db, "PRAGMA user_version = 3", &err));
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "1");
	db_close(db);
	db = NULL;
	ck_assert_mem_eq(bytes_of_file(&then), bytes, size);
	ck_assert_uint_eq(size, then);
}
END_TEST

/* Root may write everything, so the file is opened as somebody else. */
static int opened_as_somebody(const char *file)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		struct db *other = NULL;
		struct err reason = { 0 };

		if (getuid() == 0 && setuid(65534) != 0)
			_exit(10);
		if (!db_open(file, DB_OPEN, &other, &reason))
			_exit(11);
		if (!db_is_read_only(other))
			_exit(12);
		if (action_begin(other, "write", &reason) || reason.code != ERR_READ_ONLY)
			_exit(13);
		db_close(other);
		_exit(0);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

START_TEST(a_file_we_may_not_write_is_known_as_such_when_it_is_opened)
{
	db_close(db);
	db = NULL;
	ck_assert_int_eq(chmod(path, 0444), 0);
	ck_assert_int_eq(opened_as_somebody(path), 0);
}
END_TEST

START_TEST(a_directory_we_may_not_write_makes_its_file_read_only)
{
	const char *directory = arena_printf(&a, "%s.d", path);
	const char *file = arena_printf(&a, "%s/office.db", directory);

	db_close(db);
	db = NULL;
	ck_assert_int_eq(mkdir(directory, 0700), 0);
	ck_assert_int_eq(rename(path, file), 0);
	ck_assert_int_eq(chmod(file, 0666), 0);
	ck_assert_int_eq(chmod(directory, 0555), 0);
	ck_assert_int_eq(opened_as_somebody(file), 0);
	ck_assert_int_eq(chmod(directory, 0700), 0);
	unlink(file);
	rmdir(directory);
}
END_TEST

START_TEST(every_type_comes_back_as_it_went)
{
	struct thing t = make("x", 7), back;

	t.note = "dua\nbaris \"kutip\"";
	t.nip = "198809212018011015";
	t.time = "08:30";
	t.choice = "a";
	t.decimal = -1250;
	t.money = INT64_C(45000000);
	t.yes = 1;
	t.day = date_of(2024, 2, 29);
	ck_assert(action_begin(db, "insert", &err));
	ck_assert_msg(record_insert(db, &thing_kind, &t, &err), "%s", err.text);
	ck_assert(action_commit(db, &err));
	back = load(t.id);
	ck_assert(record_equal(&thing_kind, &t, &back));
	ck_assert_int_eq(back.other, 0);
}
END_TEST

START_TEST(empty_values_come_back_empty)
{
	int64_t id = insert("x", NUMBER_NONE);
	struct thing t = load(id);

	ck_assert_int_eq(t.count, NUMBER_NONE);
	ck_assert(!date_is_set(t.day));
	ck_assert_str_eq(t.note, "");
}
END_TEST

START_TEST(keys_hold_the_site_and_are_never_given_twice)
{
	int64_t first = insert("x", 1), second = insert("y", 2);
	const char *name;

	ck_assert_int_eq(second, first + 1);
	ck_assert_int_gt(first >> 40, 0);
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_int_gt(insert("z", 3), second);
}
END_TEST

START_TEST(a_lost_update_is_refused_with_both_values)
{
	int64_t id = insert("x", 1);
	struct thing old = load(id), now = old;

	rename_to(id, "Orang lain");
	now.name = "Saya";
	ck_assert(action_begin(db, "late", &err));
	ck_assert(!record_update(db, &thing_kind, &old, &now, &err));
	action_rollback(db);
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "Orang lain"));
	ck_assert_ptr_nonnull(strstr(err.text, "Saya"));
	ck_assert_str_eq(load(id).name, "Orang lain");
}
END_TEST

START_TEST(edits_of_different_fields_both_stand)
{
	int64_t id = insert("x", 1);
	struct thing old = load(id), now = old;

	rename_to(id, "Orang lain");
	now.count = 9;
	ck_assert(action_begin(db, "other field", &err));
	ck_assert(record_update(db, &thing_kind, &old, &now, &err));
	ck_assert(action_commit(db, &err));
	ck_assert_str_eq(load(id).name, "Orang lain");
	ck_assert_int_eq(load(id).count, 9);
}
END_TEST

START_TEST(what_is_referred_to_is_not_deleted)
{
	int64_t id = insert("x", 1);
	struct thing t = make("y", 2);

	t.other = id;
	ck_assert(action_begin(db, "insert", &err));
	ck_assert(record_insert(db, &thing_kind, &t, &err));
	ck_assert(action_commit(db, &err));
	ck_assert(action_begin(db, "delete", &err));
	ck_assert(!record_delete(db, &thing_kind, id, &err));
	action_rollback(db);
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert(exists(id));
}
END_TEST
/* Pages forward and backward give the whole order, whatever is NULL. */
static void page_through(const char *sort, bool descending, size_t page)
{
	struct select select = { .kind = &thing_kind,
				 .sort = sort,
				 .descending = descending };
	int64_t order[64];
	size_t count = 0, back = 0;
	struct rows rows;
	int64_t anchor = 0;

	do {
		ck_assert(select_page(db, &select, anchor ? SELECT_AFTER : SELECT_FIRST,
				      anchor, page, &a, &rows, &err));
		for (size_t i = 0; i < rows.count; i++)
			order[count++] = ((struct thing *)rows.rows)[i].id;
		anchor = count ? order[count - 1] : 0;
	} while (rows.count == page);
	ck_assert_uint_eq(count, 25);
	anchor = 0;
	do {
		ck_assert(select_page(db, &select, anchor ? SELECT_BEFORE : SELECT_LAST,
				      anchor, page, &a, &rows, &err));
		for (size_t i = rows.count; i-- > 0;)
			ck_assert_int_eq(((struct thing *)rows.rows)[i].id,
					 order[count - ++back]);
		anchor = rows.count ? ((struct thing *)rows.rows)[0].id : 0;
	} while (rows.count == page);
	ck_assert_uint_eq(back, count);
	ck_assert(select_page(db, &select, SELECT_AT, order[10], 3, &a, &rows, &err));
	ck_assert_int_eq(((struct thing *)rows.rows)[0].id, order[10]);
	ck_assert_int_eq(((struct thing *)rows.rows)[2].id, order[12]);
}

START_TEST(pages_both_ways_give_the_whole_order)
{
	static const char *const sorts[] = { "code", "count", "day" };

	for (int i = 0; i < 25; i++)
		insert(arena_printf(&a, "c%02d", (i * 7) % 25),
		       i % 5 ? i % 4 : NUMBER_NONE);
	for (size_t i = 0; i < 3; i++) {
		page_through(sorts[i], false, 4);
		page_through(sorts[i], true, 6);
	}
}
END_TEST

START_TEST(a_filter_needs_every_word)
{
	struct select select = { .kind = &thing_kind, .filter = "alpha NAMA" };
	size_t count;

	insert("Alpha satu", 1);
	insert("Alpha dua", 2);
	insert("Beta", 3);
	ck_assert(select_count(db, &select, 100, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert(select_count(db, &select, 1, &count, &err));
	ck_assert_uint_eq(count, 1);
	select.inverse = true;
	ck_assert(select_count(db, &select, 100, &count, &err));
	ck_assert_uint_eq(count, 1);
	select = (struct select){ .kind = &thing_kind, .filter = "%' OR 1=1 --" };
	ck_assert(select_count(db, &select, 100, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_wrong_day_never_reaches_the_file)
{
	ck_assert(!db_run(
		db,
		"INSERT INTO things VALUES"
		" (1, 'x', '', '', '', '', '', 0, 0, 0, 0, NULL, '2026-02-30', '')",
		&err));
	ck_assert_int_eq(err.code, ERR_INPUT);
}
END_TEST

Suite *store_suite(void);

Suite *store_suite(void)
{
	Suite *s = suite_create("store");
	TCase *c = tcase_create("store");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, the_file_is_opened_the_safe_way);
	tcase_add_test(c, what_is_no_office_file_is_refused);
	tcase_add_test(c, the_file_of_another_program_is_refused_and_untouched);
	tcase_add_test(c, the_write_ahead_log_of_another_program_stays);
	tcase_add_test(c, a_newer_schema_is_refused_and_untouched);
	tcase_add_test(c, a_file_of_ours_leaves_the_write_ahead_log);
	tcase_add_test(c, a_file_that_keeps_another_journal_is_refused);
	tcase_add_test(c, a_damaged_file_is_refused);
	tcase_add_test(c, a_read_only_file_is_never_written);
	tcase_add_test(c, a_file_we_may_not_write_is_known_as_such_when_it_is_opened);
	tcase_add_test(c, a_directory_we_may_not_write_makes_its_file_read_only);
	tcase_add_test(c, every_type_comes_back_as_it_went);
	tcase_add_test(c, empty_values_come_back_empty);
	tcase_add_test(c, keys_hold_the_site_and_are_never_given_twice);
	tcase_add_test(c, a_lost_update_is_refused_with_both_values);
	tcase_add_test(c, edits_of_different_fields_both_stand);
	tcase_add_test(c, what_is_referred_to_is_not_deleted);
	tcase_add_test(c, pages_both_ways_give_the_whole_order);
	tcase_add_test(c, a_filter_needs_every_word);
	tcase_add_test(c, a_wrong_day_never_reaches_the_file);
	suite_add_tcase(s, c);
	return s;
}
