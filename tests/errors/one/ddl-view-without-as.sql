CREATE VIEW v SELECT 1 FROM dual
              ^ `SELECT` does not fit here; expected AS or `(`
              ^ 此处不应出现 `SELECT`；应为 AS 或 `(`
/
SELECT 'next' FROM dual;
