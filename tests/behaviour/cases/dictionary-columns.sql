-- trap: G10
-- oracle: every column that the translator takes for known in a dictionary view can be read
SET SERVEROUTPUT ON
CREATE TABLE ward (code VARCHAR2(4) CONSTRAINT ward_pk PRIMARY KEY, beds NUMBER(3) DEFAULT 0);
DECLARE
  n NUMBER;
BEGIN
  SELECT COUNT(*) INTO n FROM (SELECT table_name, status, num_rows, temporary, partitioned FROM user_tables WHERE table_name = 'WARD');
  DBMS_OUTPUT.PUT_LINE('tables ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, table_name, column_name, data_type, data_length, data_precision, data_scale, nullable, column_id, char_length
    FROM all_tab_columns WHERE table_name = 'WARD' AND owner = USER);
  DBMS_OUTPUT.PUT_LINE('columns ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, table_name, table_type, comments FROM dba_tab_comments WHERE table_name = 'WARD');
  DBMS_OUTPUT.PUT_LINE('comments ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, object_name, subobject_name, object_id, object_type, status, temporary, generated FROM all_objects WHERE object_name = 'WARD');
  DBMS_OUTPUT.PUT_LINE('objects ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, constraint_name, constraint_type, table_name, r_owner, r_constraint_name, delete_rule, status, validated, index_name
    FROM all_constraints WHERE constraint_name = 'WARD_PK');
  DBMS_OUTPUT.PUT_LINE('constraints ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, constraint_name, table_name, column_name, position FROM user_cons_columns WHERE constraint_name = 'WARD_PK');
  DBMS_OUTPUT.PUT_LINE('constraint columns ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, index_name, index_type, table_owner, table_name, uniqueness, status FROM all_indexes WHERE table_name = 'WARD');
  DBMS_OUTPUT.PUT_LINE('indexes ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT index_owner, table_owner, index_name, table_name, column_name, column_position, descend FROM all_ind_columns WHERE table_name = 'WARD');
  DBMS_OUTPUT.PUT_LINE('index columns ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT sequence_owner, sequence_name, min_value, max_value, increment_by, cycle_flag, order_flag, cache_size, last_number FROM all_sequences);
  DBMS_OUTPUT.PUT_LINE('sequences ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, view_name FROM all_views WHERE owner = USER);
  DBMS_OUTPUT.PUT_LINE('views ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, mview_name FROM all_mviews WHERE owner = USER);
  DBMS_OUTPUT.PUT_LINE('materialized views ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, trigger_name, trigger_type, triggering_event, table_owner, table_name, status FROM all_triggers WHERE owner = USER);
  DBMS_OUTPUT.PUT_LINE('triggers ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT username, user_id FROM user_users);
  DBMS_OUTPUT.PUT_LINE('users ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT table_owner, table_name, partition_name, num_rows FROM all_tab_partitions WHERE table_owner = USER);
  DBMS_OUTPUT.PUT_LINE('partitions ' || n);
  SELECT COUNT(*) INTO n FROM (SELECT owner, object_name, procedure_name, object_type FROM all_procedures WHERE owner = USER);
  DBMS_OUTPUT.PUT_LINE('procedures ' || n);
END;
/
