#include "domain/certificate.h"

#include "base/i18n.h"
#include "domain/design.h"
#include "rules.h"

/* clang-format off */
const struct choice certificate_scope_choices[] = {
	{ "national", N_("National"), 'n' },
	{ "international", N_("International"), 'i' },
	{ NULL, NULL, 0 },
};

const struct choice conversion_basis_choices[] = {
	{ "curriculum", N_("JP of the curriculum"), 'k' },
	{ "day", N_("Days"), 'h' },
	{ "event", N_("Events"), 'a' },
	{ "minute", N_("Minutes"), 'm' },
	{ "module", N_("Modules"), 'd' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF conversion
static const struct field fields[] = {
	FIELD(FIELD_CHOICE, form, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Form of learning"), .choices = learning_form_choices,
	      .synonyms = "bentuk"),
	FIELD(FIELD_CHOICE, scope, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Scope"), .choices = certificate_scope_choices,
	      .synonyms = "lingkup"),
	FIELD(FIELD_CHOICE, basis, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_CSV,
	      .label = N_("Basis"), .choices = conversion_basis_choices,
	      .synonyms = "dasar"),
	FIELD(FIELD_DECIMAL, factor, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("JP"), .least = 0, .most = 200000, .synonyms = "faktor;jp"),
	FIELD(FIELD_INT, per, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Per"),
	      .least = 1, .most = 10000, .synonyms = "per"),
	FIELD(FIELD_DECIMAL, cap, .flags = FIELD_CSV, .label = N_("At most (JP)"),
	      .least = 0, .most = 200000, .synonyms = "batas;paling banyak"),
	FIELD(FIELD_TEXT, source, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Legal source"), .synonyms = "dasar hukum;sumber"),
	FIELD(FIELD_BOOL, verified, .flags = FIELD_CSV, .label = N_("Verified"),
	      .synonyms = "terverifikasi;diverifikasi"),
	FIELD(FIELD_DATE, valid_from, .flags = FIELD_CSV, .label = N_("Valid from"),
	      .synonyms = "berlaku sejak;berlaku mulai"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind conversion_kind = {
	.name = "conversion",
	.table = "conversions",
	.label = N_("Conversion into JP"),
	.labels = N_("Conversions into JP"),
	.size = sizeof(struct conversion),
	.fields = fields,
	.title = "form,basis",
	.order = "form",
	.complete = conversion_complete,
	.check = conversion_check,
};
