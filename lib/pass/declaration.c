/* Declarations that have no object on the target: the pass `plsql-declaration`. Exceptions are SQLSTATEs, pragmas were heeded elsewhere, REF CURSOR
 * types are written where they are used. */
#include "pass/plpgsql_state.h"

#include "syntax/keyword.h"

/* Pragmas whose meaning is kept, or that only guide Oracle's compiler. */
static bool pragma_is_known(const xy_context *ctx, uint32_t name)
{
    static const char *const words[] = {"EXCEPTION_INIT",      "AUTONOMOUS_TRANSACTION", "INLINE",    "UDF",
                                        "RESTRICT_REFERENCES", "SERIALLY_REUSABLE",      "DEPRECATE", "COVERAGE"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xy_plpgsql_word_is(ctx, name, words[i]))
            return true;
    return false;
}

void xy_pass_declaration(xy_context *ctx, xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_PRAGMA:
        if (!pragma_is_known(ctx, XY_AS(pragma, node)->name))
            xy_pass_flag(ctx, node, "pragma", NULL);
        else if (xy_plpgsql_word_is(ctx, XY_AS(pragma, node)->name, "AUTONOMOUS_TRANSACTION"))
            xy_pass_flag(ctx, node, "autonomous", NULL);
        break;
    case XY_NODE_TYPE_DECL:
        if (XY_AS(type_decl, node)->definition->kind != XY_NODE_REF_CURSOR_TYPE)
            return;
        break;
    case XY_NODE_VARIABLE_DECL: return; /* types.c */
    default: break;
    }
    xy_plpgsql_drop_declaration(ctx, node);
}
