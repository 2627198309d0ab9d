-- trap: B05, D05
-- oracle: a NUMBER or CHAR value that INTO stores as VARCHAR2 is converted: .5 without a zero, CHAR with its blanks
SET SERVEROUTPUT ON
CREATE TABLE fee (id NUMBER, n NUMBER(6,2), ch CHAR(4));
INSERT INTO fee VALUES (1, 0.5, 'ab');
INSERT INTO fee VALUES (2, -0.25, 'c');
DECLARE
  TYPE list IS TABLE OF VARCHAR2(20);
  TYPE map IS TABLE OF VARCHAR2(20) INDEX BY PLS_INTEGER;
  TYPE pair IS RECORD (a VARCHAR2(20), b VARCHAR2(20));
  TYPE pairs IS TABLE OF pair;
  l list;
  m map;
  p pair;
  ps pairs;
BEGIN
  SELECT n BULK COLLECT INTO l FROM fee WHERE id = 1;
  DBMS_OUTPUT.PUT_LINE(l(1));
  SELECT n, ch BULK COLLECT INTO l, m FROM fee WHERE id = 2;
  DBMS_OUTPUT.PUT_LINE(l(1) || '|' || m(1) || '|');
  SELECT n, ch INTO p FROM fee WHERE id = 1;
  DBMS_OUTPUT.PUT_LINE(p.a || '|' || p.b || '|');
  SELECT n, ch BULK COLLECT INTO ps FROM fee WHERE id = 2;
  DBMS_OUTPUT.PUT_LINE(ps(1).a || '|' || LENGTH(ps(1).b));
  UPDATE fee SET n = n / 2 WHERE id = 1 RETURNING n, ch INTO p;
  DBMS_OUTPUT.PUT_LINE(p.a || '|' || p.b || '|');
  UPDATE fee SET n = n / 2 RETURNING n BULK COLLECT INTO m;
  DBMS_OUTPUT.PUT_LINE(m.COUNT);
END;
/
