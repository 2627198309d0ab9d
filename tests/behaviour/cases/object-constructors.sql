-- trap: F27
-- oracle: a constructor is chosen by number and types of its arguments, inside of the type's body too
SET SERVEROUTPUT ON
CREATE TYPE price_t AS OBJECT (
  amt NUMBER,
  cur VARCHAR2(3),
  CONSTRUCTOR FUNCTION price_t(p_txt VARCHAR2) RETURN SELF AS RESULT,
  CONSTRUCTOR FUNCTION price_t(p_day DATE, p_amt NUMBER) RETURN SELF AS RESULT,
  STATIC FUNCTION free(p_cur VARCHAR2) RETURN price_t
);
/
CREATE TYPE BODY price_t AS
  CONSTRUCTOR FUNCTION price_t(p_txt VARCHAR2) RETURN SELF AS RESULT IS
  BEGIN
    amt := TO_NUMBER(SUBSTR(p_txt, 1, LENGTH(p_txt) - 3));
    cur := SUBSTR(p_txt, -3);
    RETURN;
  END;
  CONSTRUCTOR FUNCTION price_t(p_day DATE, p_amt NUMBER) RETURN SELF AS RESULT IS
  BEGIN
    amt := p_amt + EXTRACT(DAY FROM p_day);
    cur := 'DAY';
    RETURN;
  END;
  STATIC FUNCTION free(p_cur VARCHAR2) RETURN price_t IS
  BEGIN
    RETURN price_t(0, p_cur);
  END;
END;
/
CREATE TABLE item (id NUMBER(3), p price_t);
INSERT INTO item VALUES (1, price_t('95EUR'));
INSERT INTO item VALUES (2, price_t(10, 'USD'));
DECLARE
  a price_t := price_t('12CNY');
  b price_t := price_t(DATE '2024-01-05', 1);
  c price_t := price_t.free('GBP');
  d price_t := price_t(cur => 'CHF', amt => 3);
BEGIN
  DBMS_OUTPUT.PUT_LINE(a.amt || a.cur || ' ' || b.amt || b.cur || ' ' || c.amt || c.cur || ' ' || d.amt || d.cur);
  FOR r IN (SELECT i.p.amt amt, i.p.cur cur FROM item i ORDER BY i.id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.amt || r.cur);
  END LOOP;
END;
/
