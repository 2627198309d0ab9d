--@ head
-- Preflight for PostgreSQL: reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SELECT setting, value, wanted FROM (
--@ version [always]
  SELECT 'server_version_num' AS setting, current_setting('server_version_num', true) AS value, '{version}0000 or later' AS wanted, CASE WHEN current_setting('server_version_num')::integer >= {version} * 10000 THEN 1 ELSE 0 END AS good
--@ encoding [always]
  SELECT 'server_encoding' AS setting, current_setting('server_encoding', true) AS value, 'UTF8' AS wanted, CASE WHEN current_setting('server_encoding', true) = 'UTF8' THEN 1 ELSE 0 END AS good
--@ standard-strings [always]
  SELECT 'standard_conforming_strings' AS setting, current_setting('standard_conforming_strings', true) AS value, 'on' AS wanted, CASE WHEN current_setting('standard_conforming_strings', true) = 'on' THEN 1 ELSE 0 END AS good
--@ null-equals [always]
  SELECT 'transform_null_equals' AS setting, current_setting('transform_null_equals', true) AS value, 'off' AS wanted, CASE WHEN current_setting('transform_null_equals', true) = 'off' THEN 1 ELSE 0 END AS good
--@ check-bodies [always]
  SELECT 'check_function_bodies' AS setting, current_setting('check_function_bodies', true) AS value, 'on' AS wanted, CASE WHEN current_setting('check_function_bodies', true) = 'on' THEN 1 ELSE 0 END AS good
--@ plpgsql [always]
  SELECT 'language plpgsql' AS setting, (SELECT lanname::text FROM pg_language WHERE lanname = 'plpgsql') AS value, 'plpgsql' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_language WHERE lanname = 'plpgsql') THEN 1 ELSE 0 END AS good
--@ may-create [always]
  SELECT 'right to create schemas' AS setting, has_database_privilege(current_database(), 'CREATE')::text AS value, 'true' AS wanted, CASE WHEN has_database_privilege(current_database(), 'CREATE') THEN 1 ELSE 0 END AS good
--@ orafce
  SELECT 'extension orafce' AS setting, (SELECT default_version::text FROM pg_available_extensions WHERE name = 'orafce') AS value, 'available' AS wanted, CASE WHEN EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'orafce') THEN 1 ELSE 0 END AS good
--@ tail
) checks WHERE good <> 1;
