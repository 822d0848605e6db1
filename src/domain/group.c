#include "domain/participant.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF group
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .least = 1, .most = 999,
	      .synonyms = "no;nomor;group number"),
	FIELD(FIELD_TEXT, name, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Name"),
	      .synonyms = "nama;kelompok;group name"),
	FIELD(FIELD_REF, leader, .flags = FIELD_WANTED, .label = N_("Leader"),
	      .refers = "person", .synonyms = "ketua;ketua kelompok"),
	FIELD(FIELD_REF, mentor, .flags = FIELD_WANTED, .label = N_("Mentor"),
	      .refers = "person", .synonyms = "pembimbing"),
	FIELD(FIELD_INT, seed, .flags = FIELD_FIXED, .label = N_("Seed of the division")),
	FIELD(FIELD_NOTE, rules, .flags = FIELD_FIXED, .label = N_("Rules of the division")),
	FIELD(FIELD_NOTE, reason, .label = N_("Reasons of changes"),
	      .synonyms = "alasan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind group_kind = {
	.name = "group",
	.table = "groups",
	.label = N_("Group"),
	.labels = N_("Groups"),
	.size = sizeof(struct group),
	.fields = fields,
	.title = "number,name",
	.order = "number",
	.complete = group_complete,
	.check = group_check,
	.follow = group_follow,
};
