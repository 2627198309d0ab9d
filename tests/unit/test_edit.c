/* Edits and rendering: lib/edit. */
#include "edit/align.h"
#include "edit/edit.h"
#include "syntax/keyword.h"
#include "syntax/parse.h"

#include <criterion/criterion.h>
#include <string.h>

static xy_guard guard;
static xy_arena arena;
static xy_diags diags;
static xy_source source;
static xy_edits *edits;

static void lex(xy_source *out, const char *text, bool pattern)
{
    memset(out, 0, sizeof *out);
    xy_source_decode(out, &arena, XY_STR("test"), xy_str_from(text), XY_ENCODING_UTF8, &diags);
    if (pattern)
        xy_syntax_lex_pattern(out, &arena, &diags);
    else
        xy_syntax_lex(out, &arena, &diags);
}

static void setup(void)
{
    if (setjmp(guard.jump))
        cr_assert_fail("out of memory or limit");
    xy_arena_init(&arena, &guard, NULL);
    xy_diags_init(&diags, &arena);
}

static void teardown(void)
{
    xy_arena_free(&arena);
}

TestSuite(edit, .init = setup, .fini = teardown);

static void code(const char *text)
{
    lex(&source, text, false);
    edits = xy_edits_new(&arena, &source);
}

/** The token with this text (the nth, from 0). */
static uint32_t nth(const char *text, int n)
{
    for (uint32_t i = 0; i < source.token_count; i++)
        if (xy_str_equal(xy_token_text(&source, i), xy_str_from(text)) && n-- == 0)
            return i;
    cr_assert_fail("no token %s", text);
    return 0;
}
static uint32_t tok(const char *text)
{
    return nth(text, 0);
}

static xy_node *node(uint16_t kind, uint32_t first, uint32_t last)
{
    xy_node *n = XY_NEW(&arena, xy_node);
    n->kind = kind;
    n->first = first;
    n->last = last + 1;
    return n;
}

static xy_node *binary(uint8_t op, uint32_t first, uint32_t last)
{
    xy_binary *b = XY_NEW(&arena, xy_binary);
    b->node = (xy_node){.kind = XY_NODE_BINARY, .first = first, .last = last + 1};
    b->op = op;
    return &b->node;
}

static const char *out(xy_source_map *map)
{
    xy_buffer buffer;
    xy_buffer_init(&buffer, &arena);
    xy_edits_render(edits, 0, source.token_count, &buffer, map);
    xy_buffer_add_char(&buffer, '\0');
    return buffer.data;
}

#define EXPECT(text) cr_expect_str_eq(out(NULL), text)

static xy_rope text_rope(const char *text)
{
    xy_rope rope = {0};
    xy_rope_text(edits, &rope, text);
    return rope;
}

Test(edit, identity)
{
    static const char *const texts[] = {
        "",
        " ",
        "SELECT a /* x */ , b -- c\r\n FROM \"T\";\r\n",
        "a\n\n\nb",
        "/* only */",
        "x -- last line",
        "'it''s' q'[ ]' \t\n",
        "\xe7\xbc\xba\xe8\x8d\xaf := 1;",
        "SET DEFINE OFF\nSELECT 1 FROM dual;\n/\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        code(texts[i]);
        EXPECT(texts[i]);
    }
}

Test(edit, token_keeps_trivia_around)
{
    code("SELECT  nvl /* a */ ( x,0 ) FROM t");
    cr_expect(xy_edit_token(edits, tok("nvl"), "coalesce", "r"));
    EXPECT("SELECT  coalesce /* a */ ( x,0 ) FROM t");
}

