/* Data manipulation: SQL Language Reference, INSERT, UPDATE, DELETE, MERGE, LOCK TABLE, and transaction control. */

%type <node> insert update delete merge dml_target dml_target_plain insert_source insert_values values_rows values_row value;
%type <node> opt_returning returning opt_log_errors set_item set_value merge_branch column_ref;
%type <nodes> opt_insert_columns insert_columns values_row_list value_list set_list merge_branches;
%type <token> opt_from_word;

/* ------------------------------------------------------------------ targets */

/* No call here: `t (a, b)` is a table and its columns. */
dml_target:
    dml_target_plain
  | select_with_parens table_alias               { $$ = xy_parser_derived_table(B, @$, NONE, $1, $2); }
;

dml_target_plain:
    name opt_partition_extension table_alias     { $$ = xy_parser_alias_table(xy_make_table_name(B, @$, NONE, $1, $2, NULL, NULL, NONE, NONE), @$, $3); }
  | KW_ONLY LPAREN name RPAREN table_alias       { $$ = xy_parser_alias_table(xy_make_table_name(B, @$, T(@1), $3, NULL, NULL, NULL, NONE, NONE), @$, $5); }
  | table_collection opt_outer table_alias       { $$ = xy_parser_table_function(B, @$, T(@1), $1, $2, $3); }
;

/* ------------------------------------------------------------------ INSERT */

insert:
    KW_INSERT opt_hint KW_INTO dml_target insert_source opt_returning opt_log_errors
                                                 { $$ = xy_make_insert(B, @$, $2, $4, NO_NODES, $5, $6, $7); }
  | KW_INSERT opt_hint KW_INTO dml_target LPAREN insert_columns RPAREN insert_source opt_returning opt_log_errors
                                                 { $$ = xy_make_insert(B, @$, $2, $4, $6, $8, $9, $10); }
;

/* 23ai: columns by the names in SET or in the query */
insert:
    KW_INSERT opt_hint KW_INTO dml_target KW_SET set_list opt_returning opt_log_errors
                                                 { $$ = xy_make_insert(B, @$, $2, $4, NO_NODES, xy_make_insert_set(B, xy_parser_span(@5, @6), $6), $7, $8); }
  | KW_INSERT opt_hint KW_INTO dml_target by_name insert_query opt_returning opt_log_errors
                                                 { $$ = xy_make_insert(B, @$, $2, $4, NO_NODES, xy_make_insert_by(B, xy_parser_span(@5, @6), $5, $6), $7, $8); }
  | KW_INSERT opt_hint KW_INTO dml_target LPAREN insert_columns RPAREN by_name insert_query opt_returning opt_log_errors
                                                 { $$ = xy_make_insert(B, @$, $2, $4, $6, xy_make_insert_by(B, xy_parser_span(@8, @9), $8, $9), $10, $11); }
;
%type <token> by_name;
by_name:
    KW_BY KW_NAME                                { $$ = T(@2); }
  | KW_BY KW_POSITION                            { $$ = T(@2); }
;

opt_insert_columns:
    %empty                                       { $$ = NO_NODES; }
  | LPAREN insert_columns RPAREN                 { $$ = $2; }
;

insert_columns:
    column_ref                                   { $$ = xy_list_one(B, $1); }
  | insert_columns COMMA column_ref              { $$ = xy_list_add(B, $1, $3); }
;

column_ref:
    name
;

insert_source:
    insert_values
  | select_no_parens
  | select_with_parens        %prec BARE         { $$ = xy_parser_make_select(B, @$, NULL, xy_make_paren_query(B, @$, $1)); }
;

insert_values:
    values_rows
  /* PL/SQL: VALUES record */
  | KW_VALUES name                               { $$ = xy_make_values(B, @$, NO_NODES, $2); }
  | KW_VALUES object                             { $$ = xy_make_values(B, @$, NO_NODES, $2); }
;

values_rows:
    KW_VALUES values_row_list                    { $$ = xy_make_values(B, @$, $2, NULL); }
;

values_row_list:
    values_row                                   { $$ = xy_list_one(B, $1); }
  | values_row_list COMMA values_row             { $$ = xy_list_add(B, $1, $3); }
;

values_row:
    LPAREN value_list RPAREN                     { $$ = xy_make_row(B, @$, $2); }
;

value_list:
    value                                        { $$ = xy_list_one(B, $1); }
  | value_list COMMA value                       { $$ = xy_list_add(B, $1, $3); }
;

value:
    expression
  | KW_DEFAULT                                   { $$ = xy_make_default(B, @$); }
;

