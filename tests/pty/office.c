#include "office.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

char office_path[64];
static char directory[] = "/tmp/bangkom-pty-XXXXXX";

static const char *program(void)
{
	const char *binary = getenv("BANGKOM");

	return binary ? binary : "./bangkom";
}

void fail(struct vt *v, const char *name)
{
	printf("not ok %s\n", name);
	if (v)
		printf("%s", vt_picture(v));
	exit(EXIT_FAILURE);
}

void good(const char *name)
{
	printf("ok %s\n", name);
	fflush(stdout);
}

void type(struct vt *v, const char *keys, const char *text)
{
	if (!vt_send(v, keys) || !vt_wait(v, text)) {
		printf("waited for \"%s\"\n", text);
		fail(v, "the screen answers");
	}
}

long long number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *s;
	long long value = -1;

	if (sqlite3_open_v2(office_path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK) {
		if (sqlite3_step(s) == SQLITE_ROW)
			value = sqlite3_column_int64(s, 0);
		sqlite3_finalize(s);
	}
	sqlite3_close(db);
	return value;
}

void await(struct vt *v, const char *sql, long long wanted)
{
	enum { TRIES = 500 };

	for (int i = 0; i < TRIES && number(sql) != wanted; i++) {
		nanosleep(&(struct timespec){ 0, 20000000 }, NULL);
		vt_take(v); /* a screen that nobody reads is not drawn on */
	}
	if (number(sql) != wanted)
		fail(v, sql);
}

void put(const char *sql)
{
	sqlite3 *db;
	bool good = sqlite3_open_v2(office_path, &db, SQLITE_OPEN_READWRITE, NULL) ==
			    SQLITE_OK &&
		    sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;

	sqlite3_close(db);
	if (!good)
		fail(NULL, sql);
}

void check(struct vt *v, const char *name, const char *sql, long long wanted)
{
	long long got = number(sql);

	if (got != wanted) {
		printf("%s gives %lld, not %lld\n", sql, got, wanted);
		fail(v, name);
	}
	good(name);
}

bool office_make(bool sample)
{
	char command[512];

	if (!vt_available()) {
		puts("skipped: this machine gives no pseudo-terminal (no /dev/ptmx)");
		return false;
	}
	if (!mkdtemp(directory))
		fail(NULL, "a directory for the test");
	snprintf(office_path, sizeof office_path, "%s/office.db", directory);
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	setenv("HOME", directory, 1);
	unsetenv("XDG_CONFIG_HOME");
	snprintf(command, sizeof command, "%s --database %s init %s 2>/dev/null",
		 program(), office_path, sample ? "--sample" : "");
	if (system(command) != 0)
		fail(NULL, "an office file");
	return true;
}

bool office_remove(void)
{
	char command[128];

	snprintf(command, sizeof command, "rm -rf %s", directory);
	return system(command) == 0;
}

/* The program with further arguments; does not wait for anything. */
static void start(struct vt *v, const char *const *arguments, const char *type)
{
	static char path[256], words[8][96];
	char *argv[16] = { path, "--database", office_path, "--language", "en", NULL };

	snprintf(path, sizeof path, "%s", program());
	for (size_t i = 0; arguments[i]; i++) {
		snprintf(words[i], sizeof words[i], "%s", arguments[i]);
		argv[5 + i] = words[i];
		argv[6 + i] = NULL;
	}
	if (!vt_start(v, argv, 24, 80, type))
		fail(NULL, "a pseudo-terminal for the program");
}

void office_begin(struct vt *v, const char *type)
{
	start(v, (const char *const[]){ NULL }, type);
}

void office_run(struct vt *v, const char *const *arguments, const char *type,
		const char *text)
{
	start(v, arguments, type);
	if (!vt_wait(v, text))
		fail(v, "the program starts");
}

void office_start(struct vt *v, const char *type)
{
	office_run(v, (const char *const[]){ NULL }, type, "Due in the next two weeks");
}

void office_command(const char *arguments)
{
	char command[512];

	snprintf(command, sizeof command, "%s --database %s %s 2>/dev/null", program(),
		 office_path, arguments);
	if (system(command) != 0)
		fail(NULL, arguments);
}
