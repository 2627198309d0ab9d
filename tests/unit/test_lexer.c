/* The lexer: every byte in one token, all forms of literals, SQL*Plus lines, conditional compilation. */
#include "syntax/parse.h"
#include "syntax/quick.h"

#include <criterion/criterion.h>
#include <stdlib.h>

typedef struct lexed {
    xy_guard guard;
    xy_arena arena;
    xy_source source;
    xy_diags diags;
} lexed;

typedef void lex_function(xy_source *source, xy_arena *arena, xy_diags *diags);

static void lex_bytes(lexed *l, const char *text, uint32_t length, lex_function *function)
{
    memset(l, 0, sizeof *l);
    if (setjmp(l->guard.jump))
        cr_assert_fail("out of memory");
    xy_arena_init(&l->arena, &l->guard, NULL);
    xy_diags_init(&l->diags, &l->arena);
    l->source.text = (xy_str){xy_arena_copy(&l->arena, text, length), length};
    function(&l->source, &l->arena, &l->diags);
}

/* The significant tokens as "KIND:text KIND:text"; which words are keywords is no matter of the lexer, so they are WORD, too. */
static const char *significant(lexed *l)
{
    xy_buffer out;
    xy_buffer_init(&out, &l->arena);
    for (uint32_t i = 0; i < l->source.token_count; i++) {
        if (xy_token_is_trivia(l->source.tokens[i].kind))
            continue;
        if (out.length)
            xy_buffer_add_char(&out, ' ');
        bool keyword = l->source.tokens[i].kind >= XY_TOKEN_FIRST_KEYWORD;
        xy_buffer_add_text(&out, keyword ? "WORD" : xy_token_infos[l->source.tokens[i].kind].name);
        xy_buffer_add_char(&out, ':');
        xy_buffer_add_str(&out, xy_token_text(&l->source, i));
    }
    xy_buffer_add_char(&out, '\0');
    return out.data;
}

static void check_cover(const lexed *l)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < l->source.token_count; i++) {
        cr_assert_eq(l->source.tokens[i].offset, at);
        cr_assert_gt(l->source.tokens[i].length, 0);
        at += l->source.tokens[i].length;
    }
    cr_assert_eq(at, l->source.text.length);
    cr_assert_eq(l->source.tokens[l->source.token_count].kind, XY_TOKEN_EOF);
}

typedef struct expectation {
    const char *text, *tokens;
} expectation;

static void check(const expectation *e, size_t count, lex_function *function)
{
    for (size_t i = 0; i < count; i++) {
        lexed l;
        lex_bytes(&l, e[i].text, (uint32_t)strlen(e[i].text), function);
        cr_expect_str_eq(significant(&l), e[i].tokens, "%s\n  gives    %s\n  expected %s", e[i].text, significant(&l), e[i].tokens);
        check_cover(&l);
        xy_arena_free(&l.arena);
    }
}

#define CHECK(list, function) check(list, sizeof(list) / sizeof *(list), function)

Test(lexer, numbers)
{
    static const expectation list[] = {
        {"1 1.5 .5 1. 1e3 1.5e-3f 2d 1E+5", "NUMBER:1 NUMBER:1.5 NUMBER:.5 NUMBER:1. NUMBER:1e3 NUMBER:1.5e-3f NUMBER:2d NUMBER:1E+5"},
        {"1..10", "NUMBER:1 DOTDOT:.. NUMBER:10"},
        {"1.5..2", "NUMBER:1.5 DOTDOT:.. NUMBER:2"},
        {"a..b", "WORD:a DOTDOT:.. WORD:b"},
        {"1from_x", "NUMBER:1 WORD:from_x"},
        {"1dual", "NUMBER:1 WORD:dual"},
        {"1e", "NUMBER:1 WORD:e"},
    };
    CHECK(list, xy_syntax_lex_fragment);
}

