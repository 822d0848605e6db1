#include "domain/participant.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF score
static const struct field fields[] = {
	FIELD(FIELD_REF, programme,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_REF, person, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Person"), .refers = "person", .heading = "nip"),
	FIELD(FIELD_DECIMAL, pre, .flags = FIELD_CSV, .label = N_("Pre-test"),
	      .least = 0, .most = 100000,
	      .synonyms = "pretest;pre test;nilai pre;pre score"),
	FIELD(FIELD_DECIMAL, post, .flags = FIELD_CSV, .label = N_("Post-test"),
	      .least = 0, .most = 100000,
	      .synonyms = "posttest;post test;nilai post;post score"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind score_kind = {
	.name = "score",
	.table = "scores",
	.label = N_("Score"),
	.labels = N_("Scores"),
	.size = sizeof(struct score),
	.fields = fields,
	.title = "person",
	.order = "person",
	.check = score_check,
};
