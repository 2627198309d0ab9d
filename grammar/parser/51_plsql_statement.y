/* PL/SQL blocks and statements: PL/SQL Language Reference, "Block", "PL/SQL Language Elements". */

%type <nodes> statement_list statements opt_handlers handlers opt_else;
%type <node>  block statement statement_body handler target;
%type <token> label opt_end_name opt_label;

/* ------------------------------------------------------------------ blocks */

block:
    KW_BEGIN statement_list opt_handlers KW_END opt_end_name
        { $$ = xy_make_block(B, @$, NONE, NO_NODES, T(@1), $2, OPT(@3), $3, T(@4), $5); }
  | KW_DECLARE declarations KW_BEGIN statement_list opt_handlers KW_END opt_end_name
        { $$ = xy_make_block(B, @$, T(@1), $2, T(@3), $4, OPT(@5), $5, T(@6), $7); }
;

opt_end_name:
    %empty                                       { $$ = NONE; }
  | identifier
  | unreserved_word                              { $$ = T(@1); }
;

/* The span begins at EXCEPTION. */
opt_handlers:
    %empty                                       { $$ = NO_NODES; }
  | KW_EXCEPTION handlers                        { $$ = $2; }
;

handlers:
    handler                                      { $$ = xy_list_one(B, $1); }
  | handlers handler                             { $$ = xy_list_add(B, $1, $2); }
;

%type <nodes> exception_names;
handler:
    KW_WHEN exception_names KW_THEN statement_list
                                                 { $$ = xy_make_handler(B, @$, $2, T(@3), $4); }
;

exception_names:
    name                                         { $$ = xy_list_one(B, $1); }
  | exception_names KW_OR name                   { $$ = xy_list_add(B, $1, $3); }
;

/* ------------------------------------------------------------------ statement lists */

/* A label may also stand right before END. */
statement_list:
    statements
  | statements label                             { $$ = xy_list_add(B, $1, xy_make_labeled(B, @2, $2, NULL)); }
  | label                                        { $$ = xy_list_one(B, xy_make_labeled(B, @1, $1, NULL)); }
;

statements:
    statement                                    { $$ = xy_list_one(B, $1); }
  | statements statement                         { $$ = xy_list_add(B, $1, $2); }
;

statement:
    statement_body SEMICOLON
  | label statement                              { $$ = xy_make_labeled(B, @$, $1, $2); }
  | STATEMENTS                                   { $$ = xy_make_variable_statements(B, @$, T(@1)); }
  | error SEMICOLON                              { $$ = xy_make_bogus(B, @1); }
;

label:
    LABEL_OPEN identifier LABEL_CLOSE            { $$ = $2; }
;

statement_body:
    sql_statement
  | block
  | target ASSIGN expression                     { $$ = xy_make_assign(B, @$, $1, T(@2), $3); }
  | target                                       { $$ = xy_make_procedure_call(B, @$, $1); }
  | if_statement
  | case_statement
  | loop_statement
  | forall_statement
  | cursor_statement
  | execute_immediate
  | control_statement
  | pragma                                       { $$ = xy_make_pragma_statement(B, @$, $1); }
;

/* A variable, element or field, or a procedure call: told apart by what follows and by sema. */
target:
    name
  | object
  | paren_object
;

/* ------------------------------------------------------------------ simple statements */

%type <node> control_statement opt_when;
control_statement:
    KW_NULL                                      { $$ = xy_make_null(B, @$); }
  | KW_EXIT opt_label opt_when                   { $$ = xy_make_exit(B, @$, $2, $3); }
  | KW_CONTINUE opt_label opt_when               { $$ = xy_make_continue(B, @$, $2, $3); }
  | KW_GOTO identifier                           { $$ = xy_make_goto(B, @$, $2); }
  | KW_RETURN                                    { $$ = xy_make_return(B, @$, NULL); }
  | KW_RETURN expression                         { $$ = xy_make_return(B, @$, $2); }
  | KW_RAISE                                     { $$ = xy_make_raise(B, @$, NULL); }
  | KW_RAISE name                                { $$ = xy_make_raise(B, @$, $2); }
  | KW_PIPE KW_ROW LPAREN expression RPAREN      { $$ = xy_make_pipe_row(B, @$, $4); }
;

opt_label:
    %empty                                       { $$ = NONE; }
  | identifier
;

opt_when:
    %empty                                       { $$ = NULL; }
  | KW_WHEN expression                           { $$ = $2; }
;

/* ------------------------------------------------------------------ IF and CASE */

%type <node>  if_statement if_branch elsif_branch case_statement case_branch;
%type <nodes> elsif_branches case_branches;

if_statement:
    if_branch elsif_branches opt_else KW_END KW_IF
        { $$ = xy_make_if(B, @$, xy_list_join(B, xy_list_one(B, $1), $2), OPT(@3), $3); }
;

