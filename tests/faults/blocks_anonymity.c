#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/store/store_private.h"
#include "base/number.h"
#include "base/settings.h"
#include "disk.h"
#include "domain/design.h"
#include "domain/feedback_sheet.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/respondent.h"
#include "domain/save.h"
#include "exchange/import.h"
#include "faults.h"
#include "store/backup.h"
#include "store/history.h"
#include "store/record.h"

/*
 * Thirty people hand in feedback sheets in the order of the attendance list,
 * and these come into the office file one by one, as the program takes them.
 * The attacker has that list and every backup, and guesses whose sheet is
 * which: by when it is first seen anywhere in a file, and of those that come at
 * once by whatever has an order. An office has several such programmes, so that
 * fewer backups show as much.
 */
enum { PROGRAMMES = 6, PEOPLE = 30, ITEMS = 2, LINE = 64 };

enum way { PAPER, TERMINAL, FILES_OF_ONE, NAIVE };

struct secret {
	char path[PATH_MOST];
	struct db *db;
	enum way way;
	struct sheet like[PROGRAMMES];
	struct item items[ITEMS];
	int days; /* that have gone */
};

/* ---- the office ---- */

static void must(bool good, const struct err *err)
{
	if (!good)
		give_up(err->text);
}

static void put(struct db *db, const struct kind *kind, void *record)
{
	struct arena arena = { 0 };
	struct err err = { 0 };

	must(record_put(db, kind, NULL, record, &arena, &err), &err);
	arena_done(&arena);
}

static void add_item(struct secret *o, size_t at, const char *kind, const char *text)
{
	struct item *i = &o->items[at];

	record_init(&item_kind, i);
	i->questionnaire = o->like[0].questionnaire;
	i->dimension = "material";
	i->kind = kind;
	i->scale = at == 0 ? 5 : NUMBER_NONE;
	i->text = text;
	put(o->db, &item_kind, i);
}

static void add_people(struct secret *o)
{
	for (int who = 0; who < PEOPLE; who++) {
		char name[LINE];
		struct person p;
		struct enrolment e;

		snprintf(name, sizeof name, "Peserta %c%c", 'A' + who / 10,
			 'A' + who % 10);
		record_init(&person_kind, &p);
		p.name = name;
		p.employment = "NONASN";
		put(o->db, &person_kind, &p);
		for (int i = 0; i < PROGRAMMES; i++) {
			record_init(&enrolment_kind, &e);
			e.programme = o->like[i].programme;
			e.person = p.id;
			e.status = "accepted";
			put(o->db, &enrolment_kind, &e);
		}
	}
}

static void set_day(int day)
{
	char iso[11];
	struct date date = date_add_days(date_of(2026, 3, 1), day);

	date_to_iso(date, iso);
	if (setenv("BANGKOM_TODAY", iso, 1) != 0)
		give_up("a day");
}

static void add_programmes(struct secret *o)
{
	struct questionnaire q;

	record_init(&questionnaire_kind, &q);
	q.code = "REAKSI";
	put(o->db, &questionnaire_kind, &q);
	for (int i = 0; i < PROGRAMMES; i++) {
		char code[] = { 'P', (char)('A' + i), '\0' };
		struct programme p;

		record_init(&programme_kind, &p);
		p.code = code;
		p.title = "Manajemen Proyek";
		p.year = 2026;
		put(o->db, &programme_kind, &p);
		record_init(&sheet_kind, &o->like[i]);
		o->like[i].programme = p.id;
		o->like[i].questionnaire = q.id;
	}
}

static void make_office(const struct scenario *s, enum way way, struct secret *o)
{
	struct err err = { 0 };

	*o = (struct secret){ .way = way };
	set_day(0);
	snprintf(o->path, sizeof o->path, "%s/secret.db", s->directory);
	must(db_open(o->path, DB_CREATE, &o->db, &err), &err);
	add_programmes(o);
	add_item(o, 0, "likert", "Materi jelas");
	add_item(o, 1, "text", "Saran");
	add_people(o);
}

