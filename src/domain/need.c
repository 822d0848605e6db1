#include "domain/competency.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice rater_choices[] = {
	{ "self", N_("Self"), 's' },
	{ "superior", N_("Superior"), 'a' },
	{ NULL, NULL, 0 },
};

const char rater_words[] =
	"saya=self;saya sendiri=self;diri saya=self;diri=self;pegawai=self;"
	"pegawai sendiri=self;pegawai yang bersangkutan=self;yang bersangkutan=self;"
	"penilaian diri=self;penilaian sendiri=self;penilaian mandiri=self;mandiri=self;"
	"self assessment=self;myself=self;"
	"atasan langsung=superior;atasan saya=superior;penilaian atasan=superior;"
	"penilaian atasan langsung=superior;atasan pegawai=superior;pimpinan=superior;"
	"pimpinan langsung=superior;pejabat penilai=superior;"
	"pejabat penilai kinerja=superior;supervisor=superior;manager=superior";

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
	      .words = rater_words, .synonyms = "penilai;assessor"),
	FIELD(FIELD_INT, level, .flags = FIELD_REQUIRED | FIELD_CSV | FIELD_SCALE,
	      .label = N_("Level"), .least = 1, .most = 5, .synonyms = "tingkat;actual level"),
	FIELD(FIELD_INT, importance, .flags = FIELD_CSV | FIELD_SCALE, .label = N_("Importance"),
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
