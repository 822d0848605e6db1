#include "domain/participant.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice attendance_state_choices[] = {
	{ "present", N_("Present"), 'h' },
	{ "late", N_("Late"), 't' },
	{ "sick", N_("Sick"), 's' },
	{ "excused", N_("Excused"), 'i' },
	{ "absent", N_("Absent"), 'a' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF attendance
static const struct field fields[] = {
	FIELD(FIELD_REF, session,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Session"), .refers = "session",
	      .synonyms = "sesi;session number"),
	FIELD(FIELD_REF, person, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_CHOICE, state, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("State"),
	      .choices = attendance_state_choices, .synonyms = "kehadiran;hadir;status"),
	FIELD(FIELD_DECIMAL, jp, .label = N_("JP attended"),
	      .least = 0, .most = 10000, .synonyms = "jp hadir;jp;attended jp"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind attendance_kind = {
	.name = "attendance",
	.table = "attendance",
	.label = N_("Attendance"),
	.labels = N_("Attendance"),
	.size = sizeof(struct attendance),
	.fields = fields,
	.title = "session,person",
	.order = "session",
	.check = attendance_check,
};
