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
