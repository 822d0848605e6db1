#ifndef TESTS_UNIT_BACKUPS_H
#define TESTS_UNIT_BACKUPS_H

#include "thing.h"

#include <dirent.h>
#include <errno.h>

#include "../../src/store/backup_private.h"
#include "base/settings.h"

static char to[80]; /* a backup by hand */

static inline void begin(void)
{
	start();
	snprintf(to, sizeof to, "%s.backup", path);
	ck_assert(action_begin(db, "forty", &err));
	for (int i = 0; i < 40; i++)
		add_thing(arena_printf(&a, "T%02d", i));
	ck_assert(action_commit(db, &err));
}

static inline void remove_all(const char *directory)
{
	DIR *d = opendir(directory);

	for (struct dirent *e; d && (e = readdir(d)) != NULL;)
		unlink(arena_printf(&a, "%s/%s", directory, e->d_name));
	if (d)
		closedir(d);
	rmdir(directory);
}

static inline void end(void)
{
	db_close(db);
	db = NULL;
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	remove_all(arena_printf(&a, "%s-backups", path));
	unlink(to);
	unlink(path);
	unlink(arena_printf(&a, "%s-running", path));
	arena_done(&a);
}

static inline void back_up(void)
{
	ck_assert_msg(backup_write(db, to, &err), "%s", err.text);
}

/* How many files lie beside the test's own, by what their name ends with. */
static inline int left_behind(const char *end_of_name)
{
	DIR *d = opendir("/tmp");
	const char *name = strrchr(path, '/') + 1;
	int count = 0;

	for (struct dirent *e; (e = readdir(d)) != NULL;) {
		size_t length = strlen(e->d_name), tail = strlen(end_of_name);

		count += strncmp(e->d_name, name, strlen(name)) == 0 && length >= tail &&
			 strcmp(e->d_name + length - tail, end_of_name) == 0;
	}
	closedir(d);
	return count;
}

static inline int automatic(const char *why)
{
	struct backup_file *files;
	size_t count;
	int found = 0;

	ck_assert(backup_list(path, &a, &files, &count, &err));
	for (size_t i = 0; i < count; i++)
		found += strcmp(files[i].why, why) == 0;
	return found;
}

static inline int64_t things(void)
{
	int64_t count = -1;

	ck_assert(db_number(db, "SELECT count(*) FROM things", &count, &err));
	return count;
}

static inline int64_t size_of(const char *file)
{
	struct stat st;

	ck_assert_int_eq(stat(file, &st), 0);
	return (int64_t)st.st_size;
}

#endif
