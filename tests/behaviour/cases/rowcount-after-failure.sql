-- trap: F05, F02
-- oracle: a statement that failed leaves SQL%ROWCOUNT 0, a SELECT INTO of too many rows 1, COMMIT 0; loops and handlers
SET SERVEROUTPUT ON
CREATE TABLE t (id NUMBER(4) PRIMARY KEY, v NUMBER(4));
INSERT INTO t VALUES (1, 10);
INSERT INTO t VALUES (2, 20);
INSERT INTO t VALUES (3, 20);
CREATE OR REPLACE PROCEDURE show(p_where VARCHAR2, p_rows NUMBER) IS
BEGIN
  DBMS_OUTPUT.PUT_LINE(p_where || ' ' || NVL(TO_CHAR(p_rows), 'null'));
END;
/
DECLARE
  n NUMBER;
BEGIN
  show('start', SQL%ROWCOUNT);
  UPDATE t SET v = v + 1;
  show('update', SQL%ROWCOUNT);
  FOR i IN 1 .. 3 LOOP
    BEGIN
      SELECT id INTO n FROM t WHERE v = 10 * i + 1;
      show('found', SQL%ROWCOUNT);
    EXCEPTION
      WHEN NO_DATA_FOUND THEN show('none', SQL%ROWCOUNT);
      WHEN OTHERS THEN show('many', SQL%ROWCOUNT);
    END;
    show('after', SQL%ROWCOUNT);
  END LOOP;
  UPDATE t SET v = 0 WHERE id < 3;
  BEGIN
    INSERT INTO t VALUES (1, 1);
  EXCEPTION
    WHEN DUP_VAL_ON_INDEX THEN
      IF SQL%NOTFOUND THEN show('dup', SQL%ROWCOUNT); END IF;
  END;
  DELETE FROM t WHERE id = 3;
  COMMIT;
  show('commit', SQL%ROWCOUNT);
  BEGIN
    SELECT id INTO n FROM t;
  EXCEPTION
    WHEN TOO_MANY_ROWS THEN show('two', SQL%ROWCOUNT);
  END;
END;
/
