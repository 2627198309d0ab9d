/* What kind of unit begins here, and what it is called: tables over the first tokens. Works on units that do not parse, too. */
#include "syntax/driver.h"
#include "syntax/lexer.h"

bool xy_token_is(const xy_source *source, uint32_t token, const char *word)
{
    return token < source->token_count && xy_str_equal_nocase(xy_token_text(source, token), xy_str_from(word));
}

uint32_t xy_token_after(const xy_source *source, uint32_t token)
{
    uint32_t next = xy_token_next(source, token);
    return next == XY_NO_TOKEN ? source->token_count : next;
}

/* Quick no: most words of the tables differ in their first letter. */
static bool first_letter_differs(const xy_source *source, uint32_t token, const char *word)
{
    char first = source->text.data[source->tokens[token].offset];
    return (first ^ *word) & ~0x20;
}

uint32_t xy_tokens_match(const xy_source *source, uint32_t token, const char *words)
{
    while (*words) {
        if (token >= source->token_count || first_letter_differs(source, token, words))
            return XY_NO_TOKEN;
        uint32_t length = (uint32_t)strcspn(words, " ");
        if (!xy_str_equal_nocase(xy_token_text(source, token), (xy_str){words, length}))
            return XY_NO_TOKEN;
        token = xy_token_after(source, token);
        words += length + (words[length] == ' ');
    }
    return token;
}

static uint32_t match_any(const xy_source *source, uint32_t token, const char *const *list)
{
    for (; *list; list++) {
        uint32_t after = xy_tokens_match(source, token, *list);
        if (after != XY_NO_TOKEN)
            return after;
    }
    return XY_NO_TOKEN;
}

/* ------------------------------------------------------------------ heads */

enum { NONE = 0, CREATE = 1, ALTER = 2, DROP = 4, PLSQL = 8, ANY = CREATE | ALTER | DROP };

/* Kinds of objects; the first that matches counts, so longer ones come first. `admin` says with which verbs the statement is one of
 * administration, kept as tokens. */
typedef struct object_kind {
    const char *words, *create, *alter, *drop;
    uint8_t admin;
} object_kind;

#define OBJECT_AS(words, name, admin)                                                                                                                          \
    {                                                                                                                                                          \
        words, name, "alter " name, "drop " name, admin                                                                                                        \
    }
#define OBJECT(words, name) OBJECT_AS(words, name, NONE)

