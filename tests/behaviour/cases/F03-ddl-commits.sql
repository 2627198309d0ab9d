-- trap: F02, F03, F14
-- oracle: ddl in dynamic sql commits; savepoints; insert fails after work
SET SERVEROUTPUT ON
CREATE TABLE inv (id NUMBER PRIMARY KEY, qty NUMBER CHECK (qty >= 0));
CREATE TABLE inv_log (n NUMBER, msg VARCHAR2(100));
CREATE OR REPLACE PACKAGE inv_api IS
  PROCEDURE move(p_from NUMBER, p_to NUMBER, p_qty NUMBER);
  PROCEDURE move_all(p_list VARCHAR2);
  FUNCTION safe_take(p_id NUMBER, p_qty NUMBER) RETURN BOOLEAN;
  g_fail PLS_INTEGER := 0;
END;
/
CREATE OR REPLACE PACKAGE BODY inv_api IS
  PROCEDURE log(p VARCHAR2) IS
    n NUMBER;
  BEGIN
    SELECT COUNT(*) INTO n FROM inv_log;
    INSERT INTO inv_log VALUES (n + 1, p);
  END;
  PROCEDURE move(p_from NUMBER, p_to NUMBER, p_qty NUMBER) IS
  BEGIN
    UPDATE inv SET qty = qty + p_qty WHERE id = p_to;
    IF SQL%NOTFOUND THEN
      INSERT INTO inv VALUES (p_to, p_qty);
      log('new ' || p_to);
    END IF;
    UPDATE inv SET qty = qty - p_qty WHERE id = p_from;
    IF SQL%ROWCOUNT = 0 THEN
      RAISE NO_DATA_FOUND;
    END IF;
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      log('nothing at ' || p_from);
      g_fail := g_fail + 1;
    WHEN OTHERS THEN
      log('failed ' || p_from || '>' || p_to || ' ' || SQLCODE);
      g_fail := g_fail + 1;
      RAISE;
  END;
  FUNCTION safe_take(p_id NUMBER, p_qty NUMBER) RETURN BOOLEAN IS
  BEGIN
    UPDATE inv SET qty = qty - p_qty WHERE id = p_id;
    RETURN SQL%FOUND;
  EXCEPTION
    WHEN OTHERS THEN RETURN FALSE;
  END;
  PROCEDURE move_all(p_list VARCHAR2) IS
    v_pos PLS_INTEGER := 1;
    v_next PLS_INTEGER;
    v_item VARCHAR2(20);
    v_bad VARCHAR2(100);
  BEGIN
    LOOP
      v_next := INSTR(p_list || ';', ';', v_pos);
      EXIT WHEN v_next = 0;
      v_item := SUBSTR(p_list, v_pos, v_next - v_pos);
      SAVEPOINT one;
      BEGIN
        move(TO_NUMBER(REGEXP_SUBSTR(v_item, '[^,]+', 1, 1)), TO_NUMBER(REGEXP_SUBSTR(v_item, '[^,]+', 1, 2)), TO_NUMBER(REGEXP_SUBSTR(v_item, '[^,]+', 1, 3)));
      EXCEPTION
        WHEN OTHERS THEN
          ROLLBACK TO one;
          v_bad := v_bad || '[' || v_item || ']';
      END;
      v_pos := v_next + 1;
    END LOOP;
    log('bad ' || v_bad);
    COMMIT;
  END;
END;
/
INSERT INTO inv VALUES (1, 10);
INSERT INTO inv VALUES (2, 5);
COMMIT;
BEGIN
  inv_api.move_all('1,2,3;1,3,4;9,1,1;2,1,100;1,2,1');
  FOR r IN (SELECT * FROM inv ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.qty);
  END LOOP;
  FOR r IN (SELECT * FROM inv_log ORDER BY n) LOOP
    DBMS_OUTPUT.PUT_LINE(r.n || ' ' || r.msg);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('fails ' || inv_api.g_fail);
  IF inv_api.safe_take(1, 1000) THEN
    DBMS_OUTPUT.PUT_LINE('took');
  ELSE
    DBMS_OUTPUT.PUT_LINE('not');
  END IF;
  BEGIN
    inv_api.move(1, 7, 500);
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('move ' || SQLCODE);
  END;
  FOR r IN (SELECT * FROM inv ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.qty);
  END LOOP;
  ROLLBACK;
END;
/
DECLARE
  n NUMBER;
BEGIN
  INSERT INTO inv VALUES (50, 1);
  EXECUTE IMMEDIATE 'CREATE TABLE tmp_x (a NUMBER)';
  INSERT INTO inv VALUES (51, 1);
  ROLLBACK;
  SELECT COUNT(*) INTO n FROM inv WHERE id IN (50, 51);
  DBMS_OUTPUT.PUT_LINE('after ddl ' || n);
  EXECUTE IMMEDIATE 'INSERT INTO tmp_x VALUES (:1)' USING 5;
  EXECUTE IMMEDIATE 'SELECT SUM(a) FROM tmp_x' INTO n;
  DBMS_OUTPUT.PUT_LINE('sum ' || n);
  EXECUTE IMMEDIATE 'DROP TABLE tmp_x';
END;
/
