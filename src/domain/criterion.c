#include "domain/rubric.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF criterion
static const struct field fields[] = {
	FIELD(FIELD_REF, rubric, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Rubric"), .refers = "rubric",
	      .synonyms = "rubrik;kode rubrik;rubric code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = CRITERIA_MOST,
	      .synonyms = "no;nomor"),
	FIELD(FIELD_TEXT, text, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Criterion"), .synonyms = "kriteria;aspek;criterion"),
	FIELD(FIELD_DECIMAL, weight, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Weight in percent"), .least = 1, .most = RUBRIC_WHOLE,
	      .synonyms = "bobot;bobot persen;percent"),
	FIELD(FIELD_NOTE, level1, .flags = FIELD_CSV,
	      .label = N_("1 Poor"), .synonyms = "kurang"),
	FIELD(FIELD_NOTE, level2, .flags = FIELD_CSV,
	      .label = N_("2 Fair"), .synonyms = "cukup"),
	FIELD(FIELD_NOTE, level3, .flags = FIELD_CSV,
	      .label = N_("3 Good"), .synonyms = "baik"),
	FIELD(FIELD_NOTE, level4, .flags = FIELD_CSV,
	      .label = N_("4 Very good"), .synonyms = "sangat baik"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind criterion_kind = {
	.name = "criterion",
	.table = "criteria",
	.label = N_("Criterion"),
	.labels = N_("Criteria"),
	.size = sizeof(struct criterion),
	.fields = fields,
	.title = "number,text",
	.order = "number",
	.complete = criterion_complete,
	.check = criterion_check,
	.follow = criterion_follow,
};
