/* Shared by the files of lib/lint: one unit under the eyes of the checks. */
#ifndef XY_LINT_CHECK_H
#define XY_LINT_CHECK_H

#include "lint/lint.h"

typedef struct lint_unit {
    const xy_lint *lint;
    const xy_analysis *a;
    xy_arena *arena;
    xy_diags *diags;
    xy_map unknown; /* names that were reported as such */
    xy_map loose;   /* words that may mean a variable though no symbol says so (unused.c) */
} lint_unit;

/** Adds the finding when it is wanted; pairs of name and text, ended by null. The place is that of the node. */
void lint_report(const lint_unit *u, int message, const xy_node *at, const char *name, xy_str text, const char *name2, xy_str text2);
/** The text of a node as it stands. */
xy_str lint_text(const lint_unit *u, const xy_node *node);
/** Without parentheses around it. */
const xy_node *lint_plain(const xy_node *node);

/* Each looks at one node; which kinds they see is in lint.c. */
void lint_comparison(lint_unit *u, const xy_node *binary);
void lint_shadowed(lint_unit *u, const xy_node *node);
void lint_call(lint_unit *u, const xy_node *call);
void lint_procedure_call(lint_unit *u, const xy_node *statement);
void lint_into(lint_unit *u, const xy_node *node);
void lint_statements(lint_unit *u, const xy_node *node);
void lint_handlers(lint_unit *u, const xy_node *node);
void lint_declarations(lint_unit *u, const xy_node *node);
void lint_unknown_names(lint_unit *u);
/** Fills u->loose. */
void lint_note_loose(lint_unit *u);

#endif
