-- trap: G02, G09, G10, D07
-- oracle: ALTER TABLE forms as upgrade scripts write them, comments, synonyms, renames, grants
SET SERVEROUTPUT ON
CREATE TABLE "T_ITEM" ("ID" NUMBER(8) NOT NULL ENABLE, "NAME" VARCHAR2(20 BYTE), PRICE NUMBER(8,2), OLD_COL VARCHAR2(5), CONSTRAINT "PK_T_ITEM" PRIMARY KEY ("ID") USING INDEX PCTFREE 10 STORAGE (INITIAL 64K) ENABLE) SEGMENT CREATION IMMEDIATE NOCOMPRESS LOGGING;
COMMENT ON TABLE t_item IS '收费项目; it''s the list';
COMMENT ON COLUMN t_item.name IS '名称--not a comment';
INSERT INTO t_item VALUES (1, 'CT', 300, 'x');
ALTER TABLE t_item ADD (unit VARCHAR2(10) DEFAULT '次' NOT NULL, rate NUMBER(5,4), upd DATE DEFAULT DATE '2024-01-01');
ALTER TABLE t_item MODIFY (name VARCHAR2(40), price DEFAULT 0 NOT NULL);
ALTER TABLE t_item MODIFY unit NULL;
ALTER TABLE t_item DROP COLUMN old_col;
ALTER TABLE t_item RENAME COLUMN rate TO discount;
ALTER TABLE t_item ADD CONSTRAINT ck_item CHECK (price >= 0 AND NVL(discount, 1) BETWEEN 0 AND 1) ENABLE NOVALIDATE;
ALTER TABLE t_item ADD CONSTRAINT uk_item UNIQUE (name) USING INDEX TABLESPACE idx;
ALTER TABLE t_item ADD parent_id NUMBER(8) CONSTRAINT fk_item REFERENCES t_item (id) ON DELETE SET NULL;
ALTER TABLE t_item DROP CONSTRAINT uk_item DROP INDEX;
RENAME t_item TO t_items;
CREATE OR REPLACE SYNONYM item FOR t_items;
INSERT INTO item (id, name, parent_id) VALUES (2, RPAD('N', 40, 'n'), 1);
INSERT INTO item (id, name, price, unit) VALUES (3, 'CT', 1, NULL);
DELETE item WHERE id = 1;
BEGIN
  FOR r IN (SELECT i.*, LENGTH(name) l FROM item i ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.l || ' ' || r.price || ' ' || r.unit || ' [' || r.discount || r.parent_id || '] ' || TO_CHAR(r.upd, 'YYYY'));
  END LOOP;
  BEGIN
    INSERT INTO item (id, name, price) VALUES (4, 'MR', -1);
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('check ' || SQLCODE);
  END;
END;
/
