#ifndef CLI_DAY_H
#define CLI_DAY_H

#include "cli/cli.h"

/* What is done once a day for the office file, and after a run that was cut
 * off. What it comes to is said on standard error; work goes on without it. */

/* At the opening: the backup that is due then (store/backup.h). */
void day_begins(struct db *db);
/* For a command: that nothing it changed is in a backup of a file so big that
 * none is made unasked. */
void day_tell_backup(const struct cli *cli, struct db *db);
void day_tell_cut_off(const struct cli *cli, struct db *db);

#endif
