/* Functions with a syntax of their own: SQL Language Reference, "Functions". Each has a key word that counts only before `(`. */

%type <node>  syntax_function opt_conversion_default;
%type <nodes> opt_formats;
%type <token> trim_side;

syntax_function:
    KW_CAST LPAREN expression KW_AS cast_type opt_conversion_default opt_formats RPAREN
                                                 { $$ = xy_make_cast(B, @$, $3, NONE, $5, $6, $7); }
  | KW_CAST LPAREN KW_MULTISET select_with_parens KW_AS data_type RPAREN
                                                 { $$ = xy_make_cast(B, @$, xy_make_subquery(B, @4, $4), T(@3), $6, NULL, NO_NODES); }
  | KW_XMLCAST LPAREN expression KW_AS data_type RPAREN
                                                 { $$ = xy_make_cast(B, @$, $3, NONE, $5, NULL, NO_NODES); }
  | KW_TREAT LPAREN expression KW_AS data_type RPAREN
                                                 { $$ = xy_make_treat(B, @$, $3, $5); }
  | KW_EXTRACT LPAREN identifier KW_FROM expression RPAREN
                                                 { $$ = xy_make_extract(B, @$, $3, $5); }
  | KW_TRIM LPAREN expression KW_FROM expression RPAREN
                                                 { $$ = xy_make_trim(B, @$, NONE, $3, $5); }
  | KW_TRIM LPAREN trim_side expression KW_FROM expression RPAREN
                                                 { $$ = xy_make_trim(B, @$, $3, $4, $6); }
  | KW_TRIM LPAREN trim_side KW_FROM expression RPAREN
                                                 { $$ = xy_make_trim(B, @$, $3, NULL, $5); }
  /* TRIM(LEADING a): without FROM the side is noise that Oracle takes. */
  | KW_TRIM LPAREN trim_side expression RPAREN   { $$ = xy_make_trim(B, @$, $3, NULL, $4); }
  | KW_VALIDATE_CONVERSION LPAREN expression KW_AS data_type opt_formats RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, xy_list_add(B, xy_list_one(B, $3), $5), $6)); }
;

/* CAST(x AS [DOMAIN] d [VALIDATE]) of 23ai */
%type <node> cast_type;
cast_type:
    data_type
  | data_type KW_VALIDATE
  | data_type KW_NOVALIDATE
  | KW_DOMAIN data_type                          { $$ = $2; }
  | KW_DOMAIN data_type KW_VALIDATE              { $$ = $2; }
  | KW_DOMAIN data_type KW_NOVALIDATE            { $$ = $2; }
;

trim_side:
    KW_LEADING                                   { $$ = T(@1); }
  | KW_TRAILING                                  { $$ = T(@1); }
  | KW_BOTH                                      { $$ = T(@1); }
;

opt_conversion_default:
    %empty                                       { $$ = NULL; }
  | KW_DEFAULT expression KW_ON KW_CONVERSION KW_ERROR
                                                 { $$ = $2; }
;

opt_formats:
    %empty                                       { $$ = NO_NODES; }
  | COMMA expression_list                        { $$ = $2; }
;

/* ------------------------------------------------------------------ XML ("XML Functions") */

%type <nodes> opt_passing passing_list;
%type <node>  passing_item;

syntax_function:
    KW_XMLELEMENT LPAREN xml_name_words argument_list RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), $4); }
  | KW_XMLPI LPAREN xml_name_words argument_list RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), $4); }
  | KW_XMLPARSE LPAREN xml_content expression opt_wellformed RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $4)); }
  | KW_XMLROOT LPAREN xml_root_list RPAREN       { $$ = xy_make_function_syntax(B, @$, T(@1), $3); }
  | KW_XMLSERIALIZE LPAREN xml_content operand xml_options RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, xy_list_one(B, $4), $5)); }
  | KW_XMLQUERY LPAREN expression opt_passing KW_RETURNING KW_CONTENT xml_options RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, xy_list_one(B, $3), $4)); }
  | KW_XMLEXISTS LPAREN expression opt_passing RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, xy_list_one(B, $3), $4)); }
;

xml_name_words: %empty | xml_name_words xml_name_word;
xml_name_word: KW_NAME | KW_EVALNAME | KW_ENTITYESCAPING | KW_NOENTITYESCAPING;
xml_attribute_words: %empty | xml_attribute_words xml_attribute_word;
xml_attribute_word: KW_ENTITYESCAPING | KW_NOENTITYESCAPING | KW_SCHEMACHECK | KW_NOSCHEMACHECK;
xml_content: KW_DOCUMENT | KW_CONTENT;
opt_wellformed: %empty | KW_WELLFORMED;

