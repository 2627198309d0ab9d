-- Joined literals: each keeps its part of the text, whatever happens inside.
CREATE TABLE t (a VARCHAR2(9), b VARCHAR2(9), c VARCHAR2(9), d NUMBER);
CREATE OR REPLACE PROCEDURE p(n NUMBER, w VARCHAR2) IS
BEGIN
  EXECUTE IMMEDIATE 'DELETE FROM t'
    || ' WHERE d = :1' -- the key
    || ' AND b IN (SELECT b FROM '
    || '(SELECT b FROM t))'
    || '' USING n;
  -- a word and a string are cut in two
  EXECUTE IMMEDIATE 'UPDATE t SET a = NV' || 'L(b, c), c = ''x' || 'y'' WHERE d = :d' USING n;
  -- text moves from one literal into another: those between are one
  EXECUTE IMMEDIATE 'UPDATE t SET (a, b)' || ' = (SELECT c, ' || 'd FROM t u WHERE u.d = ' || n || ')' || ' WHERE d' || ' = :d' USING n;
  EXECUTE IMMEDIATE 'SELECT 1 FROM ' || w || ' x, ' || 't y WHERE x.a = y.a(+)' || ' AND y.d(+) > ' || n;
END;
/
