/* Small differences of queries: set operators (trap E05), DUAL (E04), aliases (D08, E11), FOR UPDATE (E12), parts of tables (E15). */
#include "pass/ddl.h"
#include "pass/plan.h"

#include <string.h>

/* ------------------------------------------------------------------ set operators */

static bool weaker(uint8_t op)
{
    return op != XY_SET_OPERATION_OP_INTERSECT;
}

void xy_pass_set_operator(xy_context *ctx, xy_node *node)
{
    const xy_set_operation *operation = XY_AS(set_operation, node);
    const char *rule = xy_sql_rule(ctx);
    if (operation->op == XY_SET_OPERATION_OP_MINUS) {
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, operation->op_token, XY_STR("except")));
        xy_edit_replace(ctx->edits, operation->op_token, operation->op_token + 1, XY_LAYER_OWN, rope, rule);
    }
    /* Oracle works from left to right; INTERSECT is stronger in PostgreSQL. */
    const xy_node *left = operation->left;
    if (operation->op == XY_SET_OPERATION_OP_INTERSECT && left->kind == XY_NODE_SET_OPERATION && weaker(XY_AS(set_operation, left)->op)) {
        xy_edit_insert_text(ctx->edits, left->first, XY_BEFORE, "(", rule);
        xy_edit_insert_text(ctx->edits, left->last - 1, XY_AFTER, ")", rule);
    }
}

/* ------------------------------------------------------------------ DUAL */

typedef struct dummy_search {
    xy_context *ctx;
    bool found;
} dummy_search;

static bool enter_dummy(xy_node *node, void *data)
{
    dummy_search *s = data;
    if (node->kind == XY_NODE_NAME)
        s->found = s->found || xy_str_equal(xy_sql_last_part(s->ctx, node), XY_STR("DUMMY"));
    else if (node->kind == XY_NODE_STAR)
        s->found = s->found || !node->parent || node->parent->kind != XY_NODE_CALL;
    return true;
}

static bool reads_dummy(xy_context *ctx, const xy_query_block *block)
{
    dummy_search s = {ctx, false};
    for (uint32_t i = 0; i < block->items.count; i++)
        xy_sql_walk_block(block->items.items[i], enter_dummy, &s);
    xy_sql_walk_block(block->where, enter_dummy, &s);
    xy_sql_walk_block(block->group_by, enter_dummy, &s);
    return s.found;
}

/* FROM dual alone goes; elsewhere dual is a table of one row. INSERT ALL … SELECT * FROM dual is written by insert_multi.c. */
void xy_pass_dual(xy_context *ctx, xy_node *node)
{
    if (!xy_sql_is_dual(ctx, node))
        return;
    const char *rule = xy_sql_rule(ctx);
    xy_node *parent = node->parent;
    if (parent && parent->kind == XY_NODE_QUERY_BLOCK) {
        const xy_query_block *block = XY_AS(query_block, parent);
        bool alone = block->from.count == 1 && block->from.items[0] == node;
        if (alone && block->hierarchy && !XY_AS(hierarchy, block->hierarchy)->start_with)
            return; /* a row generator: connect_by.c */
        if (alone && !block->hierarchy && !block->group_by && !reads_dummy(ctx, block)) {
            xy_edit_delete(ctx->edits, xy_token_previous(ctx->source, node->first), node->last, rule);
            return;
        }
    }
    uint32_t as, alias = xy_sql_alias_token(node, &as);
    xy_rope rope = {0};
    if (parent && parent->kind == XY_NODE_MERGE && alias == XY_NO_TOKEN)
        xy_rope_text(ctx->edits, &rope, "(SELECT 'X'::text AS dummy) AS dual");
    else if (alias != XY_NO_TOKEN)
        xy_rope_build(ctx->edits, &rope, "(SELECT 'X'::text AS dummy) AS %t", alias);
    else
        xy_rope_text(ctx->edits, &rope, "(SELECT 'X'::text AS dummy) AS dual");
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, rule);
}

