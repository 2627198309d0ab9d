/* SQL*Plus commands as those of the target's client (fact `script_client`): psql and its kind, or disql, which knows most of them. The command is
 * one token, a line (or several, joined by `-`); it is read as words here, since it is no SQL. (SQL*Plus user's guide, command reference.) */
#include "pass/ddl.h"
#include "pass/fragment.h"
#include "syntax/keyword.h"
#include "text/substitute.h"

#include <string.h>

typedef struct command {
    xy_str word; /* first word as written */
    xy_str rest; /* what follows, without blanks at the ends */
} command;

static xy_str next_word(xy_str *rest)
{
    *rest = xy_str_trim(*rest);
    uint32_t length = 0;
    while (length < rest->length && !xy_char_is_blank(rest->data[length]))
        length++;
    xy_str word = {rest->data, length};
    *rest = xy_str_trim((xy_str){rest->data + length, rest->length - length});
    return word;
}

/* The lines of a command that goes on after `-` in one: left in place the sign would be a minus, `EXEC p( -` and `1)` would pass -1. */
static xy_str joined_lines(xy_arena *arena, xy_str text)
{
    if (!memchr(text.data, '\n', text.length) && !memchr(text.data, '\r', text.length))
        return text;
    xy_buffer out;
    xy_buffer_init(&out, arena);
    while (text.length) {
        uint32_t end = 0;
        while (end < text.length && text.data[end] != '\n' && text.data[end] != '\r')
            end++;
        bool last = end == text.length;
        xy_str line = last ? text : xy_str_trim((xy_str){text.data, end});
        if (!last && line.length && line.data[line.length - 1] == '-')
            line.length--;
        xy_buffer_add_str(&out, line);
        while (end < text.length && (text.data[end] == '\n' || text.data[end] == '\r'))
            end++;
        text = (xy_str){text.data + end, text.length - end};
        if (!last)
            xy_buffer_add_char(&out, ' ');
    }
    return xy_buffer_str(&out);
}

/* @file and !command have no blank after the sign. */
static command read_command(xy_arena *arena, xy_str text)
{
    command c = {.rest = xy_str_trim(joined_lines(arena, text))};
    uint32_t sign = c.rest.length > 1 && c.rest.data[0] == '@' && c.rest.data[1] == '@' ? 2
                    : c.rest.length && (c.rest.data[0] == '@' || c.rest.data[0] == '!') ? 1
                                                                                        : 0;
    if (!sign) {
        c.word = next_word(&c.rest);
        return c;
    }
    c.word = (xy_str){c.rest.data, sign};
    c.rest = xy_str_trim((xy_str){c.rest.data + sign, c.rest.length - sign});
    return c;
}

/* `word` abbreviates `full` to at least `least` letters. */
static bool abbreviates(xy_str word, const char *full, uint32_t least)
{
    uint32_t length = (uint32_t)strlen(full);
    return word.length >= least && word.length <= length && xy_str_equal_nocase(word, (xy_str){full, word.length});
}

static xy_str without_semicolon(xy_str s)
{
    while (s.length && (s.data[s.length - 1] == ';' || xy_char_is_blank(s.data[s.length - 1])))
        s.length--;
    return s;
}

/* ---- what a command becomes ---- */

typedef void (*command_writer)(xy_context *ctx, const xy_node *node, const command *c);

static void replace(xy_context *ctx, const xy_node *node, xy_str text)
{
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, text);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* The command does in psql what it did in SQL*Plus: it counts as converted, not as skipped. */
static void write(xy_context *ctx, const xy_node *node, xy_str text)
{
    replace(ctx, node, text);
    if (ctx->status == XY_SKIPPED)
        ctx->status = XY_CONVERTED;
}

