#ifndef DOMAIN_ANALYSIS_SQL_H
#define DOMAIN_ANALYSIS_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct err;
struct stmt;

/*
 * What the statements of the analysis share. Levels are in hundredths and so
 * whole numbers: no sum of them is ever a little off an edge.
 */

/* A unit and what is below it, itself included; -1 stands for none. */
#define NEED_BELOW                                              \
	"WITH RECURSIVE below (root, unit) AS ("                \
	"  SELECT id, id FROM units UNION SELECT -1, -1"        \
	"  UNION SELECT b.root, u.id FROM below b JOIN units u" \
	"                              ON u.parent = b.unit),"

/* Both raters of a person and a competency side by side. */
#define NEED_RATED                                                        \
	" rated AS ("                                                     \
	"  SELECT n.person, n.competency, n.survey,"                      \
	"         max(iif(n.rater = 'self', n.level, NULL)) AS self,"     \
	"         max(iif(n.rater = 'self', NULL, n.level)) AS superior," \
	"         avg(n.importance) AS importance"                        \
	"    FROM needs n WHERE n.survey = :survey"                       \
	"   GROUP BY n.person, n.competency),"

/* The same from the newest survey in which anybody answered about the person and
 * the competency: one that has only begun does not hide the one before. Only the
 * competencies of `aim`, and :person, or for 0 everybody. */
#define NEED_NEWEST                                                           \
	" turns AS (SELECT id, row_number() OVER (ORDER BY year, id) AS turn" \
	"             FROM surveys),"                                         \
	" newest AS MATERIALIZED ("                                           \
	"  SELECT n.person, n.competency, max(t.turn) AS turn"                \
	"    FROM needs n JOIN turns t ON t.id = n.survey"                    \
	"   WHERE n.competency IN (SELECT competency FROM aim)"               \
	"     AND (:person = 0 OR n.person = :person)"                        \
	"   GROUP BY n.person, n.competency),"                                \
	" rated AS ("                                                         \
	"  SELECT n.person, n.competency, n.survey,"                          \
	"         max(iif(n.rater = 'self', n.level, NULL)) AS self,"         \
	"         max(iif(n.rater = 'self', NULL, n.level)) AS superior,"     \
	"         avg(n.importance) AS importance"                            \
	"    FROM newest w JOIN turns t ON t.turn = w.turn"                   \
	"    JOIN needs n ON n.survey = t.id AND n.person = w.person"         \
	"                AND n.competency = w.competency"                     \
	"   GROUP BY n.person, n.competency),"

/* The same with the weighted level, for everybody; `join` brings the standard. */
#define NEED_JUDGED(join)                                                         \
	" judged AS ("                                                            \
	"  SELECT r.person, r.competency, r.survey,"                              \
	"         r.self, r.superior, r.importance,"                              \
	"         coalesce(p.unit, -1) AS unit, p.position,"                      \
	"         t.level * 100 AS required,"                                     \
	"         coalesce(r.self * :weight + r.superior * (100 - :weight),"      \
	"                  r.self * 100, r.superior * 100) AS actual,"            \
	"         abs(r.self - r.superior) >= :apart AS flagged"                  \
	"    FROM rated r JOIN persons p ON p.id = r.person " join " standards t" \
	"      ON t.position = p.position AND t.competency = r.competency)"

/* Only those whose position has a standard. */
#define NEED_MEASURED NEED_BELOW NEED_RATED NEED_JUDGED("JOIN")
/* Those without are there too; their `required` is NULL. */
#define NEED_EVERYBODY NEED_BELOW NEED_RATED NEED_JUDGED("LEFT JOIN")

#define NEED_GAP "max(0, required - actual)"
#define NEED_IN_UNIT \
	"(:unit = 0 OR j.unit IN (SELECT unit FROM below WHERE root = :unit))"

/* The statement with :survey, :weight and :apart bound; survey 0 is survey_current. */
bool need_stmt(struct db *db, const char *sql, int64_t survey, struct stmt **out,
	       struct err *err);

/* 100 × part / whole; NAN where the whole is 0. */
double need_percent(int64_t part, int64_t whole);

#endif
