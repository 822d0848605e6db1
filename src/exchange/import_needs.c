#include "import_needs.h"

#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "domain/survey.h"
#include "import_work.h"
#include "store/record.h"

enum { TOLD_MOST = 20 };

bool needs_wide_is(struct import *im)
{
	static const char *const own[] = { "competency", "level" };
	struct columns columns;

	if (im->kind != &need_kind)
		return false;
	columns_of(&columns, im->kind, true, im->arena);
	for (size_t i = 0; i < im->headings.count; i++) {
		size_t at = column_named(&columns, im->headings.fields[i], im->arena);

		for (size_t k = 0; at < columns.count && k < sizeof own / sizeof *own;
		     k++) {
			if (strcmp(columns.all[at].path[0]->name, own[k]) == 0)
				return false;
		}
	}
	return true;
}

static const char *heading_of(const struct import *im, size_t cell)
{
	return im->headings.fields[cell];
}

static bool same_twice(const struct import *im, size_t one, size_t other, struct err *err)
{
	return err_set(err, ERR_INPUT,
		       _("Two columns ask the same: '%s' and '%s'. Map one of them to -, "
			 "or remove it."),
		       heading_of(im, one), heading_of(im, other));
}

static bool take_cell(struct import *im, size_t *at, size_t cell, struct err *err)
{
	if (*at != NEEDS_NO_CELL)
		return same_twice(im, *at, cell, err);
	*at = cell;
	return true;
}

static struct question_pair *pair_of(struct needs_wide *w, int64_t competency)
{
	size_t i = 0;

	while (i < w->pair_count && w->pairs[i].competency != competency)
		i++;
	if (i == w->pair_count)
		w->pairs[w->pair_count++] =
			(struct question_pair){ competency, NEEDS_NO_CELL,
						NEEDS_NO_CELL };
	return &w->pairs[i];
}

static bool take_text(struct import *im, size_t cell, struct err *err)
{
	const struct needs_wide *w = &im->needs;

	for (size_t i = 0; i < cell; i++) {
		if (w->questions[i].asks == ASKS_TEXT &&
		    w->questions[i].field == w->questions[cell].field)
			return same_twice(im, i, cell, err);
	}
	im->needs.texts = true;
	return true;
}

static bool place(struct import *im, size_t cell, struct err *err)
{
	struct needs_wide *w = &im->needs;
	const struct question *q = &w->questions[cell];

	switch (q->asks) {
	case ASKS_PERSON:
		return take_cell(im, &w->person, cell, err);
	case ASKS_RATER:
		return take_cell(im, &w->rater, cell, err);
	case ASKS_TEXT:
		return take_text(im, cell, err);
	case ASKS_LEVEL:
		return take_cell(im, &pair_of(w, q->competency)->level, cell, err);
	case ASKS_IMPORTANCE:
		return take_cell(im, &pair_of(w, q->competency)->importance, cell, err);
	case ASKS_NOTHING:
		break;
	}
	return true;
}

static const char *listed(struct import *im, const char *list, size_t count,
			  const char *heading)
{
	if (count > TOLD_MOST)
		return list;
	return arena_printf(im->arena, "%s%s%s", list, *list ? ", " : "",
			    count == TOLD_MOST ? "…" : heading);
}

/* What each heading asks; those that name nothing are told together. */
static bool read_questions(struct import *im, struct err *err)
{
	const char *unknown = "", *heading;
	size_t unknown_count = 0, left = 0;
	bool known;

	for (size_t i = 0; i < im->headings.count; i++) {
		heading = text_clean_line(im->arena, csv_bare(im->headings.fields[i]));
		im->headings.fields[i] = heading;
		arena_reset(&im->row);
		if (!question_of(im, heading, &im->needs.questions[i], &known, err))
			return false;
		if (!known)
			unknown = listed(im, unknown, ++unknown_count,
					 arena_printf(im->arena, "\"%s\"", heading));
		else if (!im->needs.questions[i].asks && *heading != '\0')
			im->result->ignored =
				listed(im, im->result->ignored, ++left, heading);
		if (!place(im, i, err))
			return false;
	}
	if (unknown_count == 0)
		return true;
	return err_set(
		err, ERR_INPUT,
		_("It is not known what these headings stand for: %s. Say it once "
		  "for each, and it is remembered: --map \"HEADING=level:CODE\" or "
		  "importance:CODE with the code of a competency, nip, rater, "
		  "topics, form, method, remark, or - to leave it out."),
		unknown);
}