Test(lexer, strings)
{
    static const expectation list[] = {
        {"'a' '' 'it''s' n'x' N'y'", "STRING:'a' STRING:'' STRING:'it''s' STRING:n'x' STRING:N'y'"},
        {"q'[it's]' q'{a}' Q'<a>' q'(a)' q'!a!' nq'|a|'", "STRING:q'[it's]' STRING:q'{a}' STRING:Q'<a>' STRING:q'(a)' STRING:q'!a!' STRING:nq'|a|'"},
        {"q'[a\nb]]' x", "STRING:q'[a\nb]]' WORD:x"},
        {"q'、它's、' x", "STRING:q'、它's、' WORD:x"},
        {"q'''' x", "STRING:q'''' WORD:x"},
        {"aq'x'", "WORD:aq STRING:'x'"},
        {"'--' '/*'", "STRING:'--' STRING:'/*'"},
    };
    CHECK(list, xy_syntax_lex_fragment);
}

Test(lexer, words)
{
    static const expectation list[] = {
        {"abc _x a$b#1 患者id_In \"Mixed Case\" \"\"", "WORD:abc WORD:_x WORD:a$b#1 WORD:患者id_In QUOTED_WORD:\"Mixed Case\" QUOTED_WORD:\"\""},
        {":x :1 :\"y\" :new :患者", "BIND::x BIND::1 BIND::\"y\" BIND::new BIND::患者"},
        {"&x &&x. &1 tab_&x._old &o..t", "SUBSTITUTION:&x SUBSTITUTION:&&x. SUBSTITUTION:&1 SUBSTITUTION:tab_&x._old SUBSTITUTION:&o. DOT:. WORD:t"},
        {"$$PLSQL_UNIT", "INQUIRY:$$PLSQL_UNIT"},
    };
    CHECK(list, xy_syntax_lex_fragment);
}

Test(lexer, keywords_in_any_case)
{
    lexed l;
    lex_bytes(&l, "Select selec selects", 20, xy_syntax_lex_fragment);
    cr_expect_eq(l.source.tokens[0].kind, XY_TOKEN_KW_SELECT);
    cr_expect_eq(l.source.tokens[2].kind, XY_TOKEN_WORD);
    cr_expect_eq(l.source.tokens[4].kind, XY_TOKEN_WORD);
    xy_arena_free(&l.arena);
}

Test(lexer, operators)
{
    static const expectation list[] = {
        {"= <> != ^= ~= < > <= >= => := || ** + - * / % @ : ? ;",
         "EQ:= NE:<> NE:!= NE:^= NE:~= LT:< GT:> LE:<= GE:>= ARROW:=> ASSIGN::= CONCAT:|| POWER:** PLUS:+ MINUS:- STAR:* SLASH:/ PERCENT:% AT:@ "
         "COLON:: QUESTION:? SEMICOLON:;"},
        {"( ) (+) ( + )", "LPAREN:( RPAREN:) OUTER:(+) OUTER:( + )"},
        {"<<a>> .. .", "LABEL_OPEN:<< WORD:a LABEL_CLOSE:>> DOTDOT:.. DOT:."},
        {"< = ! =", "LT:< EQ:= NE:! ="},
        {"f（a，b）；x：＝1、2", "WORD:f LPAREN:（ WORD:a COMMA:， WORD:b RPAREN:） SEMICOLON:； WORD:x ASSIGN:：＝ NUMBER:1 COMMA:、 NUMBER:2"},
        {"a\xE3\x80\x80=　1", "WORD:a EQ:= NUMBER:1"},
    };
    CHECK(list, xy_syntax_lex_fragment);
}

Test(lexer, comments_and_hints)
{
    static const expectation list[] = {
        {"a /* b /* c */ d -- e\nf", "WORD:a WORD:d WORD:f"},
        {"select /*+ full(t) */ a", "WORD:select HINT:/*+ full(t) */ WORD:a"},
        {"select --+ x\n a", "WORD:select HINT:--+ x WORD:a"},
        {"a /*+ no hint */ b --+ none", "WORD:a WORD:b"},
    };
    CHECK(list, xy_syntax_lex_fragment);
}

Test(lexer, holes_only_in_patterns)
{
    static const expectation list[] = {
        {"f($x, $...xs)", "WORD:f LPAREN:( HOLE:$x COMMA:, HOLES:$...xs RPAREN:)"},
    };
    CHECK(list, xy_syntax_lex_pattern);
    static const expectation plain[] = {{"$x", "BAD:$x"}};
    CHECK(plain, xy_syntax_lex_fragment);
}

