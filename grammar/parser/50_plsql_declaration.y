/* PL/SQL declarations: PL/SQL Language Reference, "Block" (declare_section), "Collection Variable Declaration", "Record Variable
 * Declaration", "Explicit Cursor", "Exception Declaration", pragmas. */

%type <nodes> declarations opt_parameters parameters record_fields;
%type <node>  declaration declaration_body variable_declaration cursor_declaration type_declaration type_definition subtype_declaration;
%type <node>  pragma parameter record_field opt_default default opt_index_by opt_returns collection_type;
%type <token> opt_constant opt_not_null;

declarations:
    %empty                                       { $$ = NO_NODES; }
  | declarations declaration                     { $$ = xy_list_add(B, $1, $2); }
;

declaration:
    declaration_body SEMICOLON
  | error SEMICOLON                              { $$ = xy_make_bogus(B, @1); }
;

declaration_body:
    variable_declaration
  | identifier KW_EXCEPTION                      { $$ = xy_make_exception_decl(B, @$, $1); }
  | cursor_declaration
  | type_declaration
  | subtype_declaration
  | pragma
  | routine_specification
  | routine_definition
;

/* ------------------------------------------------------------------ variables and constants */

variable_declaration:
    identifier opt_constant data_type opt_not_null opt_default
                                                 { $$ = xy_make_variable_decl(B, @$, $1, $2, $3, $4, OPT(@5), $5); }
;

opt_constant:
    %empty                                       { $$ = NONE; }
  | KW_CONSTANT                                  { $$ = T(@1); }
;

opt_not_null:
    %empty                                       { $$ = NONE; }
  | KW_NOT KW_NULL                               { $$ = T(@1); }
  | KW_NULL                                      { $$ = NONE; }
;

/* The value is the expression; the span begins at `:=` or DEFAULT. */
opt_default:
    %empty                                       { $$ = NULL; }
  | default
;

default:
    ASSIGN expression                            { $$ = $2; }
  | KW_DEFAULT expression                        { $$ = $2; }
;

/* ------------------------------------------------------------------ cursors */

cursor_declaration:
    KW_CURSOR identifier opt_parameters opt_returns
                                                 { $$ = xy_make_cursor_decl(B, @$, $2, $3, $4, NONE, NULL); }
  | KW_CURSOR identifier opt_parameters opt_returns is_as query_fragment
                                                 { $$ = xy_make_cursor_decl(B, @$, $2, $3, $4, T(@5), $6); }
;

is_as: KW_IS | KW_AS;

opt_returns:
    %empty                                       { $$ = NULL; }
  | KW_RETURN data_type                          { $$ = $2; }
;

/* ------------------------------------------------------------------ types */

type_declaration:
    KW_TYPE identifier KW_IS type_definition     { $$ = xy_make_type_decl(B, @$, $2, $4); }
;

type_definition:
    KW_RECORD LPAREN record_fields RPAREN        { $$ = xy_make_record_type(B, @$, $3); }
  | collection_type
  | KW_REF KW_CURSOR opt_returns                 { $$ = xy_make_ref_cursor_type(B, @$, $3); }
;

record_fields:
    record_field                                 { $$ = xy_list_one(B, $1); }
  | record_fields COMMA record_field             { $$ = xy_list_add(B, $1, $3); }
;

record_field:
    identifier data_type opt_not_null opt_default
                                                 { $$ = xy_make_variable_decl(B, @$, $1, NONE, $2, $3, OPT(@4), $4); }
;

/* Also the collection types of CREATE TYPE. */
collection_type:
    KW_TABLE KW_OF data_type opt_not_null opt_index_by
                                                 { $$ = xy_make_collection_type(B, @$, XY_COLLECTION_TYPE_KIND_TABLE, NULL, $3, $4, $5); }
  | varray LPAREN expression RPAREN KW_OF data_type opt_not_null
                                                 { $$ = xy_make_collection_type(B, @$, XY_COLLECTION_TYPE_KIND_VARRAY, $3, $6, $7, NULL); }
  /* CREATE TYPE … AS TABLE OF (type [NOT NULL]) */
  | KW_TABLE KW_OF LPAREN data_type opt_not_null RPAREN opt_persistable
                                                 { $$ = xy_make_collection_type(B, @$, XY_COLLECTION_TYPE_KIND_TABLE, NULL, $4, $5, NULL); }
  | varray LPAREN expression RPAREN KW_OF LPAREN data_type opt_not_null RPAREN opt_persistable
                                                 { $$ = xy_make_collection_type(B, @$, XY_COLLECTION_TYPE_KIND_VARRAY, $3, $7, $8, NULL); }
;

opt_persistable: %empty | KW_PERSISTABLE | KW_NOT KW_PERSISTABLE;

varray: KW_VARRAY | KW_ARRAY | KW_VARYING KW_ARRAY;

opt_index_by:
    %empty                                       { $$ = NULL; }
  | KW_INDEX KW_BY data_type                     { $$ = $3; }
;

subtype_declaration:
    KW_SUBTYPE identifier KW_IS data_type opt_not_null
                                                 { $$ = xy_make_subtype_decl(B, @$, $2, $4, NULL, NULL, $5); }
  | KW_SUBTYPE identifier KW_IS data_type KW_RANGE operand DOTDOT operand opt_not_null
                                                 { $$ = xy_make_subtype_decl(B, @$, $2, $4, $6, $8, $9); }
;

/* ------------------------------------------------------------------ pragmas: the arguments are the pragma's affair */

pragma:
    KW_PRAGMA identifier                         { $$ = xy_make_pragma(B, @$, $2, NO_NODES); }
  | KW_PRAGMA identifier LPAREN pragma_arguments RPAREN
                                                 { $$ = xy_make_pragma(B, @$, $2, $4); }
;

%type <nodes> pragma_arguments;
%type <node>  pragma_argument;
pragma_arguments:
    pragma_argument                              { $$ = xy_list_one(B, $1); }
  | pragma_arguments COMMA pragma_argument       { $$ = xy_list_add(B, $1, $3); }
;

pragma_argument:
    argument
  | KW_DEFAULT                                   { $$ = xy_make_default(B, @$); }
;

/* ------------------------------------------------------------------ parameters of routines and cursors */

opt_parameters:
    %empty                                       { $$ = NO_NODES; }
  | LPAREN parameters RPAREN                     { $$ = $2; }
  | LPAREN RPAREN                                { $$ = NO_NODES; }
;

parameters:
    parameter                                    { $$ = xy_list_one(B, $1); }
  | parameters COMMA parameter                   { $$ = xy_list_add(B, $1, $3); }
;

%type <token> opt_in opt_out opt_nocopy;
parameter:
    identifier opt_in opt_out opt_nocopy data_type opt_default
                                                 { $$ = xy_make_parameter(B, @$, $1, $2, $3, $4, $5, OPT(@6), $6); }
  /* of a polymorphic table function */
  | identifier opt_in KW_TABLE                   { $$ = xy_make_parameter(B, @$, $1, $2, NONE, NONE, xy_parser_make_type(B, @3, NONE, xy_parser_make_word(B, @3), NO_NODES, NO_TOKENS, XY_DATA_TYPE_ANCHOR_NONE), NONE, NULL); }
;

opt_in:
    %empty                                       { $$ = NONE; }
  | KW_IN                                        { $$ = T(@1); }
;

opt_out:
    %empty                                       { $$ = NONE; }
  | KW_OUT                                       { $$ = T(@1); }
;

opt_nocopy:
    %empty                                       { $$ = NONE; }
  | KW_NOCOPY                                    { $$ = T(@1); }
;
