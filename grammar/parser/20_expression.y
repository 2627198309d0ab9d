/* Expressions and conditions: SQL Language Reference, chapters "Operators", "Expressions", "Conditions", "Functions".
 *
 * expression   OR, AND, NOT and predicates (=, LIKE, IN, …)
 * operand      arithmetic, ||, MULTISET operators
 * primary      what needs no parentheses
 * object       a primary that may be called, indexed or selected from; a plain name is kept apart so that `a.b.c` stays one Name */

%type <tokens> name_tokens identifier_list;
%type <token>  identifier opt_not quantifier opt_quantifier;
%type <node>   name link expression predicate operand primary object bind field callee call_open call analytic argument;
%type <node>   paren literal opt_escape case_expression when_clause opt_case_else cursor_attribute quantified case_condition;
%type <nodes>  expression_list argument_list when_list case_conditions;
%type <choice> comparison;
%type <token>  like_operator;

/* ------------------------------------------------------------------ names */

/* SUBSTITUTION and the pattern variables stand wherever a name may. */
identifier:
    WORD                                         { $$ = T(@1); }
  | QUOTED_WORD                                  { $$ = T(@1); }
  | SUBSTITUTION                                 { $$ = T(@1); }
  | HOLE                                         { $$ = T(@1); }
  | HOLES                                        { $$ = T(@1); }
;

identifier_list:
    identifier                                   { $$ = xy_tokens_one(B, $1); }
  | identifier_list COMMA identifier             { $$ = xy_tokens_add(B, $1, $3); }
;

name_tokens:
    identifier                                   { $$ = xy_tokens_one(B, $1); }
  | name_tokens DOT identifier                   { $$ = xy_tokens_add(B, $1, $3); }
;

/* "Database Objects in SQL Statements": schema.object.part@dblink */
name:
    name_tokens                                  { $$ = xy_make_name(B, @$, $1, NULL); }
  | name_tokens AT link                          { $$ = xy_make_name(B, @$, $1, $3); }
;

/* link.domain@connection_qualifier */
link:
    name_tokens                                  { $$ = xy_make_name(B, @$, $1, NULL); }
  | name_tokens AT name_tokens                   { $$ = xy_make_name(B, @$, $1, xy_make_name(B, @3, $3, NULL)); }
;

/* ------------------------------------------------------------------ conditions */

expression_list:
    expression                                   { $$ = xy_list_one(B, $1); }
  | expression_list COMMA expression             { $$ = xy_list_add(B, $1, $3); }
;

expression:
    operand
  | predicate
  | expression KW_OR expression                  { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_OR, T(@2), NONE, $3); }
  | expression KW_AND expression                 { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_AND, T(@2), NONE, $3); }
  | KW_NOT expression                            { $$ = xy_make_unary(B, @$, XY_UNARY_OP_NOT, T(@1), $2); }
;

predicate:
    operand comparison operand                   { $$ = xy_make_binary(B, @$, $1, (uint8_t)$2, T(@2), NONE, $3); }
  | operand comparison quantified                { $$ = xy_make_binary(B, @$, $1, (uint8_t)$2, T(@2), NONE, $3); }
  | operand opt_not KW_BETWEEN operand KW_AND operand
                                                 { $$ = xy_make_between(B, @$, $1, $2, $4, $6); }
  | operand opt_not like_operator operand opt_escape
                                                 { $$ = xy_make_like(B, @$, $1, $2, $3, $4, $5); }
  /* A list, a subquery or, in PL/SQL and by tolerance in SQL, one expression without parentheses. */
  | operand opt_not KW_IN primary                { $$ = xy_parser_make_in(B, @$, $1, $2, $4); }
  | operand KW_IS opt_not KW_NULL                { $$ = xy_make_is_null(B, @$, $1, $3); }
  | operand KW_IS opt_not is_what                { $$ = xy_make_is_condition(B, @$, $1, $3, T(@4), NO_NODES); }
  | operand KW_IS opt_not KW_OF opt_type_word LPAREN type_list RPAREN
                                                 { $$ = xy_make_is_condition(B, @$, $1, $3, T(@4), $7); }
  | operand opt_not KW_MEMBER opt_of operand     { $$ = xy_make_member_of(B, @$, $1, $2, XY_MEMBER_OF_OP_MEMBER, $5); }
  | operand opt_not KW_SUBMULTISET opt_of operand
                                                 { $$ = xy_make_member_of(B, @$, $1, $2, XY_MEMBER_OF_OP_SUBMULTISET, $5); }
  | KW_EXISTS select_with_parens                 { $$ = xy_make_exists(B, @$, $2); }
