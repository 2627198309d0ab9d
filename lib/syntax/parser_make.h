/* What actions of the grammar need beyond the generated constructors: nodes that grow clause by clause, and wide forms whose
 * kind depends on a part. For grammar/parser only. */
#ifndef XY_SYNTAX_PARSER_MAKE_H
#define XY_SYNTAX_PARSER_MAKE_H

#include "syntax/builder.h"

/** From the first token of `first` to the last of `last`. */
xy_span xy_parser_span(xy_span first, xy_span last);
/** Gives the node a new span; returns it. */
xy_node *xy_parser_extend(xy_node *node, xy_span span);
/** A Name of the one word at `span` (a key word that stands for a name). */
xy_node *xy_parser_make_word(xy_builder *b, xy_span span);
xy_token_list xy_parser_tokens3(xy_builder *b, xy_span first, xy_span second, xy_span third);
/** Two nodes, each may be null: for clauses in either order. */
xy_nodes xy_parser_pair(xy_builder *b, xy_node *first, xy_node *second);

/* Expressions. */
xy_node *xy_parser_make_in(xy_builder *b, xy_span span, xy_node *operand, uint32_t not_token, xy_node *right);
xy_node *xy_parser_make_quantified(xy_builder *b, xy_span span, uint32_t quantifier, xy_node *right);
/** `left => right`: a NamedArgument, or a KeyedArgument when `left` is more than a word. */
xy_node *xy_parser_make_argument(xy_builder *b, xy_span span, xy_node *left, xy_node *right);
/** A Call without clauses. IGNORE NULLS that was read as part of an argument moves here. */
xy_node *xy_parser_make_call(xy_builder *b, xy_span span, xy_node *callee, uint32_t quantifier, xy_nodes args);
xy_node *xy_parser_call_order(xy_node *call, xy_span span, xy_node *order);
xy_node *xy_parser_call_nulls(xy_node *call, xy_span span, xy_node *nulls);
xy_node *xy_parser_call_arguments(xy_builder *b, xy_node *call, xy_span span, xy_nodes more);
xy_node *xy_parser_frame_exclude(xy_node *frame, xy_span span, uint8_t exclude);
xy_node *xy_parser_call_from(xy_node *call, xy_span span, uint32_t which);
xy_node *xy_parser_call_overflow(xy_node *call, xy_span span, xy_node *overflow);
xy_node *xy_parser_call_within(xy_node *call, xy_span span, xy_node *within);
xy_node *xy_parser_call_keep(xy_node *call, xy_span span, xy_node *keep);
xy_node *xy_parser_call_over(xy_node *call, xy_span span, xy_node *window);
xy_node *xy_parser_name_window(xy_node *window, xy_span span, uint32_t name);

/* Data types. */
xy_node *xy_parser_make_type(xy_builder *b, xy_span span, uint32_t ref, xy_node *name, xy_nodes args, xy_token_list words, uint8_t anchor);
xy_node *xy_parser_type_words(xy_builder *b, xy_node *type, xy_span span, xy_token_list words);
xy_node *xy_parser_type_unit(xy_node *type, uint32_t unit);
xy_node *xy_parser_type_charset(xy_node *type, xy_span span, xy_node *charset);

/* Queries. A tail is ORDER BY, row limiting and FOR UPDATE, each may be null. */
xy_node *xy_parser_make_select(xy_builder *b, xy_span span, xy_node *with, xy_node *body);
xy_nodes xy_parser_tail(xy_builder *b, xy_node *order, xy_node *limit, xy_node *for_update);
xy_node *xy_parser_finish_select(xy_builder *b, xy_span span, xy_node *with, xy_node *body, xy_nodes tail);
xy_node *xy_parser_restrict_select(xy_node *select, xy_span span, xy_node *restriction);
xy_node *xy_parser_for_update(xy_node *node, xy_span span, uint8_t mode, xy_node *seconds);

/* Tables. An alias is two tokens, AS and the name, each may be none. */
xy_token_list xy_parser_alias(xy_builder *b, uint32_t as, uint32_t alias);
uint32_t xy_parser_alias_as(xy_token_list alias);
uint32_t xy_parser_alias_name(xy_token_list alias);
xy_node *xy_parser_alias_table(xy_node *table, xy_span span, xy_token_list alias);
xy_node *xy_parser_flashback(xy_node *table, xy_node *flashback);
xy_node *xy_parser_derived_table(xy_builder *b, xy_span span, uint32_t lateral, xy_node *query, xy_token_list alias);
xy_node *xy_parser_table_function(xy_builder *b, xy_span span, uint32_t keyword, xy_node *call, uint32_t outer, xy_token_list alias);
xy_node *xy_parser_syntax_table(xy_node *table, xy_span span, uint32_t outer, xy_token_list alias);
xy_node *xy_parser_join_partition(xy_node *join, xy_node *partition);

