#include "domain/kinds.h"

#include <string.h>

#include "domain/assessment.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/finding.h"
#include "domain/follow_up.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/position.h"
#include "domain/programme.h"
#include "domain/project.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"

const struct kind *const kinds[] = {
	&unit_kind,
	&person_kind,
	&partner_kind,
	&trainer_kind,
	&competency_kind,
	&competency_level_kind,
	&position_type_kind,
	&position_kind,
	&standard_kind,
	&survey_kind,
	&survey_unit_kind,
	&survey_competency_kind,
	&need_kind,
	&response_kind,
	&mapping_kind,
	&decision_kind,
	&design_kind,
	&revision_kind,
	&objective_kind,
	&planned_session_kind,
	&questionnaire_kind,
	&item_kind,
	&revision_questionnaire_kind,
	&programme_kind,
	&programme_partner_kind,
	&session_kind,
	&enrolment_kind,
	&attendance_kind,
	&score_kind,
	&group_kind,
	&member_kind,
	&project_kind,
	&stakeholder_kind,
	&milestone_kind,
	&sheet_kind,
	&answer_kind,
	&finding_kind,
	&comment_tag_kind,
	&improvement_kind,
	&follow_up_kind,
	&result_kind,
	&measurement_kind,
	&skm_round_kind,
	&benefit_kind,
	&rubric_kind,
	&criterion_kind,
	&assessment_kind,
	&assessment_score_kind,
	&peer_rating_kind,
	&revision_cause_kind,
	&fund_kind,
	&ceiling_kind,
	&plan_item_kind,
	&conversion_kind,
	&certificate_kind,
	NULL,
};

const char *kind_file(const struct kind *kind)
{
	return kind->file ? kind->file : kind->table;
}

const struct kind *kind_find(const char *name)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		if (strcmp((*k)->name, name) == 0)
			return *k;
	}
	return NULL;
}

const struct kind *kind_find_file(const char *name)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		if (strcmp(kind_file(*k), name) == 0)
			return *k;
	}
	return NULL;
}
