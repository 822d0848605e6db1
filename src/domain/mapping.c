#include "domain/survey.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF mapping
static const struct field fields[] = {
	FIELD(FIELD_TEXT, heading,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Heading"), .most = 500,
	      .synonyms = "judul kolom;kolom;column"),
	FIELD(FIELD_TEXT, target, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Stands for"), .most = 60, .synonyms = "arti;sasaran;target"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind mapping_kind = {
	.name = "mapping",
	.table = "mappings",
	.label = N_("Mapped column"),
	.labels = N_("Mapped columns"),
	.size = sizeof(struct mapping),
	.fields = fields,
	.title = "heading,target",
	.order = "heading",
};
