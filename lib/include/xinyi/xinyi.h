/* libxinyi: translates Oracle SQL and PL/SQL into the languages of PostgreSQL, KingbaseES and Dameng DM8.
 *
 * This is the only installed header; the `xinyi` command uses nothing else.
 * Rule of ownership: what a function returns belongs to the object that it was asked of and lives as long as that object.
 * All text is UTF-8. Handles are opaque. There is no global state: use one session per thread; a rule set may be shared.
 * No function prints, exits or reads the environment. */
#ifndef XINYI_XINYI_H
#define XINYI_XINYI_H

#include "xinyi/version.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define XY_API __attribute__((visibility("default")))
#else
#define XY_API
#endif

typedef enum xy_status {
    XY_OK = 0,
    XY_ERR_MEMORY,   /**< out of memory */
    XY_ERR_LIMIT,    /**< an internal limit (size, depth, count) was passed */
    XY_ERR_USAGE,    /**< wrong argument: unknown target, option, code … (see xy_session_error) */
    XY_ERR_RULES,    /**< a rule or target file is broken (see xy_rules_error) */
    XY_ERR_INTERNAL, /**< a bug of ours */
    XY_ERR_ENCODING  /**< a character has no place in the encoding asked for */
} xy_status;

/** Library version, "0.1.0". */
XY_API const char *xy_version(void);
/** English description of a status. */
XY_API const char *xy_status_text(xy_status status);

/* ---- rule sets: immutable after loading, may be shared between threads ---- */

typedef struct xy_rules xy_rules;
/** Loads the rules that are built in; more or overriding ones are added with xy_rules_add. Free with xy_rules_free. */
XY_API xy_status xy_rules_new(xy_rules **rules);
/** An empty rule set: translation copies its input byte for byte. */
XY_API xy_status xy_rules_new_empty(xy_rules **rules);
/** Adds one YAML rule file given as text; `name` is used in messages. Rules of a known id replace the former. */
XY_API xy_status xy_rules_add(xy_rules *rules, const char *name, const char *text, size_t length);
/** What is wrong with the file that was refused, as `file:line:column: message`, or null. */
XY_API const char *xy_rules_error(const xy_rules *rules);
XY_API void xy_rules_free(xy_rules *rules);

typedef struct xy_rule_info {
    const char *id, *code, *area, *file;
    const char *targets; /**< as written, comma separated */
    const char *status;  /**< converted, review, unsupported */
    const char *message_en, *message_zh, *doc_en, *doc_zh, *evidence;
    unsigned effort, test_count;
} xy_rule_info;
XY_API size_t xy_rules_count(const xy_rules *rules);
XY_API xy_status xy_rules_info(const xy_rules *rules, size_t index, xy_rule_info *info);
/** Runs the tests inside the rules; `report` gets one call per failing test. Counts come back in passed and failed. */
XY_API xy_status xy_rules_test(xy_rules *rules, void (*report)(void *user, const char *rule, const char *text), void *user, size_t *passed, size_t *failed);

/** Explanation of a code (XY1234) or rule id in the language ("en", "zh"); null when unknown. Lives as long as `rules`. */
XY_API const char *xy_explain(xy_rules *rules, const char *code, const char *language);

/* ---- sessions ---- */

typedef struct xy_session xy_session;
/** A session translates for one target. `rules` must outlive it. */
XY_API xy_status xy_session_new(xy_session **session, const xy_rules *rules);
XY_API void xy_session_free(xy_session *session);
/** Sets an option by name: "target" ("postgres", "postgres:15", "kingbase", "dameng"), "runtime" (orafce, inline), "encoding",
 *  "nls-date-format", "empty-strings", … (docs/options.md). XY_ERR_USAGE for unknown names or values. */
XY_API xy_status xy_session_set(xy_session *session, const char *name, const char *value);
/** Explains the last XY_ERR_USAGE. */
XY_API const char *xy_session_error(const xy_session *session);

/** Checks the target and options now rather than at the first translation. */
XY_API xy_status xy_session_check_target(xy_session *session);

