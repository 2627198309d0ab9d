CREATE TABLE t (CONSTRAINT PRIMARY KEY (a))
                                   ^ `KEY` does not fit here; expected CHECK, FOREIGN, PRIMARY or UNIQUE
                                   ^ 此处不应出现 `KEY`；应为 CHECK、FOREIGN、PRIMARY 或 UNIQUE
/
SELECT 'next' FROM dual;
