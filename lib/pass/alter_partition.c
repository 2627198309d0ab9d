/* Partition maintenance of ALTER TABLE (trap G03). The grammar keeps it as tokens: the words are read here, and expressions in bounds are
 * translated as fragments. Partitions are tables of their own, so TRUNCATE and RENAME are statements on them; the rest does the runtime. */
#include "pass/ddl.h"
#include "pass/fragment.h"
#include "pass/sql.h"
#include "syntax/keyword.h"

typedef struct words {
    xy_context *ctx;
    const xy_node *action, *table;
    uint32_t at;
} words;

static bool at_end(const words *w)
{
    return w->at == XY_NO_TOKEN || w->at >= w->action->last;
}

static bool is_at(const words *w, const char *word)
{
    return !at_end(w) && xy_ddl_is_word(w->ctx, w->at, word);
}

static void advance(words *w)
{
    w->at = xy_token_next(w->ctx->source, w->at);
}

static bool take(words *w, const char *word)
{
    if (!is_at(w, word))
        return false;
    advance(w);
    return true;
}

static bool is_kind_at(const words *w, uint16_t kind)
{
    return !at_end(w) && w->ctx->source->tokens[w->at].kind == kind;
}

/* The table that the partition named here is; empty when no name stands here (PARTITION FOR (…)). */
static xy_str take_partition(words *w)
{
    bool name = is_kind_at(w, XY_TOKEN_WORD) || is_kind_at(w, XY_TOKEN_QUOTED_WORD);
    if (!name || is_at(w, "FOR"))
        return (xy_str){0};
    xy_str partition = xy_ddl_partition_name(w->ctx, w->table, xy_token_name(w->ctx->source, w->at, w->ctx->arena));
    advance(w);
    return partition;
}

static bool add_value(words *w, xy_buffer *out, uint32_t first, uint32_t last)
{
    xy_str text, source = w->ctx->source->text;
    uint32_t from = w->ctx->source->tokens[first].offset, to = w->ctx->source->tokens[last].offset + w->ctx->source->tokens[last].length;
    if (out->length)
        xy_buffer_add_text(out, ", ");
    if (first == last && (xy_ddl_is_word(w->ctx, first, "MAXVALUE") || xy_ddl_is_word(w->ctx, first, "DEFAULT") || xy_ddl_is_word(w->ctx, first, "NULL")))
        text = xy_token_text(w->ctx->source, first);
    else if (!xy_pass_translate_text(w->ctx, (xy_str){source.data + from, to - from}, XY_START_EXPRESSION, &text))
        return false;
    xy_buffer_add_str(out, text);
    return true;
}

/* "( a, b )" in the target's words, without the parentheses; empty when there is no list or it is not understood. */
static xy_str take_list(words *w)
{
    xy_buffer out;
    uint32_t depth = 0, first = XY_NO_TOKEN, last = XY_NO_TOKEN;
    xy_buffer_init(&out, w->ctx->arena);
    if (!is_kind_at(w, XY_TOKEN_LPAREN))
        return (xy_str){0};
    for (; !at_end(w); advance(w)) {
        bool open = is_kind_at(w, XY_TOKEN_LPAREN), close = is_kind_at(w, XY_TOKEN_RPAREN);
        if (open && depth++ == 0)
            continue;
        bool whole = (close && depth == 1) || (depth == 1 && is_kind_at(w, XY_TOKEN_COMMA));
        if (whole && (first == XY_NO_TOKEN || !add_value(w, &out, first, last)))
            return (xy_str){0};
        if (close && --depth == 0) {
            advance(w);
            return xy_buffer_str(&out);
        }
        first = whole ? XY_NO_TOKEN : first == XY_NO_TOKEN ? w->at : first;
        last = w->at;
    }
    return (xy_str){0};
}

static bool take_partition_word(words *w)
{
    return take(w, "PARTITION") || take(w, "PARTITIONS");
}

/* ---- the actions; each returns false when it is not understood ---- */

