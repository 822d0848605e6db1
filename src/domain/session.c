#include "domain/programme.h"

#include "base/i18n.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF session
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999,
	      .synonyms = "no;nomor;sesi"),
	FIELD(FIELD_DATE, date, .flags = FIELD_WANTED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Date"), .synonyms = "tanggal;day;session date"),
	FIELD(FIELD_TEXT, topic, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Topic"),
	      .synonyms = "materi;topik;subject"),
	FIELD(FIELD_DECIMAL, jp, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("JP"),
	      .least = 0, .most = 10000, .synonyms = "jumlah jp;hours;lesson hours"),
	FIELD(FIELD_TIME, starts, .label = N_("From"),
	      .synonyms = "mulai;jam mulai;start time"),
	FIELD(FIELD_TIME, ends, .label = N_("To"),
	      .synonyms = "selesai;jam selesai;end time"),
	FIELD(FIELD_CHOICE, form, .label = N_("Form of learning"),
	      .choices = learning_form_choices, .synonyms = "bentuk"),
	FIELD(FIELD_REF, trainer, .label = N_("Trainer"), .refers = "trainer",
	      .synonyms = "pengajar;narasumber;instructor;speaker"),
	FIELD(FIELD_TEXT, room, .label = N_("Room"), .synonyms = "ruang;ruangan"),
	FIELD(FIELD_NOTE, notes, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
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
	.complete_changes = true,
	.check = session_check,
};
