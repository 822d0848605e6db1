#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/rubric.h"
#include "domain/save.h"
#include "rubrics.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

/* A ready rubric is a text of lines, each of cells between bars: code and
 * title first, then for each criterion its weight in percent, its text and
 * what the four levels look like. */
enum { CELLS = 2 + RUBRIC_LEVELS, CODES_MOST = 99 };

static const char *ready_text(const char *language)
{
	for (size_t i = 0; rubric_files[i].name; i++) {
		if (strncmp(rubric_files[i].name, "project-", 8) == 0 &&
		    strncmp(rubric_files[i].name + 8, language, 2) == 0)
			return rubric_files[i].text;
	}
	return rubric_files[0].text;
}

/* Missing cells are "". The line that begins behind this one is returned. */
static const char *take_line(const char *text, const char *cells[CELLS],
			     struct arena *arena)
{
	size_t length = strcspn(text, "\n");
	const char *line = arena_strndup(arena, text, length);

	for (size_t i = 0; i < CELLS; i++) {
		size_t cell = strcspn(line, "|");

		cells[i] = arena_strndup(arena, line, cell);
		line += cell + (line[cell] == '|');
	}
	return text + length + (text[length] == '\n');
}

static bool save(struct db *db, const struct kind *kind, void *record,
		 struct arena *arena, struct err *err)
{
	struct problems problems = { .arena = arena };

	if (!record_save(db, kind, NULL, record, &problems, err))
		return false;
	return problems.errors == 0 ||
	       err_set(err, ERR_INPUT, "%s", problem_first_error(&problems)->text);
}

/* PROYEK, or where that is taken PROYEK-2 and so on. */
static bool free_code(struct db *db, struct rubric *r, const char *code,
		      struct arena *arena, struct err *err)
{
	int64_t taken = 0;

	for (int i = 1; i <= CODES_MOST; i++) {
		r->code = i == 1 ? code : arena_printf(arena, "%s-%d", code, i);
		if (!record_find(db, &rubric_kind, r, &taken, err))
			return false;
		if (taken == 0)
			return true;
	}
	return err_set(err, ERR_INPUT,
		       _("There are too many copies of this rubric. Delete some first."));
}

static bool add_criteria(struct db *db, int64_t rubric, const char *text,
			 struct arena *arena, struct err *err)
{
	while (*text != '\0') {
		const char *cells[CELLS];
		struct criterion c;

		text = take_line(text, cells, arena);
		record_init(&criterion_kind, &c);
		c.rubric = rubric;
		if (!number_parse_hundredths(cells[0], &c.weight))
			return err_set(err, ERR_SYNTAX, "%s", cells[0]);
		c.text = cells[1];
		c.level1 = cells[2];
		c.level2 = cells[3];
		c.level3 = cells[4];
		c.level4 = cells[5];
		if (!save(db, &criterion_kind, &c, arena, err))
			return false;
	}
	return true;
}

static bool add(struct db *db, struct arena *arena, int64_t *id, struct err *err)
{
	const char *cells[CELLS];
	const char *text = take_line(ready_text(i18n_language()), cells, arena);
	struct rubric r;

	record_init(&rubric_kind, &r);
	r.title = cells[1];
	if (!free_code(db, &r, cells[0], arena, err) ||
	    !save(db, &rubric_kind, &r, arena, err) ||
	    !add_criteria(db, r.id, text, arena, err))
		return false;
	*id = r.id;
	return true;
}

bool rubric_is_ready(const struct rubric_row *r)
{
	static const char *const languages[] = { "en", "id" };
	struct arena arena = { 0 };
	const char *cells[CELLS];
	bool same = false;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		take_line(ready_text(languages[i]), cells, &arena);
		same = same || strcmp(cells[1], r->title) == 0;
	}
	arena_done(&arena);
	return same;
}

bool rubric_add_ready(struct db *db, int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	int64_t added = 0;
	bool good;

	if (!action_begin(db, _("Ready rubric for group projects"), err))
		return false;
	good = add(db, &arena, &added, err);
	if (!good)
		action_rollback(db);
	else if ((good = action_commit(db, err)))
		*id = added;
	arena_done(&arena);
	return good;
}
