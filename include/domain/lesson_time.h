#ifndef DOMAIN_LESSON_TIME_H
#define DOMAIN_LESSON_TIME_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct problems;

/*
 * Lesson hours and the clock: 1 JP is 45 minutes. JP are hundredths, so an
 * hour is 1.33 JP; times are "HH:MM", "" where nothing is known.
 */
enum { LESSON_MINUTES = 45 };

/* Minutes of "HH:MM" since midnight; -1 for "". */
int clock_minutes(const char *time);
/* "HH:MM"; "" for what is no time of the same day. */
const char *clock_text(struct arena *arena, int minutes);

/* The JP of so many minutes, rounded half up to hundredths. */
int64_t lesson_jp(int minutes);
/* The minutes of so many JP, rounded half up. */
int lesson_minutes(int64_t jp);
/* Do both say the same but for rounding, that is by half a minute? */
bool lesson_agrees(int minutes, int64_t jp);

/* Times and JP of one session. */
struct lesson {
	const char *starts, *ends;
	int64_t jp; /* hundredths or NUMBER_NONE */
};

/* Fill in what follows from the rest: JP from both times, the end from its
 * beginning and the JP. What is given stays. Texts live in `arena`. */
void lesson_fill(struct lesson *l, struct arena *arena);

/* An end before the beginning is an error of "ends"; JP that differ from the
 * times are a warning of "jp" that names both. */
void lesson_check(const struct lesson *l, struct problems *problems);

#endif
