#include "domain/assessment.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF assessment
static const struct field fields[] = {
	FIELD(FIELD_REF, project, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Project"), .refers = "project",
	      .synonyms = "proyek;project title"),
	FIELD(FIELD_TEXT, assessor, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Assessor"), .synonyms = "penilai;penguji;nama penilai"),
	FIELD(FIELD_REF, person, .label = N_("Person"), .refers = "person", .heading = "nip",
	      .synonyms = "nip penilai"),
	FIELD(FIELD_DATE, day, .flags = FIELD_SORT | FIELD_CSV, .label = N_("Day"),
	      .synonyms = "hari;tanggal;date"),
	FIELD(FIELD_NOTE, remark, .flags = FIELD_CSV, .label = N_("Remark"),
	      .synonyms = "catatan;komentar"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind assessment_kind = {
	.name = "assessment",
	.table = "assessments",
	.label = N_("Assessment"),
	.labels = N_("Assessments"),
	.size = sizeof(struct assessment),
	.fields = fields,
	.title = "assessor",
	.order = "assessor",
	.complete = assessment_complete,
	.check = assessment_check,
};
