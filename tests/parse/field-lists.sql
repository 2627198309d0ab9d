-- Found in scripts of the field: variables that hold items of a list, names of XML elements without AS, aliases that PL/SQL reserves
SELECT a, &more_columns t.b, &one &two f(c) d, &columns CASE WHEN a = 1 THEN 2 END e, &alias g FROM t;
SELECT &hint_text t.*, SUM(a) OVER (PARTITION BY &part 1) FROM t;
SELECT if.a, &col name, nvl(&x, 1) FROM t if INNER JOIN u case ON if.a = case.b, v if WHERE if.a = 1;
SELECT XMLELEMENT("a", XMLATTRIBUTES(x, (y || z) name_), b), XMLFOREST(b.c d, e AS "f", g) FROM t;
SELECT CURRENT_TIMESTAMP AT TIME ZONE (SELECT tz FROM c) FROM dual;
CREATE SEQUENCE s MINVALUE 1 MAXVALUE 9999 INCREMENT BY 1 START WITH 50 NOCACHE NOORDER NOCYCLE NOPARTITION;
ALTER TABLE t ADD UNIQUE (TREAT("OBJ" AS "T_SUB")."A", b) RELY ENABLE;
