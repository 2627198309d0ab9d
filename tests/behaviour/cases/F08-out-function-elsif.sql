-- trap: F08, E01, F11
-- oracle: a function with OUT parameters in ELSIF runs only when the conditions before it did not hold; TABLE(…)(+) keeps rows without elements
SET SERVEROUTPUT ON
CREATE OR REPLACE FUNCTION look(p_key NUMBER, p_found OUT VARCHAR2) RETURN NUMBER IS
BEGIN
  DBMS_OUTPUT.PUT_LINE('look ' || p_key);
  IF p_key > 2 THEN
    p_found := 'item ' || p_key;
    RETURN 1;
  END IF;
  RETURN 0;
END;
/
DECLARE
  v VARCHAR2(20);
  PROCEDURE try(a NUMBER, b NUMBER) IS
  BEGIN
    v := '-';
    IF a IS NULL THEN
      DBMS_OUTPUT.PUT_LINE('nothing');
    ELSIF look(a, v) = 1 THEN
      DBMS_OUTPUT.PUT_LINE('first ' || v);
    ELSIF b = 0 THEN
      DBMS_OUTPUT.PUT_LINE('zero ' || v);
    ELSIF look(b, v) = 1 AND b < 9 THEN
      DBMS_OUTPUT.PUT_LINE('second ' || v);
    ELSE
      DBMS_OUTPUT.PUT_LINE('none ' || NVL(v, 'null'));
    END IF;
  END;
BEGIN
  try(NULL, 1);
  try(3, 4);
  try(1, 0);
  try(1, 5);
  try(1, 9);
  try(1, 2);
END;
/
CREATE OR REPLACE TYPE tag_list AS TABLE OF VARCHAR2(10);
/
CREATE TABLE doc (id NUMBER(4), tags tag_list) NESTED TABLE tags STORE AS doc_tags;
INSERT INTO doc VALUES (1, tag_list('a', 'b'));
INSERT INTO doc VALUES (2, tag_list());
INSERT INTO doc VALUES (3, NULL);
BEGIN
  FOR r IN (SELECT d.id, t.COLUMN_VALUE AS tag FROM doc d, TABLE(d.tags)(+) t ORDER BY 1, 2) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || NVL(r.tag, 'none'));
  END LOOP;
  FOR r IN (SELECT d.id, COUNT(t.COLUMN_VALUE) AS n FROM doc d, TABLE(d.tags) (+) t WHERE d.id > 1 OR t.COLUMN_VALUE = 'b' GROUP BY d.id ORDER BY 1) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.n);
  END LOOP;
END;
/
