/* Shared by the files of lib/sema; not for other layers. */
#ifndef XY_SEMA_INTERNAL_H
#define XY_SEMA_INTERNAL_H

#include "sema/sema.h"

#include <string.h>

enum { SEMA_NO_SCALE = INT32_MIN, SEMA_MAX_PARTS = 6 };

typedef XY_VEC(xy_symbol *) sema_symbols;
/** A named constraint that makes columns not null. */
typedef struct sema_constraint {
    xy_str name;
    xy_symbol **columns;
    uint32_t count;
    bool primary;
} sema_constraint;
typedef struct sema_scope sema_scope;
typedef struct sema_pending sema_pending;
typedef struct sema_query_text sema_query_text;
typedef struct sema_calls sema_calls;
typedef struct sema_row_trigger sema_row_trigger;
typedef struct sema_declarer sema_declarer;

/** A name that stands in SQL somewhere: a column as a rule, or a function called without parentheses. */
typedef struct sema_sql_name {
    xy_str name;
    const xy_symbol *seen_in; /* the routine that was looked at last: each name once for a routine */
} sema_sql_name;

/** Every symbol is allocated as one of these: what sema alone knows stands behind the public part. */
typedef struct sema_symbol {
    xy_symbol s;
    xy_symbol *next_same_name;     /* catalog: object of the same name in another schema */
    sema_pending *pending;         /* catalog: types still to be looked up */
    struct sema_spec *under;       /* catalog: supertype whose attributes are still to be taken over */
    sema_query_text *query;        /* catalog: view or cursor whose columns are still to be derived */
    sema_calls *calls;             /* what the routine's body does */
    sema_symbols *callers;         /* catalog: routines to look at again when the effects change */
    xy_symbol *package;            /* catalog: package whose names its body sees */
    sema_scope *inner;             /* unit: scope of a routine, block label or loop label */
    xy_symbol *routine;            /* unit: routine that declares it; null at package level */
    const char *signature;         /* built-in: see builtins.c */
    sema_row_trigger *row_trigger; /* catalog: see triggers.c */
    const xy_catalog *home;        /* catalog that owns it; null for built-ins and the symbols of a unit */
    xy_str target_schema;          /* synonym */
    xy_symbol *renamed;            /* catalog: the newest name that RENAME gave the object; of that name: the one before */
    bool queued, waits /* for the name of a callee */, listed /* in catalog->summarised */;
    uint8_t busy;                        /* being completed: breaks cycles */
    XY_VEC(sema_constraint) constraints; /* catalog: of a table, by name */
    const xy_type *object;               /* object table, alias of TABLE(…): type of VALUE(alias) */
    bool local;                          /* belongs to the unit under analysis: may be written */
    bool package_level;                  /* declared in a package, not in a routine or block */
    bool has_spec;                       /* package: its specification was seen */
    bool forward;                        /* routine declared without body so far */
    bool never_null;                     /* variable: all its values are known to be not null */
    bool null_candidate;                 /* variable: may turn out to be never null */
    bool is_derived;                     /* alias of a derived table, table function …: columns are its own */
} sema_symbol;

static inline sema_symbol *sema_of(const xy_symbol *symbol)
{
    return (sema_symbol *)(uintptr_t)symbol;
}

xy_symbol *sema_symbol_new(xy_arena *arena, xy_symbol_kind kind, xy_str name);
/** Adds a column to a growing list; `owner` is set. */
xy_symbol *sema_column_new(xy_arena *arena, xy_symbol *owner, xy_str name, const xy_type *type, xy_nullability nullability);

/* ---- types (types.c) ---- */

/** A type as it was written, independent of the tree. */
typedef struct sema_spec {
    xy_str parts[SEMA_MAX_PARTS];
    uint8_t part_count, anchor /* XY_DATA_TYPE_ANCHOR_… */, arg_count, unit /* 'B', 'C' or 0 */;
    bool ref;
    int32_t args[2];
    xy_str words; /* further words, upper case, one blank between */
} sema_spec;

/** What a type or dotted name is looked up with. */
typedef struct sema_env {
    const xy_catalog *catalog;
    xy_catalog *writable; /* the catalog that is being finished, or null */
    xy_arena *arena;
    sema_scope *scope;  /* null outside of the analysis of a unit */
    xy_symbol *package; /* its private members are visible */
    xy_str schema;      /* current schema, may be empty */
    xy_map *fields;     /* symbols made for record fields, by owner and name */
    bool types_only;    /* only types are looked for: a routine of the same name is passed over */
    xy_symbol *named;   /* out: symbol of the type or anchor resolved last */
} sema_env;

