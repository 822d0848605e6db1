#include "domain/trail.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/kinds.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "query.h"
#include "store/record.h"
#include "store/select.h"
#include "store/stmt.h"

/* The order in which lines stand; kinds that are not named come last. */
static const char *const chain[] = {
	"unit",
	"person",
	"partner",
	"trainer",
	"competency",
	"standard",
	"survey",
	"need",
	"decision",
	"plan_item",
	"objective",
	"design",
	"revision",
	"planned_session",
	"programme",
	"session",
	"enrolment",
	"group",
	"project",
	"milestone",
	"score",
	"questionnaire",
	"revision_questionnaire",
	"item",
	"finding",
	"comment_tag",
	"improvement",
	"revision_cause",
};

/* References whose record comes first: the one that it names follows from it.
 * Of all others the record follows from what it names. */
static const struct {
	const char *kind, *field;
} turned[] = {
	{ "need", "competency" },	   { "standard", "competency" },
	{ "plan_item", "programme" },	   { "objective", "revision" },
	{ "planned_session", "revision" }, { "revision_questionnaire", "revision" },
	{ "revision_cause", "revision" },  { "comment_tag", "finding" },
};

/* A changed line is named by the number of the part, and its field. */
#define OF_LINE " AND (c.line || ' ') LIKE (l.number || ' %')"

/* Links that no reference holds: `to` follows from `from`. Each statement
 * gives the records at the other end of the one that is :a. */
