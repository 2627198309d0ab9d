-- trap: F15
-- oracle: DBMS_LOB on variables, parameters, package state and record fields; READ ends with NO_DATA_FOUND; COPY, WRITE, TRIM, COMPARE; BLOBs
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE doc IS
  g_text CLOB;
  PROCEDURE add_line(p_doc IN OUT NOCOPY CLOB, p_line IN VARCHAR2);
  PROCEDURE reset;
END;
/
CREATE OR REPLACE PACKAGE BODY doc IS
  PROCEDURE add_line(p_doc IN OUT NOCOPY CLOB, p_line IN VARCHAR2) IS
  BEGIN
    IF p_line IS NOT NULL THEN
      DBMS_LOB.WRITEAPPEND(p_doc, LENGTH(p_line), p_line);
    END IF;
    dbms_lob.writeappend(lob_loc => p_doc, amount => 1, buffer => CHR(10));
  END;
  PROCEDURE reset IS
  BEGIN
    DBMS_LOB.CREATETEMPORARY(g_text, TRUE, DBMS_LOB.SESSION);
  END;
END;
/
DECLARE
  TYPE t_rec IS RECORD (id NUMBER, body CLOB, bin BLOB);
  r        t_rec;
  v_text   CLOB := '病历首页';
  v_none   CLOB;
  v_amount NUMBER;
  v_pos    INTEGER := 1;
  v_buffer VARCHAR2(40);
BEGIN
  doc.reset;
  doc.add_line(doc.g_text, 'one');
  doc.add_line(doc.g_text, NULL);
  DBMS_LOB.APPEND(doc.g_text, 'two');
  DBMS_OUTPUT.PUT_LINE(DBMS_LOB.GETLENGTH(doc.g_text) || ' ' || REPLACE(doc.g_text, CHR(10), '/'));
  r.body := v_text;
  DBMS_LOB.WRITE(r.body, 2, 7, '记录');
  DBMS_OUTPUT.PUT_LINE('[' || r.body || '] ' || DBMS_LOB.INSTR(r.body, '记'));
  DBMS_LOB.TRIM(r.body, 4);
  DBMS_LOB.COPY(r.body, doc.g_text, 99, 5, 1);
  DBMS_OUTPUT.PUT_LINE(REPLACE(r.body, CHR(10), '/') || ' ' || DBMS_LOB.COMPARE(r.body, v_text) || ' ' || DBMS_LOB.COMPARE(r.body, v_text, 4));
  BEGIN
    LOOP
      v_amount := 3;
      DBMS_LOB.READ(v_text, v_amount, v_pos, v_buffer);
      DBMS_OUTPUT.PUT_LINE('read ' || v_amount || ' ' || v_buffer);
      v_pos := v_pos + v_amount;
    END LOOP;
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      DBMS_OUTPUT.PUT_LINE('end at ' || v_pos);
  END;
  BEGIN
    DBMS_LOB.WRITEAPPEND(v_none, 1, 'x');
  EXCEPTION
    WHEN VALUE_ERROR THEN
      DBMS_OUTPUT.PUT_LINE('no locator');
  END;
  DBMS_LOB.CREATETEMPORARY(r.bin, FALSE);
  DBMS_LOB.WRITEAPPEND(r.bin, 3, HEXTORAW('010203'));
  DBMS_LOB.APPEND(r.bin, HEXTORAW('FF'));
  DBMS_OUTPUT.PUT_LINE(DBMS_LOB.GETLENGTH(r.bin) || ' ' || RAWTOHEX(DBMS_LOB.SUBSTR(r.bin, 2, 3)));
  IF v_none IS NULL AND r.body IS NOT NULL THEN
    DBMS_LOB.FREETEMPORARY(r.body);
  END IF;
  v_text := EMPTY_CLOB();
  DBMS_OUTPUT.PUT_LINE('empty [' || v_text || '] ' || DBMS_LOB.GETLENGTH(v_text) || CASE WHEN v_text IS NULL THEN ' null' ELSE ' not null' END);
  DBMS_OUTPUT.PUT_LINE('nothing [' || DBMS_LOB.SUBSTR(v_text, 10, 1) || '] [' || DBMS_LOB.GETLENGTH(v_none) || ']');
END;
/
