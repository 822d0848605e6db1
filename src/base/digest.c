#include "base/digest.h"

#include <errno.h>
#include <sodium.h>
#include <unistd.h>

#include "base/bug.h"

enum { CHUNK = 65536, BYTES = DIGEST_DIGITS / 2 };

static bool add_all(crypto_generichash_state *state, int fd, int64_t count)
{
	unsigned char chunk[CHUNK];

	for (int64_t at = 0; at < count;) {
		size_t want = count - at < CHUNK ? (size_t)(count - at) : CHUNK;
		ssize_t got = pread(fd, chunk, want, (off_t)at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			errno = EIO;
		if (got <= 0)
			return false;
		crypto_generichash_update(state, chunk, (unsigned long long)got);
		at += got;
	}
	return true;
}

bool digest_file(int fd, int64_t count, char out[DIGEST_DIGITS + 1])
{
	crypto_generichash_state state;
	unsigned char digest[BYTES];

	BUG_ON(sodium_init() < 0);
	crypto_generichash_init(&state, NULL, 0, BYTES);
	if (!add_all(&state, fd, count))
		return false;
	crypto_generichash_final(&state, digest, BYTES);
	sodium_bin2hex(out, DIGEST_DIGITS + 1, digest, BYTES);
	return true;
}