static const struct link {
	const char *from, *to;
	const char *down, *up;
} links[] = {
	{ "need", "objective",
	  "SELECT o.id FROM needs n JOIN objectives o ON o.competency = n.competency"
	  " WHERE n.id = :a ORDER BY o.id DESC",
	  "SELECT n.id FROM objectives o JOIN needs n ON n.competency = o.competency"
	  " WHERE o.id = :a ORDER BY n.level, n.id" },
	{ "need", "decision",
	  "SELECT d.id FROM needs n JOIN decisions d ON d.survey = n.survey"
	  "  AND d.competency = n.competency WHERE n.id = :a",
	  "SELECT n.id FROM decisions d JOIN needs n ON n.survey = d.survey"
	  "  AND n.competency = d.competency WHERE d.id = :a ORDER BY n.level, n.id" },
	{ "decision", "plan_item",
	  "SELECT i.id FROM decisions d JOIN plan_items i ON i.survey = d.survey"
	  "  AND i.competency = d.competency WHERE d.id = :a ORDER BY i.year, i.number",
	  "SELECT d.id FROM plan_items i JOIN decisions d ON d.survey = i.survey"
	  "  AND d.competency = i.competency WHERE i.id = :a" },
	{ "objective", "programme",
	  "SELECT p.id FROM objectives o JOIN programmes p ON p.revision = o.revision"
	  " WHERE o.id = :a ORDER BY p.year, p.id",
	  "SELECT o.id FROM programmes p JOIN objectives o ON o.revision = p.revision"
	  " WHERE p.id = :a ORDER BY o.number" },
	{ "planned_session", "session",
	  "SELECT s.id FROM planned_sessions l"
	  "  JOIN programmes p ON p.revision = l.revision"
	  "  JOIN sessions s ON s.programme = p.id AND s.number = l.number"
	  " WHERE l.id = :a ORDER BY s.id",
	  "SELECT l.id FROM sessions s JOIN programmes p ON p.id = s.programme"
	  "  JOIN planned_sessions l ON l.revision = p.revision AND l.number = s.number"
	  " WHERE s.id = :a" },
	{ "session", "project",
	  "SELECT j.id FROM sessions s JOIN \"groups\" g ON g.programme = s.programme"
	  "  JOIN projects j ON j.\"group\" = g.id WHERE s.id = :a ORDER BY g.number",
	  "SELECT s.id FROM projects j JOIN \"groups\" g ON g.id = j.\"group\""
	  "  JOIN sessions s ON s.programme = g.programme"
	  " WHERE j.id = :a ORDER BY s.number" },
	{ "project", "score",
	  "SELECT c.id FROM projects j JOIN \"groups\" g ON g.id = j.\"group\""
	  "  JOIN members m ON m.\"group\" = g.id"
	  "  JOIN scores c ON c.programme = g.programme AND c.person = m.person"
	  " WHERE j.id = :a ORDER BY c.id",
	  "SELECT j.id FROM scores c JOIN members m ON m.person = c.person"
	  "  JOIN \"groups\" g ON g.id = m.\"group\" AND g.programme = c.programme"
	  "  JOIN projects j ON j.\"group\" = g.id WHERE c.id = :a ORDER BY j.id" },
	{ "programme", "item",
	  "SELECT i.id FROM programmes p"
	  "  JOIN revision_questionnaires r ON r.revision = p.revision"
	  "  JOIN items i ON i.questionnaire = r.questionnaire"
	  " WHERE p.id = :a ORDER BY i.number, i.id",
	  "SELECT p.id FROM items i"
	  "  JOIN revision_questionnaires r ON r.questionnaire = i.questionnaire"
	  "  JOIN programmes p ON p.revision = r.revision"
	  " WHERE i.id = :a ORDER BY p.year DESC, p.id" },
	/* What a session is about is asked by these dimensions. */
	{ "session", "item",
	  "SELECT i.id FROM sessions s JOIN programmes p ON p.id = s.programme"
	  "  JOIN revision_questionnaires r ON r.revision = p.revision"
	  "  JOIN items i ON i.questionnaire = r.questionnaire"
	  " WHERE s.id = :a AND i.dimension IN ('material', 'method', 'trainer')"
	  " ORDER BY i.number, i.id",
	  "SELECT s.id FROM items i"
	  "  JOIN revision_questionnaires r ON r.questionnaire = i.questionnaire"
	  "  JOIN programmes p ON p.revision = r.revision"
	  "  JOIN sessions s ON s.programme = p.id"
	  " WHERE i.id = :a AND i.dimension IN ('material', 'method', 'trainer')"
	  " ORDER BY p.year DESC, s.number" },
	/* An action or finding leads to the design of the runs that came after. */
	{ "finding", "revision",
	  "SELECT DISTINCT c.revision FROM findings f"
	  "  LEFT JOIN improvements i ON i.finding = f.id"
	  "  JOIN revision_causes c ON c.finding = f.id OR c.improvement = i.id"
	  " WHERE f.id = :a ORDER BY 1",
	  "SELECT DISTINCT coalesce(c.finding, i.finding) FROM revision_causes c"
	  "  LEFT JOIN improvements i ON i.id = c.improvement"
	  " WHERE c.revision = :a AND coalesce(c.finding, i.finding) IS NOT NULL"
	  " ORDER BY 1" },
	{ "finding", "planned_session",
	  "SELECT DISTINCT l.id FROM findings f"
	  "  LEFT JOIN improvements i ON i.finding = f.id"
	  "  JOIN revision_causes c ON c.finding = f.id OR c.improvement = i.id"
	  "  JOIN planned_sessions l ON l.revision = c.revision" OF_LINE
	  " WHERE f.id = :a AND c.part = 'planned_session' ORDER BY 1",
	  "SELECT DISTINCT coalesce(c.finding, i.finding) FROM planned_sessions l"
	  "  JOIN revision_causes c ON c.revision = l.revision AND c.part = "
	  "'planned_session'" OF_LINE "  LEFT JOIN improvements i ON i.id = c.improvement"
	  " WHERE l.id = :a AND coalesce(c.finding, i.finding) IS NOT NULL ORDER BY 1" },
	{ "finding", "objective",
	  "SELECT DISTINCT l.id FROM findings f"
	  "  LEFT JOIN improvements i ON i.finding = f.id"
	  "  JOIN revision_causes c ON c.finding = f.id OR c.improvement = i.id"
	  "  JOIN objectives l ON l.revision = c.revision" OF_LINE
	  " WHERE f.id = :a AND c.part = 'objective' ORDER BY 1",
	  "SELECT DISTINCT coalesce(c.finding, i.finding) FROM objectives l"
	  "  JOIN revision_causes c ON c.revision = l.revision AND c.part = "
	  "'objective'" OF_LINE "  LEFT JOIN improvements i ON i.id = c.improvement"
	  " WHERE l.id = :a AND coalesce(c.finding, i.finding) IS NOT NULL ORDER BY 1" },
};

enum {
	CHAIN_COUNT = sizeof chain / sizeof *chain,
	TURNED_COUNT = sizeof turned / sizeof *turned,
	LINK_COUNT = sizeof links / sizeof *links,
	LINK_MOST = 500,  /* lines of a link that is shown in full */
	KIND_PLACE = 1000 /* of numbers of links: those of a kind's fields */
};

