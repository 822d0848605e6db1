#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/store/store_private.h"
#include "../../src/ui/ui_private.h"
#include "../screens/script.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "cli/cli.h"
#include "statements.h"
#include "store/db.h"

/* Scripts of keys, over a copy of the same office each time. */
static struct {
	struct db *with_sample, *empty;
	size_t findings;
	size_t failed; /* faults that were there at the last look at the screen */
	bool told;
} on;

/* ---- is it told? ---- */

void __real_ui_draw(struct ui *ui);
void __wrap_ui_draw(struct ui *ui);

void __wrap_ui_draw(struct ui *ui)
{
	__real_ui_draw(ui);
	if (rod.failed != on.failed)
		on.told |= ui->message_bad;
	on.failed = rod.failed;
}

/* ---- one run ---- */

struct seen {
	const char *picture; /* NULL: the program did not begin, and said why */
	uint64_t records;
	const char *wrong;
};

static struct seen play(const struct script *s, struct arena *arena)
{
	struct seen seen = { 0 };
	struct err err = { 0 };
	struct db *db;
	int changes;

	rod.on = false;
	on.failed = 0;
	on.told = false;
	/* New keys and what is drawn at random are the same in each run. */
	if (sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 1, (sqlite3 *)NULL) !=
	    SQLITE_OK)
		give_up("the seed of what is drawn");
	if (!db_open("", DB_MEMORY, &db, &err))
		give_up(err.text);
	office_copy(db, s->sample ? on.with_sample : on.empty);
	rod.on = true;
	changes = sqlite3_total_changes(db->raw);
	seen.picture = script_play(s, db, arena, &err);
	rod_end();
	if (err.code != ERR_NONE)
		seen.picture = NULL;
	on.told |= err.code != ERR_NONE;
	seen.records = office_records(db);
	if (rod.failed > 0 && sqlite3_total_changes(db->raw) > changes)
		seen.wrong = office_wrong(db, on.findings);
	else if (!sqlite3_get_autocommit(db->raw))
		seen.wrong = "a transaction is still open";
	db_close(db);
	return seen;
}

/* NULL, or what is wrong with a run in which calls failed. */
static const char *wrong_with(const struct seen *seen, const struct seen *peace)
{
	if (seen->wrong)
		return seen->wrong;
	if (on.told)
		return NULL;
	if (seen->records != peace->records)
		return "nothing was told, and the records are others";
	if (seen->picture && peace->picture && strcmp(seen->picture, peace->picture) != 0)
		return "nothing was told, and the screen shows something else";
	return NULL;
}

static void strike(const struct script *s, const char *path, size_t at,
		   enum rod_fault fault, const struct seen *peace)
{
	struct arena arena = { 0 };
	const char *wrong;
	struct seen seen;

	rod_begin(at, fault);
	seen = play(s, &arena);
	wrong = wrong_with(&seen, peace);
	if (wrong && getenv("STATEMENTS_SHOW") && seen.picture)
		fputs(seen.picture, stdout);
	judge(path, wrong);
	arena_done(&arena);
}

static void play_all(const char *path)
{
	struct arena arena = { 0 };
	struct places places;
	struct script s;
	struct seen peace;

	script_read(&s, path, &arena);
	i18n_init(s.language);
	if (s.today && setenv("BANGKOM_TODAY", s.today, 1) != 0)
		give_up("the day is set");
	rod_learn();
	peace = play(&s, &arena);
	places = places_chosen();
	for (size_t i = 0; i < places.count; i++) {
		enum rod_fault first, last;

		faults_chosen(places.at[i], &first, &last);
		for (; first <= last; first++)
			strike(&s, path, places.at[i], first, &peace);
	}
	free(places.at);
	arena_done(&arena);
}

/* ---- all scripts ---- */

static int is_script(const struct dirent *e)
{
	size_t length = strlen(e->d_name);

	return length > 5 && strcmp(e->d_name + length - 5, ".keys") == 0;
}

static struct db *office(bool sample)
{
	struct err err = { 0 };
	struct db *db;

	if (!db_open("", DB_MEMORY, &db, &err) || (sample && !sample_load(db, &err)))
		give_up(err.text);
	return db;
}

void screens_struck(const char *only)
{
	enum { EVERY = 24 };
	static const char directory[] = "tests/screens";
	struct dirent **names;
	int count = scandir(directory, &names, is_script, alphasort);

	if (count <= 0)
		give_up("there are scripts of keys");
	on.with_sample = office(true);
	on.empty = office(false);
	on.findings = office_findings(on.with_sample);
	for (int i = 0; i < count; i++) {
		char path[512];

		snprintf(path, sizeof path, "%s/%s", directory, names[i]->d_name);
		if (only ? strstr(path, only) != NULL : times > 1 || i % EVERY == 0)
			in_child(play_all, path);
		free(names[i]);
	}
	free(names);
	db_close(on.with_sample);
	db_close(on.empty);
}
