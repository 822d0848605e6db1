#include "domain/yearly_plan.h"

#include "base/i18n.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
const struct choice plan_basis_choices[] = {
	{ "need", N_("Needs survey"), 's' },
	{ "akd", N_("AKD"), 'a' },
	{ "hcdp", N_("HCDP"), 'h' },
	{ "offer", N_("Offer"), 'p' },
	{ NULL, NULL, 0 },
};

const struct choice plan_status_choices[] = {
	{ "proposed", N_("Proposed"), 'u' },
	{ "reviewed", N_("Reviewed"), 't' },
	{ "approved", N_("Approved"), 's' },
	{ "rejected", N_("Rejected"), 'k' },
	{ "scheduled", N_("Scheduled"), 'j' },
	{ "realised", N_("Realised"), 'r' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF plan_item
static const struct field fields[] = {
	FIELD(FIELD_INT, year, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Year"), .least = FIELD_YEAR_LEAST, .most = FIELD_YEAR_MOST,
	      .synonyms = "tahun;tahun anggaran"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 9999, .synonyms = "no;nomor"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Title"),
	      .synonyms = "judul;nama pelatihan;nama diklat;kegiatan"),
	FIELD(FIELD_INT, quarter, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Quarter"), .least = 1, .most = 4, .synonyms = "triwulan;tw"),
	FIELD(FIELD_CHOICE, basis, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Basis"), .choices = plan_basis_choices,
	      .synonyms = "dasar;dasar usulan"),
	FIELD(FIELD_REF, survey, .flags = FIELD_CSV, .label = N_("Survey"),
	      .refers = "survey", .synonyms = "survei;kode survei"),
	FIELD(FIELD_REF, competency, .flags = FIELD_CSV, .label = N_("Competency"),
	      .refers = "competency", .synonyms = "kompetensi;kode kompetensi"),
	FIELD(FIELD_REF, unit, .flags = FIELD_CSV, .label = N_("Proposed by unit"),
	      .refers = "unit", .synonyms = "unit;unit kerja;opd;pengusul"),
	FIELD(FIELD_TEXT, target_group, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Target group"),
	      .synonyms = "sasaran;target peserta;peserta"),
	FIELD(FIELD_INT, people, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("People"), .least = 1, .most = 100000,
	      .synonyms = "jumlah peserta;orang"),
	FIELD(FIELD_CHOICE, form, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Form of learning"), .choices = learning_form_choices,
	      .synonyms = "bentuk;jenis;metode"),
	FIELD(FIELD_DECIMAL, jp, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("JP"),
	      .least = 0, .most = 200000,
	      .synonyms = "jumlah jp;target jp;lesson hours"),
	FIELD(FIELD_MONEY, cost, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Estimated cost"), .least = 0, .most = PLAN_MONEY_MOST,
	      .synonyms = "biaya;estimasi biaya;anggaran;budget"),
	FIELD(FIELD_REF, fund, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Source of funds"), .refers = "fund",
	      .synonyms = "sumber dana;funding source"),
	FIELD(FIELD_TEXT, provider, .flags = FIELD_CSV, .label = N_("Provider"),
	      .synonyms = "penyelenggara"),
	FIELD(FIELD_REF, partner, .flags = FIELD_CSV, .label = N_("Partner"),
	      .refers = "partner", .synonyms = "mitra"),
	FIELD(FIELD_DATE, starts, .flags = FIELD_CSV, .label = N_("Starts on"),
	      .synonyms = "mulai;tanggal mulai"),
	FIELD(FIELD_DATE, ends, .flags = FIELD_CSV, .label = N_("Ends on"),
	      .synonyms = "selesai;tanggal selesai"),
	FIELD(FIELD_NOTE, justification, .flags = FIELD_CSV,
	      .label = N_("Justification"), .synonyms = "justifikasi;alasan usulan"),
	FIELD(FIELD_CHOICE, status, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Status"), .choices = plan_status_choices),
	FIELD(FIELD_NOTE, reason, .flags = FIELD_CSV, .label = N_("Reason"),
	      .synonyms = "alasan;alasan ditolak;catatan pimpinan"),
	FIELD(FIELD_REF, programme, .flags = FIELD_FIXED | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "title,target_group"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind plan_item_kind = {
	.name = "plan_item",
	.table = "plan_items",
	.label = N_("Plan item"),
	.labels = N_("Plan items"),
	.size = sizeof(struct plan_item),
	.fields = fields,
	.title = "number,title",
	.order = "number",
	.complete = plan_item_complete,
	.complete_changes = true,
	.check = plan_item_check,
	.like = plan_item_like,
};
