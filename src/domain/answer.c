#include "domain/feedback.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF answer
static const struct field fields[] = {
	FIELD(FIELD_REF, sheet, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT,
	      .label = N_("Feedback sheet"), .refers = "sheet"),
	FIELD(FIELD_REF, item, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT,
	      .label = N_("Item"), .refers = "item"),
	FIELD(FIELD_INT, value, .label = N_("Value"), .least = 0, .most = ANSWER_MOST),
	FIELD(FIELD_NOTE, text, .label = N_("Text")),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind answer_kind = {
	.name = "answer",
	.table = "answers",
	.label = N_("Answer"),
	.labels = N_("Answers"),
	.size = sizeof(struct answer),
	.fields = fields,
	.title = "item",
	.order = "item",
	.private_keys = true,
	.check = answer_check,
};
