#include "domain/office.h"

#include "base/i18n.h"

/* clang-format off */
const struct choice partner_type_choices[] = {
	{ "government", N_("Government"), 'g' },
	{ "university", N_("University"), 'u' },
	{ "ngo", N_("NGO"), 'n' },
	{ "private", N_("Private company"), 'p' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF partner
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Code"), .most = 20,
	      .synonyms = "kode;kode mitra;partner code"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Name"),
	      .synonyms = "nama;nama mitra;mitra;partner name;organisation;organization"),
	FIELD(FIELD_CHOICE, kind, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Kind"),
	      .choices = partner_type_choices, .synonyms = "jenis;type"),
	FIELD(FIELD_TEXT, agreement, .label = N_("Agreement number"),
	      .synonyms = "nomor mou;no mou;mou;pks;agreement number"),
	FIELD(FIELD_DATE, agreement_ends, .label = N_("Agreement ends"),
	      .synonyms = "berakhir;masa berlaku;valid until"),
	FIELD(FIELD_TEXT, contact, .flags = FIELD_WANTED, .label = N_("Contact person"),
	      .synonyms = "kontak;narahubung;contact person"),
	FIELD(FIELD_TEXT, email, .label = N_("E-mail"), .most = 120,
	      .synonyms = "surel;e mail;alamat email;email address"),
	FIELD(FIELD_TEXT, phone, .label = N_("Phone"), .most = 40,
	      .synonyms = "telepon;no telepon;no hp;phone number;mobile"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "code,name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind partner_kind = {
	.name = "partner",
	.table = "partners",
	.label = N_("Partner"),
	.labels = N_("Partners"),
	.size = sizeof(struct partner),
	.fields = fields,
	.title = "name",
	.order = "code",
};
