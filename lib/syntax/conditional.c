/* Conditional compilation: $IF condition $THEN text [$ELSIF …] [$ELSE text] $END. The text that Oracle would compile stays, the
 * rest becomes trivia. Inquiry directives have the values that ALTER SESSION SET PLSQL_CCFLAGS earlier in the file or the option gives
 * them, else they are unset (null); the server is a 19c. Constants of packages count when the file declares them before; others are
 * reported. PL/SQL Language Reference, "Conditional Compilation". */
#include "syntax/lexer.h"

#include "gen/messages.h"

enum { SERVER_VERSION = 19, SERVER_RELEASE = 0, MAX_CONDITION_DEPTH = 200, MAX_NESTED_IFS = 1000 };

/* A value of three-valued logic, or a number. */
typedef struct value {
    enum { IS_NULL, IS_BOOLEAN, IS_NUMBER } type;
    long number;
} value;

/* A constant with a literal as its value, of a package of this file. */
typedef struct constant {
    uint32_t package, name; /* tokens */
    value is;
} constant;

typedef XY_VEC(constant) constants;

typedef struct condition {
    const xy_source *source;
    const constants *constants;
    xy_diags *diags;
    uint32_t at, end; /* tokens left */
    unsigned depth;
} condition;

static const value null_value = {IS_NULL, 0};

static value boolean(bool b)
{
    return (value){IS_BOOLEAN, b};
}

static bool is_true(value v)
{
    return v.type == IS_BOOLEAN && v.number;
}

static uint16_t peek(condition *c)
{
    while (c->at < c->end && xy_token_is_trivia(c->source->tokens[c->at].kind))
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

/* ------------------------------------------------------------------ inquiry directives */

static xy_str until(xy_str *rest, char end)
{
    uint32_t at = 0;
    while (at < rest->length && rest->data[at] != end)
        at++;
    xy_str part = {rest->data, at};
    at += at < rest->length;
    *rest = (xy_str){rest->data + at, rest->length - at};
    return xy_str_trim(part);
}

static xy_inquiry_value literal_value(xy_str text)
{
    bool yes = xy_str_equal_nocase(text, XY_STR("TRUE")), minus = text.length && text.data[0] == '-';
    if (yes || xy_str_equal_nocase(text, XY_STR("FALSE")))
        return (xy_inquiry_value){XY_INQUIRY_BOOLEAN, yes};
    if (text.length > minus && text.data[minus] >= '0' && text.data[minus] <= '9')
        return (xy_inquiry_value){XY_INQUIRY_NUMBER, minus ? -number_of(text, 1) : number_of(text, 0)};
    return (xy_inquiry_value){XY_INQUIRY_NULL, 0};
}

/* Of a name that is given twice the last value counts. */
static xy_inquiry_value flag_value(xy_str flags, xy_str name)
{
    xy_inquiry_value found = {XY_INQUIRY_NULL, 0};
    while (flags.length) {
        xy_str pair = until(&flags, ','), flag = until(&pair, ':');
        if (xy_str_equal_nocase(flag, name))
            found = literal_value(xy_str_trim(pair));
    }
    return found;
}

xy_inquiry_value xy_source_inquiry(const xy_source *source, uint32_t token)
{
    xy_str text = xy_token_text(source, token), flags = source->ccflags;
    for (uint32_t i = 0; i < source->ccflag_setting_count && source->ccflag_settings[i].token < token; i++)
        flags = source->ccflag_settings[i].flags;
    return flag_value(flags, (xy_str){text.data + 2, text.length - 2});
}

static value inquiry_value(const xy_source *source, uint32_t token)
{
    xy_inquiry_value i = xy_source_inquiry(source, token);
    return i.kind == XY_INQUIRY_NULL ? null_value : (value){i.kind == XY_INQUIRY_BOOLEAN ? IS_BOOLEAN : IS_NUMBER, i.number};
}

/* ------------------------------------------------------------------ conditions */

static void report_unknown(condition *c, uint32_t first, uint32_t last)
{
    const xy_token *from = &c->source->tokens[first], *to = &c->source->tokens[last];
    xy_diags_add(c->diags, XY_MSG_UNKNOWN_CONDITION, from->offset, to->offset + to->length - from->offset, NULL);
}

/* PACKAGE.NAME, with a schema before it or not. */
static bool constant_value(const condition *c, uint32_t package, uint32_t name, value *out)
{
    for (uint32_t i = c->constants->count; i-- > 0;) {
        const constant *k = &c->constants->items[i];
        if (xy_str_equal_nocase(xy_token_text(c->source, k->name), xy_token_text(c->source, name))
            && xy_str_equal_nocase(xy_token_text(c->source, k->package), xy_token_text(c->source, package))) {
            *out = k->is;
            return true;
        }
    }
    return false;
}

/* A directive, a constant of DBMS_DB_VERSION or of a package of this file; everything else is not known. */
static value name_value(condition *c)
{
    uint32_t first = XY_NO_TOKEN, package = XY_NO_TOKEN, last = XY_NO_TOKEN;
    value known = null_value;
    do {
        uint16_t kind = peek(c);
        if (kind == XY_TOKEN_EOF)
            return null_value;
        if (kind == XY_TOKEN_INQUIRY)
            return inquiry_value(c->source, c->at++);
        package = last;
        last = c->at++;
        first = first == XY_NO_TOKEN ? last : first;
    } while (take(c, XY_TOKEN_DOT));
    if (xy_str_equal_nocase(xy_token_text(c->source, last), XY_STR("NULL")))
        return null_value;
    if (package != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(c->source, package), XY_STR("DBMS_DB_VERSION")))
        return version_constant(xy_token_text(c->source, last));
    if (package == XY_NO_TOKEN || !constant_value(c, package, last, &known))
        report_unknown(c, first, last);
    return known;
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
        return boolean((left.type == IS_NULL) != not );
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
        not = !not ;
    value v = comparison(c);
    return not &&v.type == IS_BOOLEAN ? boolean(!v.number) : v;
}

