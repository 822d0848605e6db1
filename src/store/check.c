#include <string.h>

#include "base/i18n.h"
#include "check_private.h"

/* What SQLite and plain counting can say of the file. */

void finding_add(struct findings *f, const char *what, const char *advice)
{
	if (f->count == FINDINGS_MOST) {
		f->more++;
		return;
	}
	if (f->count == f->space) {
		f->list = arena_grow(f->arena, f->list, f->space * sizeof *f->list,
				     (f->space + 20) * sizeof *f->list);
		f->space += 20;
	}
	f->list[f->count++] = (struct finding){ what, advice };
}

const char *advice_restore(void)
{
	return _("Stop working in this file and bring back the newest backup with: "
		 "bangkom restore FILE");
}

/* Each row of SQLite's own check that is not "ok". */
static bool check_pages(struct db *db, const char *sql, struct findings *out,
			struct err *err)
{
	struct stmt s;
	int code;

	if (!stmt_open(db, sql, &s, err))
		return false;
	while ((code = sqlite3_step(s.raw)) == SQLITE_ROW) {
		const char *line = stmt_text(&s, 0, out->arena);

		if (strcmp(line, "ok") != 0)
			finding_add(out,
				    arena_printf(out->arena,
						 _("The file is damaged: %s."), line),
				    advice_restore());
	}
	if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB ||
	    (code & 0xff) == SQLITE_CORRUPT)
		finding_add(out,
			    arena_printf(out->arena, _("The file is damaged: %s."),
					 sqlite3_errmsg(db->raw)),
			    advice_restore());
	else if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return err->code == ERR_NONE;
}

static const char *label_of(const struct kind *const *kinds, const char *table)
{
	for (; *kinds; kinds++) {
		if (strcmp((*kinds)->table, table) == 0)
			return _((*kinds)->labels);
	}
	return table;
}

/* One finding for each pair of tables, with how many and the first of them. */
static bool check_references(struct db *db, const struct kind *const *kinds,
			     struct findings *out, struct err *err)
{
	struct stmt s;
	int code;

	if (!stmt_open(db,
		       "SELECT \"table\", parent, count(*), min(rowid)"
		       "  FROM pragma_foreign_key_check GROUP BY 1, 2",
		       &s, err))
		return false;
	while ((code = sqlite3_step(s.raw)) == SQLITE_ROW) {
		const char *from = stmt_text(&s, 0, out->arena);
		const char *to = stmt_text(&s, 1, out->arena);

		finding_add(out,
			    arena_printf(out->arena,
					 _("%s: %lld refer to %s that do not exist "
					   "(the first is number %lld)."),
					 label_of(kinds, from),
					 (long long)stmt_int(&s, 2), label_of(kinds, to),
					 (long long)stmt_int(&s, 3)),
			    _("Something other than this program changed the file. Bring "
			      "back the newest backup with: bangkom restore FILE"));
	}
	if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return code == SQLITE_DONE;
}

/* How many records each entry of the history says it touched. */
static bool check_sums(struct db *db, struct findings *out, struct err *err)
{
	struct stmt s;
	int code;

	if (!stmt_open(db,
		       "SELECT e.id, e.name, e.changes, coalesce(c.sum, 0)"
		       "  FROM entry e LEFT JOIN"
		       "       (SELECT entry, sum(last - first + 1) AS sum"
		       "          FROM change GROUP BY entry) c ON c.entry = e.id"
		       " WHERE e.folded = 0 AND e.changes <> coalesce(c.sum, 0)",
		       &s, err))
		return false;
	while ((code = sqlite3_step(s.raw)) == SQLITE_ROW)
		finding_add(
			out,
			arena_printf(
				out->arena,
				_("The history says that %lld records were changed "
				  "by '%s' (number %lld), and lists %lld."),
				(long long)stmt_int(&s, 2), stmt_text(&s, 1, out->arena),
				(long long)stmt_int(&s, 0), (long long)stmt_int(&s, 3)),
			_("The history was cut or changed. Compare it with a backup "
			  "before you rely on it."));
	if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return code == SQLITE_DONE;
}

/* What acts by itself, or shows other records, behind the program's back. */
static bool check_schema(struct db *db, struct findings *out, struct err *err)
{
	const char *name = "";

	if (!schema_strange(db, out->arena, &name, err))
		return false;
	if (*name != '\0')
		finding_add(
			out,
			arena_printf(out->arena,
				     _("The file holds '%s', which this program never "
				       "makes."),
				     name),
			_("Something other than this program changed the file. Bring "
			  "back the newest backup with: bangkom restore FILE"));
	return true;
}

bool check_start(struct db *db, const struct kind *const *kinds, struct findings *out,
		 struct err *err)
{
	return check_schema(db, out, err) && check_references(db, kinds, out, err) &&
	       check_sums(db, out, err) && check_settings(db, out, err) &&
	       check_surroundings(db, out, err);
}

bool check_quick(struct db *db, const struct kind *const *kinds, struct findings *out,
		 struct err *err)
{
	return check_pages(db, "PRAGMA quick_check(20)", out, err) &&
	       check_start(db, kinds, out, err);
}

bool check_deep(struct db *db, const struct kind *const *kinds, struct findings *out,
		struct err *err)
{
	if (!check_pages(db, "PRAGMA integrity_check(100)", out, err) ||
	    !check_start(db, kinds, out, err))
		return false;
	/* In a file whose pages are damaged the rest would only fail again. */
	if (out->count > 0 && strcmp(out->list[0].advice, advice_restore()) == 0)
		return true;
	return check_search(db, kinds, out, err) && check_words(db, out, err) &&
	       check_history(db, kinds, out, err);
}
