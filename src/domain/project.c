#include "domain/project.h"

#include "base/i18n.h"
#include "rules.h"

/* clang-format off */
const struct choice project_status_choices[] = {
	{ "idea", N_("Idea"), 'i' },
	{ "planned", N_("Planned"), 'p' },
	{ "running", N_("Running"), 'r' },
	{ "done", N_("Done"), 's' },
	{ "adopted", N_("Adopted"), 'a' },
	{ "dropped", N_("Dropped"), 'd' },
	{ NULL, NULL, 0 },
};

const struct choice light_choices[] = {
	{ "green", N_("Green"), 'g' },
	{ "amber", N_("Amber"), 'a' },
	{ "red", N_("Red"), 'r' },
	{ NULL, NULL, 0 },
};

#define FIELD_OF project
static const struct field fields[] = {
	FIELD(FIELD_REF, group, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_PARENT | FIELD_CSV,
	      .label = N_("Group"), .refers = "group",
	      .synonyms = "kelompok;group number"),
	FIELD(FIELD_TEXT, title, .flags = FIELD_REQUIRED | FIELD_KEY | FIELD_SORT | FIELD_CSV,
	      .label = N_("Title"), .synonyms = "judul;proyek;project;project title"),
	FIELD(FIELD_NOTE, problem, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Problem"),
	      .synonyms = "masalah"),
	FIELD(FIELD_NOTE, idea, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Idea"),
	      .synonyms = "gagasan"),
	FIELD(FIELD_TEXT, client, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Client"),
	      .synonyms = "penerima manfaat;beneficiary"),
	FIELD(FIELD_REF, partner, .flags = FIELD_CSV, .label = N_("Partner"),
	      .refers = "partner", .synonyms = "mitra;kode mitra;partner code"),
	FIELD(FIELD_NOTE, outputs, .flags = FIELD_CSV, .label = N_("Outputs"),
	      .synonyms = "hasil;keluaran;results"),
	FIELD(FIELD_TEXT, indicator, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Indicator"),
	      .synonyms = "indikator"),
	FIELD(FIELD_DECIMAL, baseline, .flags = FIELD_CSV, .label = N_("Baseline"),
	      .least = -1000000000000, .most = 1000000000000, .synonyms = "kondisi awal"),
	FIELD(FIELD_DECIMAL, target, .flags = FIELD_WANTED | FIELD_CSV, .label = N_("Target"),
	      .least = -1000000000000, .most = 1000000000000),
	FIELD(FIELD_DECIMAL, actual, .flags = FIELD_CSV, .label = N_("Actual"),
	      .least = -1000000000000, .most = 1000000000000,
	      .synonyms = "realisasi;capaian"),
	FIELD(FIELD_DATE, starts, .flags = FIELD_CSV, .label = N_("Starts on"),
	      .synonyms = "mulai;tanggal mulai;start date"),
	FIELD(FIELD_DATE, due, .flags = FIELD_SORT | FIELD_CSV, .label = N_("Due on"),
	      .synonyms = "tenggat;deadline;due date"),
	FIELD(FIELD_CHOICE, status, .flags = FIELD_REQUIRED | FIELD_SORT | FIELD_CSV,
	      .label = N_("Status"), .choices = project_status_choices),
	FIELD(FIELD_CHOICE, light, .label = N_("Traffic light"), .choices = light_choices),
	FIELD(FIELD_TEXT, light_reason, .label = N_("Reason for the light")),
	FIELD(FIELD_INT, presents, .flags = FIELD_SORT, .label = N_("Presents as number"),
	      .least = 1, .most = 999, .synonyms = "urutan tampil;urutan presentasi"),
	FIELD(FIELD_INT, seed, .flags = FIELD_FIXED, .label = N_("Seed of the order")),
	FIELD(FIELD_SEARCH, search, .flags = FIELD_FIXED, .label = N_("Search key"),
	      .refers = "title,client"),
	{ .type = FIELD_END },
};
/* clang-format on */

const struct kind project_kind = {
	.name = "project",
	.table = "projects",
	.label = N_("Project"),
	.labels = N_("Projects"),
	.size = sizeof(struct project),
	.fields = fields,
	.title = "title",
	.order = "title",
	.complete = project_complete,
	.check = project_check,
};
