#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "office.h"

/*
 * What terminals do to the program: the keys of each family, keys that come
 * close together, pastes, sizes, and the ends of a connection.
 */

/* The same key as PuTTY, xterm, the console and others send it. */
static const struct {
	const char *name, *keys, *text;
} families[] = {
	{ "F1 of xterm", "\033OP", "What can be done here" },
	{ "F1 of PuTTY", "\033[11~", "What can be done here" },
	{ "F1 of the console", "\033[[A", "What can be done here" },
	{ "Alt+1 for F1", "\0331", "What can be done here" },
	{ "F2 of xterm", "\033OQ", "Person  Ahmad Batubara" },
	{ "F2 of PuTTY", "\033[12~", "Person  Ahmad Batubara" },
	{ "F2 of the console", "\033[[B", "Person  Ahmad Batubara" },
	{ "Alt+2 for F2", "\0332", "Person  Ahmad Batubara" },
	{ "F7 of all", "\033[18~", "find by example" },
	{ "keypad slash", "\033Oo", "Find:" },
	{ "keypad star", "\033Oj", "180 marked" },
	{ "End of xterm", "\033OF", "> Yusuf Sembiring" },
	{ "End of PuTTY", "\033[4~", "> Yusuf Sembiring" },
	{ "End of tmux", "\033[F", "> Yusuf Sembiring" },
	{ "PgDn", "\033[6~", "> Christina Batubara" },
	{ "arrow down", "\033[B", "> Ahmad Harahap" },
	{ "arrow down of the application mode", "\033OB", "> Ahmad Harahap" },
};

static void keys_of_families(void)
{
	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		struct vt v;

		office_start(&v, "xterm");
		type(&v, "2", "> Ahmad Batubara");
		type(&v, families[i].keys, families[i].text);
		kill(v.pid, SIGKILL);
		vt_end(&v);
		good(families[i].name);
	}
}

static void keys_in_a_form(struct vt *v)
{
	type(v, "3", "Units");
	type(v, "n", "Unit  new");
	type(v, "\033Oq\033Or\033Ou\033[99;99X\033[?1;2c", "*125");
	good("digits of an application keypad are digits, unknown sequences are nothing");
	type(v,
	     "\tA"
	     "\033[Zx",
	     "*125x");
	type(v,
	     "\tB"
	     "\033\ty",
	     "*125xy");
	good("Shift+Tab of xterm and of the console goes back");
	type(v, "\003", "Esc goes back");
	good("Ctrl+C never ends the program");
	type(v, "\030", "is forgotten");
	type(v, "\033\033", "Due in the next two weeks");
	good("two Esc in one go leave two screens");
	type(v, "2", "> Ahmad Batubara");
	type(v, "/", "Find:");
	type(v, "\033\033[B", "> Ahmad Harahap");
	good("an arrow right behind Esc is an arrow");
	type(v, "\033", "Due in the next two weeks");
}

static void pastes(struct vt *v)
{
	type(v, "3n", "Unit  new");
	type(v, "\t\033[200~Dinas\rUji\033[201~", "Dinas Uji");
	good("a paste saves nothing and becomes one line");
	type(v, "\033[200~ lagi", "Dinas Uji lagi");
	type(v, "x", "Dinas Uji lagix");
	good("a paste without an end does not hold the program");
	type(v, "\030", "is forgotten");
	type(v, "\033", "Units");
	type(v, "\033", "Due in the next two weeks");
}

static void too_much(struct vt *v)
{
	type(v, "3n", "Unit  new");
	type(v, "\tTetap\033[200~", "Tetap");
	for (int i = 0; i < 1000; i++)
		vt_send(v,
			"01234567890123456789012345678901234567890123456789012345678901"
			"23456789");
	type(v, "\033[201~", "too much to paste");
	if (!vt_has(v, "Tetap"))
		fail(v, "a paste that is too long is told and changes nothing");
	good("a paste that is too long is told and changes nothing");
	type(v, "\030", "is forgotten");
	type(v, "\033", "Units");
	type(v, "\033", "Due in the next two weeks");
}

