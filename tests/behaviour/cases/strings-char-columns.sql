-- trap: D05
-- oracle: CHAR against a literal is blank-padded, against VARCHAR2 it is not; DECODE compares nonpadded; CHAR keeps its blanks
SET SERVEROUTPUT ON
CREATE TABLE ward (code CHAR(5) PRIMARY KEY, alt VARCHAR2(5), kind CHAR(1));
INSERT INTO ward VALUES ('ab', 'ab', 'x');
INSERT INTO ward VALUES ('cd', 'cd   ', NULL);
INSERT INTO ward VALUES ('efghi', 'efghi', 'z');
DECLARE
  v_n  NUMBER;
  v_c  CHAR(5) := 'ab';
  v_c3 CHAR(3) := 'ab';
  v_v  VARCHAR2(5) := 'ab';
  v_code ward.code%TYPE;
BEGIN
  SELECT COUNT(*) INTO v_n FROM ward WHERE code = 'ab';
  DBMS_OUTPUT.PUT_LINE('literal ' || v_n);
  SELECT COUNT(*) INTO v_n FROM ward WHERE code = v_v;
  DBMS_OUTPUT.PUT_LINE('varchar variable ' || v_n);
  SELECT COUNT(*) INTO v_n FROM ward WHERE code = v_c3;
  DBMS_OUTPUT.PUT_LINE('char variable ' || v_n);
  SELECT COUNT(*) INTO v_n FROM ward WHERE code = alt;
  DBMS_OUTPUT.PUT_LINE('column ' || v_n);
  SELECT COUNT(*) INTO v_n FROM ward WHERE code IN ('ab', 'cd');
  DBMS_OUTPUT.PUT_LINE('in list ' || v_n);
  SELECT COUNT(*) INTO v_n FROM ward WHERE code LIKE 'ab';
  DBMS_OUTPUT.PUT_LINE('like ' || v_n);
  SELECT COUNT(*) INTO v_n FROM ward WHERE code LIKE '% ';
  DBMS_OUTPUT.PUT_LINE('like blank ' || v_n);
  FOR r IN (SELECT code, kind, DECODE(code, 'ab', 'y', 'efghi', 'e', 'n') d, LENGTH(code) len, INSTR(code, ' ') pos FROM ward ORDER BY code) LOOP
    DBMS_OUTPUT.PUT_LINE('[' || r.code || '] ' || r.d || ' ' || r.len || ' ' || r.pos || ' [' || r.kind || ']');
  END LOOP;
  IF v_c = 'ab' THEN
    DBMS_OUTPUT.PUT_LINE('padded');
  END IF;
  IF v_c = v_c3 THEN
    DBMS_OUTPUT.PUT_LINE('char = char');
  END IF;
  IF v_c = v_v THEN
    DBMS_OUTPUT.PUT_LINE('char = varchar2');
  ELSE
    DBMS_OUTPUT.PUT_LINE('char <> varchar2');
  END IF;
  v_code := v_v;
  DBMS_OUTPUT.PUT_LINE('[' || v_code || '] ' || LENGTH(v_code) || ' [' || RTRIM(v_code) || '] [' || REPLACE(v_code, ' ', '.') || ']');
  v_v := v_c3;
  DBMS_OUTPUT.PUT_LINE('[' || v_v || '] ' || LENGTH(v_v));
  DBMS_OUTPUT.PUT_LINE('[' || LPAD(v_c3, 5, '*') || '] [' || RPAD(v_c3, 5, '*') || '] [' || SUBSTR(v_c, -2) || '] ' || LENGTH(v_c || v_c3));
  UPDATE ward SET alt = code WHERE code = 'ab';
  SELECT LENGTH(alt) INTO v_n FROM ward WHERE code = 'ab';
  DBMS_OUTPUT.PUT_LINE('copied ' || v_n);
END;
/
