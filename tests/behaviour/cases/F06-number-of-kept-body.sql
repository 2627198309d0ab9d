-- trap: F06, F08
-- oracle: SQLCODE of an error that leaves a procedure with OUT parameters is the number of the statement that failed
SET SERVEROUTPUT ON
CREATE TABLE kt (a NUMBER(3) NOT NULL, v VARCHAR2(3), c NUMBER CHECK (c > 0));
INSERT INTO kt VALUES (1, 'x', 1);
COMMIT;
CREATE OR REPLACE PROCEDURE kp(p_kind NUMBER, p_log IN OUT VARCHAR2) IS
  n NUMBER(3); s VARCHAR2(3); t VARCHAR2(10) := 'abc';
  SUBTYPE pos IS PLS_INTEGER RANGE 1 .. 5;
  k pos;
BEGIN
  p_log := p_log || p_kind;
  IF p_kind = 1 THEN UPDATE kt SET a = NULL;
  ELSIF p_kind = 2 THEN INSERT INTO kt (a) VALUES (NULL);
  ELSIF p_kind = 3 THEN INSERT INTO kt (a, v) VALUES (1, 'toolong');
  ELSIF p_kind = 4 THEN s := 'toolong';
  ELSIF p_kind = 5 THEN INSERT INTO kt (a) VALUES (1000);
  ELSIF p_kind = 6 THEN n := 1000;
  ELSIF p_kind = 7 THEN SELECT TO_NUMBER(t) INTO n FROM kt;
  ELSIF p_kind = 8 THEN n := TO_NUMBER(t);
  ELSIF p_kind = 9 THEN UPDATE kt SET c = 0;
  ELSIF p_kind = 10 THEN k := p_kind;
  ELSIF p_kind = 11 THEN UPDATE kt SET v = 'toolong' WHERE a = 1;
  END IF;
END;
/
DECLARE
  l VARCHAR2(60) := '-';
BEGIN
  FOR i IN 1 .. 11 LOOP
    BEGIN
      kp(i, l);
    EXCEPTION
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(i || ': ' || SQLCODE || ' ' || l);
    END;
  END LOOP;
END;
/
