/* CREATE SYNONYM: references are written with the object's own name; for tables and views the name also becomes a view, so that
 * dynamic SQL and other programs find it. (Trap G09.) */
#include "pass/ddl.h"

static bool is_table_like(const xy_symbol *symbol)
{
    return symbol && (symbol->kind == XY_SYM_TABLE || symbol->kind == XY_SYM_VIEW || symbol->kind == XY_SYM_MVIEW);
}

void xy_pass_create_synonym(xy_context *ctx, xy_node *node)
{
    const xy_create_synonym *synonym = XY_AS(create_synonym, node);
    const xy_symbol *target = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, synonym->target), true);
    bool remote = XY_AS(name, synonym->target)->dblink != NULL;
    if (remote || !target) {
        xy_pass_flag(ctx, node, remote ? "remote" : "unknown-target", NULL);
        return;
    }
    xy_str name = xy_ddl_name(ctx, synonym->name), object = xy_ddl_name(ctx, synonym->target);
    xy_rope rope = {0};
    if (is_table_like(target) && xy_ddl_earlier(ctx, XY_NODE_CREATE_SYNONYM, xy_ddl_last_part(ctx, synonym->name))) /* for another object: other columns */
        xy_rope_format(ctx->edits, &rope, "DROP VIEW IF EXISTS %.*s;\n", XY_STR_ARG(name));
    if (is_table_like(target))
        xy_rope_format(ctx->edits, &rope, "CREATE OR REPLACE VIEW %.*s AS SELECT * FROM %.*s", XY_STR_ARG(name), XY_STR_ARG(object));
    else /* sequences and routines: every reference in the batch is written out */
        xy_rope_format(ctx->edits, &rope, "SELECT 1 WHERE false /* synonym %.*s: references use %.*s */", XY_STR_ARG(name), XY_STR_ARG(object));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* A reference through a synonym: Name nodes whose first part is one. */
void xy_pass_synonym_reference(xy_context *ctx, xy_node *node)
{
    const xy_name *name = XY_AS(name, node);
    if (node->parent && (node->parent->kind == XY_NODE_CREATE_SYNONYM || node->parent->kind == XY_NODE_DROP))
        return;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    uint32_t object_part = 0;
    xy_str written = xy_token_name(ctx->source, name->parts.items[object_part], ctx->arena);
    const xy_symbol *synonym = xy_catalog_find(ctx->catalog, (xy_str){0}, written, false);
    if (!synonym || synonym->kind != XY_SYM_SYNONYM || !symbol)
        return;
    const xy_symbol *target = xy_catalog_find(ctx->catalog, (xy_str){0}, written, true);
    if (!target) /* its object is not in the batch: the reference stays */
        return;
    bool through = symbol == synonym || symbol == target || (name->parts.count > 1 && (symbol->owner == target || target->kind == XY_SYM_SEQUENCE));
    if (!through)
        return;
    /* After RENAME the catalog keeps the first name; the synonym says which one is meant. */
    bool renamed = synonym->target_name.length && !xy_str_equal(synonym->target_name, target->name);
    const xy_symbol *meant = renamed ? xy_catalog_find(ctx->catalog, (xy_str){0}, synonym->target_name, false) : NULL;
    if (renamed && meant && meant->new_name)
        target = meant;
    else if (synonym->new_name) /* the new name itself: it is the object's own */
        return;
    xy_str text = xy_pass_symbol_name(ctx, target);
    xy_edit_token(ctx->edits, name->parts.items[object_part], xy_arena_copy(ctx->arena, text.data, text.length), xy_rule_id(ctx->rule));
}