if_branch:
    KW_IF expression KW_THEN statement_list      { $$ = xy_make_if_branch(B, @$, T(@1), $2, T(@3), $4); }
  | KW_IF error KW_THEN statement_list           { $$ = xy_make_if_branch(B, @$, T(@1), xy_make_bogus(B, @2), T(@3), $4); }
;

elsif_branches:
    %empty                                       { $$ = NO_NODES; }
  | elsif_branches elsif_branch                  { $$ = xy_list_add(B, $1, $2); }
;

elsif_branch:
    KW_ELSIF error KW_THEN statement_list        { $$ = xy_make_if_branch(B, @$, T(@1), xy_make_bogus(B, @2), T(@3), $4); }
  | KW_ELSIF expression KW_THEN statement_list   { $$ = xy_make_if_branch(B, @$, T(@1), $2, T(@3), $4); }
;

opt_else:
    %empty                                       { $$ = NO_NODES; }
  | KW_ELSE statement_list                       { $$ = $2; }
;

case_statement:
    KW_CASE case_branches opt_else KW_END KW_CASE opt_end_name
                                                 { $$ = xy_make_case_statement(B, @$, NULL, $2, OPT(@3), $3, $6); }
  | KW_CASE expression case_branches opt_else KW_END KW_CASE opt_end_name
                                                 { $$ = xy_make_case_statement(B, @$, $2, $3, OPT(@4), $4, $7); }
;

case_branches:
    case_branch                                  { $$ = xy_list_one(B, $1); }
  | case_branches case_branch                    { $$ = xy_list_add(B, $1, $2); }
;

case_branch:
    KW_WHEN case_conditions KW_THEN statement_list
                                                 { $$ = xy_make_case_branch(B, @$, $2, T(@3), $4); }
;

/* ------------------------------------------------------------------ loops ("Basic LOOP", "WHILE LOOP", "FOR LOOP", "Cursor FOR LOOP") */

%type <node>  loop_statement iteration_control iterand;
%type <nodes> iterands iteration_controls iteration_options;
%type <token> opt_reverse;

loop_statement:
    KW_LOOP statement_list KW_END KW_LOOP opt_end_name
                                                 { $$ = xy_make_loop(B, @$, T(@1), $2, T(@3), $5); }
  | KW_WHILE expression KW_LOOP statement_list KW_END KW_LOOP opt_end_name
                                                 { $$ = xy_make_while_loop(B, @$, $2, T(@3), $4, T(@5), $7); }
  | KW_WHILE error KW_LOOP statement_list KW_END KW_LOOP opt_end_name
                                                 { $$ = xy_make_while_loop(B, @$, xy_make_bogus(B, @2), T(@3), $4, T(@5), $7); }
  | KW_FOR error KW_LOOP statement_list KW_END KW_LOOP opt_end_name
        { $$ = xy_make_iterator_loop(B, @$, xy_list_one(B, xy_make_bogus(B, @2)), NO_NODES, T(@3), $4, T(@5), $7); }
  | KW_FOR iterands KW_IN iteration_controls KW_LOOP statement_list KW_END KW_LOOP opt_end_name
                                                 { $$ = xy_parser_make_for(B, @$, $2, $4, T(@5), $6, T(@7), $9); }
;

iterands:
    iterand                                      { $$ = xy_list_one(B, $1); }
  | iterands COMMA iterand                       { $$ = xy_list_add(B, $1, $3); }
;

iterand:
    identifier                                   { $$ = xy_make_iterand(B, @$, $1, NONE, NULL); }
  | identifier iterand_mode                      { $$ = xy_make_iterand(B, @$, $1, $2, NULL); }
  | identifier data_type                         { $$ = xy_make_iterand(B, @$, $1, NONE, $2); }
  | identifier iterand_mode data_type            { $$ = xy_make_iterand(B, @$, $1, $2, $3); }
;

%type <token> iterand_mode;
iterand_mode:
    KW_MUTABLE                                   { $$ = T(@1); }
  | KW_IMMUTABLE                                 { $$ = T(@1); }
;

iteration_controls:
    iteration_control                            { $$ = xy_list_one(B, $1); }
  | iteration_controls COMMA iteration_control   { $$ = xy_list_add(B, $1, $3); }
;

iteration_control:
    opt_reverse operand iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_SINGLE, $1, $2, NULL, $3); }
  | opt_reverse operand DOTDOT operand iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_RANGE, $1, $2, $4, $5); }
  | opt_reverse KW_REPEAT operand iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_REPEAT, $1, $3, NULL, $4); }
  | opt_reverse KW_VALUES KW_OF operand iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_VALUES, $1, $4, NULL, $5); }
  | opt_reverse KW_INDICES KW_OF operand iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_INDICES, $1, $4, NULL, $5); }
  | opt_reverse KW_PAIRS KW_OF operand iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_PAIRS, $1, $4, NULL, $5); }
;

