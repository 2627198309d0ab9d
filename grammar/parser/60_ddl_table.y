/* CREATE TABLE and ALTER TABLE: SQL Language Reference. Statements grow by one clause after the other.
 *
 * Physical attributes and other table properties have a key word as head and then whatever is no head: DBMS_METADATA and
 * PL/SQL Developer print dozens of them, and no translation looks inside. Each is one Opaque. */

%type <node>   create_table table_head table_item column_definition column_head constraint constraint_core named_constraint references;
%type <node>   constraint_state property;
%type <nodes>  table_items properties;
%type <tokens> opt_reference_columns;
%type <choice> opt_on_delete temporary on_commit;

create_table:
    table_definition
  | table_definition KW_AS query_fragment        { $$ = xy_parser_table_query($1, @$, $3); }
;

%type <node> table_definition;
table_definition:
    table_head
  | table_definition KW_ON KW_COMMIT on_commit   { $$ = xy_parser_table_on_commit($1, @$, (uint8_t)$4); }
  | table_definition partitioning                { $$ = xy_parser_table_partitioning($1, @$, $2); }
  | table_definition partitioning KW_FOR identifier
                                                 { $$ = xy_parser_table_property(B, xy_parser_table_partitioning($1, @$, $2), @$, xy_make_opaque(B, xy_parser_span(@3, @4), T(@3))); }
  | table_definition KW_OBJECT KW_IDENTIFIER KW_IS words
                                                 { $$ = xy_parser_table_property(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @5), T(@2))); }
  | table_definition KW_PARTITIONSET KW_BY partition_kind LPAREN expression_list RPAREN
                                                 { $$ = xy_parser_table_property(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @7), T(@2))); }
  | table_head KW_FOR identifier                 { $$ = xy_parser_table_property(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
  | table_head KW_FOR identifier KW_WITH KW_TABLE name
                                                 { $$ = xy_parser_table_property(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @6), T(@2))); }
  | table_definition KW_CLUSTERING clustering_joins KW_BY opt_ordering_word KW_ORDER LPAREN opaque_inner RPAREN clustering_times opt_zonemap
                                                 { $$ = xy_parser_table_property(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, OPT_SPAN(@11, OPT_SPAN(@10, @9))), T(@2))); }
  | table_definition property                    { $$ = xy_parser_table_property(B, $1, @$, $2); }
;

table_head:
    create_prefix temporary KW_TABLE opt_if_not_exists name opt_sharing
        { $$ = xy_make_create_table(B, @$, $1, (uint8_t)$2, $5, NULL, NO_NODES, XY_CREATE_TABLE_ON_COMMIT_NONE, NULL, NO_NODES, NULL); }
  | create_prefix temporary KW_TABLE opt_if_not_exists name opt_sharing LPAREN table_items RPAREN
        { $$ = xy_make_create_table(B, @$, $1, (uint8_t)$2, $5, NULL, $8, XY_CREATE_TABLE_ON_COMMIT_NONE, NULL, NO_NODES, NULL); }
  | create_prefix temporary KW_TABLE opt_if_not_exists name KW_OF name opt_substitutable
        { $$ = xy_make_create_table(B, @$, $1, (uint8_t)$2, $5, $7, NO_NODES, XY_CREATE_TABLE_ON_COMMIT_NONE, NULL, NO_NODES, NULL); }
  | create_prefix temporary KW_TABLE opt_if_not_exists name KW_OF name opt_substitutable LPAREN table_items RPAREN
        { $$ = xy_make_create_table(B, @$, $1, (uint8_t)$2, $5, $7, $10, XY_CREATE_TABLE_ON_COMMIT_NONE, NULL, NO_NODES, NULL); }
;

temporary:
    %empty                                       { $$ = XY_CREATE_TABLE_TEMPORARY_NONE; }
  | KW_GLOBAL KW_TEMPORARY                       { $$ = XY_CREATE_TABLE_TEMPORARY_GLOBAL; }
  | KW_PRIVATE KW_TEMPORARY                      { $$ = XY_CREATE_TABLE_TEMPORARY_PRIVATE; }
;

opt_substitutable: %empty | KW_SUBSTITUTABLE KW_AT KW_ALL KW_LEVELS | KW_NOT KW_SUBSTITUTABLE KW_AT KW_ALL KW_LEVELS;

