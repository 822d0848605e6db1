#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

#include "base/bug.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui_private.h"

enum {
	IDLE_MS = 600,
	ESCAPE_MS = 25,
	ESCAPE_REMOTE_MS = 100,
	ESCAPE_MOST_MS = 2000,
	ESCAPE_KEYS = 64,
	PASTE_MOST = 65536,
	PASTE_END_MS = 2000
};

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* The keypad as digits: xterm's entry would switch it to application mode. */
#define KEYPAD_PLAIN "\033>"

/* Set by signal handlers, and all they do. */
static volatile sig_atomic_t ending;
static volatile sig_atomic_t winding;

static void on_end(int number)
{
	ending = number;
}

static void on_wind(int number)
{
	(void)number;
	winding = 1;
}

int term_signal(void)
{
	return ending;
}

static void catch_signals(void)
{
	static const int ends[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT };
	/* They would end or stop the program without a word. */
	static const int strangers[] = { SIGPIPE, SIGTSTP, SIGALRM, SIGUSR1, SIGUSR2 };
	struct sigaction action = { .sa_handler = on_end };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		sigaction(ends[i], &action, NULL);
	action.sa_handler = on_wind;
	sigaction(SIGWINCH, &action, NULL);
	action.sa_handler = SIG_IGN;
	for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
		sigaction(strangers[i], &action, NULL);
}

/* Straight to the terminal: curses knows no word for these. */
static void tell_terminal(const struct ui *ui, const char *text)
{
	if (ui->options.key_file)
		return;
	fputs(text, ui->output);
	fflush(ui->output);
}

static bool open_streams(struct ui *ui, struct err *err)
{
	if (!ui->options.key_file) {
		ui->input = stdin;
		ui->output = stdout;
		return true;
	}
	ui->input = fopen(ui->options.key_file, "r");
	ui->output = fopen("/dev/null", "w");
	if (ui->input && ui->output)
		return true;
	return err_set(err, ERR_FILE, _("The terminal cannot be opened: %s."),
		       err_system(errno));
}

/* A paper or "dumb" terminal only goes on from line to line. */
static bool can_place_cursor(struct ui *ui, const char *type, struct err *err)
{
	const char *place = tigetstr("cup");

	/* For a name that is no text of the terminal's, it gives -1. */
	if (place && (intptr_t)place != -1)
		return true;
	endwin();
	delscreen(ui->terminal);
	ui->terminal = NULL;
	return err_set(
		err, ERR_FILE,
		_("The terminal (%s) cannot place its cursor, so no screens can be "
		  "shown. Set TERM to xterm, or use commands: bangkom --help "
		  "lists them."),
		type ? type : "");
}

static bool open_terminal(struct ui *ui, struct err *err)
{
	const char *type = getenv("TERM");

	if (ui->options.key_file)
		type = "xterm-256color";
	ui->terminal = newterm(type, ui->output, ui->input);
	if (!ui->terminal && !ui->options.key_file)
		ui->terminal = newterm("vt100", ui->output, ui->input);
	if (!ui->terminal)
		return err_set(
			err, ERR_FILE,
			_("This kind of terminal (%s) is not known. Set TERM to xterm."),
			type ? type : "");
	set_term(ui->terminal);
	return can_place_cursor(ui, type, err);
}

/* What $ESCDELAY says, else little; more where a network may split keys. */
static int escape_delay(void)
{
	const char *own = getenv("ESCDELAY");
	long ms = own ? strtol(own, NULL, 10) : 0;

	if (ms > 0 && ms <= ESCAPE_MOST_MS)
		return (int)ms;
	return getenv("SSH_CONNECTION") ? ESCAPE_REMOTE_MS : ESCAPE_MS;
}

/* For a bug: leave a terminal that can be read and typed in. */
static void give_back(void)
{
	if (isendwin())
		return;
	fputs(PASTE_OFF, stdout);
	fflush(stdout);
	endwin();
}

bool term_open(struct ui *ui, struct err *err)
{
	if (ui->options.key_file) {
		char number[12];

		snprintf(number, sizeof number, "%d", ui->options.lines);
		setenv("LINES", number, 1);
		snprintf(number, sizeof number, "%d", ui->options.columns);
		setenv("COLUMNS", number, 1);
	}
	if (!open_streams(ui, err))
		return false;
	catch_signals();
	if (!open_terminal(ui, err))
		return false;
	set_escdelay(escape_delay());
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	meta(stdscr, TRUE);
	key_define_all();
	tell_terminal(ui, KEYPAD_PLAIN PASTE_ON);
	if (!ui->options.key_file)
		bug_set_hook(give_back);
	theme_open(ui);
	getmaxyx(stdscr, ui->lines, ui->columns);
	return true;
}