/** The plain type of a family (no precision). Never null. */
const xy_type *sema_type(xy_family family);
const xy_type *sema_type_number(xy_arena *arena, int32_t precision, int32_t scale);
/** A NUMBER that is always an integer. */
const xy_type *sema_type_integral(void);
static inline bool sema_type_is_integral(const xy_type *type)
{
    return type && (type->integral || type->family == XY_FAMILY_INTEGER);
}
/** BINARY_FLOAT or BINARY_DOUBLE, by numeric precedence; one of the two is such a type. */
const xy_type *sema_type_float(const xy_type *a, const xy_type *b);
const xy_type *sema_type_varchar(xy_arena *arena, int32_t length);
xy_type *sema_type_new(xy_arena *arena, xy_family family);
bool sema_type_known(const xy_type *type);
/** Leading decimal digits of a token's text. */
int32_t sema_digits(xy_str text);
/** Reads a DataType node; texts are copied into the arena when `copy`. */
void sema_spec_read(const xy_source *source, const xy_node *data_type, xy_arena *arena, bool copy, sema_spec *spec);
/** The type that the specification denotes as seen from env; UNKNOWN when not known. `symbol` (may be null) gets the named type's symbol. */
const xy_type *sema_spec_resolve(sema_env *env, const sema_spec *spec);
/** Row type over the columns of a table, view, cursor or WITH name. */
const xy_type *sema_row_type(xy_arena *arena, xy_symbol *of, xy_symbol *const *columns, uint32_t count);
/** Brings the row type of a table, view or cursor up to date in place (others may hold it already). */
void sema_row_type_update(xy_arena *arena, xy_symbol *of);
const xy_record_field *sema_find_field(const xy_type *type, xy_str name);
/** The common type of CASE, COALESCE, set operations; the first known decides as in Oracle (numbers win over characters when `numbers`). */
const xy_type *sema_type_unify(xy_arena *arena, const xy_type *a, const xy_type *b);

/* ---- built-ins (builtins.c) ---- */

typedef struct sema_builtins {
    xy_map items;      /* functions, pseudo-columns, packages (with members), exceptions: name -> symbol */
    xy_map methods;    /* of collections */
    xy_map dictionary; /* DUAL and dictionary views */
} sema_builtins;
void sema_builtins_init(sema_builtins *builtins, xy_arena *arena);
/** Types that Oracle brings along, their methods, and the package items that give them (supplied.c). */
void sema_supplied_add(sema_builtins *builtins, xy_arena *arena);
/** A built-in by its signature. */
xy_symbol *sema_builtin_item(xy_arena *arena, xy_symbol_kind kind, xy_str name, const char *signature);
/** The package of PACKAGE.ITEM, made when it is new; `item` gets the name behind the dot. */
xy_symbol *sema_builtin_package(sema_builtins *builtins, xy_arena *arena, const char *name, xy_str *item);

/** One parameter as the signature says. */
typedef struct sema_builtin_param {
    xy_str name;
    char type;
    xy_mode mode;
    bool optional, repeated;
} sema_builtin_param;
enum { SEMA_BUILTIN_MAX_PARAMS = 16 };
typedef struct sema_signature {
    sema_builtin_param params[SEMA_BUILTIN_MAX_PARAMS];
    uint32_t count;
    char result, null_rule;
    const char *flags;
} sema_signature;
void sema_signature_read(const char *text, sema_signature *signature);
/** Family that a parameter letter asks for; UNKNOWN for "any". */
xy_family sema_letter_family(char letter);

/* ---- scopes (scope.c) ---- */

typedef enum sema_scope_kind {
    SEMA_SCOPE_DECLS /* block, routine, package, loop, label */,
    SEMA_SCOPE_QUERY,
    SEMA_SCOPE_WITH,
    SEMA_SCOPE_ORDER
} sema_scope_kind;

typedef struct sema_fact {
    const xy_symbol *alias, *column;
} sema_fact;

struct sema_scope {
    sema_scope_kind kind;
    sema_scope *parent;
    xy_map *names; /* null until something is declared */
    xy_map *labels;
    xy_symbol *self; /* routine or package that qualifies the names */
    const xy_node *node;
    sema_symbols tables; /* query: aliases in FROM order */
    xy_str *using_names;
    uint32_t using_count; /* USING and NATURAL columns: the first table's stands for all */
    bool has_unknown;     /* query: a table whose columns are not all known */
    bool grouped;         /* query: GROUP BY with plain items, no row for an empty input */
    bool super_groups;    /* query: ROLLUP, CUBE, GROUPING SETS: columns may be null in totals */
    sema_symbols columns; /* query: result */
    bool columns_known;
    XY_VEC(sema_fact) facts; /* columns that the WHERE clause makes not null */
};

