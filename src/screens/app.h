#ifndef SCREENS_APP_H
#define SCREENS_APP_H

#include "base/kind.h"
#include "form/form.h"
#include "store/select.h"
#include "ui/ui.h"
#include "ui/views.h"

struct db;
struct design_edit;
struct report;
struct revision_reason;
struct screens_script;
struct settings;

/*
 * What all screens share, and the screens themselves. Screens that belong
 * to a programme, group or project take its id as their argument.
 */
struct last_value {
	const struct field *field;
	const char *text;
	int64_t id; /* REF: the record */
	struct last_value *next;
};

/* The row a list was left on. */
struct last_row {
	const struct kind *kind;
	int64_t id;
	struct last_row *next;
};

struct app {
	struct db *db;
	const struct settings *settings;
	struct form_set forms;
	struct form_references references;
	struct arena arena;
	struct last_value *last;       /* what was typed last in each field */
	struct last_row *rows;	       /* where each list was left */
	const struct respondent {
		int64_t survey; /* a needs survey; 0: sheets of a programme */
		int64_t programme, questionnaire;
		const char *role, *phase; /* codes or "" */
	} *respondent; /* who may only fill in sheets; NULL: staff */
	struct screens_script *script; /* NULL: a real terminal */
};

static inline struct app *app_of(struct ui *ui)
{
	return ui_context(ui);
}

/* What was stored last from a field, NULL for nothing; and to remember it. */
const struct last_value *last_value(const struct app *app, const struct field *f);
void remember_value(struct app *app, const struct field *f, const char *text, int64_t id);

/* The row on which the list of all records of the kind was left, 0 for none;
 * and to remember it. A list opens on the row used last. */
int64_t last_row(const struct app *app, const struct kind *kind);
void remember_row(struct app *app, const struct kind *kind, int64_t id);

/* Leaf from a year to the next or the one before; false, and *year stays, beyond
 * those that records may have. */
bool year_turn(int *year, int by);

/* ---- the two general screens ---- */

/* A list of one kind, all of it or what belongs to a record. */
struct list_argument {
	const struct kind *kind;
	const char *parent_field; /* NULL: all */
	int64_t parent;
	const char *title; /* translated; NULL: the form's own */
	const char *filter;
	bool choose; /* for record_choose_class */
	int64_t run; /* a programme whose design these are parts of: the parent is its
	              * revision, also after a change made a new one; 0: no parts */
	struct chosen_records *many; /* Enter takes all that are marked; NULL: one */
};
struct chosen_records {
	struct arena *arena; /* owns the ids */
	int64_t *ids;
	size_t count;
};
extern const struct screen_class record_list_class;
/* Show the list until it is left; lists of some kinds can do more. */
void list_run(struct ui *ui, const struct list_argument *argument);
/* The same, for choosing: the id is left as the result. */
extern const struct screen_class record_choose_class;

/* A form for one record. */
struct edit_argument {
	const struct kind *kind;
	int64_t id;               /* 0: a new record */
	const char *parent_field; /* set in a new record; NULL: none */
	int64_t parent;
	int64_t given;	  /* set in a new record where edit_given_field says; 0: nothing */
	const char *name; /* what a new record is called; NULL: not known yet */
	int64_t like; /* a new record begins with the values of this one, or 0 */
	/* A new record begins with what is known of it in this one; NULL: nothing. It
	 * must last as long as the form. */
	const void *begins;
	int64_t run; /* as in struct list_argument */
	const struct select *among; /* its neighbours; NULL: in the kind's own order */
};
extern const struct screen_class record_edit_class;

/* Write a file whose name was typed; one that is there is asked about. Says
 * what came of it; true where it was written. */
bool write_asked(struct ui *ui, const char *path, const char *text, size_t count);

/* Why the design of a run is changed, put into *edit: asked only where other
 * runs share it. False where the user thought better of it (err->code
 * ERR_NONE) or for a failure. */
bool design_reason(struct ui *ui, struct design_edit *edit, struct err *err);
/* The same question for lines that are changed already: words, or an open
 * finding or action of the run. */
bool design_because(struct ui *ui, int64_t programme, const char *question,
		    struct revision_reason *out, struct err *err);

/* ---- looking into a list ---- */

