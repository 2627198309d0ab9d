/* Names and types: the catalog of the batch, scopes, symbols, types, nullability, effects.
 *
 * Unknown is a value, never a guess: a null symbol, XY_FAMILY_UNKNOWN, XY_NULL_UNKNOWN. */
#ifndef XY_SEMA_SEMA_H
#define XY_SEMA_SEMA_H

#include "base/map.h"
#include "syntax/parse.h"

/* ---- types ---- */

typedef enum xy_family {
    XY_FAMILY_UNKNOWN,
    XY_FAMILY_NULL /* the literal NULL or '' */,
    XY_FAMILY_INTEGER /* PLS_INTEGER and subtypes, loop indexes */,
    XY_FAMILY_NUMBER,
    XY_FAMILY_FLOAT /* BINARY_FLOAT, BINARY_DOUBLE */,
    XY_FAMILY_VARCHAR,
    XY_FAMILY_CHAR /* blank-padded */,
    XY_FAMILY_CLOB,
    XY_FAMILY_DATE,
    XY_FAMILY_TIMESTAMP,
    XY_FAMILY_TIMESTAMPTZ,
    XY_FAMILY_INTERVAL_DS,
    XY_FAMILY_INTERVAL_YM,
    XY_FAMILY_RAW,
    XY_FAMILY_BLOB,
    XY_FAMILY_BOOLEAN,
    XY_FAMILY_RECORD,
    XY_FAMILY_COLLECTION,
    XY_FAMILY_CURSOR,
    XY_FAMILY_OBJECT,
    XY_FAMILY_ROWID,
    XY_FAMILY_XML,
    XY_FAMILY_JSON,
    XY_FAMILY_EXCEPTION,
    XY_FAMILY_COUNT
} xy_family;

typedef enum xy_nullability { XY_NULL_UNKNOWN, XY_NULL_NEVER, XY_NULL_MAYBE, XY_NULL_ALWAYS } xy_nullability;

typedef struct xy_symbol xy_symbol;
typedef struct xy_type xy_type;

typedef struct xy_record_field {
    xy_str name;
    const xy_type *type;
    xy_nullability nullability;
    const xy_node *node;
    xy_str default_text; /**< source text of its default, or empty */
} xy_record_field;

struct xy_type {
    xy_family family;
    int32_t precision; /**< NUMBER precision, character or raw length, fractional seconds; -1 when not given */
    int32_t scale;     /**< NUMBER scale; INT32_MIN when not given (floating NUMBER) */
    bool length_chars; /**< VARCHAR2(n CHAR), or n unknown unit = bytes (false) */
    bool national;     /**< NVARCHAR2, NCHAR, NCLOB */
    bool binary_float; /**< BINARY_FLOAT rather than DOUBLE */
    bool local_zone;   /**< TIMESTAMP WITH LOCAL TIME ZONE */
    bool integral;     /**< a NUMBER that is always an integer by the way it is made (COUNT, literals, ROWNUM …): see xy_info.integral;
                            columns of views and queries and record fields carry it on */
    xy_str name;       /**< of a named type: folded, dotted ("HIS.FEE.T_LINE"), else empty */
    xy_symbol *symbol; /**< the named type's symbol or null */
    /* records, %ROWTYPE rows, objects */
    const xy_record_field *fields;
    uint32_t field_count;
    bool rowtype;      /**< a table's or cursor's row */
    xy_symbol *row_of; /**< table, view or cursor of a rowtype */
    /* collections */
    enum { XY_NESTED_TABLE, XY_VARRAY, XY_ASSOCIATIVE } collection;
    const xy_type *element;
    const xy_type *index; /**< index type of an associative array */
    int32_t limit;        /**< VARRAY */
};

/* ---- symbols ---- */

