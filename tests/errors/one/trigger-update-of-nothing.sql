CREATE OR REPLACE TRIGGER g BEFORE UPDATE OF ON t
                                             ^ `ON` does not fit here; expected a name
                                             ^ 此处不应出现 `ON`；应为名称
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
