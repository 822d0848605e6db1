#include "base/i18n.h"
#include "domain/feedback.h"
#include "domain/finding.h"

/* clang-format off */
#define FIELD_OF comment_tag
static const struct field fields[] = {
	FIELD(FIELD_REF, programme, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT,
	      .label = N_("Programme"), .refers = "programme"),
	FIELD(FIELD_NOTE, comment, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_FIXED,
	      .label = N_("Comment")),
	FIELD(FIELD_CHOICE, kind, .flags = FIELD_REQUIRED | FIELD_KEY, .label = N_("Kind"),
	      .choices = improvement_kind_choices),
	FIELD(FIELD_TEXT, theme, .label = N_("Theme"), .most = 60),
	FIELD(FIELD_REF, finding, .label = N_("Finding"), .refers = "finding"),
	{ .type = FIELD_END },
};
/* clang-format on */

/* The words of the comment are no part of its title, form or list: they are
 * read where feedback_minimum is heeded, and history does not repeat them. */
const struct kind comment_tag_kind = {
	.name = "comment_tag",
	.table = "comment_tags",
	.label = N_("Tag of a comment"),
	.labels = N_("Tags of comments"),
	.size = sizeof(struct comment_tag),
	.fields = fields,
	.title = "kind,theme",
	.order = "comment",
};
