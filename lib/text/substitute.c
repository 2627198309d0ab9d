/* Substitution variables by their DEFINE: see substitute.h. (SQL*Plus user's guide, DEFINE, SET DEFINE, SET CONCAT.)
 *
 * The text is read line by line: a command is a whole line where no string, comment or quoted text is open. ACCEPT and COLUMN … NEW_VALUE give values that
 * only a run knows, so their variables are unknown from there on. */
#include "text/substitute.h"
#include "base/map.h"

#include <string.h>

typedef enum state { IN_CODE, IN_STRING, IN_QUOTE /* q'[…]' */, IN_NAME, IN_BLOCK_COMMENT } state;

typedef struct substituter {
    xy_arena *arena;
    xy_buffer out;
    xy_map values; /* upper-case name -> xy_str*; a null text for a variable of unknown value */
    state state;
    char close; /* of IN_QUOTE */
    char sign;  /* & or what SET DEFINE says; 0: off */
    bool any;
    xy_map in_code; /* upper-case names of unknown value that stand outside of strings */
    XY_VEC(xy_str) open_names;
    xy_open_variables *open; /* each of the name of the same index */
} substituter;

static bool is_name_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '#' || (unsigned char)c >= 0x80;
}

static xy_str next_word(xy_str *rest)
{
    uint32_t length = 0;
    *rest = xy_str_trim(*rest);
    while (length < rest->length && !xy_char_is_blank(rest->data[length]) && rest->data[length] != '=')
        length++;
    xy_str word = {rest->data, length};
    *rest = xy_str_trim((xy_str){rest->data + length, rest->length - length});
    return word;
}

static bool is_word(xy_str word, const char *full, uint32_t least)
{
    return word.length >= least && word.length <= strlen(full) && xy_str_equal_nocase(word, (xy_str){full, word.length});
}

/* ---- values ---- */

static void set_value(substituter *s, xy_str name, xy_str value)
{
    xy_str *kept = xy_map_get(&s->values, xy_str_upper(s->arena, name));
    if (!kept) {
        kept = xy_arena_alloc(s->arena, sizeof *kept);
        xy_map_put(&s->values, xy_str_upper(s->arena, name), kept);
    }
    *kept = value;
}

static const xy_str *value_of(substituter *s, xy_str name)
{
    const xy_str *value = xy_map_get(&s->values, xy_str_upper(s->arena, name));
    return value && value->data ? value : NULL;
}

/* The variable at `p`, which stands on the sign: its end, and its value or null. */
static const char *read_variable(substituter *s, const char *p, const char *end, const xy_str **value)
{
    const char *name = p + 1;
    if (name < end && *name == s->sign)
        name++;
    const char *stop = name;
    while (stop < end && is_name_char(*stop))
        stop++;
    *value = stop > name ? value_of(s, (xy_str){name, (uint32_t)(stop - name)}) : NULL;
    return *value && stop < end && *stop == '.' ? stop + 1 : stop; /* the dot only ends the name */
}

static xy_str substituted(substituter *s, xy_str text)
{
    xy_buffer out;
    xy_buffer_init(&out, s->arena);
    for (const char *p = text.data, *end = text.data + text.length; p < end;) {
        const xy_str *value = NULL;
        const char *stop = s->sign && *p == s->sign ? read_variable(s, p, end, &value) : p;
        if (value) {
            xy_buffer_add_str(&out, *value);
            p = stop;
        } else {
            xy_buffer_add_char(&out, *p++);
        }
    }
    return xy_buffer_str(&out);
}

/* ---- commands ---- */

xy_str xy_defined_value(xy_str text)
{
    xy_str value = xy_str_trim(text);
    bool quoted = value.length > 1 && (value.data[0] == '"' || value.data[0] == '\'');
    const char *close = quoted ? memchr(value.data + 1, value.data[0], value.length - 1) : NULL;
    return close ? (xy_str){value.data + 1, (uint32_t)(close - value.data - 1)} : value;
}

