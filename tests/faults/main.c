#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../pty/vt.h"
#include "disk.h"
#include "faults.h"
#include "real.h"

/*
 * faults [COUNT [BLOCK]]: does every block COUNT times over (1), or one. A line
 * per block says what was done; "ok" and "not ok" what is to be made of it.
 */
struct block {
	const char *name, *promise;
	void (*run)(const struct scenario *s, struct tally *t);
	void (*control)(const struct scenario *s, struct tally *t);
	bool on_terminal;
};

static const struct block blocks[] = {
	{ "power", "a power cut loses nothing that was acknowledged", power_cuts,
	  power_control, false },
	{ "disk", "errors of the disk lose nothing, and the program goes on", disk_errors,
	  disk_control, false },
	{ "full", "a full disk refuses, loses nothing, and the program goes on",
	  disk_full, disk_full_control, false },
	{ "kill", "kill -9 loses nothing that was acknowledged", kills, kills_control,
	  false },
	{ "placed", "kill -9 at every touch of a file leaves the old or the new",
	  placed_kills, placed_control, false },
	{ "screen", "kill -9 in a save leaves it done or the typed text", screen_kills,
	  screen_control, true },
	{ "storm", "no storm of signals and sizes loses what is typed", storms,
	  storms_control, true },
	{ "migration", "a migration that is cut off is not done by half", migrations_cut,
	  migrations_control, false },
	{ "memory", "where memory is gone nothing is lost and nothing crashes",
	  memory_gone, memory_control, false },
	{ "damage", "no damaged file crashes or hangs the program", damage,
	  damage_control, false },
	{ "crowd", "what many write at once is all there", crowds, crowds_control,
	  false },
	{ "anonymity", "who has every backup knows one sheet in five at most", anonymity,
	  anonymity_control, false },
};
enum { BLOCK_COUNT = sizeof blocks / sizeof *blocks };

size_t times = 1;

void give_up(const char *what)
{
	printf("not ok faults: %s\n", what);
	fflush(stdout);
	_exit(1);
}

uint32_t dice(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15); /* splitmix64 */

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)(z >> 32);
}

size_t stride(size_t short_)
{
	return times > 1 ? 1 : short_;
}

/* ---- children ---- */

enum { HANG_SECONDS = 60 };

void child_says(int say)
{
	if (write(say, ".", 1) != 1)
		_exit(EXIT_FAILURE);
}

/* Until the child has closed its end, by its own will or not. */
static size_t count_words(int hear)
{
	char words[256];
	size_t count = 0;
	ssize_t got;

	while ((got = read(hear, words, sizeof words)) > 0)
		count += (size_t)got;
	return count;
}

struct child child_run(int (*work)(int say, const void *context), const void *context,
		       unsigned microseconds)
{
	struct child child = { 0, 0 };
	int ends[2];
	pid_t pid;

	fflush(stdout);
	if (pipe(ends) != 0 || (pid = fork()) < 0)
		give_up("a child is started");
	if (pid == 0) {
		close(ends[0]);
		alarm(HANG_SECONDS);
		_exit(work(ends[1], context));
	}
	close(ends[1]);
	if (microseconds > 0) {
		struct timespec wait = { microseconds / 1000000,
					 (long)(microseconds % 1000000) * 1000 };

		if (nanosleep(&wait, NULL) != 0 || kill(pid, SIGKILL) != 0)
			give_up("a child is killed");
	}
	child.acknowledged = count_words(ends[0]);
	close(ends[0]);
	if (waitpid(pid, &child.status, 0) != pid)
		give_up("a child ends");
	return child;
}

bool child_crashed(const struct child *c)
{
	return WIFSIGNALED(c->status) && WTERMSIG(c->status) != SIGKILL;
}

/* ---- what is said ---- */

static void say(const char *what, const struct tally *t)
{
	printf("%-20s %7zu runs %7zu injected %5zu lost %3zu crashed\n", what, t->runs,
	       t->injected, t->lost, t->crashed);
}

static bool judge(bool good, const char *name, const char *what)
{
	printf("%s %s: %s\n", good ? "ok" : "not ok", name, what);
	fflush(stdout);
	return good;
}

static bool run(const struct block *b, const struct scenario *s)
{
	struct tally t = { 0 }, control = { 0 };
	char name[64];
	bool good;

	if (b->on_terminal && !vt_available()) {
		printf("skipped: %s, as this machine gives no pseudo-terminal\n",
		       b->name);
		return true;
	}
	b->run(s, &t);
	say(b->name, &t);
	good = judge(t.lost == 0 && t.crashed == 0, b->name, b->promise);
	good = judge(t.injected > 0, b->name, "the faults did happen") && good;
	b->control(s, &control);
	snprintf(name, sizeof name, "%s, control", b->name);
	say(name, &control);
	return judge(control.lost + control.crashed > 0, b->name,
		     "what is known to lose is found") &&
	       good;
}

int main(int argc, char **argv)
{
	struct scenario s;
	bool good = true;

	if (argc > 1)
		times = strtoul(argv[1], NULL, 10);
	if (times < 1 || setenv("BANGKOM_TODAY", "2026-05-04", 1) != 0)
		give_up("the count is a number from 1");
	real_find(argv[0]);
	disk_install();
	scenario_begin(&s);
	for (size_t i = 0; i < BLOCK_COUNT; i++) {
		if (argc < 3 || strcmp(argv[2], blocks[i].name) == 0)
			good = run(&blocks[i], &s) && good;
	}
	scenario_end(&s);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
