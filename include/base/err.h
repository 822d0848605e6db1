#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

/*
 * A failure: something outside went wrong (disk, lock, file, conflict).
 * The text is made, translated, where the cause is known and shown once.
 * Wrong input of the user is a problem (problem.h), not a failure.
 */
enum err_code {
	ERR_NONE,
	ERR_DB,	       /* the database refused or is damaged */
	ERR_BUSY,      /* another process holds the file */
	ERR_NOT_FOUND, /* no such record */
	ERR_CONFLICT,  /* somebody changed the same fields meanwhile */
	ERR_INPUT,     /* data breaks a rule; nothing was written */
	ERR_FILE,      /* a file cannot be read or written */
	ERR_READ_ONLY, /* the database is open for reading only */
	ERR_SYNTAX,    /* a configuration or form file is wrong */
	ERR_USAGE,     /* a command line is wrong */
	ERR_NO_INPUT,  /* what is to be read is not there, or is no file */
	ERR_DENIED,    /* the system does not permit it */
	ERR_CREATE,    /* a file cannot be made there */
	ERR_STOPPED    /* somebody stopped it; nothing was written */
};

struct err {
	enum err_code code;
	char text[512]; /* UTF-8, one or two sentences, already translated */
};

/* Record a failure. Always returns false, so that it can be returned. What a
 * terminal would obey in names and cells becomes visible marks (text_visible). */
bool err_set(struct err *err, enum err_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Put what we were doing in front of the recorded cause: "what: cause".
 * Always returns false. */
bool err_context(struct err *err, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What errno says, also where the C library speaks no Indonesian. */
const char *err_system(int number);

/* The sysexits status for a command that ended with this failure. */
int err_exit_status(const struct err *err);

#endif