static void sizes(struct vt *v)
{
	static const int all[][2] = { { 1, 1 },	  { 3, 10 },   { 6, 20 }, { 10, 40 },
				      { 2, 300 }, { 50, 200 }, { 5, 80 }, { 24, 80 } };

	type(v, "2\033[1~\033OQ", "Person  Ahmad Batubara");
	for (int round = 0; round < 25; round++) {
		for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
			vt_resize(v, all[i][0], all[i][1]);
			vt_send(v, i % 2 ? "\t" : "\033[B");
			vt_take(v);
		}
	}
	vt_resize(v, 24, 80);
	if (!vt_wait(v, "Person  Ahmad Batubara"))
		fail(v, "a storm of sizes ends in the picture of the last one");
	good("a storm of sizes ends in the picture of the last one");
	type(v, "\033", "Persons  180");
	type(v, "s", "Sort by");
	vt_resize(v, 1, 1);
	vt_take(v);
	vt_resize(v, 24, 80);
	if (!vt_wait(v, "Sort by"))
		fail(v, "a pick list survives the smallest size");
	good("a pick list survives the smallest size");
	type(v, "\033", "Persons  180");
	type(v, "\033", "Due in the next two weeks");
}

static void too_small(struct vt *v)
{
	type(v, "3n", "Unit  new");
	type(v, "W2\tDi", "Di");
	vt_resize(v, 1, 1);
	vt_quiet(v);
	vt_send(v, "nas");
	vt_quiet(v);
	vt_resize(v, 24, 80);
	if (!vt_wait(v, "Dinas"))
		fail(v, "what is typed while the window is too small is kept");
	good("what is typed while the window is too small is kept");
	type(v, "\030", "is forgotten");
	type(v, "\033", "Units");
	type(v, "\033", "Due in the next two weeks");
}

static void half_type(struct vt *v, const char *code)
{
	char keys[64];

	type(v, "3n", "Unit  new");
	snprintf(keys, sizeof keys, "%s\tSetengah jadi", code);
	type(v, keys, "Setengah jadi");
}

/* Another program writes for a while, just when somebody stops typing. */
static void busy(struct vt *v)
{
	const struct timespec while_busy = { 2, 0 };
	sqlite3 *other;

	half_type(v, "B1");
	if (sqlite3_open_v2(office_path, &other, SQLITE_OPEN_READWRITE, NULL) !=
		    SQLITE_OK ||
	    sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
		fail(v, "another program");
	nanosleep(&while_busy, NULL);
	sqlite3_close(other);
	await(v, "SELECT count(*) FROM draft WHERE text LIKE '%Setengah jadi%'", 1);
	good("a draft that finds the file busy is kept as soon as it is free");
	type(v, "\030", "is forgotten");
	type(v, "\033", "Units");
	type(v, "\033", "Due in the next two weeks");
}

/* Bytes that a key costs, once the screen is quiet. */
static size_t cost(struct vt *v, const char *key, const char *text)
{
	size_t before;

	vt_quiet(v);
	before = v->received;
	type(v, key, text);
	vt_quiet(v);
	return v->received - before;
}

static void bytes(struct vt *v)
{
	size_t typed, down;

	type(v, "2", "> Ahmad Batubara");
	down = cost(v, "\033[B", "> Ahmad Harahap");
	if (down > 300) {
		printf("%zu bytes\n", down);
		fail(v, "one row down sends at most 300 bytes");
	}
	good("one row down sends at most 300 bytes");
	type(v, "\033OQ", "Person  Ahmad Harahap");
	type(v, "\ta", "S.T.a");
	typed = cost(v, "b", "S.T.ab");
	if (typed > 64) {
		printf("%zu bytes\n", typed);
		fail(v, "a typed character sends at most 64 bytes");
	}
	good("a typed character sends at most 64 bytes");
	type(v, "\030", "is forgotten");
	type(v, "\033", "Persons  180");
	vt_quiet(v);
	if (vt_cursor_row(v) != 3)
		fail(v, "the terminal's cursor stands on the row in focus");
	good("the terminal's cursor stands on the row in focus");
	type(v, "\033", "Due in the next two weeks");
}

static void must_be_kept(struct vt *v, const char *name)
{
	office_start(v, "xterm");
	if (!vt_wait(v, "Half typed, not saved yet"))
		fail(v, name);
	type(v, "\r", "Setengah jadi");
	type(v, "\030", "is forgotten");
	type(v, "\033", "Due in the next two weeks");
	good(name);
}

/* Slower than drafts are kept: what is saved then leaves none behind. */
static void saved_slowly(struct vt *v)
{
	const struct timespec moment = { 2, 0 };

	half_type(v, "W1");
	nanosleep(&moment, NULL);
	type(v, F10, "Saved");
	check(v, "a saved form leaves no draft", "SELECT count(*) FROM draft", 0);
	type(v, ESC, "Due in the next two weeks");
}

static void endings(struct vt *v)
{
	static const int signals[] = { SIGHUP, SIGTERM, SIGINT };

	half_type(v, "Q1");
	type(v, "\021", "Leave bangkom?");
	vt_send(v, "y");
	if (vt_end(v) != 0)
		fail(NULL, "Ctrl+Q leaves with status 0");
	must_be_kept(v, "Ctrl+Q in a form keeps what is typed");
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		int status;

		half_type(v, "S1");
		kill(v->pid, signals[i]);
		status = vt_end(v);
		if (status != 128 + signals[i]) {
			printf("status %d\n", status);
			fail(NULL, "a signal ends the program with 128 and its number");
		}
		must_be_kept(v, "a signal that ends the program keeps what is typed");
	}
	half_type(v, "H1");
	if (!vt_hang_up(v))
		fail(NULL, "a closed terminal ends the program at once");
	good("a closed terminal ends the program at once");
	must_be_kept(v, "a closed terminal keeps what is typed");
}

