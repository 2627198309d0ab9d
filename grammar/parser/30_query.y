/* Queries: SQL Language Reference, SELECT and "Subqueries".
 *
 * Parentheses: `((SELECT …))` could be a query in parentheses twice or an expression in parentheses around one. As in every LALR
 * grammar of SQL the two forms of a query are kept apart: select_no_parens never is just a query in parentheses, and
 * select_with_parens always is. BARE makes the parser read as much as it can as query before it falls back to an expression. */

%type <node> query_fragment select_no_parens select_with_parens select_clause simple_select query_block;
%type <node> opt_for_update for_update row_limit opt_row_limit;

query_fragment:
    select_no_parens                             { $$ = $1; }
  | select_with_parens                           { $$ = xy_parser_make_select(B, @$, NULL, xy_make_paren_query(B, @$, $1)); }
;

/* The value is the Select inside; its span is without the parentheses, @$ is with them. */
select_with_parens:
    LPAREN select_no_parens RPAREN               { $$ = $2; }
  | LPAREN select_no_parens query_restriction RPAREN
                                                 { $$ = xy_parser_restrict_select($2, xy_parser_span(@2, @3), xy_make_opaque(B, @3, T(@3))); }
  | LPAREN select_with_parens RPAREN             { $$ = xy_parser_make_select(B, @2, NULL, xy_make_paren_query(B, @2, $2)); }
  | LPAREN values_rows RPAREN                    { $$ = xy_parser_make_select(B, @2, NULL, $2); }
;

/* subquery_restriction_clause of inline views */
query_restriction:
    KW_WITH KW_READ KW_ONLY
  | KW_WITH KW_CHECK KW_OPTION
  | KW_WITH KW_CHECK KW_OPTION KW_CONSTRAINT identifier
;

select_no_parens:
    simple_select                                { $$ = xy_parser_make_select(B, @$, NULL, $1); }
  | select_clause select_tail                    { $$ = xy_parser_finish_select(B, @$, NULL, $1, $2); }
  | with_clause select_clause                    { $$ = xy_parser_make_select(B, @$, $1, $2); }
  | with_clause select_clause select_tail        { $$ = xy_parser_finish_select(B, @$, $1, $2, $3); }
;

/* ORDER BY, row limiting and FOR UPDATE: the Select is made with them and gets its body afterwards. */
%type <nodes> select_tail;
select_tail:
    order_by opt_row_limit opt_for_update        { $$ = xy_parser_tail(B, $1, $2, $3); }
  | row_limit opt_for_update                     { $$ = xy_parser_tail(B, NULL, $1, $2); }
  | for_update                                   { $$ = xy_parser_tail(B, NULL, NULL, $1); }
  | for_update order_by                          { $$ = xy_parser_tail(B, $2, NULL, $1); }
;

select_clause:
    simple_select
  | select_with_parens                           { $$ = xy_make_paren_query(B, @$, $1); }
;

simple_select:
    query_block
  | select_clause KW_UNION opt_all select_clause { $$ = xy_make_set_operation(B, @$, $1, XY_SET_OPERATION_OP_UNION, T(@2), $3, $4); }
  | select_clause KW_INTERSECT opt_all select_clause
                                                 { $$ = xy_make_set_operation(B, @$, $1, XY_SET_OPERATION_OP_INTERSECT, T(@2), $3, $4); }
  | select_clause KW_MINUS opt_all select_clause { $$ = xy_make_set_operation(B, @$, $1, XY_SET_OPERATION_OP_MINUS, T(@2), $3, $4); }
  | select_clause KW_EXCEPT opt_all select_clause
                                                 { $$ = xy_make_set_operation(B, @$, $1, XY_SET_OPERATION_OP_EXCEPT, T(@2), $3, $4); }
;

%type <token> opt_all;
opt_all:
    %empty                                       { $$ = NONE; }
  | KW_ALL                                       { $$ = T(@1); }
  | KW_DISTINCT                                  { $$ = NONE; }
;

/* ------------------------------------------------------------------ query block */

%type <token> opt_hint;
%type <nodes> select_list opt_from from_list opt_windows window_list;
%type <node>  select_item opt_into into opt_where where opt_model opt_qualify window_definition;
%type <node>  having_clause;
%type <nodes> grouping;

query_block:
    KW_SELECT opt_hint opt_quantifier select_list opt_into opt_from opt_where hierarchy_and_grouping opt_model opt_windows opt_qualify
        { $$ = xy_make_query_block(B, @$, $2, $3, $4, $5, $6, $7, $8.items[2], $8.items[0], $8.items[1], $9, $10, $11); }

;

opt_hint:
    %empty                                       { $$ = NONE; }
  | HINT                                         { $$ = T(@1); }
;

select_list:
    select_item                                  { $$ = xy_list_one(B, $1); }
  | select_list COMMA select_item                { $$ = xy_list_add(B, $1, $3); }
;

select_item:
    expression                                   { $$ = xy_make_select_item(B, @$, $1, NONE, NONE); }
  | expression identifier                        { $$ = xy_make_select_item(B, @$, $1, NONE, $2); }
  | expression KW_AS identifier                  { $$ = xy_make_select_item(B, @$, $1, T(@2), $3); }
  | STAR                                         { $$ = xy_make_star(B, @$, NULL, T(@1)); }
  | name_tokens DOT STAR                         { $$ = xy_make_star(B, @$, xy_make_name(B, @1, $1, NULL), T(@3)); }
;

opt_into:
    %empty                                       { $$ = NULL; }
  | into
;

into:
    KW_INTO expression_list                      { $$ = xy_make_into(B, @$, NONE, $2); }
  | KW_BULK KW_COLLECT KW_INTO expression_list   { $$ = xy_make_into(B, @$, T(@1), $4); }
;

opt_from:
    %empty                                       { $$ = NO_NODES; }
  | KW_FROM from_list                            { $$ = $2; }
;

from_list:
    table_ref                                    { $$ = xy_list_one(B, $1); }
  | from_list COMMA table_ref                    { $$ = xy_list_add(B, $1, $3); }
;

opt_where:
    %empty                                       { $$ = NULL; }
  | where
;

