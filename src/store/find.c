#include <string.h>

#include "base/text.h"
#include "store/select.h"
#include "store_private.h"

/*
 * The index of the words of a kind (struct kind, `find`): the table
 * TABLE_find over the view TABLE_words. New records wait as a range of keys,
 * so that a big import fills the index by one statement.
 */
enum {
	GRAM = 3,
	GRAMS_MOST = 40, /* of a query: more of a long word tell nothing new */
	FEW = 500,
	DIGITS = 21,
	SHORT_LIST = 20000,
	WAITING_MOST = 20000
};

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

static bool is_gone(const struct range *gone, const struct kind *kind, int64_t id)
{
	return gone->kind == kind && id >= gone->first && id <= gone->last;
}

bool find_removes(struct db *db, const struct kind *kind, int64_t id, struct err *err)
{
	return !kind->find || is_gone(&db->action.now.gone, kind, id) ||
	       (find_flush(db, err) &&
		run(db, kind_sql(db, kind)->find_out, id, id, err));
}

bool find_removes_all(struct db *db, const struct kind *kind, int64_t first, int64_t last,
		      struct err *err)
{
	if (!kind->find)
		return true;
	if (!find_flush(db, err))
		return false;
	for (int64_t at = first; at <= last; at += WAITING_MOST) {
		int64_t end = last - at < WAITING_MOST ? last : at + WAITING_MOST - 1;

		if (!run(db, kind_sql(db, kind)->find_out, at, end, err))
			return false;
	}
	db->action.now.gone = (struct range){ kind, first, last };
	return true;
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

/* Triples that cover the word: each third one, and the last; of a very long one
 * those of its beginning. */
static const char *and_word(struct arena *arena, const char *all, const char *word)
{
	size_t length = text_length(word), at = 0;

	if (length > GRAM * GRAMS_MOST)
		length = GRAM * GRAMS_MOST;
	while (at + GRAM <= length) {
		const char *gram = word + bytes_of(word, at);

		all = and_gram(arena, all, gram, bytes_of(gram, GRAM));
		if (at + GRAM == length)
			break;
		at = at + GRAM + GRAM <= length ? at + GRAM : length - GRAM;
	}
	return all;
}

/* A word of one letter or two begins a word: two blanks stand before it. */
static const char *and_beginning(struct arena *arena, const char *all, const char *word)
{
	const char *padded = arena_printf(arena, "  %s", word);
	const char *gram = padded + text_length(word) - 1;

	return and_gram(arena, all, gram, strlen(gram));
}

static const char *find_match(const char *const *words, size_t count, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		all = find_is_short(words[i]) ? and_beginning(arena, all, words[i])
					      : and_word(arena, all, words[i]);
	return all;
}

/* Is all that holds `word` among what holds `other`? Short words begin a word
 * of the row, long ones are any part of it. */
static bool is_narrower(const char *word, const char *other)
{
	if (find_is_short(other))
		return find_is_short(word) && strncmp(word, other, strlen(other)) == 0;
	return strstr(word, other) != NULL;
}

/* Is all that is asked for among what was found before? So it is while
 * somebody goes on typing. */
static bool narrows(const struct find_memo *m, const struct find_plan *plan)
{
	for (size_t i = 0; i < m->count; i++) {
		size_t at = 0;

		while (at < plan->count && !is_narrower(plan->words[at], m->words[i]))
			at++;
		if (at == plan->count)
			return false;
	}
	return true;
}

static bool same_words(const struct find_memo *m, const struct find_plan *plan)
{
	for (size_t i = 0; m->count == plan->count && i < m->count; i++) {
		if (strcmp(m->words[i], plan->words[i]) != 0)
			return false;
	}
	return m->count == plan->count;
}

/* What was found holds until anybody changes anything. */
static bool take_memo(struct db *db, const struct kind *kind, struct find_plan *plan,
		      int64_t version)
{
	const struct find_memo *m = &db->found;

	if (m->kind != kind || m->version != version ||
	    m->changes != sqlite3_total_changes(db->raw))
		return false;
	if (!same_words(m, plan) && (m->way != FIND_FEW || !narrows(m, plan)))
		return false;
	plan->way = m->way;
	plan->keys = m->keys;
	return true;
}

static void keep_memo(struct db *db, const struct kind *kind,
		      const struct find_plan *plan, int64_t version)
{
	struct find_memo *m = &db->found;
	const char **words = arena_array(&m->arena, plan->count, sizeof *words);

	for (size_t i = 0; i < plan->count; i++)
		words[i] = arena_strdup(&m->arena, plan->words[i]);
	/* What an open action does may be taken back without a trace. */
	m->kind = action_is_open(db) ? NULL : kind;
	m->version = version;
	m->changes = sqlite3_total_changes(db->raw);
	m->way = plan->way;
	m->words = words;
	m->count = plan->count;
	m->keys = plan->keys;
}

/* The keys that the index gives as a JSON array, at most FEW of them. */
static bool read_keys(struct db *db, const char *sql, struct find_plan *plan, bool *more,
		      struct err *err)
{
	char *keys = arena_alloc(&db->found.arena, FEW * DIGITS + 3), *put = keys;
	size_t count = 0;
	enum stmt_step step = STMT_DONE;
	struct stmt *s;

