#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "disk.h"
#include "domain/kinds.h"
#include "faults.h"
#include "real.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/db.h"

/*
 * The real program, killed at each of its touches of a file, half of a write
 * done, and at any moment: what it works on is what it was or what it was to
 * become, the history is that of the rows, and a backup is whole or not there.
 */
struct image {
	unsigned char *bytes;
	size_t size;
};

struct place {
	const struct scenario *s;
	char office[PATH_MOST], people[PATH_MOST], copy[PATH_MOST], source[PATH_MOST];
	size_t findings; /* of the deep check, in peace */
};

/* What the program is told to do, and to which file. */
struct task {
	const char *name;
	struct real_command command;
	struct image image;
	int ends; /* status in peace */
	bool copies, of_a_new_day;
	uint64_t before, after;
	unsigned long touches;
	long microseconds;
};

enum { IMPORT, UNDO, MIGRATION, BACKUP, RESTORE, TASKS };

/* ---- files ---- */

static struct image image_of(const char *path)
{
	struct image image = { NULL, 0 };

	image.bytes = disk_content(path, &image.size);
	if (!image.bytes)
		give_up("a file is read");
	return image;
}

static void write_whole(const char *path, const void *bytes, size_t size)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size || close(fd) != 0)
		give_up("a file is written");
}

static bool is_whole(const struct place *p, const char *path)
{
	struct restore *r = NULL;
	struct err err = { 0 };
	bool good = restore_open(path, p->office, &r, &err);

	restore_close(r);
	return good;
}

/* Every backup beside the office file is whole; all but that of the day go. */
static bool backups_hold(const struct place *p, bool day_goes)
{
	char path[2 * PATH_MOST], directory[PATH_MOST + 16];
	bool good = true;
	DIR *all;

	snprintf(directory, sizeof directory, "%s-backups", p->office);
	all = opendir(directory);
	for (struct dirent *e; all && (e = readdir(all)) != NULL;) {
		size_t length = strlen(e->d_name);

		if (snprintf(path, sizeof path, "%s/%s", directory, e->d_name) >=
		    (int)sizeof path)
			give_up("names are short");
		if (length > 7 && strcmp(e->d_name + length - 7, ".backup") == 0)
			good = is_whole(p, path) && good;
		if (e->d_name[0] != '.' && (day_goes || !strstr(e->d_name, "daily")))
			unlink(path);
	}
	if (all)
		closedir(all);
	return good;
}

static void put_back(const struct place *p, const struct task *task)
{
	char journal[PATH_MOST + 16];

	snprintf(journal, sizeof journal, "%s-journal", p->office);
	unlink(journal);
	unlink(p->copy);
	backups_hold(p, task->of_a_new_day);
	write_whole(p->office, task->image.bytes, task->image.size);
}

/* ---- what must hold ---- */

static size_t findings(struct db *db)
{
	struct arena arena = { 0 };
	struct findings found = { .arena = &arena };
	struct err err = { 0 };
	bool good = check_deep(db, kinds, &found, &err);

	arena_done(&arena);
	return good ? found.count : SIZE_MAX;
}

static bool look(const struct place *p, uint64_t *state, size_t *found)
{
	struct err err = { 0 };
	struct db *db;

	if (!db_open(p->office, DB_OPEN, &db, &err))
		return false;
	*state = scenario_state(db);
	*found = findings(db);
	db_close(db);
	return true;
}

static bool holds(const struct place *p, const struct task *task, bool acknowledged)
{
	uint64_t state;
	size_t found;
	bool copied = access(p->copy, F_OK) == 0;

	if (!look(p, &state, &found) || found > p->findings)
		return false;
	if (state != task->after && (acknowledged || state != task->before))
		return false;
	if (copied ? !is_whole(p, p->copy) : acknowledged && task->copies)
		return false;
	return backups_hold(p, false);
}

/* ---- runs ---- */

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static void in_peace(struct place *p, struct task *task)
{
	struct child child;
	long begin;

	put_back(p, task);
	if (!look(p, &task->before, &p->findings))
		give_up("the file is sound before");
	put_back(p, task);
	real_arm(p->s, 0, false);
	begin = now();
	child = child_run(real_run, &task->command, 0);
	task->microseconds = now() - begin;
	task->touches = atomic_load(&real_rod->count);
	if (!WIFEXITED(child.status) || WEXITSTATUS(child.status) != task->ends ||
	    task->touches == 0 || !look(p, &task->after, &p->findings))
		give_up(task->name);
}

