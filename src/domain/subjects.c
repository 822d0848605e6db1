#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/improve.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "query.h"
#include "rows.h"
#include "store/select.h"
#include "store/stmt.h"

const char *const subject_dimensions[SUBJECT_KINDS] = { "reduce", "add", "repair", "drop",
							"new" };
const char *const subject_finding_kinds[SUBJECT_KINDS] = { "reduce", "add", "fix", "drop",
							   "new" };

enum { SESSIONS_MOST = 1000, SHORTEST = 4 };

/* One answer, still in one piece. */
struct said {
	const char *dimension, *text;
};

/* Subjects while they are counted. */
struct counting {
	struct arena *arena;
	struct rows sessions;
	struct subject_row *rows;
	const char **keys; /* of the rows */
	size_t count, space;
};

static void read_said(struct stmt *s, void *row, struct arena *arena)
{
	*(struct said *)row =
		(struct said){ stmt_text(s, 0, arena), stmt_text(s, 1, arena) };
}

static bool load_said(struct db *db, int64_t programme, long minimum, struct arena *arena,
		      struct row_list *list, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT i.dimension, a.text FROM answers a"
		      "  JOIN items i ON i.id = a.item JOIN sheets f ON f.id = a.sheet"
		      " WHERE f.programme = :programme AND a.text <> ''"
		      "   AND i.dimension IN ('reduce', 'add', 'repair', 'drop', 'new')"
		      "   AND (SELECT count(*) FROM sheets o"
		      "         WHERE o.programme = f.programme"
		      "           AND o.questionnaire = f.questionnaire"
		      "           AND o.role = f.role AND o.phase = f.phase) >= :minimum"
		      " ORDER BY i.number, a.text",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	stmt_bind_int(s, ":minimum", minimum);
	return rows_collect(list, s, arena, err);
}

static size_t dimension_index(const char *code)
{
	size_t i = 0;

	while (i < SUBJECT_KINDS - 1 && strcmp(subject_dimensions[i], code) != 0)
		i++;
	return i;
}

/* The words of `part` stand together in `whole`. */
static bool holds(const char *whole, const char *part)
{
	size_t length = strlen(part);

	if (length < SHORTEST)
		return false;
	for (const char *at = strstr(whole, part); at; at = strstr(at + 1, part)) {
		if ((at == whole || at[-1] == ' ') &&
		    (at[length] == ' ' || at[length] == '\0'))
			return true;
	}
	return false;
}

/* The session that an answer names, by its whole topic or a part of it. */
static const struct session *session_named(const struct counting *c, const char *key)
{
	const struct session *all = c->sessions.rows, *found = NULL;

	for (size_t i = 0; i < c->sessions.count; i++) {
		const char *topic = text_key(c->arena, all[i].topic);

		if (strcmp(topic, key) == 0)
			return &all[i];
		if (!found && (holds(topic, key) || holds(key, topic)))
			found = &all[i];
	}
	return found;
}

static struct subject_row *row_of(struct counting *c, const char *key, const char *text,
				  int64_t session)
{
	for (size_t i = 0; i < c->count; i++) {
		if (strcmp(c->keys[i], key) == 0)
			return &c->rows[i];
	}
	if (c->count == c->space) {
		size_t wider = c->space ? 2 * c->space : 32;

		c->rows = arena_grow(c->arena, c->rows, c->space * sizeof *c->rows,
				     wider * sizeof *c->rows);
		c->keys = arena_grow(c->arena, c->keys, c->space * sizeof *c->keys,
				     wider * sizeof *c->keys);
		c->space = wider;
	}
	c->keys[c->count] = key;
	c->rows[c->count] = (struct subject_row){ .subject = text, .session = session };
	return &c->rows[c->count++];
}

/* "-", "tidak ada", "cukup": nobody is named. */
static bool names_nothing(const char *key)
{
	static const char *const nothing[] = {
		"",	 "tidak ada", "tidak",	     "tdk ada",
		"nihil", "cukup",     "sudah cukup", "none",
		"no",	 "nothing",   "n a"
	};

	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
		if (strcmp(key, nothing[i]) == 0)
			return true;
	}
	return false;
}

