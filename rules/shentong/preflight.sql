--@ head
-- Preflight for Shentong (OSCAR): reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SELECT NAME, VALUE FROM v_sys_limits;
SELECT setting, value, wanted FROM (
--@ version [always]
  SELECT 'version' AS setting, CAST(VERSION() AS VARCHAR(200)) AS value, 'OSCAR 7' AS wanted, CASE WHEN VERSION() LIKE '%7%' THEN 1 ELSE 0 END AS good FROM DUAL
--@ empty [always]
  SELECT 'shentong.EMPTY_STRING' AS setting, CASE WHEN '' IS NULL THEN 'null' ELSE 'value' END AS value, '{shentong.EMPTY_STRING}' AS wanted, CASE WHEN '{shentong.EMPTY_STRING}' = 'unknown' OR ('{shentong.EMPTY_STRING}' = 'null' AND '' IS NULL) OR ('{shentong.EMPTY_STRING}' = 'value' AND '' IS NOT NULL) THEN 1 ELSE 0 END AS good FROM DUAL
--@ case [always]
  SELECT 'names are stored in upper case' AS setting, 'see v_sys_limits' AS value, 'upper case' AS wanted, CASE WHEN 1 = 1 THEN 1 ELSE 0 END AS good FROM DUAL
--@ tail
) checks WHERE good <> 1;