/* Kept as a comment, one for each line of the command. */
static void comment_out(xy_context *ctx, const xy_node *node, const command *c)
{
    (void)c;
    xy_str text = xy_str_from(xy_pass_node_text(ctx, node));
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_buffer_add_text(&out, "-- ");
    for (uint32_t i = 0; i < text.length; i++) {
        xy_buffer_add_char(&out, text.data[i]);
        if (text.data[i] == '\n' && i + 1 < text.length)
            xy_buffer_add_text(&out, "-- ");
    }
    replace(ctx, node, xy_buffer_str(&out));
}

static void prompt(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_buffer out; /* psql reads quotes, back quotes, colons and backslashes in \echo: the text goes in single quotes, line ends excluded */
    xy_buffer_init(&out, ctx->arena);
    xy_buffer_add_text(&out, "\\echo");
    if (c->rest.length)
        xy_buffer_add_text(&out, " '");
    for (uint32_t i = 0; i < c->rest.length; i++) {
        char ch = c->rest.data[i];
        if (ch == '\'' || ch == '\\')
            xy_buffer_add_char(&out, ch);
        if (ch != '\r' && ch != '\n')
            xy_buffer_add_char(&out, ch);
    }
    if (c->rest.length)
        xy_buffer_add_char(&out, '\'');
    write(ctx, node, xy_buffer_str(&out));
}

/* The command stands as it is. */
static void keep(xy_context *ctx, const xy_node *node, const command *c)
{
    (void)node, (void)c;
    ctx->status = ctx->status == XY_SKIPPED ? XY_CONVERTED : ctx->status;
}

static void server_output(xy_context *ctx, const xy_node *node, bool on)
{
    if (xy_target_has(ctx->target, "set_serveroutput")) { /* a command of the client, without SIZE and FORMAT */
        write(ctx, node, on ? XY_STR("SET SERVEROUTPUT ON") : XY_STR("SET SERVEROUTPUT OFF"));
        return;
    }
    if (!xy_pass_option(ctx, "runtime", "orafce")) {
        comment_out(ctx, node, NULL); /* inline output is a notice: always visible */
        ctx->status = ctx->status == XY_SKIPPED ? XY_CONVERTED : ctx->status;
        return;
    }
    xy_pass_orafce(ctx);
    write(ctx, node, xy_str_format(ctx->arena, "DO $$BEGIN PERFORM dbms_output.serveroutput(%s); END$$;", on ? "true" : "false"));
}

static void set(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = c->rest, option = next_word(&rest), value = without_semicolon(next_word(&rest));
    if (abbreviates(option, "SERVEROUTPUT", 9) || abbreviates(option, "SERVEROUT", 9))
        server_output(ctx, node, !xy_str_equal_nocase(value, XY_STR("OFF")));
    else if (abbreviates(option, "AUTOCOMMIT", 4))
        write(ctx, node, xy_str_format(ctx->arena, "\\set AUTOCOMMIT %s", xy_str_equal_nocase(value, XY_STR("OFF")) ? "off" : "on"));
    else
        comment_out(ctx, node, c);
}

static xy_str next_value(xy_str *rest);
static void add_quoted(xy_buffer *out, xy_str value);

static bool is_variable_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

/* Cuts a variable, `&name`, `&&name` or either with the dot that ends it, off the front of the text; gives its name in small letters, as psql's variables have
 * it. */
static xy_str next_variable(xy_arena *arena, xy_str *text)
{
    uint32_t start = 1, end;
    if (start < text->length && text->data[start] == '&')
        start++;
    for (end = start; end < text->length && is_variable_char(text->data[end]);)
        end++;
    xy_str name = {text->data + start, end - start};
    end += name.length && end < text->length && text->data[end] == '.';
    *text = (xy_str){text->data + end, text->length - end};
    return xy_str_lower(arena, name);
}

/* An argument of a command of psql, which puts in `:name` outside of quotes only: the text between variables is quoted where a variable stands beside it, or
 * when it must be. False when an `&` begins no variable. */
