#ifndef BASE_JSON_H
#define BASE_JSON_H

struct arena;

/* `text` as a JSON string with its quotes (RFC 8259). */
const char *json_string(struct arena *arena, const char *text);

#endif
