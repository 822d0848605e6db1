#include "domain/project.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF stakeholder
static const struct field fields[] = {
	FIELD(FIELD_REF, project, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Project"), .refers = "project",
	      .synonyms = "proyek;project title"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"), .synonyms = "nama;stakeholder"),
	FIELD(FIELD_INT, influence, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Influence"), .synonyms = "pengaruh", .least = 1, .most = 5),
	FIELD(FIELD_INT, interest, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Interest"),
	      .synonyms = "minat;kepentingan", .least = 1, .most = 5),
	FIELD(FIELD_TEXT, strategy, .flags = FIELD_CSV, .label = N_("Communication strategy"),
	      .synonyms = "strategi;strategi komunikasi"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind stakeholder_kind = {
	.name = "stakeholder",
	.table = "stakeholders",
	.label = N_("Stakeholder"),
	.labels = N_("Stakeholders"),
	.size = sizeof(struct stakeholder),
	.fields = fields,
	.title = "name",
	.order = "name",
};
