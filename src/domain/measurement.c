#include "domain/follow_up.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF measurement
static const struct field fields[] = {
	FIELD(FIELD_REF, result,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Result"), .refers = "result", .synonyms = "hasil;indikator"),
	FIELD(FIELD_DATE, measured,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Measured on"), .synonyms = "tanggal;date;diukur"),
	FIELD(FIELD_DECIMAL, actual, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Actual"), .least = -1000000000000, .most = 1000000000000,
	      .synonyms = "realisasi;capaian"),
	FIELD(FIELD_TEXT, evidence, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Evidence"), .synonyms = "bukti"),
	FIELD(FIELD_NOTE, notes, .flags = FIELD_CSV, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind measurement_kind = {
	.name = "measurement",
	.table = "measurements",
	.label = N_("Measurement"),
	.labels = N_("Measurements"),
	.size = sizeof(struct measurement),
	.fields = fields,
	.title = "measured",
	.order = "measured",
	.complete = measurement_complete,
	.check = measurement_check,
};
