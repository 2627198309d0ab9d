/* Statements about the database rather than about data (`admin-statement`): what they set up has no counterpart or another one, so that
 * they are flagged, but for those that change nothing an application sees. (Trap G09.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

typedef enum fate { NOTHING, SAME, STATISTICS } fate;

static const struct {
    const char *head;
    fate fate;
} heads[] = {
    {"AUDIT", NOTHING},
    {"NOAUDIT", NOTHING},
    {"PURGE", NOTHING},
    {"ASSOCIATE STATISTICS", NOTHING},
    {"DISASSOCIATE STATISTICS", NOTHING},
    {"CREATE MATERIALIZED VIEW LOG", NOTHING},
    {"ALTER MATERIALIZED VIEW LOG", NOTHING},
    {"DROP MATERIALIZED VIEW LOG", NOTHING},
    {"ANALYZE TABLE", STATISTICS},
    {"ANALYZE INDEX", NOTHING},
    {"CREATE ROLE", SAME},
    {"DROP ROLE", SAME},
};

/* The token behind the words, when the statement begins with them; XY_NO_TOKEN otherwise. */
static uint32_t behind(const xy_context *ctx, const xy_node *node, const char *words)
{
    uint32_t token = node->first;
    for (xy_str rest = xy_str_from(words), word; rest.length; token = xy_token_next(ctx->source, token)) {
        word = rest;
        for (word.length = 0; word.length < rest.length && rest.data[word.length] != ' ';)
            word.length++;
        if (token == XY_NO_TOKEN || token >= node->last || !xy_str_equal_nocase(xy_token_text(ctx->source, token), word))
            return XY_NO_TOKEN;
        uint32_t used = word.length + (word.length < rest.length);
        rest = (xy_str){rest.data + used, rest.length - used};
    }
    return token;
}

static bool has_word(const xy_context *ctx, const xy_node *node, const char *word)
{
    for (uint32_t i = node->first; i < node->last; i++)
        if (xy_ddl_is_word(ctx, i, word))
            return true;
    return false;
}

/* ANALYZE TABLE his.t COMPUTE STATISTICS … */
static void gather(xy_context *ctx, const xy_node *node, uint32_t name)
{
    if (!has_word(ctx, node, "STATISTICS") || has_word(ctx, node, "DELETE")) {
        xy_ddl_comment_out(ctx, node);
        return;
    }
    uint32_t end = name;
    for (uint32_t next = xy_token_next(ctx->source, name); next != XY_NO_TOKEN && next < node->last && ctx->source->tokens[next].kind == XY_TOKEN_DOT;
         next = xy_token_next(ctx->source, end))
        end = xy_token_next(ctx->source, next);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "ANALYZE ");
    xy_rope_tokens(ctx->edits, &rope, name, end + 1);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

void xy_pass_admin_statement(xy_context *ctx, xy_node *node)
{
    for (size_t i = 0; i < sizeof heads / sizeof *heads && node->kind == XY_NODE_ADMIN_STATEMENT; i++) {
        uint32_t rest = behind(ctx, node, heads[i].head);
        if (rest == XY_NO_TOKEN)
            continue;
        if (heads[i].fate == NOTHING)
            xy_ddl_comment_out(ctx, node);
        else if (heads[i].fate == STATISTICS)
            gather(ctx, node, rest);
        else if (has_word(ctx, node, "IDENTIFIED"))
            break;
        return;
    }
    xy_pass_flag(ctx, node, "admin", NULL);
}