/** Adds declarations of a source (Oracle DDL, packages …) to the catalog without translating it. Text is raw bytes of a file. */
XY_API xy_status xy_session_declare(xy_session *session, const char *path, const char *bytes, size_t length);
/** The same for a catalog, which is Oracle DDL or JSON (docs/catalog.md). XY_ERR_USAGE for JSON that is no catalog (see xy_session_error:
 *  file, line, column and what is wrong); nothing of it is declared then. */
XY_API xy_status xy_session_declare_catalog(xy_session *session, const char *path, const char *bytes, size_t length);
/** Ends declaring: follows synonyms, derives view columns and effects. Call it once after the last xy_session_declare. */
XY_API xy_status xy_session_declared(xy_session *session);
/** Asked for an object that neither the sources nor the catalog declare. `owner` ("" when none was written) and `name` are as Oracle stores
 *  them; the name may also turn out to be none of an object. Returns what xy_session_declare_catalog takes (Oracle DDL, JSON) about this one object,
 *  and its length; or null when there is none. The text stays the callee's and must last until the next question or until the asking function returns.
 *  The callee must not call functions of this session. */
typedef const char *(*xy_lookup)(void *user, const char *owner, const char *name, size_t *length);
/** Sets the callback of a session (null: none). It is called by xy_session_declared and the translating functions in the thread that called them, once
 *  for each owner and name in the life of the session; what it answers stays in the session's catalog. Several sessions may ask at the same time: what
 *  `user` points to is then shared by threads. The same answers are needed every time, or outputs depend on the order of files. */
XY_API xy_status xy_session_set_lookup(xy_session *session, xy_lookup lookup, void *user);
/** Lets `session` see the catalog of `from` (read only): for worker threads of one batch. `from` must outlive it. */
XY_API xy_status xy_session_share_catalog(xy_session *session, const xy_session *from);

/** Would `session` have read the sources that were declared in `from` as that one did? (Scripts that DEFINE variables are read differently for clients that
 *  know such variables and for those that do not.) Both targets must have been checked. */
XY_API bool xy_session_may_share(const xy_session *session, const xy_session *from);

typedef struct xy_result xy_result;
/** Translates one source (raw bytes). Its own declarations are added to the catalog first. Free with xy_result_free. */
XY_API xy_status xy_translate(xy_session *session, const char *path, const char *bytes, size_t length, xy_result **result);
/** Translates one source for several targets, one session each: it is read, parsed and analysed once for all sessions that share a catalog (and, where the
 *  source DEFINEs variables, whose clients treat these alike). results[i] belongs to sessions[i]; all or none are made. Free each, in any order. */
XY_API xy_status xy_translate_all(xy_session *const *sessions, size_t count, const char *path, const char *bytes, size_t length, xy_result **results);
XY_API void xy_result_free(xy_result *result);

/** The target text; NUL-terminated. */
XY_API const char *xy_result_text(const xy_result *result, size_t *length);
/** The decided encoding ("utf-8", "gb18030" …). */
XY_API const char *xy_result_encoding(const xy_result *result);
/** The text in another encoding: a name as in option "encoding", or "input" for the source's own. The bytes live as long as the result.
 *  XY_ERR_USAGE for an unknown name; XY_ERR_ENCODING when a character cannot be written: *bad is its offset in xy_result_text. */
XY_API xy_status xy_result_encode(xy_result *result, const char *encoding, const char **bytes, size_t *length, size_t *bad);
/** The text is the source's own, decoded: a caller that keeps encodings may copy the source's bytes. */
XY_API bool xy_result_unchanged(const xy_result *result);

