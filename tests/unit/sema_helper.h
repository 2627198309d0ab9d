/* Shared by the tests of lib/sema: analyse a script and describe the node behind a mark.
 *
 * The mark is a comment before a token: with `^` it marks the smallest node that starts there and has a symbol or type (a name as a
 * rule), with `^^` the largest expression that starts there. */
#ifndef XY_TESTS_SEMA_HELPER_H
#define XY_TESTS_SEMA_HELPER_H

#include "sema/sema.h"
#include "unit.h"

typedef struct sema_case {
    int line;
    const char *text, *expected;
} sema_case;

/** "column T.A | number(5) | never | to varchar"; "?" for what is not known. */
void sema_check(const sema_case *cases, size_t count);
#define SEMA_CHECK(cases) sema_check((cases), sizeof(cases) / sizeof *(cases))

typedef struct sema_script {
    xy_guard guard;
    xy_arena arena;
    xy_source source;
    xy_units units;
    xy_diags diags;
    xy_catalog *catalog;
} sema_script;
/** Parses and declares; `other` (may be null) is declared from a source of its own before. */
void sema_load(sema_script *script, const char *other, const char *text);
xy_analysis *sema_analyse_unit(sema_script *script, uint32_t index);
/** The marked node and the analysis of its unit. */
const xy_node *sema_marked(sema_script *script, xy_analysis **analysis);
void sema_free(sema_script *script);

#endif
