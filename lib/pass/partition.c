/* PARTITION BY of CREATE TABLE: declarative partitioning with a table for each partition. (Trap G03.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

static const char *method_word(uint8_t method)
{
    static const char *const words[] = {[XY_PARTITIONING_METHOD_RANGE] = "RANGE", [XY_PARTITIONING_METHOD_LIST] = "LIST", [XY_PARTITIONING_METHOD_HASH] = "HASH"};
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

/* his.bill + P1 -> his.bill_p1: partitions are tables of their own and share the schema's name space. */
static xy_str partition_name(xy_context *ctx, const xy_node *table, xy_str partition)
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
    xy_str name = partition_name(ctx, table, own), parent = xy_ddl_name(ctx, table);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "CREATE TABLE %.*s PARTITION OF %.*s", XY_STR_ARG(name), XY_STR_ARG(parent));
    add_bounds(ctx, &rope, by, index);
    xy_ddl_append(ctx, rope);
}

static void add_hash_partitions(xy_context *ctx, const xy_node *table, uint32_t count)
{
    xy_str parent = xy_ddl_name(ctx, table);
    for (uint32_t i = 0; i < count; i++) {
        xy_str name = partition_name(ctx, table, xy_str_format(ctx->arena, "P%u", i + 1));
        xy_rope rope = {0};
        xy_rope_format(ctx->edits, &rope, "CREATE TABLE %.*s PARTITION OF %.*s FOR VALUES WITH (MODULUS %u, REMAINDER %u)", XY_STR_ARG(name), XY_STR_ARG(parent), count, i);
        xy_ddl_append(ctx, rope);
    }
}

static void add_interval_partition(xy_context *ctx, const xy_node *table)
{
    xy_str parent = xy_ddl_name(ctx, table), name = partition_name(ctx, table, XY_STR("REST"));
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

/* A key of a partitioned table must hold the partition columns. */
static void check_keys(xy_context *ctx, const xy_create_table *table, const xy_partitioning *by)
{
    for (uint32_t i = 0; i < table->items.count; i++) {
        const xy_node *item = table->items.items[i];
        const xy_node *key = item->kind == XY_NODE_CONSTRAINT ? item : NULL;
        if (item->kind == XY_NODE_COLUMN_DEF) {
            const xy_column_def *column = XY_AS(column_def, item);
            for (uint32_t c = 0; c < column->constraints.count && !key; c++) {
                uint8_t kind = XY_AS(constraint, column->constraints.items[c])->kind;
                if (kind == XY_CONSTRAINT_KIND_PRIMARY_KEY || kind == XY_CONSTRAINT_KIND_UNIQUE)
                    key = column->constraints.items[c];
            }
        }
        uint8_t kind = key ? XY_AS(constraint, key)->kind : XY_CONSTRAINT_KIND_CHECK;
        if (kind != XY_CONSTRAINT_KIND_PRIMARY_KEY && kind != XY_CONSTRAINT_KIND_UNIQUE)
            continue;
        const xy_constraint *c = XY_AS(constraint, key);
        bool covers = true;
        for (uint32_t p = 0; p < by->columns.count && covers; p++) {
            covers = false;
            for (uint32_t k = 0; k < c->columns.count; k++)
                covers = covers || xy_str_equal_nocase(xy_token_text(ctx->source, c->columns.items[k]), xy_token_text(ctx->source, by->columns.items[p]->first));
        }
        if (!covers)
            xy_pass_flag(ctx, key, "key-without-partition", NULL);
    }
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
    if (by->subpartition)
        xy_pass_flag(ctx, by->subpartition, "subpartition", NULL);
    if (by->method != XY_PARTITIONING_METHOD_HASH)
        xy_pass_flag(ctx, table->partitioning, "row-movement", NULL);
    check_keys(ctx, table, by);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "PARTITION BY %s (", word);
    add_list(ctx, &rope, by->columns);
    xy_rope_text(ctx->edits, &rope, ")");
    xy_edit_replace_node(ctx->edits, table->partitioning, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    for (uint32_t i = 0; i < by->partitions.count; i++)
        add_partition(ctx, table->name, by, i);
    if (by->method == XY_PARTITIONING_METHOD_HASH && by->partitions.count == 0)
        add_hash_partitions(ctx, table->name, literal_count(ctx, by->count));
    if (by->interval) {
        xy_pass_flag(ctx, by->interval, "interval", NULL);
        add_interval_partition(ctx, table->name);
    }
}