/* Is a variable of unknown value left in the text? It is replaced when DEFINE runs, not where the new one is used: `&u..t` after DEFINE u = '&1' is not `&1.t`.
 */
static bool holds_variable(const substituter *s, xy_str text)
{
    for (uint32_t i = 0; s->sign && i + 1 < text.length; i++)
        if (text.data[i] == s->sign && (is_name_char(text.data[i + 1]) || text.data[i + 1] == s->sign))
            return true;
    return false;
}

static void define(substituter *s, xy_str rest)
{
    xy_str name = next_word(&rest);
    if (!name.length || !rest.length || rest.data[0] != '=')
        return;
    xy_str value = substituted(s, xy_defined_value((xy_str){rest.data + 1, rest.length - 1}));
    set_value(s, name, holds_variable(s, value) ? (xy_str){0} : value);
}

static void set(substituter *s, xy_str rest)
{
    xy_str option = next_word(&rest), value = next_word(&rest);
    if (!is_word(option, "DEFINE", 3) && !is_word(option, "SCAN", 4))
        return;
    if (xy_str_equal_nocase(value, XY_STR("OFF")))
        s->sign = 0;
    else if (xy_str_equal_nocase(value, XY_STR("ON")) || value.length == 0)
        s->sign = '&';
    else
        s->sign = value.length == 3 ? value.data[1] : value.data[0]; /* SET DEFINE '^' */
}

static void forget(substituter *s, xy_str rest)
{
    for (xy_str name = next_word(&rest); name.length; name = next_word(&rest))
        set_value(s, name, (xy_str){0});
}

/* COLUMN c NEW_VALUE name */
static void column(substituter *s, xy_str rest)
{
    for (xy_str word = next_word(&rest); word.length; word = next_word(&rest))
        if (is_word(word, "NEW_VALUE", 5) || is_word(word, "OLD_VALUE", 5)) {
            set_value(s, next_word(&rest), (xy_str){0});
            return;
        }
}

static void accept(substituter *s, xy_str rest)
{
    set_value(s, next_word(&rest), (xy_str){0});
}

/** Commands that change variables, with their shortest abbreviation. */
static const struct {
    const char *name;
    uint32_t least;
    void (*run)(substituter *s, xy_str rest);
} commands[] = {
    {"DEFINE", 3, define}, {"SET", 3, set}, {"UNDEFINE", 5, forget}, {"ACCEPT", 3, accept}, {"COLUMN", 3, column},
};

/* True for a line of which nothing is to be replaced: it says itself what the variables are. */
static bool run_command(substituter *s, xy_str line)
{
    xy_str rest = line, word = next_word(&rest);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (is_word(word, commands[i].name, commands[i].least)) {
            commands[i].run(s, rest);
            return commands[i].run == define;
        }
    return false;
}

/* ---- text ---- */

static char closing(char open)
{
    switch (open) {
    case '[': return ']';
    case '(': return ')';
    case '{': return '}';
    case '<': return '>';
    default: return open;
    }
}

/* Follows strings and comments over the character at `p`; returns how many characters belong together. */
static uint32_t follow(substituter *s, const char *p, const char *start, const char *end)
{
    bool pair = p + 1 < end;
    switch (s->state) {
    case IN_CODE:
        if (*p == '\'' && p > start && (p[-1] == 'q' || p[-1] == 'Q') && pair && !(p - 1 > start && is_name_char(p[-2]) && p[-2] != 'n' && p[-2] != 'N')) {
            s->state = IN_QUOTE;
            s->close = closing(p[1]);
            return 2;
        }
        s->state = *p == '\'' ? IN_STRING : *p == '"' ? IN_NAME : pair && *p == '/' && p[1] == '*' ? IN_BLOCK_COMMENT : IN_CODE;
        return s->state == IN_BLOCK_COMMENT ? 2 : 1;
    case IN_STRING: s->state = *p == '\'' ? IN_CODE : IN_STRING; return 1; /* '' ends one string and begins another */
    case IN_NAME: s->state = *p == '"' ? IN_CODE : IN_NAME; return 1;
    case IN_QUOTE:
        if (*p != s->close || !pair || p[1] != '\'')
            return 1;
        s->state = IN_CODE;
        return 2;
    case IN_BLOCK_COMMENT:
        if (*p != '*' || !pair || p[1] != '/')
            return 1;
        s->state = IN_CODE;
        return 2;
    }
    return 1;
}

