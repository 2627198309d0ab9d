--@ a-mode
-- For a database made with CREATE DATABASE … DBCOMPATIBILITY 'A'. Sessions that run the code need these settings too.
SET behavior_compat_options = 'plstmt_implicit_savepoint,proc_outparam_override,aformat_null_test,aformat_regexp_match,compat_cursor,end_month_calculate,hide_tailing_zero,truncate_numeric_tail_zero,return_null_string,proc_implicit_for_loop_variable,plsql_security_definer';
--@ gms_output
CREATE EXTENSION IF NOT EXISTS gms_output;
--@ object-types
-- Not verified for GBase 8c: object types: no NEW, no object tables, no dynamic dispatch.
--@ bulk
-- Not verified for GBase 8c: BULK COLLECT: not into tables indexed by text.
--@ script-commands
-- Not verified for GBase 8c: commands of SQL*Plus: the client is gsql.
