-- trap: A09, E16, D03
-- oracle: row value IN, = ANY / <> ALL lists, NOT IN over NULL tuples, BETWEEN with NULL, LIKE with backslash and underscore data, ESCAPE, NOT LIKE and NULL
SET SERVEROUTPUT ON
CREATE TABLE icd (code VARCHAR2(10), ver NUMBER(2), name VARCHAR2(40));
INSERT INTO icd VALUES ('A01.0', 9, '伤寒_A');
INSERT INTO icd VALUES ('A01.0', 10, '50%浓度');
INSERT INTO icd VALUES ('B\2', 10, 'C:\temp\x');
INSERT INTO icd VALUES ('C3', NULL, NULL);
DECLARE
  n NUMBER; s VARCHAR2(10) := '\';
  PROCEDURE p(t VARCHAR2) IS BEGIN DBMS_OUTPUT.PUT_LINE(t || ' ' || n); END;
BEGIN
  SELECT COUNT(*) INTO n FROM icd WHERE (code, ver) IN (('A01.0', 9), ('C3', NULL), ('B\2', 10));      p('tuple');
  SELECT COUNT(*) INTO n FROM icd WHERE (code, ver) NOT IN (SELECT code, ver FROM icd WHERE ver = 9);   p('not tuple');
  SELECT COUNT(*) INTO n FROM icd a WHERE ver >= ALL (SELECT b.ver FROM icd b WHERE b.code = a.code);   p('all');
  SELECT COUNT(*) INTO n FROM icd WHERE ver = ANY (9, 11, NULL);                                        p('any');
  SELECT COUNT(*) INTO n FROM icd WHERE ver <> ALL (9, 11);                                             p('ne all');
  SELECT COUNT(*) INTO n FROM icd WHERE ver > SOME (8, 9);                                              p('some');
  SELECT COUNT(*) INTO n FROM icd WHERE name LIKE '%\%';                                                p('bs');
  SELECT COUNT(*) INTO n FROM icd WHERE name LIKE '%' || s || 't%';                                     p('bs var');
  SELECT COUNT(*) INTO n FROM icd WHERE name LIKE '%#_A' ESCAPE '#' OR name LIKE '50#%%' ESCAPE '#';    p('esc');
  SELECT COUNT(*) INTO n FROM icd WHERE name LIKE '%\_A' ESCAPE '\';                                    p('esc bs');
  SELECT COUNT(*) INTO n FROM icd WHERE name NOT LIKE '%x';                                             p('not like');
  SELECT COUNT(*) INTO n FROM icd WHERE code LIKE '_\_' AND code LIKE code;                             p('any char');
  SELECT COUNT(*) INTO n FROM icd WHERE ver LIKE '1%';                                                  p('number like');
  SELECT COUNT(*) INTO n FROM icd WHERE ver NOT BETWEEN 9 AND NULL;                                     p('btw');
  SELECT COUNT(*) INTO n FROM icd WHERE NOT (ver BETWEEN 10 AND 9);                                     p('btw2');
  SELECT COUNT(*) INTO n FROM icd WHERE REGEXP_LIKE(code, '^[a-c]\d{2}\.', 'i') AND REGEXP_LIKE(name, '[[:digit:]]');  p('re');
  SELECT COUNT(*) INTO n FROM icd WHERE code || ver IN ('A01.09', 'C3');                                p('cat');
  SELECT COUNT(*) INTO n FROM icd WHERE EXISTS (SELECT 1 FROM dual WHERE icd.ver IS NULL) OR ver = 1E1; p('exists');
  SELECT COUNT(DISTINCT code || '-' || ver) + COUNT(DISTINCT NULL) INTO n FROM icd;                     p('distinct');
END;
/