static bool add_argument(xy_context *ctx, xy_buffer *out, xy_str text, bool quote)
{
    bool variables = memchr(text.data, '&', text.length) != NULL;
    while (text.length) {
        const char *sign = memchr(text.data, '&', text.length);
        xy_str plain = {text.data, sign ? (uint32_t)(sign - text.data) : text.length};
        if (plain.length && (quote || variables))
            add_quoted(out, plain);
        else
            xy_buffer_add_str(out, plain);
        text = (xy_str){text.data + plain.length, text.length - plain.length};
        if (!sign)
            return true;
        xy_str name = next_variable(ctx->arena, &text);
        if (!name.length)
            return false;
        xy_buffer_format(out, ":%.*s", XY_STR_ARG(name));
    }
    return true;
}

/* SQL*Plus adds the extension when there is none: after a variable that is seen only when the script runs. */
static bool add_file(xy_context *ctx, xy_buffer *out, xy_str file)
{
    const char *last = NULL;
    bool dot = false;
    for (uint32_t i = 0; i < file.length; i++) {
        last = file.data[i] == '&' ? file.data + i : last;
        dot = file.data[i] == '.' ? true : file.data[i] == '/' ? false : dot;
    }
    if (last) {
        xy_str rest = {last, (uint32_t)(file.data + file.length - last)};
        next_variable(ctx->arena, &rest);
        dot = memchr(rest.data, '.', rest.length) != NULL;
        if (!rest.length)
            return false;
    }
    return add_argument(ctx, out, dot ? file : xy_str_format(ctx->arena, "%.*s.sql", XY_STR_ARG(file)), false);
}

/* The arguments are variables of the names 1, 2 …, which keep their values after the script, in SQL*Plus and here. */
static void include(xy_context *ctx, const xy_node *node, const command *c, const char *meta)
{
    xy_str rest = without_semicolon(c->rest), file = next_value(&rest);
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    bool fits = true;
    if (file.length && (file.data[0] == '"' || file.data[0] == '\''))
        file = xy_defined_value(file);
    for (uint32_t i = 1; rest.length; i++) {
        xy_buffer_format(&out, "\\set %u ", i);
        fits = add_argument(ctx, &out, xy_defined_value(next_value(&rest)), true) && fits;
        xy_buffer_add_str(&out, xy_edit_newline(ctx->edits));
    }
    xy_buffer_format(&out, "%s ", meta);
    if (!file.length || !fits || !add_file(ctx, &out, file)) {
        xy_pass_flag(ctx, node, "script-arguments", NULL);
        comment_out(ctx, node, c);
        return;
    }
    write(ctx, node, xy_buffer_str(&out));
}

static void start(xy_context *ctx, const xy_node *node, const command *c)
{
    include(ctx, node, c, "\\i");
}

static void start_relative(xy_context *ctx, const xy_node *node, const command *c)
{
    include(ctx, node, c, "\\ir");
}

static void spool(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = c->rest, file = without_semicolon(next_word(&rest));
    bool off = file.length == 0 || xy_str_equal_nocase(file, XY_STR("OFF"));
    write(ctx, node, off ? XY_STR("\\o") : xy_str_format(ctx->arena, "\\o %.*s", XY_STR_ARG(file)));
}

static void whenever(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = c->rest, what = next_word(&rest), action = without_semicolon(next_word(&rest));
    if (xy_str_equal_nocase(what, XY_STR("SQLERROR")))
        write(ctx, node, xy_str_equal_nocase(action, XY_STR("EXIT")) ? XY_STR("\\set ON_ERROR_STOP on") : XY_STR("\\set ON_ERROR_STOP off"));
    else
        comment_out(ctx, node, c);
}

static void quit(xy_context *ctx, const xy_node *node, const command *c)
{
    (void)c;
    write(ctx, node, XY_STR("\\q"));
}

static void remark(xy_context *ctx, const xy_node *node, const command *c)
{
    write(ctx, node, xy_str_format(ctx->arena, "-- %.*s", XY_STR_ARG(c->rest)));
}

