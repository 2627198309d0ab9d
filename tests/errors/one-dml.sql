INSERT INTO t (a, b VALUES (1, 2)
                    ^ `VALUES` does not fit here; expected `)` or `,`
/
INSERT t VALUES (1)
       ^ `t` does not fit here; expected INTO
/
INSERT INTO t (a) VALUES 1
                         ^ `1` does not fit here; expected a name or `(`
/
INSERT INTO t (a) (1, 2)
                   ^ `1` does not fit here; expected a query, VALUES or `(`
/
INSERT INTO t VALUES (1,, 2)
                        ^ `,` does not fit here; expected an expression
/
UPDATE t a = 1
           ^ `=` does not fit here; expected SET
/
UPDATE t SET a 1
               ^ `1` does not fit here; expected `(`
/
UPDATE t SET a = 1, WHERE b = 2
                    ^ `WHERE` does not fit here; expected a name or `(`
/
UPDATE t SET (a, b) = 1, 2 WHERE c = 3
                         ^ `2` does not fit here; expected a name or `(`
/
DELETE FROM WHERE a = 1
            ^ `WHERE` does not fit here; expected a name or `(`
/
DELETE * FROM t
       ^ `*` does not fit here; expected a name, FROM or `(`
/
MERGE INTO t USING s ON t.a = s.a WHEN MATCHED UPDATE SET b = 1
                                               ^ `UPDATE` does not fit here; expected THEN
/
MERGE t USING s ON (t.a = s.a) WHEN MATCHED THEN UPDATE SET b = 1
      ^ `t` does not fit here; expected INTO
/
MERGE INTO t USING s ON (t.a = s.a) WHEN NOT MATCHED INSERT (a) VALUES (1)
                                                     ^ `INSERT` does not fit here; expected THEN
/
