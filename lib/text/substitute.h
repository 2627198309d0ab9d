/* SQL*Plus's substitution variables. */
#ifndef XY_TEXT_SUBSTITUTE_H
#define XY_TEXT_SUBSTITUTE_H

#include "base/str.h"

/** Replaces &name and &&name by the value that a DEFINE above it in the same script gives, as SQL*Plus does before it reads a statement: in names and
 *  strings too, not in comments. Names without a known value stay. False, and `out` untouched, when nothing was replaced. Lines stay lines. */
bool xy_substitute(xy_arena *arena, xy_str text, xy_str *out);
/** The value in the text behind the `=` of DEFINE: what the quotes hold (what follows them, a comment say, is not read), or the rest of the line. */
xy_str xy_defined_value(xy_str text);

#endif
