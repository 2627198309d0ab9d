/* The front end: the examples of nodes.yml, units, generic functions on trees, limits. */
#include "syntax/keyword.h"
#include "syntax/parse.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

static xy_start start_named(const char *name)
{
    static const char *const names[] = {"unit", "expression", "statement", "query", "table", "type", "declaration"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0)
            return (xy_start)i;
    }
    cr_assert_fail("unknown start symbol %s", name);
    return XY_START_UNIT;
}

static xy_source source_of(const char *text)
{
    return (xy_source){.path = XY_STR("test"), .text = {text, (uint32_t)strlen(text)}};
}

typedef struct parsed {
    xy_source source;
    xy_diags diags;
    xy_units units;
} parsed;

static void parse(parsed *p, const char *text, xy_arena *arena)
{
    *p = (parsed){.source = source_of(text)};
    xy_diags_init(&p->diags, arena);
    xy_syntax_lex(&p->source, arena, &p->diags);
    xy_syntax_parse(&p->source, arena, &p->units, &p->diags);
}

static const xy_node *parse_fragment(parsed *p, const char *text, xy_start start, xy_arena *arena)
{
    uint32_t count;
    *p = (parsed){.source = source_of(text)};
    xy_diags_init(&p->diags, arena);
    xy_syntax_lex_pattern(&p->source, arena, &p->diags);
    return xy_syntax_parse_fragment(&p->source, arena, start, &count, &p->diags);
}

static bool contains(xy_node *node, void *data)
{
    uint16_t kind = *(uint16_t *)data;
    return node->kind != kind && xy_node_each_child(node, contains, data); /* false: found */
}

static const char *first_message(const parsed *p)
{
    return p->diags.list.count ? p->diags.list.items[0].message_en.data : "(no message)";
}

/* ------------------------------------------------------------------ nodes.yml */

Test(syntax, examples)
{
    volatile unsigned failures = 0; /* volatile: kept over the guard's setjmp */
    for (uint16_t kind = 1; kind < xy_node_kind_count; kind++) {
        const xy_node_info *info = &xy_node_infos[kind];
        parsed p;
        UNIT_ARENA(arena);
        xy_node *tree;
        if (start_named(info->start) == XY_START_UNIT) {
            parse(&p, info->example, &arena);
            tree = p.units.count ? p.units.items[0].tree : NULL;
        } else {
            tree = (xy_node *)parse_fragment(&p, info->example, start_named(info->start), &arena);
        }
        bool good = tree && !contains(tree, &kind) && (kind == XY_NODE_BOGUS || !(tree->flags & XY_FLAG_BROKEN));
        failures += !good;
        cr_expect(good, "%s: %s: %.200s", info->name, info->example, tree ? "the node is missing" : first_message(&p));
        xy_arena_free(&arena);
    }
    cr_expect_eq(failures, 0, "%u examples fail", failures);
}

/* ------------------------------------------------------------------ units */

/* "kind name state" of each unit, separated by "; ". */
static const char *describe(const parsed *p, xy_arena *arena)
{
    static const char *const states[] = {"", " recovered", " unparsed", "", ""};
    xy_buffer out;
    xy_buffer_init(&out, arena);
    for (uint32_t i = 0; i < p->units.count; i++) {
        const xy_unit *u = &p->units.items[i];
        xy_str kind = xy_unit_kind(u, &p->source), name = xy_unit_name(u, &p->source, arena);
        if (u->state == XY_UNIT_BLANK)
            continue;
        xy_buffer_format(&out, "%s%.*s%s%.*s%s%s", out.length ? "; " : "", XY_STR_ARG(kind), name.length ? " " : "", XY_STR_ARG(name), states[u->state],
                         u->slash != XY_NO_TOKEN ? " /" : "");
    }
    xy_buffer_add_char(&out, '\0');
    return out.data;
}

typedef struct unit_case {
    const char *text, *units;
} unit_case;