/* What a list is asked for by example (domain/criteria.h). */
struct list_query {
	struct arena *arena; /* owns what follows */
	const char *typed;   /* as form_values_to_draft says it */
	const char *summary; /* for people, "" for nothing */
	const struct select_term *terms;
	size_t term_count;
};
struct query_argument {
	const struct kind *kind;
	struct list_query *query; /* asked before; then what is asked now */
};
extern const struct screen_class record_query_class;
/* Ask for one more field; what it was asked for before is replaced. */
bool query_add(struct app *app, const struct kind *kind, struct list_query *query,
	       const struct field *field, const char *text, struct err *err);

struct frequency_argument {
	const struct select *select;
	const struct field *field;
	struct arena *arena; /* owns *value */
	const char **value;  /* the value that was entered, as it is shown */
};
extern const struct screen_class frequencies_class;

/* ---- screens of their own ---- */
extern const struct screen_class home_class;
extern const struct screen_class programme_class;
extern const struct screen_class person_class;
extern const struct screen_class participants_class;
extern const struct screen_class division_class;
extern const struct screen_class groups_class;
extern const struct screen_class project_class;
extern const struct screen_class rubrics_class;
extern const struct screen_class survey_class;
/* A programme's sheets of one questionnaire, from sheet `number` on (0: the
 * next new one). */
struct feedback_argument {
	int64_t programme, questionnaire, number;
	struct sheet_about {
		int64_t trainer, session;
		const char *role, *phase; /* codes; NULL as "" */
	} about; /* of new sheets */
};
/* The questionnaire of a programme, asked where there are several; false with
 * ERR_NONE where the user thought better of it. */
bool pick_questionnaire(struct ui *ui, int64_t programme, int64_t *picked,
			struct err *err);
/* Ask what the questionnaire's sheets are about, where they are about
 * anything; false where the user thought better of it. What is asked for
 * lives in `arena`. */
bool sheet_about_asked(struct ui *ui, int64_t programme, int64_t questionnaire,
		       struct sheet_about *about);
extern const struct screen_class feedback_class;
/* A programme's attendance, from `session` on (0: the one that is due). */
struct attendance_argument {
	int64_t programme, session;
};
extern const struct screen_class attendance_class;
/* A programme's test scores; its argument is the programme's id. */
extern const struct screen_class scores_class;
/* The levels that positions require. */
extern const struct screen_class standard_matrix_class;
/* A sheet in the grid, by its id. */
bool feedback_open_sheet(struct ui *ui, int64_t id);
/* For respondents: app->respondent says what they are asked. */
extern const struct screen_class answer_class;
extern const struct screen_class survey_answer_class;
/* Let people answer a survey until a member of staff leaves; false where it
 * takes no answers. */
bool survey_answer_run(struct ui *ui, int64_t survey, struct err *err);
extern const struct screen_class evaluation_class;
extern const struct screen_class completion_class;
extern const struct screen_class findings_class;
extern const struct screen_class comments_class;
extern const struct screen_class subjects_class;
/* Two revisions of the design of a programme, side by side. */
extern const struct screen_class revisions_class;
extern const struct screen_class history_class;
/* What became of a programme. */
extern const struct screen_class follow_up_class;

/* The why-trail of a record. */
struct trail_argument {
	const struct kind *kind;
	int64_t id;
};
extern const struct screen_class trail_class;

/* A report of the registry, or one that `make` fills. */
struct report_argument {
	const char *name;      /* of the report */
	const char *programme; /* code, or NULL */
	int year;	       /* 0: as the report thinks best */
	bool (*make)(void *context, struct report *report, struct err *err);
	void *context;
	const char *title; /* translated; for `make` */
	int64_t survey; /* id, or 0 */
};
extern const struct screen_class report_class;
extern const struct screen_class preview_class;
/* The lesson hours of a person: n leaves 1 as the result. */
extern const struct screen_class ledger_class;

/* Open the screen that records of the kind have beyond their form; false
 * where there is none. */
bool record_open_own(struct ui *ui, const struct kind *kind, int64_t id);

/* Ask for a CSV file, show what it would bring, ask, and take it in; with
 * `enrol` also enrol its persons into that programme. */
ui_flags import_asked(struct ui *ui, struct screen *s, const struct kind *kind,
		      int64_t enrol);

/* Ask where to, and write all records of the kind. */
ui_flags export_asked(struct ui *ui, struct screen *s, const struct kind *kind);

/* Undo and redo with what was undone in the message line. */
ui_flags undo_last(struct ui *ui);
ui_flags redo_last(struct ui *ui);

/* A day as people read it, in scratch memory. */
const char *day_label(struct ui *ui, struct date day);

extern const struct command commands[];
extern const struct key_default keys[];
extern const struct key_preset key_presets[];

#endif