where:
    KW_WHERE expression                          { $$ = xy_make_where(B, @$, $2); }
  | KW_WHERE KW_CURRENT KW_OF target             { $$ = xy_make_where(B, @$, xy_make_current_of(B, xy_parser_span(@2, @4), $4)); }
;

/* hierarchical_query_clause */
%type <token> opt_nocycle;
%type <node>  hierarchy;
%type <nodes> hierarchy_and_grouping;
/* GROUP BY, HAVING and the hierarchy; Oracle takes GROUP BY before CONNECT BY, too. */
hierarchy_and_grouping:
    grouping                                     { $$ = xy_list_add(B, $1, NULL); }
  | hierarchy grouping                           { $$ = xy_list_add(B, $2, $1); }
  | group_by hierarchy                           { $$ = xy_list_add(B, xy_parser_pair(B, $1, NULL), $2); }
;

hierarchy:
    KW_START KW_WITH expression KW_CONNECT KW_BY opt_nocycle expression
                                                 { $$ = xy_make_hierarchy(B, @$, $3, $6, $7); }
  | KW_CONNECT KW_BY opt_nocycle expression      { $$ = xy_make_hierarchy(B, @$, NULL, $3, $4); }
  | KW_CONNECT KW_BY opt_nocycle expression KW_START KW_WITH expression
                                                 { $$ = xy_make_hierarchy(B, @$, $7, $3, $4); }
;

opt_nocycle:
    %empty                                       { $$ = NONE; }
  | KW_NOCYCLE                                   { $$ = T(@1); }
;

/* group_by_clause: ROLLUP(…) and CUBE(…) are calls. */
%type <node>  group_by group_item;
%type <nodes> group_list;
/* A pair: GROUP BY and HAVING, in either order. */
grouping:
    %empty                                       { $$ = xy_parser_pair(B, NULL, NULL); }
  | group_by                                     { $$ = xy_parser_pair(B, $1, NULL); }
  | group_by having_clause                       { $$ = xy_parser_pair(B, $1, $2); }
  | having_clause                                { $$ = xy_parser_pair(B, NULL, $1); }
  | having_clause group_by                       { $$ = xy_parser_pair(B, $2, $1); }
;

group_by:
    KW_GROUP KW_BY group_list                    { $$ = xy_make_group_by(B, @$, NONE, $3); }
  | KW_GROUP KW_BY KW_ALL                        { $$ = xy_make_group_by(B, @$, T(@3), NO_NODES); }
;

group_list:
    group_item                                   { $$ = xy_list_one(B, $1); }
  | group_list COMMA group_item                  { $$ = xy_list_add(B, $1, $3); }
;

group_item:
    expression
  | LPAREN RPAREN                                { $$ = xy_make_row(B, @$, NO_NODES); }
  | KW_GROUPING KW_SETS LPAREN group_list RPAREN { $$ = xy_make_grouping_sets(B, @$, $4); }
;

having_clause:
    KW_HAVING expression                         { $$ = xy_make_having(B, @$, $2); }
;

opt_windows:
    %empty                                       { $$ = NO_NODES; }
  | KW_WINDOW window_list                        { $$ = $2; }
;

window_list:
    window_definition                            { $$ = xy_list_one(B, $1); }
  | window_list COMMA window_definition          { $$ = xy_list_add(B, $1, $3); }
;

window_definition:
    identifier KW_AS window_specification        { $$ = xy_parser_name_window($3, @$, $1); }
;

opt_qualify:
    %empty                                       { $$ = NULL; }
  | KW_QUALIFY expression                        { $$ = $2; }
;

/* ------------------------------------------------------------------ model_clause: the clause grows part by part */

%type <node>   model model_reference model_rule model_for opt_until;
%type <nodes>  model_items model_item opt_model_partition model_dimension model_measures model_rules opt_model_rules;
%type <tokens> model_options model_option model_rule_options model_rule_option rule_mode;
%type <token>  opt_returned_rows;

opt_model:
    %empty                                       { $$ = NULL; }
  | model
;

model:
    KW_MODEL model_options opt_returned_rows model_references model_main opt_model_partition model_dimension model_measures model_options
    model_rules_head LPAREN opt_model_rules RPAREN
        { $$ = xy_make_model(B, @$, xy_tokens_join(B, xy_tokens_join(B, $2, $9), $10.items), $3, $4, $5, $6, $7, $8, $10.iterate, $10.until, $12); }
;

model_options:
    %empty                                       { $$ = NO_TOKENS; }
  | model_options model_option                   { $$ = xy_tokens_join(B, $1, $2); }
