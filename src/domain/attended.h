#ifndef DOMAIN_ATTENDED_H
#define DOMAIN_ATTENDED_H

/* JP (hundredths) that attendance `a` of session `s` counts for, said once
 * for all statements. */
#define ATTENDED_JP "CASE WHEN a.state IN ('present', 'late') THEN s.jp ELSE 0 END"

#endif
