#include "real.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../pty/vt.h"
#include "faults.h"

struct rod *real_rod;

static char program[PATH_MOST], preloaded[PATH_MOST];

void real_find(const char *argument)
{
	const char *end = strrchr(argument, '/');
	int length = end ? (int)(end - argument) : 1;

	if (!end)
		argument = ".";
	snprintf(program, sizeof program, "%.*s/bangkom", length, argument);
	snprintf(preloaded, sizeof preloaded, "%.*s/rod.so", length, argument);
	if (access(program, X_OK) != 0 || access(preloaded, R_OK) != 0)
		give_up("the program and the rod lie beside the harness");
}

static void make_rod(const struct scenario *s)
{
	static char path[PATH_MOST];
	void *at;
	int fd;

	snprintf(path, sizeof path, "%s/rod", s->directory);
	fd = open(path, O_RDWR | O_CREAT, 0600);
	if (fd < 0 || ftruncate(fd, sizeof *real_rod) != 0)
		give_up("the rod is made");
	at = mmap(NULL, sizeof *real_rod, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (at == MAP_FAILED || close(fd) != 0 || setenv(ROD_VARIABLE, path, 1) != 0 ||
	    setenv("HOME", s->directory, 1) != 0 || unsetenv("XDG_CONFIG_HOME") != 0)
		give_up("the rod is made");
	real_rod = at;
}

void real_arm(const struct scenario *s, unsigned long at, bool careless)
{
	if (!real_rod)
		make_rod(s);
	atomic_store(&real_rod->count, 0);
	atomic_store(&real_rod->at, at);
	atomic_store(&real_rod->struck, 0);
	atomic_store(&real_rod->careless, careless);
}

/* The sanitizers want to be first, and are where nothing is preloaded. What a
 * killed program did not free is no matter. */
static void preload(void)
{
	if (setenv("LD_PRELOAD", preloaded, 1) != 0 ||
	    setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 1) != 0)
		_exit(EXIT_FAILURE);
}

int real_run(int say, const void *command)
{
	const struct real_command *c = command;
	char *argv[REAL_WORDS + 6] = { program, "--database", (char *)c->office,
				       "--language", "en" };
	int null = open("/dev/null", O_RDWR);

	(void)say;
	for (size_t i = 0; i < REAL_WORDS && c->words[i]; i++)
		argv[5 + i] = (char *)c->words[i];
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	preload();
	execv(program, argv);
	return EXIT_FAILURE;
}

bool real_begin(struct vt *v, const char *office)
{
	char *argv[] = { "/usr/bin/env", "LD_PRELOAD=", program, "--database",
			 (char *)office, "--language",	"en",	 NULL };
	char variable[PATH_MOST + 16];

	snprintf(variable, sizeof variable, "LD_PRELOAD=%s", preloaded);
	argv[1] = variable;
	if (setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 1) != 0)
		return false;
	return vt_start(v, argv, 24, 80, "xterm") &&
	       vt_wait(v, "Due in the next two weeks");
}

bool real_type(struct vt *v, const char *keys, const char *text)
{
	return vt_send(v, keys) && vt_wait(v, text);
}
