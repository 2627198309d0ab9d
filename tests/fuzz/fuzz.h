/* What the fuzz targets share. A target stops the process when a promise of docs/design.md is broken. */
#ifndef XY_TESTS_FUZZ_H
#define XY_TESTS_FUZZ_H

#include "base/utf8.h"
#include "syntax/parse.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_CHECK(condition)                                                                                                                                  \
    do {                                                                                                                                                       \
        if (!(condition)) {                                                                                                                                    \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                                                                    \
            abort();                                                                                                                                           \
        }                                                                                                                                                      \
    } while (0)

/* The input as a source file, lexed. */
static inline void fuzz_lex(xy_source *source, xy_arena *arena, xy_diags *diags, const uint8_t *data, size_t size)
{
    xy_diags_init(diags, arena);
    xy_source_decode(source, arena, XY_STR("fuzz"), (xy_str){(const char *)data, (uint32_t)size}, XY_ENCODING_AUTO, diags);
    xy_syntax_lex(source, arena, diags);
}

/* Messages point into the text and are complete. */
static inline void fuzz_check_messages(const xy_source *source, const xy_diags *diags)
{
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const xy_diag *diag = &diags->list.items[i];
        FUZZ_CHECK(diag->offset <= source->text.length && diag->length <= source->text.length - diag->offset);
        xy_position at = xy_source_position(source, diag->offset);
        FUZZ_CHECK(at.line >= 1 && at.line <= source->line_count && at.column >= 1);
    }
}

#endif
