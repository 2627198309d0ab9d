/* How collection types are held on the target: see place.h. */
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/types.h"
#include "syntax/keyword.h"

enum { FORM_STATE = XY_STATE_FORMS };

/* Types of the unit of which single elements are deleted, by key_of. */
typedef struct forms {
    xy_map deleted;
} forms;

static xy_str key_of(xy_context *ctx, const xy_type *type)
{
    const xy_symbol *owner = type->symbol ? type->symbol->owner : NULL;
    if (!owner)
        return type->name;
    return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(owner->name), XY_STR_ARG(type->name));
}

static const xy_type *method_collection(const xy_context *ctx, const xy_node *callee)
{
    if (callee->kind == XY_NODE_FIELD)
        return xy_info_of(ctx->analysis, XY_AS(field, callee)->object)->type;
    xy_token_list parts = XY_AS(name, callee)->parts;
    xy_str names[8];
    if (parts.count < 2 || parts.count > 8)
        return NULL;
    for (uint32_t i = 0; i + 1 < parts.count; i++)
        names[i] = xy_token_name(ctx->source, parts.items[i], ctx->arena);
    const xy_symbol *symbol = xy_sema_lookup(ctx->analysis, callee, names, parts.count - 1);
    return symbol ? symbol->type : NULL;
}

static uint32_t last_token(const xy_node *callee)
{
    if (callee->kind == XY_NODE_FIELD)
        return XY_AS(field, callee)->field;
    if (callee->kind == XY_NODE_NAME && XY_AS(name, callee)->parts.count)
        return XY_AS(name, callee)->parts.items[XY_AS(name, callee)->parts.count - 1];
    return XY_NO_TOKEN;
}

typedef struct scan {
    xy_context *ctx;
    forms *all;
} scan;

static bool find_deletions(xy_node *node, void *data)
{
    static char deleted;
    scan *s = data;
    if (node->kind == XY_NODE_CALL && XY_AS(call, node)->args.count) {
        const xy_node *callee = XY_AS(call, node)->callee;
        uint32_t token = last_token(callee);
        bool method = token != XY_NO_TOKEN && xy_plpgsql_word_is(s->ctx, token, "DELETE");
        const xy_type *type = method ? method_collection(s->ctx, callee) : NULL;
        if (type && type->family == XY_FAMILY_COLLECTION)
            xy_map_put(&s->all->deleted, key_of(s->ctx, type), &deleted);
    }
    return xy_node_each_child(node, find_deletions, data);
}

static forms *forms_of(xy_context *ctx)
{
    forms *all = ctx->states[FORM_STATE];
    if (all)
        return all;
    all = ctx->states[FORM_STATE] = XY_NEW(ctx->arena, forms);
    xy_map_init(&all->deleted, ctx->arena);
    scan s = {ctx, all};
    find_deletions(ctx->unit->tree, &s);
    return all;
}

/* Is the type, or its package, made by a unit of this file? */
static bool is_declared_in_file(const xy_context *ctx, const xy_symbol *symbol)
{
    const xy_symbol *object = symbol->owner ? symbol->owner : symbol;
    for (uint32_t i = 0; ctx->units && i < ctx->units->count; i++) {
        const xy_node *tree = ctx->units->items[i].tree;
        const xy_node *name = !tree                                  ? NULL
                              : tree->kind == XY_NODE_CREATE_PACKAGE ? XY_AS(create_package, tree)->name
                              : tree->kind == XY_NODE_CREATE_TYPE    ? XY_AS(create_type, tree)->name
                                                                     : NULL;
        if (!name || name->kind != XY_NODE_NAME || !XY_AS(name, name)->parts.count)
            continue;
        if (xy_token_name_is(ctx->source, XY_AS(name, name)->parts.items[XY_AS(name, name)->parts.count - 1], object->name))
            return true;
    }
    return false;
}

/* Files that are not translated together would hold the values of the type in two ways. */
static void report_form(xy_context *ctx, forms *all, const xy_type *type, bool here)
{
    static char reported;
    xy_str key = xy_str_format(ctx->arena, "reported %.*s", XY_STR_ARG(key_of(ctx, type)));
    bool shared = xy_catalog_beside_delete(ctx->catalog, type->symbol->name);
    bool elsewhere = !type->symbol->node && !is_declared_in_file(ctx, type->symbol);
    bool differs = (here && !shared) || (elsewhere && shared && xy_catalog_only_here(ctx->catalog, type->symbol->name));
    if (!differs || xy_map_get(&all->deleted, key))
        return;
    xy_map_put(&all->deleted, key, &reported);
    xy_pass_report(ctx, ctx->unit->tree, XY_MSG_COLLECTION_FORM, type->name);
}

static bool elements_deleted(xy_context *ctx, const xy_type *type)
{
    forms *all = forms_of(ctx);
    const xy_symbol *owner = type->symbol ? type->symbol->owner : NULL;
    bool here = xy_map_get(&all->deleted, key_of(ctx, type)) != NULL;
    bool shared = type->symbol && (!owner || owner->kind == XY_SYM_PACKAGE) && type->name.length;
    if (!shared)
        return here;
    report_form(ctx, all, type, here);
    return here || xy_catalog_beside_delete(ctx->catalog, type->symbol->name);
}

xy_form xy_form_of(xy_context *ctx, const xy_type *type)
{
    if (!type)
        return XY_FORM_VALUE;
    if (type->family == XY_FAMILY_RECORD || type->family == XY_FAMILY_OBJECT)
        return XY_FORM_RECORD;
    if (type->family != XY_FAMILY_COLLECTION)
        return XY_FORM_VALUE;
    if (type->collection == XY_ASSOCIATIVE)
        return XY_FORM_SPARSE;
    bool nested = type->element && type->element->family == XY_FAMILY_COLLECTION;
    if (nested || (type->collection == XY_NESTED_TABLE && elements_deleted(ctx, type)))
        return XY_FORM_HOLES;
    return XY_FORM_ARRAY;
}

xy_str xy_pass_collection_type_name(xy_context *ctx, const xy_type *type)
{
    if (xy_form_of(ctx, type) != XY_FORM_ARRAY)
        return xy_target_fact(ctx->target, "type_json");
    xy_str element = type->element ? xy_pass_target_type(ctx, type->element) : (xy_str){0};
    return element.length ? xy_str_format(ctx->arena, "%.*s[]", XY_STR_ARG(element)) : (xy_str){0};
}

xy_str xy_place_plain_type(xy_context *ctx, const xy_type *type)
{
    if (!type)
        return (xy_str){0};
    xy_type plain = *type;
    if (type->family == XY_FAMILY_COLLECTION && xy_form_of(ctx, type) == XY_FORM_ARRAY) {
        xy_str element = xy_place_plain_type(ctx, type->element);
        return element.length ? xy_str_format(ctx->arena, "%.*s[]", XY_STR_ARG(element)) : element;
    }
    bool sized = type->family == XY_FAMILY_NUMBER || xy_is_char_family(type->family);
    if (sized) {
        plain.precision = -1;
        plain.scale = INT32_MIN;
    }
    return xy_pass_target_type(ctx, &plain);
}

void xy_place_append(xy_context *ctx, xy_rope *rope, const xy_rope *more)
{
    for (uint32_t i = 0; i < more->count; i++)
        xy_vec_push(ctx->arena, rope, more->items[i]);
}