typedef struct sema_found {
    xy_symbol *symbol;        /* what the whole name denotes, or null */
    const xy_type *type;      /* its type when it is a value */
    xy_symbol *base;          /* what the name starts with: the variable of a record field, the collection of a method */
    xy_symbol *holder;        /* what the last part was selected from */
    const xy_type *container; /* type of what the last part was selected from */
    xy_symbol *alias;         /* table alias of a column */
    const sema_scope *scope;  /* query scope of that alias */
    bool maybe_column;
} sema_found;

enum { SEMA_FIND_SQL = 1 /* columns first */, SEMA_FIND_CALLEE = 2 /* no columns: a name before arguments */, SEMA_FIND_TABLE = 4 };

sema_scope *sema_scope_new(xy_arena *arena, sema_scope *parent, sema_scope_kind kind, const xy_node *node);
void sema_scope_declare(xy_arena *arena, sema_scope *scope, xy_symbol *symbol);
/** Resolves a dotted name as Oracle does from env->scope outward, then package, catalog, built-ins. */
sema_found sema_find(sema_env *env, const xy_str *parts, uint32_t count, unsigned flags);
/** Table, view or WITH name of a FROM clause. */
xy_symbol *sema_find_table(sema_env *env, const xy_str *parts, uint32_t count);
/** Table alias by name as seen from the scope, or null. */
const xy_symbol *sema_find_alias(const sema_scope *scope, xy_str name);
/** Column of a table, view, alias, WITH name by name, or null. */
xy_symbol *sema_find_column(const xy_symbol *source, xy_str name);
/** Member of a value or object: package item, column, record field, attribute, collection method. Null when not known. */
xy_symbol *sema_member(sema_env *env, xy_symbol *symbol, const xy_type *type, xy_str name);

/* ---- catalog (catalog.c, tables.c, packages.c, complete.c, summary.c) ---- */

struct xy_catalog {
    xy_arena *arena;
    const xy_catalog *parent;
    sema_builtins *builtins;
    xy_map names; /* name -> first xy_symbol of that name (chained over schemas) */
    sema_symbols objects;
    sema_symbols incomplete; /* symbols with pending types or queries */
    xy_map sql_names;        /* last parts of the names in SQL, to sema_sql_name*: what may be a function called there */
    xy_map triggered;        /* names of the tables and views that have triggers */
    xy_map deleting;         /* words of the units that delete single elements of collections, and types of what they name */
    xy_map waiting;          /* name -> sema_symbols*: incomplete ones that miss an object of this name */
    sema_symbols routines;   /* whose calls are still to be looked up (new, or woken by a name) */
    sema_symbols summarised; /* routines and anonymous blocks whose calls are known */
    xy_map keeping;          /* "PKG.NAME" of routines whose work must stay when they fail */
    uint32_t effects_seen;   /* objects that were there when the calls of `summarised` were looked up */
    uint32_t depth;          /* of completions within completions */
    xy_str owner;            /* schema of objects that are written without one */
};
enum { SEMA_MAX_DEPTH = 100 };

