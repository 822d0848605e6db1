#include "domain/survey_sheet.h"
#include "query.h"
#include "rows.h"
#include "survey_sql.h"

static void read_progress(struct stmt *s, void *row, struct arena *arena)
{
	*(struct survey_progress *)row = (struct survey_progress){
		.unit = stmt_int(s, 0),
		.name = stmt_text(s, 1, arena),
		.asked = stmt_int(s, 2),
		.self = stmt_int(s, 3),
		.superior = stmt_int(s, 4),
	};
}

bool survey_progress_load(struct db *db, int64_t survey, struct arena *arena,
			  struct survey_progress **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct survey_progress),
				 .read = read_progress };
	struct stmt *s;

	if (!stmt_get(
		    db,
		    "WITH RECURSIVE" SURVEY_UNITS(
			    ":survey") ","
				       " said (person, rater) AS ("
				       "  SELECT person, rater FROM needs WHERE survey = "
				       ":survey"
				       "   UNION SELECT person, rater FROM responses"
				       "   WHERE survey = :survey)"
				       " SELECT u.id, u.name, count(*), count(f.person), "
				       "count(a.person)"
				       "  FROM persons p LEFT JOIN units u ON u.id = "
				       "p.unit"
				       "  LEFT JOIN said f ON f.person = p.id AND "
				       "f.rater = 'self'"
				       "  LEFT JOIN said a ON a.person = p.id AND "
				       "a.rater = 'superior'"
				       " WHERE " SURVEY_ASKS_UNIT(
					       "p.unit") " GROUP BY u.id ORDER BY u.code",
		    &s, err))
		return false;
	stmt_bind_int(s, ":survey", survey);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct survey_progress *)list.rows;
	*count = list.count;
	return true;
}

bool survey_scope(struct db *db, int64_t survey, struct survey_scope *out,
		  struct err *err)
{
	return query_one(db, "SELECT count(*) FROM survey_competencies WHERE survey = :a",
			 survey, &out->competencies, err) &&
	       query_one(db, "SELECT count(*) FROM survey_units WHERE survey = :a",
			 survey, &out->units, err);
}

struct survey_progress survey_progress_sum(const struct survey_progress *rows,
					   size_t count)
{
	struct survey_progress sum = { .name = "" };

	for (size_t i = 0; i < count; i++) {
		sum.asked += rows[i].asked;
		sum.self += rows[i].self;
		sum.superior += rows[i].superior;
	}
	return sum;
}
