#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "statements.h"

/* statements [COUNT [screens|commands [NAME]]]: with a count of more than 1 at all
 * places, with so many of the faults at each. */
struct tally *tally;
size_t times = 1;
static bool control;

void give_up(const char *what)
{
	printf("not ok statements: %s\n", what);
	fflush(stdout);
	_exit(EXIT_FAILURE);
}

/* ---- where something fails ---- */

bool site_is_new(uint64_t site)
{
	for (size_t i = site % SITES_MOST;; i = (i + 1) % SITES_MOST) {
		if (tally->seen[i] == site)
			return false;
		if (tally->seen[i] == 0) {
			tally->seen[i] = site;
			return true;
		}
	}
}

struct places places_chosen(void)
{
	enum { EVERY = 16 };
	struct places chosen = { malloc(rod.count * sizeof *chosen.at + 1), 0 };

	if (!chosen.at)
		give_up("memory");
	for (size_t i = 0; i < rod.count; i++) {
		if (control) {
			if (rod.calls[i].writes)
				chosen.at[chosen.count++] = i + 1;
			continue;
		}
		if (site_is_new(rod.calls[i].site | 1) &&
		    (times > 1 || tally->places++ % EVERY == 0))
			chosen.at[chosen.count++] = i + 1;
	}
	return chosen;
}

void faults_chosen(size_t place, enum rod_fault *first, enum rod_fault *last)
{
	size_t begin;

	if (control) {
		*first = *last = ROD_LIE;
		return;
	}
	begin = times < ROD_LIE ? place % (ROD_LIE - times + 1) : 0;

	*first = (enum rod_fault)begin;
	*last = (enum rod_fault)(times < ROD_LIE ? begin + times - 1 : ROD_LIE - 1);
}

/* ---- what came of it ---- */

void judge(const char *what, const char *wrong)
{
	static const char *const faults[] = { "once", "full", "busy", "for ever", "lie" };

	tally->runs++;
	tally->injected += rod.failed > 0;
	if (!wrong || rod.failed == 0)
		return;
	tally->wrong++;
	if (control)
		return;
	printf("not ok %s, call %zu fails (%s): %s: %.150s\n", what, rod.at,
	       faults[rod.fault], wrong, rod.text);
	fflush(stdout);
}

void in_child(void (*work)(const char *what), const char *what)
{
	enum { HANG_SECONDS = 600 };
	int status;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		alarm(HANG_SECONDS);
		work(what);
		exit(EXIT_SUCCESS); /* with what is done then: leaks, counts */
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		give_up("a child is started");
	if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS) {
		tally->wrong++;
		printf("not ok %s: ended with %d\n", what, status);
	}
}

/* "ok" and "not ok" are what tests/run counts. */
static bool say(const char *name, bool good, const char *promise)
{
	printf("%-20s %7zu runs %7zu injected %5zu wrong\n", name, tally->runs,
	       tally->injected, tally->wrong);
	good = good && tally->injected > 0;
	printf("%s %s: %s\n", good ? "ok" : "not ok", name, promise);
	return good;
}

int main(int argc, char **argv)
{
	const char *part = argc > 2 ? argv[2] : "", *only = argc > 3 ? argv[3] : NULL;
	bool good;

	if (argc > 1)
		times = strtoul(argv[1], NULL, 10);
	tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE,
		     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (tally == MAP_FAILED || times < 1 ||
	    setenv("BANGKOM_TODAY", "2026-05-04", 1) != 0 || setenv("TZ", "UTC", 1) != 0)
		give_up("memory");
	if (strcmp(part, "commands") != 0)
		screens_struck(only);
	if (strcmp(part, "screens") != 0)
		commands_struck(only);
	good = say("statements", tally->wrong == 0, "a statement that fails is told");
	if (only)
		return good ? EXIT_SUCCESS : EXIT_FAILURE;
	/* The same with statements that only say they are done. */
	control = true;
	tally->runs = tally->injected = tally->wrong = 0;
	commands_struck("import units");
	screens_struck("form-copy");
	good = say("statements, control", tally->wrong > 0,
		   "one that only says it is done is found") &&
	       good;
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
