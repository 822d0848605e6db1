#include "backups.h"

#include <sys/resource.h>

/* Making backups. */

START_TEST(nothing_is_written_over)
{
	char byte[2] = "";
	int fd = open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);

	ck_assert_int_eq(write(fd, "x", 1), 1);
	close(fd);
	ck_assert(!backup_write(db, to, &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	fd = open(to, O_RDONLY);
	ck_assert_int_eq(read(fd, byte, 2), 1);
	close(fd);
	ck_assert_int_eq(left_behind(".tmp"), 0);
}
END_TEST

/* SQLite takes it for its own, and removes it with the next change. */
START_TEST(no_backup_is_made_where_the_journal_of_the_office_file_would_be)
{
	ck_assert(!backup_write(db, arena_printf(&a, "%s-journal", path), &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	ck_assert_int_eq(left_behind("-journal"), 0);
}
END_TEST

START_TEST(no_link_is_followed)
{
	const char *victim = arena_printf(&a, "%s.victim", path);

	ck_assert_int_eq(symlink(victim, to), 0);
	ck_assert(!backup_write(db, to, &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	ck_assert_int_eq(access(victim, F_OK), -1);
}
END_TEST

START_TEST(a_disk_that_fills_up_leaves_nothing_behind)
{
	struct rlimit all, limit;

	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &all), 0);
	limit = (struct rlimit){ 64 * 1024, all.rlim_max };
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert(!backup_write(db, to, &err));
	ck_assert_str_ne(err.text, "");
	ck_assert_int_eq(access(to, F_OK), -1);
	ck_assert_int_eq(left_behind(".tmp"), 0);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &all), 0);
	insert("GOES ON", 1);
}
END_TEST

START_TEST(that_the_backup_of_the_day_failed_is_known_until_it_is_made)
{
	struct rlimit all, limit;
	struct backup_state state;

	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &all), 0);
	limit = (struct rlimit){ 64 * 1024, all.rlim_max };
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert(!backup_daily(db, &err));
	ck_assert(backup_state(db, &a, &state, &err));
	ck_assert_str_eq(state.failed, err.text);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &all), 0);
	ck_assert(backup_daily(db, &err));
	ck_assert(backup_state(db, &a, &state, &err));
	ck_assert_str_eq(state.failed, "");
}
END_TEST

START_TEST(whatever_the_umask_files_are_for_the_owner_alone)
{
	static const mode_t masks[] = { 0, 077 };
	struct stat st;

	for (size_t i = 0; i < 2; i++) {
		umask(masks[i]);
		back_up();
		ck_assert(backup_daily(db, &err));
		ck_assert_int_eq(stat(to, &st), 0);
		ck_assert_int_eq(st.st_mode & 0777, 0600);
		ck_assert_int_eq(stat(arena_printf(&a, "%s-backups", path), &st), 0);
		ck_assert_int_eq(st.st_mode & 0777, 0700);
		ck_assert_int_eq(stat(arena_printf(&a, "%s-running", path), &st), 0);
		ck_assert_int_eq(st.st_mode & 0777, 0600);
		unlink(to);
	}
}
END_TEST

START_TEST(there_is_one_backup_a_day)
{
	ck_assert(backup_daily(db, &err));
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 1);
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 2);
}
END_TEST

START_TEST(the_newest_are_kept_also_when_the_clock_was_wrong)
{
	struct settings settings;
	struct backup_file *files;
	size_t count;

	settings_default(&settings);
	settings.backups_kept = 3;
	db_use_settings(db, &settings);
	for (int day = 10; day < 16; day++) {
		setenv("BANGKOM_TODAY", arena_printf(&a, "2026-05-%d", day), 1);
		ck_assert(backup_daily(db, &err));
	}
	setenv("BANGKOM_TODAY", "1999-01-01", 1);
	ck_assert(backup_daily(db, &err));
	ck_assert(backup_list(path, &a, &files, &count, &err));
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(date_year(files[0].day), 1999);
	ck_assert_int_eq(date_year(files[2].day), 2026);
}
END_TEST

