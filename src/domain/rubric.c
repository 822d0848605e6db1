#include "domain/rubric.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF rubric
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20, .synonyms = "kode;kode rubrik;rubric code"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Title"), .synonyms = "judul"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,title"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind rubric_kind = {
	.name = "rubric",
	.table = "rubrics",
	.label = N_("Rubric"),
	.labels = N_("Rubrics"),
	.size = sizeof(struct rubric),
	.fields = fields,
	.title = "code,title",
	.order = "code",
	.copies = "criterion",
	.complete = rubric_complete,
};
