#include "domain/design.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF revision
static const struct field fields[] = {
	FIELD(FIELD_REF, design, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT,
	      .label = N_("Design"), .refers = "design"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT,
	      .label = N_("Number"), .least = 1, .most = 999),
	FIELD(FIELD_DATE, made, .flags = FIELD_FIXED, .label = N_("Made on")),
	FIELD(FIELD_NOTE, reason, .flags = FIELD_WANTED, .label = N_("Reason for the change")),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind revision_kind = {
	.name = "revision",
	.table = "revisions",
	.label = N_("Revision"),
	.labels = N_("Revisions"),
	.size = sizeof(struct revision),
	.fields = fields,
	.title = "design,number",
	.order = "number",
};
