#include "domain/survey.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF survey_competency
static const struct field fields[] = {
	FIELD(FIELD_REF, survey,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Survey"), .refers = "survey",
	      .synonyms = "survei;kode survei"),
	FIELD(FIELD_REF, competency, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Competency"), .refers = "competency",
	      .synonyms = "kompetensi;kode kompetensi"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999,
	      .synonyms = "no;nomor;urutan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind survey_competency_kind = {
	.name = "survey_competency",
	.table = "survey_competencies",
	.label = N_("Competency of a survey"),
	.labels = N_("Competencies of a survey"),
	.size = sizeof(struct survey_competency),
	.fields = fields,
	.title = "number,competency",
	.order = "number",
	.complete = survey_competency_complete,
	.complete_changes = true,
	.like = survey_competency_like,
};
