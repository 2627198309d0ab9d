-- as ALL_SOURCE holds units: without CREATE
FUNCTION f (a NUMBER) RETURN NUMBER IS
BEGIN
  RETURN a;
END;
/
PACKAGE BODY p IS
  PROCEDURE set (a NUMBER) IS BEGIN NULL; END set;
  PROCEDURE delete (a NUMBER) IS BEGIN NULL; END delete;
END p;
/
TYPE t AS OBJECT (a NUMBER)
/
-- a slash on the line of END
CREATE PROCEDURE q IS BEGIN NULL; END;/
SELECT 1 FROM dual;
-- other languages, wrapped text
CREATE OR REPLACE AND COMPILE JAVA SOURCE NAMED "A" AS
public class A { // it's
  String s = "a";
}
/
CREATE PACKAGE BODY his.w WRAPPED
a000000
1
don't look
/
CREATE FUNCTION m (a VARCHAR2) RETURN VARCHAR2 AS MLE LANGUAGE JAVASCRIPT
{{ return `Hello, ${a}`; }};
/
-- statements of PL/SQL outside a block; an edit command of SQL*Plus
FETCH c INTO r;
1 SELECT x
SELECT 2 FROM dual;
