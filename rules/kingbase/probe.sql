--@ head
-- Probe for KingbaseES in Oracle mode: run it in a scratch schema with the server's own client, keep what it prints, and give that to `xinyi probe --to kingbase --read FILE`.
-- Statements may fail: that is an answer too. It makes objects called XINYI_PROBE… and drops them.
SET SERVEROUTPUT ON
CREATE TABLE xinyi_probe_t (a NUMBER, b VARCHAR2(10), d DATE);
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
--@ kes-dump
SELECT 'xinyi-probe: kes-dump=' || CASE WHEN x LIKE 'Typ=%' THEN 'same' ELSE 'differs' END FROM (SELECT DUMP('a') AS x FROM DUAL) v;
--@ kes-next-day
SELECT 'xinyi-probe: kes-next-day=' || CASE WHEN x = TO_DATE('2024-01-08', 'YYYY-MM-DD') THEN 'same' ELSE 'differs' END FROM (SELECT NEXT_DAY(TO_DATE('2024-01-01', 'YYYY-MM-DD'), 'MONDAY') AS x FROM DUAL) v;
--@ kes-regexp-replace
SELECT 'xinyi-probe: kes-regexp-replace=' || CASE WHEN x = 'aba' THEN 'same' ELSE 'differs' END FROM (SELECT REGEXP_REPLACE('aaa', 'a', 'b', 1, 2) AS x FROM DUAL) v;
--@ kes-regexp-match
SELECT 'xinyi-probe: kes-regexp-match=' || CASE WHEN x = 'two' AND y = 3 THEN 'same' ELSE 'differs' END FROM (SELECT REGEXP_SUBSTR('one two', '[^ ]+', 1, 2) AS x, REGEXP_COUNT('aaa', 'a') AS y FROM DUAL) v;
--@ kes-guid
SELECT 'xinyi-probe: kes-guid=' || CASE WHEN LENGTH(x) IN (16, 32) THEN 'same' ELSE 'differs' END FROM (SELECT SYS_GUID() AS x FROM DUAL) v;
--@ kes-handler-undo
\set SQLTERM /
DECLARE
  n NUMBER;
BEGIN
  INSERT INTO xinyi_probe_t VALUES (7, 'h', NULL);
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    SELECT COUNT(*) INTO n FROM xinyi_probe_t WHERE a = 7;
    IF n = 1 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-handler-undo=same');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-handler-undo=differs');
    END IF;
END;
/
\set SQLTERM ;
--@ kes-forall-exceptions
\set SQLTERM /
DECLARE
  TYPE l IS TABLE OF NUMBER INDEX BY PLS_INTEGER;
  x l;
BEGIN
  x(1) := 1;
  x(2) := 2;
  FORALL i IN 1 .. 2
    UPDATE xinyi_probe_t SET b = 'f' WHERE a = x(i);
  IF SQL%ROWCOUNT = 1 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-forall-exceptions=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-forall-exceptions=differs');
  END IF;
END;
/
\set SQLTERM ;
--@ kes-sqlcode
\set SQLTERM /
DECLARE
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE = -1476 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-sqlcode=same');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-sqlcode=differs');
    END IF;
END;
/
\set SQLTERM ;
--@ kes-savepoint
\set SQLTERM /
DECLARE
  n NUMBER;
BEGIN
  SAVEPOINT xinyi_probe_s;
  INSERT INTO xinyi_probe_t VALUES (8, 'r', NULL);
  ROLLBACK TO xinyi_probe_s;
  COMMIT;
  SELECT COUNT(*) INTO n FROM xinyi_probe_t WHERE a = 8;
  IF n = 0 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-savepoint=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-savepoint=differs');
  END IF;
END;
/
\set SQLTERM ;
--@ kes-exception-init
\set SQLTERM /
DECLARE
  e EXCEPTION;
  PRAGMA EXCEPTION_INIT(e, -1476);
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN e THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-exception-init=same');
  WHEN OTHERS THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-exception-init=differs');
