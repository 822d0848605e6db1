#ifndef REPORT_REPORTS_H
#define REPORT_REPORTS_H

#include "report/report.h"

struct clash;
struct programme_row;

/* The makers that the registry lists; one file each. */
bool report_overview(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);
bool report_evaluation(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err);
bool report_feedback_items(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err);
bool report_feedback_parts(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err);
bool report_scores(struct db *db, const struct report_request *request,
		   struct report *out, struct err *err);
bool report_groups(struct db *db, const struct report_request *request,
		   struct report *out, struct err *err);
bool report_projects(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);
bool report_project_scores(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err);
bool report_improvement(struct db *db, const struct report_request *request,
			struct report *out, struct err *err);
/* What the actions of the run, and those done in the run before, did to the
 * figures of their questions: a line each. */
bool report_effects(struct db *db, int64_t programme, long minimum, struct report *out,
		    struct err *err);
bool report_changes(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err);
bool report_attendance(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err);
bool report_completion(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err);
bool report_teaching(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);
bool report_sign_in(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err);
bool report_clashes(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err);
/* The table of clashes for files, and each as a sentence. */
void report_put_clashes(struct report *out, const struct clash *clashes, size_t count);
bool report_behaviour(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_follow_up(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_follow_up_people(struct db *db, const struct report_request *request,
			     struct report *out, struct err *err);
bool report_reminders(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_survey_form(struct db *db, const struct report_request *request, struct report *out,
			struct err *err);
bool report_standards(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_calendar(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);
bool report_plan(struct db *db, const struct report_request *request, struct report *out,
		 struct err *err);
bool report_needs(struct db *db, const struct report_request *request, struct report *out,
		  struct err *err);
/* What stands below the recap by unit: PPPK and forms of learning. */
bool report_jp_more(struct db *db, int year, const struct settings *settings,
		    struct report *out, struct err *err);
bool report_suggestions(struct db *db, const struct report_request *request,
			struct report *out, struct err *err);
bool report_jp_people(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_jp_recap(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);

/* Reports of one table in files, filled programme by programme; what people
 * read of each stands in further blocks. */
struct programme_report {
	const char *table; /* its name */
	const struct report_column *columns;
	size_t column_count;
	const char *legend; /* N_(): a line above everything, or NULL */
	bool (*put)(struct db *db, const struct report_request *request,
		    const struct programme_row *programme, struct report *out,
		    struct block *table, struct err *err);
};
bool report_programmes(struct db *db, const struct report_request *request,
		       const struct programme_report *what, struct report *out,
		       struct err *err);

#endif
