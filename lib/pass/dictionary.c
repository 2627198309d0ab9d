/* Oracle's dictionary views (`dictionary`): those that the runtime has are read there, the others and their columns that nothing on the
 * target can answer are flagged. Names come back as Oracle has them, in capitals, so that `table_name = 'PATIENT'` holds. */
#include "pass/sql.h"

#include <string.h>

/* The columns that the runtime's views (rules/postgres/runtime.sql) have, and which of them are text of the target. */
static const struct {
    const char *view, *columns, *texts;
} views[] = {
    {"TABLES", "OWNER TABLE_NAME STATUS NUM_ROWS TEMPORARY PARTITIONED", ""},
    {"TAB_COLUMNS", "OWNER TABLE_NAME COLUMN_NAME DATA_TYPE DATA_LENGTH DATA_PRECISION DATA_SCALE NULLABLE COLUMN_ID CHAR_LENGTH DATA_DEFAULT", "DATA_DEFAULT"},
    {"TAB_COLS", "OWNER TABLE_NAME COLUMN_NAME DATA_TYPE DATA_LENGTH DATA_PRECISION DATA_SCALE NULLABLE COLUMN_ID CHAR_LENGTH DATA_DEFAULT", "DATA_DEFAULT"},
    {"TAB_COMMENTS", "OWNER TABLE_NAME TABLE_TYPE COMMENTS", ""},
    {"COL_COMMENTS", "OWNER TABLE_NAME COLUMN_NAME COMMENTS", ""},
    {"OBJECTS", "OWNER OBJECT_NAME SUBOBJECT_NAME OBJECT_ID OBJECT_TYPE STATUS TEMPORARY GENERATED", ""},
    {"CONSTRAINTS", "OWNER CONSTRAINT_NAME CONSTRAINT_TYPE TABLE_NAME SEARCH_CONDITION R_OWNER R_CONSTRAINT_NAME DELETE_RULE STATUS VALIDATED INDEX_NAME",
     "SEARCH_CONDITION"},
    {"CONS_COLUMNS", "OWNER CONSTRAINT_NAME TABLE_NAME COLUMN_NAME POSITION", ""},
    {"INDEXES", "OWNER INDEX_NAME INDEX_TYPE TABLE_OWNER TABLE_NAME UNIQUENESS STATUS", ""},
    {"IND_COLUMNS", "OWNER INDEX_OWNER TABLE_OWNER INDEX_NAME TABLE_NAME COLUMN_NAME COLUMN_POSITION DESCEND", ""},
    {"SEQUENCES", "OWNER SEQUENCE_OWNER SEQUENCE_NAME MIN_VALUE MAX_VALUE INCREMENT_BY CYCLE_FLAG ORDER_FLAG CACHE_SIZE LAST_NUMBER", ""},
    {"VIEWS", "OWNER VIEW_NAME TEXT_LENGTH TEXT", "TEXT TEXT_LENGTH"},
    {"MVIEWS", "OWNER MVIEW_NAME", ""},
    {"TRIGGERS", "OWNER TRIGGER_NAME TRIGGER_TYPE TRIGGERING_EVENT TABLE_OWNER TABLE_NAME STATUS", ""},
    {"USERS", "OWNER USERNAME USER_ID", ""},
    {"TAB_PARTITIONS", "OWNER TABLE_OWNER TABLE_NAME PARTITION_NAME HIGH_VALUE NUM_ROWS", "HIGH_VALUE"},
    {"PROCEDURES", "OWNER OBJECT_NAME PROCEDURE_NAME OBJECT_TYPE", ""},
};