static const unit_case unit_cases[] = {
    {"select 1 from dual;\nselect 2 from dual", "select; select"},
    {"select 1 from dual\n/\nselect 2 from dual\n/\n", "select /; select /"},
    {"select 1 from dual;\n/\n", "select; sqlplus"},
    {"select 1 from dual\n\nselect 2 from dual\n", "select; select"},
    {"create table t (a number)\ncreate table his.u (a number);", "table T; table HIS.U"},
    {"begin\n  null;\n  null;\nend;\n/\nselect 1 from dual;", "anonymous block /; select"},
    {"create or replace package body \"P\" as\n procedure q is begin null; end;\nend;\n/\nprompt x", "package body P /; sqlplus"},
    {"create procedure p is begin null; end;\ncreate procedure q is begin null; end q;\n", "procedure P; procedure Q"},
    {"create procedure p is begin if a then null; end;\n/\nselect 1 from dual;", "procedure P unparsed /; select"},
    {"create procedure p is begin loop null; end;\ncreate procedure q is begin null; end q;\n/", "procedure P unparsed; procedure Q /"},
    {"create procedure p is begin x y z; end;\n/\nselect 1 from dual;", "procedure P recovered /; select"},
    {"foo bar;\nselect 1 from dual;", "unknown unparsed; select"},
    {"set echo off\nalter session set nls_language = 'X';\nalter system switch logfile;\nset transaction read only;",
     "sqlplus; alter session; alter system; set transaction"},
    {"create user u identified by p;\ncreate or replace package p wrapped\na000000\nb2/+x==\n/\nexit", "user U; package P /; sqlplus"},
    {"comment on column his.t.a is 'x';\ngrant select on his.t to u;\ndrop table t purge;", "comment HIS.T.A; grant HIS.T; drop table T"},
    {"create or replace and compile java source named \"X\" as\npublic class X { char c = 'a'; }\n/\n", "java X /"},
    {";;\n", ""},
    {"", ""},
    {"-- only a comment\n", ""},
};

Test(syntax, units)
{
    for (size_t i = 0; i < sizeof unit_cases / sizeof *unit_cases; i++) {
        parsed p;
        UNIT_ARENA(arena);
        parse(&p, unit_cases[i].text, &arena);
        cr_expect_str_eq(describe(&p, &arena), unit_cases[i].units, "%s\n  gives %s\n  expected %s\n  %s", unit_cases[i].text, describe(&p, &arena),
                         unit_cases[i].units, first_message(&p));
        uint32_t token = 0;
        for (uint32_t u = 0; u < p.units.count; u++) {
            cr_expect_eq(p.units.items[u].first, token);
            token = p.units.items[u].last;
        }
        cr_expect_eq(token, p.source.token_count);
        xy_arena_free(&arena);
    }
}

/* ------------------------------------------------------------------ limits */

static char *repeat(xy_arena *arena, const char *before, const char *piece, unsigned count, const char *middle, const char *close, const char *after)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    xy_buffer_add_text(&out, before);
    for (unsigned i = 0; i < count; i++)
        xy_buffer_add_text(&out, piece);
    xy_buffer_add_text(&out, middle);
    for (unsigned i = 0; i < count; i++)
        xy_buffer_add_text(&out, close);
    xy_buffer_add_text(&out, after);
    xy_buffer_add_char(&out, '\0');
    return out.data;
}

static void expect_too_deep(const char *text, xy_arena *arena)
{
    parsed p;
    parse(&p, text, arena);
    cr_assert_eq(p.units.count, 1, "%u units", p.units.count);
    cr_expect_eq(p.units.items[0].state, XY_UNIT_UNPARSED);
    cr_assert_eq(p.diags.list.count, 1, "%u diagnostics", p.diags.list.count);
    UNIT_STR(p.diags.list.items[0].code, "XY1203");
}

Test(syntax, depth_limit)
{
    UNIT_ARENA(arena);
    expect_too_deep(repeat(&arena, "select ", "(", 100000, "1", ")", " from dual;"), &arena);
    expect_too_deep(repeat(&arena, "select a", " - a", 100000, "", "", " from dual;"), &arena);
    expect_too_deep(repeat(&arena, "select a from t", " minus select a from t", 20000, "", "", ";"), &arena);
    expect_too_deep(repeat(&arena, "", "begin ", 100000, "null;", " end;", ""), &arena);
    expect_too_deep(repeat(&arena, "select * from ", "(select * from ", 100000, "t", ")", ";"), &arena);
    xy_arena_free(&arena);
}

Test(syntax, deep_but_allowed)
{
    UNIT_ARENA(arena);
    parsed p;
    parse(&p, repeat(&arena, "select ", "(", 1000, "1", ")", " from dual;"), &arena);
    cr_expect_eq(p.units.items[0].state, XY_UNIT_PARSED);
    parse(&p, repeat(&arena, "begin ", "if a then ", 500, "null;", " end if;", " end;"), &arena);
    cr_expect_eq(p.units.items[0].state, XY_UNIT_PARSED);
    xy_arena_free(&arena);
}

/* What stands behind a unit that is too deep is a unit of its own. */
Test(syntax, after_too_deep)
{
    UNIT_ARENA(arena);
    parsed p;
    parse(&p, repeat(&arena, "select a", " - a", 20000, "", "", " from dual; select 2 from dual;"), &arena);
    cr_assert_eq(p.units.count, 2, "%u units", p.units.count);
    cr_expect_eq(p.units.items[0].state, XY_UNIT_UNPARSED);
    cr_expect_eq(p.units.items[1].state, XY_UNIT_PARSED);
    parse(&p, repeat(&arena, "begin x := a", " - a", 20000, "", "", "; end;\n/\nselect 2 from dual;"), &arena);
    cr_assert_eq(p.units.count, 2, "%u units", p.units.count);
    cr_expect_eq(p.units.items[1].state, XY_UNIT_PARSED);
    xy_arena_free(&arena);
}