/* ------------------------------------------------------------------ WITH */

typedef struct self_search {
    const xy_context *ctx;
    xy_str name;
    bool found;
} self_search;

static bool enter_self(xy_node *node, void *data)
{
    self_search *s = data;
    if (node->kind == XY_NODE_TABLE_NAME && XY_AS(name, XY_AS(table_name, node)->name)->parts.count == 1)
        s->found = s->found || xy_str_equal(s->name, xy_sql_last_part(s->ctx, XY_AS(table_name, node)->name));
    return !s->found;
}

static bool reads(xy_context *ctx, xy_str name, xy_node *query)
{
    self_search search = {ctx, name, false};
    xy_sql_walk(query, enter_self, &search);
    return search.found;
}

static xy_node *bare_query(xy_node *query)
{
    for (;;) {
        if (query->kind == XY_NODE_SELECT)
            query = XY_AS(select, query)->body;
        else if (query->kind == XY_NODE_PAREN_QUERY)
            query = XY_AS(paren_query, query)->query;
        else
            return query;
    }
}

static const xy_node *item_of(const xy_query_block *block, uint32_t i)
{
    const xy_node *item = block->items.items[i];
    return item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
}

/* Both of them columns of one declared type. */
static bool same_column_type(const xy_context *ctx, const xy_node *a, const xy_node *b)
{
    const xy_type *ta = xy_info_of(ctx->analysis, a)->type, *tb = xy_info_of(ctx->analysis, b)->type;
    return xy_sql_bare(a)->kind == XY_NODE_NAME && xy_sql_bare(b)->kind == XY_NODE_NAME && ta && tb && ta->family == tb->family
           && ta->precision == tb->precision && ta->scale == tb->scale;
}

/* What the anchor's item must be cast to, so that the column may hold what the recursive member gives; null: it may already. */
static const char *column_cast(const xy_context *ctx, const xy_node *anchor, const xy_node *member)
{
    const xy_node *bare = xy_sql_bare(anchor);
    const xy_type *type = xy_info_of(ctx->analysis, anchor)->type;
    bool declared = bare->kind == XY_NODE_NAME || bare->kind == XY_NODE_CAST;
    if (!type || same_column_type(ctx, anchor, member))
        return NULL;
    if (xy_sql_integral(ctx, anchor) == XY_INTEGRAL_YES && !declared)
        return xy_sql_integral(ctx, member) == XY_INTEGRAL_YES ? NULL : "numeric";
    if (type->family == XY_FAMILY_NUMBER && declared && type->precision >= 0)
        return "numeric";
    return type->family == XY_FAMILY_VARCHAR && declared && type->precision > 0 ? "text" : NULL;
}

static void cast_anchor(xy_context *ctx, const xy_query_block *anchor, const xy_query_block *member)
{
    for (uint32_t i = 0; i < anchor->items.count && anchor->items.count == member->items.count; i++) {
        const xy_node *item = item_of(anchor, i);
        const char *type = item->kind == XY_NODE_STAR || item_of(member, i)->kind == XY_NODE_STAR ? NULL : column_cast(ctx, item, item_of(member, i));
        if (!type)
            continue;
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, "%o::%s", item, XY_PREC_CAST, type);
        xy_edit_replace_expr(ctx->edits, item, XY_LAYER_WRAP, rope, XY_PREC_CAST, xy_sql_rule(ctx));
    }
}

/* Oracle's columns take numbers and texts of any length; PostgreSQL's have the anchor's type, and it refuses a member of another one. */
static void cast_anchors(xy_context *ctx, xy_str name, xy_node *query, const xy_query_block *member)
{
    query = bare_query(query);
    if (query->kind == XY_NODE_SET_OPERATION) {
        cast_anchors(ctx, name, XY_AS(set_operation, query)->left, member);
        cast_anchors(ctx, name, XY_AS(set_operation, query)->right, member);
    } else if (query->kind == XY_NODE_QUERY_BLOCK && !reads(ctx, name, query)) {
        cast_anchor(ctx, XY_AS(query_block, query), member);
    }
}

