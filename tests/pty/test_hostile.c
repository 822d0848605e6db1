#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "office.h"

/*
 * An office file that somebody filled, with another program, with text that
 * commands terminals: on every screen, what the program sends holds none of it,
 * and marks stand in its place.
 */
#define TITLE "\033]0;HAK"
#define WINDOW "\302\2338;99t"
#define RIGHT_TO_LEFT "\342\200\256"
#define ZERO_WIDTH "\342\200\213"
#define TAG "\363\240\201\201"
#define DELETE "\033[3~"
#define MARK "\357\277\275"

static const char hostile[] = TITLE "\a" WINDOW RIGHT_TO_LEFT ZERO_WIDTH TAG;

/* What must not be heard, whatever stands around it. */
static const char *const forbidden[] = { TITLE,		"\302\233", "\2338;99t",
					 RIGHT_TO_LEFT, ZERO_WIDTH, TAG };

/* Columns that hold what people write. */
static const char columns[] =
	"'name','title','text','topic','notes','place','reason','remark','comment',"
	"'statement','position','expertise','email','phone','contact','room','problem',"
	"'idea','client','outputs','indicator','evidence','outcome','effect','result',"
	"'decision','what','about','who','before','after','definition','basis',"
	"'justification','target_group','legal_basis','cancel_reason','light_reason',"
	"'strategy','organiser','number','jp_reason','assessor','measure','assumption',"
	"'action','level1','level2','level3','level4','topics','rules','agreement'";

/* Each way begins on the first screen; a way is typed in one go. */
static const char *const ways[] = {
	"1",	    "1\r",	"1\rF",	   "1\rl",    "1\ro",	 "1\rb",     "1\rs",
	"1\rs\r",   "1\rsa",	"1\rp",	   "1\rp\r",  "1\rg",	 "1\rg\r",   "1\rgm",
	"1\rj",	    "1\rj\r",	"1\rj\rh", "1\rj\ra", "1\rj\ri", "1\rj\rv",  "1\rk",
	"1\ra",	    "1\rn",	"1\rf",	   "1\re",    "1\re\t",	 "1\re\t\t", "1\ret",
	"1\ref",    "1\rh",	"1\rh\r",  "1\ri",    "1\ri\r",	 "1\rc",     "1\rc\r",
	"1\rm",	    "1\rm\r",	"1\rmo",   "1\rv",    "1\rr",	 "1\rS",     "1w",
	"1\r" F2,   "1f",	"2",	   "2\r",     "2j",	 "2w",	     "2wx",
	"2f",	    "3\r",	"4\r",	   "5\r",     "6\r",	 "6l",	     "6m",
	"6j",	    "6t",	"7\r",	   "7\r\r",   "0\r",	 "0\r\r",    "s",
	"s\r",	    "sf",	"sk",	   "so",      "y",	 "y\r",	     "yb",
	"yc",	    "j",	"k",	   "9",	      "9\r",	 "1\rpn",    "1\re\t\t\t",
	"1\re\r",   "1\re\t\r", "1\rmv",   "1\rmj",   "1\rmf",	 "1\rjr",    "1\rjp",
	"1\rhg",    "1\rhb",	"1\rht",   "1\rgo",   "1\rsc",	 "1\rj\rr",  "2" DELETE,
	"1" DELETE,
};

enum { MARK_TRIES = 1000, END_TRIES = 100 };

static char said[1 << 20];
static size_t used;

static void listen(const char *bytes, size_t count)
{
	if (count > sizeof said - used)
		fail(NULL, "a screen is less than a megabyte");
	memcpy(said + used, bytes, count);
	used += count;
}

static bool holds(const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i + length <= used; i++)
		if (memcmp(said + i, text, length) == 0)
			return true;
	return false;
}

static bool is_hostile(void)
{
	for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
		if (holds(forbidden[i]))
			return true;
	return false;
}

/* In front of every text, so that no width cuts it off. What a constraint
 * refuses stays as it was. */
