-- trap: A07, G02, G06
-- oracle: an index made before its key is used by it (USING INDEX); unique keys compare what is not null, rows of NULLs only are free
SET SERVEROUTPUT ON
CREATE TABLE drug (id NUMBER(6) NOT NULL, code VARCHAR2(8), lot VARCHAR2(8), price NUMBER(8,2));
CREATE UNIQUE INDEX drug_pk ON drug (id);
ALTER TABLE drug ADD CONSTRAINT drug_pk PRIMARY KEY (id) USING INDEX drug_pk;
ALTER TABLE drug
  ADD CONSTRAINT drug_code_uk UNIQUE (code, lot)
  USING INDEX PCTFREE 10;
ALTER TABLE drug ADD (note VARCHAR2(20), CONSTRAINT drug_price_ck CHECK (price > 0) DISABLE);
DECLARE
  PROCEDURE add_drug(p_id NUMBER, p_code VARCHAR2, p_lot VARCHAR2) IS
  BEGIN
    INSERT INTO drug (id, code, lot, price) VALUES (p_id, p_code, p_lot, -1);
    DBMS_OUTPUT.PUT_LINE(p_id || ' in');
  EXCEPTION
    WHEN DUP_VAL_ON_INDEX THEN DBMS_OUTPUT.PUT_LINE(p_id || ' twice');
  END;
BEGIN
  add_drug(1, 'A', NULL);
  add_drug(2, 'A', NULL);
  add_drug(3, NULL, NULL);
  add_drug(4, NULL, NULL);
  add_drug(4, 'B', 'L1');
  EXECUTE IMMEDIATE 'ALTER TABLE drug DISABLE CONSTRAINT drug_code_uk';
  add_drug(5, 'A', NULL);
  DELETE FROM drug WHERE id = 5;
  EXECUTE IMMEDIATE 'ALTER TABLE drug ENABLE CONSTRAINT drug_code_uk';
  add_drug(6, 'A', NULL);
  EXECUTE IMMEDIATE 'ALTER TABLE drug DROP CONSTRAINT drug_code_uk';
  add_drug(7, 'A', NULL);
  EXECUTE IMMEDIATE 'ALTER TABLE drug DROP PRIMARY KEY';
  add_drug(7, 'C', NULL);
END;
/
