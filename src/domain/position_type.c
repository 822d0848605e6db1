#include "domain/position.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF position_type
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20, .synonyms = "kode"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"), .synonyms = "nama;jenis jabatan;position type"),
	FIELD(FIELD_INT, level, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Level"),
	      .least = 1, .most = 5, .synonyms = "tingkat;default level"),
	FIELD(FIELD_TEXT, source, .flags = FIELD_CSV, .label = N_("Source"),
	      .synonyms = "dasar;sumber"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind position_type_kind = {
	.name = "position_type",
	.table = "position_types",
	.label = N_("Type of position"),
	.labels = N_("Types of positions"),
	.size = sizeof(struct position_type),
	.fields = fields,
	.title = "code,name",
	.order = "code",
};