void term_close(struct ui *ui)
{
	bug_set_hook(NULL);
	if (ui->terminal) {
		tell_terminal(ui, PASTE_OFF);
		endwin();
		delscreen(ui->terminal);
		ui->terminal = NULL;
	}
	if (ui->options.key_file && ui->input)
		fclose(ui->input);
	if (ui->options.key_file && ui->output)
		fclose(ui->output);
	ui->input = ui->output = NULL;
}

bool term_resized(struct ui *ui)
{
	bool told = winding;
	struct winsize size;

	winding = 0;
	if (ui->options.key_file || ioctl(fileno(ui->input), TIOCGWINSZ, &size) != 0 ||
	    size.ws_row == 0 || size.ws_col == 0)
		return false;
	if (size.ws_row == ui->lines && size.ws_col == ui->columns) {
		/* It was another one for a moment, and lost the picture. */
		if (told)
			redrawwin(curscr);
		return false;
	}
	resizeterm(size.ws_row, size.ws_col);
	getmaxyx(stdscr, ui->lines, ui->columns);
	return true;
}

void term_leave(struct ui *ui)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigemptyset(&ignore.sa_mask);
	sigaction(SIGINT, &ignore, NULL);
	sigaction(SIGQUIT, &ignore, NULL);
	tell_terminal(ui, PASTE_OFF);
	def_prog_mode();
	endwin();
}

void term_return(struct ui *ui)
{
	catch_signals();
	reset_prog_mode();
	tell_terminal(ui, KEYPAD_PLAIN PASTE_ON);
	redrawwin(curscr);
}

void ui_set_alarm(struct ui *ui, int64_t ms)
{
	ui->alarm_ms = ms;
}

enum waited { WAIT_INPUT, WAIT_IDLE, WAIT_FAILED };

/* How long nothing is typed before screens are told; false for ever. */
static bool patience(const struct ui *ui, struct timespec *out)
{
	int64_t ms = !ui->idle_told ? IDLE_MS : ui->alarm_told ? 0 : ui->alarm_ms;

	*out = (struct timespec){ ms / 1000, ms % 1000 * 1000000L };
	return ms > 0;
}

/* Wait until there is input or a signal, or for a moment after a key. */
static enum waited wait_for_input(const struct ui *ui)
{
	struct timespec moment;
	bool ends = patience(ui, &moment);
	sigset_t all, before;
	fd_set in;
	int got = 1;

	FD_ZERO(&in);
	FD_SET(fileno(ui->input), &in);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	if (!ending && !winding)
		got = pselect(fileno(ui->input) + 1, &in, NULL, NULL,
			      ends ? &moment : NULL, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (got == 0)
		return WAIT_IDLE;
	return got > 0 || errno == EINTR ? WAIT_INPUT : WAIT_FAILED;
}

/* Input is there but no key: the other end of the terminal is closed. */
static bool is_gone(const struct ui *ui)
{
	int bytes = 0;
	struct timeval none = { 0, 0 };
	fd_set in;

	FD_ZERO(&in);
	FD_SET(fileno(ui->input), &in);
	return select(fileno(ui->input) + 1, &in, NULL, NULL, &none) == 1 &&
	       ioctl(fileno(ui->input), FIONREAD, &bytes) == 0 && bytes == 0;
}

static int read_now(wint_t *c)
{
	nodelay(stdscr, TRUE);
	return wget_wch(stdscr, c);
}

/* Esc alone, Alt with a key, or a sequence that nobody knows: that one is
 * swallowed, never typed. A key that came right behind stays for later. */
static int32_t after_escape(void)
{
	wint_t c;
	int got = read_now(&c);

	if (got == ERR)
		return UI_KEY_ESCAPE;
	if (got == KEY_CODE_YES) {
		ungetch((int)c);
		return UI_KEY_ESCAPE;
	}
	if (c == '[' || c == 'O') {
		while (read_now(&c) == OK && (c < 0x40 || c > 0x7e))
			;
		return 0;
	}
	if (c >= '0' && c <= '9')
		return UI_KEY_F0 + (c == '0' ? 10 : (int32_t)(c - '0'));
	if (c > ' ' && c < 0x7f)
		return UI_META((int32_t)c);
	unget_wch((wchar_t)c);
	return UI_KEY_ESCAPE;
}

/* False where the text would not fit any more. */
static bool put_wide(char *out, size_t *used, wint_t c)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = { 0 };
	size_t count = wcrtomb(bytes, (wchar_t)c, &state);

