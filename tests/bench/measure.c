#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../pty/vt.h"

/*
 * Runs the program and the floor by turns in a pseudo-terminal, and prints
 * medians and their ratio: start to usable, a key in a field, a row down,
 * memory. Nothing is asserted; the numbers are for people.
 */
enum { RUNS = 11, KEYS = 40 };

struct way {
	const char *name;
	char *const *argv;
	const char *ready;   /* text of the usable list */
	const char *to_list; /* keys from the start to the list, or "" */
	const char *to_form, *in_form;
};

struct figures {
	double start, key, key_bytes, row_bytes, memory;
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

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, by_value);
	return values[count / 2];
}

/* Read until nothing comes for 30 ms; the time of the first byte. */
static double settle(struct vt *v)
{
	double first = 0;

	for (;;) {
		struct pollfd in = { .fd = v->fd, .events = POLLIN };

		if (poll(&in, 1, 30) <= 0)
			return first;
		if (first <= 0)
			first = now_us();
		if (!vt_take(v))
			return first;
	}
}

static double memory_of(pid_t pid)
{
	char path[64], line[256];
	double kb = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f)) {
		if (strncmp(line, "VmHWM:", 6) == 0)
			kb = strtod(line + 6, NULL);
	}
	if (f)
		fclose(f);
	return kb;
}

static void keys(struct vt *v, const char *key, double *time, double *bytes)
{
	double times[KEYS], sizes[KEYS];

	for (int i = 0; i < KEYS; i++) {
		size_t before = v->received;
		double sent = now_us(), first;

		vt_send(v, key);
		first = settle(v);
		times[i] = first > 0 ? first - sent : 0;
		sizes[i] = (double)(v->received - before);
	}
	*time = median(times, KEYS);
	*bytes = median(sizes, KEYS);
}

static struct figures one_run(const struct way *w)
{
	struct figures f = { 0 };
	double begin = now_us(), ignored;
	struct vt v;

	if (!vt_start(&v, w->argv, 24, 80, "xterm-256color") || !vt_wait(&v, w->ready)) {
		fprintf(stderr, "%s does not start\n%s", w->name, vt_picture(&v));
		exit(EXIT_FAILURE);
	}
	f.start = now_us() - begin;
	settle(&v);
	vt_send(&v, w->to_list);
	settle(&v);
	keys(&v, "\033OB", &ignored, &f.row_bytes);
	vt_send(&v, w->to_form);
	if (!vt_wait(&v, w->in_form)) {
		fprintf(stderr, "%s shows no form\n%s", w->name, vt_picture(&v));
		exit(EXIT_FAILURE);
	}
	settle(&v);
	keys(&v, "a", &f.key, &f.key_bytes);
	f.memory = memory_of(v.pid);
	kill(v.pid, SIGKILL);
	vt_end(&v);
	return f;
}

static void compare(const char *what, const char *unit, double ours, double floor,
		    double most)
{
	printf("%-22s %10.1f %10.1f %-4s ratio %5.2f  (aim %s%.1f)\n", what, ours, floor,
	       unit, floor > 0 ? ours / floor : 0, "at most ", most);
}

int main(int argc, char **argv)
{
	char *ours_argv[] = { argv[1], "--database", argv[3], "--language", "en", NULL };
	char *floor_argv[] = { argv[2], argv[3], NULL };
	const struct way ours = { "bangkom", ours_argv,	 "Unfinished",
				  "2",	     "\033OQ\t", "Person" };
	const struct way floor = { "floor", floor_argv, "ready", "", "\033OQ", "form" };
	double us[5][RUNS], them[5][RUNS], a[5], b[5];

	if (argc != 4)
		return EXIT_FAILURE;
	for (int i = 0; i < RUNS; i++) {
		struct figures x = one_run(&ours), y = one_run(&floor);
		const double xs[] = { x.start, x.key, x.key_bytes, x.row_bytes,
				      x.memory };
		const double ys[] = { y.start, y.key, y.key_bytes, y.row_bytes,
				      y.memory };

		for (int k = 0; k < 5; k++) {
			us[k][i] = xs[k];
			them[k][i] = ys[k];
		}
	}
	for (int k = 0; k < 5; k++) {
		a[k] = median(us[k], RUNS);
		b[k] = median(them[k], RUNS);
	}
	printf("%-22s %10s %10s\n", "", "bangkom", "floor");
	compare("start to usable", "ms", a[0] / 1e3, b[0] / 1e3, 1.5);
	compare("key in a field", "us", a[1], b[1], 1.5);
	printf("%-22s %10.0f %10.0f bytes (aim at most 64)\n", "", a[2], b[2]);
	printf("%-22s %10.0f %10.0f bytes (aim at most 300)\n", "one row down", a[3],
	       b[3]);
	compare("memory", "MiB", a[4] / 1024, b[4] / 1024, 2);
	return EXIT_SUCCESS;
}
