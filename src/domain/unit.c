#include "domain/office.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF unit
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20,
	      .synonyms = "kode;kode unit;kode opd;unit code;office code"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"),
	      .synonyms = "nama;nama unit;unit kerja;opd;unit name;office;office name"
			  ";work unit"),
	FIELD(FIELD_REF, parent, .label = N_("Part of"), .refers = "unit",
	      .synonyms = "induk;unit induk;bagian dari;parent unit"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind unit_kind = {
	.name = "unit",
	.table = "units",
	.label = N_("Unit"),
	.labels = N_("Units"),
	.size = sizeof(struct unit),
	.fields = fields,
	.title = "code,name",
	.order = "code",
	.check = unit_check,
};
