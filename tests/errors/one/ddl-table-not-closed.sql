CREATE TABLE t (
  a NUMBER,
  b NUMBER
;
^ `;` does not fit here; expected a string, `)`, AS or `(`; the `(` of line 1 has no `)`
^ 此处不应出现 `;`；应为字符串、`)`、AS 或 `(`；第 1 行的 `(` 缺少 `)`
SELECT 'next' FROM dual;
