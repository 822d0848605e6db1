#include "import_needs.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/office.h"
#include "domain/save.h"
#include "domain/survey.h"
#include "import_work.h"
#include "store/record.h"
#include "store/select.h"

enum { COMPETENCIES_MOST = 5000 };

/* Words around the name of a competency that say what is asked about it. */
static const char *const level_words[] = { "level",   "tingkat",   "penguasaan",
					   "mastery", "actual",	   "current",
					   "aktual",  "menguasai", "dikuasai",
					   NULL };
static const char *const importance_words[] = { "importance", "kebutuhan", "kepentingan",
						"penting",    "important", "dibutuhkan",
						"need",	      NULL };
static const char *const idle_words[] = { "kompetensi", "competency", "seberapa", "how",
					  "of",		"di",	      NULL };
/* What survey exports have besides, and files of refused rows. */
static const char *const left_out[] = { "timestamp",	"cap waktu", "waktu",
					"no",		"nomor",     "email address",
					"alamat email", "line",	     "field",
					"value",	"problem",   NULL };

static bool is_one_of(const char *word, size_t length, const char *const *words)
{
	for (; *words; words++) {
		if (strlen(*words) == length && strncmp(*words, word, length) == 0)
			return true;
	}
	return false;
}

/* The only competency of this code, else of this name; 0 for none. */
static bool find_competency(struct import *im, const char *key, int64_t *id,
			    struct err *err)
{
	struct select select = { .kind = &competency_kind };
	struct rows rows = { NULL, 0 };
	const struct competency *c;
	size_t named = 0;

	*id = 0;
	if (*key == '\0')
		return true;
	if (!select_page(im->db, &select, SELECT_FIRST, 0, COMPETENCIES_MOST, &im->row,
			 &rows, err))
		return false;
	c = rows.rows;
	for (size_t i = 0; i < rows.count; i++) {
		if (strcmp(text_key(&im->row, c[i].code), key) == 0) {
			*id = c[i].id;
			return true;
		}
		if (strcmp(text_key(&im->row, c[i].name), key) == 0) {
			*id = c[i].id;
			named++;
		}
	}
	if (named > 1)
		*id = 0;
	return true;
}

/* Is the word one that stands around a competency? It says what is asked. */
static bool heed(const char *word, size_t length, enum asks *asks, bool *both)
{
	enum asks says = ASKS_NOTHING;

	if (is_one_of(word, length, level_words))
		says = ASKS_LEVEL;
	else if (is_one_of(word, length, importance_words))
		says = ASKS_IMPORTANCE;
	else if (!is_one_of(word, length, idle_words) &&
		 strspn(word, "0123456789") < length)
		return false;
	*both = *both || (says && *asks && *asks != says);
	if (says)
		*asks = says;
	return true;
}

/* Take such words off both ends of a folded heading. */
static const char *bare_heading(const char *key, enum asks *asks, struct arena *arena)
{
	size_t length = strlen(key);
	bool both = false;

	*asks = ASKS_NOTHING;
	while (length > 0) {
		size_t word = strcspn(key, " ");

		if (word > length)
			word = length;
		if (!heed(key, word, asks, &both))
			break;
		word += word < length;
		key += word;
		length -= word;
	}
	while (length > 0) {
		size_t from = length;

		while (from > 0 && key[from - 1] != ' ')
			from--;
		if (!heed(key + from, length - from, asks, &both))
			break;
		length = from > 0 ? from - 1 : 0;
	}
	return both ? "" : arena_strndup(arena, key, length);
}

/* A competency's code or name, alone or with words around it. */
static bool asks_competency(struct import *im, const char *key, struct question *q,
			    struct err *err)
{
	enum asks asks;
	const char *bare;

	if (!find_competency(im, key, &q->competency, err))
		return false;
	q->asks = ASKS_LEVEL;
	if (q->competency != 0)
		return true;
	bare = bare_heading(key, &asks, &im->row);
	if (asks)
		q->asks = asks;
	return find_competency(im, bare, &q->competency, err);
}

/* A column of responses, which has those of needs that are not levels. */
static bool asks_column(const char *key, struct question *q, struct arena *arena)
{
	struct columns columns;
	const struct field *f;
	size_t at;

	columns_of(&columns, &response_kind, true, arena);
	at = column_named(&columns, key, arena);
	if (at == columns.count)
		return false;
	f = columns.all[at].path[0];
	if (strcmp(f->name, "survey") == 0)
		return false;
	q->field = f;
	q->asks = f->type == FIELD_REF		  ? ASKS_PERSON
		  : strcmp(f->name, "rater") == 0 ? ASKS_RATER
						  : ASKS_TEXT;
	return true;
}

/* What is known of the person anyway, and what a form adds by itself. */
static bool is_left_out(const char *key, struct arena *arena)
{
	struct columns columns;

	columns_of(&columns, &person_kind, true, arena);
	return *key == '\0' || is_one_of(key, strlen(key), left_out) ||
	       column_named(&columns, key, arena) < columns.count;
}

