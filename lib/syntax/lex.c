/* Text to tokens: drives the automaton of grammar/lexer.re, finds keywords and the ends of literals, and cuts SQL*Plus lines. */
#include "syntax/lexer.h"

#include "base/utf8.h"
#include "gen/messages.h"
#include "syntax/quick.h"

#include <ctype.h>

/* Where we are in a script: decides only whether a line may be a SQL*Plus command. SQL*Plus does the same: an SQL statement ends
 * at `;`, a PL/SQL unit at a lone `/`. */
typedef enum lexer_place {
    AT_START,  /* a statement may begin */
    IN_CREATE, /* after CREATE: the object's kind decides */
    IN_WITH,   /* after WITH: a routine makes it PL/SQL */
    IN_SQL,
    IN_UNKNOWN, /* after a word that begins no statement: SQL*Plus refuses its line alone */
    IN_PLSQL,
    IN_PLSQL_HEAD, /* of a unit with CREATE, where WRAPPED may come */
    IN_JAVA,       /* CREATE JAVA, CREATE MLE, before AS */
    IN_FOREIGN     /* source of another language, wrapped source: to the lone slash */
} lexer_place;

typedef struct lexer {
    xy_source *source;
    xy_arena *arena;
    xy_diags *diags;
    const char *text, *limit;
    xy_token *tokens;
    uint32_t count, capacity;
    bool script, pattern;
    bool line_start;  /* only blanks since the last line end */
    bool blank_line;  /* an empty line stands right before this one */
    bool conditional; /* a $IF or $$name was seen */
    bool unclosed;    /* a string without an end was seen: the file is read again, in doubt */
    bool doubt;       /* a string that holds the end of a unit is taken for the one that is not closed */
    char terminator;  /* of SET SQLTERMINATOR, beside `;`; NUL: none */
    char define;      /* of SET DEFINE, beside `&`; NUL: none */
    lexer_place place;
    uint32_t depth;     /* of parentheses in this statement */
    uint32_t bad;       /* characters reported so far that begin no token */
    uint16_t recent[3]; /* kinds of the last significant tokens, newest first */
} lexer;

/* ------------------------------------------------------------------ words */

static uint16_t word_kind(const char *word, uint32_t length)
{
    if (length > XY_KEYWORD_MAX_LENGTH)
        return XY_TOKEN_WORD;
    for (uint32_t slot = xy_keyword_hash(word, length);; slot = (slot + 1) & (XY_KEYWORD_SLOTS - 1)) {
        uint16_t kind = xy_keyword_slots[slot];
        if (kind == 0)
            return XY_TOKEN_WORD;
        const xy_token_info *info = &xy_token_infos[kind];
        if (info->length == length && xy_str_equal_nocase((xy_str){info->text, length}, (xy_str){word, length}))
            return kind;
    }
}

/* ------------------------------------------------------------------ ends of literals and comments */

static const char *find(const char *from, const char *limit, char c)
{
    return from < limit ? memchr(from, c, (size_t)(limit - from)) : NULL;
}

static const char *string_end(const char *at, const char *limit)
{
    for (;;) {
        at = find(at, limit, '\'');
        if (!at || at + 1 == limit || at[1] != '\'')
            return at ? at + 1 : NULL;
        at += 2;
    }
}

static const char *comment_end(const char *at, const char *limit)
{
    for (;;) {
        at = find(at, limit, '*');
        if (!at || at + 1 == limit)
            return NULL;
        if (*++at == '/')
            return at + 1;
    }
}

/* Bytes of the character at `at`, 1 for a malformed one. */
static uint32_t character_length(const char *at, const char *limit)
{
    uint8_t lead = (uint8_t)*at;
    uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return length <= (uint32_t)(limit - at) ? length : 1;
}

