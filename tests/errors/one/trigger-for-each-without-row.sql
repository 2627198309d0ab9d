CREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH
BEGIN
^ `BEGIN` does not fit here; expected ROW
^ 此处不应出现 `BEGIN`；应为 ROW
  NULL;
END;
/
SELECT 'next' FROM dual;