Test(edit, nested_edits_compose)
{
    code("NVL(NVL(a, b), NVL(c, 0))");
    uint32_t last = nth(")", 2);
    xy_node *inner1 = node(XY_NODE_CALL, nth("NVL", 1), nth(")", 0)), *inner2 = node(XY_NODE_CALL, nth("NVL", 2), nth(")", 1));
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "f(%n; %n)", inner2, inner1);
    cr_expect(xy_edit_replace(edits, 0, last + 1, XY_LAYER_OWN, rope, "outer"));
    cr_expect(xy_edit_token(edits, nth("NVL", 1), "g", "inner"));
    xy_rope whole = {0};
    xy_rope_build(edits, &whole, "h(%t)", tok("c"));
    cr_expect(xy_edit_replace_node(edits, inner2, XY_LAYER_OWN, whole, "inner"));
    cr_expect(xy_edit_token(edits, tok("c"), "C", "innermost"));
    EXPECT("f(h(C); g(a, b))");
}

Test(edit, wrap_encloses_own_whatever_the_order)
{
    for (int order = 0; order < 2; order++) {
        code("a = x");
        xy_node *x = node(XY_NODE_NAME, tok("x"), tok("x"));
        xy_rope wrap = {0}, own = {0};
        xy_rope_build(edits, &wrap, "CAST(%n AS text)", x);
        xy_rope_build(edits, &own, "own(%n)", x);
        for (int step = 0; step < 2; step++)
            cr_expect(step == order ? xy_edit_replace_node(edits, x, XY_LAYER_WRAP, wrap, "w") : xy_edit_replace_node(edits, x, XY_LAYER_OWN, own, "o"));
        EXPECT("a = CAST(own(x) AS text)");
    }
}

Test(edit, same_range_twice_is_a_conflict)
{
    code("a b c");
    cr_expect(xy_edit_token(edits, tok("b"), "x", "first"));
    cr_expect_not(xy_edit_token(edits, tok("b"), "y", "second"));
    uint32_t count;
    const xy_conflict *conflicts = xy_edits_conflicts(edits, &count);
    cr_expect_eq(count, 1u);
    cr_expect_str_eq(conflicts[0].winner, "first");
    cr_expect_str_eq(conflicts[0].loser, "second");
    EXPECT("a x c");
}

Test(edit, partial_overlap_is_refused_on_both_sides)
{
    code("a b c d e");
    cr_expect(xy_edit_replace(edits, tok("b"), tok("d") + 1, XY_LAYER_OWN, text_rope("X"), "first"));
    cr_expect_not(xy_edit_replace(edits, tok("a"), tok("b") + 1, XY_LAYER_OWN, text_rope("Y"), "left"));
    cr_expect_not(xy_edit_replace(edits, tok("d"), tok("e") + 1, XY_LAYER_WRAP, text_rope("Y"), "right"));
    cr_expect(xy_edit_replace(edits, tok("c"), tok("c") + 1, XY_LAYER_OWN, text_rope("Y"), "inside"));
    cr_expect(xy_edit_replace(edits, tok("a"), tok("a") + 1, XY_LAYER_OWN, text_rope("A"), "beside"));
    uint32_t count;
    xy_edits_conflicts(edits, &count);
    cr_expect_eq(count, 2u);
    EXPECT("A X e");
    cr_expect_eq(xy_edits_dropped(edits), 1u, "the edit inside was replaced away");
}

Test(edit, conflicts_are_found_in_any_order)
{
    /* Nested pairs over 400 tokens, added inside out, outside in and mixed; crossing ranges must always be refused. */
    char text[900] = "";
    for (int i = 0; i < 400; i++)
        strcat(text, "a ");
    code(text);
    uint32_t added = 0, refused = 0;
    for (uint32_t i = 0; i < 150; i++) {
        uint32_t half = 2 * ((i * 37) % 150 + 1);
        added += xy_edit_replace(edits, 400 - half, 400 + half + 1, XY_LAYER_OWN, text_rope("x"), "n");
        refused += !xy_edit_replace(edits, 400 - half + 1, 400 + half + 3, XY_LAYER_OWN, text_rope("x"), "n");
    }
    cr_expect_eq(added, 150u);
    cr_expect_eq(refused, 150u);
}

