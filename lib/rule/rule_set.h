/* Inside of the rule engine: what load.c makes of the files and run.c applies. Not for other folders. */
#ifndef XY_RULE_RULE_SET_H
#define XY_RULE_RULE_SET_H

#include "base/status.h"
#include "base/yaml.h"
#include "edit/align.h"
#include "rule/rule.h"
#include "sema/sema.h"
#include <pthread.h>

enum { XY_RULE_MAX_VARIABLES = 24, XY_RULE_MAX_NESTING = 16 };

/* ---- patterns (pattern.c, match.c) ---- */

/** A compiled pattern. */
typedef struct xy_pattern {
    const xy_source *source;
    const xy_node *root;
    int8_t *holes;       /**< by node id of the pattern: number of the variable that the node is, or -1 */
    bool *lists;         /**< by node id: `$...xs` */
    const xy_str *names; /**< of the rule's variables */
    const uint32_t *name_count;
    uint32_t weight; /**< tokens that are not variables: the more, the more specific */
} xy_pattern;

/** Where a match takes place. */
typedef struct xy_scene {
    xy_arena *arena;
    const xy_source *source;
    const xy_analysis *analysis;
    const xy_target *target;
} xy_scene;

/** What a match found. */
typedef struct xy_bindings {
    xy_hole_value values[XY_RULE_MAX_VARIABLES];
    xy_nodes lists[XY_RULE_MAX_VARIABLES]; /**< elements of a list variable */
    uint32_t bound;                        /**< bit per variable */
    xy_node_vec structure;                 /**< nodes of the code that the pattern itself stands for (not its variables) */
} xy_bindings;

/** Compiles `text`; `start` null tries what fits. New variables are added to `names`. Null with a message in `error`. */
const xy_pattern *xy_pattern_compile(xy_arena *arena, xy_str text, const char *start, xy_str *names, uint32_t *name_count, xy_str *error);
bool xy_pattern_match(const xy_scene *scene, const xy_pattern *pattern, const xy_node *code, xy_bindings *bindings);
/** The node without redundant parentheses. */
const xy_node *xy_without_parens(const xy_node *node);
/** The Name (or what stands in its place) that a Name, Call, ProcedureCall, TableName or DataType is or holds; null for others. */
const xy_node *xy_name_node(const xy_node *node);
/** Dotted folded name of a Name, or of the name in a Call, ProcedureCall, TableName or DataType; empty for others. `node` gets the Name. */
xy_str xy_name_of(const xy_scene *scene, const xy_node *node, const xy_node **name);
/** True when the name means something that Oracle brings, as far as is known: not a thing that the user declared. */
bool xy_is_oracles(const xy_scene *scene, const xy_node *name);
/** `pattern` is a dotted upper-case name or ends in `.*`; a leading SYS. or STANDARD. of the name does not count. */
bool xy_name_fits(xy_str name, xy_str pattern);

/* ---- predicates (predicate.c) ---- */

typedef struct xy_predicate_info xy_predicate_info;
typedef struct xy_predicate xy_predicate;
typedef struct xy_argument {
    int variable; /**< -1: the matched node */
    xy_str name;  /**< of options, facts and fields */
    const xy_yaml **values;
    uint32_t value_count;
    uint64_t bits;         /**< families or symbol kinds */
    const uint16_t *kinds; /**< ended by 0 */
    uint32_t low, high;    /**< versions and counts */
} xy_argument;
struct xy_predicate {
    const xy_predicate_info *info;
    bool negated;
    xy_argument *arguments;
    uint32_t argument_count;
    xy_predicate *parts; /**< of any, all */
    uint32_t part_count;
};
typedef struct xy_predicates {
    xy_predicate *items;
    uint32_t count;
} xy_predicates;

bool xy_predicates_hold(const xy_scene *scene, xy_predicates predicates, const xy_node *node, const xy_bindings *bindings);

/* ---- rules ---- */

/** One way to match: a pattern, or kinds of nodes with conditions on their fields. */
typedef struct xy_field_test {
    xy_str field;
    const xy_yaml **values;
    uint32_t value_count;
    bool present, absent;
} xy_field_test;
typedef struct xy_binding_path {
    int variable;
    xy_str path;
} xy_binding_path;
typedef struct xy_matcher {
    const xy_pattern *pattern; /**< or null */
    const uint16_t *kinds;     /**< without pattern; ended by 0 */
    xy_field_test *tests;
    uint32_t test_count;
    xy_binding_path *paths;
    uint32_t path_count;
    uint32_t variables; /**< bit per variable that it binds */
} xy_matcher;

