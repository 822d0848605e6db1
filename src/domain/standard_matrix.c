#include "domain/standard_matrix.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/position.h"
#include "domain/save.h"
#include "query.h"
#include "rows.h"
#include "store/history.h"
#include "store/record.h"
#include "store/stmt.h"

static void read_position(struct stmt *s, void *row, struct arena *arena)
{
	*(struct standard_position *)row = (struct standard_position){
		.name = stmt_text(s, 0, arena),
		.people = stmt_int(s, 1),
		.type = stmt_text(s, 2, arena),
		.level = stmt_number(s, 3),
	};
}

static bool load_positions(struct db *db, struct arena *arena, struct standard_matrix *m,
			   struct err *err)
{
	struct row_list list = { .size = sizeof *m->positions, .read = read_position };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT n.name, sum(n.people), t.name, t.level"
		      " FROM (SELECT position AS name, count(*) AS people FROM persons"
		      "   WHERE position <> '' GROUP BY position"
		      "  UNION ALL SELECT name, 0 FROM positions"
		      "  UNION ALL SELECT DISTINCT position, 0 FROM standards) n"
		      " LEFT JOIN positions p ON p.name = n.name"
		      " LEFT JOIN position_types t ON t.id = p.type"
		      " GROUP BY n.name ORDER BY n.name COLLATE NOCASE, n.name",
		      &s, err) ||
	    !rows_collect(&list, s, arena, err))
		return false;
	m->positions = (struct standard_position *)(void *)list.rows;
	m->position_count = list.count;
	return query_plain(db, "SELECT count(*) FROM persons WHERE position = ''",
			   &m->placeless, err);
}

static void read_competency(struct stmt *s, void *row, struct arena *arena)
{
	struct competency *c = row;

	record_init(&competency_kind, c);
	c->id = stmt_int(s, 0);
	c->code = stmt_text(s, 1, arena);
	c->name = stmt_text(s, 2, arena);
	c->kind = stmt_text(s, 3, arena);
}

static bool load_competencies(struct db *db, struct arena *arena,
			      struct standard_matrix *m, struct err *err)
{
	struct row_list list = { .size = sizeof *m->competencies,
				 .read = read_competency };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT id, code, name, kind FROM competencies"
		      " ORDER BY CASE kind WHEN 'managerial' THEN 0"
		      "  WHEN 'sociocultural' THEN 1 ELSE 2 END, code",
		      &s, err) ||
	    !rows_collect(&list, s, arena, err))
		return false;
	m->competencies = (struct competency *)(void *)list.rows;
	m->competency_count = list.count;
	return true;
}

static size_t column_of(const struct standard_matrix *m, int64_t competency)
{
	size_t column = 0;

	while (column < m->competency_count && m->competencies[column].id != competency)
		column++;
	return column;
}

/* Rows come in the order of the positions, so the search goes on from `row`. */
static bool find_row(const struct standard_matrix *m, const char *position, size_t *row)
{
	while (*row < m->position_count && strcmp(m->positions[*row].name, position) != 0)
		++*row;
	return *row < m->position_count;
}

static struct standard *cell_of(const struct standard_matrix *m, struct standard_place at)
{
	return &m->standards[at.row * m->competency_count + at.column];
}

static void clear(struct standard_matrix *m, struct arena *arena)
{
	size_t cells = m->position_count * m->competency_count;

	m->standards = arena_array(arena, cells + 1, sizeof *m->standards);
	for (size_t i = 0; i < cells; i++) {
		record_init(&standard_kind, &m->standards[i]);
		m->standards[i].position = m->positions[i / m->competency_count].name;
		m->standards[i].competency = m->competencies[i % m->competency_count].id;
	}
}

static bool load_standards(struct db *db, struct arena *arena, struct standard_matrix *m,
			   struct err *err)
{
	struct arena texts = { 0 };
	struct standard_place at = { 0, 0 };
	enum stmt_step step;
	struct stmt *s;

	clear(m, arena);
	if (!stmt_get(db,
		      "SELECT id, position, competency, level FROM standards"
		      " ORDER BY position COLLATE NOCASE, position",
		      &s, err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		at.column = column_of(m, stmt_int(s, 2));
		if (!find_row(m, stmt_text(s, 1, &texts), &at.row) ||
		    at.column == m->competency_count)
			continue;
		cell_of(m, at)->id = stmt_int(s, 0);
		cell_of(m, at)->level = stmt_number(s, 3);
	}
	arena_done(&texts);
	return step == STMT_DONE;
}

static bool load_texts(struct db *db, struct arena *arena, struct standard_matrix *m,
		       struct err *err)
{
	enum stmt_step step;
	struct stmt *s;

	m->texts = arena_array(arena, m->competency_count * COMPETENCY_LEVELS + 1,
			       sizeof *m->texts);
	memset(m->texts, 0,
	       (m->competency_count * COMPETENCY_LEVELS + 1) * sizeof *m->texts);
	if (!stmt_get(db, "SELECT competency, level, text FROM competency_levels", &s,
		      err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		size_t column = column_of(m, stmt_int(s, 0));
		int64_t level = stmt_int(s, 1);

		if (column < m->competency_count && level >= 1 &&
		    level <= COMPETENCY_LEVELS)
			m->texts[column * COMPETENCY_LEVELS + (size_t)level - 1] =
				stmt_text(s, 2, arena);
	}
	return step == STMT_DONE;
}

bool standard_matrix_load(struct db *db, struct arena *arena, struct standard_matrix *out,
			  struct err *err)
{
	struct standard_matrix m = { .positions = NULL };

