/* The build tool refuses what is wrong, with the place of the mistake, and then writes nothing. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct refusal {
    const char *command, *yaml, *message;
} refusal;

#define NODE_BOGUS "nodes:\n- {name: Bogus, group: Any, doc: d, example: e, start: unit, fields: {}}\n"
#define MESSAGE "messages:\n- {id: a, code: XY1001, severity: note, en: x, zh: y, advice: {en: a, zh: b}, doc: {en: a, zh: b}}\n"

static const refusal refusals[] = {
    /* YAML */
    {"nodes", "", "in.yml:1:1: error: the file is empty"},
    {"nodes", "nodes: [", "in.yml:2:1: error:"},
    {"nodes", "[]\n", "in.yml:1:1: error: expected a mapping"},
    /* nodes */
    {"nodes", "nodes: {}\n", "in.yml:1:8: error: `nodes` must be a list"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, fields: {}}\n", "in.yml:3:3: error: missing key `example`"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, example: d, fields: {}}\n", "in.yml:3:3: error: missing key `doc`"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: '', example: d, fields: {}}\n", "in.yml:3:31: error: `doc` is empty"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, docs: x, fields: {}}\n", "in.yml:3:46: error: unknown key `docs`"},
    {"nodes", NODE_BOGUS "- {name: A, name: B, group: Expr, doc: d, example: e, fields: {}}\n", "in.yml:3:13: error: key `name` occurs twice"},
    {"nodes", NODE_BOGUS "- {name: Bogus, group: Expr, doc: d, example: e, fields: {}}\n", "error: name `Bogus` occurs twice"},
    {"nodes", NODE_BOGUS "- {name: Expr, group: Expr, doc: d, example: e, fields: {}}\n", "error: name `Expr` occurs twice"},
    {"nodes", NODE_BOGUS "- {name: A, group: Exprs, doc: d, example: e, fields: {}}\n", "in.yml:3:20: error: unknown group `Exprs`"},
    {"nodes", NODE_BOGUS "- {name: A, group: Clause, doc: d, example: e, fields: {}}\n", "missing key `start`: group Clause"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, start: top, fields: {}}\n", "unknown start symbol `top`"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, fields: {x: Nope}}\n", "in.yml:3:58: error: unknown field type `Nope`"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, fields: {x: a|B}}\n", "`B` is not a value in lower case"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, fields: {x: a|a}}\n", "value `a` occurs twice"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, fields: {x: flag, x: flag}}\n", "key `x` occurs twice"},
    {"nodes", NODE_BOGUS "- {name: A, group: Expr, doc: d, example: e, fields: {node: flag}}\n", "field name `node` is reserved"},
    {"nodes", NODE_BOGUS "- {name: a_b, group: Expr, doc: d, example: e, fields: {}}\n", "node name `a_b` is not in camel case"},
    /* keywords */
    {"keywords", "tokens: []\n", "in.yml:1:1: error: missing key `keywords`"},
    {"keywords", "tokens:\n- {name: WORD, text: w}\nkeywords:\n- {kw: IF, class: hard}\n", "in.yml:4:19: error: `class` must be reserved, plsql or soft"},
    {"keywords", "tokens:\n- {name: WORD, text: w}\nkeywords:\n- {kw: IF, class: soft}\n- {kw: IF, class: soft}\n", "in.yml:5:3: error: `IF` occurs twice"},
    {"keywords", "tokens:\n- {name: WORD, text: w}\nkeywords:\n- {kw: if, class: soft}\n", "`if` is not a word in upper case"},
    {"keywords", "tokens:\n- {name: WORD, text: w}\nkeywords:\n- {kw: IF, class: soft, next: [WORT]}\n", "in.yml:4:32: error: unknown token `WORT`"},
    {"keywords", "tokens:\n- {name: WORD, text: w}\nkeywords:\n- {kw: IF, class: soft, next: []}\n", "`next` is empty"},
    {"keywords", "tokens:\n- {name: WORD, text: w, trivia: yes}\nkeywords: []\n", "`trivia` must be true or false"},
    {"keywords", "tokens:\n- {name: SPACE, text: s, trivia: true}\n- {name: WORD, text: w}\nkeywords: []\n", "trivia come last"},
    {"keywords", "tokens:\n- {name: WORD}\nkeywords: []\n", "missing key `text`"},
    /* messages */
    {"messages", "messages:\n- {id: a, code: XY1001, severity: note, en: x, zh: y, advice: {en: a, zh: b}}\n", "missing key `doc`"},
    {"messages", "messages:\n- {id: a, code: XY1001, severity: note, en: x, zh: y, advice: {en: a}, doc: {en: a, zh: b}}\n",
     "in.yml:2:63: error: missing key `zh`"},
    {"messages", "messages:\n- {id: a, code: XY101, severity: note, en: x, zh: y, advice: {en: a, zh: b}, doc: {en: a, zh: b}}\n",
     "code must be XY and four digits"},
    {"messages", "messages:\n- {id: a, code: XY1001, severity: bad, en: x, zh: y, advice: {en: a, zh: b}, doc: {en: a, zh: b}}\n", "unknown severity `bad`"},
    {"messages", "messages:\n- {id: a, code: XY1001, severity: note, en: 'x {n}', zh: y, advice: {en: a, zh: b}, doc: {en: a, zh: b}}\n",
     "argument {n} is missing"},
    {"messages", MESSAGE "- {id: b, code: XY1001, severity: note, en: x, zh: y, advice: {en: a, zh: b}, doc: {en: a, zh: b}}\n", "code XY1001 occurs twice"},
};

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    fputs(text, file);
    fclose(file);
}

