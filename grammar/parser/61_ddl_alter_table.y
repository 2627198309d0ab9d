/* ALTER TABLE: SQL Language Reference. Several actions may follow each other. */

%type <node>   alter_table alter_action;
%type <nodes>  alter_actions;
%type <tokens> option_words drop_columns;
%type <node>   modify_item;
%type <nodes>  modify_items;

alter_table:
    KW_ALTER KW_TABLE opt_if_exists name alter_actions
                                                 { $$ = xy_make_alter_table(B, @$, $4, $5); }
  | KW_ALTER KW_TABLE opt_if_exists name alter_actions other_action
                                                 { $$ = xy_make_alter_table(B, @$, $4, xy_list_add(B, $5, xy_make_opaque(B, @6, T(@6)))); }
  | KW_ALTER KW_TABLE opt_if_exists name other_action
                                                 { $$ = xy_make_alter_table(B, @$, $4, xy_list_one(B, xy_make_opaque(B, @5, T(@5)))); }
  | KW_ALTER KW_TABLE opt_if_exists name physical_action
                                                 { $$ = xy_make_alter_table(B, @$, $4, xy_list_one(B, xy_make_opaque(B, @5, T(@5)))); }
;

opt_if_exists: %empty | KW_IF KW_EXISTS;

alter_actions:
    alter_action                                 { $$ = xy_list_one(B, $1); }
  | alter_actions alter_action                   { $$ = xy_list_add(B, $1, $2); }
;

alter_action:
    KW_ADD column_definition  %prec BARE         { $$ = xy_make_add_items(B, @$, xy_list_one(B, $2)); }
  | KW_ADD KW_COLUMN column_definition %prec BARE
                                                 { $$ = xy_make_add_items(B, @$, xy_list_one(B, $3)); }
  | KW_ADD constraint         %prec BARE         { $$ = xy_make_add_items(B, @$, xy_list_one(B, $2)); }
  | KW_ADD LPAREN table_items RPAREN             { $$ = xy_make_add_items(B, @$, $3); }
  /* storage of the added columns */
  | add_storage                                  { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_MODIFY modify_item                        { $$ = xy_make_modify_items(B, @$, xy_list_one(B, $2), NONE, NO_NODES); }
  | KW_MODIFY LPAREN modify_items RPAREN         { $$ = xy_make_modify_items(B, @$, $3, NONE, NO_NODES); }
  | KW_MODIFY KW_CONSTRAINT identifier constraint_states %prec BARE
                                                 { $$ = xy_make_modify_items(B, @$, NO_NODES, $3, $4); }
  | KW_MODIFY KW_PRIMARY KW_KEY constraint_states %prec BARE
                                                 { $$ = xy_make_modify_items(B, @$, NO_NODES, NONE, $4); }
  | KW_MODIFY KW_UNIQUE LPAREN identifier_list RPAREN constraint_states %prec BARE
                                                 { $$ = xy_make_modify_items(B, @$, NO_NODES, NONE, $6); }
  | KW_DROP KW_COLUMN identifier option_words    { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_COLUMN, xy_tokens_one(B, $3), $4); }
  | KW_DROP LPAREN identifier_list RPAREN option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_COLUMN, $3, $5); }
  | KW_DROP KW_COLUMN LPAREN identifier_list RPAREN option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_COLUMN, $4, $6); }
  | KW_DROP KW_CONSTRAINT identifier option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_CONSTRAINT, xy_tokens_one(B, $3), $4); }
  | KW_DROP KW_PRIMARY KW_KEY option_words       { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_PRIMARY_KEY, NO_TOKENS, $4); }
  | KW_DROP KW_UNIQUE LPAREN identifier_list RPAREN option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_UNIQUE, $4, $6); }
  | KW_DROP partition_words drop_columns option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_PARTITION, $3, $4); }
  | KW_DROP LPAREN KW_PERIOD KW_FOR identifier RPAREN
                                                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_DROP KW_UNUSED KW_COLUMNS option_words    { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_OTHER, NO_TOKENS, $4); }
  | KW_DROP KW_COLUMNS KW_CONTINUE option_words  { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_OTHER, NO_TOKENS, $4); }
  | KW_SET KW_UNUSED KW_COLUMN identifier option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_UNUSED, xy_tokens_one(B, $4), $5); }
  | KW_SET KW_UNUSED LPAREN identifier_list RPAREN option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_UNUSED, $4, $6); }
  | KW_SET KW_UNUSED KW_COLUMN LPAREN identifier_list RPAREN option_words
                                                 { $$ = xy_make_drop_items(B, @$, XY_DROP_ITEMS_KIND_UNUSED, $5, $7); }
  | KW_RENAME KW_TO identifier                   { $$ = xy_make_rename_item(B, @$, XY_RENAME_ITEM_KIND_TABLE, NONE, $3); }
  | KW_RENAME identifier KW_TO identifier        { $$ = xy_make_rename_item(B, @$, XY_RENAME_ITEM_KIND_COLUMN, $2, $4); }
  | KW_RENAME KW_COLUMN identifier KW_TO identifier
                                                 { $$ = xy_make_rename_item(B, @$, XY_RENAME_ITEM_KIND_COLUMN, $3, $5); }
  | KW_RENAME KW_CONSTRAINT identifier KW_TO identifier
                                                 { $$ = xy_make_rename_item(B, @$, XY_RENAME_ITEM_KIND_CONSTRAINT, $3, $5); }
  | KW_RENAME partition_word KW_FOR LPAREN expression_list RPAREN KW_TO identifier
                                                 { $$ = xy_make_rename_item(B, @$, XY_RENAME_ITEM_KIND_PARTITION, NONE, $8); }
  | KW_RENAME partition_word identifier KW_TO identifier
                                                 { $$ = xy_make_rename_item(B, @$, XY_RENAME_ITEM_KIND_PARTITION, $3, $5); }
  | state_item
  | KW_DEFERRED KW_INVALIDATION                  { $$ = xy_make_opaque(B, @$, T(@1)); }
  | KW_IMMEDIATE KW_INVALIDATION                 { $$ = xy_make_opaque(B, @$, T(@1)); }
  /* DROP CONSTRAINT c DROP INDEX */
  | KW_DROP KW_INDEX option_words                { $$ = xy_make_opaque(B, @$, T(@1)); }
