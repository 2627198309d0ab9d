-- trap: F27, F13
-- oracle: VALUE(t) is the object of a row of TABLE(…): its methods can be called in the query, it can be passed on and collected
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE span_t AS OBJECT (
  lo NUMBER,
  hi NUMBER,
  MEMBER FUNCTION width RETURN NUMBER,
  MEMBER FUNCTION holds(p NUMBER) RETURN VARCHAR2
);
/
CREATE OR REPLACE TYPE BODY span_t AS
  MEMBER FUNCTION width RETURN NUMBER IS
  BEGIN
    RETURN hi - lo;
  END;
  MEMBER FUNCTION holds(p NUMBER) RETURN VARCHAR2 IS
  BEGIN
    RETURN CASE WHEN p BETWEEN lo AND hi THEN 'y' ELSE 'n' END;
  END;
END;
/
CREATE OR REPLACE TYPE span_list AS TABLE OF span_t;
/
CREATE OR REPLACE TYPE num_list AS TABLE OF NUMBER;
/
CREATE OR REPLACE FUNCTION spans(p_n NUMBER) RETURN span_list PIPELINED IS
BEGIN
  FOR i IN 1 .. p_n LOOP
    PIPE ROW (span_t(i, i * i));
  END LOOP;
  RETURN;
END;
/
CREATE OR REPLACE FUNCTION show(p span_t) RETURN VARCHAR2 IS
BEGIN
  RETURN p.lo || '..' || p.hi;
END;
/
DECLARE
  v_list span_list;
  n NUMBER;
BEGIN
  FOR r IN (SELECT VALUE(s).width() AS w, VALUE(s).holds(5) AS h, show(VALUE(s)) AS t FROM TABLE(spans(3)) s ORDER BY s.lo) LOOP
    DBMS_OUTPUT.PUT_LINE(r.w || ' ' || r.h || ' ' || r.t);
  END LOOP;
  SELECT VALUE(s) BULK COLLECT INTO v_list FROM TABLE(spans(4)) s WHERE VALUE(s).width() > 1 ORDER BY s.lo DESC;
  FOR i IN 1 .. v_list.COUNT LOOP
    DBMS_OUTPUT.PUT_LINE(show(v_list(i)));
  END LOOP;
  SELECT SUM(VALUE(s).width()) INTO n FROM TABLE(v_list) s;
  DBMS_OUTPUT.PUT_LINE('sum ' || n);
  SELECT MAX(VALUE(x)) INTO n FROM TABLE(num_list(3, 9, 4)) x;
  DBMS_OUTPUT.PUT_LINE('max ' || n);
END;
/