/* Runs the tool on the text in a folder of its own; fills what it printed and returns its exit status. */
static int run_tool(const char *folder, const char *command, const char *yaml, char *printed, size_t size)
{
    char path[300], line[1000];
    snprintf(path, sizeof path, "%s/in.yml", folder);
    write_file(path, yaml);
    snprintf(line, sizeof line, "cd %s && %s %s in.yml . 2>&1", folder, XY_GEN, command);
    FILE *pipe = popen(line, "r");
    cr_assert_not_null(pipe);
    size_t length = fread(printed, 1, size - 1, pipe);
    printed[length] = '\0';
    int status = pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void make_folder(char *folder)
{
    strcpy(folder, "/tmp/xy_gen.XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void remove_folder(const char *folder)
{
    char line[100];
    snprintf(line, sizeof line, "rm -rf %s", folder);
    cr_assert_eq(system(line), 0);
}

Test(gen, refuses_with_place)
{
    char folder[50], printed[4000], path[100];
    make_folder(folder);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        int status = run_tool(folder, refusals[i].command, refusals[i].yaml, printed, sizeof printed);
        cr_expect_eq(status, 1, "case %zu: status %d", i, status);
        cr_expect_not_null(strstr(printed, refusals[i].message), "case %zu: \"%s\" is not in:\n%s", i, refusals[i].message, printed);
        snprintf(path, sizeof path, "%s/nodes.h", folder);
        cr_expect_neq(access(path, F_OK), 0);
    }
    remove_folder(folder);
}

Test(gen, accepts)
{
    char folder[50], printed[4000];
    make_folder(folder);
    cr_expect_eq(run_tool(folder, "nodes", NODE_BOGUS, printed, sizeof printed), 0, "%s", printed);
    cr_expect_eq(run_tool(folder, "messages", MESSAGE, printed, sizeof printed), 0, "%s", printed);
    cr_expect_eq(
        run_tool(folder, "keywords", "tokens:\n- {name: WORD, text: word}\nkeywords:\n- {kw: IF, class: soft, deny: [WORD]}\n", printed, sizeof printed), 0,
        "%s", printed);
    remove_folder(folder);
}
