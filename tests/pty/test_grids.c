#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office.h"

/*
 * The daily work in the two grids, key by key: how many keys a task takes, what
 * is in the file after it, and what a key costs the line. A task that takes one
 * key more than its budget fails.
 */
#define LEFT "\033OD"
#define RIGHT "\033OC"
#define DOWN "\033OB"
#define HOME_KEY "\033OH"
#define F6 "\033[17~"
#define UNDO "\032"

enum {
	PEOPLE = 30,
	WIDE_PEOPLE = 40,
	WIDE_SESSIONS = 33,
	KEY_BYTES = 64,
	STEP_BYTES = 300
};

static int keys; /* that the task has taken */

static void key(struct vt *v, const char *bytes)
{
	if (!vt_send(v, bytes))
		fail(v, "a key");
	keys++;
}

/* A key for each character. */
static void type_each(struct vt *v, const char *characters)
{
	for (; *characters != '\0'; characters++)
		key(v, (char[]){ *characters, '\0' });
}

static void budget(struct vt *v, const char *name, int most)
{
	if (keys > most) {
		printf("%d keys, %d are allowed\n", keys, most);
		fail(v, name);
	}
	good(name);
	keys = 0;
}

/* Change the file as an office could have it; nobody has it open. */
static void prepare(const char *sql)
{
	char *why = NULL;
	sqlite3 *db;

	if (sqlite3_open(office_path, &db) != SQLITE_OK ||
	    sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
		printf("%s\n", why ? why : "cannot open");
		fail(NULL, "the file is prepared");
	}
	sqlite3_close(db);
}

/* Thirty people hold a place, four sessions are over, and nothing is keyed in. */
static void prepare_empty(void)
{
	prepare("DELETE FROM attendance; DELETE FROM scores;"
		"UPDATE programmes SET status = 'running' WHERE code = 'PRJ26';"
		"UPDATE enrolments SET status = 'accepted' WHERE programme ="
		" (SELECT id FROM programmes WHERE code = 'PRJ26');");
}

/* Forty people and thirty-three sessions. */
static void prepare_wide(void)
{
	prepare("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
		" WHERE i < 29)"
		" INSERT INTO sessions (id, programme, number, date, topic, jp)"
		" SELECT (SELECT max(id) FROM sessions) + i, p.id, i + 4,"
		"        date('2026-03-05', '+' || i || ' days'), 'Sesi ' || (i + 4), 200"
		"   FROM n, programmes p WHERE p.code = 'PRJ26';"
		"INSERT INTO enrolments (id, programme, person, status)"
		" SELECT (SELECT max(id) FROM enrolments) + row_number() OVER (), p.id,"
		"        w.id, 'accepted'"
		"   FROM persons w, programmes p WHERE p.code = 'PRJ26'"
		"    AND w.id NOT IN (SELECT person FROM enrolments"
		"                      WHERE programme = p.id) LIMIT 10;"
		"UPDATE sessions SET room = 'Aula Besar BKPSDM Kota Medan',"
		" starts = '08:00', ends = '10:15' WHERE date = '2026-04-02';");
}

#define SESSION(n)                                                             \
	"(SELECT s.id FROM sessions s JOIN programmes p ON p.id = s.programme" \
	"  WHERE p.code = 'PRJ26' AND s.number = " #n ")"
/* The person with this number in the order of names. */
#define PERSON(n)                                                           \
	"(SELECT w.id FROM enrolments e JOIN persons w ON w.id = e.person"  \
	"   JOIN programmes p ON p.id = e.programme WHERE p.code = 'PRJ26'" \
	"  ORDER BY w.search, w.id LIMIT 1 OFFSET " #n " - 1)"
#define STATE(n, s, is)                                           \
	"SELECT count(*) FROM attendance WHERE person = " PERSON( \
		n) " AND session = " SESSION(s) " AND state = '" is "'"

static void open_attendance(struct vt *v)
{
	type(v, "a", "Attendance");
	keys = 0;
}

