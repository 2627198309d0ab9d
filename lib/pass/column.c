/* A column of CREATE TABLE and ALTER TABLE ADD: visibility, DEFAULT ON NULL, identity, virtual columns, storage. (Trap G05.) */
#include "pass/ddl.h"
#include "pass/types.h"
#include "syntax/keyword.h"

/* ---- identity ----
 * The target's own identity columns are integers. Oracle's are NUMBERs: as bigint `id / 2` would be cut, a numeric column could not reference the key, and
 * NUMBER(4) would hold five digits. So the column keeps its type and takes its default from a sequence that it owns. Only where NUMBER(p) becomes an
 * integer anyway (number-mapping=integer) the target's identity is as good. */

static bool is_native_identity(xy_context *ctx, const xy_column_def *column)
{
    const xy_type *type = column->type ? xy_sema_type_of(ctx->analysis, column->type) : NULL;
    return type && xy_pass_integer_type(ctx, type).length > 0;
}

static bool is_numeric_identity(xy_context *ctx, const xy_column_def *column)
{
    return column->identity && !is_native_identity(ctx, column);
}

static bool is_always(const xy_column_def *column)
{
    return XY_AS(identity, column->identity)->mode == XY_IDENTITY_MODE_ALWAYS;
}

static xy_str column_name(xy_context *ctx, const xy_column_def *column)
{
    return xy_pass_target_name(ctx, xy_token_name(ctx->source, column->name, ctx->arena));
}

/* his.bill, id -> his.bill_id_seq, the name that the target itself would choose */
static xy_str sequence_name(xy_context *ctx, const xy_node *table_name, const xy_column_def *column)
{
    xy_str suffix = xy_str_format(ctx->arena, "_%.*s_SEQ", XY_STR_ARG(xy_token_name(ctx->source, column->name, ctx->arena)));
    xy_str suffix_text = xy_str_format(ctx->arena, "%.*s%c", XY_STR_ARG(suffix), 0);
    return xy_ddl_beside(ctx, table_name, xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table_name), suffix_text.data));
}

static bool is_not_null(const xy_column_def *column)
{
    for (uint32_t i = 0; i < column->constraints.count; i++) {
        uint8_t kind = XY_AS(constraint, column->constraints.items[i])->kind;
        if (kind == XY_CONSTRAINT_KIND_NOT_NULL || kind == XY_CONSTRAINT_KIND_PRIMARY_KEY)
            return true;
    }
    return false;
}

static void own_sequence(xy_context *ctx, const xy_node *table_name, const xy_column_def *column, xy_str sequence)
{
    xy_rope before = {0}, after = {0};
    xy_nodes options = XY_AS(identity, column->identity)->options;
    xy_rope_format(ctx->edits, &before, "CREATE SEQUENCE %.*s", XY_STR_ARG(sequence));
    for (uint32_t i = 0; i < options.count; i++)
        if (xy_ddl_keeps_sequence_option(options.items[i]))
            xy_rope_build(ctx->edits, &before, " %n", options.items[i]);
    xy_ddl_prepend(ctx, before);
    xy_rope_format(ctx->edits, &after, "ALTER SEQUENCE %.*s OWNED BY %.*s.%.*s", XY_STR_ARG(sequence), XY_STR_ARG(xy_ddl_name(ctx, table_name)),
                   XY_STR_ARG(column_name(ctx, column)));
    xy_ddl_append(ctx, after);
}

static void refuse_update(xy_context *ctx, const xy_node *table_name, const xy_column_def *column)
{
    xy_str name = column_name(ctx, column), table = xy_ddl_name(ctx, table_name);
    xy_str trigger = xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table_name), "_IDENTITY");
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "CREATE TRIGGER %S BEFORE UPDATE OF %S ON %S FOR EACH STATEMENT EXECUTE FUNCTION %s(%S)", trigger, name, table,
                  xy_pass_runtime(ctx, "identity_update"), xy_str_quote(ctx->arena, name, '\''));
    xy_ddl_append(ctx, rope);
}

static void numeric_identity(xy_context *ctx, const xy_node *table_name, const xy_column_def *column)
{
    xy_str sequence = sequence_name(ctx, table_name, column);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "DEFAULT nextval(%S)%s", xy_str_quote(ctx->arena, sequence, '\''), is_not_null(column) ? "" : " NOT NULL");
    xy_edit_replace_node(ctx->edits, column->identity, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    if (!column->type)
        xy_edit_insert_text(ctx->edits, column->name, XY_AFTER, " numeric", xy_rule_id(ctx->rule));
    own_sequence(ctx, table_name, column, sequence);
    if (is_always(column))
        refuse_update(ctx, table_name, column);
}

static void native_identity(xy_context *ctx, const xy_column_def *column)
{
    const xy_identity *identity = XY_AS(identity, column->identity);
    for (uint32_t i = column->identity->first; identity->mode == XY_IDENTITY_MODE_BY_DEFAULT_ON_NULL && i < column->identity->last; i++)
        if (xy_ddl_is_word(ctx, i, "ON")) {
            uint32_t null = xy_token_next(ctx->source, i);
            xy_edit_delete(ctx->edits, i, null + 1, xy_rule_id(ctx->rule));
            break;
        }
}

/* ---- what a trigger must do to an inserted row ---- */