static bool check_questions(const struct import *im, struct err *err)
{
	const struct needs_wide *w = &im->needs;

	if (w->person == NEEDS_NO_CELL)
		return err_set(
			err, ERR_INPUT,
			_("No column says who is meant. Head one of them nip, or map it: "
			  "--map \"HEADING=nip\"."));
	if (w->pair_count == 0)
		return err_set(
			err, ERR_INPUT,
			_("No column asks for a level. Head the columns by the code "
			  "or name of a competency, or map them: --map "
			  "\"HEADING=level:CODE\"."));
	for (size_t i = 0; i < w->pair_count; i++) {
		if (w->pairs[i].level == NEEDS_NO_CELL)
			return err_set(err, ERR_INPUT,
				       _("'%s' asks for an importance, but no column for "
					 "the level of the same competency. Map that "
					 "column, or map this one to -."),
				       heading_of(im, w->pairs[i].importance));
	}
	return true;
}

bool needs_wide_open(struct import *im, struct err *err)
{
	struct needs_wide *w = &im->needs;
	const char *const *map = im->options->maps;

	w->questions =
		arena_array(im->arena, im->headings.count + 1, sizeof *w->questions);
	w->pairs = arena_array(im->arena, im->headings.count + 1, sizeof *w->pairs);
	w->person = w->rater = NEEDS_NO_CELL;
	for (; map && *map; map++) {
		arena_reset(&im->row);
		if (!question_map(im, *map, err))
			return false;
	}
	return read_questions(im, err) && check_questions(im, err);
}

static const char *cell_of(struct import *im, size_t at)
{
	return at < im->cells.count
		       ? text_clean_note(&im->row, csv_bare(im->cells.fields[at]))
		       : "";
}

/* A problem of a record as one of the cell that it was read from. */
static void tell_at(const struct problem *p, const char *heading,
		    struct problems *problems)
{
	if (p->warning)
		problem_warn(problems, heading, "%s", p->text);
	else
		problem_add(problems, heading, "%s", p->text);
}

static void read_at(struct import *im, const struct field *f, void *record, size_t cell,
		    struct problems *problems)
{
	struct problems found = { .arena = &im->row };
	const char *text = cell_of(im, cell);

	if (*text != '\0')
		field_from_file(f, record, text, &im->row, &found);
	for (const struct problem *p = found.first; p; p = p->next)
		tell_at(p, heading_of(im, cell), problems);
}

/* Write what is said over what is there; what is left empty stays. */
static bool put(struct import *im, const struct kind *kind, void *said,
		struct problems *problems, struct outcome *outcome, struct err *err)
{
	void *old = arena_alloc(&im->row, kind->size);
	void *now = arena_alloc(&im->row, kind->size);
	int64_t id = 0;

	if (!record_find(im->db, kind, said, &id, err))
		return false;
	if (id == 0) {
		outcome->added = true;
		return record_add(im->db, kind, said, problems, err);
	}
	if (!record_load(im->db, kind, id, old, &im->row, err))
		return false;
	memcpy(now, old, kind->size);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (field_is_empty(f, said))
			continue;
		if (field_holds_text(f))
			field_set_text(f, now, field_text(f, said));
		else
			field_set_int(f, now, field_int(f, said));
	}
	if (record_equal(kind, old, now))
		return true;
	outcome->changed = true;
	return record_save(im->db, kind, old, now, problems, err);
}

/* The heading of the cell that a field of a need was read from. */
static const char *heading_for(const struct import *im, const struct question_pair *pair,
			       const char *field)
{
	if (strcmp(field, "level") == 0)
		return heading_of(im, pair->level);
	if (strcmp(field, "importance") == 0 && pair->importance != NEEDS_NO_CELL)
		return heading_of(im, pair->importance);
	if (strcmp(field, "rater") == 0 && im->needs.rater != NEEDS_NO_CELL)
		return heading_of(im, im->needs.rater);
	return field;
}

