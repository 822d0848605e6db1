#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../pty/vt.h"
#include "base/arena.h"
#include "base/err.h"
#include "disk.h"
#include "faults.h"
#include "real.h"
#include "store/db.h"

/*
 * The real program on a terminal, in the middle of what somebody types: killed
 * at every touch of a file, and in storms of signals and sizes.
 */
#define F10 "\033[21~"
#define ESC "\033"
#define HOME_SCREEN "Due in the next two weeks"

#define DRAFT "SELECT count(*) FROM draft WHERE text LIKE '%W1%Setengah jadi%'"

/* The only number that a query gives; what was cut off is rolled back first. */
static long long number(const struct scenario *s, const char *sql)
{
	sqlite3_stmt *q = NULL;
	long long value = -1;
	sqlite3 *raw;

	if (sqlite3_open_v2(s->path, &raw, SQLITE_OPEN_READWRITE, "unix") == SQLITE_OK &&
	    sqlite3_busy_timeout(raw, 5000) == SQLITE_OK &&
	    sqlite3_prepare_v2(raw, sql, -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW)
		value = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	sqlite3_close(raw);
	return value;
}

static bool is_sound(const struct scenario *s)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	const char *report = "";
	struct db *db;
	bool good;

	if (!db_open(s->path, DB_OPEN, &db, &err))
		return false;
	good = db_check(db, &arena, &report, &err) && *report == '\0';
	db_close(db);
	arena_done(&arena);
	return good;
}

static bool await(struct vt *v, const struct scenario *s, const char *sql)
{
	enum { TRIES = 400 };

	for (int i = 0; i < TRIES && number(s, sql) <= 0; i++) {
		nanosleep(&(struct timespec){ 0, 10000000 }, NULL);
		vt_take(v); /* a screen that nobody reads is not drawn on */
	}
	return number(s, sql) > 0;
}

static void begin(const struct scenario *s, struct vt *v)
{
	if (!real_begin(v, s->path))
		give_up("the program starts on a terminal");
}

static void must(bool good, struct vt *v, const char *what)
{
	if (good)
		return;
	printf("%s", vt_picture(v));
	give_up(what);
}

static void cut_off(struct vt *v)
{
	kill(v->pid, SIGKILL);
	vt_end(v);
}

/* ---- kills ---- */

/* Up to the key that acts, that key, and what then must be. */
struct act {
	void (*prepare)(const struct scenario *s, struct vt *v);
	const char *key, *text;
	const char *done, *undone; /* one of these is not 0 */
};

static void half_type(const struct scenario *s, struct vt *v)
{
	must(real_type(v, "3n", "Unit  new") &&
		     real_type(v, "W1\tSetengah jadi", "Setengah jadi") &&
		     await(v, s, DRAFT),
	     v, "a draft is kept while somebody types");
}

static void see_groups(const struct scenario *s, struct vt *v)
{
	(void)s;
	must(real_type(v, "1", "PRJ26") && real_type(v, "\r", "Improvement actions") &&
		     real_type(v, "g", "20 people in") && real_type(v, "r", "Reshuffled"),
	     v, "groups are proposed");
}

static const struct act acts[] = {
	{ half_type, F10, "Saved", "SELECT count(*) FROM units WHERE code = 'W1'",
	  DRAFT },
	{ see_groups, "\r", "Groups saved", "SELECT count(*) = 20 FROM members",
	  "SELECT count(*) = 0 FROM members" },
};
enum { ACTS = sizeof acts / sizeof *acts };

static bool act_holds(const struct scenario *s, const struct act *act, bool acknowledged)
{
	bool done = number(s, act->done) > 0, undone = number(s, act->undone) > 0;

	return is_sound(s) && (done || (undone && !acknowledged));
}

/* Where it is not done, what was typed is offered. */
static bool is_offered(const struct scenario *s)
{
	struct vt v;
	bool good;

	if (number(s, "SELECT count(*) FROM draft") == 0)
		return true;
	if (!real_begin(&v, s->path)) {
		cut_off(&v);
		return false;
	}
	good = vt_has(&v, "Half typed, not saved yet") &&
	       real_type(&v, "3n", "Setengah jadi");
	cut_off(&v);
	return good;
}

static unsigned long touches_of(const struct scenario *s, const struct act *act)
{
	unsigned long before;
	struct vt v;

	scenario_reset(s);
	real_arm(s, 0, false);
	begin(s, &v);
	act->prepare(s, &v);
	before = atomic_load(&real_rod->count);
	must(real_type(&v, act->key, act->text), &v, act->text);
	vt_quiet(&v);
	before = atomic_load(&real_rod->count) - before;
	cut_off(&v);
	return before;
}

static void kill_in(const struct scenario *s, const struct act *act, unsigned long at,
		    struct tally *t)
{
	bool acknowledged;
	struct vt v;

	scenario_reset(s);
	real_arm(s, 0, false);
	begin(s, &v);
	act->prepare(s, &v);
	atomic_store(&real_rod->at, atomic_load(&real_rod->count) + at);
	acknowledged = real_type(&v, act->key, act->text);
	if (!atomic_load(&real_rod->struck))
		vt_quiet(&v);
	t->runs++;
	t->injected += atomic_load(&real_rod->struck) != 0;
	cut_off(&v);
	t->lost += !act_holds(s, act, acknowledged);
}

