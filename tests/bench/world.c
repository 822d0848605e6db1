#include "world.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/survey.h"

enum { NEED_RATERS = 2, CERTIFICATE_EACH = 4 };

uint64_t world_hash(const struct world *w, enum stream stream, int64_t i, int64_t part)
{
	uint64_t x = w->seed + (uint64_t)stream * UINT64_C(0x9e3779b97f4a7c15) +
		     (uint64_t)part * UINT64_C(0xd1342543de82ef95) +
		     (uint64_t)i * UINT64_C(0xbf58476d1ce4e5b9);

	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

int64_t world_below(const struct world *w, enum stream stream, int64_t i, int64_t part,
		    int64_t below)
{
	return (int64_t)(world_hash(w, stream, i, part) % (uint64_t)below);
}

static int64_t common(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

int64_t world_step(int64_t step, int64_t count)
{
	while (common(step, count) != 1)
		step++;
	return step;
}

/* The golden section of all, so that neighbours come to lie far apart. */
int64_t world_scatter(int64_t i, int64_t count)
{
	return i * world_step(count * 618 / 1000 + 1, count) % count;
}

void world_of(struct world *w, int64_t persons)
{
	int64_t together = persons < 500 ? persons / 2 * 2 : 500;

	*w = (struct world){ .seed = 20260504, .persons = persons, .together = together };
	w->units = persons / 500 < 1 ? 1 : persons / 500;
	w->programmes = persons / 50 < 2 ? 2 : persons / 50 / 2 * 2;
	w->raters = persons < 20000 ? persons : 20000;
	w->sheets =
		persons / 5 + (persons < EVALUATED_SHEETS ? persons : EVALUATED_SHEETS);
}

bool world_size(struct world *w, const char *size)
{
	if (strcmp(size, "office") == 0) {
		world_of(w, 20000);
	} else if (strcmp(size, "province") == 0) {
		world_of(w, 200000);
	} else if (strcmp(size, "nation") == 0) {
		world_of(w, 5000000);
		w->units = 5000;
		w->programmes = 20000;
		w->together = 3000;
		w->sheets = 1000000;
	} else {
		return false;
	}
	return true;
}

static int64_t units(const struct world *w)
{
	return w->units;
}

static int64_t persons(const struct world *w)
{
	return w->persons;
}

static int64_t competencies(const struct world *w)
{
	(void)w;
	return WORLD_COMPETENCIES;
}

static void make_competency(const struct world *w, int64_t i, struct arena *arena,
			    void *record)
{
	static const char *const names[WORLD_COMPETENCIES] = {
		"Integritas",
		"Kerja Sama",
		"Komunikasi",
		"Orientasi pada Hasil",
		"Pelayanan Publik",
		"Pengembangan Diri dan Orang Lain",
		"Mengelola Perubahan",
		"Pengambilan Keputusan",
		"Perekat Bangsa",
		"Manajemen Proyek",
		"Literasi Data",
		"Pengadaan Barang dan Jasa",
		"Pengelolaan Keuangan Daerah",
		"Perencanaan Pembangunan",
		"Penyusunan Peraturan",
	};
	struct competency *c = record;

	(void)w;
	c->code = arena_printf(arena, "K%02d", (int)i + 1);
	c->name = names[i];
	c->kind = i < 8 ? "managerial" : i == 8 ? "sociocultural" : "technical";
}

static int64_t standards(const struct world *w)
{
	(void)w;
	return (int64_t)WORLD_POSITIONS * WORLD_COMPETENCIES;
}

static void make_standard(const struct world *w, int64_t i, struct arena *arena,
			  void *record)
{
	struct standard *s = record;

	(void)arena;
	s->position = world_position(i / WORLD_COMPETENCIES);
	s->competency = 1 + i % WORLD_COMPETENCIES;
	s->level = 2 + world_below(w, STREAM_NEED, i, 1, 3);
}

static int64_t one(const struct world *w)
{
	(void)w;
	return 1;
}

static void make_questionnaire(const struct world *w, int64_t i, struct arena *arena,
			       void *record)
{
	struct questionnaire *q = record;

	(void)w;
	(void)i;
	(void)arena;
	q->code = "REAKSI";
	q->title = "Evaluasi penyelenggaraan";
	q->level = "reaction";
}

static int64_t items(const struct world *w)
{
	(void)w;
	return WORLD_ITEMS;
}

static void make_item(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	static const struct {
		const char *dimension, *text;
	} all[WORLD_ITEMS] = {
		{ "material", "Materi sesuai dengan kebutuhan pekerjaan" },
		{ "material", "Materi mudah dipahami" },
		{ "trainer", "Pengajar menguasai materi" },
		{ "trainer", "Pengajar menjawab pertanyaan dengan jelas" },
		{ "method", "Metode pembelajaran mendorong keterlibatan peserta" },
		{ "method", "Waktu untuk praktik cukup" },
		{ "facility", "Ruang dan perlengkapan memadai" },
		{ "meals", "Konsumsi memadai" },
		{ "organisation", "Panitia tanggap terhadap kebutuhan peserta" },
		{ "organisation", "Informasi sebelum pelatihan jelas" },
		{ "relevance", "Pelatihan berguna bagi pekerjaan saya" },
		{ "confidence", "Saya yakin dapat menerapkan hasil pelatihan" },
	};
	struct item *it = record;

	(void)w;
	(void)arena;
	it->questionnaire = 1;
	it->number = i + 1;
	it->dimension = all[i].dimension;
	it->kind = "likert";
	it->scale = 5;
	it->text = all[i].text;
}

static int64_t certificates(const struct world *w)
{
	return w->persons / CERTIFICATE_EACH;
}

static void make_certificate(const struct world *w, int64_t i, struct arena *arena,
			     void *record)
{
	struct certificate *c = record;
	int year = WORLD_YEAR - (int)world_below(w, STREAM_CERTIFICATE, i, 1, 2);
	int span = year == WORLD_YEAR ? 110 : 340;

	c->person = 1 + world_scatter(i, w->persons);
	c->title = arena_printf(
		arena, "Webinar %s",
		world_topic(world_below(w, STREAM_CERTIFICATE, i, 2, WORLD_TOPICS)));
	c->starts = date_add_days(date_of(year, 1, 5),
				  (int)world_below(w, STREAM_CERTIFICATE, i, 3, span));
	c->ends = c->starts;
	c->year = year;
	c->form = "seminar";
	c->scope = "national";
	c->organiser = "Lembaga Administrasi Negara";
	c->number = arena_printf(arena, "SERT/%d/%07d", year, (int)i + 1);
	c->jp = 200 + 200 * world_below(w, STREAM_CERTIFICATE, i, 4, 10);
}

static void make_survey(const struct world *w, int64_t i, struct arena *arena,
			void *record)
{
	struct survey *s = record;

	(void)w;
	(void)i;
	(void)arena;
	s->code = "AKPK26";
	s->year = WORLD_YEAR;
	s->title = "Analisis kebutuhan 2026";
	s->raters = "both";
	s->status = "open";
}

static int64_t needs(const struct world *w)
{
	return w->raters * WORLD_COMPETENCIES * NEED_RATERS;
}

static void make_need(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	struct need *n = record;
	int64_t place = i / NEED_RATERS;

	(void)arena;
	n->survey = 1;
	n->person = 1 + place / WORLD_COMPETENCIES;
	n->competency = 1 + place % WORLD_COMPETENCIES;
	n->rater = i % NEED_RATERS == 0 ? "self" : "superior";
	n->level = 1 + world_below(w, STREAM_NEED, i, 2, 5);
	n->importance = 2 + world_below(w, STREAM_NEED, i, 3, 4);
}

int64_t world_answer(const struct world *w, int64_t sheet, int64_t item)
{
	int64_t chance = world_below(w, STREAM_ANSWER, sheet, item, 100);

	return chance < 3 ? 1 : chance < 10 ? 2 : chance < 30 ? 3 : chance < 70 ? 4 : 5;
}

const struct world_table world_tables[] = {
	{ &unit_kind, units, make_unit, false, 220 },
	{ &person_kind, persons, make_person, true, 700 },
	{ &competency_kind, competencies, make_competency, false, 400 },
	{ &standard_kind, standards, make_standard, false, 300 },
	{ &questionnaire_kind, one, make_questionnaire, false, 400 },
	{ &item_kind, items, make_item, false, 400 },
	{ &programme_kind, count_programmes, make_programme, false, 900 },
	{ &session_kind, count_sessions, make_session, true, 200 },
	{ &enrolment_kind, count_enrolments, make_enrolment, true, 130 },
	{ &certificate_kind, certificates, make_certificate, true, 420 },
	{ &survey_kind, one, make_survey, false, 300 },
	{ &need_kind, needs, make_need, true, 140 },
	{ &sheet_kind, count_sheets, make_sheet, true, 160 + WORLD_ITEMS * 100 },
	{ NULL, NULL, NULL, false, 0 },
};

const struct world_table *world_table_of(const struct kind *kind)
{
	const struct world_table *t = world_tables;

	while (t->kind && t->kind != kind)
		t++;
	return t;
}

/* An index is sorted beside the file before it is written into it. */
int64_t world_bytes(const struct world *w)
{
	int64_t all = 1 << 20;

	for (const struct world_table *t = world_tables; t->kind; t++)
		all += t->count(w) * t->bytes;
	return all + all / 2;
}