	if (!load_positions(db, arena, &m, err) ||
	    !load_competencies(db, arena, &m, err) ||
	    !load_standards(db, arena, &m, err) || !load_texts(db, arena, &m, err))
		return false;
	*out = m;
	return true;
}

const struct standard *standard_at(const struct standard_matrix *m,
				   struct standard_place at)
{
	return cell_of(m, at);
}

const char *standard_text(const struct standard_matrix *m, size_t column, int64_t level)
{
	const char *text;

	if (level < 1 || level > COMPETENCY_LEVELS)
		return "";
	text = m->texts[column * COMPETENCY_LEVELS + (size_t)level - 1];
	return text ? text : "";
}

size_t standard_count(const struct standard_matrix *m, size_t row)
{
	size_t count = 0;

	for (size_t column = 0; column < m->competency_count; column++)
		count += standard_at(m, (struct standard_place){ row, column })->id != 0;
	return count;
}

/* Inside an action. */
static bool write_level(struct db *db, const struct standard *old, struct standard *now,
			struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	if (now->level == NUMBER_NONE) {
		now->id = 0;
		return old->id == 0 ||
		       records_remove(db, &standard_kind, &old->id, 1, err);
	}
	good = record_put(db, &standard_kind, old->id ? old : NULL, now, &arena, err);
	now->search = "";
	arena_done(&arena);
	return good;
}

/* The stored record holds what is derived as well. */
static bool load_old(struct db *db, const struct standard *cell, struct standard *old,
		     struct arena *arena, struct err *err)
{
	*old = *cell;
	if (cell->id == 0)
		return true;
	if (!record_load(db, &standard_kind, cell->id, old, arena, err))
		return false;
	if (old->level == cell->level)
		return true;
	return err_set(err, ERR_CONFLICT,
		       _("This standard was changed meanwhile. Look at it, then set it "
			 "again."));
}

bool standard_matrix_set(struct db *db, struct standard_matrix *m,
			 struct standard_place at, int64_t level, struct err *err)
{
	struct standard *cell = cell_of(m, at), old, now;
	struct arena arena = { 0 };
	bool good;

	if (cell->level == level)
		return true;
	good = load_old(db, cell, &old, &arena, err);
	if (good) {
		now = old;
		now.level = level;
		/* TRANSLATORS: position, competency and level */
		good = action_begin(db,
				    arena_printf(&arena, _("Standard of %s, %s: %s"),
						 cell->position,
						 m->competencies[at.column].code,
						 level == NUMBER_NONE
							 ? "–"
							 : number_int(&arena, level)),
				    err) &&
		       action_end(db, write_level(db, &old, &now, err), err);
	}
	if (good) {
		cell->id = now.id;
		cell->level = level;
	}
	arena_done(&arena);
	return good;
}

static bool is_filled(const struct standard_matrix *m, struct standard_place at)
{
	return strcmp(m->competencies[at.column].kind, "technical") != 0 &&
	       standard_at(m, at)->id == 0 && m->positions[at.row].level != NUMBER_NONE;
}

static bool fill_row(struct db *db, const struct standard_matrix *m, size_t row,
		     size_t *filled, struct err *err)
{
	for (size_t column = 0; column < m->competency_count; column++) {
		const struct standard_place at = { row, column };
		struct standard now = *standard_at(m, at);
		const struct standard none = now;
		int64_t there = 0;

		if (!is_filled(m, at))
			continue;
		if (!record_find(db, &standard_kind, &now, &there, err))
			return false;
		if (there != 0)
			continue;
		now.level = m->positions[row].level;
		if (!write_level(db, &none, &now, err))
			return false;
		++*filled;
	}
	return true;
}

static bool fill_rows(struct db *db, const struct standard_matrix *m, size_t first,
		      size_t count, size_t *filled, struct err *err)
{
	for (size_t row = first; row < first + count; row++) {
		if (!fill_row(db, m, row, filled, err))
			return false;
	}
	return true;
}

bool standard_matrix_fill(struct db *db, const struct standard_matrix *m, size_t first,
			  size_t count, size_t *filled, struct err *err)
{
	struct arena arena = { 0 };
	const char *name = _("Standards filled from the types of positions");
	bool good;

	*filled = 0;
	if (count == 1)
		name = arena_printf(&arena, _("Standards filled from the type: %s"),
				    m->positions[first].name);
	good = action_begin(db, name, err) &&
	       action_end(db, fill_rows(db, m, first, count, filled, err), err);
	arena_done(&arena);
	return good;
}

bool standard_position_type(struct db *db, const char *position, int64_t type,
			    struct err *err)
{
	struct arena arena = { 0 };
	struct position old, now;
	int64_t id = 0;
	bool good;

	record_init(&position_kind, &old);
	old.name = position;
	good = record_find(db, &position_kind, &old, &id, err) &&
	       (id == 0 || record_load(db, &position_kind, id, &old, &arena, err));
	now = old;
	now.type = type;
	good = good &&
	       (old.type == type ||
		record_put(db, &position_kind, id ? &old : NULL, &now, &arena, err));
	arena_done(&arena);
	return good;
}
