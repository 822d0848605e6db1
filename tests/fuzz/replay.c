#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "fuzz.h"

/* A target without libFuzzer: the inputs are the files named as arguments. */
enum { INPUT_MOST = 1 << 20 };

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct arena arena = { 0 };
		struct err err = { 0 };
		char *bytes;
		size_t count;

		if (!file_read(argv[i], INPUT_MOST, &arena, &bytes, &count, &err)) {
			fprintf(stderr, "%s\n", err.text);
			return EXIT_FAILURE;
		}
		fprintf(stderr, "%s\n", argv[i]);
		LLVMFuzzerTestOneInput((const uint8_t *)bytes, count);
		arena_done(&arena);
	}
	return EXIT_SUCCESS;
}
