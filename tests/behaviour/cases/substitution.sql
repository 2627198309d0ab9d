-- trap: D09
-- oracle: SQL*Plus replaces &name everywhere in a statement, in quotes too; a dot ends the name; values may use other variables; UNDEFINE and SET DEFINE
SET SERVEROUTPUT ON
SET VERIFY OFF
DEFINE Dept = "Inner Ward"
DEF code='w1' -- of the table
DEFINE tab = ward_&code
DEFINE cond = "beds > 2 AND name IS NOT NULL"
CREATE TABLE &tab (name VARCHAR2(30), beds NUMBER(3));
INSERT INTO &TAB VALUES ('&dept', 4);
INSERT INTO &&tab VALUES (q'[&dept's annex]', 2);
/* a comment with ' and &tab
   over two lines */
CREATE OR REPLACE PROCEDURE count_&code. IS
  n NUMBER;
BEGIN
  SELECT COUNT(*) INTO n FROM &tab WHERE &cond; -- it's &cond
  DBMS_OUTPUT.PUT_LINE('&code..x ' || n || ' don''t &code');
END;
/
BEGIN
  count_&code;
  FOR r IN (SELECT name FROM ward_w1 ORDER BY beds) LOOP
    DBMS_OUTPUT.PUT_LINE(r.name);
  END LOOP;
END;
/
SET DEFINE ^
BEGIN
  DBMS_OUTPUT.PUT_LINE('^dept & &code');
END;
/
SET DEFINE ON
DEFINE code = w2
BEGIN
  DBMS_OUTPUT.PUT_LINE('&code');
END;
/