/* NULL is replaced (DEFAULT ON NULL, identity BY DEFAULT ON NULL); a value of one's own for an identity ALWAYS is an error. */
static void insert_action(xy_context *ctx, xy_rope *body, const xy_node *table_name, const xy_column_def *column)
{
    xy_str name = column_name(ctx, column);
    if (column->identity && is_always(column)) {
        if (!is_native_identity(ctx, column))
            xy_rope_build(ctx->edits, body, "  PERFORM %s(NEW.%S, %S, %S);\n", xy_pass_runtime(ctx, "identity_insert"), name,
                          xy_str_quote(ctx->arena, sequence_name(ctx, table_name, column), '\''), xy_str_quote(ctx->arena, name, '\''));
        return;
    }
    xy_rope_build(ctx->edits, body, "  IF NEW.%S IS NULL THEN NEW.%S := ", name, name);
    if (is_numeric_identity(ctx, column))
        xy_rope_build(ctx->edits, body, "nextval(%S)", xy_str_quote(ctx->arena, sequence_name(ctx, table_name, column), '\''));
    else if (column->identity)
        xy_rope_build(ctx->edits, body, "nextval(pg_get_serial_sequence(%S, %S))", xy_str_quote(ctx->arena, xy_ddl_name(ctx, table_name), '\''),
                      xy_str_quote(ctx->arena, name, '\''));
    else
        xy_rope_node(ctx->edits, body, column->default_);
    xy_rope_text(ctx->edits, body, "; END IF;\n");
}

static bool acts_on_insert(const xy_column_def *column)
{
    bool identity = column->identity && XY_AS(identity, column->identity)->mode != XY_IDENTITY_MODE_BY_DEFAULT;
    return identity || (column->on_null != XY_NO_TOKEN && column->default_);
}

void xy_ddl_insert_trigger(xy_context *ctx, const xy_node *table_name, xy_nodes items, const char *suffix)
{
    xy_rope body = {0};
    for (uint32_t i = 0; i < items.count; i++)
        if (items.items[i]->kind == XY_NODE_COLUMN_DEF && acts_on_insert(XY_AS(column_def, items.items[i])))
            insert_action(ctx, &body, table_name, XY_AS(column_def, items.items[i]));
    if (body.count == 0)
        return;
    xy_str name = xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table_name), suffix), table = xy_ddl_name(ctx, table_name);
    xy_str function = xy_ddl_beside(ctx, table_name, name);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "CREATE OR REPLACE FUNCTION %.*s() RETURNS trigger AS $$\nBEGIN\n", XY_STR_ARG(function));
    xy_ddl_join(ctx, &rope, &body);
    xy_rope_format(ctx->edits, &rope,
                   "  RETURN NEW;\nEND;\n$$ LANGUAGE plpgsql;\nCREATE TRIGGER %.*s BEFORE INSERT ON %.*s FOR EACH ROW EXECUTE FUNCTION %.*s()",
                   XY_STR_ARG(name), XY_STR_ARG(table), XY_STR_ARG(function));
    xy_ddl_append(ctx, rope);
}

/* ---- virtual columns ---- */

static void virtual_column(xy_context *ctx, const xy_node *node)
{
    const xy_column_def *column = XY_AS(column_def, node);
    xy_rope rope = {0};
    xy_edits *edits = ctx->edits;
    if (!column->type) {
        xy_str type = xy_pass_target_type(ctx, xy_info_of(ctx->analysis, column->virtual)->type);
        if (!type.length) {
            xy_pass_flag(ctx, node, "virtual-type", NULL);
            type = xy_target_fact(ctx->target, "type_number");
        }
        xy_rope_str(edits, &rope, type);
        xy_rope_text(edits, &rope, " ");
    }
    xy_rope_text(edits, &rope, "GENERATED ALWAYS AS (");
    xy_rope_node(edits, &rope, column->virtual);
    xy_rope_format(edits, &rope, ") %s", xy_target_has(ctx->target, "virtual_columns") ? "VIRTUAL" : "STORED");
    uint32_t first = xy_token_next(ctx->source, column->type ? column->type->last - 1 : column->name), last = column->virtual->last;
    for (uint32_t next = last; next < node->last && next != XY_NO_TOKEN; next = xy_token_next(ctx->source, next)) {
        uint16_t kind = ctx->source->tokens[next].kind;
        bool inside = kind == XY_TOKEN_RPAREN || xy_ddl_is_word(ctx, next, "VIRTUAL") || xy_ddl_is_word(ctx, next, "STORED") || xy_token_is_trivia(kind);
        if (!inside)
            break;
        if (!xy_token_is_trivia(kind))
            last = next + 1;
    }
    xy_edit_replace(edits, first, last, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* On targets that take a column as Oracle writes it but for this. */
void xy_pass_virtual_column(xy_context *ctx, xy_node *node)
{
    virtual_column(ctx, node);
}

/* ---- the column ---- */

static void default_on_null(xy_context *ctx, const xy_column_def *column)
{
    xy_edit_delete(ctx->edits, column->on_null, xy_token_next(ctx->source, column->on_null) + 1, xy_rule_id(ctx->rule));
    if (!is_not_null(column))
        xy_edit_insert_text(ctx->edits, column->default_token, XY_BEFORE, "NOT NULL ", xy_rule_id(ctx->rule));
}

void xy_ddl_column(xy_context *ctx, const xy_node *table_name, const xy_node *node)
{
    const xy_column_def *column = XY_AS(column_def, node);
    if (column->visibility != XY_NO_TOKEN) {
        xy_pass_flag_token(ctx, column->visibility, "invisible", NULL);
        xy_edit_delete(ctx->edits, column->visibility, column->visibility + 1, xy_rule_id(ctx->rule));
    }
    if (column->on_null != XY_NO_TOKEN && column->default_)
        default_on_null(ctx, column);
    if (is_numeric_identity(ctx, column))
        numeric_identity(ctx, table_name, column);
    else if (column->identity)
        native_identity(ctx, column);
    if (column->virtual)
        virtual_column(ctx, node);
    xy_ddl_drop_all(ctx, column->properties);
}