/* PL/SQL. */
/** The query when the expression is one in parentheses, else the expression. */
xy_node *xy_parser_query_of(xy_builder *b, xy_node *expression);
/** ForLoop or CursorLoop for one plain iterand and control, else IteratorLoop. */
xy_node *xy_parser_make_for(xy_builder *b, xy_span span, xy_nodes iterands, xy_nodes controls, uint32_t loop, xy_nodes stmts, uint32_t end, uint32_t end_label);
xy_node *xy_parser_prefix_word(xy_builder *b, xy_node *prefix, xy_span span, uint32_t word);
xy_node *xy_parser_routine_clause(xy_builder *b, xy_node *routine, xy_span span, xy_node *clause);
xy_node *xy_parser_routine_body(xy_node *routine, xy_span span, uint32_t is, xy_node *body);
xy_node *xy_parser_routine_call_spec(xy_node *routine, xy_span span, uint32_t is, xy_node *spec);
xy_node *xy_parser_routine_qualifiers(xy_node *routine, xy_span span, xy_token_list qualifiers);
/** Sets the name of OLD (0), NEW (1) or PARENT (2) in a list of three. */
xy_token_list xy_parser_referencing(xy_builder *b, xy_token_list list, unsigned which, uint32_t name);
/** Attributes and methods apart. */
xy_node *xy_parser_make_object_type(xy_builder *b, xy_span span, xy_node *under, xy_nodes items, xy_token_list modifiers);
xy_node *xy_parser_finish_type(xy_node *type, xy_span span, xy_node *definition);

/* Tables. */
xy_node *xy_parser_table_on_commit(xy_node *table, xy_span span, uint8_t on_commit);
xy_node *xy_parser_table_partitioning(xy_node *table, xy_span span, xy_node *partitioning);
xy_node *xy_parser_table_property(xy_builder *b, xy_node *table, xy_span span, xy_node *property);
xy_node *xy_parser_table_query(xy_node *table, xy_span span, xy_node *query);
xy_node *xy_parser_make_column(xy_builder *b, xy_span span, uint32_t name, xy_node *type);
xy_node *xy_parser_column_visibility(xy_node *column, xy_span span, uint32_t token);
xy_node *xy_parser_column_default(xy_node *column, xy_span span, uint32_t token, uint32_t on_null, xy_node *value);
xy_node *xy_parser_column_identity(xy_node *column, xy_span span, xy_node *identity);
xy_node *xy_parser_column_virtual(xy_node *column, xy_span span, xy_node *expression, uint32_t token);
xy_node *xy_parser_column_constraint(xy_builder *b, xy_node *column, xy_span span, xy_node *constraint);
/** The state belongs to the column's last constraint; without one it is a property. */
xy_node *xy_parser_column_state(xy_builder *b, xy_node *column, xy_span span, xy_node *state);
xy_node *xy_parser_column_property(xy_builder *b, xy_node *column, xy_span span, xy_node *property);
xy_node *xy_parser_make_constraint(xy_builder *b, xy_span span, uint8_t kind, xy_token_list columns, xy_node *condition);
xy_node *xy_parser_constraint_name(xy_node *constraint, xy_span span, uint32_t name);
xy_node *xy_parser_constraint_state(xy_builder *b, xy_node *constraint, xy_span span, xy_node *state);
xy_node *xy_parser_foreign_key(xy_node *references, xy_span span, xy_token_list columns);
xy_node *xy_parser_partitions(xy_node *partitioning, xy_span span, xy_nodes partitions);
xy_node *xy_parser_partition_interval(xy_node *partitioning, xy_span span, xy_node *interval);
xy_node *xy_parser_partition_store(xy_node *partitioning, xy_span span, xy_node *store);
xy_node *xy_parser_partition_count(xy_node *partitioning, xy_span span, xy_node *count);
xy_node *xy_parser_subpartition(xy_node *partitioning, xy_span span, xy_node *subpartition);
xy_node *xy_parser_partition_attribute(xy_builder *b, xy_node *partition, xy_span span, xy_node *attribute);
xy_node *xy_parser_index_properties(xy_node *index, xy_span span, xy_nodes properties);

#endif
