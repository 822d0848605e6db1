#include "domain/design.h"

#include "base/i18n.h"
#include "domain/feedback.h"
#include "rules.h"

/* clang-format off */
const struct choice dimension_choices[] = {
	{ "material", N_("Material"), 'm' },
	{ "trainer", N_("Trainer"), 't' },
	{ "method", N_("Method"), 'e' },
	{ "facility", N_("Facility"), 'f' },
	{ "relevance", N_("Relevance"), 'r' },
	{ "confidence", N_("Confidence"), 'c' },
	{ "organisation", N_("Organisation"), 'o' },
	{ "comment", N_("Comment"), 'k' },
	{ "other", N_("Other"), 'x' },
	{ "curriculum", N_("Curriculum"), 'u' },
	{ "achievement", N_("Learning achievement"), 'a' },
	{ "committee", N_("Service of the committee"), 'p' },
	{ "venue", N_("Place of learning"), 'v' },
	{ "meals", N_("Meals"), 'y' },
	{ "support", N_("Supporting facilities"), 'd' },
	{ "lodging", N_("Lodging"), 'l' },
	{ "attitude", N_("Attitude"), 'i' },
	{ "presentation", N_("Presentation"), 's' },
	{ "competence", N_("Competence"), 'z' },
	{ "service", N_("Public service"), 'b' },
	{ "behaviour", N_("Behaviour at work"), 'w' },
	{ "result", N_("Result at work"), 'h' },
	{ "reduce", N_("Subjects to shorten"), '1' },
	{ "add", N_("Subjects to lengthen"), '2' },
	{ "repair", N_("Subjects to repair"), '3' },
	{ "drop", N_("Subjects to drop"), '4' },
	{ "new", N_("Subjects to add"), '5' },
	{ NULL, NULL, 0 },
};

const struct choice item_type_choices[] = {
	{ "likert", N_("Scale"), 'l' },
	{ "two_sided", N_("Two-sided scale"), '2' },
	{ "number", N_("Whole number"), 'n' },
	{ "choice", N_("Choice"), 'c' },
	{ "choices", N_("Several choices"), 's' },
	{ "text", N_("Text"), 't' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF item
static const struct field fields[] = {
	FIELD(FIELD_REF, questionnaire,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV | FIELD_CREATE,
	      .label = N_("Questionnaire"), .refers = "questionnaire",
	      .synonyms = "kuesioner;kode kuesioner;questionnaire code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999,
	      .synonyms = "no;nomor;question number"),
	FIELD(FIELD_CHOICE, dimension, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Dimension"), .choices = dimension_choices,
	      .synonyms = "dimensi;aspek;aspect"),
	FIELD(FIELD_CHOICE, kind, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Kind"),
	      .choices = item_type_choices, .synonyms = "jenis;type"),
	FIELD(FIELD_INT, scale, .flags = FIELD_CSV, .label = N_("Scale"), .synonyms = "skala",
	      .least = 2, .most = 10),
	FIELD(FIELD_BOOL, reversed, .flags = FIELD_CSV_FILLED, .label = N_("High answer is bad"),
	      .synonyms = "terbalik;dibalik;pernyataan negatif"),
	FIELD(FIELD_INT, most, .flags = FIELD_CSV_FILLED, .label = N_("Highest number"),
	      .least = 1, .most = ANSWER_MOST, .synonyms = "terbesar;maksimum;maximum"),
	FIELD(FIELD_TEXT, options, .flags = FIELD_CSV_FILLED, .label = N_("Options"), .most = 500,
	      .synonyms = "opsi;pilihan jawaban;choices"),
	FIELD(FIELD_NOTE, text, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Question"),
	      .synonyms = "pertanyaan;pernyataan;teks;question;statement"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind item_kind = {
	.name = "item",
	.table = "items",
	.file = "questionnaire",
	.label = N_("Item"),
	.labels = N_("Items"),
	.size = sizeof(struct item),
	.fields = fields,
	.title = "number,text",
	.order = "number",
	.complete = item_complete,
	.check = item_check,
	.follow = item_follow,
};