/* As an argument of psql's commands. */
static void add_quoted(xy_buffer *out, xy_str value)
{
    xy_buffer_add_char(out, '\'');
    for (uint32_t i = 0; i < value.length; i++) {
        if (value.data[i] == '\'' || value.data[i] == '\\')
            xy_buffer_add_char(out, value.data[i]);
        xy_buffer_add_char(out, value.data[i]);
    }
    xy_buffer_add_char(out, '\'');
}

static void define(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = c->rest;
    const char *equals = rest.length ? memchr(rest.data, '=', rest.length) : NULL;
    if (!equals) {
        comment_out(ctx, node, c);
        return;
    }
    xy_str name = xy_str_trim((xy_str){rest.data, (uint32_t)(equals - rest.data)});
    xy_str value = xy_defined_value((xy_str){equals + 1, rest.length - (uint32_t)(equals + 1 - rest.data)});
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_str lower = xy_str_lower(ctx->arena, name);
    xy_buffer_format(&out, "\\set %.*s ", XY_STR_ARG(lower));
    add_quoted(&out, value);
    write(ctx, node, xy_buffer_str(&out));
}

static bool has_bind(xy_node *node, void *found)
{
    if (node->kind == XY_NODE_BIND)
        *(bool *)found = true;
    return xy_node_each_child(node, has_bind, found);
}

typedef struct executed {
    bool binds, is_call, bare; /* a call without parentheses */
} executed;

static void look_at(xy_context *inner, void *data)
{
    executed *e = data;
    const xy_node *tree = inner->unit->tree;
    e->is_call = tree->kind == XY_NODE_PROCEDURE_CALL;
    e->bare = e->is_call && XY_AS(procedure_call, tree)->call->kind == XY_NODE_NAME;
    has_bind(inner->unit->tree, &e->binds);
}

/* CALL where the statement is a call, else a block, for clients that know both. */
static void execute_natively(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str statement = without_semicolon(c->rest), text;
    executed e = {0};
    if (!xy_pass_translate_text_with(ctx, xy_str_format(ctx->arena, "%.*s;", XY_STR_ARG(statement)), XY_START_STATEMENT, look_at, &e, &text, NULL) || e.binds) {
        xy_pass_flag(ctx, node, "execute", NULL);
        comment_out(ctx, node, c);
        return;
    }
    text = without_semicolon(text);
    ctx->ended_by_slash = !e.is_call;
    write(ctx, node,
          e.is_call ? xy_str_format(ctx->arena, "CALL %.*s%s;", XY_STR_ARG(text), e.bare ? "()" : "")
                    : xy_str_format(ctx->arena, "BEGIN %.*s; END;\n/", XY_STR_ARG(text)));
}

static void undefine(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_str rest = without_semicolon(c->rest);
    for (xy_str name = next_word(&rest); name.length; name = next_word(&rest)) {
        xy_str lower = xy_str_lower(ctx->arena, name);
        xy_buffer_format(&out, "%s\\unset %.*s", out.length ? " " : "", XY_STR_ARG(lower));
    }
    if (out.length)
        write(ctx, node, xy_buffer_str(&out));
    else
        comment_out(ctx, node, c);
}

static void execute(xy_context *ctx, const xy_node *node, const command *c)
{
    if (xy_str_equal(xy_target_fact(ctx->target, "plsql"), XY_STR("native"))) {
        execute_natively(ctx, node, c);
        return;
    }
    xy_str statement = without_semicolon(c->rest);
    xy_str block = xy_str_format(ctx->arena, "BEGIN %.*s; END;", XY_STR_ARG(statement));
    xy_str text;
    if (xy_pass_translate_text(ctx, block, XY_START_UNIT, &text))
        write(ctx, node, text);
    else {
        xy_pass_flag(ctx, node, "execute", NULL);
        comment_out(ctx, node, c);
    }
}

