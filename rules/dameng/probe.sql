--@ head
-- Probe for Dameng DM8: run it in a scratch schema with the server's own client, keep what it prints, and give that to `xinyi probe --to dameng --read FILE`.
-- Statements may fail: that is an answer too. It makes objects called XINYI_PROBE… and drops them.
SET SERVEROUTPUT ON
CREATE TABLE xinyi_probe_t (a NUMBER, b VARCHAR2(10), d DATE);
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
--@ dameng.COMPATIBLE_MODE
SELECT 'xinyi-probe: dameng.COMPATIBLE_MODE=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'COMPATIBLE_MODE';
--@ dameng.ORA_DATE_FMT
SELECT 'xinyi-probe: dameng.ORA_DATE_FMT=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'ORA_DATE_FMT';
--@ dameng.CALC_AS_DECIMAL
SELECT 'xinyi-probe: dameng.CALC_AS_DECIMAL=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'CALC_AS_DECIMAL';
--@ dameng.ORDER_BY_NULLS_FLAG
SELECT 'xinyi-probe: dameng.ORDER_BY_NULLS_FLAG=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'ORDER_BY_NULLS_FLAG';
--@ dameng.BLANK_PAD_MODE
SELECT 'xinyi-probe: dameng.BLANK_PAD_MODE=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'BLANK_PAD_MODE';
--@ dameng.RAISE_CASE_NOT_FOUND
SELECT 'xinyi-probe: dameng.RAISE_CASE_NOT_FOUND=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'RAISE_CASE_NOT_FOUND';
--@ dameng.USE_FORALL_ATTR
SELECT 'xinyi-probe: dameng.USE_FORALL_ATTR=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'USE_FORALL_ATTR';
--@ dameng.PL_SQLCODE_COMPATIBLE
SELECT 'xinyi-probe: dameng.PL_SQLCODE_COMPATIBLE=' || PARA_VALUE FROM V$DM_INI WHERE PARA_NAME = 'PL_SQLCODE_COMPATIBLE';
--@ dameng.LENGTH_IN_CHAR
SELECT 'xinyi-probe: dameng.LENGTH_IN_CHAR=' || CAST(SF_GET_LENGTH_IN_CHAR() AS VARCHAR(2)) FROM DUAL;
--@ dameng.PAGE_SIZE
SELECT 'xinyi-probe: dameng.PAGE_SIZE=' || CAST(SF_GET_PAGE_SIZE() / 1024 AS VARCHAR(4)) FROM DUAL;
--@ dm-next-day
SELECT 'xinyi-probe: dm-next-day=' || CASE WHEN x = TO_DATE('2024-01-08', 'YYYY-MM-DD') THEN 'same' ELSE 'differs' END FROM (SELECT NEXT_DAY(TO_DATE('2024-01-01', 'YYYY-MM-DD'), 'MONDAY') AS x FROM DUAL) v;
--@ dm-guid
SELECT 'xinyi-probe: dm-guid=' || CASE WHEN LENGTH(x) IN (16, 32) THEN 'same' ELSE 'differs' END FROM (SELECT SYS_GUID() AS x FROM DUAL) v;
--@ dm-sqlcode
DECLARE
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE = -1476 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-sqlcode=same');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-sqlcode=differs');
    END IF;
