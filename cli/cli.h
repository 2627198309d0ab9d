/* The command `xinyi`: arguments, files, printing. It has no translation logic and uses nothing of the library but xinyi.h. */
#ifndef XINYI_CLI_H
#define XINYI_CLI_H

#include "xinyi/xinyi.h"
#include <stdio.h>

enum { EXIT_CONVERTED = 0, EXIT_NEEDS_WORK = 1, EXIT_TROUBLE = 2 };

typedef struct cli_list {
    char **items;
    size_t count, capacity;
} cli_list;

/** Everything that the command line and .xinyi.yml say; main owns it. */
typedef struct cli_options {
    cli_list targets; /* --to, at least one after parsing where a target is needed */
    cli_list catalogs, rules_dirs, paths;
    cli_list settings; /* name, value, name, value … for xy_session_set */
    char *output, *report, *preflight, *read, *out_encoding, *format, *baseline, *fail_on;
    const char *what;
    bool chinese, language_given, json, dot, no_rules, quiet, color, explain_conflicts;
    unsigned jobs;
} cli_options;

/* ---- args.c ---- */
/** Parses options of a subcommand; prints what is wrong and returns false. `allowed` lists long option names, ended by null. */
bool cli_parse_arguments(int argc, char **argv, const char *const *allowed, cli_options *options);
void cli_list_add(cli_list *list, const char *text);
void cli_list_free(cli_list *list);
void cli_options_free(cli_options *options);
/** Reads .xinyi.yml upward from the first path; options of the command line win. False after printing an error. */
bool cli_read_config(cli_options *options);

/* ---- text.c ---- */
/** The message in the user's language; `id` is the English text. Falls back to English. */
const char *cli_say(bool chinese, const char *id);
/** printf to standard error, prefixed "xinyi: ", in the user's language. */
void cli_error(bool chinese, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- files.c ---- */
/** One input file of a batch. */
typedef struct cli_file {
    char *path, *relative;
    size_t size;
} cli_file;
typedef struct cli_files {
    cli_file *items;
    size_t count;
    bool any_directory;
} cli_files;
/** Expands paths: directories recursively, by extension, in byte order of their names. False after printing an error. */
bool cli_collect(const cli_options *options, cli_files *files);
/** The same for rule files (.yml, .yaml). */
bool cli_collect_rules(const cli_options *options, cli_files *files);
void cli_files_free(cli_files *files);
/** Whole file ("-": standard input) or null with errno; *length gets its size. Free with free(). */
char *cli_read(const char *path, size_t *length);
/** Writes to a temporary file beside `path` and renames it; makes folders. False with errno. */
bool cli_write(const char *path, const char *text, size_t length);
/** `directory`/`relative` as new string. */
char *cli_join(const char *directory, const char *relative);
/** Where the target's part of `path` goes, as new string: the path itself unless there are several targets; else DIR/TARGET for a folder, and
 *  name.TARGET.json for name.json. A colon of the target becomes a hyphen. */
char *cli_target_path(const char *path, const char *target, bool several, bool folder);

/* ---- engine.c ---- */
/** Loads built-in rules and --rules directories; null after printing an error. */
xy_rules *cli_load_rules(const cli_options *options);
/** A session for `target` with the settings; null after printing an error. */
xy_session *cli_new_session(const cli_options *options, const xy_rules *rules, const char *target);
/** Reads --catalog files into the session. */
bool cli_declare_catalogs(const cli_options *options, xy_session *session);

/* ---- batch.c ---- */
typedef struct cli_unit {
    char *kind, *name;
    xy_unit_status status;
    uint32_t line, end_line, target_line, target_end_line;
    size_t first_diag, diag_count;
} cli_unit;
typedef struct cli_diag {
    char *code, *rule, *severity, *message, *advice, *caret;
    uint32_t line, column, end_column, effort;
} cli_diag;
/** A use of a name that nothing declares; `first` marks the first one of the batch. */
typedef struct cli_place {
    char *name;
    const char *kind; /* table, routine, type, name */
    uint32_t line, column;
    bool first;
} cli_place;
/** What is kept of a translated file after its text was written. */
typedef struct cli_outcome {
    const cli_file *file;
    char *encoding, *output; /* output path or null */
    char *text;
    size_t text_length; /* only when kept (single file to standard output, check: null) */
    cli_unit *units;
    size_t unit_count;
    cli_diag *diags;
    size_t diag_count;
    cli_list declared, needed, runtime;
    size_t needed_early; /* the first of `needed` must be there when the file is installed */
    cli_place *places;   /* in the order of the text */
    size_t place_count;
    bool needs_orafce;
} cli_outcome;
typedef struct cli_batch {
    const char *target;
    char *output; /* file or folder of this target's texts, or null */
    cli_outcome *items;
    size_t count;
    char *runtime_text;
    char *install_include, *install_command; /* facts of the target: how its client includes a file, and runs one */
    char *preflight_text;                    /* with options->preflight */
    struct cli_unresolved *unresolved;
    size_t unresolved_count;
} cli_batch;
/** Translates all files for all targets, one batch each, with `jobs` threads: each file is read, parsed and analysed once. With keep_text texts stay in memory;
 *  with options->output they are written. False after printing an error. */
bool cli_run_batches(const cli_options *options, const xy_rules *rules, const cli_list *targets, const cli_files *files, bool keep_text, cli_batch *batches);
void cli_batch_free(cli_batch *batch);
/** Frees what the finding holds. */
void cli_diag_free(cli_diag *diag);
const char *cli_status_name(xy_unit_status status);
xy_unit_status cli_worst(const cli_batch *batch);
/** Totals by status. */
void cli_count(const cli_batch *batch, size_t counts[5]);

/* ---- unresolved.c ---- */
/** One name that nothing declares, with all its places. */
typedef struct cli_unresolved {
    const char *name, *kind;
    struct cli_use {
        const char *path;
        const cli_place *place;
    } * uses;
    size_t use_count;
} cli_unresolved;
void cli_keep_places(const xy_result *result, cli_outcome *out);
/** Fills batch->unresolved, in the order of names, from the places of its files, and leaves of the findings that a name is unknown the first of each name. */
void cli_collect_unresolved(cli_batch *batch);
void cli_print_unresolved(const cli_options *options, FILE *out, const cli_batch *batch);
void cli_print_unresolved_json(FILE *out, const cli_batch *batch);
void cli_free_unresolved(cli_batch *batch);

/* ---- report.c, print.c ---- */
bool cli_write_report(const char *path, const cli_batch *batch);
void cli_print_json(FILE *out, const cli_batch *batch);
/** The encoding of each file that is not plain UTF-8. */
void cli_print_encodings(const cli_options *options, FILE *out, const cli_batch *batch);
void cli_print_diagnostics(const cli_options *options, FILE *out, const cli_batch *batch);
void cli_print_github(FILE *out, const cli_batch *batch);
void cli_print_summary(const cli_options *options, FILE *out, const cli_batch *batch);
void cli_json_string(FILE *out, const char *text);
/** install.sql: the files in dependency order. */
bool cli_write_install(const cli_options *options, const cli_batch *batch);

/* ---- one file per subcommand ---- */
int cli_translate(int argc, char **argv, cli_options *options);
int cli_check(int argc, char **argv, cli_options *options);
int cli_parse(int argc, char **argv, cli_options *options);
int cli_explain(int argc, char **argv, cli_options *options);
int cli_probe(int argc, char **argv, cli_options *options);
int cli_rules(int argc, char **argv, cli_options *options);

#endif
