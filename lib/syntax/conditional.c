/* Conditional compilation: $IF condition $THEN text [$ELSIF …] [$ELSE text] $END. The text that Oracle would compile stays, the
 * rest becomes trivia. Inquiry directives are unset (null) but for what describes the server, a 19c. PL/SQL Language Reference,
 * "Conditional Compilation". */
#include "syntax/lexer.h"

#include "gen/messages.h"

enum { SERVER_VERSION = 19, SERVER_RELEASE = 0, MAX_CONDITION_DEPTH = 200, MAX_NESTED_IFS = 1000 };

/* A value of three-valued logic, or a number. */
typedef struct value {
    enum { IS_NULL, IS_BOOLEAN, IS_NUMBER } type;
    long number;
} value;

typedef struct condition {
    const xy_source *source;
    uint32_t         at, end; /* tokens left */
    unsigned         depth;
} condition;

static const value null_value = {IS_NULL, 0};

static value boolean(bool b) { return (value){IS_BOOLEAN, b}; }

static bool is_true(value v) { return v.type == IS_BOOLEAN && v.number; }

static uint16_t peek(condition *c)
{
    while (c->at < c->end && xy_token_infos[c->source->tokens[c->at].kind].trivia)
        c->at++;
    return c->at < c->end ? c->source->tokens[c->at].kind : XY_TOKEN_EOF;
}

static bool take(condition *c, uint16_t kind)
{
    if (peek(c) != kind)
        return false;
    c->at++;
    return true;
}

static bool take_word(condition *c, xy_str word)
{
    if (peek(c) == XY_TOKEN_EOF || !xy_str_equal_nocase(xy_token_text(c->source, c->at), word))
        return false;
    c->at++;
    return true;
}

static long number_of(xy_str text, uint32_t from)
{
    long number = 0;
    for (uint32_t i = from; i < text.length && text.data[i] >= '0' && text.data[i] <= '9' && number < 100000; i++)
        number = number * 10 + (text.data[i] - '0');
    return number;
}

/* DBMS_DB_VERSION.VERSION, .RELEASE, .VER_LE_10, .VER_LE_10_2. */
static value version_constant(xy_str name)
{
    static const char prefix[] = "VER_LE_";
    if (xy_str_equal_nocase(name, XY_STR("VERSION")))
        return (value){IS_NUMBER, SERVER_VERSION};
    if (xy_str_equal_nocase(name, XY_STR("RELEASE")))
        return (value){IS_NUMBER, SERVER_RELEASE};
    if (name.length < sizeof prefix || !xy_str_equal_nocase((xy_str){name.data, sizeof prefix - 1}, XY_STR("VER_LE_")))
        return null_value;
    return boolean(SERVER_VERSION <= number_of(name, sizeof prefix - 1));
}

/* A dotted name: the last part of a constant of DBMS_DB_VERSION counts, everything else is unknown. */
static value name_value(condition *c)
{
    bool   version = false;
    xy_str last;
    do {
        if (peek(c) == XY_TOKEN_EOF)
            return null_value;
        last = xy_token_text(c->source, c->at++);
        version = version || xy_str_equal_nocase(last, XY_STR("DBMS_DB_VERSION"));
    } while (take(c, XY_TOKEN_DOT));
    return version ? version_constant(last) : null_value;
}

static value disjunction(condition *c);

static value primary(condition *c)
{
    if (take(c, XY_TOKEN_LPAREN)) {
        value v = disjunction(c);
        take(c, XY_TOKEN_RPAREN);
        return v;
    }
    if (take_word(c, XY_STR("TRUE")))
        return boolean(true);
    if (take_word(c, XY_STR("FALSE")))
        return boolean(false);
    if (peek(c) == XY_TOKEN_NUMBER)
        return (value){IS_NUMBER, number_of(xy_token_text(c->source, c->at++), 0)};
    return name_value(c);
}

static bool compare(uint16_t op, long a, long b)
{
    switch (op) {
    case XY_TOKEN_EQ: return a == b;
    case XY_TOKEN_NE: return a != b;
    case XY_TOKEN_LT: return a < b;
    case XY_TOKEN_GT: return a > b;
    case XY_TOKEN_LE: return a <= b;
    default: return a >= b;
    }
}

static value comparison(condition *c)
{
    value left = primary(c);
    if (take_word(c, XY_STR("IS"))) {
        bool not = take_word(c, XY_STR("NOT"));
        take_word(c, XY_STR("NULL"));
        return boolean((left.type == IS_NULL) != not);
    }
    uint16_t op = peek(c);
    if (op != XY_TOKEN_EQ && op != XY_TOKEN_NE && op != XY_TOKEN_LT && op != XY_TOKEN_GT && op != XY_TOKEN_LE && op != XY_TOKEN_GE)
        return left;
    c->at++;
    value right = primary(c);
    return left.type == IS_NULL || right.type == IS_NULL ? null_value : boolean(compare(op, left.number, right.number));
}

static value negation(condition *c)
{
    bool not = false;
    while (take_word(c, XY_STR("NOT")))
        not = !not;
    value v = comparison(c);
    return not && v.type == IS_BOOLEAN ? boolean(!v.number) : v;
}

