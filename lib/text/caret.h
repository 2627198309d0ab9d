/* The source line of a finding with a caret under it, for terminals. */
#ifndef XY_TEXT_CARET_H
#define XY_TEXT_CARET_H

#include "text/source.h"

/** Adds two lines, `   12 | text` and `      |   ^~~`, for length bytes at offset (at least one caret; cut at the end of the
 *  line). Wide characters align, tabs are kept, long lines are cut around the place. */
void xy_source_caret(xy_buffer *out, const xy_source *source, uint32_t offset, uint32_t length);

#endif
