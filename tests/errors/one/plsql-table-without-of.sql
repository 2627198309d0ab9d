DECLARE
  CURSOR c AS SELECT 1 FROM dual;
  TYPE t IS TABLE NUMBER;
                  ^ `NUMBER` does not fit here; expected OF
                  ^ 此处不应出现 `NUMBER`；应为 OF
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