START_TEST(what_is_not_ours_is_never_removed)
{
	struct settings settings;
	const char *other;

	settings_default(&settings);
	settings.backups_kept = 1;
	db_use_settings(db, &settings);
	ck_assert(backup_daily(db, &err));
	other = arena_printf(&a, "%s-backups/mine.backup", path);
	close(open(other, O_WRONLY | O_CREAT, 0600));
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 1);
	ck_assert_int_eq(access(other, F_OK), 0);
}
END_TEST

/* Somebody moves a backup to another disk and leaves a link, or gives one a
 * name like a number without end. */
START_TEST(no_name_in_the_directory_keeps_the_next_backup_away)
{
	const char *prefix = backup_prefix(path, &a);
	const char *first = arena_printf(&a, "%s000001-2026-05-04-daily.backup", prefix);
	const char *endless =
		arena_printf(&a, "%s9223372036854775807-2026-05-03-daily.backup", prefix);

	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(rename(first, endless), 0);
	ck_assert_int_eq(symlink("/nowhere", first), 0);
	ck_assert_msg(backup_daily(db, &err), "%s", err.text);
	ck_assert_int_eq(
		access(arena_printf(&a, "%s000002-2026-05-04-daily.backup", prefix),
		       F_OK),
		0);
}
END_TEST

START_TEST(a_directory_that_is_a_link_is_refused)
{
	ck_assert_int_eq(symlink("/tmp", arena_printf(&a, "%s-backups", path)), 0);
	ck_assert(!backup_daily(db, &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	unlink(arena_printf(&a, "%s-backups", path));
}
END_TEST

START_TEST(a_backup_by_hand_is_remembered)
{
	struct backup_state s;

	ck_assert(backup_state(db, &a, &s, &err));
	ck_assert(!date_is_set(s.by_hand));
	ck_assert_int_eq(backup_age(&s, date_of(2026, 5, 16), true), 12);
	back_up();
	ck_assert(backup_state(db, &a, &s, &err));
	ck_assert_str_eq(s.path, to);
	ck_assert_int_eq(backup_age(&s, date_of(2026, 5, 6), true), 2);
	ck_assert_int_eq(backup_age(&s, date_of(2026, 5, 1), true), 0);
}
END_TEST

/* Each of the writer's actions adds two things, so an odd number would be one
 * in the middle. */
START_TEST(a_backup_is_one_state_while_others_write)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		db = NULL;
		open_file(DB_OPEN);
		for (int i = 0;; i++) {
			struct thing x = make(arena_printf(&a, "X%d", i), 1);
			struct thing y = make(arena_printf(&a, "Y%d", i), 1);

			if (!action_begin(db, "two", &err) ||
			    !record_insert(db, &thing_kind, &x, &err) ||
			    !record_insert(db, &thing_kind, &y, &err) ||
			    !action_commit(db, &err))
				_exit(1);
			sqlite3_sleep(1); /* or a busy machine shows us no gap */
		}
	}
	for (int i = 0; i < 5; i++) {
		struct db *copy = NULL;
		int64_t count = 1;

		unlink(to);
		sqlite3_sleep(30);
		back_up();
		ck_assert_int_eq(truncate(to, size_of(to) - BACKUP_SEAL), 0);
		ck_assert(db_open_as_is(to, false, &copy, &err));
		ck_assert(
			db_number(copy, "SELECT count(*) % 2 FROM things", &count, &err));
		db_close(copy);
		ck_assert_int_eq(count, 0);
	}
	kill(child, SIGKILL);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
}
END_TEST

START_TEST(a_copy_holds_nothing_that_was_deleted)
{
	char *bytes;
	int64_t size;
	int fd;

	insert("NEEDLE-IN-A-PAGE", 1);
	ck_assert(db_run(db,
			 "PRAGMA secure_delete = OFF; DELETE FROM things WHERE code ="
			 " 'NEEDLE-IN-A-PAGE'; DELETE FROM change",
			 &err));
	back_up();
	size = size_of(to);
	bytes = malloc((size_t)size);
	fd = open(to, O_RDONLY);
	ck_assert_int_eq(read(fd, bytes, (size_t)size), size);
	close(fd);
	for (int64_t i = 0; i + 6 < size; i++)
		ck_assert_int_ne(memcmp(bytes + i, "NEEDLE", 6), 0);
	free(bytes);
}
END_TEST