END;
/
\set SQLTERM ;
--@ kes-division
SELECT 'xinyi-probe: kes-division=' || CASE WHEN x = 0.5 THEN 'same' ELSE 'differs' END FROM (SELECT 1 / 2 AS x FROM DUAL) v;
--@ kes-replace-null
SELECT 'xinyi-probe: kes-replace-null=' || CASE WHEN x = 'ac' THEN 'same' ELSE 'differs' END FROM (SELECT REPLACE('abc', 'b', NULL) AS x FROM DUAL) v;
--@ kes-concat-many
SELECT 'xinyi-probe: kes-concat-many=' || CASE WHEN x = 'abc' THEN 'same' ELSE 'differs' END FROM (SELECT CONCAT(CONCAT('a', 'b'), 'c') AS x FROM DUAL) v;
--@ kes-format
SELECT 'xinyi-probe: kes-format=' || CASE WHEN x = '0.5' AND y = '065' THEN 'same' ELSE 'differs' END FROM (SELECT TO_CHAR(0.5, 'FM990.99') AS x, TO_CHAR(TO_DATE('2024-03-05', 'YYYY-MM-DD'), 'DDD') AS y FROM DUAL) v;
--@ kes-with-function
WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT 'xinyi-probe: kes-with-function=same' FROM DUAL WHERE f() = 1;
--@ kes-rownum-dml
UPDATE xinyi_probe_t SET b = b WHERE ROWNUM <= 1;
SELECT 'xinyi-probe: kes-rownum-dml=same' FROM DUAL;
--@ kes-wait
SELECT 'xinyi-probe: kes-wait=same' FROM xinyi_probe_t FOR UPDATE WAIT 1;
--@ kes-sample
SELECT 'xinyi-probe: kes-sample=same' FROM xinyi_probe_t SAMPLE (99.99);
--@ kes-cast-multiset
CREATE TYPE xinyi_probe_l AS TABLE OF NUMBER;
SELECT 'xinyi-probe: kes-cast-multiset=same' FROM DUAL WHERE CAST(MULTISET(SELECT a FROM xinyi_probe_t) AS xinyi_probe_l) IS NOT NULL;
DROP TYPE xinyi_probe_l;
--@ kes-cursor-expression
SELECT 'xinyi-probe: kes-cursor-expression=same', CURSOR(SELECT a FROM xinyi_probe_t) FROM DUAL;
--@ kes-inline-view-dml
UPDATE (SELECT a, b FROM xinyi_probe_t) SET b = 'u';
SELECT 'xinyi-probe: kes-inline-view-dml=same' FROM xinyi_probe_t WHERE b = 'u';
--@ kes-default-on-null
CREATE TABLE xinyi_probe_d (a NUMBER DEFAULT ON NULL 1, b NUMBER);
INSERT INTO xinyi_probe_d VALUES (NULL, 1);
SELECT 'xinyi-probe: kes-default-on-null=same' FROM xinyi_probe_d WHERE a = 1;
DROP TABLE xinyi_probe_d;
--@ kes-unique-nulls
CREATE TABLE xinyi_probe_u (a NUMBER, b NUMBER, UNIQUE (a, b));
INSERT INTO xinyi_probe_u VALUES (1, NULL);
INSERT INTO xinyi_probe_u VALUES (1, NULL);
SELECT 'xinyi-probe: kes-unique-nulls=' || CASE COUNT(*) WHEN 1 THEN 'same' ELSE 'differs' END FROM xinyi_probe_u;
DROP TABLE xinyi_probe_u;
--@ kes-search-cycle
WITH r (n) AS (SELECT 1 FROM DUAL UNION ALL SELECT n + 1 FROM r WHERE n < 2) SEARCH DEPTH FIRST BY n SET o SELECT 'xinyi-probe: kes-search-cycle=same' FROM r WHERE n = 2;
--@ kes-partition-interval
CREATE TABLE xinyi_probe_p (d DATE) PARTITION BY RANGE (d) INTERVAL (NUMTOYMINTERVAL(1, 'MONTH')) (PARTITION p0 VALUES LESS THAN (TO_DATE('2024-01-01', 'YYYY-MM-DD')));
INSERT INTO xinyi_probe_p VALUES (TO_DATE('2024-05-05', 'YYYY-MM-DD'));
SELECT 'xinyi-probe: kes-partition-interval=same' FROM xinyi_probe_p;
DROP TABLE xinyi_probe_p;
--@ kes-log-errors
INSERT INTO xinyi_probe_t (a) SELECT 5 FROM DUAL LOG ERRORS REJECT LIMIT 1;
SELECT 'xinyi-probe: kes-log-errors=same' FROM DUAL;
--@ kes-package-init
\set SQLTERM /
CREATE OR REPLACE PACKAGE xinyi_probe_k IS n NUMBER; FUNCTION f RETURN NUMBER; END;
/
\set SQLTERM ;
\set SQLTERM /
CREATE OR REPLACE PACKAGE BODY xinyi_probe_k IS FUNCTION f RETURN NUMBER IS BEGIN RETURN n; END; BEGIN n := 7; END;
/
\set SQLTERM ;
SELECT 'xinyi-probe: kes-package-init=same' FROM DUAL WHERE xinyi_probe_k.f() = 7;
DROP PACKAGE xinyi_probe_k;
--@ kes-compound-trigger
\set SQLTERM /
CREATE OR REPLACE TRIGGER xinyi_probe_r FOR INSERT ON xinyi_probe_t COMPOUND TRIGGER BEFORE EACH ROW IS BEGIN :NEW.b := 'c'; END BEFORE EACH ROW; END xinyi_probe_r;
/
\set SQLTERM ;
INSERT INTO xinyi_probe_t VALUES (9, 'x', NULL);
SELECT 'xinyi-probe: kes-compound-trigger=same' FROM xinyi_probe_t WHERE a = 9 AND b = 'c';
--@ kes-out-function
\set SQLTERM /
DECLARE
  n NUMBER;
  m NUMBER;
  FUNCTION f (o OUT NUMBER) RETURN NUMBER IS
  BEGIN
    o := 2;
    RETURN 3;
  END;
BEGIN
  n := f(m);
  IF n = 3 AND m = 2 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-out-function=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-out-function=differs');
  END IF;
END;
/
\set SQLTERM ;
--@ kes-record-dml
\set SQLTERM /
DECLARE
  r xinyi_probe_t%ROWTYPE;
BEGIN
  r.a := 11;
  INSERT INTO xinyi_probe_t VALUES r;
  UPDATE xinyi_probe_t SET ROW = r WHERE a = 11;
  IF SQL%ROWCOUNT = 1 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-record-dml=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: kes-record-dml=differs');
  END IF;
END;
/
\set SQLTERM ;
--@ end
DROP TABLE xinyi_probe_t;