	if (count == (size_t)-1)
		return true;
	if (*used + count >= PASTE_MOST)
		return false;
	memcpy(out + *used, bytes, count);
	*used += count;
	return true;
}

/* More of a paste is expected; false where the terminal is gone or nothing
 * came for a while, so that a lost end mark does not hold the program. */
static bool wait_for_more(const struct ui *ui, int64_t since)
{
	struct timeval moment = { 0, 50000 };
	fd_set in;

	if (ending || is_gone(ui) || clock_ms() - since > PASTE_END_MS)
		return false;
	FD_ZERO(&in);
	FD_SET(fileno(ui->input), &in);
	return select(fileno(ui->input) + 1, &in, NULL, NULL, &moment) >= 0 ||
	       errno == EINTR;
}

/* Everything up to the end of the paste; CR becomes a line break. */
static int32_t take_paste(struct ui *ui)
{
	int64_t since = clock_ms();
	size_t used = 0;
	bool fits = true;

	arena_reset(&ui->paste_arena);
	ui->pasted = arena_alloc(&ui->paste_arena, PASTE_MOST);
	for (;;) {
		wint_t c;
		int got = read_now(&c);

		if (got == ERR && !wait_for_more(ui, since))
			break;
		if (got == KEY_CODE_YES && c == CODE_PASTE_END)
			break;
		if (got != ERR)
			since = clock_ms();
		if (got == OK)
			fits = fits && put_wide(ui->pasted, &used, c == '\r' ? '\n' : c);
	}
	if (!fits)
		ui_refuse(ui,
			  _("That is too much to paste at once. Import it as a file."));
	ui->pasted[fits ? used : 0] = '\0';
	return *ui->pasted == '\0' ? 0 : UI_KEY_PASTE;
}

static int32_t plain_key(wint_t c)
{
	switch (c) {
	case '\r':
		return UI_KEY_ENTER;
	case '\t':
		return UI_KEY_TAB;
	case 0x7f:
	case '\b':
		return UI_KEY_BACKSPACE;
	case 0x1b:
		return after_escape();
	default:
		return (int32_t)c;
	}
}

int32_t term_key(struct ui *ui)
{
	for (;;) {
		wint_t c;
		int32_t key;
		int got;

		if (ending)
			return UI_KEY_HANGUP;
		if (winding && !ui->options.key_file)
			return UI_KEY_RESIZE;
		got = read_now(&c);
		if (got == ERR) {
			if (ui->options.key_file) {
				ui->at_end = true;
				return UI_KEY_HANGUP;
			}
			if (is_gone(ui))
				return UI_KEY_HANGUP;
			switch (wait_for_input(ui)) {
			case WAIT_FAILED:
				return UI_KEY_HANGUP;
			case WAIT_IDLE:
				ui->alarm_told = ui->idle_told;
				ui->idle_told = true;
				return ui->alarm_told ? UI_KEY_ALARM : UI_KEY_IDLE;
			case WAIT_INPUT:
				continue;
			}
		}
		ui->idle_told = ui->alarm_told = false;
		if (got == KEY_CODE_YES && c == CODE_PASTE_BEGIN)
			return take_paste(ui);
		key = got == KEY_CODE_YES ? key_from_curses((int)c) : plain_key(c);
		if (key != 0)
			return key;
	}
}

static bool is_escape(int got, wint_t key)
{
	return key == (got == KEY_CODE_YES ? CODE_ESCAPE : '\033');
}

bool term_escape(void)
{
	wint_t keys[ESCAPE_KEYS];
	int kinds[ESCAPE_KEYS] = { 0 }, got;
	size_t count = 0;
	bool found = false;

	while (!found && count < ESCAPE_KEYS && (got = read_now(&keys[count])) != ERR) {
		kinds[count] = got;
		found = is_escape(got, keys[count]);
		count += !found;
	}
	while (count-- > 0) {
		if (kinds[count] == KEY_CODE_YES)
			ungetch((int)keys[count]);
		else
			unget_wch((wchar_t)keys[count]);
	}
	return found;
}

bool term_drop_to_escape(void)
{
	wint_t key;
	int got;

	while ((got = read_now(&key)) != ERR) {
		if (is_escape(got, key))
			return true;
	}
	return false;
}

void term_drop_input(struct ui *ui)
{
	if (!ui->options.key_file)
		flushinp();
}