static const object_kind object_kinds[] = {
    OBJECT_AS("PROCEDURE", "procedure", PLSQL),
    OBJECT_AS("FUNCTION", "function", PLSQL),
    OBJECT_AS("PACKAGE BODY", "package body", PLSQL),
    OBJECT_AS("PACKAGE", "package", PLSQL),
    OBJECT_AS("TRIGGER", "trigger", PLSQL),
    OBJECT_AS("TYPE BODY", "type body", PLSQL),
    OBJECT_AS("TYPE", "type", PLSQL),
    OBJECT("GLOBAL TEMPORARY TABLE", "table"),
    OBJECT("PRIVATE TEMPORARY TABLE", "table"),
    OBJECT("IMMUTABLE BLOCKCHAIN TABLE", "table"),
    OBJECT("BLOCKCHAIN TABLE", "table"),
    OBJECT("IMMUTABLE TABLE", "table"),
    OBJECT("SHARDED TABLE", "table"),
    OBJECT("DUPLICATED TABLE", "table"),
    OBJECT("TABLE", "table"),
    OBJECT("UNIQUE INDEX", "index"),
    OBJECT("BITMAP INDEX", "index"),
    OBJECT("MULTIVALUE INDEX", "index"),
    OBJECT("SEARCH INDEX", "index"),
    OBJECT("INDEX", "index"),
    OBJECT("SEQUENCE", "sequence"),
    OBJECT_AS("MATERIALIZED VIEW LOG ON", "materialized view log", ANY),
    OBJECT_AS("SNAPSHOT LOG ON", "materialized view log", ANY),
    OBJECT_AS("MATERIALIZED ZONEMAP", "zonemap", ANY),
    OBJECT("MATERIALIZED VIEW", "materialized view"),
    OBJECT("SNAPSHOT", "materialized view"),
    OBJECT("VIEW", "view"),
    OBJECT("PUBLIC SYNONYM", "synonym"),
    OBJECT("SYNONYM", "synonym"),
    OBJECT("SHARED PUBLIC DATABASE LINK", "database link"),
    OBJECT("SHARED DATABASE LINK", "database link"),
    OBJECT("PUBLIC DATABASE LINK", "database link"),
    OBJECT("DATABASE LINK", "database link"),
    OBJECT("DIRECTORY", "directory"),
    OBJECT("CONTEXT", "context"),
    OBJECT_AS("LIBRARY", "library", PLSQL),
    OBJECT_AS("MLE MODULE", "java", ALTER | DROP),
    OBJECT("JAVA SOURCE NAMED", "java"),
    OBJECT("JAVA SOURCE", "java"),
    OBJECT("JAVA CLASS", "java"),
    OBJECT("JAVA RESOURCE", "java"),
    OBJECT("CLUSTER", "cluster"),
    OBJECT("OPERATOR", "operator"),
    OBJECT("INDEXTYPE", "indextype"),
    OBJECT("DIMENSION", "dimension"),
    OBJECT("SESSION", "session"),
    OBJECT("EDITION", "edition"),
    OBJECT("ASSERTION", "assertion"),
    OBJECT_AS("TRUE CACHE", "true cache", ANY),
    OBJECT_AS("DATA GRANT", "data grant", ANY),
    OBJECT_AS("DATA ROLE", "data role", ANY),
    OBJECT_AS("END USER", "end user", ANY),
    OBJECT_AS("SYSTEM", "system", ANY),
    OBJECT_AS("PLUGGABLE DATABASE", "pluggable database", ANY),
    OBJECT_AS("DATABASE", "database", ANY),
    OBJECT_AS("BIGFILE TABLESPACE", "tablespace", ANY),
    OBJECT_AS("SMALLFILE TABLESPACE", "tablespace", ANY),
    OBJECT_AS("BIGFILE TEMPORARY TABLESPACE", "tablespace", ANY),
    OBJECT_AS("SMALLFILE TEMPORARY TABLESPACE", "tablespace", ANY),
    OBJECT_AS("TEMPORARY TABLESPACE", "tablespace", ANY),
    OBJECT_AS("UNDO TABLESPACE", "tablespace", ANY),
    OBJECT_AS("TABLESPACE SET", "tablespace", ANY),
    OBJECT_AS("TABLESPACE", "tablespace", ANY),
    OBJECT_AS("USER", "user", ANY),
    OBJECT_AS("ROLE", "role", ANY),
    OBJECT_AS("PROFILE", "profile", ANY),
    OBJECT_AS("CONTROLFILE", "controlfile", ANY),
    OBJECT_AS("PFILE", "pfile", ANY),
    OBJECT_AS("SPFILE", "spfile", ANY),
    OBJECT_AS("DISKGROUP", "diskgroup", ANY),
    OBJECT_AS("PUBLIC ROLLBACK SEGMENT", "rollback segment", ANY),
    OBJECT_AS("ROLLBACK SEGMENT", "rollback segment", ANY),
    OBJECT_AS("RESTORE POINT", "restore point", ANY),
    OBJECT_AS("CLEAN RESTORE POINT", "restore point", ANY),
    OBJECT_AS("FLASHBACK ARCHIVE", "flashback archive", ANY),
    OBJECT_AS("AUDIT POLICY", "audit policy", ANY),
    OBJECT_AS("LOCKDOWN PROFILE", "lockdown profile", ANY),
    OBJECT_AS("MANDATORY PROFILE", "profile", ANY),
    OBJECT_AS("PMEM FILESTORE", "pmem filestore", ANY),
    OBJECT_AS("MLE ENV", "mle env", ANY),
    OBJECT_AS("LOGICAL PARTITION TRACKING", "logical partition tracking", ANY),
    OBJECT_AS("PROPERTY GRAPH", "property graph", ANY),
    OBJECT_AS("FLEXIBLE DOMAIN", "domain", ANY),
    OBJECT_AS("MULTI COLUMN DOMAIN", "domain", ANY),
    OBJECT_AS("VECTOR INDEX", "vector index", ANY),
    OBJECT_AS("PUBLIC OUTLINE", "outline", ANY),
    OBJECT_AS("PRIVATE OUTLINE", "outline", ANY),
    OBJECT_AS("OUTLINE", "outline", ANY),
    OBJECT_AS("RESOURCE COST", "resource cost", ANY),
    OBJECT_AS("INMEMORY JOIN GROUP", "inmemory join group", ANY),
    OBJECT_AS("SCHEMA", "schema", ANY),
    OBJECT_AS("ATTRIBUTE DIMENSION", "attribute dimension", ANY),
    OBJECT_AS("HIERARCHY", "hierarchy", ANY),
    OBJECT_AS("ANALYTIC VIEW", "analytic view", ANY),
    OBJECT_AS("ZONEMAP", "zonemap", ANY),
};