	if (!stmt_composed(db, sql, &s, err))
		return false;
	stmt_bind_text(s, ":match", plan->match);
	stmt_bind_int(s, ":most", FEW + 1);
	*put++ = '[';
	while (count <= FEW && (step = stmt_step(s, err)) == STMT_ROW) {
		if (count++ == FEW)
			break;
		sqlite3_snprintf(DIGITS + 1, put, "%s%lld", count > 1 ? "," : "",
				 (long long)stmt_int(s, 0));
		put += strlen(put);
	}
	stmt_reset(s);
	memcpy(put, "]", 2);
	plan->keys = keys;
	*more = count > FEW;
	return step != STMT_FAILED;
}

static bool is_long(struct db *db, const char *sql, bool *is, struct err *err)
{
	struct stmt *s;

	if (!stmt_composed(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":most", SHORT_LIST);
	if (stmt_step(s, err) != STMT_ROW)
		return false;
	*is = stmt_int(s, 0) > SHORT_LIST;
	stmt_reset(s);
	return true;
}

bool find_decide(struct db *db, const struct kind *kind, struct find_plan *plan,
		 struct arena *arena, struct err *err)
{
	bool many = false, long_list = false;
	const char *table = kind->table;
	int64_t version = 0;

	if (!find_flush(db, err) || !db_number(db, "PRAGMA data_version", &version, err))
		return false;
	plan->match = find_match(plan->words, plan->count, arena);
	if (take_memo(db, kind, plan, version))
		return true;
	arena_reset(&db->found.arena);
	db->found.kind = NULL;
	if (!read_keys(db,
		       arena_printf(arena,
				    "SELECT \"rowid\" FROM \"%s_find\""
				    " WHERE \"%s_find\" MATCH :match LIMIT :most",
				    table, table),
		       plan, &many, err))
		return false;
	if (many && !is_long(db,
			     arena_printf(arena,
					  "SELECT count(*) FROM (SELECT 1 FROM \"%s\""
					  " LIMIT :most + 1)",
					  table),
			     &long_list, err))
		return false;
	plan->way = !many ? FIND_FEW : long_list ? FIND_MANY : FIND_ALONG;
	keep_memo(db, kind, plan, version);
	return true;
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

static bool has_word(const char *const *words, size_t count, const char *word)
{
	size_t i = 0;

	while (i < count && strcmp(words[i], word) != 0)
		i++;
	return i < count;
}

size_t find_words(const char *key, size_t most, struct arena *arena, const char ***words)
{
	size_t count = 0;

	*words = arena_array(arena, most, sizeof **words);
	while (*key != '\0' && count < most) {
		size_t length = strcspn(key, " ");
		const char *word = arena_strndup(arena, key, length);

		key += length + (key[length] == ' ');
		if (!has_word(*words, count, word))
			(*words)[count++] = word;
	}
	return count;
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
	return "\"id\" IN (SELECT \"value\" FROM json_each(:keys))";
}
