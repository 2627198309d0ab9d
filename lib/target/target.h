/* Targets: facts, not names. Code never asks which target it is. Facts come from rules/targets/<name>.yml (extends, versions). */
#ifndef XY_TARGET_TARGET_H
#define XY_TARGET_TARGET_H

#include "base/map.h"

typedef struct xy_target {
    xy_str name;                  /**< "postgres" */
    uint32_t version;             /**< major version asked for, or the file's default */
    xy_map facts;                 /**< name -> xy_str*: identifier_bytes "63", fold "lower", merge "yes" (as of the version) … */
    xy_map options;               /**< option name -> xy_str*: defaults of the target overlaid by the session */
    xy_map reserved;              /**< words (upper case) that must be quoted as names at this version */
    xy_map functions;             /**< its own functions (upper case) that it prefers to a user's of the same name */
    xy_map variables;             /**< names (upper case) that its procedural language has for itself */
    const struct xy_target *base; /**< extends */
    const void *rules;            /**< of rule/: the rules that apply to this target, by node kind */
    const void *native;           /**< of pass/: what it reads as it stands (pass/native.h), or null */
} xy_target;

/** Value of a fact, or empty. */
xy_str xy_target_fact(const xy_target *target, const char *name);
bool xy_target_has(const xy_target *target, const char *name); /* fact is "yes" or "true" */
int xy_target_number(const xy_target *target, const char *name, int otherwise);
/** Value of an option ("runtime", "nls-date-format", "package-state" …), or empty. */
xy_str xy_target_option(const xy_target *target, const char *name);
bool xy_target_option_is(const xy_target *target, const char *name, const char *value);
/** True when `name` is the target or one that it extends. */
bool xy_target_is_a(const xy_target *target, xy_str name);

/* ---- target files (format: rules/README.md) ---- */

struct xy_yaml; /* base/yaml.h */
typedef struct xy_target_file xy_target_file;
/** Reads rules/targets/<name>.yml, given as a tree. Null with `error` = "file:line:column: message". */
const xy_target_file *xy_target_file_read(xy_arena *arena, xy_str file, const struct xy_yaml *root, xy_str *error);
xy_str xy_target_file_name(const xy_target_file *file);
/** Does the file declare the option, or state the fact? */
bool xy_target_file_has_option(const xy_target_file *file, xy_str name);
bool xy_target_file_has_fact(const xy_target_file *file, xy_str name);
/** Fills `target` from the files (name -> xy_target_file*) for "postgres" or "postgres:15" and option overrides (name -> xy_str*, may be null).
 *  False with a message in `error` when the name, version or an option's value is not known. */
bool xy_target_prepare(xy_arena *arena, const xy_map *files, xy_str name_and_version, const xy_map *options, xy_target *target, xy_str *error);
/** Is the target one of `name` or does it extend it, at the version asked for? Version bounds: 0 for none. */
bool xy_target_matches(const xy_target *target, xy_str name, uint32_t first_version, uint32_t last_version);

#endif