static const xy_query_block *recursive_member(xy_context *ctx, xy_str name, xy_node *query)
{
    query = bare_query(query);
    if (query->kind == XY_NODE_SET_OPERATION) {
        const xy_query_block *left = recursive_member(ctx, name, XY_AS(set_operation, query)->left);
        return left ? left : recursive_member(ctx, name, XY_AS(set_operation, query)->right);
    }
    return query->kind == XY_NODE_QUERY_BLOCK && reads(ctx, name, query) ? XY_AS(query_block, query) : NULL;
}

/* A query that reads itself needs the word RECURSIVE. */
void xy_pass_with_recursive(xy_context *ctx, xy_node *node)
{
    const xy_with *with = XY_AS(with, node);
    bool recursive = false;
    for (uint32_t i = 0; i < with->items.count; i++) {
        const xy_common_table *table = XY_AS(common_table, with->items.items[i]);
        xy_str name = xy_token_name(ctx->source, table->name, ctx->arena);
        if (!reads(ctx, name, table->query))
            continue;
        const xy_query_block *member = recursive_member(ctx, name, table->query);
        if (member)
            cast_anchors(ctx, name, table->query, member);
        if ((table->search || table->cycle) && !xy_target_has(ctx->target, "with_search"))
            xy_sql_flag(ctx, table->search ? table->search : table->cycle, "search");
        recursive = true;
    }
    if (!recursive)
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, " %S", xy_edit_case(ctx->edits, node->first, XY_STR("recursive")));
    xy_edit_insert(ctx->edits, node->first, XY_AFTER, rope, xy_sql_rule(ctx));
}

/* ------------------------------------------------------------------ aliases */

