#include "domain/certificate.h"

#include "base/i18n.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF certificate
static const struct field fields[] = {
	FIELD(FIELD_REF, person,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Title"),
	      .synonyms = "judul;nama pelatihan;nama kursus;kegiatan"),
	FIELD(FIELD_DATE, starts, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Starts on"), .synonyms = "mulai;tanggal;tanggal mulai"),
	FIELD(FIELD_DATE, ends, .flags = FIELD_CSV, .label = N_("Ends on"),
	      .synonyms = "selesai;tanggal selesai"),
	FIELD(FIELD_INT, year, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Year"),
	      .least = FIELD_YEAR_LEAST, .most = FIELD_YEAR_MOST, .synonyms = "tahun"),
	FIELD(FIELD_CHOICE, form, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Form of learning"), .choices = learning_form_choices,
	      .synonyms = "bentuk;jenis"),
	FIELD(FIELD_CHOICE, scope, .flags = FIELD_REQUIRED | FIELD_CSV,
	      .label = N_("Scope"), .choices = certificate_scope_choices,
	      .synonyms = "lingkup"),
	FIELD(FIELD_TEXT, organiser, .flags = FIELD_CSV, .label = N_("Organiser"),
	      .synonyms = "penyelenggara;institusi penyelenggara"),
	FIELD(FIELD_TEXT, number, .flags = FIELD_CSV, .label = N_("Certificate number"),
	      .most = 80, .synonyms = "nomor sertifikat;no sertifikat"),
	FIELD(FIELD_DECIMAL, quantity, .flags = FIELD_CSV, .label = N_("Amount"),
	      .least = 0, .most = 10000000,
	      .synonyms = "jumlah;jumlah hari;jumlah jam"),
	FIELD(FIELD_CHOICE, basis, .flags = FIELD_CSV, .label = N_("Of what"),
	      .choices = conversion_basis_choices, .synonyms = "satuan"),
	FIELD(FIELD_DECIMAL, jp, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("JP"),
	      .least = 0, .most = 200000, .synonyms = "jumlah jp;lesson hours"),
	FIELD(FIELD_TEXT, jp_reason, .flags = FIELD_CSV,
	      .label = N_("Reason for other JP"), .synonyms = "alasan;alasan jp"),
	FIELD(FIELD_NOTE, notes, .flags = FIELD_CSV, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "title,organiser"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind certificate_kind = {
	.name = "certificate",
	.table = "certificates",
	.label = N_("Certificate"),
	.labels = N_("Certificates"),
	.size = sizeof(struct certificate),
	.fields = fields,
	.title = "title",
	.order = "starts",
	.complete = certificate_complete,
	.complete_changes = true,
	.check = certificate_check,
};
