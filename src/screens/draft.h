#ifndef SCREENS_DRAFT_H
#define SCREENS_DRAFT_H

#include "app.h"

/*
 * The keys under which half-typed forms are kept: "KIND:ID" for a record,
 * "KIND:-PARENT" or "KIND:0" for a new one, "KIND:…:LIKE" for a copy,
 * "KIND:…:0:GIVEN" for a new one about a certain record,
 * "sheet:PROGRAMME:NUMBER:QUESTIONNAIRE" for a sheet, "assess:PROJECT:ASSESSOR"
 * and "peer:PROJECT:RATER" for those of a project, "survey-sheet:SURVEY:PERSON:RATER"
 * for one of a survey, with 1 for the first rater of rater_choices.
 */
struct assess_argument;
struct peer_argument;
struct survey_entry_argument;
const char *draft_key_form(const struct edit_argument *of, struct arena *arena);
/* Into *like the record of which a copy for the same place was left half typed,
 * 0 where there is none or where a draft of `of` itself is there. */
bool draft_find_copy(struct app *app, const struct edit_argument *of, struct arena *arena,
		     int64_t *like, struct err *err);
const char *draft_key_sheet(const struct feedback_argument *of, struct arena *arena);
const char *draft_key_assess(const struct assess_argument *of, struct arena *arena);
const char *draft_key_peer(const struct peer_argument *of, struct arena *arena);
const char *draft_key_survey(const struct survey_entry_argument *of, struct arena *arena);

/* Into *number that of a new sheet of this programme and questionnaire that was
 * left half keyed in; 0 where there is none. */
struct sheet;
bool draft_find_sheet(struct app *app, const struct sheet *of, struct arena *arena,
		      int64_t *number, struct err *err);

/* Where a new record is begun, as a cell of the budget or a year of the plan: the
 * numbers in its natural key, "@year=2026,fund=3", or "". What is typed elsewhere
 * is another draft. */
const char *draft_place(const struct edit_argument *of, struct arena *arena);
/* The next field of such a place (without the "@"), with its value in `record`;
 * NULL at the end. */
const struct field *draft_place_next(const struct kind *kind, const char **place,
				     void *record, struct arena *arena);

/* Keep `text` under the key, or nothing where it is empty. */
bool draft_keep(struct app *app, const char *key, const char *text, struct err *err);

/* What a draft is about, for people. */
bool draft_label(struct app *app, const char *key, struct arena *arena,
		 const char **label, struct err *err);
/* Open the form or sheet that it belongs to; where the record is gone, the
 * draft may be forgotten. */
void draft_open(struct ui *ui, const char *key);

#endif