on_commit:
    KW_DELETE KW_ROWS                            { $$ = XY_CREATE_TABLE_ON_COMMIT_DELETE; }
  | KW_PRESERVE KW_ROWS                          { $$ = XY_CREATE_TABLE_ON_COMMIT_PRESERVE; }
  | KW_DROP KW_DEFINITION                        { $$ = XY_CREATE_TABLE_ON_COMMIT_DROP; }
  | KW_PRESERVE KW_DEFINITION                    { $$ = XY_CREATE_TABLE_ON_COMMIT_PRESERVE_DEFINITION; }
;

table_items:
    table_item                                   { $$ = xy_list_one(B, $1); }
  | table_items COMMA table_item                 { $$ = xy_list_add(B, $1, $3); }
;

table_item:
    column_definition
  | constraint
  | KW_SUPPLEMENTAL KW_LOG opaque_words          { $$ = xy_make_opaque(B, @$, T(@1)); }
  | REF_OF LPAREN name RPAREN KW_WITH KW_ROWID   { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_PERIOD KW_FOR identifier opt_opaque_parens
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_SCOPE KW_FOR LPAREN expression RPAREN KW_IS name
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;

opt_opaque_parens: %empty | LPAREN opaque_inner RPAREN;

/* ------------------------------------------------------------------ columns
 * The state of an inline constraint (ENABLE, NOT DEFERRABLE) follows at the level of the column: `NOT NULL` may come next too. */

column_definition:
    column_head
  | column_definition KW_VISIBLE                 { $$ = xy_parser_column_visibility($1, @$, T(@2)); }
  | column_definition KW_INVISIBLE               { $$ = xy_parser_column_visibility($1, @$, T(@2)); }
  | column_definition named_constraint           { $$ = xy_parser_column_constraint(B, $1, @$, $2); }
  | column_definition constraint_state           { $$ = xy_parser_column_state(B, $1, @$, $2); }
  | column_definition column_property            { $$ = xy_parser_column_property(B, $1, @$, xy_make_opaque(B, @2, T(@2))); }
  | column_definition KW_DEFAULT operand         { $$ = xy_parser_column_default($1, @$, T(@2), NONE, $3); }
  | column_definition KW_DEFAULT KW_ON KW_NULL opt_on_null_when operand
                                                 { $$ = xy_parser_column_default($1, @$, T(@2), T(@3), $6); }
  | column_definition KW_GENERATED generated_mode KW_AS KW_IDENTITY opt_identity_options
                                                 { $$ = xy_parser_column_identity($1, @$, xy_make_identity(B, xy_parser_span(@2, OPT_SPAN(@6, @5)), (uint8_t)$3, $6)); }
  | column_definition KW_GENERATED generated_mode KW_AS LPAREN expression RPAREN
                                                 { $$ = xy_parser_column_virtual($1, @$, $6, T(@2)); }
  | column_definition KW_AS LPAREN expression RPAREN
                                                 { $$ = xy_parser_column_virtual($1, @$, $4, T(@2)); }
;

column_head:
    identifier KW_COLLATE name                   { $$ = xy_parser_column_property(B, xy_parser_make_column(B, @$, $1, NULL), @$, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
  | identifier                                   { $$ = xy_parser_make_column(B, @$, $1, NULL); }
  | identifier data_type                         { $$ = xy_parser_make_column(B, @$, $1, $2); }
  /* inline_ref_constraint of an object table's attribute */
  | identifier KW_WITH KW_ROWID                  { $$ = xy_parser_column_property(B, xy_parser_make_column(B, @$, $1, NULL), @$, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
  | identifier data_type KW_COLLATE name         { $$ = xy_parser_column_property(B, xy_parser_make_column(B, @$, $1, $2), @$, xy_make_opaque(B, xy_parser_span(@3, @4), T(@3))); }
;

opt_on_null_when: %empty | KW_FOR KW_INSERT KW_ONLY | KW_FOR KW_INSERT KW_AND KW_UPDATE;

%type <choice> generated_mode;
generated_mode:
    %empty                                       { $$ = XY_IDENTITY_MODE_ALWAYS; }
  | KW_ALWAYS                                    { $$ = XY_IDENTITY_MODE_ALWAYS; }
  | KW_BY KW_DEFAULT                             { $$ = XY_IDENTITY_MODE_BY_DEFAULT; }
  | KW_BY KW_DEFAULT KW_ON KW_NULL opt_on_null_when
                                                 { $$ = XY_IDENTITY_MODE_BY_DEFAULT_ON_NULL; }
;

%type <nodes> opt_identity_options;
opt_identity_options:
    %empty                                       { $$ = NO_NODES; }
  | LPAREN RPAREN                                { $$ = NO_NODES; }
  | LPAREN identity_options RPAREN               { $$ = $2; }
  | sequence_options          %prec BARE
;

column_property:
    KW_SORT
  | KW_VIRTUAL
  | KW_MATERIALIZED
  | KW_ENCRYPT
  | KW_USING STRING
  | KW_IDENTIFIED KW_BY identifier
  | KW_SALT
  | KW_NO KW_SALT
  | STRING
  | KW_CAST
  | KW_DECRYPT
  | KW_SCOPE KW_IS name
  | KW_SCOPE KW_IS name KW_WITH KW_ROWID
  | KW_ANNOTATIONS LPAREN opaque_inner RPAREN
  | KW_DOMAIN name
  | DROP_PART KW_IDENTITY
  | DROP_PART KW_DOMAIN
  | ADD_PART KW_DOMAIN name
  | KW_RESERVABLE
  | KW_SUBSTITUTABLE KW_AT KW_ALL KW_LEVELS opt_force
  | KW_NOT KW_SUBSTITUTABLE KW_AT KW_ALL KW_LEVELS opt_force
;

/* ------------------------------------------------------------------ constraints */

named_constraint:
    inline_constraint
  | KW_CONSTRAINT identifier inline_constraint   { $$ = xy_parser_constraint_name($3, @$, $2); }
;

%type <node> inline_constraint;
inline_constraint:
    KW_NOT KW_NULL                               { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_NOT_NULL, NO_TOKENS, NULL); }
  | KW_NULL                                      { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_NULL, NO_TOKENS, NULL); }
  | KW_UNIQUE                                    { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_UNIQUE, NO_TOKENS, NULL); }
  | KW_PRIMARY KW_KEY                            { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_PRIMARY_KEY, NO_TOKENS, NULL); }
  | KW_CHECK LPAREN expression RPAREN            { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_CHECK, NO_TOKENS, $3); }
  | references
