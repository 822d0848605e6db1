#include "domain/project.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice term_choices[] = {
	{ "short", N_("Short term"), 's' },
	{ "medium", N_("Medium term"), 'm' },
	{ "long", N_("Long term"), 'l' },
	{ NULL, NULL, 0 },
};

const struct choice verdict_choices[] = {
	{ "below", N_("Below plan"), 'b' },
	{ "as", N_("As planned"), 'a' },
	{ "above", N_("Above plan"), 'l' },
	{ NULL, NULL, 0 },
};

const struct choice outcome_choices[] = {
	{ "adopted", N_("Adopted"), 'a' },
	{ "partly", N_("Partly adopted"), 'p' },
	{ "dropped", N_("Dropped"), 'd' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF milestone
static const struct field fields[] = {
	FIELD(FIELD_REF, project, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Project"), .refers = "project",
	      .synonyms = "proyek;project title"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .synonyms = "no;nomor", .least = 1, .most = 99),
	FIELD(FIELD_CHOICE, term, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Term"),
	      .choices = term_choices, .synonyms = "jangka"),
	FIELD(FIELD_TEXT, text, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Milestone"),
	      .synonyms = "tahapan;uraian;milestone;description"),
	FIELD(FIELD_DATE, due, .flags = FIELD_WANTED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Due on"), .synonyms = "tenggat;deadline;due date"),
	FIELD(FIELD_DATE, done, .flags = FIELD_CSV, .label = N_("Done on"),
	      .synonyms = "selesai;done date;finished"),
	FIELD(FIELD_TEXT, evidence, .flags = FIELD_CSV, .label = N_("Evidence"),
	      .synonyms = "bukti"),
	FIELD(FIELD_CHOICE, verdict, .flags = FIELD_CSV, .label = N_("Verdict"),
	      .choices = verdict_choices, .synonyms = "capaian;achievement"),
	FIELD(FIELD_CHOICE, outcome, .label = N_("What became of it"),
	      .choices = outcome_choices, .synonyms = "tindak lanjut;outcome"),
	FIELD(FIELD_NOTE, effect, .label = N_("Effect, or reason"),
	      .synonyms = "dampak;manfaat;alasan"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind milestone_kind = {
	.name = "milestone",
	.table = "milestones",
	.label = N_("Milestone"),
	.labels = N_("Milestones"),
	.size = sizeof(struct milestone),
	.fields = fields,
	.title = "number,text",
	.order = "number",
	.complete = milestone_complete,
	.check = milestone_check,
};