static bool add_partition(words *w, xy_rope *rope)
{
    xy_edits *edits = w->ctx->edits;
    xy_str part = take_partition(w), table = xy_ddl_name(w->ctx, w->table);
    if (!part.length || !take(w, "VALUES"))
        return false;
    bool range = take(w, "LESS");
    xy_str list;
    if (range)
        take(w, "THAN");
    list = take_list(w);
    if (!list.length || is_kind_at(w, XY_TOKEN_LPAREN) || is_kind_at(w, XY_TOKEN_COMMA))
        return false;
    if (range)
        xy_rope_build(edits, rope, "CALL %s(%S, %S, $xy$%S$xy$)", xy_pass_runtime(w->ctx, "add_range_partition"), xy_sql_quote(w->ctx, table),
                      xy_sql_quote(w->ctx, part), list);
    else if (xy_str_equal_nocase(list, XY_STR("DEFAULT")))
        xy_rope_build(edits, rope, "CREATE TABLE %S PARTITION OF %S DEFAULT", part, table);
    else
        xy_rope_build(edits, rope, "CREATE TABLE %S PARTITION OF %S FOR VALUES IN (%S)", part, table, list);
    return true;
}

static bool truncate_partition(words *w, xy_rope *rope)
{
    xy_str part = take_partition(w);
    if (!part.length || is_kind_at(w, XY_TOKEN_COMMA))
        return false;
    xy_rope_build(w->ctx->edits, rope, "TRUNCATE TABLE %S", part);
    return true;
}

static bool drop_partition(words *w, xy_rope *rope)
{
    xy_str part = take_partition(w);
    if (!part.length || is_kind_at(w, XY_TOKEN_COMMA))
        return false;
    xy_rope_build(w->ctx->edits, rope, "CALL %s(%S)", xy_pass_runtime(w->ctx, "drop_partition"), xy_sql_quote(w->ctx, part));
    return true;
}

static bool split_partition(words *w, xy_rope *rope)
{
    xy_str part = take_partition(w), bound, halves[2];
    if (!part.length || !(take(w, "AT") || take(w, "VALUES")))
        return false;
    bound = take_list(w);
    if (!bound.length || !take(w, "INTO") || !is_kind_at(w, XY_TOKEN_LPAREN))
        return false;
    for (int i = 0; i < 2; i++) {
        advance(w); /* the parenthesis, the comma */
        if (!take(w, "PARTITION"))
            return false;
        halves[i] = take_partition(w);
        if (!halves[i].length)
            return false;
        while (!at_end(w) && !is_kind_at(w, XY_TOKEN_COMMA) && !is_kind_at(w, XY_TOKEN_RPAREN)) /* TABLESPACE … */
            advance(w);
    }
    xy_rope_build(w->ctx->edits, rope, "CALL %s(%S, $xy$%S$xy$, %S, %S)", xy_pass_runtime(w->ctx, "split_partition"), xy_sql_quote(w->ctx, part), bound,
                  xy_sql_quote(w->ctx, halves[0]), xy_sql_quote(w->ctx, halves[1]));
    return true;
}

static bool merge_partitions(words *w, xy_rope *rope)
{
    xy_str one = take_partition(w), other, merged;
    if (!one.length || !is_kind_at(w, XY_TOKEN_COMMA))
        return false;
    advance(w);
    other = take_partition(w);
    if (!other.length || !take(w, "INTO") || !take(w, "PARTITION"))
        return false;
    merged = take_partition(w);
    if (!merged.length)
        return false;
    xy_rope_build(w->ctx->edits, rope, "CALL %s(%S, %S, %S)", xy_pass_runtime(w->ctx, "merge_partitions"), xy_sql_quote(w->ctx, one),
                  xy_sql_quote(w->ctx, other), xy_sql_quote(w->ctx, merged));
    return true;
}

