/* INTO that stores text. */
#ifndef XY_PASS_INTO_TEXT_H
#define XY_PASS_INTO_TEXT_H

#include "pass/pass.h"

/** Does a value of type `from`, stored as `to`, become another text than Oracle's? False when one of them is not known (null) or `to` is no text. */
bool xy_into_has_another_text(const xy_type *from, const xy_type *to);

#endif
