#include "domain/yearly_plan.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF fund
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20, .synonyms = "kode"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"), .synonyms = "nama;sumber dana;funding source"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind fund_kind = {
	.name = "fund",
	.table = "funds",
	.label = N_("Source of funds"),
	.labels = N_("Sources of funds"),
	.size = sizeof(struct fund),
	.fields = fields,
	.title = "code,name",
	.order = "code",
};
