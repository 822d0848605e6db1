#include "domain/follow_up.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice benefit_side_choices[] = {
	{ "cost", N_("Cost"), 'c' },
	{ "benefit", N_("Benefit"), 'b' },
	{ "intangible", N_("Benefit without a price"), 'i' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF benefit
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999, .synonyms = "no;nomor"),
	FIELD(FIELD_CHOICE, side, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Side"),
	      .choices = benefit_side_choices, .synonyms = "sisi;jenis"),
	FIELD(FIELD_TEXT, text, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Description"), .synonyms = "uraian"),
	FIELD(FIELD_MONEY, amount, .flags = FIELD_CSV, .label = N_("Amount"), .least = 1,
	      .most = 1000000000000000, .synonyms = "jumlah;nilai;rupiah"),
	FIELD(FIELD_INT, share, .flags = FIELD_CSV, .label = N_("Share of training (%)"),
	      .least = 0, .most = 100, .synonyms = "porsi;persen"),
	FIELD(FIELD_NOTE, assumption, .flags = FIELD_CSV, .label = N_("Assumption"),
	      .synonyms = "asumsi"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind benefit_kind = {
	.name = "benefit",
	.table = "benefits",
	.label = N_("Cost or benefit"),
	.labels = N_("Costs and benefits"),
	.size = sizeof(struct benefit),
	.fields = fields,
	.title = "number,text",
	.order = "number",
	.complete = benefit_complete,
	.check = benefit_check,
};
