#include "domain/design.h"

#include "base/i18n.h"
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
	{ NULL, NULL, 0 },
};

const struct choice item_type_choices[] = {
	{ "likert", N_("Scale"), 'l' },
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