/* multi_table_insert */
%type <node>  insert_multi insert_into insert_branch into_values;
%type <nodes> insert_intos insert_branches opt_insert_else;
insert_multi:
    KW_INSERT opt_hint KW_ALL insert_intos insert_query
                                                 { $$ = xy_make_insert_multi(B, @$, $2, XY_INSERT_MULTI_MODE_ALL, xy_list_one(B, xy_make_insert_branch(B, @4, NULL, $4)), NO_NODES, $5); }
  | KW_INSERT opt_hint KW_ALL insert_branches opt_insert_else insert_query
                                                 { $$ = xy_make_insert_multi(B, @$, $2, XY_INSERT_MULTI_MODE_ALL, $4, $5, $6); }
  | KW_INSERT opt_hint KW_FIRST insert_branches opt_insert_else insert_query
                                                 { $$ = xy_make_insert_multi(B, @$, $2, XY_INSERT_MULTI_MODE_FIRST, $4, $5, $6); }
;

%type <node> insert_query;
insert_query:
    select_no_parens
  | select_with_parens        %prec BARE         { $$ = xy_parser_make_select(B, @$, NULL, xy_make_paren_query(B, @$, $1)); }
;

insert_intos:
    insert_into                                  { $$ = xy_list_one(B, $1); }
  | insert_intos insert_into                     { $$ = xy_list_add(B, $1, $2); }
;

insert_into:
    KW_INTO dml_target        %prec BARE         { $$ = xy_make_insert_into(B, @$, $2, NO_NODES, NULL, NULL); }
  | KW_INTO dml_target multi_log                 { $$ = xy_make_insert_into(B, @$, $2, NO_NODES, NULL, $3); }
  | KW_INTO dml_target into_values opt_multi_log
                                                 { $$ = xy_make_insert_into(B, @$, $2, NO_NODES, $3, $4); }
  | KW_INTO dml_target LPAREN insert_columns RPAREN opt_multi_log
                                                 { $$ = xy_make_insert_into(B, @$, $2, $4, NULL, $6); }
  | KW_INTO dml_target LPAREN insert_columns RPAREN into_values opt_multi_log
                                                 { $$ = xy_make_insert_into(B, @$, $2, $4, $6, $7); }
;

/* Here INTO is required: without it the next branch's INTO could not be told apart. */
%type <node> opt_multi_log multi_log;
opt_multi_log:
    %empty                                       { $$ = NULL; }
  | multi_log
;
multi_log:
    KW_LOG KW_ERRORS KW_INTO name opt_log_tag opt_reject_limit
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;

into_values:
    KW_VALUES values_row                         { $$ = xy_make_values(B, @$, xy_list_one(B, $2), NULL); }
;

insert_branches:
    insert_branch                                { $$ = xy_list_one(B, $1); }
  | insert_branches insert_branch                { $$ = xy_list_add(B, $1, $2); }
;

insert_branch:
    KW_WHEN expression KW_THEN insert_intos      { $$ = xy_make_insert_branch(B, @$, $2, $4); }
;

opt_insert_else:
    %empty                                       { $$ = NO_NODES; }
  | KW_ELSE insert_intos                         { $$ = $2; }
;

/* ------------------------------------------------------------------ UPDATE, DELETE */

update:
    KW_UPDATE opt_hint dml_target KW_SET set_list opt_from opt_where opt_returning opt_log_errors
                                                 { $$ = xy_make_update(B, @$, $2, $3, $5, $7, $8, $9, $6); }
;

set_list:
    set_item                                     { $$ = xy_list_one(B, $1); }
  | set_list COMMA set_item                      { $$ = xy_list_add(B, $1, $3); }
;

set_item:
    column_ref EQ set_value                      { $$ = xy_make_set_item(B, @$, xy_list_one(B, $1), NONE, $3); }
  | object EQ set_value                          { $$ = xy_make_set_item(B, @$, xy_list_one(B, $1), NONE, $3); }
  | LPAREN insert_columns RPAREN EQ set_value    { $$ = xy_make_set_item(B, @$, $2, NONE, $5); }
  | KW_ROW EQ set_value                          { $$ = xy_make_set_item(B, @$, NO_NODES, T(@1), $3); }
;

set_value:
    expression
  | KW_DEFAULT                                   { $$ = xy_make_default(B, @$); }
;

delete:
    KW_DELETE opt_hint opt_from_word dml_target opt_delete_from opt_where opt_returning opt_log_errors
                                                 { $$ = xy_make_delete(B, @$, $2, $3, $4, $6, $7, $8, $5); }
;

/* 23ai: a join in DELETE */
%type <nodes> opt_delete_from;
opt_delete_from:
    opt_from
  | KW_USING from_list                           { $$ = $2; }
;

opt_from_word:
    %empty                                       { $$ = NONE; }
  | KW_FROM                                      { $$ = T(@1); }
;

/* returning_clause */
%type <nodes> returning_list;
opt_returning:
    %empty                                       { $$ = NULL; }
  | returning
;

returning:
    returning_word returning_list                { $$ = xy_make_returning(B, @$, $2, NULL); }
  | returning_word returning_list into           { $$ = xy_make_returning(B, @$, $2, $3); }
;
returning_word: KW_RETURNING | KW_RETURN;

returning_list:
    returning_item                               { $$ = xy_list_one(B, $1); }
  | returning_list COMMA returning_item          { $$ = xy_list_add(B, $1, $3); }
