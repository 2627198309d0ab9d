CREATE OR REPLACE PROCEDURE p IS
BEGIN
  dbms_output.put_line('done);
                       ^ this string is not closed
                       ^ 此字符串没有结束
  q('x', 'y');
END;
/
CREATE TABLE t (a VARCHAR2(10) DEFAULT 'a');
INSERT INTO t VALUES ('b');
SELECT 'next' FROM dual;