static value conjunction(condition *c)
{
    value left = negation(c);
    while (take_word(c, XY_STR("AND"))) {
        value right = negation(c);
        bool is_false = (left.type == IS_BOOLEAN && !left.number) || (right.type == IS_BOOLEAN && !right.number);
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
    bool outer_active; /* the text around the $IF is compiled */
    bool taken;        /* a branch was taken already */
    bool error;        /* opened by $ERROR */
    uint32_t opener;
} level;

typedef struct chooser {
    xy_source *source;
    xy_arena *arena;
    xy_diags *diags;
    uint32_t package; /* name of the package that is being declared, or XY_NO_TOKEN */
    constants constants;
    XY_VEC(xy_ccflags) settings;
    level levels[MAX_NESTED_IFS];
    unsigned depth;
    bool active;
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
    while (end < c->source->token_count && directive_of(c->source, end) != THEN && !xy_token_is_lone_slash(c->source, end))
        end++;
    condition cond = {.source = c->source, .constants = &c->constants, .diags = c->diags, .at = token + 1, .end = end};
    *result = is_true(disjunction(&cond));
    for (uint32_t i = token + 1; i < end; i++)
        deactivate(c, i);
    return end < c->source->token_count && c->source->tokens[end].kind == XY_TOKEN_SLASH ? end - 1 : end; /* the slash ends the unit, $THEN is missing */
}

static uint32_t open_level(chooser *c, uint32_t token, directive d)
{
    level *l = &c->levels[c->depth++];
    *l = (level){.outer_active = c->active, .error = d == ERROR, .opener = token};
    if (d == ERROR) {
        c->active = false;
        return token;
    }
    bool result;
    uint32_t then = condition_at(c, token, &result);
    c->active = l->outer_active && result;
    l->taken = result;
    return then;
}

static uint32_t next_branch(chooser *c, uint32_t token, directive d)
{
    level *l = &c->levels[c->depth - 1];
    bool result = true;
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
    c->package = XY_NO_TOKEN;
}

/* ------------------------------------------------------------------ what the file says before */

static uint32_t significant(const xy_source *source, uint32_t token)
{
    while (token < source->token_count && xy_token_is_trivia(source->tokens[token].kind))
        token++;
    return token;
}

static bool is_word(const xy_source *source, uint32_t token, xy_str word)
{
    return source->tokens[token].length == word.length && xy_str_equal_nocase(xy_token_text(source, token), word);
}

/* PLSQL_CCFLAGS = 'name:value, …' */
static void note_flags(chooser *c, uint32_t token)
{
    uint32_t equals = significant(c->source, token + 1), text = significant(c->source, equals + 1);
    if (text >= c->source->token_count || c->source->tokens[equals].kind != XY_TOKEN_EQ || c->source->tokens[text].kind != XY_TOKEN_STRING)
        return;
    xy_vec_push(c->arena, &c->settings, ((xy_ccflags){token, xy_token_string(c->source, text, c->arena)}));
    c->source->ccflag_settings = c->settings.items;
    c->source->ccflag_setting_count = c->settings.count;
}

/* PACKAGE [BODY] [schema.]name */
static void note_package(chooser *c, uint32_t token)
{
    uint32_t name = significant(c->source, token + 1);
    while (significant(c->source, name + 1) < c->source->token_count && c->source->tokens[significant(c->source, name + 1)].kind == XY_TOKEN_DOT)
        name = significant(c->source, significant(c->source, name + 1) + 1);
    c->package = name;
}

/* name CONSTANT type := literal; */
static void note_constant(chooser *c, uint32_t token)
{
    uint32_t name = token, at = token;
    while (name > 0 && xy_token_is_trivia(c->source->tokens[--name].kind)) {
    }
    while (at < c->source->token_count && c->source->tokens[at].kind != XY_TOKEN_SEMICOLON && c->source->tokens[at].kind != XY_TOKEN_ASSIGN)
        at++;
    at = significant(c->source, at + 1);
    if (at >= c->source->token_count || c->source->tokens[significant(c->source, at + 1)].kind != XY_TOKEN_SEMICOLON)
        return;
    xy_inquiry_value is = literal_value(xy_token_text(c->source, at));
    if (is.kind != XY_INQUIRY_NULL)
        xy_vec_push(c->arena, &c->constants, ((constant){c->package, name, {is.kind == XY_INQUIRY_BOOLEAN ? IS_BOOLEAN : IS_NUMBER, is.number}}));
}

static void note_word(chooser *c, uint32_t token)
{
    if (is_word(c->source, token, XY_STR("PLSQL_CCFLAGS")))
        note_flags(c, token);
    else if (is_word(c->source, token, XY_STR("PACKAGE")))
        note_package(c, token);
    else if (c->package != XY_NO_TOKEN && is_word(c->source, token, XY_STR("CONSTANT")))
        note_constant(c, token);
}

static bool is_wordlike(uint16_t kind)
{
    return !xy_token_is_trivia(kind) && kind != XY_TOKEN_CONDITIONAL && kind != XY_TOKEN_SLASH;
}

void xy_conditional_apply(xy_source *source, xy_arena *arena, xy_diags *diags)
{
    chooser *c = XY_NEW(arena, chooser);
    c->source = source;
    c->arena = arena;
    c->diags = diags;
    c->package = XY_NO_TOKEN;
    c->active = true;
    for (uint32_t i = 0; i < source->token_count; i++) {
        uint16_t kind = source->tokens[i].kind;
        if (c->active && is_wordlike(kind)) {
            note_word(c, i);
            continue; /* nearly all tokens */
        }
        if (c->active && kind != XY_TOKEN_CONDITIONAL && kind != XY_TOKEN_SLASH)
            continue;
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
