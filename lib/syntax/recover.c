/* Error messages, and where the next unit begins after a broken one. */
#include "syntax/driver.h"
#include "syntax/lexer.h"

#include "gen/messages.h"

#include <ctype.h>

/* ------------------------------------------------------------------ messages */

enum { MAX_CLASSES = 4, NEAR = 60 /* tokens of a line */, MAX_FOUND = 40, MAX_REPORTS = 10 /* in one unit */ };

/* What the parser could go on with, told by a token that stands for it (names of keywords.yml). All of `needs` must be acceptable and
 * `unless` must not. In order of what helps the reader most. */
typedef struct expected_class {
    const char *needs[2], *unless;
    const char *en, *zh;
} expected_class;

static const expected_class expected_classes[] = {
    {{"KW_BEGIN", "KW_IF"}, NULL, "a statement", "语句"},
    {{"KW_TABLE", "KW_SEQUENCE"}, NULL, "the kind of an object (TABLE, VIEW, PROCEDURE ...)", "对象种类（TABLE、VIEW、PROCEDURE 等）"},
    {{"KW_ADD", "KW_MODIFY"}, NULL, "what to change (ADD, MODIFY, DROP ...)", "要做的修改（ADD、MODIFY、DROP 等）"},
    {{"KW_BEFORE", "KW_AFTER"}, NULL, "the time of the trigger (BEFORE, AFTER ...)", "触发时机（BEFORE、AFTER 等）"},
    {{"KW_INSERT", "KW_UPDATE"}, "KW_BEGIN", "a DML statement", "DML 语句"},
    {{"NUMBER", "KW_CASE"}, NULL, "an expression", "表达式"},
    {{"NUMBER", NULL}, "KW_CASE", "a number", "数字"},
    {{"STRING", NULL}, "NUMBER", "a string", "字符串"},
    {{"KW_SELECT", NULL}, "KW_BEGIN", "a query", "查询"},
    {{"WORD", NULL}, "NUMBER", "a name", "名称"},
    {{"KW_SET", NULL}, "LPAREN", "SET", "SET"},
    {{"SEMICOLON", NULL}, NULL, "`;`", "`;`"},
    {{"RPAREN", NULL}, NULL, "`)`", "`)`"},
    {{"KW_THEN", NULL}, NULL, "THEN", "THEN"},
    {{"KW_WHEN", NULL}, "KW_LOOP", "WHEN", "WHEN"},
    {{"KW_LOOP", NULL}, "KW_IF", "LOOP", "LOOP"},
    {{"KW_END", NULL}, NULL, "END", "END"},
    {{"KW_IS", NULL}, "PLUS", "IS", "IS"},
    {{"KW_AS", NULL}, "PLUS", "AS", "AS"},
    {{"KW_FROM", NULL}, NULL, "FROM", "FROM"},
    {{"KW_INTO", NULL}, NULL, "INTO", "INTO"},
    {{"KW_VALUES", NULL}, NULL, "VALUES", "VALUES"},
    {{"KW_ON", NULL}, NULL, "ON", "ON"},
    {{"KW_BY", NULL}, NULL, "BY", "BY"},
    {{"ASSIGN", NULL}, NULL, "`:=`", "`:=`"},
    {{"LPAREN", NULL}, "NUMBER", "`(`", "`(`"},
    {{"COMMA", NULL}, NULL, "`,`", "`,`"},
    {{"PLUS", NULL}, "NUMBER", "an operator", "运算符"},
};

/* Errors are rare: a search by name keeps the table readable. */
static bool accepts_named(xy_parser *parser, const char *name)
{
    for (uint16_t kind = XY_TOKEN_FIRST; kind < XY_TOKEN_COUNT; kind++) {
        if (strcmp(xy_token_infos[kind].name, name) == 0)
            return xy_parser_accepts(parser, kind);
    }
    return false;
}

static bool is_expected(xy_parser *parser, const expected_class *c)
{
    return accepts_named(parser, c->needs[0]) && (!c->needs[1] || accepts_named(parser, c->needs[1])) && !(c->unless && accepts_named(parser, c->unless));
}

/* Classes, or where none fits the single words that may follow, when they are few. */
typedef struct expectation {
    const char *en[MAX_CLASSES], *zh[MAX_CLASSES];
    unsigned count;
    bool many; /* more words than can be named */
} expectation;

