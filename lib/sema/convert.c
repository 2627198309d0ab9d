/* Implicit conversions as Oracle makes them (SQL Language Reference, "Data Conversion"): noted at the operand that is converted. */
#include "sema/walk.h"

typedef enum family_class { OTHER, NUMERIC, CHARACTER, DATETIME, INTERVAL, BINARY_DATA, ROW_ADDRESS } family_class;

static family_class class_of(xy_family family)
{
    if (xy_is_number_family(family))
        return NUMERIC;
    if (xy_is_char_family(family))
        return CHARACTER;
    if (xy_is_datetime_family(family))
        return DATETIME;
    if (family == XY_FAMILY_INTERVAL_DS || family == XY_FAMILY_INTERVAL_YM)
        return INTERVAL;
    if (family == XY_FAMILY_RAW)
        return BINARY_DATA;
    return family == XY_FAMILY_ROWID ? ROW_ADDRESS : OTHER;
}

/* Only what has a type of a plain class can be converted; NULL needs no conversion and of the unknown nothing is said. */
void sema_convert(sema *s, const xy_node *operand, xy_family to)
{
    xy_family from = sema_family_at(s, operand);
    family_class a = class_of(from), b = class_of(to);
    if (a == OTHER || b == OTHER || from == to)
        return;
    bool possible = a == CHARACTER ? b != CHARACTER : b == CHARACTER || (a == DATETIME && b == DATETIME);
    if (!possible) /* among numbers nothing is converted; a number and a date do not go together at all */
        return;
    if (to == XY_FAMILY_CHAR || to == XY_FAMILY_CLOB)
        to = XY_FAMILY_VARCHAR;
    if (b == NUMERIC && to == XY_FAMILY_INTEGER && a == CHARACTER)
        to = XY_FAMILY_NUMBER;
    s->infos[operand->id].convert_to = (uint8_t)to;
}

static bool is_aggregate_type(const xy_type *type)
{
    return type->family == XY_FAMILY_RECORD || type->family == XY_FAMILY_COLLECTION || type->family == XY_FAMILY_OBJECT;
}

/* CHAR keeps its blanks where it becomes VARCHAR2; a literal has none to keep. */
static bool keeps_blanks(const sema *s, const xy_node *operand, const xy_type *type)
{
    while (operand->kind == XY_NODE_PAREN)
        operand = XY_AS(paren, operand)->inner;
    bool literal = operand->kind == XY_NODE_STRING_LITERAL;
    return sema_family_at(s, operand) == XY_FAMILY_CHAR && !literal && (type->family == XY_FAMILY_VARCHAR || type->family == XY_FAMILY_CLOB);
}

void sema_convert_to_type(sema *s, const xy_node *operand, const xy_type *type)
{
    if (operand && type && keeps_blanks(s, operand, type)) {
        s->infos[operand->id].convert_to = XY_FAMILY_VARCHAR;
        return;
    }
    if (type && sema_type_known(type) && !is_aggregate_type(type))
        sema_convert(s, operand, type->family);
}

void sema_convert_stored(sema *s, const xy_node *operand, const xy_type *type, bool column)
{
    sema_convert_to_type(s, operand, type);
    bool sized = type && (type->family == XY_FAMILY_VARCHAR || type->family == XY_FAMILY_CHAR) && type->precision > 0 && type->precision <= XY_LIMIT_LENGTH;
    if (operand && sized)
        s->infos[operand->id].limit = (uint16_t)((unsigned)type->precision | (column ? XY_LIMIT_COLUMN : 0));
}

static void convert_pair(sema *s, const xy_node *a, const xy_node *b)
{
    xy_family fa = sema_family_at(s, a), fb = sema_family_at(s, b);
    family_class ca = class_of(fa), cb = class_of(fb);
    if (ca == CHARACTER && (cb == NUMERIC || cb == DATETIME || cb == INTERVAL || cb == ROW_ADDRESS))
        sema_convert(s, a, cb == NUMERIC ? XY_FAMILY_NUMBER : fb);
    else if (ca == DATETIME && cb == DATETIME && fa < fb) /* the poorer side: DATE, TIMESTAMP, with time zone */
        sema_convert(s, a, fb);
}

void sema_convert_comparison(sema *s, const xy_node *a, const xy_node *b)
{
    if (a->kind == XY_NODE_ROW && b->kind == XY_NODE_ROW) {
        const xy_row *ra = XY_AS(row, a), *rb = XY_AS(row, b);
        for (uint32_t i = 0; i < ra->items.count && i < rb->items.count; i++)
            sema_convert_comparison(s, ra->items.items[i], rb->items.items[i]);
        return;
    }
    if (b->kind == XY_NODE_QUANTIFIED) {
        xy_nodes list = XY_AS(quantified, b)->list;
        for (uint32_t i = 0; i < list.count; i++)
            sema_convert_comparison(s, a, list.items[i]);
    }
    convert_pair(s, a, b);
    convert_pair(s, b, a);
}
