#include "domain/design.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF revision_questionnaire
static const struct field fields[] = {
	FIELD(FIELD_REF, revision,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "revision", .through = "programme",
	      .heading = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_REF, questionnaire,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Questionnaire"), .refers = "questionnaire",
	      .synonyms = "kuesioner;kode kuesioner;questionnaire code"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind revision_questionnaire_kind = {
	.name = "revision_questionnaire",
	.table = "revision_questionnaires",
	.label = N_("Questionnaire of a programme"),
	.labels = N_("Questionnaires of a programme"),
	.size = sizeof(struct revision_questionnaire),
	.fields = fields,
	.title = "questionnaire",
	.order = "questionnaire",
};
