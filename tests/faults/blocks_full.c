#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "disk.h"
#include "faults.h"
#include "store/backup.h"
#include "store/db.h"

/*
 * A small file system that is really full: so much room is left, from none to
 * 256 KiB, then there is room again. Where nothing can be mounted the disk below
 * SQLite stands in for it.
 */
enum { ROOM_MOST = 256 * 1024, PAGE = 4096, CHUNK = 65536 };

struct small {
	struct scenario s; /* with its file there */
	char directory[PATH_MOST], filler[PATH_MOST], copy[PATH_MOST];
};

/* ---- the file system ---- */

static bool make_small(const struct scenario *s, struct small *small)
{
	char size[64];

	small->s = *s;
	snprintf(small->directory, PATH_MOST, "%s/small", s->directory);
	if (snprintf(small->filler, PATH_MOST, "%s/small/filler", s->directory) >=
		    PATH_MOST ||
	    snprintf(small->copy, PATH_MOST, "%s/small/b.backup", s->directory) >=
		    PATH_MOST ||
	    snprintf(small->s.path, PATH_MOST, "%s/small/o.db", s->directory) >=
		    PATH_MOST)
		give_up("names are short");
	snprintf(size, sizeof size, "size=%zu", 4 * s->size + (size_t)(4 * ROOM_MOST));
	if (mkdir(small->directory, 0700) != 0)
		give_up("a directory is made");
	if (mount("tmpfs", small->directory, "tmpfs", 0, size) == 0)
		return true;
	printf("skipped: no small file system can be mounted here (%s)\n",
	       strerror(errno));
	rmdir(small->directory);
	return false;
}

static void end_small(const struct small *small)
{
	if (umount2(small->directory, MNT_DETACH) != 0 || rmdir(small->directory) != 0)
		give_up("the small file system is taken away");
}

/* Everything but `room` bytes is taken. */
static void fill(const struct small *small, size_t room)
{
	static const char zeros[CHUNK];
	int fd = open(small->filler, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	size_t used = 0;
	ssize_t done;

	while ((done = write(fd, zeros, CHUNK)) > 0)
		used += (size_t)done;
	if (fd < 0 || errno != ENOSPC || used < room ||
	    ftruncate(fd, (off_t)(used - room)) != 0 || close(fd) != 0)
		give_up("the disk is filled");
}

static bool has_temporary(const struct small *small)
{
	char pattern[PATH_MOST + 8];
	glob_t found;
	bool some;

	snprintf(pattern, sizeof pattern, "%s/*.tmp", small->directory);
	some = glob(pattern, 0, NULL, &found) == 0;
	globfree(&found);
	return some;
}

/* ---- what must hold ---- */

/* As far as there is room; what is refused is told, and nothing has changed. */
static bool refuses_well(const struct small *small, struct db *db, size_t *done,
			 struct tally *t)
{
	struct err err = { 0 };

	while (*done < STEPS && scenario_step(db, *done, &err))
		++*done;
	if (*done == STEPS)
		return true;
	t->injected++;
	return *err.text != '\0' && scenario_state(db) == small->s.states[*done];
}

static bool backs_up_well(const struct small *small, struct db *db, struct tally *t)
{
	struct err err = { 0 };
	bool made = backup_write(db, small->copy, &err);

	t->injected += !made;
	if (!made && *err.text == '\0')
		return false;
	return (access(small->copy, F_OK) == 0) == made && !has_temporary(small);
}

static bool fills_up(const struct small *small, size_t room, struct tally *t)
{
	struct err err = { 0 };
	size_t done = 0;
	struct db *db;
	bool good;

	unlink(small->copy);
	unlink(small->filler);
	scenario_reset(&small->s);
	fill(small, room);
	if (!db_open(small->s.path, DB_OPEN, &db, &err))
		return false;
	good = refuses_well(small, db, &done, t) && backs_up_well(small, db, t);
	unlink(small->filler);
	good = good && scenario_goes_on(db, &small->s, &done);
	db_close(db);
	return good && scenario_holds(&small->s, STEPS);
}

/* Without a mount: no write finds room from here on, and then each does. */
static bool stands_in(const struct scenario *s, size_t at, struct tally *t)
{
	const struct disk_plan plan = { .fault = DISK_FULL, .at = at, .for_ever = true };
	struct err err = { 0 };
	size_t done = 0;
	struct db *db;
	bool good;

	scenario_reset(s);
	disk_begin(&plan, s->path);
	if (!db_open(s->path, DB_OPEN, &db, &err))
		return false;
	while (done < STEPS && scenario_step(db, done, &err))
		done++;
	t->injected += disk_struck();
	good = done == STEPS || *err.text != '\0';
	disk_heal();
	good = good && scenario_goes_on(db, s, &done);
	db_close(db);
	return good && scenario_holds(s, STEPS);
}

void disk_full(const struct scenario *s, struct tally *t)
{
	enum { WRITES = 200 };
	struct small small;

	disk_heal();
	if (!make_small(s, &small)) {
		for (size_t at = 1; at < WRITES; at += stride(9), t->runs++)
			t->lost += !stands_in(s, at, t);
		return;
	}
	for (size_t room = 0; room <= ROOM_MOST; room += PAGE * stride(3), t->runs++)
		t->lost += !fills_up(&small, room, t);
	end_small(&small);
}

/* Empties the file and writes it anew, as many programs save; meanwhile the
 * room is somebody else's. */
static bool save_naively(const struct small *small)
{
	int fd = open(small->s.path, O_WRONLY | O_TRUNC);
	bool good;

	fill(small, PAGE);
	good = fd >= 0 &&
	       write(fd, small->s.bytes, small->s.size) == (ssize_t)small->s.size;
	return close(fd) == 0 && good;
}

void disk_full_control(const struct scenario *s, struct tally *t)
{
	const struct disk_plan plan = { .swallows = true, .at = 20 };
	struct small small;
	struct err err = { 0 };
	struct db *db;

	t->runs++;
	t->injected++;
	if (make_small(s, &small)) {
		scenario_reset(&small.s);
		t->lost += !save_naively(&small) && !scenario_holds(&small.s, 0);
		end_small(&small);
		return;
	}
	scenario_reset(s);
	disk_begin(&plan, s->path);
	if (db_open(s->path, DB_OPEN, &db, &err)) {
		for (size_t i = 0; i < STEPS && scenario_step(db, i, &err); i++)
			;
		db_close(db);
	}
	disk_heal();
	t->lost += !scenario_holds(s, STEPS);
}
