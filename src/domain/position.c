#include "domain/position.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF position
static const struct field fields[] = {
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"), .synonyms = "nama;jabatan;position"),
	FIELD(FIELD_REF, type, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Type of position"), .refers = "position_type",
	      .synonyms = "jenis jabatan;jenis"),
	FIELD(FIELD_NOTE, notes, .flags = FIELD_CSV, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind position_kind = {
	.name = "position",
	.table = "positions",
	.label = N_("Position"),
	.labels = N_("Positions"),
	.size = sizeof(struct position),
	.fields = fields,
	.title = "name",
	.order = "name",
};
