/* Start symbols. The driver pushes a MODE_ token first (xy_start) and the end of input last. */
%%

%start start;
%type <node> unit statement_fragment declaration_fragment sql_statement;

start:
    MODE_UNIT unit opt_semicolon                 { parser->root = $2; }
  | MODE_EXPRESSION expression                   { parser->root = $2; }
  | MODE_STATEMENT statement_fragment            { parser->root = $2; }
  | MODE_QUERY query_fragment                    { parser->root = $2; }
  | MODE_TABLE table_ref                         { parser->root = $2; }
  | MODE_TYPE data_type                          { parser->root = $2; }
  | MODE_DECLARATION declaration_fragment        { parser->root = $2; }
;

opt_semicolon: %empty | SEMICOLON;

statement_fragment:
    statement_body opt_semicolon
  | label statement_fragment                     { $$ = xy_make_labeled(B, @$, $1, $2); }
;

declaration_fragment: declaration_body opt_semicolon;

/* A unit is one statement of a script; its `;` is not part of the tree. */
unit:
    sql_statement
  | anonymous_block
  | create_routine
  | create_package
  | create_package_body
  | create_trigger
  | create_type
  | create_type_body
  | create_table
  | create_index
  | create_sequence
  | create_view
  | create_materialized_view
  | create_synonym
  | create_other
  | comment_on
  | alter_table
  | alter_object
  | drop
  | truncate
  | rename
  | grant
  | call_statement
  | explain_plan
;

anonymous_block:
    block
  | label anonymous_block                        { $$ = xy_make_labeled(B, @$, $1, $2); }
;
%type <node> anonymous_block;

/* What may stand both alone and in a PL/SQL block. */
sql_statement:
    query_fragment
  | insert
  | insert_multi
  | update
  | delete
  | merge
  | lock_table
  | transaction_statement
;
