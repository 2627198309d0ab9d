/* The files of rules/ as they stand inside the library (gen/embedded.c, made by xy_gen). */
#ifndef XY_BASE_EMBEDDED_H
#define XY_BASE_EMBEDDED_H

#include <stdbool.h>
#include <stddef.h>

typedef struct xy_embedded {
    const char *name; /**< relative to rules/: "targets/postgres.yml" */
    const char *data; /**< ends with a NUL that is not counted */
    size_t size;
    bool is_tree;               /**< a YAML file, read by xy_gen already: data is for xy_yaml_read */
    const char *const *targets; /**< of a rule file: what stands under its keys `targets`; ended by null, as is: */
    const char *const *flags;   /**< the ids under its keys `flags` */
} xy_embedded;

extern const xy_embedded xy_embedded_files[]; /**< sorted by name */
extern const unsigned xy_embedded_count;

#endif