/* Number of links below node. Operands and operators stand in the order of the text, and the tree knows where. */
static uint32_t links_in_order(const xy_source *source, const xy_node *node)
{
    const xy_node *left, *right;
    uint32_t token;
    if (node->kind == XY_NODE_BINARY) {
        const xy_binary *b = XY_AS(binary, node);
        left = b->left, right = b->right, token = b->op_token;
    } else if (node->kind == XY_NODE_SET_OPERATION) {
        const xy_set_operation *s = XY_AS(set_operation, node);
        left = s->left, right = s->right, token = s->op_token;
        cr_expect_eq(xy_token_next(source, token), s->all);
    } else {
        return 0;
    }
    cr_expect(left->parent == node && right->parent == node);
    cr_expect(node->first == left->first && left->last <= token && token < right->first && right->last == node->last);
    return links_in_order(source, left) + 1 + links_in_order(source, right);
}

static xy_node *value_of(const xy_node *select)
{
    xy_node *body = XY_AS(select, select)->body;
    if (body->kind == XY_NODE_SET_OPERATION)
        return body;
    const xy_query_block *block = XY_AS(query_block, body);
    return block->where ? XY_AS(where, block->where)->condition : XY_AS(select_item, block->items.items[0])->expr;
}

/* Chains of one operator are no nesting. */
Test(syntax, long_chains)
{
    static const struct {
        const char *before, *piece, *after;
    } list[] = {
        {"select a", " || a", " from dual;"},
        {"select a", " + a", " from dual;"},
        {"select a", " * a", " from dual;"},
        {"select 1 from t where a = 1", " or a = 1", ";"},
        {"select 1 from t where a = 1", " and a = 1", ";"},
        {"select 1 from dual", " union all select 1 from dual", ";"},
    };
    UNIT_ARENA(arena);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        parsed p;
        parse(&p, repeat(&arena, list[i].before, list[i].piece, 20000, "", "", list[i].after), &arena);
        cr_assert_eq(p.units.items[0].state, XY_UNIT_PARSED, "%s", list[i].piece);
        xy_node *tree = p.units.items[0].tree;
        cr_expect_leq(xy_node_link(tree, &arena), 40, "%s", list[i].piece);
        cr_expect_eq(links_in_order(&p.source, value_of(tree)), i == 3 || i == 4 ? 40001 : 20000, "%s", list[i].piece);
    }
    xy_arena_free(&arena);
}

/* ------------------------------------------------------------------ generic functions */

Test(syntax, equal)
{
    static const struct {
        const char *a, *b;
        bool equal;
    } list[] = {
        {"a + b", "A /* x */ + \"B\"", true},
        {"a + b", "a - b", false},
        {"a", "\"a\"", false},
        {"'x'", "q'[x]'", true},
        {"'it''s'", "q'!it's!'", true},
        {"n'x'", "'x'", false},
        {"a != b", "a <> b", true},
        {"f(a, b)", "F( a,b )", true},
        {"'x'", "'X'", false},
        {"1e3", "1E3", true},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        UNIT_ARENA(arena);
        parsed pa, pb;
        const xy_node *a = parse_fragment(&pa, list[i].a, XY_START_EXPRESSION, &arena);
        const xy_node *b = parse_fragment(&pb, list[i].b, XY_START_EXPRESSION, &arena);
        cr_assert(a && b, "%s, %s", list[i].a, list[i].b);
        cr_expect_eq(xy_node_equal(&pa.source, a, &pb.source, b), list[i].equal, "%s, %s", list[i].a, list[i].b);
        xy_arena_free(&arena);
    }
}

