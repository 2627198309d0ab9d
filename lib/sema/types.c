/* Types: the plain ones, reading and resolving declared types, common types, their text. */
#include "sema/internal.h"

#define PLAIN(f, s) [f] = {.family = (f), .precision = -1, .scale = (s)}

static const xy_type plain_types[XY_FAMILY_COUNT] = {
    PLAIN(XY_FAMILY_UNKNOWN, SEMA_NO_SCALE),     PLAIN(XY_FAMILY_NULL, SEMA_NO_SCALE),        PLAIN(XY_FAMILY_INTEGER, 0),
    PLAIN(XY_FAMILY_NUMBER, SEMA_NO_SCALE),      PLAIN(XY_FAMILY_FLOAT, SEMA_NO_SCALE),       PLAIN(XY_FAMILY_VARCHAR, SEMA_NO_SCALE),
    PLAIN(XY_FAMILY_CHAR, SEMA_NO_SCALE),        PLAIN(XY_FAMILY_CLOB, SEMA_NO_SCALE),        PLAIN(XY_FAMILY_DATE, SEMA_NO_SCALE),
    PLAIN(XY_FAMILY_TIMESTAMP, SEMA_NO_SCALE),   PLAIN(XY_FAMILY_TIMESTAMPTZ, SEMA_NO_SCALE), PLAIN(XY_FAMILY_INTERVAL_DS, SEMA_NO_SCALE),
    PLAIN(XY_FAMILY_INTERVAL_YM, SEMA_NO_SCALE), PLAIN(XY_FAMILY_RAW, SEMA_NO_SCALE),         PLAIN(XY_FAMILY_BLOB, SEMA_NO_SCALE),
    PLAIN(XY_FAMILY_BOOLEAN, SEMA_NO_SCALE),     PLAIN(XY_FAMILY_RECORD, SEMA_NO_SCALE),      PLAIN(XY_FAMILY_COLLECTION, SEMA_NO_SCALE),
    PLAIN(XY_FAMILY_CURSOR, SEMA_NO_SCALE),      PLAIN(XY_FAMILY_OBJECT, SEMA_NO_SCALE),      PLAIN(XY_FAMILY_ROWID, SEMA_NO_SCALE),
    PLAIN(XY_FAMILY_XML, SEMA_NO_SCALE),         PLAIN(XY_FAMILY_JSON, SEMA_NO_SCALE),        PLAIN(XY_FAMILY_EXCEPTION, SEMA_NO_SCALE),
};

static const char *const family_names[XY_FAMILY_COUNT] = {
    "unknown",     "null", "integer", "number",  "float",  "varchar",    "char",   "clob",   "date",  "timestamp", "timestamptz", "interval_ds",
    "interval_ym", "raw",  "blob",    "boolean", "record", "collection", "cursor", "object", "rowid", "xml",       "json",        "exception",
};

const char *xy_family_name(xy_family family)
{
    return (unsigned)family < XY_FAMILY_COUNT ? family_names[family] : "unknown";
}

bool xy_is_char_family(xy_family family)
{
    return family == XY_FAMILY_VARCHAR || family == XY_FAMILY_CHAR || family == XY_FAMILY_CLOB;
}

bool xy_is_number_family(xy_family family)
{
    return family == XY_FAMILY_INTEGER || family == XY_FAMILY_NUMBER || family == XY_FAMILY_FLOAT;
}

bool xy_is_datetime_family(xy_family family)
{
    return family == XY_FAMILY_DATE || family == XY_FAMILY_TIMESTAMP || family == XY_FAMILY_TIMESTAMPTZ;
}

const xy_type *sema_type(xy_family family)
{
    return &plain_types[family];
}

bool sema_type_known(const xy_type *type)
{
    return type && type->family != XY_FAMILY_UNKNOWN;
}

xy_type *sema_type_new(xy_arena *arena, xy_family family)
{
    xy_type *type = XY_NEW(arena, xy_type);
    *type = plain_types[family];
    return type;
}

const xy_type *sema_type_number(xy_arena *arena, int32_t precision, int32_t scale)
{
    xy_type *type = sema_type_new(arena, XY_FAMILY_NUMBER);
    type->precision = precision;
    type->scale = scale;
    return type;
}