/* Statements that need no object kind. `name` holds the words between the head and the affected object. */
typedef struct statement_kind {
    const char *words, *kind;
    bool admin;
} statement_kind;

static const statement_kind statement_kinds[] = {
    {"SELECT", "select", false},
    {"(", "select", false},
    {"WITH", "select", false},
    {"INSERT INTO", "insert", false},
    {"INSERT", "insert", false},
    {"UPDATE", "update", false},
    {"DELETE FROM", "delete", false},
    {"DELETE", "delete", false},
    {"MERGE INTO", "merge", false},
    {"MERGE", "merge", false},
    {"COMMENT ON COLUMN", "comment", false},
    {"COMMENT ON TABLE", "comment", false},
    {"COMMENT ON MATERIALIZED VIEW", "comment", false},
    {"COMMENT ON", "comment", false},
    {"TRUNCATE TABLE", "truncate", false},
    {"TRUNCATE CLUSTER", "truncate", true},
    {"TRUNCATE MATERIALIZED VIEW LOG", "truncate", true},
    {"RENAME", "rename", false},
    {"GRANT", "grant", false},
    {"REVOKE", "revoke", false},
    {"COMMIT", "commit", false},
    {"ROLLBACK", "rollback", false},
    {"SAVEPOINT", "savepoint", false},
    {"SET TRANSACTION", "set transaction", false},
    {"SET ROLE", "set role", false},
    {"SET CONSTRAINTS", "set constraints", false},
    {"SET CONSTRAINT", "set constraints", false},
    {"LOCK TABLE", "lock table", false},
    {"CALL", "call", false},
    {"{", "call", false},
    {"EXPLAIN PLAN", "explain plan", false},
    {"DECLARE", "anonymous block", false},
    {"BEGIN", "anonymous block", false},
    {"<<", "anonymous block", false},
    {"EXECUTE IMMEDIATE", "plsql fragment", true}, /* statements of PL/SQL outside a block */
    {"FETCH", "plsql fragment", true},
    {"OPEN", "plsql fragment", true},
    {"CLOSE", "plsql fragment", true},
    {"AUDIT", "audit", true},
    {"NOAUDIT", "noaudit", true},
    {"FLASHBACK TABLE", "flashback", true},
    {"FLASHBACK", "flashback", true},
    {"PURGE TABLE", "purge", true},
    {"PURGE", "purge", true},
    {"ANALYZE TABLE", "analyze", true},
    {"ANALYZE INDEX", "analyze", true},
    {"ANALYZE CLUSTER", "analyze", true},
    {"ADMINISTER KEY MANAGEMENT", "administer", true},
    {"ASSOCIATE STATISTICS", "associate statistics", true},
    {"DISASSOCIATE STATISTICS", "disassociate statistics", true},
};

/* What stands between CREATE and the object's kind. */
static const char *const create_prefixes[] = {"OR REPLACE", "AND RESOLVE", "AND COMPILE", "EDITIONABLE", "NONEDITIONABLE",
                                              "EDITIONING", "NO FORCE",    "NOFORCE",     "FORCE",       NULL};

typedef struct head {
    const object_kind *object;       /* of CREATE, ALTER, DROP, else null */
    const statement_kind *statement; /* of other statements, else null */
    uint8_t verb;
    uint32_t kind; /* first token of the object's kind */
    uint32_t name; /* token after the head: the name, if it is one */
} head;

static uint32_t skip_prefixes(const xy_source *source, uint32_t token)
{
    for (uint32_t after = match_any(source, token, create_prefixes); after != XY_NO_TOKEN; after = match_any(source, token, create_prefixes))
        token = after;
    return token;
}

static uint32_t skip_existence(const xy_source *source, uint32_t token)
{
    static const char *const words[] = {"IF NOT EXISTS", "IF EXISTS", NULL};
    uint32_t after = match_any(source, token, words);
    return after == XY_NO_TOKEN ? token : after;
}

static head object_head(const xy_source *source, uint32_t token, uint8_t verb)
{
    head h = {.verb = verb, .kind = verb == CREATE ? skip_prefixes(source, token) : token};
    h.name = h.kind;
    for (size_t i = 0; i < sizeof object_kinds / sizeof *object_kinds; i++) {
        uint32_t after = xy_tokens_match(source, h.kind, object_kinds[i].words);
        if (after == XY_NO_TOKEN)
            continue;
        h.object = &object_kinds[i];
        h.name = skip_existence(source, after);
        break;
    }
    return h;
}