void screen_kills(const struct scenario *s, struct tally *t)
{
	enum { PLACES = 3 };

	disk_heal();
	for (size_t i = 0; i < ACTS; i++) {
		unsigned long count = touches_of(s, &acts[i]);

		for (unsigned long at = 1; at <= count;
		     at += stride(1 + count / PLACES)) {
			kill_in(s, &acts[i], at, t);
			if (at == 1 || times > 1)
				t->lost += !is_offered(s);
		}
	}
}

/* Killed before anything could be kept. */
void screen_control(const struct scenario *s, struct tally *t)
{
	struct vt v;

	disk_heal();
	scenario_reset(s);
	real_arm(s, 0, false);
	begin(s, &v);
	must(real_type(&v, "3n", "Unit  new"), &v, "a new unit");
	vt_send(&v, "W1\tSetengah jadi");
	cut_off(&v);
	t->runs++;
	t->injected++;
	t->lost += !act_holds(s, &acts[0], false);
}

/* ---- storms ---- */

enum { ROWS = 24, COLUMNS = 80, ROWS_MOST = 200, COLUMNS_MOST = 500, PICTURE = 8192 };

static const char typed[] = "Dinas Pekerjaan Umum dan Tata Ruang";

/* Signals that end nothing. */
static const int weather[] = { SIGWINCH, SIGTSTP, SIGCONT, SIGPIPE, SIGALRM,
			       SIGUSR1,	 SIGUSR2, SIGCHLD, SIGURG };

static void blow(struct vt *v, uint64_t *seed)
{
	static const int corners[][2] = { { 1, 1 }, { ROWS_MOST, COLUMNS_MOST } };
	uint32_t what = dice(seed) % 8;

	if (what == 0) {
		kill(v->pid, SIGSTOP);
		kill(v->pid, SIGCONT);
	} else if (what < 4) {
		kill(v->pid, weather[dice(seed) % (sizeof weather / sizeof *weather)]);
	} else if (what < 5) {
		const int *size = corners[dice(seed) % 2];

		vt_resize_blind(v, size[0], size[1]);
	} else {
		vt_resize_blind(v, 1 + (int)(dice(seed) % ROWS_MOST),
				1 + (int)(dice(seed) % COLUMNS_MOST));
	}
}

static void type_in(struct vt *v, uint64_t *seed, size_t gusts, struct tally *t)
{
	for (const char *c = typed; *c != '\0'; c++) {
		const char key[] = { *c, '\0' };

		vt_send(v, key);
		for (size_t i = 0; i < gusts; i++) {
			blow(v, seed);
			t->injected++;
			vt_take(v);
		}
	}
	vt_resize(v, ROWS, COLUMNS);
	must(vt_wait(v, typed), v, "what is typed is seen");
	vt_quiet(v);
}

static void open_form(const struct scenario *s, struct vt *v)
{
	scenario_reset(s);
	real_arm(s, 0, false);
	begin(s, v);
	must(real_type(v, "3n", "Unit  new") && real_type(v, "W1\t", "W1"), v,
	     "a new unit");
}

/* How it looks where the weather is fine. */
static void draw_in_peace(const struct scenario *s, char picture[PICTURE])
{
	struct tally none = { 0 };
	uint64_t seed = 0;
	struct vt v;

	open_form(s, &v);
	type_in(&v, &seed, 0, &none);
	snprintf(picture, PICTURE, "%s", vt_picture(&v));
	cut_off(&v);
}

/* In the end a signal, the terminal that goes, or none at all. */
static bool ends_well(struct vt *v, int how)
{
	static const int ends[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
	enum { SIGNALS = sizeof ends / sizeof *ends };
	int end = how % (SIGNALS + 1);

	if (end == SIGNALS)
		return vt_hang_up(v);
	for (int i = 0; i < 3; i++)
		kill(v->pid, ends[end]);
	return vt_end(v) == 128 + ends[end];
}

static bool is_kept(const struct scenario *s)
{
	char sql[128];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM draft WHERE text LIKE '%%%s%%'",
		 typed);
	return is_sound(s) && number(s, sql) == 1;
}

void storms(const struct scenario *s, struct tally *t)
{
	enum { STORMS = 5, GUSTS = 8 };
	static char wanted[PICTURE];
	uint64_t seed = 1;

	disk_heal();
	draw_in_peace(s, wanted);
	for (int i = 0; i < STORMS * (int)times; i++) {
		struct vt v;

		open_form(s, &v);
		type_in(&v, &seed, GUSTS, t);
		if (strcmp(vt_picture(&v), wanted) != 0) {
			printf("drawn otherwise than in peace:\n%s", vt_picture(&v));
			t->lost++;
		}
		for (int k = 0; k < GUSTS; k++)
			blow(&v, &seed);
		t->runs++;
		t->crashed += !ends_well(&v, i);
		t->lost += !is_kept(s);
	}
}

/* The one signal that nobody can be ready for. */
void storms_control(const struct scenario *s, struct tally *t)
{
	struct vt v;

	open_form(s, &v);
	for (const char *c = typed; *c != '\0'; c++) {
		vt_send(&v, (const char[]){ *c, '\0' });
		if (c == typed + 3)
			kill(v.pid, SIGKILL);
	}
	cut_off(&v);
	t->runs++;
	t->injected++;
	t->lost += !is_kept(s);
}
