/* The build tool xy_gen: turns the YAML files of grammar/ and rules/ into C.
 *
 * A tool of the build only: it runs once and leaves its memory to the end of the process. Every mistake in
 * an input file is reported as `file:line:column: message`; with one or more of them nothing is written. */
#ifndef XY_GRAMMAR_GEN_H
#define XY_GRAMMAR_GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <yaml.h>

/* ------------------------------------------------------------------ memory and text (text.c) */
/** Zeroed memory; ends the process when there is none. */
void *gen_alloc(size_t size);
char *gen_copy(const char *text, size_t length);
char *gen_format(const char *format, ...) __attribute__((format(printf, 1, 2)));
/** QueryBlock -> query_block. */
char *gen_snake(const char *name);
/** Upper case, every byte that cannot stand in a C name becomes `_`. */
char *gen_upper(const char *name);
bool gen_is_c_keyword(const char *name);
/** Prints `text` as a C string literal; null prints NULL. */
void gen_print_string(FILE *out, const char *text);

/** A file being generated: written into memory, and to disk only when everything is right and it has changed. */
typedef struct gen_output gen_output;
FILE *gen_output_open(const char *directory, const char *name);
/** Writes all opened outputs unless there were errors; returns the exit status. */
int gen_finish(void);

/* ------------------------------------------------------------------ YAML with positions (yaml.c) */
typedef struct gen_yaml {
    const char *path;
    yaml_document_t document;
} gen_yaml;
typedef const yaml_node_t *gen_node;

/** Reads a file of one document; ends the process with a message when that fails. */
void gen_yaml_load(gen_yaml *yaml, const char *path);
gen_node gen_yaml_root(gen_yaml *yaml);
/** Reports an error at the node and counts it. */
void gen_error(const gen_yaml *yaml, gen_node node, const char *format, ...) __attribute__((format(printf, 3, 4)));
/** Reports an error without a position. */
void gen_error_plain(const char *format, ...) __attribute__((format(printf, 1, 2)));
unsigned gen_error_count(void);

/** Refuses anything but a mapping whose keys are scalars, all different and in the list (ended by NULL; null list: any). */
bool gen_check_mapping(gen_yaml *yaml, gen_node node, const char *const *keys);
gen_node gen_get(gen_yaml *yaml, gen_node mapping, const char *key);
/** The scalar under key; null when absent (an error when required, and when it is not a scalar or empty). */
const char *gen_get_text(gen_yaml *yaml, gen_node mapping, const char *key, bool required);
/** The scalar's text; null with an error when it is something else. */
const char *gen_text(gen_yaml *yaml, gen_node node);
/** Sequences and mappings: number of items, and item i. */
size_t gen_count(gen_node node);
gen_node gen_item(gen_yaml *yaml, gen_node sequence, size_t i);
gen_node gen_key(gen_yaml *yaml, gen_node mapping, size_t i);
gen_node gen_value(gen_yaml *yaml, gen_node mapping, size_t i);
/** The sequence under key or null; an error when it is something else or (if required) missing. */
gen_node gen_get_sequence(gen_yaml *yaml, gen_node mapping, const char *key, bool required);

/* ------------------------------------------------------------------ subcommands */
int gen_nodes(int argc, char **argv);
int gen_keywords(int argc, char **argv);
int gen_messages(int argc, char **argv);
int gen_embed(int argc, char **argv);
int gen_join(int argc, char **argv);
int gen_contest(int argc, char **argv);

#endif
