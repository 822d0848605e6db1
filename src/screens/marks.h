#ifndef SCREENS_MARKS_H
#define SCREENS_MARKS_H

#include "app.h"
#include "domain/rubric.h"

/*
 * A grid of levels 1 to 4, keyed in with one digit each: criteria of a rubric
 * (one column), or members of a group (a column for each thing they are rated
 * on). The first member of the state of the screens that show one, so that
 * the commands for such grids work in all of them. What is keyed in is saved
 * also where not all is; blanks are told. Until then it is kept as a draft, as
 * that of a form is.
 */
struct marks {
	struct app *app;
	size_t rows, columns;
	int64_t *values, *stored; /* row by row; NUMBER_NONE: blank */
	bool *keyed;		  /* answered, or blank on purpose */
	/* Of each row; NULL where the sheet has none. */
	const char **remarks, **stored_remarks;
	const char *kept; /* the draft that is stored */
	size_t at;
	bool changed;
	const struct marks_model *model;
};

struct marks_model {
	/* Store it. False where that failed, told through `err`. */
	bool (*save)(struct ui *ui, struct screen *s, struct err *err);
	/* Say in the message line what was saved. */
	void (*saved)(struct ui *ui, struct screen *s);
	/* Under which the draft is kept. */
	const char *(*key)(const struct screen *s, struct arena *arena);
	bool remarks; /* a row may have one */
};

/* Rows without values and remarks, in the screen's `rows`. */
void marks_init(struct marks *v, const struct marks_model *model, size_t rows,
		size_t columns, struct screen *s);
/* What is in `values` and `remarks` now is what is stored; what was keyed in
 * before and not saved comes back, and the cursor goes to the first that is
 * open. */
bool marks_begin(struct ui *ui, struct screen *s, struct err *err);
const char *marks_shown(const struct marks *v, size_t i);
size_t marks_blanks(const struct marks *v);
/* Does it differ from what is stored? */
bool marks_differ(const struct marks *v);
/* marks_keep.c: the draft of what differs; false, told, where it could not be
 * kept. */
bool marks_keep(struct ui *ui, struct screen *s);
void marks_from_draft(struct marks *v, const char *draft, struct arena *arena);
ui_flags marks_key(struct ui *ui, struct screen *s, int32_t key);
bool marks_grabs(struct ui *ui, struct screen *s, int32_t key);

/* Commands, as the table of commands names them. */
ui_flags marks_save(struct ui *ui, struct screen *s);
ui_flags marks_leave(struct ui *ui, struct screen *s);
ui_flags marks_blank(struct ui *ui, struct screen *s);
ui_flags marks_back(struct ui *ui, struct screen *s);
ui_flags marks_forget(struct ui *ui, struct screen *s);
ui_flags marks_undo(struct ui *ui, struct screen *s);
ui_flags marks_remark(struct ui *ui, struct screen *s);

/* A project's sheet of one assessor. */
struct assess_argument {
	int64_t project;
	const char *assessor;
};
extern const struct screen_class assess_class;

/* A group's sheet of one rater. */
struct peer_argument {
	int64_t project, rater;
};
extern const struct screen_class peer_class;

/* Commands of a project's screen, as the table of commands names them. */
ui_flags project_assess(struct ui *ui, struct screen *s);
ui_flags project_assessments(struct ui *ui, struct screen *s);
ui_flags project_peers(struct ui *ui, struct screen *s);
ui_flags project_scores_shown(struct ui *ui, struct screen *s);

#endif
