-- trap: E15
-- oracle: JSON_OBJECT, JSON_ARRAY, JSON_OBJECTAGG and JSON_ARRAYAGG write compact text; NULLs stay in objects and leave arrays unless a clause says otherwise
SET SERVEROUTPUT ON
CREATE TABLE item (id NUMBER(4) PRIMARY KEY, nm VARCHAR2(30), code CHAR(4), price NUMBER(8,2), bought DATE, doc VARCHAR2(200));
INSERT INTO item VALUES (1, 'say "hi"', 'ab', 0.5, TO_DATE('2024-01-05 13:04:05', 'YYYY-MM-DD HH24:MI:SS'), '{"z":1, "a":[1, {"k":"v v"}], "bb":null}');
INSERT INTO item VALUES (2, 'a\b/c', 'wxyz', -12.30, DATE '2024-02-29', '[1,2]');
INSERT INTO item VALUES (3, NULL, NULL, NULL, NULL, NULL);
COMMIT;
DECLARE
  v VARCHAR2(4000);
BEGIN
  FOR r IN (SELECT JSON_OBJECT('id' VALUE id, KEY 'nm' VALUE nm, KEY 'price' IS price, 'at' VALUE bought) AS j,
                   JSON_OBJECT('code' VALUE code, 'nm' VALUE nm ABSENT ON NULL) AS k,
                   JSON_ARRAY(id, nm, price) AS a,
                   JSON_ARRAY(id, nm, price NULL ON NULL) AS b
              FROM item ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.j);
    DBMS_OUTPUT.PUT_LINE(r.k || ' ' || r.a || ' ' || r.b);
  END LOOP;
  SELECT JSON_OBJECT('list' VALUE JSON_ARRAY(1, 'x'), 'doc' VALUE doc FORMAT JSON, 'text' VALUE doc RETURNING VARCHAR2(400)) INTO v FROM item WHERE id = 2;
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT JSON_ARRAYAGG(nm ORDER BY id DESC) INTO v FROM item;
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT JSON_ARRAYAGG(JSON_OBJECT('i' VALUE id) ORDER BY id) INTO v FROM item;
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT JSON_ARRAYAGG(price ORDER BY id NULL ON NULL) INTO v FROM item;
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT JSON_OBJECTAGG(KEY TO_CHAR(id) VALUE price) INTO v FROM item WHERE id = 1;
  DBMS_OUTPUT.PUT_LINE(v);
  FOR r IN (SELECT JSON_QUERY(doc, '$.a') AS a, JSON_QUERY(doc, '$') AS d, JSON_QUERY(doc, '$.a[1]') AS o, JSON_QUERY(doc, '$.z') AS z FROM item ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE('[' || r.a || '] [' || r.d || '] [' || r.o || '] [' || r.z || ']');
  END LOOP;
END;
/