;

add_storage: KW_LOB property_tail | KW_VARRAY property_tail | KW_NESTED property_tail | KW_XMLTYPE property_tail | KW_SEGMENT property_tail;

partition_words: KW_PARTITION | KW_SUBPARTITION | KW_PARTITIONS | KW_SUBPARTITIONS;
drop_columns:
    drop_partition
  | drop_columns COMMA drop_partition            { $$ = xy_tokens_join(B, $1, $3); }
;
%type <tokens> drop_partition;
drop_partition:
    identifier                                   { $$ = xy_tokens_one(B, $1); }
  | KW_FOR LPAREN expression_list RPAREN         { $$ = NO_TOKENS; }
;

%type <nodes> constraint_states;
constraint_states:
    constraint_state                             { $$ = xy_list_one(B, $1); }
  | constraint_states constraint_state           { $$ = xy_list_add(B, $1, $2); }
;

modify_items:
    modify_item                                  { $$ = xy_list_one(B, $1); }
  | modify_items COMMA modify_item               { $$ = xy_list_add(B, $1, $3); }
;

modify_item: column_definition %prec BARE;

/* CASCADE CONSTRAINTS, KEEP INDEX, PURGE, UPDATE GLOBAL INDEXES … */
option_words:
    %empty                                       { $$ = NO_TOKENS; }
  | option_words option_word                     { $$ = xy_tokens_add(B, $1, T(@2)); }
;
option_word: identifier | NUMBER | KW_UPDATE | KW_INDEX | KW_ALL | KW_VIEW | KW_TABLE;

/* enable_disable_clause */
%type <node>   state_item;
%type <choice> enable_disable opt_validate;
state_item:
    enable_disable opt_validate KW_CONSTRAINT identifier state_tail
        { $$ = xy_make_state_item(B, @$, $1 != 0, XY_STATE_ITEM_WHAT_CONSTRAINT, $4, NO_TOKENS, (uint8_t)$2, $5); }
  | enable_disable opt_validate KW_PRIMARY KW_KEY state_tail
        { $$ = xy_make_state_item(B, @$, $1 != 0, XY_STATE_ITEM_WHAT_PRIMARY_KEY, NONE, NO_TOKENS, (uint8_t)$2, $5); }
  | enable_disable opt_validate KW_UNIQUE LPAREN identifier_list RPAREN state_tail
        { $$ = xy_make_state_item(B, @$, $1 != 0, XY_STATE_ITEM_WHAT_UNIQUE, NONE, $5, (uint8_t)$2, $7); }
  | enable_disable KW_ALL KW_TRIGGERS
        { $$ = xy_make_state_item(B, @$, $1 != 0, XY_STATE_ITEM_WHAT_ALL_TRIGGERS, NONE, NO_TOKENS, XY_STATE_ITEM_VALIDATE_NONE, NO_NODES); }
  | enable_disable KW_TABLE KW_LOCK
        { $$ = xy_make_state_item(B, @$, $1 != 0, XY_STATE_ITEM_WHAT_OTHER, NONE, NO_TOKENS, XY_STATE_ITEM_VALIDATE_NONE, NO_NODES); }
  | enable_disable KW_ROW KW_MOVEMENT
        { $$ = xy_make_state_item(B, @$, $1 != 0, XY_STATE_ITEM_WHAT_OTHER, NONE, NO_TOKENS, XY_STATE_ITEM_VALIDATE_NONE, NO_NODES); }