iteration_control:
    opt_reverse LPAREN execute_immediate RPAREN iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_SINGLE, $1, $3, NULL, $5); }
  | opt_reverse KW_VALUES KW_OF LPAREN execute_immediate RPAREN iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_VALUES, $1, $5, NULL, $7); }
  | opt_reverse KW_PAIRS KW_OF LPAREN execute_immediate RPAREN iteration_options
        { $$ = xy_make_iteration_control(B, @$, XY_ITERATION_CONTROL_KIND_PAIRS, $1, $5, NULL, $7); }
;

opt_reverse:
    %empty                                       { $$ = NONE; }
  | KW_REVERSE                                   { $$ = T(@1); }
;

/* BY step, WHILE condition, WHEN condition */
iteration_options:
    %empty                                       { $$ = NO_NODES; }
  | iteration_options KW_BY operand              { $$ = xy_list_add(B, $1, xy_make_iteration_option(B, xy_parser_span(@2, @3), T(@2), $3)); }
  | iteration_options KW_WHILE expression        { $$ = xy_list_add(B, $1, xy_make_iteration_option(B, xy_parser_span(@2, @3), T(@2), $3)); }
  | iteration_options KW_WHEN expression         { $$ = xy_list_add(B, $1, xy_make_iteration_option(B, xy_parser_span(@2, @3), T(@2), $3)); }
;

/* ------------------------------------------------------------------ FORALL */

%type <node>  forall_statement forall_dml;
%type <token> opt_save;

forall_statement:
    KW_FORALL identifier KW_IN operand DOTDOT operand opt_save forall_dml
        { $$ = xy_make_forall(B, @$, $2, XY_FORALL_MODE_RANGE, $4, $6, NULL, $7, $8); }
  | KW_FORALL identifier KW_IN KW_INDICES KW_OF operand opt_save forall_dml
        { $$ = xy_make_forall(B, @$, $2, XY_FORALL_MODE_INDICES, NULL, NULL, $6, $7, $8); }
  | KW_FORALL identifier KW_IN KW_INDICES KW_OF operand KW_BETWEEN operand KW_AND operand opt_save forall_dml
        { $$ = xy_make_forall(B, @$, $2, XY_FORALL_MODE_INDICES, $8, $10, $6, $11, $12); }
  | KW_FORALL identifier KW_IN KW_VALUES KW_OF operand opt_save forall_dml
        { $$ = xy_make_forall(B, @$, $2, XY_FORALL_MODE_VALUES, NULL, NULL, $6, $7, $8); }
;

opt_save:
    %empty                                       { $$ = NONE; }
  | KW_SAVE KW_EXCEPTIONS                        { $$ = T(@1); }
;

forall_dml: insert | update | delete | merge | execute_immediate;

/* ------------------------------------------------------------------ cursors and dynamic SQL */

%type <node>  cursor_statement execute_immediate using using_argument opt_using opt_limit;
%type <nodes> using_arguments;

cursor_statement:
    KW_OPEN target                               { $$ = xy_make_open(B, @$, $2); }
  | KW_OPEN target KW_FOR select_no_parens opt_using
                                                 { $$ = xy_make_open_for(B, @$, $2, $4, $5); }
  | KW_OPEN target KW_FOR expression opt_using   { $$ = xy_make_open_for(B, @$, $2, xy_parser_query_of(B, $4), $5); }
  | KW_FETCH target into opt_limit               { $$ = xy_make_fetch(B, @$, $2, $3, $4); }
  | KW_CLOSE target                              { $$ = xy_make_close(B, @$, $2); }
;

opt_limit:
    %empty                                       { $$ = NULL; }
  | KW_LIMIT operand                             { $$ = $2; }
;

execute_immediate:
    KW_EXECUTE KW_IMMEDIATE expression opt_into opt_using opt_dynamic_returning
                                                 { $$ = xy_make_execute_immediate(B, @$, $3, $4, $5, $6); }
;

%type <node> opt_dynamic_returning;
opt_dynamic_returning:
    %empty                                       { $$ = NULL; }
  | returning_word into                          { $$ = $2; }
;

opt_using:
    %empty                                       { $$ = NULL; }
  | using
;

using:
    KW_USING using_arguments                     { $$ = xy_make_using(B, @$, $2); }
;

using_arguments:
    using_argument                               { $$ = xy_list_one(B, $1); }
  | using_arguments COMMA using_argument         { $$ = xy_list_add(B, $1, $3); }
;

using_argument:
    expression                                   { $$ = xy_make_using_argument(B, @$, NONE, NONE, $1); }
  | KW_IN expression                             { $$ = xy_make_using_argument(B, @$, T(@1), NONE, $2); }
  | KW_OUT expression                            { $$ = xy_make_using_argument(B, @$, NONE, T(@1), $2); }
  | KW_IN KW_OUT expression                      { $$ = xy_make_using_argument(B, @$, T(@1), T(@2), $3); }
;
