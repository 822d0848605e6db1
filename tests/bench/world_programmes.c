#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "domain/feedback.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "world.h"

/* Programmes with their sessions, participants and feedback sheets. */
enum { YEARS = 4, SESSIONS = 4 };

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

int64_t count_programmes(const struct world *w)
{
	return w->programmes + WORLD_SPECIAL;
}

static const char *const topics[] = {
	"Literasi Data",	  "Pelayanan Publik Prima", "Manajemen Proyek",
	"Pengadaan Barang/Jasa",  "Keuangan Daerah",	    "Perencanaan Pembangunan",
	"Penyusunan Peraturan",	  "Kepemimpinan Pengawas",  "Kearsipan Digital",
	"Keamanan Informasi",	  "Komunikasi Publik",	    "Analisis Jabatan",
	"Manajemen Risiko",	  "Gizi dan Kesehatan",	    "Pendidikan Inklusif",
	"Penanggulangan Bencana",
};

const char *world_topic(int64_t i)
{
	return topics[i];
}

enum { LENGTH = 1, START, JP, TOPIC, FORM };

static struct date programme_start(const struct world *w, int64_t i)
{
	int year = WORLD_YEAR - (int)(i % YEARS);

	return date_add_days(date_of(year, 1, 12),
			     (int)world_below(w, STREAM_PROGRAMME, i, START, 330));
}

/* As it is on 4 May 2026. */
static const char *programme_status(const struct world *w, int64_t i)
{
	struct date today = date_of(WORLD_YEAR, 5, 4), starts;

	if (i < WORLD_SPECIAL)
		return i == PROGRAMME_SHEETS ? "done"
		       : i == PROGRAMME_GRID ? "running"
					     : "open";
	starts = programme_start(w, i);
	if (date_year(starts) < WORLD_YEAR)
		return "evaluated";
	if (date_compare(date_add_days(starts, 10), today) < 0)
		return "done";
	return date_compare(starts, today) <= 0			    ? "running"
	       : date_compare(starts, date_add_days(today, 60)) < 0 ? "open"
								    : "planned";
}

static bool is_over(const struct world *w, int64_t i)
{
	const char *status = programme_status(w, i);

	return strcmp(status, "done") == 0 || strcmp(status, "evaluated") == 0;
}

static void make_special(int64_t i, struct programme *p)
{
	static const char *const codes[] = { "ENROL26", "GRID26", "SHEETS26" };
	static const char *const titles[] = { "Pelatihan Dasar Massal", "Kelas Presensi",
					      "Webinar Nasional" };

	p->code = codes[i];
	p->title = titles[i];
	p->method = "workshop";
	p->starts = i == PROGRAMME_EMPTY  ? date_of(WORLD_YEAR, 8, 3)
		    : i == PROGRAMME_GRID ? date_of(WORLD_YEAR, 4, 27)
					  : date_of(WORLD_YEAR, 3, 2);
	p->ends = date_add_days(p->starts, 11);
	p->jp = 2400;
}

void make_programme(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	static const char *const forms[] = { "technical", "workshop",	"course",
					     "seminar",	  "e_learning", "functional" };
	struct programme *p = record;
	const char *topic =
		topics[world_below(w, STREAM_PROGRAMME, i, TOPIC, WORLD_TOPICS)];

	if (i < WORLD_SPECIAL) {
		make_special(i, p);
	} else {
		p->starts = programme_start(w, i);
		p->ends =
			date_add_days(p->starts, 2 + (int)world_below(w, STREAM_PROGRAMME,
								      i, LENGTH, 9));
		p->code = arena_printf(arena, "P%02d-%05d", date_year(p->starts) % 100,
				       (int)(i - WORLD_SPECIAL) + 1);
		p->title = arena_printf(arena, "Pelatihan %s Angkatan %d", topic,
					(int)(i / 16) + 1);
		p->method = forms[world_below(w, STREAM_PROGRAMME, i, FORM, 6)];
		p->jp = 800 + 400 * world_below(w, STREAM_PROGRAMME, i, JP, 8);
	}
	p->year = date_year(p->starts);
	p->capacity = 3000;
	p->status = programme_status(w, i);
}