;

enable_disable:
    KW_ENABLE                                    { $$ = 1; }
  | KW_DISABLE                                   { $$ = 0; }
;

opt_validate:
    %empty                                       { $$ = XY_STATE_ITEM_VALIDATE_NONE; }
  | KW_VALIDATE                                  { $$ = XY_STATE_ITEM_VALIDATE_VALIDATE; }
  | KW_NOVALIDATE                                { $$ = XY_STATE_ITEM_VALIDATE_NOVALIDATE; }
;

%type <nodes> state_tail;
state_tail:
    %empty                                       { $$ = NO_NODES; }
  | state_tail KW_USING KW_INDEX using_index     { $$ = xy_list_add(B, $1, xy_make_constraint_state(B, xy_parser_span(@2, OPT_SPAN(@4, @3)), XY_CONSTRAINT_STATE_KIND_USING_INDEX)); }
  | state_tail KW_EXCEPTIONS KW_INTO name        { $$ = xy_list_add(B, $1, xy_make_constraint_state(B, xy_parser_span(@2, @4), XY_CONSTRAINT_STATE_KIND_EXCEPTIONS_INTO)); }
  | state_tail KW_CASCADE                        { $$ = xy_list_add(B, $1, xy_make_constraint_state(B, @2, XY_CONSTRAINT_STATE_KIND_CASCADE)); }
  | state_tail KW_KEEP KW_INDEX                  { $$ = xy_list_add(B, $1, xy_make_constraint_state(B, xy_parser_span(@2, @3), XY_CONSTRAINT_STATE_KIND_KEEP_INDEX)); }
;

/* Physical changes and partition maintenance, kept as tokens to the end of the statement. */
other_action:
    other_action_head opaque_inner
  | other_action_head
  /* ADD CLUSTERING t JOIN u ON …: up to JOIN it looks like a column of type t */
  | KW_ADD identifier data_type KW_JOIN opaque_inner
;
other_action_head:
    KW_MOVE | KW_SHRINK | KW_TRUNCATE | KW_SPLIT | KW_MERGE | KW_EXCHANGE | KW_COALESCE | KW_ALLOCATE | KW_DEALLOCATE | KW_UPGRADE | KW_READ
  | KW_ADD partition_words | KW_ADD KW_SUPPLEMENTAL | KW_ADD KW_OVERFLOW | KW_MODIFY partition_words | KW_MODIFY KW_LOB | KW_MODIFY KW_NESTED
  | KW_ADD KW_CLUSTERING | KW_DROP KW_CLUSTERING | KW_MODIFY KW_CLUSTERING
  | KW_MODIFY KW_DEFAULT | KW_MODIFY KW_OPAQUE | KW_SET partition_words | KW_SET KW_INTERVAL | KW_SET KW_STORE | KW_SET KW_PARTITIONING
  | KW_DROP KW_SUPPLEMENTAL | KW_ADD KW_PERIOD | KW_MODIFY KW_VARRAY | KW_ADD KW_EXTERNAL KW_PARTITION
;

/* These alone: after a constraint they would be attributes of its index. */
physical_action: physical_action_head opaque_inner | physical_action_head;
physical_action_head:
    KW_PCTFREE | KW_PCTUSED | KW_INITRANS | KW_MAXTRANS | KW_STORAGE | KW_LOGGING | KW_NOLOGGING | KW_COMPRESS | KW_NOCOMPRESS | KW_CACHE | KW_NOCACHE
  | KW_PARALLEL | KW_NOPARALLEL | KW_MONITORING | KW_NOMONITORING | KW_RESULT_CACHE | KW_INMEMORY | KW_NO | KW_FLASHBACK | KW_ILM | KW_MINIMIZE
  | KW_NOMINIMIZE | KW_OVERFLOW | KW_INDEXING | KW_ROW | KW_COLUMN | KW_TABLESPACE | KW_RECORDS_PER_BLOCK | KW_ANNOTATIONS | KW_MEMOPTIMIZE
  | KW_LOCATION | KW_DEFAULT | KW_REJECT | KW_ACCESS | KW_PROJECT | KW_MAPPING | KW_ENABLE KW_CONTAINERS_DEFAULT | KW_DISABLE KW_CONTAINERS_DEFAULT
;
