/* Indexes, sequences, views, synonyms, comments, and what is known by head and name only: SQL Language Reference. */

/* ------------------------------------------------------------------ CREATE INDEX */

%type <node>  create_index index_head;
%type <token> opt_index_modifier;
%type <nodes> index_columns;
%type <node>  index_column;

create_index:
    index_head opt_index_join properties         { $$ = xy_parser_index_properties($1, @$, xy_list_join(B, $2, $3)); }
;

index_head:
    create_prefix opt_index_modifier KW_INDEX opt_if_not_exists name KW_ON name table_alias LPAREN index_columns RPAREN
        { $$ = xy_make_create_index(B, @$, $1, $2, $5, xy_parser_alias_table(xy_make_table_name(B, @7, NONE, $7, NULL, NULL, NULL, NONE, NONE), xy_parser_span(@7, OPT_SPAN(@8, @7)), $8), NULL, $10, NO_NODES); }
  | create_prefix opt_index_modifier KW_INDEX opt_if_not_exists name KW_ON KW_CLUSTER name
        { $$ = xy_make_create_index(B, @$, $1, $2, $5, NULL, $8, NO_NODES, NO_NODES); }
;

opt_index_modifier:
    %empty                                       { $$ = NONE; }
  | KW_UNIQUE                                    { $$ = T(@1); }
  | KW_BITMAP                                    { $$ = T(@1); }
  | KW_MULTIVALUE                                { $$ = T(@1); }
  | KW_SEARCH                                    { $$ = T(@1); }
  | KW_VECTOR                                    { $$ = T(@1); }
  | KW_HYBRID KW_VECTOR                          { $$ = T(@2); }
;

index_columns:
    index_column                                 { $$ = xy_list_one(B, $1); }
  | index_columns COMMA index_column             { $$ = xy_list_add(B, $1, $3); }
;

index_column:
    expression opt_direction                     { $$ = xy_make_order_item(B, @$, $1, $2, NONE); }
  /* of a multivalue index */
  | KW_JSON_TABLE LPAREN json_path_arguments KW_COLUMNS json_columns RPAREN
                                                 { $$ = xy_make_order_item(B, @$, xy_make_function_syntax(B, @$, T(@1), xy_list_join(B, $3, $5)), NONE, NONE); }
;

/* bitmap_join_index_clause, and FOR JSON of a search index: the first property */
%type <nodes> opt_index_join;
opt_index_join:
    %empty                                       { $$ = NO_NODES; }
  | KW_FROM from_list where                      { $$ = xy_list_one(B, xy_make_opaque(B, @$, T(@1))); }
  | KW_FOR KW_JSON                               { $$ = xy_list_one(B, xy_make_opaque(B, @$, T(@1))); }
;

/* ------------------------------------------------------------------ sequences */

%type <node>  create_sequence sequence_option;
%type <nodes> sequence_options opt_sequence_options;

create_sequence:
    create_prefix KW_SEQUENCE opt_if_not_exists name opt_sequence_options
                                                 { $$ = xy_make_create_sequence(B, @$, $1, $4, $5); }
;

opt_sequence_options:
    %empty                                       { $$ = NO_NODES; }
  | sequence_options
;

sequence_options:
    sequence_option                              { $$ = xy_list_one(B, $1); }
  | sequence_options sequence_option             { $$ = xy_list_add(B, $1, $2); }
;

/* Identity options may have commas between them. */
%type <nodes> identity_options;
identity_options:
    sequence_options
  | identity_options COMMA sequence_options      { $$ = xy_list_join(B, $1, $3); }
;

%type <node> sequence_number;
sequence_number:
    count
  | MINUS NUMBER                                 { $$ = xy_make_unary(B, @$, XY_UNARY_OP_MINUS, T(@1), xy_make_number_literal(B, @2, T(@2))); }
  | PLUS NUMBER                                  { $$ = xy_make_unary(B, @$, XY_UNARY_OP_PLUS, T(@1), xy_make_number_literal(B, @2, T(@2))); }
;