Test(edit, insertions_keep_their_order)
{
    code("a b");
    xy_edit_insert_text(edits, tok("b"), XY_BEFORE, "3", "r");
    xy_edit_insert_text(edits, tok("a"), XY_AFTER, "1", "r");
    xy_edit_insert_text(edits, tok("b"), XY_BEFORE, "4", "r");
    xy_edit_insert_text(edits, tok("a"), XY_AFTER, "2", "r");
    xy_edit_insert_text(edits, tok("a"), XY_BEFORE, "0", "r");
    xy_edit_insert_text(edits, tok("b"), XY_AFTER, "5", "r");
    EXPECT("0a12 34b5");
}

Test(edit, insertions_at_the_ends_of_a_replacement_come_out_once)
{
    code("f(a, b);");
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "%t + %t", tok("a"), tok("b"));
    cr_expect(xy_edit_replace(edits, tok("f"), tok(")") + 1, XY_LAYER_OWN, rope, "r"));
    xy_edit_insert_text(edits, tok("f"), XY_BEFORE, "PERFORM ", "s");
    xy_edit_insert_text(edits, tok(")"), XY_AFTER, " /* end */", "s");
    xy_edit_insert_text(edits, tok("b"), XY_AFTER, "!", "s");
    EXPECT("PERFORM a + b! /* end */;");
    cr_expect_eq(xy_edits_dropped(edits), 0u);
}

Test(edit, insertion_rope_renders_nodes)
{
    code("a b");
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "<%t>", tok("b"));
    xy_edit_insert(edits, tok("a"), XY_BEFORE, rope, "r");
    cr_expect(xy_edit_token(edits, tok("b"), "B", "r"));
    EXPECT("<B>a B");
}

Test(edit, ropes_that_render_each_other_end)
{
    code("a b");
    xy_rope first = {0}, second = {0};
    xy_rope_build(edits, &first, "1%t", tok("b"));
    xy_rope_build(edits, &second, "2%t", tok("a"));
    cr_expect(xy_edit_replace(edits, tok("a"), tok("a") + 1, XY_LAYER_OWN, first, "r"));
    cr_expect(xy_edit_replace(edits, tok("b"), tok("b") + 1, XY_LAYER_OWN, second, "r"));
    EXPECT("12a 21b");
}

Test(edit, block_comment_in_replaced_range_follows)
{
    code("f(/* one */ a, /* two */ b /* three */) + 1");
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "g(%t)", tok("b"));
    cr_expect(xy_edit_replace(edits, tok("f"), tok(")") + 1, XY_LAYER_OWN, rope, "r"));
    EXPECT("g(b) /* one */ /* two */ /* three */ + 1");
}

Test(edit, comment_in_rendered_range_stays_there)
{
    code("f(a /* in */ + 1, b)");
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "g(%n)", node(XY_NODE_BINARY, tok("a"), tok("1")));
    cr_expect(xy_edit_replace(edits, tok("f"), tok(")") + 1, XY_LAYER_OWN, rope, "r"));
    EXPECT("g(a /* in */ + 1)");
}

Test(edit, line_comment_never_swallows_code)
{
    code("  x := f(a, -- why\n         b) + 1;\n");
    cr_expect(xy_edit_replace(edits, tok("f"), tok(")") + 1, XY_LAYER_OWN, text_rope("g"), "r"));
    EXPECT("  x := g -- why\n   + 1;\n");
}

Test(edit, line_comment_at_end_of_line_needs_no_new_line)
{
    code("x := f(a, -- why\n         b)\n  + 1;");
    cr_expect(xy_edit_replace(edits, tok("f"), tok(")") + 1, XY_LAYER_OWN, text_rope("g"), "r"));
    EXPECT("x := g -- why\n  + 1;");
}

