#ifndef TESTS_UNIT_SESSIONS_H
#define TESTS_UNIT_SESSIONS_H

#include "office.h"

static inline struct programme run(const char *code, struct date starts, struct date ends)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = code;
	p.year = 2026;
	p.title = "Manajemen Proyek";
	p.starts = starts;
	p.ends = ends;
	good(&programme_kind, &p);
	return p;
}

/* Not yet stored; without an end it lasts 2 JP. */
static inline struct session hold(int64_t programme, struct date day, const char *starts,
			   const char *ends)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = programme;
	s.date = day;
	s.topic = "Sesi";
	s.starts = starts;
	s.ends = ends;
	s.jp = *ends == '\0' ? 200 : NUMBER_NONE;
	return s;
}

#endif
