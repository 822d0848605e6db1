#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../pty/vt.h"
#include "sample.h"

/*
 * Runs the program and the floor by turns in a pseudo-terminal, and the program
 * with an empty file besides. A time ends with the last byte of a burst; the
 * burst, with a silence.
 */
enum {
	LONGEST_MS = 5000, /* an answer is waited for */
	SILENT_MS = 500,   /* and where there may be none */
	RUNS = 3,
	STARTS = 4,
	KEYS = 20,
	SILENCE_MS = 20,
	START_SILENCE_MS = 100,
	SCREENFUL = 200 /* bytes */
};

enum what { START, FIELD, ROW, PAGE_DOWN, PAGE_UP, END, HOME, LETTER, MARK, STEP, WHATS };

/* How to get from one measurement to the next; keys that are sent at once. */
struct way {
	const char *name;
	char *const *argv;
	const char *to_list, *to_form, *leave, *to_grid[9], *quit, *quit_at_once;
};

struct taken {
	struct samples us[WHATS], bytes[WHATS], memory;
};

/* Read a burst: wait for its first byte, then for a silence behind its last.
 * The time of the last byte, or 0 where the first did not come in `first` ms. */
static double burst(struct vt *v, int first, int silence)
{
	struct pollfd in = { .fd = v->fd, .events = POLLIN };
	double last = 0;

	while (poll(&in, 1, last > 0 ? silence : first) > 0) {
		last = now_us();
		if (!vt_take(v))
			break;
	}
	return last;
}

/* Send a key and note what it took. */
static void press(struct vt *v, struct taken *t, enum what what, const char *key)
{
	size_t before = v->received;
	double sent = now_us(), last;

	vt_send(v, key);
	last = burst(v, LONGEST_MS, SILENCE_MS);
	sample_add(&t->us[what], (last > 0 ? last : now_us()) - sent);
	sample_add(&t->bytes[what], (double)(v->received - before));
}

static void press_often(struct vt *v, struct taken *t, enum what what, const char *key)
{
	for (int i = 0; i < KEYS; i++)
		press(v, t, what, key);
}

