--@ head
-- Preflight for GBase 8c, openGauss: reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SELECT setting, value, wanted FROM (
--@ compatibility [always]
  SELECT 'sql_compatibility' AS setting, current_setting('sql_compatibility', true) AS value, 'A' AS wanted, CASE WHEN current_setting('sql_compatibility', true) = 'A' THEN 1 ELSE 0 END AS good
--@ accept-empty [always]
  SELECT 'behavior_compat_options: accept_empty_str' AS setting, current_setting('behavior_compat_options', true) AS value, 'absent' AS wanted, CASE WHEN coalesce(current_setting('behavior_compat_options', true), 'x') NOT LIKE '%accept_empty_str%' THEN 1 ELSE 0 END AS good
--@ a-mode
  SELECT 'behavior_compat_options' AS setting, current_setting('behavior_compat_options', true) AS value, 'plstmt_implicit_savepoint, compat_cursor and the others of the prologue' AS wanted, CASE WHEN current_setting('behavior_compat_options', true) LIKE '%plstmt_implicit_savepoint%' AND current_setting('behavior_compat_options', true) LIKE '%compat_cursor%' THEN 1 ELSE 0 END AS good
--@ gms_output
  SELECT 'extension gms_output' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'gms_output') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'gms_output') THEN 1 ELSE 0 END AS good
--@ tail
) checks WHERE good <> 1;
