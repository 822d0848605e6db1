#ifndef TESTS_BENCH_WORLD_H
#define TESTS_BENCH_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/kind.h"

struct arena;

/*
 * An invented country of civil servants. Every record is worked out from the
 * seed and its place alone, so that nothing is kept and any part can be made
 * again: the same seed and size give the same records, in a file as in a
 * database.
 */
struct world {
	uint64_t seed;
	int64_t persons, units;
	int64_t programmes; /* even; three more are there to be measured with */
	int64_t together;   /* enrolments of two neighbouring programmes, even */
	int64_t sheets;
	int64_t raters; /* persons who answer the needs survey */
};

/* "office", "province" or "nation"; false for another word. */
bool world_size(struct world *w, const char *size);
/* Of any number of persons, from 2 to WORLD_MOST. */
void world_of(struct world *w, int64_t persons);

enum {
	WORLD_MOST = 13000000, /* there are no more NIP */
	WORLD_YEAR = 2026,
	WORLD_COMPETENCIES = 15,
	WORLD_ITEMS = 12,
	WORLD_SPECIAL = 3,
	GRID_PEOPLE = 40,
	GRID_SESSIONS = 33,
	EVALUATED_SHEETS = 2000
};

/* The programmes that are measured with stand first: one that nobody is in,
 * one with a grid, one with many sheets. */
enum { PROGRAMME_EMPTY, PROGRAMME_GRID, PROGRAMME_SHEETS };

/* A table of the world. A reference in a record that `make` filled is the
 * place (from 1) of the other record in its own table. */
struct world_table {
	const struct kind *kind;
	int64_t (*count)(const struct world *w);
	void (*make)(const struct world *w, int64_t i, struct arena *arena, void *record);
	bool bulk;     /* many: checked by a test and not one by one */
	int64_t bytes; /* that a record takes, with indexes, at most */
};

/* In an order in which what is referred to is there; ends with a NULL kind.
 * Answers are no table: they come with their sheets. */
extern const struct world_table world_tables[];
const struct world_table *world_table_of(const struct kind *kind);

/* The value that sheet `sheet` gives item `item` (both from 0): 1 to 5. */
int64_t world_answer(const struct world *w, int64_t sheet, int64_t item);

/* Bytes of a database, or of the files, at most. */
int64_t world_bytes(const struct world *w);

/* A number from the seed for a purpose, below `below`. */
enum stream {
	STREAM_PERSON = 1,
	STREAM_NIP,
	STREAM_PROGRAMME,
	STREAM_ENROLMENT,
	STREAM_CERTIFICATE,
	STREAM_NEED,
	STREAM_ANSWER,
	STREAM_KEY
};
uint64_t world_hash(const struct world *w, enum stream stream, int64_t i, int64_t part);
int64_t world_below(const struct world *w, enum stream stream, int64_t i, int64_t part,
		    int64_t below);
/* A place (from 0) of `count`, another one for each i below `count`. */
int64_t world_scatter(int64_t i, int64_t count);

/* The next step that comes by all of `count` places. */
int64_t world_step(int64_t step, int64_t count);

/* people.c */
void make_unit(const struct world *w, int64_t i, struct arena *arena, void *record);
void make_person(const struct world *w, int64_t i, struct arena *arena, void *record);
const char *world_position(int64_t i);
enum { WORLD_POSITIONS = 40 };

/* world_programmes.c */
int64_t count_programmes(const struct world *w);
int64_t count_sessions(const struct world *w);
int64_t count_enrolments(const struct world *w);
int64_t count_sheets(const struct world *w);
void make_programme(const struct world *w, int64_t i, struct arena *arena, void *record);
void make_session(const struct world *w, int64_t i, struct arena *arena, void *record);
void make_enrolment(const struct world *w, int64_t i, struct arena *arena, void *record);
void make_sheet(const struct world *w, int64_t i, struct arena *arena, void *record);
const char *world_topic(int64_t i);
enum { WORLD_TOPICS = 16 };

#endif