static void go(struct vt *v, const char *keys)
{
	if (*keys == '\0')
		return;
	vt_send(v, keys);
	burst(v, SILENT_MS, START_SILENCE_MS);
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

static void start(const struct way *w, struct taken *t, struct vt *v)
{
	double begin = now_us(), last = 0;

	bool good = vt_start(v, w->argv, 24, 80, "xterm-256color");

	/* A terminal is prepared long before a slow screen is there. */
	while (good && v->received < SCREENFUL && now_us() - begin < 1e3 * LONGEST_MS)
		last = burst(v, LONGEST_MS, START_SILENCE_MS);
	if (!good || last <= 0 || v->received < SCREENFUL) {
		fprintf(stderr, "%s does not start\n%s", w->name, vt_picture(v));
		exit(EXIT_FAILURE);
	}
	sample_add(&t->us[START], last - begin);
}

static void move_in_list(struct vt *v, struct taken *t)
{
	press_often(v, t, ROW, "\033OB");
	press_often(v, t, PAGE_DOWN, "\033[6~");
	press_often(v, t, PAGE_UP, "\033[5~");
	for (int i = 0; i < KEYS / 2; i++) {
		press(v, t, END, "\033OF");
		press(v, t, HOME, "\033OH");
	}
}

/* Two words, as somebody types them who looks for a person. */
static void search(struct vt *v, struct taken *t)
{
	static const char words[] = "sri wahyu";

	go(v, "/");
	for (const char *at = words; *at != '\0'; at++)
		press(v, t, LETTER, (char[]){ *at, '\0' });
	go(v, "\r");
}

static void one_run(const struct way *w, struct taken *t, int run)
{
	struct vt v;

	start(w, t, &v);
	go(&v, w->to_list);
	move_in_list(&v, t);
	go(&v, w->to_form);
	press_often(&v, t, FIELD, "a");
	go(&v, w->leave);
	search(&v, t);
	sample_add(&t->memory, private_kb(v.pid));
	for (size_t i = 0; w->to_grid[i]; i++)
		go(&v, w->to_grid[i]);
	/* Another mark in each run, so that every key stores something. */
	press_often(&v, t, MARK, (char[]){ "htsia"[run % 5], '\0' });
	go(&v, "\033OH");
	press_often(&v, t, STEP, "\033OB");
	vt_send(&v, w->quit);
	vt_end(&v);
}

static void start_and_end(const struct way *w, struct taken *t)
{
	struct vt v;

	start(w, t, &v);
	vt_send(&v, w->quit_at_once);
	vt_end(&v);
}

static void put_times(const struct taken *ours, const struct taken *floor)
{
	static const struct {
		const char *name;
		double ratio, most; /* most: ms */
		bool interactive;
	} all[WHATS] = {
		[START] = { "start to usable", 1.3, 0, true },
		[FIELD] = { "key in a field", 1.3, 0, true },
		[ROW] = { "key: row down", 1.3, 0, true },
		[PAGE_DOWN] = { "key: page down", 1.3, 5, true },
		[PAGE_UP] = { "key: page up", 1.3, 5, true },
		[END] = { "key: end", 1.3, 5, true },
		[HOME] = { "key: home", 1.3, 5, true },
		[LETTER] = { "key: letter of a search", 1.3, 5, true },
		[MARK] = { "key: mark in a grid", 2, 0, true },
		[STEP] = { "key: step in a grid", 2, 0, true },
	};

	for (int i = 0; i < WHATS; i++) {
		struct figure f = { .name = all[i].name,
				    .unit = "ms",
				    .ours = sample_median(&ours->us[i]) / 1e3,
				    .floor = sample_median(&floor->us[i]) / 1e3,
				    .ratio_most = all[i].ratio,
				    .most = all[i].most,
				    .interactive = all[i].interactive };

		figure_print(&f);
	}
}

static void put_bytes(const struct taken *ours, const struct taken *floor)
{
	static const struct {
		const char *name;
		enum what what;
		double most;
	} all[] = { { "bytes: key in a field", FIELD, 64 },
		    { "bytes: row down", ROW, 300 },
		    { "bytes: mark in a grid", MARK, 64 },
		    { "bytes: step in a grid", STEP, 64 } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct figure f = { .name = all[i].name,
				    .unit = "bytes",
				    .ours = sample_median(&ours->bytes[all[i].what]),
				    .floor = sample_median(&floor->bytes[all[i].what]),
				    .most = all[i].most };

		figure_print(&f);
	}
}

static void put_others(const struct taken *ours, const struct taken *floor,
		       const struct taken *empty)
{
	struct figure start = { .name = "start, full file to empty one",
				.unit = "ms",
				.ours = sample_median(&ours->us[START]) / 1e3,
				.floor = sample_median(&empty->us[START]) / 1e3,
				.ratio_most = 1.3 };
	struct figure memory = { .name = "private memory",
				 .unit = "MiB",
				 .ours = sample_median(&ours->memory) / 1024,
				 .floor = sample_median(&floor->memory) / 1024,
				 .most = 16,
				 .interactive = true };

	figure_print(&start);
	figure_print(&memory);
}

int main(int argc, char **argv)
{
	static struct taken ours, floors, empties;
	char *own_argv[] = { argv[1], "--database", argv[3], "--language", "en", NULL };
	char *empty_argv[] = { argv[1], "--database", argv[4], "--language", "en", NULL };
	char *floor_argv[] = { argv[2], argv[3], NULL };
	/* To the name of a person; then what was typed is discarded. The programme
	 * of the grid is found by its code. */
	const struct way own = { .name = "bangkom",
				 .argv = own_argv,
				 .to_list = "2",
				 .to_form = "\033OQ\t",
				 .leave = "\030\033",
				 .to_grid = { "\033", "\033", "1", "/", "grid26", "\r",
					      "\ra", "\033OH" },
				 .quit = "\021y",
				 .quit_at_once = "\021y" };
	const struct way empty = { .name = "bangkom",
				   .argv = empty_argv,
				   .quit_at_once = "\021y" };
	const struct way floor = { .name = "floor",
				   .argv = floor_argv,
				   .to_list = "",
				   .to_form = "\033OQ",
				   .leave = "\033",
				   .to_grid = { "g" },
				   .quit = "\033q",
				   .quit_at_once = "q" };

	if (argc != 5)
		return EXIT_FAILURE;
	for (int i = 0; i < RUNS; i++) {
		one_run(&own, &ours, i);
		one_run(&floor, &floors, i);
		start_and_end(&empty, &empties);
	}
	for (int i = 0; i < STARTS; i++) {
		start_and_end(&own, &ours);
		start_and_end(&floor, &floors);
		start_and_end(&empty, &empties);
	}
	put_times(&ours, &floors);
	put_bytes(&ours, &floors);
	put_others(&ours, &floors, &empties);
	return EXIT_SUCCESS;
}
