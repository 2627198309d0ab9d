-- trap: F17, F27, F11
-- oracle: pipelined function over a cursor parameter, joined with a table; object type with member, static, constructor default, nested table column
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE t_money AS OBJECT (
  amt NUMBER(10,2),
  cur VARCHAR2(3),
  MEMBER FUNCTION show RETURN VARCHAR2,
  MEMBER FUNCTION plus(p t_money) RETURN t_money,
  STATIC FUNCTION zero RETURN t_money
);
/
CREATE OR REPLACE TYPE BODY t_money AS
  MEMBER FUNCTION show RETURN VARCHAR2 IS BEGIN RETURN cur || TO_CHAR(SELF.amt, 'FM9990.00'); END;
  MEMBER FUNCTION plus(p t_money) RETURN t_money IS BEGIN RETURN t_money(amt + p.amt, NVL(p.cur, cur)); END plus;
  STATIC FUNCTION zero RETURN t_money IS BEGIN RETURN t_money(0, NULL); END;
END;
/
CREATE OR REPLACE TYPE t_line AS OBJECT (no NUMBER, txt VARCHAR2(40));
/
CREATE OR REPLACE TYPE t_lines AS TABLE OF t_line;
/
CREATE TABLE bill (id NUMBER(4), items VARCHAR2(40), total NUMBER(8,2));
INSERT INTO bill VALUES (1, 'CT,MR', 500.5);
INSERT INTO bill VALUES (2, 'X', 20);
CREATE OR REPLACE PACKAGE bill_api IS
  FUNCTION split(p VARCHAR2, p_sep VARCHAR2 DEFAULT ',') RETURN t_lines PIPELINED;
  FUNCTION big(p_min NUMBER) RETURN t_lines;
END;
/
CREATE OR REPLACE PACKAGE BODY bill_api IS
  FUNCTION split(p VARCHAR2, p_sep VARCHAR2 DEFAULT ',') RETURN t_lines PIPELINED IS
    v VARCHAR2(100) := p || p_sep; n NUMBER := 0; i PLS_INTEGER;
  BEGIN
    WHILE v IS NOT NULL LOOP
      i := INSTR(v, p_sep);
      n := n + 1;
      PIPE ROW (t_line(n, SUBSTR(v, 1, i - 1)));
      v := SUBSTR(v, i + LENGTH(p_sep));
      IF n >= 10 THEN RETURN; END IF;
    END LOOP;
    RETURN;
  END;
  FUNCTION big(p_min NUMBER) RETURN t_lines IS
    l t_lines;
  BEGIN
    SELECT t_line(id, TO_CHAR(total)) BULK COLLECT INTO l FROM bill WHERE total >= p_min ORDER BY id;
    RETURN l;
  END;
END bill_api;
/
DECLARE
  m t_money := t_money(1.5, 'CNY'); z t_money; ls t_lines := t_lines(); n NUMBER;
BEGIN
  z := t_money.zero;
  z := z.plus(m).plus(t_money(2, NULL));
  DBMS_OUTPUT.PUT_LINE(z.show() || ' ' || m.show);
  FOR r IN (SELECT b.id, s.no, s.txt FROM bill b, TABLE(bill_api.split(b.items)) s ORDER BY b.id, s.no DESC) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.no || ' ' || r.txt);
  END LOOP;
  SELECT COUNT(*) INTO n FROM TABLE(bill_api.split('a;;b', ';')) WHERE txt IS NOT NULL;
  DBMS_OUTPUT.PUT_LINE(n);
  ls := bill_api.big(0);
  ls.EXTEND;
  ls(ls.COUNT) := t_line(9, 'nine');
  SELECT SUM(t.no), MAX(t.txt) INTO n, z.cur FROM TABLE(ls) t WHERE t.no <> 2;
  DBMS_OUTPUT.PUT_LINE(n || SUBSTR(z.cur, 1, 3));
EXCEPTION
  WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('cur too long');
END;
/
