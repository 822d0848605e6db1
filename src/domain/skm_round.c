#include "domain/follow_up.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice skm_phase_choices[] = {
	{ "before", N_("Before the programme"), 'b' },
	{ "after", N_("After the programme"), 'a' },
	{ NULL, NULL, 0 },
};

#define ELEMENT(member_, label_)                                                      \
	FIELD(FIELD_DECIMAL, member_, .flags = FIELD_REQUIRED | FIELD_CSV,            \
	      .label = (label_), .least = 100, .most = 400)
#define FIELD_OF skm_round
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 99, .synonyms = "no;nomor"),
	FIELD(FIELD_CHOICE, phase, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Round"),
	      .choices = skm_phase_choices, .synonyms = "putaran;sebelum sesudah"),
	FIELD(FIELD_REF, unit, .flags = FIELD_CSV, .label = N_("Service unit"),
	      .refers = "unit", .synonyms = "unit;unit layanan"),
	FIELD(FIELD_DATE, measured, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Surveyed on"), .synonyms = "tanggal;date"),
	FIELD(FIELD_INT, respondents, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Respondents"), .least = 1, .most = 1000000,
	      .synonyms = "responden;n"),
	ELEMENT(u1, N_("U1 Requirements")),
	ELEMENT(u2, N_("U2 Procedure")),
	ELEMENT(u3, N_("U3 Time taken")),
	ELEMENT(u4, N_("U4 Cost, tariff")),
	ELEMENT(u5, N_("U5 What is delivered")),
	ELEMENT(u6, N_("U6 Competence of staff")),
	ELEMENT(u7, N_("U7 Conduct of staff")),
	ELEMENT(u8, N_("U8 Handling of complaints")),
	ELEMENT(u9, N_("U9 Facilities")),
	FIELD(FIELD_DECIMAL, published, .flags = FIELD_CSV, .label = N_("Index in the report"),
	      .least = 2500, .most = 10000, .synonyms = "nilai ikm;nik;ikm"),
	FIELD(FIELD_TEXT, source, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Source of the figures"), .synonyms = "sumber;sumber data"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind skm_round_kind = {
	.name = "skm_round",
	.table = "skm_rounds",
	.label = N_("SKM round"),
	.labels = N_("SKM rounds"),
	.size = sizeof(struct skm_round),
	.fields = fields,
	.title = "number,phase",
	.order = "number",
	.complete = skm_round_complete,
	.check = skm_round_check,
};
