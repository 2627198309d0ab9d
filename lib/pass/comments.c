/* The pass `comments`. Oracle ends a block comment at the first star-slash; a target that nests comments (fact nested_comments) would read
 * on to the end of the file when an opener stands inside. Such openers get a blank. */
#include "pass/pass.h"
#include "syntax/keyword.h"

static bool opens_at(xy_str text, uint32_t i)
{
    return i + 1 < text.length && text.data[i] == '/' && text.data[i + 1] == '*';
}

static void separate_openers(xy_context *ctx, uint32_t token)
{
    xy_str text = xy_token_text(ctx->source, token);
    xy_buffer out;
    bool nested = false;
    for (uint32_t i = 2; i < text.length && !nested; i++)
        nested = opens_at(text, i);
    if (!nested)
        return;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        xy_buffer_add_char(&out, text.data[i]);
        if (i >= 2 && opens_at(text, i))
            xy_buffer_add_char(&out, ' ');
    }
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, xy_buffer_str(&out));
    xy_edit_replace(ctx->edits, token, token + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

void xy_pass_comments_apply(xy_context *ctx, xy_node *node)
{
    (void)ctx;
    (void)node;
}

/* At the end, once for the unit: comments before and after its statements too. */
void xy_pass_comments_finish(xy_context *ctx)
{
    if (!xy_target_has(ctx->target, "nested_comments"))
        return;
    for (uint32_t i = ctx->unit->first; i < ctx->unit->last; i++) {
        xy_str text = xy_token_text(ctx->source, i);
        uint16_t kind = ctx->source->tokens[i].kind;
        if (kind == XY_TOKEN_BLOCK_COMMENT || (kind == XY_TOKEN_HINT && text.length > 1 && text.data[0] == '/'))
            separate_openers(ctx, i);
    }
}