const xy_type *sema_type_integral(void)
{
    static const xy_type integral = {.family = XY_FAMILY_NUMBER, .precision = -1, .scale = 0, .integral = true};
    return &integral;
}

const xy_type *sema_type_float(const xy_type *a, const xy_type *b)
{
    static const xy_type single = {.family = XY_FAMILY_FLOAT, .precision = -1, .scale = SEMA_NO_SCALE, .binary_float = true};
    bool twofold = (a->family == XY_FAMILY_FLOAT && !a->binary_float) || (b->family == XY_FAMILY_FLOAT && !b->binary_float);
    return twofold ? sema_type(XY_FAMILY_FLOAT) : &single;
}

const xy_type *sema_type_varchar(xy_arena *arena, int32_t length)
{
    xy_type *type = sema_type_new(arena, XY_FAMILY_VARCHAR);
    type->precision = length;
    type->length_chars = true;
    return type;
}

const xy_record_field *sema_find_field(const xy_type *type, xy_str name)
{
    for (uint32_t i = 0; type && i < type->field_count; i++) {
        if (xy_str_equal(type->fields[i].name, name))
            return &type->fields[i];
    }
    return NULL;
}

static void fill_row(xy_arena *arena, xy_type *type, xy_symbol *const *columns, uint32_t count)
{
    xy_record_field *fields = (xy_record_field *)(uintptr_t)type->fields;
    if (type->field_count != count || !fields)
        fields = count ? XY_NEW_ARRAY(arena, xy_record_field, count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        const xy_type *of = columns[i]->type ? columns[i]->type : sema_type(XY_FAMILY_UNKNOWN);
        fields[i] = (xy_record_field){columns[i]->name, of, columns[i]->nullability, columns[i]->node, {0}};
    }
    type->fields = fields;
    type->field_count = count;
}

const xy_type *sema_row_type(xy_arena *arena, xy_symbol *of, xy_symbol *const *columns, uint32_t count)
{
    xy_type *type = sema_type_new(arena, XY_FAMILY_RECORD);
    fill_row(arena, type, columns, count);
    type->rowtype = true;
    type->row_of = of;
    if (of)
        type->name = of->name;
    return type;
}

void sema_row_type_update(xy_arena *arena, xy_symbol *of)
{
    if (of->type && of->type->rowtype)
        fill_row(arena, (xy_type *)(uintptr_t)of->type, of->columns, of->column_count);
    else
        of->type = sema_row_type(arena, of, of->columns, of->column_count);
}

/* ---- the names of scalar types ---- */

enum {
    NATIONAL = 1,
    SINGLE = 2 /* BINARY_FLOAT */,
    LOCAL = 4,
    WHOLE = 8 /* scale 0 unless given */,
    FLOATING = 16 /* arguments are binary digits */,
    ONE = 32 /* length 1 unless given */
};

typedef struct scalar_name {
    const char *name;
    uint8_t family;
    uint8_t flags;
    int8_t precision;
} scalar_name;