Test(edit, comment_behind_a_replacement_that_is_a_line_comment)
{
    code("  f(a /* one\n two */, b -- three\n  );\nc");
    cr_expect(xy_edit_replace(edits, tok("f"), tok(";") + 1, XY_LAYER_OWN, text_rope("-- f: g"), "r"));
    EXPECT("  -- f: g\n  /* one\n two */ -- three\nc");
}

Test(edit, two_line_comments_and_crlf)
{
    code("\tf(a, -- one\r\n b, -- two\r\n c) || d");
    cr_expect(xy_edit_replace(edits, tok("f"), tok(")") + 1, XY_LAYER_OWN, text_rope("g"), "r"));
    EXPECT("\tg -- one\r\n\t-- two\r\n\t || d");
}

Test(edit, comment_moved_inside_another_rope)
{
    code("outer(inner(a, -- why\n 1))");
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "wrap(%n)", node(XY_NODE_CALL, tok("inner"), nth(")", 0)));
    cr_expect(xy_edit_replace(edits, 0, nth(")", 1) + 1, XY_LAYER_OWN, rope, "r"));
    cr_expect(xy_edit_replace(edits, tok("inner"), nth(")", 0) + 1, XY_LAYER_OWN, text_rope("i()"), "r"));
    EXPECT("wrap(i() -- why\n)");
}

Test(edit, comment_at_end_of_a_unit_does_not_swallow_the_next)
{
    code("f(a -- x\n); SELECT 1;");
    uint32_t end = tok(";") + 1;
    cr_expect(xy_edit_replace(edits, 0, end, XY_LAYER_OWN, text_rope("g;"), "r"));
    xy_buffer buffer;
    xy_buffer_init(&buffer, &arena);
    xy_edits_render(edits, 0, end, &buffer, NULL);
    xy_edits_render(edits, end, source.token_count, &buffer, NULL);
    xy_buffer_add_char(&buffer, '\0');
    cr_expect_str_eq(buffer.data, "g; -- x\n SELECT 1;");
}

Test(edit, program_text_takes_the_files_line_end)
{
    code("a\r\nb");
    xy_rope rope = {0};
    xy_rope_format(edits, &rope, "x\n%s\n", "y");
    xy_rope_str(edits, &rope, XY_STR("'a\nb'"));
    cr_expect(xy_edit_replace(edits, 0, 1, XY_LAYER_OWN, rope, "r"));
    EXPECT("x\r\ny\r\n'a\nb'\r\nb");
}

Test(edit, delete_takes_the_blanks_before)
{
    code("SELECT 1 FROM dual;");
    cr_expect(xy_edit_delete(edits, tok("FROM"), tok("dual") + 1, "r"));
    EXPECT("SELECT 1;");
    code("SELECT 1\n  FROM dual\n UNION SELECT 2");
    cr_expect(xy_edit_delete(edits, tok("FROM"), tok("dual") + 1, "r"));
    EXPECT("SELECT 1\n UNION SELECT 2");
    code("SELECT 1\n  FROM dual WHERE a");
    cr_expect(xy_edit_delete(edits, tok("FROM"), tok("dual") + 1, "r"));
    EXPECT("SELECT 1\n  WHERE a");
    code("a b(c)");
    cr_expect(xy_edit_delete(edits, tok("b"), tok("b") + 1, "r"));
    EXPECT("a(c)");
    code("a b/*x*/c");
    cr_expect(xy_edit_delete(edits, tok("b"), tok("b") + 1, "r"));
    EXPECT("a/*x*/c");
}

Test(edit, deletions_that_adjoin_leave_no_empty_lines)
{
    code("a\n  b c d\n  e;\nf");
    for (int i = 0; i < 4; i++)
        cr_expect(xy_edit_delete(edits, nth((const char *[]){"b", "c", "d", "e"}[i], 0), nth((const char *[]){"b", "c", "d", "e"}[i], 0) + 1, "r"));
    EXPECT("a;\nf");
    code("a\n  b c d\n  e\nf");
    for (int i = 0; i < 3; i++)
        cr_expect(xy_edit_delete(edits, nth((const char *[]){"b", "c", "d"}[i], 0), nth((const char *[]){"b", "c", "d"}[i], 0) + 1, "r"));
    EXPECT("a\n  e\nf");
}

