#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/outcome.h"
#include "rows.h"
#include "store/stmt.h"

/* From so many days before it is due, a follow-up is called due. */
enum { NEAR_DAYS = 14 };

/* clang-format off */
/* The sheets that come back of each: who fills them in, and when. */
#define SHEETS(x)                                    \
	x("behaviour-alumni", "alumnus", "after")    \
	x("behaviour-superior", "superior", "after") \
	x("skm-after", "public", "after")
/* clang-format on */

void follow_up_sheets(const char *what, const char **role, const char **phase)
{
#define ROW(what, role, phase) { what, role, phase },
	static const struct {
		const char *what, *role, *phase;
	} sheets[] = { SHEETS(ROW) };
#undef ROW

	*role = *phase = "";
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		if (strcmp(sheets[i].what, what) == 0) {
			*role = sheets[i].role;
			*phase = sheets[i].phase;
		}
	}
}

static enum follow_up_state state_of(const struct follow_up *f, int days)
{
	if (f->waived)
		return FOLLOW_UP_WAIVED;
	if (date_is_set(f->done))
		return FOLLOW_UP_DONE;
	if (!date_is_set(f->due) || days > NEAR_DAYS)
		return FOLLOW_UP_WAITING;
	return days < 0 ? FOLLOW_UP_LATE : FOLLOW_UP_DUE;
}

static void read_row(struct stmt *s, void *to, struct arena *arena)
{
	struct follow_up_row *row = to;

	row->follow_up = (struct follow_up){
		.id = stmt_int(s, 0),
		.programme = stmt_int(s, 1),
		.number = stmt_int(s, 2),
		.what = stmt_text(s, 3, arena),
		.questionnaire = stmt_int(s, 4),
		.due = stmt_date(s, 5),
		.sent = stmt_date(s, 6),
		.expected = stmt_number(s, 7),
		.done = stmt_date(s, 8),
		.outcome = stmt_text(s, 9, arena),
		.waived = stmt_int(s, 10),
		.reason = stmt_text(s, 11, arena),
	};
	row->programme = stmt_text(s, 12, arena);
	row->title = stmt_text(s, 13, arena);
	row->questionnaire = stmt_text(s, 14, arena);
	row->keyed = stmt_int(s, 15);
	follow_up_sheets(row->follow_up.what, &row->role, &row->phase);
}

/* clang-format off */
/* A sheet counts where it is of the questionnaire and the role of the
 * follow-up, and from after the programme. */
#define WHEN(what, role, phase) " WHEN '" what "' THEN '" role "'"
#define LIST(where)                                                              \
	"SELECT f.id, f.programme, f.number, f.what, f.questionnaire, f.due,"    \
	"       f.sent, f.expected, f.done, f.outcome, f.waived, f.reason,"      \
	"       p.code, p.title, coalesce(q.code, ''),"                          \
	"       (SELECT count(*) FROM sheets s WHERE s.programme = f.programme"  \
	"           AND s.questionnaire = f.questionnaire"                       \
	"           AND s.phase IN ('', 'after')"                                \
	"           AND s.role = CASE f.what" SHEETS(WHEN) " ELSE s.role END)"   \
	"  FROM follow_ups f JOIN programmes p ON p.id = f.programme"            \
	"  LEFT JOIN questionnaires q ON q.id = f.questionnaire"                 \
	" WHERE " where                                                          \
	" ORDER BY coalesce(f.due, '9999'), p.code, f.number"

static const char list_sql[] = LIST("f.programme = :programme");
static const char office_sql[] = LIST("p.status <> 'cancelled'");
#undef WHEN
/* clang-format on */

bool follow_up_list(struct db *db, int64_t programme, struct date today,
		    struct arena *arena, struct follow_up_row **out, size_t *count,
		    struct err *err)
{
	struct row_list list = { .size = sizeof(struct follow_up_row), .read = read_row };
	struct follow_up_row *rows;
	struct stmt *s;

