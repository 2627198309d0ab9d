/* Decoding and lexing: every byte of the text is in exactly one token. */
#include "fuzz.h"
#include "syntax/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xy_guard guard;
    xy_arena arena;
    xy_diags diags;
    xy_source source;
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump) == 0) {
        xy_diags_init(&diags, &arena);
        xy_source_decode(&source, &arena, XY_STR("fuzz"), (xy_str){(const char *)data, (uint32_t)size}, XY_ENCODING_AUTO, &diags);
        xy_syntax_lex(&source, &arena, &diags);
        uint32_t offset = 0;
        for (uint32_t i = 0; i < source.token_count; i++) {
            FUZZ_CHECK(source.tokens[i].offset == offset && source.tokens[i].length > 0);
            offset += source.tokens[i].length;
        }
        FUZZ_CHECK(offset == source.text.length);
        for (uint32_t i = 0; i < diags.list.count; i++)
            FUZZ_CHECK(diags.list.items[i].offset <= source.text.length);
    }
    xy_arena_free(&arena);
    return 0;
}
