#include "domain/competency.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice rater_choices[] = {
	{ "self", N_("Self"), 's' },
	{ "superior", N_("Superior"), 'a' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF need
static const struct field fields[] = {
	FIELD(FIELD_REF, survey,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV | FIELD_ASSUMED,
	      .label = N_("Survey"), .refers = "survey", .synonyms = "survei;kode survei"),
	FIELD(FIELD_REF, person,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_REF, competency, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Competency"), .refers = "competency",
	      .synonyms = "kompetensi;kode kompetensi;competency code"),
	FIELD(FIELD_CHOICE, rater, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Rater"), .choices = rater_choices,
	      .synonyms = "penilai;assessor"),
	FIELD(FIELD_INT, level, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Level"),
	      .least = 1, .most = 5, .synonyms = "tingkat;actual level"),
	FIELD(FIELD_INT, importance, .flags = FIELD_CSV, .label = N_("Importance"),
	      .least = 1, .most = 5, .synonyms = "kepentingan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind need_kind = {
	.name = "need",
	.table = "needs",
	.label = N_("Need"),
	.labels = N_("Needs"),
	.size = sizeof(struct need),
	.fields = fields,
	.title = "person,competency",
	.order = "person",
	.assume = need_assume,
	.check = need_check,
};