static void remove_office(const struct scenario *s, struct secret *o)
{
	char command[PATH_MOST + 32];

	db_close(o->db);
	snprintf(command, sizeof command, "rm -rf %s/secret*", s->directory);
	if (system(command) != 0)
		give_up("an office is removed");
}

/* ---- sheets ---- */

/* One person's sheet of one programme. */
struct one {
	struct secret *o;
	int programme, who;
	char words[LINE]; /* only this person would write them there */
	struct sheet sheet;
	struct sheet_answer answers[ITEMS];
};
static const char mark[] = "Saran rahasia ";

static void begin_one(struct secret *o, int programme, int who, struct one *one)
{
	*one = (struct one){ .o = o, .programme = programme, .who = who };
	snprintf(one->words, LINE, "%s%c%c%c dan seterusnya", mark, 'A' + programme,
		 'A' + who / 10, 'A' + who % 10);
	one->sheet = o->like[programme];
	one->answers[0] = (struct sheet_answer){ 1 + who % 5, "" };
	one->answers[1] = (struct sheet_answer){ NUMBER_NONE, one->words };
}

static const char *draft_key(const struct one *one, struct arena *arena)
{
	return arena_printf(arena, "sheet:%lld:%lld:%lld",
			    (long long)one->sheet.programme, (long long)one->sheet.number,
			    (long long)one->sheet.questionnaire);
}

static void begin_paper(struct one *one)
{
	struct arena arena = { 0 };
	struct db *db = one->o->db;
	struct err err = { 0 };

	must(sheet_next_number(db, one->sheet.programme, one->sheet.questionnaire,
			       &one->sheet.number, &err) &&
		     draft_put(db, draft_key(one, &arena), one->words, &err),
	     &err);
	arena_done(&arena);
}

static void end_paper(struct one *one)
{
	struct sheet_answer seen[ITEMS];
	struct arena arena = { 0 };
	struct db *db = one->o->db;
	struct item *items = one->o->items;
	const char *key = draft_key(one, &arena);
	struct err err = { 0 };

	must(sheet_load(db, &one->sheet, items, ITEMS, &arena, seen, &err) &&
		     sheet_save(db, &one->sheet, items, ITEMS, seen, one->answers,
				&err) &&
		     draft_drop(db, key, &err),
	     &err);
	arena_done(&arena);
}

static void fill_in(struct one *one)
{
	struct respondent_sheets of = { &one->sheet, 1, one->o->items, ITEMS,
					one->answers };
	struct err err = { 0 };
	size_t stored;

	must(respondent_save(one->o->db, &of, &stored, &err), &err);
}

static void take_file(struct one *one)
{
	const struct import_options options = { .sheet = &one->sheet };
	struct arena arena = { 0 };
	struct import_result result = { 0 };
	char text[4 * LINE];
	struct err err = { 0 };

	snprintf(text, sizeof text, "Materi jelas,Saran\n%d,%s\n", 1 + one->who % 5,
		 one->words);
	must(import_table(one->o->db, &sheet_kind, text, strlen(text), &options, &arena,
			  &result, &err),
	     &err);
	if (!result.written || result.added != 1)
		give_up("a sheet comes from a file");
	arena_done(&arena);
}

/* As programs do that never thought of it. */
static void store_naively(struct one *one)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	int id = 1 + one->who * PROGRAMMES + one->programme;

	must(db_run(one->o->db,
		    arena_printf(
			    &arena,
			    "INSERT INTO sheets (id, programme, questionnaire, number)"
			    " VALUES (%d, %lld, %lld, %d);"
			    "INSERT INTO answers (id, sheet, item, text)"
			    " VALUES (%d, %d, %lld, '%s')",
			    id, (long long)one->sheet.programme,
			    (long long)one->sheet.questionnaire, one->who + 1, id, id,
			    (long long)one->o->items[1].id, one->words),
		    &err),
	     &err);
	arena_done(&arena);
}

