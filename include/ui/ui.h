#ifndef UI_UI_H
#define UI_UI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct kind;
struct settings;

/*
 * The frame of the program on a terminal: one loop, one reader of keys, a
 * stack of screens. A screen is a constant struct of functions; what can be
 * done on it stands in the table of commands. Knows no record kind, no SQL.
 *
 * Rows of the terminal: title, body, message, hint, key bar.
 */
struct ui;
struct screen;
struct canvas;
struct surface;

/* What a function wants done after it. The top screen is drawn again in any
 * case; curses sends only the cells that differ. */
enum {
	UI_NOTHING = 0,
	UI_RELOAD = 1 << 0, /* data changed: every screen fetches again */
	UI_CLOSE = 1 << 1,  /* this screen is finished */
	UI_QUIT = 1 << 2,
	UI_IGNORED = 1 << 3, /* the key was not used: look it up further */
	UI_UNKEPT = 1 << 5,  /* of UI_KEY_HANGUP: what is typed could not be kept */
	UI_PART = 1 << 4     /* only the entry with the cursor looks different */
};
typedef unsigned ui_flags;

/* Keys: a character is its code point; others are these, from 0x200000. */
enum {
	KEY_BASE_ = 0x200000,
	UI_KEY_UP,
	UI_KEY_DOWN,
	UI_KEY_LEFT,
	UI_KEY_RIGHT,
	UI_KEY_HOME,
	UI_KEY_END_,
	UI_KEY_PAGE_UP,
	UI_KEY_PAGE_DOWN,
	UI_KEY_INSERT,
	UI_KEY_DELETE,
	UI_KEY_BACKSPACE,
	UI_KEY_ENTER,
	UI_KEY_TAB,
	UI_KEY_BACK_TAB,
	UI_KEY_ESCAPE,
	UI_KEY_F0,
	UI_KEY_F12 = UI_KEY_F0 + 12,
	UI_KEY_CTRL_LEFT,
	UI_KEY_CTRL_RIGHT,
	UI_KEY_PASTE,
	UI_KEY_RESIZE,
	UI_KEY_HANGUP, /* the terminal is gone: keep drafts, leave */
	UI_KEY_IDLE,   /* nothing was typed for a moment: a time to keep drafts */
	UI_KEY_ALARM   /* nothing was typed for as long as ui_set_alarm says */
};
#define UI_CTRL(letter) ((letter)&0x1f)
#define UI_META(c) (0x400000 | (c)) /* Alt and a character */

/* Contexts of commands and keys; lookup goes field, screen, global, always.
 * What is ALWAYS there works in questions too. */
enum context {
	CONTEXT_ALWAYS,
	CONTEXT_GLOBAL,
	CONTEXT_LIST,
	CONTEXT_FORM,
	CONTEXT_GRID,
	CONTEXT_PAGER,
	CONTEXT_MENU,
	CONTEXT_PROGRAMME,
	CONTEXT_DIVISION,
	CONTEXT_PROJECT,
	CONTEXT_EVALUATION,
	CONTEXT_HISTORY,
	CONTEXT_HOME,
	CONTEXT_PARTICIPANTS,
	CONTEXT_GROUPS,
	CONTEXT_QUERY,
	CONTEXT_ROWS,
	CONTEXT_CHOOSE,
	CONTEXT_PREVIEW,
	CONTEXT_LEDGER,
	CONTEXT_ATTENDANCE,
	CONTEXT_SCORES,
	CONTEXT_SESSIONS,	/* a list of sessions: also what CONTEXT_LIST has */
	CONTEXT_PERSONS,	/* a list of persons: likewise */
	CONTEXT_QUESTIONNAIRES, /* a list of questionnaires: likewise */
	CONTEXT_PLAN_ITEMS,	/* a list of the yearly plan: likewise */
	CONTEXT_READY,		/* a list whose rows come ready in part: likewise */
	CONTEXT_COMPLETION,
	CONTEXT_FOLLOW_UP,
	CONTEXT_MARKS,
	CONTEXT_RUBRICS,
	CONTEXT_SURVEY,	      /* a survey's page: also what CONTEXT_ROWS has */
	CONTEXT_SURVEY_ENTRY, /* its sheets are keyed in */
	CONTEXT_FIND,
	CONTEXT_PERSON,
	CONTEXT_ANSWER,
	CONTEXT_FINDINGS,
	CONTEXT_COMMENTS,
	CONTEXT_SUBJECTS,
	CONTEXT_REVISIONS,
	CONTEXT_TRAIL,
	CONTEXT_COMPETENCIES, /* a list of competencies: also what CONTEXT_LIST has */
	CONTEXT_STANDARDS,
	CONTEXT_JP,	   /* lesson hours by unit: also what CONTEXT_ROWS has */
	CONTEXT_JP_PEOPLE, /* of a unit: likewise */
	CONTEXT_SURVEYS,   /* a list of needs surveys: also what CONTEXT_LIST has */
	CONTEXT_RANKING,   /* needs of a survey: also what CONTEXT_ROWS has */
	CONTEXT_HEAT,
	CONTEXT_NEED_PEOPLE, /* behind a need: also what CONTEXT_ROWS has */
	CONTEXT_SUGGESTIONS, /* whom to invite: likewise */
	CONTEXT_FITTING,     /* programmes that fit a person: likewise */
	CONTEXT_AIMS,	     /* what a suggestion adds up: likewise */
	CONTEXT_PLAN,	     /* the yearly plan of a year: likewise */
	CONTEXT_BUDGET,	     /* its budget: likewise */
	CONTEXT_CALENDAR,
	CONTEXT_CLASHES, /* of sessions: also what CONTEXT_ROWS has */
	CONTEXT_ROLL,	 /* what all grids over the people of a programme have */
	CONTEXT_COUNT
};

