-- trap: F21: reported, for PostgreSQL fires the AFTER ROW trigger when all rows are done
-- oracle: for each row the BEFORE ROW and then the AFTER ROW trigger fires before the next row is touched
SET SERVEROUTPUT ON
CREATE TABLE budget (dep VARCHAR2(3) PRIMARY KEY, left_amt NUMBER(6));
CREATE TABLE request (id NUMBER(3), dep VARCHAR2(3), amt NUMBER(6), st VARCHAR2(8));
INSERT INTO budget VALUES ('X', 100);
CREATE OR REPLACE TRIGGER request_br BEFORE INSERT ON request FOR EACH ROW
DECLARE
  v NUMBER;
BEGIN
  SELECT left_amt INTO v FROM budget WHERE dep = :NEW.dep;
  :NEW.st := CASE WHEN v >= :NEW.amt THEN 'granted' ELSE 'refused' END;
END;
/
CREATE OR REPLACE TRIGGER request_ar AFTER INSERT ON request FOR EACH ROW
BEGIN
  IF :NEW.st = 'granted' THEN
    UPDATE budget SET left_amt = left_amt - :NEW.amt WHERE dep = :NEW.dep;
  END IF;
END;
/
INSERT INTO request (id, dep, amt) SELECT LEVEL, 'X', 60 FROM dual CONNECT BY LEVEL <= 3;
BEGIN
  FOR r IN (SELECT id, st FROM request ORDER BY id) LOOP DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.st); END LOOP;
  FOR r IN (SELECT left_amt FROM budget) LOOP DBMS_OUTPUT.PUT_LINE(r.left_amt); END LOOP;
END;
/
