#include "domain/competency.h"

#include "base/i18n.h"

/* clang-format off */
const struct choice competency_type_choices[] = {
	{ "managerial", N_("Managerial"), 'm' },
	{ "sociocultural", N_("Socio-cultural"), 's' },
	{ "technical", N_("Technical"), 't' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF competency
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20,
	      .synonyms = "kode;kode kompetensi;competency code"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"),
	      .synonyms = "nama;kompetensi;competency;competency name"),
	FIELD(FIELD_CHOICE, kind, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Kind"),
	      .choices = competency_type_choices, .synonyms = "jenis;type"),
	FIELD(FIELD_NOTE, definition, .flags = FIELD_CSV_FILLED, .label = N_("Definition"),
	      .synonyms = "definisi;pengertian"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind competency_kind = {
	.name = "competency",
	.table = "competencies",
	.label = N_("Competency"),
	.labels = N_("Competencies"),
	.size = sizeof(struct competency),
	.fields = fields,
	.title = "code,name",
	.order = "code",
};