Test(edit, delete_keeps_tokens_and_comments_apart)
{
    code("SELECT 1 -- one\nFROM dual;");
    cr_expect(xy_edit_delete(edits, tok("FROM"), tok("dual") + 1, "r"));
    EXPECT("SELECT 1 -- one\n;");
    code("SELECT 1 FROM /* here */ dual;");
    cr_expect(xy_edit_delete(edits, tok("FROM"), tok("dual") + 1, "r"));
    EXPECT("SELECT 1 /* here */;");
    code("a\"b\"c");
    cr_expect(xy_edit_delete(edits, tok("\"b\""), tok("\"b\"") + 1, "r"));
    EXPECT("a c");
}

Test(edit, operands_get_parentheses_when_needed)
{
    code("f(a + b, c * d, e)");
    xy_node *sum = binary(XY_BINARY_OP_ADD, tok("a"), tok("b")), *product = binary(XY_BINARY_OP_MUL, tok("c"), tok("d"));
    xy_node *name = node(XY_NODE_NAME, tok("e"), tok("e"));
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "%o * %o - %o::int", sum, XY_PREC_MULTIPLY, product, XY_PREC_MULTIPLY + 1, name, XY_PREC_CAST);
    cr_expect(xy_edit_replace(edits, 0, tok(")") + 1, XY_LAYER_OWN, rope, "r"));
    EXPECT("(a + b) * (c * d) - e::int");
}

Test(edit, operands_look_at_what_an_edit_makes_of_them)
{
    code("f(g(a))");
    xy_node *call = node(XY_NODE_CALL, tok("g"), nth(")", 0));
    xy_rope rope = {0}, inner = {0};
    xy_rope_operand(edits, &rope, call, XY_PREC_CAST);
    xy_rope_text(edits, &rope, "::int");
    cr_expect(xy_edit_replace(edits, 0, nth(")", 1) + 1, XY_LAYER_OWN, rope, "r"));
    xy_rope_build(edits, &inner, "%t + 1", tok("a"));
    cr_expect(xy_edit_replace_expr(edits, call, XY_LAYER_OWN, inner, XY_PREC_ADD, "r"));
    EXPECT("(a + 1)::int");
}

Test(edit, replaced_expression_gets_parentheses_in_its_place)
{
    code("x * g(a)");
    xy_node *call = node(XY_NODE_CALL, tok("g"), tok(")"));
    call->parent = binary(XY_BINARY_OP_MUL, 0, tok(")"));
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "%t + 1", tok("a"));
    cr_expect(xy_edit_replace_expr(edits, call, XY_LAYER_OWN, rope, XY_PREC_ADD, "r"));
    EXPECT("x * (a + 1)");
}

Test(edit, rollback_removes_edits)
{
    code("a b c");
    cr_expect(xy_edit_token(edits, tok("a"), "A", "r"));
    uint32_t mark = xy_edits_mark(edits);
    cr_expect(xy_edit_token(edits, tok("b"), "B", "r"));
    xy_edit_insert_text(edits, tok("c"), XY_BEFORE, "!", "r");
    cr_expect(xy_edits_any_in(edits, tok("b"), tok("c") + 1));
    xy_edits_rollback(edits, mark);
    cr_expect_not(xy_edits_any_in(edits, tok("b"), tok("c") + 1));
    EXPECT("A b c");
    cr_expect(xy_edit_token(edits, tok("b"), "again", "r"));
    EXPECT("A again c");
}

