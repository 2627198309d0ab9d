CREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN new.a = 1
                                                                 ^ `new` does not fit here; expected `(`
                                                                 ^ 此处不应出现 `new`；应为 `(`
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
