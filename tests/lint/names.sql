-- With catalog-complete=on each name that nothing declares is reported, and what follows from it is not.
CREATE TABLE t (id NUMBER, name VARCHAR2(10));
CREATE OR REPLACE PACKAGE p AS
  PROCEDURE m (a NUMBER);
END;
/
SELECT t.id, name, SYSDATE, USER, t.rowid, ROWNUM FROM t WHERE t.id = 1 ORDER BY name;
SELECT t.nme FROM t; -- XY1503
SELECT x.a, b, x.c.d FROM missing x WHERE x.a = 1; -- XY1503
SELECT a.id FROM t b; -- XY1503
SELECT own_function(id) FROM t; -- XY1503
SELECT id FROM t@link;
DECLARE
  v missing_type; -- XY1503
  w t.id%TYPE;
  r t%ROWTYPE;
BEGIN
  w := v.field + r.id;
  w := r.missing_field; -- XY1503
  p.m(w);
  p.missing(w); -- XY1503
  missing_proc; -- XY1503
  w := missing_variable; -- XY1503
  DBMS_OUTPUT.PUT_LINE(SQLERRM);
END;
/