%type <nodes> xml_root_list;
xml_root_list:
    expression                                   { $$ = xy_list_one(B, $1); }
  | xml_root_list COMMA KW_VERSION KW_NO KW_VALUE
  | xml_root_list COMMA KW_VERSION expression    { $$ = xy_list_add(B, $1, $4); }
  | xml_root_list COMMA KW_STANDALONE KW_YES
  | xml_root_list COMMA KW_STANDALONE KW_NO
  | xml_root_list COMMA KW_STANDALONE KW_NO KW_VALUE
;

opt_passing:
    %empty                                       { $$ = NO_NODES; }
  | KW_PASSING opt_by_value passing_list         { $$ = $3; }
;

opt_by_value: %empty | KW_BY KW_VALUE;

passing_list:
    passing_item                                 { $$ = xy_list_one(B, $1); }
  | passing_list COMMA opt_by_value passing_item { $$ = xy_list_add(B, $1, $4); }
;

passing_item:
    operand
  | operand KW_AS identifier                     { $$ = xy_make_select_item(B, @$, $1, T(@2), $3); }
;

/* ------------------------------------------------------------------ JSON ("JSON Functions")
 * After an expression in these parentheses no name can follow, so the many option words arrive as WORD; only the options
 * with an operand (RETURNING type, DEFAULT value, AS type) need rules. */

%type <nodes> syntax_options syntax_option json_arguments json_members json_member json_argument;

