#include "domain/feedback.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF sheet
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme"),
	FIELD(FIELD_REF, questionnaire, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Questionnaire"), .refers = "questionnaire"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Sheet"), .heading = "sheet", .synonyms = "no;nomor;lembar",
	      .least = 1, .most = 100000),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind sheet_kind = {
	.name = "sheet",
	.table = "sheets",
	.file = "feedback",
	.label = N_("Feedback sheet"),
	.labels = N_("Feedback sheets"),
	.size = sizeof(struct sheet),
	.fields = fields,
	.title = "number",
	.order = "number",
	.private_keys = true,
};
