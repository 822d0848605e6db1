#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "cli/cli.h"
#include "script.h"
#include "store/db.h"

/* screens SCRIPT: plays it over an office file in memory, and prints the picture
 * behind the last key. */
_Noreturn static void fail(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(EXIT_FAILURE);
}

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	struct script script;
	const char *picture;
	struct db *db;

	if (argc != 2)
		fail("usage: screens SCRIPT");
	script_read(&script, argv[1], &arena);
	i18n_init(script.language);
	/* What is drawn at random is the same in each run. */
	if (sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 1, (sqlite3 *)NULL) !=
	    SQLITE_OK)
		fail("the seed of what is drawn");
	if (!db_open("", DB_MEMORY, &db, &err) ||
	    (script.sample && !sample_load(db, &err)))
		fail(err.text);
	if (script.today && setenv("BANGKOM_TODAY", script.today, 1) != 0)
		fail("the day could not be set");
	picture = script_play(&script, db, &arena, &err);
	if (err.code != ERR_NONE)
		fail(err.text);
	fputs(picture, stdout);
	db_close(db);
	arena_done(&arena);
	return EXIT_SUCCESS;
}
