SELECT a b c FROM t
           ^ `c` does not fit here; expected `;`, FROM, INTO or `,`
/
SELECT a, FROM t
          ^ `FROM` does not fit here; expected an expression
/
SELECT a FROM t WHERE
                     ^ the statement ends here; expected an expression
/
SELECT a FROM t WHERE a = 1 AND
                               ^ the statement ends here; expected an expression
/
SELECT a FROM t WHERE a == 1
                         ^ `=` does not fit here; expected an expression
/
SELECT a FROM t WHERE a IN (1, 2
                                ^ the statement ends here; expected `)`, `,` or an operator
/
SELECT a FROM t GROUP a
                      ^ `a` does not fit here; expected BY
/
SELECT a FROM t ORDER a
                      ^ `a` does not fit here; expected BY
/
SELECT a FROM t ORDER BY
                        ^ the statement ends here; expected an expression
/
SELECT a FROM (SELECT b FROM u
                              ^ the statement ends here; expected a name, `)`, AS or `(`
/
SELECT a FROM t JOIN u WHERE a = 1
                       ^ `WHERE` does not fit here; expected a name, AS, ON or `(`
/
SELECT a FROM t LEFT u ON a = b
                     ^ `u` does not fit here; expected `;` or `,`
/
SELECT CASE WHEN a = 1 THEN 2 FROM t
                              ^ `FROM` does not fit here; expected END or an operator
/
SELECT CASE a = 1 THEN 2 END FROM t
                  ^ `THEN` does not fit here; expected an operator
/
SELECT DECODE(a, 1,) FROM t
                   ^ `)` does not fit here; expected an expression
/
SELECT a FROM t WHERE a BETWEEN 1 OR 2
                                  ^ `OR` does not fit here; expected an operator
/
SELECT a FROM t WHERE NOT NULL a
                               ^ `a` does not fit here; expected `;` or an operator
/
SELECT a FROM t UNION
                     ^ the statement ends here; expected a query or `(`
/
SELECT a FROM t MINUS ALL ORDER BY a
                          ^ `ORDER` does not fit here; expected a query or `(`
/
SELECT COUNT(DISTINCT) FROM t
                     ^ `)` does not fit here; expected an expression
/
SELECT SUM(a) OVER (PARTITION a) FROM t
                              ^ `a` does not fit here; expected BY
/
WITH x (SELECT 1 FROM dual) SELECT * FROM x
        ^ `SELECT` does not fit here; expected a name
/
SELECT a FROM t CONNECT PRIOR a = b
                        ^ `PRIOR` does not fit here; expected BY
/
SELECT a FROM t FOR UPDATE NOWAIT WAIT
                                      ^ the statement ends here; expected an expression
/
SELECT a FROM t PIVOT (SUM(a) FOR b (1, 2))
                                    ^ `(` does not fit here; expected `.`, `@` or IN
/
SELECT TO_DATE('2020', 'YYYY' FROM dual
                              ^ `FROM` does not fit here; expected `)`, ON, `,` or an operator
/
SELECT a FROM t WHERE b = (1
                            ^ the statement ends here; expected `)`, `,` or an operator
/
SELECT 'a' 'b' FROM t
           ^ `'b'` does not fit here; expected a name, `;`, FROM or INTO
/
