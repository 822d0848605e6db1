#include "app.h"

bool year_turn(int *year, int by)
{
	if (*year + by < FIELD_YEAR_LEAST || *year + by > FIELD_YEAR_MOST)
		return false;
	*year += by;
	return true;
}
