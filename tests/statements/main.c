#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "statements.h"

/* statements [COUNT [screens|commands [NAME]]]: with a count of more than 1 at all
 * places, with all faults. */
struct tally *tally;
bool whole;

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
		if (site_is_new(rod.calls[i].site | 1) &&
		    (whole || tally->places++ % EVERY == 0))
			chosen.at[chosen.count++] = i + 1;
	}
	return chosen;
}

void faults_chosen(size_t place, enum rod_fault *first, enum rod_fault *last)
{
	*first = whole ? ROD_ERROR : (enum rod_fault)(place % ROD_LIE);
	*last = whole ? ROD_FOR_EVER : *first;
}

/* ---- what came of it ---- */

void judge(const char *what, const char *wrong)
{
	static const char *const faults[] = { "once", "full", "busy", "for ever", "lie" };

	tally->runs++;
	tally->injected += rod.failed > 0;
	if (!wrong)
		return;
	tally->wrong++;
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

int main(int argc, char **argv)
{
	const char *part = argc > 2 ? argv[2] : "", *only = argc > 3 ? argv[3] : NULL;

	whole = argc > 1 && strtoul(argv[1], NULL, 10) > 1;
	tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE,
		     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (tally == MAP_FAILED || setenv("BANGKOM_TODAY", "2026-05-04", 1) != 0 ||
	    setenv("TZ", "UTC", 1) != 0)
		give_up("memory");
	if (strcmp(part, "commands") != 0)
		screens_struck(only);
	if (strcmp(part, "screens") != 0)
		commands_struck(only);
	printf("statements %zu runs %zu injected %zu wrong\n", tally->runs,
	       tally->injected, tally->wrong);
	return tally->wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
