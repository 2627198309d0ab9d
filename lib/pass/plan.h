/* How the FROM and WHERE clauses of a statement come out. Passes put their wishes here during the walk; the clauses are written once, after
 * it, so that outer joins, hierarchies and ROWNUM limits of one block combine whatever the order in which they were met. */
#ifndef XY_PASS_PLAN_H
#define XY_PASS_PLAN_H

#include "pass/sql.h"

typedef struct xy_plan_conjunct {
    xy_node *node;
    bool dropped;
} xy_plan_conjunct;

typedef struct xy_plan xy_plan;
struct xy_plan {
    xy_node *owner;             /**< QueryBlock, Update or Delete */
    xy_nodes from;              /**< items of a QueryBlock */
    xy_node *where, *hierarchy; /**< Where, Hierarchy or null */
    XY_VEC(xy_plan_conjunct) conjuncts;
    const char *rule; /**< of the pass that changed the plan first */
    bool changed;
    xy_rope tables; /**< replaces the FROM items when has_tables */
    bool has_tables;
    bool order_changed; /**< `*` must name the tables to keep its column order */
    bool expand_star;   /**< `*` names the tables because the FROM clause shows more than they have */
    bool never;         /**< no row passes */
    /* ROWNUM */
    xy_rope limit; /**< expression of LIMIT when has_limit */
    bool has_limit;
    bool inner_limit; /**< the limit comes before grouping or ordering: an inline view */
    bool number_rows; /**< the inline view numbers its rows in a column row_number */
    xy_str row_number;
    /* CONNECT BY */
    void (*build)(xy_context *ctx, xy_plan *plan); /**< turns the tables into those of the hierarchy; null: none */
};

/** The plan of a QueryBlock, Update or Delete; made at the first call. */
xy_plan *xy_plan_of(xy_context *ctx, xy_node *owner);
/** Marks the plan as changed by the current rule. */
void xy_plan_touch(xy_context *ctx, xy_plan *plan);
/** Adds the FROM items as they come out so far (tables, or the author's) to the rope. */
void xy_plan_tables(xy_context *ctx, const xy_plan *plan, xy_rope *rope);
/** Adds the conditions that are left, joined by AND, to the rope. False when there are none. */
bool xy_plan_conditions(xy_context *ctx, const xy_plan *plan, xy_rope *rope);
/** Writes all plans that changed: the finish function of every pass that uses plans. */
void xy_plan_finish(xy_context *ctx);
/** Names of the tables in FROM order, joined ones too. */
void xy_plan_aliases(xy_context *ctx, xy_nodes tables, xy_sql_names *out);
/** Makes `*` of the block name its tables: "a.*, b.*". */
void xy_plan_expand_star(xy_context *ctx, const xy_plan *plan);

#endif