static void expect_words(xy_parser *parser, expectation *e)
{
    for (uint16_t kind = XY_TOKEN_FIRST; kind < XY_TOKEN_COUNT; kind++) {
        if (!xy_parser_accepts(parser, kind))
            continue;
        if (e->count == MAX_CLASSES) {
            e->count = 0;
            e->many = true;
            return;
        }
        bool word = kind >= XY_TOKEN_FIRST_KEYWORD;
        e->en[e->count] = e->zh[e->count] = xy_str_format(parser->diags->arena, word ? "%s" : "`%s`", xy_token_infos[kind].text).data;
        e->count++;
    }
}

static expectation find_expected(xy_parser *parser)
{
    expectation e = {.count = 0};
    for (size_t i = 0; i < sizeof expected_classes / sizeof *expected_classes && e.count < MAX_CLASSES; i++) {
        if (!is_expected(parser, &expected_classes[i]))
            continue;
        e.en[e.count] = expected_classes[i].en;
        e.zh[e.count] = expected_classes[i].zh;
        e.count++;
    }
    if (e.count == 0)
        expect_words(parser, &e);
    return e;
}

/* Chinese is set with a blank between it and Latin letters. */
static void add_chinese(xy_buffer *out, const char *text)
{
    bool latin = out->length == 0 || (uint8_t)out->data[out->length - 1] < 0x80;
    bool starts_latin = (uint8_t)*text < 0x80;
    if (out->length == 0 ? starts_latin
                         : latin != starts_latin && strncmp(text, "、", 3) != 0 && !(out->length >= 3 && memcmp(out->data + out->length - 3, "、", 3) == 0))
        xy_buffer_add_char(out, ' ');
    xy_buffer_add_text(out, text);
}

/* "a, b or c". */
static const char *list_expected(xy_arena *arena, const expectation *e, bool chinese)
{
    void (*const add)(xy_buffer *, const char *) = chinese ? add_chinese : xy_buffer_add_text;
    xy_buffer out;
    xy_buffer_init(&out, arena);
    for (unsigned i = 0; i < e->count; i++) {
        if (i > 0 && i + 1 == e->count)
            add(&out, chinese ? "或" : " or ");
        else if (i > 0)
            add(&out, chinese ? "、" : ", ");
        add(&out, chinese ? e->zh[i] : e->en[i]);
    }
    if (e->count == 0 && e->many)
        add(&out, chinese ? "其他关键字" : "another keyword");
    else if (e->count == 0)
        add(&out, chinese ? "语句的结尾" : "the end of the statement");
    xy_buffer_add_char(&out, '\0');
    return xy_buffer_str(&out).data;
}

/* The token in back ticks, cut between characters when it is long. */
static const char *found_text(xy_arena *arena, const xy_source *source, uint32_t token)
{
    xy_str text = xy_token_text(source, token);
    uint32_t length = 0;
    while (length < text.length && length < MAX_FOUND && text.data[length] != '\n' && text.data[length] != '\r')
        length++;
    bool cut = length < text.length;
    while (cut && length > 0 && ((uint8_t)text.data[length] & 0xC0) == 0x80)
        length--;
    return xy_str_format(arena, "`%.*s%s`", (int)length, text.data, cut ? "..." : "").data;
}

/* The end of the text or of the unit (a lone slash, a SQL*Plus line) was reached. */
static bool is_at_end(const xy_parser *parser)
{
    return parser->at_end || parser->source->tokens[parser->token].kind == XY_TOKEN_EOF;
}

/* Bytes of the token that does not fit; an end is shown right after the last token, where something is missing. */
static xy_span message_place(const xy_parser *parser)
{
    const xy_source *source = parser->source;
    const xy_token *token = &source->tokens[parser->token];
    uint32_t last = xy_token_previous(source, parser->token);
    if (!is_at_end(parser) || last == XY_NO_TOKEN)
        return (xy_span){token->offset, token->offset + token->length};
    uint32_t end = source->tokens[last].offset + source->tokens[last].length;
    return (xy_span){end, end};
}

/* A message whose argument {expected} differs by language. */
static void report_expected(xy_parser *parser, int id, const char *found)
{
    xy_arena *arena = parser->diags->arena;
    xy_span place = message_place(parser);
    expectation e = find_expected(parser);
    xy_str pairs[2][2] = {{XY_STR("found"), xy_str_from(found)}, {XY_STR("expected"), xy_str_from(list_expected(arena, &e, true))}};
    xy_diags_add(parser->diags, id, place.first, place.last - place.first, "found", found, "expected", list_expected(arena, &e, false), NULL);
    xy_diag *diag = &parser->diags->list.items[parser->diags->list.count - 1];
    diag->message_zh = xy_message_fill(arena, xy_messages[id].zh, (const xy_str(*)[2])pairs, 2);
}

