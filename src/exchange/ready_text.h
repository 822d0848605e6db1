#ifndef EXCHANGE_READY_TEXT_H
#define EXCHANGE_READY_TEXT_H

/* The text of forms/ready/NAME.csv, which must be there. */
const char *ready_text(const char *name);

#endif
