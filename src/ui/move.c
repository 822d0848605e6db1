#include "ui/ui.h"

ui_flags ui_move(size_t *selected, size_t count, size_t page, int32_t key)
{
	size_t last = count > 0 ? count - 1 : 0;

	switch (key) {
	case UI_KEY_DOWN:
		*selected += *selected < last;
		return UI_NOTHING;
	case UI_KEY_UP:
		*selected -= *selected > 0;
		return UI_NOTHING;
	case UI_KEY_PAGE_DOWN:
		*selected = *selected + page < last ? *selected + page : last;
		return UI_NOTHING;
	case UI_KEY_PAGE_UP:
		*selected -= *selected < page ? *selected : page;
		return UI_NOTHING;
	case UI_KEY_HOME:
		*selected = 0;
		return UI_NOTHING;
	case UI_KEY_END_:
		*selected = last;
		return UI_NOTHING;
	default:
		return UI_IGNORED;
	}
}
