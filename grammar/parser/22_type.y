/* Data types: SQL Language Reference "Data Types"; PL/SQL Language Reference "datatype", %TYPE and %ROWTYPE.
 *
 * Type names are identifiers: only what is followed by further words has key words of its own. simple_type stops before WITH,
 * because of RETURNING type WITH WRAPPER (JSON); that of WITH TIME ZONE is a token of its own. */

%type <node>   data_type simple_type type_name type_argument;
%type <nodes>  type_arguments type_list opt_type_arguments;
%type <tokens> zone_words type_words;

data_type:
    simple_type
  | simple_type KW_WITH KW_ROWID                 { $$ = xy_parser_type_words(B, $1, @$, xy_tokens_add(B, xy_tokens_one(B, T(@2)), T(@3))); }
;

zone_words:
    WITH_ZONE KW_TIME KW_ZONE                    { $$ = xy_parser_tokens3(B, @1, @2, @3); }
  | WITH_ZONE KW_LOCAL KW_TIME KW_ZONE           { $$ = xy_tokens_join(B, xy_tokens_one(B, T(@1)), xy_parser_tokens3(B, @2, @3, @4)); }
;

simple_type:
    type_name opt_type_arguments                 { $$ = xy_parser_make_type(B, @$, NONE, $1, $2, NO_TOKENS, XY_DATA_TYPE_ANCHOR_NONE); }
  | type_name LPAREN type_arguments length_unit RPAREN
                                                 { $$ = xy_parser_type_unit(xy_parser_make_type(B, @$, NONE, $1, $3, NO_TOKENS, XY_DATA_TYPE_ANCHOR_NONE), $4); }
  | KW_REF type_name                             { $$ = xy_parser_make_type(B, @$, T(@1), $2, NO_NODES, NO_TOKENS, XY_DATA_TYPE_ANCHOR_NONE); }
  | name PERCENT KW_TYPE                         { $$ = xy_parser_make_type(B, @$, NONE, $1, NO_NODES, NO_TOKENS, XY_DATA_TYPE_ANCHOR_TYPE); }
  | name PERCENT KW_ROWTYPE                      { $$ = xy_parser_make_type(B, @$, NONE, $1, NO_NODES, NO_TOKENS, XY_DATA_TYPE_ANCHOR_ROWTYPE); }
  /* LONG RAW, DOUBLE PRECISION, CHAR VARYING, NATIONAL CHARACTER VARYING */
  | KW_LONG KW_RAW                               { $$ = xy_parser_make_type(B, @$, NONE, xy_parser_make_word(B, @1), NO_NODES, xy_tokens_one(B, T(@2)), XY_DATA_TYPE_ANCHOR_NONE); }
  | KW_DOUBLE KW_PRECISION                       { $$ = xy_parser_make_type(B, @$, NONE, xy_parser_make_word(B, @1), NO_NODES, xy_tokens_one(B, T(@2)), XY_DATA_TYPE_ANCHOR_NONE); }
  | character_word type_words opt_type_arguments
                                                 { $$ = xy_parser_make_type(B, @$, NONE, xy_parser_make_word(B, @1), $3, $2, XY_DATA_TYPE_ANCHOR_NONE); }
  | character_word type_words LPAREN type_arguments length_unit RPAREN
                                                 { $$ = xy_parser_type_unit(xy_parser_make_type(B, @$, NONE, xy_parser_make_word(B, @1), $4, $2, XY_DATA_TYPE_ANCHOR_NONE), $5); }
  /* INTERVAL DAY (2) TO SECOND (6), INTERVAL YEAR TO MONTH */
  | KW_INTERVAL identifier opt_type_arguments KW_TO identifier opt_type_arguments
                                                 { $$ = xy_parser_make_type(B, @$, NONE, xy_parser_make_word(B, @1), xy_list_join(B, $3, $6), xy_parser_tokens3(B, @2, @4, @5), XY_DATA_TYPE_ANCHOR_NONE); }
  | simple_type zone_words                       { $$ = xy_parser_type_words(B, $1, @$, $2); }
  | simple_type KW_CHARACTER KW_SET identifier   { $$ = xy_parser_type_charset($1, @$, xy_make_opaque(B, xy_parser_span(@2, @4), T(@2))); }
  | simple_type KW_CHARACTER KW_SET name PERCENT KW_CHARSET
                                                 { $$ = xy_parser_type_charset($1, @$, xy_make_opaque(B, xy_parser_span(@2, @6), T(@2))); }
;

character_word: KW_CHAR | KW_NCHAR | KW_CHARACTER | KW_NATIONAL;

type_words:
    KW_VARYING                                   { $$ = xy_tokens_one(B, T(@1)); }
  | identifier                                   { $$ = xy_tokens_one(B, $1); }
  | identifier KW_VARYING                        { $$ = xy_tokens_add(B, xy_tokens_one(B, $1), T(@2)); }
;

type_name:
    name
;

opt_type_arguments:
    %empty                                       { $$ = NO_NODES; }
  | LPAREN type_arguments RPAREN                 { $$ = $2; }
;

type_arguments:
    type_argument                                { $$ = xy_list_one(B, $1); }
  | type_arguments COMMA type_argument           { $$ = xy_list_add(B, $1, $3); }
;

type_argument:
    expression
  | STAR                                         { $$ = xy_make_star(B, @$, NULL, T(@1)); }
;

%type <token> length_unit;
/* BYTE or CHAR: no other word can stand here. */
length_unit:
    identifier
;

type_list:
    type_list_item
  | type_list COMMA type_list_item               { $$ = xy_list_join(B, $1, $3); }
;

%type <nodes> type_list_item;
type_list_item:
    data_type                                    { $$ = xy_list_one(B, $1); }
  | KW_ONLY data_type                            { $$ = xy_list_one(B, $2); }
;