;

opt_not:
    %empty                                       { $$ = NONE; }
  | KW_NOT                                       { $$ = T(@1); }
;

opt_of: %empty | KW_OF;
opt_type_word: %empty | KW_TYPE;

/* NAN, INFINITE, PRESENT, EMPTY, DANGLING, JSON [options], TRUE, FALSE, UNKNOWN, A SET */
is_what:
    KW_NAN | KW_INFINITE | KW_PRESENT | KW_ANY | KW_EMPTY | KW_DANGLING | KW_TRUE | KW_FALSE | KW_UNKNOWN
  | KW_A KW_SET
  | KW_JSON json_test_options %prec BARE
;

/* Oracle takes blanks inside a comparison operator (`< =`). */
comparison:
    EQ                                           { $$ = XY_BINARY_OP_EQ; }
  | NE                                           { $$ = XY_BINARY_OP_NE; }
  | LT                                           { $$ = XY_BINARY_OP_LT; }
  | GT                                           { $$ = XY_BINARY_OP_GT; }
  | LE                                           { $$ = XY_BINARY_OP_LE; }
  | GE                                           { $$ = XY_BINARY_OP_GE; }
  | LT EQ                                        { $$ = XY_BINARY_OP_LE; }
  | GT EQ                                        { $$ = XY_BINARY_OP_GE; }
  | LT GT                                        { $$ = XY_BINARY_OP_NE; }
  | NOT_SIGN EQ                                  { $$ = XY_BINARY_OP_NE; }
;

quantified:
    KW_ANY primary                               { $$ = xy_parser_make_quantified(B, @$, T(@1), $2); }
  | KW_SOME primary                              { $$ = xy_parser_make_quantified(B, @$, T(@1), $2); }
  | KW_ALL primary                               { $$ = xy_parser_make_quantified(B, @$, T(@1), $2); }
;

like_operator:
    KW_LIKE                                      { $$ = T(@1); }
  | KW_LIKEC                                     { $$ = T(@1); }
  | KW_LIKE2                                     { $$ = T(@1); }
  | KW_LIKE4                                     { $$ = T(@1); }
;

opt_escape:
    %empty                                       { $$ = NULL; }
  | KW_ESCAPE operand                            { $$ = $2; }
;

/* ------------------------------------------------------------------ operators */

operand:
    primary
  | PLUS operand              %prec SIGN         { $$ = xy_make_unary(B, @$, XY_UNARY_OP_PLUS, T(@1), $2); }
  | MINUS operand             %prec SIGN         { $$ = xy_make_unary(B, @$, XY_UNARY_OP_MINUS, T(@1), $2); }
  | KW_PRIOR operand          %prec SIGN         { $$ = xy_make_unary(B, @$, XY_UNARY_OP_PRIOR, T(@1), $2); }
  | KW_CONNECT_BY_ROOT operand %prec SIGN        { $$ = xy_make_unary(B, @$, XY_UNARY_OP_CONNECT_BY_ROOT, T(@1), $2); }
  /* of MATCH_RECOGNIZE */
  | KW_RUNNING primary        %prec SIGN         { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $2)); }
  | KW_FINAL primary          %prec SIGN         { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $2)); }
  | operand PLUS operand                         { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_ADD, T(@2), NONE, $3); }
  | operand MINUS operand                        { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_SUB, T(@2), NONE, $3); }
  | operand CONCAT operand                       { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_CONCAT, T(@2), NONE, $3); }
  | operand PIPE PIPE operand %prec CONCAT       { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_CONCAT, T(@2), NONE, $4); }
  | operand VECTOR_DISTANCE operand              { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_VECTOR_DISTANCE, T(@2), NONE, $3); }
  | operand STAR operand                         { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_MUL, T(@2), NONE, $3); }
  | operand SLASH operand                        { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_DIV, T(@2), NONE, $3); }
  | operand KW_MOD operand                       { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_MOD, T(@2), NONE, $3); }
  | operand POWER operand                        { $$ = xy_make_binary(B, @$, $1, XY_BINARY_OP_POWER, T(@2), NONE, $3); }
  | operand KW_MULTISET multiset_operator opt_quantifier operand %prec KW_MULTISET
                                                 { $$ = xy_make_binary(B, @$, $1, (uint8_t)$3, T(@2), $4, $5); }
