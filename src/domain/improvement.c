#include "domain/feedback.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice improvement_kind_choices[] = {
	{ "fix", N_("Fix"), 'f' },
	{ "add", N_("Add"), 'a' },
	{ "reduce", N_("Reduce"), 'r' },
	{ "drop", N_("Drop"), 'd' },
	{ "new", N_("New"), 'n' },
	{ "keep", N_("Keep"), 'k' },
	{ NULL, NULL, 0 },
};

const struct choice improvement_status_choices[] = {
	{ "open", N_("Open"), 'o' },
	{ "done", N_("Done"), 'd' },
	{ "carried", N_("Carried to the next run"), 'c' },
	{ "waived", N_("Waived, with a reason"), 'w' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF improvement
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999, .synonyms = "no;nomor"),
	FIELD(FIELD_NOTE, statement, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("What was found"), .synonyms = "temuan;finding"),
	FIELD(FIELD_CHOICE, kind, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Kind"),
	      .choices = improvement_kind_choices, .synonyms = "jenis;type"),
	FIELD(FIELD_NOTE, action, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("What is done"),
	      .synonyms = "tindakan;tindak lanjut"),
	FIELD(FIELD_NOTE, decision, .flags = FIELD_WANTED, .label = N_("Decision"),
	      .synonyms = "keputusan"),
	FIELD(FIELD_REF, finding, .flags = FIELD_FIXED, .label = N_("From finding"),
	      .refers = "finding"),
	FIELD(FIELD_REF, item, .flags = FIELD_FIXED, .label = N_("From item"), .refers = "item"),
	FIELD(FIELD_REF, owner, .flags = FIELD_WANTED, .label = N_("Owner"), .refers = "person",
	      .synonyms = "penanggung jawab;person in charge"),
	FIELD(FIELD_DATE, due, .flags = FIELD_WANTED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Due on"), .synonyms = "tenggat;deadline;due date"),
	FIELD(FIELD_CHOICE, status, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Status"), .choices = improvement_status_choices),
	FIELD(FIELD_NOTE, result, .label = N_("Result"), .synonyms = "hasil"),
	FIELD(FIELD_NOTE, waived_reason, .label = N_("Why it is waived"),
	      .synonyms = "alasan tidak dilanjutkan"),
	FIELD(FIELD_REF, carried_from, .flags = FIELD_FIXED, .label = N_("Carried over from"),
	      .refers = "improvement"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind improvement_kind = {
	.name = "improvement",
	.table = "improvements",
	.label = N_("Improvement action"),
	.labels = N_("Improvement actions"),
	.size = sizeof(struct improvement),
	.fields = fields,
	.title = "number,statement",
	.order = "number",
	.complete = improvement_complete,
	.check = improvement_check,
};
