#ifndef TESTS_PTY_VT_H
#define TESTS_PTY_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * The real program in a pseudo-terminal, its screen kept by libvterm. No
 * sleeps: every step waits for a text to appear, with a limit.
 */
struct VTerm;

struct vt {
	pid_t pid;
	int fd;
	struct VTerm *term;
	int rows, columns;
	size_t received; /* bytes from the program */
	bool blind;	 /* nobody looks at them */
	/* Where it is set, whatever the program sends is shown to it as well. */
	void (*heard)(const char *bytes, size_t count);
};

/* Are there pseudo-terminals here at all? A bare chroot may have none. */
bool vt_available(void);

/* Start `argv` (argv[0] is the path) with `type` as TERM. */
bool vt_start(struct vt *v, char *const argv[], int rows, int columns, const char *type);

/* Send bytes as they are. */
bool vt_send(struct vt *v, const char *keys);

/* Read once what the program has said; false at its end. */
bool vt_take(struct vt *v);

/* Wait until the screen holds `text`; false after ten seconds. */
bool vt_wait(struct vt *v, const char *text);

/* Wait until the screen no longer holds it. */
bool vt_wait_gone(struct vt *v, const char *text);

bool vt_has(struct vt *v, const char *text);
void vt_resize(struct vt *v, int rows, int columns);

/* Another size that nobody looks at, until vt_resize gives a blank screen of
 * its size: terminals may crash where sizes change fast, libvterm does. */
void vt_resize_blind(struct vt *v, int rows, int columns);

/* Take what the program says until it is silent for a moment. */
void vt_quiet(struct vt *v);

/* The row the cursor stands on, from 0. */
int vt_cursor_row(struct vt *v);

/* Close the terminal as a lost connection does; true where the program then
 * ends within a second. */
bool vt_hang_up(struct vt *v);

/* Wait for the end; the exit status, or 128 + signal, or -1. */
int vt_end(struct vt *v);

/* The screen as text, for a failure; static memory. */
const char *vt_picture(struct vt *v);

#endif