syntax_function:
    json_path_function LPAREN json_path_arguments RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), $3); }
  | json_path_function LPAREN RPAREN             { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
  | KW_JSON_ARRAYAGG LPAREN operand syntax_options RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, xy_list_one(B, $3), $4)); }
  | KW_JSON_ARRAYAGG LPAREN operand syntax_options order_by syntax_options RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, xy_list_add(B, xy_list_join(B, xy_list_one(B, $3), $4), $5), $6)); }
  | json_object_function LPAREN json_members RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), $3); }
  | KW_JSON_ARRAY LPAREN RPAREN                  { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
  | KW_JSON_ARRAY LPAREN json_path_arguments RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), $3); }
  | KW_JSON_ARRAY LPAREN select_no_parens RPAREN { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_one(B, $3)); }
  | KW_JSON_ARRAY LPAREN select_no_parens KW_RETURNING simple_type RPAREN
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), xy_list_add(B, xy_list_one(B, $3), $5)); }
  /* the constructors JSON { … } and JSON [ … ] */
  | KW_JSON LBRACE opaque_inner RBRACE           { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
  | KW_JSON LBRACKET opaque_inner RBRACKET       { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
  | json_object_function LPAREN RPAREN           { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
;

json_path_function:
    KW_JSON_VALUE | KW_JSON_QUERY | KW_JSON_EXISTS | KW_JSON_SERIALIZE | KW_JSON_MERGEPATCH
  | KW_JSON_SCALAR | KW_JSON_EQUAL
;

json_object_function: KW_JSON_OBJECT | KW_JSON_OBJECTAGG;

json_arguments:
    json_argument
  | json_arguments COMMA json_argument           { $$ = xy_list_join(B, $1, $3); }
;

json_argument:
    operand syntax_options                       { $$ = xy_list_join(B, xy_list_one(B, $1), $2); }
;

json_path_arguments:
    json_arguments
  | json_arguments KW_PASSING passing_list syntax_options
                                                 { $$ = xy_list_join(B, xy_list_join(B, $1, $3), $4); }
;
%type <nodes> json_path_arguments;

json_members:
    json_member
  | json_members COMMA json_member               { $$ = xy_list_join(B, $1, $3); }
;

json_member:
    KW_KEY operand KW_IS operand syntax_options  { $$ = xy_list_join(B, xy_list_add(B, xy_list_one(B, $2), $4), $5); }
  | json_key KW_VALUE operand syntax_options     { $$ = xy_list_join(B, xy_list_add(B, xy_list_one(B, $1), $3), $4); }
  | json_key COLON operand syntax_options        { $$ = xy_list_join(B, xy_list_add(B, xy_list_one(B, $1), $3), $4); }
  | json_key bind syntax_options                 { $$ = xy_list_join(B, xy_list_add(B, xy_list_one(B, $1), $2), $3); }
  | operand syntax_options                       { $$ = xy_list_join(B, xy_list_one(B, $1), $2); }
  | STAR syntax_options                          { $$ = xy_list_join(B, xy_list_one(B, xy_make_star(B, @1, NULL, T(@1))), $2); }
  | name_tokens DOT STAR syntax_options          { $$ = xy_list_join(B, xy_list_one(B, xy_make_star(B, xy_parser_span(@1, @3), xy_make_name(B, @1, $1, NULL), T(@3))), $4); }
;

%type <node> json_key;
json_key:
    operand
  | KW_KEY operand                               { $$ = $2; }
;

syntax_options:
    %empty                                       { $$ = NO_NODES; }
  | syntax_options syntax_option                 { $$ = xy_list_join(B, $1, $2); }
;

syntax_option:
    identifier                                   { $$ = NO_NODES; }
  | KW_NULL                                      { $$ = NO_NODES; }
  | KW_ON                                        { $$ = NO_NODES; }
  | KW_WITH                                      { $$ = NO_NODES; }
  | KW_UNIQUE                                    { $$ = NO_NODES; }
  | KW_TRUE                                      { $$ = NO_NODES; }
  | KW_FALSE                                     { $$ = NO_NODES; }
  | identifier KW_TO identifier                  { $$ = NO_NODES; } /* ALLOW BOOLEAN TO NUMBER */
  | KW_MISMATCH                                  { $$ = NO_NODES; }
  | KW_MISMATCH LPAREN mismatches RPAREN         { $$ = NO_NODES; }
  | KW_TYPE LPAREN identifier RPAREN             { $$ = NO_NODES; }
  | KW_RETURNING simple_type                     { $$ = xy_list_one(B, $2); }
  | KW_DEFAULT operand                           { $$ = xy_list_one(B, $2); }
;

/* MISSING DATA, EXTRA DATA, TYPE ERROR */
mismatches: words | KW_TYPE KW_ERROR | mismatches COMMA words | mismatches COMMA KW_TYPE KW_ERROR;

%type <nodes> xml_options;
xml_options:
    syntax_options
  | xml_options KW_AS simple_type syntax_options { $$ = xy_list_join(B, xy_list_add(B, $1, $3), $4); }
  | xml_options KW_ENCODING primary syntax_options
                                                 { $$ = xy_list_join(B, xy_list_add(B, $1, $3), $4); }
  | xml_options KW_VERSION primary syntax_options
                                                 { $$ = xy_list_join(B, xy_list_add(B, $1, $3), $4); }
  | xml_options KW_SIZE EQ primary syntax_options
                                                 { $$ = xy_list_join(B, xy_list_add(B, $1, $4), $5); }
;

/* ------------------------------------------------------------------ data mining, vectors, JSON_TRANSFORM: kept as tokens */

syntax_function:
    opaque_function LPAREN opaque_inner RPAREN   { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
  | opaque_function LPAREN opaque_inner RPAREN KW_OVER window_specification
                                                 { $$ = xy_make_function_syntax(B, @$, T(@1), NO_NODES); }
;

opaque_function:
    KW_PREDICTION | KW_PREDICTION_BOUNDS | KW_PREDICTION_COST | KW_PREDICTION_DETAILS | KW_PREDICTION_PROBABILITY | KW_PREDICTION_SET
  | KW_CLUSTER_ID | KW_CLUSTER_DETAILS | KW_CLUSTER_DISTANCE | KW_CLUSTER_PROBABILITY | KW_CLUSTER_SET
  | KW_FEATURE_ID | KW_FEATURE_COMPARE | KW_FEATURE_DETAILS | KW_FEATURE_SET | KW_FEATURE_VALUE | KW_ORA_DM_PARTITION_NAME
  | KW_VECTOR_EMBEDDING | KW_VECTOR_SERIALIZE | KW_FROM_VECTOR | KW_JSON_TRANSFORM | KW_APPROX_RANK
;

/* x IS JSON [STRICT | LAX] [WITH | WITHOUT UNIQUE KEYS] …: a condition, so only closed lists of words may follow. */
json_test_options: %empty | json_test_options json_test_option;
opt_cast_using: %empty | KW_USING | KW_CAST KW_USING;
json_test_kinds: words | json_test_kinds COMMA words;
json_test_option:
    KW_STRICT | KW_LAX | KW_ALLOW KW_SCALARS | KW_DISALLOW KW_SCALARS | KW_WITH KW_UNIQUE KW_KEYS | KW_WITHOUT KW_UNIQUE KW_KEYS
  | KW_VALUE | KW_OBJECT | KW_ARRAY | KW_SCALAR
  | KW_VALIDATE opt_cast_using STRING
  | LPAREN json_test_kinds RPAREN
  | LPAREN words KW_WITH KW_UNIQUE KW_KEYS RPAREN
  | LPAREN KW_WITH KW_UNIQUE KW_KEYS RPAREN
;
