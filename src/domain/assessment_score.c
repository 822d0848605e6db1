#include "domain/assessment.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF assessment_score
static const struct field fields[] = {
	FIELD(FIELD_REF, assessment,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Assessment"), .refers = "assessment",
	      .synonyms = "penilai;penguji;nama penilai;assessor"),
	FIELD(FIELD_REF, criterion, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Criterion"), .refers = "criterion",
	      .synonyms = "kriteria;nomor kriteria"),
	FIELD(FIELD_INT, level, .flags = FIELD_CSV, .label = N_("Level"), .least = 1,
	      .most = RUBRIC_LEVELS, .synonyms = "tingkat;nilai;score"),
	FIELD(FIELD_TEXT, remark, .flags = FIELD_CSV, .label = N_("Remark"),
	      .synonyms = "catatan;komentar"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind assessment_score_kind = {
	.name = "assessment_score",
	.table = "assessment_scores",
	.label = N_("Level of a criterion"),
	.labels = N_("Levels of criteria"),
	.size = sizeof(struct assessment_score),
	.fields = fields,
	.title = "criterion",
	.order = "criterion",
	.check = assessment_score_check,
	.follow = assessment_score_follow,
};