	if (!stmt_get(db, programme ? list_sql : office_sql, &s, err))
		return false;
	if (programme != 0)
		stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	rows = (struct follow_up_row *)list.rows;
	for (size_t i = 0; i < list.count; i++) {
		if (date_is_set(rows[i].follow_up.due))
			rows[i].days = rows[i].follow_up.due.day - today.day;
		rows[i].state = state_of(&rows[i].follow_up, rows[i].days);
	}
	*out = rows;
	*count = list.count;
	return true;
}

static const struct {
	const char *code, *label;
} states[] = {
	[FOLLOW_UP_WAITING] = { "waiting", N_("Not due yet") },
	[FOLLOW_UP_DUE] = { "due", N_("Due") },
	[FOLLOW_UP_LATE] = { "late", N_("Late") },
	[FOLLOW_UP_DONE] = { "done", N_("Done") },
	[FOLLOW_UP_WAIVED] = { "waived", N_("Waived") },
};

const char *follow_up_state_code(enum follow_up_state state)
{
	return states[state].code;
}

const char *follow_up_state_label(enum follow_up_state state)
{
	return _(states[state].label);
}

const char *follow_up_days(struct arena *arena, const struct follow_up_row *row)
{
	int days = row->days;

	if (row->state == FOLLOW_UP_DONE || row->state == FOLLOW_UP_WAIVED ||
	    !date_is_set(row->follow_up.due))
		return "";
	if (days == 0)
		return _("today");
	if (days > 0)
		return arena_printf(arena, P_("in %d day", "in %d days", days), days);
	return arena_printf(arena, P_("%d day late", "%d days late", -days), -days);
}

enum next {
	NEXT_NOTHING,
	NEXT_CHOOSE,
	NEXT_SEND,
	NEXT_KEY,
	NEXT_CLOSE,
	NEXT_MEASURE,
	NEXT_SURVEY,
	NEXT_COUNT,
	NEXT_WRITE
};

static const struct {
	const char *code, *text;
} nexts[] = {
	[NEXT_NOTHING] = { "", "" },
	[NEXT_CHOOSE] = { "choose", N_("Choose the questionnaire (F2).") },
	[NEXT_SEND] = { "send", N_("Hand out the questionnaire, then note it (t).") },
	[NEXT_KEY] = { "key", N_("Key in the sheets that come back (f).") },
	[NEXT_CLOSE] = { "close", N_("Look at the answers (v), then close it (s).") },
	[NEXT_MEASURE] = { "measure",
			   N_("Measure the indicators (m on each), then close it (s).") },
	[NEXT_SURVEY] = { "survey",
			  N_("Add the round after the programme, then close it (s).") },
	[NEXT_COUNT] = { "count", N_("Fill in costs and benefits, then close it (s).") },
	[NEXT_WRITE] = { "write", N_("Write what came of it (F2), then close it (s).") },
};

static enum next next_for_sheets(const struct follow_up_row *row)
{
	const struct follow_up *f = &row->follow_up;

	if (f->questionnaire == 0)
		return NEXT_CHOOSE;
	if (!date_is_set(f->sent) && row->keyed == 0)
		return NEXT_SEND;
	if (row->keyed == 0 || (f->expected != NUMBER_NONE && row->keyed < f->expected))
		return NEXT_KEY;
	return NEXT_CLOSE;
}

static enum next next_of(const struct follow_up_row *row)
{
	const char *what = row->follow_up.what;

	if (row->state == FOLLOW_UP_DONE || row->state == FOLLOW_UP_WAIVED)
		return NEXT_NOTHING;
	if (strncmp(what, "behaviour-", 10) == 0)
		return next_for_sheets(row);
	if (strcmp(what, "results") == 0)
		return NEXT_MEASURE;
	if (strcmp(what, "skm-after") == 0)
		return row->questionnaire[0] != '\0' ? next_for_sheets(row) : NEXT_SURVEY;
	return strcmp(what, "benefits") == 0 ? NEXT_COUNT : NEXT_WRITE;
}

const char *follow_up_next_code(const struct follow_up_row *row)
{
	return nexts[next_of(row)].code;
}

const char *follow_up_next(const struct follow_up_row *row)
{
	const char *text = nexts[next_of(row)].text;

	return *text == '\0' ? "" : _(text);
}
