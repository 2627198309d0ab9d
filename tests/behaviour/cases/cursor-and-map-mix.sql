-- trap: F27
-- oracle: inheritance, IS OF, TREAT
SET SERVEROUTPUT ON
CREATE TABLE visit_log (id NUMBER, kind VARCHAR2(10), amt NUMBER);
CREATE OR REPLACE PACKAGE q AS
  TYPE rc IS REF CURSOR RETURN visit_log%ROWTYPE;
  TYPE num_tab IS TABLE OF NUMBER;
  TYPE map_t IS TABLE OF NUMBER INDEX BY VARCHAR2(10);
  TYPE map2_t IS TABLE OF map_t INDEX BY PLS_INTEGER;
  PROCEDURE open_it(p_kind VARCHAR2, c IN OUT rc);
  PROCEDURE swap(a IN OUT NUMBER, b IN OUT NUMBER);
  FUNCTION total(p num_tab, p_skip NUMBER := 0) RETURN NUMBER;
  PROCEDURE pivot_it(m OUT map2_t);
  FUNCTION fact(n PLS_INTEGER) RETURN NUMBER;
END;
/
CREATE OR REPLACE PACKAGE BODY q AS
  PROCEDURE open_it(p_kind VARCHAR2, c IN OUT rc) IS
  BEGIN
    IF p_kind IS NULL THEN
      OPEN c FOR SELECT * FROM visit_log ORDER BY id;
    ELSE
      OPEN c FOR SELECT id, kind, amt FROM visit_log v WHERE v.kind = p_kind ORDER BY id DESC;
    END IF;
  END;
  PROCEDURE swap(a IN OUT NUMBER, b IN OUT NUMBER) IS
    t NUMBER := a;
  BEGIN
    a := b;
    b := t;
  END;
  FUNCTION total(p num_tab, p_skip NUMBER := 0) RETURN NUMBER IS
    s NUMBER := 0;
    i PLS_INTEGER := p.FIRST;
  BEGIN
    WHILE i IS NOT NULL LOOP
      s := s + NVL(p(i), p_skip);
      i := p.NEXT(i);
    END LOOP;
    RETURN s;
  END;
  PROCEDURE pivot_it(m OUT map2_t) IS
  BEGIN
    FOR r IN (SELECT id, kind, amt FROM visit_log) LOOP
      IF NOT m.EXISTS(MOD(r.id, 2)) THEN
        m(MOD(r.id, 2))('n') := 0;
      END IF;
      m(MOD(r.id, 2))('n') := m(MOD(r.id, 2))('n') + 1;
      m(MOD(r.id, 2))(r.kind) := r.amt;
    END LOOP;
  END;
  FUNCTION fact(n PLS_INTEGER) RETURN NUMBER IS
  BEGIN
    RETURN CASE WHEN n <= 1 THEN 1 ELSE n * fact(n - 1) END;
  END;
END;
/
DECLARE
  c q.rc;
  r visit_log%ROWTYPE;
  a NUMBER := 1;
  b NUMBER := 2;
  t q.num_tab := q.num_tab(1, NULL, 3, 4);
  m q.map2_t;
  k VARCHAR2(10);
  i PLS_INTEGER;
  v_total NUMBER := 0;
  TYPE t_arr IS VARRAY(3) OF VARCHAR2(5);
  v t_arr := t_arr('a', 'b');
BEGIN
  FOR j IN 1 .. 5 LOOP
    INSERT INTO visit_log VALUES (j, CASE MOD(j, 3) WHEN 0 THEN 'er' WHEN 1 THEN 'op' ELSE 'ip' END, j * 10);
  END LOOP;
  q.open_it('op', c);
  LOOP
    FETCH c INTO r;
    EXIT WHEN c%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(c%ROWCOUNT || ' ' || r.id || ' ' || r.kind);
  END LOOP;
  CLOSE c;
  q.open_it(p_kind => NULL, c => c);
  FETCH c INTO r;
  DBMS_OUTPUT.PUT_LINE('first ' || r.id);
  CLOSE c;
  BEGIN
    FETCH c INTO r;
  EXCEPTION
    WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('closed ' || SQLCODE);
  END;
  q.swap(a, b);
  DBMS_OUTPUT.PUT_LINE(a || b);
  t.DELETE(3);
  DBMS_OUTPUT.PUT_LINE(q.total(t) || ' ' || q.total(p_skip => 100, p => t) || ' ' || t.COUNT || ' ' || t.LAST);
  q.pivot_it(m);
  i := m.FIRST;
  WHILE i IS NOT NULL LOOP
    k := m(i).FIRST;
    WHILE k IS NOT NULL LOOP
      DBMS_OUTPUT.PUT_LINE(i || '.' || k || '=' || m(i)(k));
      k := m(i).NEXT(k);
    END LOOP;
    i := m.NEXT(i);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(q.fact(20) || ' ' || q.fact(25));
  v.EXTEND;
  v(3) := 'c';
  BEGIN
    v.EXTEND;
  EXCEPTION
    WHEN SUBSCRIPT_OUTSIDE_LIMIT THEN DBMS_OUTPUT.PUT_LINE('limit ' || v.LIMIT || ' ' || SQLCODE);
  END;
  BEGIN
    v(2) := 'toolong';
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('elem ' || v(2));
  END;
  <<outer>>
  FOR x IN 1 .. 3 LOOP
    FOR y IN REVERSE 1 .. 3 LOOP
      CONTINUE outer WHEN y < x;
      EXIT outer WHEN x = 3;
      v_total := v_total + x * y;
      GOTO next_y;
      v_total := -1;
      <<next_y>>
      NULL;
    END LOOP;
  END LOOP outer;
  DBMS_OUTPUT.PUT_LINE('total ' || v_total);
  DECLARE
    e_a EXCEPTION;
    e_b EXCEPTION;
    PROCEDURE thrower(n NUMBER) IS
    BEGIN
      IF n = 1 THEN RAISE e_a; ELSIF n = 2 THEN RAISE e_b; ELSIF n = 3 THEN v_total := 1 / (n - 3); END IF;
      DBMS_OUTPUT.PUT_LINE('fine ' || n);
    EXCEPTION
      WHEN e_b THEN
        DBMS_OUTPUT.PUT_LINE('b inside');
        RAISE e_a;
    END;
  BEGIN
    FOR n IN 0 .. 4 LOOP
      BEGIN
        thrower(n);
      EXCEPTION
        WHEN e_a THEN DBMS_OUTPUT.PUT_LINE('a outside ' || n || ' ' || SQLCODE);
        WHEN ZERO_DIVIDE THEN DBMS_OUTPUT.PUT_LINE('zero ' || SQLERRM);
      END;
    END LOOP;
  END;
END;
/
