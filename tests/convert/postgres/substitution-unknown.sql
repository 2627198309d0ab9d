-- The value comes with the call of the script.
CREATE TABLE &1 (a NUMBER);
ACCEPT owner PROMPT 'Owner: '
GRANT SELECT ON t TO &owner;
-- A switch for the rest of a line: read as if it were on.
SELECT a FROM t &switch;
DEFINE owner = clerk
GRANT SELECT ON t TO &owner;
UNDEFINE owner
GRANT SELECT ON t TO &owner;
-- In strings: a variable that the script knows, and one that nothing else mentions.
SELECT 'for &owner', 'R&D' FROM dual;
UNDEF owner who
ACCEPT who NUMBER PROMPT 'Who: '
CREATE SYNONYM s FOR &who..t;
GRANT EXECUTE ON p TO &who;
DROP TABLE t_&who;
