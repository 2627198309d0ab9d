INSERT ALL INTO t VALUES (1) INTO u VALUES (2);
                                              ^ `;` does not fit here; expected a query, INTO or `(`
                                              ^ 此处不应出现 `;`；应为查询、INTO 或 `(`
SELECT 'next' FROM dual;
