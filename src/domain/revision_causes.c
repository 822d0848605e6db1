#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "design_parts.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/finding.h"
#include "domain/kinds.h"
#include "domain/next_run.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "rows.h"
#include "store/history.h"
#include "store/record.h"
#include "store/stmt.h"

/* What is behind each changed line of a revision. */

const char *part_line(const struct kind *kind, const void *record, const struct field *f,
		      struct arena *arena)
{
	const char *line = "";

	for (const struct field *k = kind->fields; k->type != FIELD_END; k++) {
		if ((k->flags & FIELD_KEY) && !(k->flags & FIELD_PARENT))
			line = arena_printf(arena, "%s%s%s", line, *line ? " " : "",
					    field_to_stored(k, record, arena));
	}
	return f ? arena_printf(arena, "%s %s", line, f->name) : line;
}

static bool put_cause(struct db *db, struct revision_cause *now, struct arena *arena,
		      struct err *err)
{
	struct revision_cause old;

	if (!record_find(db, &revision_cause_kind, now, &now->id, err))
		return false;
	if (now->id == 0)
		return record_put(db, &revision_cause_kind, NULL, now, arena, err);
	return record_load(db, &revision_cause_kind, now->id, &old, arena, err) &&
	       record_update(db, &revision_cause_kind, &old, now, err);
}

/* The cause that the edit names, for the revision and kind of the part. */
static struct revision_cause cause_of(const struct design_edit *edit, const void *part)
{
	struct revision_cause cause;

	record_init(&revision_cause_kind, &cause);
	cause.revision = field_int(revision_field(edit->kind), part);
	cause.part = edit->kind->name;
	cause.finding = edit->finding;
	cause.improvement = edit->improvement;
	return cause;
}

/* A reason in words alone stands with the revision. */
static bool names_nothing(const struct revision_cause *cause)
{
	return cause->finding == 0 && cause->improvement == 0;
}

static bool put_fields(struct db *db, struct revision_cause *cause, const void *was,
		       const void *now, struct arena *arena, struct err *err)
{
	const struct kind *kind = kind_find(cause->part);

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_PARENT) || f->type == FIELD_SEARCH ||
		    field_equal(f, was, now))
			continue;
		cause->line = part_line(kind, now, f, arena);
		if (!put_cause(db, cause, arena, err))
			return false;
	}
	return true;
}

bool cause_of_save(struct db *db, const struct design_edit *edit, const void *was,
		   const void *now, struct err *err)
{
	struct arena arena = { 0 };
	struct revision_cause cause = cause_of(edit, now);
	bool good = true;

	if (!names_nothing(&cause) && was) {
		good = put_fields(db, &cause, was, now, &arena, err);
	} else if (!names_nothing(&cause)) {
		cause.line = part_line(edit->kind, now, NULL, &arena);
		good = put_cause(db, &cause, &arena, err);
	}
	arena_done(&arena);
	return good;
}

bool cause_of_removal(struct db *db, const struct design_edit *edit, int64_t id,
		      struct err *err)
{
	struct arena arena = { 0 };
	void *part = arena_alloc(&arena, edit->kind->size);
	bool good = record_load(db, edit->kind, id, part, &arena, err);

	if (good) {
		struct revision_cause cause = cause_of(edit, part);

		cause.line = part_line(edit->kind, part, NULL, &arena);
		good = names_nothing(&cause) || put_cause(db, &cause, &arena, err);
	}
	arena_done(&arena);
	return good;
}

bool revision_cause_set(struct db *db, int64_t revision,
			const struct revision_change *rows, size_t count,
			const struct revision_because *because, struct err *err)
{
	struct arena arena = { 0 };
	bool good = action_begin(db, _("Cause of a change named"), err);

	if (good) {
		for (size_t i = 0; good && i < count; i++) {
			struct revision_cause cause;

			record_init(&revision_cause_kind, &cause);
			cause.revision = revision;
			cause.part = rows[i].kind->name;
			cause.line = rows[i].line;
			cause.finding = because->finding;
			cause.improvement = because->improvement;
			cause.text = text_clean_line(&arena, because->text);
			good = put_cause(db, &cause, &arena, err);
		}
		good = action_end(db, good, err);
	}
	arena_done(&arena);
	return good;
}

/* A cause as it is read back. */
struct stored_cause {
	const char *part, *line, *text, *words; /* words: of the finding or action */
	int64_t finding, improvement;
};

