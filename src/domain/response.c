#include "domain/survey.h"

#include "base/i18n.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
const struct choice learning_method_choices[] = {
	{ "classroom", N_("Face to face"), 't' },
	{ "online", N_("Online"), 'd' },
	{ "blended", N_("Blended"), 'b' },
	{ "practice", N_("Practice"), 'p' },
	{ "accompanied", N_("Accompanied at work"), 'a' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF response
static const struct field fields[] = {
	FIELD(FIELD_REF, survey,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV | FIELD_ASSUMED,
	      .label = N_("Survey"), .refers = "survey",
	      .synonyms = "survei;kode survei"),
	FIELD(FIELD_REF, person, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_CHOICE, rater, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Rater"), .choices = rater_choices,
	      .words = rater_words, .synonyms = "penilai;assessor"),
	FIELD(FIELD_NOTE, topics, .flags = FIELD_CSV, .label = N_("Topics wished for"),
	      .synonyms = "topik;topik prioritas;usulan topik;topics"),
	FIELD(FIELD_CHOICE, form, .flags = FIELD_CSV, .label = N_("Preferred form"),
	      .choices = learning_form_choices, .synonyms = "bentuk;bentuk pilihan"),
	FIELD(FIELD_CHOICE, method, .flags = FIELD_CSV, .label = N_("Preferred way"),
	      .choices = learning_method_choices, .synonyms = "cara;metode"),
	FIELD(FIELD_NOTE, remark, .flags = FIELD_CSV, .label = N_("Remarks"),
	      .synonyms = "saran;catatan;keterangan;free text"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind response_kind = {
	.name = "response",
	.table = "responses",
	.label = N_("Response"),
	.labels = N_("Responses"),
	.size = sizeof(struct response),
	.fields = fields,
	.title = "person,rater",
	.order = "person",
	.check = response_check,
	.assume = response_assume,
};
