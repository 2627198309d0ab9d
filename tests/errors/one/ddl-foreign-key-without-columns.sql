ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY REFERENCES u (a);
                                           ^ `REFERENCES` does not fit here; expected `(`
                                           ^ 此处不应出现 `REFERENCES`；应为 `(`
SELECT 'next' FROM dual;
