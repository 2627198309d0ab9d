-- trap: G10, F14
-- oracle: USER_TABLES, USER_TAB_COLUMNS and others hold names in capitals; upgrade scripts look there before they create
SET SERVEROUTPUT ON
CREATE TABLE 收费明细 (
  id     NUMBER(10) CONSTRAINT 收费明细_pk PRIMARY KEY,
  bed_no VARCHAR2(8) DEFAULT '-' NOT NULL,
  金额   NUMBER(16,5),
  时间   DATE
);
CREATE INDEX ix_bed ON 收费明细 (bed_no, 时间 DESC);
CREATE SEQUENCE 收费明细_seq START WITH 5 NOCACHE;
CREATE TABLE bed (no VARCHAR2(8) PRIMARY KEY, ward NUMBER(4) CONSTRAINT bed_ward_ck CHECK (ward > 0));
ALTER TABLE 收费明细 ADD CONSTRAINT 收费_bed_fk FOREIGN KEY (bed_no) REFERENCES bed (no) ON DELETE CASCADE;
CREATE OR REPLACE VIEW v_bed AS SELECT no, ward FROM bed;
COMMENT ON TABLE bed IS '床位';
COMMENT ON COLUMN bed.ward IS '病区';
CREATE OR REPLACE TRIGGER bed_trg BEFORE INSERT OR UPDATE ON bed FOR EACH ROW
BEGIN
  :NEW.no := UPPER(:NEW.no);
END;
/
CREATE OR REPLACE PACKAGE bed_api AS
  PROCEDURE free(p_no VARCHAR2);
END;
/
CREATE OR REPLACE PACKAGE BODY bed_api AS
  PROCEDURE free(p_no VARCHAR2) IS
  BEGIN
    DELETE FROM bed WHERE no = p_no;
  END;
END;
/
CREATE OR REPLACE PROCEDURE ensure_column(p_table VARCHAR2, p_column user_tab_columns.column_name%TYPE) IS
  n PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO n FROM user_tab_columns /* 是否存在 */ WHERE table_name = UPPER(p_table) AND column_name = UPPER(p_column);
  IF n = 0 THEN
    EXECUTE IMMEDIATE 'ALTER TABLE ' || p_table || ' ADD ' || p_column || ' NUMBER(3)';
    DBMS_OUTPUT.PUT_LINE(p_column || ' added');
  ELSE
    DBMS_OUTPUT.PUT_LINE(p_column || ' is there');
  END IF;
END;
/
DECLARE
  v_n   NUMBER;
  v_tab user_tables.table_name%TYPE;
  v_row user_sequences%ROWTYPE;
BEGIN
  SELECT COUNT(1) INTO v_n FROM user_tables WHERE table_name IN ('收费明细', 'BED', 'bed');
  DBMS_OUTPUT.PUT_LINE('tables ' || v_n);
  SELECT table_name INTO v_tab FROM user_tables t WHERE t.table_name LIKE 'BE%';
  DBMS_OUTPUT.PUT_LINE('table ' || v_tab);
  FOR r IN (SELECT column_name, data_type, data_length, data_precision, data_scale, nullable, column_id
              FROM user_tab_columns WHERE table_name = '收费明细' ORDER BY column_id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.column_id || ' ' || r.column_name || ' ' || r.data_type || ' ' || r.data_length || ' ' || r.data_precision || ',' || r.data_scale || ' ' || r.nullable);
  END LOOP;
  FOR r IN (SELECT constraint_name, constraint_type, r_constraint_name, delete_rule, status FROM user_constraints
             WHERE table_name = '收费明细' AND constraint_type <> 'C' ORDER BY constraint_type) LOOP
    DBMS_OUTPUT.PUT_LINE(r.constraint_name || ' ' || r.constraint_type || ' ' || r.delete_rule || ' ' || r.status);
  END LOOP;
  SELECT COUNT(*) INTO v_n FROM user_constraints c, user_cons_columns cc
   WHERE c.constraint_name = cc.constraint_name AND c.table_name = 'BED' AND c.constraint_type = 'C' AND cc.column_name = 'WARD';
  DBMS_OUTPUT.PUT_LINE('checks ' || v_n);
  FOR r IN (SELECT i.uniqueness, c.column_position, c.column_name FROM user_indexes i JOIN user_ind_columns c ON c.index_name = i.index_name
             WHERE i.table_name = '收费明细' AND i.index_name = 'IX_BED' AND c.column_position = 1) LOOP
    DBMS_OUTPUT.PUT_LINE(r.uniqueness || ' ' || r.column_position || ' ' || r.column_name);
  END LOOP;
  SELECT * INTO v_row FROM user_sequences WHERE sequence_name = '收费明细_SEQ';
  DBMS_OUTPUT.PUT_LINE('sequence ' || v_row.last_number || ' by ' || v_row.increment_by);
  FOR r IN (SELECT object_type, COUNT(*) cnt FROM user_objects
             WHERE object_type IN ('TABLE', 'VIEW', 'SEQUENCE', 'TRIGGER', 'PROCEDURE', 'PACKAGE') GROUP BY object_type ORDER BY object_type) LOOP
    DBMS_OUTPUT.PUT_LINE(r.object_type || ' ' || r.cnt);
  END LOOP;
  SELECT COUNT(*) INTO v_n FROM all_tables WHERE owner = USER AND table_name = 'BED';
  DBMS_OUTPUT.PUT_LINE('own ' || v_n);
  FOR r IN (SELECT t.comments AS tc, c.comments AS cc FROM user_tab_comments t, user_col_comments c
             WHERE t.table_name = c.table_name AND t.table_name = 'BED' AND c.column_name = 'WARD') LOOP
    DBMS_OUTPUT.PUT_LINE(r.tc || ' ' || r.cc);
  END LOOP;
  FOR r IN (SELECT trigger_name, trigger_type, triggering_event, status FROM user_triggers WHERE table_name = 'BED') LOOP
    DBMS_OUTPUT.PUT_LINE(r.trigger_name || ' ' || r.trigger_type || ' ' || r.triggering_event || ' ' || r.status);
  END LOOP;
  SELECT COUNT(*) INTO v_n FROM user_views WHERE view_name = 'V_BED';
  DBMS_OUTPUT.PUT_LINE('views ' || v_n);
  ensure_column('bed', 'floor');
  ensure_column('bed', 'floor');
  SELECT COUNT(*) INTO v_n FROM sys.dba_tab_columns WHERE table_name = 'BED' AND owner = USER;
  DBMS_OUTPUT.PUT_LINE('columns ' || v_n);
  SELECT COUNT(*) INTO v_n FROM user_tables WHERE table_name = 'NO_SUCH';
  IF v_n = 0 THEN
    EXECUTE IMMEDIATE 'CREATE TABLE no_such (a NUMBER)';
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM user_tables WHERE table_name = :t' INTO v_n USING 'NO_SUCH';
  DBMS_OUTPUT.PUT_LINE('created ' || v_n);
END;
/
