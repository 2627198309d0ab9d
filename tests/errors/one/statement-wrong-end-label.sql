CREATE OR REPLACE PROCEDURE p IS
BEGIN
  NULL;
END q.r.s t;
     ^ `.` does not fit here; expected `;`
     ^ 此处不应出现 `.`；应为 `;`
/
SELECT 'next' FROM dual;