;
model_option:
    KW_IGNORE KW_NAV                             { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_KEEP KW_NAV                               { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_UNIQUE KW_DIMENSION                       { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_UNIQUE KW_SINGLE KW_REFERENCE             { $$ = xy_parser_tokens3(B, @1, @2, @3); }
;

opt_returned_rows:
    %empty                                       { $$ = NONE; }
  | KW_RETURN KW_UPDATED KW_ROWS                 { $$ = T(@2); }
  | KW_RETURN KW_ALL KW_ROWS                     { $$ = T(@2); }
;

%type <nodes> model_references;
model_references:
    %empty                                       { $$ = NO_NODES; }
  | model_references model_reference             { $$ = xy_list_add(B, $1, $2); }
;

model_reference:
    KW_REFERENCE identifier KW_ON select_with_parens model_dimension model_measures model_options
                                                 { $$ = xy_make_model_reference(B, @$, $2, $4, $5, $6, $7); }
;

%type <token> model_main;
model_main:
    %empty                                       { $$ = NONE; }
  | KW_MAIN identifier                           { $$ = $2; }
;

opt_model_partition:
    %empty                                       { $$ = NO_NODES; }
  | KW_PARTITION KW_BY LPAREN model_items RPAREN { $$ = $4; }
;
model_dimension: KW_DIMENSION KW_BY LPAREN model_items RPAREN { $$ = $4; };
model_measures: KW_MEASURES LPAREN model_items RPAREN { $$ = $3; };

model_items:
    model_item
  | model_items COMMA model_item                 { $$ = xy_list_join(B, $1, $3); }
;
model_item: select_item                          { $$ = xy_list_one(B, $1); };

/* The value holds the words, the number of iterations and their end. */
%type <model_head> model_rules_head;
model_rules_head:
    model_rule_options                           { $$ = (xy_model_head){$1, NULL, NULL}; }
  | model_rule_options KW_ITERATE LPAREN expression RPAREN opt_until
                                                 { $$ = (xy_model_head){$1, $4, $6}; }
;
opt_until:
    %empty                                       { $$ = NULL; }
  | KW_UNTIL LPAREN expression RPAREN            { $$ = $3; }
;

model_rule_options:
    %empty                                       { $$ = NO_TOKENS; }
  | model_rule_options model_rule_option         { $$ = xy_tokens_join(B, $1, $2); }
;
model_rule_option:
    KW_RULES                                     { $$ = xy_tokens_one(B, T(@1)); }
  | rule_mode
  | KW_AUTOMATIC KW_ORDER                        { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_SEQUENTIAL KW_ORDER                       { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
;
rule_mode:
    KW_UPDATE                                    { $$ = xy_tokens_one(B, T(@1)); }
  | KW_UPSERT                                    { $$ = xy_tokens_one(B, T(@1)); }
  | KW_UPSERT KW_ALL                             { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
;

opt_model_rules:
    %empty                                       { $$ = NO_NODES; }
  | model_rules
;
model_rules:
    model_rule                                   { $$ = xy_list_one(B, $1); }
  | model_rules COMMA model_rule                 { $$ = xy_list_add(B, $1, $3); }
;
model_rule:
    json_element opt_model_order EQ expression   { $$ = xy_make_model_rule(B, @$, NO_TOKENS, $1, $2, $4); }
  | rule_mode json_element opt_model_order EQ expression
                                                 { $$ = xy_make_model_rule(B, @$, $1, $2, $3, $5); }
;

/* No conditions here: `=` ends the cell. */
%type <node>  opt_model_order;
%type <nodes> model_order_list;
opt_model_order:
    %empty                                       { $$ = NULL; }
  | KW_ORDER KW_BY model_order_list              { $$ = xy_make_order_by(B, @$, NONE, $3); }
;
model_order_list:
    operand opt_direction opt_nulls              { $$ = xy_list_one(B, xy_make_order_item(B, @$, $1, $2, $3)); }
  | model_order_list COMMA operand opt_direction opt_nulls
                                                 { $$ = xy_list_add(B, $1, xy_make_order_item(B, xy_parser_span(@3, OPT_SPAN(@5, OPT_SPAN(@4, @3))), $3, $4, $5)); }
;

/* single_column_for_loop, multi_column_for_loop */
model_for:
    KW_FOR name KW_IN LPAREN expression_list RPAREN
                                                 { $$ = xy_make_model_for(B, @$, xy_list_one(B, $2), $5, NULL, NULL, NULL, NULL, NONE, NULL); }
  | KW_FOR name KW_IN select_with_parens         { $$ = xy_make_model_for(B, @$, xy_list_one(B, $2), NO_NODES, $4, NULL, NULL, NULL, NONE, NULL); }
  | KW_FOR LPAREN expression_list RPAREN KW_IN LPAREN expression_list RPAREN
                                                 { $$ = xy_make_model_for(B, @$, $3, $7, NULL, NULL, NULL, NULL, NONE, NULL); }
  | KW_FOR LPAREN expression_list RPAREN KW_IN select_with_parens
                                                 { $$ = xy_make_model_for(B, @$, $3, NO_NODES, $6, NULL, NULL, NULL, NONE, NULL); }
  | KW_FOR name opt_for_like KW_FROM operand KW_TO operand for_direction operand
                                                 { $$ = xy_make_model_for(B, @$, xy_list_one(B, $2), NO_NODES, NULL, $3, $5, $7, $8, $9); }
;
%type <node>  opt_for_like;
%type <token> for_direction;
opt_for_like:
    %empty                                       { $$ = NULL; }
  | KW_LIKE operand                              { $$ = $2; }
;
for_direction:
    KW_INCREMENT                                 { $$ = T(@1); }
  | KW_DECREMENT                                 { $$ = T(@1); }
;

/* ------------------------------------------------------------------ ordering, row limiting, locking */

%type <node>   order_by order_item;
%type <nodes>  order_list;
%type <token>  opt_direction opt_nulls opt_percent opt_siblings;

opt_order_by:
    %empty                                       { $$ = NULL; }
  | order_by
;

order_by:
    KW_ORDER opt_siblings KW_BY order_list       { $$ = xy_make_order_by(B, @$, $2, $4); }
;

opt_siblings:
    %empty                                       { $$ = NONE; }
  | KW_SIBLINGS                                  { $$ = T(@1); }
;

order_list:
    order_item                                   { $$ = xy_list_one(B, $1); }
  | order_list COMMA order_item                  { $$ = xy_list_add(B, $1, $3); }
;

order_item:
    expression opt_direction opt_nulls           { $$ = xy_make_order_item(B, @$, $1, $2, $3); }
;

opt_direction:
    %empty                                       { $$ = NONE; }
  | KW_ASC                                       { $$ = T(@1); }
  | KW_DESC                                      { $$ = T(@1); }
;

opt_nulls:
    %empty                                       { $$ = NONE; }
  | KW_NULLS KW_FIRST                            { $$ = T(@2); }
  | KW_NULLS KW_LAST                             { $$ = T(@2); }
;

/* row_limiting_clause */
opt_row_limit:
    %empty                                       { $$ = NULL; }
  | row_limit
;

row_limit:
    row_offset                                   { $$ = xy_make_row_limit(B, @$, $1, NONE, NONE, NO_NODES, NULL, NONE, NONE, NULL); }
  | row_offset KW_FETCH opt_search_mode first_next opt_fetch_partitions opt_fetch_count opt_percent row_rows only_ties opt_accuracy
                                                 { $$ = xy_make_row_limit(B, @$, $1, T(@2), $3, $5, $6, $7, $9, $10); }
  | KW_FETCH opt_search_mode first_next opt_fetch_partitions opt_fetch_count opt_percent row_rows only_ties opt_accuracy
                                                 { $$ = xy_make_row_limit(B, @$, NULL, T(@1), $2, $4, $5, $6, $8, $9); }
;

/* Vector searches of 23ai: how, and the number of groups (2 PARTITIONS BY doc, 3 PARTITIONS BY chapter) */
%type <token> opt_search_mode;
opt_search_mode:
    %empty                                       { $$ = NONE; }
  | KW_APPROX                                    { $$ = T(@1); }
  | KW_APPROXIMATE                               { $$ = T(@1); }
  | KW_EXACT                                     { $$ = T(@1); }
;

%type <nodes> opt_fetch_partitions;
opt_fetch_partitions:
    %empty                                       { $$ = NO_NODES; }
  | opt_fetch_partitions operand partitions_word KW_BY operand COMMA
                                                 { $$ = xy_list_add(B, $1, xy_make_opaque(B, xy_parser_span(@2, @5), T(@2))); }
;
partitions_word: KW_PARTITION | KW_PARTITIONS;

%type <node> opt_accuracy;
opt_accuracy:
    %empty                                       { $$ = NULL; }
  | WITH_TARGET KW_TARGET identifier operand opt_percent
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | WITH_TARGET KW_TARGET identifier KW_PARAMETERS LPAREN opaque_inner RPAREN
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;

%type <node> row_offset opt_fetch_count;
row_offset:
    KW_OFFSET operand row_rows                   { $$ = $2; }
;

first_next: KW_FIRST | KW_NEXT;
row_rows: KW_ROW | KW_ROWS;

opt_fetch_count:
    %empty                                       { $$ = NULL; }
  | operand                                      { $$ = $1; }
;

opt_percent:
    %empty                                       { $$ = NONE; }
  | KW_PERCENT                                   { $$ = T(@1); }
;

%type <token> only_ties;
only_ties:
    KW_ONLY                                      { $$ = NONE; }
  | KW_WITH KW_TIES                              { $$ = T(@2); }
;

/* for_update_clause */
opt_for_update:
    %empty                                       { $$ = NULL; }
  | for_update
;

for_update:
    KW_FOR KW_UPDATE                             { $$ = xy_make_for_update(B, @$, NO_NODES, XY_FOR_UPDATE_MODE_BLOCK, NULL); }
  | KW_FOR KW_UPDATE KW_OF expression_list       { $$ = xy_make_for_update(B, @$, $4, XY_FOR_UPDATE_MODE_BLOCK, NULL); }
  | for_update KW_NOWAIT                         { $$ = xy_parser_for_update($1, @$, XY_FOR_UPDATE_MODE_NOWAIT, NULL); }
  | for_update KW_WAIT operand                   { $$ = xy_parser_for_update($1, @$, XY_FOR_UPDATE_MODE_WAIT, $3); }
  | for_update KW_SKIP KW_LOCKED                 { $$ = xy_parser_for_update($1, @$, XY_FOR_UPDATE_MODE_SKIP_LOCKED, NULL); }
;

/* ------------------------------------------------------------------ WITH ("subquery_factoring_clause") */

%type <node>  with_clause common_table opt_search opt_cycle;
%type <nodes> common_tables with_routines;
with_routines:
    with_routine                                 { $$ = xy_list_one(B, $1); }
  | with_routines with_routine                   { $$ = xy_list_add(B, $1, $2); }
;

%type <node> with_routine;
with_routine:
    routine_definition SEMICOLON
  | routine_specification SEMICOLON
;

%type <tokens> opt_column_names;

with_clause:
    KW_WITH common_tables                        { $$ = xy_make_with(B, @$, NO_NODES, $2); }
  | KW_WITH with_routines                        { $$ = xy_make_with(B, @$, $2, NO_NODES); }
  | KW_WITH with_routines common_tables          { $$ = xy_make_with(B, @$, $2, $3); }
;

common_tables:
    common_table                                 { $$ = xy_list_one(B, $1); }
  | common_tables COMMA common_table             { $$ = xy_list_add(B, $1, $3); }
;

common_table:
    identifier opt_column_names KW_AS select_with_parens opt_search opt_cycle
                                                 { $$ = xy_make_common_table(B, @$, $1, $2, $4, $5, $6); }
  /* an analytic view for this query only */
  | identifier KW_ANALYTIC KW_VIEW KW_AS LPAREN opaque_inner RPAREN
        { $$ = xy_make_common_table(B, @$, $1, NO_TOKENS, xy_parser_make_select(B, @6, NULL, xy_make_analytic_query(B, @6)), NULL, NULL); }
;

opt_column_names:
    %empty                                       { $$ = NO_TOKENS; }
  | LPAREN identifier_list RPAREN                { $$ = $2; }
;

opt_search:
    %empty                                       { $$ = NULL; }
  | KW_SEARCH search_how KW_FIRST KW_BY order_list KW_SET identifier
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;
search_how: KW_DEPTH | KW_BREADTH;

opt_cycle:
    %empty                                       { $$ = NULL; }
  | KW_CYCLE identifier_list KW_SET identifier KW_TO cycle_value KW_DEFAULT cycle_value
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;

cycle_value: STRING | NUMBER;

/* ------------------------------------------------------------------ tables ("table_reference", "join_clause") */

%type <node>   table_ref joined_table table_primary table_name plain_table opt_partition_extension opt_sample;
%type <choice> join_kind;
%type <token>  opt_outer;
%type <tokens> table_alias;

table_ref:
    table_primary
  | joined_table
;

joined_table:
    joined_on
  /* PIVOT after the condition takes the whole join. */
  | joined_on KW_PIVOT opt_xml LPAREN pivot_aggregates KW_FOR pivot_columns KW_IN LPAREN pivot_values RPAREN RPAREN table_alias
                                                 { $$ = xy_make_pivot(B, @$, $1, $3, $5, $7, $10, xy_parser_alias_as($13), xy_parser_alias_name($13)); }
  | joined_on KW_UNPIVOT opt_include opt_exclude LPAREN pivot_columns KW_FOR pivot_columns KW_IN LPAREN unpivot_items RPAREN RPAREN table_alias
                                                 { $$ = xy_make_unpivot(B, @$, $1, $3, $4, $6, $8, $11, xy_parser_alias_as($14), xy_parser_alias_name($14)); }
  | table_ref KW_NATURAL join_kind KW_JOIN table_primary
                                                 { $$ = xy_make_join(B, @$, $1, T(@2), (uint8_t)$3, $5, NULL, NO_TOKENS, NULL); }
  | table_ref KW_CROSS KW_JOIN table_primary     { $$ = xy_make_join(B, @$, $1, NONE, XY_JOIN_KIND_CROSS, $4, NULL, NO_TOKENS, NULL); }
  | table_ref KW_CROSS KW_APPLY table_primary    { $$ = xy_make_join(B, @$, $1, NONE, XY_JOIN_KIND_CROSS_APPLY, $4, NULL, NO_TOKENS, NULL); }
  | table_ref KW_OUTER KW_APPLY table_primary    { $$ = xy_make_join(B, @$, $1, NONE, XY_JOIN_KIND_OUTER_APPLY, $4, NULL, NO_TOKENS, NULL); }
;

%type <node> joined_on;
joined_on:
    table_ref join_kind KW_JOIN table_ref KW_ON expression
                                                 { $$ = xy_make_join(B, @$, $1, NONE, (uint8_t)$2, $4, $6, NO_TOKENS, NULL); }
  | table_ref join_kind KW_JOIN table_ref KW_USING LPAREN identifier_list RPAREN
                                                 { $$ = xy_make_join(B, @$, $1, NONE, (uint8_t)$2, $4, NULL, $7, NULL); }
  /* outer_join_clause with query_partition_clause on the left */
  | table_ref outer_partition join_kind KW_JOIN table_ref KW_ON expression
                                                 { $$ = xy_parser_join_partition(xy_make_join(B, @$, $1, NONE, (uint8_t)$3, $5, $7, NO_TOKENS, NULL), $2); }
  | table_ref outer_partition join_kind KW_JOIN table_ref KW_USING LPAREN identifier_list RPAREN
                                                 { $$ = xy_parser_join_partition(xy_make_join(B, @$, $1, NONE, (uint8_t)$3, $5, NULL, $8, NULL), $2); }
  | table_ref join_kind KW_JOIN table_ref outer_partition KW_ON expression
                                                 { $$ = xy_parser_join_partition(xy_make_join(B, @$, $1, NONE, (uint8_t)$2, $4, $7, NO_TOKENS, NULL), $5); }
  | table_ref join_kind KW_JOIN table_ref outer_partition KW_USING LPAREN identifier_list RPAREN
                                                 { $$ = xy_parser_join_partition(xy_make_join(B, @$, $1, NONE, (uint8_t)$2, $4, NULL, $8, NULL), $5); }
;

%type <node> outer_partition;
outer_partition:
    KW_PARTITION KW_BY LPAREN expression_list RPAREN
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_PARTITION KW_BY name                      { $$ = xy_make_opaque(B, @$, T(@1)); }
;

join_kind:
    %empty                                       { $$ = XY_JOIN_KIND_INNER; }
  | KW_INNER                                     { $$ = XY_JOIN_KIND_INNER; }
  | KW_LEFT opt_outer_word                       { $$ = XY_JOIN_KIND_LEFT; }
  | KW_RIGHT opt_outer_word                      { $$ = XY_JOIN_KIND_RIGHT; }
  | KW_FULL opt_outer_word                       { $$ = XY_JOIN_KIND_FULL; }
;

opt_outer_word: %empty | KW_OUTER;

/* The value holds the AS token or NONE, then the alias. */
table_alias:
    %empty                    %prec BARE         { $$ = xy_parser_alias(B, NONE, NONE); }
  | identifier                                   { $$ = xy_parser_alias(B, NONE, $1); }
  | KW_AS identifier                             { $$ = xy_parser_alias(B, T(@1), $2); }
;

table_primary:
    table_name
  | select_with_parens table_alias               { $$ = xy_parser_derived_table(B, @$, NONE, $1, $2); }
  | KW_LATERAL select_with_parens table_alias    { $$ = xy_parser_derived_table(B, @$, T(@1), $2, $3); }
  | select_with_parens flashback_versions table_alias
                                                 { $$ = xy_parser_flashback(xy_parser_derived_table(B, @$, NONE, $1, $3), xy_make_opaque(B, @2, T(@2))); }
  | select_with_parens flashback_as_of table_alias
                                                 { $$ = xy_parser_flashback(xy_parser_derived_table(B, @$, NONE, $1, $3), xy_make_opaque(B, @2, T(@2))); }
  | select_with_parens flashback_versions flashback_as_of table_alias
                                                 { $$ = xy_parser_flashback(xy_parser_derived_table(B, @$, NONE, $1, $4), xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
  | table_collection opt_outer table_alias       { $$ = xy_parser_table_function(B, @$, T(@1), $1, $2, $3); }
  | call table_alias                             { $$ = xy_parser_table_function(B, @$, NONE, $1, NONE, $2); }
  | syntax_table opt_outer table_alias           { $$ = xy_parser_syntax_table($1, @$, $2, $3); }
  /* 23ai: (VALUES …) t (columns) */
  | select_with_parens identifier LPAREN identifier_list RPAREN
                                                 { $$ = xy_make_derived_table(B, @$, NONE, $1, NULL, NULL, NONE, $2, $4); }
  | select_with_parens KW_AS identifier LPAREN identifier_list RPAREN
                                                 { $$ = xy_make_derived_table(B, @$, NONE, $1, NULL, NULL, T(@2), $3, $5); }
  | LPAREN table_ref RPAREN table_alias          { $$ = xy_make_paren_table(B, @$, $2, xy_parser_alias_as($4), xy_parser_alias_name($4)); }
  /* 23ai: t NESTED doc.items[*] COLUMNS (…) */
  | table_primary KW_NESTED opt_path_word primary json_column_options KW_COLUMNS LPAREN json_column_list RPAREN table_alias
                                                 { $$ = xy_make_syntax_table(B, @$, T(@2), xy_list_add(B, xy_list_one(B, $1), $4), $8, xy_parser_alias_as($10), xy_parser_alias_name($10), NONE); }
  | pivot
  | unpivot
  | table_primary KW_MATCH_RECOGNIZE LPAREN opt_partition_by opt_order_by opt_match_measures match_rows match_skip
    KW_PATTERN LPAREN opaque_inner RPAREN opt_match_subsets KW_DEFINE match_defines RPAREN table_alias
        { $$ = xy_make_match_recognize(B, @$, $1, $4, $5, $6, $7, $8, xy_make_opaque(B, @11, T(@11)), $13, $15, xy_parser_alias_as($17), xy_parser_alias_name($17)); }
;

/* ------------------------------------------------------------------ row_pattern_clause */

%type <nodes>  opt_match_measures match_measures opt_match_subsets match_subsets match_defines;
%type <node>   match_measure match_subset match_define;
%type <tokens> match_rows match_skip match_words;
opt_match_measures:
    %empty                                       { $$ = NO_NODES; }
  | KW_MEASURES match_measures                   { $$ = $2; }
;
match_measures:
    match_measure                                { $$ = xy_list_one(B, $1); }
  | match_measures COMMA match_measure           { $$ = xy_list_add(B, $1, $3); }
;
match_measure:
    expression KW_AS identifier                  { $$ = xy_make_select_item(B, @$, $1, T(@2), $3); }
  | expression identifier                        { $$ = xy_make_select_item(B, @$, $1, NONE, $2); }
;

/* ONE ROW PER MATCH, ALL ROWS PER MATCH [SHOW EMPTY MATCHES | OMIT EMPTY MATCHES | WITH UNMATCHED ROWS] */
match_rows:
    %empty                                       { $$ = NO_TOKENS; }
  | KW_ONE match_words                           { $$ = xy_tokens_join(B, xy_tokens_one(B, T(@1)), $2); }
  | KW_ALL match_words                           { $$ = xy_tokens_join(B, xy_tokens_one(B, T(@1)), $2); }
  | KW_ALL match_words KW_WITH match_words       { $$ = xy_tokens_join(B, xy_tokens_add(B, xy_tokens_join(B, xy_tokens_one(B, T(@1)), $2), T(@3)), $4); }
;
match_words:
    identifier                                   { $$ = xy_tokens_one(B, $1); }
  | match_words identifier                       { $$ = xy_tokens_add(B, $1, $2); }
;

/* AFTER MATCH SKIP PAST LAST ROW, … TO NEXT ROW, … TO [FIRST | LAST] variable */
match_skip:
    %empty                                       { $$ = NO_TOKENS; }
  | KW_AFTER match_words                         { $$ = xy_tokens_join(B, xy_tokens_one(B, T(@1)), $2); }
  | KW_AFTER match_words KW_TO match_words       { $$ = xy_tokens_join(B, xy_tokens_add(B, xy_tokens_join(B, xy_tokens_one(B, T(@1)), $2), T(@3)), $4); }
;

opt_match_subsets:
    %empty                                       { $$ = NO_NODES; }
  | KW_SUBSET match_subsets                      { $$ = $2; }
;
match_subsets:
    match_subset                                 { $$ = xy_list_one(B, $1); }
  | match_subsets COMMA match_subset             { $$ = xy_list_add(B, $1, $3); }
;
match_subset: identifier EQ LPAREN identifier_list RPAREN { $$ = xy_make_match_subset(B, @$, $1, $4); };

match_defines:
    match_define                                 { $$ = xy_list_one(B, $1); }
  | match_defines COMMA match_define             { $$ = xy_list_add(B, $1, $3); }
;
match_define: identifier KW_AS expression        { $$ = xy_make_match_define(B, @$, $1, $3); };


/* TABLE(collection), TABLE(SELECT …), THE(SELECT …) */
%type <node> table_collection;
table_collection:
    KW_TABLE LPAREN expression RPAREN            { $$ = $3; }
  | KW_TABLE LPAREN select_no_parens RPAREN      { $$ = xy_make_subquery(B, @3, $3); }
  | KW_THE select_with_parens                    { $$ = xy_make_subquery(B, @2, $2); }
;

opt_outer:
    %empty                                       { $$ = NONE; }
  | OUTER                                        { $$ = T(@1); }
;

table_name:
    plain_table table_alias                      { $$ = xy_parser_alias_table($1, @$, $2); }
  | plain_table flashback_versions table_alias   { $$ = xy_parser_alias_table(xy_parser_flashback($1, xy_make_opaque(B, @2, T(@2))), @$, $3); }
  | plain_table flashback_as_of table_alias      { $$ = xy_parser_alias_table(xy_parser_flashback($1, xy_make_opaque(B, @2, T(@2))), @$, $3); }
  | plain_table flashback_versions flashback_as_of table_alias
                                                 { $$ = xy_parser_alias_table(xy_parser_flashback($1, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))), @$, $4); }
;

/* query_table_expression without alias: partition, sample and flashback in the order of the manual */
plain_table:
    name opt_partition_extension opt_sample      { $$ = xy_make_table_name(B, @$, NONE, $1, $2, $3, NULL, NONE, NONE); }
  | KW_ONLY LPAREN name RPAREN                   { $$ = xy_make_table_name(B, @$, T(@1), $3, NULL, NULL, NULL, NONE, NONE); }
;

/* PARTITION BY right after a name without alias is read here too, though it belongs to the outer join that follows. */
opt_partition_extension:
    %empty                    %prec BARE         { $$ = NULL; }
  | KW_PARTITION KW_BY LPAREN expression_list RPAREN
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | partition_word LPAREN expression_list RPAREN { $$ = xy_make_opaque(B, @$, T(@1)); }
  | partition_word KW_FOR LPAREN expression_list RPAREN
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;
partition_word: KW_PARTITION | KW_SUBPARTITION;

opt_sample:
    %empty                                       { $$ = NULL; }
  | KW_SAMPLE opt_block LPAREN expression_list RPAREN opt_seed
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;
opt_block: %empty | KW_BLOCK;
opt_seed: %empty | KW_SEED LPAREN expression RPAREN;

/* flashback_query_clause */
flashback_as_of:
    KW_AS KW_OF flashback_unit operand
  | KW_AS KW_OF KW_PERIOD KW_FOR identifier operand
;
flashback_versions:
    KW_VERSIONS KW_BETWEEN flashback_unit operand KW_AND operand
  | KW_VERSIONS KW_PERIOD KW_FOR identifier KW_BETWEEN operand KW_AND operand
;
flashback_unit: KW_SCN | KW_TIMESTAMP | KW_SNAPSHOT;

/* ------------------------------------------------------------------ pivot_clause, unpivot_clause */

%type <node>  pivot unpivot unpivot_item pivot_aggregate pivot_value;
%type <nodes> pivot_aggregates pivot_values unpivot_items pivot_columns opt_unpivot_as;
%type <token> opt_xml;

pivot:
    table_primary KW_PIVOT opt_xml LPAREN pivot_aggregates KW_FOR pivot_columns KW_IN LPAREN pivot_values RPAREN RPAREN table_alias
                                                 { $$ = xy_make_pivot(B, @$, $1, $3, $5, $7, $10, xy_parser_alias_as($13), xy_parser_alias_name($13)); }
;

opt_xml:
    %empty                                       { $$ = NONE; }
  | KW_XML                                       { $$ = T(@1); }
;

pivot_aggregates:
    pivot_aggregate                              { $$ = xy_list_one(B, $1); }
  | pivot_aggregates COMMA pivot_aggregate       { $$ = xy_list_add(B, $1, $3); }
;

pivot_aggregate:
    call                                         { $$ = xy_make_select_item(B, @$, $1, NONE, NONE); }
  | call identifier                              { $$ = xy_make_select_item(B, @$, $1, NONE, $2); }
  | call KW_AS identifier                        { $$ = xy_make_select_item(B, @$, $1, T(@2), $3); }
;

pivot_columns:
    name                                         { $$ = xy_list_one(B, $1); }
  | LPAREN expression_list RPAREN                { $$ = $2; }
;

pivot_values:
    select_no_parens                             { $$ = xy_list_one(B, $1); }
  | pivot_value_list
;

%type <nodes> pivot_value_list;
pivot_value_list:
    pivot_value                                  { $$ = xy_list_one(B, $1); }
  | pivot_value_list COMMA pivot_value               { $$ = xy_list_add(B, $1, $3); }
;

pivot_value:
    select_item
  | KW_ANY                                       { $$ = xy_parser_make_word(B, @1); }
;

%type <token> opt_include opt_exclude;
unpivot:
    table_primary KW_UNPIVOT opt_include opt_exclude LPAREN pivot_columns KW_FOR pivot_columns KW_IN LPAREN unpivot_items RPAREN RPAREN table_alias
                                                 { $$ = xy_make_unpivot(B, @$, $1, $3, $4, $6, $8, $11, xy_parser_alias_as($14), xy_parser_alias_name($14)); }
;

opt_include:
    %empty                                       { $$ = NONE; }
  | KW_INCLUDE KW_NULLS                          { $$ = T(@1); }
;

opt_exclude:
    %empty                                       { $$ = NONE; }
  | KW_EXCLUDE KW_NULLS                          { $$ = T(@1); }
;

unpivot_items:
    unpivot_item                                 { $$ = xy_list_one(B, $1); }
  | unpivot_items COMMA unpivot_item             { $$ = xy_list_add(B, $1, $3); }
;

unpivot_item:
    pivot_columns opt_unpivot_as                 { $$ = xy_make_unpivot_item(B, @$, $1, $2); }
;

opt_unpivot_as:
    %empty                                       { $$ = NO_NODES; }
  | KW_AS operand                                { $$ = xy_list_one(B, $2); }
;

/* ------------------------------------------------------------------ XMLTABLE, JSON_TABLE */

%type <node>  syntax_table path_column;
%type <nodes> path_columns json_columns;

syntax_table:
    KW_XMLTABLE LPAREN opt_xml_namespaces expression opt_passing opt_by_ref RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@1), xy_list_join(B, xy_list_one(B, $4), $5), NO_NODES, NONE, NONE, NONE); }
  | KW_XMLTABLE LPAREN opt_xml_namespaces expression opt_passing opt_by_ref KW_COLUMNS path_columns RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@1), xy_list_join(B, xy_list_one(B, $4), $5), $8, NONE, NONE, NONE); }
  | KW_JSON_TABLE LPAREN json_path_arguments KW_COLUMNS json_columns RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@1), $3, $5, NONE, NONE, NONE); }