;

/* 23ai: OLD column, NEW column. NEW arrives as a constructor call without parentheses. */
%type <node> returning_item;
returning_item:
    expression
  | STAR                                         { $$ = xy_make_star(B, @$, NULL, T(@1)); }
  | KW_OLD operand                               { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $2)); }
;

/* error_logging_clause */
opt_log_errors:
    %empty                                       { $$ = NULL; }
  | KW_LOG KW_ERRORS opt_log_into opt_log_tag opt_reject_limit
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;
opt_log_into: %empty | KW_INTO name;
opt_log_tag: %empty %prec BARE | LPAREN expression RPAREN;
opt_reject_limit: %empty | KW_REJECT KW_LIMIT reject_count;
reject_count: NUMBER | BIND | identifier | KW_UNLIMITED;

/* ------------------------------------------------------------------ MERGE */

merge:
    KW_MERGE opt_hint KW_INTO dml_target KW_USING table_primary KW_ON expression merge_branches opt_log_errors opt_returning
                                                 { $$ = xy_make_merge(B, @$, $2, $4, $6, $8, $9, $10, $11); }
  /* 23ai: without a source, for values in variables */
  | KW_MERGE opt_hint KW_INTO dml_target KW_ON expression merge_branches opt_log_errors opt_returning
                                                 { $$ = xy_make_merge_values(B, @$, $2, $4, $6, $7, $8, $9); }
;

merge_branches:
    merge_branch                                 { $$ = xy_list_one(B, $1); }
  | merge_branches merge_branch                  { $$ = xy_list_add(B, $1, $2); }
;

%type <node> opt_delete_where;
merge_branch:
    KW_WHEN KW_MATCHED KW_THEN KW_UPDATE KW_SET set_list opt_where opt_delete_where
                                                 { $$ = xy_make_merge_update(B, @$, $6, $7, $8); }
  | KW_WHEN KW_NOT KW_MATCHED KW_THEN KW_INSERT opt_insert_columns insert_values opt_where
                                                 { $$ = xy_make_merge_insert(B, @$, $6, $7, $8); }
;

opt_delete_where:
    %empty                                       { $$ = NULL; }
  | KW_DELETE where                              { $$ = $2; }
;

/* ------------------------------------------------------------------ LOCK TABLE and transaction control */

%type <node>   lock_table transaction_statement opt_lock_wait opt_transaction_options lock_target;
%type <nodes>  lock_targets;
%type <tokens> words;

lock_table:
    KW_LOCK KW_TABLE lock_targets KW_IN words KW_MODE opt_lock_wait
                                                 { $$ = xy_make_lock_table(B, @$, $3, $5, $7); }
;

lock_targets:
    lock_target                                  { $$ = xy_list_one(B, $1); }
  | lock_targets COMMA lock_target               { $$ = xy_list_add(B, $1, $3); }
;

lock_target:
    name opt_partition_extension                 { $$ = xy_make_table_name(B, @$, NONE, $1, $2, NULL, NULL, NONE, NONE); }
;

/* A run of words that no rule tells apart (ROW SHARE, SHARE ROW EXCLUSIVE). */
words:
    identifier                                   { $$ = xy_tokens_one(B, $1); }
  | words identifier                             { $$ = xy_tokens_add(B, $1, $2); }
;

opt_lock_wait:
    %empty                                       { $$ = NULL; }
  | KW_NOWAIT                                    { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_WAIT operand                              { $$ = xy_make_opaque(B, @$, T(@1)); }
;

transaction_statement:
    KW_COMMIT opt_work opt_transaction_options   { $$ = xy_make_commit(B, @$, $3); }
  | KW_ROLLBACK opt_work opt_transaction_options { $$ = xy_make_rollback(B, @$, NONE, $3); }
  | KW_ROLLBACK opt_work KW_TO identifier        { $$ = xy_make_rollback(B, @$, $4, NULL); }
  | KW_ROLLBACK opt_work KW_TO KW_SAVEPOINT identifier
                                                 { $$ = xy_make_rollback(B, @$, $5, NULL); }
  | KW_SAVEPOINT identifier                      { $$ = xy_make_savepoint(B, @$, $2); }
  | KW_SET set_what opaque_inner                 { $$ = xy_make_set_transaction(B, @$, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
;

opt_work: %empty | KW_WORK;
set_what: KW_TRANSACTION | KW_CONSTRAINT | KW_CONSTRAINTS | KW_ROLE;

/* COMMENT 'x', WRITE [IMMEDIATE | BATCH] [WAIT | NOWAIT], FORCE 'x' [, n] */
opt_transaction_options:
    %empty                                       { $$ = NULL; }
  | transaction_options                          { $$ = xy_make_opaque(B, @$, T(@1)); }
;
transaction_options: transaction_option | transaction_options transaction_option;
transaction_option: KW_COMMENT STRING | KW_WRITE | KW_IMMEDIATE | KW_BATCH | KW_WAIT | KW_NOWAIT | KW_FORCE expression_list;
