#include "domain/feedback.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF sheet
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_REF, questionnaire, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Questionnaire"), .refers = "questionnaire",
	      .synonyms = "kuesioner;kode kuesioner;questionnaire code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Sheet"), .heading = "sheet",
	      .least = 1, .most = 100000, .synonyms = "no;nomor;lembar;sheet number"),
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
	.follow = sheet_follow,
};
