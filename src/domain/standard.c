#include "domain/competency.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF standard
static const struct field fields[] = {
	FIELD(FIELD_TEXT, position, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Position"), .synonyms = "jabatan;job title;job"),
	FIELD(FIELD_REF, competency, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Competency"), .refers = "competency",
	      .synonyms = "kompetensi;kode kompetensi;competency code"),
	FIELD(FIELD_INT, level, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Level"),
	      .least = 1, .most = 5, .synonyms = "tingkat;required level"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "position"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind standard_kind = {
	.name = "standard",
	.table = "standards",
	.label = N_("Standard"),
	.labels = N_("Standards"),
	.size = sizeof(struct standard),
	.fields = fields,
	.title = "position,competency",
	.order = "position",
};
