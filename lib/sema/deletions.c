/* Which collection types lose single elements somewhere: a fact of the whole batch, for all files must hold the values of a type in one way. */
#include "sema/internal.h"
#include "syntax/keyword.h"
#include "syntax/parse.h"

/* `.DELETE(` with an argument behind it. */
static bool deletes_element(const xy_source *source, uint32_t dot, uint32_t last)
{
    const xy_token *tokens = source->tokens;
    uint32_t method = xy_token_next(source, dot), open = method < last ? xy_token_next(source, method) : XY_NO_TOKEN;
    if (method >= last || !xy_str_equal_nocase(xy_token_text(source, method), XY_STR("DELETE")) || open >= last || tokens[open].kind != XY_TOKEN_LPAREN)
        return false;
    uint32_t argument = xy_token_next(source, open);
    return argument < last && tokens[argument].kind != XY_TOKEN_RPAREN;
}

static bool unit_deletes(const xy_source *source, const xy_unit *unit)
{
    for (uint32_t i = unit->start; i + 2 < unit->last; i++)
        if (source->tokens[i].kind == XY_TOKEN_DOT && deletes_element(source, i, unit->last))
            return true;
    return false;
}

void sema_catalog_note_deletions(xy_catalog *catalog, const xy_source *source, const xy_unit *unit)
{
    if (!unit_deletes(source, unit))
        return;
    for (uint32_t i = unit->start; i < unit->last; i++) {
        if (!xy_token_is_word(source->tokens[i].kind))
            continue;
        xy_str name = xy_token_name(source, i, catalog->arena);
        if (!xy_map_get(&catalog->deleting, name))
            xy_map_put(&catalog->deleting, xy_str_copy(catalog->arena, name), catalog);
    }
}

static void note_type(xy_catalog *catalog, const xy_type *type)
{
    if (type && type->family == XY_FAMILY_COLLECTION && type->symbol && !xy_map_get(&catalog->deleting, type->symbol->name))
        xy_map_put(&catalog->deleting, type->symbol->name, catalog);
}

/* A unit that says pkg.v.DELETE(i), or r.list.DELETE(i), need not name the type of v or list. */
static void note_values(xy_catalog *catalog, const xy_symbol *symbol)
{
    if (symbol->kind == XY_SYM_VARIABLE && xy_catalog_beside_delete(catalog, symbol->name))
        note_type(catalog, symbol->type);
    for (uint32_t i = 0; symbol->kind == XY_SYM_TYPE && symbol->type && i < symbol->type->field_count; i++)
        if (xy_catalog_beside_delete(catalog, symbol->type->fields[i].name))
            note_type(catalog, symbol->type->fields[i].type);
}

void sema_catalog_complete_deletions(xy_catalog *catalog)
{
    for (uint32_t i = 0; i < catalog->objects.count; i++) {
        const xy_symbol *object = catalog->objects.items[i];
        note_values(catalog, object);
        if (object->kind != XY_SYM_PACKAGE || !object->members)
            continue;
        for (xy_map_entry *e = xy_map_first(object->members); e; e = xy_map_next(e))
            note_values(catalog, xy_map_value(e));
    }
}

bool xy_catalog_beside_delete(const xy_catalog *catalog, xy_str name)
{
    for (; catalog; catalog = catalog->parent)
        if (xy_map_get(&catalog->deleting, name))
            return true;
    return false;
}

bool xy_catalog_only_here(const xy_catalog *catalog, xy_str name)
{
    return catalog->parent && !xy_catalog_beside_delete(catalog->parent, name);
}
