-- trap: F07, F10, F11
-- oracle: a package that keeps a table of records that hold tables; copies are by value; sparse deletes
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE rx_book IS
  TYPE t_dose IS RECORD (drug VARCHAR2(20), qty NUMBER(6,2) DEFAULT 1, unit VARCHAR2(5) := 'tab');
  TYPE t_doses IS TABLE OF t_dose;
  TYPE t_sheet IS RECORD (pat VARCHAR2(20), doses t_doses := t_doses());
  TYPE t_sheets IS TABLE OF t_sheet INDEX BY VARCHAR2(10);
  PROCEDURE add_dose(p_key IN VARCHAR2, p_drug IN VARCHAR2, p_qty IN NUMBER DEFAULT NULL);
  FUNCTION get_sheet(p_key IN VARCHAR2) RETURN t_sheet;
  PROCEDURE drop_dose(p_key IN VARCHAR2, p_no IN PLS_INTEGER);
  PROCEDURE show;
END;
/
CREATE OR REPLACE PACKAGE BODY rx_book IS
  g_sheets t_sheets;
  PROCEDURE add_dose(p_key IN VARCHAR2, p_drug IN VARCHAR2, p_qty IN NUMBER DEFAULT NULL) IS
    v_dose t_dose;
    v_new  t_sheet;
  BEGIN
    IF NOT g_sheets.EXISTS(p_key) THEN
      v_new.pat := INITCAP(p_key);
      g_sheets(p_key) := v_new;
    END IF;
    v_dose.drug := p_drug;
    v_dose.qty := NVL(p_qty, v_dose.qty);
    g_sheets(p_key).doses.EXTEND;
    g_sheets(p_key).doses(g_sheets(p_key).doses.LAST) := v_dose;
  END;
  FUNCTION get_sheet(p_key IN VARCHAR2) RETURN t_sheet IS
  BEGIN
    RETURN g_sheets(p_key);
  END;
  PROCEDURE drop_dose(p_key IN VARCHAR2, p_no IN PLS_INTEGER) IS
  BEGIN
    g_sheets(p_key).doses.DELETE(p_no);
  END;
  PROCEDURE show IS
    k VARCHAR2(10) := g_sheets.FIRST;
    i PLS_INTEGER;
  BEGIN
    WHILE k IS NOT NULL LOOP
      DBMS_OUTPUT.PUT_LINE(k || ' ' || g_sheets(k).pat || ' ' || g_sheets(k).doses.COUNT || '/' || g_sheets(k).doses.LAST);
      i := g_sheets(k).doses.FIRST;
      WHILE i IS NOT NULL LOOP
        DBMS_OUTPUT.PUT_LINE('  ' || i || '-' || g_sheets(k).doses(i).drug || ' ' || g_sheets(k).doses(i).qty || g_sheets(k).doses(i).unit);
        i := g_sheets(k).doses.NEXT(i);
      END LOOP;
      k := g_sheets.NEXT(k);
    END LOOP;
  END;
END;
/
DECLARE
  s rx_book.t_sheet;
BEGIN
  rx_book.add_dose('li', 'aspirin', 0.5);
  rx_book.add_dose('wang', 'ibuprofen');
  rx_book.add_dose('li', 'codeine', 2);
  rx_book.add_dose('Wu', 'none', 3);
  rx_book.add_dose('li', 'zinc');
  s := rx_book.get_sheet('li');
  s.doses(1).drug := 'changed';
  s.doses.DELETE;
  rx_book.drop_dose('li', 2);
  rx_book.show;
  DBMS_OUTPUT.PUT_LINE('copy ' || s.doses.COUNT || ' ' || s.pat);
  BEGIN
    s := rx_book.get_sheet('nobody');
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      DBMS_OUTPUT.PUT_LINE('no sheet ' || SQLCODE);
  END;
  BEGIN
    s := rx_book.get_sheet('li');
    DBMS_OUTPUT.PUT_LINE(s.doses(2).drug);
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      DBMS_OUTPUT.PUT_LINE('no dose ' || s.doses.COUNT);
  END;
  BEGIN
    DBMS_OUTPUT.PUT_LINE(s.doses(4).drug);
  EXCEPTION
    WHEN SUBSCRIPT_BEYOND_COUNT THEN
      DBMS_OUTPUT.PUT_LINE('beyond');
  END;
END;
/