;

references:
    KW_REFERENCES name opt_reference_columns opt_on_delete
        { $$ = xy_make_constraint(B, @$, NONE, XY_CONSTRAINT_KIND_REFERENCES, NO_TOKENS, NULL, $2, $3, (uint8_t)$4, NO_NODES); }
;

opt_reference_columns:
    %empty                                       { $$ = NO_TOKENS; }
  | LPAREN identifier_list RPAREN                { $$ = $2; }
;

opt_on_delete:
    %empty                                       { $$ = XY_CONSTRAINT_ON_DELETE_NONE; }
  | KW_ON KW_DELETE KW_CASCADE                   { $$ = XY_CONSTRAINT_ON_DELETE_CASCADE; }
  | KW_ON KW_DELETE KW_SET KW_NULL               { $$ = XY_CONSTRAINT_ON_DELETE_SET_NULL; }
;

/* out_of_line_constraint */
constraint:
    constraint_core
  | KW_CONSTRAINT identifier constraint_core     { $$ = xy_parser_constraint_name($3, @$, $2); }
  | constraint constraint_state                  { $$ = xy_parser_constraint_state(B, $1, @$, $2); }
;

/* An attribute of an object column counts by its last part. */
%type <tokens> constraint_columns;
constraint_columns:
    constraint_column                            { $$ = xy_tokens_one(B, $1.items[$1.count - 1]); }
  | constraint_columns COMMA constraint_column   { $$ = xy_tokens_add(B, $1, $3.items[$3.count - 1]); }
;
/* That of a subtype as DBMS_METADATA prints it: TREAT("OBJ" AS "T")."A" */
%type <tokens> constraint_column;
constraint_column:
    name_tokens
  | KW_TREAT LPAREN expression KW_AS data_type RPAREN DOT name_tokens
                                                 { $$ = $8; }
;

constraint_core:
    KW_UNIQUE LPAREN constraint_columns RPAREN   { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_UNIQUE, $3, NULL); }
  | KW_PRIMARY KW_KEY LPAREN constraint_columns RPAREN
                                                 { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_PRIMARY_KEY, $4, NULL); }
  | KW_FOREIGN KW_KEY LPAREN identifier_list RPAREN references
                                                 { $$ = xy_parser_foreign_key($6, @$, $4); }
  | KW_CHECK LPAREN expression RPAREN            { $$ = xy_parser_make_constraint(B, @$, XY_CONSTRAINT_KIND_CHECK, NO_TOKENS, $3); }
