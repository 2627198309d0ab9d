/* keywords.yml -> gen/tokens.h (token kinds), gen/tokens.y (bison declarations), gen/keywords.c (tables and hash). */
#include "gen.h"
#include "syntax/keyword_hash.h"

#include <ctype.h>
#include <string.h>

/* Bison keeps 0 for the end of input and 1 to 257 for bytes and its own tokens. */
enum { FIRST_KIND = 258 };

typedef struct token {
    const char *name; /* without XY_TOKEN_: COMMA, KW_SELECT */
    const char *text, *class;
    const char *word; /* null for a fixed token */
    bool trivia;
    unsigned kind;
    gen_node at;
} token;

typedef struct lexicon {
    gen_yaml yaml;
    token *tokens; /* fixed tokens, then keywords */
    size_t count, fixed;
} lexicon;

enum { SET_COUNT = 3 };
static const char *const set_names[SET_COUNT] = {"next", "prev", "deny"};

/* COMMA or KW_OUTER. */
static const token *find_name(const lexicon *l, const char *name)
{
    for (size_t i = 0; i < l->count; i++) {
        if (l->tokens[i].name && strcmp(l->tokens[i].name, name) == 0)
            return &l->tokens[i];
    }
    return NULL;
}

/* As in the sets: a token's name before a keyword's word, so that OUTER is `(+)` and KW_OUTER the word. */
static const token *find_token(const lexicon *l, const char *name)
{
    const token *t = find_name(l, name);
    return t ? t : find_name(l, gen_format("KW_%s", gen_upper(name)));
}

/* A word has no `-` or blank: it must be what the lexer finds as one WORD. */
static bool is_upper_name(const char *name)
{
    if (!isupper((unsigned char)*name))
        return false;
    for (; *name; name++) {
        if (!isupper((unsigned char)*name) && !isdigit((unsigned char)*name) && !strchr("_$#", *name))
            return false;
    }
    return true;
}

static void set_name(lexicon *l, token *t, const char *prefix, const char *word)
{
    const char *name = gen_format("%s%s", prefix, gen_upper(word));
    if (!is_upper_name(word))
        gen_error(&l->yaml, t->at, "`%s` is not a word in upper case", word);
    else if (find_name(l, name))
        gen_error(&l->yaml, t->at, "`%s` occurs twice", word);
    else
        t->name = name;
}

static bool get_trivia(lexicon *l, gen_node at)
{
    const char *trivia = gen_get_text(&l->yaml, at, "trivia", false);
    if (trivia && strcmp(trivia, "true") != 0 && strcmp(trivia, "false") != 0)
        gen_error(&l->yaml, gen_get(&l->yaml, at, "trivia"), "`trivia` must be true or false");
    return trivia && strcmp(trivia, "true") == 0;
}

static void read_fixed(lexicon *l, token *t, gen_node at)
{
    static const char *const keys[] = {"name", "text", "trivia", "doc", NULL};
    t->at = at;
    if (!gen_check_mapping(&l->yaml, at, keys))
        return;
    const char *name = gen_get_text(&l->yaml, at, "name", true);
    t->text = gen_get_text(&l->yaml, at, "text", true);
    t->trivia = get_trivia(l, at);
    gen_get_text(&l->yaml, at, "doc", false);
    if (name)
        set_name(l, t, "", name);
}

static void read_keyword(lexicon *l, token *t, gen_node at)
{
    static const char *const keys[] = {"kw", "class", "next", "prev", "deny", "doc", NULL};
    t->at = at;
    if (!gen_check_mapping(&l->yaml, at, keys))
        return;
    const char *word = gen_get_text(&l->yaml, at, "kw", true);
    const char *class = gen_get_text(&l->yaml, at, "class", true);
    gen_get_text(&l->yaml, at, "doc", false);
    if (class && strcmp(class, "reserved") != 0 && strcmp(class, "plsql") != 0 && strcmp(class, "soft") != 0)
        gen_error(&l->yaml, gen_get(&l->yaml, at, "class"), "`class` must be reserved, plsql or soft");
    t->class = class;
    if (!word)
        return;
    if (strlen(word) > XY_KEYWORD_MAX_LENGTH)
        gen_error(&l->yaml, t->at, "`%s` is longer than %d bytes", word, XY_KEYWORD_MAX_LENGTH);
    set_name(l, t, "KW_", word);
    t->word = t->text = word;
}

