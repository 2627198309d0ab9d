--@ head
-- Probe for Shentong (OSCAR): run it in a scratch schema with the server's own client, keep what it prints, and give that to `xinyi probe --to shentong --read FILE`.
-- Statements may fail: that is an answer too. It makes objects called XINYI_PROBE… and drops them.
SELECT NAME, VALUE FROM v_sys_limits;
CREATE TABLE xinyi_probe_t (a NUMBER, b VARCHAR2(10), d DATE);
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
--@ shentong.EMPTY_STRING
SELECT 'xinyi-probe: shentong.EMPTY_STRING=' || CASE WHEN '' IS NULL THEN 'null' ELSE 'value' END FROM DUAL;
--@ shentong.DATE
SELECT 'xinyi-probe: shentong.DATE=' || CASE WHEN TO_CHAR(d, 'HH24:MI:SS') = '00:00:00' THEN 'timestamp' ELSE 'keep' END FROM xinyi_probe_t WHERE a = 1;
--@ st-pivot
SELECT 'xinyi-probe: st-pivot=same' FROM (SELECT * FROM (SELECT a, b FROM xinyi_probe_t) PIVOT (COUNT(b) FOR a IN (1 AS one))) v WHERE v.one = 1;
--@ st-insert-many
INSERT ALL INTO xinyi_probe_t (a) VALUES (21) INTO xinyi_probe_t (a) VALUES (22) SELECT 1 FROM DUAL;
SELECT 'xinyi-probe: st-insert-many=same' FROM DUAL WHERE 2 = (SELECT COUNT(*) FROM xinyi_probe_t WHERE a IN (21, 22));
--@ st-temporary
CREATE GLOBAL TEMPORARY TABLE xinyi_probe_g (a NUMBER);
INSERT INTO xinyi_probe_g VALUES (1);
COMMIT;
SELECT 'xinyi-probe: st-temporary=' || CASE COUNT(*) WHEN 0 THEN 'same' ELSE 'differs' END FROM xinyi_probe_g;
DROP TABLE xinyi_probe_g;
--@ st-alter-modify
ALTER TABLE xinyi_probe_t MODIFY (b VARCHAR2(20));
SELECT 'xinyi-probe: st-alter-modify=same' FROM DUAL;
--@ st-interval-partition
CREATE TABLE xinyi_probe_p (d DATE) PARTITION BY RANGE (d) INTERVAL (NUMTOYMINTERVAL(1, 'MONTH')) (PARTITION p0 VALUES LESS THAN (TO_DATE('2024-01-01', 'YYYY-MM-DD')));
INSERT INTO xinyi_probe_p VALUES (TO_DATE('2024-05-05', 'YYYY-MM-DD'));
SELECT 'xinyi-probe: st-interval-partition=same' FROM xinyi_probe_p;
DROP TABLE xinyi_probe_p;
--@ st-virtual
CREATE TABLE xinyi_probe_v (a NUMBER, b NUMBER GENERATED ALWAYS AS (a + 1) VIRTUAL);
INSERT INTO xinyi_probe_v (a) VALUES (1);
SELECT 'xinyi-probe: st-virtual=same' FROM xinyi_probe_v WHERE b = 2;
DROP TABLE xinyi_probe_v;
--@ st-substr
SELECT 'xinyi-probe: st-substr=' || CASE WHEN x = 'llo' AND y = 'he' THEN 'same' ELSE 'differs' END FROM (SELECT SUBSTR('hello', -3) AS x, SUBSTR('hello', 0, 2) AS y FROM DUAL) v;
--@ st-like-backslash
SELECT 'xinyi-probe: st-like-backslash=' || CASE WHEN x = 1 THEN 'same' ELSE 'differs' END FROM (SELECT CASE WHEN 'a\b' LIKE 'a\b' THEN 1 ELSE 0 END AS x FROM DUAL) v;
--@ shentong.HANDLER_KEEPS_WORK
DECLARE
  n NUMBER;