;

constraint_state:
    KW_DEFERRABLE                                { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_DEFERRABLE); }
  | KW_NOT KW_DEFERRABLE                         { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_NOT_DEFERRABLE); }
  | KW_INITIALLY KW_DEFERRED                     { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_INITIALLY_DEFERRED); }
  | KW_INITIALLY KW_IMMEDIATE                    { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_INITIALLY_IMMEDIATE); }
  | KW_RELY                                      { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_RELY); }
  | KW_NORELY                                    { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_NORELY); }
  | KW_ENABLE                                    { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_ENABLE); }
  | KW_DISABLE                                   { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_DISABLE); }
  | KW_VALIDATE                                  { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_VALIDATE); }
  | KW_NOVALIDATE                                { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_NOVALIDATE); }
  | KW_PRECHECK                                  { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_PRECHECK); }
  | KW_NOPRECHECK                                { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_NOPRECHECK); }
  | KW_CASCADE                                   { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_CASCADE); }
  | KW_USING KW_INDEX using_index                { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_USING_INDEX); }
  | KW_EXCEPTIONS KW_INTO name                   { $$ = xy_make_constraint_state(B, @$, XY_CONSTRAINT_STATE_KIND_EXCEPTIONS_INTO); }
;

/* USING INDEX [index | (CREATE INDEX …) | attributes] */
using_index:
    %empty
  | name
  | LPAREN create_index RPAREN
  | using_index index_attribute
;

index_attribute:
    index_attribute_head
  | index_attribute_head index_attribute_tail
  | KW_LOCAL
  | KW_LOCAL LPAREN opaque_inner RPAREN
  | KW_GLOBAL partitioning
;
index_attribute_tail: index_attribute_word | index_attribute_tail index_attribute_word;
index_attribute_word: identifier | NUMBER | LPAREN opaque_inner RPAREN | KW_FOR;
index_attribute_head:
    KW_PCTFREE | KW_INITRANS | KW_MAXTRANS | KW_STORAGE | KW_TABLESPACE | KW_LOGGING | KW_NOLOGGING | KW_COMPUTE | KW_REVERSE | KW_NOREVERSE
  | KW_NOSORT | KW_COMPRESS | KW_NOCOMPRESS | KW_PARALLEL | KW_NOPARALLEL | KW_ONLINE
;

/* ------------------------------------------------------------------ properties kept as tokens */