Test(edit, source_map)
{
    code("x := nvl(a, 0);");
    cr_expect(xy_edit_token(edits, tok("nvl"), "coalesce", "nvl-rule"));
    xy_source_map map = {0};
    const char *text = out(&map);
    cr_expect_str_eq(text, "x := coalesce(a, 0);");
    cr_expect_eq(map.count, 3u);
    uint32_t from;
    const xy_map_run *run;
    cr_expect(xy_source_map_find(&map, 0, &from, &run));
    cr_expect_eq(from, 0u);
    cr_expect(run->copied);
    cr_expect(xy_source_map_find(&map, 7, &from, &run));
    cr_expect_eq(from, 5u);
    cr_expect_not(run->copied);
    cr_expect_str_eq(run->rule, "nvl-rule");
    cr_expect(xy_source_map_find(&map, (uint32_t)(strchr(text, ',') - text), &from, &run));
    cr_expect_eq(source.text.data[from], ',');
    cr_expect_not(xy_source_map_find(&map, (uint32_t)strlen(text), &from, &run));
    cr_expect_eq(xy_source_map_target(&map, source.tokens[tok("0")].offset), (uint32_t)(strchr(text, '0') - text));
    uint32_t at = 0; /* the runs cover the text */
    for (uint32_t i = 0; i < map.count; i++) {
        cr_expect_eq(map.items[i].target, at);
        at += map.items[i].length;
    }
    cr_expect_eq(at, strlen(text));
}

Test(edit, source_map_follows_moved_text_and_comments)
{
    code("f(a, /* c */ b)");
    xy_rope rope = {0};
    xy_rope_build(edits, &rope, "g(%t, %t)", tok("b"), tok("a"));
    cr_expect(xy_edit_replace(edits, 0, tok(")") + 1, XY_LAYER_OWN, rope, "r"));
    xy_source_map map = {0};
    const char *text = out(&map);
    cr_expect_str_eq(text, "g(b, a) /* c */");
    for (uint32_t i = 0; i < map.count; i++)
        if (map.items[i].copied)
            cr_expect_arr_eq(text + map.items[i].target, source.text.data + map.items[i].source, map.items[i].length);
}

Test(edit, case_follows_the_model)
{
    code("nvl NVL Nvl +");
    cr_expect_str_eq(xy_edit_case(edits, tok("nvl"), XY_STR("COALESCE(a, 'X', \"Y\", $q$Z$q$)")).data, "coalesce(a, 'X', \"Y\", $q$Z$q$)");
    cr_expect_str_eq(xy_edit_case(edits, tok("NVL"), XY_STR("coalesce('x''y', $$z$$)")).data, "COALESCE('x''y', $$z$$)");
    cr_expect_str_eq(xy_edit_case(edits, tok("Nvl"), XY_STR("coalesce")).data, "COALESCE");
    cr_expect_str_eq(xy_edit_case(edits, tok("+"), XY_STR("Coalesce")).data, "Coalesce");
    cr_expect_str_eq(xy_edit_case(edits, tok("NVL"), XY_STR("nullif(xinyi.substr(x), oracle.y) is null")).data, "NULLIF(xinyi.substr(X), oracle.y) IS NULL");
}

Test(edit, indentation)
{
    code("BEGIN\n\t  x := 1;\nEND;");
    cr_expect(xy_str_equal(xy_edit_indent(edits, tok("1")), XY_STR("\t  ")));
    cr_expect_eq(xy_edit_indent(edits, tok("END")).length, 0u);
}

Test(edit, deep_nesting_is_no_recursion)
{
    enum { DEPTH = 20000 };
    char *text = xy_arena_alloc(&arena, 2 * DEPTH + 2);
    memset(text, '(', DEPTH);
    text[DEPTH] = 'a';
    memset(text + DEPTH + 1, ')', DEPTH);
    code(text);
    for (uint32_t i = 0; i < DEPTH; i++) {
        xy_rope rope = {0};
        xy_rope_tokens(edits, &rope, i + 1, 2 * DEPTH - i);
        cr_assert(xy_edit_replace(edits, i, 2 * DEPTH + 1 - i, XY_LAYER_OWN, rope, "r"));
    }
    EXPECT("a");
}