static void no_equivalent(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_pass_flag(ctx, node, "no-equivalent", "command", xy_arena_copy(ctx->arena, c->word.data, c->word.length), NULL);
    comment_out(ctx, node, c);
}

/* ACCEPT name [CHAR] [PROMPT text | NOPROMPT]. FORMAT and the other types check what was typed, DEFAULT stands in for it and HIDE hides it: psql can do none.
 */
static void accept(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = without_semicolon(c->rest), name = xy_str_lower(ctx->arena, next_word(&rest)), text = {0};
    xy_str word = next_word(&rest);
    if (xy_str_equal_nocase(word, XY_STR("CHAR")))
        word = next_word(&rest);
    if (abbreviates(word, "PROMPT", 3))
        text = next_value(&rest);
    bool plain = name.length && !rest.length && (text.length || !word.length || abbreviates(word, "NOPROMPT", 3));
    if (!plain) {
        no_equivalent(ctx, node, c);
        return;
    }
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_buffer_add_text(&out, "\\prompt ");
    if (text.length)
        add_quoted(&out, xy_defined_value(text));
    xy_buffer_format(&out, "%s%.*s", text.length ? " " : "", XY_STR_ARG(name));
    write(ctx, node, xy_buffer_str(&out));
}

/* ---- disql ---- */

/* Items of SET that disql knows (least letters), and those of SQL*Plus that it does not. */
static const struct set_item {
    const char *name;
    uint32_t least;
    bool known;
} set_items[] = {
    {"AUTOCOMMIT", 4, true},      {"DEFINE", 3, true},        {"ECHO", 4, true},           {"FEEDBACK", 4, true},
    {"HEADING", 3, true},         {"LINESIZE", 3, true},      {"LONG", 4, true},           {"NEWPAGE", 4, true},
    {"PAGESIZE", 5, true},        {"SERVEROUTPUT", 9, true},  {"TIMING", 4, true},         {"TIME", 4, true},
    {"TRIMSPOOL", 5, true},       {"VERIFY", 3, true},        {"WRAP", 3, true},           {"COLSEP", 6, true},
    {"SQLPROMPT", 4, true},       {"AUTOTRACE", 5, true},     {"ISQL_MODE", 9, true},      {"APPINFO", 3, false},
    {"ARRAYSIZE", 5, false},      {"AUTOPRINT", 5, false},    {"AUTORECOVERY", 6, false},  {"BLOCKTERMINATOR", 3, false},
    {"CMDSEP", 4, false},         {"COLINVISIBLE", 6, false}, {"CONCAT", 3, false},        {"COPYCOMMIT", 5, false},
    {"DESCRIBE", 4, false},       {"EDITFILE", 5, false},     {"EMBEDDED", 3, false},      {"ERRORLOGGING", 4, false},
    {"ESCAPE", 3, false},         {"ESCCHAR", 4, false},      {"EXITCOMMIT", 5, false},    {"FLAGGER", 4, false},
    {"FLUSH", 3, false},          {"HEADSEP", 5, false},      {"HISTORY", 4, false},       {"INSTANCE", 8, false},
    {"LOBOFFSET", 4, false},      {"LOGSOURCE", 9, false},    {"LONGCHUNKSIZE", 5, false}, {"MARKUP", 4, false},
    {"NULL", 4, false},           {"NUMFORMAT", 4, false},    {"NUMWIDTH", 3, false},      {"PAUSE", 3, false},
    {"RECSEP", 6, false},         {"RECSEPCHAR", 7, false},   {"ROWPREFETCH", 5, false},   {"SCAN", 4, false},
    {"SHIFTINOUT", 5, false},     {"SHOWMODE", 4, false},     {"SQLBLANKLINES", 5, false}, {"SQLCASE", 4, false},
    {"SQLCONTINUE", 5, false},    {"SQLNUMBER", 4, false},    {"SQLPREFIX", 5, false},     {"SQLTERMINATOR", 4, false},
    {"STATEMENTCACHE", 5, false}, {"SUFFIX", 3, false},       {"TAB", 3, false},           {"TERMOUT", 4, false},
    {"TERM", 4, false},           {"TRIMOUT", 4, false},      {"UNDERLINE", 3, false},     {"XMLOPTIMIZATIONCHECK", 5, false},
};

