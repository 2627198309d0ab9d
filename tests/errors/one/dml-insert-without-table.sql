INSERT INTO VALUES (1);
            ^ `VALUES` does not fit here; expected a name or `(`
            ^ 此处不应出现 `VALUES`；应为名称或 `(`
SELECT 'next' FROM dual;
