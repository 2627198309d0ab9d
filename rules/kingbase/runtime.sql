--@ handler-undo
-- A caught exception undoes only the statement that failed (default off). Sessions that call the routines need it too.
SET ora_statement_level_rollback = on;
--@ empty-strings
-- '' is NULL (on by default in Oracle mode).
SET ora_input_emptystr_isnull = on;
--@ char-blanks
-- CHAR keeps its blanks when it becomes VARCHAR (default on: they are cut).
SET ora_bpchar_to_varchar_rtrim = off;
--@ number-text
-- 1.00 is written 1 when a number becomes text (default off). Sessions that run the code need it too.
SET ignore_zero_number = on;
--@ date-trunc
-- TRUNC of a timestamp cuts as in Oracle (default off). Sessions that run the code need it too.
SET trunc_compatible = on;
--@ kdb_raw
CREATE EXTENSION IF NOT EXISTS kdb_raw;
--@ kdb_xmltype
-- kdb_xmltype must stand in shared_preload_libraries.
CREATE EXTENSION IF NOT EXISTS kdb_xmltype;
--@ kdb_utils_function
CREATE EXTENSION IF NOT EXISTS kdb_utils_function;
--@ kdb_database_link
-- kdb_database_link must stand in shared_preload_libraries.
CREATE EXTENSION IF NOT EXISTS kdb_database_link;
--@ kdb_schedule
-- kdb_schedule must stand in shared_preload_libraries, and job_queue_processes be above 0 (default 0).
CREATE EXTENSION IF NOT EXISTS kdb_schedule;
--@ dbms_lob [needs: kdb_raw]
CREATE EXTENSION IF NOT EXISTS dbms_lob;
--@ dbms_random
CREATE EXTENSION IF NOT EXISTS dbms_random;
--@ dbms_session
-- dbms_session must stand in shared_preload_libraries.
CREATE EXTENSION IF NOT EXISTS dbms_session;
--@ dbms_metadata
CREATE EXTENSION IF NOT EXISTS dbms_metadata;
--@ dbms_mview
CREATE EXTENSION IF NOT EXISTS dbms_mview;
--@ dbms_obfuscation_toolkit
-- dbms_obfuscation_toolkit must stand in shared_preload_libraries (it does by default).
CREATE EXTENSION IF NOT EXISTS dbms_obfuscation_toolkit;
--@ utl_file
CREATE EXTENSION IF NOT EXISTS utl_file;
--@ utl_http
CREATE EXTENSION IF NOT EXISTS http;
--@ authid
-- Whether routines run with their owner's rights by default is not documented for KingbaseES; in Oracle they do (AUTHID DEFINER).
--@ forward
-- Forward declarations of routines are not named in the manuals of KingbaseES.