static void run(const struct place *p, const struct task *task, unsigned microseconds,
		struct tally *t)
{
	struct child child = child_run(real_run, &task->command, microseconds);
	bool ended = WIFEXITED(child.status);
	int status = ended ? WEXITSTATUS(child.status) : 0;

	t->runs++;
	t->injected += !ended && WTERMSIG(child.status) == SIGKILL;
	t->crashed += child_crashed(&child) || (ended && status != task->ends);
	t->lost += !holds(p, task, ended && task->ends == EXIT_SUCCESS);
}

static void kill_at(const struct place *p, const struct task *task, unsigned long at,
		    bool careless, struct tally *t)
{
	put_back(p, task);
	real_arm(p->s, at, careless);
	run(p, task, 0, t);
}

static void kill_some_time(const struct place *p, const struct task *task, uint64_t *seed,
			   struct tally *t)
{
	put_back(p, task);
	real_arm(p->s, 0, false);
	run(p, task, 1 + dice(seed) % (unsigned)task->microseconds, t);
}

/* ---- tasks ---- */

static void write_people(const struct place *p)
{
	enum { NEW = 60, LINE = 48 };
	static char text[NEW * LINE + LINE];
	size_t used = (size_t)snprintf(text, LINE, "nip,name\n");

	for (int i = 0; i < NEW; i++)
		used += (size_t)snprintf(text + used, LINE,
					 "198501012010011%03d,Pendatang %d\n", i + 1, i);
	write_whole(p->people, text, used);
}

static void make_place(const struct scenario *s, struct place *p)
{
	*p = (struct place){ .s = s };
	disk_heal();
	snprintf(p->office, sizeof p->office, "%s/placed.db", s->directory);
	snprintf(p->people, sizeof p->people, "%s/people.csv", s->directory);
	snprintf(p->copy, sizeof p->copy, "%s/copy.backup", s->directory);
	snprintf(p->source, sizeof p->source, "%s/source.backup", s->directory);
	write_people(p);
}

/* A backup of the file as it is after the import, and its image. */
static struct image after_import(const struct place *p)
{
	struct err err = { 0 };
	struct db *db;

	unlink(p->source);
	if (!db_open(p->office, DB_OPEN, &db, &err) || !backup_write(db, p->source, &err))
		give_up(err.text);
	db_close(db);
	return image_of(p->office);
}

static void make_tasks(struct place *p, struct task *tasks)
{
	const struct image base = { p->s->bytes, p->s->size };
	const char *office = p->office;

	tasks[IMPORT] = (struct task){
		.name = "import",
		.command = { office, { "import", "persons", p->people } },
		.image = base,
	};
	in_peace(p, &tasks[IMPORT]);
	tasks[UNDO] = (struct task){
		.name = "undo",
		.command = { office, { "undo" } },
		.image = after_import(p),
	};
	make_old(p->office);
	tasks[MIGRATION] = (struct task){
		.name = "migration", /* there is nothing to undo in it */
		.command = { office, { "undo" } },
		.image = image_of(p->office),
		.ends = 1,
	};
	tasks[BACKUP] = (struct task){
		.name = "backup",
		.command = { office, { "backup", p->copy } },
		.image = base,
		.copies = true,
		.of_a_new_day = true,
	};
	tasks[RESTORE] = (struct task){
		.name = "restore",
		.command = { office, { "restore", p->source, "--yes" } },
		.image = base,
	};
}

static void free_tasks(struct task *tasks)
{
	free(tasks[UNDO].image.bytes);
	free(tasks[MIGRATION].image.bytes);
}

void placed_kills(const struct scenario *s, struct tally *t)
{
	enum { PLACES = 6, MOMENTS = 2 };
	struct task tasks[TASKS];
	struct place p;
	uint64_t seed = 1;

	make_place(s, &p);
	make_tasks(&p, tasks);
	for (struct task *task = tasks; task < tasks + TASKS; task++) {
		in_peace(&p, task);
		for (unsigned long at = 1; at <= task->touches;
		     at += stride(1 + task->touches / PLACES))
			kill_at(&p, task, at, false, t);
		for (size_t i = 0; i < MOMENTS * times; i++)
			kill_some_time(&p, task, &seed, t);
	}
	free_tasks(tasks);
}

/* A program that keeps no journal. */
void placed_control(const struct scenario *s, struct tally *t)
{
	struct task task;
	struct place p;

	make_place(s, &p);
	task = (struct task){
		.name = "import",
		.command = { p.office, { "import", "persons", p.people } },
		.image = { s->bytes, s->size },
	};
	in_peace(&p, &task);
	for (unsigned long at = 1; at <= task.touches && t->lost == 0; at++)
		kill_at(&p, &task, at, true, t);
}