typedef enum xy_symbol_kind {
    XY_SYM_TABLE,
    XY_SYM_VIEW,
    XY_SYM_MVIEW,
    XY_SYM_COLUMN,
    XY_SYM_SEQUENCE,
    XY_SYM_SYNONYM,
    XY_SYM_TYPE,
    XY_SYM_PACKAGE,
    XY_SYM_PROCEDURE,
    XY_SYM_FUNCTION,
    XY_SYM_PARAMETER,
    XY_SYM_VARIABLE,
    XY_SYM_CONSTANT,
    XY_SYM_EXCEPTION,
    XY_SYM_CURSOR,
    XY_SYM_LABEL,
    XY_SYM_LOOP_INDEX,
    XY_SYM_LOOP_RECORD,
    XY_SYM_FIELD,
    XY_SYM_CTE,
    XY_SYM_ALIAS /* table alias or derived table */,
    XY_SYM_SELECT_ALIAS,
    XY_SYM_TRIGGER,
    XY_SYM_INDEX,
    XY_SYM_BUILTIN /* function, pseudo-column or package item of Oracle */,
    XY_SYM_PSEUDOCOLUMN,
    XY_SYM_COUNT
} xy_symbol_kind;

typedef enum xy_mode { XY_MODE_IN, XY_MODE_OUT, XY_MODE_INOUT } xy_mode;

/** What a routine or statement may do (transitive over the call graph of the catalog). */
enum {
    XY_EFFECT_READS = 1,
    XY_EFFECT_WRITES = 2,
    XY_EFFECT_WRITES_MANY = 4 /* more than one change, or one that is not the last thing that can fail */,
    XY_EFFECT_COMMITS = 8,
    XY_EFFECT_ROLLS_BACK = 16,
    XY_EFFECT_RAISES = 32,
    XY_EFFECT_AUTONOMOUS = 64,
    XY_EFFECT_PACKAGE_STATE = 128,
    XY_EFFECT_DYNAMIC = 256,
    XY_EFFECT_UNKNOWN_CALL = 512 /* calls something that is not known */,
    XY_EFFECT_SAVEPOINT = 1024,
    XY_EFFECT_MAY_FAIL = 2048 /* may raise any error at all, a conversion or a constraint for example; RAISES is an explicit one */,
    XY_EFFECT_NO_DATA = 4096 /* NO_DATA_FOUND may leave it: by SELECT INTO, RAISE, a missing element of an associative array */,
    XY_EFFECT_FETCHES = 8192 /* FETCH, maybe from a cursor that was passed in */,
    XY_EFFECT_DDL = 16384 /* commits because it runs DDL, without the word COMMIT */,
    XY_EFFECT_SEQUENCE = 32768 /* NEXTVAL, or CURRVAL, which sees it */,
    XY_EFFECT_SESSION = 65536 /* depends on the clock, on chance or on the session, changes the session, or shows outside of the database */,
    XY_EFFECT_LOCKS = 131072 /* LOCK TABLE, SELECT … FOR UPDATE */
};

struct xy_symbol {
    xy_symbol_kind kind;
    xy_str name;         /**< folded as Oracle stores it */
    xy_str schema;       /**< folded, when it was written */
    xy_symbol *owner;    /**< package of a packaged item, table of a column, routine of a parameter, enclosing routine/block owner */
    const xy_type *type; /**< of a value; result of a function; row of a table, view, cursor */
    xy_nullability nullability;
    const xy_node *node; /**< declaration in the unit being analysed, or null (catalog) */
    /* tables, views */
    xy_symbol **columns;
    uint32_t column_count;
    struct xy_key {
        xy_symbol **columns;
        uint32_t column_count;
        bool primary;
        bool index; /* a unique index, no constraint */
    } * keys;
    uint32_t key_count;
    bool temporary;
    /* routines and cursors */
    xy_symbol **params;
    uint32_t param_count;
    xy_symbol *next_overload;
    xy_mode mode;     /**< of a parameter */
    bool has_default; /**< of a parameter; of a column */
    bool is_public;   /**< packaged item declared in the specification */
    bool pipelined, deterministic, nested, forward_only;
    uint32_t effects;
    /* packages and types */
    xy_map *members;  /**< name -> xy_symbol* (first overload) */
    bool supplied;    /**< type that Oracle brings along and no target has by itself */
    bool has_init;    /**< package with initialisation part or initialised variables */
    bool constrained; /**< SUBTYPE with a RANGE or NOT NULL, subtype, variable or parameter of NATURAL, POSITIVE …: not all values of `type` */
    /** Of a variable, parameter or subtype: the constrained SUBTYPE that names its type, by way of other subtypes and of %TYPE too; else null. */
    const xy_symbol *subtype;
    /* synonyms */
    xy_symbol *target;
    xy_str target_name, dblink;
    bool new_name; /**< a synonym that RENAME made: the name that its object has from then on */
    /* exceptions */
    int32_t ora_number; /**< by PRAGMA EXCEPTION_INIT or predefined; 0 none */
    /* constants with a literal value and defaults: the declaring source for copying text */
    xy_str default_text; /**< source text of a default or constant value; empty when none */
    /* use within the unit, filled by analysis */
    bool is_written, is_captured /* used in a nested subprogram */, elements_deleted /* collection: .DELETE(i) or sparse use */;
    uint32_t use_count;
    /* row sources: tables, views, WITH names, table aliases */
    bool declared_again; /**< catalog: created more than once, perhaps differently */
    bool columns_known;  /**< `columns` is complete: a name that is not there is no column of it */
    bool outer_joined;   /**< table alias on the optional side of an outer join: all its columns may be null */
};

