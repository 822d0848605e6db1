#include "domain/competency.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF competency_level
static const struct field fields[] = {
	FIELD(FIELD_REF, competency,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Competency"), .refers = "competency",
	      .synonyms = "kompetensi;kode kompetensi;competency code"),
	FIELD(FIELD_INT, level, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Level"), .least = 1, .most = 5, .synonyms = "tingkat"),
	FIELD(FIELD_NOTE, text, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Descriptor"),
	      .synonyms = "uraian;deskripsi;indikator;description"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind competency_level_kind = {
	.name = "competency_level",
	.table = "competency_levels",
	.label = N_("Level of a competency"),
	.labels = N_("Levels of competencies"),
	.size = sizeof(struct competency_level),
	.fields = fields,
	.title = "level,text",
	.order = "level",
};
