#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/feedback.h"
#include "domain/participant.h"
#include "domain/revision.h"
#include "domain/save.h"
#include "import_enrol.h"
#include "import_work.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

/* The cells of the first line, kept while the buffer goes on to the next. */
static enum csv_result take_headings(struct import *im, struct err *err)
{
	struct csv_row *h = &im->headings;
	enum csv_result got = csv_next(&im->csv, h, im->arena, err);

	for (size_t i = 0; got == CSV_ROW && i < h->count; i++)
		h->fields[i] = arena_strdup(im->arena, h->fields[i]);
	return got;
}

static bool take_answer_columns(struct import *im, struct err *err)
{
	const struct sheet *like = im->options->sheet;

	if (!like || !wide_is(&im->headings, im->arena))
		return answer_columns_take(&im->answers, &im->headings, im->arena, err);
	im->wide.like = like;
	im->result->anonymous = true;
	wide_columns(&im->columns);
	return wide_open(&im->wide, im->db, im->bytes, im->byte_count, im->arena, err) &&
	       answer_columns_asked(&im->answers, im->db, like->questionnaire,
				    &im->headings, im->arena, err);
}

static bool read_headings(struct import *im, struct err *err)
{
	enum csv_result got = take_headings(im, err);

	if (got == CSV_BROKEN)
		return false;
	if (got == CSV_END)
		return err_set(
			err, ERR_INPUT,
			_("The file is empty. Its first line must name the columns."));
	if (!columns_few(im->headings.count, err))
		return false;
	if (needs_wide_is(im)) {
		im->needs.on = true;
		rejects_open(&im->rejects, im->result, &im->headings, im->arena);
		return true;
	}
	columns_of(&im->columns, im->kind, true, im->arena);
	if (im->kind == &sheet_kind && !take_answer_columns(im, err))
		return false;
	if (!columns_match(&im->columns, im->headings.fields, im->headings.count,
			   im->arena, &im->order, &im->result->ignored, err))
		return false;
	if (im->kind == &sheet_kind)
		im->result->ignored =
			answer_columns_ignored(&im->answers, &im->headings, im->order,
					       im->columns.count, im->arena);
	im->values = arena_array(im->arena, im->columns.count + 1, sizeof *im->values);
	im->given = arena_array(im->arena, kind_field_count(im->kind), sizeof *im->given);
	rejects_open(&im->rejects, im->result, &im->headings, im->arena);
	return true;
}

void import_check_surplus(struct import *im, struct problems *problems)
{
	for (size_t i = im->headings.count; i < im->cells.count; i++) {
		if (*text_clean_note(&im->row, csv_bare(im->cells.fields[i])) == '\0')
			continue;
		problem_add(problems, "",
			    _("The row has more cells than there are headings. Put texts "
			      "that "
			      "hold the delimiter in quotation marks."));
		return;
	}
}

/* The cells by column. */
static void spread_cells(struct import *im, struct problems *problems)
{
	memset(im->values, 0, im->columns.count * sizeof *im->values);
	for (size_t i = 0; i < im->cells.count && i < im->headings.count; i++) {
		if (im->order[i] < im->columns.count)
			im->values[im->order[i]] =
				text_clean_note(&im->row, csv_bare(im->cells.fields[i]));
	}
	import_check_surplus(im, problems);
}

/* The cells into `record`; problems carry the names of headings. */
static bool read_cells(struct import *im, void *record, struct problems *problems,
		       struct err *err)
{
	const struct field *done = NULL;

	for (size_t i = 0; i < im->columns.count; i++) {
		const struct column *c = &im->columns.all[i];
		const struct field *f = c->path[0];
		int64_t id;

		if (f == done || !im->values[i])
			continue;
		if (f->type == FIELD_REF) {
			if (!lookup_reference(&im->lookup, f, &im->columns, im->values,
					      &id, problems, err))
				return false;
			field_set_int(f, record, id);
			done = f;
		} else {
			field_from_file(f, record, im->values[i], &im->row, problems);
		}
		im->given[field_position(im->kind, f)] = !field_is_empty(f, record);
	}
	return true;
}

/* Lay what the row says over the record that exists. */
static void lay_over(const struct import *im, const void *said, void *record)
{
	for (const struct field *f = im->kind->fields; f->type != FIELD_END; f++) {
		if (!im->given[field_position(im->kind, f)])
			continue;
		if (field_holds_text(f))
			field_set_text(f, record, field_text(f, said));
		else if (f->type == FIELD_DATE)
			field_set_date(f, record, field_date(f, said));
		else
			field_set_int(f, record, field_int(f, said));
	}
}

/* What a new record could not be without, one that exists may not be given
 * empty either: the row was meant to say it. */
