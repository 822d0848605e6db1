#include "domain/design.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice questionnaire_level_choices[] = {
	{ "reaction", N_("Reaction"), 'r' },
	{ "learning", N_("Learning"), 'l' },
	{ "behaviour", N_("Behaviour"), 'b' },
	{ "results", N_("Results"), 'h' },
	{ NULL, NULL, 0 },
};

const struct choice questionnaire_repeats_choices[] = {
	{ "trainer", N_("One sheet per trainer"), 't' },
	{ "session", N_("One sheet per subject"), 's' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF questionnaire
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20,
	      .synonyms = "kode;kode kuesioner;questionnaire code"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Title"), .synonyms = "judul"),
	FIELD(FIELD_CHOICE, level, .flags = FIELD_CSV_FILLED, .label = N_("Evaluation level"),
	      .choices = questionnaire_level_choices, .synonyms = "tingkat;tingkat evaluasi"),
	FIELD(FIELD_CHOICE, repeats, .flags = FIELD_CSV_FILLED, .label = N_("Repeated"),
	      .choices = questionnaire_repeats_choices, .synonyms = "berulang;diulang"),
	FIELD(FIELD_NOTE, notes, .flags = FIELD_CSV_FILLED, .label = N_("Notes"), .synonyms = "catatan;keterangan"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,title"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind questionnaire_kind = {
	.name = "questionnaire",
	.table = "questionnaires",
	.label = N_("Questionnaire"),
	.labels = N_("Questionnaires"),
	.size = sizeof(struct questionnaire),
	.fields = fields,
	.title = "code,title",
	.order = "code",
	.copies = "item",
	.complete = questionnaire_complete,
	.check = questionnaire_check,
};
