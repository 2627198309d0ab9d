MERGE INTO t USING s ON t.a = s.a WHEN MATCHED UPDATE SET b = 1
                                               ^ `UPDATE` does not fit here; expected THEN
                                               ^ 此处不应出现 `UPDATE`；应为 THEN
/
SELECT 'next' FROM dual;
