#ifndef BASE_TEXT_PRIVATE_H
#define BASE_TEXT_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

/* Characters that change how the rest is shown, or hide themselves: a mark
 * stands for them where text is shown (text_visible). */
bool text_is_hidden(int32_t c);

#endif
