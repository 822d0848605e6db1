#include "domain/follow_up.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice direction_choices[] = {
	{ "up", N_("Higher is better"), 'h' },
	{ "down", N_("Lower is better"), 'l' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF result
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999, .synonyms = "no;nomor"),
	FIELD(FIELD_REF, project, .label = N_("From project"), .refers = "project",
	      .synonyms = "proyek"),
	FIELD(FIELD_REF, objective, .label = N_("For objective"), .refers = "objective",
	      .synonyms = "tujuan"),
	FIELD(FIELD_TEXT, indicator, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Indicator"), .synonyms = "indikator"),
	FIELD(FIELD_TEXT, measure, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Unit of measure"), .most = 30, .synonyms = "satuan"),
	FIELD(FIELD_CHOICE, direction, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Direction"), .choices = direction_choices, .synonyms = "arah"),
	FIELD(FIELD_DECIMAL, baseline, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Baseline"), .least = -1000000000000, .most = 1000000000000,
	      .synonyms = "kondisi awal"),
	FIELD(FIELD_DECIMAL, target, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Target"),
	      .least = -1000000000000, .most = 1000000000000),
	FIELD(FIELD_TEXT, source, .flags = FIELD_CSV, .label = N_("Source of the figures"),
	      .synonyms = "sumber;sumber data"),
	FIELD(FIELD_NOTE, notes, .flags = FIELD_CSV, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind result_kind = {
	.name = "result",
	.table = "results",
	.label = N_("Result"),
	.labels = N_("Results"),
	.size = sizeof(struct result),
	.fields = fields,
	.title = "number,indicator",
	.order = "number",
	.complete = result_complete,
	.check = result_check,
};
