CREATE TABLE t (a NUMBER DEFAULT, b NUMBER);
                                ^ `,` does not fit here; expected an expression or ON
                                ^ 此处不应出现 `,`；应为表达式或 ON
SELECT 'next' FROM dual;
