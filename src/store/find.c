#include <string.h>

#include "base/text.h"
#include "store/select.h"
#include "store_private.h"

/*
 * The index of the words of a kind (struct kind, `find`): the table
 * TABLE_find over the view TABLE_words. New records wait as a range of keys,
 * so that a big import fills the index by one statement.
 */
enum { GRAM = 3, FEW = 1000, SHORT_LIST = 20000, WAITING_MOST = 20000 };

void find_compose(struct kind_sql *k, struct arena *arena)
{
	const char *table = k->kind->table;

	if (!k->kind->find)
		return;
	k->find_in = arena_printf(arena,
				  "INSERT INTO \"%s_find\" (\"rowid\", \"words\")"
				  " SELECT \"id\", \"words\" FROM \"%s_words\""
				  " WHERE \"id\" BETWEEN :first AND :last",
				  table, table);
	k->find_out = arena_printf(arena,
				   "INSERT INTO \"%s_find\""
				   " (\"%s_find\", \"rowid\", \"words\")"
				   " SELECT 'delete', \"id\", \"words\""
				   "   FROM \"%s_words\" WHERE \"id\" BETWEEN :first AND "
				   ":last",
				   table, table, table);
}

static bool run(struct db *db, const char *sql, int64_t first, int64_t last,
		struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":first", first);
	stmt_bind_int(s, ":last", last);
	return stmt_step(s, err) == STMT_DONE;
}

bool find_flush(struct db *db, struct err *err)
{
	struct range *waiting = &db->action.now.find;
	const struct kind *kind = waiting->kind;

	waiting->kind = NULL;
	return !kind ||
	       run(db, kind_sql(db, kind)->find_in, waiting->first, waiting->last, err);
}

bool find_added(struct db *db, const struct kind *kind, int64_t id, struct err *err)
{
	struct range *waiting = &db->action.now.find;

	if (!kind->find)
		return true;
	if (waiting->kind == kind && waiting->last + 1 == id &&
	    id - waiting->first < WAITING_MOST) {
		waiting->last = id;
		return true;
	}
	if (!find_flush(db, err))
		return false;
	*waiting = (struct range){ kind, id, id };
	return true;
}

bool find_removes(struct db *db, const struct kind *kind, int64_t id, struct err *err)
{
	return !kind->find || (find_flush(db, err) &&
			       run(db, kind_sql(db, kind)->find_out, id, id, err));
}

/* One triple as a phrase of the query language of FTS5. */
static const char *and_gram(struct arena *arena, const char *all, const char *gram,
			    size_t bytes)
{
	return arena_printf(arena, "%s%s\"%.*s\"", all, *all ? " AND " : "", (int)bytes,
			    gram);
}

/* Bytes of the first `count` characters of UTF-8, or of all. */
static size_t bytes_of(const char *text, size_t count)
{
	size_t at = 0;

	while (count-- > 0 && text[at] != '\0') {
		at++;
		while (((unsigned char)text[at] & 0xc0) == 0x80)
			at++;
	}
	return at;
}

/* Triples that cover the word: each third one, and the last. */
static const char *and_word(struct arena *arena, const char *all, const char *word)
{
	size_t length = text_length(word), at = 0;

	while (at + GRAM <= length) {
		const char *gram = word + bytes_of(word, at);

		all = and_gram(arena, all, gram, bytes_of(gram, GRAM));
		if (at + GRAM == length)
			break;
		at = at + 2 * GRAM <= length ? at + GRAM : length - GRAM;
	}
	return all;
}

const char *find_match(const char *const *words, size_t count, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		all = and_word(arena, all, words[i]);
	if (*all != '\0')
		return all;
	/* Short words alone: beginnings of words. */
	for (size_t i = 0; i < count; i++) {
		const char *padded = arena_printf(arena, "  %s", words[i]);
		const char *gram = padded + text_length(padded) - GRAM;

		all = and_gram(arena, all, gram, strlen(gram));
	}
	return all;
}

static bool reaches(struct db *db, const char *sql, const char *match, int64_t most,
		    bool *more, struct err *err)
{
	struct stmt *s;

	if (!stmt_composed(db, sql, &s, err))
		return false;
	if (match)
		stmt_bind_text(s, ":match", match);
	stmt_bind_int(s, ":most", most);
	if (stmt_step(s, err) != STMT_ROW)
		return false;
	*more = stmt_int(s, 0) > most;
	stmt_reset(s);
	return true;
}

bool find_decide(struct db *db, const struct kind *kind, const char *match,
		 enum find_way *way, struct err *err)
{
	struct arena arena = { 0 };
	bool many = false, long_list = false, good;
	const char *table = kind->table;

	good = find_flush(db, err) &&
	       reaches(db,
		       arena_printf(&arena,
				    "SELECT count(*) FROM (SELECT 1 FROM \"%s_find\""
				    " WHERE \"%s_find\" MATCH :match LIMIT :most + 1)",
				    table, table),
		       match, FEW, &many, err);
	if (good && many)
		good = reaches(db,
			       arena_printf(&arena,
					    "SELECT count(*) FROM (SELECT 1 FROM \"%s\""
					    " LIMIT :most + 1)",
					    table),
			       NULL, SHORT_LIST, &long_list, err);
	*way = !many ? FIND_FEW : long_list ? FIND_MANY : FIND_ALONG;
	arena_done(&arena);
	return good;
}

static const struct field *search_field(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_SEARCH)
			return f;
	}
	return NULL;
}

const char *find_haystack(const struct kind *kind, struct arena *arena)
{
	const struct field *search = search_field(kind);
	const char *all = NULL;

	if (search)
		return sql_name(arena, search->name);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		const char *name = sql_name(arena, f->name);

		if (f->type == FIELD_TEXT || f->type == FIELD_NOTE)
			all = all ? arena_printf(arena, "%s || ' ' || %s", all, name)
				  : name;
	}
	return all ? arena_printf(arena, "fold(%s)", all) : NULL;
}

bool select_can_filter(const struct kind *kind)
{
	struct arena arena = { 0 };
	bool can = find_haystack(kind, &arena) != NULL;

	arena_done(&arena);
	return can;
}

bool find_is_short(const char *word)
{
	return text_length(word) < 3;
}

const char *find_from(const struct kind *kind, enum find_way way, struct arena *arena)
{
	const char *table = kind->table;

	if (way != FIND_MANY)
		return sql_name(arena, table);
	return arena_printf(arena,
			    "\"%s_find\" CROSS JOIN \"%s\""
			    " ON \"%s\".\"id\" = \"%s_find\".\"rowid\"",
			    table, table, table, table);
}

const char *find_key(const struct kind *kind, struct arena *arena)
{
	return arena_printf(arena, "\"%s_find\".\"rowid\"", kind->table);
}

const char *find_condition(const struct kind *kind, enum find_way way,
			   struct arena *arena)
{
	const char *table = kind->table;

	if (way == FIND_MANY)
		return arena_printf(arena, "\"%s_find\" MATCH :match", table);
	return arena_printf(arena,
			    "\"id\" IN (SELECT \"rowid\" FROM \"%s_find\""
			    " WHERE \"%s_find\" MATCH :match)",
			    table, table);
}
