#ifndef DOMAIN_RULES_H
#define DOMAIN_RULES_H

#include "base/kind.h"

/*
 * The hooks of the kinds (see struct kind): what is filled in for a new
 * record, and the rules beyond a field table.
 */
struct db;
struct err;
struct problems;
struct sheet;

bool person_complete(struct db *db, void *record, struct arena *arena);
bool objective_complete(struct db *db, void *record, struct arena *arena);
bool planned_session_complete(struct db *db, void *record, struct arena *arena);
bool questionnaire_complete(struct db *db, void *record, struct arena *arena);
bool item_complete(struct db *db, void *record, struct arena *arena);
bool programme_complete(struct db *db, void *record, struct arena *arena);
bool session_complete(struct db *db, void *record, struct arena *arena);
bool enrolment_complete(struct db *db, void *record, struct arena *arena);
bool group_complete(struct db *db, void *record, struct arena *arena);
bool project_complete(struct db *db, void *record, struct arena *arena);
bool milestone_complete(struct db *db, void *record, struct arena *arena);
bool sheet_complete(struct db *db, void *record, struct arena *arena);
bool improvement_complete(struct db *db, void *record, struct arena *arena);
bool follow_up_complete(struct db *db, void *record, struct arena *arena);
bool result_complete(struct db *db, void *record, struct arena *arena);
bool skm_round_complete(struct db *db, void *record, struct arena *arena);
bool benefit_complete(struct db *db, void *record, struct arena *arena);
bool rubric_complete(struct db *db, void *record, struct arena *arena);
bool criterion_complete(struct db *db, void *record, struct arena *arena);
bool assessment_complete(struct db *db, void *record, struct arena *arena);
bool finding_complete(struct db *db, void *record, struct arena *arena);

bool survey_complete(struct db *db, void *record, struct arena *arena);
bool survey_competency_complete(struct db *db, void *record, struct arena *arena);
bool survey_competency_like(struct db *db, void *record, struct arena *arena,
			    struct err *err);
bool ceiling_complete(struct db *db, void *record, struct arena *arena);
bool plan_item_complete(struct db *db, void *record, struct arena *arena);
bool conversion_complete(struct db *db, void *record, struct arena *arena);
bool certificate_complete(struct db *db, void *record, struct arena *arena);

bool need_assume(struct db *db, void *record, struct err *err);
bool response_assume(struct db *db, void *record, struct err *err);
bool decision_assume(struct db *db, void *record, struct err *err);

bool programme_prepare(struct db *db, void *record, struct arena *arena, struct err *err);

bool programme_follow(struct db *db, const void *old, const void *now, struct err *err);
bool plan_item_like(struct db *db, void *record, struct arena *arena, struct err *err);
bool programme_like(struct db *db, void *record, struct arena *arena, struct err *err);
bool programme_copied(struct db *db, int64_t from, int64_t to, struct err *err);

/* The items of the plan whose programme is done are realised. */
bool plan_follow(struct db *db, const void *old, const void *now, struct err *err);
/* The steps and the ceilings of an item. */
void plan_status_check(struct db *db, const void *old, const void *record,
		       struct problems *problems);

bool finding_follow(struct db *db, const void *old, const void *now, struct err *err);
bool enrolment_follow(struct db *db, const void *old, const void *now, struct err *err);
bool item_follow(struct db *db, const void *old, const void *now, struct err *err);
bool sheet_follow(struct db *db, const void *old, const void *now, struct err *err);
bool criterion_follow(struct db *db, const void *old, const void *now, struct err *err);
bool assessment_score_follow(struct db *db, const void *old, const void *now,
		struct err *err);
bool group_follow(struct db *db, const void *old, const void *now, struct err *err);
bool member_follow(struct db *db, const void *old, const void *now, struct err *err);

void unit_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void person_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void questionnaire_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void sheet_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void item_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void programme_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void planned_session_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void session_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void enrolment_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void attendance_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void score_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void group_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void member_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void project_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void milestone_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void answer_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void improvement_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void follow_up_check(struct db *db, const void *old, const void *record,
		     struct problems *problems);
void result_check(struct db *db, const void *old, const void *record,
		  struct problems *problems);
bool measurement_complete(struct db *db, void *record, struct arena *arena);
void measurement_check(struct db *db, const void *old, const void *record,
		       struct problems *problems);
void skm_round_check(struct db *db, const void *old, const void *record,
		     struct problems *problems);
void benefit_check(struct db *db, const void *old, const void *record,
		   struct problems *problems);
void criterion_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void assessment_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void assessment_score_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void peer_rating_check(struct db *db, const void *old, const void *record,
		struct problems *problems);

void survey_check(struct db *db, const void *old, const void *record,
		  struct problems *problems);
void need_check(struct db *db, const void *old, const void *record,
		struct problems *problems);
void response_check(struct db *db, const void *old, const void *record,
		    struct problems *problems);
void decision_check(struct db *db, const void *old, const void *record,
		    struct problems *problems);
void plan_item_check(struct db *db, const void *old, const void *record,
		     struct problems *problems);
void conversion_check(struct db *db, const void *old, const void *record,
		      struct problems *problems);
void certificate_check(struct db *db, const void *old, const void *record,
		       struct problems *problems);

/* The rubric of a programme whose projects have scores stays. */
void programme_rubric_check(struct db *db, const void *old, const void *record,
		struct problems *problems);

/* What sheet_check says where nobody can be asked: ERR_INPUT. */
bool sheet_is_sound(struct db *db, const struct sheet *sheet, struct err *err);

#endif
