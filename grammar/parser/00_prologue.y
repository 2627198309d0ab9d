/* The grammar of Oracle SQL and PL/SQL: declarations.
 *
 * The fragments of this folder are joined in name order; gen/tokens.y (%token lines from keywords.yml) comes right after
 * this one. The rules that keep the grammar free of conflicts and growing well:
 *
 * - LALR(1), %expect 0, no GLR, one start rule per xy_start (10_unit.y).
 * - There is one rule for identifiers. A soft keyword arrives as KW_X only where the parser can shift it (and where its sets
 *   in keywords.yml agree), else as WORD; a rule therefore never lists keywords that may be names. `xy_gen contest` lists the
 *   states where both readings are possible.
 * - What the syntax cannot tell apart has one wide form: call or collection element, type or function, a.b.c, expression or
 *   condition. sema decides.
 * - Actions are one constructor call. Spans are tokens [first, last); a statement's or declaration's span excludes its `;`.
 * - Precedence is declared for operators and for the few %prec markers below, never for a keyword that only opens a clause. */
%require "3.8"
%define api.prefix {xy_yy}
%define api.pure full
%define api.push-pull push
%define parse.lac full
%define parse.error custom
%locations
%define api.location.type {xy_span}
%parse-param {xy_parser *parser}
%expect 0

%code requires {
#include "syntax/parser.h"
}

%code {
/* The span of a rule: from its first part that is not empty to its last one. An empty rule stands right after the token before it. */
#define YYLLOC_DEFAULT(Current, Rhs, N)                                                   \
    do {                                                                                  \
        int part_ = 1;                                                                    \
        while (part_ < (N) && YYRHSLOC(Rhs, part_).first == YYRHSLOC(Rhs, part_).last)    \
            part_++;                                                                      \
        (Current).first = (N) ? YYRHSLOC(Rhs, part_).first : YYRHSLOC(Rhs, 0).last;       \
        (Current).last = (N) ? YYRHSLOC(Rhs, N).last : YYRHSLOC(Rhs, 0).last;             \
    } while (0)

#define B (&parser->builder) /* first argument of constructors */
#define T(span) ((span).first) /* the token of a terminal: T(@1) */
#define NONE XY_NO_TOKEN
#define OPT(span) ((span).first == (span).last ? NONE : (span).first) /* the first token of a clause that may be missing */
#define OPT_SPAN(span, before) ((span).first == (span).last ? (before) : (span))
#define SELECTOR(span) xy_make_selector(B, (xy_span){(span).first, (span).first}) /* empty, in front of what is said about it */
#define NO_NODES xy_list_empty()
#define NO_TOKENS xy_tokens_empty()

#include "syntax/parser_make.h"
}

%code requires {
/* What stands between MEASURES and the rules of a MODEL clause. */
typedef struct xy_model_head { xy_token_list items; xy_node *iterate, *until; } xy_model_head;
}

%union {
    uint32_t      token;
    int           choice; /* an enumeration's value */
    xy_node      *node;
    xy_nodes      nodes;
    xy_token_list tokens;
    xy_model_head model_head;
}

/* ------------------------------------------------------------------ precedence, lowest first
 * BARE marks rules that end where `)`, a set operator or a keyword could continue them: the longer reading wins. */
%precedence BARE
%precedence KW_IGNORE KW_RESPECT KW_WITH KW_PARTITION KW_ENABLE KW_DISABLE KW_TO KW_OF
%left KW_UNION KW_INTERSECT KW_MINUS KW_EXCEPT
%precedence LPAREN RPAREN
%left KW_OR
%left KW_AND
%precedence KW_NOT
%left PIPE
%left KW_MULTISET
/* B07 of the trap list: in Oracle || binds exactly as + and -. */
%left PLUS MINUS CONCAT VECTOR_DISTANCE
%left STAR SLASH KW_MOD
%precedence SIGN
%left POWER
