/* Rules: YAML files (format: rules/README.md), loaded once, immutable, matched on trees. */
#ifndef XY_RULE_RULE_H
#define XY_RULE_RULE_H

#include "diag/diag.h"
#include "syntax/parse.h"
#include "target/target.h"

typedef struct xy_rules xy_rules;
typedef struct xy_rule xy_rule;
struct xy_context;

/** A further diagnostic that the rule's pass may raise. */
typedef struct xy_rule_flag {
    const char *id, *code;
    xy_severity severity;
    xy_str en, zh, advice_en, advice_zh, doc_en, doc_zh;
    uint32_t effort;
} xy_rule_flag;

const char *xy_rule_id(const xy_rule *rule);
const xy_rule_flag *xy_rule_find_flag(const xy_rule *rule, const char *id);
/** The flag of `rule`, or else of the first rule that has it: helpers shared by passes raise flags of the rule that they belong to. *owner
 *  gets the rule. Null when no rule has it. */
const xy_rule_flag *xy_rules_find_flag(const xy_rules *rules, const xy_rule *rule, const char *id, const xy_rule **owner);

/** Not an empty rule set? Asking reads no files, as counting does. */
bool xy_rules_any(const xy_rules *rules);
/** Prepares a target from its file, version ("postgres:15") and option overrides. False with a message in `error` when unknown. */
bool xy_rules_target(const xy_rules *rules, xy_arena *arena, xy_str name_and_version, const xy_map *options, xy_target *target, xy_str *error);

/** Walks the unit's tree once, pre-order, and applies the rules of ctx->target: fixes become edits, passes are called, diagnostics are
 *  added, ctx->status is worsened. Then calls the finish function of each pass that was used. No rule fires in a Bogus node. */
void xy_rules_run(const xy_rules *rules, struct xy_context *ctx);

#endif
