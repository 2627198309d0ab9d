-- trap: B03, D06, F10, F11
-- oracle: elements and fields of collections and records take what their declared types take: ORA-06502 for too long a text, rounding and ORA-06502 for numbers
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE t_codes AS TABLE OF VARCHAR2(3);
/
CREATE OR REPLACE TYPE t_fees AS VARRAY(5) OF NUMBER(5,2);
/
CREATE TABLE item (id NUMBER(3), name VARCHAR2(4), fee NUMBER(5,2), kind CHAR(2));
INSERT INTO item VALUES (1, 'abcd', 1.25, 'x');
DECLARE
  TYPE t_by_name IS TABLE OF VARCHAR2(3) INDEX BY VARCHAR2(10);
  TYPE t_nums IS TABLE OF NUMBER(5,2) INDEX BY PLS_INTEGER;
  TYPE t_names IS TABLE OF VARCHAR2(3);
  TYPE t_ints IS TABLE OF PLS_INTEGER;
  TYPE t_rec IS RECORD (code VARCHAR2(3), fee NUMBER(5,2), n NUMBER(2));
  TYPE t_recs IS TABLE OF t_rec INDEX BY PLS_INTEGER;
  TYPE t_rows IS TABLE OF item%ROWTYPE INDEX BY PLS_INTEGER;
  names t_by_name;
  nums t_nums;
  list t_names := t_names('a', 'b', 'c');
  holes t_names := t_names('a', 'b', 'c');
  codes t_codes := t_codes();
  fees t_fees := t_fees(1, 2);
  ints t_ints := t_ints(1, 2);
  r t_rec;
  recs t_recs;
  rows_ t_rows;
  PROCEDURE try(p_what VARCHAR2) IS
  BEGIN
    CASE p_what
      WHEN 'assoc text' THEN names('x') := 'long';
      WHEN 'assoc number' THEN nums(1) := 1000;
      WHEN 'nested text' THEN list(2) := 'long';
      WHEN 'nested holes' THEN holes(2) := 'long';
      WHEN 'extend text' THEN codes.EXTEND; codes(1) := 'wxyz';
      WHEN 'varray number' THEN fees(1) := 12345;
      WHEN 'constructor' THEN list := t_names('ok', 'long');
      WHEN 'record text' THEN r.code := 'long';
      WHEN 'record number' THEN r.n := 100;
      WHEN 'assoc record' THEN recs(1).code := 'long';
      WHEN 'row text' THEN rows_(1).name := 'abcde';
      WHEN 'select into' THEN SELECT name INTO names('y') FROM item;
      WHEN 'select record' THEN SELECT name INTO r.code FROM item;
      WHEN 'bulk' THEN SELECT name BULK COLLECT INTO list FROM item;
    END CASE;
    DBMS_OUTPUT.PUT_LINE(p_what || ': stored');
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE(p_what || ': value error');
  END;
BEGIN
  holes.DELETE(1);
  try('assoc text');
  try('assoc number');
  try('nested text');
  try('nested holes');
  try('extend text');
  try('varray number');
  try('constructor');
  try('record text');
  try('record number');
  try('assoc record');
  try('row text');
  try('select into');
  try('select record');
  try('bulk');
  names('x') := 'abc';
  nums(1) := 1.005;
  nums(2) := 2.345;
  list(2) := 'xyz';
  fees(1) := 1.999;
  ints(1) := 2.5;
  r.fee := 0.125;
  recs(1).fee := 0.135;
  recs(1).code := 'abc';
  rows_(1).fee := 9.999;
  rows_(1).kind := 'a';
  DBMS_OUTPUT.PUT_LINE(names('x') || ' ' || nums(1) || ' ' || nums(2) || ' ' || list(2) || ' ' || fees(1) || ' ' || ints(1));
  DBMS_OUTPUT.PUT_LINE(r.fee || ' ' || recs(1).fee || recs(1).code || ' ' || rows_(1).fee || ' [' || rows_(1).kind || ']');
END;
/