START_TEST(what_was_left_when_a_try_was_cut_off_is_swept_away)
{
	const char *old = arena_printf(&a, "%s.77-0.tmp", to);
	const char *journal = arena_printf(&a, "%s-journal", old);
	const char *young = arena_printf(&a, "%s.78-0.tmp", to);
	const char *other = arena_printf(&a, "%s.notes.tmp", to);
	const struct timespec long_ago[2] = { { 1000, 0 }, { 1000, 0 } };

	close(open(old, O_WRONLY | O_CREAT, 0600));
	close(open(journal, O_WRONLY | O_CREAT, 0600));
	close(open(young, O_WRONLY | O_CREAT, 0600));
	close(open(other, O_WRONLY | O_CREAT, 0600));
	ck_assert_int_eq(utimensat(AT_FDCWD, old, long_ago, 0), 0);
	ck_assert_int_eq(utimensat(AT_FDCWD, journal, long_ago, 0), 0);
	ck_assert_int_eq(utimensat(AT_FDCWD, other, long_ago, 0), 0);
	back_up();
	ck_assert_int_eq(access(old, F_OK), -1);
	ck_assert_int_eq(access(journal, F_OK), -1);
	ck_assert_int_eq(unlink(young), 0);
	ck_assert_int_eq(unlink(other), 0);
}
END_TEST

static void shared(const char *name, mode_t mode)
{
	struct stat st;

	ck_assert_int_eq(stat(name, &st), 0);
	ck_assert_msg((st.st_mode & 0777) == mode, "%s: %o", name, st.st_mode & 0777);
	if (geteuid() == 0)
		ck_assert_msg(st.st_uid == 4711 && st.st_gid == 4712, "%s", name);
}