/* The variable [p, stop) has no known value. */
static void note_open(substituter *s, const char *kept, const char *p, const char *stop)
{
    const char *name = p + 1 + (p + 1 < stop && p[1] == s->sign);
    if (stop == name)
        return;
    xy_str upper = xy_str_upper(s->arena, (xy_str){name, (uint32_t)(stop - name)});
    if (s->state != IN_STRING && s->state != IN_QUOTE) {
        xy_map_put(&s->in_code, upper, s);
        return;
    }
    xy_open_variable variable = {.offset = (uint32_t)(s->out.length + (size_t)(p - kept)), .length = (uint32_t)(stop - p)};
    xy_vec_push(s->arena, s->open, variable);
    xy_vec_push(s->arena, &s->open_names, upper);
}

static bool is_argument(xy_str name)
{
    for (uint32_t i = 0; i < name.length; i++)
        if (name.data[i] < '0' || name.data[i] > '9')
            return false;
    return true;
}

/* The whole script was read: what does it know of the variables in strings? A string like 'R&D' may as well mean what it says. */
static void judge_open(substituter *s)
{
    for (uint32_t i = 0; i < s->open->count; i++) {
        xy_str name = s->open_names.items[i];
        s->open->items[i].expected = is_argument(name) || xy_map_get(&s->in_code, name) || xy_map_get(&s->values, name);
    }
}

/* Characters that change no state and begin no variable, whatever is open. */
static const char *skip_plain(const substituter *s, const char *p, const char *end)
{
    static const bool special[256] = {['\''] = true, ['"'] = true, ['/'] = true, ['*'] = true, ['-'] = true};
    if (s->state != IN_QUOTE)
        while (p < end && !special[(unsigned char)*p] && *p != s->sign)
            p++;
    return p;
}

static void add_line(substituter *s, const char *line, const char *end)
{
    const char *kept = line; /* from here on nothing has been added yet */
    bool verbatim = s->state == IN_CODE && run_command(s, (xy_str){line, (uint32_t)(end - line)});
    for (const char *p = verbatim ? end : skip_plain(s, line, end); p < end; p = skip_plain(s, p, end)) {
        const xy_str *value = NULL;
        if (s->state == IN_CODE && p + 1 < end && p[0] == '-' && p[1] == '-')
            break; /* a comment to the end of the line */
        const char *stop = s->sign && *p == s->sign && s->state != IN_BLOCK_COMMENT ? read_variable(s, p, end, &value) : p;
        if (value) {
            s->any = true;
            xy_buffer_add(&s->out, kept, (size_t)(p - kept));
            xy_buffer_add_str(&s->out, *value);
            p = kept = stop;
            continue;
        }
        if (stop > p)
            note_open(s, kept, p, stop);
        p += follow(s, p, line, end);
    }
    xy_buffer_add(&s->out, kept, (size_t)(end - kept));
}

bool xy_substitute(xy_arena *arena, xy_str text, xy_str *out, xy_open_variables *open)
{
    substituter s = {.arena = arena, .sign = '&', .open = open};
    if (!text.length || !memchr(text.data, '&', text.length))
        return false; /* nothing to replace; a script that replaces only ^name is left alone, and its signs are no tokens of ours */
    xy_buffer_init(&s.out, arena);
    xy_map_init(&s.values, arena);
    xy_map_init(&s.in_code, arena);
    for (const char *p = text.data, *end = text.data + text.length; p < end;) {
        const char *newline = memchr(p, '\n', (size_t)(end - p)), *stop = newline ? newline + 1 : end;
        add_line(&s, p, stop);
        p = stop;
    }
    judge_open(&s);
    if (s.any)
        *out = xy_buffer_str(&s.out);
    return s.any;
}
