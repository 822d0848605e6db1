#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/respondent.h"
#include "exchange/columns.h"
#include "exchange/import.h"
#include "kinds.h"
#include "office.h"
#include "store/history.h"

/* Any bytes as a table file, for the kind that the first line names: "person+"
 * also enrols them, "sheet+" is the file of a web form. A preview
 * leaves every byte of the office file as it was; what is taken in is sound,
 * and taking it back leads to where it began. */

static const struct kind *table_of(const struct kind *kind)
{
	return columns_has_file(kind) ? kind : kind_find("person");
}

static void check_result(const struct import_result *r)
{
	for (size_t i = 0; i < r->problem_count; i++) {
		PROMISE(r->problems[i].line > 0 && *r->problems[i].text != '\0');
		PROMISE(text_invalid_at(r->problems[i].text,
					strlen(r->problems[i].text)) < 0);
	}
	PROMISE(r->problem_count <= r->rejected || r->rejected == 0);
}

struct file {
	const struct kind *kind;
	bool more; /* enrol persons; sheets are a programme's */
	const char *bytes;
	size_t count;
};

static bool import(struct db *db, const struct file *file, bool dry, struct arena *a)
{
	struct import_options how = { .dry_run = dry, .partial = !dry };
	struct import_result result;
	struct err err = { 0 };
	struct sheet like;

	record_init(&sheet_kind, &like);
	fuzz_good(respondent_questionnaire(db, "PRJ26", "REAKSI", &like.programme,
					   &like.questionnaire, &err),
		  &err);
	if (file->more && file->kind == &person_kind)
		how.enrol = like.programme;
	if (file->more && file->kind == &sheet_kind)
		how.sheet = &like;

	if (!import_table(db, file->kind, file->bytes, file->count, &how, a, &result,
			  &err)) {
		PROMISE(*err.text != '\0' && text_visible(a, err.text) == err.text);
		return false;
	}
	check_result(&result);
	PROMISE(!dry || !result.written);
	return result.written;
}

static void check_undo(struct db *db, const char *before, struct arena *a)
{
	const char *name, *now;
	struct err err = { 0 };

	fuzz_good(history_undo(db, kinds, 0, a, &name, &err), &err);
	now = office_records(db, a);
	if (strcmp(before, now) != 0)
		fprintf(stderr, "before:\n%safter:\n%s", before, now);
	PROMISE(strcmp(before, now) == 0);
}

/* A preview leaves every byte as it was. */
static void check_preview(struct db *db, const struct file *file, struct arena *a)
{
	sqlite3_int64 size, size_after;
	unsigned char *bytes = office_bytes(db, &size), *after;

	import(db, file, true, a);
	after = office_bytes(db, &size_after);
	for (sqlite3_int64 i = 0; i < size && i < size_after; i++) {
		if (bytes[i] != after[i])
			fprintf(stderr, "page %lld byte %lld: %d %d\n",
				(long long)i / 4096 + 1, (long long)i % 4096, bytes[i],
				after[i]);
	}
	PROMISE(size == size_after && memcmp(bytes, after, (size_t)size) == 0);
	sqlite3_free(bytes);
	sqlite3_free(after);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct db *sample, *db;
	static struct arena kept;
	static const char *before;
	static int64_t newest;
	struct arena a = { 0 };
	char *rest, *text = fuzz_text(&a, data, size), *end = text + strcspn(text, "\n");
	struct file file = { .more = end > text && *end == '\n' && end[-1] == '+' };

	i18n_init("en");
	if (!db) {
		sample = office_open(true);
		/* What a free page holds need not come back. */
		PROMISE(sqlite3_exec(sample->raw, "VACUUM", NULL, NULL, NULL) ==
			SQLITE_OK);
		db = office_open(false);
		before = office_records(sample, &kept);
		newest = office_newest(sample, false);
		office_copy(db, sample);
	}
	if (file.more) {
		end[-1] = '\n';
		*end = ' ';
	}
	file.kind = table_of(fuzz_kind(text, &rest));
	file.bytes = rest + file.more;
	file.count = size - (size_t)(file.bytes - text);
	check_preview(db, &file, &a);
	if (import(db, &file, false, &a)) {
		office_sound(db, &a);
		if (office_newest(db, false) > newest)
			check_undo(db, before, &a);
		office_copy(db, sample);
	} else {
		PROMISE(strcmp(before, office_records(db, &a)) == 0);
	}
	arena_done(&a);
	return 0;
}