;

%type <choice> multiset_operator;
multiset_operator:
    KW_UNION                                     { $$ = XY_BINARY_OP_MULTISET_UNION; }
  | KW_INTERSECT                                 { $$ = XY_BINARY_OP_MULTISET_INTERSECT; }
  | KW_EXCEPT                                    { $$ = XY_BINARY_OP_MULTISET_EXCEPT; }
;

opt_quantifier:
    %empty                                       { $$ = NONE; }
  | quantifier
;

quantifier:
    KW_DISTINCT                                  { $$ = T(@1); }
  | KW_UNIQUE                                    { $$ = T(@1); }
  | KW_ALL                                       { $$ = T(@1); }
;

/* ------------------------------------------------------------------ primaries */

primary:
    literal
  | name
  | object
  | analytic                  %prec BARE
  | KW_NEW name                                  { $$ = xy_make_new(B, @$, $2); }
  | paren
  | paren_object
  | LPAREN expression_list COMMA expression RPAREN
                                                 { $$ = xy_make_row(B, @$, xy_list_add(B, $2, $4)); }
  | select_with_parens        %prec BARE         { $$ = xy_make_subquery(B, @$, $1); }
  | name OUTER                                   { $$ = xy_make_outer_join(B, @$, $1); }
  | object OUTER                                 { $$ = xy_make_outer_join(B, @$, $1); }
  | case_expression
  | KW_CURSOR select_with_parens                 { $$ = xy_make_cursor_expression(B, @$, $2); }
  | primary KW_AT KW_TIME KW_ZONE time_zone        { $$ = xy_make_at_time_zone(B, @$, $1, $5); }
  | primary KW_AT KW_LOCAL                       { $$ = xy_make_at_time_zone(B, @$, $1, NULL); }
  | primary KW_COLLATE name                      { $$ = xy_make_collate(B, @$, $1, $3); }
  | primary interval_start opt_precision KW_TO identifier opt_precision
                                                 { $$ = xy_make_interval_expression(B, @$, $1, $2, $5, xy_tokens_join(B, $3, $6)); }
;

%type <node> time_zone;
time_zone:
    literal | name | object %prec BARE | paren
  | select_with_parens        %prec BARE         { $$ = xy_make_subquery(B, @$, $1); }
;

paren:
    LPAREN expression RPAREN                     { $$ = xy_make_paren(B, @$, $2); }
  | LPAREN expression KW_AS data_type RPAREN     { $$ = xy_make_treat(B, @$, $2, $4); } /* "Generalized invocation": (SELF AS t).m */
;

%type <token> interval_start;
interval_start:
    KW_DAY                                       { $$ = T(@1); }
  | KW_YEAR                                      { $$ = T(@1); }
;

%type <tokens> opt_precision;
opt_precision:
    %empty                                       { $$ = NO_TOKENS; }
  | LPAREN precision RPAREN                      { $$ = xy_tokens_one(B, T(@2)); }
  | LPAREN precision COMMA precision RPAREN      { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@2)), T(@4)); }
;
precision: NUMBER | BIND;