static char closing_delimiter(char open)
{
    static const char pairs[][2] = {{'[', ']'}, {'{', '}'}, {'<', '>'}, {'(', ')'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (open == pairs[i][0])
            return pairs[i][1];
    }
    return open;
}

/* The end of q'[…]', `at` being its delimiter, which may be any character but a blank or line end. */
static const char *quote_end(const char *at, const char *limit)
{
    if (at >= limit || strchr(" \t\r\n", *at))
        return NULL;
    char close[4] = {0};
    uint32_t length = character_length(at, limit);
    memcpy(close, at, length);
    close[0] = closing_delimiter(close[0]);
    for (at += length; (at = find(at, limit, close[0])) != NULL; at++) {
        if ((uint32_t)(limit - at) > length && memcmp(at, close, length) == 0 && at[length] == '\'')
            return at + length + 1;
    }
    return NULL;
}

/* ------------------------------------------------------------------ strings that are not closed
 * One quote too many or too few turns all strings behind it inside out, and the last one has no end. The place to show is the first string that reaches
 * beyond its unit. It ends with its line, before a final `;`, so that it costs its own unit and no other. */

static bool one_of(xy_str word, const char *const *list);

static const char *const unit_words[] = {"ALTER",  "BEGIN", "COMMENT", "COMMIT", "CREATE",   "DECLARE", "DELETE", "DROP", "EXEC", "GRANT",
                                         "INSERT", "MERGE", "PROMPT",  "REVOKE", "ROLLBACK", "SELECT",  "UPDATE", "WITH", NULL};

static const char *line_end(const char *at, const char *limit)
{
    while (at < limit && *at != '\n' && *at != '\r')
        at++;
    return at;
}

/* A lone slash, or behind a line that ends in `;` a word that begins a unit. */
static bool begins_unit(const char *line, const char *end, bool after_semicolon)
{
    const char *stop = line;
    while (stop < end && isalpha((unsigned char)*stop))
        stop++;
    if (after_semicolon && stop > line)
        return one_of((xy_str){line, (uint32_t)(stop - line)}, unit_words);
    return line < end && *line == '/' && strspn(line + 1, " \t\r") >= (size_t)(end - line - 1);
}

static bool holds_unit_end(const char *at, const char *end)
{
    for (const char *line = line_end(at, end); line < end; line = line_end(line, end)) {
        const char *last = line;
        while (last > at && strchr(" \t", last[-1]))
            last--;
        bool after_semicolon = last > at && last[-1] == ';';
        while (line < end && strchr(" \t\r\n", *line))
            line++;
        if (begins_unit(line, line_end(line, end), after_semicolon))
            return true;
    }
    return false;
}

/* Lines further the next quote is right before a word: it opens a string rather than that it closes one. */
static bool runs_into_word(const char *at, const char *close, const char *limit)
{
    bool word = close < limit && (isalnum((unsigned char)*close) || *close == '_' || (unsigned char)*close >= 0x80);
    return word && line_end(at, close) < close;
}

static const char *unclosed_end(const char *at, const char *limit)
{
    const char *end = line_end(at, limit);
    while (end > at && strchr(" \t", end[-1]))
        end--;
    return end > at && end[-1] == ';' ? end - 1 : end;
}

/* The end of a string of which `close` is the end that was found, or null; *closed says whether it is one. */
static const char *believed_end(lexer *l, const char *at, const char *close, bool *closed)
{
    *closed = close && !(l->doubt && (holds_unit_end(at, close) || runs_into_word(at, close, l->limit)));
    if (*closed)
        return close;
    l->unclosed = true;
    return l->doubt ? unclosed_end(at, l->limit) : l->limit;
}

static uint32_t offset_of(const lexer *l, const char *at)
{
    return (uint32_t)(at - l->text);
}

/* What ends q'[…: the closing delimiter and a quote. */
static xy_str quote_close(const lexer *l, const char *delimiter)
{
    if (delimiter >= l->limit)
        return XY_STR("'");
    char close = closing_delimiter(*delimiter);
    if (close != *delimiter)
        return xy_str_format(l->arena, "%c'", close);
    return xy_str_format(l->arena, "%.*s'", (int)character_length(delimiter, l->limit), delimiter);
}

static bool ends_operand(uint16_t kind)
{
    if (kind >= XY_TOKEN_FIRST_KEYWORD)
        return xy_token_infos[kind].keyword_class == XY_TOKEN_CLASS_SOFT || kind == XY_TOKEN_KW_NULL || kind == XY_TOKEN_KW_END;
    return kind == XY_TOKEN_RPAREN || kind == XY_TOKEN_OUTER || (kind >= XY_TOKEN_WORD && kind <= XY_TOKEN_INQUIRY);
}

/* `: x`: a bind variable with a blank, or the colon between key and value of JSON_OBJECT('k' : v). */
static unsigned spaced_bind(const lexer *l, const char *start, const char **end)
{
    if (!ends_operand(l->recent[0]))
        return XY_TOKEN_BIND;
    *end = start + character_length(start, l->limit);
    return XY_TOKEN_COLON;
}

/* `@schema.t`: a template parameter (SqlRender of OHDSI), or the sign before a database link: `t@link`. */
static unsigned at_name(const lexer *l, const char *start, const char **end)
{
    bool keyword = l->recent[0] >= XY_TOKEN_FIRST_KEYWORD, spaced = start > l->text && strchr(" \t\r\n", start[-1]);
    if (!ends_operand(l->recent[0]) || (keyword && spaced))
        return XY_TOKEN_SUBSTITUTION;
    *end = start + 1;
    return XY_TOKEN_AT;
}

/* {{ source of another language }}, as after AS MLE LANGUAGE JAVASCRIPT: one literal. */
static unsigned foreign_source(const lexer *l, const char *start, const char **end)
{
    for (const char *at = *end; (at = find(at, l->limit, '}')) != NULL; at++) {
        if (at + 1 < l->limit && at[1] == '}') {
            *end = at + 2;
            return XY_TOKEN_STRING;
        }
    }
    *end = start + 1;
    return XY_TOKEN_LBRACE;
}

/* Punctuation and signs of input methods and word processors, and what was meant. */
static const struct {
    uint32_t code;
    const char *meant;
} lookalikes[] = {
    {0x00D7, "*"},  {0x00F7, "/"},  {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"}, {0x2013, "-"}, {0x2212, "-"},  {0x2260, "<>"},
    {0x2264, "<="}, {0x2265, ">="}, {0x2266, "<="}, {0x2267, ">="}, {0x2014, "-"}, {0x2015, "-"}, {0x2018, "'"},  {0x2019, "'"},
    {0x201C, "\""}, {0x201D, "\""}, {0x2026, ".."}, {0x3002, "."},  {0x3008, "<"}, {0x3009, ">"}, {0x300A, "<<"}, {0x300B, ">>"},
    {0xFF01, "!"},  {0xFF02, "\""}, {0xFF05, "%"},  {0xFF07, "'"},  {0xFF0A, "*"}, {0xFF0B, "+"}, {0xFF0D, "-"},  {0xFF0E, "."},
    {0xFF0F, "/"},  {0xFF1C, "<"},  {0xFF1E, ">"},  {0xFF1F, "?"},  {0xFF20, "@"}, {0xFF5C, "|"}, {0xFF5E, "~"},
};

/* The first such character of [*at, end): what was meant, or null. */
static const char *find_lookalike(const char **at, const char *end, uint32_t *length)
{
    for (; *at < end; *at += *length) {
        int32_t code = xy_utf8_decode(*at, end, length);
        for (size_t i = 0; code >= 0 && i < sizeof lookalikes / sizeof *lookalikes; i++) {
            if (lookalikes[i].code == (uint32_t)code)
                return lookalikes[i].meant;
        }
    }
    return NULL;
}

/* Characters that nobody sees, by the names of the Unicode standard. */
static const struct {
    uint16_t first, last;
    const char *name;
} invisibles[] = {
    {0x00A0, 0x00A0, "NO-BREAK SPACE"},       {0x00AD, 0x00AD, "SOFT HYPHEN"},           {0x2000, 0x200A, "a space of odd width"},
    {0x200B, 0x200B, "ZERO WIDTH SPACE"},     {0x200C, 0x200C, "ZERO WIDTH NON-JOINER"}, {0x200D, 0x200D, "ZERO WIDTH JOINER"},
    {0x200E, 0x200E, "LEFT-TO-RIGHT MARK"},   {0x200F, 0x200F, "RIGHT-TO-LEFT MARK"},    {0x2028, 0x2028, "LINE SEPARATOR"},
    {0x2029, 0x2029, "PARAGRAPH SEPARATOR"},  {0x202A, 0x202E, "a direction mark"},      {0x202F, 0x202F, "NARROW NO-BREAK SPACE"},
    {0x205F, 0x205F, "a space of odd width"}, {0x2060, 0x2060, "WORD JOINER"},           {0x2061, 0x206F, "an invisible sign"},
    {0xFEFF, 0xFEFF, "BYTE ORDER MARK"},
};

/* The first such character of [*at, end): its name, or null. */
static const char *find_invisible(const char **at, const char *end, uint32_t *length)
{
    for (; *at < end; *at += *length) {
        int32_t code = xy_utf8_decode(*at, end, length);
        for (size_t i = 0; code >= 0x80 && i < sizeof invisibles / sizeof *invisibles; i++) {
            if (code >= invisibles[i].first && code <= invisibles[i].last)
                return invisibles[i].name;
        }
    }
    return NULL;
}

static void report_invisible(lexer *l, int id, const char *at, const char *end)
{
    uint32_t length;
    const char *name = find_invisible(&at, end, &length);
    if (!name)
        return;
    const char *code = xy_str_format(l->arena, "U+%04X", (unsigned)xy_utf8_decode(at, end, &length)).data;
    xy_diags_add(l->diags, id, offset_of(l, at), length, "code", code, "name", name, NULL);
}

static void report_odd_word(lexer *l, const char *start, const char *end)
{
    uint32_t length;
    const char *at = start, *meant = find_lookalike(&at, end, &length);
    if (meant)
        xy_diags_add(l->diags, XY_MSG_LOOKALIKE, offset_of(l, at), length, "found", xy_arena_copy(l->arena, at, length), "meant", meant, NULL);
    else
        report_invisible(l, XY_MSG_INVISIBLE_IN_NAME, start, end);
}

bool xy_token_is_reported(const xy_source *source, uint32_t token)
{
    xy_str text = xy_token_text(source, token);
    const char *at = text.data, *again = at, *end = at + text.length;
    uint32_t length;
    uint16_t kind = source->tokens[token].kind;
    return kind == XY_TOKEN_BAD || (kind == XY_TOKEN_WORD && (find_lookalike(&at, end, &length) || find_invisible(&again, end, &length)));
}

/* Completes a token of which the automaton saw only the opener [start, *end). */
static unsigned complete(lexer *l, unsigned kind, const char *start, const char **end)
{
    const char *opener_end = *end, *close;
    bool closed;
    uint32_t length = (uint32_t)(opener_end - start);
    switch (kind) {
    case XY_LEXER_OPEN_STRING:
    case XY_LEXER_OPEN_QUOTE:
        close = kind == XY_LEXER_OPEN_STRING ? string_end(opener_end, l->limit) : quote_end(opener_end, l->limit);
        *end = believed_end(l, opener_end, close, &closed);
        if (!closed && kind == XY_LEXER_OPEN_STRING)
            xy_diags_add(l->diags, XY_MSG_UNTERMINATED_STRING, offset_of(l, start), length, NULL);
        else if (!closed)
            xy_diags_add(l->diags, XY_MSG_UNTERMINATED_Q_STRING, offset_of(l, start), length, "close", quote_close(l, opener_end).data, NULL);
        return closed ? XY_TOKEN_STRING : XY_LEXER_UNCLOSED;
    case XY_LEXER_OPEN_COMMENT:
    case XY_LEXER_OPEN_HINT:
        close = comment_end(opener_end, l->limit);
        *end = close ? close : l->limit;
        if (!close)
            xy_diags_add(l->diags, XY_MSG_UNTERMINATED_COMMENT, offset_of(l, start), length, NULL);
        if (!close) /* to the target it would be open too, and swallow what stands behind it */
            return XY_LEXER_UNCLOSED;
        return kind == XY_LEXER_OPEN_HINT ? XY_TOKEN_HINT : XY_TOKEN_BLOCK_COMMENT;
    case XY_LEXER_OPEN_FOREIGN: return foreign_source(l, start, end);
    case XY_LEXER_SPACED_BIND: return spaced_bind(l, start, end);
    case XY_LEXER_AT_NAME: return at_name(l, start, end);
    case XY_LEXER_ODD_WORD: report_odd_word(l, start, *end); return XY_TOKEN_WORD;
    case XY_LEXER_ODD_BLANK: report_invisible(l, XY_MSG_INVISIBLE_BLANK, start, *end); return XY_TOKEN_WHITESPACE;
    default: /* XY_LEXER_OPEN_NAME: the rest of the line is lexed as usual */
        xy_diags_add(l->diags, XY_MSG_UNTERMINATED_NAME, offset_of(l, start), length, NULL);
        return XY_TOKEN_BAD;
    }
}

/* ------------------------------------------------------------------ where a statement may begin */

/* These look at the words themselves: it is once or twice in a statement, and not all of them are keywords of the grammar. */
static bool one_of(xy_str word, const char *const *list)
{
    for (; *list; list++) {
        if (xy_str_equal_nocase(word, xy_str_from(*list)))
            return true;
    }
    return false;
}

static const char *const create[] = {"CREATE", NULL};
static const char *const with[] = {"WITH", NULL};
static const char *const routines[] = {"PROCEDURE", "FUNCTION", NULL};
/* A PL/SQL unit may stand without CREATE, as ALL_SOURCE holds it. */
static const char *const block_starts[] = {"DECLARE", "BEGIN", "<<", "PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "TYPE", NULL};
static const char *const plsql_objects[] = {"PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "TYPE", "LIBRARY", NULL};
static const char *const foreign_objects[] = {"JAVA", "MLE", NULL};
static const char *const foreign_starts[] = {"AS", NULL};
static const char *const wrapped[] = {"WRAPPED", NULL};
static const char *const create_prefixes[] = {"OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE", "AND", "FORCE", "NO", "NOFORCE", "COMPILE", "RESOLVE", NULL};

static const char *const statements[] = {"SELECT",  "INSERT",     "UPDATE",    "DELETE",       "MERGE",    "ALTER",     "DROP",    "COMMENT", "TRUNCATE",
                                         "RENAME",  "GRANT",      "REVOKE",    "COMMIT",       "ROLLBACK", "SAVEPOINT", "SET",     "LOCK",    "CALL",
                                         "EXPLAIN", "EXECUTE",    "FETCH",     "OPEN",         "CLOSE",    "AUDIT",     "NOAUDIT", "PURGE",   "FLASHBACK",
                                         "ANALYZE", "ADMINISTER", "ASSOCIATE", "DISASSOCIATE", "VALUES",   NULL};

static lexer_place after_first(uint16_t kind, xy_str text)
{
    if (kind == XY_TOKEN_SEMICOLON || kind == XY_TOKEN_SQLPLUS)
        return AT_START;
    if (one_of(text, create))
        return IN_CREATE;
    if (one_of(text, with))
        return IN_WITH;
    if (one_of(text, block_starts))
        return IN_PLSQL;
    return xy_token_is_word(kind) && !one_of(text, statements) ? IN_UNKNOWN : IN_SQL;
}

/* A lone `/`: nothing else but blanks on its line, or a `;` before it that is the last token but this one (`END;/`). */
static bool is_lone_slash(const lexer *l, const char *end)
{
    while (end < l->limit && (*end == ' ' || *end == '\t'))
        end++;
    return (l->line_start || l->recent[0] == XY_TOKEN_SEMICOLON) && (end == l->limit || *end == '\n' || *end == '\r');
}

static lexer_place after_create(xy_str text)
{
    if (one_of(text, foreign_objects))
        return IN_JAVA;
    return one_of(text, plsql_objects) ? IN_PLSQL_HEAD : one_of(text, create_prefixes) ? IN_CREATE : IN_SQL;
}

static bool is_object_kind(uint16_t kind)
{
    return kind == XY_TOKEN_KW_PROCEDURE || kind == XY_TOKEN_KW_FUNCTION || kind == XY_TOKEN_KW_PACKAGE || kind == XY_TOKEN_KW_TRIGGER
           || kind == XY_TOKEN_KW_TYPE || kind == XY_TOKEN_KW_BODY;
}

/* [BODY] [owner.]name, then WRAPPED or anything else. */
static lexer_place in_head(const lexer *l, uint16_t kind, xy_str text)
{
    if (one_of(text, wrapped) && xy_token_is_word(l->recent[0]) && !is_object_kind(l->recent[0]))
        return IN_FOREIGN;
    return kind == XY_TOKEN_DOT || xy_token_is_word(kind) ? IN_PLSQL_HEAD : IN_PLSQL;
}

static lexer_place next_place(const lexer *l, uint16_t kind, const char *start, const char *end)
{
    xy_str text = {start, (uint32_t)(end - start)};
    if (kind == XY_TOKEN_SLASH && is_lone_slash(l, end))
        return AT_START;
    switch (l->place) {
    case AT_START: return after_first(kind, text);
    case IN_CREATE: return after_create(text);
    case IN_PLSQL_HEAD: return in_head(l, kind, text);
    case IN_JAVA: return one_of(text, foreign_starts) ? IN_FOREIGN : kind == XY_TOKEN_SEMICOLON ? AT_START : IN_JAVA;
    case IN_FOREIGN: return IN_FOREIGN;
    case IN_WITH: return one_of(text, routines) ? IN_PLSQL : IN_SQL;
    case IN_SQL: return kind == XY_TOKEN_SEMICOLON ? AT_START : IN_SQL;
    case IN_UNKNOWN: return l->line_start || kind == XY_TOKEN_SEMICOLON ? after_first(kind, text) : IN_UNKNOWN;
    case IN_PLSQL:
        /* A PL/SQL unit without its `/`: CREATE cannot stand inside. */
        return l->line_start && l->recent[0] == XY_TOKEN_SEMICOLON && one_of(text, create) ? IN_CREATE : IN_PLSQL;
    }
    return IN_SQL;
}

static bool after_end(const lexer *l)
{
    return l->recent[0] == XY_TOKEN_SEMICOLON && (l->recent[1] == XY_TOKEN_KW_END || l->recent[2] == XY_TOKEN_KW_END);
}

/* The end of the SQL*Plus line that begins at `at`, or null. */
static const char *sqlplus_end(const lexer *l, const char *at)
{
    xy_sqlplus_place place = XY_SQLPLUS_AFTER_END;
    if (l->place == AT_START)
        place = XY_SQLPLUS_AT_START;
    else if (*at == '.')
        place = XY_SQLPLUS_INSIDE;
    else if (l->place == IN_UNKNOWN)
        place = XY_SQLPLUS_AFTER_END;
    else if (l->place == IN_PLSQL ? !after_end(l) : !(l->blank_line && l->depth == 0))
        return NULL;
    uint32_t end = xy_sqlplus_line((xy_str){l->text, (uint32_t)(l->limit - l->text)}, (uint32_t)(at - l->text), place);
    return end ? l->text + end : NULL;
}

/* ------------------------------------------------------------------ tokens */

/* SQL*Plus takes a `-` at the end of a line as a sign that the line goes on, in SQL too. Other tools take it as minus; so it counts
 * as one where it has two operands. */
static bool is_continuation(const lexer *l, const char *end)
{
    while (end < l->limit && (*end == ' ' || *end == '\t'))
        end++;
    if (!l->script || end == l->limit || (*end != '\n' && *end != '\r'))
        return false;
    while (end < l->limit && strchr(" \t\r\n", *end))
        end++;
    return !ends_operand(l->recent[0]) || end == l->limit || strchr(",);|=<>*/+!", *end);
}

static bool hint_may_follow(uint16_t kind)
{
    return kind == XY_TOKEN_KW_SELECT || kind == XY_TOKEN_KW_INSERT || kind == XY_TOKEN_KW_UPDATE || kind == XY_TOKEN_KW_DELETE || kind == XY_TOKEN_KW_MERGE;
}

enum { MOST_BAD_CHARACTERS = 200 }; /* a binary file has millions */

static void report_bad(lexer *l, const char *start, const char *end)
{
    if (*start == '"' || *start == '\0')
        return; /* an unterminated name, a file that is no text: said already */
    uint32_t length = (uint32_t)(end - start);
    if (++l->bad == MOST_BAD_CHARACTERS)
        xy_diags_add(l->diags, XY_MSG_MORE_BAD_CHARACTERS, offset_of(l, start), length, NULL);
    if (l->bad >= MOST_BAD_CHARACTERS)
        return;
    xy_diags_add(l->diags, XY_MSG_BAD_CHARACTER, offset_of(l, start), length, "found", xy_arena_copy(l->arena, start, length), NULL);
}

/* The kind that a token of the automaton gets in this place. */
static uint16_t final_kind(lexer *l, unsigned kind, const char *start, const char *end)
{
    switch (kind) {
    case XY_TOKEN_WORD: return word_kind(start, (uint32_t)(end - start));
    case XY_TOKEN_HINT:
        if (!hint_may_follow(l->recent[0]))
            return start[0] == '-' ? XY_TOKEN_LINE_COMMENT : XY_TOKEN_BLOCK_COMMENT;
        break;
    case XY_TOKEN_HOLE:
    case XY_TOKEN_HOLES:
        if (l->pattern)
            break;
        kind = XY_TOKEN_BAD;
        /* fall through */
    case XY_TOKEN_BAD: report_bad(l, start, end); break;
    case XY_TOKEN_MINUS: return is_continuation(l, end) ? XY_TOKEN_CONTINUATION : XY_TOKEN_MINUS;
    case XY_TOKEN_CONDITIONAL:
    case XY_TOKEN_INQUIRY: l->conditional = true; break;
    default: break;
    }
    return (uint16_t)kind;
}

static inline void add(lexer *l, uint16_t kind, const char *start, const char *end)
{
    if (l->count == l->capacity)
        l->tokens = xy_vec_grow(l->arena, l->tokens, l->count, &l->capacity, sizeof *l->tokens);
    l->tokens[l->count++] = (xy_token){kind, kind, (uint32_t)(start - l->text), (uint32_t)(end - start)};
}

/* Most tokens: next_place would change nothing. */
static inline bool stays_inside(const lexer *l, uint16_t kind)
{
    return (l->place == IN_SQL && kind != XY_TOKEN_SEMICOLON && kind != XY_TOKEN_SLASH) || (l->place == IN_PLSQL && !l->line_start);
}

/* Keeps the state after a token. */
static inline void advance(lexer *l, uint16_t kind, const char *start, const char *end)
{
    if (kind == XY_TOKEN_NEWLINE) {
        l->blank_line = l->line_start;
        l->line_start = true;
        return;
    }
    if (kind == XY_TOKEN_WHITESPACE || (kind == XY_TOKEN_BLOCK_COMMENT && l->place == AT_START))
        return; /* a SQL*Plus command may stand behind a comment */
    if (!xy_token_is_trivia(kind)) {
        if (l->script) {
            if (!stays_inside(l, kind))
                l->place = next_place(l, kind, start, end);
            l->depth = l->place == AT_START ? 0 : l->depth + (kind == XY_TOKEN_LPAREN) - (kind == XY_TOKEN_RPAREN && l->depth);
        }
        l->recent[2] = l->recent[1];
        l->recent[1] = l->recent[0];
        l->recent[0] = kind;
    }
    l->line_start = false;
}

/* Before the blanks that stand before the lone slash, or the end of the text. */
static const char *foreign_end(const lexer *l, const char *at)
{
    const char *line = at;
    while (line < l->limit) {
        const char *next = find(line, l->limit, '\n'), *end = next ? next : l->limit;
        const char *first = line;
        while (first < end && strchr(" \t\r", *first))
            first++;
        if (line > at && first < end && *first == '/' && strspn(first + 1, " \t\r") == (size_t)(end - first - 1))
            break;
        line = next ? next + 1 : l->limit;
    }
    while (line > at && strchr(" \t\r\n", line[-1]))
        line--;
    return line;
}

static xy_str word_after(const char **at, const char *end)
{
    while (*at < end && strchr(" \t", **at))
        ++*at;
    const char *start = *at;
    while (*at < end && !strchr(" \t", **at))
        ++*at;
    return (xy_str){start, (uint32_t)(*at - start)};
}

/* A sign, bare or in quotes, other than the usual one; NUL for the usual one, ON and OFF. */
static char other_sign(xy_str value, char usual)
{
    if (value.length == 3 && (value.data[0] == '\'' || value.data[0] == '"'))
        value = (xy_str){value.data + 1, 1};
    bool sign = value.length == 1 && (uint8_t)*value.data < 0x80 && ispunct((unsigned char)*value.data) && *value.data != usual;
    return sign ? *value.data : '\0';
}

/* SET SQLT[ERMINATOR] c, SET DEF[INE] c: a sign that ends SQL statements, or begins variables, from here on. One SET may hold several. */
static void note_signs(lexer *l, const char *at, const char *end)
{
    static const char *const set[] = {"SET", NULL};
    static const char *const terminators[] = {"SQLT", "SQLTERMINATOR", NULL};
    static const char *const defines[] = {"DEF", "DEFINE", "SCAN", NULL};
    if (!one_of(word_after(&at, end), set))
        return;
    for (xy_str name = word_after(&at, end); name.length; name = word_after(&at, end)) {
        if (one_of(name, terminators))
            l->terminator = other_sign(word_after(&at, end), ';');
        else if (one_of(name, defines))
            l->define = other_sign(word_after(&at, end), '&');
    }
}

static bool in_name(const char *at, const char *limit)
{
    return at < limit && (isalnum((unsigned char)*at) || *at == '_' || *at == '$' || *at == '#' || (unsigned char)*at >= 0x80);
}

static bool in_variable(const lexer *l, const char *at)
{
    return in_name(at, l->limit) && *at != l->define;
}

/* The end of a name that holds variables of SET DEFINE's sign (^x, tab_^^x._old), or null. */
static const char *substitution_end(const lexer *l, const char *at)
{
    bool found = false;
    while (in_variable(l, at))
        at++;
    while (at < l->limit && *at == l->define) {
        const char *name = at + 1 < l->limit && at[1] == l->define ? at + 2 : at + 1;
        if (!in_variable(l, name))
            break;
        found = true;
        for (at = name; in_variable(l, at);)
            at++;
        at += at < l->limit && *at == '.';
        while (in_variable(l, at))
            at++;
    }
    return found ? at : NULL;
}

/* What is not cut by the lexical grammar: the terminator that the script has set, source of another language, a SQL*Plus line, variables with another sign than
 * `&`. Returns its end or null. */
static const char *cut_token(lexer *l, const char *start)
{
    const char *end;
    if (l->terminator && *start == l->terminator && l->place == IN_SQL) {
        add(l, XY_TOKEN_SEMICOLON, start, start + 1);
        advance(l, XY_TOKEN_SEMICOLON, start, start + 1);
        return start + 1;
    }
    if (l->place == IN_FOREIGN && (end = foreign_end(l, start)) > start) {
        l->place = IN_PLSQL;
        add(l, XY_TOKEN_STRING, start, end);
        advance(l, XY_TOKEN_STRING, start, end);
        return end;
    }
    if (l->script && l->line_start && (end = sqlplus_end(l, start)) != NULL) {
        l->place = AT_START;
        note_signs(l, start, end);
        add(l, XY_TOKEN_SQLPLUS, start, end);
        advance(l, XY_TOKEN_SQLPLUS, start, end);
        return end;
    }
    if (l->define && !isdigit((unsigned char)*start) && (in_name(start, l->limit) || *start == l->define) && (end = substitution_end(l, start)) != NULL) {
        add(l, XY_TOKEN_SUBSTITUTION, start, end);
        advance(l, XY_TOKEN_SUBSTITUTION, start, end);
        return end;
    }
    return NULL;
}

static inline bool may_be_cut(const lexer *l, char c)
{
    bool asked = l->line_start || l->terminator || l->define || l->place == IN_FOREIGN;
    return asked && c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\0';
}

static inline const char *next_token(lexer *l, const char *start)
{
    const char *end;
    if (may_be_cut(l, *start) && (end = cut_token(l, start)) != NULL)
        return end;
    unsigned kind = xy_quick_token(start, l->limit, &end);
    if (kind == XY_TOKEN_EOF)
        kind = xy_lexer_token(start, l->limit, &end);
    if (kind >= XY_TOKEN_COUNT)
        kind = complete(l, kind, start, &end);
    uint16_t final = kind == XY_LEXER_UNCLOSED ? XY_TOKEN_BAD : final_kind(l, kind, start, end);
    add(l, final, start, end);
    advance(l, final, start, end);
    return end;
}

/* Room that hardly ever has to grow: code has a token every three to four bytes, and what is not used is never touched. */
static void reserve(lexer *l)
{
    l->capacity = l->source->text.length / 2 + 16;
    l->tokens = xy_arena_grow(l->arena, NULL, 0, sizeof *l->tokens * l->capacity); /* not zeroed: all that is used is set */
}

/* The automaton needs the NUL after the text. A view into the middle of another text has something else there. */
static void terminate(xy_source *source, xy_arena *arena)
{
    if (source->text.length > 0 && source->text.data[source->text.length] != '\0')
        source->text.data = xy_arena_copy(arena, source->text.data, source->text.length);
}

static void lex(xy_source *source, xy_arena *arena, xy_diags *diags, bool script, bool pattern)
{
    terminate(source, arena);
    lexer l = {.source = source, .arena = arena, .diags = diags, .text = source->text.data, .script = script, .pattern = pattern};
    uint32_t messages = diags->list.count;
    l.limit = l.text + source->text.length;
    l.line_start = true;
    reserve(&l);
    for (const char *at = l.text; at < l.limit;)
        at = next_token(&l, at);
    if (l.unclosed) {
        diags->list.count = messages;
        l = (lexer){.source = source,
                    .arena = arena,
                    .diags = diags,
                    .text = l.text,
                    .limit = l.limit,
                    .tokens = l.tokens,
                    .capacity = l.capacity,
                    .script = script,
                    .pattern = pattern,
                    .line_start = true,
                    .doubt = true};
        for (const char *at = l.text; at < l.limit;)
            at = next_token(&l, at);
    }
    add(&l, XY_TOKEN_EOF, l.limit, l.limit);
    source->tokens = l.tokens;
    source->token_count = l.count - 1;
    if (l.conditional)
        xy_conditional_apply(source, arena, diags);
}

void xy_syntax_lex(xy_source *source, xy_arena *arena, xy_diags *diags)
{
    lex(source, arena, diags, true, false);
}

void xy_syntax_lex_fragment(xy_source *source, xy_arena *arena, xy_diags *diags)
{
    lex(source, arena, diags, false, false);
}

void xy_syntax_lex_pattern(xy_source *source, xy_arena *arena, xy_diags *diags)
{
    lex(source, arena, diags, false, true);
}
