#ifndef DOMAIN_CLASH_H
#define DOMAIN_CLASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;
struct problems;
struct session;

/*
 * Sessions that cannot both be held: the same trainer, the same room or the
 * same participants at the same time. Nothing of cancelled programmes
 * counts. A room is the same where its name is (folded), unless the
 * programmes are in different places. A participant is somebody who holds a
 * place in both programmes; sessions of one programme do not clash in
 * participants, as they may be for different groups.
 */
enum clash_what { CLASH_TRAINER, CLASH_ROOM, CLASH_PARTICIPANTS };

struct clash_session {
	int64_t id, programme;
	const char *code; /* of the programme */
	int64_t number;
	const char *topic, *starts, *ends;
};

struct clash {
	enum clash_what what;
	bool certain; /* the times overlap; else only the day is the same, and a
		       * time is missing (trainer and room only) */
	struct date date;
	struct clash_session one, two;
	const char *who; /* the trainer, the room, or the first participant by name */
	int64_t people;	 /* CLASH_PARTICIPANTS: how many */
};

/* All clashes of the sessions of a programme, or with 0 of all programmes,
 * each pair once for each thing it clashes in, by date. */
bool clash_list(struct db *db, int64_t programme, struct arena *arena, struct clash **out,
		size_t *count, struct err *err);

/* Those between all sessions of a year, or with 0 of all years, in the same
 * way. */
bool clash_list_year(struct db *db, int year, struct arena *arena, struct clash **out,
		     size_t *count, struct err *err);

/* Those of one session as it is about to be saved (`one` is this session). */
bool clash_list_of(struct db *db, const struct session *s, struct arena *arena,
		   struct clash **out, size_t *count, struct err *err);

/* What clashes, translated: "Trainer". */
const char *clash_label(enum clash_what what);
/* In a sentence, seen from `one`: "Andi teaches PRJ26 session 2 at the same
 * time, 08:00 to 10:15." */
const char *clash_sentence(const struct clash *c, struct arena *arena);

/* Warn of what the session clashes with, at most three times. A failure
 * warns of nothing; the write that follows reports it. */
void clash_warn(struct db *db, const struct session *s, struct problems *problems);

/* Warn of the first session of the programme at a time at which the person is
 * expected in a session of another programme that is not over. */
void clash_warn_person(struct db *db, int64_t programme, int64_t person,
		       struct problems *problems);

#endif
