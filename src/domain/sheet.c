#include "domain/feedback.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice sheet_role_choices[] = {
	{ "alumnus", N_("Alumnus"), 'a' },
	{ "superior", N_("Superior"), 's' },
	{ "public", N_("Public"), 'm' },
	{ NULL, NULL, 0 },
};

const struct choice sheet_phase_choices[] = {
	{ "before", N_("Before"), 'b' },
	{ "midway", N_("Midway"), 'm' },
	{ "after", N_("After"), 'a' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF sheet
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_REF, questionnaire, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Questionnaire"), .refers = "questionnaire",
	      .synonyms = "kuesioner;kode kuesioner;questionnaire code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Sheet"), .heading = "sheet",
	      .least = 1, .most = 100000, .synonyms = "no;nomor;lembar;sheet number"),
	FIELD(FIELD_REF, trainer, .flags = FIELD_CSV_FILLED, .label = N_("Trainer"),
	      .refers = "trainer", .synonyms = "pengajar;narasumber;nama pengajar"),
	FIELD(FIELD_REF, session, .flags = FIELD_CSV_FILLED, .label = N_("Session"),
	      .refers = "session", .synonyms = "sesi;mata pelatihan;subject"),
	FIELD(FIELD_CHOICE, role, .flags = FIELD_CSV_FILLED, .label = N_("Filled in by"),
	      .choices = sheet_role_choices, .synonyms = "diisi oleh;responden;respondent"),
	FIELD(FIELD_CHOICE, phase, .flags = FIELD_CSV_FILLED, .label = N_("Before, midway, after"),
	      .choices = sheet_phase_choices, .synonyms = "tahap;sebelum sesudah;before or after;sebelum atau sesudah"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind sheet_kind = {
	.name = "sheet",
	.table = "sheets",
	.file = "feedback",
	.label = N_("Feedback sheet"),
	.labels = N_("Feedback sheets"),
	.size = sizeof(struct sheet),
	.fields = fields,
	.title = "number",
	.order = "number",
	.private_keys = true,
	.complete = sheet_complete,
	.check = sheet_check,
	.follow = sheet_follow,
};
