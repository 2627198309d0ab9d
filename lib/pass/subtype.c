/* Subtypes that do not take all values of their base type (traps B03, F20): RANGE, NOT NULL, NATURAL … become domains, which PL/pgSQL checks at each assignment
 * to a variable, parameter or result. Elements and fields are not held in a variable of the type: there the flag stays. */
#include "pass/ddl.h"
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/types.h"
#include "syntax/keyword.h"

/* Integer types of Oracle that take only some values, or no NULL, and their domains of the runtime. SIMPLE_INTEGER goes round at its ends, which no domain
 * does. */
static const struct {
    const char *word, *domain;
} ranged[] = {
    {"NATURAL", "natural"}, {"NATURALN", "naturaln"}, {"POSITIVE", "positive"}, {"POSITIVEN", "positiven"}, {"SIGNTYPE", "signtype"}, {"SIMPLE_INTEGER", NULL},
};

/* Variables of a body, parameters and results; variables of a package, whose setter holds the new value in a variable. */
static bool takes_domain(const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (!parent)
        return false;
    if (parent->kind == XY_NODE_VARIABLE_DECL)
        return parent->parent
               && (parent->parent->kind == XY_NODE_BLOCK || parent->parent->kind == XY_NODE_CREATE_PACKAGE
                   || parent->parent->kind == XY_NODE_CREATE_PACKAGE_BODY);
    return parent->kind == XY_NODE_PARAMETER || parent->kind == XY_NODE_ROUTINE;
}

static size_t ranged_index(const xy_context *ctx, const xy_node *data_type)
{
    const xy_data_type *type = XY_AS(data_type, data_type);
    const xy_token_list *parts = &XY_AS(name, type->name)->parts;
    size_t count = sizeof ranged / sizeof *ranged;
    for (size_t i = 0; type->anchor == XY_DATA_TYPE_ANCHOR_NONE && parts->count == 1 && i < count; i++)
        if (xy_plpgsql_word_is(ctx, parts->items[0], ranged[i].word))
            return i;
    return count;
}

static xy_str built_in_domain(xy_context *ctx, const xy_node *node)
{
    size_t i = ranged_index(ctx, node);
    if (i == sizeof ranged / sizeof *ranged)
        return (xy_str){0};
    if (ranged[i].domain && takes_domain(node))
        return xy_str_from(xy_pass_runtime(ctx, ranged[i].domain));
    if (!ranged[i].domain || node->parent->kind != XY_NODE_SUBTYPE_DECL)
        xy_pass_flag(ctx, node, "constrained-type", "type", ranged[i].word, NULL);
    return (xy_str){0};
}

/* `v%TYPE` of a variable says the domain by itself, but not in a signature, nor of a package's variable. */
xy_str xy_pass_domain(xy_context *ctx, const xy_node *node)
{
    const xy_data_type *type = XY_AS(data_type, node);
    const xy_symbol *subtype = type->anchor == XY_DATA_TYPE_ANCHOR_ROWTYPE ? NULL : xy_sema_subtype(xy_info_of(ctx->analysis, type->name)->symbol);
    if (!subtype) {
        const xy_type *known = xy_sema_type_of(ctx->analysis, node);
        return known && known->family == XY_FAMILY_INTEGER ? built_in_domain(ctx, node) : (xy_str){0};
    }
    if (takes_domain(node) && !type->args.count)
        return xy_declared_type_name(ctx, subtype);
    if (node->parent->kind != XY_NODE_SUBTYPE_DECL)
        xy_pass_flag(ctx, node, "constrained-subtype", "type", xy_arena_copy(ctx->arena, subtype->name.data, subtype->name.length), NULL);
    return (xy_str){0};
}

/* ---- the declaration ---- */

static bool is_number(const xy_node *node)
{
    if (node->kind == XY_NODE_UNARY)
        node = XY_AS(unary, node)->operand;
    return node->kind == XY_NODE_NUMBER_LITERAL;
}

static xy_str base_type(xy_context *ctx, const xy_subtype_decl *decl, const xy_symbol *symbol)
{
    size_t i = ranged_index(ctx, decl->type);
    if (symbol->subtype)
        return xy_declared_type_name(ctx, symbol->subtype);
    if (i < sizeof ranged / sizeof *ranged && ranged[i].domain)
        return xy_str_from(xy_pass_runtime(ctx, ranged[i].domain));
    return xy_pass_target_type(ctx, symbol->type);
}

static void create_domain(xy_context *ctx, const xy_node *node, const xy_symbol *symbol, xy_str base, xy_rope *rope)
{
    const xy_subtype_decl *decl = XY_AS(subtype_decl, node);
    xy_str name = xy_declared_type_name(ctx, symbol);
    if (xy_declared_type_may_exist(ctx, name))
        xy_rope_build(ctx->edits, rope, "SET client_min_messages = warning;\nDROP DOMAIN IF EXISTS %S CASCADE;\nRESET client_min_messages;\n", name);
    xy_rope_build(ctx->edits, rope, "CREATE DOMAIN %S AS %S", name, base);
    if (decl->not_null != XY_NO_TOKEN)
        xy_rope_text(ctx->edits, rope, " CHECK (VALUE IS NOT NULL)"); /* a NOT NULL of the domain has another SQLSTATE */
    if (decl->range_low)
        xy_rope_build(ctx->edits, rope, " CHECK (VALUE BETWEEN %n AND %n)", decl->range_low, decl->range_high);
}

void xy_pass_subtype(xy_context *ctx, xy_node *node)
{
    const xy_subtype_decl *decl = XY_AS(subtype_decl, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!symbol || !symbol->constrained) {
        xy_plpgsql_drop_declaration(ctx, node);
        return;
    }
    xy_str base = base_type(ctx, decl, symbol);
    xy_rope rope = {0};
    if (!base.length || (decl->range_low && !(is_number(decl->range_low) && is_number(decl->range_high)))) {
        xy_pass_flag(ctx, node, "range", NULL);
        xy_plpgsql_drop_declaration(ctx, node);
        return;
    }
    create_domain(ctx, node, symbol, base, &rope);
    uint16_t parent = node->parent ? node->parent->kind : 0;
    if (parent == XY_NODE_CREATE_PACKAGE || parent == XY_NODE_CREATE_PACKAGE_BODY) {
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    xy_rope_text(ctx->edits, &rope, ";");
    xy_plpgsql_before_unit(ctx, rope);
    xy_plpgsql_drop_declaration(ctx, node);
}
