-- trap: F21, F05
-- oracle: UPDATING('COL') is true when the column is in the SET list, whatever the value; BEFORE changes are seen by AFTER; statement triggers fire once, even for no row
SET SERVEROUTPUT ON
CREATE TABLE order_hdr (id NUMBER(6) PRIMARY KEY, status VARCHAR2(8) DEFAULT 'NEW', amt NUMBER(8,2), upd_cnt NUMBER(4) DEFAULT 0, memo VARCHAR2(20));
CREATE TABLE audit_log (seq NUMBER(6), txt VARCHAR2(100));
CREATE SEQUENCE audit_seq NOCACHE;
CREATE OR REPLACE PACKAGE trg_ctx IS
  n_rows PLS_INTEGER := 0;
  PROCEDURE log(p VARCHAR2);
END;
/
CREATE OR REPLACE PACKAGE BODY trg_ctx IS
  PROCEDURE log(p VARCHAR2) IS
  BEGIN
    n_rows := n_rows + 1;
    INSERT INTO audit_log VALUES (n_rows, p);
  END;
END;
/
CREATE OR REPLACE TRIGGER order_hdr_bs BEFORE INSERT OR UPDATE OR DELETE ON order_hdr
BEGIN
  trg_ctx.log('BS ' || CASE WHEN INSERTING THEN 'I' WHEN UPDATING('STATUS') THEN 'Us' WHEN UPDATING THEN 'U' ELSE 'D' END);
END;
/
CREATE OR REPLACE TRIGGER order_hdr_br BEFORE INSERT OR UPDATE OF amt, status ON order_hdr
REFERENCING NEW AS n OLD AS o
FOR EACH ROW
WHEN (n.amt IS NULL OR n.amt <> 0)
DECLARE
  v_old VARCHAR2(8) := :o.status;
BEGIN
  :n.upd_cnt := NVL(:o.upd_cnt, 0) + 1;
  :n.memo := SUBSTR(v_old || '>' || :n.status, 1, 20);
  IF UPDATING('amt') THEN
    :n.memo := :n.memo || ' amt';
  END IF;
END;
/
CREATE OR REPLACE TRIGGER order_hdr_ar AFTER UPDATE OR DELETE ON order_hdr FOR EACH ROW
BEGIN
  IF DELETING THEN
    trg_ctx.log('AR D ' || :OLD.id || ' [' || :NEW.id || ']');
  ELSIF UPDATING('STATUS') OR :NEW.amt <> :OLD.amt THEN
    trg_ctx.log('AR ' || :NEW.id || ' ' || :OLD.status || '-' || :NEW.status || ' ' || :NEW.upd_cnt || ' ' || :NEW.memo);
  END IF;
END order_hdr_ar;
/
INSERT INTO order_hdr (id, amt) VALUES (1, 10);
INSERT INTO order_hdr (id, amt) VALUES (2, 0);
UPDATE order_hdr SET status = status;
UPDATE order_hdr SET amt = amt + 1 WHERE id = 2;
UPDATE order_hdr SET memo = 'x' WHERE id = 1;
UPDATE order_hdr SET status = 'X' WHERE id = 99;
DELETE FROM order_hdr WHERE id = 1;
BEGIN
  FOR r IN (SELECT seq, txt FROM audit_log ORDER BY seq) LOOP
    DBMS_OUTPUT.PUT_LINE(r.seq || ' ' || r.txt);
  END LOOP;
  FOR r IN (SELECT * FROM order_hdr) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.upd_cnt || ' ' || r.memo);
  END LOOP;
END;
/