static void exceptions_then_the_rest(struct vt *v)
{
	open_attendance(v);
	type_each(v, "07s12i29aH");
	if (!vt_wait(v, "27 people marked present"))
		fail(v, "the rest is marked present");
	budget(v, "attendance of 30 with 3 exceptions takes at most 12 keys", 12);
	check(v, "the rest of the session is present",
	      "SELECT count(*) FROM attendance WHERE state = 'present' AND session "
	      "= " SESSION(4),
	      27);
	check(v, "number and code mark that person, and the rest overwrites nothing",
	      "SELECT (" STATE(7, 4, "sick") ") + (" STATE(
		      12, 4, "excused") ") + (" STATE(29, 4, "absent") ")",
	      3);
	type(v, UNDO, "the rest present   (Ctrl+Y");
	check(v, "the rest is one action for the undo",
	      "SELECT count(*) FROM attendance WHERE session = " SESSION(4), 3);
	type(v, UNDO, ": Absent   (Ctrl+Y");
	check(v, "and the mark before it another",
	      "SELECT group_concat(state) = 'sick,excused' FROM attendance"
	      " WHERE session = " SESSION(4) " ORDER BY id",
	      1);
	type(v, "H", "28 people marked present");
	type(v, ESC, "Improvement actions");
}

static void roll_call(struct vt *v)
{
	open_attendance(v);
	type(v, "", "3: 04-03-2026");
	type_each(v, "hhhhhthhhhhhshhhhhhihhhhhhhhah");
	if (!vt_wait(v, "That was the last person"))
		fail(v, "the roll call ends");
	budget(v, "a roll call of 30 takes at most 32 keys", 32);
	check(v, "each key of a roll call marks one person",
	      "SELECT count(*) FROM attendance WHERE session = " SESSION(3), PEOPLE);
	check(v, "and the right one",
	      "SELECT (" STATE(6, 3, "late") ") + (" STATE(13, 3, "sick") ") + (" STATE(
		      29, 3, "absent") ")",
	      3);
	type(v, ESC, "Improvement actions");
}

static void roll_call_by_digits(struct vt *v)
{
	open_attendance(v);
	type(v, F6, "roll call by digits");
	type_each(v, "123");
	type(v, "9", "The digits go from 1 to 5");
	check(v, "digits mark in their mode, and no others do",
	      "SELECT (" STATE(1, 2, "present") ") + (" STATE(2, 2, "late") ") + (" STATE(
		      3, 2, "sick") ") + (SELECT count(*) FROM attendance WHERE session "
				    "= " SESSION(2) ")",
	      6);
	type(v, F6, "numbers of people again");
	type(v, UNDO, "Undone");
	type(v, "H", "28 people marked present");
	type(v, ESC, "Improvement actions");
}

static void scan(struct vt *v)
{
	char nip[32];

	open_attendance(v);
	snprintf(
		nip, sizeof nip, "%lld\r",
		number("SELECT CAST(nip AS INTEGER) FROM persons WHERE id = " PERSON(9)));
	type(v, nip, ": Present");
	check(v, "a scanned card marks that person present",
	      "SELECT (" STATE(9, 1, "present") ") + (SELECT count(*) FROM attendance"
						" WHERE session = " SESSION(1) ")",
	      2);
	type(v, "199901012020011001\r", "Nobody has the NIP");
	snprintf(nip, sizeof nip, "%lld\r",
		 number("SELECT CAST(nip AS INTEGER) FROM persons WHERE id NOT IN"
			" (SELECT e.person FROM enrolments e JOIN programmes p"
			"  ON p.id = e.programme WHERE p.code = 'PRJ26')"));
	type(v, nip, "is not in this programme");
	type(v, "77h", "There is no number 77");
	check(v, "who is not known, not enrolled or not there is not marked",
	      "SELECT count(*) FROM attendance WHERE session = " SESSION(1), 1);
	type(v, "9\rj", "at most 6");
	type(v, "2,5\r", "H2.5");
	type(v, "j7\r", "The session has only 6 JP");
	type(v, ESC, "Rest present");
	check(v, "a part of a session is kept, and no more than the session",
	      "SELECT jp FROM attendance WHERE session = " SESSION(1), 250);
	type(v, ESC, "Improvement actions");
}

#define MEAN(test)                                                               \
	"SELECT CAST(sum(" #test ") AS INTEGER) FROM scores s JOIN programmes p" \
	" ON p.id = s.programme WHERE p.code = 'PRJ26'"

/* Thirty scores from `base` on; then the foot says `mean`. */
static void key_column(struct vt *v, int base, const char *enter, const char *mean)
{
	for (int i = 0; i < PEOPLE; i++) {
		char digits[4];

		snprintf(digits, sizeof digits, "%d", base + i);
		type_each(v, digits);
		if (*enter != '\0')
			key(v, enter);
	}
	if (!vt_wait(v, mean))
		fail(v, "the column ends");
}

