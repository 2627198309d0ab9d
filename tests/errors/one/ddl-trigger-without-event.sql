CREATE TRIGGER g BEFORE ON t BEGIN NULL; END;
                        ^ `ON` does not fit here; expected a DML statement, a name or SET
                        ^ 此处不应出现 `ON`；应为 DML 语句、名称或 SET
/
SELECT 'next' FROM dual;
