#include "domain/yearly_plan.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF ceiling
static const struct field fields[] = {
	FIELD(FIELD_INT, year, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Year"), .least = FIELD_YEAR_LEAST, .most = FIELD_YEAR_MOST,
	      .synonyms = "tahun;tahun anggaran"),
	FIELD(FIELD_REF, fund, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Source of funds"), .refers = "fund",
	      .synonyms = "sumber dana"),
	FIELD(FIELD_INT, quarter, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Quarter"), .zero = N_("whole year"), .least = 0, .most = 4, .synonyms = "triwulan;tw"),
	FIELD(FIELD_MONEY, amount, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Amount"), .least = 0, .most = PLAN_MONEY_MOST,
	      .synonyms = "jumlah;pagu"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind ceiling_kind = {
	.name = "ceiling",
	.table = "ceilings",
	.label = N_("Ceiling"),
	.labels = N_("Ceilings"),
	.size = sizeof(struct ceiling),
	.fields = fields,
	.title = "year,fund",
	.order = "year",
	.complete = ceiling_complete,
};