/** The constrained SUBTYPE that a data type names: `symbol` is what its name denotes. Null when there is none. */
const xy_symbol *xy_sema_subtype(const xy_symbol *symbol);

/* ---- catalog ---- */

typedef struct xy_catalog xy_catalog;
/** `parent` (may be null) is searched after this one; it is not written. */
xy_catalog *xy_catalog_new(xy_arena *arena, const xy_catalog *parent);
/** Adds what the unit declares (and ALTER TABLE …, COMMENT, constraints). Text that must last is copied into the catalog's arena. */
void xy_catalog_add_unit(xy_catalog *catalog, const xy_source *source, const xy_unit *unit);
/** Objects of the units that follow belong to this schema when none is written; empty (at first): to none. */
void xy_catalog_set_owner(xy_catalog *catalog, xy_str owner);
/** Second step after all units were added: follows synonyms, derives view columns, %TYPE chains, effects. May be repeated. */
void xy_catalog_finish(xy_catalog *catalog);
/** Names of objects (folded) that something in the catalog, not in its parents, still misses. */
void xy_catalog_each_missing(const xy_catalog *catalog, void (*found)(void *data, xy_str name), void *data);
/** What misses an object of this name is looked at again by the next xy_catalog_finish: the name has been declared in a parent. */
void xy_catalog_wake(xy_catalog *catalog, xy_str name);
/** Object by folded name; schema may be empty. Follows synonyms when `follow`. */
xy_symbol *xy_catalog_find(const xy_catalog *catalog, xy_str schema, xy_str name, bool follow);
/** All objects in order of declaration. */
xy_symbol *const *xy_catalog_objects(const xy_catalog *catalog, uint32_t *count);
/** The last trigger of that name, in that schema (empty: in any), or null; `table_schema` gets the schema of its table, empty when none is written. */
const xy_symbol *xy_catalog_trigger(const xy_catalog *catalog, xy_str schema, xy_str name, xy_str *table_schema);
/** May a change of the table fire a trigger? True for a view, a synonym and a table that is not known (null) as well. By name, in any schema. */
bool xy_catalog_may_fire(const xy_catalog *catalog, const xy_symbol *table);
/** Does some SQL statement of the batch use the name (folded), as the last part of a name, for a column or a function? */
bool xy_catalog_called_in_sql(const xy_catalog *catalog, xy_str name);

/* ---- analysis of a unit ---- */

/** In xy_info.limit: the place is a table's column, where a text too long is ORA-12899 and not ORA-06502. */
enum { XY_LIMIT_COLUMN = 0x8000, XY_LIMIT_LENGTH = 0x7fff };