static value conjunction(condition *c)
{
    value left = negation(c);
    while (take_word(c, XY_STR("AND"))) {
        value right = negation(c);
        bool  is_false = (left.type == IS_BOOLEAN && !left.number) || (right.type == IS_BOOLEAN && !right.number);
        left = is_false ? boolean(false) : left.type == IS_NULL || right.type == IS_NULL ? null_value : boolean(true);
    }
    return left;
}

static value disjunction(condition *c)
{
    if (++c->depth > MAX_CONDITION_DEPTH) {
        c->at = c->end;
        return null_value;
    }
    value left = conjunction(c);
    while (take_word(c, XY_STR("OR"))) {
        value right = conjunction(c);
        left = is_true(left) || is_true(right) ? boolean(true) : left.type == IS_NULL || right.type == IS_NULL ? null_value : boolean(false);
    }
    c->depth--;
    return left;
}

/* ------------------------------------------------------------------ branches */

typedef enum directive { NO_DIRECTIVE, IF, THEN, ELSIF, ELSE, END, ERROR } directive;

typedef struct level {
    bool     outer_active; /* the text around the $IF is compiled */
    bool     taken;        /* a branch was taken already */
    bool     error;        /* opened by $ERROR */
    uint32_t opener;
} level;

typedef struct chooser {
    xy_source *source;
    level      levels[MAX_NESTED_IFS];
    unsigned   depth;
    bool       active;
} chooser;

static directive directive_of(const xy_source *source, uint32_t token)
{
    static const char *const words[] = {"", "$IF", "$THEN", "$ELSIF", "$ELSE", "$END", "$ERROR"};
    if (source->tokens[token].kind != XY_TOKEN_CONDITIONAL)
        return NO_DIRECTIVE;
    for (unsigned i = 1; i < sizeof words / sizeof *words; i++) {
        if (xy_str_equal_nocase(xy_token_text(source, token), xy_str_from(words[i])))
            return (directive)i;
    }
    return NO_DIRECTIVE;
}

static void deactivate(chooser *c, uint32_t token)
{
    if (c->source->tokens[token].kind != XY_TOKEN_CONDITIONAL)
        c->source->tokens[token].kind = c->source->tokens[token].resolved = XY_TOKEN_INACTIVE;
}

/* Evaluates the condition after `token` and makes it trivia; returns its $THEN. */
static uint32_t condition_at(chooser *c, uint32_t token, bool *result)
{
    uint32_t end = token + 1;
    while (end < c->source->token_count && directive_of(c->source, end) != THEN)
        end++;
    condition cond = {.source = c->source, .at = token + 1, .end = end};
    *result = is_true(disjunction(&cond));
    for (uint32_t i = token + 1; i < end; i++)
        deactivate(c, i);
    return end;
}

static uint32_t open_level(chooser *c, uint32_t token, directive d)
{
    level *l = &c->levels[c->depth++];
    *l = (level){.outer_active = c->active, .error = d == ERROR, .opener = token};
    if (d == ERROR) {
        c->active = false;
        return token;
    }
    bool     result;
    uint32_t then = condition_at(c, token, &result);
    c->active = l->outer_active && result;
    l->taken = result;
    return then;
}

static uint32_t next_branch(chooser *c, uint32_t token, directive d)
{
    level   *l = &c->levels[c->depth - 1];
    bool     result = true;
    uint32_t last = d == ELSIF ? condition_at(c, token, &result) : token;
    c->active = l->outer_active && !l->taken && result;
    l->taken = l->taken || result;
    return last;
}

/* Handles a directive; returns the last token it covers. */
static uint32_t step(chooser *c, uint32_t token, directive d)
{
    bool open = c->depth > 0;
    if ((d == IF || d == ERROR) && c->depth < MAX_NESTED_IFS)
        return open_level(c, token, d);
    if ((d == ELSIF || d == ELSE) && open && !c->levels[c->depth - 1].error)
        return next_branch(c, token, d);
    if (d == END && open)
        c->active = c->levels[--c->depth].outer_active;
    return token;
}

/* A lone slash ends the unit: an open $IF must not reach beyond it. */
static void finish_unit(chooser *c, xy_diags *diags)
{
    if (c->depth > 0) {
        const xy_token *opener = &c->source->tokens[c->levels[0].opener];
        xy_diags_add(diags, XY_MSG_UNTERMINATED_CONDITIONAL, opener->offset, opener->length, NULL);
    }
    c->depth = 0;
    c->active = true;
}

void xy_conditional_apply(xy_source *source, xy_arena *arena, xy_diags *diags)
{
    chooser *c = XY_NEW(arena, chooser);
    c->source = source;
    c->active = true;
    for (uint32_t i = 0; i < source->token_count; i++) {
        uint16_t kind = source->tokens[i].kind;
        if (c->active && kind != XY_TOKEN_CONDITIONAL && kind != XY_TOKEN_SLASH)
            continue; /* nearly all tokens */
        directive d = directive_of(source, i);
        if (xy_token_is_lone_slash(source, i))
            finish_unit(c, diags);
        else if (d != NO_DIRECTIVE)
            i = step(c, i, d);
        else if (!c->active)
            deactivate(c, i);
    }
    finish_unit(c, diags);
}
