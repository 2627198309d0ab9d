/* All passes by name, sorted. A rule switches one on with `pass: name`. */
#include "pass/pass.h"

#define PASS(name) void name(xy_context *ctx, xy_node *node);
#define FINISH(name) void name(xy_context *ctx);
PASS(xy_pass_admin_statement)
PASS(xy_pass_aggregate)
PASS(xy_pass_alter_object)
PASS(xy_pass_alter_session)
PASS(xy_pass_alter_table)
PASS(xy_pass_apply)
PASS(xy_pass_arithmetic)
PASS(xy_pass_block)
PASS(xy_pass_builtin)
FINISH(xy_pass_builtin_finish)
PASS(xy_pass_bulk_attribute)
PASS(xy_pass_bulk_fetch)
PASS(xy_pass_bulk_into)
PASS(xy_pass_call)
FINISH(xy_pass_call_finish)
PASS(xy_pass_case_in_condition)
PASS(xy_pass_cast)
PASS(xy_pass_cast_multiset)
PASS(xy_pass_char_argument)
PASS(xy_pass_char_comparison)
PASS(xy_pass_char_join)
PASS(xy_pass_collect)
PASS(xy_pass_collection_condition)
PASS(xy_pass_collection_type)
PASS(xy_pass_collection_variable)
PASS(xy_pass_column_alias)
PASS(xy_pass_comments_apply)
FINISH(xy_pass_comments_finish)
PASS(xy_pass_comment_on)
PASS(xy_pass_concat)
PASS(xy_pass_concat_call)
PASS(xy_pass_comparison_sign)
PASS(xy_pass_conditional_apply)
FINISH(xy_pass_conditional_finish)
PASS(xy_pass_connect_by)
PASS(xy_pass_constructor)
PASS(xy_pass_conversion)
PASS(xy_pass_create_collection)
PASS(xy_pass_create_index)
PASS(xy_pass_create_object)
PASS(xy_pass_create_synonym)
PASS(xy_pass_create_table)
PASS(xy_pass_create_view)
PASS(xy_pass_cursor_attribute)
PASS(xy_pass_cursor_close)
PASS(xy_pass_cursor_declaration)
PASS(xy_pass_cursor_fetch)
PASS(xy_pass_cursor_variable)
PASS(xy_pass_cursor_loop)
PASS(xy_pass_cursor_open)
PASS(xy_pass_cursor_open_for)
PASS(xy_pass_data_type)
PASS(xy_pass_datetime_literal)
PASS(xy_pass_declaration)
PASS(xy_pass_decode)
PASS(xy_pass_delete_from)
PASS(xy_pass_delete_view)
PASS(xy_pass_dictionary)
PASS(xy_pass_drop)
PASS(xy_pass_dual)
PASS(xy_pass_dynamic)
PASS(xy_pass_dynamic_text)
PASS(xy_pass_empty_string)
PASS(xy_pass_extremes)
PASS(xy_pass_float_literal)
PASS(xy_pass_for_loop)
PASS(xy_pass_for_update)
PASS(xy_pass_forall)
PASS(xy_pass_fraction_format)
PASS(xy_pass_function_end)
PASS(xy_pass_grant)
PASS(xy_pass_group_position)
PASS(xy_pass_handlers)
PASS(xy_pass_identifiers_apply)
FINISH(xy_pass_identifiers_finish)
PASS(xy_pass_identity)
PASS(xy_pass_identity_reference)
PASS(xy_pass_index_scope)
PASS(xy_pass_inquiry)
PASS(xy_pass_insert_columns)
PASS(xy_pass_insert_multi)
PASS(xy_pass_insert_view)
PASS(xy_pass_interval_literal)
PASS(xy_pass_interval_text)
PASS(xy_pass_into_text)
PASS(xy_pass_is_condition)
PASS(xy_pass_json_function)
PASS(xy_pass_json_table)
PASS(xy_pass_key_update)
PASS(xy_pass_label)
PASS(xy_pass_like)
PASS(xy_pass_lob)
PASS(xy_pass_materialized_view)
PASS(xy_pass_member_of)
PASS(xy_pass_merge)
PASS(xy_pass_method)
PASS(xy_pass_method_statement)
PASS(xy_pass_mod)
PASS(xy_pass_multiset)
PASS(xy_pass_name_clash)
PASS(xy_pass_duplicate_columns)
PASS(xy_pass_partition_key)
PASS(xy_pass_nested)
PASS(xy_pass_nested_aggregate)
PASS(xy_pass_nextval)
PASS(xy_pass_number_scale)
PASS(xy_pass_number_to_char)
PASS(xy_pass_numeric_function)
PASS(xy_pass_nvl)
PASS(xy_pass_object_attribute)
PASS(xy_pass_object_comparison)
PASS(xy_pass_object_method)
PASS(xy_pass_object_value)
PASS(xy_pass_row_percent)
PASS(xy_pass_validate_conversion)
PASS(xy_pass_object_null)
PASS(xy_pass_object_order)
PASS(xy_pass_object_procedure)
PASS(xy_pass_object_target)
PASS(xy_pass_order_position)
PASS(xy_pass_out_function)
PASS(xy_pass_outer_join)
PASS(xy_pass_outer_join_mark)
PASS(xy_pass_own_names)
PASS(xy_pass_owner_schema_apply)
PASS(xy_pass_package)
PASS(xy_pass_package_body)
FINISH(xy_pass_package_finish)
PASS(xy_pass_package_reference)
PASS(xy_pass_parentheses)
PASS(xy_pass_partition)
PASS(xy_pass_pipe_row)
PASS(xy_pass_pipelined)
PASS(xy_pass_pivot)
PASS(xy_pass_place)
PASS(xy_pass_place_assign)
PASS(xy_pass_place_into)
PASS(xy_pass_raise)
PASS(xy_pass_raise_application_error)
PASS(xy_pass_range_frame)
PASS(xy_pass_record_argument)
PASS(xy_pass_record_row)
PASS(xy_pass_record_type)
PASS(xy_pass_subtype)
PASS(xy_pass_record_values)
PASS(xy_pass_record_variable)
PASS(xy_pass_record_parameter)
PASS(xy_pass_rename)
PASS(xy_pass_return)
PASS(xy_pass_routine)
FINISH(xy_pass_routine_finish)
PASS(xy_pass_rowcount)
PASS(xy_pass_rowcount_end)
PASS(xy_pass_rowcount_handler)
PASS(xy_pass_rowid)
PASS(xy_pass_rownum)
PASS(xy_pass_rownum_dml)
PASS(xy_pass_rownum_value)
PASS(xy_pass_script_terminator)
PASS(xy_pass_script_variable)
PASS(xy_pass_select_alias)
PASS(xy_pass_select_into)
PASS(xy_pass_sequence_option)
PASS(xy_pass_sort_key)
PASS(xy_pass_set_operator)
PASS(xy_pass_set_target)
PASS(xy_pass_slash)
PASS(xy_pass_sql_attribute)
PASS(xy_pass_sqlcode)
PASS(xy_pass_sqlplus)
PASS(xy_pass_string_literal)
FINISH(xy_pass_string_literal_finish)
PASS(xy_pass_synonym_reference)
PASS(xy_pass_table_alias)
PASS(xy_pass_table_function)
PASS(xy_pass_table_part)
PASS(xy_pass_text_limit)
FINISH(xy_pass_text_limit_finish)
PASS(xy_pass_transaction)
PASS(xy_pass_ddl_commit)
PASS(xy_pass_trigger)
PASS(xy_pass_truncate)
PASS(xy_pass_type_body)
PASS(xy_pass_unpivot)
PASS(xy_pass_untouched)
FINISH(xy_pass_untouched_finish)
PASS(xy_pass_update_view)
PASS(xy_pass_virtual_column)
PASS(xy_pass_with_recursive)
PASS(xy_pass_xml_cast)
PASS(xy_pass_xml_function)
PASS(xy_pass_xml_syntax)
PASS(xy_pass_xml_table)
FINISH(xy_plan_finish)