/* ---- templates ---- */

/** Applies fix to the code `text`, all of which matches the pattern; variables are single tokens named like them. */
static const char *apply(const char *text, const char *pattern, const char *fix)
{
    static const char *const variables[] = {"a", "b", "c"};
    xy_str names[3];
    xy_hole_value values[3] = {{0}};
    xy_source p, f;
    code(text);
    lex(&p, pattern, true);
    lex(&f, fix, true);
    for (int i = 0; i < 3; i++) {
        names[i] = xy_str_from(variables[i]);
        for (uint32_t t = 0; t < source.token_count; t++)
            if (xy_str_equal_nocase(xy_token_text(&source, t), names[i])) {
                values[i].node = node(XY_NODE_NAME, t, t);
                values[i].span = (xy_span){t, t + 1};
            }
    }
    xy_node root = {.first = 0, .last = p.token_count}, matched = {.kind = XY_NODE_CALL, .first = 0, .last = source.token_count};
    xy_align *align = xy_align_new(&arena, &p, &root, &f, names, 3);
    cr_expect(xy_edit_replace_expr(edits, &matched, XY_LAYER_OWN, xy_align_rope(edits, align, &matched, values), xy_align_precedence(align), "r"));
    return out(NULL);
}

Test(edit, template_changes_only_what_differs)
{
    cr_expect_str_eq(apply("NVL( a /* x */, b )", "NVL($a, $b)", "COALESCE($a, $b)"), "COALESCE( a /* x */, b )");
    cr_expect_str_eq(apply("nvl (a,b)", "NVL($a, $b)", "COALESCE($a, $b)"), "coalesce (a,b)");
    cr_expect_str_eq(apply("TRUNC( a )", "TRUNC($a)", "TRUNC($a, 'DD')"), "TRUNC( a, 'DD' )");
    cr_expect_str_eq(apply("a<>b", "$a <> $b", "$a IS DISTINCT FROM $b"), "a IS DISTINCT FROM b");
    cr_expect_str_eq(apply("f(a -- why\n, b)", "F($a, $b)", "G($a, $b)"), "g(a -- why\n, b)");
    cr_expect_str_eq(apply("f /* k */ (a)", "F($a)", "LONGER_NAME($a)"), "longer_name /* k */ (a)");
    cr_expect_str_eq(apply("sysdate", "SYSDATE", "statement_timestamp()"), "statement_timestamp()");
    cr_expect_str_eq(apply("f(a, 'x', b)", "F($a, 'x', $b)", "F($a, $b)"), "f(a, b)");
}

Test(edit, template_moves_repeats_and_drops_variables)
{
    cr_expect_str_eq(apply("INSTR(a, b)", "INSTR($a, $b)", "strpos($b, $a)"), "STRPOS(b, a)");
    cr_expect_str_eq(apply("f(a, b)", "F($a, $b)", "g($a, $a)"), "g(a, a)");
    cr_expect_str_eq(apply("f(a, /* gone */ b)", "F($a, $b)", "g($a)"), "g(a) /* gone */");
    cr_expect_str_eq(apply("f(a, b)", "F($a, $b)", "CASE WHEN $b = 0 THEN $a ELSE $a - $b END"), "case when b = 0 then a else a - b end");
}

Test(edit, template_with_an_empty_list)
{
    static const xy_str names[] = {{"xs", 2}, {"a", 1}};
    xy_source p, f;
    code("f(a)");
    lex(&p, "f($a, $...xs)", true);
    lex(&f, "g($a, $...xs)", true);
    xy_hole_value values[2] = {{.span = {0, 0}}, {.node = node(XY_NODE_NAME, tok("a"), tok("a")), .span = {tok("a"), tok("a") + 1}}};
    xy_node root = {.first = 0, .last = p.token_count}, matched = {.kind = XY_NODE_CALL, .first = 0, .last = source.token_count};
    xy_align *align = xy_align_new(&arena, &p, &root, &f, names, 2);
    cr_expect(xy_edit_replace_node(edits, &matched, XY_LAYER_OWN, xy_align_rope(edits, align, &matched, values), "r"));
    EXPECT("g(a)");
}