/* Views of the dictionary that an application's own tables are hardly named like: USER_INFO may well be one, USER_DB_LINKS not. */
static const char *const other_views =
    "SOURCE ERRORS SYNONYMS JOBS JOBS_RUNNING ARGUMENTS DEPENDENCIES TAB_PRIVS COL_PRIVS ROLE_PRIVS SYS_PRIVS SEGMENTS LOBS DB_LINKS "
    "DIRECTORIES TABLESPACES "
    "DATA_FILES TEMP_FILES FREE_SPACE EXTENTS TS_QUOTAS RECYCLEBIN TYPES TYPE_ATTRS TYPE_METHODS COLL_TYPES PART_TABLES PART_INDEXES "
    "PART_KEY_COLUMNS "
    "TAB_SUBPARTITIONS IND_PARTITIONS IND_EXPRESSIONS IND_STATISTICS TAB_STATISTICS TAB_COL_STATISTICS SCHEDULER_JOBS SCHEDULER_PROGRAMS "
    "SCHEDULER_JOB_RUN_DETAILS SNAPSHOTS SNAPSHOT_LOGS MVIEW_LOGS MVIEW_REFRESH_TIMES REFRESH QUEUES QUEUE_TABLES EXTERNAL_TABLES "
    "NESTED_TABLES OBJECT_TABLES "
    "ALL_TABLES TRIGGER_COLS UPDATABLE_COLUMNS TAB_IDENTITY_COLS TAB_MODIFICATIONS ROLES PROFILES CLUSTERS LIBRARIES CONTEXT POLICIES "
    "PLSQL_OBJECT_SETTINGS "
    "IDENTIFIERS STORED_SETTINGS OBJECT_SIZE PASSWORD_LIMITS RESOURCE_LIMITS REGISTRY ROLE_TAB_PRIVS";

static bool starts_with(xy_str name, const char *prefix)
{
    size_t length = strlen(prefix);
    return name.length > length && memcmp(name.data, prefix, length) == 0;
}

/* "TABLES" of "DBA_TABLES"; *own for the USER_ form. Empty for other names. */
static xy_str suffix_of(xy_str name, bool *own)
{
    static const char *const prefixes[] = {"USER_", "ALL_", "DBA_", "CDB_"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (starts_with(name, prefixes[i])) {
            uint32_t length = (uint32_t)strlen(prefixes[i]);
            *own = i == 0;
            return (xy_str){name.data + length, name.length - length};
        }
    return (xy_str){0};
}

static int find_view(xy_str suffix)
{
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (xy_str_equal(suffix, xy_str_from(views[i].view)))
            return (int)i;
    return -1;
}

static bool is_dictionary(const xy_symbol *symbol)
{
    return symbol && symbol->kind == XY_SYM_VIEW && xy_str_equal(symbol->schema, XY_STR("SYS")) && !xy_str_equal(symbol->name, XY_STR("DUAL"));
}

static const char *text_of(xy_context *ctx, xy_str s)
{
    return xy_arena_copy(ctx->arena, s.data, s.length);
}

/* ---- columns ---- */

static void check_column(xy_context *ctx, const xy_node *node, const xy_symbol *column)
{
    bool own;
    xy_str view = column->owner->name;
    int i = find_view(suffix_of(view, &own));
    if (i < 0)
        return;
    if (!xy_sql_in_words(views[i].columns, column->name))
        xy_pass_flag(ctx, node, "column", "column", text_of(ctx, column->name), "view", text_of(ctx, view), NULL);
    else if (xy_sql_in_words(views[i].texts, column->name))
        xy_pass_flag(ctx, node, "text", "column", text_of(ctx, column->name), "view", text_of(ctx, view), NULL);
}

typedef struct names {
    xy_context *ctx;
    const xy_symbol *view;
    xy_str alias;
    bool only;
} names;

/* A name of the block that sema could not resolve, though it is qualified with the view or nothing else is in FROM. */
static bool check_unknown(xy_node *node, void *data)
{
    names *n = data;
    if (node->kind != XY_NODE_NAME || xy_info_of(n->ctx->analysis, node)->symbol || (node->parent && node->parent->kind == XY_NODE_TABLE_NAME))
        return true;
    if (node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node)
        return true;
    xy_token_list parts = XY_AS(name, node)->parts;
    bool ours = parts.count == 1 ? n->only : xy_str_equal(xy_token_name(n->ctx->source, parts.items[parts.count - 2], n->ctx->arena), n->alias);
    if (ours)
        xy_pass_flag(n->ctx, node, "column", "column", text_of(n->ctx, xy_sql_last_part(n->ctx, node)), "view", text_of(n->ctx, n->view->name), NULL);
    return true;
}

static void check_block(xy_context *ctx, const xy_node *table, const xy_symbol *view)
{
    xy_node *block = table->parent;
    while (block && block->kind != XY_NODE_QUERY_BLOCK)
        block = block->parent;
    if (!block)
        return;
    uint32_t as, alias = xy_sql_alias_token(table, &as);
    names n = {ctx, view, alias != XY_NO_TOKEN ? xy_token_name(ctx->source, alias, ctx->arena) : view->name,
               XY_AS(query_block, block)->from.count == 1 && XY_AS(query_block, block)->from.items[0] == table};
    xy_sql_walk_block(block, check_unknown, &n);
}

/* ---- names ---- */

static void read_runtime(xy_context *ctx, xy_node *node, const xy_symbol *view, xy_str suffix, bool own)
{
    xy_str entry = xy_str_lower(ctx->arena, xy_str_format(ctx->arena, "%s%.*s", own ? "user_" : "all_", XY_STR_ARG(suffix)));
    const char *name = xy_pass_runtime(ctx, text_of(ctx, entry));
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, name);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    if (node->parent && node->parent->kind == XY_NODE_TABLE_NAME)
        check_block(ctx, node->parent, view);
}

