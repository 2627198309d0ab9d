/* Passes: structural changes that a rule switches on (`pass: name`). One construct, one file lib/pass/<name>.c, registered in registry.c.
 *
 * A pass is called for each node of the rule's kinds, in pre-order; it reads the tree and the analysis and adds edits. It never
 * reads rendered text to decide. What it cannot keep it flags (xy_pass_flag) with an id of the rule's `flags:`. */
#ifndef XY_PASS_PASS_H
#define XY_PASS_PASS_H

#include "base/status.h"
#include "edit/edit.h"
#include "rule/rule.h"
#include "sema/sema.h"
#include "target/target.h"

enum {
    XY_FIXED = 1,   /**< a rule has rewritten the node */
    XY_COMPARED = 2 /**< … by a pattern, which compared all words of it */
};

typedef struct xy_context xy_context;
/** Everything that rules and passes of one unit share. */
struct xy_context {
    xy_arena *arena; /**< unit lifetime */
    const xy_source *source;
    const xy_units *units; /**< all units of the file, for passes that look around (transactions) */
    bool fragment;         /**< text of dynamic SQL: `units` is that text alone, not the file */
    const xy_unit *unit;
    const xy_analysis *analysis;
    const xy_catalog *catalog;
    const xy_target *target;
    const xy_rules *rules;
    const xy_rule *rule;  /**< the rule that is being applied */
    const uint8_t *fixed; /**< by node id: XY_FIXED, XY_COMPARED */
    xy_edits *edits;
    xy_diags *diags;                     /**< of this unit */
    int status;                          /**< worst xy_unit_status so far */
    xy_map runtime;                      /**< names of runtime functions used (shared by the file) */
    bool *needs_orafce;                  /**< set when an orafce function is used */
    bool ended_by_slash;                 /**< set by the pass script-terminator: the client reads the unit up to a lone slash */
    void *routine;                       /**< state of the plpgsql passes of this unit: lib/pass/plpgsql.h */
    void *states[16];                    /**< per-pass state of this unit, index assigned in registry.c */
    const xy_str *text_names; /**< names that a text may not take for variables of its own: the parameters of its block */
    uint32_t text_name_count;
    const char *block_head, *block_tail; /**< of the text's own block when it does not become DO: dynamic_block.c */
    /** Of a fragment's placeholders: fills `types`, by token of `source`; null: not known. Set while its text is translated: dynamic.c. */
    void (*bind_types)(xy_context *ctx, const xy_source *source, const xy_type **types);
    void *bind_data;
    const xy_type *text_type; /**< type that the expression of a fragment is stored as, or null */
    xy_symbol *text_package; /**< package that the text of a fragment stands in, or null: fragment.c */
    uint32_t name_serial;    /**< for xy_pass_fresh_name */
    xy_map fresh_names;      /**< names that it gave away (in the unit's arena) */
    xy_map words;            /**< all words of the unit in upper case, for xy_pass_fresh_name; filled when first asked for */
};

/** Who owns which of xy_context.states. */
enum {
    XY_STATE_IDENTIFIERS,
    XY_STATE_HIERARCHIES,
    XY_STATE_FORMS,
    XY_STATE_PLANS,
    XY_STATE_BULK,
    XY_STATE_CURSORS,
    XY_STATE_PACKAGE_INIT,
    XY_STATE_LITERALS,
    XY_STATE_BUILTINS,
    XY_STATE_ROWCOUNTS,
    XY_STATE_ROWIDS,
    XY_STATE_TEXT_LIMITS
};

typedef struct xy_pass {
    const char *name;
    void (*apply)(xy_context *ctx, xy_node *node); /**< each matching node, pre-order */
    void (*finish)(xy_context *ctx);               /**< once per unit after the walk; may be null */
} xy_pass;
extern const xy_pass xy_passes[]; /**< ended by a null name */

/** Adds the diagnostic `flag` of the current rule at the node and worsens the unit's status accordingly.
 *  Arguments: pairs name, text; ended by NULL; they fill {name} in the messages. */
void xy_pass_flag(xy_context *ctx, const xy_node *node, const char *flag, ...);
void xy_pass_flag_token(xy_context *ctx, uint32_t token, const char *flag, ...);
/** The same with a message of grammar/messages.yml, whose one argument is {name}: for what may happen to any rule. */
void xy_pass_report(xy_context *ctx, const xy_node *node, int message, xy_str name);
/** Source text of the node, for arguments of flags. */
const char *xy_pass_node_text(xy_context *ctx, const xy_node *node);
/** Notes that runtime function `name` is used and returns "xinyi.name" for a rope. */
const char *xy_pass_runtime(xy_context *ctx, const char *name);
/** Notes that orafce is used. */
void xy_pass_orafce(xy_context *ctx);
/** A name that no symbol or word of the unit uses: "xy_row", "xy_row_2" … */
xy_str xy_pass_fresh_name(xy_context *ctx, const char *stem);
/** A variable of SQL*Plus as one of psql, `:name`; empty for a token that is none, and where psql puts in nothing: script_variable.c. */
xy_str xy_pass_script_variable_text(xy_context *ctx, uint32_t token);
/** The name as the target writes it: folded and quoted when needed (mixed case, reserved word, too long: shortened uniquely). */
xy_str xy_pass_target_name(xy_context *ctx, xy_str oracle_name);
/** Name of an object or packaged item as the target refers to it from another place: "fee.settle", "his.patient" (schema kept as written). */
xy_str xy_pass_symbol_name(xy_context *ctx, const xy_symbol *symbol);
/** Name of the schema that holds a package's items: the package's, with its owner's before it when it was declared with one. */
xy_str xy_pass_package_schema(xy_context *ctx, const xy_symbol *package);
/** The type as the target writes it ("numeric(5,2)", "timestamp(0)"): types table of the target file. */
xy_str xy_pass_target_type(xy_context *ctx, const xy_type *type);
bool xy_pass_option(const xy_context *ctx, const char *name, const char *value);

#endif
