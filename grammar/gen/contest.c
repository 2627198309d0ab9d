/* parser.xml + keywords.yml + contested.yml -> the words that can be a keyword and a name in one state of the parser.
 *
 * The resolver (lib/syntax/resolve.c) takes a soft keyword as a keyword wherever the parser accepts it. So bison never sees the
 * ambiguity, and `%expect 0` proves nothing about it. A word is contested when some state has actions for it and for WORD and
 * they differ. Each contested word must have a set in keywords.yml (next, prev, deny) that decides, or an entry in
 * contested.yml that says why the keyword reading is right, with a statement that must parse.
 *
 * The XML must come from bison -Dlr.default-reduction=accepting: default reductions hide which words a state accepts. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

typedef struct terminal {
    char *name; /* as in the XML, unescaped: WORD, "SELECT" with its quotes */
    int kind;   /* token number */
} terminal;

typedef struct word {
    const char *name;
    gen_node accepted; /* entry in contested.yml or null */
    bool soft, decided;
    unsigned state_count;
    int example_state;                       /* first contested state */
    const char *example_word, *example_name; /* the two actions there */
} word;

typedef struct contest {
    FILE *xml;
    terminal *terminals;
    size_t terminal_count, terminal_capacity;
    gen_yaml keywords, accepted;
    word *words; /* by kind */
    int kind_count, word_kind;
    int *actions; /* of the current state, by kind: 0 none, shift s: s + 1, reduce r: -(r + 1) */
    int state;
} contest;

/* ------------------------------------------------------------------ reading the XML: bison writes one element per line */

