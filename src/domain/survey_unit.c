#include "domain/survey.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF survey_unit
static const struct field fields[] = {
	FIELD(FIELD_REF, survey,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Survey"), .refers = "survey",
	      .synonyms = "survei;kode survei"),
	FIELD(FIELD_REF, unit, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Unit"), .refers = "unit",
	      .synonyms = "unit kerja;opd;kode unit"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind survey_unit_kind = {
	.name = "survey_unit",
	.table = "survey_units",
	.label = N_("Unit of a survey"),
	.labels = N_("Units of a survey"),
	.size = sizeof(struct survey_unit),
	.fields = fields,
	.title = "unit",
	.order = "unit",
};