/* of an index */
properties:
    %empty                                       { $$ = NO_NODES; }
  | properties property                          { $$ = xy_list_add(B, $1, $2); }
  | properties KW_IMMEDIATE identifier           { $$ = xy_list_add(B, $1, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
  | properties KW_DEFERRED identifier            { $$ = xy_list_add(B, $1, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
  /* of a domain index */
  | properties KW_FILTER KW_BY name_list         { $$ = xy_list_add(B, $1, xy_make_opaque(B, xy_parser_span(@2, @4), T(@2))); }
  | properties order_by                          { $$ = xy_list_add(B, $1, xy_make_opaque(B, @2, T(@2))); }
  | properties KW_GLOBAL                         { $$ = xy_list_add(B, $1, xy_make_opaque(B, @2, T(@2))); }
  | properties KW_GLOBAL partitioning            { $$ = xy_list_add(B, $1, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
;

property:
    property_head                                { $$ = xy_make_opaque(B, @$, T(@1)); }
  | property_head property_tail                  { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_NO no_change                              { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_NO no_change property_tail                { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_INDEXING KW_ON                            { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_INDEXING identifier                       { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_HASHING property_tail %prec BARE          { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_HASHING property_tail KW_WITH KW_ROW chain_words
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
;

/* HASHING USING … WITH ROW VERSION name (columns) [AND USER CHAIN name (columns)] of a blockchain table */
chain_words: property_tail | chain_words KW_AND property_tail;

/* "Attribute clustering": BY [LINEAR | INTERLEAVED] ORDER (…), over joined dimension tables perhaps */
clustering_joins: %empty | name | clustering_joins KW_JOIN name KW_ON LPAREN expression RPAREN;
opt_ordering_word: %empty | identifier;
clustering_times: %empty | clustering_times KW_YES KW_ON identifier | clustering_times KW_YES KW_ON identifier KW_MOVEMENT
  | clustering_times NO_ON KW_ON identifier | clustering_times NO_ON KW_ON identifier KW_MOVEMENT;
opt_zonemap:
    %empty
  | KW_WITHOUT KW_MATERIALIZED KW_ZONEMAP
  | KW_WITH KW_MATERIALIZED KW_ZONEMAP
  | KW_WITH KW_MATERIALIZED KW_ZONEMAP LPAREN name RPAREN
;

no_change: KW_DROP | KW_DELETE; /* of a blockchain table: NO DROP UNTIL 31 DAYS IDLE */

property_head:
    KW_PCTFREE | KW_PCTUSED | KW_INITRANS | KW_MAXTRANS | KW_STORAGE | KW_TABLESPACE | KW_LOGGING | KW_NOLOGGING | KW_FILESYSTEM_LIKE_LOGGING
  | KW_COMPRESS | KW_NOCOMPRESS | KW_CACHE | KW_NOCACHE | KW_PARALLEL | KW_NOPARALLEL | KW_MONITORING | KW_NOMONITORING | KW_SEGMENT
  | KW_ENABLE | KW_DISABLE | KW_RESULT_CACHE | KW_ROWDEPENDENCIES | KW_NOROWDEPENDENCIES | KW_LOB | KW_VARRAY | KW_NESTED | KW_XMLTYPE
  | KW_ORGANIZATION | KW_INCLUDING | KW_OVERFLOW | KW_PCTTHRESHOLD | KW_MAPPING | KW_CLUSTER | KW_INMEMORY | KW_NO | KW_FLASHBACK | KW_ILM
  | KW_OIDINDEX | KW_SUPPLEMENTAL | KW_FREELISTS | KW_FREELIST | KW_ONLINE | KW_REVERSE | KW_NOREVERSE | KW_LOCAL
  | KW_VISIBLE | KW_INVISIBLE | KW_UNUSABLE | KW_USABLE | KW_NOSORT | KW_SORT | KW_INDEXTYPE | KW_PARAMETERS | KW_COMPUTE | KW_ANNOTATIONS
  | KW_READ | KW_REJECT | KW_ROW | KW_COLUMN | KW_ELEMENT | KW_DEFAULT | KW_BUILD | KW_REFRESH | KW_NEVER | KW_BEQUEATH
  | KW_MEMOPTIMIZE | KW_USAGE | KW_XMLSCHEMA | KW_LOCKING | KW_NOPARTITIONING | KW_TABLESPACE KW_SET | KW_PARENT | KW_SYNCHRONOUS
;

property_tail: property_word | property_tail property_word;

/* No property_head and nothing that goes on with the statement (AS, ON COMMIT, PARTITION BY, `;`). */
property_word:
    name_tokens | NUMBER | STRING | BIND | EQ | MINUS | KW_FOR | KW_UPDATE | KW_INSERT | KW_BY %prec BARE | KW_TABLE | KW_INDEX | KW_ALL | KW_UNIQUE | KW_CHECK | KW_IS %prec BARE | KW_IN | KW_NOT
  | LPAREN opaque_inner RPAREN DOT name_tokens /* TREAT (OBJECT_VALUE AS t).a */
  | KW_IS KW_OF | KW_BY KW_PARTITION | KW_STORE KW_AS | KW_STORE KW_IN | KW_RETURN KW_AS | KW_RETURN KW_LOCAL KW_AS | KW_LIMIT | KW_UNLIMITED | KW_COLLATION | OF_NO
  | LPAREN RPAREN | LPAREN opaque_inner RPAREN
;

/* ------------------------------------------------------------------ partitions ("table_partitioning_clauses") */

%type <node>   partitioning partition partition_scheme partition_method subpartition_by;
%type <nodes>  partitions partition_values opt_partition_columns;
%type <choice> partition_kind;

partitioning:
    partition_scheme
  | partition_scheme LPAREN partitions RPAREN    { $$ = xy_parser_partitions($1, @$, $3); }
  | partition_scheme LPAREN KW_PARTITIONSET opaque_inner RPAREN
                                                 { $$ = xy_parser_partition_store($1, @$, xy_make_opaque(B, xy_parser_span(@2, @5), T(@3))); }
;

partition_scheme:
    partition_method
  | partition_method subpartition_by             { $$ = xy_parser_subpartition($1, @$, $2); }
  | partition_method subpartition_by KW_PARTITIONS count
                                                 { $$ = xy_parser_partition_count(xy_parser_subpartition($1, @$, $2), @$, $4); }
;

partition_method:
    KW_PARTITION KW_BY partition_kind opt_partition_columns opt_automatic
        { $$ = xy_make_partitioning(B, @$, (uint8_t)$3, $4, NULL, NULL, NULL, NO_NODES, $5, NULL); }
  | KW_PARTITION KW_BY KW_SYSTEM
        { $$ = xy_make_partitioning(B, @$, XY_PARTITIONING_METHOD_SYSTEM, NO_NODES, NULL, NULL, NULL, NO_NODES, NONE, NULL); }
  | partition_method KW_INTERVAL LPAREN expression RPAREN
                                                 { $$ = xy_parser_partition_interval($1, @$, $4); }
  | partition_method KW_STORE KW_IN LPAREN opaque_inner RPAREN
                                                 { $$ = xy_parser_partition_store($1, @$, xy_make_opaque(B, xy_parser_span(@2, @6), T(@2))); }
  | partition_method KW_PARTITIONS count         { $$ = xy_parser_partition_count($1, @$, $3); }
;

partition_kind:
    KW_RANGE                                     { $$ = XY_PARTITIONING_METHOD_RANGE; }
  | KW_LIST                                      { $$ = XY_PARTITIONING_METHOD_LIST; }
  | KW_HASH                                      { $$ = XY_PARTITIONING_METHOD_HASH; }
  | KW_REFERENCE                                 { $$ = XY_PARTITIONING_METHOD_REFERENCE; }
  | KW_DIRECTORY                                 { $$ = XY_PARTITIONING_METHOD_DIRECTORY; }
  | KW_CONSISTENT KW_HASH                        { $$ = XY_PARTITIONING_METHOD_CONSISTENT_HASH; }
;

%type <node> count;
count:
    NUMBER                                       { $$ = xy_make_number_literal(B, @$, T(@1)); }
  | identifier                                   { $$ = xy_parser_make_word(B, @$); }
;

%type <token> opt_automatic;
opt_automatic:
    %empty                                       { $$ = NONE; }
  | KW_AUTOMATIC                                 { $$ = T(@1); }
;

opt_partition_columns:
    %empty                    %prec BARE         { $$ = NO_NODES; }
  | LPAREN expression_list RPAREN                { $$ = $2; }
;

subpartition_by:
    KW_SUBPARTITION KW_BY partition_kind LPAREN expression_list RPAREN opt_automatic
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | subpartition_by KW_SUBPARTITION KW_TEMPLATE LPAREN opaque_inner RPAREN
                                                 { $$ = xy_parser_extend($1, @$); }
  | subpartition_by KW_SUBPARTITIONS count       { $$ = xy_parser_extend($1, @$); }
  | subpartition_by KW_STORE KW_IN LPAREN opaque_inner RPAREN
                                                 { $$ = xy_parser_extend($1, @$); }
;

partitions:
    partition                                    { $$ = xy_list_one(B, $1); }
  | partitions COMMA partition                   { $$ = xy_list_add(B, $1, $3); }
;

partition:
    partition_head
  | partition_head LPAREN opaque_inner RPAREN    { $$ = xy_parser_partition_attribute(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @4), T(@2))); }
  | partition_head KW_STORE KW_IN LPAREN opaque_inner RPAREN
                                                 { $$ = xy_parser_partition_attribute(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @6), T(@2))); }
  | partition property                           { $$ = xy_parser_partition_attribute(B, $1, @$, $2); }
  | partition KW_SUBPARTITIONS count             { $$ = xy_parser_partition_attribute(B, $1, @$, xy_make_opaque(B, xy_parser_span(@2, @3), T(@2))); }
;

/* A list of subpartitions after a property belongs to that property's tokens. */
%type <node> partition_head;
partition_head:
    KW_PARTITION opt_identifier                  { $$ = xy_make_partition(B, @$, $2, NONE, NO_NODES, NO_NODES); }
  | KW_PARTITION opt_identifier KW_VALUES KW_LESS KW_THAN LPAREN partition_values RPAREN
                                                 { $$ = xy_make_partition(B, @$, $2, T(@4), $7, NO_NODES); }
  | KW_PARTITION opt_identifier KW_VALUES LPAREN partition_values RPAREN
                                                 { $$ = xy_make_partition(B, @$, $2, NONE, $5, NO_NODES); }
;

partition_values:
    value                                        { $$ = xy_list_one(B, $1); }
  | partition_values COMMA value                 { $$ = xy_list_add(B, $1, $3); }
;
