CREATE OR REPLACE TRIGGER g BEFORE INSERT t
                                          ^ `t` does not fit here; expected ON
                                          ^ 此处不应出现 `t`；应为 ON
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
