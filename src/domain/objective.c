#include "domain/design.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF objective
static const struct field fields[] = {
	FIELD(FIELD_REF, revision,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "revision", .through = "programme",
	      .heading = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .synonyms = "no;nomor", .least = 1, .most = 99),
	FIELD(FIELD_REF, competency, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Competency"), .refers = "competency",
	      .synonyms = "kompetensi;kode kompetensi;competency code"),
	FIELD(FIELD_INT, level, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Level"),
	      .synonyms = "tingkat", .least = 1, .most = 5),
	FIELD(FIELD_NOTE, text, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Objective"),
	      .synonyms = "tujuan;uraian;objective;description"),
	FIELD(FIELD_TEXT, indicator, .label = N_("How it is measured"),
	      .synonyms = "indikator;measure"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind objective_kind = {
	.name = "objective",
	.table = "objectives",
	.label = N_("Objective"),
	.labels = N_("Objectives"),
	.size = sizeof(struct objective),
	.fields = fields,
	.title = "number,text",
	.order = "number",
	.complete = objective_complete,
};