/* With the further words of the declaration, one blank between. */
static const scalar_name scalar_names[] = {
    {"NUMBER", XY_FAMILY_NUMBER, 0, -1},
    {"NUMERIC", XY_FAMILY_NUMBER, WHOLE, 38},
    {"DECIMAL", XY_FAMILY_NUMBER, WHOLE, 38},
    {"DEC", XY_FAMILY_NUMBER, WHOLE, 38},
    {"INTEGER", XY_FAMILY_NUMBER, WHOLE, 38},
    {"INT", XY_FAMILY_NUMBER, WHOLE, 38},
    {"SMALLINT", XY_FAMILY_NUMBER, WHOLE, 38},
    {"FLOAT", XY_FAMILY_NUMBER, FLOATING, -1},
    {"REAL", XY_FAMILY_NUMBER, FLOATING, -1},
    {"DOUBLE PRECISION", XY_FAMILY_NUMBER, FLOATING, -1},
    {"BINARY_FLOAT", XY_FAMILY_FLOAT, SINGLE, -1},
    {"BINARY_DOUBLE", XY_FAMILY_FLOAT, 0, -1},
    {"SIMPLE_FLOAT", XY_FAMILY_FLOAT, SINGLE, -1},
    {"SIMPLE_DOUBLE", XY_FAMILY_FLOAT, 0, -1},
    {"PLS_INTEGER", XY_FAMILY_INTEGER, 0, -1},
    {"BINARY_INTEGER", XY_FAMILY_INTEGER, 0, -1},
    {"NATURAL", XY_FAMILY_INTEGER, 0, -1},
    {"NATURALN", XY_FAMILY_INTEGER, 0, -1},
    {"POSITIVE", XY_FAMILY_INTEGER, 0, -1},
    {"POSITIVEN", XY_FAMILY_INTEGER, 0, -1},
    {"SIGNTYPE", XY_FAMILY_INTEGER, 0, -1},
    {"SIMPLE_INTEGER", XY_FAMILY_INTEGER, 0, -1},
    {"VARCHAR2", XY_FAMILY_VARCHAR, 0, -1},
    {"VARCHAR", XY_FAMILY_VARCHAR, 0, -1},
    {"STRING", XY_FAMILY_VARCHAR, 0, -1},
    {"CHARACTER VARYING", XY_FAMILY_VARCHAR, 0, -1},
    {"CHAR VARYING", XY_FAMILY_VARCHAR, 0, -1},
    {"NVARCHAR2", XY_FAMILY_VARCHAR, NATIONAL, -1},
    {"NCHAR VARYING", XY_FAMILY_VARCHAR, NATIONAL, -1},
    {"NATIONAL CHARACTER VARYING", XY_FAMILY_VARCHAR, NATIONAL, -1},
    {"NATIONAL CHAR VARYING", XY_FAMILY_VARCHAR, NATIONAL, -1},
    {"CHAR", XY_FAMILY_CHAR, ONE, 1},
    {"CHARACTER", XY_FAMILY_CHAR, ONE, 1},
    {"NCHAR", XY_FAMILY_CHAR, NATIONAL | ONE, 1},
    {"NATIONAL CHARACTER", XY_FAMILY_CHAR, NATIONAL | ONE, 1},
    {"NATIONAL CHAR", XY_FAMILY_CHAR, NATIONAL | ONE, 1},
    {"LONG", XY_FAMILY_CLOB, 0, -1},
    {"LONG VARCHAR", XY_FAMILY_CLOB, 0, -1},
    {"CLOB", XY_FAMILY_CLOB, 0, -1},
    {"NCLOB", XY_FAMILY_CLOB, NATIONAL, -1},
    {"RAW", XY_FAMILY_RAW, 0, -1},
    {"LONG RAW", XY_FAMILY_BLOB, 0, -1},
    {"BLOB", XY_FAMILY_BLOB, 0, -1},
    {"BFILE", XY_FAMILY_BLOB, 0, -1},
    {"DATE", XY_FAMILY_DATE, 0, -1},
    {"TIMESTAMP", XY_FAMILY_TIMESTAMP, 0, 6},
    {"TIMESTAMP WITH TIME ZONE", XY_FAMILY_TIMESTAMPTZ, 0, 6},
    {"TIMESTAMP WITH LOCAL TIME ZONE", XY_FAMILY_TIMESTAMPTZ, LOCAL, 6},
    {"TIMESTAMP_UNCONSTRAINED", XY_FAMILY_TIMESTAMP, 0, 9},
    {"TIMESTAMP_TZ_UNCONSTRAINED", XY_FAMILY_TIMESTAMPTZ, 0, 9},
    {"TIMESTAMP_LTZ_UNCONSTRAINED", XY_FAMILY_TIMESTAMPTZ, LOCAL, 9},
    {"DSINTERVAL_UNCONSTRAINED", XY_FAMILY_INTERVAL_DS, 0, -1},
    {"YMINTERVAL_UNCONSTRAINED", XY_FAMILY_INTERVAL_YM, 0, -1},
    {"INTERVAL DAY TO SECOND", XY_FAMILY_INTERVAL_DS, 0, 2},
    {"INTERVAL YEAR TO MONTH", XY_FAMILY_INTERVAL_YM, 0, 2},
    {"BOOLEAN", XY_FAMILY_BOOLEAN, 0, -1},
    {"ROWID", XY_FAMILY_ROWID, 0, -1},
    {"UROWID", XY_FAMILY_ROWID, 0, -1},
    {"XMLTYPE", XY_FAMILY_XML, 0, -1},
    {"JSON", XY_FAMILY_JSON, 0, -1},
    {"SYS_REFCURSOR", XY_FAMILY_CURSOR, 0, -1},
    {"EXCEPTION", XY_FAMILY_EXCEPTION, 0, -1},
};

