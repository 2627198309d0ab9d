-- trap: F07, F09, F12, D06
-- oracle: variables of packages and of routines around, collections of records: ORA-06502 when a value does not fit, numbers are rounded to their scale
SET SERVEROUTPUT ON
CREATE TABLE item (id NUMBER(3), name VARCHAR2(4), fee NUMBER(5,2));
INSERT INTO item VALUES (1, 'abcd', 1.25);
CREATE OR REPLACE PACKAGE lim IS
  code VARCHAR2(3);
  fee NUMBER(5,2);
  TYPE t_map IS TABLE OF VARCHAR2(3) INDEX BY PLS_INTEGER;
  m t_map;
END;
/
DECLARE
  TYPE t_rec IS RECORD (id NUMBER(3), code VARCHAR2(3));
  TYPE t_recs IS TABLE OF t_rec;
  TYPE t_names IS TABLE OF VARCHAR2(3) INDEX BY PLS_INTEGER;
  TYPE t_ids IS TABLE OF NUMBER(3) INDEX BY PLS_INTEGER;
  recs t_recs;
  names t_names;
  ids t_ids;
  v VARCHAR2(3);
  n NUMBER(5,2);
  PROCEDURE outer_var(p VARCHAR2) IS
  BEGIN
    v := p;
    n := LENGTH(p) / 3;
    DBMS_OUTPUT.PUT_LINE('set ' || v || ' ' || n);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('too long ' || p);
  END;
BEGIN
  outer_var('abc');
  outer_var('abcd');
  DBMS_OUTPUT.PUT_LINE(v || ' ' || n);
  BEGIN
    SELECT id, name BULK COLLECT INTO recs FROM item;
    DBMS_OUTPUT.PUT_LINE('rows ' || recs(1).code);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('rows: value error');
  END;
  BEGIN
    SELECT name, id BULK COLLECT INTO names, ids FROM item;
    DBMS_OUTPUT.PUT_LINE('lists ' || names(1));
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('lists: value error');
  END;
  BEGIN
    lim.code := 'abcd';
    DBMS_OUTPUT.PUT_LINE('package ' || lim.code);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('package: value error');
  END;
  BEGIN
    lim.m(1) := 'abcd';
    DBMS_OUTPUT.PUT_LINE('package ' || lim.m(1));
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('package map: value error');
  END;
  lim.fee := 1.255;
  DBMS_OUTPUT.PUT_LINE(lim.fee);
  BEGIN
    lim.fee := 1000;
    DBMS_OUTPUT.PUT_LINE('package ' || lim.fee);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('package number: value error');
  END;
  BEGIN
    SELECT name INTO lim.code FROM item;
    DBMS_OUTPUT.PUT_LINE('package ' || lim.code);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('package into: value error');
  END;
END;
/
