#ifndef DOMAIN_PARTICIPANT_H
#define DOMAIN_PARTICIPANT_H

#include "base/kind.h"

/*
 * Persons in a programme: enrolments, attendance, scores, groups and their
 * members.
 */
extern const struct choice enrolment_status_choices[];
extern const struct choice attendance_state_choices[];

/* A person in a programme. */
struct enrolment {
	int64_t id;
	int64_t programme;  /* programme */
	int64_t person;	    /* person */
	const char *status; /* enrolment_status_choices */
	const char *reason;
};
extern const struct kind enrolment_kind;

/* How a person attended a session. */
struct attendance {
	int64_t id;
	int64_t session;   /* session */
	int64_t person;	   /* person */
	const char *state; /* attendance_state_choices */
	int64_t jp;	   /* hundredths attended; NUMBER_NONE: all of the session's
			    * where present or late, else none */
};
extern const struct kind attendance_kind;

/* Test scores of a person in a programme, 0 to the programme's test_most. */
struct score {
	int64_t id;
	int64_t programme; /* programme */
	int64_t person;	   /* person */
	int64_t pre;	   /* hundredths */
	int64_t post;	   /* hundredths */
};
extern const struct kind score_kind;

/* Participants who carry out a project together. */
struct group {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	const char *name;
	int64_t leader; /* person */
	int64_t mentor; /* person */
	int64_t seed;
	const char *rules;
	const char *reason;
};
extern const struct kind group_kind;

/* A participant in a group. */
struct member {
	int64_t id;
	int64_t group;	/* group */
	int64_t person; /* person */
	const char *role;
	int64_t locked;
};
extern const struct kind member_kind;

#endif
