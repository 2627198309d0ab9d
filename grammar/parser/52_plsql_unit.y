/* Routines, packages, triggers and types: PL/SQL Language Reference, "CREATE FUNCTION" … "CREATE TYPE BODY".
 *
 * A routine's head grows by one clause after the other; its body comes last. */

%type <node>  create_prefix routine_head routine_specification routine_definition routine_clause routine_body call_specification;
%type <nodes> routine_clauses;

create_prefix:
    KW_CREATE                                    { $$ = xy_make_create_prefix(B, @$, NONE, NO_TOKENS); }
  | KW_CREATE KW_OR KW_REPLACE                   { $$ = xy_make_create_prefix(B, @$, T(@2), NO_TOKENS); }
  | create_prefix prefix_word                    { $$ = xy_parser_prefix_word(B, $1, @$, T(@2)); }
;

prefix_word:
    KW_EDITIONABLE | KW_NONEDITIONABLE | KW_EDITIONING | KW_FORCE | KW_NOFORCE | KW_NO KW_FORCE
  | KW_SHARDED | KW_DUPLICATED | KW_IMMUTABLE | KW_BLOCKCHAIN | KW_JSON KW_COLLECTION
;

/* The text of a stored unit as ALL_SOURCE holds it begins without CREATE: the prefix is empty. It stands at the next token: what lies before, a
 * substitution variable, may be no part of the unit's tree. */
%type <node> source_prefix;
source_prefix:
    create_prefix
  | %empty                                       { $$ = xy_make_create_prefix(B, ((xy_span){parser->token, parser->token}), NONE, NO_TOKENS); }
;

opt_if_not_exists: %empty | KW_IF KW_NOT KW_EXISTS;

/* ------------------------------------------------------------------ procedures and functions */

/* Words that SQL reserves and PL/SQL does not: packages have procedures of such names. */
%type <node> routine_name;
routine_name:
    name
  | unreserved_word                              { $$ = xy_parser_make_word(B, @1); }
;
unreserved_word: KW_DELETE | KW_SET | KW_PRIOR;

routine_head:
    KW_PROCEDURE opt_if_not_exists routine_name opt_parameters
        { $$ = xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_PROCEDURE, T(@1), $3, $4, NONE, NULL, NONE, NO_NODES, NONE, NULL, NULL); }
  | KW_FUNCTION opt_if_not_exists routine_name opt_parameters
        { $$ = xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_FUNCTION, T(@1), $3, $4, NONE, NULL, NONE, NO_NODES, NONE, NULL, NULL); }
  | KW_FUNCTION opt_if_not_exists routine_name opt_parameters KW_RETURN data_type
        { $$ = xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_FUNCTION, T(@1), $3, $4, T(@5), $6, NONE, NO_NODES, NONE, NULL, NULL); }
  | KW_FUNCTION opt_if_not_exists routine_name opt_parameters KW_RETURN KW_TABLE
        { $$ = xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_FUNCTION, T(@1), $3, $4, T(@5), xy_parser_make_type(B, @6, NONE, xy_parser_make_word(B, @6), NO_NODES, NO_TOKENS, XY_DATA_TYPE_ANCHOR_NONE), NONE, NO_NODES, NONE, NULL, NULL); }
  | KW_FUNCTION opt_if_not_exists routine_name opt_parameters KW_RETURN KW_SELF KW_AS KW_RESULT
        { $$ = xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_FUNCTION, T(@1), $3, $4, T(@5), NULL, T(@6), NO_NODES, NONE, NULL, NULL); }
  | KW_PROCEDURE opt_if_not_exists routine_name error
        { $$ = xy_node_broken(xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_PROCEDURE, T(@1), $3, NO_NODES, NONE, NULL, NONE, NO_NODES, NONE, NULL, NULL)); }
  | KW_FUNCTION opt_if_not_exists routine_name error
        { $$ = xy_node_broken(xy_make_routine(B, @$, NO_TOKENS, XY_ROUTINE_KIND_FUNCTION, T(@1), $3, NO_NODES, NONE, NULL, NONE, NO_NODES, NONE, NULL, NULL)); }
  | routine_head routine_clause                  { $$ = xy_parser_routine_clause(B, $1, @$, $2); }
