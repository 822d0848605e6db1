#include "domain/programme.h"

#include "base/i18n.h"

/* clang-format off */
const struct choice partner_role_choices[] = {
	{ "organiser", N_("Organiser"), 'o' },
	{ "trainer", N_("Trainer"), 't' },
	{ "venue", N_("Venue"), 'v' },
	{ "funding", N_("Funding"), 'f' },
	{ "mentoring", N_("Mentoring"), 'm' },
	{ "client", N_("Project client"), 'c' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF programme_partner
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_REF, partner, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Partner"), .refers = "partner",
	      .synonyms = "mitra;kode mitra;partner code"),
	FIELD(FIELD_CHOICE, role, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Role"), .choices = partner_role_choices, .synonyms = "peran"),
	FIELD(FIELD_TEXT, notes, .label = N_("Notes")),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind programme_partner_kind = {
	.name = "programme_partner",
	.table = "programme_partners",
	.label = N_("Partner of a programme"),
	.labels = N_("Partners of a programme"),
	.size = sizeof(struct programme_partner),
	.fields = fields,
	.title = "partner",
	.order = "partner",
};