literal:
    NUMBER                                       { $$ = xy_make_number_literal(B, @$, T(@1)); }
  | STRING                                       { $$ = xy_make_string_literal(B, @$, T(@1)); }
  | KW_NULL                                      { $$ = xy_make_null_literal(B, @$); }
  | KW_TRUE                                      { $$ = xy_make_boolean_literal(B, @$, T(@1)); }
  | KW_FALSE                                     { $$ = xy_make_boolean_literal(B, @$, T(@1)); }
  | INQUIRY                                      { $$ = xy_make_inquiry(B, @$, T(@1)); }
  | KW_DATE STRING                               { $$ = xy_make_datetime_literal(B, @$, T(@1), T(@2)); }
  | KW_TIMESTAMP STRING                          { $$ = xy_make_datetime_literal(B, @$, T(@1), T(@2)); }
  | KW_TIME STRING                               { $$ = xy_make_datetime_literal(B, @$, T(@1), T(@2)); }
  | KW_INTERVAL BIND identifier opt_precision %prec BARE
                                                 { $$ = xy_make_interval_literal(B, @$, T(@2), $3, NONE, $4); }
  | KW_INTERVAL BIND identifier opt_precision KW_TO identifier opt_precision
                                                 { $$ = xy_make_interval_literal(B, @$, T(@2), $3, $6, xy_tokens_join(B, $4, $7)); }
  | KW_INTERVAL STRING identifier opt_precision %prec BARE
                                                 { $$ = xy_make_interval_literal(B, @$, T(@2), $3, NONE, $4); }
  | KW_INTERVAL STRING identifier opt_precision KW_TO identifier opt_precision
                                                 { $$ = xy_make_interval_literal(B, @$, T(@2), $3, $6, xy_tokens_join(B, $4, $7)); }
;

/* `?` is what JDBC and MyBatis write. */
bind:
    BIND                                         { $$ = xy_make_bind(B, @$, T(@1), NONE); }
  | BIND KW_INDICATOR BIND                       { $$ = xy_make_bind(B, @$, T(@1), T(@3)); } /* of Pro*C */
  | QUESTION                                     { $$ = xy_make_bind(B, @$, T(@1), NONE); }
;

object:
    bind
  | json_element
  | field
  | call                      %prec BARE
  | cursor_attribute
  | syntax_function
  | KW_NEW name LPAREN RPAREN                    { $$ = xy_make_new(B, @$, xy_parser_make_call(B, xy_parser_span(@2, @4), $2, NONE, NO_NODES)); }
  | KW_NEW name LPAREN argument_list RPAREN      { $$ = xy_make_new(B, @$, xy_parser_make_call(B, xy_parser_span(@2, @5), $2, NONE, $4)); }
;

/* "JSON Object Access Expressions": t.doc.items[*].name, a[0, 2 TO 4] */
%type <node>  json_element;
%type <nodes> json_indexes json_index;
json_element:
    name LBRACKET json_indexes RBRACKET          { $$ = xy_make_json_element(B, @$, $1, $3); }
  | object LBRACKET json_indexes RBRACKET        { $$ = xy_make_json_element(B, @$, $1, $3); }
;

json_indexes:
    json_index
  | json_indexes COMMA json_index                { $$ = xy_list_join(B, $1, $3); }
;

json_index:
    STAR                                         { $$ = xy_list_one(B, xy_make_star(B, @$, NULL, T(@1))); }
  | expression                                   { $$ = xy_list_one(B, $1); }
  /* of cells in MODEL */
  | KW_ANY                                       { $$ = xy_list_one(B, xy_parser_make_word(B, @1)); }
  | model_for                                    { $$ = xy_list_one(B, $1); }
  | NUMBER KW_TO NUMBER                          { $$ = xy_list_add(B, xy_list_one(B, xy_make_number_literal(B, @1, T(@1))), xy_make_number_literal(B, @3, T(@3))); }
;

field:
    object DOT identifier                        { $$ = xy_make_field(B, @$, $1, $3); }
;

/* Kept apart from object, because a table may begin with a call but not with an expression in parentheses. */
%type <node> paren_object;
paren_object:
    paren DOT identifier                         { $$ = xy_make_field(B, @$, $1, $3); }
  | paren_object DOT identifier                  { $$ = xy_make_field(B, @$, $1, $3); }
  | paren_object LPAREN RPAREN                   { $$ = xy_parser_make_call(B, @$, $1, NONE, NO_NODES); }
  | paren_object LPAREN argument_list RPAREN     { $$ = xy_parser_make_call(B, @$, $1, NONE, $3); }