/* Value of an attribute in a line, unescaped; null when absent. */
static char *attribute(const char *line, const char *name)
{
    static const struct {
        const char *entity, *text;
    } entities[] = {{"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    char *pattern = gen_format(" %s=\"", name);
    const char *p = strstr(line, pattern);
    if (!p) {
        free(pattern);
        return NULL;
    }
    p += strlen(pattern);
    free(pattern);
    char *value = gen_alloc(strlen(p) + 1);
    size_t n = 0;
    while (*p && *p != '"') {
        size_t e = 0;
        while (e < 4 && strncmp(p, entities[e].entity, strlen(entities[e].entity)) != 0)
            e++;
        value[n++] = e < 4 ? entities[e].text[0] : *p;
        p += e < 4 ? strlen(entities[e].entity) : 1;
    }
    return value;
}

static int number_attribute(const char *line, const char *name)
{
    char *text = attribute(line, name);
    int number = text ? atoi(text) : -1;
    free(text);
    return number;
}

static bool is_element(const char *line, const char *name)
{
    line += strspn(line, " ");
    return *line == '<' && strncmp(line + 1, name, strlen(name)) == 0 && strchr(" >/", line[1 + strlen(name)]);
}

static int compare_terminals(const void *a, const void *b)
{
    return strcmp(((const terminal *)a)->name, ((const terminal *)b)->name);
}

static int kind_of(const contest *c, char *name)
{
    terminal key = {.name = name};
    const terminal *found = bsearch(&key, c->terminals, c->terminal_count, sizeof key, compare_terminals);
    return found ? found->kind : -1;
}

static void read_terminal(contest *c, const char *line)
{
    if (c->terminal_count == c->terminal_capacity) {
        terminal *old = c->terminals;
        c->terminal_capacity = c->terminal_capacity ? c->terminal_capacity * 2 : 256;
        c->terminals = gen_alloc(c->terminal_capacity * sizeof *c->terminals);
        if (old)
            memcpy(c->terminals, old, c->terminal_count * sizeof *old);
        free(old);
    }
    c->terminals[c->terminal_count++] = (terminal){attribute(line, "name"), number_attribute(line, "token-number")};
}

static const char *action_text(int action)
{
    return action > 0 ? "shift" : gen_format("reduce by rule %d", -action - 1);
}

static void judge_state(contest *c)
{
    int as_name = c->actions[c->word_kind];
    for (int kind = 0; as_name && kind < c->kind_count; kind++) {
        word *w = &c->words[kind];
        if (!w->soft || !c->actions[kind] || c->actions[kind] == as_name)
            continue;
        if (w->state_count++ == 0) {
            w->example_state = c->state;
            w->example_word = action_text(c->actions[kind]);
            w->example_name = action_text(as_name);
        }
    }
}

static void read_action(contest *c, const char *line, int action)
{
    char *symbol = attribute(line, "symbol");
    int kind = symbol ? kind_of(c, symbol) : -1;
    if (kind >= 0 && kind < c->kind_count && !c->actions[kind])
        c->actions[kind] = action;
    free(symbol);
}

static void read_line(contest *c, const char *line)
{
    if (is_element(line, "terminal")) {
        read_terminal(c, line);
    } else if (is_element(line, "state")) {
        c->state = number_attribute(line, "number");
        memset(c->actions, 0, (size_t)c->kind_count * sizeof *c->actions);
    } else if (is_element(line, "transition") && strstr(line, "type=\"shift\"")) {
        read_action(c, line, number_attribute(line, "state") + 1);
    } else if (is_element(line, "reduction") && strstr(line, "enabled=\"true\"")) {
        read_action(c, line, -(number_attribute(line, "rule") + 1));
    } else if (is_element(line, "/terminals")) {
        qsort(c->terminals, c->terminal_count, sizeof *c->terminals, compare_terminals);
    } else if (is_element(line, "/state")) {
        judge_state(c);
    }
}

static void read_xml(contest *c, const char *path)
{
    static char line[65536];
    c->xml = fopen(path, "r");
    if (!c->xml) {
        gen_error_plain("%s cannot be opened", path);
        return;
    }
    while (fgets(line, sizeof line, c->xml))
        read_line(c, line);
    fclose(c->xml);
    if (c->terminal_count == 0)
        gen_error_plain("%s is not bison's XML", path);
}

/* ------------------------------------------------------------------ reading the YAML files */

static void read_keywords(contest *c, const char *path)
{
    enum { FIRST_KIND = 258 }; /* as in keywords.c */
    gen_yaml_load(&c->keywords, path);
    gen_node root = gen_yaml_root(&c->keywords);
    gen_node fixed = gen_get_sequence(&c->keywords, root, "tokens", true);
    gen_node words = gen_get_sequence(&c->keywords, root, "keywords", true);
    c->kind_count = FIRST_KIND + (int)(gen_count(fixed) + gen_count(words));
    c->words = gen_alloc((size_t)c->kind_count * sizeof *c->words);
    c->actions = gen_alloc((size_t)c->kind_count * sizeof *c->actions);
    c->word_kind = FIRST_KIND; /* WORD is the first token */
    for (size_t i = 0; i < gen_count(words); i++) {
        gen_node at = gen_item(&c->keywords, words, i);
        word *w = &c->words[FIRST_KIND + gen_count(fixed) + i];
        const char *class = gen_get_text(&c->keywords, at, "class", true);
        w->name = gen_get_text(&c->keywords, at, "kw", true);
        w->soft = class && strcmp(class, "soft") == 0;
        w->decided = gen_get(&c->keywords, at, "next") || gen_get(&c->keywords, at, "prev") || gen_get(&c->keywords, at, "deny");
    }
}

static word *find_word(contest *c, const char *name)
{
    for (int kind = 0; kind < c->kind_count; kind++) {
        if (c->words[kind].name && strcmp(c->words[kind].name, name) == 0)
            return &c->words[kind];
    }
    return NULL;
}

static void read_accepted(contest *c, const char *path)
{
    static const char *const top[] = {"accepted", NULL};
    static const char *const keys[] = {"words", "reason", "test", NULL};
    gen_yaml_load(&c->accepted, path);
    gen_node root = gen_yaml_root(&c->accepted);
    gen_node list = gen_check_mapping(&c->accepted, root, top) ? gen_get_sequence(&c->accepted, root, "accepted", true) : NULL;
    for (size_t i = 0; i < gen_count(list); i++) {
        gen_node at = gen_item(&c->accepted, list, i);
        if (!gen_check_mapping(&c->accepted, at, keys))
            continue;
        gen_get_text(&c->accepted, at, "reason", true);
        gen_get_sequence(&c->accepted, at, "test", true);
        gen_node words = gen_get_sequence(&c->accepted, at, "words", true);
        for (size_t k = 0; k < gen_count(words); k++) {
            gen_node item = gen_item(&c->accepted, words, k);
            const char *name = gen_text(&c->accepted, item);
            word *w = name ? find_word(c, name) : NULL;
            if (!w)
                gen_error(&c->accepted, item, "unknown keyword `%s`", name ? name : "");
            else if (w->accepted)
                gen_error(&c->accepted, item, "keyword `%s` is accepted twice", name);
            else
                w->accepted = item;
        }
    }
}

/* ------------------------------------------------------------------ report */

/* An entry that explains nothing any more is an error too: the file stays true. */
static void report(contest *c)
{
    unsigned contested = 0, decided = 0, accepted = 0;
    for (int kind = 0; kind < c->kind_count; kind++) {
        const word *w = &c->words[kind];
        if (w->accepted && (w->state_count == 0 || w->decided))
            gen_error(&c->accepted, w->accepted, w->decided ? "`%s` has a set in keywords.yml and needs no entry" : "`%s` is not contested", w->name);
        if (w->state_count == 0)
            continue;
        contested++;
        decided += w->decided;
        accepted += !w->decided && w->accepted;
        printf("%-24s %4u states, e.g. %d: keyword %s, name %s: %s\n", w->name, w->state_count, w->example_state, w->example_word, w->example_name,
               w->decided    ? "set"
               : w->accepted ? "accepted"
                             : "UNEXPLAINED");
        if (!w->decided && !w->accepted)
            gen_error_plain("keyword %s is contested: give it a set in keywords.yml or an entry in contested.yml", w->name);
    }
    printf("%u contested words: %u decided by a set, %u accepted, %u unexplained\n", contested, decided, accepted, contested - decided - accepted);
}

static void print_tests(contest *c, FILE *out)
{
    gen_node list = gen_get(&c->accepted, gen_yaml_root(&c->accepted), "accepted");
    for (size_t i = 0; i < gen_count(list); i++) {
        gen_node tests = gen_get(&c->accepted, gen_item(&c->accepted, list, i), "test");
        for (size_t k = 0; k < gen_count(tests); k++)
            fprintf(out, "%s\n", gen_text(&c->accepted, gen_item(&c->accepted, tests, k)));
    }
}

/* Arguments: PARSER.xml KEYWORDS.yml CONTESTED.yml TESTS.sql (written: the test statements) */
int gen_contest(int argc, char **argv)
{
    contest c = {0};
    (void)argc;
    read_keywords(&c, argv[1]);
    read_accepted(&c, argv[2]);
    if (gen_error_count() == 0)
        read_xml(&c, argv[0]);
    if (gen_error_count() == 0) {
        print_tests(&c, gen_output_open(NULL, argv[3]));
        report(&c);
    }
    return gen_finish();
}
