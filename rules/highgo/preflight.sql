--@ head
-- Preflight for HighGo (HGDB, IvorySQL): reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SELECT setting, value, wanted FROM (
--@ version [always]
  SELECT 'server_version_num' AS setting, current_setting('server_version_num', true) AS value, '150000 or later' AS wanted, CASE WHEN current_setting('server_version_num')::integer >= 150000 THEN 1 ELSE 0 END AS good
--@ session-mode
  SELECT 'ivorysql.compatible_mode' AS setting, current_setting('ivorysql.compatible_mode', true) AS value, 'pg' AS wanted, CASE WHEN coalesce(current_setting('ivorysql.compatible_mode', true), 'pg') = 'pg' THEN 1 ELSE 0 END AS good
--@ case-switch [always]
  SELECT 'ivorysql.identifier_case_switch' AS setting, current_setting('ivorysql.identifier_case_switch', true) AS value, 'interchange or lowercase' AS wanted, CASE WHEN coalesce(current_setting('ivorysql.identifier_case_switch', true), 'interchange') IN ('interchange', 'lowercase') THEN 1 ELSE 0 END AS good
--@ tail
) checks WHERE good <> 1;
