#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "domain/save.h"
#include "domain/survey.h"
#include "import_work.h"
#include "store/record.h"
#include "store/select.h"

bool import_has_column(const struct import *im, const struct field *f)
{
	for (size_t i = 0; i < im->columns.count; i++) {
		if (im->columns.all[i].path[0] == f && im->values[i])
			return true;
	}
	return false;
}

/* The REQUIRED fields and the REFs of the row, and the key that is empty. */
static size_t likeness_terms(struct import *im, const void *said,
			     struct select_term *terms)
{
	size_t count = 0;

	for (const struct field *f = im->kind->fields; f->type != FIELD_END; f++) {
		if (!(f->flags & (FIELD_REQUIRED | FIELD_KEY)) &&
		    (f->type != FIELD_REF || !import_has_column(im, f)))
			continue;
		terms[count++] = (struct select_term){
			.field = f->name, .value = field_to_stored(f, said, &im->row)
		};
	}
	return count;
}

/* Whom the key cannot name (people without NIP): the only record without
 * key that is called so and belongs there. */
static bool find_unnamed(struct import *im, const void *said, int64_t *id,
			 struct err *err)
{
	struct select select = { .kind = im->kind };
	struct rows rows = { NULL, 0 };
	struct select_term *terms;

	for (const struct field *f = im->kind->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_KEY) &&
		    ((f->flags & FIELD_REQUIRED) || !field_is_empty(f, said)))
			return true;
	}
	terms = arena_array(&im->row, kind_field_count(im->kind), sizeof *terms);
	select.terms = terms;
	select.term_count = likeness_terms(im, said, terms);
	if (!select_page(im->db, &select, SELECT_FIRST, 0, 2, &im->row, &rows, err))
		return false;
	if (rows.count == 1)
		*id = record_id(rows.rows);
	return true;
}

bool import_find_same(struct import *im, const void *said, int64_t *id, struct err *err)
{
	*id = 0;
	return key_is_given(im->kind, said) ? record_find(im->db, im->kind, said, id, err)
					    : find_unnamed(im, said, id, err);
}

void import_check_survey(const struct import *im, const void *said,
			 struct problems *problems)
{
	const struct field *f = im->kind->fields;

	while (f->type != FIELD_END && !(f->flags & FIELD_ASSUMED))
		f++;
	if (im->options->only_survey && f->type != FIELD_END &&
	    field_int(f, said) != field_int(f, im->like))
		problem_add(problems, f->name,
			    _("This row is of another survey. Take it in on the page of "
			      "that one."));
}

bool import_survey(struct import *im, const struct field *f, struct err *err)
{
	struct survey like;
	int64_t id = 0;

	if (f->type == FIELD_END || strcmp(f->refers, survey_kind.name) != 0)
		return err_set(err, ERR_INPUT,
			       _("%s belong to no survey. Leave --survey out."),
			       _(im->kind->labels));
	record_init(&survey_kind, &like);
	like.code = im->options->survey;
	if (!record_find(im->db, &survey_kind, &like, &id, err))
		return false;
	if (id == 0)
		return err_set(
			err, ERR_INPUT,
			_("There is no survey '%s'. Add it first, or type the code "
			  "of one that is there."),
			like.code);
	field_set_int(f, im->like, id);
	return true;
}