sequence_option:
    KW_START KW_WITH sequence_number             { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_START_WITH, $3); }
  | KW_START KW_WITH KW_LIMIT KW_VALUE           { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_START_WITH, NULL); }
  | KW_INCREMENT KW_BY sequence_number           { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_INCREMENT_BY, $3); }
  | KW_MAXVALUE sequence_number                  { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_MAXVALUE, $2); }
  | KW_NOMAXVALUE                                { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOMAXVALUE, NULL); }
  | KW_MINVALUE sequence_number                  { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_MINVALUE, $2); }
  | KW_NOMINVALUE                                { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOMINVALUE, NULL); }
  | KW_CYCLE                                     { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_CYCLE, NULL); }
  | KW_NOCYCLE                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOCYCLE, NULL); }
  | KW_CACHE sequence_number                     { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_CACHE, $2); }
  | KW_NOCACHE                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOCACHE, NULL); }
  | KW_ORDER                                     { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_ORDER, NULL); }
  | KW_NOORDER                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOORDER, NULL); }
  | KW_KEEP                                      { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_KEEP, NULL); }
  | KW_NOKEEP                                    { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOKEEP, NULL); }
  | KW_SCALE opt_extend                          { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_SCALE, NULL); }
  | KW_NOSCALE                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOSCALE, NULL); }
  | KW_SHARD opt_extend                          { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_SHARD, NULL); }
  | KW_NOSHARD                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_SHARD, NULL); }
  | KW_NOPARTITION                               { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_NOSCALE, NULL); }
  | KW_SESSION                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_SESSION, NULL); }
  | KW_GLOBAL                                    { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_GLOBAL, NULL); }
  | KW_RESTART                                   { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_RESTART, NULL); }
  | KW_SHARING EQ identifier                     { $$ = xy_make_sequence_option(B, @$, XY_SEQUENCE_OPTION_KIND_SHARING, NULL); }
;
opt_extend: %empty | KW_EXTEND | KW_NOEXTEND;

/* ------------------------------------------------------------------ views */

%type <node>   create_view create_materialized_view;
%type <nodes>  opt_view_columns;

create_view:
    create_prefix KW_VIEW opt_if_not_exists name opt_view_columns view_properties KW_AS query_fragment
        { $$ = xy_make_create_view(B, @$, $1, $4, $5, $6, $8, XY_CREATE_VIEW_RESTRICTION_NONE, NONE); }
  | create_view container_word                   { $$ = xy_parser_extend($1, @$); }
  | create_prefix KW_VIEW opt_if_not_exists name opt_view_columns view_properties KW_AS query_fragment KW_WITH view_restriction opt_restriction_name
        { $$ = xy_make_create_view(B, @$, $1, $4, $5, $6, $8, (uint8_t)$10, $11); }
;

%type <choice> view_restriction;
%type <token>  opt_restriction_name;
%type <nodes>  view_properties;
view_restriction:
    KW_READ KW_ONLY                              { $$ = XY_CREATE_VIEW_RESTRICTION_READ_ONLY; }
  | KW_CHECK KW_OPTION                           { $$ = XY_CREATE_VIEW_RESTRICTION_CHECK_OPTION; }
;

opt_restriction_name:
    %empty                                       { $$ = NONE; }
  | KW_CONSTRAINT identifier                     { $$ = $2; }
;

opt_view_columns:
    %empty                                       { $$ = NO_NODES; }
  | LPAREN table_items RPAREN                    { $$ = $2; }
;

view_properties:
    %empty                                       { $$ = NO_NODES; }
  | view_properties view_property                { $$ = xy_list_add(B, $1, xy_make_opaque(B, @2, T(@2))); }
;
view_property:
    KW_BEQUEATH identifier
  | KW_SHARING EQ identifier
  | KW_DEFAULT KW_COLLATION identifier
  | container_word
  | KW_ANNOTATIONS LPAREN opaque_inner RPAREN
  | KW_OF name opaque_parens
  | KW_OF name KW_WITH view_object_words opaque_parens
  | KW_OF name KW_WITH view_object_words KW_DEFAULT
  | KW_OF name KW_UNDER name
  | KW_OF name xml_view_schema KW_WITH view_object_words opaque_parens
  | KW_OF name xml_view_schema KW_WITH view_object_words KW_DEFAULT
