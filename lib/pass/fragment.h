/* Translation of text that is not the file's own: dynamic SQL in literals, EXEC lines. */
#ifndef XY_PASS_FRAGMENT_H
#define XY_PASS_FRAGMENT_H

#include "pass/pass.h"

/** Translates `text` (Oracle) as a unit, statement, query or expression with the rules of the present target and the catalog of the
 *  present file. False when it does not parse. Diagnostics and the status are those of the present unit, at its present rule's node. */
bool xy_pass_translate_text(xy_context *ctx, xy_str text, xy_start start, xy_str *out);
/** The default of a parameter or field: an expression with the names of the package in which `of`, the parameter or type, is declared; it becomes a
 *  `to` (null: not known). */
bool xy_pass_translate_default(xy_context *ctx, xy_str text, const xy_symbol *of, const xy_type *to, xy_str *out);
/** As xy_pass_translate_text; `inside` is called with the fragment's context when its rules have run, and may add edits. `map` (may be null) gets where in
 *  `text` the bytes of `out` come from. */
bool xy_pass_translate_text_with(xy_context *ctx, xy_str text, xy_start start, void (*inside)(xy_context *inner, void *data), void *data, xy_str *out,
                                 xy_source_map *map);

#endif