static bool check_required(struct import *im, const void *said, struct problems *problems,
			   struct err *err)
{
	const struct kind *kind = im->kind;
	void *whole = NULL;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!(f->flags & FIELD_REQUIRED) || !field_is_empty(f, said) ||
		    !import_has_column(im, f))
			continue;
		if (!whole) {
			whole = memcpy(arena_alloc(&im->row, kind->size), said,
				       kind->size);
			if (kind->complete && !kind->complete(im->db, whole, &im->row))
				return err_set(
					err, ERR_DB,
					_("The new record could not be filled in."));
		}
		if (field_is_empty(f, whole))
			problem_add(problems, f->name, _("%s is missing. Fill it in."),
				    _(f->label));
	}
	return true;
}

/* Parts of a design are written for the run that the row names. */
static bool save(struct import *im, const void *old, void *now, struct problems *problems,
		 struct err *err)
{
	struct design_edit edit = { .programme = im->lookup.through, .kind = im->kind };

	if (!design_is_part(im->kind) || edit.programme == 0)
		return old ? record_save(im->db, im->kind, old, now, problems, err)
			   : record_add(im->db, im->kind, now, problems, err);
	edit.reason = arena_printf(&im->row, _("Import: %s"), _(im->kind->labels));
	return design_part_save(im->db, &edit, old, now, problems, err);
}

static bool write_row(struct import *im, void *said, struct problems *problems,
		      struct outcome *outcome, struct err *err)
{
	void *old = arena_alloc(&im->row, im->kind->size);
	void *now = arena_alloc(&im->row, im->kind->size);
	int64_t id = 0;
	size_t line;

	if (!import_find_same(im, said, &id, err))
		return false;
	if (id == 0) {
		outcome->added = true;
		if (!save(im, NULL, said, problems, err))
			return false;
		outcome->id = record_id(said);
		return true;
	}
	outcome->id = id;
	line = seen_line(&im->seen, id);
	if (line != 0) {
		problem_add(problems, key_name(im->kind),
			    _("Line %zu is about the same one already. Keep one of the "
			      "lines."),
			    line);
		return true;
	}
	if (!check_required(im, said, problems, err))
		return false;
	if (problems->errors)
		return true;
	if (!record_load(im->db, im->kind, id, old, &im->row, err))
		return false;
	memcpy(now, old, im->kind->size);
	lay_over(im, said, now);
	record_derive(im->kind, now, &im->row);
	if (record_equal(im->kind, old, now))
		return true;
	outcome->changed = true;
	return save(im, old, now, problems, err);
}

/* The column that a problem is about; fields are told by their heading. */
static const char *heading_and_value(struct import *im, const struct problem *p,
				     const char **value)
{
	*value = "";
	for (size_t i = 0; i < im->columns.count; i++) {
		const struct column *c = &im->columns.all[i];

		if (strcmp(c->heading, p->field) != 0 &&
		    strcmp(c->path[0]->name, p->field) != 0)
			continue;
		*value = im->values[i] ? im->values[i] : "";
		return c->heading;
	}
	for (size_t i = 0; i < im->headings.count && i < im->cells.count; i++) {
		const char *heading = im->headings.fields[i];

		if (strcmp(heading, p->field) == 0 ||
		    strcmp(text_key(&im->row, heading), p->field) == 0)
			*value = im->cells.fields[i];
	}
	return p->field;
}

static void reject(struct import *im, const struct problems *problems)
{
	const struct problem *p = problems->first;
	struct import_problem told = { .line = im->csv.line };

	while (p->warning)
		p = p->next;
	told.heading = heading_and_value(im, p, &told.value);
	told.text = p->text;
	rejects_add(&im->rejects, &told, &im->cells);
}

/* Who is in the programme already stays as is. */
static bool enrol(struct import *im, struct problems *problems, struct outcome *outcome,
		  struct err *err)
{
	struct enrolment e;
	int64_t id = 0;

	record_init(&enrolment_kind, &e);
	e.programme = im->options->enrol;
	e.person = outcome->id;
	e.status = im->status;
	if (!record_find(im->db, &enrolment_kind, &e, &id, err))
		return false;
	outcome->enrolled = id == 0;
	return id != 0 || record_save(im->db, &enrolment_kind, NULL, &e, problems, err);
}

/* May a row write something before its last check? Then it is marked, so
 * that a refused row leaves nothing behind. */
static bool writes_in_parts(const struct import *im)
{
	for (const struct field *f = im->kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_CREATE)
			return true;
	}
	return im->options->enrol != 0 || im->kind == &sheet_kind || im->needs.on;
}

static bool take_row(struct import *im, struct problems *problems,
		     struct outcome *outcome, struct err *err)
{
	void *said = arena_alloc(&im->row, im->kind->size);