/* The file is gone, so nothing can be kept: that is said before the end. */
static void without_file(struct vt *v)
{
	half_type(v, "Z1");
	if (unlink(office_path) != 0)
		fail(v, "the office file is taken away");
	type(v, "\021", "Leave bangkom?");
	type(v, "y", "cannot be kept");
	type(v, "n", "Setengah jadi");
	good("nobody leaves with what is typed lost without a question");
	type(v, "\021", "Leave bangkom?");
	type(v, "y", "cannot be kept");
	vt_send(v, "y");
	if (vt_end(v) != 0)
		fail(NULL, "but whoever wants to may");
	good("but whoever wants to may");
}

/* The list of what was done goes on to its very beginning. */
static void long_history(struct vt *v)
{
	put("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
	    "1200)"
	    " INSERT INTO entry (id, at, who, name)"
	    " SELECT -i, '2026-01-01 00:00:00', 'lama', 'Entri ' || i FROM n");
	type(v, "9", "History  the newest 500");
	for (int i = 0; i < 3; i++) {
		type(v, "\033[4~", "Entri");
		vt_quiet(v);
	}
	if (!vt_wait(v, "Entri 1200"))
		fail(v, "the end of a long history is reached");
	good("the end of a long history is reached");
	type(v, ESC, "Due in the next two weeks");
	put("DELETE FROM entry WHERE id < 0");
}

/* A terminal without a cursor to place is refused with what to do. */
static void without_cursor(void)
{
	struct vt v;

	office_begin(&v, "dumb");
	if (!vt_wait(&v, "Set TERM to xterm"))
		fail(&v, "a terminal that cannot place its cursor is refused");
	if (vt_end(&v) == 0)
		fail(NULL, "a terminal that cannot place its cursor is refused");
	good("a terminal that cannot place its cursor is refused");
}

int main(void)
{
	struct vt v;

	if (!office_make(true))
		return EXIT_SUCCESS;
	without_cursor();
	keys_of_families();
	office_start(&v, "xterm");
	keys_in_a_form(&v);
	pastes(&v);
	too_much(&v);
	sizes(&v);
	too_small(&v);
	busy(&v);
	bytes(&v);
	long_history(&v);
	saved_slowly(&v);
	endings(&v);
	vt_send(&v, "\021");
	if (vt_end(&v) != 0)
		fail(NULL, "the first screen is left without a question");
	good("the first screen is left without a question");
	office_start(&v, "xterm");
	without_file(&v);
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
