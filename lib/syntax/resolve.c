/* Keyword or name? Oracle reserves almost nothing, so a word is a keyword where the grammar can use it as one (design §5).
 * All knowledge about single words is in grammar/keywords.yml; this file only applies it. */
#include "syntax/driver.h"

static bool is_keyword(uint16_t kind)
{
    return kind >= XY_TOKEN_FIRST_KEYWORD && kind < XY_TOKEN_COUNT;
}

/* WORD in a set stands for any word that is not reserved. */
static bool in_set(const uint16_t *set, uint16_t kind)
{
    for (; *set; set++) {
        if (*set == kind)
            return true;
        if (*set == XY_TOKEN_WORD && xy_token_is_word(kind)
            && (xy_token_infos[kind].keyword_class == XY_TOKEN_CLASS_SOFT || xy_token_infos[kind].keyword_class == XY_TOKEN_CLASS_NONE))
            return true;
    }
    return false;
}

static bool neighbours_allow(const xy_token_info *info, uint16_t previous, uint16_t next)
{
    return (!info->next || in_set(info->next, next)) && (!info->prev || in_set(info->prev, previous)) && (!info->deny || !in_set(info->deny, next));
}

/* After `.` and before `=>` stands a name, whatever the word, unless the grammar takes only the keyword there. */
static bool is_name_place(uint16_t previous, uint16_t next)
{
    return previous == XY_TOKEN_DOT || next == XY_TOKEN_ARROW;
}

/* FROM FIRST | LAST of NTH_VALUE: IGNORE, RESPECT or OVER comes next, which no table `first` or `last` could have there. */
static bool is_from_end(const xy_source *source, uint32_t token, uint16_t next)
{
    if (next != XY_TOKEN_KW_FIRST && next != XY_TOKEN_KW_LAST)
        return false;
    uint32_t third = xy_token_after(source, xy_token_after(source, token));
    uint16_t kind = third < source->token_count ? source->tokens[third].kind : XY_TOKEN_EOF;
    return kind == XY_TOKEN_KW_OVER || kind == XY_TOKEN_KW_IGNORE || kind == XY_TOKEN_KW_RESPECT;
}

/* Words that only the next one tells apart, where LALR(1) has to decide at once: they are tokens of their own. */
static const struct {
    uint16_t kind, next, made;
} made_tokens[] = {
    {XY_TOKEN_KW_WITH, XY_TOKEN_KW_TARGET, XY_TOKEN_WITH_TARGET},
    {XY_TOKEN_KW_WITH, XY_TOKEN_KW_TIME, XY_TOKEN_WITH_ZONE},
    {XY_TOKEN_KW_WITH, XY_TOKEN_KW_LOCAL, XY_TOKEN_WITH_ZONE},
    {XY_TOKEN_KW_COLUMNS, XY_TOKEN_LPAREN, XY_TOKEN_COLUMNS_OF},
    {XY_TOKEN_KW_REF, XY_TOKEN_LPAREN, XY_TOKEN_REF_OF},
    {XY_TOKEN_KW_DROP, XY_TOKEN_KW_IDENTITY, XY_TOKEN_DROP_PART},
    {XY_TOKEN_KW_DROP, XY_TOKEN_KW_DOMAIN, XY_TOKEN_DROP_PART},
    {XY_TOKEN_KW_ADD, XY_TOKEN_KW_DOMAIN, XY_TOKEN_ADD_PART},
    {XY_TOKEN_KW_NO, XY_TOKEN_KW_ON, XY_TOKEN_NO_ON},
    {XY_TOKEN_KW_ENABLE, XY_TOKEN_KW_ON, XY_TOKEN_STATE_ON},
    {XY_TOKEN_KW_DISABLE, XY_TOKEN_KW_ON, XY_TOKEN_STATE_ON},
    {XY_TOKEN_KW_OF, XY_TOKEN_KW_NO, XY_TOKEN_OF_NO},
    {XY_TOKEN_KW_OF, XY_TOKEN_KW_CREATION, XY_TOKEN_OF_NO},
    {XY_TOKEN_KW_HIERARCHY, XY_TOKEN_WORD, XY_TOKEN_HIERARCHY_OF},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_END, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_ELSE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_ELSIF, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_EXCEPTION, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_IF, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_FOR, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_WHILE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_LOOP, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_BEGIN, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_DECLARE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_RETURN, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_RAISE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_SELECT, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_INSERT, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_UPDATE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_DELETE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_MERGE, XY_TOKEN_STATEMENTS},
    {XY_TOKEN_SUBSTITUTION, XY_TOKEN_KW_COMMIT, XY_TOKEN_STATEMENTS},
};

