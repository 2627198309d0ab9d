--@ head
-- Probe for GBase 8s in Oracle mode: run it in a scratch schema with the server's own client, keep what it prints, and give that to `xinyi probe --to gbase-8s --read FILE`.
-- Statements may fail: that is an answer too. It makes objects called XINYI_PROBE… and drops them.
SET ENVIRONMENT SQLMODE 'ORACLE';
SET SERVEROUTPUT ON
CREATE TABLE xinyi_probe_t (a NUMBER, b VARCHAR2(10), d DATE);
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
--@ gbase-8s.EMPTY_STRING
SELECT 'xinyi-probe: gbase-8s.EMPTY_STRING=' || CASE WHEN '' IS NULL THEN 'null' ELSE 'value' END FROM DUAL;
--@ gbase-8s.DATE
SELECT 'xinyi-probe: gbase-8s.DATE=' || CASE WHEN TO_CHAR(d, 'HH24:MI:SS') = '00:00:00' THEN 'timestamp' ELSE 'keep' END FROM xinyi_probe_t WHERE a = 1;
--@ g8s-unpivot
SELECT 'xinyi-probe: g8s-unpivot=same' FROM (SELECT * FROM (SELECT a, a AS c FROM xinyi_probe_t WHERE a = 1) UNPIVOT (v FOR k IN (a, c))) w WHERE ROWNUM = 1;
--@ g8s-unique-nulls
CREATE TABLE xinyi_probe_u (a NUMBER UNIQUE);
INSERT INTO xinyi_probe_u VALUES (NULL);
INSERT INTO xinyi_probe_u VALUES (NULL);
SELECT 'xinyi-probe: g8s-unique-nulls=' || CASE COUNT(*) WHEN 2 THEN 'same' ELSE 'differs' END FROM xinyi_probe_u;
DROP TABLE xinyi_probe_u;
--@ g8s-wait
SELECT 'xinyi-probe: g8s-wait=same' FROM xinyi_probe_t WHERE a = 1 FOR UPDATE WAIT 1;
--@ g8s-substr
SELECT 'xinyi-probe: g8s-substr=' || CASE WHEN x = 'llo' AND y = 'he' THEN 'same' ELSE 'differs' END FROM (SELECT SUBSTR('hello', -3) AS x, SUBSTR('hello', 0, 2) AS y FROM DUAL) v;
--@ g8s-like-backslash
SELECT 'xinyi-probe: g8s-like-backslash=' || CASE WHEN x = 1 THEN 'same' ELSE 'differs' END FROM (SELECT CASE WHEN 'a\b' LIKE 'a\b' THEN 1 ELSE 0 END AS x FROM DUAL) v;
--@ gbase-8s.HANDLER_KEEPS_WORK
DECLARE
  n NUMBER;
BEGIN
  INSERT INTO xinyi_probe_t VALUES (7, 'h', NULL);
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    SELECT COUNT(*) INTO n FROM xinyi_probe_t WHERE a = 7;
    IF n = 1 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: gbase-8s.HANDLER_KEEPS_WORK=yes');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: gbase-8s.HANDLER_KEEPS_WORK=unknown');
    END IF;
END;
/
--@ g8s-forall
DECLARE
  TYPE l IS TABLE OF NUMBER INDEX BY PLS_INTEGER;
  x l;
BEGIN
  x(1) := 1;
  x(2) := 2;
  FORALL i IN 1 .. 2
    UPDATE xinyi_probe_t SET b = 'f' WHERE a = x(i);
  IF SQL%ROWCOUNT = 1 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-forall=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-forall=differs');
  END IF;
END;
/
--@ g8s-sqlcode
DECLARE
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE = -1476 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-sqlcode=same');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-sqlcode=differs');
    END IF;
END;
/
--@ g8s-transaction
DECLARE
  n NUMBER;
BEGIN
  SAVEPOINT xinyi_probe_s;
  INSERT INTO xinyi_probe_t VALUES (8, 'r', NULL);
  ROLLBACK TO xinyi_probe_s;
  COMMIT;
  SELECT COUNT(*) INTO n FROM xinyi_probe_t WHERE a = 8;
  IF n = 0 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-transaction=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-transaction=differs');
  END IF;
END;
/
--@ g8s-exception-init
DECLARE
  e EXCEPTION;
  PRAGMA EXCEPTION_INIT(e, -1476);
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN e THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-exception-init=same');
  WHEN OTHERS THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: g8s-exception-init=differs');
END;
/
--@ g8s-null-text
SELECT 'xinyi-probe: g8s-null-text=' || CASE WHEN x = 'a' THEN 'same' ELSE 'differs' END FROM (SELECT 'a' || NULL AS x FROM DUAL) v;
--@ g8s-merge-delete
MERGE INTO xinyi_probe_t t USING (SELECT 1 AS k FROM DUAL) s ON (t.a = s.k) WHEN MATCHED THEN UPDATE SET b = 'm' DELETE WHERE t.b = 'm';
SELECT 'xinyi-probe: g8s-merge-delete=' || CASE COUNT(*) WHEN 0 THEN 'same' ELSE 'differs' END FROM xinyi_probe_t WHERE a = 1;
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
--@ g8s-identity
CREATE TABLE xinyi_probe_i (a NUMBER GENERATED ALWAYS AS IDENTITY, b NUMBER);
INSERT INTO xinyi_probe_i (b) VALUES (1);
SELECT 'xinyi-probe: g8s-identity=same' FROM xinyi_probe_i WHERE a = 1;
DROP TABLE xinyi_probe_i;
--@ g8s-default-on-null
CREATE TABLE xinyi_probe_d (a NUMBER DEFAULT ON NULL 1, b NUMBER);
INSERT INTO xinyi_probe_d VALUES (NULL, 1);
SELECT 'xinyi-probe: g8s-default-on-null=same' FROM xinyi_probe_d WHERE a = 1;
DROP TABLE xinyi_probe_d;
--@ g8s-extremes
SELECT 'xinyi-probe: g8s-extremes=' || CASE WHEN GREATEST(1, NULL) IS NULL THEN 'same' ELSE 'differs' END FROM DUAL;
--@ end
DROP TABLE xinyi_probe_t;