static bool put_need(struct import *im, const struct need *of,
		     const struct question_pair *pair, struct problems *problems,
		     struct outcome *outcome, struct err *err)
{
	struct problems found = { .arena = &im->row };
	struct need said = *of;

	said.competency = pair->competency;
	read_at(im, kind_field(&need_kind, "level"), &said, pair->level, problems);
	if (pair->importance != NEEDS_NO_CELL)
		read_at(im, kind_field(&need_kind, "importance"), &said, pair->importance,
			problems);
	if (problems->errors)
		return true;
	if (said.level == NUMBER_NONE && said.importance == NUMBER_NONE)
		return true;
	outcome->id = of->person;
	outcome->answers++;
	if (!put(im, &need_kind, &said, &found, outcome, err))
		return false;
	for (const struct problem *p = found.first; p; p = p->next) {
		tell_at(p, heading_for(im, pair, p->field), problems);
	}
	return true;
}

static bool put_response(struct import *im, const struct need *of,
			 struct problems *problems, struct outcome *outcome,
			 struct err *err)
{
	const struct needs_wide *w = &im->needs;
	struct response said;
	bool any = false;

	record_init(&response_kind, &said);
	said.survey = of->survey;
	said.person = of->person;
	said.rater = of->rater;
	for (size_t i = 0; i < im->headings.count; i++) {
		if (w->questions[i].asks != ASKS_TEXT)
			continue;
		read_at(im, w->questions[i].field, &said, i, problems);
		any = any || !field_is_empty(w->questions[i].field, &said);
	}
	if (!any || problems->errors)
		return true;
	outcome->id = of->person;
	return put(im, &response_kind, &said, problems, outcome, err);
}

/* The person and the rater of a row, who may not have said it before. */
static bool read_respondent(struct import *im, struct need *of, struct problems *problems,
			    struct err *err)
{
	const struct needs_wide *w = &im->needs;
	struct columns columns = { NULL, 0 };
	const struct field *person = kind_field(&need_kind, "person");
	const char *cell = cell_of(im, w->person);

	columns_add(&columns, person, &im->row);
	columns.all[0].heading = heading_of(im, w->person);
	if (*cell == '\0')
		problem_add(problems, columns.all[0].heading,
			    _("Nobody is named. Fill in the NIP or the full name."));
	else if (!lookup_reference(&im->lookup, person, &columns, &cell, &of->person,
				   problems, err))
		return false;
	of->rater = "self";
	if (w->rater != NEEDS_NO_CELL) {
		of->rater = "";
		read_at(im, kind_field(&need_kind, "rater"), of, w->rater, problems);
		if (*of->rater == '\0' && problems->errors == 0)
			problem_add(problems, heading_of(im, w->rater),
				    _("%s is missing. Fill it in."), _("Rater"));
	}
	return true;
}

/* Who answered, as superiors apart from those who rate themselves. */
static int64_t respondent_key(const struct need *of)
{
	return strcmp(of->rater, "self") == 0 ? of->person : -of->person;
}

static void check_once(const struct import *im, const struct need *of,
		       struct problems *problems)
{
	size_t line = seen_line(&im->seen, respondent_key(of));

	if (line != 0)
		problem_add(problems, heading_of(im, im->needs.person),
			    _("Line %zu is an answer of the same rater about the same "
			      "person. Keep one of the lines."),
			    line);
}

bool needs_wide_row(struct import *im, struct problems *problems, struct outcome *outcome,
		    struct err *err)
{
	const struct needs_wide *w = &im->needs;
	struct need of = *(const struct need *)im->like;

	import_check_surplus(im, problems);
	if (!read_respondent(im, &of, problems, err))
		return false;
	if (problems->errors == 0)
		check_once(im, &of, problems);
	for (size_t i = 0; i < w->pair_count && problems->errors == 0; i++) {
		if (!put_need(im, &of, &w->pairs[i], problems, outcome, err))
			return false;
	}
	if (problems->errors == 0 && w->texts &&
	    !put_response(im, &of, problems, outcome, err))
		return false;
	if (problems->errors == 0 && outcome->id == 0)
		problem_add(problems, "", _("Nothing is answered in this row."));
	outcome->changed = outcome->changed && !outcome->added;
	outcome->id = respondent_key(&of);
	return problems->errors != 0 || respondents_add(im, &of, outcome->answers, err);
}
