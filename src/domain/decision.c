#include "domain/survey.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/design.h"
#include "domain/save.h"
#include "rules.h"
#include "store/record.h"

/* clang-format off */
const struct choice need_cause_choices[] = {
	{ "skill", N_("Skill"), 'k' },
	{ "tool", N_("Tools"), 'a' },
	{ "motivation", N_("Motivation"), 'm' },
	{ "rule", N_("Rules"), 'r' },
	{ NULL, NULL, 0 },
};

const struct choice need_training_choices[] = {
	{ "yes", N_("Training solves it"), 'y' },
	{ "partly", N_("Training helps"), 's' },
	{ "no", N_("Training does not solve it"), 't' },
	{ NULL, NULL, 0 },
};

const struct choice dif_choices[] = {
	{ "low", N_("Low"), 'r' },
	{ "medium", N_("Medium"), 's' },
	{ "high", N_("High"), 't' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF decision
static const struct field fields[] = {
	FIELD(FIELD_REF, survey,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV | FIELD_ASSUMED,
	      .label = N_("Survey"), .refers = "survey",
	      .synonyms = "survei;kode survei"),
	FIELD(FIELD_REF, competency,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Competency"), .refers = "competency",
	      .synonyms = "kompetensi;kode kompetensi"),
	FIELD(FIELD_CHOICE, cause, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Cause"), .choices = need_cause_choices,
	      .synonyms = "penyebab;sebab"),
	FIELD(FIELD_CHOICE, training, .flags = FIELD_WANTED | FIELD_CSV,
	      .label = N_("Does training solve it"), .choices = need_training_choices,
	      .synonyms = "pelatihan"),
	FIELD(FIELD_CHOICE, form, .flags = FIELD_CSV, .label = N_("Form of learning"),
	      .choices = learning_form_choices, .synonyms = "bentuk"),
	FIELD(FIELD_NOTE, remark, .flags = FIELD_CSV, .label = N_("Reason"),
	      .synonyms = "alasan;catatan;reason"),
	FIELD(FIELD_CHOICE, difficulty, .flags = FIELD_CSV, .label = N_("Difficulty"),
	      .choices = dif_choices, .synonyms = "kesulitan"),
	FIELD(FIELD_CHOICE, weight, .flags = FIELD_CSV, .label = N_("Importance (DIF)"),
	      .choices = dif_choices, .synonyms = "kepentingan"),
	FIELD(FIELD_CHOICE, frequency, .flags = FIELD_CSV, .label = N_("Frequency"),
	      .choices = dif_choices, .synonyms = "keseringan;frekuensi"),
	FIELD(FIELD_INT, urgency, .flags = FIELD_CSV, .label = N_("Urgency"),
	      .least = 1, .most = 5, .synonyms = "urgensi;kemendesakan"),
	FIELD(FIELD_INT, seriousness, .flags = FIELD_CSV, .label = N_("Seriousness"),
	      .least = 1, .most = 5, .synonyms = "keseriusan"),
	FIELD(FIELD_INT, growth, .flags = FIELD_CSV, .label = N_("Growth"), .least = 1,
	      .most = 5, .synonyms = "pertumbuhan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind decision_kind = {
	.name = "decision",
	.table = "decisions",
	.label = N_("Decision"),
	.labels = N_("Decisions"),
	.size = sizeof(struct decision),
	.fields = fields,
	.title = "competency,training",
	.order = "competency",
	.check = decision_check,
	.assume = decision_assume,
};

bool decision_of(struct db *db, int64_t survey, int64_t competency, struct arena *arena,
		 struct decision *out, struct err *err)
{
	int64_t id = 0;

	record_init(&decision_kind, out);
	out->survey = survey;
	out->competency = competency;
	if (!record_find(db, &decision_kind, out, &id, err))
		return false;
	return id == 0 || record_load(db, &decision_kind, id, out, arena, err);
}