/* Words that PostgreSQL takes for something else when they follow an expression without AS. */
static const char not_bare[] =
    "ARRAY AS CHAR CHARACTER CREATE DAY EXCEPT FETCH FILTER FOR FROM GRANT GROUP HAVING HOUR INTERSECT INTO ISNULL LIMIT MINUTE MONTH NOTNULL OFFSET ON "
    "ORDER OVER OVERLAPS PRECISION RETURNING SECOND TO UNION VARYING WHERE WINDOW WITH WITHIN WITHOUT YEAR COLLATE AT IN IS LIKE ILIKE SIMILAR BETWEEN NOT "
    "OPERATOR "
    /* before version 14 every keyword of PostgreSQL */
    "ABORT ACCESS ACTION ADMIN AGGREGATE ALL ALSO ANALYSE ANALYZE ANY ASC ASYMMETRIC ATTACH AUTHORIZATION BACKWARD BEFORE BEGIN BIGINT BINARY BIT BOOLEAN BOTH "
    "BY "
    "CACHE CALL CASCADE CASE CAST CATALOG CHAIN CHECK CLASS CLOSE CLUSTER COALESCE COLUMN COLUMNS COMMENT COMMENTS COMMIT CONNECTION CONSTRAINT CONTENT "
    "CONTINUE "
    "COPY COST CROSS CSV CUBE CURRENT CURSOR CYCLE DATA DATABASE DEC DECIMAL DECLARE DEFAULT DELETE DEPENDS DESC DETACH DICTIONARY DISABLE DISCARD DISTINCT DO "
    "DOCUMENT DOMAIN DOUBLE DROP EACH ELSE ENABLE ENCODING END ENUM ESCAPE EVENT EXCLUDE EXCLUDING EXCLUSIVE EXECUTE EXISTS EXPLAIN EXPRESSION EXTENSION "
    "EXTERNAL "
    "EXTRACT FALSE FAMILY FIRST FLOAT FOLLOWING FORCE FOREIGN FORWARD FREEZE FULL FUNCTION GENERATED GLOBAL GREATEST GROUPING GROUPS HANDLER HEADER HOLD "
    "IDENTITY "
    "IF IMMEDIATE IMPORT INCLUDE INCLUDING INCREMENT INDEX INDEXES INHERIT INHERITS INITIALLY INLINE INNER INOUT INPUT INSERT INSTEAD INT INTEGER INTERVAL "
    "INVOKER "
    "ISOLATION JOIN KEY LABEL LANGUAGE LARGE LAST LATERAL LEADING LEAST LEFT LEVEL LISTEN LOAD LOCAL LOCATION LOCK LOCKED LOGGED MAPPING MATCH MATERIALIZED "
    "MAXVALUE METHOD MINVALUE MODE MOVE NAME NAMES NATIONAL NATURAL NCHAR NEW NEXT NO NONE NORMALIZE NOTHING NOTIFY NOWAIT NULL NULLIF NULLS NUMERIC OBJECT OF "
    "OFF "
    "OIDS OLD ONLY OPTION OPTIONS OR ORDINALITY OTHERS OUT OUTER OUTPUT OVERLAY OVERRIDING OWNED OWNER PARALLEL PARSER PARTIAL PARTITION PASSING PASSWORD "
    "PLACING "
    "PLANS POLICY POSITION PRECEDING PREPARE PREPARED PRESERVE PRIMARY PRIOR PRIVILEGES PROCEDURAL PROCEDURE PROGRAM PUBLICATION QUOTE RANGE READ REAL "
    "REASSIGN "
    "RECHECK RECURSIVE REF REFERENCES REFERENCING REFRESH REINDEX RELATIVE RELEASE RENAME REPEATABLE REPLACE REPLICA RESET RESTART RESTRICT RETURNS REVOKE "
    "RIGHT "
    "ROLE ROLLBACK ROLLUP ROUTINE ROW ROWS RULE SAVEPOINT SCHEMA SCROLL SEARCH SECURITY SELECT SEQUENCE SERIALIZABLE SERVER SESSION SET SETOF SETS SHARE SHOW "
    "SIMPLE "
    "SKIP SMALLINT SNAPSHOT SOME SQL STABLE STANDALONE START STATEMENT STATISTICS STDIN STDOUT STORAGE STORED STRICT STRIP SUBSCRIPTION SUBSTRING SUPPORT "
    "SYMMETRIC "
    "SYSTEM TABLE TABLES TABLESAMPLE TABLESPACE TEMP TEMPLATE TEMPORARY TEXT THEN TIES TIME TIMESTAMP TRAILING TRANSACTION TRANSFORM TREAT TRIGGER TRIM TRUE "
    "TRUNCATE "
    "TRUSTED TYPE TYPES UNBOUNDED UNCOMMITTED UNENCRYPTED UNIQUE UNKNOWN UNLISTEN UNLOGGED UNTIL UPDATE USER USING VACUUM VALID VALIDATE VALIDATOR VALUE "
    "VALUES "
    "VARCHAR VARIADIC VERBOSE VERSION VIEW VIEWS VOLATILE WHEN WHITESPACE WORK WRAPPER WRITE XML YES ZONE";

void xy_pass_column_alias(xy_context *ctx, xy_node *node)
{
    const xy_select_item *item = XY_AS(select_item, node);
    if (item->alias == XY_NO_TOKEN || item->as != XY_NO_TOKEN)
        return;
    xy_str alias = xy_token_text(ctx->source, item->alias);
    if (alias.data[0] != '"' && xy_sql_in_words(not_bare, xy_str_upper(ctx->arena, alias))) {
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, "AS ");
        xy_edit_insert(ctx->edits, item->alias, XY_BEFORE, rope, xy_sql_rule(ctx));
    }
}

