#ifndef UI_UI_PRIVATE_H
#define UI_UI_PRIVATE_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <panel.h>
#include <stdio.h>

#include "ui/ui.h"

/*
 * What the files of the ui share: the terminal, the stack of screens and
 * the keymap. Nothing here is seen by screens.
 */
enum { KEYMAP_MOST = 512, TITLE_ROW = 0, BODY_ROW = 1, FOOT_ROWS = 3 };
/* Below this nothing is drawn but a notice. */
enum { LINES_LEAST = 6, COLUMNS_LEAST = 20 };

struct binding {
	enum context context;
	int32_t key;
	const struct command *command;
};

struct surface {
	WINDOW *window;
	PANEL *panel;
};

struct canvas {
	struct ui *ui;
	WINDOW *window;
	int top, rows, columns; /* the body inside the window */
	bool part;
	bool has_cursor;
	int cursor_row, cursor_column;
};

/* The text of a line that was drawn last; a longer one is always drawn. */
struct shown {
	char text[1024];
};

struct ui {
	struct ui_options options;
	struct arena arena;   /* as long as the program */
	struct arena *scratch; /* until the next key of the screen on top */
	struct arena first_scratch;
	SCREEN *terminal;
	FILE *input, *output;
	int lines, columns;
	struct screen *top;
	struct binding *bindings;
	size_t binding_count;
	char message[512];
	bool message_bad;
	struct shown title, foot;
	char *pasted;
	struct arena paste_arena;
	bool quit;
	int exit_status;
	bool at_end; /* of a key file */
	bool idle_told; /* since the last key */
	bool alarm_told;
	int64_t alarm_ms; /* 0: none */
	int64_t told;   /* clock_ms() when screens could keep drafts last */
	bool hurried;   /* nobody waits for what is done now */
	int64_t waiting_since, waited; /* ui_wait(): first and last call of a wait */
	int64_t worked;   /* ui_work_stopped(): when keys were looked at last */
	bool work_stopped;
	char directory[1024]; /* where the last file was taken from, with its "/" */
	bool part;      /* the next picture differs in one entry only */
};

/* term.c */
bool term_open(struct ui *ui, struct err *err);
void term_close(struct ui *ui);
/* Has the terminal another size now? Takes it over. */
bool term_resized(struct ui *ui);
/* The next key; waits for it. UI_KEY_HANGUP where the terminal is gone; 0 where
 * there is only something new to draw. */
int32_t term_key(struct ui *ui);
void term_drop_input(struct ui *ui);
/* Was Esc pressed? Keys before it stay to be read. */
bool term_escape(void);
/* The same, but what was typed before it is dropped. */
bool term_drop_to_escape(void);
/* Give the terminal to another program, which may also be interrupted; and
 * take it back. */
void term_leave(struct ui *ui);
void term_return(struct ui *ui);
/* A signal that asked the program to end, or 0. */
int term_signal(void);

/* theme.c */
void theme_open(struct ui *ui);
attr_t theme_style(const struct ui *ui, enum style style);

/* keys.c */
bool key_parse(const char *name, int32_t *key);
const char *key_label(struct arena *arena, int32_t key);
/* A code of curses (with KEY_CODE_YES) as ours; 0 for none. */
int32_t key_from_curses(int code);
/* Teach curses the sequences that PuTTY, xterm and the console send. */
void key_define_all(void);
enum { CODE_PASTE_BEGIN = KEY_MAX + 10, CODE_PASTE_END, CODE_CTRL_LEFT, CODE_CTRL_RIGHT,
       CODE_ESCAPE };

/* keymap.c */
bool keymap_open(struct ui *ui, struct err *err);
/* The command `name` of `context`; there being none is a bug. */
const struct command *keymap_command(const struct ui *ui, enum context context,
				     const char *name);
/* What the key does where a screen of this class is on top, or NULL. */
const struct command *keymap_find(const struct ui *ui, const struct screen_class *class,
				  int32_t key);
/* The first of its keys there that is a character or Ctrl and a letter. */
int32_t keymap_plain_key_of(const struct ui *ui, const struct screen_class *class,
			    const struct command *c);
/* The first key of a command there; 0 for none. */
int32_t keymap_key_of(const struct ui *ui, const struct screen_class *class,
		      const struct command *c);
/* The first that does not type where the cursor stands; 0 for none. */
int32_t keymap_free_key_of(struct ui *ui, struct screen *s, const struct command *c);
bool context_parse(const char *name, enum context *context);
/* Does the command work in a context, by itself or through its parent? */
bool context_has(enum context context, const struct command *c);

/* canvas.c */
void canvas_open(struct canvas *c, struct ui *ui, struct screen *screen);
/* The whole window, for title and foot. */
void canvas_whole(struct canvas *c, struct ui *ui, struct screen *screen);
WINDOW *canvas_window(struct canvas *c);

/* frame.c: draw the screen on top. */
void ui_draw(struct ui *ui);
/* Too small to show anything sensible; nothing is lost meanwhile. */
bool ui_is_tiny(const struct ui *ui);

/* palette.c, pick.c, prompt.c use ui_run with classes of their own. */

#endif
