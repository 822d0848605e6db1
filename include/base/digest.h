#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What tells that not one bit of a file changed: BLAKE2b with 256 bits, as
 * `b2sum -l 256` prints it. It has no key, so it finds damage and not a
 * forger.
 */
enum { DIGEST_DIGITS = 64 };

/* Of the first `count` bytes of an open file, as hexadecimal digits. False
 * with errno where they cannot be read; EIO where there are fewer. */
bool digest_file(int fd, int64_t count, char out[DIGEST_DIGITS + 1]);

#endif
