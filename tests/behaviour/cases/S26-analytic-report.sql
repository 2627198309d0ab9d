-- trap: E06, B01, E13
-- oracle: analytic functions: LAG IGNORE NULLS, FIRST_VALUE with window, RATIO_TO_REPORT, NTILE, PERCENT_RANK, DENSE_RANK within group, running totals with ties, windows over aggregates
SET SERVEROUTPUT ON
CREATE TABLE 日结 (科室 VARCHAR2(10), 日期 DATE, 金额 NUMBER(10,2), 备注 VARCHAR2(10));
INSERT INTO 日结 VALUES ('内', DATE '2024-01-01', 100, 'a');
INSERT INTO 日结 VALUES ('内', DATE '2024-01-02', 100, NULL);
INSERT INTO 日结 VALUES ('内', DATE '2024-01-03', 50, NULL);
INSERT INTO 日结 VALUES ('外', DATE '2024-01-01', NULL, 'b');
INSERT INTO 日结 VALUES ('外', DATE '2024-01-02', 150, 'c');
BEGIN
  FOR r IN (SELECT d.*, ROW_NUMBER() OVER (PARTITION BY 科室 ORDER BY 金额 DESC, 日期) rn,
                   RANK() OVER (ORDER BY 金额 DESC) rk,
                   SUM(金额) OVER (PARTITION BY 科室 ORDER BY 金额) run_ties,
                   LAG(备注 IGNORE NULLS) OVER (PARTITION BY 科室 ORDER BY 日期) lg,
                   LAST_VALUE(备注) IGNORE NULLS OVER (PARTITION BY 科室 ORDER BY 日期) lv,
                   FIRST_VALUE(金额) OVER (PARTITION BY 科室 ORDER BY 日期 DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) fv,
                   ROUND(RATIO_TO_REPORT(金额) OVER () * 100, 1) || '%' pct,
                   COUNT(*) OVER () total
              FROM 日结 d ORDER BY 科室, 日期) LOOP
    DBMS_OUTPUT.PUT_LINE(r.科室 || TO_CHAR(r.日期, 'DD') || ' ' || r.rn || ' ' || r.rk || ' ' || r.run_ties || ' ' || r.lg || ' ' || r.lv || ' ' || r.fv || ' ' || r.pct || ' ' || r.total);
  END LOOP;
  FOR r IN (SELECT 科室, SUM(金额) 合计, SUM(SUM(金额)) OVER () 全院, ROUND(SUM(金额) / SUM(SUM(金额)) OVER (), 3) 比,
                   RANK() OVER (ORDER BY SUM(金额) DESC) 名次, MAX(备注) KEEP (DENSE_RANK FIRST ORDER BY 日期 DESC) 末
              FROM 日结 GROUP BY 科室 HAVING COUNT(*) > 1 ORDER BY 名次) LOOP
    DBMS_OUTPUT.PUT_LINE(r.科室 || r.合计 || '/' || r.全院 || '=' || r.比 || ' #' || r.名次 || r.末);
  END LOOP;
  FOR r IN (SELECT RANK(100) WITHIN GROUP (ORDER BY 金额 DESC NULLS LAST) rk, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY 金额) pc,
                   PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY 金额) pd, COUNT(DISTINCT 金额) cd, AVG(金额) a, AVG(DISTINCT 金额) ad FROM 日结) LOOP
    DBMS_OUTPUT.PUT_LINE(r.rk || ' ' || r.pc || ' ' || r.pd || ' ' || r.cd || ' ' || r.a || ' ' || r.ad);
  END LOOP;
END;
/
