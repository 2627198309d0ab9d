-- trap: D05 A08
-- oracle: UPPER, LOWER, INITCAP and || of CHARs give CHAR in SQL (compared with padding), NVL and NVL2 give VARCHAR2 (compared without);
--         LPAD and RPAD with a NULL pad are NULL
SET SERVEROUTPUT ON
CREATE TABLE shelf (id NUMBER(3) NOT NULL, code CHAR(5) NOT NULL, spare CHAR(5), label CHAR(9), pad VARCHAR2(3));
INSERT INTO shelf VALUES (1, 'ab', NULL, 'ab   x', NULL);
INSERT INTO shelf VALUES (2, 'Cd', 'cd', 'Cd   y', '*');
DECLARE
  PROCEDURE show (what VARCHAR2, n NUMBER) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE(what || ' ' || n);
  END;
  FUNCTION count_of (what VARCHAR2) RETURN NUMBER IS
    n NUMBER;
  BEGIN
    IF what = 'upper' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE UPPER(code) = 'AB';
    ELSIF what = 'lower in' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE LOWER(code) IN ('ab', 'cd');
    ELSIF what = 'initcap columns' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE INITCAP(spare) = code;
    ELSIF what = 'concat' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE code || 'x' = label;
    ELSIF what = 'nvl' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE NVL(spare, code) = 'ab';
    ELSIF what = 'nvl padded' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE NVL(spare, code) = 'ab   ';
    ELSIF what = 'nvl2' THEN
      SELECT COUNT(*) INTO n FROM shelf WHERE NVL2(spare, code, code) = 'ab';
    ELSIF what = 'length' THEN
      SELECT SUM(LENGTH(UPPER(code))) INTO n FROM shelf;
    END IF;
    RETURN n;
  END;
BEGIN
  show('upper', count_of('upper'));
  show('lower in', count_of('lower in'));
  show('initcap columns', count_of('initcap columns'));
  show('concat', count_of('concat'));
  show('nvl', count_of('nvl'));
  show('nvl padded', count_of('nvl padded'));
  show('nvl2', count_of('nvl2'));
  show('length', count_of('length'));
  FOR r IN (SELECT id, '[' || LPAD('x', 3, pad) || ']' AS padded, '[' || UPPER(code) || ']' AS upper_code FROM shelf ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.padded || ' ' || r.upper_code);
  END LOOP;
END;
/
