#ifndef DOMAIN_ENROLLED_H
#define DOMAIN_ENROLLED_H

/*
 * What several statements say of enrolments, said once.
 */

/* Enrolments `e` that hold a place, as enrolment_holds_place says. */
#define HOLDS_PLACE(e) e ".status NOT IN ('declined', 'withdrawn', 'waiting')"

/* The status of those who took part in the programme `p`, an expression: who
 * completed, or as long as nobody did, who was accepted. */
#define TOOK_PART(p)                                                   \
	"CASE WHEN EXISTS (SELECT 1 FROM enrolments WHERE programme = " p \
	" AND status = 'completed') THEN 'completed' ELSE 'accepted' END"

/* Programmes `r` that are over, as programme_is_over says. */
#define PROGRAMME_OVER(r) r ".status IN ('done', 'evaluated')"

/* Enrolments `e` in programmes `r` that give lesson hours, and how many. */
#define CREDITED                                                      \
	" e.status = 'completed' AND " PROGRAMME_OVER("r")
#define CREDITED_JP "coalesce(e.jp, r.jp)"

/* All JP of the year :year, a row each: of programmes (outside 0) and of
 * certificates (outside 1). */
#define JP_EARNED                                                              \
	"SELECT e.person, " CREDITED_JP " AS jp, 0 AS outside FROM enrolments e" \
	"  JOIN programmes r ON r.id = e.programme"                            \
	" WHERE r.year = :year AND " CREDITED                                   \
	" UNION ALL SELECT c.person, c.jp, 1 FROM certificates c"              \
	" WHERE c.year = :year AND c.jp IS NOT NULL"

/* The table `part`: sessions with JP of the programmes `earned` by form of
 * learning, which is that of the programme where a session names none. */
#define JP_PARTS                                                             \
	" part AS ("                                                         \
	" SELECT d.id, CASE WHEN s.form <> '' THEN s.form ELSE d.method END" \
	"        AS form, sum(s.jp) AS jp"                                   \
	"   FROM earned d JOIN sessions s ON s.programme = d.id"             \
	"  WHERE s.jp > 0 GROUP BY 1, 2)"

#endif