;

/* "Named Cursor Attribute" of PL/SQL; the word after % is never a keyword here. */
cursor_attribute:
    name PERCENT identifier                      { $$ = xy_make_cursor_attribute(B, @$, $1, $3); }
  | object PERCENT identifier                    { $$ = xy_make_cursor_attribute(B, @$, $1, $3); }
;

/* ------------------------------------------------------------------ CASE ("CASE Expressions") */

case_expression:
    KW_CASE when_list opt_case_else KW_END       { $$ = xy_make_case(B, @$, NULL, $2, $3); }
  | KW_CASE expression when_list opt_case_else KW_END
                                                 { $$ = xy_make_case(B, @$, $2, $3, $4); }
;

when_list:
    when_clause                                  { $$ = xy_list_one(B, $1); }
  | when_list when_clause                        { $$ = xy_list_add(B, $1, $2); }
;

when_clause:
    KW_WHEN case_conditions KW_THEN expression   { $$ = xy_make_when(B, @$, $2, $4); }
;

case_conditions:
    case_condition                               { $$ = xy_list_one(B, $1); }
  | case_conditions COMMA case_condition         { $$ = xy_list_add(B, $1, $3); }
;

/* PL/SQL 23ai: "dangling predicates" of a simple CASE (WHEN < 0, WHEN IS NULL). */
case_condition:
    expression
  | selector comparison operand                  { $$ = xy_make_binary(B, @$, SELECTOR(@2), (uint8_t)$2, T(@2), NONE, $3); }
  | selector KW_BETWEEN operand KW_AND operand   { $$ = xy_make_between(B, @$, SELECTOR(@2), NONE, $3, $5); }
  | selector like_operator operand opt_escape    { $$ = xy_make_like(B, @$, SELECTOR(@2), NONE, $2, $3, $4); }
  | selector KW_IN primary                       { $$ = xy_parser_make_in(B, @$, SELECTOR(@2), NONE, $3); }
  | selector KW_IS opt_not KW_NULL               { $$ = xy_make_is_null(B, @$, SELECTOR(@2), $3); }
  | selector KW_IS opt_not is_what               { $$ = xy_make_is_condition(B, @$, SELECTOR(@2), $3, T(@4), NO_NODES); }
;

selector: %empty;

opt_case_else:
    %empty                                       { $$ = NULL; }
  | KW_ELSE expression                           { $$ = $2; }
;

/* ------------------------------------------------------------------ calls, aggregate and analytic functions
 * A call grows by one clause after the other: the order of clauses is not checked here. */

callee:
    name
  | object
;

call:
    callee LPAREN RPAREN                         { $$ = xy_parser_make_call(B, @$, $1, NONE, NO_NODES); }
  | call_open RPAREN                             { $$ = xy_parser_extend($1, @$); }
;

call_open:
    callee LPAREN argument_list                  { $$ = xy_parser_make_call(B, @$, $1, NONE, $3); }
  | callee LPAREN quantifier argument_list       { $$ = xy_parser_make_call(B, @$, $1, $3, $4); }
  /* EXTRACT and TRIM without FROM are ordinary functions: EXTRACT(xml, path), TRIM(a). */
  | KW_EXTRACT LPAREN argument_list              { $$ = xy_parser_make_call(B, @$, xy_parser_make_word(B, @1), NONE, $3); }
  | KW_TRIM LPAREN argument_list                 { $$ = xy_parser_make_call(B, @$, xy_parser_make_word(B, @1), NONE, $3); }
  | KW_XMLFOREST LPAREN xml_arguments            { $$ = xy_parser_make_call(B, @$, xy_parser_make_word(B, @1), NONE, $3); }
  | KW_XMLATTRIBUTES LPAREN xml_attribute_words xml_arguments
                                                 { $$ = xy_parser_make_call(B, @$, xy_parser_make_word(B, @1), NONE, $4); }
  /* SET(nested_table) */
  | KW_SET LPAREN argument_list                  { $$ = xy_parser_make_call(B, @$, xy_parser_make_word(B, @1), NONE, $3); }
  | call_open order_by                           { $$ = xy_parser_call_order($1, @$, $2); }
  | call_nulls                %prec BARE
  /* LAG(a IGNORE NULLS, 1, 0) */
  | call_nulls COMMA argument_list               { $$ = xy_parser_call_arguments(B, $1, @$, $3); }
  | call_open listagg_overflow                   { $$ = xy_parser_call_overflow($1, @$, $2); }