/* Only root can give files away; of others the rights are seen. */
START_TEST(who_shares_the_office_file_shares_what_lies_beside_it)
{
	struct stat st;
	struct restore *r = NULL;
	const char *kept = "", *directory = arena_printf(&a, "%s-backups", path);

	db_close(db);
	db = NULL;
	if (geteuid() == 0)
		ck_assert_int_eq(chown(path, 4711, 4712), 0);
	ck_assert_int_eq(chmod(path, 0660), 0);
	open_file(DB_OPEN);
	shared(arena_printf(&a, "%s-running", path), 0660);
	ck_assert(backup_daily(db, &err));
	shared(directory, 0770);
	shared(arena_printf(&a, "%s000001-2026-05-04-daily.backup",
			    backup_prefix(path, &a)),
	       0660);
	back_up();
	ck_assert_int_eq(stat(to, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	db_close(db);
	db = NULL;
	ck_assert_msg(restore_open(to, path, &r, &err), "%s", err.text);
	ck_assert_msg(restore_finish(r, &a, &kept, &err), "%s", err.text);
	restore_close(r);
	shared(path, 0660);
	shared(kept, 0660);
}
END_TEST

/* Where we may not even look, somebody may be at work. */
START_TEST(a_place_that_cannot_be_seen_may_be_taken)
{
	pid_t child = geteuid() == 0 ? fork() : 1;
	int status = 0;

	if (child == 1)
		return;
	if (child == 0)
		_exit(setgid(65534) != 0 || setuid(65534) != 0 || !marker_others(path));
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}
END_TEST

static bool due(enum backup_when when, int64_t size)
{
	bool is = false;

	db->size = size;
	ck_assert(backup_is_due(db, when, &is, &err));
	return is;
}

static void next_day(void)
{
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
}

START_TEST(a_small_file_has_its_backup_at_the_start)
{
	ck_assert(due(BACKUP_START, DB_SMALL));
	ck_assert(!due(BACKUP_END, DB_SMALL));
	ck_assert(backup_daily(db, &err));
	ck_assert(!due(BACKUP_START, DB_SMALL));
	next_day();
	ck_assert(due(BACKUP_START, DB_SMALL));
}
END_TEST

START_TEST(a_bigger_file_has_it_at_the_end_of_the_work)
{
	ck_assert(due(BACKUP_END, DB_SMALL + 1));
	ck_assert(backup_another(db, &err));
	ck_assert(!due(BACKUP_END, DB_SMALL + 1));
	next_day();
	ck_assert_msg(!due(BACKUP_START, DB_LARGE), "a backup holds everything");
	insert("x", 1);
	ck_assert(due(BACKUP_END, DB_LARGE));
}
END_TEST

START_TEST(work_that_ended_without_is_in_a_backup_before_the_next_begins)
{
	ck_assert(backup_another(db, &err));
	insert("x", 1);
	next_day();
	ck_assert(due(BACKUP_START, DB_LARGE));
	ck_assert(backup_daily(db, &err));
	insert("y", 1);
	ck_assert(!due(BACKUP_START, DB_LARGE));
	ck_assert_msg(due(BACKUP_END, DB_LARGE), "or each start would have to make it");
	ck_assert(backup_another(db, &err));
	insert("z", 1);
	ck_assert_msg(!due(BACKUP_END, DB_LARGE), "two are enough of a day");
	ck_assert(due(BACKUP_NOW, DB_LARGE));
}
END_TEST

START_TEST(a_large_file_has_none_at_the_start)
{
	ck_assert(!due(BACKUP_START, DB_LARGE + 1));
	ck_assert(due(BACKUP_END, DB_LARGE + 1));
}
END_TEST

START_TEST(two_of_a_day_count_as_one_when_the_oldest_go)
{
	struct settings settings;

	settings_default(&settings);
	settings.backups_kept = 1;
	db_use_settings(db, &settings);
	ck_assert(backup_daily(db, &err));
	ck_assert(backup_another(db, &err));
	ck_assert_int_eq(automatic("daily"), 2);
	next_day();
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 1);
}
END_TEST

static bool at_once(void *context)
{
	(void)context;
	return true;
}

START_TEST(who_stops_a_backup_finds_nothing_half_made)
{
	db_set_stop(db, at_once, NULL);
	ck_assert(!backup_another(db, &err));
	ck_assert_int_eq(err.code, ERR_STOPPED);
	db_set_stop(db, NULL, NULL);
	ck_assert_int_eq(automatic("daily"), 0);
	ck_assert_int_eq(left_behind(".tmp"), 0);
	ck_assert(due(BACKUP_END, DB_LARGE));
}
END_TEST

Suite *backup_suite(void);

Suite *backup_suite(void)
{
	Suite *s = suite_create("backup");
	TCase *c = tcase_create("backup");

	tcase_add_checked_fixture(c, begin, end);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, nothing_is_written_over);
	tcase_add_test(c,
		       no_backup_is_made_where_the_journal_of_the_office_file_would_be);
	tcase_add_test(c, no_link_is_followed);
	tcase_add_test(c, a_disk_that_fills_up_leaves_nothing_behind);
	tcase_add_test(c, that_the_backup_of_the_day_failed_is_known_until_it_is_made);
	tcase_add_test(c, whatever_the_umask_files_are_for_the_owner_alone);
	tcase_add_test(c, there_is_one_backup_a_day);
	tcase_add_test(c, the_newest_are_kept_also_when_the_clock_was_wrong);
	tcase_add_test(c, what_is_not_ours_is_never_removed);
	tcase_add_test(c, no_name_in_the_directory_keeps_the_next_backup_away);
	tcase_add_test(c, a_directory_that_is_a_link_is_refused);
	tcase_add_test(c, a_backup_by_hand_is_remembered);
	tcase_add_test(c, a_backup_is_one_state_while_others_write);
	tcase_add_test(c, a_copy_holds_nothing_that_was_deleted);
	tcase_add_test(c, who_shares_the_office_file_shares_what_lies_beside_it);
	tcase_add_test(c, a_place_that_cannot_be_seen_may_be_taken);
	tcase_add_test(c, what_was_left_when_a_try_was_cut_off_is_swept_away);
	tcase_add_test(c, a_small_file_has_its_backup_at_the_start);
	tcase_add_test(c, a_bigger_file_has_it_at_the_end_of_the_work);
	tcase_add_test(c, work_that_ended_without_is_in_a_backup_before_the_next_begins);
	tcase_add_test(c, a_large_file_has_none_at_the_start);
	tcase_add_test(c, two_of_a_day_count_as_one_when_the_oldest_go);
	tcase_add_test(c, who_stops_a_backup_finds_nothing_half_made);
	suite_add_tcase(s, c);
	return s;
}
