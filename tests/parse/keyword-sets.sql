-- each word once as keyword and once as name
SELECT DATE '2024-01-31', t.date, interval, INTERVAL '1' DAY, day, (a - b) DAY TO SECOND, year FROM t left LEFT JOIN u right ON left.a = right.a;
SELECT a at, b AT TIME ZONE 'UTC', c collate, d COLLATE BINARY_CI, 5 mod, 7 MOD 2, MOD(7, 2) over, SUM(x) OVER (ORDER BY y), MAX(z) keep FROM t sample;
SELECT a FROM t SAMPLE (10) WHERE b LIKE 'x' ESCAPE '!' AND escape = 1;
SELECT a FROM pivot PIVOT (SUM(a) FOR b IN (1 x)) pivot, t partition, u PARTITION (p1), v log, w window, x model;
SELECT a FROM t versions ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY;
SELECT offset, fetch FROM t offset WHERE member = 1 AND a MEMBER OF b AND nulls IS NULL ORDER BY nulls NULLS FIRST;
SELECT new, current, first, last, json, exact, exists_flag FROM t JOIN u using USING (id) CROSS JOIN v natural NATURAL JOIN w;
UPDATE t log SET log.a = returning RETURNING a INTO :b;
DELETE t returning WHERE returning.a = 1;
MERGE INTO t using USING u matched ON (using.a = matched.a) WHEN MATCHED THEN UPDATE SET b = merge;
DECLARE
  exit NUMBER; close VARCHAR2(5); constant CONSTANT NUMBER := 1; language VARCHAR2(10); after DATE; map t_map;
BEGIN
  exit := 3; close := 'x'; raise.x := open(1); loop_count(1) := 2; commit(5); continue := FALSE;
  EXIT WHEN exit > 2; RETURN (exit);
  f(type => 1, end => 2, level => 3);
END;
