#include "domain/office.h"

#include "base/i18n.h"

/* clang-format off */
#define FIELD_OF trainer
static const struct field fields[] = {
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_NAME | FIELD_CSV,
	      .label = N_("Name"),
	      .synonyms = "nama;nama pengajar;narasumber;trainer name;full name"),
	FIELD(FIELD_REF, person, .flags = FIELD_CSV, .label = N_("Civil servant"),
	      .refers = "person", .heading = "nip"),
	FIELD(FIELD_REF, partner, .flags = FIELD_CSV, .label = N_("Partner"),
	      .refers = "partner",
	      .synonyms = "mitra;instansi;organisation;organization"),
	FIELD(FIELD_TEXT, expertise, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Expertise"),
	      .synonyms = "keahlian;bidang;subject;field"),
	FIELD(FIELD_TEXT, email, .flags = FIELD_CSV, .label = N_("E-mail"), .most = 120,
	      .synonyms = "surel;e mail;alamat email;email address"),
	FIELD(FIELD_TEXT, phone, .flags = FIELD_CSV, .label = N_("Phone"), .most = 40,
	      .synonyms = "telepon;no telepon;no hp;phone number;mobile"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED | FIELD_SORT, .label = N_("Search key"),
	      .refers = "name"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind trainer_kind = {
	.name = "trainer",
	.table = "trainers",
	.label = N_("Trainer"),
	.labels = N_("Trainers"),
	.size = sizeof(struct trainer),
	.fields = fields,
	.title = "name",
	.order = "search",
};