static uint16_t made_of(xy_parser *parser, uint16_t kind, uint16_t next)
{
    for (size_t i = 0; i < sizeof made_tokens / sizeof *made_tokens; i++)
        if (made_tokens[i].kind == kind && made_tokens[i].next == next && xy_parser_accepts(parser, made_tokens[i].made))
            return made_tokens[i].made;
    return XY_TOKEN_EOF;
}

/* What follows these is no name, or an alias: a `;` or END is missing, and the keyword begins what comes next. */
static bool ends_operand(uint16_t kind)
{
    return kind == XY_TOKEN_WORD || kind == XY_TOKEN_QUOTED_WORD || kind == XY_TOKEN_SUBSTITUTION || kind == XY_TOKEN_NUMBER || kind == XY_TOKEN_STRING
           || kind == XY_TOKEN_BIND || kind == XY_TOKEN_RPAREN || kind == XY_TOKEN_SEMICOLON || kind == XY_TOKEN_KW_NULL;
}

static const uint16_t after_alias[] = {XY_TOKEN_KW_FROM,  XY_TOKEN_COMMA,    XY_TOKEN_KW_WHERE, XY_TOKEN_KW_ON,  XY_TOKEN_KW_JOIN,  XY_TOKEN_KW_INNER,
                                       XY_TOKEN_KW_LEFT,  XY_TOKEN_KW_RIGHT, XY_TOKEN_KW_FULL,  XY_TOKEN_RPAREN, XY_TOKEN_KW_CROSS, XY_TOKEN_KW_GROUP,
                                       XY_TOKEN_KW_ORDER, XY_TOKEN_KW_UNION, XY_TOKEN_KW_SET,   XY_TOKEN_EOF};

/* IF, CASE …: only PL/SQL reserves them. Names where the parser cannot take the keyword, or not with what comes next. */
static uint16_t resolve_plsql(xy_parser *parser, uint16_t kind, uint16_t previous, uint16_t next)
{
    if ((neighbours_allow(&xy_token_infos[kind], previous, next) && xy_parser_accepts(parser, kind)) || (ends_operand(previous) && !in_set(after_alias, next)))
        return kind;
    return xy_parser_accepts(parser, XY_TOKEN_WORD) ? XY_TOKEN_WORD : kind;
}

uint16_t xy_resolve(xy_parser *parser, uint32_t token, uint16_t previous, uint16_t next)
{
    uint16_t kind = parser->source->tokens[token].kind;
    if (!is_keyword(kind)) {
        uint16_t made = kind == XY_TOKEN_SUBSTITUTION ? made_of(parser, kind, next) : XY_TOKEN_EOF;
        return made != XY_TOKEN_EOF ? made : kind;
    }
    const xy_token_info *info = &xy_token_infos[kind];
    if (is_name_place(previous, next) && xy_parser_accepts(parser, XY_TOKEN_WORD))
        return XY_TOKEN_WORD;
    if (kind == XY_TOKEN_KW_FROM && is_from_end(parser->source, token, next) && xy_parser_accepts(parser, XY_TOKEN_FROM_END))
        return XY_TOKEN_FROM_END;
    uint16_t made = made_of(parser, kind, next);
    if (made != XY_TOKEN_EOF)
        return made;
    if (info->keyword_class == XY_TOKEN_CLASS_RESERVED)
        return kind;
    if (info->keyword_class == XY_TOKEN_CLASS_PLSQL)
        return resolve_plsql(parser, kind, previous, next);
    if (neighbours_allow(info, previous, next) ? xy_parser_accepts(parser, kind) : !xy_parser_accepts(parser, XY_TOKEN_WORD))
        return kind;
    return xy_parser_accepts(parser, XY_TOKEN_WORD) ? XY_TOKEN_WORD : kind;
}