/* A trail while it is put together. */
struct walking {
	struct db *db;
	const struct trail_request *request;
	struct arena *arena;
	struct trail_line *lines;
	size_t count, space;
	int64_t programme; /* that the record belongs to, or is; or 0 */
};

static size_t chain_place(const struct kind *kind)
{
	size_t i = 0;

	while (i < CHAIN_COUNT && strcmp(chain[i], kind->name) != 0)
		i++;
	return i;
}

static size_t place_of(const struct kind *kind)
{
	size_t i = 0;

	while (kinds[i] && kinds[i] != kind)
		i++;
	return i;
}

static bool is_turned(const struct kind *kind, const struct field *f)
{
	for (size_t i = 0; i < TURNED_COUNT; i++) {
		if (strcmp(turned[i].kind, kind->name) == 0 &&
		    strcmp(turned[i].field, f->name) == 0)
			return true;
	}
	return false;
}

static struct trail_line *add_line(struct walking *w)
{
	if (w->count == w->space) {
		size_t wider = w->space ? 2 * w->space : 32;

		w->lines = arena_grow(w->arena, w->lines, w->space * sizeof *w->lines,
				      wider * sizeof *w->lines);
		w->space = wider;
	}
	return &w->lines[w->count++];
}

/* The programme that a record belongs to, or is; 0 for none. */
static int64_t programme_of(const struct kind *kind, const void *record)
{
	if (strcmp(kind->name, "programme") == 0)
		return record_id(record);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_REF && (f->flags & FIELD_PARENT) &&
		    strcmp(f->refers, "programme") == 0)
			return field_int(f, record);
	}
	return 0;
}

/* What belongs to another programme says to which. */
static bool label_of(struct walking *w, const struct trail_line *line, const char **label,
		     struct err *err)
{
	void *record = arena_alloc(w->arena, line->kind->size);
	struct programme p;
	int64_t of;

	if (!record_load(w->db, line->kind, line->id, record, w->arena, err) ||
	    !record_label(w->db, line->kind, record, w->arena, label, err))
		return false;
	of = programme_of(line->kind, record);
	if (of == 0 || of == w->programme || line->kind == &programme_kind)
		return true;
	if (!record_load(w->db, &programme_kind, of, &p, w->arena, err))
		return false;
	*label = arena_printf(w->arena, "%s › %s", p.code, *label);
	return true;
}

static bool add_record(struct walking *w, const struct trail_line *line, struct err *err)
{
	const char *label = "";

	for (size_t i = 0; i < w->count; i++) {
		if (w->lines[i].kind == line->kind && w->lines[i].id == line->id &&
		    w->lines[i].why == line->why)
			return true;
	}
	if (!label_of(w, line, &label, err))
		return false;
	*add_line(w) = *line;
	w->lines[w->count - 1].label = label;
	return true;
}

static size_t most_of(const struct walking *w, int64_t link)
{
	return w->request->whole == link ? LINK_MOST : w->request->most;
}

/* The records that a link leads to: the first of them, and how many more. */
static bool add_ids(struct walking *w, const struct trail_line *like, const int64_t *ids,
		    size_t count, struct err *err)
{
	size_t most = most_of(w, like->link), shown = count < most ? count : most;
	struct trail_line line = *like;

	for (size_t i = 0; i < shown; i++) {
		line.id = ids[i];
		line.more = i + 1 == shown ? count - shown : 0;
		if (!add_record(w, &line, err))
			return false;
	}
	return true;
}

/* What the record itself names. */
static bool add_named(struct walking *w, const void *record, struct err *err)
{
	const struct kind *kind = w->request->kind;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		struct trail_line line = { .link = (int64_t)(place_of(kind) * KIND_PLACE +
							     field_position(kind, f) +
							     1) };
		int64_t id;

		if (f->type != FIELD_REF || field_is_empty(f, record))
			continue;
		line.kind = kind_find(f->refers);
		line.why = !is_turned(kind, f);
		id = field_int(f, record);
		if (!line.kind->private_keys && !add_ids(w, &line, &id, 1, err))
			return false;
	}
	return true;
}