struct command {
	const char *name; /* "archive": config file, tests */
	enum context context;
	const char *help;  /* N_(): palette, help, key bar */
	const char *brief; /* N_(): one word for the key bar, or "" */
	ui_flags (*run)(struct ui *ui, struct screen *screen);
};

struct key_default {
	enum context context;
	const char *key; /* "F2", "C-s", "n", "Enter", "M-1" */
	const char *command;
};

/* Further keys under a name that the setting "keymap" may choose. */
struct key_preset {
	const char *name;
	const struct key_default *keys; /* ends with a NULL key */
};

struct screen_class {
	const char *name;
	enum context context; /* where its keys are looked up first */
	bool modal; /* a question: of the commands for everywhere only a few work */
	size_t state_size;
	/* `argument` is the opener's. */
	bool (*open)(struct ui *ui, struct screen *screen, const void *argument,
		     struct err *err);
	const char *(*title)(struct ui *ui, struct screen *screen); /* in scratch */
	bool (*reload)(struct ui *ui, struct screen *screen, struct err *err);
	void (*draw)(struct ui *ui, struct screen *screen, struct canvas *canvas);
	/* Keys that are typed rather than bound (text, digits, arrows of a
	 * view). Called before the key table where `grabs` says so, else after. */
	ui_flags (*key)(struct ui *ui, struct screen *screen, int32_t key);
	bool (*grabs)(struct ui *ui, struct screen *screen, int32_t key);
	const char *(*hint)(struct ui *ui, struct screen *screen); /* "" for none */
	void (*close)(struct ui *ui, struct screen *screen);
	/* The record with the cursor, for what works on any record; false where
	 * there is none. May be NULL. */
	bool (*record)(struct screen *screen, const struct kind **kind, int64_t *id);
};

struct screen {
	const struct screen_class *class;
	void *state;	    /* class->state_size bytes, zeroed, in `arena` */
	struct arena arena; /* until the screen closes */
	struct arena rows;  /* the screen's own, for what a reload replaces */
	bool lost;	    /* what it shows could not be fetched: it closes */
	int64_t result;	    /* left for the opener; 0 where it was cancelled */
	struct screen *below;
	struct surface *surface; /* the ui's own: window and panel */
};

/* Tables and context that the screens layer hands in. */
struct ui_options {
	const struct settings *settings;
	const struct command *commands;	  /* ends with a NULL name */
	const struct key_default *keys;	  /* ends with a NULL key */
	const struct key_preset *presets; /* ends with a NULL name */
	void *context;			  /* for screens: ui_context() */
	/* For tests: keys from a file and the screen to nowhere, with `lines` and
	 * `columns`; NULL for the terminal. At the end of the file `at_end` sees
	 * the last picture, and the program ends. */
	const char *key_file;
	int lines, columns;
	void (*at_end)(struct ui *ui, void *context);
};

bool ui_open(struct ui **ui, const struct ui_options *options, struct err *err);
/* Would the keys of the settings do, without a terminal? */
bool ui_check_keys(const struct ui_options *options, struct err *err);
void ui_close(struct ui *ui); /* restores the terminal; accepts NULL */
void *ui_context(struct ui *ui);
/* Memory until the next key of the screen on top: what a command puts there
 * outlives the screens it runs. */
struct arena *ui_scratch(struct ui *ui);

/* Show a screen and run the loop until it closes; *result is what it left
 * (may be NULL). Re-entrant: asking is a plain call. False for a failure
 * to open, told in the message line as well. UI_QUIT unwinds all. */
bool ui_run(struct ui *ui, const struct screen_class *class, const void *argument,
	    int64_t *result);
/* The same for the first screen, whose failure there is nobody to show to. */
bool ui_run_first(struct ui *ui, const struct screen_class *class, struct err *err);
/* Is a screen of this class anywhere on the stack? */
bool ui_is_open(const struct ui *ui, const struct screen_class *class);

struct screen *ui_top(struct ui *ui);
int ui_columns(const struct ui *ui);
/* Tell all screens UI_KEY_ALARM once nothing was typed for `ms`; 0: never. */
void ui_set_alarm(struct ui *ui, int64_t ms);
/* Draw everything again, as after somebody wrote over the screen. */
void ui_repaint(struct ui *ui);
/* The text of the last UI_KEY_PASTE, cleaned to valid UTF-8. */
const char *ui_pasted(struct ui *ui);
/* Arrows, pages, Home and End among `count` lines, of which `page` are shown;
 * UI_IGNORED for other keys. */