/* The text of a PL/SQL unit as ALL_SOURCE holds it: without CREATE. */
static bool begins_stored_source(const xy_source *source, uint32_t start)
{
    static const char *const words[] = {"PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "TYPE", NULL};
    uint32_t name = match_any(source, start, words);
    return name != XY_NO_TOKEN && name < source->token_count && xy_token_is_word(source->tokens[name].kind);
}

static head head_of(const xy_source *source, uint32_t start)
{
    static const struct {
        const char *word;
        uint8_t verb;
    } verbs[] = {{"CREATE", CREATE}, {"ALTER", ALTER}, {"DROP", DROP}};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (xy_token_is(source, start, verbs[i].word))
            return object_head(source, xy_token_after(source, start), verbs[i].verb);
    }
    if (begins_stored_source(source, start))
        return object_head(source, start, CREATE);
    head h = {.name = start};
    for (size_t i = 0; i < sizeof statement_kinds / sizeof *statement_kinds; i++) {
        uint32_t after = xy_tokens_match(source, start, statement_kinds[i].words);
        if (after == XY_NO_TOKEN)
            continue;
        h.statement = &statement_kinds[i];
        h.name = after;
        break;
    }
    return h;
}

bool xy_unit_is_plsql(const xy_source *source, uint32_t start)
{
    static const char *const routines[] = {"WITH FUNCTION", "WITH PROCEDURE", NULL};
    head h = head_of(source, start);
    if (h.object)
        return h.verb == CREATE && h.object->admin == PLSQL;
    if (match_any(source, start, routines) != XY_NO_TOKEN)
        return true;
    return h.statement && strcmp(h.statement->kind, "anonymous block") == 0;
}

bool xy_unit_is_admin(const xy_source *source, uint32_t start)
{
    head h = head_of(source, start);
    return h.object ? (h.object->admin & h.verb) != 0 : h.statement && h.statement->admin;
}

/* Past a dotted name. */
static uint32_t skip_name(const xy_source *source, uint32_t token)
{
    while (token < source->token_count && xy_token_is_word(source->tokens[token].kind)) {
        token = xy_token_after(source, token);
        if (token >= source->token_count || source->tokens[token].kind != XY_TOKEN_DOT)
            break;
        token = xy_token_after(source, token);
    }
    return token;
}

bool xy_unit_is_foreign(const xy_source *source, uint32_t start)
{
    head h = head_of(source, start);
    if (!h.object || h.verb != CREATE)
        return false;
    return strcmp(h.object->create, "java") == 0 || (h.object->admin == PLSQL && xy_token_is(source, skip_name(source, h.name), "WRAPPED"));
}

bool xy_token_may_start_unit(const xy_source *source, uint32_t token)
{
    static const char *const verbs[] = {"CREATE", "ALTER", "DROP", NULL};
    if (match_any(source, token, verbs) != XY_NO_TOKEN)
        return true;
    head h = head_of(source, token);
    return h.statement || xy_sqlplus_tokens(source, token) != XY_NO_TOKEN;
}

bool xy_token_must_start_unit(const xy_source *source, uint32_t token)
{
    static const char *const verbs[] = {"CREATE", "ALTER", "DROP", "GRANT", "REVOKE", NULL};
    return match_any(source, token, verbs) != XY_NO_TOKEN;
}

uint32_t xy_sqlplus_tokens(const xy_source *source, uint32_t token)
{
    uint32_t end = xy_sqlplus_line(source->text, source->tokens[token].offset, XY_SQLPLUS_AT_START);
    if (!end)
        return XY_NO_TOKEN;
    while (token < source->token_count && source->tokens[token].offset < end)
        token++;
    return token;
}

/* ------------------------------------------------------------------ units kept as tokens */

static xy_node *opaque(xy_builder *builder, uint32_t first, uint32_t last)
{
    return first < last ? xy_make_opaque(builder, (xy_span){first, last}, first) : NULL;
}

/* The significant tokens [first, last). */
static xy_token_list significant(xy_builder *builder, uint32_t first, uint32_t last)
{
    xy_token_list list = xy_tokens_empty();
    for (uint32_t i = first; i < last; i++) {
        if (!xy_token_is_trivia(builder->source->tokens[i].kind))
            list = xy_tokens_add(builder, list, i);
    }
    return list;
}