;
container_word: KW_CONTAINER_MAP | KW_CONTAINERS_DEFAULT;
xml_view_schema: KW_XMLSCHEMA identifier KW_ELEMENT identifier | KW_ELEMENT identifier;
view_object_words: KW_OBJECT KW_IDENTIFIER | KW_OBJECT KW_OID | KW_OBJECT KW_ID;
opaque_parens: LPAREN opaque_inner RPAREN;

create_materialized_view:
    create_prefix KW_MATERIALIZED KW_VIEW opt_if_not_exists name opt_materialized_columns opt_updatable materialized_properties KW_AS query_fragment
        { $$ = xy_make_create_materialized_view(B, @$, $1, $5, $6, xy_list_join(B, $7, $8), $10); }
;

/* (name [ENCRYPT …] [ANNOTATIONS (…)], …, SCOPE FOR (ref) IS table): only the names count. */
%type <tokens> opt_materialized_columns materialized_columns;
opt_materialized_columns:
    %empty                                       { $$ = NO_TOKENS; }
  | LPAREN materialized_columns RPAREN           { $$ = $2; }
;

materialized_columns:
    identifier materialized_attributes           { $$ = xy_tokens_one(B, $1); }
  | materialized_columns COMMA identifier materialized_attributes
                                                 { $$ = xy_tokens_add(B, $1, $3); }
  | materialized_columns COMMA KW_SCOPE KW_FOR LPAREN expression RPAREN KW_IS name
;
materialized_attributes: %empty | materialized_attributes column_property;

%type <nodes> opt_updatable;
opt_updatable:
    %empty                                       { $$ = NO_NODES; }
  | KW_FOR KW_UPDATE                             { $$ = xy_list_one(B, xy_make_opaque(B, @$, T(@1))); }
;

%type <nodes> materialized_properties;
%type <node>  materialized_property;
materialized_properties:
    %empty                                       { $$ = NO_NODES; }
  | materialized_properties materialized_property
                                                 { $$ = xy_list_add(B, $1, $2); }
;

