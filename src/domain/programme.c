#include "domain/programme.h"

#include "base/i18n.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
const struct choice programme_status_choices[] = {
	{ "draft", N_("Draft"), 'd' },
	{ "planned", N_("Planned"), 'p' },
	{ "open", N_("Open"), 'o' },
	{ "running", N_("Running"), 'r' },
	{ "done", N_("Done"), 's' },
	{ "evaluated", N_("Evaluated"), 'e' },
	{ "cancelled", N_("Cancelled"), 'b' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF programme
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20,
	      .synonyms = "kode;kode program;programme code;program code"),
	FIELD(FIELD_INT, year, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Year"), .least = 2000, .most = 2199,
	      .synonyms = "tahun;tahun anggaran;budget year;fiscal year"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Title"), .synonyms = "judul;nama program;program"),
	FIELD(FIELD_CHOICE, method, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Method"),
	      .choices = learning_form_choices, .synonyms = "metode;bentuk;form"),
	FIELD(FIELD_DATE, starts, .flags = FIELD_WANTED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Starts on"),
	      .synonyms = "mulai;tanggal mulai;start date;start"),
	FIELD(FIELD_DATE, ends, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Ends on"),
	      .synonyms = "selesai;tanggal selesai;end date;end"),
	FIELD(FIELD_DECIMAL, jp, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("JP"),
	      .least = 0, .most = 200000, .synonyms = "jumlah jp;hours;lesson hours"),
	FIELD(FIELD_INT, capacity, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Capacity"),
	      .least = 1, .most = 100000,
	      .synonyms = "kapasitas;kuota;seats;quota;places"),
	FIELD(FIELD_CHOICE, status, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Status"), .choices = programme_status_choices),
	FIELD(FIELD_TEXT, cancel_reason, .label = N_("Reason for cancelling"),
	      .synonyms = "alasan batal;alasan pembatalan"),
	FIELD(FIELD_TEXT, place, .label = N_("Place"),
	      .synonyms = "tempat;lokasi;venue;location"),
	FIELD(FIELD_REF, lead, .label = N_("Lead"), .refers = "person",
	      .synonyms = "penanggung jawab;person in charge"),
	FIELD(FIELD_TEXT, target_group, .label = N_("Target group"),
	      .synonyms = "sasaran;target peserta"),
	FIELD(FIELD_MONEY, budget, .flags = FIELD_WANTED, .label = N_("Budget"),
	      .synonyms = "anggaran;biaya;cost"),
	FIELD(FIELD_TEXT, fund, .label = N_("Source of funds"),
	      .synonyms = "sumber dana;funding source"),
	FIELD(FIELD_NOTE, legal_basis, .flags = FIELD_WANTED, .label = N_("Legal basis"),
	      .synonyms = "dasar hukum"),
	FIELD(FIELD_NOTE, notes, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	FIELD(FIELD_INT, follow_up_months,
	      .label = N_("Follow-up after months"), .least = 1, .most = 36,
	      .synonyms = "bulan tindak lanjut"),
	FIELD(FIELD_DECIMAL, test_most, .label = N_("Highest test score"),
	      .least = 100, .most = 100000,
	      .synonyms = "nilai tes tertinggi;nilai maksimum;maximum score"),
	FIELD(FIELD_REF, revision, .flags = FIELD_FIXED, .label = N_("Design revision"),
	      .refers = "revision"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,title"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind programme_kind = {
	.name = "programme",
	.table = "programmes",
	.label = N_("Programme"),
	.labels = N_("Programmes"),
	.size = sizeof(struct programme),
	.fields = fields,
	.title = "code,title",
	.order = "starts",
	.complete = programme_complete,
	.prepare = programme_prepare,
	.check = programme_check,
	.follow = programme_follow,
};