/* ---- misspelled keywords ---- */

/* The keyword with one letter too many, too few, another one, or with two letters exchanged. */
static bool is_slip(xy_str word, const char *keyword, uint32_t length)
{
    uint32_t shorter = word.length < length ? word.length : length, same = 0, tail = 0;
    if (word.length > length + 1 || length > word.length + 1)
        return false;
    while (same < shorter && toupper((unsigned char)word.data[same]) == keyword[same])
        same++;
    while (tail < shorter - same && toupper((unsigned char)word.data[word.length - 1 - tail]) == keyword[length - 1 - tail])
        tail++;
    uint32_t differs = (word.length > length ? word.length : length) - same - tail;
    bool exchanged = differs == 2 && word.length == length && toupper((unsigned char)word.data[same]) == keyword[same + 1]
                     && toupper((unsigned char)word.data[same + 1]) == keyword[same];
    return differs == 1 || exchanged;
}

/* The keyword that could stand here and that the token looks like, or null. */
static const char *meant_keyword(xy_parser *parser, uint32_t token)
{
    enum { SHORTEST = 4 };
    xy_str word = xy_token_text(parser->source, token);
    if (parser->source->tokens[token].kind != XY_TOKEN_WORD || word.length < SHORTEST)
        return NULL;
    for (uint16_t kind = XY_TOKEN_FIRST_KEYWORD; kind < XY_TOKEN_COUNT; kind++) {
        const xy_token_info *info = &xy_token_infos[kind];
        if (info->length >= SHORTEST && is_slip(word, info->text, info->length) && xy_parser_accepts(parser, kind))
            return info->text;
    }
    return NULL;
}

/* Adds to the last message what keyword may have been meant, by the token that does not fit or the one before it. */
static void suggest_keyword(xy_parser *parser)
{
    xy_arena *arena = parser->diags->arena;
    xy_diag *diag = &parser->diags->list.items[parser->diags->list.count - 1];
    uint32_t before = parser->token > parser->first ? xy_token_previous(parser->source, parser->token) : XY_NO_TOKEN;
    const char *meant = is_at_end(parser) ? NULL : meant_keyword(parser, parser->token);
    if (meant) {
        diag->message_en = xy_str_format(arena, "%.*s; did you mean %s?", XY_STR_ARG(diag->message_en), meant);
        diag->message_zh = xy_str_format(arena, "%.*s；是否应为 %s？", XY_STR_ARG(diag->message_zh), meant);
    } else if (before != XY_NO_TOKEN && before >= parser->first && (meant = meant_keyword(parser, before)) != NULL) {
        xy_str word = xy_token_text(parser->source, before);
        diag->message_en = xy_str_format(arena, "%.*s; is `%.*s` before it meant to be %s?", XY_STR_ARG(diag->message_en), XY_STR_ARG(word), meant);
        diag->message_zh = xy_str_format(arena, "%.*s；前面的 `%.*s` 是否应为 %s？", XY_STR_ARG(diag->message_zh), XY_STR_ARG(word), meant);
    }
}

/* Adds to the last message what is open and where, when its end is what is missing. */
static bool tell_unclosed(xy_parser *parser)
{
    xy_arena *arena = parser->diags->arena;
    xy_unclosed open;
    if (!xy_find_unclosed(parser, is_at_end(parser), &open))
        return false;
    xy_diag *diag = &parser->diags->list.items[parser->diags->list.count - 1];
    const char *found = found_text(arena, parser->source, open.token);
    uint32_t line = xy_source_position(parser->source, parser->source->tokens[open.token].offset).line;
    diag->message_en = xy_str_format(arena, "%.*s; the %s of line %u has no %s", XY_STR_ARG(diag->message_en), found, line, open.closer);
    diag->message_zh = xy_str_format(arena, "%.*s；第 %u 行的 %s 缺少 %s", XY_STR_ARG(diag->message_zh), line, found, open.closer);
    diag->advice_en = xy_str_format(arena, "Write %s where the %s ends.", open.closer, found);
    diag->advice_zh = xy_str_format(arena, "请在 %s 结束的位置补上 %s。", found, open.closer);
    parser->quiet |= open.statements; /* all that follows is read as part of what is open */
    return true;
}

/* ---- one message for one mistake ---- */

