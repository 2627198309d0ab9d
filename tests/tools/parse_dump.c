/* Shows what the front end makes of files, for working on it and for the tests:  parse_dump [-t | -u | -s | -c | -e | -b] FILE…
 *   (nothing)  trees and messages
 *   -t  tokens
 *   -u  units and messages
 *   -s  one line per file: bytes, tokens, units by state, speed; and messages
 *   -c  checks: tokens and units cover the file, every unit is parsed; prints what is wrong
 *   -e  the file with the messages under its lines
 *   -b  the same in both languages
 * Exit status 1 when there are messages. */
#include "syntax/keyword.h"
#include "syntax/parse.h"
#include "text/caret.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct run {
    xy_guard guard;
    xy_arena arena;
    xy_source source;
    xy_diags diags;
    xy_units units;
    double lex_seconds, parse_seconds;
} run;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool load(run *r, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    xy_buffer text;
    xy_buffer_init(&text, &r->arena);
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        xy_buffer_add(&text, block, length);
    fclose(file);
    xy_source_decode(&r->source, &r->arena, xy_str_from(path), xy_buffer_str(&text), XY_ENCODING_AUTO, &r->diags);
    return true;
}

static void dump_tokens(const run *r)
{
    for (uint32_t i = 0; i < r->source.token_count; i++) {
        const xy_token *t = &r->source.tokens[i];
        xy_str text = xy_token_text(&r->source, i);
        printf("%6u %-14s %.*s\n", t->offset, xy_token_infos[t->kind].name, t->kind == XY_TOKEN_NEWLINE ? 0 : (int)text.length, text.data);
    }
}

static const char *const states[] = {"parsed", "recovered", "unparsed", "script", "blank"};

static void dump_units(run *r, bool trees)
{
    for (uint32_t i = 0; i < r->units.count; i++) {
        const xy_unit *u = &r->units.items[i];
        xy_str kind = xy_unit_kind(u, &r->source), name = xy_unit_name(u, &r->source, &r->arena);
        xy_position from = xy_source_position(&r->source, r->source.tokens[u->start].offset);
        printf("%u: %s, %.*s %.*s\n", from.line, states[u->state], XY_STR_ARG(kind), XY_STR_ARG(name));
        if (!trees || !u->tree)
            continue;
        xy_buffer out;
        xy_buffer_init(&out, &r->arena);
        xy_node_dump(&out, &r->source, u->tree);
        fwrite(out.data, 1, out.length, stdout);
    }
}

static void print_diagnostics(const run *r)
{
    for (uint32_t i = 0; i < r->diags.list.count; i++) {
        const xy_diag *d = &r->diags.list.items[i];
        xy_position at = xy_source_position(&r->source, d->offset);
        printf("%.*s:%u:%u: %.*s [%.*s]\n", (int)r->source.path.length, r->source.path.data, at.line, at.column, (int)d->message_en.length, d->message_en.data,
               (int)d->code.length, d->code.data);
    }
}

static void summarize(const run *r)
{
    unsigned count[5] = {0};
    for (uint32_t i = 0; i < r->units.count; i++)
        count[r->units.items[i].state]++;
    printf("%u bytes %u tokens %u parsed %u recovered %u unparsed %u script; lex %.0f MB/s parse %.1f MB/s %s\n", r->source.text.length, r->source.token_count,
           count[0], count[1], count[2], count[3], r->source.text.length / r->lex_seconds * 1e-6, r->source.text.length / r->parse_seconds * 1e-6,
           r->source.path.data);
}

/* ------------------------------------------------------------------ checks */

static bool check_cover(const run *r)
{
    uint32_t offset = 0, token = 0;
    for (uint32_t i = 0; i < r->source.token_count; i++) {
        if (r->source.tokens[i].offset != offset || r->source.tokens[i].length == 0)
            return false;
        offset += r->source.tokens[i].length;
    }
    for (uint32_t i = 0; i < r->units.count; i++) {
        if (r->units.items[i].first != token || r->units.items[i].last <= token)
            return false;
        token = r->units.items[i].last;
    }
    return offset == r->source.text.length && token == r->source.token_count;
}