static const scalar_name *find_scalar(xy_arena *arena, const sema_spec *spec)
{
    xy_str name = spec->parts[spec->part_count - 1];
    if (spec->words.length)
        name = xy_str_format(arena, "%.*s %.*s", XY_STR_ARG(name), XY_STR_ARG(spec->words));
    for (size_t i = 0; i < sizeof scalar_names / sizeof *scalar_names; i++) {
        if (xy_str_equal(name, xy_str_from(scalar_names[i].name)))
            return &scalar_names[i];
    }
    return NULL;
}

static const xy_type *scalar_type(xy_arena *arena, const scalar_name *scalar, const sema_spec *spec)
{
    xy_type *type = sema_type_new(arena, (xy_family)scalar->family);
    type->national = scalar->flags & NATIONAL;
    type->binary_float = scalar->flags & SINGLE;
    type->local_zone = scalar->flags & LOCAL;
    type->precision = scalar->precision;
    type->length_chars = spec->unit == 'C' || type->national;
    if (scalar->flags & WHOLE)
        type->scale = 0;
    if (type->family == XY_FAMILY_INTERVAL_DS && scalar->precision >= 0)
        type->scale = spec->arg_count > 1 ? spec->args[1] : 6;
    if (spec->arg_count && !(scalar->flags & FLOATING)) {
        type->precision = spec->args[0];
        if (type->family == XY_FAMILY_NUMBER)
            type->scale = spec->arg_count > 1 ? spec->args[1] : 0;
    }
    return type;
}

/* ---- reading ---- */

int32_t sema_digits(xy_str text)
{
    int64_t value = 0;
    for (uint32_t i = 0; i < text.length && text.data[i] >= '0' && text.data[i] <= '9' && value < INT32_MAX / 10; i++)
        value = value * 10 + (text.data[i] - '0');
    return (int32_t)value;
}

/* NUMBER(*,0): the star stands for the greatest precision. */
static int32_t read_argument(const xy_source *source, const xy_node *arg)
{
    if (arg->kind == XY_NODE_NUMBER_LITERAL)
        return sema_digits(xy_token_text(source, XY_AS(number_literal, arg)->value));
    if (arg->kind == XY_NODE_UNARY && XY_AS(unary, arg)->op == XY_UNARY_OP_MINUS)
        return -read_argument(source, XY_AS(unary, arg)->operand);
    return 38;
}

static xy_str read_words(const xy_source *source, xy_token_list words, xy_arena *arena)
{
    xy_buffer text;
    xy_buffer_init(&text, arena);
    for (uint32_t i = 0; i < words.count; i++) {
        if (i)
            xy_buffer_add_char(&text, ' ');
        xy_buffer_add_str(&text, xy_str_upper(arena, xy_token_text(source, words.items[i])));
    }
    return xy_buffer_str(&text);
}

/* INTERVAL DAY TO SECOND(3): the days have no precision of their own, so that the number is that of the fraction. */
static bool is_fraction_alone(const sema_spec *spec, const xy_data_type *type)
{
    return spec->part_count == 1 && xy_str_equal(spec->parts[0], XY_STR("INTERVAL")) && type->args.count == 1 && type->words.count
           && type->args.items[0]->first > type->words.items[type->words.count - 1];
}

