CREATE TABLE ward (id NUMBER PRIMARY KEY, name VARCHAR2(20));
CREATE TABLE bed (id NUMBER, ward_id NUMBER REFERENCES ward (id));
CREATE SEQUENCE bed_seq;
CREATE VIEW free_bed AS SELECT b.id, w.name FROM bed b JOIN ward w ON w.id = b.ward_id;
CREATE OR REPLACE PACKAGE beds IS
  n NUMBER := 0;
  FUNCTION next_id RETURN NUMBER;
  PROCEDURE add_bed(p_ward ward.id%TYPE);
  PROCEDURE log_it(t VARCHAR2);
  PROCEDURE drop_all;
END;
/
CREATE OR REPLACE PACKAGE BODY beds IS
  FUNCTION next_id RETURN NUMBER IS
  BEGIN
    RETURN bed_seq.NEXTVAL;
  END;
  PROCEDURE add_bed(p_ward ward.id%TYPE) IS
  BEGIN
    INSERT INTO bed (id, ward_id) SELECT next_id, id FROM ward WHERE id = p_ward;
    n := n + 1;
    IF n > 9 THEN
      RAISE_APPLICATION_ERROR(-20001, 'full');
    END IF;
  END;
  PROCEDURE log_it(t VARCHAR2) IS
    PRAGMA AUTONOMOUS_TRANSACTION;
  BEGIN
    INSERT INTO bed_log (t) VALUES (t);
    COMMIT;
  END;
  PROCEDURE drop_all IS
  BEGIN
    EXECUTE IMMEDIATE 'DROP TABLE bed';
  END;
END;
/
CREATE OR REPLACE TRIGGER bed_trg BEFORE DELETE ON bed FOR EACH ROW
BEGIN
  beds.log_it('gone');
  missing_proc(1);
END;
/
CREATE OR REPLACE PROCEDURE recount(c OUT NUMBER) IS
  r free_bed%ROWTYPE;
BEGIN
  beds.add_bed(1);
  SELECT COUNT(*) INTO c FROM free_bed;
  UPDATE ward SET name = NULL WHERE id IN (SELECT ward_id FROM bed);
END;
/
SET SERVEROUTPUT ON
