#ifndef EXCHANGE_IMPORT_ENROL_H
#define EXCHANGE_IMPORT_ENROL_H

#include "exchange/columns.h"

/*
 * "Status" heads two things in a list of participants: how somebody is
 * employed, and what became of the enrolment. Each cell says which: where it
 * names no employment but a status of an enrolment, that code is given back
 * and the cell is emptied. "accepted" for all else.
 */
const char *import_enrolment_status(const struct columns *columns, const char **values);

#endif