/** What is known of one node (Expr nodes, names, type nodes); index by node id. */
typedef struct xy_info {
    const xy_type *type; /**< null for nodes that are no expressions; family UNKNOWN when not known */
    xy_symbol *symbol;   /**< what a Name, Field or callee denotes; null when not known */
    xy_nullability nullability;
    uint16_t limit;     /**< the value goes into a text of so many characters, a column's with XY_LIMIT_COLUMN added (0: none, or not known) */
    uint8_t convert_to; /**< xy_family: implicit conversion that Oracle applies to this operand here (0: none) */
    bool in_sql;        /**< lies inside an SQL statement */
    bool is_call;       /**< a Name that denotes a routine call without parentheses */
    bool is_element;    /**< a Call that is a collection element */
    bool is_method;     /**< a collection method (Name/Field/Call with .COUNT, .EXISTS …) */
    bool is_constructor;
    bool integral;     /**< the value is always an integer and the natural type for it elsewhere is an integer type: integer
                            literals, COUNT, LENGTH, ROWNUM, LEVEL, loop indexes, PLS_INTEGER and + - * of such */
    bool nulled;       /**< grouped by in ROLLUP, CUBE or GROUPING SETS: NULL in the totals */
    bool maybe_column; /**< in SQL: `symbol` is a PL/SQL variable, but a table with unknown columns is in scope that might
                            hold a column of this name, which would win; `type` is then unknown */
} xy_info;

typedef struct xy_analysis {
    const xy_source *source;
    const xy_unit *unit;
    const xy_catalog *catalog;
    xy_info *infos;                                          /**< [unit->node_count] */
    xy_str schema;                                           /**< written before the name of the object that the unit creates; empty for none */
    uint32_t name_count, name_known, expr_count, expr_typed; /**< measures */
    void *details;                                           /**< of sema itself: scopes */
} xy_analysis;

/** Analyses a parsed unit. Never fails on bad input: what is broken stays unknown. */
xy_analysis *xy_sema_analyse(xy_arena *arena, const xy_source *source, const xy_unit *unit, const xy_catalog *catalog, xy_diags *diags);

/** As xy_sema_analyse for dynamic SQL: `bind_types`, by token, holds the types of the USING arguments of its placeholders (null: not
 *  known). `package` is the one whose text it is, with the names that are seen in it; or null. An expression is stored as a `to`; null: nowhere. */
xy_analysis *xy_sema_analyse_text(xy_arena *arena, const xy_source *source, const xy_unit *unit, const xy_catalog *catalog, const xy_type *const *bind_types,
                                  xy_symbol *package, const xy_type *to);

/** Must the routine's work stay when it fails, because somebody in the batch calls it where the error is handled, and can it be written so that it
 *  returns the error (undo.h)? The same answer for the routine's own unit and for its callers. */
bool xy_sema_keeps_work(const xy_catalog *catalog, xy_arena *arena, const xy_symbol *routine);

static inline const xy_info *xy_info_of(const xy_analysis *a, const xy_node *node)
{
    return &a->infos[node->id];
}
/** Family of an expression node (UNKNOWN when not known). */
xy_family xy_family_of(const xy_analysis *a, const xy_node *expr);
bool xy_is_char_family(xy_family family);     /* VARCHAR, CHAR, CLOB */
bool xy_is_number_family(xy_family family);   /* INTEGER, NUMBER, FLOAT */
bool xy_is_datetime_family(xy_family family); /* DATE, TIMESTAMP, TIMESTAMPTZ */
xy_nullability xy_null_of(const xy_analysis *a, const xy_node *expr);
/** Looks a simple or dotted name up as seen from `at` (scopes of that place); null when not known. */
xy_symbol *xy_sema_lookup(const xy_analysis *a, const xy_node *at, const xy_str *parts, uint32_t count);
/** The CONSTRUCTOR FUNCTION of an object type that a call with these arguments means, by their number and types; null: the constructor that
 *  takes the attributes, if any. */
xy_symbol *xy_sema_own_constructor(const xy_analysis *a, const xy_symbol *type, xy_nodes args);
/** Type of a DataType node. */
const xy_type *xy_sema_type_of(const xy_analysis *a, const xy_node *data_type);
/** A BEFORE ROW trigger on the table of the AFTER ROW trigger `name`, with an event in common, that touches what that one changes or the other
 *  way round (a compound trigger may meet itself); null: none that is known. */