;

syntax_table:
    KW_ANALYTIC KW_VIEW LPAREN opaque_inner RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@1), NO_NODES, NO_NODES, NONE, NONE, NONE); }
  | opaque_table LPAREN opaque_inner RPAREN      { $$ = xy_make_syntax_table(B, @$, T(@1), NO_NODES, NO_NODES, NONE, NONE, NONE); }
;

/* of analytic views, and of external tables for this query only */
syntax_table:
    name KW_HIERARCHIES LPAREN RPAREN            { $$ = xy_make_syntax_table(B, @$, T(@2), xy_list_one(B, $1), NO_NODES, NONE, NONE, NONE); }
  | name KW_HIERARCHIES LPAREN opaque_inner RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@2), xy_list_one(B, $1), NO_NODES, NONE, NONE, NONE); }
  | name KW_EXTERNAL KW_MODIFY LPAREN opaque_inner RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@2), xy_list_one(B, $1), NO_NODES, NONE, NONE, NONE); }
  | KW_EXTERNAL LPAREN LPAREN opaque_inner RPAREN opaque_inner RPAREN
                                                 { $$ = xy_make_syntax_table(B, @$, T(@1), NO_NODES, NO_NODES, NONE, NONE, NONE); }
;

opaque_table: KW_GRAPH_TABLE | KW_VECTOR_CHUNKS;