static const struct set_item *find_set_item(xy_str word)
{
    for (size_t i = 0; i < sizeof set_items / sizeof *set_items; i++)
        if (abbreviates(word, set_items[i].name, set_items[i].least))
            return &set_items[i];
    return NULL;
}

/* A word, or a text in quotes with its blanks. */
static xy_str next_value(xy_str *rest)
{
    *rest = xy_str_trim(*rest);
    if (!rest->length || (rest->data[0] != '\'' && rest->data[0] != '"'))
        return next_word(rest);
    const char *end = memchr(rest->data + 1, rest->data[0], rest->length - 1);
    uint32_t length = end ? (uint32_t)(end - rest->data) + 1 : rest->length;
    xy_str value = {rest->data, length};
    *rest = xy_str_trim((xy_str){rest->data + length, rest->length - length});
    return value;
}

static void begin_set_line(xy_context *ctx, xy_buffer *out, const char *words)
{
    if (out->length)
        xy_buffer_add_str(out, xy_edit_newline(ctx->edits));
    xy_buffer_add_text(out, words);
}

/* A SET line of several items breaks off in disql at the first one that it does not know: each gets a line of its own. */
static void set_separately(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    bool changed = false, skip_values = false;
    uint32_t items = 0;
    for (xy_str rest = without_semicolon(c->rest); rest.length;) {
        xy_str word = next_value(&rest);
        const struct set_item *item = find_set_item(word);
        if (item || !items) {
            changed = changed || items || !item || !item->known;
            items++;
            begin_set_line(ctx, &out, item && item->known ? "SET " : "-- SET ");
            skip_values = false;
        } else if (skip_values) { /* SIZE and FORMAT of SERVEROUTPUT */
            changed = true;
            continue;
        } else {
            xy_buffer_add_char(&out, ' ');
            skip_values = xy_str_equal_nocase(word, XY_STR("ON")) || xy_str_equal_nocase(word, XY_STR("OFF"));
        }
        xy_buffer_add_str(&out, word);
    }
    if (changed)
        replace(ctx, node, xy_buffer_str(&out));
    keep(ctx, node, c);
}

static void show(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = c->rest, what = without_semicolon(next_word(&rest));
    if (abbreviates(what, "ERRORS", 3))
        comment_out(ctx, node, c); /* not known there */
    else
        keep(ctx, node, c);
}

typedef struct named_command {
    const char *name;
    uint32_t least;
    command_writer write;
} named_command;

/* The unit before (-1) or behind (1) that of the pass, or null. */
static const xy_unit *neighbour(const xy_context *ctx, int step)
{
    const xy_units *units = ctx->units;
    if (!units || ctx->unit < units->items || ctx->unit >= units->items + units->count)
        return NULL;
    ptrdiff_t at = ctx->unit - units->items + step;
    return at >= 0 && at < (ptrdiff_t)units->count ? &units->items[at] : NULL;
}

static bool is_command(xy_context *ctx, const xy_unit *unit, const char *name, uint32_t least)
{
    return unit && unit->tree && unit->tree->kind == XY_NODE_SQLPLUS_COMMAND
           && abbreviates(read_command(ctx->arena, xy_str_from(xy_pass_node_text(ctx, unit->tree))).word, name, least);
}

/* The statement has ended with `.`: what follows runs it for the first time. */
static bool runs_first(xy_context *ctx)
{
    return is_command(ctx, neighbour(ctx, -1), ".", 1);
}

static void run(xy_context *ctx, const xy_node *node, const command *c)
{
    if (runs_first(ctx))
        comment_out(ctx, node, c);
    else
        no_equivalent(ctx, node, c);
}