materialized_property:
    property
  | partitioning                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_ON KW_PREBUILT KW_TABLE
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_ON refresh_time                           { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_START KW_WITH operand                     { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_NEXT operand                              { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_WITH refresh_key                          { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_WITHOUT KW_REDUCED KW_PRECISION           { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_USING KW_INDEX                            { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_USING KW_NO KW_INDEX                      { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_USING opaque_using                        { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_OF name                                   { $$ = xy_make_opaque(B, @$, T(@1)); }
  | STATE_ON KW_ON KW_QUERY KW_COMPUTATION       { $$ = xy_make_opaque(B, @$, T(@1)); }
  | STATE_ON KW_ON KW_STATEMENT KW_COMPUTATION   { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_EVALUATE KW_USING words                   { $$ = xy_make_opaque(B, @$, T(@1)); }
;
refresh_time: KW_DEMAND | KW_COMMIT | KW_STATEMENT;
refresh_key: KW_REDUCED KW_PRECISION | KW_PRIMARY KW_KEY | KW_ROWID | KW_SEQUENCE | KW_OBJECT KW_ID;
opaque_using: KW_DEFAULT words | words;

/* ------------------------------------------------------------------ synonyms and comments */

%type <node>   create_synonym comment_on;
%type <choice> comment_kind;

create_synonym:
    create_prefix KW_SYNONYM opt_if_not_exists name opt_sharing KW_FOR name
                                                 { $$ = xy_make_create_synonym(B, @$, $1, NONE, $4, $7); }
  | create_prefix KW_PUBLIC KW_SYNONYM opt_if_not_exists name opt_sharing KW_FOR name
                                                 { $$ = xy_make_create_synonym(B, @$, $1, T(@2), $5, $8); }
;

comment_on:
    KW_COMMENT KW_ON comment_kind name KW_IS operand
                                                 { $$ = xy_make_comment_on(B, @$, (uint8_t)$3, $4, $6); }
;

comment_kind:
    KW_TABLE                                     { $$ = XY_COMMENT_ON_KIND_TABLE; }
  | KW_COLUMN                                    { $$ = XY_COMMENT_ON_KIND_COLUMN; }
  | KW_MATERIALIZED KW_VIEW                      { $$ = XY_COMMENT_ON_KIND_MATERIALIZED_VIEW; }
  | KW_VIEW                                      { $$ = XY_COMMENT_ON_KIND_OTHER; }
  | KW_OPERATOR                                  { $$ = XY_COMMENT_ON_KIND_OTHER; }
  | KW_INDEXTYPE                                 { $$ = XY_COMMENT_ON_KIND_OTHER; }
  | KW_EDITION                                   { $$ = XY_COMMENT_ON_KIND_OTHER; }
  | KW_MINING KW_MODEL                           { $$ = XY_COMMENT_ON_KIND_OTHER; }
  | KW_AUDIT KW_POLICY                           { $$ = XY_COMMENT_ON_KIND_OTHER; }
  | KW_PROPERTY KW_GRAPH                         { $$ = XY_COMMENT_ON_KIND_OTHER; }
;

/* ------------------------------------------------------------------ objects known by head and name */

%type <node>   create_other opt_rest;
%type <tokens> other_kind;

create_other:
    create_prefix other_kind opt_if_not_exists name opt_rest
                                                 { $$ = xy_make_create_other(B, @$, $1, $2, $4, $5); }
;

opt_rest:
    %empty                                       { $$ = NULL; }
  | opaque_rest                                  { $$ = xy_make_opaque(B, @$, T(@1)); }
;

other_kind:
    KW_DIRECTORY                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_CONTEXT                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_LIBRARY                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_CLUSTER                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_OPERATOR                                  { $$ = xy_tokens_one(B, T(@1)); }
  | KW_INDEXTYPE                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_DIMENSION                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_EDITION                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_DOMAIN                                    { $$ = xy_tokens_one(B, T(@1)); }
  | KW_HIERARCHY                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_OUTLINE                                   { $$ = xy_tokens_one(B, T(@1)); }
  | database_link
  | materialized_log
  | KW_FLEXIBLE KW_DOMAIN                        { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_MLE KW_ENV                                { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_ATTRIBUTE KW_DIMENSION                    { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_ANALYTIC KW_VIEW                          { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_JSON KW_DUALITY KW_VIEW                   { $$ = xy_parser_tokens3(B, @1, @2, @3); }
  | KW_ASSERTION                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_JSON KW_RELATIONAL KW_DUALITY KW_VIEW     { $$ = xy_tokens_add(B, xy_parser_tokens3(B, @1, @2, @3), T(@4)); }
  | KW_PROPERTY KW_GRAPH                         { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
;

%type <tokens> database_link materialized_log;
database_link:
    KW_DATABASE KW_LINK                          { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_PUBLIC KW_DATABASE KW_LINK                { $$ = xy_parser_tokens3(B, @1, @2, @3); }
  | KW_SHARED KW_DATABASE KW_LINK                { $$ = xy_parser_tokens3(B, @1, @2, @3); }
  | KW_SHARED KW_PUBLIC KW_DATABASE KW_LINK      { $$ = xy_tokens_add(B, xy_parser_tokens3(B, @1, @2, @3), T(@4)); }
;

materialized_log:
    KW_MATERIALIZED KW_VIEW KW_LOG KW_ON         { $$ = xy_tokens_add(B, xy_parser_tokens3(B, @1, @2, @3), T(@4)); }
;

/* ------------------------------------------------------------------ ALTER of other objects */

%type <node>   alter_object;
%type <nodes>  opt_alter_rest;
%type <tokens> altered_kind;

alter_object:
    KW_ALTER KW_SEQUENCE opt_if_exists name sequence_options
                                                 { $$ = xy_make_alter_object(B, @$, xy_tokens_one(B, T(@2)), $4, $5); }
  | KW_ALTER KW_SESSION opt_alter_rest           { $$ = xy_make_alter_object(B, @$, xy_tokens_one(B, T(@2)), NULL, $3); }
  | KW_ALTER altered_kind opt_if_exists name opt_alter_rest
                                                 { $$ = xy_make_alter_object(B, @$, $2, $4, $5); }
;

opt_alter_rest:
    %empty                                       { $$ = NO_NODES; }
  | opaque_rest                                  { $$ = xy_list_one(B, xy_make_opaque(B, @$, T(@1))); }
;

altered_kind:
    KW_INDEX                                     { $$ = xy_tokens_one(B, T(@1)); }
  | KW_VIEW                                      { $$ = xy_tokens_one(B, T(@1)); }
  | KW_TRIGGER                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_PROCEDURE                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_FUNCTION                                  { $$ = xy_tokens_one(B, T(@1)); }
  | KW_PACKAGE                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_TYPE                                      { $$ = xy_tokens_one(B, T(@1)); }
  | KW_SYNONYM                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_PUBLIC KW_SYNONYM                         { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_MATERIALIZED KW_VIEW                      { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_ANALYTIC KW_VIEW                          { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_ATTRIBUTE KW_DIMENSION                    { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | materialized_log
  | database_link
  | KW_CLUSTER                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_LIBRARY                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_OPERATOR                                  { $$ = xy_tokens_one(B, T(@1)); }
  | KW_INDEXTYPE                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_DIMENSION                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_DOMAIN                                    { $$ = xy_tokens_one(B, T(@1)); }
  | KW_HIERARCHY                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_OUTLINE                                   { $$ = xy_tokens_one(B, T(@1)); }
  | java_kind
;

%type <tokens> java_kind;
java_kind:
    KW_JAVA KW_SOURCE                            { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_JAVA KW_CLASS                             { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_JAVA KW_RESOURCE                          { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
;

/* ------------------------------------------------------------------ DROP, TRUNCATE, RENAME */

%type <node>   drop truncate rename;
%type <tokens> dropped_kind;

drop:
    KW_DROP dropped_kind opt_if_exists name option_words
                                                 { $$ = xy_make_drop(B, @$, $2, $4, $5); }
;

dropped_kind:
    altered_kind
  | KW_TABLE                                     { $$ = xy_tokens_one(B, T(@1)); }
  | KW_SEQUENCE                                  { $$ = xy_tokens_one(B, T(@1)); }
  | KW_PACKAGE KW_BODY                           { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_TYPE KW_BODY                              { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
  | KW_DIRECTORY                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_CONTEXT                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_EDITION                                   { $$ = xy_tokens_one(B, T(@1)); }
  | KW_ASSERTION                                 { $$ = xy_tokens_one(B, T(@1)); }
  | KW_PROPERTY KW_GRAPH                         { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)); }
;

truncate:
    KW_TRUNCATE truncated_kind name truncate_words
                                                 { $$ = xy_make_truncate(B, @$, $3, $4); }
;
truncated_kind: KW_TABLE | KW_CLUSTER;

/* DROP [ALL] STORAGE, REUSE STORAGE, PRESERVE MATERIALIZED VIEW LOG, CASCADE */
%type <tokens> truncate_words;
truncate_words:
    option_words
  | truncate_words KW_DROP option_words          { $$ = xy_tokens_join(B, xy_tokens_add(B, $1, T(@2)), $3); }
;

rename:
    KW_RENAME name KW_TO name                    { $$ = xy_make_rename_object(B, @$, $2, $4); }
;

/* ------------------------------------------------------------------ GRANT, REVOKE */

%type <node>   grant privilege;
%type <nodes>  privileges grantees;
%type <node>   grantee;
%type <tokens> privilege_words;

grant:
    KW_GRANT privileges KW_TO grantees option_tail
                                                 { $$ = xy_make_grant(B, @$, XY_GRANT_KIND_GRANT, $2, NULL, $4, $5, NONE); }
  | KW_GRANT privileges KW_ON opt_grant_kind name KW_TO grantees option_tail
                                                 { $$ = xy_make_grant(B, @$, XY_GRANT_KIND_GRANT, $2, $5, $7, $8, OPT(@4)); }
  | KW_REVOKE privileges KW_FROM grantees option_tail
                                                 { $$ = xy_make_grant(B, @$, XY_GRANT_KIND_REVOKE, $2, NULL, $4, $5, NONE); }
  | KW_REVOKE privileges KW_ON opt_grant_kind name KW_FROM grantees option_tail
                                                 { $$ = xy_make_grant(B, @$, XY_GRANT_KIND_REVOKE, $2, $5, $7, $8, OPT(@4)); }
;

grantees:
    grantee                                      { $$ = xy_list_one(B, $1); }
  | grantees COMMA grantee                       { $$ = xy_list_add(B, $1, $3); }
;

grantee:
    name
  | accessor_kind name                           { $$ = $2; }
;

opt_grant_kind: %empty | KW_DIRECTORY | KW_USER | KW_EDITION | KW_MINING KW_MODEL | java_kind | KW_SQL KW_TRANSLATION KW_PROFILE | KW_PROPERTY KW_GRAPH | KW_SCHEMA;

privileges:
    privilege                                    { $$ = xy_list_one(B, $1); }
  | privileges COMMA privilege                   { $$ = xy_list_add(B, $1, $3); }
;

privilege:
    privilege_words                              { $$ = xy_make_privilege(B, @$, $1, NO_TOKENS); }
  | privilege_words LPAREN identifier_list RPAREN
                                                 { $$ = xy_make_privilege(B, @$, $1, $3); }
;

privilege_words:
    KW_ON KW_COMMIT KW_REFRESH                   { $$ = xy_parser_tokens3(B, @1, @2, @3); }
  | privilege_word                               { $$ = xy_tokens_one(B, T(@1)); }
  | privilege_words privilege_word               { $$ = xy_tokens_add(B, $1, T(@2)); }
;

privilege_word:
    identifier | KW_SELECT | KW_INSERT | KW_UPDATE | KW_DELETE | KW_ALTER | KW_INDEX | KW_ALL | KW_CREATE | KW_DROP | KW_TABLE | KW_VIEW | KW_ANY | KW_GRANT
  | KW_CHECK | KW_CLUSTER | KW_UNDER | KW_CONNECT
;

/* WITH GRANT OPTION, CASCADE CONSTRAINTS, IDENTIFIED BY … */
%type <tokens> option_tail;
%type <tokens> option_tail_words option_tail_word;
option_tail:
    %empty                                       { $$ = NO_TOKENS; }
  | option_tail_words
;
option_tail_words:
    option_tail_word
  | option_tail_words option_tail_word           { $$ = xy_tokens_join(B, $1, $2); }
  | option_tail_words COMMA                      { $$ = $1; }
;
/* GRANT only after WITH: alone it begins the next statement where a `;` is missing. */
option_tail_word:
    identifier                                   { $$ = xy_tokens_one(B, $1); }
  | KW_WITH identifier                           { $$ = xy_tokens_add(B, xy_tokens_one(B, T(@1)), $2); }
  | KW_WITH KW_GRANT identifier                  { $$ = xy_tokens_add(B, xy_tokens_add(B, xy_tokens_one(B, T(@1)), T(@2)), $3); }
  | KW_BY                                        { $$ = xy_tokens_one(B, T(@1)); }
  | EQ                                           { $$ = xy_tokens_one(B, T(@1)); }
  | KW_ALL                                       { $$ = xy_tokens_one(B, T(@1)); }
;

/* ------------------------------------------------------------------ CALL, EXPLAIN PLAN */

%type <node> call_statement explain_plan opt_explain_options;
call_statement:
    KW_CALL target                               { $$ = xy_make_call_statement(B, @$, $2, NULL); }
  | KW_CALL target KW_INTO bind                  { $$ = xy_make_call_statement(B, @$, $2, $4); }
  /* escapes of JDBC and MyBatis */
  | LBRACE KW_CALL target RBRACE                 { $$ = xy_make_call_statement(B, @$, $3, NULL); }
  | LBRACE bind EQ KW_CALL target RBRACE         { $$ = xy_make_call_statement(B, @$, $5, $2); }
;

explain_plan:
    KW_EXPLAIN KW_PLAN opt_explain_options KW_FOR sql_statement
                                                 { $$ = xy_make_explain_plan(B, @$, $3, $5); }
  | KW_EXPLAIN KW_PLAN opt_explain_options KW_FOR create_index
                                                 { $$ = xy_make_explain_plan(B, @$, $3, $5); }
  | KW_EXPLAIN KW_PLAN opt_explain_options KW_FOR create_table
                                                 { $$ = xy_make_explain_plan(B, @$, $3, $5); }
;

explain_plan:
    KW_EXPLAIN KW_PLAN opt_explain_options KW_FOR alter_object
                                                 { $$ = xy_make_explain_plan(B, @$, $3, $5); }
;

opt_explain_options:
    %empty                                       { $$ = NULL; }
  | KW_SET KW_STATEMENT_ID EQ STRING opt_explain_into
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_INTO name                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;
opt_explain_into: %empty | KW_INTO name;
