/* Inside of the public handles: sessions and results. The top layer of the library. */
#ifndef XY_API_API_H
#define XY_API_API_H

#include "base/map.h"
#include "base/status.h"
#include "edit/edit.h"
#include "lint/lint.h"
#include "pass/pass.h"
#include "rule/rule.h"
#include "sema/sema.h"
#include "text/substitute.h"

struct xy_session {
    const xy_rules *rules;
    xy_guard guard; /**< of the call under way */
    xy_arena arena; /**< options, error text, catalog */
    xy_map options; /**< name -> xy_str* as set */
    xy_str target_name;
    xy_str ccflags;   /**< PLSQL_CCFLAGS of conditional compilation */
    xy_target target; /**< prepared from target_name and options when first needed */
    bool target_ready;
    bool chinese; /**< option lang=zh */
    xy_lint lint; /**< findings about the source itself; off at first */
    xy_encoding encoding;
    xy_catalog *catalog;      /**< of xy_session_declare; parent of each file's own */
    const xy_catalog *shared; /**< of another session, or null */
    bool has_variables;       /**< a declared source has (see xy_result) */
    const char *error;
    xy_lookup lookup; /**< asks the caller for objects; or null */
    void *lookup_user;
    xy_map asked; /**< "OWNER.NAME" of those that were asked for */
};

/** What one unit became. */
typedef struct xy_unit_result {
    xy_unit_info info;
    xy_diags diags;
    xy_diagnostic *public_diags; /**< diags.list in the session's language */
    bool ended_by_slash;         /**< the target's client reads the unit up to a lone slash */
} xy_unit_result;

typedef XY_VEC(const char *) xy_names;

struct xy_result {
    xy_guard guard;       /**< of the reading, if there is one */
    xy_result *reading;   /**< the result that read and parsed the source, when another did; it lives as long as this one */
    unsigned readers;     /**< results that use its reading */
    bool freed;           /**< but for the reading */
    xy_arena arena;       /**< everything of this file */
    xy_arena scratch;     /**< of the unit under way; emptied after each */
    xy_arena texts, runs; /**< of text and map alone, so that they grow in place */
    xy_source source;
    xy_units units;
    bool has_variables;               /**< the source gives values to substitution variables and uses them: what is read depends on the target */
    bool as_written;                  /**< the values of DEFINE stay out of the text */
    xy_open_variables open_variables; /**< of SQL*Plus, in strings; by offset in the source */
    xy_buffer text;
    xy_str text_with_bytes; /**< of a source with kept bytes: the text that can be written with them (source.h) */
    xy_source_map map;      /**< offsets into text */
    XY_VEC(xy_unit_result) unit_results;
    xy_names declared, needed, runtime;
    uint32_t needed_early; /* the first of `needed` */
    bool needs_orafce;
    XY_VEC(xy_unresolved_name) unresolved;
};

/** A result with its arena and guard, holding the decoded and lexed source; null when out of memory. */
xy_result *xy_result_new(void);
/** A result for another target over the source and units that `reading` holds; null when out of memory. */
xy_result *xy_result_new_reader(xy_result *reading);
/** Prepares session->target; XY_ERR_USAGE with session->error otherwise. */
xy_status xy_session_prepare(xy_session *session);
/** Reads, lexes and cuts the source into result; `diags` takes what belongs to no unit yet. */
void xy_result_parse(xy_result *result, const xy_session *session, const char *path, const char *bytes, size_t length, xy_diags *diags);
/** Terminates result->text; of a source with kept bytes callers see U+FFFD for them. */
void xy_result_finish_text(xy_result *result);
/** Fills unit->public_diags from its diags, sorted by place, without repeats. */
void xy_result_publish(xy_result *result, xy_unit_result *unit, bool chinese);
/** The result's units as the target needs them, by index: a view stands behind the tables that it reads. */
const uint32_t *xy_unit_order(xy_result *result, const xy_target *target);
/** Adds the unit's names of which nothing is known to result->unresolved. */
void xy_result_note_unresolved(xy_result *result, const xy_analysis *analysis);
/** Would `b` read the same source as `a` did? Its encoding, conditional compilation and catalog are the same; variables of the script, if there are any. */
bool xy_session_same_reading(const xy_session *a, const xy_session *b, bool has_variables);
/** Declares Oracle DDL or a JSON catalog within a call of the session that has its guard set. */
xy_status xy_session_declare_now(xy_session *session, const char *path, const char *bytes, size_t length);
/** Gives a session that may be answered a catalog of its own, before that of a file is made on top of it. */
void xy_session_prepare_lookup(xy_session *session, xy_result *result);
/** Asks the caller for what the file's units do not know; `catalog` is the file's, finished. */
void xy_session_look_up(xy_session *session, xy_result *result, xy_catalog *catalog);
/** Asks the caller for what the declarations of the session miss. */
void xy_session_look_up_missing(xy_session *session);
/** The catalog that the session's files look into after their own, or null. */
const xy_catalog *xy_session_catalog(const xy_session *session);
/** The preamble that runtime functions and extensions need before the text; empty when none. */
xy_str xy_runtime_preamble(xy_arena *arena, const xy_target *target, const xy_names *names, bool needs_orafce);

#endif
