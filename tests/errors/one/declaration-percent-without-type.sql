DECLARE
  v t.a%;
        ^ `;` does not fit here; expected ROWTYPE or TYPE
        ^ 此处不应出现 `;`；应为 ROWTYPE 或 TYPE
  w NUMBER;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
