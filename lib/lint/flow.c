/* Statements and handlers that nothing reaches. */
#include "lint/check.h"

static bool is_raise_application_error(const lint_unit *u, const xy_node *statement)
{
    const xy_node *call = XY_AS(procedure_call, statement)->call;
    const xy_node *callee = call->kind == XY_NODE_CALL ? XY_AS(call, call)->callee : call;
    const xy_symbol *symbol = xy_info_of(u->a, callee)->symbol;
    return symbol && symbol->kind == XY_SYM_BUILTIN && xy_str_is(symbol->name, "RAISE_APPLICATION_ERROR");
}

static bool leaves(const lint_unit *u, const xy_node *statement)
{
    switch (statement->kind) {
    case XY_NODE_RETURN:
    case XY_NODE_RAISE:
    case XY_NODE_GOTO: return true;
    case XY_NODE_LABELED: return XY_AS(labeled, statement)->statement && leaves(u, XY_AS(labeled, statement)->statement);
    case XY_NODE_EXIT: return XY_AS(exit, statement)->when == NULL;
    case XY_NODE_CONTINUE: return XY_AS(continue, statement)->when == NULL;
    case XY_NODE_PROCEDURE_CALL: return is_raise_application_error(u, statement);
    default: return false;
    }
}

/* $IF … $END between them: other flags compile other text. */
static bool is_conditional_between(const lint_unit *u, const xy_node *before, const xy_node *after)
{
    for (uint32_t i = before->last; i < after->first; i++) {
        xy_str text = xy_token_text(u->a->source, i);
        if (text.length > 1 && text.data[0] == '$')
            return true;
    }
    return false;
}

/* The first statement behind one that always leaves. NULL stands where the compiler wants a statement; a label may be jumped to. */
static void look_at_list(const lint_unit *u, xy_nodes list)
{
    for (uint32_t i = 1; i < list.count; i++) {
        const xy_node *before = list.items[i - 1], *after = list.items[i];
        bool meant = after->kind == XY_NODE_LABELED || after->kind == XY_NODE_NULL;
        if (!leaves(u, before) || meant || is_conditional_between(u, before, after))
            continue;
        while (before->kind == XY_NODE_LABELED)
            before = XY_AS(labeled, before)->statement;
        lint_report(u, XY_MSG_UNREACHABLE_STATEMENT, after, "before", xy_str_upper(u->arena, xy_token_text(u->a->source, before->first)), "after",
                    lint_text(u, after));
        return;
    }
}

void lint_statements(lint_unit *u, const xy_node *node)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t f = 0; f < info->field_count; f++) {
        const xy_field_info *field = &info->fields[f];
        if (field->type == XY_FIELD_LIST && (strcmp(field->name, "stmts") == 0 || strcmp(field->name, "otherwise") == 0))
            look_at_list(u, xy_field_list(node, field));
    }
}

/* ---- handlers ---- */

static xy_str exception_name(const lint_unit *u, const xy_node *name)
{
    return xy_str_upper(u->arena, lint_text(u, name));
}

static bool is_handled(const lint_unit *u, xy_nodes handlers, uint32_t h, uint32_t e, const xy_node *name)
{
    xy_str text = exception_name(u, name);
    for (uint32_t i = 0; i <= h; i++) {
        xy_nodes names = XY_AS(handler, handlers.items[i])->exceptions;
        for (uint32_t j = 0; j < names.count && (i < h || j < e); j++)
            if (xy_str_equal(exception_name(u, names.items[j]), text))
                return true;
    }
    return false;
}

void lint_handlers(lint_unit *u, const xy_node *node)
{
    xy_nodes handlers = node->kind == XY_NODE_BLOCK ? XY_AS(block, node)->handlers : XY_AS(create_package_body, node)->handlers;
    bool others = false;
    lint_statements(u, node);
    for (uint32_t h = 0; h < handlers.count; h++) {
        if (handlers.items[h]->kind != XY_NODE_HANDLER)
            continue;
        xy_nodes names = XY_AS(handler, handlers.items[h])->exceptions;
        for (uint32_t e = 0; e < names.count; e++) {
            const xy_node *name = names.items[e];
            if (others || is_handled(u, handlers, h, e, name))
                lint_report(u, XY_MSG_UNREACHABLE_HANDLER, name, "name", exception_name(u, name), "by", others ? XY_STR("OTHERS") : exception_name(u, name));
        }
        for (uint32_t e = 0; e < names.count; e++)
            others = others || xy_str_is(exception_name(u, names.items[e]), "OTHERS");
    }
}
