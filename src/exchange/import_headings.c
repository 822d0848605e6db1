#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/text.h"
#include "domain/competency.h"
#include "import_work.h"
#include "store/record.h"

/* What the headings of a file of needs stand for, before it is taken in. */

static bool level_target(struct import *im, const struct question *q, const char *what,
			 const char **target, struct err *err)
{
	struct competency c;

	if (!record_load(im->db, &competency_kind, q->competency, &c, &im->row, err))
		return false;
	*target = arena_printf(im->arena, "%s:%s", what, c.code);
	return true;
}

static bool target_of(struct import *im, const struct question *q, const char **target,
		      struct err *err)
{
	switch (q->asks) {
	case ASKS_PERSON:
		*target = "nip";
		return true;
	case ASKS_RATER:
	case ASKS_TEXT:
		*target = q->field->name;
		return true;
	case ASKS_LEVEL:
		return level_target(im, q, "level", target, err);
	case ASKS_IMPORTANCE:
		return level_target(im, q, "importance", target, err);
	case ASKS_NOTHING:
		break;
	}
	*target = "-";
	return true;
}

/* A mapping to what is no more counts as none. */
static bool read_heading(struct import *im, const char *cell, struct import_heading *out,
			 struct err *err)
{
	struct err lost = { 0 };
	struct question q;
	bool known = false;

	*out = (struct import_heading){ text_clean_line(im->arena, csv_bare(cell)), "",
					"" };
	if (!question_of(im, out->heading, &q, &known, &lost) && lost.code != ERR_INPUT) {
		*err = lost;
		return false;
	}
	return lost.code != ERR_NONE || !known || target_of(im, &q, &out->target, err);
}

/* The first row says what each column holds. */
static bool add_examples(struct import *im, struct import_heading *out, struct err *err)
{
	enum csv_result got = csv_next(&im->csv, &im->cells, im->arena, err);

	for (size_t i = 0;
	     got == CSV_ROW && i < im->cells.count && i < im->headings.count; i++)
		out[i].example =
			text_clean_line(im->arena, csv_bare(im->cells.fields[i]));
	return got != CSV_BROKEN;
}

static bool read_all(struct import *im, struct import_heading **out, size_t *count,
		     struct err *err)
{
	enum csv_result got = csv_next(&im->csv, &im->headings, im->arena, err);
	struct import_heading *all;

	if (got != CSV_ROW || !needs_wide_is(im))
		return got != CSV_BROKEN;
	all = arena_array(im->arena, im->headings.count + 1, sizeof *all);
	for (size_t i = 0; i < im->headings.count; i++) {
		arena_reset(&im->row);
		if (!read_heading(im, im->headings.fields[i], &all[i], err))
			return false;
	}
	*count = im->headings.count;
	*out = all;
	return add_examples(im, all, err);
}

bool import_needs_headings(struct db *db, const struct import_bytes *bytes,
			   struct arena *arena, struct import_heading **out,
			   size_t *count, struct err *err)
{
	struct import im = { .db = db, .kind = &need_kind, .arena = arena };
	bool good;

	*out = NULL;
	*count = 0;
	good = csv_open(&im.csv, bytes->text, bytes->count, arena, err) &&
	       read_all(&im, out, count, err);
	arena_done(&im.row);
	return good;
}
