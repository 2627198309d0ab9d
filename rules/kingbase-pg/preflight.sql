--@ head
-- Preflight for KingbaseES in pg mode: reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SELECT setting, value, wanted FROM (
--@ version [always]
  SELECT 'server_version_num' AS setting, current_setting('server_version_num', true) AS value, '120000 or later' AS wanted, CASE WHEN current_setting('server_version_num')::integer >= 120000 THEN 1 ELSE 0 END AS good
--@ pg-mode
  SELECT 'database_mode' AS setting, current_setting('database_mode', true) AS value, 'pg' AS wanted, CASE WHEN current_setting('database_mode', true) = 'pg' THEN 1 ELSE 0 END AS good
--@ empty-off [always]
  SELECT 'ora_input_emptystr_isnull' AS setting, current_setting('ora_input_emptystr_isnull', true) AS value, 'off or absent' AS wanted, CASE WHEN coalesce(current_setting('ora_input_emptystr_isnull', true), 'off') = 'off' THEN 1 ELSE 0 END AS good
--@ rollback-off [always]
  SELECT 'ora_statement_level_rollback' AS setting, current_setting('ora_statement_level_rollback', true) AS value, 'off or absent' AS wanted, CASE WHEN coalesce(current_setting('ora_statement_level_rollback', true), 'off') = 'off' THEN 1 ELSE 0 END AS good
--@ numop-off [always]
  SELECT 'ora_numop_style' AS setting, current_setting('ora_numop_style', true) AS value, 'off or absent' AS wanted, CASE WHEN coalesce(current_setting('ora_numop_style', true), 'off') = 'off' THEN 1 ELSE 0 END AS good
--@ tail
) checks WHERE good <> 1;
