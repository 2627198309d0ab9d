-- trap: D04
SET SERVEROUTPUT ON
-- oracle: REGEXP functions with positions, occurrences, back references, classes and match parameters
CREATE TABLE s2 (id NUMBER(2), t VARCHAR2(60));
INSERT INTO s2 VALUES (1, 'Tel: 010-8765, Mob: 13912345678');
INSERT INTO s2 VALUES (2, 'no digits');
INSERT INTO s2 VALUES (3, NULL);
DECLARE
  v VARCHAR2(60);
  n NUMBER;
BEGIN
  FOR r IN (SELECT id, REGEXP_SUBSTR(t, '\d+') a, REGEXP_SUBSTR(t, '[0-9]{3,}', 1, 2) b, REGEXP_COUNT(t, '\d') c, REGEXP_INSTR(t, '[[:digit:]]') d,
                   REGEXP_REPLACE(t, '([0-9]{3})[0-9]{4}([0-9]{4})', '\1****\2') e FROM s2 ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || '|' || r.a || '|' || r.b || '|' || r.c || '|' || r.d || '|' || r.e);
  END LOOP;
  SELECT COUNT(*) INTO n FROM s2 WHERE NOT REGEXP_LIKE(t, '\d');
  DBMS_OUTPUT.PUT_LINE('not like ' || n);
  SELECT COUNT(*) INTO n FROM s2 WHERE REGEXP_LIKE(t, 'tel', 'i') OR REGEXP_LIKE(t, '^NO', 'c');
  DBMS_OUTPUT.PUT_LINE('case ' || n);
  DBMS_OUTPUT.PUT_LINE(REGEXP_REPLACE('a  b   c', ' {2,}', ' ') || '|' || REGEXP_REPLACE('abcabc', 'b', 'X', 3) || '|' || REGEXP_REPLACE('abcabc', 'b', 'X', 1, 2));
  DBMS_OUTPUT.PUT_LINE(REGEXP_REPLACE('John Smith', '^(\S+) (\S+)$', '\2, \1') || '|' || REGEXP_REPLACE('x=1', '=', '\\') || '|' || REGEXP_REPLACE('a=b', '=', '$1'));
  DBMS_OUTPUT.PUT_LINE(REGEXP_SUBSTR('key=val;k2=v2', '([^=;]+)=([^;]+)', 1, 2, NULL, 2) || '|' || REGEXP_SUBSTR('ABC', 'b', 1, 1, 'i'));
  DBMS_OUTPUT.PUT_LINE(REGEXP_INSTR('abcabc', 'c', 1, 2, 1) || REGEXP_INSTR('abc', 'x') || '|' || REGEXP_COUNT('aaaa', 'aa') || '|' || NVL(REGEXP_SUBSTR('x', 'y'), 'null'));
  IF REGEXP_LIKE('line1' || CHR(10) || 'line2', '^line2$') THEN
    DBMS_OUTPUT.PUT_LINE('anchored by line');
  ELSE
    DBMS_OUTPUT.PUT_LINE('anchored by text');
  END IF;
  IF REGEXP_LIKE('line1' || CHR(10) || 'line2', '^line2$', 'm') AND NOT REGEXP_LIKE('a' || CHR(10) || 'b', 'a.b') AND REGEXP_LIKE('a' || CHR(10) || 'b', 'a.b', 'n') THEN
    DBMS_OUTPUT.PUT_LINE('modes');
  END IF;
  IF REGEXP_LIKE('42', '^[+-]?\d+(\.\d+)?$') AND NOT REGEXP_LIKE('4.', '^[+-]?\d+(\.\d+)?$') THEN
    DBMS_OUTPUT.PUT_LINE('numeric');
  END IF;
  DBMS_OUTPUT.PUT_LINE(REGEXP_REPLACE('张三(13900001111)', '[^0-9]', '') || '|' || REGEXP_SUBSTR('血压120/80', '[0-9]+/[0-9]+') || '|' || REGEXP_REPLACE('aAbB', 'a', '-', 1, 0, 'i') || '|' || REGEXP_REPLACE('A B', '\s'));
  DBMS_OUTPUT.PUT_LINE(REGEXP_REPLACE(NULL, 'a', 'b') || '|' || REGEXP_REPLACE('aab', 'a*?b', 'Z') || '|' || REGEXP_SUBSTR('<b>x</b>', '<.+?>'));
END;
/
