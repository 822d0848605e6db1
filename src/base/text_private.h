#ifndef BASE_TEXT_PRIVATE_H
#define BASE_TEXT_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

/* Characters that change how the rest is shown, or hide themselves: a mark
 * stands for them where text is shown (text_visible). */
bool text_is_hidden(int32_t c);
/* Is `c` a combining mark behind three others? A mark stands for it too, since
 * a pile of them covers what stands above. *marks counts them, 0 at the
 * beginning of a text. */
bool text_is_piled(int32_t c, int *marks);

#endif
