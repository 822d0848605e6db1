#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../pty/vt.h"

/*
 * Runs the program and the floor by turns in a pseudo-terminal and prints
 * the medians (and the 95th percentiles) of both with their ratio. A time
 * ends with the last byte of a burst; the burst, with a silence. Nothing is
 * asserted; "met" and "missed" are for people.
 */
enum { RUNS = 7, KEYS = 30, LETTERS = 5, SILENCE_MS = 20, START_SILENCE_MS = 100 };

enum figure { START, FIELD, ROW, PAGE, LETTER, MARK, STEP, FIGURES };

/* How to get from one measurement to the next; keys that are sent at once. */
struct way {
	const char *name;
	char *const *argv;
	const char *to_list, *to_form, *leave, *to_grid[5], *quit;
};

struct samples {
	double us[FIGURES][RUNS * KEYS], bytes[FIGURES][RUNS * KEYS], memory[RUNS];
	size_t count[FIGURES];
};

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The value that `percent` of all do not exceed. */
static double share(double *values, size_t count, size_t percent)
{
	qsort(values, count, sizeof *values, by_value);
	return values[(count - 1) * percent / 100];
}

/* Read a burst: wait for its first byte, then for a silence behind its last.
 * The time of the last byte, or 0 where none came in a second. */
static double burst(struct vt *v, int silence)
{
	struct pollfd in = { .fd = v->fd, .events = POLLIN };
	double last = 0;

	while (poll(&in, 1, last > 0 ? silence : 1000) > 0) {
		last = now_us();
		if (!vt_take(v))
			break;
	}
	return last;
}

/* Send a key and note what it took. */
static void press(struct vt *v, struct samples *s, enum figure what, const char *key)
{
	size_t before = v->received, at = s->count[what]++;
	double sent = now_us(), last;

	vt_send(v, key);
	last = burst(v, SILENCE_MS);
	s->us[what][at] = last > 0 ? last - sent : 0;
	s->bytes[what][at] = (double)(v->received - before);
}

static void press_often(struct vt *v, struct samples *s, enum figure what,
			const char *key)
{
	for (int i = 0; i < KEYS; i++)
		press(v, s, what, key);
}

static void go(struct vt *v, const char *keys)
{
	if (*keys == '\0')
		return;
	vt_send(v, keys);
	burst(v, START_SILENCE_MS);
}

/* What the process has for itself: shared libraries cost nobody twice. */
static double private_kb(pid_t pid)
{
	char path[64], line[256];
	double kb = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f)) {
		if (strncmp(line, "Private_Clean:", 14) == 0 ||
		    strncmp(line, "Private_Dirty:", 14) == 0)
			kb += strtod(line + 14, NULL);
	}
	if (f)
		fclose(f);
	return kb;
}

static void one_run(const struct way *w, struct samples *s, int run)
{
	double begin = now_us(), last;
	struct vt v;

	if (!vt_start(&v, w->argv, 24, 80, "xterm-256color") ||
	    (last = burst(&v, START_SILENCE_MS)) <= 0 || v.received < 200) {
		fprintf(stderr, "%s does not start\n%s", w->name, vt_picture(&v));
		exit(EXIT_FAILURE);
	}
	s->us[START][s->count[START]++] = last - begin;
	go(&v, w->to_list);
	press_often(&v, s, ROW, "\033OB");
	press_often(&v, s, PAGE, "\033[6~");
	go(&v, w->to_form);
	press_often(&v, s, FIELD, "a");
	s->memory[run] = private_kb(v.pid);
	go(&v, w->leave);
	go(&v, "/");
	for (int i = 0; i < LETTERS; i++)
		press(&v, s, LETTER, "9");
	go(&v, "\r");
	for (size_t i = 0; w->to_grid[i]; i++)
		go(&v, w->to_grid[i]);
	/* Another mark in each run, so that every key stores something. */
	press_often(&v, s, MARK, (char[]){ "htsia"[run % 5], '\0' });
	go(&v, "\033OH");
	press_often(&v, s, STEP, "\033OB");
	vt_send(&v, w->quit);
	vt_end(&v);
}

static void verdict(double value, double most)
{
	printf("  at most %.4g: %s\n", most, value <= most ? "met" : "missed");
}

static void times(const char *what, struct samples *us, struct samples *floor,
		  enum figure f, double most)
{
	double a = share(us->us[f], us->count[f], 50) / 1e3;
	double b = share(floor->us[f], floor->count[f], 50) / 1e3;

	printf("%-18s %8.2f (%7.2f) %8.2f (%7.2f) ms  ratio %5.2f", what, a,
	       share(us->us[f], us->count[f], 95) / 1e3, b,
	       share(floor->us[f], floor->count[f], 95) / 1e3, a / b);
	if (most > 0)
		verdict(a / b, most);
	else
		printf("\n");
}

static void bytes(const char *what, struct samples *us, struct samples *floor,
		  enum figure f, double most)
{
	double a = share(us->bytes[f], us->count[f], 50);

	printf("%-18s %8.0f (%7.0f) %8.0f (%7.0f) bytes            ", what, a,
	       share(us->bytes[f], us->count[f], 95),
	       share(floor->bytes[f], floor->count[f], 50),
	       share(floor->bytes[f], floor->count[f], 95));
	verdict(a, most);
}

static void memory(struct samples *us, struct samples *floor)
{
	double a = share(us->memory, RUNS, 50) / 1024;
	double b = share(floor->memory, RUNS, 50) / 1024;

	printf("%-18s %8.2f           %8.2f           MiB ratio %5.2f", "private memory",
	       a, b, a / b);
	verdict(a / b, 2);
}

int main(int argc, char **argv)
{
	static struct samples ours, floors;
	char *own_argv[] = { argv[1], "--database", argv[3], "--language", "en", NULL };
	char *floor_argv[] = { argv[2], argv[3], NULL };
	/* To the name of a person; then what was typed is discarded. */
	const struct way own = { "bangkom",  own_argv,
				 "2",	     "\033OQ\t",
				 "\030\033", { "\033", "\033", "1\ra", "\033OH" },
				 "\021y" };
	const struct way floor = { "floor", floor_argv, "",	"\033OQ",
				   "\033",  { "g" },	"\033q" };

	if (argc != 4)
		return EXIT_FAILURE;
	for (int i = 0; i < RUNS; i++) {
		one_run(&own, &ours, i);
		one_run(&floor, &floors, i);
	}
	printf("%-18s %18s %18s\n", "median (p95)", "bangkom", "floor");
	times("start to usable", &ours, &floors, START, 1.5);
	times("key in a field", &ours, &floors, FIELD, 1.5);
	bytes("", &ours, &floors, FIELD, 64);
	times("one row down", &ours, &floors, ROW, 0);
	bytes("", &ours, &floors, ROW, 300);
	times("one page down", &ours, &floors, PAGE, 0);
	times("filter, a letter", &ours, &floors, LETTER, 0);
	times("mark in a grid", &ours, &floors, MARK, 2);
	bytes("", &ours, &floors, MARK, 64);
	times("step in a grid", &ours, &floors, STEP, 2);
	bytes("", &ours, &floors, STEP, 64);
	memory(&ours, &floors);
	return EXIT_SUCCESS;
}
