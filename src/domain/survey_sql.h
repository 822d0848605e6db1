#ifndef DOMAIN_SURVEY_SQL_H
#define DOMAIN_SURVEY_SQL_H

/*
 * What several statements say of a needs survey; `survey` is the name of the
 * parameter with its id.
 */

/* WITH RECURSIVE: the units whose people are asked, with what is below them. */
#define SURVEY_UNITS(survey)                                              \
	" own (id) AS ("                                                  \
	"  SELECT unit FROM survey_units WHERE survey = " survey          \
	"   UNION SELECT u.id FROM units u JOIN own ON u.parent = own.id)"

/* Are people of this unit asked? Everybody is where the survey names none. */
#define SURVEY_ASKS_UNIT(unit) \
	"(" unit " IN own OR NOT EXISTS (SELECT 1 FROM own))"

/* WITH: the competencies that are asked about, all of them where the survey names
 * none. Their order on the sheet: number, then code. */
#define SURVEY_ASKED(survey)                                                  \
	" asked (competency, number) AS ("                                    \
	"  SELECT c.id, sc.number FROM competencies c"                        \
	"    LEFT JOIN survey_competencies sc"                                \
	"      ON sc.survey = " survey " AND sc.competency = c.id"            \
	"   WHERE sc.id IS NOT NULL OR NOT EXISTS"                            \
	"         (SELECT 1 FROM survey_competencies WHERE survey = " survey "))"

#endif
