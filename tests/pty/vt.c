#include "vt.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

enum { LIMIT_MS = 10000, PICTURE = 65536 };

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

bool vt_available(void)
{
	int master, slave;

	if (openpty(&master, &slave, NULL, NULL, NULL) != 0)
		return false;
	close(master);
	close(slave);
	return true;
}

static void new_screen(struct vt *v, int rows, int columns)
{
	v->rows = rows;
	v->columns = columns;
	v->term = vterm_new(rows, columns);
	vterm_set_utf8(v->term, 1);
	vterm_screen_reset(vterm_obtain_screen(v->term), 1);
}

bool vt_start(struct vt *v, char *const argv[], int rows, int columns, const char *type)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)columns };

	*v = (struct vt){ 0 };
	new_screen(v, rows, columns);
	v->pid = forkpty(&v->fd, NULL, NULL, &size);
	if (v->pid == 0) {
		setenv("TERM", type, 1);
		execv(argv[0], argv);
		_exit(127);
	}
	return v->pid > 0;
}

bool vt_send(struct vt *v, const char *keys)
{
	size_t count = strlen(keys);

	return write(v->fd, keys, count) == (ssize_t)count;
}

/* What the program has to say within `ms`; false at its end. */
static bool take_output(struct vt *v, int ms)
{
	struct pollfd in = { .fd = v->fd, .events = POLLIN };
	char bytes[4096];
	ssize_t got;

	if (poll(&in, 1, ms) <= 0)
		return true;
	got = read(v->fd, bytes, sizeof bytes);
	if (got <= 0)
		return false;
	v->received += (size_t)got;
	if (v->heard)
		v->heard(bytes, (size_t)got);
	if (!v->blind)
		vterm_input_write(v->term, bytes, (size_t)got);
	return true;
}

bool vt_take(struct vt *v)
{
	return take_output(v, 0);
}

const char *vt_picture(struct vt *v)
{
	static char text[PICTURE];
	VTermScreen *screen = vterm_obtain_screen(v->term);
	size_t used = 0;

	for (int row = 0; row < v->rows; row++) {
		VTermRect line = { row, row + 1, 0, v->columns };

		used += vterm_screen_get_text(screen, text + used, PICTURE - used - 2,
					      line);
		while (used > 0 && text[used - 1] == ' ')
			used--;
		text[used++] = '\n';
	}
	text[used] = '\0';
	return text;
}

bool vt_has(struct vt *v, const char *text)
{
	return strstr(vt_picture(v), text) != NULL;
}

static bool wait_for(struct vt *v, const char *text, bool wanted)
{
	long limit = now_ms() + LIMIT_MS;

	while (now_ms() < limit) {
		if (vt_has(v, text) == wanted)
			return true;
		if (!take_output(v, 20))
			return vt_has(v, text) == wanted;
	}
	return false;
}

bool vt_wait(struct vt *v, const char *text)
{
	return wait_for(v, text, true);
}

bool vt_wait_gone(struct vt *v, const char *text)
{
	return wait_for(v, text, false);
}

static void tell_size(struct vt *v, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)columns };

	ioctl(v->fd, TIOCSWINSZ, &size);
}

void vt_resize(struct vt *v, int rows, int columns)
{
	if (v->blind) {
		vt_quiet(v);
		vterm_free(v->term);
		new_screen(v, rows, columns);
		v->blind = false;
	}
	v->rows = rows;
	v->columns = columns;
	vterm_set_size(v->term, rows, columns);
	tell_size(v, rows, columns);
}

void vt_resize_blind(struct vt *v, int rows, int columns)
{
	v->blind = true;
	tell_size(v, rows, columns);
}

int vt_end(struct vt *v)
{
	long limit = now_ms() + LIMIT_MS;
	int status = -1;
	pid_t got = 0;

	while (now_ms() < limit && (got = waitpid(v->pid, &status, WNOHANG)) == 0)
		take_output(v, 20);
	if (got == 0) {
		kill(v->pid, SIGKILL);
		waitpid(v->pid, &status, 0);
		status = -1;
	}
	close(v->fd);
	vterm_free(v->term);
	if (status == -1)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void vt_quiet(struct vt *v)
{
	size_t before;

	do {
		before = v->received;
		take_output(v, 150);
	} while (v->received != before);
}

int vt_cursor_row(struct vt *v)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(v->term), &at);
	return at.row;
}

bool vt_hang_up(struct vt *v)
{
	long limit = now_ms() + 1000;
	int status;
	pid_t got = 0;

	close(v->fd);
	vterm_free(v->term);
	while (now_ms() < limit && (got = waitpid(v->pid, &status, WNOHANG)) == 0)
		usleep(5000);
	if (got == 0) {
		kill(v->pid, SIGKILL);
		waitpid(v->pid, &status, 0);
	}
	return got != 0;
}
