/* GRANT and REVOKE. (Trap G09.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

static bool is_object_privilege(const xy_context *ctx, const xy_node *privilege)
{
    static const char *const words[] = {"SELECT", "INSERT", "UPDATE", "DELETE", "REFERENCES", "EXECUTE", "ALL"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xy_ddl_is_word(ctx, privilege->first, words[i]))
            return true;
    return false;
}

static bool more_known(const xy_context *ctx, const xy_grant *grant, uint32_t from)
{
    for (uint32_t i = from; i < grant->privileges.count; i++)
        if (is_object_privilege(ctx, grant->privileges.items[i]))
            return true;
    return false;
}

/* WITH HIERARCHY OPTION is about subobjects, which the target has not. */
static void drop_hierarchy(xy_context *ctx, const xy_grant *grant)
{
    for (uint32_t i = 1; i + 1 < grant->options.count; i++)
        if (xy_ddl_is_word(ctx, grant->options.items[i], "HIERARCHY"))
            xy_edit_delete(ctx->edits, grant->options.items[i - 1], grant->options.items[i + 1] + 1, xy_rule_id(ctx->rule));
}

/* Privileges that the target has not are removed; false when none is left. */
static bool keep_known(xy_context *ctx, const xy_grant *grant)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < grant->privileges.count; i++)
        kept += is_object_privilege(ctx, grant->privileges.items[i]);
    if (kept == 0)
        return false;
    for (uint32_t i = 0; i < grant->privileges.count; i++) {
        const xy_node *privilege = grant->privileges.items[i];
        if (is_object_privilege(ctx, privilege))
            continue;
        bool last = i + 1 == grant->privileges.count || !more_known(ctx, grant, i + 1);
        uint32_t from = last ? xy_token_previous(ctx->source, privilege->first) : privilege->first;
        uint32_t to = last ? privilege->last : xy_token_next(ctx->source, privilege->last - 1) + 1;
        xy_edit_delete(ctx->edits, from, to, xy_rule_id(ctx->rule));
    }
    return true;
}

static void object_kind(xy_context *ctx, const xy_node *node, const xy_grant *grant)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, grant->on)->symbol;
    bool execute = xy_ddl_is_word(ctx, grant->privileges.items[0]->first, "EXECUTE");
    if (symbol && symbol->kind == XY_SYM_PACKAGE) {
        xy_str schema = xy_pass_package_schema(ctx, symbol);
        xy_rope rope = {0}, usage = {0};
        xy_rope_format(ctx->edits, &rope, "ALL ROUTINES IN SCHEMA %.*s", XY_STR_ARG(schema));
        xy_edit_replace_node(ctx->edits, grant->on, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        bool give = grant->kind == XY_GRANT_KIND_GRANT;
        xy_rope_format(ctx->edits, &usage, "%s USAGE ON SCHEMA %.*s %s ", give ? "GRANT" : "REVOKE", XY_STR_ARG(schema), give ? "TO" : "FROM");
        for (uint32_t i = 0; i < grant->grantees.count; i++) {
            xy_rope_text(ctx->edits, &usage, i ? ", " : "");
            xy_rope_node(ctx->edits, &usage, grant->grantees.items[i]);
        }
        xy_ddl_append(ctx, usage);
    } else if (symbol && symbol->kind == XY_SYM_SEQUENCE) {
        xy_edit_insert_text(ctx->edits, grant->on->first, XY_BEFORE, "SEQUENCE ", xy_rule_id(ctx->rule));
    } else if (execute && symbol && symbol->kind == XY_SYM_TYPE) {
        xy_pass_flag(ctx, node, "type-privilege", NULL);
    } else if (execute) {
        xy_edit_insert_text(ctx->edits, grant->on->first, XY_BEFORE, "ROUTINE ", xy_rule_id(ctx->rule));
        if (!symbol)
            xy_pass_flag(ctx, grant->on, "unknown-object", NULL);
    }
}

/* Roles alone: PostgreSQL grants them with the same words. CONNECT and the like are roles that only Oracle has. */
static bool only_roles(const xy_context *ctx, const xy_grant *grant)
{
    static const char *const oracle_roles[] = {"CONNECT", "RESOURCE", "DBA", "SYSDBA", "SYSOPER", "ALL"};
    for (uint32_t i = 0; i < grant->privileges.count; i++) {
        const xy_node *privilege = grant->privileges.items[i];
        if (xy_token_next(ctx->source, privilege->first) < privilege->last)
            return false;
        for (size_t k = 0; k < sizeof oracle_roles / sizeof *oracle_roles; k++)
            if (xy_ddl_is_word(ctx, privilege->first, oracle_roles[k]))
                return false;
    }
    return grant->privileges.count > 0;
}

void xy_pass_grant(xy_context *ctx, xy_node *node)
{
    const xy_grant *grant = XY_AS(grant, node);
    if (!grant->on) {
        xy_pass_flag(ctx, node, only_roles(ctx, grant) ? "role" : "system-privilege", "text", xy_pass_node_text(ctx, node), NULL);
        return;
    }
    if (grant->privileges.count == 0 || !keep_known(ctx, grant)) {
        xy_pass_flag(ctx, node, "system-privilege", "text", xy_pass_node_text(ctx, node), NULL);
        return;
    }
    drop_hierarchy(ctx, grant);
    object_kind(ctx, node, grant);
}
