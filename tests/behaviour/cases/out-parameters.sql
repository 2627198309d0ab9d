-- trap: F08, F06
-- oracle: OUT and IN OUT by value: a procedure that fails leaves the caller's variables unchanged; OUT starts as NULL; aliasing; defaults first; function with OUT
SET SERVEROUTPUT ON
DECLARE
  TYPE t_rec IS RECORD (a NUMBER := 5, b VARCHAR2(10) DEFAULT 'd');
  x NUMBER := 1; y NUMBER := 2; s VARCHAR2(10) := 'keep'; r t_rec;
  PROCEDURE calc(p_mul IN NUMBER DEFAULT 3, p_in IN OUT NUMBER, p_out OUT VARCHAR2, p_fail BOOLEAN := FALSE) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE('out at start [' || p_out || ']');
    p_in := p_in * p_mul;
    p_out := 'v' || p_in;
    IF p_fail THEN
      RAISE_APPLICATION_ERROR(-20001, 'fail');
    END IF;
  END;
  FUNCTION split(p IN VARCHAR2, p_rest OUT VARCHAR2) RETURN VARCHAR2 IS
    i PLS_INTEGER := INSTR(p, ',');
  BEGIN
    IF i = 0 THEN
      p_rest := NULL;
      RETURN p;
    END IF;
    p_rest := SUBSTR(p, i + 1);
    RETURN SUBSTR(p, 1, i - 1);
  END;
  PROCEDURE rec_out(q OUT t_rec) IS BEGIN q.a := NVL(q.a, -1) + 1; END;
  PROCEDURE alias2(p1 IN NUMBER, p2 OUT NUMBER, p3 IN OUT NUMBER) IS
  BEGIN
    p2 := p1 + 10;
    p3 := p3 + p1;
  END;
BEGIN
  calc(p_in => x, p_out => s);
  DBMS_OUTPUT.PUT_LINE(x || s);
  BEGIN
    calc(2, y, s, TRUE);
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(SQLERRM || ' ' || y || s);
  END;
  s := 'a,b,,c';
  WHILE s IS NOT NULL LOOP
    DBMS_OUTPUT.PUT_LINE('<' || split(s, s) || '>');
  END LOOP;
  r.a := 50; r.b := 'zz';
  rec_out(r);
  DBMS_OUTPUT.PUT_LINE(r.a || r.b);
  x := 1; y := 2;
  alias2(x, x, y);
  DBMS_OUTPUT.PUT_LINE(x || ' ' || y);
END;
/