typedef struct tree_check {
    uint32_t first, last, ids;
    bool good;
} tree_check;

/* Children lie inside their parents, in order, and ids are in range. */
static bool check_node(xy_node *node, void *data)
{
    tree_check *outer = data;
    tree_check inner = {node->first, node->last, outer->ids, true};
    outer->good = node->first >= outer->first && node->last <= outer->last && node->first <= node->last && node->id < outer->ids
                  && xy_node_each_child(node, check_node, &inner) && inner.good;
    return outer->good;
}

static void check(run *r)
{
    if (!check_cover(r))
        printf("%.*s: tokens or units do not cover the file\n", XY_STR_ARG(r->source.path));
    for (uint32_t i = 0; i < r->units.count; i++) {
        xy_unit *u = &r->units.items[i];
        tree_check c = {u->first, u->last, u->node_count, true};
        if (u->tree && !check_node(u->tree, &c))
            printf("%.*s: unit %u has a node outside its parent\n", XY_STR_ARG(r->source.path), i);
    }
}

/* ------------------------------------------------------------------ messages under lines */

static void print_caret(const run *r, const xy_diag *d, xy_str message)
{
    xy_str line = xy_source_line(&r->source, xy_source_position(&r->source, d->offset).line);
    xy_str before = {line.data, (uint32_t)(r->source.text.data + d->offset - line.data)};
    printf("%*s^ %.*s\n", (int)xy_display_width(before), "", XY_STR_ARG(message));
}

static void print_with_messages(const run *r, bool both)
{
    for (uint32_t line = 1; line <= r->source.line_count; line++) {
        xy_str text = xy_source_line(&r->source, line);
        if (line == r->source.line_count && text.length == 0)
            break;
        printf("%.*s\n", XY_STR_ARG(text));
        for (uint32_t i = 0; i < r->diags.list.count; i++) {
            xy_position at = xy_source_position(&r->source, r->diags.list.items[i].offset);
            if (at.line == line)
                print_caret(r, &r->diags.list.items[i], r->diags.list.items[i].message_en);
            if (at.line == line && both)
                print_caret(r, &r->diags.list.items[i], r->diags.list.items[i].message_zh);
        }
    }
}

static int process(const char *path, char mode)
{
    run *r = calloc(1, sizeof *r);
    int status = setjmp(r->guard.jump);
    if (status == 0) {
        xy_arena_init(&r->arena, &r->guard, NULL);
        xy_diags_init(&r->diags, &r->arena);
        if (!load(r, path)) {
            perror(path);
            exit(2);
        }
        double start = now();
        xy_syntax_lex(&r->source, &r->arena, &r->diags);
        r->lex_seconds = now() - start;
        if (mode == 't') {
            dump_tokens(r);
        } else {
            start = now();
            xy_syntax_parse(&r->source, &r->arena, &r->units, &r->diags);
            r->parse_seconds = now() - start;
            switch (mode) {
            case 's': summarize(r); break;
            case 'c': check(r); break;
            case 'b':
            case 'e': print_with_messages(r, mode == 'b'); break;
            default: dump_units(r, mode != 'u'); break;
            }
        }
        if (mode != 'e' && mode != 'b')
            print_diagnostics(r);
    } else {
        printf("%s: stopped with status %d\n", path, status);
    }
    bool clean = r->diags.list.count == 0;
    xy_arena_free(&r->arena);
    free(r);
    return clean ? 0 : 1;
}

int main(int argc, char **argv)
{
    char mode = 0;
    int status = 0;
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-' && strchr("tusceb", argv[i][1]) && argv[i][1] && !argv[i][2])
            mode = argv[i][1];
        else
            status |= process(argv[i], mode);
    }
    return status;
}
