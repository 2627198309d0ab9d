-- trap: E15
-- oracle: XMLTYPE as the interface between systems: EXTRACTVALUE, EXTRACT, XMLSEQUENCE, XMLTABLE, XMLELEMENT, methods
SET SERVEROUTPUT ON
CREATE TABLE 接口消息 (id NUMBER(6) PRIMARY KEY, 内容 XMLTYPE, 原文 CLOB);
INSERT INTO 接口消息 VALUES (1, XMLTYPE('<req><pat id="7"><name>张三 &amp; 子</name><sex/></pat><items><i no="1"><fee>.5</fee></i><i no="2"><fee>12.50</fee><memo>复查</memo></i></items></req>'), NULL);
INSERT INTO 接口消息 VALUES (2, NULL, '<req><pat id="8"/></req>');
COMMIT;
CREATE TABLE fee (id NUMBER(6), name VARCHAR2(20), amount NUMBER(10,2), day DATE);
INSERT INTO fee VALUES (1, 'a<b', .5, DATE '2024-02-29');
INSERT INTO fee VALUES (2, NULL, 12.5, NULL);
CREATE OR REPLACE FUNCTION node_text(p_xml XMLTYPE, p_path VARCHAR2) RETURN VARCHAR2 IS
BEGIN
  IF p_xml.existsNode(p_path) = 0 THEN
    RETURN '无';
  END IF;
  RETURN p_xml.extract(p_path || '/text()').getStringVal();
END;
/
DECLARE
  x XMLTYPE;
  v VARCHAR2(400);
  n NUMBER;
  PROCEDURE p(s VARCHAR2) IS BEGIN DBMS_OUTPUT.PUT_LINE('[' || s || ']'); END;
BEGIN
  SELECT EXTRACTVALUE(内容, '/req/pat/name'), EXTRACTVALUE(m.内容, '/req/pat/@id') + 1 INTO v, n FROM 接口消息 m WHERE id = 1;
  p(v || ' ' || n);
  SELECT EXTRACTVALUE(内容, '/req/pat/sex') || EXTRACTVALUE(内容, '/req/none') INTO v FROM 接口消息 WHERE id = 1;
  p(v);
  SELECT EXTRACTVALUE(XMLTYPE(原文), '/req/pat/@id') INTO v FROM 接口消息 WHERE id = 2;
  p(v);
  FOR r IN (SELECT EXTRACTVALUE(VALUE(t), '/i/@no') AS no, EXTRACTVALUE(VALUE(t), '/i/fee') AS fee, EXTRACTVALUE(VALUE(t), '/i/memo') AS memo
              FROM 接口消息 m, TABLE(XMLSEQUENCE(EXTRACT(m.内容, '/req/items/i'))) t WHERE m.id = 1 ORDER BY 1 DESC) LOOP
    p(r.no || ' ' || r.fee || ' ' || r.memo);
  END LOOP;
  FOR r IN (SELECT x.no, x.fee, NVL(x.memo, '-') AS memo, x.fee * 2 AS twice
              FROM 接口消息 m, XMLTABLE('/req/items/i' PASSING m.内容 COLUMNS no NUMBER PATH '@no', fee NUMBER(8,2) PATH 'fee', memo VARCHAR2(10) PATH 'memo') x
             WHERE m.id = 1 ORDER BY x.no) LOOP
    p(r.no || ' ' || r.fee || ' ' || r.memo || ' ' || r.twice);
  END LOOP;
  SELECT COUNT(*) INTO n FROM XMLTABLE('/r/e' PASSING XMLTYPE('<r><e/><e>x</e></r>') COLUMNS e VARCHAR2(5) PATH '.') WHERE e IS NULL;
  p(n);
  SELECT 内容 INTO x FROM 接口消息 WHERE id = 1;
  p(node_text(x, '/req/pat/name') || ' ' || node_text(x, '/req/pat/age'));
  v := x.extract('/req/items/i[2]/memo').getStringVal();
  p(v);
  n := x.extract('/req/items/i[@no="2"]/fee/text()').getNumberVal() + 1;
  p(n);
  SELECT COUNT(*) INTO n FROM 接口消息 WHERE EXISTSNODE(内容, '/req/items') = 1;
  p(n);
  SELECT XMLELEMENT("fee", XMLATTRIBUTES(id AS "no", name), XMLELEMENT("amt", amount), XMLFOREST(day AS "day", id)).getClobVal() INTO v FROM fee WHERE id = 1;
  p(v);
  SELECT XMLELEMENT("row", XMLELEMENT(name, name), XMLFOREST(name AS "n", amount AS "a")).getStringVal() INTO v FROM fee WHERE id = 2;
  p(v);
  SELECT XMLELEMENT("rows", XMLAGG(XMLELEMENT("r", id) ORDER BY id DESC)).getClobVal() INTO v FROM fee;
  p(v);
  SELECT RTRIM(XMLAGG(XMLELEMENT(e, id || ',') ORDER BY id).EXTRACT('//text()').getStringVal(), ',') INTO v FROM fee;
  p(v);
  SELECT XMLCAST(XMLQUERY('/req/pat/name' PASSING 内容 RETURNING CONTENT) AS VARCHAR2(20)) INTO v FROM 接口消息 WHERE XMLEXISTS('/req/items' PASSING 内容);
  p(v);
  SELECT XMLSERIALIZE(CONTENT EXTRACT(内容, '/req/pat/@id') AS VARCHAR2(10)) INTO v FROM 接口消息 WHERE id = 1;
  p(v);
  BEGIN
    SELECT EXTRACTVALUE(内容, '/req/items/i/fee') INTO v FROM 接口消息 WHERE id = 1;
  EXCEPTION
    WHEN OTHERS THEN p(SQLCODE);
  END;
  BEGIN
    x := XMLTYPE('<a><b></a>');
  EXCEPTION
    WHEN OTHERS THEN p('bad xml ' || SQLCODE);
  END;
END;
/
