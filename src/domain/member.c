#include "domain/participant.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF member
static const struct field fields[] = {
	FIELD(FIELD_REF, group, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Group"), .refers = "group",
	      .synonyms = "kelompok;group number"),
	FIELD(FIELD_REF, person, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_TEXT, role, .flags = FIELD_CSV, .label = N_("Role"),
	      .synonyms = "peran"),
	FIELD(FIELD_BOOL, locked, .label = N_("Stays in this group")),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind member_kind = {
	.name = "member",
	.table = "members",
	.label = N_("Member"),
	.labels = N_("Members"),
	.size = sizeof(struct member),
	.fields = fields,
	.title = "person",
	.order = "person",
	.check = member_check,
	.follow = member_follow,
};