/** A new object, or the one of the same schema and name to be described anew. */
xy_symbol *sema_catalog_put(xy_catalog *catalog, xy_symbol_kind kind, xy_str schema, xy_str name);
/** The object for change: one of the parent is copied first. Null when there is none. */
xy_symbol *sema_catalog_own(xy_catalog *catalog, xy_str schema, xy_str name);
/** Notes that types or columns of the symbol are still to be looked up. */
void sema_catalog_incomplete(xy_catalog *catalog, xy_symbol *symbol);
void sema_catalog_note_deletions(xy_catalog *catalog, const xy_source *source, const xy_unit *unit);
void sema_catalog_complete_deletions(xy_catalog *catalog);
void sema_catalog_add_package(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_package_body(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_routine(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_type(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_type_body(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_block(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
/** What the block makes by DDL in literals (dynamic_ddl.c). */
void sema_catalog_add_dynamic(xy_catalog *catalog, const xy_source *source, const xy_node *tree);
void sema_catalog_add_trigger(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
/** Schema and name of a Name node, copied; false when it has another form. */
bool sema_object_name(sema_declarer *d, const xy_node *name, xy_str *schema, xy_str *object);

struct sema_pending {
    const xy_type **slot;
    sema_spec spec;
    sema_pending *next;
    xy_symbol *package;
    xy_str schema;
    xy_nullability *nullability;
    xy_symbol *declared; /* what the type is declared for, if its subtype is asked for */
};
/** What a symbol takes over from the subtype, or with %TYPE from the variable, that names its type. */
void sema_take_subtype(xy_symbol *symbol, const xy_symbol *named);
struct sema_query_text {
    xy_str text;
    xy_str *column_names;
    uint32_t column_count;
    xy_symbol *package;
    xy_str schema;
};

void sema_catalog_inherit(xy_catalog *catalog, xy_symbol *symbol, const xy_symbol *super);
/** Wakes the symbols that wait for an object of this name. */
void sema_catalog_wake(xy_catalog *catalog, xy_str name);
xy_symbol *sema_catalog_builtin(const xy_catalog *catalog, xy_str name);
/** Completes types and columns of a catalog symbol when the catalog is being finished; nothing otherwise. */
void sema_catalog_ensure(sema_env *env, xy_symbol *symbol);
/** Notes that `symbol` (being completed) misses an object of this name. */
void sema_catalog_wait(xy_catalog *catalog, xy_symbol *symbol, xy_str name);
/** Derives the columns of a view or cursor from its stored query. */
void sema_catalog_derive(xy_catalog *catalog, xy_symbol *symbol);
/** Walks a routine's body and stores what it does and calls (summary.c). */
void sema_catalog_summarise(xy_catalog *catalog, const xy_source *source, xy_symbol *routine, const xy_node *tree);
void sema_catalog_effects(xy_catalog *catalog);
/** Notes the names that SQL statements of the unit use (no_data.c). */
/** The name's entry in catalog->sql_names, made when it is new. */
sema_sql_name *sema_catalog_sql_name(xy_catalog *catalog, xy_str name);
void sema_catalog_note_sql(xy_catalog *catalog, const xy_source *source, const xy_node *tree);
/** Runs a function with an arena that is freed after it, on failure too. */
void sema_with_scratch(xy_catalog *catalog, void (*run)(xy_catalog *catalog, xy_arena *scratch, void *data), void *data);

/** Builds symbols from declarations, for the catalog (texts copied, types pending) or for a unit's analysis. */
struct sema_declarer {
    sema_env *env;
    const xy_source *source;
    bool catalog;      /* copy texts, set no nodes, keep types pending */
    xy_symbol *holder; /* catalog: symbol that pending types are attached to */
    xy_info *infos;    /* unit: where the types of DataType nodes are noted */
};

xy_str sema_token_name(const sema_declarer *d, uint32_t token);
/** Splits a Name into folded parts; returns their count (0 when there are too many). */
uint32_t sema_name_parts(const sema_declarer *d, const xy_node *name, xy_str parts[SEMA_MAX_PARTS]);
void sema_declare_type(sema_declarer *d, const xy_type **slot, const xy_node *data_type);
xy_symbol *sema_declare_routine(sema_declarer *d, const xy_node *routine, xy_symbol *owner);
xy_symbol *sema_declare_parameter(sema_declarer *d, const xy_node *parameter, xy_symbol *owner);
/** Symbol of a variable, constant, exception, cursor, type or subtype declaration; null for others. */
xy_symbol *sema_declare(sema_declarer *d, const xy_node *decl, xy_symbol *owner);
/** Type of a CollectionType, RecordType, RefCursorType or ObjectType. */
xy_type *sema_declare_definition(sema_declarer *d, const xy_node *definition, xy_symbol *type_symbol);
void sema_declare_exception_init(sema_declarer *d, const xy_node *pragma, xy_map *names);
/** Puts a symbol into a name map; routines of one name are chained as overloads. */
void sema_add_member(xy_arena *arena, xy_map **names, xy_symbol *symbol);
/** A routine of `first`'s overloads with the same parameters (names and families), or null. */
xy_symbol *sema_same_routine(xy_symbol *first, const xy_symbol *routine);
bool sema_token_is(const xy_source *source, uint32_t token, const char *word);
xy_str sema_node_text(const xy_source *source, const xy_node *node);

/* triggers (triggers.c) */
/** Notes what a row trigger touches, in its symbol of the catalog. */
void sema_note_row_trigger(xy_catalog *catalog, sema_declarer *d, xy_symbol *symbol, const xy_create_trigger *t);

#endif