/** One step of a fix. */
typedef enum xy_step_kind { XY_STEP_TEMPLATE, XY_STEP_REPLACE, XY_STEP_DELETE, XY_STEP_INSERT } xy_step_kind;
typedef struct xy_step {
    xy_step_kind kind;
    int variable;             /**< place: a variable, */
    xy_str field;             /**< or a field of the node; both missing: the node */
    xy_align **templates;     /**< by matcher; null for DELETE */
    xy_align *before, *after; /**< of INSERT; null when there is none */
} xy_step;
/** One alternative of a fix: the first one whose conditions hold is applied. */
typedef struct xy_fix {
    xy_predicates where;
    xy_step *steps;
    uint32_t step_count;
    XY_VEC(xy_str) runtime; /**< names of xinyi.* functions in the templates */
    bool orafce;            /**< a template calls oracle.* or another schema of orafce */
} xy_fix;

typedef struct xy_rule_target {
    xy_str name;
    uint32_t first, last;
} xy_rule_target;

typedef enum xy_test_kind { XY_TEST_OUT, XY_TEST_SAME, XY_TEST_REFUSED } xy_test_kind;
typedef struct xy_rule_test {
    xy_test_kind kind;
    const xy_yaml *at; /**< for messages */
    xy_str in, out, given, target, place;
    const xy_yaml *flags, *options, *with;
} xy_rule_test;

struct xy_rule {
    xy_str id, code, area, file, evidence, targets_text;
    int32_t priority;
    xy_rule_target *targets;
    uint32_t target_count;
    xy_str names[XY_RULE_MAX_VARIABLES];
    uint32_t name_count;
    xy_matcher *matchers;
    uint32_t matcher_count;
    xy_predicates where;
    xy_fix *fixes;
    uint32_t fix_count;
    xy_layer layer;
    const void *pass;     /**< xy_pass, or null */
    XY_VEC(xy_str) needs; /**< entries of the target's runtime.sql that the output relies on when the rule applies */
    xy_unit_status status;
    bool reports; /**< adds its message as a diagnostic when it matches */
    xy_severity severity;
    uint32_t effort;
    xy_str message_en, message_zh, advice_en, advice_zh, doc_en, doc_zh;
    xy_rule_flag *flags;
    uint32_t flag_count;
    xy_rule_test *tests;
    uint32_t test_count;
    uint32_t weight, order; /**< more specific first, then as loaded */
};

typedef XY_VEC(xy_rule *) xy_rule_list;

/** The built-in files are read when something asks for a rule of theirs: most programs want those of one target. So what looks constant to its users may grow,
 *  under the lock; a list that someone holds does not change any more. */
struct xy_rules {
    xy_guard guard;
    xy_arena arena;
    pthread_mutex_t lock;
    bool *unread;       /**< by number of the built-in file; null: there is none to be read */
    xy_rule_list rules; /**< in order */
    xy_map by_id;       /**< id -> rule */
    xy_map targets;     /**< name -> xy_target_file */
    xy_str error;
    uint32_t next_order;
};

/** The rules of the files that have been read. */
xy_rule_list xy_rules_list(const xy_rules *rules);
/** Reads all built-in files that are unread; false with rules->error. */
bool xy_rules_complete(const xy_rules *rules);

/** Reads one rule file and adds its rules when all is well; false with rules->error. */
bool xy_rules_load(xy_rules *rules, xy_str file, const xy_yaml *root);
/** The pass of that name, or null. */
const void *xy_rule_find_pass(xy_str name);
/** Gives the target what running rules needs of it: the rules that apply to it, of those whose id is in `only` (null: all), by kind of node. */
void xy_rule_choose(xy_arena *arena, const xy_rules *rules, xy_target *target, const xy_map *only);

/** A problem found while reading: sets the error and does not return. */
typedef struct xy_loader {
    xy_rules *rules;
    xy_arena *arena;
    xy_str file;
    jmp_buf bad;
    xy_rule *rule; /**< being read */
} xy_loader;
_Noreturn void xy_load_fail(xy_loader *loader, const xy_yaml *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
xy_predicates xy_load_predicates(xy_loader *loader, const xy_yaml *list);
/** Number of the variable `$x` or `x`, or fails; -1 for `node`. */
int xy_load_variable(xy_loader *loader, const xy_yaml *at, xy_str text);
/** Values of a scalar or a list of scalars. */
const xy_yaml **xy_load_values(xy_loader *loader, const xy_yaml *value, uint32_t *count);
/** Kinds or groups by name, ended by 0. */
const uint16_t *xy_load_kinds(xy_loader *loader, const xy_yaml *value);
/** "15", ">= 15", "< 15", "12..14", "2.." as an inclusive range. */
void xy_load_range(xy_loader *loader, const xy_yaml *at, uint32_t *low, uint32_t *high);

#endif
