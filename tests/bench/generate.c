#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sysexits.h>

#include "base/err.h"
#include "world.h"
#include "world_write.h"

/*
 * Makes the data that speed is measured with. The same size and seed always
 * give the same records; memory does not grow with the size.
 */
static const char usage[] =
	"Usage: generate [--size office|province|nation | --persons N] [--seed N] "
	"[--fast]\n"
	"                --csv DIRECTORY [--table NAME] | --database FILE | --need\n"
	"Writes CSV files to import (one with --table), or fills a new office file; "
	"--need only says how\n"
	"many bytes that takes at most. The size is office where none is said; --fast\n"
	"fills the file in the way that nation always is.\n";

struct options {
	const char *size, *persons, *seed, *csv, *table, *database;
	bool fast, need;
};

static bool read_options(int argc, char **argv, struct options *o)
{
	const struct {
		const char *name, **value;
	} all[] = { { "--size", &o->size },   { "--persons", &o->persons },
		    { "--seed", &o->seed },   { "--csv", &o->csv },
		    { "--table", &o->table }, { "--database", &o->database } };
	enum { COUNT = sizeof all / sizeof *all };
	size_t k;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--fast") == 0) {
			o->fast = true;
			continue;
		}
		if (strcmp(argv[i], "--need") == 0) {
			o->need = true;
			continue;
		}
		for (k = 0; k < COUNT && strcmp(all[k].name, argv[i]) != 0; k++)
			continue;
		if (k == COUNT || i + 1 == argc)
			return false;
		*all[k].value = argv[++i];
	}
	return (o->csv != NULL) + (o->database != NULL) + o->need == 1;
}

static bool read_number(const char *text, int64_t low, int64_t high, int64_t *out)
{
	char *end;
	long long value;

	errno = 0;
	value = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || value < low || value > high)
		return false;
	*out = value;
	return true;
}

static bool world_asked(const struct options *o, struct world *w)
{
	int64_t number = 0;

	if (o->persons && !read_number(o->persons, 2, WORLD_MOST, &number))
		return false;
	if (o->persons)
		world_of(w, number);
	else if (!world_size(w, o->size ? o->size : "office"))
		return false;
	if (o->seed && !read_number(o->seed, 0, INT64_MAX, &number))
		return false;
	if (o->seed)
		w->seed = (uint64_t)number;
	return true;
}

/* The directory in which a file will lie. */
static void directory_of(const char *path, char *out, size_t size)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		snprintf(out, size, ".");
	else
		snprintf(out, size, "%.*s", slash == path ? 1 : (int)(slash - path),
			 path);
}

static bool has_space(const char *directory, int64_t need)
{
	struct statvfs fs;
	int64_t left;

	if (statvfs(directory, &fs) != 0) {
		fprintf(stderr, "generate: %s: %s\n", directory, strerror(errno));
		return false;
	}
	left = (int64_t)fs.f_bavail * (int64_t)fs.f_frsize;
	if (left >= need)
		return true;
	fprintf(stderr,
		"generate: this needs %lld bytes, and %s has %lld left. Make room, or "
		"choose a smaller size.\n",
		(long long)need, directory, (long long)left);
	return false;
}

static bool is_nation(const struct options *o)
{
	return o->size && strcmp(o->size, "nation") == 0;
}

int main(int argc, char **argv)
{
	struct options o = { 0 };
	struct err err = { 0 };
	char directory[4096];
	struct world w;
	bool good;

	if (!read_options(argc, argv, &o) || !world_asked(&o, &w)) {
		fputs(usage, stderr);
		return EX_USAGE;
	}
	if (o.need) {
		printf("%lld\n", (long long)world_bytes(&w));
		return EXIT_SUCCESS;
	}
	directory_of(o.database ? o.database : "", directory, sizeof directory);
	if (!has_space(o.csv ? o.csv : directory, world_bytes(&w)))
		return EX_IOERR;
	good = o.csv ? world_write(&w, o.csv, o.table, &err)
		     : world_fill(&w, o.database, o.fast || is_nation(&o), &err);
	if (!good)
		fprintf(stderr, "generate: %s\n", err.text);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
