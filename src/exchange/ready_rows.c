#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/kinds.h"
#include "domain/position.h"
#include "domain/save.h"
#include "exchange/ready.h"
#include "ready_table.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { COMPETENCIES_MOST = 5000, CODES_MOST = 99 };

/* Add the record unless there is one with its key. */
static bool add_new(struct db *db, const struct kind *kind, void *record, size_t *added,
		    struct arena *arena, struct err *err)
{
	int64_t there = 0;

	if (!record_find(db, kind, record, &there, err))
		return false;
	if (there != 0)
		return true;
	++*added;
	return record_put(db, kind, NULL, record, arena, err);
}

/* Rows of a kind that nothing belongs to. */
static bool add_rows(struct db *db, const struct kind *kind, size_t *added,
		     struct arena *arena, struct err *err)
{
	void *record = arena_alloc(arena, kind->size);
	struct ready_table t;
	bool good = ready_open(&t, kind_file(kind), arena, err);

	while (good && ready_next(&t)) {
		ready_read(&t, kind, record);
		good = add_new(db, kind, record, added, arena, err);
	}
	return good;
}

/* What the national competency of this code is called in a language. */
static bool name_in(const char *language, const char *code, struct arena *arena,
		    const char **name, struct err *err)
{
	struct ready_table t;

	*name = "";
	if (!ready_open_in(&t, "competencies", language, arena, err))
		return false;
	while (**name == '\0' && ready_next(&t)) {
		if (strcmp(ready_cell(&t, "code"), code) == 0)
			*name = ready_cell(&t, "name");
	}
	return true;
}

/* The office's competency that is the national one: of its name in either
 * language, or of its code unless that is a technical one. 0 where it has none. */
static bool find_national(struct db *db, const char *code, struct arena *arena,
			  int64_t *id, struct err *err)
{
	const struct select all = { .kind = &competency_kind };
	struct rows rows = { NULL, 0 };
	const struct competency *c;
	const char *english, *indonesian;

	*id = 0;
	if (!name_in("en", code, arena, &english, err) ||
	    !name_in("id", code, arena, &indonesian, err) ||
	    !select_page(db, &all, SELECT_FIRST, 0, COMPETENCIES_MOST, arena, &rows, err))
		return false;
	c = rows.rows;
	for (size_t i = 0; i < rows.count; i++) {
		const char *name = text_key(arena, c[i].name);

		if (strcmp(name, text_key(arena, english)) == 0 ||
		    strcmp(name, text_key(arena, indonesian)) == 0) {
			*id = c[i].id;
			return true;
		}
		if (strcmp(c[i].code, code) == 0 && strcmp(c[i].kind, "technical") != 0)
			*id = c[i].id;
	}
	return true;
}

/* IN, or where another competency has it IN-2 and so on. */
static bool free_code(struct db *db, struct competency *c, struct arena *arena,
		      struct err *err)
{
	const char *code = c->code;
	int64_t taken = 0;

	for (int i = 1; i <= CODES_MOST; i++) {
		c->code = i == 1 ? code : arena_printf(arena, "%s-%d", code, i);
		if (!record_find(db, &competency_kind, c, &taken, err))
			return false;
		if (taken == 0)
			return true;
	}
	return err_set(err, ERR_INPUT,
		       _("All codes like %s are taken. Change one of them first."), code);
}

static bool add_levels(struct db *db, int64_t competency, const char *code, size_t *added,
		       struct arena *arena, struct err *err)
{
	struct competency_level level;
	struct ready_table t;
	bool good = ready_open(&t, "competency_levels", arena, err);

	while (good && ready_next(&t)) {
		if (strcmp(ready_cell(&t, "competency"), code) != 0)
			continue;
		ready_read(&t, &competency_level_kind, &level);
		level.competency = competency;
		good = add_new(db, &competency_level_kind, &level, added, arena, err);
	}
	return good;
}

static bool add_competency(struct db *db, struct competency *c, size_t *added,
			   struct arena *arena, struct err *err)
{
	const char *code = c->code;
	int64_t id;

	if (!find_national(db, code, arena, &id, err))
		return false;
	if (id == 0) {
		if (!free_code(db, c, arena, err) ||
		    !record_put(db, &competency_kind, NULL, c, arena, err))
			return false;
		id = c->id;
		++*added;
	}
	return add_levels(db, id, code, added, arena, err);
}

static bool add_competencies(struct db *db, const struct kind *kind, size_t *added,
			     struct arena *arena, struct err *err)
{
	struct competency c;
	struct ready_table t;
	bool good = ready_open(&t, kind_file(kind), arena, err);

	while (good && ready_next(&t)) {
		ready_read(&t, kind, &c);
		good = add_competency(db, &c, added, arena, err);
	}
	return good;
}

bool ready_rows_add(struct db *db, const struct kind *kind, size_t *added,
		    struct err *err)
{
	struct arena arena = { 0 };
	bool good = action_begin(
		db, arena_printf(&arena, _("Ready: %s"), _(kind->labels)), err);

	*added = 0;
	good = good && action_end(db,
				  kind == &competency_kind
					  ? add_competencies(db, kind, added, &arena, err)
					  : add_rows(db, kind, added, &arena, err),
				  err);
	arena_done(&arena);
	return good;
}
