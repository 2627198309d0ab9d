/* Targets: facts, not names. Code never asks which target it is. Facts come from rules/targets/<name>.yml (extends, versions). */
#ifndef XY_TARGET_TARGET_H
#define XY_TARGET_TARGET_H

#include "base/map.h"

typedef struct xy_target {
    xy_str   name;             /**< "postgres" */
    uint32_t version;          /**< major version asked for, or the file's default */
    xy_map   facts;            /**< name -> xy_str*: identifier_bytes "63", fold "lower", merge "yes" (as of the version) … */
    xy_map   options;          /**< option name -> xy_str*: defaults of the target overlaid by the session */
    xy_map   reserved;         /**< words (upper case) that must be quoted as names at this version */
    const struct xy_target *base; /**< extends */
} xy_target;

/** Value of a fact, or empty. */
xy_str xy_target_fact(const xy_target *target, const char *name);
bool   xy_target_has(const xy_target *target, const char *name); /* fact is "yes" or "true" */
int    xy_target_number(const xy_target *target, const char *name, int otherwise);
/** Value of an option ("runtime", "nls-date-format", "package-state" …), or empty. */
xy_str xy_target_option(const xy_target *target, const char *name);
bool   xy_target_option_is(const xy_target *target, const char *name, const char *value);
/** True when `name` is the target or one that it extends. */
bool   xy_target_is_a(const xy_target *target, xy_str name);

#endif
