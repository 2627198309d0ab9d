-- trap: A01, A02, A03, A06, A08
-- oracle: an empty string handed through parameters, functions, columns and defaults is NULL
SET SERVEROUTPUT ON
CREATE TABLE pat_note (id NUMBER(4) PRIMARY KEY, note VARCHAR2(40), tag VARCHAR2(10) DEFAULT 'none');
CREATE OR REPLACE FUNCTION clean_up(p_txt IN VARCHAR2, p_cut IN VARCHAR2 DEFAULT ' ') RETURN VARCHAR2 IS
BEGIN
  RETURN REPLACE(p_txt, p_cut);
END;
/
CREATE OR REPLACE FUNCTION state_of(p_txt IN VARCHAR2) RETURN VARCHAR2 IS
BEGIN
  IF p_txt IS NULL THEN
    RETURN 'null';
  ELSIF p_txt = '' THEN
    RETURN 'empty';
  ELSE
    RETURN 'text ' || LENGTH(p_txt);
  END IF;
END;
/
CREATE OR REPLACE PROCEDURE save_note(p_id IN NUMBER, p_note IN VARCHAR2, p_tag IN VARCHAR2 := '') IS
BEGIN
  INSERT INTO pat_note (id, note, tag) VALUES (p_id, p_note, p_tag);
END;
/
DECLARE
  v_n NUMBER;
  v_a VARCHAR2(20) := 'x';
  v_b VARCHAR2(20) := '';
BEGIN
  save_note(1, '');
  save_note(2, clean_up('   '), 'a');
  save_note(3, clean_up('a b', 'a b'), SUBSTR('abc', 4));
  save_note(4, TRIM('  '), RTRIM('xx', 'x'));
  save_note(5, REGEXP_REPLACE('123', '[0-9]'), TRANSLATE('aa', '#a', '#'));
  save_note(6, clean_up(p_cut => '', p_txt => ' k '), 'b' || v_b);
  INSERT INTO pat_note (id) VALUES (7);
  SELECT COUNT(*) INTO v_n FROM pat_note WHERE note IS NULL;
  DBMS_OUTPUT.PUT_LINE('null notes ' || v_n);
  SELECT COUNT(tag) INTO v_n FROM pat_note;
  DBMS_OUTPUT.PUT_LINE('tags ' || v_n);
  FOR r IN (SELECT id, state_of(note) s, NVL(tag, '-') t, NVL(LENGTH(note), -1) len FROM pat_note ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.s || ' ' || r.t || ' ' || r.len);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(state_of(v_b) || ' ' || state_of(v_b || v_b) || ' ' || state_of(v_a || v_b) || ' ' || state_of(SUBSTR(v_a, 1, 0)));
  DBMS_OUTPUT.PUT_LINE(state_of(LTRIM(v_a, 'x')) || ' ' || state_of(TO_CHAR(v_b)) || ' ' || state_of(UPPER('')) || ' ' || state_of(LPAD('', 3, '*')));
  IF NVL(v_b, 'q') = 'q' AND NOT (v_b = v_b) THEN
    DBMS_OUTPUT.PUT_LINE('then');
  ELSE
    DBMS_OUTPUT.PUT_LINE('else');
  END IF;
  v_b := v_a;
  v_b := REPLACE(v_b, 'x', '');
  DBMS_OUTPUT.PUT_LINE(CASE WHEN v_b IS NULL THEN 'gone' ELSE 'kept' END || ' ' || COALESCE(v_b, v_a) || ' ' || NVL2(v_b, 'has', 'has not'));
  UPDATE pat_note SET tag = REPLACE(tag, 'a') WHERE id = 2;
  SELECT COUNT(*) INTO v_n FROM pat_note WHERE tag IS NULL;
  DBMS_OUTPUT.PUT_LINE('no tag ' || v_n);
END;
/
