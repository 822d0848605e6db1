#include "domain/design.h"

#include <string.h>

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice learning_form_choices[] = {
	{ "structural", N_("Structural leadership training"), 0 },
	{ "managerial", N_("Managerial training"), 0 },
	{ "technical", N_("Technical training"), 0 },
	{ "functional", N_("Functional training"), 0 },
	{ "sociocultural", N_("Socio-cultural training"), 0 },
	{ "seminar", N_("Seminar"), 0 },
	{ "workshop", N_("Workshop"), 0 },
	{ "course", N_("Course"), 0 },
	{ "upgrading", N_("Upgrading course"), 0 },
	{ "guidance", N_("Technical guidance"), 0 },
	{ "socialisation", N_("Socialisation"), 0 },
	{ "coaching", N_("Coaching"), 0 },
	{ "mentoring", N_("Mentoring"), 0 },
	{ "e_learning", N_("E-learning"), 0 },
	{ "distance", N_("Distance training"), 0 },
	{ "secondment", N_("Secondment"), 0 },
	{ "outdoor", N_("Outdoor learning"), 0 },
	{ "benchmarking", N_("Benchmarking"), 0 },
	{ "exchange", N_("Exchange with the private sector"), 0 },
	{ "self_study", N_("Self-study"), 0 },
	{ "community", N_("Community of practice"), 0 },
	{ "on_the_job", N_("Guidance at work"), 0 },
	{ "internship", N_("Internship"), 0 },
	{ "project_based", N_("Project-based programme"), 0 },
	{ NULL, NULL, 0 },
};

#define FIELD_OF planned_session
static const struct field fields[] = {
	FIELD(FIELD_REF, revision,
	      .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Programme"), .refers = "revision", .through = "programme",
	      .heading = "programme",
	      .synonyms = "program;kode program;programme code;program code"),
	FIELD(FIELD_INT, number, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Number"), .synonyms = "no;nomor", .least = 1, .most = 999),
	FIELD(FIELD_INT, day, .flags = FIELD_CSV, .label = N_("Day of the programme"),
	      .least = 1, .most = 999, .synonyms = "hari;hari ke"),
	FIELD(FIELD_TEXT, topic, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("Topic"),
	      .synonyms = "materi;topik;subject"),
	FIELD(FIELD_CHOICE, form, .flags = FIELD_CSV, .label = N_("Form of learning"),
	      .choices = learning_form_choices, .synonyms = "bentuk"),
	FIELD(FIELD_DECIMAL, jp, .flags = FIELD_REQUIRED | FIELD_CSV, .label = N_("JP"),
	      .least = 0, .most = 10000, .synonyms = "jumlah jp;hours;lesson hours"),
	FIELD(FIELD_TIME, starts, .label = N_("From"),
	      .synonyms = "mulai;jam mulai;start time"),
	FIELD(FIELD_TIME, ends, .label = N_("To"),
	      .synonyms = "selesai;jam selesai;end time"),
	{ .type = FIELD_END },
};
/* clang-format on */

const char *learning_form_path(const char *code)
{
	static const char *const classical[] = {
		"structural",	 "managerial", "technical",	"functional",
		"sociocultural", "seminar",    "workshop",	"course",
		"upgrading",	 "guidance",   "socialisation",
	};

	if (*code == '\0' || strcmp(code, "project_based") == 0)
		return "";
	for (size_t i = 0; i < sizeof classical / sizeof *classical; i++) {
		if (strcmp(classical[i], code) == 0)
			return "classical";
	}
	return "nonclassical";
}

const struct kind planned_session_kind = {
	.name = "planned_session",
	.table = "planned_sessions",
	.label = N_("Planned session"),
	.labels = N_("Planned sessions"),
	.size = sizeof(struct planned_session),
	.fields = fields,
	.title = "number,topic",
	.order = "number",
	.complete = planned_session_complete,
	.complete_changes = true,
	.check = planned_session_check,
};
