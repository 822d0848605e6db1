#include "domain/programme.h"

#include "base/i18n.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF session
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .synonyms = "no;nomor;sesi", .least = 1, .most = 999),
	FIELD(FIELD_DATE, date, .flags = FIELD_WANTED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Date"), .synonyms = "tanggal"),
	FIELD(FIELD_TEXT, topic, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Topic"),
	      .synonyms = "materi;topik"),
	FIELD(FIELD_DECIMAL, jp, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("JP"),
	      .synonyms = "jumlah jp", .least = 0, .most = 10000),
	FIELD(FIELD_TIME, starts, .label = N_("From")),
	FIELD(FIELD_TIME, ends, .label = N_("To")),
	FIELD(FIELD_CHOICE, form, .label = N_("Form of learning"),
	      .choices = learning_form_choices),
	FIELD(FIELD_REF, trainer, .label = N_("Trainer"), .refers = "trainer"),
	FIELD(FIELD_TEXT, room, .label = N_("Room")),
	FIELD(FIELD_NOTE, notes, .label = N_("Notes")),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind session_kind = {
	.name = "session",
	.table = "sessions",
	.label = N_("Session"),
	.labels = N_("Sessions"),
	.size = sizeof(struct session),
	.fields = fields,
	.title = "number,topic",
	.order = "number",
	.complete = session_complete,
	.check = session_check,
};