static void count_one(struct counting *c, size_t kind, const char *text)
{
	const char *said = text_clean_line(c->arena, text);
	const char *key = text_key(c->arena, said);
	const struct session *session;
	struct subject_row *row;

	if (names_nothing(key))
		return;
	session = session_named(c, key);
	row = session ? row_of(c, text_key(c->arena, session->topic), session->topic,
			       session->id)
		      : row_of(c, key, said, 0);
	row->counts[kind]++;
	row->said++;
}

/* An answer names one subject, or several with a comma between them. A topic
 * that itself holds a comma is taken as a whole. */
static void count_answer(struct counting *c, const struct said *said)
{
	size_t kind = dimension_index(said->dimension);
	const char *at = said->text;

	if (session_named(c, text_key(c->arena, at)) && !strpbrk(at, ";\n")) {
		count_one(c, kind, at);
		return;
	}
	while (*at != '\0') {
		size_t length = strcspn(at, ",;\n");

		count_one(c, kind, arena_strndup(c->arena, at, length));
		at += length + (at[length] != '\0');
	}
}

static void sort_rows(struct subject_row *rows, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct subject_row one = rows[i];
		size_t k = i;

		for (; k > 0 && rows[k - 1].said < one.said; k--)
			rows[k] = rows[k - 1];
		rows[k] = one;
	}
}

/* "Etika: …" is about "Etika", "Etika birokrasi: …" is not. */
static bool begins_with(const char *statement, const char *subject)
{
	size_t length = strlen(subject);

	return strncmp(statement, subject, length) == 0 && statement[length] == ':';
}

/* The finding that a subject became: by its session, or by its words. */
static bool find_findings(struct db *db, int64_t programme, struct counting *c,
			  struct err *err)
{
	struct select select = { .kind = &finding_kind,
				 .parent = "programme",
				 .parent_id = programme };
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_FIRST, 0, 1000, c->arena, &rows, err))
		return false;
	for (size_t i = 0; i < c->count; i++) {
		struct subject_row *row = &c->rows[i];

		for (size_t k = 0; k < rows.count; k++) {
			const struct finding *f = (const struct finding *)rows.rows + k;

			if (strcmp(f->source, "subject") == 0 &&
			    (row->session ? f->session == row->session
					  : begins_with(f->statement, row->subject)))
				row->finding = f->id;
		}
	}
	return true;
}

bool subject_list(struct db *db, int64_t programme, long minimum, struct arena *arena,
		  struct subject_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct said), .read = read_said };
	struct counting c = { .arena = arena };
	struct select sessions = { .kind = &session_kind,
				   .parent = "programme",
				   .parent_id = programme };

	if (!select_page(db, &sessions, SELECT_FIRST, 0, SESSIONS_MOST, arena,
			 &c.sessions, err) ||
	    !load_said(db, programme, minimum, arena, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		count_answer(&c, (const struct said *)list.rows + i);
	sort_rows(c.rows, c.count);
	if (!find_findings(db, programme, &c, err))
		return false;
	*out = c.rows;
	*count = c.count;
	return true;
}

/* TRANSLATORS: a subject and how many named it: "Budgeting: 7 would …" */
static const char *words(struct arena *arena, const struct subject_row *s, size_t kind)
{
	static const char *const formats[SUBJECT_KINDS] = {
		N_("%s: %d would give it less time"),
		N_("%s: %d would give it more time"),
		N_("%s: %d would repair its content"),
		N_("%s: %d would drop it"),
		N_("%s: %d would add it as a new subject"),
	};

	return arena_printf(arena, _(formats[kind]), s->subject, (int)s->counts[kind]);
}

bool finding_from_subject(struct db *db, int64_t programme,
			  const struct subject_row *subject, size_t kind, int64_t *id,
			  struct err *err)
{
	struct arena arena = { 0 };
	struct finding now;
	bool good;

	record_init(&finding_kind, &now);
	now.programme = programme;
	now.source = "subject";
	now.kind = subject_finding_kinds[kind];
	now.session = subject->session;
	now.count = subject->counts[kind];
	now.statement = words(&arena, subject, kind);
	good = record_put(db, &finding_kind, NULL, &now, &arena, err);
	if (good)
		*id = now.id;
	arena_done(&arena);
	return good;
}
