#include "base/i18n.h"
#include "domain/finding.h"

/* clang-format off */
static const struct choice part_choices[] = {
	{ "objective", N_("Objective"), 'o' },
	{ "planned_session", N_("Planned session"), 's' },
	{ "revision_questionnaire", N_("Questionnaire"), 'q' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF revision_cause
static const struct field fields[] = {
	FIELD(FIELD_REF, revision, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT,
	      .label = N_("Revision"), .refers = "revision"),
	FIELD(FIELD_CHOICE, part, .flags = FIELD_REQUIRED | FIELD_KEY, .label = N_("Part"),
	      .choices = part_choices),
	FIELD(FIELD_TEXT, line, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT,
	      .label = N_("Line")),
	FIELD(FIELD_REF, finding, .label = N_("Finding"), .refers = "finding"),
	FIELD(FIELD_REF, improvement, .label = N_("Improvement action"),
	      .refers = "improvement"),
	FIELD(FIELD_NOTE, text, .label = N_("Reason")),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind revision_cause_kind = {
	.name = "revision_cause",
	.table = "revision_causes",
	.label = N_("Cause of a change"),
	.labels = N_("Causes of changes"),
	.size = sizeof(struct revision_cause),
	.fields = fields,
	.title = "part,line",
	.order = "line",
};
