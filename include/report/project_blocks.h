#ifndef REPORT_PROJECT_BLOCKS_H
#define REPORT_PROJECT_BLOCKS_H

struct project_scores;
struct report;

/* What is known of the assessment of one project, as blocks of a report: the
 * criteria with the levels of each assessor, the group score with its spread,
 * and the scores of the members. Names no rater. */
void project_blocks(struct report *out, const struct project_scores *p);
/* The score of the group in a sentence, and who is not counted in it. */
void project_group_score(struct report *out, const struct project_scores *p);

#endif
