/* PARTITION BY of CREATE TABLE: declarative partitioning with a table for each partition. (Trap G03.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

static const char *method_word(uint8_t method)
{
    static const char *const words[] = {
        [XY_PARTITIONING_METHOD_RANGE] = "RANGE", [XY_PARTITIONING_METHOD_LIST] = "LIST", [XY_PARTITIONING_METHOD_HASH] = "HASH"};
    return method <= XY_PARTITIONING_METHOD_HASH ? words[method] : NULL;
}

static void add_list(xy_context *ctx, xy_rope *rope, xy_nodes nodes)
{
    for (uint32_t i = 0; i < nodes.count; i++) {
        xy_rope_text(ctx->edits, rope, i ? ", " : "");
        xy_rope_node(ctx->edits, rope, nodes.items[i]);
    }
}

static void add_minvalues(xy_context *ctx, xy_rope *rope, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        xy_rope_text(ctx->edits, rope, i ? ", MINVALUE" : "MINVALUE");
}

static bool is_default(const xy_partition *partition)
{
    return partition->values.count == 1 && partition->values.items[0]->kind == XY_NODE_DEFAULT;
}

static void add_bounds(xy_context *ctx, xy_rope *rope, const xy_partitioning *by, uint32_t index)
{
    const xy_partition *partition = XY_AS(partition, by->partitions.items[index]);
    if (is_default(partition)) {
        xy_rope_text(ctx->edits, rope, " DEFAULT");
    } else if (by->method == XY_PARTITIONING_METHOD_RANGE) {
        xy_rope_text(ctx->edits, rope, " FOR VALUES FROM (");
        if (index == 0)
            add_minvalues(ctx, rope, by->columns.count);
        else
            add_list(ctx, rope, XY_AS(partition, by->partitions.items[index - 1])->values);
        xy_rope_text(ctx->edits, rope, ") TO (");
        add_list(ctx, rope, partition->values);
        xy_rope_text(ctx->edits, rope, ")");
    } else if (by->method == XY_PARTITIONING_METHOD_LIST) {
        xy_rope_text(ctx->edits, rope, " FOR VALUES IN (");
        add_list(ctx, rope, partition->values);
        xy_rope_text(ctx->edits, rope, ")");
    } else {
        xy_rope_format(ctx->edits, rope, " FOR VALUES WITH (MODULUS %u, REMAINDER %u)", by->partitions.count, index);
    }
}

xy_str xy_ddl_partition_name(xy_context *ctx, const xy_node *table, xy_str partition)
{
    const xy_name *name = XY_AS(name, table);
    xy_str last = xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table), xy_str_format(ctx->arena, "_%.*s", XY_STR_ARG(partition)).data);
    if (name->parts.count < 2)
        return last;
    xy_str schema = xy_pass_target_name(ctx, xy_token_name(ctx->source, name->parts.items[0], ctx->arena));
    return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(schema), XY_STR_ARG(last));
}

static void add_partition(xy_context *ctx, const xy_node *table, const xy_partitioning *by, uint32_t index)
{
    const xy_partition *partition = XY_AS(partition, by->partitions.items[index]);
    xy_str own = partition->name != XY_NO_TOKEN ? xy_token_name(ctx->source, partition->name, ctx->arena) : xy_str_format(ctx->arena, "P%u", index + 1);
    xy_str name = xy_ddl_partition_name(ctx, table, own), parent = xy_ddl_name(ctx, table);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "CREATE TABLE %.*s PARTITION OF %.*s", XY_STR_ARG(name), XY_STR_ARG(parent));
    add_bounds(ctx, &rope, by, index);
    xy_ddl_append(ctx, rope);
}

static void add_hash_partitions(xy_context *ctx, const xy_node *table, uint32_t count)
{
    xy_str parent = xy_ddl_name(ctx, table);
    for (uint32_t i = 0; i < count; i++) {
        xy_str name = xy_ddl_partition_name(ctx, table, xy_str_format(ctx->arena, "P%u", i + 1));
        xy_rope rope = {0};
        xy_rope_format(ctx->edits, &rope, "CREATE TABLE %.*s PARTITION OF %.*s FOR VALUES WITH (MODULUS %u, REMAINDER %u)", XY_STR_ARG(name),
                       XY_STR_ARG(parent), count, i);
        xy_ddl_append(ctx, rope);
    }
}

static void add_interval_partition(xy_context *ctx, const xy_node *table)
{
    xy_str parent = xy_ddl_name(ctx, table), name = xy_ddl_partition_name(ctx, table, XY_STR("REST"));
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "CREATE TABLE %.*s PARTITION OF %.*s DEFAULT", XY_STR_ARG(name), XY_STR_ARG(parent));
    xy_ddl_append(ctx, rope);
}

static uint32_t literal_count(xy_context *ctx, const xy_node *count)
{
    uint32_t value = 0;
    xy_str text = count && count->kind == XY_NODE_NUMBER_LITERAL ? xy_token_text(ctx->source, XY_AS(number_literal, count)->value) : (xy_str){0};
    for (uint32_t i = 0; i < text.length && text.data[i] >= '0' && text.data[i] <= '9' && value < 100000; i++)
        value = value * 10 + (uint32_t)(text.data[i] - '0');
    return value;
}

/* ---- keys: on the target a key of a partitioned table must hold the partition columns ---- */

