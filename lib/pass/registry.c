/* All passes by name, sorted. A rule switches one on with `pass: name`. */
#include "pass/pass.h"

#define PASS(name) void name(xy_context *ctx, xy_node *node);
#define FINISH(name) void name(xy_context *ctx);
PASS(xy_pass_alter_table)
PASS(xy_pass_create_index)
PASS(xy_pass_create_synonym)
PASS(xy_pass_create_table)
PASS(xy_pass_create_view)
PASS(xy_pass_data_type)
PASS(xy_pass_drop)
PASS(xy_pass_grant)
PASS(xy_pass_identifiers_apply)
FINISH(xy_pass_identifiers_finish)
PASS(xy_pass_materialized_view)
PASS(xy_pass_partition)
PASS(xy_pass_rename)
PASS(xy_pass_sequence_option)
PASS(xy_pass_slash)
PASS(xy_pass_sqlplus)
PASS(xy_pass_synonym_reference)
PASS(xy_pass_trigger)
PASS(xy_pass_truncate)

const xy_pass xy_passes[] = {
    {"alter-table", xy_pass_alter_table, NULL},
    {"create-index", xy_pass_create_index, NULL},
    {"create-synonym", xy_pass_create_synonym, NULL},
    {"create-table", xy_pass_create_table, NULL},
    {"create-view", xy_pass_create_view, NULL},
    {"data-type", xy_pass_data_type, NULL},
    {"drop", xy_pass_drop, NULL},
    {"grant", xy_pass_grant, NULL},
    {"identifiers", xy_pass_identifiers_apply, xy_pass_identifiers_finish},
    {"materialized-view", xy_pass_materialized_view, NULL},
    {"partition", xy_pass_partition, NULL},
    {"rename", xy_pass_rename, NULL},
    {"sequence-option", xy_pass_sequence_option, NULL},
    {"slash", xy_pass_slash, NULL},
    {"sqlplus", xy_pass_sqlplus, NULL},
    {"synonym-reference", xy_pass_synonym_reference, NULL},
    {"trigger", xy_pass_trigger, NULL},
    {"truncate", xy_pass_truncate, NULL},
    {NULL, NULL, NULL},
};