static void check_sets(lexicon *l, const token *t)
{
    for (size_t s = 0; s < SET_COUNT; s++) {
        gen_node set = gen_get_sequence(&l->yaml, t->at, set_names[s], false);
        if (set && gen_count(set) == 0)
            gen_error(&l->yaml, set, "`%s` is empty", set_names[s]);
        for (size_t i = 0; i < gen_count(set); i++) {
            gen_node item = gen_item(&l->yaml, set, i);
            const char *name = gen_text(&l->yaml, item);
            if (name && !find_token(l, name))
                gen_error(&l->yaml, item, "unknown token `%s`", name);
        }
    }
}

static void read_lexicon(lexicon *l, const char *path)
{
    static const char *const keys[] = {"tokens", "keywords", NULL};
    gen_yaml_load(&l->yaml, path);
    gen_node root = gen_yaml_root(&l->yaml);
    if (!gen_check_mapping(&l->yaml, root, keys))
        return;
    gen_node fixed = gen_get_sequence(&l->yaml, root, "tokens", true);
    gen_node words = gen_get_sequence(&l->yaml, root, "keywords", true);
    l->fixed = gen_count(fixed);
    l->count = l->fixed + gen_count(words);
    l->tokens = gen_alloc((l->count + 1) * sizeof *l->tokens);
    for (size_t i = 0; i < l->count; i++) {
        l->tokens[i].kind = FIRST_KIND + (unsigned)i;
        if (i < l->fixed)
            read_fixed(l, &l->tokens[i], gen_item(&l->yaml, fixed, i));
        else
            read_keyword(l, &l->tokens[i], gen_item(&l->yaml, words, i - l->fixed));
    }
    for (size_t i = 1; i < l->fixed; i++) {
        if (l->tokens[i - 1].trivia && !l->tokens[i].trivia)
            gen_error(&l->yaml, l->tokens[i].at, "trivia come last: they are told by their numbers");
    }
    for (size_t i = l->fixed; i < l->count; i++)
        check_sets(l, &l->tokens[i]);
    if (4 * (l->count - l->fixed) > XY_KEYWORD_SLOTS)
        gen_error(&l->yaml, words, "too many keywords: raise XY_KEYWORD_SLOTS in lib/syntax/keyword_hash.h");
}

/* ------------------------------------------------------------------ writing */

static size_t first_trivia(const lexicon *l)
{
    size_t first = 0;
    while (first < l->fixed && !l->tokens[first].trivia)
        first++;
    return first;
}

static void print_header(FILE *out, const lexicon *l)
{
    fputs("/* Made from grammar/keywords.yml by xy_gen: do not edit. */\n"
          "#ifndef XY_GEN_TOKENS_H\n#define XY_GEN_TOKENS_H\n\n"
          "/** Token kinds: the fixed ones, then all keywords. The numbers are also bison's. */\nenum xy_token_kind {\n"
          "    XY_TOKEN_EOF = 0,\n",
          out);
    for (size_t i = 0; i < l->count; i++)
        fprintf(out, "    XY_TOKEN_%s = %u,\n", l->tokens[i].name, l->tokens[i].kind);
    fprintf(out,
            "    XY_TOKEN_FIRST = %d, /**< lowest number but EOF */\n"
            "    XY_TOKEN_FIRST_TRIVIA = %u,\n"
            "    XY_TOKEN_FIRST_KEYWORD = %u, /**< what is between is trivia */\n"
            "    XY_TOKEN_COUNT = %u /**< first unused number */\n};\n\n#endif\n",
            FIRST_KIND, FIRST_KIND + (unsigned)first_trivia(l), FIRST_KIND + (unsigned)l->fixed, FIRST_KIND + (unsigned)l->count);
}

