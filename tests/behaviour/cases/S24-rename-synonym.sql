-- trap: G09, G10
-- oracle: a synonym made after RENAME names the new table
SET SERVEROUTPUT ON
CREATE TABLE charge_old (id NUMBER(8) PRIMARY KEY, name VARCHAR2(20));
INSERT INTO charge_old VALUES (1, 'CT');
RENAME charge_old TO charge_item;
CREATE SYNONYM citem FOR charge_item;
CREATE TABLE charge_old (id NUMBER(8), note VARCHAR2(20));
INSERT INTO citem (id, name) VALUES (2, 'MR');
ALTER TABLE charge_old RENAME TO charge_note;
INSERT INTO charge_note VALUES (1, 'n');
DECLARE
  v citem.name%TYPE;
  n NUMBER;
BEGIN
  SELECT MAX(name), COUNT(*) INTO v, n FROM citem;
  DBMS_OUTPUT.PUT_LINE(v || n);
  SELECT COUNT(*) INTO n FROM charge_note;
  DBMS_OUTPUT.PUT_LINE('notes ' || n);
END;
/
