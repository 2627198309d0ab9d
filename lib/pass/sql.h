/* What the passes for queries, expressions and DML share: names, builtins, operands, conjuncts. No edits are made here. */
#ifndef XY_PASS_SQL_H
#define XY_PASS_SQL_H

#include "pass/pass.h"

/** Growing list of nodes in the unit's arena. */
typedef XY_VEC(xy_node *) xy_sql_nodes;

/** The node without the parentheses around it. */
xy_node *xy_sql_bare(const xy_node *node);
/** Token text equals `word`, letters folded; a quoted word never does. */
bool xy_sql_word(const xy_context *ctx, uint32_t token, const char *word);
/** Last part of a Name as Oracle stores it; empty for other nodes. */
xy_str xy_sql_last_part(const xy_context *ctx, const xy_node *name);
/** True for a Name of the one part `word` (unquoted) that is no column or variable: LEVEL, ROWNUM, SYSDATE … */
bool xy_sql_is_pseudo(const xy_context *ctx, const xy_node *node, const char *word);
/** Folded name of Oracle's built-in function that a Call, or a Name without parentheses, denotes; empty for anything else. */
xy_str xy_sql_builtin(const xy_context *ctx, const xy_node *node);
bool xy_sql_is_builtin(const xy_context *ctx, const xy_node *node, const char *name);
/** Value of argument i (the value of a named one), or null. */
xy_node *xy_sql_arg(const xy_node *call, uint32_t i);
/** True when the words hold `name`; words are separated by blanks. */
bool xy_sql_in_words(const char *words, xy_str name);
bool xy_sql_is_aggregate(const xy_context *ctx, const xy_node *node);

bool xy_sql_is_null_literal(const xy_context *ctx, const xy_node *node); /* NULL or '' */
/** Integer value of a literal with optional sign; false for anything else. */
bool xy_sql_integer(const xy_context *ctx, const xy_node *node, int64_t *value);
/** May the expression be NULL? Unknown counts as yes. */
bool xy_sql_maybe_null(const xy_context *ctx, const xy_node *node);
xy_family xy_sql_family(const xy_context *ctx, const xy_node *node);

/** Would the target compute the expression in an integer type? MAYBE when the type there is not known. */
typedef enum xy_integral { XY_INTEGRAL_NO, XY_INTEGRAL_MAYBE, XY_INTEGRAL_YES } xy_integral;
xy_integral xy_sql_integral(const xy_context *ctx, const xy_node *node);

/** True when the expression may be written twice: no call of a routine, sequence, random value or subquery in it. */
bool xy_sql_is_repeatable(const xy_context *ctx, const xy_node *node);

/** Visits node and all below it; `enter` returns false to leave a subtree out. */
typedef bool (*xy_sql_visit)(xy_node *node, void *data);
void xy_sql_walk(xy_node *node, xy_sql_visit enter, void *data);
/** As xy_sql_walk, without the queries inside (their expressions belong to another block). */
void xy_sql_walk_block(xy_node *node, xy_sql_visit enter, void *data);
/** Does a node for which `test` holds lie at or below node (not in inner queries when `block`)? */
bool xy_sql_any(const xy_context *ctx, const xy_node *node, bool block, bool (*test)(const xy_context *ctx, const xy_node *node));

/** The operands of an AND chain, in order; parentheses around an inner AND are kept closed. */
void xy_sql_conjuncts(xy_context *ctx, xy_node *condition, xy_sql_nodes *out);

/** Name by which columns of a FROM item are qualified, as the target writes it: its alias, else the table's name; empty when it has none. */
xy_str xy_sql_table_alias(xy_context *ctx, const xy_node *table);
/** Fields alias and as of any kind of FROM item; XY_NO_TOKEN when there is none. */
uint32_t xy_sql_alias_token(const xy_node *table, uint32_t *as);
/** Is the table DUAL (or SYS.DUAL)? */
bool xy_sql_is_dual(const xy_context *ctx, const xy_node *table);
/** Which of the tables does the column name belong to: index, or -1 (unknown, or none of them). `known` is set when that is certain. */
int xy_sql_table_of(const xy_context *ctx, const xy_node *name, xy_nodes tables, bool *known);

/** The select list position's result name as Oracle stores it: alias or column name; empty when the item has none. */
xy_str xy_sql_item_name(const xy_context *ctx, const xy_node *item);
/** Column names of a query (set operation: of its first block), or false when a `*` in it cannot be resolved. */
typedef XY_VEC(xy_str) xy_sql_names;
bool xy_sql_query_columns(xy_context *ctx, const xy_node *select, xy_sql_names *out);
/** Column names of a FROM item, or false when they are not known. */
bool xy_sql_table_columns(xy_context *ctx, const xy_node *table, xy_sql_names *out);
/** Is the expression a whole select item without alias whose name somebody may use: not of SELECT INTO, INSERT … SELECT, EXISTS or a scalar subquery? */
bool xy_sql_names_column(const xy_node *expr);
/** Are all columns of one of the table's keys among the names? */
bool xy_sql_holds_key(const xy_symbol *table, const xy_sql_names *columns);
/** First block of a query body. */
xy_query_block *xy_sql_first_block(const xy_node *query);
/** The Select whose body is exactly this block, or null (arm of a set operation). */
xy_select *xy_sql_select_of(const xy_node *block);

/** 'text' as a literal of the target. */
xy_str xy_sql_quote(xy_context *ctx, xy_str text);
/** xy_pass_flag with the argument `text`: the node's source text, cut when long. */
void xy_sql_flag(xy_context *ctx, const xy_node *node, const char *flag);
/** The rule that is being applied, for the edit functions. */
const char *xy_sql_rule(const xy_context *ctx);
xy_str xy_sql_text(const xy_context *ctx, const xy_node *node); /* source text of the node, for names of columns made from it */

/** s.NEXTVAL or s.CURRVAL (nextval.c): is the name one; do two name one sequence; its call on the target. */
bool xy_sequence_mention(const xy_context *ctx, const xy_node *node, bool *next);
bool xy_same_sequence(const xy_context *ctx, const xy_node *a, const xy_node *b);
xy_str xy_sequence_call(xy_context *ctx, const xy_node *node, bool next);

#endif