static void read_cause(struct stmt *s, void *row, struct arena *arena)
{
	struct stored_cause c = {
		.part = stmt_text(s, 0, arena),
		.line = stmt_text(s, 1, arena),
		.text = stmt_text(s, 2, arena),
		.finding = stmt_int(s, 3),
		.improvement = stmt_int(s, 5),
		.words = "",
	};

	if (c.finding != 0)
		c.words = arena_printf(arena, _("Finding %d: %s"), (int)stmt_int(s, 4),
				       stmt_text(s, 7, arena));
	else if (c.improvement != 0)
		c.words = arena_printf(arena, _("Action %d: %s"), (int)stmt_int(s, 6),
				       stmt_text(s, 8, arena));
	*(struct stored_cause *)row = c;
}

/* An action leads on to its finding, so that a line names both. */
static bool load_causes(struct db *db, int64_t from, int64_t to, struct arena *arena,
			struct row_list *list, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT c.part, c.line, c.text, f.id, f.number, i.id, i.number,"
		      "       f.statement, i.statement"
		      "  FROM revisions x JOIN revisions y ON y.id = :to"
		      "  JOIN revisions r ON r.design = x.design"
		      "       AND r.number > min(x.number, y.number)"
		      "       AND r.number <= max(x.number, y.number)"
		      "  JOIN revision_causes c ON c.revision = r.id"
		      "  LEFT JOIN improvements i ON i.id = c.improvement"
		      "  LEFT JOIN findings f ON f.id = coalesce(c.finding, i.finding)"
		      " WHERE x.id = :from ORDER BY r.number, c.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":from", from);
	stmt_bind_int(s, ":to", to);
	return rows_collect(list, s, arena, err);
}

static void give_cause(struct revision_change *change, const struct stored_cause *c,
		       struct arena *arena)
{
	change->finding = c->finding;
	change->improvement = c->improvement;
	if (*c->text != '\0' && *c->words != '\0')
		change->cause = arena_printf(arena, "%s (%s)", c->words, c->text);
	else
		change->cause = *c->words != '\0' ? c->words : c->text;
}

bool causes_find(struct db *db, int64_t from, int64_t to, struct arena *arena,
		 struct revision_diff *diff, struct err *err)
{
	struct row_list list = { .size = sizeof(struct stored_cause),
				 .read = read_cause };
	const struct stored_cause *all;

	if (!load_causes(db, from, to, arena, &list, err))
		return false;
	all = (const struct stored_cause *)list.rows;
	for (size_t i = 0; i < diff->count; i++) {
		struct revision_change *change = &diff->rows[i];

		for (size_t k = 0; k < list.count; k++) {
			if (change->mark != CHANGE_NONE &&
			    strcmp(all[k].part, change->kind->name) == 0 &&
			    strcmp(all[k].line, change->line) == 0)
				give_cause(change, &all[k], arena);
		}
	}
	return true;
}

static void read_reason(struct stmt *s, void *row, struct arena *arena)
{
	bool action = stmt_int(s, 1) != 0;

	*(struct revision_reason *)row = (struct revision_reason){
		.finding = stmt_int(s, 0),
		.improvement = stmt_int(s, 1),
		.label = arena_printf(arena,
				      action ? _("Action %d: %s") : _("Finding %d: %s"),
				      (int)stmt_int(s, 2), stmt_text(s, 3, arena)),
	};
}

bool revision_reasons(struct db *db, int64_t programme, struct arena *arena,
		      struct revision_reason **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct revision_reason),
				 .read = read_reason };
	int64_t before = 0;
	struct stmt *s;

	if (!run_before(db, programme, &before, err) ||
	    !stmt_get(db,
		      "SELECT * FROM (SELECT NULL AS finding, id, number, statement,"
		      "                      programme FROM improvements"
		      " WHERE programme IN (:programme, :before)"
		      "   AND (status = 'open' OR status = 'done')"
		      " UNION ALL "
		      "SELECT id, NULL, number, statement, programme FROM findings"
		      " WHERE programme IN (:programme, :before) AND kind <> 'keep'"
		      ") ORDER BY programme DESC, id IS NULL, number",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	stmt_bind_int(s, ":before", before);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct revision_reason *)list.rows;
	*count = list.count;
	return true;
}
