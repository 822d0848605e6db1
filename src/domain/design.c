#include "domain/design.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF design
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT,
	      .label = N_("Code"), .most = 20),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_SORT, .label = N_("Title")),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,title"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind design_kind = {
	.name = "design",
	.table = "designs",
	.label = N_("Design"),
	.labels = N_("Designs"),
	.size = sizeof(struct design),
	.fields = fields,
	.title = "code,title",
	.order = "code",
};