static bool exchange_partition(words *w, xy_rope *rope)
{
    xy_str part = take_partition(w), table = {0};
    if (!part.length || !take(w, "WITH") || !take(w, "TABLE") || at_end(w))
        return false;
    table = xy_pass_target_name(w->ctx, xy_token_name(w->ctx->source, w->at, w->ctx->arena));
    advance(w);
    if (is_kind_at(w, XY_TOKEN_DOT)) {
        advance(w);
        table = xy_str_format(w->ctx->arena, "%.*s.%.*s", XY_STR_ARG(table),
                              XY_STR_ARG(xy_pass_target_name(w->ctx, xy_token_name(w->ctx->source, w->at, w->ctx->arena))));
    }
    xy_rope_build(w->ctx->edits, rope, "CALL %s(%S, %S)", xy_pass_runtime(w->ctx, "exchange_partition"), xy_sql_quote(w->ctx, part),
                  xy_sql_quote(w->ctx, table));
    return true;
}

/* MODIFY PARTITION p ADD VALUES (…); other changes of a partition are physical. */
static bool modify_partition(words *w, xy_rope *rope)
{
    xy_str part = take_partition(w), list;
    if (!part.length)
        return false;
    if (!take(w, "ADD"))
        return !is_at(w, "DROP") && !is_at(w, "COALESCE");
    if (!take(w, "VALUES"))
        return false;
    list = take_list(w);
    if (!list.length)
        return false;
    xy_rope_build(w->ctx->edits, rope, "CALL %s(%S, $xy$%S$xy$)", xy_pass_runtime(w->ctx, "list_partition_values"), xy_sql_quote(w->ctx, part), list);
    return true;
}

static bool rename_partition(words *w, xy_rope *rope)
{
    xy_str old = take_partition(w);
    if (!old.length || !take(w, "TO") || at_end(w))
        return false;
    xy_str new_name = xy_ddl_derived_name(w->ctx, xy_ddl_last_part(w->ctx, w->table),
                                          xy_str_format(w->ctx->arena, "_%.*s", XY_STR_ARG(xy_token_name(w->ctx->source, w->at, w->ctx->arena))).data);
    xy_rope_build(w->ctx->edits, rope, "ALTER TABLE %S RENAME TO %S", old, new_name);
    return true;
}

static const struct {
    const char *word;
    bool (*write)(words *w, xy_rope *rope);
} actions[] = {
    {"ADD", add_partition},      {"TRUNCATE", truncate_partition}, {"DROP", drop_partition},     {"SPLIT", split_partition},
    {"MERGE", merge_partitions}, {"EXCHANGE", exchange_partition}, {"MODIFY", modify_partition}, {"RENAME", rename_partition},
};

/* Where and how the rows are stored: nothing that PostgreSQL has to be told. */
static bool is_physical(const words *w)
{
    static const char *const heads[] = {
        "MOVE",      "SHRINK",   "ALLOCATE",   "DEALLOCATE", "PCTFREE",  "PCTUSED",    "INITRANS",          "MAXTRANS",    "STORAGE",      "LOGGING",
        "NOLOGGING", "COMPRESS", "NOCOMPRESS", "CACHE",      "NOCACHE",  "PARALLEL",   "NOPARALLEL",        "MONITORING",  "NOMONITORING", "RESULT_CACHE",
        "INMEMORY",  "ILM",      "MINIMIZE",   "NOMINIMIZE", "INDEXING", "TABLESPACE", "RECORDS_PER_BLOCK", "MEMOPTIMIZE", "LOB",          "SEGMENT",
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (is_at(w, heads[i]))
            return true;
    words ahead = *w;
    if (take(&ahead, "ROW"))
        return is_at(&ahead, "STORE");
    return take(&ahead, "ADD") && take(&ahead, "SUPPLEMENTAL");
}

bool xy_ddl_partition_action(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_node *action)
{
    words w = {ctx, action, table_name, action->first};
    if (is_physical(&w))
        return true;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        if (!take(&w, actions[i].word))
            continue;
        if (take_partition_word(&w) && xy_ddl_is_partitioned(ctx, table_name) && actions[i].write(&w, rope))
            return true;
        break;
    }
    xy_pass_flag(ctx, action, "alter-action", NULL);
    return false;
}
