CREATE TABLE t (a NUMBER b NUMBER)
                         ^ `b` does not fit here; expected a string, `)`, AS or `(`
/
CREATE TABLE t (a NUMBER,)
                         ^ `)` does not fit here; expected a name
/
CREATE TABLE t a NUMBER)
               ^ `a` does not fit here; expected `;`, AS, ON or `(`
/
CREATE TABLE t (a NUMBER(5,) )
                           ^ `)` does not fit here; expected an expression
/
CREATE TABLE t (a NUMBER PRIMARY)
                                ^ `)` does not fit here; expected KEY
/
CREATE TABLE t (CONSTRAINT PRIMARY KEY (a))
                                   ^ `KEY` does not fit here; expected CHECK, FOREIGN, PRIMARY or UNIQUE
/
CREATE INDEX i t (a)
               ^ `t` does not fit here; expected ON
/
CREATE INDEX i ON t a
                     ^ the statement ends here; expected `(`
/
CREATE SEQUENCE s START 1
                        ^ `1` does not fit here; expected WITH
/
CREATE VIEW v SELECT 1 FROM dual
              ^ `SELECT` does not fit here; expected AS or `(`
/
CREATE SYNONYM s t
                 ^ `t` does not fit here; expected `.`, `@`, FOR or SHARING
/
ALTER TABLE t ADD COLUMN
                        ^ the statement ends here; expected a name
/
ALTER TABLE t DROP
                  ^ the statement ends here; expected `(`
/
ALTER TABLE t MODIFY a,
                      ^ `,` does not fit here; expected a string, a name, SET or `;`
/
COMMENT ON t IS 'x'
           ^ `t` does not fit here; expected the end of the statement
/
COMMENT ON COLUMN t.a 'x'
                      ^ `'x'` does not fit here; expected IS
/
GRANT SELECT ON t u
                  ^ `u` does not fit here; expected `.`, `@` or TO
/
DROP t
     ^ `t` does not fit here; expected the end of the statement
/
CREATE TRIGGER g BEFORE ON t BEGIN NULL; END;
                        ^ `ON` does not fit here; expected a name or SET
/
CREATE TYPE t AS OBJECT (a)
                          ^ `)` does not fit here; expected a name
/
