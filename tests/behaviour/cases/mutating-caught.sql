-- trap: F21
-- oracle: each statement of a row trigger that uses the trigger's own table raises ORA-04091; a handler of the trigger may catch it; statement triggers are free
SET SERVEROUTPUT ON
CREATE TABLE bed (id NUMBER(3) PRIMARY KEY, ward VARCHAR2(5), note VARCHAR2(20));
INSERT INTO bed VALUES (1, 'w1', NULL);
INSERT INTO bed VALUES (2, 'w1', NULL);
COMMIT;
CREATE OR REPLACE TRIGGER bed_bu BEFORE UPDATE OF ward ON bed FOR EACH ROW
DECLARE
  v_cnt NUMBER := 0;
BEGIN
  BEGIN
    SELECT COUNT(*) INTO v_cnt FROM bed b WHERE b.ward = :NEW.ward;
  EXCEPTION
    WHEN OTHERS THEN
      DBMS_OUTPUT.PUT_LINE('count: ' || SQLCODE);
  END;
  :NEW.note := 'beds ' || v_cnt;
END;
/
CREATE OR REPLACE TRIGGER bed_bd BEFORE DELETE ON bed FOR EACH ROW
BEGIN
  IF :OLD.ward = 'w1' THEN
    FOR r IN (SELECT id FROM bed) LOOP
      DBMS_OUTPUT.PUT_LINE('never ' || r.id);
    END LOOP;
  END IF;
END;
/
CREATE OR REPLACE TRIGGER bed_au AFTER UPDATE ON bed
DECLARE
  v_cnt NUMBER;
BEGIN
  SELECT COUNT(*) INTO v_cnt FROM bed;
  DBMS_OUTPUT.PUT_LINE('all ' || v_cnt);
END;
/
DECLARE
  e_mutating EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_mutating, -4091);
  v_note bed.note%TYPE;
BEGIN
  UPDATE bed SET ward = 'w2' WHERE id = 1;
  SELECT note INTO v_note FROM bed WHERE id = 1;
  DBMS_OUTPUT.PUT_LINE(v_note);
  DELETE FROM bed WHERE id = 1;
  DBMS_OUTPUT.PUT_LINE('deleted ' || SQL%ROWCOUNT);
  DELETE FROM bed WHERE id = 2;
  DBMS_OUTPUT.PUT_LINE('deleted');
EXCEPTION
  WHEN e_mutating THEN
    DBMS_OUTPUT.PUT_LINE('refused ' || SQLCODE);
    SELECT COUNT(*) INTO v_note FROM bed;
    DBMS_OUTPUT.PUT_LINE('left ' || v_note);
END;
/