opt_xml_namespaces: %empty | KW_XMLNAMESPACES LPAREN xml_namespaces RPAREN COMMA;
xml_namespaces: xml_namespace | xml_namespaces COMMA xml_namespace;
xml_namespace: STRING KW_AS identifier | KW_DEFAULT STRING;
opt_by_ref: %empty | KW_RETURNING KW_SEQUENCE KW_BY KW_REF;

path_columns:
    path_column                                  { $$ = xy_list_one(B, $1); }
  | path_columns COMMA path_column               { $$ = xy_list_add(B, $1, $3); }
;

%type <node> opt_path opt_column_default;
path_column:
    identifier KW_FOR KW_ORDINALITY              { $$ = xy_make_path_column(B, @$, $1, NULL, NULL, NULL, T(@3), NO_NODES); }
  | identifier simple_type opt_sequence_ref opt_path opt_column_default
                                                 { $$ = xy_make_path_column(B, @$, $1, $2, $4, $5, NONE, NO_NODES); }
  | identifier KW_PATH primary opt_column_default
                                                 { $$ = xy_make_path_column(B, @$, $1, NULL, $3, $4, NONE, NO_NODES); }
;

/* XMLTYPE (SEQUENCE) BY REF */
opt_sequence_ref: %empty | KW_BY KW_REF;