const xy_symbol *xy_sema_before_trigger_met(const xy_catalog *catalog, xy_str name);
/** Effects (XY_EFFECT_…) of a statement or list of statements, calls included. */
uint32_t xy_sema_effects(const xy_analysis *a, const xy_node *stmt);
/** "reads, may fail" or "none", for dumps and tests. */
void xy_sema_effects_text(xy_buffer *out, uint32_t effects);
/** True when evaluating the expression cannot raise an error and changes nothing that is seen elsewhere (literals, variables, comparisons …). */
bool xy_sema_is_harmless(const xy_analysis *a, const xy_node *expr);
/** May NO_DATA_FOUND leave the function? Oracle makes its value NULL then, when the function is called in SQL. The same answer in all units. */
/** May single elements of a collection type of this name be deleted by some unit of the catalog? Types that only share the name count too. */
bool xy_catalog_beside_delete(const xy_catalog *catalog, xy_str name);
/** … and only by the file that is being translated, which the files around it know nothing of? */
bool xy_catalog_only_here(const xy_catalog *catalog, xy_str name);
bool xy_sema_no_data_leaves(const xy_analysis *a, const xy_symbol *routine);
/** Tables of a query block in FROM order with their alias symbols: symbols of kind XY_SYM_ALIAS (target = table or null). */
xy_symbol *const *xy_sema_block_tables(const xy_analysis *a, const xy_node *query_block, uint32_t *count);
/** Result columns of a Select, QueryBlock or set operation (kind XY_SYM_COLUMN, in order, stars expanded); false when a star of an unknown
 *  table makes the list incomplete. */
bool xy_sema_query_columns(const xy_analysis *a, const xy_node *query, xy_symbol *const **columns, uint32_t *count);
/** The target of INTO that takes value `i` of `count`: one for each, or a record or a collection of records for all. Null when there is none. */
const xy_node *xy_into_target(const xy_into *into, uint32_t i, uint32_t count);
/** The type as which that value is stored: of the target (whose own type is `target`), an element of a collection, a field of a record. Null when it is
 *  not known. */
const xy_type *xy_into_type(const xy_into *into, const xy_type *target, uint32_t i, uint32_t count);
/** The table alias symbol that a column name belongs to, or null. */
xy_symbol *xy_sema_column_table(const xy_analysis *a, const xy_node *name);

const char *xy_family_name(xy_family family);
/** "table", "with name", "built-in" … for dumps and messages. */
const char *xy_symbol_kind_name(xy_symbol_kind kind);
/** Is it a kind of schema object that others may need: a table, view, sequence, synonym, type, package, routine? */
bool xy_symbol_is_object(xy_symbol_kind kind);
/** "number(5,2)", "varchar(20)", "collection of number" … for dumps and messages. */
xy_str xy_type_text(xy_arena *arena, const xy_type *type);
typedef enum xy_unresolved_kind { XY_UNRESOLVED_TABLE, XY_UNRESOLVED_ROUTINE, XY_UNRESOLVED_TYPE, XY_UNRESOLVED_NAME } xy_unresolved_kind;
/** Calls `found` for each name of the unit (a Name node) of which nothing is known and that does not follow from another such name. */
void xy_sema_each_unresolved(const xy_analysis *a, void (*found)(void *data, const xy_node *name, xy_unresolved_kind kind), void *data);
/** Looks a name up as PL/SQL around `at` does, columns of SQL left aside. */
xy_symbol *xy_sema_lookup_plsql(const xy_analysis *a, const xy_node *at, const xy_str *parts, uint32_t count);
/** For `xinyi parse --types`. */
void xy_sema_dump(xy_buffer *out, const xy_analysis *a);
void xy_sema_dump_json(xy_buffer *out, const xy_analysis *a);
typedef enum xy_depend_format {
    XY_DEPEND_TEXT,
    XY_DEPEND_JSON,
    XY_DEPEND_DOT,
    XY_DEPEND_USERS /* a line for each use: members of a JSON object that name what is used, a tab, a JSON object of who uses it */
} xy_depend_format;
/** For `xinyi parse --deps`: objects that the unit uses, names that are not known, effects. Writes nothing for units that make and use nothing.
 *  DOT: statements to stand inside `digraph { }`. */
void xy_sema_depend(xy_buffer *out, const xy_analysis *a, xy_str kind, xy_str name, xy_depend_format format);

#endif
