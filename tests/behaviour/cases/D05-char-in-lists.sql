-- trap: D05
-- oracle: CHAR against VARCHAR2 is not blank-padded in IN lists, BETWEEN, IN subqueries and quantified comparisons
SET SERVEROUTPUT ON
CREATE TABLE cx (c CHAR(4), n NUMBER(2));
CREATE TABLE vx (c VARCHAR2(4), m NUMBER(2));
INSERT INTO cx VALUES ('ab', 1);
INSERT INTO cx VALUES ('cdef', 2);
INSERT INTO vx VALUES ('ab', 1);
INSERT INTO vx VALUES ('cdef', 2);
DECLARE
  p VARCHAR2(4) := 'ab';
  k NUMBER;
BEGIN
  SELECT COUNT(*) INTO k FROM cx WHERE c = p; DBMS_OUTPUT.PUT_LINE('eq ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c IN (p, 'zz'); DBMS_OUTPUT.PUT_LINE('in ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c IN (SELECT v.c FROM vx v); DBMS_OUTPUT.PUT_LINE('insub ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c NOT IN (SELECT v.c FROM vx v); DBMS_OUTPUT.PUT_LINE('notin ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c BETWEEN p AND p; DBMS_OUTPUT.PUT_LINE('between ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c = ANY (SELECT v.c FROM vx v); DBMS_OUTPUT.PUT_LINE('any ' || k);
  SELECT COUNT(*) INTO k FROM cx x WHERE EXISTS (SELECT 1 FROM vx v WHERE (v.c, v.m) = ((x.c, x.n))); DBMS_OUTPUT.PUT_LINE('tuple ' || k);
  MERGE INTO cx USING vx ON (cx.c = vx.c) WHEN MATCHED THEN UPDATE SET n = n + 10; DBMS_OUTPUT.PUT_LINE('merge ' || SQL%ROWCOUNT);
  SELECT COUNT(*) INTO k FROM cx WHERE NVL(c, 'x') = p; DBMS_OUTPUT.PUT_LINE('nvl ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c IN (p, 'cdef', 'zz'); DBMS_OUTPUT.PUT_LINE('in2 ' || k);
  SELECT COUNT(*) INTO k FROM cx WHERE c IN ('ab', 'zz'); DBMS_OUTPUT.PUT_LINE('in3 ' || k);
  SELECT COUNT(*) INTO k FROM vx v WHERE v.c NOT IN (SELECT x.c FROM cx x); DBMS_OUTPUT.PUT_LINE('notin2 ' || k);
  SELECT COUNT(c) INTO k FROM (SELECT c FROM cx UNION SELECT c FROM vx); DBMS_OUTPUT.PUT_LINE('union ' || k);
END;
/