	memcpy(said, im->like, im->kind->size);
	if (im->wide.on)
		wide_next(&im->wide, said);
	memset(im->given, 0, kind_field_count(im->kind) * sizeof *im->given);
	spread_cells(im, problems);
	if (im->options->enrol != 0)
		im->status = import_enrolment_status(&im->columns, im->values);
	if (problems->errors == 0 && !read_cells(im, said, problems, err))
		return false;
	if (problems->errors == 0)
		import_check_survey(im, said, problems);
	if (problems->errors == 0 && im->kind == &sheet_kind &&
	    !answers_check(&im->answers, im->db, said, &im->cells, problems, err))
		return false;
	if (im->wide.on && !answers_any(&im->answers, &im->cells, &im->row))
		problem_add(problems, "", _("Nothing is answered in this row."));
	if (problems->errors == 0 && !write_row(im, said, problems, outcome, err))
		return false;
	if (problems->errors == 0 && im->kind == &sheet_kind &&
	    !answers_write(&im->answers, im->db, outcome->id, &im->cells,
			   &outcome->changed, err))
		return false;
	if (problems->errors == 0 && !respondents_add_row(im, said, err))
		return false;
	return problems->errors != 0 || im->options->enrol == 0 ||
	       enrol(im, problems, outcome, err);
}

static void count_row(struct import *im, const struct outcome *outcome)
{
	seen_add(&im->seen, outcome->id, im->csv.line);
	im->result->enrolled += outcome->enrolled;
	if (outcome->added)
		im->result->added++;
	else if (outcome->changed)
		im->result->changed++;
	else
		im->result->unchanged++;
}

static bool import_row(struct import *im, struct err *err)
{
	struct problems problems = { .arena = &im->row };
	struct outcome outcome = { .id = 0 };
	bool marked = writes_in_parts(im);

	if (marked && !action_mark(im->db, err))
		return false;
	if (!(im->needs.on ? needs_wide_row(im, &problems, &outcome, err)
			   : take_row(im, &problems, &outcome, err)))
		return false;
	if (marked && problems.errors)
		action_back(im->db);
	else if (marked)
		action_keep(im->db);
	im->result->warnings += problems.warnings > 0;
	if (problems.errors)
		reject(im, &problems);
	else
		count_row(im, &outcome);
	return true;
}

static bool in_headings(const struct import *im, const struct field *f)
{
	for (size_t i = 0; i < im->headings.count && im->order; i++) {
		if (im->order[i] < im->columns.count &&
		    im->columns.all[im->order[i]].path[0] == f)
			return true;
	}
	return false;
}

/* What a row begins with: empty, but for what the file leaves to be assumed. */
static bool begin_rows(struct import *im, struct err *err)
{
	const struct field *f = im->kind->fields;

	im->like = arena_alloc(im->arena, im->kind->size);
	record_init(im->kind, im->like);
	if (im->options->maps && im->options->maps[0] && !im->needs.on)
		return err_set(err, ERR_INPUT,
			       _("Headings are mapped only in a file of needs with one "
				 "row per respondent. Leave --map out."));
	while (f->type != FIELD_END && !(f->flags & FIELD_ASSUMED))
		f++;
	if (im->options->survey)
		return import_survey(im, f, err) &&
		       (!im->needs.on || needs_wide_open(im, err));
	if (f->type != FIELD_END && !in_headings(im, f) &&
	    !im->kind->assume(im->db, im->like, err))
		return false;
	return !im->needs.on || needs_wide_open(im, err);
}

static bool import_rows(struct import *im, struct err *err)
{
	enum csv_result got;

	if (!begin_rows(im, err))
		return false;
	while ((got = csv_next(&im->csv, &im->cells, im->arena, err)) == CSV_ROW) {
		if (!db_goes_on(im->db, err))
			return false;
		arena_reset(&im->row);
		if (!import_row(im, err))
			return err_context(err, _("Line %zu"), im->csv.line);
	}
	return got == CSV_END;
}

static bool begin_import(struct import *im, struct err *err)
{
	struct arena name = { 0 };
	bool good = action_begin(
		im->db, arena_printf(&name, _("Import: %s"), _(im->kind->labels)), err);

	arena_done(&name);
	return good;
}

static bool import_all(struct import *im, struct err *err)
{
	if (!read_headings(im, err) || !begin_import(im, err))
		return false;
	if (!import_rows(im, err)) {
		action_rollback(im->db);
		return false;
	}
	if (im->options->dry_run || (im->result->rejected && !im->options->partial)) {
		action_rollback(im->db);
		return true;
	}
	im->result->written = true;
	if (im->kind == &sheet_kind)
		action_about(im->db,
			     arena_printf(&im->row, _("Import: %s"), _(im->kind->labels)),
			     im->result->added);
	return action_commit(im->db, err);
}

bool import_table(struct db *db, const struct kind *kind, const char *bytes, size_t count,
		  const struct import_options *options, struct arena *arena,
		  struct import_result *result, struct err *err)
{
	struct import im = { .db = db,
			     .kind = kind,
			     .options = options,
			     .bytes = bytes,
			     .byte_count = count,
			     .arena = arena,
			     .lookup = { .db = db },
			     .seen = { .arena = arena },
			     .result = result };
	bool good;

	*result = (struct import_result){ .ignored = "", .outsiders = "", .rejects = "" };
	db_bulk(db, true);
	good = csv_open(&im.csv, bytes, count, arena, err) && import_all(&im, err);
	db_bulk(db, false);
	if (good)
		result->rejects = im.rejects.file.out.text;
	arena_done(&im.row);
	arena_done(&im.lookup.arena);
	return good;
}