/* The competency of a target. A code of symbols alone has no key to fold. */
static bool find_code(struct import *im, const char *code, int64_t *id, struct err *err)
{
	const char *key = text_key(&im->row, code);
	struct competency like;

	if (*key != '\0' || *code == '\0')
		return find_competency(im, key, id, err);
	record_init(&competency_kind, &like);
	like.code = code;
	return record_find(im->db, &competency_kind, &like, id, err);
}

/* "nip", "topics", "-", "level:KP". */
static bool of_target(struct import *im, const char *target, struct question *q,
		      bool *known, struct err *err)
{
	size_t length = strcspn(target, ":");

	*q = (struct question){ .asks = ASKS_NOTHING };
	*known = strcmp(target, "-") == 0;
	if (*known)
		return true;
	if (target[length] == '\0') {
		*known = asks_column(text_key(&im->row, target), q, &im->row);
		return true;
	}
	if (is_one_of(target, length, (const char *const[]){ "level", NULL }))
		q->asks = ASKS_LEVEL;
	else if (is_one_of(target, length, (const char *const[]){ "importance", NULL }))
		q->asks = ASKS_IMPORTANCE;
	else
		return true;
	if (!find_code(im, target + length + 1, &q->competency, err))
		return false;
	*known = q->competency != 0;
	return true;
}

static bool wrong_target(const char *heading, const char *target, struct err *err)
{
	return err_set(
		err, ERR_INPUT,
		_("'%s' is mapped to '%s', which is none of: nip, rater, topics, "
		  "form, method, remark, level:CODE, importance:CODE with the code "
		  "of a competency, or - for nothing. Map it to one of them."),
		heading, target);
}

/* Headings that are longer than a mapping holds are told apart by their
 * beginning. */
static const char *mapping_key(const char *heading, struct arena *arena)
{
	const struct field *f = kind_field(&mapping_kind, "heading");
	const char *key = text_key(arena, heading);

	return strlen(key) <= (size_t)f->most
		       ? key
		       : arena_strndup(arena, key, text_fit(key, (int)f->most));
}

bool question_of(struct import *im, const char *heading, struct question *q, bool *known,
		 struct err *err)
{
	const char *key = text_key(&im->row, heading);
	struct mapping m;
	int64_t id = 0;

	*q = (struct question){ .asks = ASKS_NOTHING };
	*known = true;
	record_init(&mapping_kind, &m);
	m.heading = mapping_key(heading, &im->row);
	if (*key != '\0' && !record_find(im->db, &mapping_kind, &m, &id, err))
		return false;
	if (id != 0)
		return record_load(im->db, &mapping_kind, id, &m, &im->row, err) &&
		       of_target(im, m.target, q, known, err) &&
		       (*known || wrong_target(heading, m.target, err));
	if (asks_column(key, q, &im->row))
		return true;
	if (!asks_competency(im, key, q, err))
		return false;
	if (q->competency != 0)
		return true;
	*q = (struct question){ .asks = ASKS_NOTHING };
	*known = is_left_out(key, &im->row);
	return true;
}

/* Where the target begins: behind the last '=' that leaves one, since both
 * headings and codes may hold that sign. The last of all where none does. */
static bool find_target(struct import *im, const char *map, const char **equals,
			bool *known, struct err *err)
{
	const char *last = strrchr(map, '=');
	struct question q;

	*known = false;
	for (*equals = last; *equals && *equals > map; --*equals) {
		if (**equals == '=' &&
		    !of_target(im, text_clean_line(&im->row, *equals + 1), &q, known,
			       err))
			return false;
		if (*known)
			return true;
	}
	*equals = last;
	return true;
}

bool question_map(struct import *im, const char *map, struct err *err)
{
	const char *equals, *heading = "";
	struct mapping old, now;
	int64_t id = 0;
	bool known;

	if (!find_target(im, map, &equals, &known, err))
		return false;
	record_init(&mapping_kind, &now);
	if (equals)
		heading = arena_strndup(&im->row, map, (size_t)(equals - map));
	now.heading = mapping_key(heading, &im->row);
	if (*now.heading == '\0')
		return err_set(err, ERR_INPUT,
			       _("'%s' maps nothing. Write HEADING=TARGET, as in "
				 "\"Question 3=level:KM\"."),
			       map);
	now.target = text_clean_line(&im->row, equals + 1);
	if ((!known && !wrong_target(heading, now.target, err)) ||
	    !record_find(im->db, &mapping_kind, &now, &id, err))
		return false;
	if (id == 0)
		return record_put(im->db, &mapping_kind, NULL, &now, &im->row, err);
	if (!record_load(im->db, &mapping_kind, id, &old, &im->row, err))
		return false;
	now.id = id;
	return record_equal(&mapping_kind, &old, &now) ||
	       record_put(im->db, &mapping_kind, &old, &now, &im->row, err);
}