typedef enum xy_unit_status { XY_CONVERTED, XY_NEEDS_REVIEW, XY_UNSUPPORTED_UNIT, XY_UNPARSED, XY_SKIPPED } xy_unit_status;
typedef struct xy_unit_info {
    const char *kind, *name; /**< Oracle's words in lower case; folded dotted name or "" */
    xy_unit_status status;
    uint32_t line, end_line; /**< in the source, from 1 */
    uint32_t target_line, target_end_line;
    size_t diagnostic_count;
} xy_unit_info;
typedef struct xy_diagnostic {
    const char *code, *rule, *severity; /**< rule may be ""; severity: note, review, unsupported, error */
    const char *message, *advice;       /**< in the session's language (option "lang") */
    uint32_t line, column, end_column, effort;
    const char *caret; /**< the source line and a caret line, for terminals */
} xy_diagnostic;
XY_API size_t xy_result_unit_count(const xy_result *result);
XY_API void xy_result_unit(const xy_result *result, size_t unit, xy_unit_info *info);
XY_API void xy_result_diagnostic(const xy_result *result, size_t unit, size_t index, xy_diagnostic *diagnostic);

/** Names of the runtime functions that the text calls, and whether it needs the extension orafce. With option preamble=on
 *  (the default) the text already begins with them; with off the caller writes xy_runtime_text() of all files once. */
XY_API size_t xy_result_runtime_count(const xy_result *result);
XY_API const char *xy_result_runtime(const xy_result *result, size_t index);
XY_API bool xy_result_needs_orafce(const xy_result *result);
/** The statements that create these runtime functions (and those they need) and the extension. In the session until the next call of it. */
XY_API xy_status xy_runtime_text(xy_session *session, const char *const *names, size_t count, bool needs_orafce, const char **text);
/** A read-only script for the target's server that shows which of the settings that a text with these names relies on differ. */
XY_API xy_status xy_preflight_text(xy_session *session, const char *const *names, size_t count, bool needs_orafce, const char **text);
/** A fact of the session's target (a file in rules/targets), such as install_include; "" when the target does not state it. In the session. */
XY_API const char *xy_session_target_fact(xy_session *session, const char *name);

/** A script of small statements for the target's server, whose answers settle what no manual says; "" when there are none. */
XY_API xy_status xy_probe_text(xy_session *session, const char **text);
/** What the server printed for that script, as a .xinyi.yml. */
XY_API xy_status xy_probe_read(xy_session *session, const char *result, size_t length, const char **config);

/** Position in the source of a position in the target text (both bytes offsets); false when the text was made by a rule
 *  (then offset is that of the replaced text and *rule names the rule). */
XY_API bool xy_result_map(const xy_result *result, size_t target_offset, size_t *source_offset, const char **rule);

/** Dumps for `xinyi parse`: what is "tokens", "units", "tree", "types", "deps", "deps-users" (text: who uses what, see docs/dumps.md) or "deps-dot" (statements
 * to stand inside `digraph { }`, text only); format "text" or "json". The text is in the result. */
XY_API xy_status xy_dump(xy_session *session, const char *path, const char *bytes, size_t length, const char *what, const char *format, xy_result **result);

/** Objects that the batch's install script must create first, for ordering: names declared by and names needed by the source.
 *  `P BODY` is the body of a package or type P. */
XY_API size_t xy_result_declared_count(const xy_result *result);
XY_API const char *xy_result_declared(const xy_result *result, size_t index);
XY_API size_t xy_result_needed_count(const xy_result *result);
XY_API const char *xy_result_needed(const xy_result *result, size_t index);
/** The first so many of them must be there when the source is installed; the others only when a routine's statements run. */
XY_API size_t xy_result_needed_early_count(const xy_result *result);

/** A place where the source uses a name that neither itself nor the catalog nor Oracle declares. What follows from such a name (columns of an unknown
 *  table, fields of a variable of an unknown type) is not listed. */
typedef struct xy_unresolved_name {
    const char *name; /**< as Oracle stores it, dotted */
    const char *kind; /**< table, routine, type or name */
    uint32_t line, column;
} xy_unresolved_name;
/** After a translation and after xy_dump of "deps"; names come again for each place. */
XY_API size_t xy_result_unresolved_count(const xy_result *result);
XY_API void xy_result_unresolved(const xy_result *result, size_t index, xy_unresolved_name *name);

#ifdef __cplusplus
}
#endif
#endif
