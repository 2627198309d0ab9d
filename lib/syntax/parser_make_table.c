/* Nodes of tables, columns and indexes that grow clause by clause: see parser_make.h. */
#include "syntax/parser_make.h"

#define NONE XY_NO_TOKEN

xy_node *xy_parser_table_on_commit(xy_node *table, xy_span span, uint8_t on_commit)
{
    XY_AS(create_table, table)->on_commit = on_commit;
    return xy_parser_extend(table, span);
}

xy_node *xy_parser_table_partitioning(xy_node *table, xy_span span, xy_node *partitioning)
{
    XY_AS(create_table, table)->partitioning = partitioning;
    return xy_parser_extend(table, span);
}

xy_node *xy_parser_table_property(xy_builder *b, xy_node *table, xy_span span, xy_node *property)
{
    xy_create_table *t = XY_AS(create_table, table);
    t->properties = xy_list_add(b, t->properties, property);
    return xy_parser_extend(table, span);
}

xy_node *xy_parser_table_query(xy_node *table, xy_span span, xy_node *query)
{
    XY_AS(create_table, table)->query = query;
    return xy_parser_extend(table, span);
}

xy_node *xy_parser_make_column(xy_builder *b, xy_span span, uint32_t name, xy_node *type)
{
    return xy_make_column_def(b, span, name, type, NONE, NONE, NONE, NULL, NULL, NULL, NONE, xy_list_empty(), xy_list_empty());
}

xy_node *xy_parser_column_visibility(xy_node *column, xy_span span, uint32_t token)
{
    XY_AS(column_def, column)->visibility = token;
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_column_default(xy_node *column, xy_span span, uint32_t token, uint32_t on_null, xy_node *value)
{
    xy_column_def *c = XY_AS(column_def, column);
    c->default_token = token;
    c->on_null = on_null;
    c->default_ = value;
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_column_identity(xy_node *column, xy_span span, xy_node *identity)
{
    XY_AS(column_def, column)->identity = identity;
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_column_virtual(xy_node *column, xy_span span, xy_node *expression, uint32_t token)
{
    XY_AS(column_def, column)->virtual = expression;
    XY_AS(column_def, column)->virtual_token = token;
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_column_constraint(xy_builder *b, xy_node *column, xy_span span, xy_node *constraint)
{
    xy_column_def *c = XY_AS(column_def, column);
    c->constraints = xy_list_add(b, c->constraints, constraint);
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_column_state(xy_builder *b, xy_node *column, xy_span span, xy_node *state)
{
    xy_column_def *c = XY_AS(column_def, column);
    if (c->constraints.count == 0)
        return xy_parser_column_property(b, column, span, xy_make_opaque(b, (xy_span){state->first, state->last}, state->first));
    xy_node *last = c->constraints.items[c->constraints.count - 1];
    xy_parser_constraint_state(b, last, (xy_span){last->first, state->last}, state);
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_column_property(xy_builder *b, xy_node *column, xy_span span, xy_node *property)
{
    xy_column_def *c = XY_AS(column_def, column);
    c->properties = xy_list_add(b, c->properties, property);
    return xy_parser_extend(column, span);
}

xy_node *xy_parser_make_constraint(xy_builder *b, xy_span span, uint8_t kind, xy_token_list columns, xy_node *condition)
{
    return xy_make_constraint(b, span, NONE, kind, columns, condition, NULL, xy_tokens_empty(), XY_CONSTRAINT_ON_DELETE_NONE, xy_list_empty());
}

xy_node *xy_parser_constraint_name(xy_node *constraint, xy_span span, uint32_t name)
{
    XY_AS(constraint, constraint)->name = name;
    return xy_parser_extend(constraint, span);
}

xy_node *xy_parser_constraint_state(xy_builder *b, xy_node *constraint, xy_span span, xy_node *state)
{
    xy_constraint *c = XY_AS(constraint, constraint);
    c->state = xy_list_add(b, c->state, state);
    return xy_parser_extend(constraint, span);
}

xy_node *xy_parser_foreign_key(xy_node *references, xy_span span, xy_token_list columns)
{
    XY_AS(constraint, references)->kind = XY_CONSTRAINT_KIND_FOREIGN_KEY;
    XY_AS(constraint, references)->columns = columns;
    return xy_parser_extend(references, span);
}

xy_node *xy_parser_partitions(xy_node *partitioning, xy_span span, xy_nodes partitions)
{
    XY_AS(partitioning, partitioning)->partitions = partitions;
    return xy_parser_extend(partitioning, span);
}

xy_node *xy_parser_partition_interval(xy_node *partitioning, xy_span span, xy_node *interval)
{
    XY_AS(partitioning, partitioning)->interval = interval;
    return xy_parser_extend(partitioning, span);
}

xy_node *xy_parser_partition_store(xy_node *partitioning, xy_span span, xy_node *store)
{
    XY_AS(partitioning, partitioning)->store = store;
    return xy_parser_extend(partitioning, span);
}

xy_node *xy_parser_partition_count(xy_node *partitioning, xy_span span, xy_node *count)
{
    XY_AS(partitioning, partitioning)->count = count;
    return xy_parser_extend(partitioning, span);
}

xy_node *xy_parser_subpartition(xy_node *partitioning, xy_span span, xy_node *subpartition)
{
    XY_AS(partitioning, partitioning)->subpartition = subpartition;
    return xy_parser_extend(partitioning, span);
}

xy_node *xy_parser_partition_attribute(xy_builder *b, xy_node *partition, xy_span span, xy_node *attribute)
{
    xy_partition *p = XY_AS(partition, partition);
    p->attributes = xy_list_add(b, p->attributes, attribute);
    return xy_parser_extend(partition, span);
}

xy_node *xy_parser_index_properties(xy_node *index, xy_span span, xy_nodes properties)
{
    XY_AS(create_index, index)->properties = properties;
    return xy_parser_extend(index, span);
}
