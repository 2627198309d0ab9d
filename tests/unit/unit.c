#include "unit.h"

void unit_compare(xy_str actual, const char *expected, const char *file, int line)
{
    cr_expect(xy_str_equal(actual, xy_str_from(expected)), "%s:%d: got \"%.*s\", expected \"%s\"", file, line, XY_STR_ARG(actual), expected);
}