/* Operators and keywords can be written as strings in the grammar; descriptions ("identifier") cannot. */
static bool has_alias(const token *t)
{
    return t->word || !isalpha((unsigned char)*t->text);
}

static void print_bison(FILE *out, const lexicon *l)
{
    fputs("/* Made from grammar/keywords.yml by xy_gen: do not edit. */\n"
          "%define api.token.prefix {XY_YY_}\n%token <token> EOF 0 \"end of text\"\n",
          out);
    for (size_t i = 0; i < l->count; i++) {
        const token *t = &l->tokens[i];
        if (t->trivia)
            continue;
        fprintf(out, "%%token <token> %s %u", t->name, t->kind);
        if (has_alias(t)) {
            fputc(' ', out);
            gen_print_string(out, t->text);
        }
        fputc('\n', out);
    }
}

static void print_sets(FILE *out, lexicon *l)
{
    for (size_t i = l->fixed; i < l->count; i++) {
        for (size_t s = 0; s < SET_COUNT; s++) {
            gen_node set = gen_get(&l->yaml, l->tokens[i].at, set_names[s]);
            if (!set)
                continue;
            fprintf(out, "static const uint16_t %s_%s[] = {", set_names[s], l->tokens[i].name);
            for (size_t k = 0; k < gen_count(set); k++)
                fprintf(out, "XY_TOKEN_%s, ", find_token(l, gen_text(&l->yaml, gen_item(&l->yaml, set, k)))->name);
            fputs("0};\n", out);
        }
    }
}

static void print_info(FILE *out, lexicon *l, const token *t)
{
    fprintf(out, "    [XY_TOKEN_%s] = {\"%s\", ", t->name, t->name);
    gen_print_string(out, t->text);
    fprintf(out, ", %zu, XY_TOKEN_CLASS_%s", t->word ? strlen(t->word) : 0, t->class ? gen_upper(t->class) : "NONE");
    for (size_t s = 0; s < SET_COUNT; s++) {
        if (gen_get(&l->yaml, t->at, set_names[s]))
            fprintf(out, ", %s_%s", set_names[s], t->name);
        else
            fputs(", NULL", out);
    }
    fputs("},\n", out);
}

static void print_slots(FILE *out, const lexicon *l)
{
    static unsigned slots[XY_KEYWORD_SLOTS];
    for (size_t i = l->fixed; i < l->count; i++) {
        uint32_t slot = xy_keyword_hash(l->tokens[i].word, (uint32_t)strlen(l->tokens[i].word));
        while (slots[slot])
            slot = (slot + 1) & (XY_KEYWORD_SLOTS - 1);
        slots[slot] = l->tokens[i].kind;
    }
    fputs("\nconst uint16_t xy_keyword_slots[XY_KEYWORD_SLOTS] = {", out);
    for (unsigned i = 0; i < XY_KEYWORD_SLOTS; i++)
        fprintf(out, "%s%u,", i % 24 == 0 ? "\n    " : "", slots[i]);
    fputs("\n};\n", out);
}

static void print_source(FILE *out, lexicon *l)
{
    fputs("/* Made from grammar/keywords.yml by xy_gen: do not edit. */\n#include \"syntax/keyword.h\"\n\n", out);
    print_sets(out, l);
    fputs("\nconst xy_token_info xy_token_infos[] = {\n"
          "    [XY_TOKEN_EOF] = {\"EOF\", \"end of text\", 0, XY_TOKEN_CLASS_NONE, NULL, NULL, NULL},\n",
          out);
    for (size_t i = 0; i < l->count; i++)
        print_info(out, l, &l->tokens[i]);
    fputs("};\n", out);
    print_slots(out, l);
}

int gen_keywords(int argc, char **argv)
{
    lexicon l = {0};
    (void)argc;
    read_lexicon(&l, argv[0]);
    if (gen_error_count() == 0) {
        print_header(gen_output_open(argv[1], "tokens.h"), &l);
        print_bison(gen_output_open(argv[1], "tokens.y"), &l);
        print_source(gen_output_open(argv[1], "keywords.c"), &l);
    }
    return gen_finish();
}
