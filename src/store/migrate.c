#include <string.h>

#include "backup_private.h"
#include "base/i18n.h"
#include "migrations.h"

/* "BKOM" */
#define APPLICATION_ID 0x424B4F4D
#define TEXT_OF_(x) #x
#define TEXT_OF(x) TEXT_OF_(x)

enum { NEWEST = sizeof migrations / sizeof *migrations - 2 };

/* The first migration also marks the file as ours and names its site. */
static bool found_office(struct db *db, struct err *err)
{
	uint32_t site = 0;
	char text[12];

	while (site == 0) {
		sqlite3_randomness((int)sizeof site, &site);
		site &= (UINT32_C(1) << 23) - 1;
	}
	sqlite3_snprintf((int)sizeof text, text, "%u", site);
	return db_run(db, "PRAGMA application_id = " TEXT_OF(APPLICATION_ID), err) &&
	       db_note_set(db, "site", text, err);
}

static bool apply(struct db *db, const struct migration *m, struct err *err)
{
	char set_version[48];

	sqlite3_snprintf((int)sizeof set_version, set_version, "PRAGMA user_version = %d",
			 m->version);
	if (!db_run(db, m->text, err))
		return false;
	if (m->version == 1 && !found_office(db, err))
		return false;
	return db_run(db, set_version, err);
}

/* Another process may have migrated since we looked, so look again inside
 * the transaction. */
bool db_apply(struct db *db, const struct migration *m, struct err *err)
{
	int64_t version = 0;
	bool done;

	if (!db_run(db, "BEGIN IMMEDIATE", err))
		return false;
	done = db_number(db, "PRAGMA user_version", &version, err);
	if (done && version < m->version)
		done = apply(db, m, err);
	if (done && db_run(db, "COMMIT", err))
		return true;
	sqlite3_exec(db->raw, "ROLLBACK", NULL, NULL, NULL);
	return err_context(err, _("The office file could not be brought up to date (%s)"),
			   m->name);
}

bool check_ours(const struct db *db, int64_t application_id, struct err *err)
{
	if (application_id == APPLICATION_ID)
		return true;
	return err_set(err, ERR_FILE,
		       _("%s is no office file; it belongs to another program. "
			 "Choose another file."),
		       db->path);
}

bool check_version(const struct db *db, int64_t version, struct err *err)
{
	if (version <= migrations[NEWEST].version)
		return true;
	return err_set(
		err, ERR_FILE,
		_("%s was made by a newer version of this program, and this one might "
		  "misread it. Install that version to open it; nothing was changed."),
		db->path);
}

/* The header was checked already; now under a lock, after SQLite may have
 * rolled back what was cut off. */
static bool check_again(struct db *db, int64_t *version, struct err *err)
{
	int64_t id = 0;

	if (!db_number(db, "PRAGMA application_id", &id, err) ||
	    !db_number(db, "PRAGMA user_version", version, err))
		return false;
	return (db->created || check_ours(db, id, err)) &&
	       check_version(db, *version, err);
}

static bool save_before(struct db *db, struct err *err)
{
	return backup_automatic(db, BACKUP_MIGRATION, err) ||
	       err_context(err, _("The office file must be brought up to date, and the "
				  "backup before it was not made; nothing was changed"));
}

bool db_migrate(struct db *db, struct err *err)
{
	int64_t version = 0;

	if (!check_again(db, &version, err))
		return false;
	if (version < migrations[NEWEST].version && db->read_only)
		return err_set(err, ERR_READ_ONLY,
			       _("%s was made by an older version of this program. "
				 "Open it once for writing to bring it up to date."),
			       db->path);
	if (version < migrations[NEWEST].version && !db->created && !save_before(db, err))
		return false;
	for (size_t i = 0; migrations[i].text != NULL; i++) {
		const struct migration m = { migrations[i].version, migrations[i].name,
					     migrations[i].text };

		if (m.version > version && !db_apply(db, &m, err))
			return false;
	}
	return db_number(db,
			 "SELECT CAST(value AS INTEGER) FROM note WHERE name = 'site'",
			 &db->site, err);
}

/* SQLite keeps the text of what makes a trigger or a view as it was given. */
static bool is_made(const char *text, int64_t version)
{
	for (size_t i = 0; migrations[i].text != NULL; i++) {
		if (migrations[i].version <= version && strstr(migrations[i].text, text))
			return true;
	}
	return false;
}

bool schema_strange(struct db *db, struct arena *arena, const char **name,
		    struct err *err)
{
	int64_t version = 0;
	struct stmt s;
	enum stmt_step step;

	*name = "";
	if (!db_number(db, "PRAGMA user_version", &version, err) ||
	    !stmt_open(db,
		       "SELECT name, sql FROM sqlite_schema"
		       " WHERE type IN ('trigger', 'view') ORDER BY name",
		       &s, err))
		return false;
	while ((step = stmt_step(&s, err)) == STMT_ROW && **name == '\0') {
		if (!is_made(stmt_text(&s, 1, arena), version))
			*name = stmt_text(&s, 0, arena);
	}
	stmt_close(&s);
	return step != STMT_FAILED;
}
