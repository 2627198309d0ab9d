-- trap: F21, F07
-- oracle: compound trigger with audit, several triggers
SET SERVEROUTPUT ON
CREATE TABLE drug (id NUMBER PRIMARY KEY, name VARCHAR2(30), stock NUMBER DEFAULT 0, price NUMBER(8,2), upd DATE, who VARCHAR2(30));
CREATE TABLE drug_log (seq NUMBER, txt VARCHAR2(200));
CREATE SEQUENCE drug_seq START WITH 10;
CREATE SEQUENCE log_seq;
CREATE OR REPLACE PACKAGE drug_ctx IS
  g_user VARCHAR2(30) := 'nobody';
  g_depth PLS_INTEGER := 0;
  PROCEDURE log(p VARCHAR2);
END;
/
CREATE OR REPLACE PACKAGE BODY drug_ctx IS
  PROCEDURE log(p VARCHAR2) IS
  BEGIN
    INSERT INTO drug_log VALUES (log_seq.NEXTVAL, p);
  END;
END;
/
CREATE OR REPLACE TRIGGER drug_bi BEFORE INSERT OR UPDATE OF stock, price ON drug FOR EACH ROW
DECLARE
  v_kind VARCHAR2(10);
BEGIN
  IF INSERTING THEN
    v_kind := 'ins';
    IF :NEW.id IS NULL THEN
      :NEW.id := drug_seq.NEXTVAL;
    END IF;
  ELSIF UPDATING('STOCK') THEN
    v_kind := 'stock';
  ELSE
    v_kind := 'other';
  END IF;
  :NEW.who := drug_ctx.g_user || '/' || v_kind;
  IF :NEW.stock < 0 THEN
    RAISE_APPLICATION_ERROR(-20001, 'stock of ' || :OLD.name || ' would be ' || :NEW.stock);
  END IF;
END;
/
CREATE OR REPLACE TRIGGER drug_cmp FOR INSERT OR UPDATE OR DELETE ON drug COMPOUND TRIGGER
  TYPE t_ids IS TABLE OF VARCHAR2(60) INDEX BY PLS_INTEGER;
  v_ids t_ids;
  v_n PLS_INTEGER := 0;
  BEFORE STATEMENT IS
  BEGIN
    drug_ctx.g_depth := drug_ctx.g_depth + 1;
  END BEFORE STATEMENT;
  AFTER EACH ROW IS
  BEGIN
    v_n := v_n + 1;
    v_ids(v_n) := CASE WHEN INSERTING THEN '+' || :NEW.id WHEN DELETING THEN '-' || :OLD.id ELSE :OLD.stock || '>' || :NEW.stock END;
  END AFTER EACH ROW;
  AFTER STATEMENT IS
    v_all VARCHAR2(200);
  BEGIN
    FOR i IN 1 .. v_ids.COUNT LOOP
      v_all := v_all || ' ' || v_ids(i);
    END LOOP;
    drug_ctx.log(drug_ctx.g_depth || ':' || v_n || v_all);
  END AFTER STATEMENT;
END drug_cmp;
/
DECLARE
  v_id drug.id%TYPE;
BEGIN
  INSERT INTO drug (name, stock, price) VALUES ('Aspirin', 5, 1.5) RETURNING id INTO v_id;
  DBMS_OUTPUT.PUT_LINE('id ' || v_id);
  drug_ctx.g_user := 'anna';
  INSERT INTO drug (id, name, stock) SELECT 20 + ROWNUM, 'D' || ROWNUM, ROWNUM * 10 FROM dual CONNECT BY LEVEL <= 3;
  DBMS_OUTPUT.PUT_LINE('ins ' || SQL%ROWCOUNT);
  UPDATE drug SET stock = stock - 10 WHERE id > 20 AND stock > 10;
  DBMS_OUTPUT.PUT_LINE('upd ' || SQL%ROWCOUNT);
  UPDATE drug SET price = 2, name = 'X' WHERE id = 10;
  BEGIN
    UPDATE drug SET stock = stock - 11 WHERE id >= 21;
  EXCEPTION
    WHEN OTHERS THEN
      DBMS_OUTPUT.PUT_LINE(SQLCODE);
  END;
  UPDATE drug SET stock = 1 WHERE id = 999;
  DELETE FROM drug WHERE id IN (21, 22);
  FOR r IN (SELECT txt FROM drug_log ORDER BY seq) LOOP
    DBMS_OUTPUT.PUT_LINE(r.txt);
  END LOOP;
  FOR r IN (SELECT id, name, stock, who FROM drug ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.name || ' ' || r.stock || ' ' || r.who);
  END LOOP;
END;
/