/* V$SESSION and the like, and views of the dictionary that neither sema nor the runtime knows. */
static void check_foreign(xy_context *ctx, const xy_node *node)
{
    if (!node->parent || node->parent->kind != XY_NODE_TABLE_NAME || XY_AS(name, node)->dblink)
        return;
    bool own;
    xy_str name = xy_sql_last_part(ctx, node), suffix = suffix_of(name, &own);
    if (starts_with(name, "V$") || starts_with(name, "GV$") || starts_with(name, "V_$") || starts_with(name, "X$")
        || (suffix.length && xy_sql_in_words(other_views, suffix)))
        xy_pass_flag(ctx, node, "view", "view", text_of(ctx, name), NULL);
}

/* A target with views of these names: those that its facts list (`dictionary_views`: USER_, ALL_ and DBA_ forms; `dynamic_views`: V$ and others). */
static void check_native(xy_context *ctx, const xy_node *node, const xy_symbol *symbol)
{
    if (!node->parent || node->parent->kind != XY_NODE_TABLE_NAME || XY_AS(name, node)->dblink || (symbol && !is_dictionary(symbol)))
        return;
    bool own;
    xy_str name = symbol ? symbol->name : xy_sql_last_part(ctx, node), suffix = suffix_of(name, &own);
    const char *dictionary = text_of(ctx, xy_target_fact(ctx->target, "dictionary_views"));
    if ((suffix.length && xy_sql_in_words(dictionary, suffix)) || xy_sql_in_words(text_of(ctx, xy_target_fact(ctx->target, "dynamic_views")), name))
        return;
    bool dynamic = starts_with(name, "V$") || starts_with(name, "GV$") || starts_with(name, "V_$") || starts_with(name, "X$");
    if (symbol || dynamic || (suffix.length && xy_sql_in_words(other_views, suffix)))
        xy_pass_flag(ctx, node, "view", "view", text_of(ctx, name), NULL);
}

void xy_pass_dictionary(xy_context *ctx, xy_node *node)
{
    if (xy_target_fact(ctx->target, "dictionary_views").length) {
        check_native(ctx, node, xy_info_of(ctx->analysis, node)->symbol);
        return;
    }
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    bool own = false;
    if (!symbol) {
        check_foreign(ctx, node);
    } else if (symbol->kind == XY_SYM_COLUMN && is_dictionary(symbol->owner)) {
        check_column(ctx, node, symbol);
    } else if (is_dictionary(symbol)) {
        xy_str suffix = suffix_of(symbol->name, &own);
        if (find_view(suffix) >= 0)
            read_runtime(ctx, node, symbol, suffix, own);
        else
            xy_pass_flag(ctx, node, "view", "view", text_of(ctx, symbol->name), NULL);
    }
}
