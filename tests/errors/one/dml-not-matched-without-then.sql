MERGE INTO t USING s ON (t.a = s.a) WHEN NOT MATCHED INSERT (a) VALUES (1)
                                                     ^ `INSERT` does not fit here; expected THEN
                                                     ^ 此处不应出现 `INSERT`；应为 THEN
/
SELECT 'next' FROM dual;
