-- trap: G08
-- oracle: FORCE views may stand before the tables, views and functions that they read, with their comments, grants and triggers
SET SERVEROUTPUT ON
-- 最外层视图
CREATE OR REPLACE FORCE VIEW v_total (ward, total) AS
  SELECT ward, fee.in_yuan(SUM(cents)) FROM v_bill GROUP BY ward;
COMMENT ON TABLE v_total IS '合计';
CREATE OR REPLACE FORCE EDITIONABLE VIEW "HIS_BILL" AS SELECT id, cents FROM bill;
CREATE OR REPLACE FORCE VIEW v_bill AS
  SELECT b.id, b.ward, b.cents FROM bill b /* all of them */ WHERE b.cents IS NOT NULL;
COMMENT ON COLUMN v_bill.cents IS '分';
CREATE OR REPLACE TRIGGER v_bill_ins INSTEAD OF INSERT ON v_bill FOR EACH ROW
BEGIN
  INSERT INTO bill VALUES (:NEW.id, UPPER(:NEW.ward), :NEW.cents);
END;
/
CREATE TABLE bill (id NUMBER(6) PRIMARY KEY, ward VARCHAR2(4), cents NUMBER(10));
CREATE OR REPLACE PACKAGE fee AS
  FUNCTION in_yuan(p_cents NUMBER) RETURN VARCHAR2;
END;
/
CREATE OR REPLACE PACKAGE BODY fee AS
  FUNCTION in_yuan(p_cents NUMBER) RETURN VARCHAR2 IS
  BEGIN
    RETURN TO_CHAR(p_cents / 100, 'FM9990.00') || '元';
  END;
END;
/
INSERT INTO v_bill (id, ward, cents) VALUES (1, 'a1', 1250);
INSERT INTO v_bill (id, ward, cents) VALUES (2, 'a1', 50);
INSERT INTO bill VALUES (3, 'B2', NULL);
BEGIN
  FOR r IN (SELECT ward, total FROM v_total ORDER BY ward) LOOP
    DBMS_OUTPUT.PUT_LINE(r.ward || ' ' || r.total);
  END LOOP;
  FOR r IN (SELECT COUNT(*) n, COUNT(cents) c FROM his_bill) LOOP
    DBMS_OUTPUT.PUT_LINE(r.n || ' ' || r.c);
  END LOOP;
END;
/