Test(syntax, string_values)
{
    static const struct {
        const char *literal, *value;
    } list[] = {
        {"'it''s'", "it's"}, {"''", ""}, {"q'[a]b]'", "a]b"}, {"nq'{}'", ""}, {"N'x'", "x"}, {"q'、它's、'", "它's"}, {"q''a''", "a"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        UNIT_ARENA(arena);
        parsed p;
        parse_fragment(&p, list[i].literal, XY_START_EXPRESSION, &arena);
        UNIT_STR(xy_token_string(&p.source, 0, &arena), list[i].value);
        xy_arena_free(&arena);
    }
}

Test(syntax, holes)
{
    UNIT_ARENA(arena);
    parsed p;
    const xy_node *call = parse_fragment(&p, "nvl($a, $...rest)", XY_START_EXPRESSION, &arena);
    cr_assert_not_null(call);
    xy_node_vec children = {0};
    xy_node_children(call, &arena, &children);
    cr_assert_eq(children.count, 3);
    cr_expect(!(children.items[0]->flags & XY_FLAG_HOLE));
    cr_expect(children.items[1]->flags & XY_FLAG_HOLE);
    cr_expect(children.items[2]->flags & XY_FLAG_HOLE);
    cr_expect_eq(xy_node_enclosing(children.items[1], XY_NODE_CALL), call);
    xy_arena_free(&arena);
}

Test(syntax, dumps)
{
    UNIT_ARENA(arena);
    parsed p;
    const xy_node *node = parse_fragment(&p, "a + 1", XY_START_EXPRESSION, &arena);
    xy_buffer text, json;
    xy_buffer_init(&text, &arena);
    xy_buffer_init(&json, &arena);
    p.source.lines = (uint32_t[]){0};
    p.source.line_count = 1;
    xy_node_dump(&text, &p.source, node);
    xy_node_dump_json(&json, &p.source, node);
    UNIT_STR(xy_buffer_str(&text), "Binary op=add op_token=`+`\n  left: Name parts=`a`\n  right: NumberLiteral value=`1`\n");
    cr_expect_not_null(strstr(xy_arena_copy(&arena, json.data, json.length), "\"op_token\":\"+\""));
    xy_arena_free(&arena);
}

/* ------------------------------------------------------------------ broken input */

static xy_str read_file(const char *path, xy_arena *arena)
{
    char full[1000];
    snprintf(full, sizeof full, "%s/%s", XY_SOURCE_DIR, path);
    FILE *file = fopen(full, "rb");
    cr_assert_not_null(file, "%s", full);
    xy_buffer text;
    char block[4096];
    xy_buffer_init(&text, arena);
    for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0;)
        xy_buffer_add(&text, block, length);
    fclose(file);
    return xy_buffer_str(&text);
}

static bool check_inside(xy_node *node, void *data)
{
    const xy_node *parent = node->parent;
    (void)data;
    cr_assert(!parent || (node->first >= parent->first && node->last <= parent->last), "a node lies outside its parent");
    return xy_node_each_child(node, check_inside, data);
}

/* Found by the fuzzer: the node of what is missing at the end reached over the trivia there. */
Test(syntax, broken_end_stays_in_its_unit)
{
    UNIT_ARENA(arena);
    parsed p;
    parse(&p, "create function f (\n/* closed */\n", &arena);
    cr_assert_eq(p.units.count, 2);
    cr_assert_not_null(p.units.items[0].tree);
    cr_expect_leq(p.units.items[0].tree->last, p.units.items[0].last);
    xy_arena_free(&arena);
}

/* Deletes, doubles and swaps tokens of real code at random: whatever comes, units cover the file and trees are sound. */
Test(syntax, mutations)
{
    static const char *const files[] = {"corpus/his/06_pkg_fee.sql", "corpus/his/01_tables.sql", "corpus/his/05_views.sql",
                                        "tests/parse/block.sql",     "tests/parse/script.sql",   "tests/parse/dml.sql"};
    srand(7);
    for (volatile unsigned round = 0; round < 120; round++) {
        UNIT_ARENA(arena);
        parsed p = {.source = {.text = read_file(files[round % (sizeof files / sizeof *files)], &arena)}};
        xy_str text = {xy_arena_copy(&arena, p.source.text.data, p.source.text.length), p.source.text.length};
        xy_buffer mutated;
        p.source.text = text;
        xy_diags_init(&p.diags, &arena);
        xy_syntax_lex(&p.source, &arena, &p.diags);
        xy_buffer_init(&mutated, &arena);
        for (uint32_t i = 0; i < p.source.token_count; i++) {
            int dice = rand() % 150;
            if (dice == 0)
                continue;
            xy_buffer_add_str(&mutated, xy_token_text(&p.source, dice == 1 ? (uint32_t)rand() % p.source.token_count : i));
            if (dice == 2)
                xy_buffer_add_str(&mutated, xy_token_text(&p.source, i));
        }
        xy_buffer_add_char(&mutated, '\0');
        parse(&p, mutated.data, &arena);
        uint32_t token = 0;
        for (uint32_t u = 0; u < p.units.count; u++) {
            cr_assert_eq(p.units.items[u].first, token);
            cr_assert_gt(p.units.items[u].last, token);
            token = p.units.items[u].last;
            if (p.units.items[u].tree)
                check_inside(p.units.items[u].tree, NULL);
        }
        cr_assert_eq(token, p.source.token_count);
        xy_arena_free(&arena);
    }
}