static void scores(struct vt *v)
{
	type(v, "n", "Test scores");
	keys = 0;
	key_column(v, 30, ENTER, "Pre-test: n 30   mean 44.5");
	key(v, TAB);
	key_column(v, 60, ENTER, "Post-test: n 30   mean 74.5");
	budget(v, "scores of 30 in two columns take at most 183 keys", 183);
	check(v, "each pre-test is stored", MEAN(pre), 100 * (30 * 30 + 435));
	check(v, "each post-test is stored", MEAN(post), 100 * (60 * 30 + 435));
	type(v, HOME_KEY "101\r55\r", "The highest score is 100");
	check(v, "a score above the maximum is refused, with what was keyed ahead",
	      MEAN(post), 100 * (1800 + 435));
	type(v, ESC, "Improvement actions");
}

static void scores_in_turbo(struct vt *v)
{
	type(v, "n", "Test scores");
	keys = 0;
	key(v, F6);
	key_column(v, 40, "", "Pre-test: n 30   mean 54.5");
	key(v, TAB);
	key(v, HOME_KEY);
	key_column(v, 70, "", "Post-test: n 30   mean 84.5");
	budget(v, "in turbo mode they take at most 123 keys", 123);
	check(v, "turbo stores the same", MEAN(pre), 100 * (40 * 30 + 435));
	check(v, "in both columns", MEAN(post), 100 * (70 * 30 + 435));
	type(v, "*", "69        100");
	check(v, "a star is the highest score", MEAN(post), 100 * (2100 + 435 + 1));
	type(v, F6, "Turbo is over");
}

/* Rows 1 and 2 of the post-test hold 70 and 71; the paper says 70 and 17. */
static void verify(struct vt *v)
{
	type(v, HOME_KEY "V", "Key in the column once more");
	type(v, "70\r17\r", "This differs from the first time");
	type(v, "17\r", "1 agree, 1 corrected");
	check(v, "a verify pass writes at its end", MEAN(post), 100 * (2100 + 435 + 1));
	type(v, "V", "2 verified, 1 corrected");
	check(v, "what is keyed twice in a row stands", MEAN(post),
	      100 * (2100 + 435 + 1 - 54));
	type(v, UNDO, "Undone");
}

static void paste(struct vt *v)
{
	type(v, HOME_KEY "\033[200~55\n56\n570\n58\n\033[201~", "Line 3");
	check(v, "a paste with a wrong line writes nothing", MEAN(post),
	      100 * (2100 + 435 + 1));
	type(v, "\033[200~80\n81\n82,5\n\033[201~", "would change. Take the paste?");
	type(v, "y", "3 scores taken");
	check(v, "a paste fills down from the cursor", MEAN(post),
	      100 * (2100 + 435 + 1 + 30) + 50);
	type(v, ESC, "Improvement actions");
}

/* kill -9 in a sheet of levels; the next start offers it again. */
static void half_a_sheet(struct vt *v)
{
	type(v, "j", "Groups and projects");
	type(v, ENTER, "Milestones");
	type(v, "r", "Another assessor");
	type(v, ENTER, "Name of the assessor:");
	type(v, "Budi" ENTER, "Budi");
	type(v, "43.", "Budi");
	for (int i = 0; i < 50 && number("SELECT count(*) FROM draft") < 1; i++)
		vt_quiet(v); /* a screen that nobody reads is not drawn on */
	kill(v->pid, SIGKILL);
	vt_end(v);
	office_start(v, "xterm-256color");
	type(v, "", "Assessment by Budi");
	type(v, HOME_KEY ENTER, "What you had keyed in before is back");
	check(v, "what is keyed in of a sheet of levels survives kill -9",
	      "SELECT count(*) FROM draft WHERE key LIKE 'assess:%:Budi' AND text LIKE "
	      "'43.%'",
	      1);
	type(v, "\030y", "Due in the next two weeks");
	check(v, "and is forgotten where that is said", "SELECT count(*) FROM draft", 0);
	type(v, "1" ENTER, "Improvement actions");
}