END;
/
--@ dm-float-type
SELECT 'xinyi-probe: dm-float-type=' || CASE WHEN x = 0.3 THEN 'same' ELSE 'differs' END FROM (SELECT CAST(0.1 AS FLOAT) + CAST(0.2 AS FLOAT) AS x FROM DUAL) v;
--@ dm-listagg
SELECT 'xinyi-probe: dm-listagg=' || CASE WHEN x = '1' THEN 'same' ELSE 'differs' END FROM (SELECT LISTAGG(a, ',') WITHIN GROUP (ORDER BY a) AS x FROM xinyi_probe_t) v;
--@ dm-regexp
SELECT 'xinyi-probe: dm-regexp=' || CASE WHEN x = 'aba' THEN 'same' ELSE 'differs' END FROM (SELECT REGEXP_REPLACE('aaa', 'a', 'b', 1, 2) AS x FROM DUAL) v;
--@ dm-convert
SELECT 'xinyi-probe: dm-convert=' || CASE WHEN x = 'a' THEN 'same' ELSE 'differs' END FROM (SELECT CONVERT('a', 'UTF8') AS x FROM DUAL) v;
--@ dm-xml-methods
SELECT 'xinyi-probe: dm-xml-methods=' || CASE WHEN x = '1' THEN 'same' ELSE 'differs' END FROM (SELECT XMLTYPE('<a>1</a>').extract('/a/text()').getStringVal() AS x FROM DUAL) v;
--@ dm-mixed-compare
SELECT 'xinyi-probe: dm-mixed-compare=' || CASE WHEN x = 1 THEN 'same' ELSE 'differs' END FROM (SELECT CASE WHEN '10' = 10.0 THEN 1 ELSE 0 END AS x FROM DUAL) v;
--@ dm-rowscn
SELECT 'xinyi-probe: dm-rowscn=' || CASE WHEN x > 0 THEN 'same' ELSE 'differs' END FROM (SELECT ORA_ROWSCN AS x FROM xinyi_probe_t) v;
--@ dm-lateral
SELECT 'xinyi-probe: dm-lateral=same' FROM xinyi_probe_t t, LATERAL (SELECT t.a AS x FROM DUAL) v WHERE v.x = t.a;
--@ dm-window
SELECT 'xinyi-probe: dm-window=same' FROM (SELECT SUM(a) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) AS s FROM xinyi_probe_t) v;
--@ dm-duplicate-columns
SELECT 'xinyi-probe: dm-duplicate-columns=same' FROM (SELECT a, a FROM xinyi_probe_t) v;
--@ dm-default-on-null
CREATE TABLE xinyi_probe_d (a NUMBER DEFAULT ON NULL 1, b NUMBER);
INSERT INTO xinyi_probe_d VALUES (NULL, 1);
SELECT 'xinyi-probe: dm-default-on-null=same' FROM xinyi_probe_d WHERE a = 1;
DROP TABLE xinyi_probe_d;
--@ dm-search-cycle
WITH r (n) AS (SELECT 1 FROM DUAL UNION ALL SELECT n + 1 FROM r WHERE n < 2) SEARCH DEPTH FIRST BY n SET o SELECT 'xinyi-probe: dm-search-cycle=same' FROM r WHERE n = 2;
--@ dm-json-path
CREATE TABLE xinyi_probe_j (j VARCHAR2(100) CHECK (j IS JSON));
INSERT INTO xinyi_probe_j VALUES ('{"a":1}');
SELECT 'xinyi-probe: dm-json-path=same' FROM xinyi_probe_j t WHERE t.j.a = 1;
DROP TABLE xinyi_probe_j;
--@ dm-record-dml
DECLARE
  r xinyi_probe_t%ROWTYPE;
BEGIN
  r.a := 11;
  INSERT INTO xinyi_probe_t VALUES r;
  UPDATE xinyi_probe_t SET ROW = r WHERE a = 11;
  IF SQL%ROWCOUNT = 1 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-record-dml=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-record-dml=differs');
  END IF;
END;
/
--@ dm-exception-names
DECLARE
  n NUMBER;
BEGIN
  n := TO_NUMBER('x');
EXCEPTION
  WHEN VALUE_ERROR OR INVALID_NUMBER THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-exception-names=same');
END;
/
--@ dm-pls-subtypes
DECLARE
  n SIMPLE_INTEGER := 1;
  m POSITIVE := 2;
BEGIN
  n := n + m;
  IF n = 3 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-pls-subtypes=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: dm-pls-subtypes=differs');
  END IF;
END;
/
--@ dm-trigger-call
CREATE OR REPLACE PROCEDURE xinyi_probe_c IS BEGIN NULL; END;
/
CREATE TRIGGER xinyi_probe_r BEFORE INSERT ON xinyi_probe_t CALL xinyi_probe_c;
INSERT INTO xinyi_probe_t VALUES (12, 'x', NULL);
SELECT 'xinyi-probe: dm-trigger-call=same' FROM xinyi_probe_t WHERE a = 12;
--@ end
DROP TABLE xinyi_probe_t;
DROP PROCEDURE xinyi_probe_c;