/* ---- the attacker ---- */

enum { BY_NUMBER, BY_SHEET, BY_ANSWER, BY_PLACE, BY_HISTORY, ORDERS };
static const char *const order_names[] = { "numbers", "keys of sheets", "keys of answers",
					   "places in the file", "the history" };

struct seen {
	int first; /* backup in which the words are first seen; 0: never */
	int64_t keys[ORDERS];
};

struct attack {
	int backups;
	struct seen seen[PROGRAMMES][PEOPLE];
	size_t guessed[2 * ORDERS]; /* and the other way round */
	size_t persons;
};

static void read_keys(sqlite3 *raw, const char *words, int64_t keys[ORDERS])
{
	sqlite3_stmt *rows = NULL;

	if (sqlite3_prepare_v2(
		    raw,
		    "SELECT s.number, s.id, a.id, 0, (SELECT max(1000 * entry + n)"
		    "  FROM change WHERE kind = 'sheet' AND last = s.id)"
		    "  FROM answers a JOIN sheets s ON s.id = a.sheet"
		    " WHERE a.text GLOB ?1 || '*'",
		    -1, &rows, NULL) != SQLITE_OK)
		give_up("the attacker reads a backup");
	sqlite3_bind_text(rows, 1, words, -1, SQLITE_STATIC);
	if (sqlite3_step(rows) == SQLITE_ROW) {
		for (int i = 0; i < ORDERS; i++) {
			if (i != BY_PLACE)
				keys[i] = sqlite3_column_int64(rows, i);
		}
	}
	sqlite3_finalize(rows);
}

/* Words that stand somewhere in a file, be it a page that is no longer used. */
static void found(struct attack *a, sqlite3 *raw, const unsigned char *at, int64_t place)
{
	const unsigned char *who = at + strlen(mark);
	int programme = who[0] - 'A', person = 10 * (who[1] - 'A') + who[2] - 'A';
	struct seen *seen;
	char words[LINE];

	if (programme < 0 || programme >= PROGRAMMES || person < 0 || person >= PEOPLE)
		return;
	seen = &a->seen[programme][person];
	if (seen->first != 0)
		return;
	seen->first = a->backups;
	seen->keys[BY_PLACE] = place;
	snprintf(words, sizeof words, "%.*s", (int)strlen(mark) + 3, (const char *)at);
	read_keys(raw, words, seen->keys);
}

static void look(struct attack *a, const char *path)
{
	size_t size, length = strlen(mark) + 3;
	unsigned char *bytes = disk_content(path, &size);
	sqlite3 *raw;

	a->backups++;
	if (!bytes ||
	    sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY, "unix") != SQLITE_OK)
		give_up("the attacker opens a backup");
	for (size_t i = 0; i + length <= size; i++) {
		const unsigned char *next =
			memchr(bytes + i, mark[0], size - length - i + 1);

		if (!next)
			break;
		i = (size_t)(next - bytes);
		if (memcmp(next, mark, strlen(mark)) == 0)
			found(a, raw, next, (int64_t)i);
	}
	sqlite3_close(raw);
	free(bytes);
}

/* Of whom is this person's sheet, in this order? */
static int guess(const struct seen *all, int who, int order)
{
	int before = 0, by = order % ORDERS;

	for (int other = 0; other < PEOPLE; other++) {
		bool lower =
			all[other]
				.keys[by]<all[who].keys[by], higher = all[other].keys[by]>
					all[who]
				.keys[by];

		before += all[other].first < all[who].first ||
			  (all[other].first == all[who].first &&
			   (order < ORDERS ? lower : higher));
	}
	return before;
}