static bool add_naming_by(struct walking *w, const struct kind *kind,
			  const struct field *f, struct err *err)
{
	struct trail_line line = {
		.kind = kind,
		.why = is_turned(kind, f),
		.link = (int64_t)(place_of(kind) * KIND_PLACE + field_position(kind, f) +
				  1),
	};
	struct select select = { .kind = kind,
				 .parent = f->name,
				 .parent_id = w->request->id };
	size_t most = most_of(w, line.link), all = 0;
	struct rows rows = { NULL, 0 };

	if (!select_page(w->db, &select, SELECT_FIRST, 0, most, w->arena, &rows, err) ||
	    (rows.count == most && !select_count(w->db, &select, 100000, &all, err)))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		line.id = record_id((const char *)rows.rows + i * kind->size);
		line.more =
			i + 1 == rows.count && all > rows.count ? all - rows.count : 0;
		if (!add_record(w, &line, err))
			return false;
	}
	return true;
}

/* All records that name it. */
static bool add_naming(struct walking *w, struct err *err)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		if ((*k)->private_keys)
			continue;
		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++) {
			if (f->type == FIELD_REF &&
			    strcmp(f->refers, w->request->kind->name) == 0 &&
			    !add_naming_by(w, *k, f, err))
				return false;
		}
	}
	return true;
}

static bool ask_ids(struct walking *w, const char *sql, int64_t **ids, size_t *count,
		    struct err *err)
{
	size_t space = 0;
	struct stmt *s;
	enum stmt_step step;

	*ids = NULL;
	*count = 0;
	if (!stmt_get(w->db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":a", w->request->id);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (*count == space) {
			size_t wider = space ? 2 * space : 32;

			*ids = arena_grow(w->arena, *ids, space * sizeof **ids,
					  wider * sizeof **ids);
			space = wider;
		}
		(*ids)[(*count)++] = stmt_int(s, 0);
	}
	return step == STMT_DONE;
}

static bool add_linked(struct walking *w, struct err *err)
{
	for (size_t i = 0; i < LINK_COUNT; i++) {
		const char *name = w->request->kind->name;
		bool down = strcmp(links[i].from, name) == 0;
		struct trail_line line = { .why = !down, .link = -(int64_t)(i + 1) };
		int64_t *ids;
		size_t count;

		if (!down && strcmp(links[i].to, name) != 0)
			continue;
		line.kind = kind_find(down ? links[i].to : links[i].from);
		if (!ask_ids(w, down ? links[i].down : links[i].up, &ids, &count, err) ||
		    !add_ids(w, &line, ids, count, err))
			return false;
	}
	return true;
}

/* Of sheets only how many there are, and that only where there are enough. */
static bool add_sheets(struct walking *w, struct err *err)
{
	int64_t sheets = 0;

	if (strcmp(w->request->kind->name, "programme") != 0)
		return true;
	if (!query_one(w->db, "SELECT count(*) FROM sheets WHERE programme = :a",
		       w->request->id, &sheets, err))
		return false;
	if (sheets >= w->request->minimum && sheets > 0)
		*add_line(w) = (struct trail_line){
			.label = arena_printf(w->arena,
					      P_("%d feedback sheet",
						 "%d feedback sheets", (size_t)sheets),
					      (int)sheets),
		};
	return true;
}

/* Why before so; within both by their place in the chain. Equal ones stay in
 * the order of their links. */
static bool stands_before(const struct trail_line *a, const struct trail_line *b)
{
	if (a->why != b->why)
		return a->why;
	if (!a->kind || !b->kind)
		return a->kind && !b->kind;
	return chain_place(a->kind) < chain_place(b->kind);
}

static void sort_lines(struct trail_line *lines, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct trail_line one = lines[i];
		size_t k = i;

		for (; k > 0 && stands_before(&one, &lines[k - 1]); k--)
			lines[k] = lines[k - 1];
		lines[k] = one;
	}
}

bool trail_of(struct db *db, const struct trail_request *request, struct arena *arena,
	      struct trail_line **out, size_t *count, struct err *err)
{
	struct walking w = { .db = db, .request = request, .arena = arena };
	void *record = arena_alloc(arena, request->kind->size);

	if (request->kind->private_keys) {
		*out = NULL;
		*count = 0;
		return true;
	}
	if (!record_load(db, request->kind, request->id, record, arena, err))
		return false;
	w.programme = programme_of(request->kind, record);
	if (!add_named(&w, record, err) || !add_linked(&w, err) || !add_naming(&w, err) ||
	    !add_sheets(&w, err))
		return false;
	sort_lines(w.lines, w.count);
	*out = w.lines;
	*count = w.count;
	return true;
}
