/* Decoding and lexing. Nothing lost: every byte of the text is in exactly one token, and UTF-8 is taken as it is. Deterministic: a second run
 * gives the same text, tokens and messages. */
#include "fuzz.h"

static void check_text(const xy_source *source, const uint8_t *data, size_t size)
{
    FUZZ_CHECK(xy_utf8_valid_prefix(source->text.data, source->text.length) == source->text.length);
    FUZZ_CHECK(source->text.data[source->text.length] == '\0');
    if (source->encoding == XY_ENCODING_UTF8 && xy_utf8_valid_prefix((const char *)data, size) == size)
        FUZZ_CHECK(source->text.length == size && memcmp(source->text.data, data, size) == 0);
    FUZZ_CHECK(source->line_count > 0 && source->lines[0] == 0);
    for (uint32_t i = 1; i < source->line_count; i++)
        FUZZ_CHECK(source->lines[i] > source->lines[i - 1] && source->lines[i] <= source->text.length);
}

static void check_tokens(const xy_source *source)
{
    uint32_t offset = 0;
    for (uint32_t i = 0; i < source->token_count; i++) {
        FUZZ_CHECK(source->tokens[i].offset == offset && source->tokens[i].length > 0);
        offset += source->tokens[i].length;
    }
    FUZZ_CHECK(offset == source->text.length);
}

static void check_same(const xy_source *a, const xy_source *b, const xy_diags *of_a, const xy_diags *of_b)
{
    FUZZ_CHECK(xy_str_equal(a->text, b->text) && a->encoding == b->encoding && a->token_count == b->token_count);
    for (uint32_t i = 0; i < a->token_count; i++)
        FUZZ_CHECK(a->tokens[i].kind == b->tokens[i].kind && a->tokens[i].offset == b->tokens[i].offset);
    FUZZ_CHECK(of_a->list.count == of_b->list.count);
    for (uint32_t i = 0; i < of_a->list.count; i++)
        FUZZ_CHECK(xy_str_equal(of_a->list.items[i].message_en, of_b->list.items[i].message_en) && of_a->list.items[i].offset == of_b->list.items[i].offset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xy_guard guard;
    xy_arena arena;
    xy_diags diags, again_diags;
    xy_source source, again;
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump) == 0) {
        fuzz_lex(&source, &arena, &diags, data, size);
        check_text(&source, data, size);
        check_tokens(&source);
        fuzz_check_messages(&source, &diags);
        fuzz_lex(&again, &arena, &again_diags, data, size);
        check_same(&source, &again, &diags, &again_diags);
    }
    xy_arena_free(&arena);
    return 0;
}