static void costs(struct vt *v, const char *bytes, size_t most, const char *name)
{
	size_t before;

	vt_quiet(v);
	before = v->received;
	vt_send(v, bytes);
	vt_quiet(v);
	if (v->received - before > most || v->received == before) {
		printf("%zu bytes\n", v->received - before);
		fail(v, name);
	}
	good(name);
}

/* The foot has the descriptor of the level under the cursor. */
static void standards(struct vt *v)
{
	type(v, ESC, "Improvement actions");
	type(v, ESC, "Due in the next two weeks");
	type(v, "6", "m standards of positions");
	type(v, "r", "are added");
	type(v, "m", "Standards of positions");
	costs(v, RIGHT, STEP_BYTES, "a step in the standards costs at most 300 bytes");
	costs(v, DOWN, STEP_BYTES, "a step down there too");
	costs(v, "3", STEP_BYTES, "a level too");
	check(v, "a level is stored at once",
	      "SELECT level FROM standards t JOIN competencies c ON c.id = t.competency"
	      " WHERE t.position = 'Kepala Seksi' AND c.code = 'KM'",
	      3);
}

static void heat_map(struct vt *v)
{
	type(v, ESC, "m standards of positions");
	type(v, ESC, "Due in the next two weeks");
	type(v, "sah", "Heat map");
	costs(v, DOWN, STEP_BYTES, "a step in the heat map costs at most 300 bytes");
	costs(v, RIGHT, STEP_BYTES, "a step to the right too");
}

/* The foot says the programme under the cursor in words. */
static void calendar(struct vt *v)
{
	type(v, ESC ESC ESC, "Due in the next two weeks");
	type(v, "k", "Calendar 2026");
	type(v, HOME_KEY, "PRJ26 Running");
	costs(v, DOWN, STEP_BYTES, "a step in the calendar costs at most 300 bytes");
	costs(v, LEFT, STEP_BYTES, "a step onto a clash that is told there too");
	costs(v, "\033OA", STEP_BYTES, "a step from one clash to another too");
	costs(v, RIGHT, STEP_BYTES, "a step to another month too");
}

static void wide_grid(void)
{
	struct vt v;

	office_start(&v, "xterm-256color");
	type(&v, ENTER, "Improvement actions");
	type(&v, "a", "33: 03-04-2026");
	costs(&v, "h", KEY_BYTES,
	      "the first mark of a grid of 40 × 33 costs at most 64 bytes");
	costs(&v, "t", KEY_BYTES, "a mark costs at most 64 bytes");
	costs(&v, "s", KEY_BYTES, "another mark costs at most 64 bytes");
	costs(&v, DOWN, KEY_BYTES, "a step down costs at most 64 bytes");
	/* Another session has another title and other totals. */
	costs(&v, LEFT, 2 * KEY_BYTES, "a step to the left costs at most 128 bytes");
	costs(&v, RIGHT, 2 * KEY_BYTES, "a step to the right costs at most 128 bytes");
	costs(&v, "1", KEY_BYTES, "a digit costs at most 64 bytes");
	costs(&v, "2", KEY_BYTES, "a second digit costs at most 64 bytes");
	costs(&v, "i", KEY_BYTES, "a mark by number costs at most 64 bytes");
	costs(&v, ".", KEY_BYTES, "taking a mark away costs at most 64 bytes");
	type(&v, ESC, "Improvement actions");
	type(&v, "n", "Test scores");
	costs(&v, "7", KEY_BYTES, "a digit of a score costs at most 64 bytes");
	costs(&v, "8", KEY_BYTES, "the next one too");
	costs(&v, ENTER, KEY_BYTES, "a score costs at most 64 bytes");
	standards(&v);
	heat_map(&v);
	calendar(&v);
	vt_send(&v, "\021y");
	vt_end(&v);
}

int main(void)
{
	struct vt v;

	if (!office_make(true))
		return EXIT_SUCCESS;
	prepare_empty();
	office_start(&v, "xterm-256color");
	type(&v, "1" ENTER, "Improvement actions");
	exceptions_then_the_rest(&v);
	roll_call(&v);
	roll_call_by_digits(&v);
	scan(&v);
	scores(&v);
	scores_in_turbo(&v);
	verify(&v);
	paste(&v);
	half_a_sheet(&v);
	vt_send(&v, "\021y");
	if (vt_end(&v) != 0)
		fail(NULL, "the program ends");
	prepare_wide();
	wide_grid();
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
