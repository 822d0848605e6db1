#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/kinds.h"
#include "domain/position.h"
#include "exchange/import.h"
#include "exchange/ready.h"
#include "ready_text.h"
#include "store/history.h"

/* What comes along with a kind, the kind itself first. */
static const struct {
	const struct kind *of, *kind;
} shipped[] = {
	{ &competency_kind, &competency_kind },
	{ &competency_kind, &competency_level_kind },
	{ &position_type_kind, &position_type_kind },
	{ &conversion_kind, &conversion_kind },
};

enum { SHIPPED_COUNT = sizeof shipped / sizeof *shipped };

bool ready_rows_are(const struct kind *kind)
{
	for (size_t i = 0; i < SHIPPED_COUNT; i++) {
		if (shipped[i].of == kind)
			return true;
	}
	return false;
}

static bool add_all(struct db *db, const struct kind *kind, size_t *added,
		    struct err *err)
{
	const struct import_options how = { .only_new = true, .within = true };
	struct arena arena = { 0 };
	struct import_result result;
	bool good = true;

	for (size_t i = 0; good && i < SHIPPED_COUNT; i++) {
		const char *text;

		if (shipped[i].of != kind)
			continue;
		text = ready_text(arena_printf(
			&arena, "%s-%s", kind_file(shipped[i].kind), i18n_language()));
		good = import_table(db, shipped[i].kind, text, strlen(text), &how, &arena,
				    &result, err);
		if (good && result.rejected)
			good = err_set(err, ERR_INPUT, "%s", result.problems[0].text);
		if (good)
			*added += result.added;
	}
	arena_done(&arena);
	return good;
}

bool ready_rows_add(struct db *db, const struct kind *kind, size_t *added,
		    struct err *err)
{
	struct arena name = { 0 };
	bool good = action_begin(db, arena_printf(&name, _("Ready: %s"), _(kind->labels)),
				 err);

	arena_done(&name);
	*added = 0;
	return good && action_end(db, add_all(db, kind, added, err), err);
}
