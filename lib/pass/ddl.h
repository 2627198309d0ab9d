/* What the DDL passes share. */
#ifndef XY_PASS_DDL_H
#define XY_PASS_DDL_H

#include "pass/pass.h"

/** True when the token is the word, in any case. */
bool xy_ddl_is_word(const xy_context *ctx, uint32_t token, const char *word);
/** Removes the clause: its tokens with the blanks before them (and a whole line when nothing else is on it). */
void xy_ddl_drop(xy_context *ctx, const xy_node *node);
void xy_ddl_drop_all(xy_context *ctx, xy_nodes nodes);
/** Last significant token of the unit's statement, terminator excluded. */
uint32_t xy_ddl_last_token(const xy_context *ctx);
/** Adds the pieces of `more` to `rope`. */
void xy_ddl_join(xy_context *ctx, xy_rope *rope, const xy_rope *more);
/** Adds a statement after the unit: on lines of its own, ended by `;`. */
void xy_ddl_append(xy_context *ctx, xy_rope rope);
/** Adds a statement before the unit. */
void xy_ddl_prepend(xy_context *ctx, xy_rope rope);
/** The name as the target writes it, all parts ("his.patient"). */
xy_str xy_ddl_name(xy_context *ctx, const xy_node *name);
/** Schema that a reference to `symbol`, written with so many parts, needs in front: that of the unit's own object; empty for none (owner_schema.c). */
xy_str xy_pass_owner_schema(const xy_context *ctx, const xy_symbol *symbol, uint32_t parts);
/** The part before its last one, as Oracle stores it: the schema of an object's name; empty when there is none. */
xy_str xy_ddl_schema_part(xy_context *ctx, const xy_node *name);
/** Its last part alone, unquoted as Oracle stores it. */
xy_str xy_ddl_last_part(xy_context *ctx, const xy_node *name);
/** Words between OR REPLACE and the object's kind that the target has not (EDITIONABLE, FORCE …) are removed. */
void xy_ddl_clean_prefix(xy_context *ctx, const xy_node *prefix);
/** A new name from the object's own and a suffix, as the target writes it: shortened when too long. */
xy_str xy_ddl_derived_name(xy_context *ctx, xy_str oracle_name, const char *suffix);
/** The name in the schema of the object named by `name`: bill_seq beside his.bill is his.bill_seq. */
xy_str xy_ddl_beside(xy_context *ctx, const xy_node *name, xy_str other);
/** Has the target this SequenceOption? Caching, ordering, keeping and scaling do not change the values in one session (sequence.c). */
bool xy_ddl_keeps_sequence_option(const xy_node *option);
/** A ColumnDef of the table in the target's words, but for its constraints (column.c). */
void xy_ddl_column(xy_context *ctx, const xy_node *table_name, const xy_node *column);
/** Adds the trigger that these columns need when a row is inserted, if any; its name is the table's with the suffix (column.c). */
void xy_ddl_insert_trigger(xy_context *ctx, const xy_node *table_name, xy_nodes items, const char *suffix);
/** Removes the states of a constraint that the target has not, and writes the others its way (defined in table.c). */
void xy_ddl_constraint_states(xy_context *ctx, const xy_node *constraint);
/** Is the constraint written as a statement of its own: it is disabled, or a unique key that only an index can be? `table` as in the catalog, or null. */
bool xy_ddl_constraint_is_apart(xy_context *ctx, const xy_symbol *table, const xy_node *constraint);
/** Is it a key that PostgreSQL would compare differently when a column is null? */
bool xy_ddl_constraint_needs_index(xy_context *ctx, const xy_symbol *table, const xy_node *constraint);
/** Adds that statement; `column` is the column of an inline constraint, or null. */
void xy_ddl_constraint_apart(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_node *constraint, const xy_node *column);
/** Does a view that this file creates before read the object? */
bool xy_ddl_has_views(xy_context *ctx, const xy_node *name);
/** Statements before and behind the unit that take such views away and put them back. */
void xy_ddl_views_away(xy_context *ctx, const xy_node *name);
void xy_ddl_views_back(xy_context *ctx);
/** Nothing to do on the target: the unit's statement becomes a comment. */
void xy_ddl_comment_out(xy_context *ctx, const xy_node *node);
/** Adds the statement that does the partition maintenance of ALTER TABLE; false when the action is none, flagged when it has no equivalent (alter_partition.c).
 */
bool xy_ddl_partition_action(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_node *action);
/** Is the table of this file partitioned on the target? True for tables of other files. */
bool xy_ddl_is_partitioned(xy_context *ctx, const xy_node *table_name);
/** Name of the table that a partition is: his.bill + P1 -> his.bill_p1. */
xy_str xy_ddl_partition_name(xy_context *ctx, const xy_node *table_name, xy_str partition);
/** Target name of a trigger by its Oracle name: one that FOLLOWS another has that one's name in it (trigger.c). */
xy_str xy_pass_trigger_name(xy_context *ctx, const xy_node *name);
/** Do the tokens [a, a_end) and [b, b_end) say the same, blanks, comments and the case of words apart? */
bool xy_ddl_same_words(const xy_context *ctx, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end);
/** Unit of this file before the present one that creates an object of the kind with the same name, or null. */
const xy_unit *xy_ddl_earlier(xy_context *ctx, uint16_t kind, xy_str name);

#endif
