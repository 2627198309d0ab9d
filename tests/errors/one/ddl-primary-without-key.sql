CREATE TABLE t (a NUMBER PRIMARY)
                                ^ `)` does not fit here; expected KEY
                                ^ 此处不应出现 `)`；应为 KEY
/
SELECT 'next' FROM dual;