Test(edit, template_precedence)
{
    static const struct {
        const char *fix;
        xy_precedence binding;
    } cases[] = {
        {"f($a + 1)", XY_PREC_PRIMARY},
        {"$a + $b * 2", XY_PREC_ADD},
        {"$a::numeric", XY_PREC_CAST},
        {"- $a", XY_PREC_UNARY},
        {"$a IS NOT DISTINCT FROM $b", XY_PREC_IS},
        {"$a NOT LIKE $b", XY_PREC_RANGE},
        {"$a BETWEEN 1 AND 2", XY_PREC_RANGE},
        {"$a = 1 OR $b", XY_PREC_OR},
        {"CASE WHEN $a OR $b THEN 1 END", XY_PREC_PRIMARY},
        {"NOT $a", XY_PREC_NOT},
        {"$a || 'x'", XY_PREC_OTHER},
        {"$a ->> 'x'", XY_PREC_OTHER},
        {"count(*)", XY_PREC_PRIMARY},
        {"$a AT TIME ZONE 'UTC'", XY_PREC_AT_ZONE},
    };
    xy_source f;
    xy_str names[] = {{"a", 1}, {"b", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        lex(&f, cases[i].fix, true);
        cr_expect_eq(xy_align_precedence(xy_align_new(&arena, NULL, NULL, &f, names, 2)), cases[i].binding, "%s", cases[i].fix);
    }
}

/** Applies fix where $a stands for the sum `x + y`. */
static const char *with_sum(const char *fix)
{
    xy_source f;
    xy_str names[] = {{"a", 1}};
    code("f(x + y)");
    lex(&f, fix, true);
    xy_node *sum = binary(XY_BINARY_OP_ADD, tok("x"), tok("y")), matched = {.kind = XY_NODE_CALL, .first = 0, .last = source.token_count};
    xy_hole_value value = {.node = sum, .span = {sum->first, sum->last}};
    xy_align *align = xy_align_new(&arena, NULL, NULL, &f, names, 1);
    cr_expect(xy_edit_replace_node(edits, &matched, XY_LAYER_OWN, xy_align_rope(edits, align, &matched, &value), "r"));
    return out(NULL);
}

Test(edit, template_puts_operands_in_parentheses)
{
    cr_expect_str_eq(with_sum("g($a, 1)"), "g(x + y, 1)");
    cr_expect_str_eq(with_sum("$a * 2"), "(x + y) * 2");
    cr_expect_str_eq(with_sum("2 - $a"), "2 - (x + y)");
    cr_expect_str_eq(with_sum("$a - 2"), "x + y - 2");
    cr_expect_str_eq(with_sum("$a::numeric"), "(x + y)::numeric");
    cr_expect_str_eq(with_sum("$a = 1"), "x + y = 1");
    cr_expect_str_eq(with_sum("-$a"), "-(x + y)");
    cr_expect_str_eq(with_sum("$a NOT IN (1)"), "x + y NOT IN (1)");
    cr_expect_str_eq(with_sum("$a.c"), "(x + y).c");
}

/* DECODE(…)alias needs no blank in the source; what replaces the call may end with a word. */
Test(edit, replacement_does_not_grow_together_with_the_next_word)
{
    code("f(a)b, f(a)+1");
    xy_rope rope = {0};
    xy_rope_text(edits, &rope, "CASE a END");
    xy_edit_replace(edits, 0, tok("b"), XY_LAYER_OWN, rope, "test");
    xy_buffer out;
    xy_buffer_init(&out, &arena);
    xy_edits_render(edits, 0, source.token_count, &out, NULL);
    cr_expect_str_eq(xy_arena_copy(&arena, out.data, out.length), "CASE a END b, f(a)+1");
}
