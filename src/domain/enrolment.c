#include "domain/participant.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice enrolment_status_choices[] = {
	{ "nominated", N_("Nominated"), 'n' },
	{ "accepted", N_("Accepted"), 'a' },
	{ "waiting", N_("Waiting"), 'w' },
	{ "declined", N_("Declined"), 'd' },
	{ "withdrawn", N_("Withdrawn"), 'u' },
	{ "completed", N_("Completed"), 'c' },
	{ "failed", N_("Failed"), 'f' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF enrolment
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_REF, person, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_CHOICE, status, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Status"), .choices = enrolment_status_choices),
	FIELD(FIELD_TEXT, reason, .label = N_("Reason"), .synonyms = "alasan"),
	FIELD(FIELD_DECIMAL, jp, .label = N_("Credited JP"), .least = 0, .most = 200000,
	      .synonyms = "jp diakui;jp diberikan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind enrolment_kind = {
	.name = "enrolment",
	.table = "enrolments",
	.label = N_("Enrolment"),
	.labels = N_("Enrolments"),
	.size = sizeof(struct enrolment),
	.fields = fields,
	.title = "person",
	.order = "status",
	.complete = enrolment_complete,
	.check = enrolment_check,
	.follow = enrolment_follow,
};
