#include "domain/follow_up.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice follow_up_what_choices[] = {
	{ "behaviour-alumni", N_("Behaviour: alumni"), 'a' },
	{ "behaviour-superior", N_("Behaviour: superiors"), 's' },
	{ "results", N_("Results: measure the indicators"), 'r' },
	{ "skm-after", N_("Service survey (SKM) after"), 'k' },
	{ "benefits", N_("Costs and benefits"), 'b' },
	{ "other", N_("Other follow-up"), 'o' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF follow_up
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999, .synonyms = "no;nomor"),
	FIELD(FIELD_CHOICE, what, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("What is asked or measured"), .choices = follow_up_what_choices,
	      .synonyms = "apa;jenis"),
	FIELD(FIELD_REF, questionnaire, .flags = FIELD_CSV, .label = N_("Questionnaire"),
	      .refers = "questionnaire", .synonyms = "kuesioner"),
	FIELD(FIELD_DATE, due, .flags = FIELD_WANTED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Due on"), .synonyms = "tenggat;deadline;due date"),
	FIELD(FIELD_DATE, sent, .flags = FIELD_CSV, .label = N_("Sent on"),
	      .synonyms = "dikirim"),
	FIELD(FIELD_INT, expected, .flags = FIELD_CSV, .label = N_("People asked"),
	      .least = 1, .most = 100000, .synonyms = "jumlah orang"),
	FIELD(FIELD_DATE, done, .flags = FIELD_CSV, .label = N_("Done on"),
	      .synonyms = "selesai;done date;finished"),
	FIELD(FIELD_NOTE, outcome, .flags = FIELD_CSV, .label = N_("What came of it"),
	      .synonyms = "hasil"),
	FIELD(FIELD_BOOL, waived, .flags = FIELD_CSV, .label = N_("Waived"),
	      .synonyms = "ditiadakan"),
	FIELD(FIELD_NOTE, reason, .flags = FIELD_CSV, .label = N_("Reason for waiving"),
	      .synonyms = "alasan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind follow_up_kind = {
	.name = "follow_up",
	.table = "follow_ups",
	.label = N_("Follow-up"),
	.labels = N_("Follow-ups"),
	.size = sizeof(struct follow_up),
	.fields = fields,
	.title = "number,what",
	.order = "number",
	.complete = follow_up_complete,
	.check = follow_up_check,
};
