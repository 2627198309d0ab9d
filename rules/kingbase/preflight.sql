--@ head
-- Preflight for KingbaseES in Oracle mode: reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SELECT setting, value, wanted FROM (
--@ version [always]
  SELECT 'server_version_num' AS setting, current_setting('server_version_num', true) AS value, '120000 or later; version() tells the release: V8R6 or V9' AS wanted, CASE WHEN current_setting('server_version_num')::integer >= 120000 THEN 1 ELSE 0 END AS good
--@ mode [always]
  SELECT 'database_mode' AS setting, current_setting('database_mode', true) AS value, 'oracle' AS wanted, CASE WHEN current_setting('database_mode', true) = 'oracle' THEN 1 ELSE 0 END AS good
--@ enable-ci [always]
  SELECT 'enable_ci' AS setting, current_setting('enable_ci', true) AS value, 'off' AS wanted, CASE WHEN coalesce(current_setting('enable_ci', true), 'off') = 'off' THEN 1 ELSE 0 END AS good
--@ null-equals [always]
  SELECT 'transform_null_equals' AS setting, current_setting('transform_null_equals', true) AS value, 'off' AS wanted, CASE WHEN current_setting('transform_null_equals', true) = 'off' THEN 1 ELSE 0 END AS good
--@ rtrim [always]
  SELECT 'strcmp_rtrim' AS setting, current_setting('strcmp_rtrim', true) AS value, 'off' AS wanted, CASE WHEN coalesce(current_setting('strcmp_rtrim', true), 'off') = 'off' THEN 1 ELSE 0 END AS good
--@ excluded-words [always]
  SELECT 'exclude_reserved_words' AS setting, current_setting('exclude_reserved_words', true) AS value, 'empty' AS wanted, CASE WHEN coalesce(current_setting('exclude_reserved_words', true), '') IS NULL OR coalesce(current_setting('exclude_reserved_words', true), '') = '' THEN 1 ELSE 0 END AS good
--@ handler-undo
  SELECT 'ora_statement_level_rollback' AS setting, current_setting('ora_statement_level_rollback', true) AS value, 'on' AS wanted, CASE WHEN current_setting('ora_statement_level_rollback', true) = 'on' THEN 1 ELSE 0 END AS good
--@ empty-strings
  SELECT 'ora_input_emptystr_isnull' AS setting, current_setting('ora_input_emptystr_isnull', true) AS value, 'on' AS wanted, CASE WHEN current_setting('ora_input_emptystr_isnull', true) = 'on' THEN 1 ELSE 0 END AS good
--@ char-blanks
  SELECT 'ora_bpchar_to_varchar_rtrim' AS setting, current_setting('ora_bpchar_to_varchar_rtrim', true) AS value, 'off' AS wanted, CASE WHEN current_setting('ora_bpchar_to_varchar_rtrim', true) = 'off' THEN 1 ELSE 0 END AS good
--@ number-text
  SELECT 'ignore_zero_number' AS setting, current_setting('ignore_zero_number', true) AS value, 'on' AS wanted, CASE WHEN current_setting('ignore_zero_number', true) = 'on' THEN 1 ELSE 0 END AS good
--@ date-trunc
  SELECT 'trunc_compatible' AS setting, current_setting('trunc_compatible', true) AS value, 'on' AS wanted, CASE WHEN current_setting('trunc_compatible', true) = 'on' THEN 1 ELSE 0 END AS good
--@ kdb_raw
  SELECT 'extension kdb_raw' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'kdb_raw') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'kdb_raw') THEN 1 ELSE 0 END AS good
--@ kdb_xmltype
  SELECT 'extension kdb_xmltype' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'kdb_xmltype') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'kdb_xmltype') THEN 1 ELSE 0 END AS good
--@ kdb_utils_function
  SELECT 'extension kdb_utils_function' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'kdb_utils_function') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'kdb_utils_function') THEN 1 ELSE 0 END AS good
--@ kdb_database_link
  SELECT 'extension kdb_database_link' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'kdb_database_link') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'kdb_database_link') THEN 1 ELSE 0 END AS good
--@ kdb_schedule
  SELECT 'extension kdb_schedule' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'kdb_schedule') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'kdb_schedule') THEN 1 ELSE 0 END AS good
--@ dbms_lob
  SELECT 'extension dbms_lob' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'dbms_lob') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'dbms_lob') THEN 1 ELSE 0 END AS good
--@ dbms_random
  SELECT 'extension dbms_random' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'dbms_random') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'dbms_random') THEN 1 ELSE 0 END AS good
--@ dbms_session
  SELECT 'extension dbms_session' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'dbms_session') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'dbms_session') THEN 1 ELSE 0 END AS good
--@ dbms_metadata
  SELECT 'extension dbms_metadata' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'dbms_metadata') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'dbms_metadata') THEN 1 ELSE 0 END AS good
--@ dbms_mview
  SELECT 'extension dbms_mview' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'dbms_mview') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'dbms_mview') THEN 1 ELSE 0 END AS good
--@ dbms_obfuscation_toolkit
  SELECT 'extension dbms_obfuscation_toolkit' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'dbms_obfuscation_toolkit') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'dbms_obfuscation_toolkit') THEN 1 ELSE 0 END AS good
--@ utl_file
  SELECT 'extension utl_file' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'utl_file') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'utl_file') THEN 1 ELSE 0 END AS good
--@ utl_http
  SELECT 'extension http' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'http') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'http') THEN 1 ELSE 0 END AS good
--@ tail
) checks WHERE good <> 1;
