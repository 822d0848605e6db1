#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bug.h"

enum { DEFAULT_BLOCK = 16 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	_Alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *a)
{
	*a = (struct arena){ 0 };
}

void arena_done(struct arena *a)
{
	while (a->blocks) {
		struct arena_block *next = a->blocks->next;

		free(a->blocks);
		a->blocks = next;
	}
}

void arena_reset(struct arena *a)
{
	struct arena_block *keep = a->blocks;

	if (!keep)
		return;
	a->blocks = keep->next;
	arena_done(a);
	keep->next = NULL;
	keep->used = 0;
	a->blocks = keep;
}

static size_t aligned(size_t size)
{
	const size_t unit = _Alignof(max_align_t);

	BUG_ON(size > SIZE_MAX / 2);
	return (size + unit - 1) / unit * unit;
}

static void add_block(struct arena *a, size_t least)
{
	size_t size = a->block_size ? a->block_size : DEFAULT_BLOCK;
	struct arena_block *block;

	if (size < least)
		size = least;
	block = malloc(sizeof(*block) + size);
	if (!block)
		bug("out of memory (%zu bytes)", size);
	block->size = size;
	block->used = 0;
	block->next = a->blocks;
	a->blocks = block;
}

static void *take(struct arena *a, size_t size)
{
	void *result;

	size = aligned(size ? size : 1);
	if (!a->blocks || a->blocks->size - a->blocks->used < size)
		add_block(a, size);
	result = a->blocks->bytes + a->blocks->used;
	a->blocks->used += size;
	return result;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	BUG_ON(size && count > SIZE_MAX / 2 / size);
	return arena_alloc(a, count * size);
}

void *arena_widen(struct arena *a, void *old, size_t old_size, size_t new_size)
{
	struct arena_block *block = a->blocks;
	size_t had = aligned(old_size ? old_size : 1);
	size_t want = aligned(new_size);
	unsigned char *result;

	if (old && new_size <= old_size)
		return old;
	if (old && block && (unsigned char *)old + had == block->bytes + block->used &&
	    block->size - block->used >= want - had) {
		block->used += want - had;
		return old;
	}
	result = take(a, new_size);
	if (old)
		memcpy(result, old, old_size);
	return result;
}

void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size)
{
	unsigned char *wide = arena_widen(a, old, old_size, new_size);
	size_t kept = old ? old_size : 0;

	if (kept < new_size)
		memset(wide + kept, 0, new_size - kept);
	return wide;
}

char *arena_strndup(struct arena *a, const char *text, size_t bytes)
{
	char *copy = take(a, bytes + 1);

	memcpy(copy, text, bytes);
	copy[bytes] = '\0';
	return copy;
}

char *arena_strdup(struct arena *a, const char *text)
{
	return arena_strndup(a, text, strlen(text));
}

/* Written where it will stand; a second time only where it does not fit. */
char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
	struct arena_block *block = a->blocks;
	char none[1];
	char *here = block ? (char *)block->bytes + block->used : none;
	size_t space = block ? block->size - block->used : 0;
	va_list again;
	int length;
	char *text;

	BUG_ON(!format);
	va_copy(again, args);
	length = vsnprintf(space ? here : none, space, format, again);
	va_end(again);
	BUG_ON(length < 0);
	text = take(a, (size_t)length + 1);
	if (text != here)
		vsnprintf(text, (size_t)length + 1, format, args);
	return text;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = arena_vprintf(a, format, args);
	va_end(args);
	return text;
}