static bool key_covers(const xy_context *ctx, const xy_constraint *key, uint32_t column_name, const xy_partitioning *by)
{
    for (uint32_t p = 0; p < by->columns.count; p++) {
        xy_str wanted = xy_token_text(ctx->source, by->columns.items[p]->first);
        bool covers = column_name != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(ctx->source, column_name), wanted);
        for (uint32_t k = 0; k < key->columns.count; k++)
            covers = covers || xy_str_equal_nocase(xy_token_text(ctx->source, key->columns.items[k]), wanted);
        if (!covers)
            return false;
    }
    return true;
}

static bool is_narrow_key(const xy_context *ctx, const xy_node *node, uint32_t column_name, const xy_partitioning *by)
{
    const xy_constraint *c = XY_AS(constraint, node);
    bool key = c->kind == XY_CONSTRAINT_KIND_PRIMARY_KEY || c->kind == XY_CONSTRAINT_KIND_UNIQUE;
    return key && !key_covers(ctx, c, column_name, by);
}

/* The first key that lacks a partition column, or null. */
static const xy_node *narrow_key(const xy_context *ctx, const xy_create_table *table, const xy_partitioning *by)
{
    for (uint32_t i = 0; i < table->items.count; i++) {
        const xy_node *item = table->items.items[i];
        if (item->kind == XY_NODE_CONSTRAINT && is_narrow_key(ctx, item, XY_NO_TOKEN, by))
            return item;
        for (uint32_t c = 0; item->kind == XY_NODE_COLUMN_DEF && c < XY_AS(column_def, item)->constraints.count; c++)
            if (is_narrow_key(ctx, XY_AS(column_def, item)->constraints.items[c], XY_AS(column_def, item)->name, by))
                return XY_AS(column_def, item)->constraints.items[c];
    }
    return NULL;
}

static const xy_node *narrow_later_key(const xy_context *ctx, const xy_node *table_name, const xy_partitioning *by)
{
    xy_str name = xy_ddl_last_part((xy_context *)ctx, table_name);
    for (uint32_t i = 0; i < ctx->units->count; i++) {
        const xy_node *tree = ctx->units->items[i].tree;
        if (!tree || tree->kind != XY_NODE_ALTER_TABLE || !xy_str_equal(xy_ddl_last_part((xy_context *)ctx, XY_AS(alter_table, tree)->name), name))
            continue;
        const xy_nodes *actions = &XY_AS(alter_table, tree)->actions;
        for (uint32_t a = 0; a < actions->count; a++)
            for (uint32_t k = 0; actions->items[a]->kind == XY_NODE_ADD_ITEMS && k < XY_AS(add_items, actions->items[a])->items.count; k++) {
                const xy_node *item = XY_AS(add_items, actions->items[a])->items.items[k];
                if (item->kind == XY_NODE_CONSTRAINT && is_narrow_key(ctx, item, XY_NO_TOKEN, by))
                    return item;
            }
    }
    return NULL;
}

