/* Included at the end of the grammar (grammar/parser): the functions of parser.h that need bison's static functions. */
#ifndef XY_SYNTAX_PARSER_GLUE_H
#define XY_SYNTAX_PARSER_GLUE_H

_Static_assert(sizeof(yypstate) <= sizeof(((xy_parser_memory *)0)->state), "xy_parser_memory is too small for bison's stacks");
_Static_assert(sizeof(yy_state_t) == sizeof(uint16_t), "xy_parser_memory takes another type for bison's states");

/* As yypstate_new, in the arena or where the caller says. */
void xy_parser_begin(xy_parser *parser)
{
    yypstate *state = parser->state;
    if (!state) {
        xy_parser_memory *memory = parser->memory ? parser->memory : xy_arena_alloc_raw(parser->builder.arena, sizeof *memory);
        state = (yypstate *)memory->state; /* the stacks inside are filled from their start */
        state->yystacksize = YYINITDEPTH;
        state->yyss = state->yyssa;
        state->yyvs = state->yyvsa;
        state->yyls = state->yylsa;
        state->yyes = (yy_state_t *)memory->lookahead;
        state->yyes_capacity = XY_LOOKAHEAD_DEPTH;
        parser->state = state;
    }
    yypstate_clear(state);
    parser->root = NULL;
    parser->errors = 0;
    parser->at_end = parser->too_deep = false;
}

xy_push xy_parser_push(xy_parser *parser, uint16_t kind, uint32_t token)
{
    bool mode = kind >= XY_YY_MODE_UNIT && kind <= XY_YY_MODE_DECLARATION;
    YYSTYPE value = {.token = token};
    YYLTYPE span = {token, token + 1};
    if (mode) {
        span.last = token;
        parser->first = parser->end = token;
    } else if (kind == XY_YY_EOF) {
        span = (YYLTYPE){parser->end, parser->end};
    } else {
        parser->end = span.last;
    }
    parser->token = token;
    parser->kind = kind;
    switch (yypush_parse(parser->state, kind, &value, &span, parser)) {
    case YYPUSH_MORE: return XY_PUSH_MORE;
    case 0: return XY_PUSH_ACCEPTED;
    case 1: return parser->too_deep ? XY_PUSH_TOO_DEEP : XY_PUSH_FAILED;
    default: return XY_PUSH_TOO_DEEP;
    }
}

bool xy_parser_accepts(xy_parser *parser, uint16_t kind)
{
    yypstate *state = parser->state;
    return yy_lac(state->yyesa, &state->yyes, &state->yyes_capacity, state->yyssp, YYTRANSLATE(kind)) == 0;
}

static int yyreport_syntax_error(const yypcontext_t *context, xy_parser *parser)
{
    (void)context;
    xy_parser_report(parser);
    return 0;
}

#endif
