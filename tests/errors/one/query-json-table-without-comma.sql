SELECT j.a FROM t, JSON_TABLE(t.doc, '$' a VARCHAR2(10)) j;
                                                   ^ `(` does not fit here; expected a name, ON or `,`
                                                   ^ 此处不应出现 `(`；应为名称、ON 或 `,`
SELECT 'next' FROM dual;
