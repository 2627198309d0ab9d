/* ALTER of routines, packages, views, indexes, triggers: compiling and rebuilding have no counterpart, switching a trigger has. (Trap G10.) */
#include "pass/ddl.h"
#include "pass/trigger.h"
#include "syntax/keyword.h"

static bool has_word(const xy_context *ctx, const xy_node *node, const char *word)
{
    for (uint32_t i = node->first; i < node->last; i++)
        if (xy_ddl_is_word(ctx, i, word))
            return true;
    return false;
}

static bool is_kind(const xy_context *ctx, const xy_alter_object *alter, const char *word)
{
    return alter->kind.count && xy_ddl_is_word(ctx, alter->kind.items[0], word);
}

static void switch_trigger(xy_context *ctx, const xy_node *node, const xy_alter_object *alter, const char *word)
{
    xy_str table = xy_trigger_table(ctx, alter->name);
    if (!table.length) {
        xy_pass_flag(ctx, node, "trigger-table", NULL);
        return;
    }
    xy_str name = xy_pass_trigger_name(ctx, alter->name);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "ALTER TABLE %.*s %s TRIGGER %.*s", XY_STR_ARG(table), word, XY_STR_ARG(name));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* RENAME TO x, of a trigger on its table. */
static void rename_trigger(xy_context *ctx, const xy_node *node, const xy_alter_object *alter)
{
    xy_str table = xy_trigger_table(ctx, alter->name), name = xy_pass_trigger_name(ctx, alter->name);
    xy_rope rope = {0};
    if (!table.length) {
        xy_pass_flag(ctx, node, "trigger-table", NULL);
        return;
    }
    xy_rope_format(ctx->edits, &rope, "%.*s ON %.*s", XY_STR_ARG(name), XY_STR_ARG(table));
    xy_edit_replace_node(ctx->edits, alter->name, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

void xy_pass_alter_object(xy_context *ctx, xy_node *node)
{
    const xy_alter_object *alter = XY_AS(alter_object, node);
    if (is_kind(ctx, alter, "SEQUENCE") || is_kind(ctx, alter, "SESSION"))
        return;
    if (has_word(ctx, node, "COMPILE") || (is_kind(ctx, alter, "INDEX") && has_word(ctx, node, "REBUILD")))
        xy_ddl_comment_out(ctx, node);
    else if (is_kind(ctx, alter, "TRIGGER") && alter->name && has_word(ctx, node, "DISABLE"))
        switch_trigger(ctx, node, alter, "DISABLE");
    else if (is_kind(ctx, alter, "TRIGGER") && alter->name && has_word(ctx, node, "ENABLE"))
        switch_trigger(ctx, node, alter, "ENABLE");
    else if (is_kind(ctx, alter, "TRIGGER") && alter->name && has_word(ctx, node, "RENAME"))
        rename_trigger(ctx, node, alter);
    else if (!has_word(ctx, node, "RENAME"))
        xy_pass_flag(ctx, node, "alter-object", NULL);
}
