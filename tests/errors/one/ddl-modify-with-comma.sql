ALTER TABLE t MODIFY a,
                      ^ `,` does not fit here; expected what to change (ADD, MODIFY, DROP ...), a string, a name or SET
                      ^ 此处不应出现 `,`；应为要做的修改（ADD、MODIFY、DROP 等）、字符串、名称或 SET
/
SELECT 'next' FROM dual;