/* ---- row movement ---- */

static bool moves_rows(const xy_context *ctx, const xy_create_table *table)
{
    for (uint32_t i = 0; i < table->properties.count; i++)
        for (uint32_t t = table->properties.items[i]->first; t < table->properties.items[i]->last; t++)
            if (xy_ddl_is_word(ctx, t, "MOVEMENT"))
                return xy_ddl_is_word(ctx, table->properties.items[i]->first, "ENABLE");
    return false;
}

/* Without ENABLE ROW MOVEMENT Oracle refuses a change of the key that belongs in another partition. */
static void forbid_movement(xy_context *ctx, const xy_create_table *table, const xy_partitioning *by)
{
    xy_rope rope = {0};
    xy_str trigger = xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table->name), "_ROW_MOVEMENT");
    xy_rope_build(ctx->edits, &rope, "CREATE TRIGGER %S BEFORE UPDATE OF ", trigger);
    add_list(ctx, &rope, by->columns);
    xy_rope_build(ctx->edits, &rope, " ON %S FOR EACH ROW EXECUTE FUNCTION %s()", xy_ddl_name(ctx, table->name), xy_pass_runtime(ctx, "no_row_movement"));
    xy_ddl_append(ctx, rope);
}

bool xy_ddl_is_partitioned(xy_context *ctx, const xy_node *table_name)
{
    const xy_unit *unit = xy_ddl_earlier(ctx, XY_NODE_CREATE_TABLE, xy_ddl_last_part(ctx, table_name));
    if (!unit)
        return true;
    const xy_create_table *table = XY_AS(create_table, unit->tree);
    if (!table->partitioning)
        return false;
    const xy_partitioning *by = XY_AS(partitioning, table->partitioning);
    return method_word(by->method) && by->columns.count && !narrow_key(ctx, table, by) && !narrow_later_key(ctx, table->name, by);
}

void xy_pass_partition(xy_context *ctx, xy_node *node)
{
    const xy_create_table *table = XY_AS(create_table, node);
    if (!table->partitioning)
        return;
    const xy_partitioning *by = XY_AS(partitioning, table->partitioning);
    const char *word = method_word(by->method);
    if (!word || by->columns.count == 0) {
        xy_pass_flag(ctx, table->partitioning, "partition-method", NULL);
        xy_ddl_drop(ctx, table->partitioning);
        return;
    }
    const xy_node *key = narrow_key(ctx, table, by);
    if (key || narrow_later_key(ctx, table->name, by)) { /* the key counts for more than the parts */
        xy_pass_flag(ctx, key ? key : table->partitioning, "key-without-partition", NULL);
        xy_ddl_drop(ctx, table->partitioning);
        return;
    }
    if (by->subpartition)
        xy_pass_flag(ctx, by->subpartition, "subpartition", NULL);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "PARTITION BY %s (", word);
    add_list(ctx, &rope, by->columns);
    xy_rope_text(ctx->edits, &rope, ")");
    xy_edit_replace_node(ctx->edits, table->partitioning, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    for (uint32_t i = 0; i < by->partitions.count; i++)
        add_partition(ctx, table->name, by, i);
    if (by->method == XY_PARTITIONING_METHOD_HASH && by->partitions.count == 0)
        add_hash_partitions(ctx, table->name, literal_count(ctx, by->count));
    bool moves = moves_rows(ctx, table);
    if (by->interval) {
        xy_pass_flag(ctx, by->interval, "interval", NULL);
        if (!moves)
            xy_pass_flag(ctx, table->partitioning, "row-movement", NULL);
        add_interval_partition(ctx, table->name);
    }
    if (!moves)
        forbid_movement(ctx, table, by);
}
