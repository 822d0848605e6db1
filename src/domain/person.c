#include "domain/office.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice employment_choices[] = {
	{ "PNS", N_("PNS"), 'p' },
	{ "PPPK", N_("PPPK"), 'k' },
	{ "CPNS", N_("CPNS"), 'c' },
	{ "NONASN", N_("Not a civil servant"), 'n' },
	{ NULL, NULL, 0 },
};

const struct choice sex_choices[] = {
	{ "L", N_("Male"), 'l' },
	{ "P", N_("Female"), 'p' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF person
static const struct field fields[] = {
	FIELD(FIELD_NIP, nip, .flags = FIELD_KEY | FIELD_SORT | FIELD_CSV, .label = N_("NIP"),
	      .synonyms = "no nip;nomor induk pegawai;nip baru;employee number"
			  ";employee no;employee id"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_NAME | FIELD_CSV,
	      .label = N_("Name"),
	      .synonyms = "nama;nama lengkap;nama pegawai;full name;employee name"),
	FIELD(FIELD_REF, unit, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Unit"),
	      .refers = "unit",
	      .synonyms = "unit kerja;opd;instansi;satuan kerja;unit name;office"
			  ";work unit"),
	FIELD(FIELD_TEXT, grade, .flags = FIELD_CSV, .label = N_("Grade"), .most = 8,
	      .synonyms = "gol;golongan;gol ruang;pangkat gol;rank"),
	FIELD(FIELD_TEXT, position, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Position"),
	      .synonyms = "jabatan;job title;job"),
	FIELD(FIELD_CHOICE, employment, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Employment"), .choices = employment_choices,
	      .synonyms = "status;status kepegawaian;status asn;employment status"),
	FIELD(FIELD_TEXT, email, .flags = FIELD_CSV, .label = N_("E-mail"), .most = 120,
	      .synonyms = "surel;e mail;alamat email;email address"),
	FIELD(FIELD_TEXT, phone, .flags = FIELD_CSV, .label = N_("Phone"), .most = 40,
	      .synonyms = "no hp;hp;telepon;no telepon;nomor hp;wa;mobile;mobile phone"
			  ";phone number"),
	FIELD(FIELD_DATE, birth, .label = N_("Born on"),
	      .synonyms = "tanggal lahir;tgl lahir;birth date;date of birth"),
	FIELD(FIELD_CHOICE, sex, .label = N_("Sex"), .choices = sex_choices,
	      .synonyms = "jenis kelamin;jk;l p;gender"),
	FIELD(FIELD_NOTE, notes, .label = N_("Notes"),
	      .synonyms = "catatan;keterangan;remarks"),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED | FIELD_SORT, .label = N_("Search key"),
	      .refers = "name,nip"),
	{ .type = FIELD_END },
};
/* clang-format on */

/* What triggers do when a person changes or goes, for many new ones at once: how
 * many each unit has, and in which years they have how much JP already. */
static const char *const counted[] = {
	"INSERT INTO jp_counts"
	" SELECT 0, coalesce(unit, -1), employment, 0, count(*) FROM persons"
	"  WHERE id BETWEEN :first AND :last GROUP BY 2, 3"
	" ON CONFLICT DO UPDATE SET people = people + excluded.people",
	"INSERT INTO jp_counts"
	" SELECT y.year, coalesce(p.unit, -1), p.employment,"
	"        y.programmes + y.certificates, count(*)"
	"   FROM jp_years y CROSS JOIN persons p ON p.id = y.person"
	"  WHERE y.person BETWEEN :first AND :last AND y.programmes + y.certificates <> 0"
	"  GROUP BY 1, 2, 3, 4"
	" ON CONFLICT DO UPDATE SET people = people + excluded.people",
	NULL,
};

const struct kind person_kind = {
	.name = "person",
	.table = "persons",
	.label = N_("Person"),
	.labels = N_("Persons"),
	.size = sizeof(struct person),
	.fields = fields,
	.title = "name",
	.order = "search",
	.find = true,
	.counted = counted,
	.complete = person_complete,
	.check = person_check,
};
