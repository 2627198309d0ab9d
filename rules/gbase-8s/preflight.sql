--@ head
-- Preflight for GBase 8s: reads settings and shows those that differ from what the translated text relies on. No rows: all is as wanted.
SET ENVIRONMENT SQLMODE 'ORACLE';
SELECT setting, value, wanted FROM (
--@ version [always]
  SELECT 'version' AS setting, CAST(DBINFO('version', 'full') AS VARCHAR(200)) AS value, '8.8 build 330 or later (3.5.x): read it' AS wanted, CASE WHEN 1 = 0 THEN 1 ELSE 0 END AS good FROM DUAL
--@ empty [always]
  SELECT 'gbase-8s.EMPTY_STRING' AS setting, CASE WHEN '' IS NULL THEN 'null' ELSE 'value' END AS value, '{gbase-8s.EMPTY_STRING}' AS wanted, CASE WHEN '{gbase-8s.EMPTY_STRING}' = 'unknown' OR ('{gbase-8s.EMPTY_STRING}' = 'null' AND '' IS NULL) OR ('{gbase-8s.EMPTY_STRING}' = 'value' AND '' IS NOT NULL) THEN 1 ELSE 0 END AS good FROM DUAL
--@ tail
) checks WHERE good <> 1;
