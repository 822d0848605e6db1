#include "domain/finding.h"

#include "base/i18n.h"
#include "domain/feedback.h"
#include "rules.h"

/* clang-format off */
const struct choice finding_source_choices[] = {
	{ "item", N_("Question"), 'q' },
	{ "comment", N_("Comment"), 'c' },
	{ "subject", N_("Subject"), 's' },
	{ "gap", N_("Gap that stayed"), 'g' },
	{ "observation", N_("Observation"), 'o' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF finding
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999, .synonyms = "no;nomor"),
	FIELD(FIELD_CHOICE, source, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Source"),
	      .choices = finding_source_choices, .synonyms = "sumber"),
	FIELD(FIELD_CHOICE, kind, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Kind"),
	      .choices = improvement_kind_choices, .synonyms = "jenis;type"),
	FIELD(FIELD_NOTE, statement, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("What was found"), .synonyms = "temuan;finding"),
	FIELD(FIELD_REF, item, .flags = FIELD_FIXED, .label = N_("Question"), .refers = "item"),
	FIELD(FIELD_REF, session, .flags = FIELD_FIXED, .label = N_("Subject (session)"),
	      .refers = "session"),
	FIELD(FIELD_REF, objective, .flags = FIELD_FIXED, .label = N_("Objective"),
	      .refers = "objective"),
	FIELD(FIELD_REF, competency, .label = N_("Competency"), .refers = "competency"),
	FIELD(FIELD_INT, count, .flags = FIELD_CSV, .label = N_("How many said it"),
	      .least = 0, .most = 100000, .synonyms = "jumlah"),
	FIELD(FIELD_DECIMAL, figure, .flags = FIELD_CSV, .label = N_("Figure at that time"),
	      .synonyms = "angka"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "statement"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind finding_kind = {
	.name = "finding",
	.table = "findings",
	.label = N_("Finding"),
	.labels = N_("Findings"),
	.size = sizeof(struct finding),
	.fields = fields,
	.title = "number,statement",
	.order = "number",
	.complete = finding_complete,
	.follow = finding_follow,
};