const xy_pass xy_passes[] = {
    {"admin-statement", xy_pass_admin_statement, NULL},
    {"aggregate", xy_pass_aggregate, NULL},
    {"alter-object", xy_pass_alter_object, NULL},
    {"alter-session", xy_pass_alter_session, NULL},
    {"alter-table", xy_pass_alter_table, NULL},
    {"apply", xy_pass_apply, NULL},
    {"arithmetic", xy_pass_arithmetic, NULL},
    {"builtin", xy_pass_builtin, xy_pass_builtin_finish},
    {"bulk-attribute", xy_pass_bulk_attribute, NULL},
    {"bulk-fetch", xy_pass_bulk_fetch, NULL},
    {"bulk-into", xy_pass_bulk_into, NULL},
    {"case-in-condition", xy_pass_case_in_condition, NULL},
    {"cast", xy_pass_cast, NULL},
    {"cast-multiset", xy_pass_cast_multiset, NULL},
    {"char-argument", xy_pass_char_argument, NULL},
    {"char-comparison", xy_pass_char_comparison, NULL},
    {"char-join", xy_pass_char_join, NULL},
    {"collect", xy_pass_collect, NULL},
    {"collection-condition", xy_pass_collection_condition, NULL},
    {"collection-type", xy_pass_collection_type, NULL},
    {"collection-variable", xy_pass_collection_variable, NULL},
    {"column-alias", xy_pass_column_alias, NULL},
    {"comments", xy_pass_comments_apply, xy_pass_comments_finish},
    {"comment-on", xy_pass_comment_on, NULL},
    {"concat", xy_pass_concat, NULL},
    {"concat-call", xy_pass_concat_call, NULL},
    {"comparison-sign", xy_pass_comparison_sign, NULL},
    {"conditional", xy_pass_conditional_apply, xy_pass_conditional_finish},
    {"connect-by", xy_pass_connect_by, xy_plan_finish},
    {"constructor", xy_pass_constructor, NULL},
    {"conversion", xy_pass_conversion, NULL},
    {"create-collection", xy_pass_create_collection, NULL},
    {"create-index", xy_pass_create_index, NULL},
    {"create-object", xy_pass_create_object, NULL},
    {"create-synonym", xy_pass_create_synonym, NULL},
    {"create-table", xy_pass_create_table, NULL},
    {"create-view", xy_pass_create_view, NULL},
    {"cursor-attribute", xy_pass_cursor_attribute, NULL},
    {"cursor-close", xy_pass_cursor_close, NULL},
    {"cursor-declaration", xy_pass_cursor_declaration, NULL},
    {"cursor-fetch", xy_pass_cursor_fetch, NULL},
    {"cursor-variable", xy_pass_cursor_variable, NULL},
    {"cursor-loop", xy_pass_cursor_loop, NULL},
    {"cursor-open", xy_pass_cursor_open, NULL},
    {"cursor-open-for", xy_pass_cursor_open_for, NULL},
    {"data-type", xy_pass_data_type, NULL},
    {"datetime-literal", xy_pass_datetime_literal, NULL},
    {"decode", xy_pass_decode, NULL},
    {"delete-from", xy_pass_delete_from, NULL},
    {"delete-view", xy_pass_delete_view, NULL},
    {"dictionary", xy_pass_dictionary, NULL},
    {"drop", xy_pass_drop, NULL},
    {"dual", xy_pass_dual, NULL},
    {"empty-string", xy_pass_empty_string, NULL},
    {"extremes", xy_pass_extremes, NULL},
    {"float-literal", xy_pass_float_literal, NULL},
    {"for-update", xy_pass_for_update, NULL},
    {"forall", xy_pass_forall, NULL},
    {"fraction-format", xy_pass_fraction_format, NULL},
    {"function-end", xy_pass_function_end, NULL},
    {"grant", xy_pass_grant, NULL},
    {"group-position", xy_pass_group_position, NULL},
    {"identifiers", xy_pass_identifiers_apply, xy_pass_identifiers_finish},
    {"identity", xy_pass_identity, NULL},
    {"identity-reference", xy_pass_identity_reference, NULL},
    {"index-scope", xy_pass_index_scope, NULL},
    {"inquiry", xy_pass_inquiry, NULL},
    {"insert-columns", xy_pass_insert_columns, NULL},
    {"insert-multi", xy_pass_insert_multi, NULL},
    {"insert-view", xy_pass_insert_view, NULL},
    {"interval-literal", xy_pass_interval_literal, NULL},
    {"interval-text", xy_pass_interval_text, NULL},
    {"into-text", xy_pass_into_text, NULL},
    {"is-condition", xy_pass_is_condition, NULL},
    {"json-function", xy_pass_json_function, NULL},
    {"json-table", xy_pass_json_table, NULL},
    {"key-update", xy_pass_key_update, NULL},
    {"like", xy_pass_like, NULL},
    {"lob", xy_pass_lob, NULL},
    {"materialized-view", xy_pass_materialized_view, NULL},
    {"member-of", xy_pass_member_of, NULL},
    {"merge", xy_pass_merge, NULL},
    {"method", xy_pass_method, NULL},
    {"method-statement", xy_pass_method_statement, NULL},
    {"mod", xy_pass_mod, NULL},
    {"multiset", xy_pass_multiset, NULL},
    {"name-clash", xy_pass_name_clash, NULL},
    {"dynamic-text", xy_pass_dynamic_text, NULL},
    {"duplicate-columns", xy_pass_duplicate_columns, NULL},
    {"partition-key", xy_pass_partition_key, NULL},
    {"nested-aggregate", xy_pass_nested_aggregate, NULL},
    {"nextval", xy_pass_nextval, NULL},
    {"number-to-char", xy_pass_number_to_char, NULL},
    {"number-scale", xy_pass_number_scale, NULL},
    {"numeric-function", xy_pass_numeric_function, NULL},
    {"nvl", xy_pass_nvl, NULL},
    {"object-attribute", xy_pass_object_attribute, NULL},
    {"object-comparison", xy_pass_object_comparison, NULL},
    {"object-method", xy_pass_object_method, NULL},
    {"object-value", xy_pass_object_value, NULL},
    {"row-percent", xy_pass_row_percent, NULL},
    {"validate-conversion", xy_pass_validate_conversion, NULL},
    {"object-null", xy_pass_object_null, NULL},
    {"object-order", xy_pass_object_order, NULL},
    {"object-procedure", xy_pass_object_procedure, NULL},
    {"object-target", xy_pass_object_target, NULL},
    {"order-position", xy_pass_order_position, NULL},
    {"outer-join", xy_pass_outer_join, xy_plan_finish},
    {"outer-join-mark", xy_pass_outer_join_mark, NULL},
    {"own-names", xy_pass_own_names, NULL},
    {"owner-schema", xy_pass_owner_schema_apply, NULL},
    {"package", xy_pass_package, xy_pass_package_finish},
    {"package-body", xy_pass_package_body, xy_pass_package_finish},
    {"package-reference", xy_pass_package_reference, NULL},
    {"partition", xy_pass_partition, NULL},
    {"pipe-row", xy_pass_pipe_row, NULL},
    {"pipelined", xy_pass_pipelined, NULL},
    {"pivot", xy_pass_pivot, NULL},
    {"place", xy_pass_place, NULL},
    {"place-assign", xy_pass_place_assign, NULL},
    {"place-into", xy_pass_place_into, NULL},
    {"plsql-block", xy_pass_block, xy_pass_routine_finish},
    {"plsql-call", xy_pass_call, xy_pass_call_finish},
    {"plsql-declaration", xy_pass_declaration, NULL},
    {"plsql-dynamic", xy_pass_dynamic, NULL},
    {"plsql-for-loop", xy_pass_for_loop, NULL},
    {"plsql-handlers", xy_pass_handlers, NULL},
    {"plsql-label", xy_pass_label, NULL},
    {"plsql-nested", xy_pass_nested, NULL},
    {"plsql-out-function", xy_pass_out_function, NULL},
    {"plsql-parentheses", xy_pass_parentheses, NULL},
    {"plsql-raise", xy_pass_raise, NULL},
    {"plsql-raise-application-error", xy_pass_raise_application_error, NULL},
    {"plsql-return", xy_pass_return, NULL},
    {"plsql-routine", xy_pass_routine, xy_pass_routine_finish},
    {"plsql-rowcount", xy_pass_rowcount, NULL},
    {"plsql-rowcount-end", xy_pass_rowcount_end, NULL},
    {"plsql-rowcount-handler", xy_pass_rowcount_handler, NULL},
    {"plsql-select-into", xy_pass_select_into, NULL},
    {"plsql-sql-attribute", xy_pass_sql_attribute, NULL},
    {"plsql-sqlcode", xy_pass_sqlcode, NULL},
    {"plsql-transaction", xy_pass_transaction, NULL},
    {"plsql-ddl-commit", xy_pass_ddl_commit, NULL},
    {"range-frame", xy_pass_range_frame, NULL},
    {"record-argument", xy_pass_record_argument, NULL},
    {"record-row", xy_pass_record_row, NULL},
    {"record-type", xy_pass_record_type, NULL},
    {"subtype", xy_pass_subtype, NULL},
    {"record-values", xy_pass_record_values, NULL},
    {"record-variable", xy_pass_record_variable, NULL},
    {"record-parameter", xy_pass_record_parameter, NULL},
    {"rename", xy_pass_rename, NULL},
    {"rowid", xy_pass_rowid, NULL},
    {"rownum", xy_pass_rownum, xy_plan_finish},
    {"rownum-dml", xy_pass_rownum_dml, xy_plan_finish},
    {"rownum-value", xy_pass_rownum_value, NULL},
    {"script-terminator", xy_pass_script_terminator, NULL},
    {"script-variable", xy_pass_script_variable, NULL},
    {"select-alias", xy_pass_select_alias, NULL},
    {"sequence-option", xy_pass_sequence_option, NULL},
    {"sort-key", xy_pass_sort_key, NULL},
    {"set-operator", xy_pass_set_operator, NULL},
    {"set-target", xy_pass_set_target, NULL},
    {"slash", xy_pass_slash, NULL},
    {"sqlplus", xy_pass_sqlplus, NULL},
    {"string-literal", xy_pass_string_literal, xy_pass_string_literal_finish},
    {"synonym-reference", xy_pass_synonym_reference, NULL},
    {"table-alias", xy_pass_table_alias, NULL},
    {"table-function", xy_pass_table_function, NULL},
    {"table-part", xy_pass_table_part, NULL},
    {"text-limit", xy_pass_text_limit, xy_pass_text_limit_finish},
    {"trigger", xy_pass_trigger, NULL},
    {"truncate", xy_pass_truncate, NULL},
    {"type-body", xy_pass_type_body, xy_pass_package_finish},
    {"unpivot", xy_pass_unpivot, NULL},
    {"untouched", xy_pass_untouched, xy_pass_untouched_finish},
    {"update-view", xy_pass_update_view, NULL},
    {"virtual-column", xy_pass_virtual_column, NULL},
    {"with-recursive", xy_pass_with_recursive, NULL},
    {"xml-cast", xy_pass_xml_cast, NULL},
    {"xml-function", xy_pass_xml_function, NULL},
    {"xml-syntax", xy_pass_xml_syntax, NULL},
    {"xml-table", xy_pass_xml_table, NULL},
    {NULL, NULL, NULL},
};