void sema_spec_read(const xy_source *source, const xy_node *data_type, xy_arena *arena, bool copy, sema_spec *spec)
{
    *spec = (sema_spec){0};
    if (!data_type || data_type->kind != XY_NODE_DATA_TYPE)
        return;
    const xy_data_type *type = XY_AS(data_type, data_type);
    sema_env env = {.arena = arena};
    sema_declarer d = {.env = &env, .source = source, .catalog = copy};
    spec->part_count = (uint8_t)sema_name_parts(&d, type->name, spec->parts);
    spec->anchor = type->anchor;
    spec->ref = type->ref != XY_NO_TOKEN;
    if (type->words.count)
        spec->words = read_words(source, type->words, arena);
    if (is_fraction_alone(spec, type))
        spec->args[spec->arg_count++] = 2;
    for (uint32_t i = 0; i < type->args.count && spec->arg_count < 2; i++)
        spec->args[spec->arg_count++] = read_argument(source, type->args.items[i]);
    if (type->unit != XY_NO_TOKEN)
        spec->unit = (uint8_t)(xy_token_text(source, type->unit).data[0] & 0xDF);
}

/* ---- resolving ---- */

void sema_take_subtype(xy_symbol *symbol, const xy_symbol *named)
{
    symbol->subtype = xy_sema_subtype(named);
    if (named && named->kind != XY_SYM_TYPE && named->constrained) /* v%TYPE of a NATURAL */
        symbol->constrained = true;
}

const xy_symbol *xy_sema_subtype(const xy_symbol *symbol)
{
    return !symbol ? NULL : symbol->kind == XY_SYM_TYPE && symbol->constrained ? symbol : symbol->subtype;
}

static const xy_type *row_of_symbol(sema_env *env, xy_symbol *symbol, const xy_type *type)
{
    switch (symbol->kind) {
    case XY_SYM_TABLE:
    case XY_SYM_VIEW:
    case XY_SYM_MVIEW:
    case XY_SYM_CURSOR:
    case XY_SYM_CTE: sema_catalog_ensure(env, symbol); return symbol->type;
    default: /* a cursor variable of a strong type */
        if (type && type->family == XY_FAMILY_CURSOR && type->element)
            return type->element;
        return NULL;
    }
}

static const xy_type *anchored_type(sema_env *env, const sema_spec *spec, xy_symbol *symbol, const xy_type *type)
{
    if (!symbol)
        return NULL;
    sema_catalog_ensure(env, symbol);
    if (spec->anchor == XY_DATA_TYPE_ANCHOR_ROWTYPE)
        return row_of_symbol(env, symbol, type);
    if (spec->anchor == XY_DATA_TYPE_ANCHOR_TYPE)
        return type ? type : symbol->type;
    if (symbol->kind == XY_SYM_TYPE)
        return symbol->type;
    return NULL;
}

/* A subtype's or named scalar type's own length: t_name(20) for SUBTYPE t_name IS VARCHAR2. */
static const xy_type *constrain(sema_env *env, const xy_type *type, const sema_spec *spec)
{
    if (!spec->arg_count || spec->anchor != XY_DATA_TYPE_ANCHOR_NONE)
        return type;
    xy_type *narrow = XY_NEW(env->arena, xy_type);
    *narrow = *type;
    narrow->precision = spec->args[0];
    if (type->family == XY_FAMILY_NUMBER)
        narrow->scale = spec->arg_count > 1 ? spec->args[1] : 0;
    return narrow;
}

static bool in_standard(const sema_spec *spec)
{
    return spec->part_count == 1
           || (spec->part_count == 2 && (xy_str_equal(spec->parts[0], XY_STR("STANDARD")) || xy_str_equal(spec->parts[0], XY_STR("SYS"))));
}

const xy_type *sema_spec_resolve(sema_env *env, const sema_spec *spec)
{
    env->named = NULL;
    if (!spec->part_count)
        return sema_type(XY_FAMILY_UNKNOWN);
    if (spec->anchor == XY_DATA_TYPE_ANCHOR_NONE && in_standard(spec)) {
        const scalar_name *scalar = find_scalar(env->arena, spec);
        if (scalar)
            return scalar_type(env->arena, scalar, spec);
    }
    env->types_only = spec->anchor == XY_DATA_TYPE_ANCHOR_NONE;
    sema_found found = sema_find(env, spec->parts, spec->part_count, spec->anchor != XY_DATA_TYPE_ANCHOR_NONE ? SEMA_FIND_TABLE : 0);
    env->types_only = false;
    const xy_type *type = anchored_type(env, spec, found.symbol, found.type);
    env->named = found.symbol;
    return type ? constrain(env, type, spec) : sema_type(XY_FAMILY_UNKNOWN);
}

