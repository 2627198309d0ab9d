-- Subprograms of triggers: lifted under the name of the trigger; its rows and predicates do not go along.
CREATE TABLE tt (a NUMBER, b VARCHAR2(9));
CREATE OR REPLACE TRIGGER his.ttr BEFORE INSERT OR UPDATE ON tt FOR EACH ROW
DECLARE
  n NUMBER := 0;
  PROCEDURE fix(x IN OUT NUMBER) IS
  BEGIN
    n := n + 1;
    x := NVL(x, 0) + n;
  END;
BEGIN
  fix(:NEW.a);
END;
/
CREATE OR REPLACE TRIGGER ttr2 BEFORE INSERT OR UPDATE ON tt FOR EACH ROW
DECLARE
  PROCEDURE fix(x IN OUT NUMBER) IS BEGIN IF INSERTING THEN x := 1; END IF; END;
  PROCEDURE fix2(x IN OUT NUMBER) IS BEGIN x := :old.a; END;
BEGIN
  fix(:NEW.a);
  fix2(:NEW.a);
END;
/