/* The lexer has given a message for something on the line of the token, or the unit's end is lost in a $IF without $END. */
static bool is_reported(const xy_parser *parser)
{
    const xy_source *source = parser->source;
    uint32_t token = parser->token, near = 0;
    if (is_at_end(parser)) {
        token = xy_token_previous(source, parser->token);
        uint32_t last = parser->token ? parser->token - 1 : 0;
        while (last > 0 && xy_token_is_trivia(source->tokens[last].kind) && source->tokens[last].kind != XY_TOKEN_INACTIVE)
            last--;
        if (token == XY_NO_TOKEN || source->tokens[last].kind == XY_TOKEN_INACTIVE)
            return true;
    }
    for (uint32_t i = token; near++ < NEAR && source->tokens[i].kind != XY_TOKEN_NEWLINE; i--) {
        if (xy_token_is_reported(source, i))
            return true;
        if (i == parser->first)
            break;
    }
    for (uint32_t i = token; near++ < 2 * NEAR && i < source->token_count && source->tokens[i].kind != XY_TOKEN_NEWLINE; i++) {
        if (xy_token_is_reported(source, i))
            return true;
    }
    return false;
}

void xy_parser_report(xy_parser *parser)
{
    if (parser->errors++ >= MAX_REPORTS || parser->quiet || is_reported(parser))
        return;
    const xy_token *token = &parser->source->tokens[parser->token];
    if (is_at_end(parser))
        report_expected(parser, XY_MSG_UNEXPECTED_END, "");
    else if (parser->token == parser->first && xy_parser_accepts(parser, XY_TOKEN_KW_SELECT))
        xy_diags_add(parser->diags, XY_MSG_NOT_UNDERSTOOD, token->offset, token->length, NULL);
    else
        report_expected(parser, XY_MSG_UNEXPECTED_TOKEN, found_text(parser->diags->arena, parser->source, parser->token));
    if (!tell_unclosed(parser))
        suggest_keyword(parser);
}

/* ------------------------------------------------------------------ the next unit */

/* A first word that begins no statement and looks like none that does: SQL*Plus refuses its line and reads on. */
static bool is_foreign_line(const xy_source *source, uint32_t start)
{
    static const char *const verbs[] = {"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE",    "CREATE",  "ALTER",   "DROP",  "COMMENT", "TRUNCATE", "RENAME",
                                        "GRANT",  "REVOKE", "COMMIT", "LOCK",   "ROLLBACK", "EXPLAIN", "DECLARE", "BEGIN", "WITH",    "CALL",     NULL};
    xy_str word = xy_token_text(source, start);
    if (!xy_token_is_word(source->tokens[start].kind) || xy_token_may_start_unit(source, start) || xy_unit_is_plsql(source, start))
        return false;
    for (const char *const *verb = verbs; *verb; verb++) {
        if (is_slip(word, *verb, (uint32_t)strlen(*verb)))
            return false;
    }
    return true;
}

/* After `;`, a token that begins a unit at the start of its line; or a character that was named there, as the dashes of —— for a comment: SQL*Plus refuses that
 * line alone. */
static bool unit_follows(const xy_source *source, uint32_t token, bool plsql)
{
    if (token >= source->token_count || source->tokens[token].kind == XY_TOKEN_SQLPLUS)
        return true;
    if (!xy_token_starts_line(source, token))
        return false;
    if (plsql)
        return xy_token_must_start_unit(source, token);
    return xy_token_may_start_unit(source, token) || xy_token_is_reported(source, token);
}

uint32_t xy_recover(const xy_source *source, uint32_t start, uint32_t failed, uint32_t *slash)
{
    bool plsql = xy_unit_is_plsql(source, start), foreign = failed == start && is_foreign_line(source, start);
    uint32_t previous = failed > start ? xy_token_previous(source, failed) : XY_NO_TOKEN;
    bool after_semicolon = previous != XY_NO_TOKEN && source->tokens[previous].kind == XY_TOKEN_SEMICOLON;
    for (uint32_t i = failed; i < source->token_count; i = xy_token_after(source, i)) {
        if (xy_token_is_lone_slash(source, i)) {
            *slash = i;
            return i + 1;
        }
        if (source->tokens[i].kind == XY_TOKEN_SQLPLUS && i > start)
            return i;
        if (i > start && (after_semicolon || foreign) && unit_follows(source, i, plsql))
            return i;
        after_semicolon = source->tokens[i].kind == XY_TOKEN_SEMICOLON;
        if (after_semicolon && !plsql && unit_follows(source, xy_token_after(source, i), false))
            return i + 1;
    }
    return source->token_count;
}