BEGIN
  INSERT INTO xinyi_probe_t VALUES (7, 'h', NULL);
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    SELECT COUNT(*) INTO n FROM xinyi_probe_t WHERE a = 7;
    IF n = 1 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: shentong.HANDLER_KEEPS_WORK=yes');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: shentong.HANDLER_KEEPS_WORK=unknown');
    END IF;
END;
/
--@ st-forall
DECLARE
  TYPE l IS TABLE OF NUMBER INDEX BY PLS_INTEGER;
  x l;
BEGIN
  x(1) := 1;
  x(2) := 2;
  FORALL i IN 1 .. 2
    UPDATE xinyi_probe_t SET b = 'f' WHERE a = x(i);
  IF SQL%ROWCOUNT = 1 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-forall=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-forall=differs');
  END IF;
END;
/
--@ st-sqlcode
DECLARE
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE = -1476 THEN
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-sqlcode=same');
    ELSE
      DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-sqlcode=differs');
    END IF;
END;
/
--@ st-reverse
DECLARE
  s VARCHAR2(9);
BEGIN
  FOR i IN REVERSE 1 .. 3 LOOP
    s := s || i;
  END LOOP;
  IF s = '321' THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-reverse=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-reverse=differs');
  END IF;
END;
/
--@ st-transaction
DECLARE
  n NUMBER;
BEGIN
  SAVEPOINT xinyi_probe_s;
  INSERT INTO xinyi_probe_t VALUES (8, 'r', NULL);
  ROLLBACK TO xinyi_probe_s;
  COMMIT;
  SELECT COUNT(*) INTO n FROM xinyi_probe_t WHERE a = 8;
  IF n = 0 THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-transaction=same');
  ELSE
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-transaction=differs');
  END IF;
END;
/
--@ st-exception-init
DECLARE
  e EXCEPTION;
  PRAGMA EXCEPTION_INIT(e, -1476);
  n NUMBER;
BEGIN
  n := 1 / 0;
EXCEPTION
  WHEN e THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-exception-init=same');
  WHEN OTHERS THEN
    DBMS_OUTPUT.PUT_LINE('xinyi-probe: st-exception-init=differs');
END;
/
--@ st-null-text
SELECT 'xinyi-probe: st-null-text=' || CASE WHEN x = 'a' THEN 'same' ELSE 'differs' END FROM (SELECT 'a' || NULL AS x FROM DUAL) v;
--@ st-merge-where
MERGE INTO xinyi_probe_t t USING (SELECT 1 AS k FROM DUAL) s ON (t.a = s.k) WHEN MATCHED THEN UPDATE SET b = 'm' DELETE WHERE t.b = 'm';
SELECT 'xinyi-probe: st-merge-where=' || CASE COUNT(*) WHEN 0 THEN 'same' ELSE 'differs' END FROM xinyi_probe_t WHERE a = 1;
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
--@ st-identity
CREATE TABLE xinyi_probe_i (a NUMBER GENERATED ALWAYS AS IDENTITY, b NUMBER);
INSERT INTO xinyi_probe_i (b) VALUES (1);
SELECT 'xinyi-probe: st-identity=same' FROM xinyi_probe_i WHERE a = 1;
DROP TABLE xinyi_probe_i;
--@ st-default-on-null
CREATE TABLE xinyi_probe_d (a NUMBER DEFAULT ON NULL 1, b NUMBER);
INSERT INTO xinyi_probe_d VALUES (NULL, 1);
SELECT 'xinyi-probe: st-default-on-null=same' FROM xinyi_probe_d WHERE a = 1;
DROP TABLE xinyi_probe_d;
--@ st-extremes
SELECT 'xinyi-probe: st-extremes=' || CASE WHEN GREATEST(1, NULL) IS NULL THEN 'same' ELSE 'differs' END FROM DUAL;
--@ end
DROP TABLE xinyi_probe_t;
