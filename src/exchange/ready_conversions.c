#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/certificate.h"
#include "domain/save.h"
#include "exchange/csv.h"
#include "exchange/ready.h"
#include "ready_files.h"
#include "store/history.h"
#include "store/record.h"

static const char *text(void)
{
	size_t i = 0;

	while (ready_files[i].name && strcmp(ready_files[i].name, "conversions") != 0)
		i++;
	BUG_ON(!ready_files[i].name);
	return ready_files[i].text;
}

static bool add_row(struct db *db, const struct csv_row *headings,
		    const struct csv_row *cells, struct arena *arena, size_t *added,
		    struct err *err)
{
	struct conversion row;
	int64_t there = 0;

	record_init(&conversion_kind, &row);
	for (size_t i = 0; i < headings->count && i < cells->count; i++) {
		const struct field *f = kind_field(&conversion_kind, headings->fields[i]);

		BUG_ON(!f ||
		       !field_from_stored(f, &row, arena_strdup(arena, cells->fields[i]),
					  arena));
	}
	if (!record_find(db, &conversion_kind, &row, &there, err))
		return false;
	if (there != 0)
		return true;
	*added += 1;
	return record_put(db, &conversion_kind, NULL, &row, arena, err);
}

static bool add_all(struct db *db, struct arena *arena, size_t *added, struct err *err)
{
	struct csv csv = { 0 };
	struct csv_row headings = { 0 }, cells = { 0 };

	if (!csv_open(&csv, text(), strlen(text()), arena, err) ||
	    csv_next(&csv, &headings, arena, err) != CSV_ROW)
		return false;
	for (size_t i = 0; i < headings.count; i++)
		headings.fields[i] = arena_strdup(arena, headings.fields[i]);
	while (csv_next(&csv, &cells, arena, err) == CSV_ROW) {
		if (!add_row(db, &headings, &cells, arena, added, err))
			return false;
	}
	return true;
}

bool ready_conversions_add(struct db *db, size_t *added, struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	*added = 0;
	good = action_begin(db, _("Ready conversions into JP"), err) &&
	       action_end(db, add_all(db, &arena, added, err), err);
	arena_done(&arena);
	return good;
}
