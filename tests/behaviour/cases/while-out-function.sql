-- trap: F08
-- oracle: hand-derived: the condition of a WHILE loop calls a function with an OUT parameter, in each turn, after CONTINUE too; NULL ends the loop
SET SERVEROUTPUT ON
CREATE OR REPLACE FUNCTION next_digit(p_text VARCHAR2, p_at NUMBER, p_digit OUT NUMBER) RETURN BOOLEAN IS
BEGIN
  p_digit := TO_NUMBER(SUBSTR(p_text, p_at, 1));
  IF p_digit = 9 THEN
    RETURN NULL;
  END IF;
  RETURN p_digit IS NOT NULL;
END;
/
DECLARE
  i NUMBER := 1;
  d NUMBER;
  t VARCHAR2(50);
BEGIN
  WHILE next_digit('125', i, d) LOOP
    i := i + 1;
    CONTINUE WHEN d = 2;
    t := t || d || ';';
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(t || i);
  i := 1;
  <<turns>>
  WHILE next_digit('3491', i, d) AND d < 5 LOOP
    WHILE NOT next_digit('', i, d) LOOP
      i := i + 1;
      EXIT turns WHEN i > 4;
      CONTINUE turns;
    END LOOP;
  END LOOP turns;
  DBMS_OUTPUT.PUT_LINE(i || ' ' || d);
END;
/
