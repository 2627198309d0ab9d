/* SQL*Plus's substitution variables. */
#ifndef XY_TEXT_SUBSTITUTE_H
#define XY_TEXT_SUBSTITUTE_H

#include "base/str.h"
#include "base/vec.h"

/** A variable inside a string of which the script does not give the value. */
typedef struct xy_open_variable {
    uint32_t offset, length; /**< in the text that comes out */
    bool expected;           /**< the script knows the variable elsewhere: outside of strings, by ACCEPT, UNDEFINE or NEW_VALUE, or as an argument (&1) */
} xy_open_variable;

typedef XY_VEC(xy_open_variable) xy_open_variables;

/** Replaces &name and &&name by the value that a DEFINE above it in the same script gives, as SQL*Plus does before it reads a statement: in names and
 *  strings too, not in comments. Names without a known value stay. False, and `out` untouched, when nothing was replaced. Lines stay lines. `open` gets those
 * in strings, which are text to the lexer; elsewhere they are tokens of their own. */
bool xy_substitute(xy_arena *arena, xy_str text, xy_str *out, xy_open_variables *open);
/** The value in the text behind the `=` of DEFINE: what the quotes hold (what follows them, a comment say, is not read), or the rest of the line. */
xy_str xy_defined_value(xy_str text);

#endif
