/* Start symbols. The driver pushes a MODE_ token first (xy_start) and the end of input last. */
%%

%start start;
%type <node> unit statement_fragment;

start:
    MODE_UNIT unit                               { parser->root = $2; }
  | MODE_EXPRESSION expression                   { parser->root = $2; }
  | MODE_STATEMENT statement_fragment            { parser->root = $2; }
  | MODE_QUERY query_fragment                    { parser->root = $2; }
  | MODE_TABLE table_ref                         { parser->root = $2; }
  | MODE_TYPE data_type                          { parser->root = $2; }
;

statement_fragment: sql_statement opt_semicolon;
unit: sql_statement opt_semicolon;
opt_semicolon: %empty | SEMICOLON;

%type <node> sql_statement;
sql_statement: query_fragment | insert | insert_multi | update | delete | merge;
with_routines: KW_FUNCTION { $$ = NO_NODES; };