ui_flags ui_move(size_t *selected, size_t count, size_t page, int32_t key);
/* Run the command `name` of `context` as if its key had been pressed. */
ui_flags ui_run_command(struct ui *ui, enum context context, const char *name);
/* The label of the key of a command where `context` is on top ("" for none),
 * and what the command says of itself, translated. In scratch. */
const char *ui_command_key(struct ui *ui, enum context context, const char *name);
const char *ui_command_help(struct ui *ui, enum context context, const char *name);
/* The picture as text, a line of the terminal a line, blanks at ends cut. */
const char *ui_dump(struct ui *ui, struct arena *arena);
/* 0 goes on; the signal number or exit status the program should end with. */
int ui_exit_status(const struct ui *ui);

/* The message line, until the next key. */
void ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A failure: shown with a beep. What was typed ahead is kept. That the file is
 * busy is not said where nobody waits for it. */
void ui_fail(struct ui *ui, const struct err *err);
/* Beep and drop pending input: a key that was refused. */
void ui_refuse(struct ui *ui, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Show `text` while another program holds what is needed. Called again and
 * again, about 40 times a second; false to give up: at Esc, and at once where
 * nobody waits for it (drafts that are kept between two keys). */
bool ui_wait(struct ui *ui, const char *text);

/* Around what takes long: show `text`, and at the end drop what was typed
 * meanwhile, as it was meant for another place. In between ask ui_work_stopped
 * now and then: true from the moment on that Esc is pressed or the program is
 * told to end. */
void ui_work_begin(struct ui *ui, const char *text);
bool ui_work_stopped(struct ui *ui);
void ui_work_end(struct ui *ui);

/* Questions; all are screens run re-entrantly. */
bool ui_confirm(struct ui *ui, const char *question); /* y/Enter, n/Esc */
/* A line of text at the bottom; false where it was cancelled. It begins with
 * `initial`: Enter takes it, typing replaces it, an arrow or Backspace changes
 * it. The result lives in `arena`. */
bool ui_ask(struct ui *ui, const char *label, const char *initial, struct arena *arena,
	    const char **text);
/* The same where its beginning is typed already: typing goes on behind it. */
bool ui_ask_on(struct ui *ui, const char *label, const char *begun, struct arena *arena,
	       const char **text);
/* The same with `changed` called for each change, for a filter that shows
 * its effect at once. */
bool ui_ask_live(struct ui *ui, const char *label, const char *initial,
		 void (*changed)(void *context, const char *text), void *context,
		 struct arena *arena, const char **text);
/* The path of a file: Tab completes it. */
bool ui_ask_path(struct ui *ui, const char *label, const char *initial,
		 struct arena *arena, const char **text);
/* A table file that is there: a few letters of its name are enough where they
 * mean only one (base/file_find.h), and which one is shown. */
bool ui_ask_file(struct ui *ui, const char *label, struct arena *arena,
		 const char **path);
/* A short pick list (libmenu, at most 200); the index, or -1. */
struct ui_choice {
	const char *label, *note;
};
int ui_pick(struct ui *ui, const char *title, const struct ui_choice *choices,
	    size_t count, size_t current);
/* A list whose last choice stands for all that it does not have: letters that
 * fit none lead to that, and into *typed, in the scratch arena; "" where it was
 * chosen. */
int ui_pick_other(struct ui *ui, const char *title, const struct ui_choice *choices,
		  size_t count, size_t current, const char **typed);
/* The command palette / help: filter by typing, Enter runs. */
ui_flags ui_palette(struct ui *ui);

/* Let the user change `text` in the editor of $VISUAL or $EDITOR; *out lives
 * in `arena` and may have line breaks. Untouched where that fails. */
bool ui_edit_outside(struct ui *ui, const char *text, struct arena *arena,
		     const char **out, struct err *err);

/* Drawing, for screens that show more than a view. Rows and columns from 0
 * inside the body; what does not fit is cut. Text is made visible-safe. */
enum style {
	STYLE_PLAIN,
	STYLE_TITLE,
	STYLE_LABEL,
	STYLE_FOCUS,
	STYLE_MARK,
	STYLE_GOOD,
	STYLE_WARN,
	STYLE_BAD,
	STYLE_DIM,
	STYLE_KEY,
	STYLE_COUNT
};
int canvas_rows(const struct canvas *c);
int canvas_columns(const struct canvas *c);
/* The last picture still stands, and only the entry with the cursor changed. */
bool canvas_is_part(const struct canvas *c);
void canvas_text(struct canvas *c, int row, int column, int width, enum style style,
		 const char *text);
/* A label of `label` columns and its value; an empty value shows as a dash. */
struct pair {
	const char *label, *value;
};
void canvas_pair(struct canvas *c, int row, int column, int label, struct pair pair);
void canvas_rule(struct canvas *c, int row, int column, int width);
/* Where the terminal's cursor shall stand. */
void canvas_cursor(struct canvas *c, int row, int column);

#endif
