#include "domain/survey.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice survey_raters_choices[] = {
	{ "self", N_("Self only"), 's' },
	{ "both", N_("Self and superior"), 'b' },
	{ NULL, NULL, 0 },
};

const struct choice survey_status_choices[] = {
	{ "draft", N_("Draft"), 'd' },
	{ "open", N_("Open"), 'o' },
	{ "closed", N_("Closed"), 'c' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF survey
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20, .synonyms = "kode;kode survei"),
	FIELD(FIELD_INT, year, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Year"), .least = FIELD_YEAR_LEAST, .most = FIELD_YEAR_MOST,
	      .synonyms = "tahun;tahun anggaran"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Title"), .synonyms = "judul;nama survei"),
	FIELD(FIELD_DATE, opens, .flags = FIELD_CSV, .label = N_("Opens on"),
	      .synonyms = "mulai;dibuka;tanggal mulai"),
	FIELD(FIELD_DATE, closes, .flags = FIELD_CSV, .label = N_("Closes on"),
	      .synonyms = "selesai;ditutup;tanggal selesai"),
	FIELD(FIELD_CHOICE, raters, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Raters"), .choices = survey_raters_choices,
	      .synonyms = "penilai"),
	FIELD(FIELD_CHOICE, status, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Status"), .choices = survey_status_choices),
	FIELD(FIELD_NOTE, notes, .flags = FIELD_CSV, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,title"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind survey_kind = {
	.name = "survey",
	.table = "surveys",
	.label = N_("Survey"),
	.labels = N_("Surveys"),
	.size = sizeof(struct survey),
	.fields = fields,
	.title = "code,title",
	.order = "year",
	.complete = survey_complete,
	.check = survey_check,
};