/* `.` ends the input of a statement and does not run it; here each statement runs where it ends. */
static void end_of_input(xy_context *ctx, const xy_node *node, const command *c)
{
    const xy_unit *before = neighbour(ctx, -1), *next = neighbour(ctx, 1);
    bool is_run = next && next->tree && (next->tree->kind == XY_NODE_SLASH_COMMAND || is_command(ctx, next, "RUN", 1));
    if (before && before->state == XY_UNIT_PARSED && !is_run)
        xy_pass_flag(ctx, node, "not-run", NULL);
    comment_out(ctx, node, c);
}

static const named_command disql_commands[] = {
    {"SET", 3, set_separately},
    {"PROMPT", 3, keep},
    {"REMARK", 3, remark},
    {"@@", 2, keep},
    {"@", 1, keep},
    {"START", 3, keep},
    {"SPOOL", 3, keep},
    {"WHENEVER", 8, keep},
    {"EXIT", 4, keep},
    {"QUIT", 4, keep},
    {"DEFINE", 3, keep},
    {"UNDEFINE", 5, keep},
    {"ACCEPT", 3, keep},
    {"HOST", 2, keep},
    {"DESCRIBE", 4, keep},
    {"COLUMN", 3, keep},
    {"SHOW", 3, show},
    {"EXECUTE", 4, execute},
    {"CONNECT", 4, no_equivalent},
    {"COPY", 4, no_equivalent},
    {"VARIABLE", 3, no_equivalent},
    {"PRINT", 3, no_equivalent},
    {"!", 1, no_equivalent},
    {"RUN", 1, run},
    {".", 1, end_of_input},
    {"XQUERY", 6, no_equivalent},
    {NULL, 0, NULL},
};

/* Commands with their shortest abbreviation; what is not here only shapes SQL*Plus's own output and becomes a comment. */
static const named_command psql_commands[] = {
    {"SET", 3, set},
    {"PROMPT", 3, prompt},
    {"REMARK", 3, remark},
    {"@@", 2, start_relative},
    {"@", 1, start},
    {"START", 3, start},
    {"SPOOL", 3, spool},
    {"WHENEVER", 8, whenever},
    {"EXIT", 4, quit},
    {"QUIT", 4, quit},
    {"DEFINE", 3, define},
    {"EXECUTE", 4, execute},
    {"UNDEFINE", 5, undefine},
    {"ACCEPT", 3, accept},
    {"CONNECT", 4, no_equivalent},
    {"COPY", 4, no_equivalent},
    {"VARIABLE", 3, no_equivalent},
    {"PRINT", 3, no_equivalent},
    {"HOST", 2, no_equivalent},
    {"!", 1, no_equivalent},
    {"RUN", 1, run},
    {".", 1, end_of_input},
    {"XQUERY", 6, no_equivalent},
    {NULL, 0, NULL},
};

void xy_pass_sqlplus(xy_context *ctx, xy_node *node)
{
    command c = read_command(ctx->arena, xy_str_from(xy_pass_node_text(ctx, node)));
    bool disql = xy_str_equal(xy_target_fact(ctx->target, "script_client"), XY_STR("disql"));
    for (const named_command *n = disql ? disql_commands : psql_commands; n->name; n++)
        if (abbreviates(c.word, n->name, n->least)) {
            n->write(ctx, node, &c);
            return;
        }
    comment_out(ctx, node, &c);
}

/* A lone slash runs the last statement again, or for the first time behind a `.`. */
void xy_pass_slash(xy_context *ctx, xy_node *node)
{
    xy_str again = xy_target_fact(ctx->target, "run_again");
    if (runs_first(ctx)) {
        write(ctx, node, XY_STR("-- /"));
        return;
    }
    xy_pass_flag(ctx, node, "run-again", NULL);
    write(ctx, node, again.length ? again : XY_STR("-- /"));
}
