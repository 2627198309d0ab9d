-- trap: E06
-- oracle: RTRIM(XMLAGG(XMLELEMENT(e, x || ',') ORDER BY ..).EXTRACT('//text()').GETCLOBVAL(), ',') joins strings
SET SERVEROUTPUT ON
CREATE TABLE rx2 (dept VARCHAR2(10), doc VARCHAR2(10), amt NUMBER(8,2));
INSERT INTO rx2 VALUES ('内科', '张', 10);
INSERT INTO rx2 VALUES ('内科', '李', 20.5);
INSERT INTO rx2 VALUES ('外科', '王', NULL);
CREATE OR REPLACE VIEW v_rx2 AS
SELECT dept, RTRIM(XMLAGG(XMLELEMENT(E, doc || ',') ORDER BY amt DESC).EXTRACT('//text()').GETSTRINGVAL(), ',') docs
  FROM rx2 GROUP BY dept;
BEGIN
  FOR r IN (SELECT dept, docs FROM v_rx2 ORDER BY dept) LOOP
    DBMS_OUTPUT.PUT_LINE(r.dept || ':' || r.docs);
  END LOOP;
END;
/