Test(lexer, sqlplus_lines)
{
    static const expectation list[] = {
        {"prompt it's\nselect", "SQLPLUS:prompt it's WORD:select"},
        {"  REM it's\r\nset echo off\r\n@@x/y.sql a\n@z", "SQLPLUS:REM it's SQLPLUS:set echo off SQLPLUS:@@x/y.sql a SQLPLUS:@z"},
        {"exec p(1, -\n  2)\nspool off", "SQLPLUS:exec p(1, -\n  2) SQLPLUS:spool off"},
        {"prompt ------\nprompt x", "SQLPLUS:prompt ------ SQLPLUS:prompt x"},
        {"set_it; print_it", "WORD:set_it SEMICOLON:; WORD:print_it"},
        {"/\nexit", "SLASH:/ SQLPLUS:exit"},
        {"select 1\n.\n/\n", "WORD:select NUMBER:1 SQLPLUS:. SLASH:/"},
        {"select 1 +\n.5", "WORD:select NUMBER:1 PLUS:+ NUMBER:.5"},
        {"select a\n.b from t", "WORD:select WORD:a DOT:. WORD:b WORD:from WORD:t"},
    };
    CHECK(list, xy_syntax_lex);
}

Test(lexer, no_sqlplus_lines_inside_statements)
{
    static const expectation list[] = {
        {"update t\nset a = 1;\nset a 1", "WORD:update WORD:t WORD:set WORD:a EQ:= NUMBER:1 SEMICOLON:; SQLPLUS:set a 1"},
        {"select a\nfrom t\nstart with b = 1", "WORD:select WORD:a WORD:from WORD:t WORD:start WORD:with WORD:b EQ:= NUMBER:1"},
    };
    CHECK(list, xy_syntax_lex);
    lexed l;
    const char text[] = "begin\n  null;\n  exit when a;\nend;\n/\nexit";
    lex_bytes(&l, text, sizeof text - 1, xy_syntax_lex);
    cr_assert_eq(l.source.tokens[l.source.token_count - 1].kind, XY_TOKEN_SQLPLUS);
    cr_assert_null(strstr(significant(&l), "SQLPLUS:exit when"));
    xy_arena_free(&l.arena);
}

Test(lexer, continuation_of_sql_lines)
{
    static const expectation list[] = {
        {"f(1-\n,-\n'x'||-\r\n'y'-\n)", "WORD:f LPAREN:( NUMBER:1 COMMA:, STRING:'x' CONCAT:|| STRING:'y' RPAREN:)"},
        {"a -\n b", "WORD:a MINUS:- WORD:b"},
        {"a - -- no end of line\n b", "WORD:a MINUS:- WORD:b"},
    };
    CHECK(list, xy_syntax_lex);
}

Test(lexer, sqlplus_after_a_unit_without_slash)
{
    lexed l;
    const char text[] = "create procedure p is\nbegin\n  null;\nend p;\nprompt it's\nselect";
    lex_bytes(&l, text, sizeof text - 1, xy_syntax_lex);
    cr_assert_not_null(strstr(significant(&l), "SQLPLUS:prompt it's WORD:select"));
    xy_arena_free(&l.arena);
}

Test(lexer, conditional_compilation)
{
    static const expectation list[] = {
        {"a $if $$debug $then b $else c $end d", "WORD:a WORD:c WORD:d"},
        {"$if dbms_db_version.version >= 12 $then b $elsif true $then x $else c $end", "WORD:b"},
        {"$if dbms_db_version.ver_le_11_2 $then b $end c", "WORD:c"},
        {"$if $$a is null $then $if not true $then b $else c $end $else d $end", "WORD:c"},
        {"$if false $then 'it' $error 'x' $end $end y", "WORD:y"},
        {"plsql_ccflags = 'a:1, A:true' $if $$a $then b $else c $end", "WORD:plsql_ccflags EQ:= STRING:'a:1, A:true' WORD:b"},
        {"package p is k constant boolean := true; $if x.p.k $then b $else c $end",
         "WORD:package WORD:p WORD:is WORD:k WORD:constant WORD:boolean ASSIGN::= WORD:true SEMICOLON:; WORD:b"},
    };
    CHECK(list, xy_syntax_lex_fragment);
}