static void tamper(void)
{
	static const char statements[] =
		"SELECT group_concat(printf('UPDATE OR IGNORE \"%%w\" SET \"%%w\" = CAST("
		"X''1B5D303B48414B07C29B383B393974E280AEE2808BF3A08181'' AS TEXT) || "
		"\"%%w\""
		" WHERE length(\"%%w\") > 0;', t.name, c.name, c.name, c.name), ' ')"
		" FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
		" WHERE t.type = 'table' AND t.name <> 'note' AND c.type = 'TEXT' AND "
		"c.name IN (%s)";
	static char all[1 << 16];
	char sql[2048];
	sqlite3 *db;
	sqlite3_stmt *s;

	snprintf(sql, sizeof sql, statements, columns);
	if (sqlite3_open_v2(office_path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK ||
	    sqlite3_step(s) != SQLITE_ROW)
		fail(NULL, "the columns are known");
	snprintf(all, sizeof all, "%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	sqlite3_close(db);
	put(all);
	check(NULL, "the office file holds hostile names",
	      "SELECT count(*) > 100 FROM persons WHERE instr(name, char(27)) = 1", 1);
}

static bool heard_mark(struct vt *v)
{
	struct timespec nap = { 0, 10 * 1000 * 1000 };

	for (int i = 0; i < MARK_TRIES; i++) {
		if (!vt_take(v))
			return false;
		if (holds(MARK))
			return true;
		nanosleep(&nap, NULL);
	}
	return false;
}

/* Ask it to end, and end it where it asks something itself. */
static void leave(struct vt *v)
{
	struct timespec nap = { 0, 10 * 1000 * 1000 };
	siginfo_t end = { 0 };

	vt_send(v, "\021");
	for (int i = 0; i < END_TRIES && end.si_pid == 0; i++) {
		vt_take(v);
		if (waitid(P_PID, (id_t)v->pid, &end, WEXITED | WNOHANG | WNOWAIT) != 0)
			break;
		nanosleep(&nap, NULL);
	}
	kill(v->pid, SIGTERM);
	vt_end(v);
}

/* One way: the screen at its end shows marks, and nothing hostile was sent. */
static void go(const char *way)
{
	struct vt v;
	bool marked;

	used = 0;
	office_begin(&v, "xterm");
	v.heard = listen;
	if (!vt_wait(&v, "Due in the next two weeks"))
		fail(&v, "the program starts");
	vt_quiet(&v);
	if (!is_hostile())
		used = 0;
	vt_send(&v, way);
	marked = heard_mark(&v);
	vt_quiet(&v);
	if (is_hostile() || !marked) {
		printf("after the keys \"%s\": %s\n", way,
		       marked ? "hostile" : "no mark");
		fail(&v, "no screen sends what commands a terminal");
	}
	leave(&v);
}

/* What the command line says on a terminal, where each of these shows names.
 * One that goes on, as respondents do, is ended. */
static void say(const char *first, const char *second)
{
	const char *binary = getenv("BANGKOM");
	char program[256], one[64], two[64];
	char *argv[] = { program, "--database", office_path, one, two, NULL };
	struct vt v;
	bool marked;

	snprintf(program, sizeof program, "%s", binary ? binary : "./bangkom");
	snprintf(one, sizeof one, "%s", first);
	snprintf(two, sizeof two, "%s", second);
	used = 0;
	if (!vt_start(&v, argv, 24, 80, "xterm"))
		fail(NULL, "a pseudo-terminal for the program");
	v.heard = listen;
	marked = heard_mark(&v);
	vt_quiet(&v);
	if (is_hostile() || !marked) {
		printf("%s %s: %s\n", first, second, marked ? "hostile" : "no mark");
		fail(&v, "nothing printed on a terminal commands it");
	}
	leave(&v);
}

int main(void)
{
	static const char *const commands[][2] = {
		{ "export", "persons" },    { "export", "sessions" },
		{ "report", "jp-people" },  { "report", "survey-form" },
		{ "history", "--limit=9" }, { "answer", "PRJ26" },
	};

	if (!office_make(true))
		return EXIT_SUCCESS;
	listen(hostile, sizeof hostile - 1);
	if (!is_hostile())
		fail(NULL, "hostile text is recognised");
	good("hostile text is recognised");
	tamper();
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		go(ways[i]);
	good("no screen sends what commands a terminal");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		say(commands[i][0], commands[i][1]);
	good("nothing printed on a terminal commands it");
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