opt_path:
    %empty                                       { $$ = NULL; }
  | KW_PATH primary                              { $$ = $2; }
;

opt_column_default:
    %empty                                       { $$ = NULL; }
  | KW_DEFAULT primary                           { $$ = $2; }
;

json_columns:
    LPAREN json_column_list RPAREN               { $$ = $2; }
  | json_column_list                             { $$ = $1; }
;

%type <nodes> json_column_list;
%type <node>  json_column;
json_column_list:
    json_column                                  { $$ = xy_list_one(B, $1); }
  | json_column_list COMMA json_column           { $$ = xy_list_add(B, $1, $3); }
;

json_column:
    identifier KW_FOR KW_ORDINALITY              { $$ = xy_make_path_column(B, @$, $1, NULL, NULL, NULL, T(@3), NO_NODES); }
  | identifier json_column_options               { $$ = xy_make_path_column(B, @$, $1, NULL, NULL, NULL, NONE, $2); }
  | identifier simple_type json_column_options   { $$ = xy_make_path_column(B, @$, $1, $2, NULL, NULL, NONE, $3); }
  | identifier json_column_options KW_PATH primary json_column_options
                                                 { $$ = xy_make_path_column(B, @$, $1, NULL, $4, NULL, NONE, xy_list_join(B, $2, $5)); }
  | identifier simple_type json_column_options KW_PATH primary json_column_options
                                                 { $$ = xy_make_path_column(B, @$, $1, $2, $5, NULL, NONE, xy_list_join(B, $3, $6)); }
  | KW_NESTED opt_path_word primary KW_COLUMNS LPAREN json_column_list RPAREN
                                                 { $$ = xy_make_path_column(B, @$, NONE, NULL, $3, NULL, NONE, $6); }