;

%type <node> call_nulls;
call_nulls:
    call_open null_treatment                     { $$ = xy_parser_call_nulls($1, @$, $2); }
;

/* The names of XMLFOREST and XMLATTRIBUTES may stand without AS. */
%type <nodes> xml_arguments;
%type <node>  xml_argument;
xml_arguments:
    xml_argument                                 { $$ = xy_list_one(B, $1); }
  | xml_arguments COMMA xml_argument             { $$ = xy_list_add(B, $1, $3); }
;
xml_argument:
    expression
  | expression KW_AS identifier                  { $$ = xy_make_select_item(B, @$, $1, T(@2), $3); }
  | expression KW_AS KW_EVALNAME operand         { $$ = xy_make_function_syntax(B, @$, T(@3), xy_list_add(B, xy_list_one(B, $1), $4)); }
  | expression identifier                        { $$ = xy_make_select_item(B, @$, $1, NONE, $2); }
;

argument_list:
    argument                                     { $$ = xy_list_one(B, $1); }
  | argument_list COMMA argument                 { $$ = xy_list_add(B, $1, $3); }
;

argument:
    expression
  | expression ARROW expression                  { $$ = xy_parser_make_argument(B, @$, $1, $3); }
  | expression ARROW KW_TABLE LPAREN expression RPAREN
                                                 { $$ = xy_parser_make_argument(B, @$, $1, xy_make_function_syntax(B, xy_parser_span(@3, @6), T(@3), xy_list_one(B, $5))); }
  | expression ARROW KW_TABLE LPAREN select_no_parens RPAREN
                                                 { $$ = xy_parser_make_argument(B, @$, $1, xy_make_function_syntax(B, xy_parser_span(@3, @6), T(@3), xy_list_one(B, $5))); }
  /* "Qualified Expressions": several indexes, and iterator_choice */
  | index_choices ARROW expression               { $$ = xy_make_choice_argument(B, @$, $1, $3); }
  | KW_FOR iterands KW_IN iteration_controls ARROW expression
                                                 { $$ = xy_make_iterator_argument(B, @$, $2, $4, NULL, NONE, $6); }
  | KW_FOR iterands KW_IN iteration_controls KW_INDEX expression ARROW expression
                                                 { $$ = xy_make_iterator_argument(B, @$, $2, $4, $6, NONE, $8); }
  | KW_FOR iterands KW_IN iteration_controls KW_SEQUENCE ARROW expression
                                                 { $$ = xy_make_iterator_argument(B, @$, $2, $4, NULL, T(@5), $7); }
  /* of a polymorphic table function: TABLE(t), t PARTITION BY c, COLUMNS(a NUMBER, b) */
  | KW_TABLE LPAREN expression RPAREN            { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $3)); }
  | KW_TABLE LPAREN select_no_parens RPAREN      { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $3)); }
  | expression KW_PARTITION KW_BY operand        { $$ = xy_make_function_syntax(B, @$, T(@2), xy_list_add(B, xy_list_one(B, $1), $4)); }
  | COLUMNS_OF LPAREN opaque_inner RPAREN        { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
  /* XMLFOREST(a AS EVALNAME b) */
  | expression KW_AS KW_EVALNAME operand         { $$ = xy_make_function_syntax(B, @$, T(@3), xy_list_add(B, xy_list_one(B, $1), $4)); }
  | STAR                                         { $$ = xy_make_star(B, @$, NULL, T(@1)); }
  | name_tokens DOT STAR                         { $$ = xy_make_star(B, @$, xy_make_name(B, @1, $1, NULL), T(@3)); }
  /* XMLFOREST(a AS "x"), XMLATTRIBUTES(b AS y) */
  | expression KW_AS identifier                  { $$ = xy_make_select_item(B, @$, $1, T(@2), $3); }
  /* JSON(x RETURNING CLOB) */
  | expression KW_RETURNING simple_type          { $$ = xy_make_function_syntax(B, @$, T(@2), xy_list_add(B, xy_list_one(B, $1), $3)); }
  /* CHR(x USING NCHAR_CS), TRANSLATE(x USING CHAR_CS) */
  | expression KW_USING identifier               { $$ = xy_make_charset_argument(B, @$, $1, $3); }
  /* APPROX_MEDIAN(a DETERMINISTIC) */
  | expression KW_DETERMINISTIC                  { $$ = $1; }
  /* TO_NUMBER(x DEFAULT 0 ON CONVERSION ERROR) */
  | expression KW_DEFAULT expression KW_ON KW_CONVERSION KW_ERROR
                                                 { $$ = xy_make_conversion_default(B, @$, $1, $3); }
;

%type <nodes> index_choices;
index_choices:
    operand PIPE operand                         { $$ = xy_list_add(B, xy_list_one(B, $1), $3); }
  | index_choices PIPE operand                   { $$ = xy_list_add(B, $1, $3); }
;

%type <node> null_treatment listagg_overflow within_group keep window_use opt_filler;
%type <token> opt_count_words;

analytic:
    call call_clause_over                        { $$ = xy_parser_call_over($1, @$, $2); }
  | call null_treatment                          { $$ = xy_parser_call_nulls($1, @$, $2); }
  | call from_end                                { $$ = xy_parser_call_from($1, @$, $2); }
  | call within_group                            { $$ = xy_parser_call_within($1, @$, $2); }
  | call keep                                    { $$ = xy_parser_call_keep($1, @$, $2); }
  | analytic call_clause_over                    { $$ = xy_parser_call_over($1, @$, $2); }
  | analytic null_treatment                      { $$ = xy_parser_call_nulls($1, @$, $2); }
  | analytic from_end                            { $$ = xy_parser_call_from($1, @$, $2); }
  | analytic within_group                        { $$ = xy_parser_call_within($1, @$, $2); }
  | analytic keep                                { $$ = xy_parser_call_keep($1, @$, $2); }
;

/* NTH_VALUE(a, n) FROM FIRST | LAST. The resolver tells this FROM from that of the query by the two words after it. */
%type <token> from_end;
from_end:
    FROM_END KW_FIRST                            { $$ = T(@2); }
  | FROM_END KW_LAST                             { $$ = T(@2); }
;

%type <node> call_clause_over;
call_clause_over:
    KW_OVER window_use                           { $$ = $2; }
;

null_treatment:
    KW_IGNORE KW_NULLS                           { $$ = xy_make_null_treatment(B, @$, XY_NULL_TREATMENT_MODE_IGNORE); }
  | KW_RESPECT KW_NULLS                          { $$ = xy_make_null_treatment(B, @$, XY_NULL_TREATMENT_MODE_RESPECT); }
;

listagg_overflow:
    KW_ON KW_OVERFLOW KW_ERROR                   { $$ = xy_make_listagg_overflow(B, @$, XY_LISTAGG_OVERFLOW_MODE_ERROR, NULL, NONE); }
  | KW_ON KW_OVERFLOW KW_TRUNCATE opt_filler opt_count_words
                                                 { $$ = xy_make_listagg_overflow(B, @$, XY_LISTAGG_OVERFLOW_MODE_TRUNCATE, $4, $5); }
;

opt_filler:
    %empty                                       { $$ = NULL; }
  | primary                                      { $$ = $1; }
;

opt_count_words:
    %empty                                       { $$ = NONE; }
  | KW_WITH KW_COUNT                             { $$ = T(@1); }
  | KW_WITHOUT KW_COUNT                          { $$ = T(@1); }
;

within_group:
    KW_WITHIN KW_GROUP LPAREN order_by RPAREN    { $$ = xy_make_within_group(B, @$, $4); }
;

keep:
    KW_KEEP LPAREN KW_DENSE_RANK KW_FIRST order_by RPAREN
                                                 { $$ = xy_make_keep(B, @$, XY_KEEP_WHICH_FIRST, $5); }
  | KW_KEEP LPAREN KW_DENSE_RANK KW_LAST order_by RPAREN
                                                 { $$ = xy_make_keep(B, @$, XY_KEEP_WHICH_LAST, $5); }
;

/* "Analytic Functions": OVER name, OVER ([name] [PARTITION BY …] [ORDER BY …] [frame]) */
%type <node>   window_specification opt_order_by opt_frame frame frame_bound;
%type <nodes>  opt_partition_by;
%type <token>  opt_identifier;
%type <choice> frame_unit;

window_use:
    identifier                                   { $$ = xy_make_window(B, @$, $1, NO_NODES, NULL, NULL); }
  | window_specification
;

window_specification:
    /* of analytic views */
    LPAREN HIERARCHY_OF opaque_inner RPAREN      { $$ = xy_make_window(B, @$, NONE, NO_NODES, NULL, NULL); }
  | LPAREN opt_identifier opt_partition_by opt_order_by opt_frame RPAREN
                                                 { $$ = xy_make_window(B, @$, $2, $3, $4, $5); }
;

opt_identifier:
    %empty                                       { $$ = NONE; }
  | identifier
;

opt_partition_by:
    %empty                                       { $$ = NO_NODES; }
  | KW_PARTITION KW_BY expression_list           { $$ = $3; }
;

opt_frame:
    %empty                                       { $$ = NULL; }
  | frame opt_frame_exclude                      { $$ = xy_parser_frame_exclude($1, @$, (uint8_t)$2); }
;

frame:
    frame_unit frame_bound                       { $$ = xy_make_frame(B, @$, (uint8_t)$1, $2, NULL, XY_FRAME_EXCLUDE_NONE); }
  | frame_unit KW_BETWEEN frame_bound KW_AND frame_bound
                                                 { $$ = xy_make_frame(B, @$, (uint8_t)$1, $3, $5, XY_FRAME_EXCLUDE_NONE); }
;

frame_unit:
    KW_ROWS                                      { $$ = XY_FRAME_UNIT_ROWS; }
  | KW_RANGE                                     { $$ = XY_FRAME_UNIT_RANGE; }
  | KW_GROUPS                                    { $$ = XY_FRAME_UNIT_GROUPS; }
;

frame_bound:
    KW_UNBOUNDED KW_PRECEDING                    { $$ = xy_make_frame_bound(B, @$, XY_FRAME_BOUND_KIND_UNBOUNDED_PRECEDING, NULL); }
  | KW_UNBOUNDED KW_FOLLOWING                    { $$ = xy_make_frame_bound(B, @$, XY_FRAME_BOUND_KIND_UNBOUNDED_FOLLOWING, NULL); }
  | KW_CURRENT KW_ROW                            { $$ = xy_make_frame_bound(B, @$, XY_FRAME_BOUND_KIND_CURRENT_ROW, NULL); }
  | operand KW_PRECEDING                         { $$ = xy_make_frame_bound(B, @$, XY_FRAME_BOUND_KIND_PRECEDING, $1); }
  | operand KW_FOLLOWING                         { $$ = xy_make_frame_bound(B, @$, XY_FRAME_BOUND_KIND_FOLLOWING, $1); }
;

%type <choice> opt_frame_exclude;
opt_frame_exclude:
    %empty                                       { $$ = XY_FRAME_EXCLUDE_NONE; }
  | KW_EXCLUDE KW_CURRENT KW_ROW                 { $$ = XY_FRAME_EXCLUDE_CURRENT_ROW; }
  | KW_EXCLUDE KW_GROUP                          { $$ = XY_FRAME_EXCLUDE_GROUP; }
  | KW_EXCLUDE KW_TIES                           { $$ = XY_FRAME_EXCLUDE_TIES; }
  | KW_EXCLUDE KW_NO KW_OTHERS                   { $$ = XY_FRAME_EXCLUDE_NO_OTHERS; }
;
