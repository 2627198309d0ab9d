/* The analysis of one unit: shared by the files that walk its tree. */
#ifndef XY_SEMA_WALK_H
#define XY_SEMA_WALK_H

#include "sema/internal.h"

/** A value that a variable gets; null when it may become null by it (OUT arguments, FETCH …). */
typedef struct sema_assignment {
    xy_symbol *variable;
    const xy_node *value;
} sema_assignment;

typedef struct sema {
    xy_arena *arena;
    const xy_source *source;
    const xy_unit *unit;
    const xy_catalog *catalog;
    xy_diags *diags;
    xy_analysis *a;
    xy_info *infos;
    void **extra;      /* by node id: sema_scope* of scope nodes, table alias of column names */
    uint32_t *effects; /* by node id, filled at the end */
    sema_env env;      /* env.scope is the current scope */
    sema_declarer declarer;
    xy_symbol *routine;               /* innermost routine */
    xy_symbol *recursive;             /* WITH name whose anchor is being analysed */
    sema_symbols labels;              /* of the statement that follows */
    xy_map *binds;                    /* trigger: NEW, OLD, PARENT as they are called there */
    const xy_type *const *bind_types; /* dynamic SQL: types of placeholders by token, or null */
    XY_VEC(sema_assignment) assignments;
    sema_symbols variables; /* candidates for never null */
    sema_symbols routines;  /* declared in the unit */
    XY_VEC(xy_str) missing; /* tables that were not found */
    bool in_sql;
    bool package_level;
    bool row_written; /* the record of some cursor loop: its fields may be null then */
    bool is_expr[XY_NODE_COUNT];
} sema;

sema *sema_new(xy_arena *arena, const xy_source *source, const xy_unit *unit, const xy_catalog *catalog, xy_diags *diags);

static inline xy_info *sema_info(const sema *s, const xy_node *node)
{
    return &s->infos[node->id];
}
static inline const xy_type *sema_type_at(const sema *s, const xy_node *node)
{
    const xy_type *type = s->infos[node->id].type;
    return type ? type : sema_type(XY_FAMILY_UNKNOWN);
}
static inline xy_family sema_family_at(const sema *s, const xy_node *node)
{
    return sema_type_at(s, node)->family;
}

/* The walk: one function per node kind, in four tables by kind (analyse.c); other kinds: their children. */
typedef void (*sema_walker)(sema *s, xy_node *node);
extern const sema_walker sema_expression_walkers[], sema_query_walkers[], sema_statement_walkers[], sema_unit_walkers[];
void sema_walk(sema *s, xy_node *node); /* null is allowed */
void sema_walk_list(sema *s, xy_nodes list);
void sema_walk_children(sema *s, xy_node *node);
void sema_set(sema *s, const xy_node *node, const xy_type *type, xy_symbol *symbol);
void sema_set_family(sema *s, const xy_node *node, xy_family family);

/* scopes of the walk (analyse.c) */
sema_scope *sema_enter(sema *s, sema_scope_kind kind, const xy_node *node); /* becomes the current one and is kept for the node */
void sema_leave(sema *s);
void sema_declare_in(sema *s, sema_scope *scope, xy_symbol *symbol);
xy_symbol *sema_local(sema *s, xy_symbol_kind kind, xy_str name, const xy_type *type, const xy_node *node);
typedef struct sema_state {
    sema_scope *scope;
    bool in_sql;
} sema_state;
/** For PL/SQL parts inside SQL (INTO targets …): no columns in sight. */
sema_state sema_outside_sql(sema *s);
sema_state sema_inside_sql(sema *s);
void sema_restore(sema *s, sema_state state);

/** The scope that names at a node are looked up in. */
sema_scope *sema_scope_at(const sema *s, const xy_node *at);

/* units and declarations (unit.c) */
void sema_walk_decls(sema *s, xy_nodes decls, xy_symbol *owner);

/* statements (statement.c) */
void sema_mark_written(sema *s, const xy_node *target, const xy_node *value);
/** Walks INTO targets; `values` (may be null) is the query block whose result goes into them. */
void sema_walk_into(sema *s, xy_node *into, const sema_scope *values);

/* queries (query.c) */
void sema_walk_select(sema *s, xy_node *select);
sema_scope *sema_query_scope(const sema *s, const xy_node *query); /* of Select, QueryBlock, SetOperation; null before the walk */
void sema_walk_table(sema *s, sema_scope *scope, xy_node *table);
/** Makes a table's columns visible in a query scope under a name. */
xy_symbol *sema_add_alias(sema *s, sema_scope *scope, xy_symbol *table, xy_str name, const xy_node *node);
/** Conversions of a query's result to the types of columns or variables. */
void sema_convert_query(sema *s, const xy_node *query, xy_symbol *const *columns, uint32_t count);

/* expressions (expression.c) */
void sema_resolve_name(sema *s, xy_node *name, unsigned flags);
void sema_set_found(sema *s, const xy_node *node, const sema_found *found);
void sema_use(sema *s, xy_symbol *symbol);
const xy_node *sema_argument_value(const xy_node *argument); /* of a NamedArgument, else itself */

/* conversions (convert.c) */
void sema_convert(sema *s, const xy_node *operand, xy_family to);
void sema_convert_to_type(sema *s, const xy_node *operand, const xy_type *type);
/** As sema_convert_to_type for a value that is stored in a place of this type: notes how long a text may be there. */
void sema_convert_stored(sema *s, const xy_node *operand, const xy_type *type, bool column);
void sema_convert_comparison(sema *s, const xy_node *a, const xy_node *b);

/* calls (call.c) */
void sema_walk_call(sema *s, xy_node *call);
/** Type and integrality of a built-in without parentheses or with the arguments. */
void sema_set_builtin(sema *s, const xy_node *node, xy_symbol *symbol, xy_nodes args, const xy_type *container);

/* nullability (nullability.c) */
void sema_null_node(sema *s, const xy_node *node); /* from its children */
void sema_null_refresh(sema *s, xy_node *root);    /* whole subtree, children first */
void sema_null_facts(sema *s, sema_scope *scope, const xy_node *condition);
/** Marks what the block groups by in ROLLUP and its like, where it stands in the select list or HAVING: it is NULL in the totals. */
void sema_null_totals(sema *s, const xy_query_block *block);
void sema_null_variables(sema *s, xy_node *root);
xy_nullability sema_null_strict(xy_nullability a, xy_nullability b);
xy_nullability sema_null_any(xy_nullability a, xy_nullability b);

/* effects (effects.c) */
void sema_unit_effects(sema *s);

#endif