Test(lexer, unterminated)
{
    static const struct {
        const char *text;
        uint32_t offset;
    } list[] = {
        {"a 'bc\n d", 2}, {"a /* b * / c", 2}, {"a q'[b]", 2}, {"a nq'", 2}, {"\"ab\nc", 0}, {"$if true $then b", 0},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        lexed l;
        lex_bytes(&l, list[i].text, (uint32_t)strlen(list[i].text), xy_syntax_lex_fragment);
        check_cover(&l);
        cr_expect_eq(l.diags.list.count, 1, "%s: %u diagnostics", list[i].text, l.diags.list.count);
        cr_expect_eq(l.diags.list.items[0].offset, list[i].offset, "%s", list[i].text);
        xy_arena_free(&l.arena);
    }
}

/* Random bytes and random pieces of SQL: never a byte lost, whatever the text. */
Test(lexer, garbage)
{
    static const char *const pieces[] = {"'",      "\"",      "q'[", "]'", "/*", "*/", "--", "\n",           "\r\n", "select ", "$if ", "$end ",
                                         "$then ", "prompt ", "1",   ".",  "e",  "患", "（", "\xE3\x80\x80", ":",    "=",       "&",    "/",
                                         ";",      "create ", "@",   "(",  "+",  ")",  "-"};
    srand(1);
    for (int round = 0; round < 3000; round++) {
        char text[400];
        uint32_t length = 0;
        while (length < 300 && rand() % 60) {
            if (rand() % 8 == 0) {
                text[length++] = (char)rand();
            } else {
                const char *piece = pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)];
                memcpy(text + length, piece, strlen(piece));
                length += (uint32_t)strlen(piece);
            }
        }
        lexed l;
        lex_bytes(&l, text, length, round % 2 ? xy_syntax_lex : xy_syntax_lex_pattern);
        check_cover(&l);
        xy_arena_free(&l.arena);
    }
}

/* ------------------------------------------------------------------ the quick way to the most frequent tokens */

/* Every byte that either way looks at, and one of each class. */
static const char quick_bytes[] = "anQ1_$#.'\"&{}(+) \t\n\r\v\x1A\xE3\x80,;:=>|-*/@eF";

static bool quick_is_right(const char *text, size_t length)
{
    const char *quick_end, *end;
    unsigned quick = xy_quick_token(text, text + length, &quick_end);
    if (quick == XY_TOKEN_EOF)
        return true;
    return xy_lexer_token(text, text + length, &end) == quick && end == quick_end;
}

/* All texts of four such bytes, alone and before bytes enough for the way that reads eight at a time. */
Test(lexer, quick_tokens_are_those_of_the_automaton)
{
    static const char *const tails[] = {"", "", "b      b1", " __#$zAZ09`", "((((((((.5"};
    enum { BYTES = sizeof quick_bytes - 1 };
    for (unsigned n = 0; n < BYTES * BYTES * BYTES * BYTES; n++) {
        char text[32] = {quick_bytes[n % BYTES], quick_bytes[n / BYTES % BYTES], quick_bytes[n / BYTES / BYTES % BYTES],
                         quick_bytes[n / BYTES / BYTES / BYTES]};
        strcpy(text + 4, tails[n % 5]);
        cr_assert(quick_is_right(text, strlen(text)), "%s", text);
    }
}

/* Every byte as the first one and behind a blank, a letter and a digit, at each place of the eight. */
Test(lexer, quick_tokens_end_where_they_must)
{
    for (unsigned c = 1; c < 256; c++) {
        for (unsigned before = 0; before < 18; before++) {
            for (const char *filler = " \tz_8$("; *filler; filler++) {
                char text[48];
                memset(text, *filler, before);
                text[before] = (char)c;
                strcpy(text + before + 1, c % 2 ? "" : "x' (y) z12");
                cr_assert(quick_is_right(text, strlen(text)), "%s", text);
            }
        }
    }
}