static xy_node *make_name(xy_builder *builder, uint32_t first, uint32_t last)
{
    xy_token_list parts = xy_tokens_empty();
    uint32_t end = first;
    for (uint32_t i = first; i < last; i++) {
        if (xy_token_is_word(builder->source->tokens[i].kind)) {
            parts = xy_tokens_add(builder, parts, i);
            end = i + 1;
        }
    }
    return parts.count ? xy_make_name(builder, (xy_span){first, end}, parts, NULL) : NULL;
}

/* `last` is after the last significant token. */
static xy_node *foreign_unit(xy_builder *builder, uint32_t start, uint32_t last, const head *h)
{
    const xy_source *source = builder->source;
    uint32_t rest = skip_name(source, h->name);
    xy_token_list words = significant(builder, xy_token_after(source, start), h->kind);
    uint32_t replace = xy_tokens_match(source, xy_token_after(source, start), "OR REPLACE");
    uint32_t or_token = replace == XY_NO_TOKEN ? XY_NO_TOKEN : xy_token_after(source, start);
    uint32_t prefix_end = xy_token_previous(source, h->kind) + 1;
    xy_node *prefix = xy_make_create_prefix(builder, (xy_span){start, prefix_end}, or_token, words);
    xy_token_list kind = significant(builder, h->kind, h->name);
    xy_node *name = make_name(builder, h->name, rest < last ? rest : last);
    return xy_make_create_other(builder, (xy_span){start, last}, prefix, kind, name, opaque(builder, rest, last));
}

xy_node *xy_unit_token_run(xy_builder *builder, uint32_t start, uint32_t last)
{
    head h = head_of(builder->source, start);
    if (xy_unit_is_foreign(builder->source, start) && h.name < last)
        return foreign_unit(builder, start, last, &h);
    return xy_make_admin_statement(builder, (xy_span){start, last}, significant(builder, start, h.name < last ? h.name : last));
}

/* ------------------------------------------------------------------ kind and name for reports */

static const char *object_text(const head *h)
{
    static const char *const unknown[] = {[CREATE] = "create", [ALTER] = "alter", [DROP] = "drop"};
    if (!h->object)
        return unknown[h->verb];
    return h->verb == CREATE ? h->object->create : h->verb == ALTER ? h->object->alter : h->object->drop;
}

xy_str xy_unit_kind(const xy_unit *unit, const xy_source *source)
{
    if (unit->state == XY_UNIT_BLANK)
        return XY_STR("blank");
    if (unit->state == XY_UNIT_SCRIPT)
        return XY_STR("sqlplus");
    head h = head_of(source, unit->start);
    if (h.verb)
        return xy_str_from(object_text(&h));
    return h.statement ? xy_str_from(h.statement->kind) : XY_STR("unknown");
}

static bool has_no_name(const head *h)
{
    static const char *const kinds[] = {"select", "commit", "rollback", "anonymous block", "explain plan", "set transaction"};
    for (size_t i = 0; h->statement && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(h->statement->kind, kinds[i]) == 0)
            return true;
    }
    if (h->object)
        return strcmp(h->object->create, "session") == 0 || strcmp(h->object->create, "system") == 0;
    return !h->statement;
}

/* The object of GRANT … ON name. */
static uint32_t after_on(const xy_unit *unit, const xy_source *source)
{
    for (uint32_t i = unit->start; i < unit->last; i = xy_token_after(source, i)) {
        if (xy_token_is(source, i, "ON"))
            return xy_token_after(source, i);
    }
    return source->token_count;
}

xy_str xy_unit_name(const xy_unit *unit, const xy_source *source, xy_arena *arena)
{
    head h = head_of(source, unit->start);
    if (unit->state == XY_UNIT_BLANK || unit->state == XY_UNIT_SCRIPT || has_no_name(&h))
        return XY_STR("");
    bool grant = h.statement && (strcmp(h.statement->kind, "grant") == 0 || strcmp(h.statement->kind, "revoke") == 0);
    uint32_t token = grant ? after_on(unit, source) : h.name;
    uint32_t end = skip_name(source, token);
    xy_buffer name;
    xy_buffer_init(&name, arena);
    for (; token < end && token < unit->last; token++) {
        if (xy_token_is_word(source->tokens[token].kind))
            xy_buffer_add_str(&name, xy_token_name(source, token, arena));
        else if (source->tokens[token].kind == XY_TOKEN_DOT)
            xy_buffer_add_char(&name, '.');
    }
    return xy_buffer_str(&name);
}
