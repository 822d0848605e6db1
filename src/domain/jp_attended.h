#ifndef DOMAIN_JP_ATTENDED_H
#define DOMAIN_JP_ATTENDED_H

/*
 * The JP that a mark counts for, in SQL: the row of attendance is `a`, that of
 * its session `s`. The one place that says it; attendance_jp() says the same
 * in C (a test compares them).
 */
#define JP_ATTENDED                                                                \
	"CASE WHEN a.state IN ('present', 'late') THEN coalesce(a.jp, s.jp) ELSE " \
	"0 END"

#endif
