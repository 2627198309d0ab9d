-- trap: E01, E10
-- oracle: DELETE needs no FROM; ROWNUM limits the rows that it takes
SET SERVEROUTPUT ON
CREATE TABLE queue (id NUMBER(4), state VARCHAR2(4));
INSERT INTO queue VALUES (1, 'done');
INSERT INTO queue VALUES (2, 'done');
INSERT INTO queue VALUES (3, 'done');
INSERT INTO queue VALUES (4, 'new');
DELETE queue WHERE state = 'done' AND ROWNUM <= 2;
DELETE queue q WHERE ROWNUM = 1 AND q.state = 'new';
DECLARE
  n NUMBER;
BEGIN
  DELETE queue WHERE ROWNUM <= 5 AND state = 'old';
  SELECT COUNT(*) INTO n FROM queue;
  DBMS_OUTPUT.PUT_LINE('left ' || n);
END;
/
