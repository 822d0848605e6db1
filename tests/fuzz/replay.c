#include "fuzz.h"

/* A target without libFuzzer: the inputs are the files named as arguments,
 * read by stdio alone as a target may keep the program from opening any. */
enum { INPUT_MOST = 1 << 20 };

static void replay(const char *path, uint8_t *bytes)
{
	FILE *file = fopen(path, "rb");
	size_t count;

	fprintf(stderr, "%s\n", path);
	PROMISE(file);
	count = fread(bytes, 1, INPUT_MOST, file);
	PROMISE(!ferror(file) && count < INPUT_MOST);
	PROMISE(fclose(file) == 0);
	LLVMFuzzerTestOneInput(bytes, count);
}

int main(int argc, char **argv)
{
	uint8_t *bytes = malloc(INPUT_MOST);

	PROMISE(bytes);
	for (int i = 1; i < argc; i++)
		replay(argv[i], bytes);
	free(bytes);
	return EXIT_SUCCESS;
}
