#include "office.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/columns.h"

static const struct kind *kind;
static struct columns columns;

static void load(int i)
{
	kind = kinds[i];
	columns_of(&columns, kind, true, &a);
}

static bool has_synonym(const struct column *c, const char *key)
{
	for (const char *at = c->synonyms ? c->synonyms : ""; *at != '\0';) {
		size_t length = strcspn(at, ";");

		if (strlen(key) == length && strncmp(at, key, length) == 0)
			return true;
		at += length + (at[length] == ';');
	}
	return false;
}

/* Does another column than `own` answer to the key? Its heading counts, and
 * its synonyms. */
static const char *other(size_t own, const char *key)
{
	for (size_t i = 0; i < columns.count; i++) {
		const struct column *c = &columns.all[i];

		if (i != own &&
		    (strcmp(text_key(&a, c->heading), key) == 0 || has_synonym(c, key)))
			return c->heading;
	}
	return NULL;
}

static void check_key(size_t own, const char *key)
{
	const char *clash = other(own, key);

	ck_assert_msg(!clash, "%s: '%s' means both %s and %s", kind->name, key,
		      columns.all[own].heading, clash ? clash : "");
	ck_assert_msg(strcmp(text_key(&a, key), key) == 0,
		      "%s: '%s' is not written as headings are compared", kind->name,
		      key);
}

START_TEST(no_heading_means_two_fields)
{
	load(_i);
	if (!columns_has_file(kind))
		return;
	for (size_t i = 0; i < columns.count; i++) {
		const struct column *c = &columns.all[i];

		check_key(i, text_key(&a, c->heading));
		for (const char *at = c->synonyms ? c->synonyms : ""; *at != '\0';) {
			size_t length = strcspn(at, ";");

			check_key(i, arena_strndup(&a, at, length));
			at += length + (at[length] == ';');
		}
	}
}
END_TEST

/* clang-format off */
static const struct {
	const char *kind, *heading, *field;
} english[] = {
	{ "person", "Full name", "name" },           { "person", "Employee Name", "name" },
	{ "person", "Employee number", "nip" },      { "person", "Employee No.", "nip" },
	{ "person", "Employee ID", "nip" },          { "person", "Unit name", "unit" },
	{ "person", "Office", "unit" },              { "person", "Work unit", "unit" },
	{ "person", "Rank", "grade" },               { "person", "Job title", "position" },
	{ "person", "Employment status", "employment" },
	{ "person", "Date of birth", "birth" },      { "person", "Birth date", "birth" },
	{ "person", "Gender", "sex" },               { "person", "Mobile", "phone" },
	{ "person", "Phone number", "phone" },       { "programme", "Start date", "starts" },
	{ "programme", "End date", "ends" },         { "programme", "Hours", "jp" },
	{ "programme", "Lesson hours", "jp" },       { "programme", "Seats", "capacity" },
	{ "programme", "Quota", "capacity" },        { "session", "Subject", "topic" },
	{ "session", "Day", "date" },                { "session", "Session date", "date" },
	{ "unit", "Office", "name" },                { "partner", "Organisation", "name" },
	{ "item", "Question", "text" },              { "score", "Pre test", "pre" },
	{ "milestone", "Deadline", "due" },          { "attendance", "Status", "state" },
};
/* clang-format on */

START_TEST(headings_are_understood_in_english)
{
	const char *key = text_key(&a, english[_i].heading);
	const struct field *f;
	bool found = false;

	kind = kind_find(english[_i].kind);
	f = kind_field(kind, english[_i].field);
	columns_of(&columns, kind, true, &a);
	for (size_t i = 0; i < columns.count; i++) {
		const struct column *c = &columns.all[i];

		if (c->path[0] == f)
			found = found || has_synonym(c, key) ||
				strcmp(text_key(&a, c->heading), key) == 0 ||
				strcmp(text_key(&a, c->label), key) == 0;
	}
	ck_assert_msg(found, "%s does not know '%s'", kind->name, key);
}
END_TEST

Suite *headings_suite(void);

Suite *headings_suite(void)
{
	Suite *s = suite_create("headings");
	TCase *c = tcase_create("headings");
	int count = 0;

	while (kinds[count])
		count++;
	tcase_add_checked_fixture(c, start, done);
	tcase_add_loop_test(c, no_heading_means_two_fields, 0, count);
	tcase_add_loop_test(c, headings_are_understood_in_english, 0,
			    sizeof english / sizeof *english);
	suite_add_tcase(s, c);
	return s;
}