static void guess_all(struct attack *a)
{
	for (int order = 0; order < 2 * ORDERS; order++) {
		for (int i = 0; i < PROGRAMMES * PEOPLE; i++)
			a->guessed[order] += guess(a->seen[i / PEOPLE], i % PEOPLE,
						   order) == i % PEOPLE;
	}
	a->persons += (size_t)PROGRAMMES * PEOPLE;
}

static void backup(struct secret *o, struct attack *a)
{
	struct arena arena = { 0 };
	struct backup_state state;
	const char *path;
	struct err err = { 0 };

	set_day(++o->days);
	if (o->way == NAIVE) {
		path = arena_printf(&arena, "%s.%d", o->path, o->days);
		must(backup_write(o->db, path, &err), &err);
	} else {
		must(backup_daily(o->db, &err) &&
			     backup_state(o->db, &arena, &state, &err),
		     &err);
		path = arena_printf(&arena, "%s/%s", state.directory,
				    state.files[0].name);
	}
	look(a, path);
	arena_done(&arena);
}

/* The backup of the day may find a sheet half keyed in. */
static void enter(struct one *one, bool half, struct attack *a)
{
	switch (one->o->way) {
	case TERMINAL:
		fill_in(one);
		return;
	case FILES_OF_ONE:
		take_file(one);
		return;
	case NAIVE:
		store_naively(one);
		return;
	default:
		begin_paper(one);
		if (half)
			backup(one->o, a);
		end_paper(one);
	}
}

/* A backup behind each person is the worst. At the end there is one by hand,
 * which holds everything. */
static void attack(const struct scenario *s, enum way way, uint64_t *seed,
		   struct attack *a)
{
	char last[PATH_MOST + 8];
	struct err err = { 0 };
	struct secret o;

	memset(a->seen, 0, sizeof a->seen);
	a->backups = 0;
	make_office(s, way, &o);
	for (int who = 0; who < PEOPLE; who++) {
		for (int i = 0; i < PROGRAMMES; i++) {
			struct one one;

			begin_one(&o, i, who, &one);
			enter(&one, i == 0 && dice(seed) % 4 == 0, a);
		}
		if (way != TERMINAL || dice(seed) % 3 == 0)
			backup(&o, a);
	}
	snprintf(last, sizeof last, "%s.last", o.path);
	must(backup_write(o.db, last, &err), &err);
	look(a, last);
	guess_all(a);
	remove_office(s, &o);
}

static int best(const struct attack *a)
{
	int order = 0;

	for (int i = 1; i < 2 * ORDERS; i++) {
		if (a->guessed[i] > a->guessed[order])
			order = i;
	}
	return order;
}

/* Lost are those who are guessed in the best order, where it is a good one. */
static void attack_ways(const struct scenario *s, enum way from, enum way to,
			struct tally *t)
{
	struct attack a = { 0 };
	uint64_t seed = 1;
	int order;

	disk_heal();
	/* What is drawn is the same in each run. */
	sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 7, (sqlite3 *)NULL);
	for (size_t i = 0; i < times; i++) {
		for (enum way way = from; way <= to; way++) {
			attack(s, way, &seed, &a);
			t->injected += (size_t)a.backups;
			t->runs++;
		}
	}
	order = best(&a);
	printf("%zu of %zu sheets guessed by %s\n", a.guessed[order], a.persons,
	       order_names[order % ORDERS]);
	if (a.guessed[order] * 5 > a.persons)
		t->lost = a.guessed[order];
	if (setenv("BANGKOM_TODAY", "2026-05-04", 1) != 0)
		give_up("a day");
}

void anonymity(const struct scenario *s, struct tally *t)
{
	attack_ways(s, PAPER, FILES_OF_ONE, t);
}

/* Keys in the order of entry, and backups that hold everything: more than
 * every second one is known. */
void anonymity_control(const struct scenario *s, struct tally *t)
{
	attack_ways(s, NAIVE, NAIVE, t);
	if (t->lost * 2 <= t->runs * PROGRAMMES * PEOPLE)
		t->lost = 0;
}
