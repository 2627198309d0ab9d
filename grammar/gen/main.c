/* xy_gen: see gen.h. */
#include "gen.h"

#include <string.h>

typedef struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    int min_arguments;
    const char *usage;
} command;

static const command commands[] = {
    {"nodes", gen_nodes, 2, "nodes NODES.yml OUTDIR"},
    {"keywords", gen_keywords, 2, "keywords KEYWORDS.yml OUTDIR"},
    {"messages", gen_messages, 2, "messages MESSAGES.yml OUTDIR"},
    {"embed", gen_embed, 3, "embed NAME ROOT FILE... OUT.c (FILE relative to ROOT)"},
    {"join", gen_join, 2, "join OUT FILE... (joins grammar fragments, with #line)"},
    {"contest", gen_contest, 4, "contest PARSER.xml KEYWORDS.yml CONTESTED.yml TESTS.sql (words that can be keyword and name)"},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(commands[i].name, argv[1]) == 0 && argc - 2 >= commands[i].min_arguments)
            return commands[i].run(argc - 2, argv + 2);
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(stderr, "usage: xy_gen %s\n", commands[i].usage);
    return 2;
}
