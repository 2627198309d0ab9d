ALTER TABLE t;
             ^ `;` does not fit here; expected what to change (ADD, MODIFY, DROP ...) or SET
             ^ 此处不应出现 `;`；应为要做的修改（ADD、MODIFY、DROP 等）或 SET
SELECT 'next' FROM dual;
