SELECT a FROM WHERE b = 1;
              ^ `WHERE` does not fit here; expected a name or `(`
SELECT a, FROM t;
          ^ `FROM` does not fit here; expected an expression
SELECT a FROM t WHERE b = ;
                          ^ `;` does not fit here; expected an expression
SELECT a FROM t WHERE b IN (1, 2;
                                ^ `;` does not fit here; expected `)`, `,` or an operator; the `(` of line 4 has no `)`
SELECT 收费金额 FROM 收费明细 WHERE 病人 = = 1;
                                           ^ `=` does not fit here; expected an expression
INSERT INTO t VALUES 1, 2;
                     ^ `1` does not fit here; expected a name or `(`
UPDATE t a = 1;
           ^ `=` does not fit here; expected SET
DELETE FROM t WHERE;
                   ^ `;` does not fit here; expected an expression
SELECT count(*) FROM t GROUP a;
                             ^ `a` does not fit here; expected BY
SELECT (a + b FROM t;
              ^ `FROM` does not fit here; expected `)`, `(`, `,` or an operator; the `(` of line 10 has no `)`
