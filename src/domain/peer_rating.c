#include "domain/assessment.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
#define FIELD_OF peer_rating
#define PEER(member_, label_) \
	FIELD(FIELD_INT, member_, .label = (label_), .least = 1, .most = RUBRIC_LEVELS)
/* No field is for files: who rated whom leaves the office file in none. */
static const struct field fields[] = {
	FIELD(FIELD_REF, group, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT,
	      .label = N_("Group"), .refers = "group"),
	FIELD(FIELD_REF, rater, .flags = FIELD_REQUIRED | FIELD_KEY, .label = N_("Rater"),
	      .refers = "person"),
	FIELD(FIELD_REF, rated, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT,
	      .label = N_("Rated"), .refers = "person"),
	PEER(attendance, N_("Attendance")),
	PEER(tasks, N_("Own tasks")),
	PEER(explaining, N_("Explaining")),
	PEER(activity, N_("Activity")),
	PEER(solutions, N_("Solutions")),
	PEER(role, N_("Part played")),
	{ .type = FIELD_END },
};
/* clang-format on */

const char *const peer_criteria[PEER_CRITERIA] = { "attendance", "tasks",
						   "explaining", "activity",
						   "solutions",	 "role" };

/* Keys at random and the day alone in the history, as for feedback; a rating
 * is named by the one who is rated. */
const struct kind peer_rating_kind = {
	.name = "peer_rating",
	.table = "peer_ratings",
	.label = N_("Peer rating"),
	.labels = N_("Peer ratings"),
	.size = sizeof(struct peer_rating),
	.fields = fields,
	.title = "rated",
	.order = "rated",
	.private_keys = true,
	.check = peer_rating_check,
};