int64_t count_sessions(const struct world *w)
{
	return w->programmes * SESSIONS + GRID_SESSIONS;
}

void make_session(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	struct session *s = record;
	struct programme p;
	int64_t own = i - GRID_SESSIONS, length;

	record_init(&programme_kind, &p);
	s->programme = i < GRID_SESSIONS ? PROGRAMME_GRID + 1
					 : 1 + WORLD_SPECIAL + own / SESSIONS;
	s->number = 1 + (i < GRID_SESSIONS ? i : own % SESSIONS);
	make_programme(w, s->programme - 1, arena, &p);
	length = p.ends.day - p.starts.day + 1;
	s->date = date_add_days(p.starts, (int)((s->number - 1) % length));
	s->topic = arena_printf(arena, "Sesi %d", (int)s->number);
	s->jp = i < GRID_SESSIONS ? 200 : p.jp / SESSIONS;
}

static int64_t evaluated(const struct world *w)
{
	return least(w->persons, EVALUATED_SHEETS);
}

static int64_t grid_people(const struct world *w)
{
	return least(w->persons, GRID_PEOPLE);
}

int64_t count_enrolments(const struct world *w)
{
	return grid_people(w) + evaluated(w) + w->programmes / 2 * w->together;
}

/* Where the i-th enrolment belongs: two neighbours share `together`, but not
 * evenly. */
static void place_enrolment(const struct world *w, int64_t i, int64_t *programme,
			    int64_t *nth)
{
	int64_t pair, rest, first;

	*programme = i < grid_people(w) ? PROGRAMME_GRID : PROGRAMME_SHEETS;
	*nth = i < grid_people(w) ? i : i - grid_people(w);
	i -= grid_people(w) + evaluated(w);
	if (i < 0)
		return;
	pair = i / w->together;
	rest = i % w->together;
	first = w->together / 4 +
		world_below(w, STREAM_ENROLMENT, pair, 0, w->together / 4 + 1);
	*programme = WORLD_SPECIAL + 2 * pair + (rest >= first);
	*nth = rest < first ? rest : rest - first;
}

static const char *enrolment_status(const struct world *w, int64_t i, int64_t programme)
{
	int64_t chance = world_below(w, STREAM_ENROLMENT, i, 1, 100);

	if (programme == PROGRAMME_GRID)
		return "accepted";
	if (!is_over(w, programme))
		return chance < 70 ? "accepted" : chance < 92 ? "nominated" : "waiting";
	return chance < 84   ? "completed"
	       : chance < 92 ? "failed"
	       : chance < 97 ? "withdrawn"
			     : "declined";
}

void make_enrolment(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	struct enrolment *e = record;
	int64_t programme, nth, start, step;

	(void)arena;
	place_enrolment(w, i, &programme, &nth);
	start = world_below(w, STREAM_ENROLMENT, programme, 2, w->persons);
	step = world_step(w->persons / 3 + world_below(w, STREAM_ENROLMENT, programme, 3,
						       w->persons / 3 + 1),
			  w->persons);
	e->programme = programme + 1;
	e->person = 1 + (start + nth * step) % w->persons;
	e->status = enrolment_status(w, i, programme);
}

int64_t count_sheets(const struct world *w)
{
	return w->sheets;
}

/* Those of the programme that is measured first; the others evenly, each year
 * but this one having run all of its programmes. */
void make_sheet(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	struct sheet *s = record;
	int64_t past = w->programmes / YEARS * (YEARS - 1), each, place;

	(void)arena;
	s->questionnaire = 1;
	s->programme = PROGRAMME_SHEETS + 1;
	s->number = i + 1;
	i -= evaluated(w);
	if (i < 0)
		return;
	past = past < 1 ? 1 : past;
	each = (w->sheets - evaluated(w) + past - 1) / past;
	place = WORLD_SPECIAL;
	s->programme = 1 + place + i / each;
	s->number = 1 + i % each;
}
