#ifndef REPORT_REPORTS_H
#define REPORT_REPORTS_H

#include "report/report.h"

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
bool report_changes(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err);
bool report_behaviour(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_follow_up(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_follow_up_people(struct db *db, const struct report_request *request,
			     struct report *out, struct err *err);
bool report_reminders(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err);
bool report_needs(struct db *db, const struct report_request *request, struct report *out,
		  struct err *err);
bool report_jp_recap(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);

#endif