/* ---- common types ---- */

/* Later wins: the order in which Oracle prefers number types, and the wider of character and date types. */
static int rank_in_class(xy_family family)
{
    static const int8_t ranks[XY_FAMILY_COUNT] = {
        [XY_FAMILY_INTEGER] = 1, [XY_FAMILY_NUMBER] = 2, [XY_FAMILY_FLOAT] = 3,     [XY_FAMILY_CHAR] = 1,        [XY_FAMILY_VARCHAR] = 2,
        [XY_FAMILY_CLOB] = 3,    [XY_FAMILY_DATE] = 1,   [XY_FAMILY_TIMESTAMP] = 2, [XY_FAMILY_TIMESTAMPTZ] = 3,
    };
    return ranks[family];
}

static const xy_type *wider(xy_arena *arena, const xy_type *a, const xy_type *b)
{
    if (a == b)
        return a;
    if (a->family == XY_FAMILY_FLOAT || b->family == XY_FAMILY_FLOAT)
        return sema_type_float(a, b);
    xy_type *type = XY_NEW(arena, xy_type);
    *type = *(rank_in_class(b->family) > rank_in_class(a->family) ? b : a);
    bool same = a->family == b->family;
    if (xy_is_number_family(type->family)) {
        type->integral = sema_type_is_integral(a) && sema_type_is_integral(b);
        if (a->scale != b->scale || a->precision != b->precision) {
            type->precision = -1;
            type->scale = a->scale == 0 && b->scale == 0 ? 0 : SEMA_NO_SCALE;
        }
    } else if (!same || a->precision < 0 || b->precision < 0 || a->length_chars != b->length_chars) {
        type->precision = -1;
    } else {
        type->precision = a->precision > b->precision ? a->precision : b->precision;
        if (type->family == XY_FAMILY_CHAR && a->precision != b->precision)
            type->family = XY_FAMILY_VARCHAR;
    }
    type->name = (xy_str){0};
    type->symbol = NULL;
    return type;
}

const xy_type *sema_type_unify(xy_arena *arena, const xy_type *a, const xy_type *b)
{
    if (!a || a->family == XY_FAMILY_NULL)
        return b;
    if (!b || b->family == XY_FAMILY_NULL)
        return a;
    if (!sema_type_known(a) || !sema_type_known(b))
        return sema_type(XY_FAMILY_UNKNOWN);
    bool number = xy_is_number_family(a->family) && xy_is_number_family(b->family);
    bool chars = xy_is_char_family(a->family) && xy_is_char_family(b->family);
    bool dates = xy_is_datetime_family(a->family) && xy_is_datetime_family(b->family);
    if (number || chars || dates)
        return wider(arena, a, b);
    return a;
}

/* ---- text ---- */

static void add_length(xy_buffer *out, const xy_type *type)
{
    if (type->precision < 0)
        return;
    if (type->family == XY_FAMILY_NUMBER && type->scale != SEMA_NO_SCALE && type->scale != 0)
        xy_buffer_format(out, "(%d,%d)", (int)type->precision, (int)type->scale);
    else
        xy_buffer_format(out, "(%d%s)", (int)type->precision, xy_is_char_family(type->family) && type->length_chars && !type->national ? " char" : "");
}

static void add_type(xy_buffer *out, const xy_type *type, int depth)
{
    static const char *const kinds[] = {"table", "varray", "associative"};
    if (type->national)
        xy_buffer_add_char(out, 'n');
    xy_buffer_add_text(out, xy_family_name(type->family));
    if (type->name.length)
        xy_buffer_format(out, " %.*s", XY_STR_ARG(type->name));
    if (type->family == XY_FAMILY_COLLECTION && type->element) {
        xy_buffer_format(out, " %s of ", kinds[type->collection]);
        if (depth < 4)
            add_type(out, type->element, depth + 1);
    } else if (type->family == XY_FAMILY_RECORD && type->rowtype) {
        xy_buffer_add_text(out, " row");
    } else {
        add_length(out, type);
    }
}

xy_str xy_type_text(xy_arena *arena, const xy_type *type)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    add_type(&out, type ? type : sema_type(XY_FAMILY_UNKNOWN), 0);
    return xy_buffer_str(&out);
}
