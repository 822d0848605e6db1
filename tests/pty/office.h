#ifndef TESTS_PTY_OFFICE_H
#define TESTS_PTY_OFFICE_H

#include "vt.h"

/*
 * An office file of its own in a directory of its own, and the program on
 * it. Each step that fails prints the screen and ends the test program.
 */
extern char office_path[64];

#define F2 "\033OQ"
#define F10 "\033[21~"
#define ENTER "\r"
#define ESC "\033"
#define TAB "\t"

/* Make the directory and an empty file, or one with the sample. False where
 * there are no terminals here: then nothing can be tested. */
bool office_make(bool sample);
/* Remove them. */
bool office_remove(void);

/* Start the program in English at 80×24, whatever comes of it. */
void office_begin(struct vt *v, const char *type);
/* And wait for its first screen. */
void office_start(struct vt *v, const char *type);

/* The same with arguments (a NULL ends them), until the screen holds `text`. */
void office_run(struct vt *v, const char *const *arguments, const char *type,
		const char *text);
/* A sub-command that must succeed. */
void office_command(const char *arguments);

_Noreturn void fail(struct vt *v, const char *name);
void good(const char *name);

/* Send keys, and wait for a text that must appear. */
void type(struct vt *v, const char *keys, const char *text);

/* The only number that a query gives, or -1. */
long long number(const char *sql);
/* Wait until it gives `wanted`. */
void await(struct vt *v, const char *sql, long long wanted);
/* Change the file behind the program's back. */
void put(const char *sql);
/* It must be `wanted`. */
void check(struct vt *v, const char *name, const char *sql, long long wanted);

#endif