/* An inline view needs a name (before version 16); so does a table function whose columns are not named after it. */
void xy_pass_table_alias(xy_context *ctx, xy_node *node)
{
    uint32_t as;
    if (xy_sql_alias_token(node, &as) != XY_NO_TOKEN)
        return;
    const xy_node *parent = node->parent;
    if (parent && (parent->kind == XY_NODE_UPDATE || parent->kind == XY_NODE_DELETE || parent->kind == XY_NODE_INSERT))
        return; /* a view that is changed: dml.c */
    xy_rope rope = {0};
    if (node->kind == XY_NODE_DERIVED_TABLE && !xy_edits_has_own(ctx->edits, node->last - 1)) {
        /* Part of the closing parenthesis: an insertion behind it would leave a query that is moved and ends here. */
        xy_rope_tokens(ctx->edits, &rope, node->last - 1, node->last);
        xy_rope_build(ctx->edits, &rope, " AS %S", xy_pass_fresh_name(ctx, "xy_view"));
        xy_edit_replace(ctx->edits, node->last - 1, node->last, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
        return;
    }
    xy_rope_build(ctx->edits, &rope, " AS %S", xy_pass_fresh_name(ctx, "xy_view"));
    xy_edit_insert(ctx->edits, node->last - 1, XY_AFTER, rope, xy_sql_rule(ctx));
}

/* CROSS APPLY, OUTER APPLY */
void xy_pass_apply(xy_context *ctx, xy_node *node)
{
    const xy_join *join = XY_AS(join, node);
    if (join->kind != XY_JOIN_KIND_CROSS_APPLY && join->kind != XY_JOIN_KIND_OUTER_APPLY)
        return;
    const char *rule = xy_sql_rule(ctx);
    bool outer = join->kind == XY_JOIN_KIND_OUTER_APPLY;
    uint32_t apply = xy_token_previous(ctx->source, join->right->first), first = xy_token_previous(ctx->source, apply);
    xy_rope rope = {0};
    bool lateral = join->right->kind == XY_NODE_DERIVED_TABLE && XY_AS(derived_table, join->right)->lateral == XY_NO_TOKEN;
    xy_rope_text(ctx->edits, &rope, outer ? "LEFT JOIN" : "CROSS JOIN");
    xy_rope_text(ctx->edits, &rope, lateral ? " LATERAL" : "");
    xy_edit_replace(ctx->edits, first, apply + 1, XY_LAYER_OWN, rope, rule);
    if (outer)
        xy_edit_insert_text(ctx->edits, join->right->last - 1, XY_AFTER, " ON true", rule);
}

/* ------------------------------------------------------------------ FOR UPDATE */

/* The table whose alias the item is: no column of Oracle's, but what this pass has written before. -1 for none. */
static int table_by_alias(xy_context *ctx, const xy_node *item, const xy_query_block *block)
{
    if (item->kind != XY_NODE_NAME || XY_AS(name, item)->parts.count != 1 || xy_info_of(ctx->analysis, item)->symbol)
        return -1;
    for (uint32_t i = 0; i < block->from.count; i++)
        if (xy_str_equal_nocase(xy_token_text(ctx->source, item->first), xy_sql_table_alias(ctx, block->from.items[i])))
            return (int)i;
    return -1;
}

/* OF names columns in Oracle, tables in PostgreSQL. */
static void write_tables(xy_context *ctx, const xy_for_update *clause, const xy_query_block *block)
{
    const char *rule = xy_sql_rule(ctx);
    uint64_t written = 0;
    xy_rope rope = {0};
    for (uint32_t i = 0; i < clause->of.count; i++) {
        bool known;
        int table = clause->of.items[i]->kind == XY_NODE_NAME ? xy_sql_table_of(ctx, clause->of.items[i], block->from, &known) : -1;
        if (table < 0)
            table = table_by_alias(ctx, clause->of.items[i], block);
        if (table < 0 && block->from.count == 1)
            table = 0;
        if (table < 0 || table > 63) {
            xy_sql_flag(ctx, clause->of.items[i], "unknown-table");
            continue;
        }
        if (written >> table & 1)
            continue;
        xy_rope_build(ctx->edits, &rope, written ? ", %S" : "%S", xy_sql_table_alias(ctx, block->from.items[table]));
        written |= UINT64_C(1) << table;
    }
    uint32_t first = clause->of.items[0]->first, last = clause->of.items[clause->of.count - 1]->last;
    if (written && clause->of.count == 1 && table_by_alias(ctx, clause->of.items[0], block) >= 0)
        return; /* as it should be */
    if (written)
        xy_edit_replace(ctx->edits, first, last, XY_LAYER_OWN, rope, rule);
    else
        xy_edit_delete(ctx->edits, xy_token_previous(ctx->source, first), last, rule);
}

void xy_pass_for_update(xy_context *ctx, xy_node *node)
{
    const xy_for_update *clause = XY_AS(for_update, node);
    const xy_query_block *block = node->parent ? xy_sql_first_block(node->parent) : NULL;
    if (clause->of.count && block)
        write_tables(ctx, clause, block);
    if (clause->mode == XY_FOR_UPDATE_MODE_WAIT && clause->seconds) { /* WAIT 0 is NOWAIT */
        int64_t seconds;
        uint32_t wait = xy_token_previous(ctx->source, clause->seconds->first);
        if (xy_sql_integer(ctx, clause->seconds, &seconds) && seconds == 0) {
            xy_rope rope = {0};
            xy_rope_text(ctx->edits, &rope, "NOWAIT");
            xy_edit_replace(ctx->edits, wait, clause->seconds->last, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
            return;
        }
        xy_sql_flag(ctx, node, "wait");
        xy_edit_delete(ctx->edits, wait, clause->seconds->last, xy_sql_rule(ctx));
    }
}

/* ------------------------------------------------------------------ parts of tables */

static uint32_t word_after(const xy_context *ctx, const xy_node *opaque, uint32_t back)
{
    (void)back;
    for (uint32_t i = opaque->first; i < opaque->last; i++)
        if (xy_sql_word(ctx, i, "("))
            return xy_token_next(ctx->source, i);
    return XY_NO_TOKEN;
}

/* t PARTITION (p) reads the partition as a table: it is named table_partition, as the DDL passes create it. */
static void read_partition(xy_context *ctx, const xy_table_name *table)
{
    uint32_t name = word_after(ctx, table->partition, 0);
    bool by_key = false;
    for (uint32_t i = table->partition->first; i < table->partition->last; i++)
        by_key = by_key || xy_sql_word(ctx, i, "FOR");
    if (name == XY_NO_TOKEN || by_key) {
        xy_sql_flag(ctx, table->partition, "partition-for");
        return;
    }
    xy_token_list parts = XY_AS(name, table->name)->parts;
    uint32_t last = parts.items[parts.count - 1];
    xy_str table_name = xy_token_name(ctx->source, last, ctx->arena), partition = xy_token_name(ctx->source, name, ctx->arena);
    xy_str whole = xy_ddl_derived_name(ctx, table_name, xy_str_format(ctx->arena, "_%.*s", XY_STR_ARG(partition)).data);
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, whole);
    if (table->alias == XY_NO_TOKEN)
        xy_rope_build(ctx->edits, &rope, " AS %S", xy_pass_target_name(ctx, table_name));
    xy_edit_replace(ctx->edits, last, table->partition->last, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

void xy_pass_table_part(xy_context *ctx, xy_node *node)
{
    const xy_table_name *table = XY_AS(table_name, node);
    if (table->flashback) {
        xy_sql_flag(ctx, table->flashback, "flashback");
        xy_edit_delete(ctx->edits, table->flashback->first, table->flashback->last, xy_sql_rule(ctx));
    }
    if (XY_AS(name, table->name)->dblink)
        xy_sql_flag(ctx, table->name, "dblink");
    if (table->partition)
        read_partition(ctx, table);
    if (table->sample) { /* SAMPLE (p), SAMPLE BLOCK (p) */
        uint32_t first = table->sample->first, second = xy_token_next(ctx->source, first);
        bool block = xy_sql_word(ctx, second, "BLOCK");
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, block ? "TABLESAMPLE SYSTEM" : "TABLESAMPLE BERNOULLI");
        xy_edit_replace(ctx->edits, first, (block ? second : first) + 1, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
    }
}