;
opt_path_word: %empty | KW_PATH;

/* EXISTS, FORMAT JSON, wrappers, ON ERROR, ON EMPTY. Closed lists: here a WORD would be the column's type. */
%type <nodes> json_column_options json_column_option;
json_column_options:
    %empty                                       { $$ = NO_NODES; }
  | json_column_options json_column_option       { $$ = xy_list_join(B, $1, $2); }
;

json_column_option:
    KW_EXISTS                                    { $$ = NO_NODES; }
  | KW_FORMAT KW_JSON                            { $$ = NO_NODES; }
  | KW_TRUNCATE                                  { $$ = NO_NODES; }
  | KW_ALLOW KW_SCALARS                          { $$ = NO_NODES; }
  | KW_DISALLOW KW_SCALARS                       { $$ = NO_NODES; }
  | json_with json_wrapper_words KW_WRAPPER      { $$ = NO_NODES; }
  | json_on_value KW_ON json_on_event            { $$ = NO_NODES; }
  | KW_DEFAULT operand KW_ON json_on_event       { $$ = xy_list_one(B, $2); }
;
json_with: KW_WITH | KW_WITHOUT;
json_wrapper_words: %empty | json_wrapper_words json_wrapper_word;
json_wrapper_word: KW_ARRAY | KW_CONDITIONAL | KW_UNCONDITIONAL;
json_on_value: KW_ERROR | KW_NULL | KW_EMPTY | KW_EMPTY KW_ARRAY | KW_EMPTY KW_OBJECT | KW_TRUE | KW_FALSE;
json_on_event: KW_ERROR | KW_EMPTY;