;

routine_specification: routine_head;

routine_definition:
    routine_head routine_body                    { $$ = xy_parser_routine_body($1, @$, T(@2), $2); }
  | routine_head is_as call_specification        { $$ = xy_parser_routine_call_spec($1, @$, T(@2), $3); }
;

routine_body:
    is_as declarations KW_BEGIN statement_list opt_handlers KW_END opt_end_name
        { $$ = xy_make_block(B, @$, T(@1), $2, T(@3), $4, OPT(@5), $5, T(@6), $7); }
;

/* LANGUAGE JAVA NAME '…', LANGUAGE C [NAME n] LIBRARY l …, EXTERNAL … */
call_specification:
    KW_LANGUAGE call_language opaque_words       { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_EXTERNAL                                  { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_EXTERNAL opaque_words                     { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_MLE opaque_words                          { $$ = xy_make_opaque(B, @$, T(@1)); }
;
call_language: KW_JAVA | KW_C | KW_JAVASCRIPT;

routine_clauses:
    %empty                                       { $$ = NO_NODES; }
  | routine_clauses routine_clause               { $$ = xy_list_add(B, $1, $2); }
;

routine_clause:
    KW_DETERMINISTIC                             { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_AUTHID identifier                         { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_PIPELINED                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_PIPELINED KW_USING name                   { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | row_or_table KW_POLYMORPHIC opt_using_name   { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_RESULT_CACHE                              { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_RESULT_CACHE KW_RELIES_ON LPAREN opt_argument_list RPAREN
                                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_PARALLEL_ENABLE                           { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_PARALLEL_ENABLE LPAREN opaque_inner RPAREN
                                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_ACCESSIBLE KW_BY LPAREN accessor_list RPAREN
                                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_AGGREGATE KW_USING name                   { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_ORDER operand KW_BY LPAREN expression_list RPAREN
                                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_CLUSTER operand KW_BY LPAREN expression_list RPAREN
                                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_SQL_MACRO                                 { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_SQL_MACRO LPAREN opaque_inner RPAREN      { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_DEFAULT KW_COLLATION identifier           { $$ = xy_make_routine_clause(B, @$, T(@1)); }
  | KW_SHARING EQ identifier                     { $$ = xy_make_routine_clause(B, @$, T(@1)); }
;

row_or_table: KW_ROW | KW_TABLE;
opt_using_name: %empty | KW_USING name;
opt_argument_list: %empty | argument_list;

/* ACCESSIBLE BY (PACKAGE p, his.q) */
accessor_list: accessor | accessor_list COMMA accessor;
accessor: name | accessor_kind name;
accessor_kind: KW_FUNCTION | KW_PROCEDURE | KW_PACKAGE | KW_TRIGGER | KW_TYPE;

%type <node> create_routine;
create_routine:
    source_prefix routine_definition             { $$ = xy_make_create_routine(B, @$, $1, $2); }
  | source_prefix routine_specification          { $$ = xy_make_create_routine(B, @$, $1, $2); }
;

/* ------------------------------------------------------------------ packages */

%type <node> create_package create_package_body;
create_package:
    source_prefix KW_PACKAGE opt_if_not_exists name routine_clauses is_as declarations KW_END opt_end_name
        { $$ = xy_make_create_package(B, @$, $1, T(@2), $4, $5, T(@6), $7, T(@8), $9); }
;

create_package_body:
    source_prefix KW_PACKAGE KW_BODY opt_if_not_exists name routine_clauses is_as declarations KW_END opt_end_name
        { $$ = xy_make_create_package_body(B, @$, $1, T(@2), $5, T(@7), $8, NONE, NO_NODES, NONE, NO_NODES, T(@9), $10); }
  | source_prefix KW_PACKAGE KW_BODY opt_if_not_exists name routine_clauses is_as declarations KW_BEGIN statement_list opt_handlers KW_END opt_end_name
        { $$ = xy_make_create_package_body(B, @$, $1, T(@2), $5, T(@7), $8, T(@9), $10, OPT(@11), $11, T(@12), $13); }
;

/* ------------------------------------------------------------------ triggers */

%type <node>   create_trigger trigger_event trigger_target opt_referencing opt_ordering opt_trigger_when trigger_body timing_point;
%type <nodes>  trigger_events timing_points;
%type <choice> trigger_timing timing_words;
%type <token>  opt_for_each_row opt_state;
%type <tokens> referencing_list;

create_trigger:
    source_prefix KW_TRIGGER opt_if_not_exists name opt_sharing trigger_timing trigger_events KW_ON trigger_target
    opt_referencing opt_for_each_row opt_crossedition opt_ordering opt_state opt_trigger_when trigger_body
        { $$ = xy_make_create_trigger(B, @$, $1, $4, (uint8_t)$6, $7, $9, $10, $11, $13, $14, $15, $16); }
;

opt_sharing: %empty | KW_SHARING EQ identifier;

trigger_timing:
    KW_BEFORE                                    { $$ = XY_CREATE_TRIGGER_TIMING_BEFORE; }
  | KW_AFTER                                     { $$ = XY_CREATE_TRIGGER_TIMING_AFTER; }
  | KW_INSTEAD KW_OF                             { $$ = XY_CREATE_TRIGGER_TIMING_INSTEAD_OF; }
  | KW_FOR                                       { $$ = XY_CREATE_TRIGGER_TIMING_COMPOUND; }
;

trigger_events:
    trigger_event                                { $$ = xy_list_one(B, $1); }
  | trigger_events KW_OR trigger_event           { $$ = xy_list_add(B, $1, $3); }
;

trigger_event:
    KW_INSERT                                    { $$ = xy_make_trigger_event(B, @$, T(@1), NO_TOKENS); }
  | KW_DELETE                                    { $$ = xy_make_trigger_event(B, @$, T(@1), NO_TOKENS); }
  | KW_UPDATE                                    { $$ = xy_make_trigger_event(B, @$, T(@1), NO_TOKENS); }
  | KW_UPDATE KW_OF identifier_list              { $$ = xy_make_trigger_event(B, @$, T(@1), $3); }
  | system_event                                 { $$ = xy_make_trigger_event(B, @$, T(@1), NO_TOKENS); }
;
system_event: words | KW_SET KW_CONTAINER | KW_CREATE | KW_ALTER | KW_DROP | KW_GRANT | KW_REVOKE;

trigger_target:
    name
  | KW_NESTED KW_TABLE identifier KW_OF name     { $$ = $5; }
  | identifier KW_DATABASE                       { $$ = xy_parser_make_word(B, @2); }
;

opt_referencing:
    %empty                                       { $$ = NULL; }
  | referencing_word referencing_list            { $$ = xy_make_referencing(B, @$, $2.items[0], $2.items[1], $2.items[2]); }
;

referencing_word: KW_REFERENCING | KW_REFERENCES;

/* The value holds the names of OLD, NEW and PARENT, each a token or NONE. */
referencing_list:
    KW_OLD opt_as identifier                     { $$ = xy_parser_referencing(B, NO_TOKENS, 0, $3); }
  | KW_NEW opt_as identifier                     { $$ = xy_parser_referencing(B, NO_TOKENS, 1, $3); }
  | KW_PARENT opt_as identifier                  { $$ = xy_parser_referencing(B, NO_TOKENS, 2, $3); }
  | referencing_list KW_OLD opt_as identifier    { $$ = xy_parser_referencing(B, $1, 0, $4); }
  | referencing_list KW_NEW opt_as identifier    { $$ = xy_parser_referencing(B, $1, 1, $4); }
  | referencing_list KW_PARENT opt_as identifier { $$ = xy_parser_referencing(B, $1, 2, $4); }
;
opt_as: %empty | KW_AS;

opt_for_each_row:
    %empty                                       { $$ = NONE; }
  | KW_FOR KW_EACH KW_ROW                        { $$ = T(@1); }
;

opt_crossedition: %empty | KW_FORWARD KW_CROSSEDITION | KW_REVERSE KW_CROSSEDITION;

opt_ordering:
    %empty                                       { $$ = NULL; }
  | KW_FOLLOWS name_list                         { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_PRECEDES name_list                        { $$ = xy_make_opaque(B, @$, T(@1)); }
;
%type <nodes> name_list;
name_list:
    name                                         { $$ = xy_list_one(B, $1); }
  | name_list COMMA name                         { $$ = xy_list_add(B, $1, $3); }
;

opt_state:
    %empty                                       { $$ = NONE; }
  | KW_ENABLE                                    { $$ = T(@1); }
  | KW_DISABLE                                   { $$ = T(@1); }
;

opt_trigger_when:
    %empty                                       { $$ = NULL; }
  | KW_WHEN LPAREN expression RPAREN             { $$ = $3; }
;

trigger_body:
    anonymous_block
  | KW_CALL target                               { $$ = xy_make_call_statement(B, @$, $2, NULL); }
  | KW_COMPOUND KW_TRIGGER declarations timing_points KW_END opt_end_name
                                                 { $$ = xy_make_compound_trigger(B, @$, $3, $4, $6); }
;

timing_points:
    timing_point                                 { $$ = xy_list_one(B, $1); }
  | timing_points timing_point                   { $$ = xy_list_add(B, $1, $2); }
;

timing_point:
    timing_words is_as declarations KW_BEGIN statement_list opt_handlers KW_END timing_words SEMICOLON
        { $$ = xy_make_timing_point(B, xy_parser_span(@1, @8), (uint8_t)$1, xy_make_block(B, xy_parser_span(@2, @7), T(@2), $3, T(@4), $5, OPT(@6), $6, T(@7), NONE)); }
;

timing_words:
    KW_BEFORE KW_STATEMENT                       { $$ = XY_TIMING_POINT_TIMING_BEFORE_STATEMENT; }
  | KW_BEFORE KW_EACH KW_ROW                     { $$ = XY_TIMING_POINT_TIMING_BEFORE_ROW; }
  | KW_AFTER KW_EACH KW_ROW                      { $$ = XY_TIMING_POINT_TIMING_AFTER_ROW; }
  | KW_AFTER KW_STATEMENT                        { $$ = XY_TIMING_POINT_TIMING_AFTER_STATEMENT; }
  | KW_INSTEAD KW_OF KW_EACH KW_ROW              { $$ = XY_TIMING_POINT_TIMING_INSTEAD_OF_ROW; }
;

/* ------------------------------------------------------------------ types */

%type <node>   create_type create_type_body type_item method_head type_body_item type_head;
%type <nodes>  type_items type_body_items;
%type <tokens> method_qualifiers type_modifiers type_modifier method_qualifier;

create_type:
    type_head                                    { $$ = xy_parser_finish_type($1, @$, NULL); }
  | type_head is_as_object LPAREN type_items RPAREN type_modifiers
        { $$ = xy_parser_finish_type($1, @$, xy_parser_make_object_type(B, xy_parser_span(@2, OPT_SPAN(@6, @5)), NULL, $4, $6)); }
  | type_head KW_UNDER name LPAREN type_items RPAREN type_modifiers
        { $$ = xy_parser_finish_type($1, @$, xy_parser_make_object_type(B, xy_parser_span(@2, OPT_SPAN(@7, @6)), $3, $5, $7)); }
  | type_head KW_UNDER name type_modifiers
        { $$ = xy_parser_finish_type($1, @$, xy_parser_make_object_type(B, xy_parser_span(@2, OPT_SPAN(@4, @3)), $3, NO_NODES, $4)); }
  /* SQLJ object types: of a Java class */
  | type_head is_as_object KW_EXTERNAL KW_NAME STRING KW_LANGUAGE KW_JAVA KW_USING name LPAREN type_items RPAREN type_modifiers
        { $$ = xy_parser_finish_type($1, @$, xy_parser_make_object_type(B, xy_parser_span(@2, OPT_SPAN(@13, @12)), NULL, $11, $13)); }
  | type_head KW_UNDER name KW_EXTERNAL KW_NAME STRING KW_LANGUAGE KW_JAVA KW_USING name LPAREN type_items RPAREN type_modifiers
        { $$ = xy_parser_finish_type($1, @$, xy_parser_make_object_type(B, xy_parser_span(@2, OPT_SPAN(@14, @13)), $3, $12, $14)); }
  | type_head is_as opaque_type
        { $$ = xy_parser_finish_type($1, @$, xy_make_opaque(B, @3, T(@3))); }
  | type_head is_as collection_type
        { $$ = xy_parser_finish_type($1, @$, $3); }
;

is_as_object: is_as KW_OBJECT;

/* OPAQUE FIXED (n) | VARYING (*) USING LIBRARY l (methods) */
opaque_type:
    KW_OPAQUE KW_FIXED LPAREN opaque_inner RPAREN KW_USING opaque_words
  | KW_OPAQUE KW_VARYING LPAREN opaque_inner RPAREN KW_USING opaque_words
;

type_head:
    source_prefix KW_TYPE opt_if_not_exists name opt_force opt_oid routine_clauses
                                                 { $$ = xy_make_create_type(B, @$, $1, $4, $6, $7, NULL); }
;
opt_force: %empty | KW_FORCE;
%type <token> opt_oid;
opt_oid:
    %empty                                       { $$ = NONE; }
  | KW_OID STRING                                { $$ = T(@2); }
;

type_items:
    type_item                                    { $$ = xy_list_one(B, $1); }
  | type_items COMMA type_item                   { $$ = xy_list_add(B, $1, $3); }
;

type_item:
    identifier data_type                         { $$ = xy_make_attribute(B, @$, $1, $2); }
  | identifier data_type KW_EXTERNAL KW_NAME STRING
                                                 { $$ = xy_make_attribute(B, @$, $1, $2); }
  | method_head KW_EXTERNAL KW_NAME STRING       { $$ = xy_parser_extend($1, @$); }
  | method_head KW_EXTERNAL KW_VARIABLE KW_NAME STRING
                                                 { $$ = xy_parser_extend($1, @$); }
  | method_head
  | method_head is_as call_specification         { $$ = xy_parser_routine_call_spec($1, @$, T(@2), $3); }
  | pragma
;

method_head:
    method_qualifiers routine_head               { $$ = xy_parser_routine_qualifiers($2, @$, $1); }
;

method_qualifiers:
    method_qualifier
  | method_qualifiers method_qualifier           { $$ = xy_tokens_join(B, $1, $2); }
;

method_qualifier:
    KW_MEMBER                                    { $$ = xy_tokens_one(B, T(@1)); }
  | KW_STATIC                                    { $$ = xy_tokens_one(B, T(@1)); }
  | KW_MAP                                       { $$ = xy_tokens_one(B, T(@1)); }
  | KW_ORDER                                     { $$ = xy_tokens_one(B, T(@1)); }
  | KW_CONSTRUCTOR                               { $$ = xy_tokens_one(B, T(@1)); }
  | KW_OVERRIDING                                { $$ = xy_tokens_one(B, T(@1)); }
  | type_modifier
;

type_modifiers:
    %empty                                       { $$ = NO_TOKENS; }
  | type_modifiers type_modifier                 { $$ = xy_tokens_join(B, $1, $2); }
;

type_modifier:
    KW_FINAL                                     { $$ = xy_tokens_one(B, T(@1)); }
  | KW_INSTANTIABLE                              { $$ = xy_tokens_one(B, T(@1)); }
  | KW_NOT KW_FINAL                              { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_NOT KW_INSTANTIABLE                       { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_PERSISTABLE                               { $$ = xy_tokens_one(B, T(@1)); }
  | KW_NOT KW_PERSISTABLE                        { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_NOT KW_OVERRIDING                         { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
;

create_type_body:
    source_prefix KW_TYPE KW_BODY opt_if_not_exists name is_as type_body_items KW_END opt_end_name
                                                 { $$ = xy_make_create_type_body(B, @$, $1, $5, $7, $9); }
;

type_body_items:
    type_body_item                               { $$ = xy_list_one(B, $1); }
  | type_body_items type_body_item               { $$ = xy_list_add(B, $1, $2); }
;

type_body_item:
    method_head SEMICOLON
  | method_head routine_body SEMICOLON           { $$ = xy_parser_routine_body($1, xy_parser_span(@1, @2), T(@2), $2); }
  | method_head is_as call_specification SEMICOLON
                                                 { $$ = xy_parser_routine_call_spec($1, xy_parser_span(@1, @3), T(@2), $3); }
  | routine_definition SEMICOLON
  | pragma SEMICOLON
  | error SEMICOLON                              { $$ = xy_make_bogus(B, @1); }
;
