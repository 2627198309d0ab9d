CREATE OR REPLACE t AS SELECT 1 FROM dual;
                  ^ `t` does not fit here; expected the kind of an object (TABLE, VIEW, PROCEDURE ...)
                  ^ 此处不应出现 `t`；应为对象种类（TABLE、VIEW、PROCEDURE 等）
SELECT 'next' FROM dual;