/* ------------------------------------------------------------------ tokens of clauses that are kept as they are
 * No soft keyword can be shifted here, so all of them arrive as WORD; only the reserved words need naming. Brackets balance. */

opaque_item: opaque_token | COMMA | opaque_brackets;
opaque_brackets:
    LPAREN RPAREN | LPAREN opaque_inner RPAREN | LBRACKET RBRACKET | LBRACKET opaque_inner RBRACKET | LBRACE RBRACE | LBRACE opaque_inner RBRACE
;
opaque_inner: opaque_inner_item | opaque_inner opaque_inner_item;
opaque_inner_item: opaque_item | opaque_reserved;

/* Without commas outside brackets. */
opaque_words: opaque_word | opaque_words opaque_word;
opaque_word: opaque_token | opaque_reserved | opaque_brackets;

opaque_token: opaque_leading | DOT | DOTDOT | AT | PERCENT;

/* After a name: no token that could go on with it. */
opaque_rest: opaque_first | opaque_first opaque_inner;
opaque_first: opaque_leading | COMMA | opaque_reserved | opaque_brackets;

opaque_leading:
    WORD | QUOTED_WORD | SUBSTITUTION | NUMBER | STRING | BIND | INQUIRY | ARROW | EQ | NE | LT | GT | LE | GE
  | PLUS | MINUS | STAR | SLASH | CONCAT | POWER | COLON | QUESTION | PIPE | OUTER | NOT_SIGN | DOLLAR
  | KW_BY | KW_ON | KW_NULL | KW_UNIQUE | KW_AND | KW_OR | KW_NOT | KW_IN | KW_IS | KW_BETWEEN | KW_LIKE | KW_ANY | KW_ALL | KW_AS | KW_OF
  | KW_CASE | KW_WHEN | KW_THEN | KW_ELSE | KW_UPDATE | KW_FROM | KW_TO | KW_DEFAULT | KW_TABLE | KW_PRIOR | KW_DISTINCT | KW_EXISTS
;

opaque_reserved:
    KW_SELECT | KW_WHERE | KW_GROUP | KW_ORDER | KW_HAVING | KW_UNION | KW_INTERSECT | KW_MINUS | KW_FOR | KW_WITH | KW_START | KW_CONNECT
  | KW_INTO | KW_VALUES | KW_INSERT | KW_DELETE | KW_SET | KW_CREATE | KW_DROP | KW_ALTER | KW_INDEX | KW_VIEW | KW_CHECK | KW_GRANT | KW_REVOKE
  | KW_IF | KW_BEGIN | KW_DECLARE
;
