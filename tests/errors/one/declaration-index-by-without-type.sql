DECLARE
  TYPE t IS TABLE OF NUMBER INDEX BY;
                                    ^ `;` does not fit here; expected a name
                                    ^ 此处不应出现 `;`；应为名称
  v t;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
