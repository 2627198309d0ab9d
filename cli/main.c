/* xinyi: the command. Finds the subcommand and prints help. */
#include "cli.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

static const char help[] = "xinyi - translate Oracle SQL and PL/SQL to PostgreSQL, KingbaseES, Dameng, HighGo, Shentong and GBase\n"
                           "\n"
                           "  xinyi translate [--to TARGET[:VERSION]]... [-o DIR|FILE] [--report FILE.json] PATH...\n"
                           "  xinyi check     [--to TARGET]... [--format text|json|github] [--fail-on warning|review|unsupported|unparsed] PATH...\n"
                           "  xinyi parse     [--tokens|--tree|--types|--units|--deps] [--json|--dot] FILE\n"
                           "  xinyi explain   CODE|RULE\n"
                           "  xinyi rules     list|test|doc [--rules DIR]\n"
                           "  xinyi probe     --to TARGET [--read RESULT] [-o FILE]\n"
                           "\n"
                           "PATH is a file, a directory (recursive) or - for standard input. One file without -o goes to standard output.\n"
                           "\n"
                           "Options\n"
                           "  --to TARGET[:N]      postgres (12 to 18), kingbase, dameng, highgo, shentong,\n"
                           "                       gbase:8s, gbase:8c; default postgres. Several: the input is read once,\n"
                           "                       -o DIR gets DIR/TARGET for each, FILE.json becomes FILE.TARGET.json\n"
                           "  -o, --output PATH    output file, or directory that mirrors the input and gets install.sql\n"
                           "  --report FILE        JSON report (docs/report.md)\n"
                           "  --preflight FILE     read-only SQL that shows which settings of the server differ from what the output relies on\n"
                           "  --catalog FILE       Oracle DDL or JSON (docs/catalog.md), only read, for names and types; repeatable\n"
                           "  --rules DIR          add or override rules; repeatable       --no-rules   copy the input unchanged\n"
                           "  --runtime KIND       orafce (default) or inline: where missing functions come from\n"
                           "  --set NAME=VALUE     any option of docs/options.md           --encoding NAME  instead of finding out\n"
                           "  --out-encoding NAME  encoding of the output (default utf-8; input: that of each file)\n"
                           "  --lang en|zh         language of messages; else the locale\n"
                           "  -j, --jobs N         threads                                 -q, --quiet      no diagnostics, no summary\n"
                           "  -h, --help           this help                               -V, --version    version\n"
                           "\n"
                           "Exit status: 0 all converted; 1 something needs a person; 2 usage, I/O or internal error.\n";

static const struct {
    const char *name;
    int (*run)(int argc, char **argv, cli_options *options);
} commands[] = {
    {"translate", cli_translate}, {"check", cli_check}, {"parse", cli_parse}, {"explain", cli_explain}, {"rules", cli_rules}, {"probe", cli_probe},
};

static bool is_one_of(const char *text, const char *a, const char *b)
{
    return strcmp(text, a) == 0 || strcmp(text, b) == 0;
}

static int finish(int code)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        cli_error(false, "cannot write standard output");
        return EXIT_TROUBLE;
    }
    return code;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    signal(SIGPIPE, SIG_DFL);
    if (argc < 2) {
        fputs(help, stderr);
        return EXIT_TROUBLE;
    }
    if (is_one_of(argv[1], "-V", "--version")) {
        printf("xinyi %s\n", xy_version());
        return finish(EXIT_CONVERTED);
    }
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (is_one_of(argv[i], "-h", "--help") || (i == 1 && strcmp(argv[i], "help") == 0)) {
            fputs(help, stdout);
            return finish(EXIT_CONVERTED);
        }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i].name) == 0) {
            cli_options options = {0};
            int code = commands[i].run(argc - 1, argv + 1, &options);
            cli_options_free(&options);
            return finish(code);
        }
    cli_error(false, "unknown command '%s'; try 'xinyi --help'", argv[1]);
    return EXIT_TROUBLE;
}
