/* SQL*Plus commands as psql meta-commands. The command is one token, a line (or several, joined by `-`); it is read as words here,
 * since it is no SQL. (SQL*Plus user's guide, command reference.) */
#include "pass/ddl.h"
#include "pass/fragment.h"
#include "syntax/keyword.h"

#include <string.h>

typedef struct command {
    xy_str word;   /* first word as written */
    xy_str rest;   /* what follows, without blanks at the ends */
} command;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static xy_str trimmed(xy_str s)
{
    while (s.length && is_blank(s.data[0]))
        s.data++, s.length--;
    while (s.length && is_blank(s.data[s.length - 1]))
        s.length--;
    return s;
}

static xy_str next_word(xy_str *rest)
{
    *rest = trimmed(*rest);
    uint32_t length = 0;
    while (length < rest->length && !is_blank(rest->data[length]))
        length++;
    xy_str word = {rest->data, length};
    *rest = trimmed((xy_str){rest->data + length, rest->length - length});
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
        bool   last = end == text.length;
        xy_str line = last ? text : trimmed((xy_str){text.data, end});
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
    command c = {.rest = trimmed(joined_lines(arena, text))};
    uint32_t sign = c.rest.length > 1 && c.rest.data[0] == '@' && c.rest.data[1] == '@' ? 2 : c.rest.length && (c.rest.data[0] == '@' || c.rest.data[0] == '!') ? 1 : 0;
    if (!sign) {
        c.word = next_word(&c.rest);
        return c;
    }
    c.word = (xy_str){c.rest.data, sign};
    c.rest = trimmed((xy_str){c.rest.data + sign, c.rest.length - sign});
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
    while (s.length && (s.data[s.length - 1] == ';' || is_blank(s.data[s.length - 1])))
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
    xy_str text = xy_token_text(ctx->source, XY_AS(sqlplus_command, node)->command);
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

static void server_output(xy_context *ctx, const xy_node *node, bool on)
{
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

static xy_str file_argument(xy_context *ctx, xy_str rest, const char *extension)
{
    xy_str file = without_semicolon(next_word(&rest));
    bool dot = false;
    for (uint32_t i = 0; i < file.length; i++)
        dot = file.data[i] == '.' ? true : file.data[i] == '/' ? false : dot;
    if (rest.length && trimmed(rest).data[0] != ';')
        return (xy_str){0}; /* arguments for &1 … */
    return dot ? file : xy_str_format(ctx->arena, "%.*s%s", XY_STR_ARG(file), extension);
}

static void include(xy_context *ctx, const xy_node *node, const command *c, const char *meta)
{
    xy_str file = file_argument(ctx, c->rest, ".sql");
    if (!file.length) {
        xy_pass_flag(ctx, node, "script-arguments", NULL);
        comment_out(ctx, node, c);
        return;
    }
    write(ctx, node, xy_str_format(ctx->arena, "%s %.*s", meta, XY_STR_ARG(file)));
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

static void define(xy_context *ctx, const xy_node *node, const command *c)
{
    xy_str rest = c->rest;
    const char *equals = rest.length ? memchr(rest.data, '=', rest.length) : NULL;
    if (!equals) {
        comment_out(ctx, node, c);
        return;
    }
    xy_str name = trimmed((xy_str){rest.data, (uint32_t)(equals - rest.data)});
    xy_str value = trimmed((xy_str){equals + 1, rest.length - (uint32_t)(equals + 1 - rest.data)});
    if (value.length > 1 && (value.data[0] == '"' || value.data[0] == '\'') && value.data[value.length - 1] == value.data[0])
        value = (xy_str){value.data + 1, value.length - 2};
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_str lower = xy_str_lower(ctx->arena, name);
    xy_buffer_format(&out, "\\set %.*s '", XY_STR_ARG(lower));
    for (uint32_t i = 0; i < value.length; i++) {
        if (value.data[i] == '\'' || value.data[i] == '\\')
            xy_buffer_add_char(&out, value.data[i]);
        xy_buffer_add_char(&out, value.data[i]);
    }
    xy_buffer_add_char(&out, '\'');
    write(ctx, node, xy_buffer_str(&out));
}

static void execute(xy_context *ctx, const xy_node *node, const command *c)
{
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

/* Commands with their shortest abbreviation; what is not here only shapes SQL*Plus's own output and becomes a comment. */
static const struct { const char *name; uint32_t least; command_writer write; } commands[] = {
    {"SET", 3, set}, {"PROMPT", 3, prompt}, {"REMARK", 3, remark}, {"@@", 2, start_relative}, {"@", 1, start}, {"START", 3, start},
    {"SPOOL", 3, spool}, {"WHENEVER", 8, whenever}, {"EXIT", 4, quit}, {"QUIT", 4, quit}, {"DEFINE", 3, define}, {"EXECUTE", 4, execute},
    {"ACCEPT", 3, no_equivalent}, {"CONNECT", 4, no_equivalent}, {"COPY", 4, no_equivalent}, {"VARIABLE", 3, no_equivalent}, {"PRINT", 3, no_equivalent},
    {"HOST", 2, no_equivalent}, {"!", 1, no_equivalent}, {"RUN", 1, no_equivalent}, {"XQUERY", 6, no_equivalent},
};

void xy_pass_sqlplus(xy_context *ctx, xy_node *node)
{
    command c = read_command(ctx->arena, xy_token_text(ctx->source, XY_AS(sqlplus_command, node)->command));
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (abbreviates(c.word, commands[i].name, commands[i].least)) {
            commands[i].write(ctx, node, &c);
            return;
        }
    comment_out(ctx, node, &c);
}

/* A lone slash runs the last statement again. */
void xy_pass_slash(xy_context *ctx, xy_node *node)
{
    xy_pass_flag(ctx, node, "run-again", NULL);
    write(ctx, node, XY_STR("\\g"));
}
