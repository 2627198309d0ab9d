-- Xinyi runtime for PostgreSQL 12 to 18: what Oracle does and native SQL does not.
-- All in schema xinyi; plain SQL and PL/pgSQL, no extension, no special right. The translator emits the entries that a
-- script uses and, before them, the entries they need. Entry format: "--@ name [needs: a, b] [pg: 12]", then one to three
-- lines of doc, then the functions of that name. Conventions: DATE is timestamp(0) without time zone, NUMBER is numeric,
-- VARCHAR2 and CLOB are text, RAW and BLOB are bytea; '' never comes out (NULL does), and '' coming in is NULL.
-- Built-in functions that orafce redefines are called as pg_catalog.x, so that a search_path with "oracle" first is harmless.
-- CREATE SCHEMA IF NOT EXISTS xinyi;

--@ ora_sqlstate
-- SQLSTATE that stands for error ORA-n (docs/errors.md): a native one where PostgreSQL raises it itself for the same fault,
-- 'Y0nnn' for ORA-20nnn, else 'Z' + thousands in base 36 + last three digits ('Y' + (thousands - 30) from 36000 on).
-- Three zeros at the end are written A00 (a state ending in 000 would catch its whole class). Sign of n is ignored.
CREATE OR REPLACE FUNCTION xinyi.ora_sqlstate(n integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE abs($1)
    WHEN 1 THEN '23505'     WHEN 54 THEN '55P03'    WHEN 60 THEN '40P01'    WHEN 100 THEN 'P0002'
    WHEN 900 THEN '42601'   WHEN 904 THEN '42703'   WHEN 942 THEN '42P01'   WHEN 955 THEN '42P07'
    WHEN 1001 THEN '34000'  WHEN 1031 THEN '42501'  WHEN 1400 THEN '23502'  WHEN 1403 THEN 'P0002'
    WHEN 1422 THEN 'P0003'  WHEN 1426 THEN '22003'  WHEN 1476 THEN '22012'  WHEN 1722 THEN '22P02'
    WHEN 2290 THEN '23514'  WHEN 2291 THEN '23503'  WHEN 2292 THEN '23001'  WHEN 6500 THEN '53200'
    WHEN 6503 THEN '2F005'  WHEN 6511 THEN '42P03'  WHEN 6592 THEN '20000'  WHEN 8177 THEN '40001'
    WHEN 12899 THEN '22001'
    ELSE CASE WHEN abs($1) BETWEEN 20000 AND 20999 THEN 'Y0'
              ELSE (CASE WHEN abs($1) < 36000 THEN 'Z' ELSE 'Y' END)
                   || pg_catalog.substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
                        CASE WHEN abs($1) < 36000 THEN abs($1) / 1000 ELSE abs($1) / 1000 - 30 END + 1, 1)
         END
         || CASE WHEN abs($1) % 1000 = 0 THEN 'A00'
                 ELSE pg_catalog.lpad((abs($1) % 1000)::text, 3, '0') END
  END
$$;

--@ ora_message
-- Oracle's message for error n without the "ORA-nnnnn: " prefix, NULL for a number that is not in the table.
CREATE OR REPLACE FUNCTION xinyi.ora_message(n integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE abs($1)
    WHEN 1 THEN 'unique constraint violated'
    WHEN 51 THEN 'timeout occurred while waiting for a resource'
    WHEN 54 THEN 'resource busy and acquire with NOWAIT specified or timeout expired'
    WHEN 60 THEN 'deadlock detected while waiting for resource'
    WHEN 100 THEN 'no data found'
    WHEN 900 THEN 'invalid SQL statement'
    WHEN 904 THEN 'invalid identifier'
    WHEN 942 THEN 'table or view does not exist'
    WHEN 955 THEN 'name is already used by an existing object'
    WHEN 1001 THEN 'invalid cursor'
    WHEN 1012 THEN 'not logged on'
    WHEN 1017 THEN 'invalid username/password; logon denied'
    WHEN 1031 THEN 'insufficient privileges'
    WHEN 1400 THEN 'cannot insert NULL'
    WHEN 1403 THEN 'no data found'
    WHEN 1407 THEN 'cannot update to NULL'
    WHEN 1410 THEN 'invalid ROWID'
    WHEN 1422 THEN 'exact fetch returns more than requested number of rows'
    WHEN 1426 THEN 'numeric overflow'
    WHEN 1428 THEN 'argument is out of range'
    WHEN 1436 THEN 'CONNECT BY loop in user data'
    WHEN 1438 THEN 'value larger than specified precision allowed for this column'
    WHEN 1476 THEN 'divisor is equal to zero'
    WHEN 1481 THEN 'invalid number format model'
    WHEN 1722 THEN 'invalid number'
    WHEN 1810 THEN 'format code appears twice'
    WHEN 1818 THEN '''HH24'' precludes use of meridian indicator'
    WHEN 1820 THEN 'format code cannot appear in date input format'
    WHEN 1821 THEN 'date format not recognized'
    WHEN 1830 THEN 'date format picture ends before converting entire input string'
    WHEN 1835 THEN 'day of week conflicts with Julian date'
    WHEN 1839 THEN 'date not valid for month specified'
    WHEN 1840 THEN 'input value not long enough for date format'
    WHEN 1841 THEN '(full) year must be between -4713 and +9999, and not be 0'
    WHEN 1843 THEN 'not a valid month'
    WHEN 1846 THEN 'not a valid day of the week'
    WHEN 1847 THEN 'day of month must be between 1 and last day of month'
    WHEN 1848 THEN 'day of year must be between 1 and 365 (366 for leap year)'
    WHEN 1849 THEN 'hour must be between 1 and 12'
    WHEN 1850 THEN 'hour must be between 0 and 23'
    WHEN 1851 THEN 'minutes must be between 0 and 59'
    WHEN 1852 THEN 'seconds must be between 0 and 59'
    WHEN 1853 THEN 'seconds in day must be between 0 and 86399'
    WHEN 1854 THEN 'julian date must be between 1 and 5373484'
    WHEN 1855 THEN 'AM/A.M. or PM/P.M. required'
    WHEN 1857 THEN 'not a valid time zone'
    WHEN 1858 THEN 'a non-numeric character was found where a numeric was expected'
    WHEN 1859 THEN 'a non-alphabetic character was found where an alphabetic was expected'
    WHEN 1861 THEN 'literal does not match format string'
    WHEN 1862 THEN 'the numeric value does not match the length of the format item'
    WHEN 1867 THEN 'the interval is invalid'
    WHEN 1873 THEN 'the leading precision of the interval is too small'
    WHEN 1880 THEN 'the fractional seconds must be between 0 and 999999999'
    WHEN 1898 THEN 'too many precision specifiers'
    WHEN 2289 THEN 'sequence does not exist'
    WHEN 2290 THEN 'check constraint violated'
    WHEN 2291 THEN 'integrity constraint violated - parent key not found'
    WHEN 2292 THEN 'integrity constraint violated - child record found'
    WHEN 4091 THEN 'table is mutating, trigger/function may not see it'
    WHEN 6500 THEN 'PL/SQL: storage error'
    WHEN 6501 THEN 'PL/SQL: program error'
    WHEN 6502 THEN 'PL/SQL: numeric or value error'
    WHEN 6503 THEN 'PL/SQL: Function returned without value'
    WHEN 6504 THEN 'PL/SQL: Return types of Result Set variables or query do not match'
    WHEN 6511 THEN 'PL/SQL: cursor already open'
    WHEN 6530 THEN 'Reference to uninitialized composite'
    WHEN 6531 THEN 'Reference to uninitialized collection'
    WHEN 6532 THEN 'Subscript outside of limit'
    WHEN 6533 THEN 'Subscript beyond count'
    WHEN 6548 THEN 'no more rows needed'
    WHEN 6550 THEN 'PL/SQL compilation error'
    WHEN 6592 THEN 'CASE not found while executing CASE statement'
    WHEN 8177 THEN 'can''t serialize access for this transaction'
    WHEN 12899 THEN 'value too large for column'
    WHEN 12725 THEN 'unmatched parentheses in regular expression'
    WHEN 12727 THEN 'invalid back reference in regular expression'
    WHEN 12728 THEN 'invalid range in regular expression'
    WHEN 12726 THEN 'unmatched bracket in regular expression'
    WHEN 21000 THEN 'error number argument to raise_application_error is out of range'
    WHEN 21560 THEN 'argument is null, invalid, or out of range'
    WHEN 22160 THEN 'element does not exist'
    WHEN 24381 THEN 'error(s) in array DML'
    WHEN 30006 THEN 'resource busy; acquire with WAIT timeout expired'
    WHEN 30625 THEN 'method dispatch on NULL SELF argument is disallowed'
  END
$$;

--@ raise_ora [needs: ora_sqlstate, ora_message]
-- Raises error ORA-n (sign ignored) as the exception that its number stands for, so that handlers by name and SQLCODE see it.
-- Message "ORA-nnnnn: text"; text defaults to Oracle's own. RAISE of a predefined exception becomes PERFORM xinyi.raise_ora(n).
CREATE OR REPLACE FUNCTION xinyi.raise_ora(n integer, text text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = xinyi.ora_sqlstate(n),
    MESSAGE = 'ORA-' || pg_catalog.lpad((CASE abs(n) WHEN 100 THEN 1403 ELSE abs(n) END)::text, 5, '0') || ': '
              || coalesce(text, xinyi.ora_message(n), 'error');
END $$;

--@ self_of [needs: raise_ora]
-- The object of a method: SELF_IS_NULL (ORA-30625) for NULL. A row of NULLs is an object.
CREATE OR REPLACE FUNCTION xinyi.self_of(object anyelement) RETURNS anyelement
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF object IS NOT DISTINCT FROM NULL THEN
    PERFORM xinyi.raise_ora(30625);
  END IF;
  RETURN object;
END $$;

--@ raise_application_error [needs: raise_ora]
-- RAISE_APPLICATION_ERROR (PL/SQL Language Reference 12): num is -20999 to -20000, else ORA-21000. Raises SQLSTATE Y0nnn (-20000: Y0A00),
-- message "ORA-20nnn: msg". keep_errors is accepted; the earlier error stack is not kept (PostgreSQL has none).
CREATE OR REPLACE FUNCTION xinyi.raise_application_error(num numeric, msg text, keep_errors boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
BEGIN
  IF num IS NULL OR num < -20999 OR num > -20000 THEN
    PERFORM xinyi.raise_ora(21000, 'error number argument to raise_application_error of '
                                   || coalesce(num::text, '') || ' is out of range');
  END IF;
  PERFORM xinyi.raise_ora(num::integer, coalesce(msg, ''));
END $$;

--@ of_open [needs: raise_ora]
-- The value of a cursor's attribute; ORA-01001 when the cursor is not open (PL/SQL Language Reference 7, Explicit Cursor Attributes).
CREATE OR REPLACE FUNCTION xinyi.of_open(is_open boolean, value anyelement) RETURNS anyelement
LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
BEGIN
  IF NOT is_open THEN
    PERFORM xinyi.raise_ora(1001);
  END IF;
  RETURN value;
END $$;

--@ error_in_sql
-- Was the current error raised inside a SQL statement (true) or in a PL/SQL expression (false)? Reads PG_EXCEPTION_CONTEXT:
-- the innermost frame that is not of this runtime either quotes a DML statement or query, or names a PL/pgSQL line.
CREATE OR REPLACE FUNCTION xinyi.error_in_sql(context text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  line text;
  quoted boolean := false;
BEGIN
  FOREACH line IN ARRAY string_to_array(coalesce(context, ''), E'\n') LOOP
    IF line ~ '^PL/pgSQL function xinyi\.' THEN
      quoted := false;
    ELSIF line ~ '^[^"]*SQL[^"]*"' AND line !~ '^PL/pgSQL' THEN
      quoted := true;
    END IF;
    IF line ~ 'at RAISE$' AND line !~ 'function xinyi\.' THEN
      RETURN true; -- raised again behind a body whose work is kept (raised_state), or by its own name
    ELSIF line ~ '\mxinyi\.' AND line ~ '\([^)]*\)' AND line !~ '"\s*(select|insert|update|delete|merge|with)\M' THEN
      CONTINUE;
    ELSIF line ~ '^PL/pgSQL function xinyi\.' OR line ~ '^SQL function "' THEN
      CONTINUE;
    ELSIF line ~* '"\s*(insert|update|delete|merge|with)\M' THEN
      RETURN true;
    ELSIF line ~* '^[^"]*SQL[^"]*"\s*select\M' AND line !~* '^(SQL expression|PL/pgSQL)' THEN
      -- a query; up to PostgreSQL 13 an assignment is a SELECT too, but then without FROM
      RETURN context ~* '\m(from|into)\M' OR context ~ 'at SQL statement|at FOR over|at OPEN';
    ELSIF line ~ 'PL/pgSQL' THEN
      -- a statement that fails is quoted in the lines before; if not, its result did not fit the variables behind INTO
      RETURN line ~ 'at (FOR over|OPEN|RETURN QUERY|FETCH)' OR (quoted AND line ~ 'at (SQL statement|EXECUTE)');
    END IF;
  END LOOP;
  RETURN false;
END $$;

--@ sqlcode [needs: error_in_sql]
-- Oracle's SQLCODE of the error that a handler got: sqlcode(SQLSTATE, SQLERRM [, PG_EXCEPTION_CONTEXT]). 100 for NO_DATA_FOUND, 1 for a
-- user-defined exception (U....), else -n. Without context, faults that Oracle numbers differently in SQL and in PL/SQL get the SQL number;
-- with it -6502 is told from -1722/-1438/-12899 and -1407 from -1400. State NULL or 00000 gives 0.
CREATE OR REPLACE FUNCTION xinyi.sqlcode(state text, message text, context text DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  n integer;
  c integer;
BEGIN
  IF state IS NULL OR state = '00000' THEN
    RETURN 0;
  ELSIF state LIKE 'U____' THEN
    RETURN 1;
  ELSIF state = 'P0002' THEN
    RETURN 100;
  ELSIF state LIKE 'Y0___' THEN
    RETURN -20000 - CASE WHEN right(state, 3) = 'A00' THEN 0 ELSE right(state, 3)::integer END;
  ELSIF state ~ '^[YZ].(\d\d\d|A00)$' THEN
    c := strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', pg_catalog.substr(state, 2, 1)) - 1
         + CASE WHEN left(state, 1) = 'Y' THEN 30 ELSE 0 END;
    n := c * 1000 + CASE WHEN right(state, 3) = 'A00' THEN 0 ELSE right(state, 3)::integer END;
    RETURN -n;
  END IF;
  IF state IN ('22P02', '22001', '22003', '23514', '22007', '22008') AND context IS NOT NULL
     AND NOT xinyi.error_in_sql(context) AND NOT (state = '22003' AND message NOT LIKE '%numeric%') THEN
    IF state NOT IN ('22007', '22008') THEN
      RETURN -6502;
    END IF;
  END IF;
  IF message ~ '^ORA-\d{5}:' THEN
    n := pg_catalog.substr(message, 5, 5)::integer;
    RETURN CASE n WHEN 1403 THEN 100 ELSE -n END;
  END IF;
  IF state = '42P01' AND message ~ '^(sequence|序列)' THEN
    RETURN -2289;
  ELSIF state = '42704' AND message ~ '^(index|索引)' THEN
    RETURN -1418;
  ELSIF state = '21000' AND message ~ '^MERGE ' THEN
    RETURN -30926; -- a row of the target found twice
  ELSIF state = '23514' AND message ~ 'no partition of relation|找到关系.*的分区' THEN
    RETURN -14400;
  ELSIF state = '22004' AND message ~ 'cursor variable|游标变量' THEN
    RETURN -1001; -- it was never opened
  ELSIF state = '23503' THEN
    -- the message for a missing parent names table and constraint, the one for an existing child names three things
    RETURN CASE WHEN pg_catalog.length(regexp_replace(message, '[^"«„“「『]', '', 'g')) >= 5
                  OR pg_catalog.length(regexp_replace(message, '[^«„「『]', '', 'g')) >= 3 THEN -2292 ELSE -2291 END;
  ELSIF state = '23502' THEN
    RETURN CASE WHEN context ~* '^[^"]*"\s*update\M' THEN -1407 ELSE -1400 END;
  ELSIF state = '428C9' THEN
    -- a value for an identity column or for a generated one: only the catalog tells which
    RETURN CASE WHEN message ~ 'updated to DEFAULT|更新' AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute
                             WHERE attname = pg_catalog.substring(message, '"([^"]+)"') AND attgenerated <> '') THEN -32796
                WHEN EXISTS (SELECT FROM pg_catalog.pg_attribute
                             WHERE attname = pg_catalog.substring(message, '"([^"]+)"') AND attgenerated <> '') THEN -54013 ELSE -32795 END;
  ELSIF state = '22003' THEN
    RETURN CASE WHEN message ~* 'numeric field overflow|数字字段溢出' THEN -1438 ELSE -1426 END;
  END IF;
  RETURN CASE state
    WHEN 'P0003' THEN -1422  WHEN '21000' THEN -1427  WHEN '23505' THEN -1     WHEN '22012' THEN -1476
    WHEN '23001' THEN -2292  WHEN '23514' THEN -2290  WHEN '22001' THEN -12899 WHEN '22P02' THEN -1722
    WHEN '22007' THEN -1861  WHEN '22008' THEN -1843  WHEN '42P01' THEN -942   WHEN '42703' THEN -904
    WHEN '42701' THEN -1430 WHEN '42P07' THEN -955   WHEN '42710' THEN -955   WHEN '42723' THEN -955   WHEN '42601' THEN -900
    WHEN '42501' THEN -1031  WHEN '42883' THEN -904   WHEN '42704' THEN -4043  WHEN '40P01' THEN -60
    WHEN '40001' THEN -8177  WHEN '55P03' THEN -54    WHEN '2F005' THEN -6503  WHEN '20000' THEN -6592
    WHEN '42P03' THEN -6511  WHEN '34000' THEN -1001  WHEN '24000' THEN -1001  WHEN '22004' THEN -6502
    WHEN '2202E' THEN -6533  WHEN '42804' THEN -6504  WHEN '53200' THEN -6500  WHEN '54001' THEN -36
    WHEN '28000' THEN -1017  WHEN '28P01' THEN -1017  WHEN '57014' THEN -1013  WHEN '23P01' THEN -1
    WHEN '0A000' THEN -3001  WHEN 'XX000' THEN -6501  WHEN '25006' THEN -1456  WHEN '44000' THEN -1402
    WHEN '2201F' THEN -1428  WHEN '2201E' THEN -1428  WHEN '2201B' THEN -12725 WHEN '22023' THEN -1428
    WHEN 'P0001' THEN -20000 WHEN '2200H' THEN -8004  WHEN '2200M' THEN -31011 WHEN '2200N' THEN -31011 WHEN '2200S' THEN -31011
    ELSE -6501 END;
END $$;

--@ raised_state [needs: sqlcode]
-- The state with which an error is raised again when its context will be lost: a number that only the context tells (-6502, -1407) becomes a state of its own.
CREATE OR REPLACE FUNCTION xinyi.raised_state(state text, message text, context text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE xinyi.sqlcode($1, $2, $3) WHEN -6502 THEN 'Z6502' WHEN -1407 THEN 'Z1407' ELSE $1 END
$$;

--@ sqlerrm [needs: sqlcode, ora_message]
-- Oracle's SQLERRM: sqlerrm(SQLSTATE, SQLERRM [, PG_EXCEPTION_CONTEXT]) keeps a text that begins with ORA-, gives "User-Defined Exception" for a
-- user-defined one and "ORA-nnnnn: Oracle's text" or "ORA-nnnnn: PostgreSQL's text" otherwise. sqlerrm(code) is SQLERRM(code).
CREATE OR REPLACE FUNCTION xinyi.sqlerrm(state text, message text, context text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  n integer;
BEGIN
  IF message ~ '^ORA-\d{5}:' THEN
    RETURN message;
  END IF;
  n := xinyi.sqlcode(state, message, context);
  IF n = 0 THEN
    RETURN 'ORA-0000: normal, successful completion';
  ELSIF n = 1 THEN
    RETURN 'User-Defined Exception';
  ELSIF n = 100 THEN
    RETURN 'ORA-01403: no data found';
  ELSIF n = -20000 AND state = 'P0001' THEN
    RETURN 'ORA-20000: ' || coalesce(message, '');
  END IF;
  RETURN 'ORA-' || pg_catalog.lpad((-n)::text, 5, '0') || ': '
         || CASE WHEN n IN (-1422, -1476, -1722, -6502, -6503, -6592, -6511, -60, -54) THEN xinyi.ora_message(n)
                 ELSE coalesce(message, xinyi.ora_message(n), '') END;
END $$;
CREATE OR REPLACE FUNCTION xinyi.sqlerrm(code numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 = 0 THEN 'ORA-0000: normal, successful completion'
              WHEN $1 = 100 THEN 'ORA-01403: no data found'
              WHEN $1 = 1 THEN 'User-Defined Exception'
              WHEN $1 > 0 THEN ' -' || $1::integer::text || ': non-ORACLE exception '
              ELSE 'ORA-' || pg_catalog.lpad((-$1)::integer::text, 5, '0') || ': '
                   || coalesce(xinyi.ora_message($1::integer),
                               CASE WHEN $1 BETWEEN -20999 AND -20000 THEN '' ELSE 'Message ' || (-$1)::integer::text || ' not found' END)
         END
$$;

--@ state_set
-- Sets a value that lives as long as the session and is not undone by ROLLBACK or a caught exception, as package variables are not.
-- The value is kept in a session prepared statement (PREPARE is not transactional). value may be NULL, of any length. DISCARD ALL clears it.
CREATE OR REPLACE FUNCTION xinyi.state_set(name text, value text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
  id text := quote_ident('xinyi.' || CASE WHEN octet_length(name) <= 57 THEN name ELSE md5(name) END);
BEGIN
  BEGIN
    EXECUTE 'DEALLOCATE ' || id;
  EXCEPTION WHEN invalid_sql_statement_name THEN
    NULL;                                -- the first value
  END;
  EXECUTE 'PREPARE ' || id || ' AS SELECT ' || quote_nullable(value) || '::text';
END $$;

--@ state_get
-- The value that state_set gave to the name in this session; NULL when it was never set (see state_has).
CREATE OR REPLACE FUNCTION xinyi.state_get(name text) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
  v text;
BEGIN
  EXECUTE 'EXECUTE ' || quote_ident('xinyi.' || CASE WHEN octet_length(name) <= 57 THEN name ELSE md5(name) END) INTO v;
  RETURN v;
EXCEPTION WHEN invalid_sql_statement_name THEN
  RETURN NULL;
END $$;

--@ state_has
-- Was the name set in this session? Guards the initialisation of a package: it runs once per session.
CREATE OR REPLACE FUNCTION xinyi.state_has(name text) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
BEGIN
  EXECUTE 'EXECUTE ' || quote_ident('xinyi.' || CASE WHEN octet_length(name) <= 57 THEN name ELSE md5(name) END);
  RETURN true;
EXCEPTION WHEN invalid_sql_statement_name THEN
  RETURN false;
END $$;

--@ state_clear
-- Forgets the names that begin with prefix (DBMS_SESSION.RESET_PACKAGE, or one package's state); NULL forgets all.
CREATE OR REPLACE FUNCTION xinyi.state_clear(prefix text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT p.name FROM pg_catalog.pg_prepared_statements p
            WHERE left(p.name, 6) = 'xinyi.'
              AND (prefix IS NULL OR left(p.name, 6 + pg_catalog.length(prefix)) = 'xinyi.' || prefix) LOOP
    EXECUTE 'DEALLOCATE ' || quote_ident(r.name);
  END LOOP;
END $$;

--@ guc_set
-- Option for package variables: a session setting. Cheaper than state_set, but ROLLBACK and a caught exception undo it.
-- name is made a legal setting name; NULL is kept as a value of its own.
CREATE OR REPLACE FUNCTION xinyi.guc_set(name text, value text) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE AS $$
  SELECT pg_catalog.set_config('xinyi_state.v' || md5($1), CASE WHEN $2 IS NULL THEN '' ELSE '=' || $2 END, false)
$$;

--@ guc_get
-- The value that guc_set gave to the name; NULL when NULL or never set.
CREATE OR REPLACE FUNCTION xinyi.guc_get(name text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN pg_catalog.current_setting('xinyi_state.v' || md5($1), true) LIKE '=%'
              THEN pg_catalog.substr(pg_catalog.current_setting('xinyi_state.v' || md5($1), true), 2) END
$$;

--@ connect_by_step [needs: raise_ora]
-- Condition of a step of CONNECT BY without NOCYCLE: true, or ORA-01436 when the row is its own ancestor.
CREATE OR REPLACE FUNCTION xinyi.connect_by_step(is_ancestor boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF is_ancestor THEN
    PERFORM xinyi.raise_ora(1436);
  END IF;
  RETURN true;
END $$;

--@ nvl
-- NVL(a, b) for a b that calls a routine: both are evaluated, as in Oracle; coalesce() would not call it when a is not null.
CREATE OR REPLACE FUNCTION xinyi.nvl(a text, b text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ BEGIN RETURN coalesce(a, b); END $$;
CREATE OR REPLACE FUNCTION xinyi.nvl(a numeric, b numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ BEGIN RETURN coalesce(a, b); END $$;
CREATE OR REPLACE FUNCTION xinyi.nvl(a timestamp without time zone, b timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ BEGIN RETURN coalesce(a, b); END $$;

--@ nls
-- A session's NLS setting: nls('nls_date_format') reads current_setting('xinyi.nls_date_format') and falls back on the documented default.
-- Set by translated ALTER SESSION: SELECT set_config('xinyi.nls_date_format', '...', false).
CREATE OR REPLACE FUNCTION xinyi.nls(name text) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(nullif(pg_catalog.current_setting('xinyi.' || $1, true), ''),
    CASE $1 WHEN 'nls_date_format' THEN 'YYYY-MM-DD HH24:MI:SS'
            WHEN 'nls_timestamp_format' THEN 'YYYY-MM-DD HH24:MI:SS.FF6'
            WHEN 'nls_timestamp_tz_format' THEN 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'
            WHEN 'nls_date_language' THEN 'AMERICAN'
            WHEN 'nls_numeric_characters' THEN '.,'
            WHEN 'nls_currency' THEN '$'
            WHEN 'nls_iso_currency' THEN 'USD'
            WHEN 'nls_dual_currency' THEN '$' END)
$$;

--@ num_trim
-- A numeric without trailing zeros after the point (NUMBER keeps none); same value.
CREATE OR REPLACE FUNCTION xinyi.num_trim(n numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN pg_catalog.scale($1) > 0 THEN pg_catalog.rtrim(pg_catalog.rtrim($1::text, '0'), '.')::numeric ELSE $1 END
$$;

--@ num_round
-- A numeric rounded to what NUMBER holds: 20 base-100 digits, that is 39 or 40 significant decimal digits; trailing zeros trimmed.
CREATE OR REPLACE FUNCTION xinyi.num_round(n numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := abs(n)::text;
  p integer;
  w integer;
BEGIN
  IF pg_catalog.length(t) > 39 AND t <> 'NaN' AND t <> 'Infinity' THEN
    p := strpos(t, '.');
    IF p = 0 THEN
      w := (pg_catalog.length(t) + 1) / 2;
    ELSIF left(t, 2) = '0.' THEN
      w := -((pg_catalog.length(t) - 2 - pg_catalog.length(pg_catalog.ltrim(pg_catalog.substr(t, 3), '0'))) / 2);
    ELSE
      w := p / 2;
    END IF;
    n := pg_catalog.round(n, 2 * (20 - w));
    t := n::text;
  ELSE
    t := n::text;
  END IF;
  IF strpos(t, '.') > 0 THEN
    RETURN pg_catalog.rtrim(pg_catalog.rtrim(t, '0'), '.')::numeric;
  END IF;
  RETURN n;
END $$;

--@ div [needs: num_round]
-- NUMBER division a / b with Oracle's precision (20 base-100 digits, rounded), trailing zeros trimmed: 1/2 = 0.5, 1/3 = 0.33.. (40 digits).
-- NULL if an argument is NULL. Raises 22012 (ORA-01476) when b is 0.
CREATE OR REPLACE FUNCTION xinyi.div(a numeric, b numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  q numeric;
  k integer;
BEGIN
  IF b = 1 THEN
    RETURN a;
  END IF;
  q := a / b;
  IF q * b = a THEN
    IF scale(q) = 0 THEN
      RETURN q;
    END IF;
    RETURN xinyi.num_round(q);
  END IF;
  -- not exact: divide with enough decimals for 40 significant digits
  k := 48 - pg_catalog.length(pg_catalog.split_part(abs(q)::text, '.', 1));
  IF abs(q) < 0.0001 THEN
    k := k + pg_catalog.length(pg_catalog.split_part(abs(b)::text, '.', 1)) + scale(a) + 1;
  END IF;
  RETURN xinyi.num_round(pg_catalog.round(a, greatest(k, scale(a), 1)) / b);
END $$;

--@ mul [needs: num_round]
-- NUMBER product a * b with Oracle's precision, for factors that were rounded themselves: 5/24 * 24 is 5. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.mul(a numeric, b numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.num_round($1 * $2) $$;

--@ div_double
-- BINARY_DOUBLE and BINARY_FLOAT division: IEEE, so x/0 is infinity (Inf, -Inf) and 0/0 is NaN; no error. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.div_double(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $2 <> 0 THEN $1 / $2
              WHEN $1 = 0 OR $1 = 'NaN' THEN 'NaN'::float8
              WHEN ($1 > 0) = (left($2::text, 1) <> '-') THEN 'Infinity'::float8
              ELSE '-Infinity'::float8 END
$$;

--@ num_to_text [needs: num_round]
-- TO_CHAR(n) without format for NUMBER, and what || makes of it: .5 -.5 12.5 without needless zeros, up to 40 digits;
-- more digits give 1.6069380442589902755419620923411626E+60 (40 characters). NULL gives NULL.
CREATE OR REPLACE FUNCTION xinyi.num_to_text(n numeric) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := n::text;
  s text := '';
  e integer;
  m text;
BEGIN
  IF strpos(t, '.') = 0 THEN
    IF pg_catalog.length(t) <= 40 THEN
      RETURN CASE t WHEN 'NaN' THEN 'Nan' WHEN 'Infinity' THEN 'Inf' WHEN '-Infinity' THEN '-Inf' ELSE t END;
    END IF;
  ELSE
    t := pg_catalog.rtrim(pg_catalog.rtrim(t, '0'), '.');
    IF left(t, 2) = '0.' THEN
      t := pg_catalog.substr(t, 2);
    ELSIF left(t, 3) = '-0.' THEN
      t := '-' || pg_catalog.substr(t, 3);
    ELSIF t = '-0' THEN
      t := '0';
    END IF;
    IF pg_catalog.length(t) <= 40 THEN
      RETURN t;
    END IF;
  END IF;
  n := xinyi.num_round(n);
  t := abs(n)::text;
  IF n < 0 THEN
    s := '-';
  END IF;
  IF left(t, 2) = '0.' THEN
    t := pg_catalog.substr(t, 2);
  END IF;
  IF pg_catalog.length(replace(t, '.', '')) <= 40 THEN
    RETURN s || t;
  END IF;
  -- scientific: 40 characters
  IF left(t, 1) = '.' THEN
    m := pg_catalog.ltrim(pg_catalog.substr(t, 2), '0');
    e := -(pg_catalog.length(t) - pg_catalog.length(m));
  ELSE
    e := strpos(t || '.', '.') - 2;
    m := replace(t, '.', '');
  END IF;
  t := 'E' || CASE WHEN e < 0 THEN '-' ELSE '+' END || pg_catalog.lpad(abs(e)::text, greatest(2, pg_catalog.length(abs(e)::text)), '0');
  m := pg_catalog.rpad(m, 60, '0');
  e := 38 - pg_catalog.length(t);
  m := pg_catalog.round((left(m, 1) || '.' || pg_catalog.substr(m, 2))::numeric, e)::text;
  RETURN s || m || t;
END $$;

--@ roman
-- Roman numeral of 1 to 3999 in capitals, NULL outside.
CREATE OR REPLACE FUNCTION xinyi.roman(n integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 BETWEEN 1 AND 3999 THEN
    repeat('M', $1 / 1000)
    || ('{"",C,CC,CCC,CD,D,DC,DCC,DCCC,CM}'::text[])[$1 / 100 % 10 + 1]
    || ('{"",X,XX,XXX,XL,L,LX,LXX,LXXX,XC}'::text[])[$1 / 10 % 10 + 1]
    || ('{"",I,II,III,IV,V,VI,VII,VIII,IX}'::text[])[$1 % 10 + 1] END
$$;

--@ to_number [needs: raise_ora, nls]
-- TO_NUMBER(text [, fmt [, nls]]). Blanks around the number are ignored, exponents allowed. NULL if an argument is NULL or ''.
-- Raises ORA-01722 (22P02) when the text is not a number or does not fit the model, ORA-01481 for a bad model.
-- The numeric overload lets any value be wrapped.
CREATE OR REPLACE FUNCTION xinyi.to_number(t text) RETURNS numeric
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t = '' THEN
    RETURN NULL;
  END IF;
  IF xinyi.nls('nls_numeric_characters') NOT LIKE '.%' THEN
    IF strpos(t, '.') > 0 THEN
      PERFORM xinyi.raise_ora(1722);
    END IF;
    t := replace(t, left(xinyi.nls('nls_numeric_characters'), 1), '.');
  END IF;
  IF t !~ '^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$' THEN
    PERFORM xinyi.raise_ora(1722);
  END IF;
  RETURN t::numeric;
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_number(n numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT $1 $$;
CREATE OR REPLACE FUNCTION xinyi.to_number(t text, fmt text, nls text DEFAULT NULL) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  f    text := upper(fmt);
  s    text := upper(btrim(t));
  nch  text;
  cur  text;
  neg  boolean := false;
  v    numeric := 0;
  c    text;
  grp  text := ',';
  pt   text := '.';
  imax integer;
  fmax integer;
BEGIN
  IF t IS NULL OR t = '' OR fmt IS NULL OR fmt = '' THEN
    RETURN NULL;
  END IF;
  nch := coalesce((regexp_match(nls, 'NLS_NUMERIC_CHARACTERS\s*=\s*''+(.{2})''', 'i'))[1], xinyi.nls('nls_numeric_characters'));
  IF f LIKE 'FM%' THEN
    f := pg_catalog.substr(f, 3);
  END IF;
  IF f ~ '^0*X+$' THEN
    IF s !~ '^[0-9A-F]+$' OR pg_catalog.length(s) > pg_catalog.length(f) THEN
      PERFORM xinyi.raise_ora(1722);
    END IF;
    FOREACH c IN ARRAY regexp_split_to_array(s, '') LOOP
      v := v * 16 + strpos('0123456789ABCDEF', c) - 1;
    END LOOP;
    RETURN v;
  ELSIF f IN ('TM', 'TM9', 'TME') THEN
    f := repeat('9', 40) || 'D' || repeat('9', 40) || 'EEEE';
  ELSIF f !~ '^[B$LCUS]*[90,G]*([.D][90]*)?(EEEE)?[$LCU]?(S|MI|PR)?[$LCU]?$' OR f !~ '[90]' THEN
    PERFORM xinyi.raise_ora(1481);
  END IF;
  IF strpos(f, 'D') > 0 THEN pt := left(nch, 1); END IF;
  IF strpos(f, 'G') > 0 THEN grp := pg_catalog.substr(nch, 2, 1); END IF;
  IF f LIKE '%PR' THEN
    IF s LIKE '<%>' THEN
      neg := true;
      s := pg_catalog.substr(s, 2, pg_catalog.length(s) - 2);
    END IF;
  ELSIF f LIKE '%MI' OR f LIKE '_%S' THEN
    IF right(s, 1) IN ('-', '+') THEN
      neg := right(s, 1) = '-';
      s := pg_catalog.rtrim(left(s, -1));
    ELSIF f LIKE '_%S' THEN
      PERFORM xinyi.raise_ora(1722);
    END IF;
  ELSIF left(s, 1) IN ('-', '+') THEN
    neg := left(s, 1) = '-';
    s := pg_catalog.substr(s, 2);
  END IF;
  IF strpos(f, '$') > 0 THEN
    s := pg_catalog.ltrim(s, '$');
  END IF;
  IF f ~ '[LCU]' THEN
    cur := CASE WHEN strpos(f, 'C') > 0 THEN xinyi.nls('nls_iso_currency')
                ELSE coalesce((regexp_match(nls, 'NLS_CURRENCY\s*=\s*''+([^'']+)''', 'i'))[1], xinyi.nls('nls_currency')) END;
    IF left(s, pg_catalog.length(cur)) = upper(cur) THEN
      s := pg_catalog.substr(s, pg_catalog.length(cur) + 1);
    ELSIF right(s, pg_catalog.length(cur)) = upper(cur) THEN
      s := left(s, -pg_catalog.length(cur));
    END IF;
  END IF;
  IF f ~ '[,G]' THEN
    s := replace(s, grp, '');
  END IF;
  IF pt <> '.' AND strpos(s, '.') > 0 THEN
    PERFORM xinyi.raise_ora(1722);
  END IF;
  s := replace(s, pt, '.');
  IF s !~ '^(\d+\.?\d*|\.\d+)(E[-+]?\d+)?$' OR (strpos(s, 'E') > 0 AND strpos(f, 'EEEE') = 0) THEN
    PERFORM xinyi.raise_ora(1722);
  END IF;
  imax := pg_catalog.length(regexp_replace(regexp_replace(f, '[.D].*$', ''), '[^90]', '', 'g'));
  fmax := CASE WHEN f ~ '[.D]' THEN pg_catalog.length(regexp_replace(regexp_replace(f, '^.*[.D]', ''), '[^90]', '', 'g')) ELSE 0 END;
  IF pg_catalog.length(pg_catalog.ltrim(split_part(split_part(s, 'E', 1), '.', 1), '0')) > imax
     OR pg_catalog.length(split_part(split_part(s, 'E', 1), '.', 2)) > fmax
     OR (strpos(s, '.') > 0 AND f !~ '[.D]') THEN
    PERFORM xinyi.raise_ora(1722);
  END IF;
  RETURN CASE WHEN neg THEN -s::numeric ELSE s::numeric END;
END $$;

--@ to_number_default
-- TO_NUMBER(text DEFAULT d ON CONVERSION ERROR) (12.2) and VALIDATE_CONVERSION: the number, or d when the text is none.
CREATE OR REPLACE FUNCTION xinyi.to_number_default(t text, d numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 ~ '^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$' THEN btrim($1)::numeric WHEN nullif($1, '') IS NULL THEN NULL ELSE $2 END
$$;

--@ mod
-- MOD(a, b): remainder with the sign of a; MOD(a, 0) = a. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.mod(a numeric, b numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $2 = 0 THEN $1 ELSE $1 % $2 END $$;
CREATE OR REPLACE FUNCTION xinyi.mod(a bigint, b bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $2 = 0 THEN $1 ELSE $1 % $2 END $$;
CREATE OR REPLACE FUNCTION xinyi.mod(a integer, b integer) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $2 = 0 THEN $1 ELSE $1 % $2 END $$;

--@ remainder [needs: raise_ora]
-- REMAINDER(a, b) = a - b * N, N the integer nearest to a/b (the even one when two are equally near). ORA-01428 when b is 0.
CREATE OR REPLACE FUNCTION xinyi.remainder(a numeric, b numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  q numeric;
  r numeric;
BEGIN
  IF b = 0 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  q := pg_catalog.div(a, b);
  r := a - q * b;                       -- sign of a, |r| < |b|
  IF 2 * abs(r) > abs(b) OR (2 * abs(r) = abs(b) AND q % 2 <> 0) THEN
    r := r - sign(a) * abs(b);
  END IF;
  RETURN r;
END $$;

--@ power [needs: num_round, raise_ora]
-- POWER(a, b) and a ** b for NUMBER: exact for a whole exponent, else about 40 digits; trailing zeros trimmed.
-- ORA-01428 for a negative base with a fraction as exponent.
CREATE OR REPLACE FUNCTION xinyi.power(a numeric, b numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF b = 0 THEN
    RETURN 1;
  ELSIF a < 0 AND b <> trunc(b) THEN
    PERFORM xinyi.raise_ora(1428);
  ELSIF a = 0 AND b < 0 THEN
    PERFORM xinyi.raise_ora(1476);
  ELSIF b > 0 AND b = pg_catalog.trunc(b) AND b < 1000 THEN
    -- whole exponent: multiply, so that nothing is lost
    DECLARE
      r numeric := 1;
      p numeric := a;
      k integer := b::integer;
    BEGIN
      LOOP
        IF k % 2 = 1 THEN r := r * p; END IF;
        k := k / 2;
        EXIT WHEN k = 0;
        p := p * p;
      END LOOP;
      RETURN xinyi.num_round(r);
    END;
  END IF;
  RETURN xinyi.num_round(pg_catalog.power(a, pg_catalog.round(b, greatest(40, scale(b)))));
END $$;

--@ sqrt [needs: num_round, raise_ora]
-- SQRT for NUMBER, to 40 digits. ORA-01428 for a negative argument. NULL gives NULL.
CREATE OR REPLACE FUNCTION xinyi.sqrt(n numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF n < 0 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  -- the result has as many decimals as the argument
  RETURN xinyi.num_round(pg_catalog.sqrt(pg_catalog.round(n, greatest(scale(n), CASE WHEN n < 0.0001 THEN 150 ELSE 44 END))));
END $$;

--@ exp [needs: num_round]
-- EXP for NUMBER, to 40 digits. NULL gives NULL.
CREATE OR REPLACE FUNCTION xinyi.exp(n numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT xinyi.num_round(pg_catalog.exp(pg_catalog.round($1, greatest(scale($1), 44 - pg_catalog.floor($1 * 0.43429)::integer, 0))))
$$;

--@ ln [needs: num_round, raise_ora]
-- LN for NUMBER, to 40 digits. ORA-01428 for 0 and less. NULL gives NULL.
CREATE OR REPLACE FUNCTION xinyi.ln(n numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF n <= 0 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  RETURN xinyi.num_round(pg_catalog.ln(pg_catalog.round(n, greatest(scale(n), CASE WHEN n < 0.0001 THEN 150 ELSE 60 END))));
END $$;

--@ log [needs: num_round, raise_ora]
-- LOG(b, n) for NUMBER, to 40 digits. ORA-01428 for a base of 1, 0 or less and for a number of 0 or less. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.log(b numeric, n numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF b <= 0 OR b = 1 OR n <= 0 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  RETURN xinyi.num_round(pg_catalog.log(pg_catalog.round(b, greatest(scale(b), CASE WHEN b < 0.0001 THEN 150 ELSE 60 END)),
                                        pg_catalog.round(n, greatest(scale(n), CASE WHEN n < 0.0001 THEN 150 ELSE 60 END))));
END $$;

--@ bitand
-- BITAND(a, b): bitwise AND of two integers (fractions are cut off); NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.bitand(a numeric, b numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT (pg_catalog.trunc($1)::bigint & pg_catalog.trunc($2)::bigint)::numeric $$;

--@ num_words
-- A whole number in English words in capitals (SP suffix, YEAR): 24 is TWENTY-FOUR, 2024 is TWO THOUSAND TWENTY-FOUR. ord: TWENTY-FOURTH.
CREATE OR REPLACE FUNCTION xinyi.num_words(n integer, ord boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  small text[] := '{ONE,TWO,THREE,FOUR,FIVE,SIX,SEVEN,EIGHT,NINE,TEN,ELEVEN,TWELVE,THIRTEEN,FOURTEEN,FIFTEEN,SIXTEEN,SEVENTEEN,EIGHTEEN,NINETEEN}';
  tens  text[] := '{TEN,TWENTY,THIRTY,FORTY,FIFTY,SIXTY,SEVENTY,EIGHTY,NINETY}';
  t text := '';
  r integer := n;
BEGIN
  IF n = 0 THEN
    RETURN CASE WHEN ord THEN 'ZEROETH' ELSE 'ZERO' END;
  END IF;
  IF r >= 1000000 THEN
    t := xinyi.num_words(r / 1000000) || ' MILLION ';
    r := r % 1000000;
  END IF;
  IF r >= 1000 THEN
    t := t || xinyi.num_words(r / 1000) || ' THOUSAND ';
    r := r % 1000;
  END IF;
  IF r >= 100 THEN
    t := t || small[r / 100] || ' HUNDRED ';
    r := r % 100;
  END IF;
  IF r >= 20 THEN
    t := t || tens[r / 10] || CASE WHEN r % 10 > 0 THEN '-' || small[r % 10] ELSE '' END;
  ELSIF r > 0 THEN
    t := t || small[r];
  END IF;
  t := pg_catalog.rtrim(t);
  IF ord THEN
    t := CASE
      WHEN t ~ 'ONE$' THEN left(t, -3) || 'FIRST'
      WHEN t ~ 'TWO$' THEN left(t, -3) || 'SECOND'
      WHEN t ~ 'THREE$' THEN left(t, -5) || 'THIRD'
      WHEN t ~ 'FIVE$' THEN left(t, -4) || 'FIFTH'
      WHEN t ~ 'EIGHT$' THEN t || 'H'
      WHEN t ~ 'NINE$' THEN left(t, -1) || 'TH'
      WHEN t ~ 'TWELVE$' THEN left(t, -2) || 'FTH'
      WHEN t ~ 'Y$' THEN left(t, -1) || 'IETH'
      ELSE t || 'TH' END;
  END IF;
  RETURN t;
END $$;

--@ dt_lang [needs: nls]
-- 'C' when the date language (of an nls argument NLS_DATE_LANGUAGE=..., else of the session) is SIMPLIFIED or TRADITIONAL CHINESE, else 'E' (English).
CREATE OR REPLACE FUNCTION xinyi.dt_lang(nls text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN coalesce((regexp_match($1, 'NLS_DATE_LANGUAGE\s*=\s*''*([^'']+)''*', 'i'))[1], xinyi.nls('nls_date_language')) ILIKE '%CHINESE%'
              THEN 'C' ELSE 'E' END
$$;

--@ dt_tokens
-- A datetime format model cut into elements as written; a TH or SP suffix follows after ~ ("DD~TH"); quoted text keeps its quotes; a letter that belongs to
-- no element is a token of its own.
CREATE OR REPLACE FUNCTION xinyi.dt_tokens(fmt text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  u text := upper(fmt);
  n integer := pg_catalog.length(fmt);
  i integer := 1;
  l integer;
  c text;
  x text;
  out text[] := '{}';
BEGIN
  WHILE i <= n LOOP
    c := pg_catalog.substr(u, i, 1);
    IF c = '"' THEN
      l := strpos(pg_catalog.substr(u, i + 1), '"');
      l := CASE WHEN l = 0 THEN n - i + 1 ELSE l + 1 END;
      out := out || pg_catalog.substr(fmt, i, l);
      i := i + l;
    ELSIF strpos('ABCDEFHIJMPQRSTWXY', c) = 0 THEN
      out := out || pg_catalog.substr(fmt, i, 1);
      i := i + 1;
    ELSE
      FOR l IN REVERSE 5 .. 1 LOOP
        x := pg_catalog.substr(u, i, l);
        EXIT WHEN strpos('|SYYYY|Y,YYY|SYEAR|MONTH|SSSSS|YYYY|YEAR|RRRR|IYYY|HH24|HH12|A.M.|P.M.|A.D.|B.C.|YYY|IYY|SCC|MON|DDD|DAY|TZH|TZM|TZR|TZD|FF1|FF2|FF3|FF4|FF5|FF6|FF7|FF8|FF9|YY|RR|IY|CC|MM|RM|WW|IW|DD|DY|HH|MI|SS|FF|TS|DS|DL|AM|PM|AD|BC|FM|FX|EE|Y|I|Q|W|D|J|X|E|',
                         '|' || x || '|') > 0;
      END LOOP;
      l := greatest(1, pg_catalog.length(x));
      x := pg_catalog.substr(fmt, i, l);
      i := i + l;
      IF i < n AND pg_catalog.substr(u, i, 2) IN ('TH', 'SP') AND upper(x) NOT IN ('FM', 'FX') THEN
        l := CASE WHEN pg_catalog.substr(u, i, 4) IN ('SPTH', 'THSP') THEN 4 ELSE 2 END;
        x := x || '~' || pg_catalog.substr(u, i, l);
        i := i + l;
      END IF;
      out := out || x;
    END IF;
  END LOOP;
  RETURN out;
END $$;

--@ dt_format [needs: raise_ora, roman, num_words, dt_lang, dt_tokens]
-- The worker of TO_CHAR(datetime): every element of the datetime format model (SQL Language Reference 2, Format Models), case variants, FM,
-- TH/SP/SPTH suffixes, "text". Names in English or Chinese. tz is the offset in seconds and tzname the zone for TZH TZM TZR TZD (NULL: ORA-01821).
CREATE OR REPLACE FUNCTION xinyi.dt_format(d timestamp without time zone, fmt text, nls text, tz integer, tzname text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  e   text;           -- element in capitals
  el  text;           -- element as written
  sfx text;
  out text := '';
  fm  boolean := false;
  y   integer;
  mo  integer;
  dd  integer;
  hh  integer;
  n   integer;        -- value of a numeric element
  w   integer;        -- its width
  s   text;
  lang text;
BEGIN
  IF d IS NULL OR fmt IS NULL OR fmt = '' THEN
    RETURN NULL;
  END IF;
  y := date_part('year', d);
  mo := date_part('month', d);
  dd := date_part('day', d);
  hh := date_part('hour', d);
  FOREACH el IN ARRAY xinyi.dt_tokens(fmt) LOOP
    e := upper(el);
    IF left(e, 1) = '"' THEN
      out := out || pg_catalog.btrim(el, '"');
      CONTINUE;
    ELSIF e = 'FM' THEN
      fm := NOT fm;
      CONTINUE;
    ELSIF e = 'FX' THEN
      CONTINUE;
    ELSIF strpos(' -/,.;:', e) > 0 THEN
      out := out || e;
      CONTINUE;
    END IF;
    sfx := NULL;
    IF strpos(e, '~') > 1 THEN
      sfx := split_part(e, '~', 2);
      el := split_part(el, '~', 1);
      e := split_part(e, '~', 1);
    END IF;
    n := NULL;
    s := NULL;
    CASE e
      WHEN 'YYYY' THEN n := abs(y); w := 4;
      WHEN 'YYY' THEN n := abs(y) % 1000; w := 3;
      WHEN 'YY', 'RR' THEN n := abs(y) % 100; w := 2;
      WHEN 'Y' THEN n := abs(y) % 10; w := 1;
      WHEN 'RRRR' THEN n := abs(y); w := 4;
      WHEN 'SYYYY' THEN
        s := CASE WHEN y < 0 THEN '-' WHEN fm THEN '' ELSE ' ' END || CASE WHEN fm THEN abs(y)::text ELSE pg_catalog.lpad(abs(y)::text, 4, '0') END;
      WHEN 'Y,YYY' THEN
        s := CASE WHEN fm THEN pg_catalog.to_char(abs(y), 'FM9,999') ELSE pg_catalog.to_char(abs(y), 'FM0,000') END;
      WHEN 'YEAR', 'SYEAR' THEN
        n := abs(y);
        s := CASE WHEN n % 1000 < 10 OR n < 100 THEN xinyi.num_words(n)
                  WHEN n % 100 = 0 THEN xinyi.num_words(n / 100) || ' HUNDRED'
                  ELSE xinyi.num_words(n / 100) || ' ' || xinyi.num_words(n % 100) END;
        s := CASE WHEN e = 'YEAR' THEN '' WHEN y < 0 THEN '-' WHEN fm THEN '' ELSE ' ' END || s;
        s := CASE WHEN right(el, 4) = 'YEAR' THEN s WHEN pg_catalog.substr(right(el, 4), 1, 1) = 'Y' THEN initcap(s) ELSE lower(s) END;
        n := NULL;
      WHEN 'IYYY' THEN n := date_part('isoyear', d); w := 4;
      WHEN 'IYY' THEN n := date_part('isoyear', d)::integer % 1000; w := 3;
      WHEN 'IY' THEN n := date_part('isoyear', d)::integer % 100; w := 2;
      WHEN 'I' THEN n := date_part('isoyear', d)::integer % 10; w := 1;
      WHEN 'CC' THEN n := abs(CASE WHEN y > 0 THEN (y - 1) / 100 + 1 ELSE (y + 1) / 100 - 1 END); w := 2;
      WHEN 'SCC' THEN
        n := CASE WHEN y > 0 THEN (y - 1) / 100 + 1 ELSE (y + 1) / 100 - 1 END;
        s := CASE WHEN n < 0 THEN '-' WHEN fm THEN '' ELSE ' ' END || CASE WHEN fm THEN abs(n)::text ELSE pg_catalog.lpad(abs(n)::text, 2, '0') END;
        n := NULL;
      WHEN 'Q' THEN n := (mo + 2) / 3; w := 1;
      WHEN 'MM' THEN n := mo; w := 2;
      WHEN 'RM' THEN
        s := xinyi.roman(mo);
        IF NOT fm THEN s := pg_catalog.rpad(s, 4); END IF;
        IF el <> 'RM' THEN s := lower(s); END IF;
      WHEN 'WW' THEN n := (date_part('doy', d)::integer - 1) / 7 + 1; w := 2;
      WHEN 'W' THEN n := (dd - 1) / 7 + 1; w := 1;
      WHEN 'IW' THEN n := date_part('week', d); w := 2;
      WHEN 'DDD' THEN n := date_part('doy', d); w := 3;
      WHEN 'DD' THEN n := dd; w := 2;
      WHEN 'D' THEN n := date_part('dow', d)::integer + 1; w := 1;
      WHEN 'J' THEN n := pg_catalog.to_char(d, 'J')::integer; w := 7;
      WHEN 'HH24' THEN n := hh; w := 2;
      WHEN 'HH', 'HH12' THEN n := (hh + 11) % 12 + 1; w := 2;
      WHEN 'MI' THEN n := date_part('minute', d); w := 2;
      WHEN 'SS' THEN n := floor(date_part('second', d)); w := 2;
      WHEN 'SSSSS' THEN n := hh * 3600 + date_part('minute', d)::integer * 60 + floor(date_part('second', d))::integer; w := 5;
      WHEN 'AM', 'PM', 'A.M.', 'P.M.' THEN
        lang := coalesce(lang, xinyi.dt_lang(nls));
        IF lang = 'C' THEN
          s := CASE WHEN hh < 12 THEN '上午' ELSE '下午' END;
        ELSE
          s := CASE WHEN hh < 12 THEN 'AM' ELSE 'PM' END;
          IF strpos(e, '.') > 0 THEN s := left(s, 1) || '.M.'; END IF;
          IF left(el, 1) = lower(left(el, 1)) THEN s := lower(s);
          ELSIF el <> e THEN s := initcap(s); END IF;
        END IF;
      WHEN 'AD', 'BC', 'A.D.', 'B.C.' THEN
        lang := coalesce(lang, xinyi.dt_lang(nls));
        IF lang = 'C' THEN
          s := CASE WHEN y > 0 THEN '公元' ELSE '公元前' END;
        ELSE
          s := CASE WHEN y > 0 THEN 'AD' ELSE 'BC' END;
          IF strpos(e, '.') > 0 THEN s := left(s, 1) || '.' || right(s, 1) || '.'; END IF;
          IF left(el, 1) = lower(left(el, 1)) THEN s := lower(s);
          ELSIF el <> e THEN s := initcap(s); END IF;
        END IF;
      WHEN 'MONTH', 'MON', 'DAY', 'DY' THEN
        lang := coalesce(lang, xinyi.dt_lang(nls));
        IF lang = 'C' THEN
          IF e IN ('MONTH', 'MON') THEN
            s := mo || '月';
            IF NOT fm THEN s := pg_catalog.rpad(s, 3); END IF;
          ELSE
            s := '星期' || pg_catalog.substr('日一二三四五六', date_part('dow', d)::integer + 1, 1);
          END IF;
        ELSE
          s := CASE e WHEN 'MONTH' THEN ('{January,February,March,April,May,June,July,August,September,October,November,December}'::text[])[mo]
                      WHEN 'MON' THEN ('{Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec}'::text[])[mo]
                      WHEN 'DAY' THEN ('{Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday}'::text[])[date_part('dow', d)::integer + 1]
                      ELSE ('{Sun,Mon,Tue,Wed,Thu,Fri,Sat}'::text[])[date_part('dow', d)::integer + 1] END;
          IF NOT fm AND e IN ('MONTH', 'DAY') THEN s := pg_catalog.rpad(s, 9); END IF;
          IF left(el, 1) = lower(left(el, 1)) THEN s := lower(s);
          ELSIF pg_catalog.substr(el, 2, 1) <> lower(pg_catalog.substr(el, 2, 1)) THEN s := upper(s); END IF;
        END IF;
      WHEN 'FF', 'FF1', 'FF2', 'FF3', 'FF4', 'FF5', 'FF6', 'FF7', 'FF8', 'FF9' THEN
        s := left(pg_catalog.to_char(d, 'US') || '000', CASE WHEN e = 'FF' THEN 6 ELSE right(e, 1)::integer END);
      WHEN 'TZH', 'TZM', 'TZR', 'TZD' THEN
        IF tz IS NULL THEN
          PERFORM xinyi.raise_ora(1821);
        END IF;
        s := CASE e WHEN 'TZH' THEN CASE WHEN tz < 0 THEN '-' ELSE '+' END || pg_catalog.lpad((abs(tz) / 3600)::text, 2, '0')
                    WHEN 'TZM' THEN pg_catalog.lpad((abs(tz) / 60 % 60)::text, 2, '0')
                    ELSE tzname END;
      WHEN 'TS' THEN s := xinyi.dt_format(d, 'FMHH:FMMI:SS AM', nls, tz, tzname);
      WHEN 'DS' THEN s := xinyi.dt_format(d, 'FMMM/DD/RRRR', nls, tz, tzname);
      WHEN 'DL' THEN s := xinyi.dt_format(d, 'FMDay, Month DD, YYYY', nls, tz, tzname);
      WHEN 'X' THEN s := '.';
      ELSE
        IF e ~ '[[:alnum:]]' THEN
          PERFORM xinyi.raise_ora(1821);
        END IF;
        s := el;
    END CASE;
    IF n IS NOT NULL THEN
      IF sfx LIKE '%SP%' THEN
        s := xinyi.num_words(n, sfx <> 'SP');
        IF left(el, 1) = lower(left(el, 1)) THEN s := lower(s);
        ELSIF pg_catalog.substr(el, 2, 1) <> upper(pg_catalog.substr(el, 2, 1)) THEN s := initcap(s); END IF;
      ELSE
        s := n::text;
        IF NOT fm THEN s := pg_catalog.lpad(s, greatest(w, pg_catalog.length(s)), '0'); END IF;
        IF sfx = 'TH' THEN
          s := s || CASE WHEN n / 10 % 10 = 1 THEN 'TH' WHEN n % 10 = 1 THEN 'ST' WHEN n % 10 = 2 THEN 'ND' WHEN n % 10 = 3 THEN 'RD' ELSE 'TH' END;
          IF left(el, 1) = lower(left(el, 1)) THEN s := lower(s);
          ELSIF pg_catalog.substr(el, 2, 1) <> upper(pg_catalog.substr(el, 2, 1)) THEN s := initcap(s); END IF;
        END IF;
      END IF;
    ELSIF sfx IS NOT NULL THEN
      PERFORM xinyi.raise_ora(1821);
    END IF;
    out := out || s;
  END LOOP;
  RETURN nullif(out, '');
END $$;

--@ interval_to_text
-- An interval as Oracle prints it: +000000001 02:03:04.000000000 (DAY(9) TO SECOND(9)), +01-02 (YEAR TO MONTH, when it has months).
-- lead and frac are the declared precisions: interval_to_text(i, 2, 6) prints INTERVAL DAY TO SECOND as +01 02:03:04.000000.
CREATE OR REPLACE FUNCTION xinyi.interval_to_text(i interval, lead integer DEFAULT NULL, frac integer DEFAULT 9) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  mon bigint := date_part('year', i)::bigint * 12 + date_part('month', i)::bigint;
  us  numeric;
  s   numeric;
BEGIN
  IF i IS NULL THEN
    RETURN NULL;
  ELSIF mon <> 0 THEN
    RETURN CASE WHEN mon < 0 THEN '-' ELSE '+' END || pg_catalog.lpad((abs(mon) / 12)::text, greatest(coalesce(lead, 2), pg_catalog.length((abs(mon) / 12)::text)), '0')
           || '-' || pg_catalog.lpad((abs(mon) % 12)::text, 2, '0');
  END IF;
  us := date_part('day', i)::numeric * 86400000000 + date_part('hour', i)::numeric * 3600000000
        + date_part('minute', i)::numeric * 60000000 + date_part('microseconds', i)::numeric;
  s := pg_catalog.trunc(abs(us) / 1000000);
  RETURN CASE WHEN us < 0 THEN '-' ELSE '+' END
         || pg_catalog.lpad(pg_catalog.div(s, 86400)::text, greatest(coalesce(lead, 9), pg_catalog.length(pg_catalog.div(s, 86400)::text)), '0')
         || pg_catalog.to_char(s % 86400 * interval '1 second', ' HH24:MI:SS')
         || CASE WHEN frac > 0 THEN '.' || left(pg_catalog.lpad((abs(us) % 1000000)::bigint::text, 6, '0') || '000', frac) ELSE '' END;
END $$;

--@ interval_ym_to_text
-- INTERVAL YEAR(lead) TO MONTH as Oracle prints it: +01-02; a computed one has nine digits of years.
CREATE OR REPLACE FUNCTION xinyi.interval_ym_to_text(i interval, lead integer DEFAULT 9) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN m < 0 THEN '-' ELSE '+' END || pg_catalog.lpad((abs(m) / 12)::text, greatest(lead, pg_catalog.length((abs(m) / 12)::text)), '0')
         || '-' || pg_catalog.lpad((abs(m) % 12)::text, 2, '0')
  FROM (SELECT date_part('year', i)::bigint * 12 + date_part('month', i)::bigint AS m) AS months WHERE m IS NOT NULL
$$;

--@ bin_to_num
-- BIN_TO_NUM(b, b, …): the bits of a number, the highest first.
CREATE OR REPLACE FUNCTION xinyi.bin_to_num(VARIADIC bits numeric[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT sum(b * power(2::numeric, cardinality(bits) - i))::bigint::numeric FROM unnest(bits) WITH ORDINALITY AS bit(b, i)
$$;

--@ to_single_byte
-- TO_SINGLE_BYTE(s): full-width forms of ASCII become ASCII; TO_MULTI_BYTE the other way.
CREATE OR REPLACE FUNCTION xinyi.to_single_byte(s text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN ascii(c) BETWEEN 65281 AND 65374 THEN pg_catalog.chr(ascii(c) - 65248) WHEN ascii(c) = 12288 THEN ' ' ELSE c END, '' ORDER BY i)
  FROM regexp_split_to_table(s, '') WITH ORDINALITY AS letters(c, i)
$$;

--@ to_multi_byte
-- TO_MULTI_BYTE(s): ASCII becomes its full-width forms.
CREATE OR REPLACE FUNCTION xinyi.to_multi_byte(s text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN ascii(c) BETWEEN 33 AND 126 THEN pg_catalog.chr(ascii(c) + 65248) WHEN ascii(c) = 32 THEN pg_catalog.chr(12288) ELSE c END, '' ORDER BY i)
  FROM regexp_split_to_table(s, '') WITH ORDINALITY AS letters(c, i)
$$;

--@ to_char [needs: raise_ora, nls, roman, num_to_text, dt_format, interval_to_text, to_number]
-- TO_CHAR(number, fmt [, nls]) with all elements of the number format model (SQL Language Reference 2, Format Models): 9 0 , . D G $ L C U S MI PR B V
-- X RN EEEE TM TM9 TME FM; #### when the value does not fit. TO_CHAR(datetime, fmt [, nls]), TO_CHAR(interval, fmt): fmt is ignored, as in Oracle.
-- NULL if value or fmt is NULL. ORA-01481 / ORA-01821 for a bad model. A text is converted to a number first. Without fmt use to_text.
CREATE OR REPLACE FUNCTION xinyi.to_char(n numeric, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  f     text := upper(fmt);
  fm    boolean := false;
  blank boolean := false;
  sgn   text := '';          -- S (leading), T (trailing S), M (MI), P (PR)
  cur   text;                -- currency symbol
  curw  integer := 0;        -- width reserved for it
  cure  boolean := false;    -- currency at the end
  nch   text;
  isep  text := '';          -- integer part of the model: 9, 0, and the separators
  frac  text := '';          -- fraction of the model
  vdig  integer := 0;
  ptch  text;                -- decimal character to print
  sci   boolean := false;
  seen  boolean := false;    -- decimal point seen
  tok   text;
  neg   boolean;
  v     numeric;
  digs  text;
  ints  text;
  out   text := '';
  fout  text := '';
  i     integer;
  k     integer;
  e     integer;
  zero  boolean := false;    -- printing digits from here on
  w     integer;
BEGIN
  IF n IS NULL OR fmt IS NULL OR fmt = '' THEN
    RETURN NULL;
  END IF;
  -- fast path: 9 0 , . only and the value fits; PostgreSQL prints the same
  IF fmt ~ '^(FM)?[90,]*9[90,]*(\.[90]+)?$|^(FM)?[90,]*0(\.[90]+)?$' AND nls IS NULL AND n::text !~ '[a-z]'
     AND abs(n) < power(10::numeric, pg_catalog.length(translate(split_part(fmt, '.', 1), 'FM,', ''))) - 1
     AND left(pg_catalog.ltrim(fmt, 'FM'), 1) <> ',' AND (n >= 1 OR n <= -1) THEN
    RETURN pg_catalog.to_char(n, fmt);
  END IF;
  nch := coalesce((regexp_match(nls, 'NLS_NUMERIC_CHARACTERS\s*=\s*''+(.{2})''', 'i'))[1], xinyi.nls('nls_numeric_characters'));
  IF f LIKE 'FM%' THEN
    fm := true;
    f := pg_catalog.substr(f, 3);
  END IF;
  neg := n < 0;
  -- models that stand alone
  IF f IN ('TM', 'TM9', 'TME') THEN
    out := xinyi.num_to_text(n);
    IF f = 'TME' OR (pg_catalog.length(out) > 64) THEN
      IF n = 0 THEN RETURN '0E+00'; END IF;
      digs := pg_catalog.rtrim(translate(abs(n)::text, '.', ''), '0');
      e := CASE WHEN abs(n) >= 1 THEN pg_catalog.length(split_part(abs(n)::text, '.', 1)) - 1
                ELSE -(pg_catalog.length(split_part(abs(n)::text, '.', 2)) - pg_catalog.length(pg_catalog.ltrim(split_part(abs(n)::text, '.', 2), '0')) + 1) END;
      digs := pg_catalog.ltrim(digs, '0');
      RETURN CASE WHEN neg THEN '-' ELSE '' END || left(digs, 1)
             || CASE WHEN pg_catalog.length(digs) > 1 THEN left(nch, 1) || pg_catalog.substr(digs, 2) ELSE '' END
             || 'E' || CASE WHEN e < 0 THEN '-' ELSE '+' END || pg_catalog.lpad(abs(e)::text, greatest(2, pg_catalog.length(abs(e)::text)), '0');
    END IF;
    RETURN replace(out, '.', left(nch, 1));
  ELSIF f = 'RN' THEN
    v := pg_catalog.round(n);
    IF v < 1 OR v > 3999 THEN
      RETURN repeat('#', 15);
    END IF;
    out := xinyi.roman(v::integer);
    IF right(fmt, 2) <> 'RN' THEN
      out := lower(out);
    END IF;
    RETURN CASE WHEN fm THEN out ELSE pg_catalog.lpad(out, 15) END;
  ELSIF f ~ '^0*X+$' THEN
    v := pg_catalog.round(n);
    w := pg_catalog.length(f);
    IF v < 0 OR w > 63 THEN
      RETURN repeat('#', w + 1);
    END IF;
    WHILE v > 0 LOOP
      out := pg_catalog.substr('0123456789ABCDEF', (v % 16)::integer + 1, 1) || out;
      v := pg_catalog.div(v, 16::numeric);
    END LOOP;
    IF out = '' THEN out := '0'; END IF;
    IF pg_catalog.length(out) > w THEN
      RETURN repeat('#', w + 1);
    END IF;
    IF left(f, 1) = '0' THEN
      out := pg_catalog.lpad(out, w, '0');
    END IF;
    IF right(fmt, 1) = 'x' THEN
      out := lower(out);
    END IF;
    RETURN CASE WHEN fm THEN out ELSE pg_catalog.lpad(out, w + 1) END;
  END IF;
  FOR tok IN SELECT (regexp_matches(f, 'EEEE|MI|PR|.', 'g'))[1] LOOP
    CASE tok
      WHEN '9', '0' THEN
        IF sci OR cure OR sgn IN ('T', 'M', 'P') THEN PERFORM xinyi.raise_ora(1481); END IF;
        IF seen THEN frac := frac || tok;
        ELSE isep := isep || tok; END IF;
      WHEN ',', 'G' THEN
        IF seen OR isep = '' THEN PERFORM xinyi.raise_ora(1481); END IF;
        isep := isep || CASE tok WHEN 'G' THEN pg_catalog.substr(nch, 2, 1) ELSE ',' END;
      WHEN '.', 'D' THEN
        IF seen THEN PERFORM xinyi.raise_ora(1481); END IF;
        seen := true;
        ptch := CASE tok WHEN 'D' THEN left(nch, 1) ELSE '.' END;
      WHEN 'V' THEN
        IF seen THEN PERFORM xinyi.raise_ora(1481); END IF;
        vdig := -1 - pg_catalog.length(isep);   -- digits from here on shift the value
      WHEN '$' THEN
        cur := '$'; curw := 1;
      WHEN 'L', 'C', 'U' THEN
        IF cur IS NOT NULL THEN PERFORM xinyi.raise_ora(1481); END IF;
        cur := CASE tok
          WHEN 'L' THEN coalesce((regexp_match(nls, 'NLS_CURRENCY\s*=\s*''+([^'']+)''', 'i'))[1], xinyi.nls('nls_currency'))
          WHEN 'C' THEN coalesce((regexp_match(nls, 'NLS_ISO_CURRENCY\s*=\s*''*([^'']+)''*', 'i'))[1], xinyi.nls('nls_iso_currency'))
          ELSE xinyi.nls('nls_dual_currency') END;
        curw := CASE tok WHEN 'C' THEN 7 ELSE 10 END;
        cure := isep <> '' OR seen;
      WHEN 'B' THEN blank := true;
      WHEN 'S' THEN
        IF sgn <> '' THEN PERFORM xinyi.raise_ora(1481); END IF;
        sgn := CASE WHEN isep = '' AND NOT seen THEN 'S' ELSE 'T' END;
      WHEN 'MI' THEN
        IF sgn <> '' THEN PERFORM xinyi.raise_ora(1481); END IF;
        sgn := 'M';
      WHEN 'PR' THEN
        IF sgn <> '' THEN PERFORM xinyi.raise_ora(1481); END IF;
        sgn := 'P';
      WHEN 'EEEE' THEN sci := true;
      ELSE PERFORM xinyi.raise_ora(1481);
    END CASE;
  END LOOP;
  IF isep = '' AND frac = '' THEN
    PERFORM xinyi.raise_ora(1481);
  END IF;
  k := pg_catalog.length(translate(isep, translate(isep, '90', ''), ''));   -- digit places before the point
  w := pg_catalog.length(isep) + pg_catalog.length(frac) + CASE WHEN seen THEN 1 ELSE 0 END + curw
       + CASE sgn WHEN 'P' THEN 2 ELSE 1 END;
  IF sci THEN
    w := w + 4;
    IF n = 0 THEN
      e := 0;
    ELSE
      e := CASE WHEN abs(n) >= 1 THEN pg_catalog.length(split_part(abs(n)::text, '.', 1)) - 1
                ELSE -(pg_catalog.length(split_part(abs(n)::text, '.', 2)) - pg_catalog.length(pg_catalog.ltrim(split_part(abs(n)::text, '.', 2), '0')) + 1) END;
    END IF;
    v := pg_catalog.round(CASE WHEN e >= 0 THEN pg_catalog.round(abs(n), 60) / power(10::numeric, e) ELSE abs(n) * power(10::numeric, -e) END, pg_catalog.length(frac));
    IF v >= 10 THEN
      e := e + 1;
      v := pg_catalog.round(v / 10, pg_catalog.length(frac));
    END IF;
    fout := 'E' || CASE WHEN e < 0 THEN '-' ELSE '+' END || pg_catalog.lpad(abs(e)::text, greatest(2, pg_catalog.length(abs(e)::text)), '0');
    out := replace(v::text, '.', coalesce(ptch, '')) || CASE WHEN seen AND frac = '' THEN ptch ELSE '' END || fout;
  ELSE
    IF vdig < 0 THEN
      vdig := k + vdig + 1;
    END IF;
    v := pg_catalog.round(abs(n) * power(10::numeric, vdig), pg_catalog.length(frac));
    ints := pg_catalog.ltrim(split_part(v::text, '.', 1), '0');
    digs := split_part(v::text, '.', 2);
    IF pg_catalog.length(ints) > k THEN
      RETURN repeat('#', w - CASE WHEN fm AND sgn <> 'P' AND NOT neg AND sgn <> 'S' AND sgn <> 'T' THEN 1 ELSE 0 END);
    END IF;
    IF blank AND v = 0 THEN
      RETURN CASE WHEN fm THEN NULL ELSE repeat(' ', w) END;
    END IF;
    -- a zero without any place that forces a digit prints one 0
    IF ints = '' AND frac = '' AND NOT blank THEN
      ints := '0';
    END IF;
    i := k;                                     -- digit places left, this one included
    FOREACH tok IN ARRAY regexp_split_to_array(isep, '') LOOP
      IF tok IN ('9', '0') THEN
        IF i <= pg_catalog.length(ints) THEN
          zero := true;
          out := out || pg_catalog.substr(ints, pg_catalog.length(ints) - i + 1, 1);
        ELSIF tok = '0' AND NOT blank OR zero THEN
          zero := true;
          out := out || '0';
        END IF;
        i := i - 1;
      ELSIF zero THEN
        out := out || tok;
      END IF;
    END LOOP;
    IF seen THEN
      IF fm THEN
        -- zeros are dropped from the end, but not those at a 0 of the model or before one
        i := pg_catalog.length(pg_catalog.rtrim(frac, '9'));
        digs := left(digs, i) || pg_catalog.rtrim(pg_catalog.substr(digs, i + 1), '0');
        IF digs = '' AND out = '' THEN
          out := '0';
        END IF;
      END IF;
      out := out || ptch || digs;
    END IF;
  END IF;
  -- currency and sign stand right before the first digit
  IF cur IS NOT NULL THEN
    out := CASE WHEN cure THEN out || cur ELSE cur || out END;
  END IF;
  CASE sgn
    WHEN 'S' THEN out := CASE WHEN neg THEN '-' ELSE '+' END || out;
    WHEN 'T' THEN out := out || CASE WHEN neg THEN '-' ELSE '+' END;
    WHEN 'M' THEN out := out || CASE WHEN neg THEN '-' WHEN fm THEN '' ELSE ' ' END;
    WHEN 'P' THEN out := CASE WHEN neg THEN '<' || out || '>' WHEN fm THEN out ELSE ' ' || out || ' ' END;
    ELSE out := CASE WHEN neg THEN '-' ELSE '' END || out;
  END CASE;
  IF fm THEN
    RETURN nullif(out, '');
  END IF;
  RETURN CASE WHEN pg_catalog.length(out) < w THEN pg_catalog.lpad(out, w) ELSE out END;
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(n bigint, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_char($1::numeric, $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(n integer, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_char($1::numeric, $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(n smallint, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_char($1::numeric, $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(n double precision, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_char($1::text::numeric, $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(d timestamp without time zone, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  -- fast path: models that PostgreSQL prints alike
  IF fmt ~ '^((YYYY|MM|DD|HH24|MI|[-/:., ;]|"[^"\\]*")|SS(?!S))+$' OR fmt ~ '^((yyyy|mm|dd|hh24|mi|[-/:., ;]|"[^"\\]*")|ss(?!s))+$' THEN
    IF d >= '0001-01-01' AND fmt !~* 'dddd?|yyyyy|mmm' THEN
      RETURN pg_catalog.to_char(d, fmt);
    END IF;
  END IF;
  RETURN xinyi.dt_format(d, fmt, nls, NULL, NULL);
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(d timestamp with time zone, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT xinyi.dt_format($1::timestamp, $2, $3, pg_catalog.date_part('timezone', $1)::integer, pg_catalog.current_setting('TimeZone'))
$$;
CREATE OR REPLACE FUNCTION xinyi.to_char(t text, fmt text, nls text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN xinyi.to_char(xinyi.to_number(t), fmt, nls);
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_char(i interval, fmt text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.interval_to_text($1) $$;

--@ date_to_text [needs: nls, to_char]
-- A DATE turned into text without a model: NLS_DATE_FORMAT of the session, default YYYY-MM-DD HH24:MI:SS.
CREATE OR REPLACE FUNCTION xinyi.date_to_text(d timestamp without time zone) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.to_char($1, xinyi.nls('nls_date_format')) $$;

--@ to_text [needs: num_to_text, nls, to_char, interval_to_text]
-- TO_CHAR(x) without format, and what || makes of x, over any type; num_to_text and date_to_text are the lean forms for a known type.
-- float4/float8 are BINARY_FLOAT/BINARY_DOUBLE (1.5E+000): cast other floats to numeric first. Dates take the session's NLS_DATE_FORMAT.
-- character keeps its blanks (Oracle's CHAR); boolean (not allowed in Oracle) gives TRUE/FALSE; '' gives NULL.
CREATE OR REPLACE FUNCTION xinyi.to_text(n numeric) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.num_to_text($1) $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(n bigint) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT $1::text $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(n integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT $1::text $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(n smallint) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT $1::text $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(n double precision) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text;
  p text[];
BEGIN
  IF n = 'NaN' THEN
    RETURN 'Nan';
  ELSIF n IN ('Infinity', '-Infinity') THEN
    RETURN CASE WHEN n > 0 THEN 'Inf' ELSE '-Inf' END;
  ELSIF n = 0 THEN
    RETURN '0';
  END IF;
  t := pg_catalog.to_char(n, '9.9999999999999999EEEE');
  p := regexp_match(t, '^\s*(-?\d\.\d)(\d*?)0*[eE]([-+])(\d+)$');
  RETURN p[1] || p[2] || 'E' || p[3] || pg_catalog.lpad(p[4], 3, '0');
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(n real) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  p text[];
BEGIN
  IF n = 'NaN' OR n IN ('Infinity', '-Infinity') OR n = 0 THEN
    RETURN xinyi.to_text(n::double precision);
  END IF;
  p := regexp_match(pg_catalog.to_char(n, '9.99999999EEEE'), '^\s*(-?\d\.\d)(\d*?)0*[eE]([-+])(\d+)$');
  RETURN p[1] || p[2] || 'E' || p[3] || pg_catalog.lpad(p[4], 3, '0');
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(t text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT nullif($1, '') $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(t character) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT nullif(pg_catalog.textin(pg_catalog.bpcharout($1)), '') $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(b boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $1 THEN 'TRUE' ELSE 'FALSE' END $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(b bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(upper(encode($1, 'hex')), '') $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(d timestamp without time zone) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.to_char($1, xinyi.nls('nls_date_format')) $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(d timestamp with time zone) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.to_char($1, xinyi.nls('nls_timestamp_tz_format')) $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(d date) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.to_char($1::timestamp, xinyi.nls('nls_date_format')) $$;
CREATE OR REPLACE FUNCTION xinyi.to_text(i interval) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.interval_to_text($1) $$;

--@ timestamp_to_text [needs: nls, to_char]
-- A TIMESTAMP (not DATE) turned into text without a model: NLS_TIMESTAMP_FORMAT of the session, default YYYY-MM-DD HH24:MI:SS.FF6.
CREATE OR REPLACE FUNCTION xinyi.timestamp_to_text(d timestamp without time zone) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.to_char($1, xinyi.nls('nls_timestamp_format')) $$;

--@ dt_parse [needs: raise_ora, dt_lang, dt_tokens]
-- The worker of TO_DATE and TO_TIMESTAMP (SQL Language Reference 2, String-to-Date Conversion Rules): any punctuation matches punctuation, missing
-- leading zeros, time fields left out at the end, alternative elements (MM/MON/MONTH, YY/YYYY, RR/RRRR), FX. Missing parts: first day of the current
-- month, midnight. Errors ORA-018xx as Oracle. tz gets the offset in minutes when the model has TZH/TZR, else NULL.
CREATE OR REPLACE FUNCTION xinyi.dt_parse(t text, fmt text, nls text, OUT d timestamp without time zone, OUT tz integer, OUT zone text)
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  toks text[];
  k    integer := 0;
  cnt  integer;
  m    text[];
  e    text;
  nxt  text;
  rest text := pg_catalog.rtrim(t);
  fx   boolean := false;
  fm   boolean := false;
  lang text := xinyi.dt_lang(nls);
  nowy integer := date_part('year', pg_catalog.statement_timestamp());
  y integer; mo integer; dd integer; doy integer; jul integer; dow integer;
  h24 integer; h12 integer; mi integer; ss integer; sssss integer; pm boolean; bc boolean; us numeric := 0;
  neg boolean := false;
  x   text;
  w   integer;
  n   integer;
  seen text[] := '{}';
  mons text[];
  lit boolean;
  tzneg boolean := false;
BEGIN
  IF t IS NULL OR t = '' OR fmt IS NULL OR fmt = '' THEN
    RETURN;
  END IF;
  toks := xinyi.dt_tokens(fmt);
  -- the locale's own formats
  IF toks && '{TS,DS,DL,ts,ds,dl}'::text[] THEN
    toks := xinyi.dt_tokens((SELECT string_agg(CASE upper(u) WHEN 'TS' THEN 'HH:MI:SS AM' WHEN 'DS' THEN 'MM/DD/RRRR' WHEN 'DL' THEN 'Day, Month DD, YYYY' ELSE u END, '' ORDER BY o)
                               FROM unnest(toks) WITH ORDINALITY q(u, o)));
  END IF;
  cnt := cardinality(toks);
  WHILE k < cnt LOOP
    k := k + 1;
    e := upper(toks[k]);
    IF e = 'FX' THEN
      fx := NOT fx;
      CONTINUE;
    ELSIF e = 'FM' THEN
      fm := NOT fm;
      CONTINUE;
    END IF;
    lit := left(e, 1) = '"' OR strpos(' -/,.;:', e) > 0 OR e !~ '[[:alnum:]]';
    IF NOT lit THEN
      IF e IN ('IYYY', 'IYY', 'IY', 'I', 'CC', 'SCC', 'Q', 'WW', 'W', 'IW', 'YEAR', 'SYEAR', 'D') THEN
        PERFORM xinyi.raise_ora(1820);
      ELSIF strpos('|SYYYY|YYYY|Y,YYY|YYY|YY|Y|RRRR|RR|MM|MONTH|MON|RM|DDD|DD|DAY|DY|J|HH24|HH12|HH|MI|SSSSS|SS|FF|FF1|FF2|FF3|FF4|FF5|FF6|FF7|FF8|FF9|TZH|TZM|TZR|TZD|A.M.|P.M.|AM|PM|A.D.|B.C.|AD|BC|X|',
                   '|' || e || '|') = 0 THEN
        PERFORM xinyi.raise_ora(1821);
      END IF;
      -- an element may stand only once
      x := CASE WHEN e IN ('MM', 'MON', 'MONTH', 'RM') THEN 'month' WHEN e IN ('DAY', 'DY') THEN 'dow' WHEN e IN ('AM', 'PM', 'A.M.', 'P.M.') THEN 'am'
                WHEN strpos(e, 'Y') > 0 OR left(e, 2) = 'RR' THEN 'year' WHEN left(e, 2) = 'HH' THEN 'hour' WHEN left(e, 2) = 'FF' THEN 'ff' ELSE e END;
      IF x = ANY (seen) THEN
        PERFORM xinyi.raise_ora(1810);
      END IF;
      seen := seen || x;
    END IF;
    -- blanks of the text that the model does not have
    IF NOT fx THEN
      IF e = ' ' THEN
        -- a blank in the model matches any punctuation, several blanks, or nothing
        IF left(rest, 1) = ' ' THEN
          rest := pg_catalog.ltrim(rest);
        ELSIF rest ~ '^[^[:alnum:]]' AND rest !~ '^[-+]\d' THEN
          rest := pg_catalog.substr(rest, 2);
        END IF;
        CONTINUE;
      END IF;
      rest := pg_catalog.ltrim(rest);
    END IF;
    IF lit THEN
      x := CASE WHEN left(e, 1) = '"' THEN pg_catalog.substr(toks[k], 2, pg_catalog.length(toks[k]) - 2) ELSE toks[k] END;
      IF rest = '' THEN
        -- the text has ended: fine when only time fields follow
        CONTINUE;
      END IF;
      IF left(e, 1) = '"' OR fx THEN
        IF left(rest, pg_catalog.length(x)) <> x AND (fx OR upper(left(rest, pg_catalog.length(x))) <> upper(x)) THEN
          PERFORM xinyi.raise_ora(1861);
        END IF;
        rest := pg_catalog.substr(rest, pg_catalog.length(x) + 1);
      ELSIF rest ~ '^[^[:alnum:]]' THEN
        rest := pg_catalog.substr(rest, 2);
      ELSIF rest ~ '^[0-9]' OR k = cnt THEN
        -- punctuation of the model may be left out between complete numbers
        NULL;
      ELSE
        nxt := upper(toks[k + 1]);
        IF nxt IN ('MON', 'MONTH', 'DAY', 'DY', 'AM', 'PM', 'A.M.', 'P.M.', 'AD', 'BC', 'A.D.', 'B.C.', 'TZR', 'TZD') OR e IN (':', '-', '/', '.', ',', ';') AND nxt IN ('MM') THEN
          NULL;
        ELSE
          PERFORM xinyi.raise_ora(1861);
        END IF;
      END IF;
      CONTINUE;
    END IF;
    IF rest = '' THEN
      -- only time fields may be missing
      IF left(e, 2) IN ('HH', 'MI', 'SS', 'FF', 'AM', 'PM', 'A.', 'P.', 'TZ') AND e <> 'A.D.' OR e = 'X' THEN
        CONTINUE;
      END IF;
      PERFORM xinyi.raise_ora(1840);
    END IF;
    CASE
      WHEN e IN ('MON', 'MONTH') OR (e = 'MM' AND strpos('0123456789', left(rest, 1)) = 0 AND rest ~ '^[[:alpha:]]') THEN
        mo := NULL;
        IF lang = 'C' THEN
          x := (regexp_match(rest, '^(1[0-2]|[1-9])月'))[1];
          IF x IS NOT NULL THEN
            mo := x::integer;
            rest := pg_catalog.substr(rest, pg_catalog.length(x) + 2);
          ELSE
            x := (regexp_match(rest, '^(十[一二]?|[一二三四五六七八九])月'))[1];
            IF x IS NOT NULL THEN
              mo := CASE x WHEN '十一' THEN 11 WHEN '十二' THEN 12 ELSE strpos('一二三四五六七八九十', x) END;
              rest := pg_catalog.substr(rest, pg_catalog.length(x) + 2);
            END IF;
          END IF;
        ELSE
          mons := '{JANUARY,FEBRUARY,MARCH,APRIL,MAY,JUNE,JULY,AUGUST,SEPTEMBER,OCTOBER,NOVEMBER,DECEMBER}';
          FOR n IN 1 .. 12 LOOP
            IF upper(left(rest, pg_catalog.length(mons[n]))) = mons[n] THEN
              mo := n;
              rest := pg_catalog.substr(rest, pg_catalog.length(mons[n]) + 1);
              EXIT;
            ELSIF upper(left(rest, 3)) = left(mons[n], 3) THEN
              mo := n;
              rest := pg_catalog.substr(rest, 4);
              EXIT;
            END IF;
          END LOOP;
        END IF;
        IF mo IS NULL THEN
          PERFORM xinyi.raise_ora(CASE WHEN e = 'MM' THEN 1858 ELSE 1843 END);
        END IF;
        CONTINUE;
      WHEN e IN ('DAY', 'DY') THEN
        dow := NULL;
        IF lang = 'C' THEN
          dow := nullif(strpos('日一二三四五六', (regexp_match(rest, '^星期([日一二三四五六])'))[1]), 0);
          rest := pg_catalog.substr(rest, 4);
        ELSE
          mons := '{SUNDAY,MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY}';
          FOR n IN 1 .. 7 LOOP
            IF upper(left(rest, pg_catalog.length(mons[n]))) = mons[n] THEN
              dow := n;
              rest := pg_catalog.substr(rest, pg_catalog.length(mons[n]) + 1);
              EXIT;
            ELSIF upper(left(rest, 3)) = left(mons[n], 3) THEN
              dow := n;
              rest := pg_catalog.substr(rest, 4);
              EXIT;
            END IF;
          END LOOP;
        END IF;
        IF dow IS NULL THEN
          PERFORM xinyi.raise_ora(1846);
        END IF;
        CONTINUE;
      WHEN e = 'RM' THEN
        x := (regexp_match(rest, '^([IVX]+)', 'i'))[1];
        mo := array_position('{I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII}'::text[], upper(x));
        IF mo IS NULL THEN
          PERFORM xinyi.raise_ora(1843);
        END IF;
        rest := pg_catalog.substr(rest, pg_catalog.length(x) + 1);
        CONTINUE;
      WHEN e IN ('AM', 'PM', 'A.M.', 'P.M.') THEN
        IF rest ~ '^(上午|下午)' THEN
          pm := left(rest, 1) = '下';
          rest := pg_catalog.substr(rest, 3);
        ELSE
          x := (regexp_match(rest, '^([AP]\.?M\.?)', 'i'))[1];
          IF x IS NULL THEN
            PERFORM xinyi.raise_ora(1855);
          END IF;
          pm := upper(left(x, 1)) = 'P';
          rest := pg_catalog.substr(rest, pg_catalog.length(x) + 1);
        END IF;
        CONTINUE;
      WHEN e IN ('AD', 'BC', 'A.D.', 'B.C.') THEN
        IF rest ~ '^公元' THEN
          bc := rest ~ '^公元前';
          rest := pg_catalog.substr(rest, CASE WHEN bc THEN 4 ELSE 3 END);
        ELSE
          x := (regexp_match(rest, '^(A\.?D\.?|B\.?C\.?)', 'i'))[1];
          IF x IS NULL THEN
            PERFORM xinyi.raise_ora(1861);
          END IF;
          bc := upper(left(x, 1)) = 'B';
          rest := pg_catalog.substr(rest, pg_catalog.length(x) + 1);
        END IF;
        CONTINUE;
      WHEN e = 'X' THEN
        rest := pg_catalog.substr(rest, 2);
        CONTINUE;
      WHEN e IN ('TZR', 'TZD') THEN
        x := (regexp_match(rest, '^([-+]\d\d?(:\d\d)?|[A-Za-z_]+(/[A-Za-z_]+)*)'))[1];
        IF x IS NULL THEN
          PERFORM xinyi.raise_ora(1857);
        END IF;
        IF x ~ '^[-+]' THEN
          tz := (CASE WHEN left(x, 1) = '-' THEN -1 ELSE 1 END) * (pg_catalog.substr(split_part(x, ':', 1), 2)::integer * 60 + coalesce(nullif(split_part(x, ':', 2), ''), '0')::integer);
        ELSIF e = 'TZR' THEN
          zone := x;
        END IF;
        rest := pg_catalog.substr(rest, pg_catalog.length(x) + 1);
        CONTINUE;
      ELSE NULL;
    END CASE;
    -- numeric elements
    w := CASE e WHEN 'YYYY' THEN 4 WHEN 'SYYYY' THEN 4 WHEN 'RRRR' THEN 4 WHEN 'Y,YYY' THEN 4 WHEN 'YYY' THEN 3 WHEN 'Y' THEN 1 WHEN 'DDD' THEN 3
              WHEN 'J' THEN 7 WHEN 'SSSSS' THEN 5 WHEN 'FF' THEN 9 ELSE 2 END;
    IF e LIKE 'FF_' THEN
      w := right(e, 1)::integer;
    END IF;
    IF e IN ('SYYYY', 'TZH') AND rest ~ '^[-+]' THEN
      neg := left(rest, 1) = '-' AND e = 'SYYYY';
      tzneg := left(rest, 1) = '-' AND e = 'TZH';
      rest := pg_catalog.substr(rest, 2);
    ELSIF e IN ('YYYY', 'RRRR') AND rest ~ '^[-+]\d' THEN
      PERFORM xinyi.raise_ora(1841);
    END IF;
    IF e = 'Y,YYY' AND rest ~ '^\d,\d{3}' THEN
      rest := left(rest, 1) || pg_catalog.substr(rest, 3);
    END IF;
    -- alternative elements: four digits where the model says YY or RR and no number follows
    IF e IN ('YY', 'RR', 'YYY') AND rest ~ '^\d{4}(\D|$)' AND NOT fx THEN
      w := 4;
    END IF;
    x := left(rest, w);
    IF strpos('0123456789', left(rest, 1)) = 0 THEN
      x := NULL;
    ELSIF translate(x, '0123456789', '') <> '' THEN
      x := (regexp_match(x, '^[0-9]+'))[1];
    END IF;
    IF x IS NULL THEN
      -- another character than a digit: text that the model's literals did not cover, or letters
      PERFORM xinyi.raise_ora(CASE WHEN rest ~ '^[[:punct:]]' AND k > 1 AND upper(toks[k - 1]) BETWEEN 'A' AND 'Z' THEN 1861 ELSE 1858 END);
    ELSIF fx AND NOT fm AND pg_catalog.length(x) <> w AND e NOT LIKE 'FF%' THEN
      PERFORM xinyi.raise_ora(1862);
    END IF;
    rest := pg_catalog.substr(rest, pg_catalog.length(x) + 1);
    n := x::integer;
    CASE e
      WHEN 'YYYY', 'SYYYY', 'Y,YYY' THEN y := n;
      WHEN 'YYY' THEN y := CASE WHEN pg_catalog.length(x) = 4 THEN n ELSE nowy / 1000 * 1000 + n END;
      WHEN 'YY' THEN y := CASE WHEN pg_catalog.length(x) = 4 THEN n ELSE nowy / 100 * 100 + n END;
      WHEN 'Y' THEN y := nowy / 10 * 10 + n;
      WHEN 'RR', 'RRRR' THEN
        y := CASE WHEN pg_catalog.length(x) > 2 THEN n
                  WHEN n < 50 THEN nowy / 100 * 100 + n + CASE WHEN nowy % 100 >= 50 THEN 100 ELSE 0 END
                  ELSE nowy / 100 * 100 + n - CASE WHEN nowy % 100 < 50 THEN 100 ELSE 0 END END;
      WHEN 'MM' THEN
        IF n < 1 OR n > 12 THEN PERFORM xinyi.raise_ora(1843); END IF;
        mo := n;
      WHEN 'DD' THEN
        IF n < 1 OR n > 31 THEN PERFORM xinyi.raise_ora(1847); END IF;
        dd := n;
      WHEN 'DDD' THEN
        IF n < 1 OR n > 366 THEN PERFORM xinyi.raise_ora(1848); END IF;
        doy := n;
      WHEN 'J' THEN
        IF n < 1 OR n > 5373484 THEN PERFORM xinyi.raise_ora(1854); END IF;
        jul := n;
      WHEN 'HH24' THEN
        IF n > 23 THEN PERFORM xinyi.raise_ora(1850); END IF;
        h24 := n;
      WHEN 'HH', 'HH12' THEN
        IF n < 1 OR n > 12 THEN PERFORM xinyi.raise_ora(1849); END IF;
        h12 := n;
      WHEN 'MI' THEN
        IF n > 59 THEN PERFORM xinyi.raise_ora(1851); END IF;
        mi := n;
      WHEN 'SS' THEN
        IF n > 59 THEN PERFORM xinyi.raise_ora(1852); END IF;
        ss := n;
      WHEN 'SSSSS' THEN
        IF n > 86399 THEN PERFORM xinyi.raise_ora(1853); END IF;
        sssss := n;
      WHEN 'TZH' THEN tz := coalesce(tz, 0) + n * 60;
      WHEN 'TZM' THEN tz := coalesce(tz, 0) + n;
      ELSE us := pg_catalog.round(pg_catalog.rpad(x, 9, '0')::numeric / 1000);       -- FF: microseconds
    END CASE;
  END LOOP;
  IF rest <> '' THEN
    PERFORM xinyi.raise_ora(1830);
  END IF;
  IF tzneg THEN
    tz := -tz;
  END IF;
  IF h24 IS NOT NULL AND pm IS NOT NULL THEN
    PERFORM xinyi.raise_ora(1818);
  END IF;
  IF jul IS NOT NULL THEN
    d := timestamp '4714-11-24 00:00:00 BC' + jul * interval '1 day';
  ELSE
    IF y IS NOT NULL AND (y = 0 OR y > 9999) THEN
      PERFORM xinyi.raise_ora(1841);
    END IF;
    IF neg OR bc THEN
      y := -y;
    END IF;
    y := coalesce(y, nowy);
    IF doy IS NOT NULL THEN
      d := make_timestamp(y, 1, 1, 0, 0, 0) + (doy - 1) * interval '1 day';
      IF date_part('year', d) <> y THEN
        PERFORM xinyi.raise_ora(1848);
      END IF;
    ELSE
      mo := coalesce(mo, date_part('month', pg_catalog.statement_timestamp())::integer);
      dd := coalesce(dd, 1);
      IF dd > 28 AND dd > (CASE WHEN mo IN (4, 6, 9, 11) THEN 30 WHEN mo <> 2 THEN 31
                                WHEN (y % 4 = 0 AND y % 100 <> 0) OR y % 400 = 0 OR (y < 0 AND (y + 1) % 4 = 0) THEN 29 ELSE 28 END) THEN
        PERFORM xinyi.raise_ora(1839);
      END IF;
      d := make_timestamp(y, mo, dd, 0, 0, 0);
    END IF;
  END IF;
  IF dow IS NOT NULL AND date_part('dow', d)::integer + 1 <> dow THEN
    PERFORM xinyi.raise_ora(1835);
  END IF;
  IF sssss IS NOT NULL THEN
    d := d + sssss * interval '1 second';
  ELSE
    IF h12 IS NOT NULL THEN
      h24 := h12 % 12 + CASE WHEN pm THEN 12 ELSE 0 END;
    END IF;
    d := d + make_interval(hours => coalesce(h24, 0), mins => coalesce(mi, 0), secs => coalesce(ss, 0));
  END IF;
  d := d + us::float8 * interval '1 microsecond';
END $$;

--@ to_date [needs: dt_parse, nls, raise_ora, date_to_text, num_to_text]
-- TO_DATE(text [, fmt [, nls]]) as timestamp(0) without time zone; without fmt the session's NLS_DATE_FORMAT. NULL if an argument is NULL or ''.
-- Errors as Oracle: ORA-01861, -01830, -01840, -01843, -01847, -01839, -01858 ... (SQLSTATE Z1861 ...); a model with fractions or a zone is ORA-01821.
-- A date or number given instead of a text is first turned into text (by NLS_DATE_FORMAT), as in Oracle: TO_DATE(SYSDATE, fmt), TO_DATE(20240305, fmt).
CREATE OR REPLACE FUNCTION xinyi.to_date(t text, fmt text, nls text DEFAULT NULL) RETURNS timestamp without time zone
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  u text;
BEGIN
  -- fast path: the common models with a complete, plain text
  IF t ~ '^\d\d\d\d[-/]?\d\d[-/]?[0-2]\d( \d\d:\d\d:\d\d)?$' THEN
    u := upper(fmt);
    IF u IN ('YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'YYYY-MM-DD HH24:MI:SS', 'YYYY/MM/DD HH24:MI:SS') THEN
      u := translate(u, '-/', '') || pg_catalog.length(t) || translate(t, '-/', '');      -- YYYYMMDD HH24:MI:SS19YYYYMMDD HH:MI:SS
      IF u ~ '^YYYYMMDD(8|10)\d{4}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])$' AND right(u, 8) > '00010000'
         AND (pg_catalog.length(t) = 10) = (t ~ '[-/]') AND (pg_catalog.length(fmt) = 10 OR pg_catalog.length(t) = 8) THEN
        RETURN make_timestamp(left(right(u, 8), 4)::integer, left(right(u, 4), 2)::integer, right(u, 2)::integer, 0, 0, 0);
      ELSIF u ~ '^YYYYMMDD HH24:MI:SS19\d{4}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$' AND right(u, 17) > '00010000' THEN
        u := right(u, 17);
        RETURN make_timestamp(left(u, 4)::integer, pg_catalog.substr(u, 5, 2)::integer, pg_catalog.substr(u, 7, 2)::integer,
                              pg_catalog.substr(u, 10, 2)::integer, pg_catalog.substr(u, 13, 2)::integer, right(u, 2)::integer);
      END IF;
    END IF;
  END IF;
  IF fmt ~* 'FF|TZ' AND regexp_replace(fmt, '"[^"]*"', '', 'g') ~* 'FF|TZ' THEN
    PERFORM xinyi.raise_ora(1821);
  END IF;
  RETURN (xinyi.dt_parse(t, fmt, nls)).d;
END $$;
CREATE OR REPLACE FUNCTION xinyi.to_date(t text) RETURNS timestamp without time zone
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_date($1, xinyi.nls('nls_date_format')) $$;
CREATE OR REPLACE FUNCTION xinyi.to_date(d timestamp without time zone, fmt text, nls text DEFAULT NULL) RETURNS timestamp without time zone
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_date(xinyi.date_to_text($1), $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.to_date(d timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_date(xinyi.date_to_text($1)) $$;
CREATE OR REPLACE FUNCTION xinyi.to_date(n numeric, fmt text, nls text DEFAULT NULL) RETURNS timestamp without time zone
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT xinyi.to_date(xinyi.num_to_text($1), $2, $3) $$;

--@ to_timestamp [needs: dt_parse, nls]
-- TO_TIMESTAMP(text [, fmt [, nls]]) with fractions to microseconds (further digits are rounded); without fmt the session's NLS_TIMESTAMP_FORMAT.
CREATE OR REPLACE FUNCTION xinyi.to_timestamp(t text, fmt text, nls text DEFAULT NULL) RETURNS timestamp without time zone
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (xinyi.dt_parse($1, $2, $3)).d $$;
CREATE OR REPLACE FUNCTION xinyi.to_timestamp(t text) RETURNS timestamp without time zone
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (xinyi.dt_parse($1, xinyi.nls('nls_timestamp_format'), NULL)).d $$;

--@ to_timestamp_tz [needs: dt_parse, nls]
-- TO_TIMESTAMP_TZ(text [, fmt [, nls]]): the instant; the zone it was given is not kept (PostgreSQL). Without TZ elements the session's zone counts.
CREATE OR REPLACE FUNCTION xinyi.to_timestamp_tz(t text, fmt text DEFAULT NULL, nls text DEFAULT NULL) RETURNS timestamp with time zone
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  r record;
BEGIN
  r := xinyi.dt_parse(t, coalesce(fmt, xinyi.nls('nls_timestamp_tz_format')), nls);
  IF r.tz IS NOT NULL THEN
    RETURN (r.d - r.tz * interval '1 minute') AT TIME ZONE 'UTC';
  ELSIF r.zone IS NOT NULL THEN
    RETURN r.d AT TIME ZONE r.zone;
  END IF;
  RETURN r.d::timestamptz;
END $$;

--@ trunc [needs: raise_ora]
-- TRUNC(date [, fmt]) with all models of "ROUND and TRUNC Date Functions" (SQL Language Reference 7): CC SCC, SYYYY YYYY YEAR SYEAR YYY YY Y, IYYY IY I,
-- Q, MONTH MON MM RM, WW, IW, W, DDD DD J, DAY DY D (week starts on Sunday), HH HH12 HH24, MI. Anything else: ORA-01898.
-- TRUNC(number [, places]); fractions of places are cut off. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.trunc(d timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.date_trunc('day', $1) $$;
CREATE OR REPLACE FUNCTION xinyi.trunc(d timestamp without time zone, fmt text) RETURNS timestamp without time zone
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  b timestamp := date_trunc('day', d);
BEGIN
  CASE upper(fmt)
    WHEN 'DD', 'DDD', 'J' THEN RETURN b;
    WHEN 'MM', 'MONTH', 'MON', 'RM' THEN RETURN date_trunc('month', d);
    WHEN 'YYYY', 'YEAR', 'SYYYY', 'SYEAR', 'YYY', 'YY', 'Y' THEN RETURN date_trunc('year', d);
    WHEN 'Q' THEN RETURN date_trunc('quarter', d);
    WHEN 'HH24', 'HH', 'HH12' THEN RETURN date_trunc('hour', d);
    WHEN 'MI' THEN RETURN date_trunc('minute', d);
    WHEN 'IW' THEN RETURN date_trunc('week', d);
    WHEN 'WW' THEN RETURN b - ((date_part('doy', d)::integer - 1) % 7) * interval '1 day';
    WHEN 'W' THEN RETURN b - ((date_part('day', d)::integer - 1) % 7) * interval '1 day';
    WHEN 'DAY', 'DY', 'D' THEN RETURN b - date_part('dow', d)::integer * interval '1 day';
    WHEN 'CC', 'SCC' THEN RETURN date_trunc('century', d);
    WHEN 'IYYY', 'IYY', 'IY', 'I' THEN RETURN date_trunc('week', make_timestamp(date_part('isoyear', d)::integer, 1, 4, 0, 0, 0));
    ELSE PERFORM xinyi.raise_ora(CASE WHEN fmt ~ '[-/: ]' THEN 1898 ELSE 1821 END);
  END CASE;
END $$;
CREATE OR REPLACE FUNCTION xinyi.trunc(n numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.trunc($1) $$;
CREATE OR REPLACE FUNCTION xinyi.trunc(n numeric, places numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.trunc($1, pg_catalog.trunc($2)::integer) $$;

--@ round [needs: trunc, raise_ora]
-- ROUND(date [, fmt]): models as TRUNC; up from noon, the 16th, the 16th of a quarter's second month, 1 July, year 51, the middle of a week (noon of its
-- fourth day), half an hour, half a minute. ROUND(number [, places]) is half away from zero; fractions of places are cut off.
CREATE OR REPLACE FUNCTION xinyi.round(d timestamp without time zone, fmt text DEFAULT 'DD') RETURNS timestamp without time zone
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  u text := upper(fmt);
  y integer;
BEGIN
  CASE u
    WHEN 'DD', 'DDD', 'J' THEN RETURN date_trunc('day', d + interval '12 hours');
    WHEN 'MM', 'MONTH', 'MON', 'RM' THEN RETURN date_trunc('month', d) + CASE WHEN date_part('day', d) >= 16 THEN interval '1 month' ELSE interval '0' END;
    WHEN 'YYYY', 'YEAR', 'SYYYY', 'SYEAR', 'YYY', 'YY', 'Y' THEN
      RETURN date_trunc('year', d) + CASE WHEN date_part('month', d) >= 7 THEN interval '1 year' ELSE interval '0' END;
    WHEN 'Q' THEN
      RETURN date_trunc('quarter', d) + CASE WHEN d >= date_trunc('quarter', d) + interval '1 month 15 days' THEN interval '3 months' ELSE interval '0' END;
    WHEN 'HH24', 'HH', 'HH12' THEN RETURN date_trunc('hour', d + interval '30 minutes');
    WHEN 'MI' THEN RETURN date_trunc('minute', d + interval '30 seconds');
    WHEN 'IW', 'WW', 'W', 'DAY', 'DY', 'D' THEN
      RETURN xinyi.trunc(d, u) + CASE WHEN d >= xinyi.trunc(d, u) + interval '84 hours' THEN interval '7 days' ELSE interval '0' END;
    WHEN 'CC', 'SCC' THEN
      y := date_part('year', d);
      RETURN date_trunc('century', d) + CASE WHEN (y - 1) % 100 >= 50 THEN interval '100 years' ELSE interval '0' END;
    WHEN 'IYYY', 'IYY', 'IY', 'I' THEN
      y := date_part('isoyear', d);
      IF d >= make_timestamp(y, 7, 1, 0, 0, 0) THEN y := y + 1; END IF;
      RETURN date_trunc('week', make_timestamp(y, 1, 4, 0, 0, 0));
    ELSE PERFORM xinyi.raise_ora(CASE WHEN fmt ~ '[-/: ]' THEN 1898 ELSE 1821 END);
  END CASE;
END $$;
CREATE OR REPLACE FUNCTION xinyi.round(n numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.round($1) $$;
CREATE OR REPLACE FUNCTION xinyi.round(n numeric, places numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.round($1, pg_catalog.trunc($2)::integer) $$;

--@ add_months
-- ADD_MONTHS(d, n): same day n months on; a last day of month gives a last day, and a day that the month lacks gives its last day. Time kept.
-- A fraction of n is cut off. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.add_months(d timestamp without time zone, n integer) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN pg_catalog.date_part('month', $1 + interval '1 day') = pg_catalog.date_part('month', $1) THEN $1 + $2 * interval '1 month'
              ELSE pg_catalog.date_trunc('month', $1) + ($2 + 1) * interval '1 month' - interval '1 day' + ($1 - pg_catalog.date_trunc('day', $1)) END
$$;
CREATE OR REPLACE FUNCTION xinyi.add_months(d timestamp without time zone, n numeric) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN pg_catalog.date_part('month', $1 + interval '1 day') = pg_catalog.date_part('month', $1) THEN $1 + pg_catalog.trunc($2)::integer * interval '1 month'
              ELSE pg_catalog.date_trunc('month', $1) + (pg_catalog.trunc($2)::integer + 1) * interval '1 month' - interval '1 day' + ($1 - pg_catalog.date_trunc('day', $1)) END
$$;

--@ months_between [needs: div]
-- MONTHS_BETWEEN(a, b): whole for equal days of month and for two month ends (time ignored), else with a fraction on the basis of 31 days, time included.
-- NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.months_between(a timestamp without time zone, b timestamp without time zone) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  m  integer := (date_part('year', a)::integer - date_part('year', b)::integer) * 12 + date_part('month', a)::integer - date_part('month', b)::integer;
  da integer := date_part('day', a);
  db integer := date_part('day', b);
BEGIN
  IF da = db OR (date_part('day', a + interval '1 day') = 1 AND date_part('day', b + interval '1 day') = 1) THEN
    RETURN m;
  END IF;
  RETURN xinyi.div(m::numeric * 2678400 + (da - db) * 86400
                   + floor(date_part('epoch', a - date_trunc('day', a)))::integer - floor(date_part('epoch', b - date_trunc('day', b)))::integer, 2678400);
END $$;

--@ last_day
-- LAST_DAY(d): the last day of the month of d; the time of day is kept.
CREATE OR REPLACE FUNCTION xinyi.last_day(d timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.date_trunc('month', $1) + interval '1 month' - interval '1 day' + ($1 - pg_catalog.date_trunc('day', $1))
$$;

--@ next_day [needs: raise_ora]
-- NEXT_DAY(d, day): the first such weekday strictly later than d, time kept. day is an English name or its first three letters, or Chinese (星期一), in any
-- case; Oracle takes only those of the date language. A number is 1 (Sunday) to 7. ORA-01846 for anything else.
CREATE OR REPLACE FUNCTION xinyi.next_day(d timestamp without time zone, day text) RETURNS timestamp without time zone
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n integer := array_position('{SUN,MON,TUE,WED,THU,FRI,SAT}'::text[], upper(left(btrim(day), 3)));
BEGIN
  IF day = '' THEN
    RETURN NULL;
  END IF;
  IF n IS NULL THEN
    n := nullif(strpos('日一二三四五六', coalesce((regexp_match(day, '^\s*(?:星期|周)([日一二三四五六天])'))[1], '?')), 0);
    IF day ~ '^\s*(星期|周)天' THEN n := 1; END IF;
    IF n IS NULL AND day ~ '^\s*[1-7]\s*$' THEN n := btrim(day)::integer; END IF;
  END IF;
  IF n IS NULL THEN
    PERFORM xinyi.raise_ora(1846);
  END IF;
  RETURN d + ((n - 1 - date_part('dow', d)::integer + 6) % 7 + 1) * interval '1 day';
END $$;
CREATE OR REPLACE FUNCTION xinyi.next_day(d timestamp without time zone, day numeric) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.next_day($1, pg_catalog.trunc($2)::text) $$;

--@ new_time [needs: raise_ora]
-- NEW_TIME(d, zone1, zone2): the time in zone2 when it is d in zone1; zones AST ADT BST BDT CST CDT EST EDT GMT HST HDT MST MDT NST PST PDT YST YDT.
-- ORA-01857 for another zone.
CREATE OR REPLACE FUNCTION xinyi.new_time(d timestamp without time zone, zone1 text, zone2 text) RETURNS timestamp without time zone
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  names text[] := '{AST,ADT,BST,BDT,CST,CDT,EST,EDT,GMT,HST,HDT,MST,MDT,NST,PST,PDT,YST,YDT}';
  mins  integer[] := '{-240,-180,-660,-600,-360,-300,-300,-240,0,-600,-540,-420,-360,-210,-480,-420,-540,-480}';
  a integer := mins[array_position(names, upper(zone1))];
  b integer := mins[array_position(names, upper(zone2))];
BEGIN
  IF a IS NULL OR b IS NULL THEN
    PERFORM xinyi.raise_ora(1857);
  END IF;
  RETURN d + (b - a) * interval '1 minute';
END $$;

--@ date_diff [needs: div]
-- d1 - d2 for DATE: number of days with a fraction, with NUMBER's precision. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.date_diff(d1 timestamp without time zone, d2 timestamp without time zone) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  s numeric := date_part('day', d1 - d2)::numeric * 86400 + date_part('hour', d1 - d2)::numeric * 3600
               + date_part('minute', d1 - d2)::numeric * 60 + floor(date_part('second', d1 - d2))::numeric;
BEGIN
  IF s % 86400 = 0 THEN
    RETURN pg_catalog.div(s, 86400);
  END IF;
  RETURN xinyi.div(s, 86400);
END $$;

--@ date_add
-- d + n and d - n (n negated) for DATE: n days with a fraction, rounded to the second. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.date_add(d timestamp without time zone, n numeric) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT $1 + pg_catalog.make_interval(days => pg_catalog.trunc($2)::integer, secs => pg_catalog.round(($2 - pg_catalog.trunc($2)) * 86400)::float8)
$$;
CREATE OR REPLACE FUNCTION xinyi.date_add(d timestamp without time zone, n integer) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT $1 + $2 * interval '1 day' $$;

--@ add_ym [needs: raise_ora]
-- d + INTERVAL YEAR TO MONTH: ORA-01839 when the month has no such day (31 January + 1 month), where PostgreSQL takes the month's last day.
CREATE OR REPLACE FUNCTION xinyi.add_ym(d timestamp without time zone, i interval) RETURNS timestamp without time zone
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF date_part('day', d + i) <> date_part('day', d) AND date_part('day', i) = 0 AND date_part('epoch', i - date_trunc('month', i)) = 0 THEN
    PERFORM xinyi.raise_ora(1839);
  END IF;
  RETURN d + i;
END $$;

--@ numtodsinterval [needs: raise_ora]
-- NUMTODSINTERVAL(n, 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND'), case and blanks around ignored. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.numtodsinterval(n numeric, unit text) RETURNS interval
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  s numeric;
BEGIN
  CASE upper(btrim(unit))
    WHEN 'DAY' THEN s := n * 86400;
    WHEN 'HOUR' THEN s := n * 3600;
    WHEN 'MINUTE' THEN s := n * 60;
    WHEN 'SECOND' THEN s := n;
    ELSE PERFORM xinyi.raise_ora(1760, 'illegal argument for function');
  END CASE;
  s := pg_catalog.round(s, 6);
  RETURN make_interval(days => pg_catalog.div(s, 86400)::integer) + (s % 86400)::text::interval;
END $$;

--@ numtoyminterval [needs: raise_ora]
-- NUMTOYMINTERVAL(n, 'YEAR' | 'MONTH'), rounded to whole months. NULL if an argument is NULL.
CREATE OR REPLACE FUNCTION xinyi.numtoyminterval(n numeric, unit text) RETURNS interval
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  CASE upper(btrim(unit))
    WHEN 'YEAR' THEN RETURN make_interval(months => pg_catalog.round(n * 12)::integer);
    WHEN 'MONTH' THEN RETURN make_interval(months => pg_catalog.round(n)::integer);
    ELSE PERFORM xinyi.raise_ora(1760, 'illegal argument for function');
  END CASE;
END $$;

--@ to_dsinterval [needs: raise_ora]
-- TO_DSINTERVAL('[+-]days hours:minutes:seconds[.fraction]') and ISO 8601 durations (P1DT2H). ORA-01867 for anything else.
CREATE OR REPLACE FUNCTION xinyi.to_dsinterval(t text) RETURNS interval
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  m text[] := regexp_match(t, '^\s*([-+]?)\s*(\d{1,9})\s+(\d{1,2})\s*:\s*(\d{1,2})\s*:\s*(\d{1,2}(?:\.\d{0,9})?)\s*$');
  i interval;
BEGIN
  IF t = '' THEN
    RETURN NULL;
  ELSIF t ~ '^\s*-?P' AND t ~ '^\s*-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?\s*$' THEN
    i := pg_catalog.ltrim(btrim(t), '-')::interval;
    RETURN CASE WHEN t ~ '^\s*-' THEN -i ELSE i END;
  ELSIF m IS NULL THEN
    PERFORM xinyi.raise_ora(1867);
  END IF;
  IF m[3]::integer > 23 OR m[4]::integer > 59 OR m[5]::numeric >= 60 THEN
    PERFORM xinyi.raise_ora(CASE WHEN m[3]::integer > 23 THEN 1850 WHEN m[4]::integer > 59 THEN 1851 ELSE 1852 END);
  END IF;
  i := make_interval(days => m[2]::integer, hours => m[3]::integer, mins => m[4]::integer) + m[5]::interval;
  RETURN CASE WHEN m[1] = '-' THEN -i ELSE i END;
END $$;

--@ to_yminterval [needs: raise_ora]
-- TO_YMINTERVAL('[+-]years-months') and ISO 8601 durations (P1Y2M). ORA-01867 for anything else, ORA-01843 for months over 11.
CREATE OR REPLACE FUNCTION xinyi.to_yminterval(t text) RETURNS interval
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  m text[] := regexp_match(t, '^\s*([-+]?)\s*(\d{1,9})\s*-\s*(\d{1,2})\s*$');
  i interval;
BEGIN
  IF t = '' THEN
    RETURN NULL;
  ELSIF t ~ '^\s*-?P(\d+Y)?(\d+M)?(\d+D)?\s*$' AND t ~ '\d' THEN
    i := pg_catalog.ltrim(btrim(t), '-')::interval;
    i := date_trunc('month', i);
    RETURN CASE WHEN t ~ '^\s*-' THEN -i ELSE i END;
  ELSIF m IS NULL THEN
    PERFORM xinyi.raise_ora(1867);
  ELSIF m[3]::integer > 11 THEN
    PERFORM xinyi.raise_ora(1843);
  END IF;
  i := make_interval(years => m[2]::integer, months => m[3]::integer);
  RETURN CASE WHEN m[1] = '-' THEN -i ELSE i END;
END $$;

--@ substr
-- SUBSTR(s, pos [, len]): pos 0 counts as 1, a negative pos counts from the end, len < 1 gives NULL, a start outside gives NULL; fractions are cut off.
-- NULL if an argument is NULL or nothing is left.
CREATE OR REPLACE FUNCTION xinyi.substr(s text, pos integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT nullif(CASE WHEN $2 > 0 THEN pg_catalog.substr($1, $2) WHEN $2 = 0 THEN $1
                     WHEN -$2 <= pg_catalog.length($1) THEN "right"($1, -$2) END, '')
$$;
CREATE OR REPLACE FUNCTION xinyi.substr(s text, pos integer, len integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT nullif(CASE WHEN $3 < 1 THEN NULL WHEN $2 > 0 THEN pg_catalog.substr($1, $2, $3) WHEN $2 = 0 THEN "left"($1, $3)
                     WHEN -$2 <= pg_catalog.length($1) THEN "left"("right"($1, -$2), $3) END, '')
$$;
CREATE OR REPLACE FUNCTION xinyi.substr(s text, pos numeric) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT nullif(CASE WHEN $2 >= 1 THEN pg_catalog.substr($1, least(pg_catalog.trunc($2), 2147483647)::integer) WHEN $2 > -1 THEN $1
                     WHEN -pg_catalog.trunc($2) <= pg_catalog.length($1) THEN "right"($1, -pg_catalog.trunc($2)::integer) END, '')
$$;
CREATE OR REPLACE FUNCTION xinyi.substr(s text, pos numeric, len numeric) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT nullif(CASE WHEN $3 < 1 THEN NULL
                     WHEN $2 >= 1 THEN pg_catalog.substr($1, least(pg_catalog.trunc($2), 2147483647)::integer, least(pg_catalog.trunc($3), 1073741823)::integer)
                     WHEN $2 > -1 THEN "left"($1, least(pg_catalog.trunc($3), 2147483647)::integer)
                     WHEN -pg_catalog.trunc($2) <= pg_catalog.length($1)
                     THEN "left"("right"($1, -pg_catalog.trunc($2)::integer), least(pg_catalog.trunc($3), 2147483647)::integer) END, '')
$$;

--@ substrb
-- SUBSTRB(s, pos [, len]): SUBSTR over the bytes of UTF-8. A character that is cut in part becomes blanks, one for each of its bytes.
CREATE OR REPLACE FUNCTION xinyi.substrb(s text, pos numeric, len numeric DEFAULT 2147483647) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  b  bytea := convert_to(s, 'UTF8');
  n  integer := octet_length(b);
  p  integer := least(pg_catalog.trunc(pos), 2147483646)::integer;
  e  integer;
  i  integer;
  lead text := '';
  trail text := '';
BEGIN
  IF p < 0 THEN
    p := n + p + 1;
    IF p < 1 THEN RETURN NULL; END IF;
  ELSIF p = 0 THEN
    p := 1;
  END IF;
  IF len < 1 OR p > n THEN
    RETURN NULL;
  END IF;
  e := least(p + pg_catalog.trunc(len) - 1, n)::integer;      -- last byte
  IF n <> pg_catalog.length(s) THEN
    WHILE p <= e AND get_byte(b, p - 1) BETWEEN 128 AND 191 LOOP
      lead := lead || ' ';
      p := p + 1;
    END LOOP;
    IF e < n AND get_byte(b, e) BETWEEN 128 AND 191 THEN       -- the next byte goes on with the last character
      WHILE e >= p AND get_byte(b, e - 1) BETWEEN 128 AND 191 LOOP
        trail := trail || ' ';
        e := e - 1;
      END LOOP;
      IF e >= p THEN
        trail := trail || ' ';
        e := e - 1;
      END IF;
    END IF;
  END IF;
  RETURN nullif(lead || convert_from(substring(b FROM p FOR greatest(e - p + 1, 0)), 'UTF8') || trail, '');
END $$;

--@ lengthb
-- LENGTHB(s): bytes in UTF-8. NULL for NULL and ''.
CREATE OR REPLACE FUNCTION xinyi.lengthb(s text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(octet_length(convert_to($1, 'UTF8')), 0) $$;

--@ length
-- LENGTH(s): characters; NULL for NULL and ''. The character overload counts the blanks of CHAR(n).
CREATE OR REPLACE FUNCTION xinyi.length(s text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(pg_catalog.length($1), 0) $$;
CREATE OR REPLACE FUNCTION xinyi.length(s character) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(pg_catalog.length(pg_catalog.textin(pg_catalog.bpcharout($1))), 0) $$;

--@ instr [needs: raise_ora]
-- INSTR(s, t [, pos [, nth]]): position of the nth occurrence of t at or after pos; a negative pos counts from the end and searches backwards; 0 when there is
-- none or pos is 0. Occurrences may overlap. NULL if an argument is NULL or ''. nth < 1: ORA-01428.
CREATE OR REPLACE FUNCTION xinyi.instr(s text, t text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $1 <> '' AND $2 <> '' THEN strpos($1, $2) END $$;
CREATE OR REPLACE FUNCTION xinyi.instr(s text, t text, pos numeric, nth numeric DEFAULT 1) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  p integer := pg_catalog.trunc(pos);
  n integer := pg_catalog.trunc(nth);
  i integer;
  l integer;
BEGIN
  IF s = '' OR t = '' THEN
    RETURN NULL;
  ELSIF n < 1 THEN
    PERFORM xinyi.raise_ora(1428, 'argument ''' || n || ''' is out of range');
  ELSIF p = 0 THEN
    RETURN 0;
  ELSIF p > 0 THEN
    LOOP
      i := strpos(pg_catalog.substr(s, p), t);
      IF i = 0 THEN RETURN 0; END IF;
      p := p + i - 1;
      n := n - 1;
      IF n = 0 THEN RETURN p; END IF;
      p := p + 1;
    END LOOP;
  END IF;
  l := pg_catalog.length(t);
  p := least(pg_catalog.length(s) + p + 1, pg_catalog.length(s) - l + 1);
  WHILE p > 0 LOOP
    IF pg_catalog.substr(s, p, l) = t THEN
      n := n - 1;
      IF n = 0 THEN RETURN p; END IF;
    END IF;
    p := p - 1;
  END LOOP;
  RETURN 0;
END $$;

--@ instrb [needs: instr]
-- INSTRB(s, t [, pos [, nth]]): INSTR counting bytes of UTF-8, pos and result alike.
CREATE OR REPLACE FUNCTION xinyi.instrb(s text, t text, pos numeric DEFAULT 1, nth numeric DEFAULT 1) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 <> '' AND $2 <> '' THEN
    -- LATIN1 makes one character of each byte
    xinyi.instr(convert_from(convert_to($1, 'UTF8'), 'LATIN1'), convert_from(convert_to($2, 'UTF8'), 'LATIN1'), $3, $4) END
$$;

--@ display_width
-- Columns a text takes on a terminal as LPAD and RPAD count them: East Asian wide and full-width characters are 2, others 1.
CREATE OR REPLACE FUNCTION xinyi.display_width(s text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = pg_catalog.length($1) THEN octet_length($1)
    ELSE 2 * pg_catalog.length($1) - pg_catalog.length(pg_catalog.regexp_replace($1,
      '[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\U00020000-\U0003FFFD]', '', 'g')) END
$$;

--@ pad_cut [needs: display_width]
-- The longest beginning of s that is at most n columns wide.
CREATE OR REPLACE FUNCTION xinyi.pad_cut(s text, n integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  k integer := n;
BEGIN
  IF n <= 0 THEN
    RETURN '';
  END IF;
  s := left(s, n);
  WHILE xinyi.display_width(s) > n LOOP
    k := greatest(1, (xinyi.display_width(s) - n) / 2);
    s := left(s, -k);
    EXIT WHEN s = '';
  END LOOP;
  RETURN s;
END $$;

--@ lpad [needs: display_width, pad_cut]
-- LPAD(s, n [, pad]): n is a width in display columns (a Chinese character takes 2); a column that no character fits is a blank. n < 1 gives NULL.
-- NULL if an argument is NULL or ''.
CREATE OR REPLACE FUNCTION xinyi.lpad(s text, n numeric, pad text DEFAULT ' ') RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  w integer := pg_catalog.trunc(n);
  f text;
BEGIN
  IF s = '' OR pad = '' OR w < 1 THEN
    RETURN NULL;
  ELSIF octet_length(s) = pg_catalog.length(s) AND octet_length(pad) = pg_catalog.length(pad) THEN
    RETURN pg_catalog.lpad(s, w, pad);
  END IF;
  IF xinyi.display_width(s) >= w THEN
    s := xinyi.pad_cut(s, w);
    RETURN repeat(' ', w - xinyi.display_width(s)) || s;
  END IF;
  w := w - xinyi.display_width(s);
  f := xinyi.pad_cut(repeat(pad, w / xinyi.display_width(pad) + 1), w);
  RETURN repeat(' ', w - xinyi.display_width(f)) || f || s;
END $$;

--@ rpad [needs: display_width, pad_cut]
-- RPAD(s, n [, pad]): as LPAD, on the right.
CREATE OR REPLACE FUNCTION xinyi.rpad(s text, n numeric, pad text DEFAULT ' ') RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  w integer := pg_catalog.trunc(n);
  f text;
BEGIN
  IF s = '' OR pad = '' OR w < 1 THEN
    RETURN NULL;
  ELSIF octet_length(s) = pg_catalog.length(s) AND octet_length(pad) = pg_catalog.length(pad) THEN
    RETURN pg_catalog.rpad(s, w, pad);
  END IF;
  IF xinyi.display_width(s) >= w THEN
    s := xinyi.pad_cut(s, w);
    RETURN s || repeat(' ', w - xinyi.display_width(s));
  END IF;
  w := w - xinyi.display_width(s);
  f := xinyi.pad_cut(repeat(pad, w / xinyi.display_width(pad) + 1), w);
  RETURN s || f || repeat(' ', w - xinyi.display_width(f));
END $$;

--@ replace
-- REPLACE(s, what [, by]): what NULL leaves s as it is, by NULL or missing removes. NULL when nothing is left.
CREATE OR REPLACE FUNCTION xinyi.replace(s text, what text, by text DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(CASE WHEN nullif($2, '') IS NULL THEN $1 ELSE pg_catalog.replace($1, $2, coalesce($3, '')) END, '')
$$;

--@ translate
-- TRANSLATE(s, from, to): characters of from without a partner in to are removed. NULL if an argument is NULL or '', or nothing is left.
CREATE OR REPLACE FUNCTION xinyi.translate(s text, from_set text, to_set text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $2 <> '' AND $3 <> '' THEN nullif(pg_catalog.translate($1, $2, $3), '') END
$$;

--@ initcap
-- INITCAP(s): first letter of each word large, the rest small; words are runs of letters and digits, whatever the database's locale provider.
CREATE OR REPLACE FUNCTION xinyi.initcap(s text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  out text := '';
  m text[];
BEGIN
  IF octet_length(s) = pg_catalog.length(s) THEN
    RETURN nullif(pg_catalog.initcap(s COLLATE "C"), '');
  END IF;
  FOR m IN SELECT regexp_matches(s, '([[:alnum:]]*)([^[:alnum:]]*)', 'g') LOOP
    out := out || upper(left(m[1], 1)) || lower(pg_catalog.substr(m[1], 2)) || m[2];
  END LOOP;
  RETURN out;
END $$;

--@ chr
-- CHR(n) in a UTF-8 database: n up to 127 is ASCII; above, the bytes of n (most significant first) are a UTF-8 character, CHR(14989485) is 中.
-- CHR(0) and values that are no character raise (PostgreSQL text cannot hold them). CHR(n USING NCHAR_CS) and NCHR(n) are native chr(n).
CREATE OR REPLACE FUNCTION xinyi.chr(n numeric) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  v bigint := pg_catalog.trunc(n);
  h text;
BEGIN
  IF v < 128 THEN
    RETURN pg_catalog.chr(v::integer);
  END IF;
  h := to_hex(v);
  RETURN convert_from(decode(CASE WHEN pg_catalog.length(h) % 2 = 1 THEN '0' ELSE '' END || h, 'hex'), 'UTF8');
END $$;

--@ ascii
-- ASCII(s): the first character's UTF-8 bytes as a number: A is 65, 中 is 14989485. NULL for NULL and ''.
CREATE OR REPLACE FUNCTION xinyi.ascii(s text) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 = '' THEN NULL WHEN pg_catalog.ascii($1) < 128 THEN pg_catalog.ascii($1)::bigint
    ELSE ('x' || pg_catalog.lpad(encode(convert_to("left"($1, 1), 'UTF8'), 'hex'), 16, '0'))::bit(64)::bigint END
$$;

--@ asciistr
-- ASCIISTR(s): characters beyond ASCII as \XXXX (UTF-16 code units), the backslash as \005C.
CREATE OR REPLACE FUNCTION xinyi.asciistr(s text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  out text := '';
  c text;
  n integer;
BEGIN
  FOREACH c IN ARRAY regexp_split_to_array(s, '') LOOP
    n := pg_catalog.ascii(c);
    out := out || CASE WHEN n < 128 AND c <> '\' THEN c
                       WHEN n < 65536 THEN '\' || upper(pg_catalog.lpad(to_hex(n), 4, '0'))
                       ELSE '\' || upper(to_hex(55296 + (n - 65536) / 1024)) || '\' || upper(to_hex(56320 + (n - 65536) % 1024)) END;
  END LOOP;
  RETURN nullif(out, '');
END $$;

--@ unistr [needs: raise_ora]
-- UNISTR(s): \XXXX is a UTF-16 code unit, \\ a backslash. ORA-30186 for another use of the backslash.
CREATE OR REPLACE FUNCTION xinyi.unistr(s text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  out text := '';
  m text[];
  n integer;
  hi integer;
BEGIN
  IF strpos(s, '\') = 0 THEN
    RETURN nullif(s, '');
  END IF;
  FOR m IN SELECT regexp_matches(s, '\\([0-9a-fA-F]{4})|(\\\\)|(\\)|([^\\]+)', 'g') LOOP
    IF m[1] IS NOT NULL THEN
      n := ('x' || m[1])::bit(16)::integer;
      IF n BETWEEN 55296 AND 56319 THEN
        hi := n;
      ELSIF n BETWEEN 56320 AND 57343 AND hi IS NOT NULL THEN
        out := out || pg_catalog.chr(65536 + (hi - 55296) * 1024 + n - 56320);
        hi := NULL;
      ELSE
        out := out || pg_catalog.chr(n);
      END IF;
    ELSIF m[2] IS NOT NULL THEN
      out := out || '\';
    ELSIF m[3] IS NOT NULL THEN
      PERFORM xinyi.raise_ora(30186, '''\'' must be followed by four hexadecimal characters or another ''\''');
    ELSE
      out := out || m[4];
    END IF;
  END LOOP;
  RETURN nullif(out, '');
END $$;

--@ num_bytes
-- The bytes in which Oracle stores a NUMBER (1 to 21): exponent byte, base-100 digits, 102 at the end of a negative one. For DUMP and VSIZE.
CREATE OR REPLACE FUNCTION xinyi.num_bytes(n numeric) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := abs(n)::text;
  i text := pg_catalog.ltrim(split_part(t, '.', 1), '0');
  f text := pg_catalog.rtrim(split_part(t, '.', 2), '0');
  e integer;
  d text;
  r integer[] := '{}';
  k integer;
BEGIN
  IF n = 0 THEN
    RETURN '{128}';
  END IF;
  IF pg_catalog.length(i) % 2 = 1 THEN i := '0' || i; END IF;
  IF pg_catalog.length(f) % 2 = 1 THEN f := f || '0'; END IF;
  e := pg_catalog.length(i) / 2;
  d := i || f;
  WHILE left(d, 2) = '00' LOOP
    d := pg_catalog.substr(d, 3);
    e := e - 1;
  END LOOP;
  WHILE right(d, 2) = '00' LOOP
    d := left(d, -2);
  END LOOP;
  d := left(d, 40);
  FOR k IN 1 .. pg_catalog.length(d) / 2 LOOP
    r := r || (CASE WHEN n > 0 THEN pg_catalog.substr(d, 2 * k - 1, 2)::integer + 1 ELSE 101 - pg_catalog.substr(d, 2 * k - 1, 2)::integer END);
  END LOOP;
  IF n > 0 THEN
    RETURN (192 + e) || r;
  END IF;
  RETURN (63 - e) || r || CASE WHEN cardinality(r) < 20 THEN '{102}'::integer[] ELSE '{}'::integer[] END;
END $$;

--@ dump [needs: num_bytes]
-- DUMP(x [, format [, start [, length]]]) for text (Typ=1), NUMBER (Typ=2), DATE (Typ=12), RAW (Typ=23): format 8, 10 (default), 16, 17; + 1000 adds the
-- character set (AL32UTF8). A character literal is Typ=96 in Oracle. NULL gives the text NULL.
CREATE OR REPLACE FUNCTION xinyi.dump_bytes(b integer[], typ integer, fmt integer, start integer, len integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  f integer := coalesce(fmt, 10) % 1000;
BEGIN
  IF b IS NULL THEN
    RETURN 'NULL';
  END IF;
  RETURN 'Typ=' || typ || ' Len=' || cardinality(b) || CASE WHEN fmt >= 1000 AND typ IN (1, 96) THEN ' CharacterSet=AL32UTF8' ELSE '' END || ': '
    || (SELECT string_agg(CASE f WHEN 8 THEN (CASE WHEN x >= 64 THEN (x / 64)::text ELSE '' END) || (CASE WHEN x >= 8 THEN (x / 8 % 8)::text ELSE '' END) || (x % 8)::text
                                 WHEN 16 THEN to_hex(x)
                                 WHEN 17 THEN CASE WHEN x BETWEEN 32 AND 126 THEN pg_catalog.chr(x) ELSE to_hex(x) END
                                 ELSE x::text END, ',' ORDER BY o)
          FROM unnest(b[coalesce(start, 1) : CASE WHEN len IS NULL THEN cardinality(b) ELSE coalesce(start, 1) + len - 1 END]) WITH ORDINALITY u(x, o));
END $$;
CREATE OR REPLACE FUNCTION xinyi.dump(s text, fmt integer DEFAULT 10, start integer DEFAULT NULL, len integer DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT xinyi.dump_bytes((SELECT array_agg(get_byte(convert_to(nullif($1, ''), 'UTF8'), i) ORDER BY i)
                             FROM generate_series(0, octet_length(convert_to($1, 'UTF8')) - 1) i), 1, $2, $3, $4)
$$;
CREATE OR REPLACE FUNCTION xinyi.dump(s character, fmt integer DEFAULT 10, start integer DEFAULT NULL, len integer DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT xinyi.dump_bytes((SELECT array_agg(get_byte(convert_to(nullif(textin(bpcharout($1)), ''), 'UTF8'), i) ORDER BY i)
                             FROM generate_series(0, octet_length(convert_to(textin(bpcharout($1)), 'UTF8')) - 1) i), 96, $2, $3, $4)
$$;
CREATE OR REPLACE FUNCTION xinyi.dump(n numeric, fmt integer DEFAULT 10, start integer DEFAULT NULL, len integer DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.dump_bytes(xinyi.num_bytes($1), 2, $2, $3, $4) $$;
CREATE OR REPLACE FUNCTION xinyi.dump(d timestamp without time zone, fmt integer DEFAULT 10, start integer DEFAULT NULL, len integer DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT xinyi.dump_bytes(CASE WHEN $1 IS NOT NULL THEN ARRAY[pg_catalog.date_part('year', $1)::integer / 100 + 100, pg_catalog.date_part('year', $1)::integer % 100 + 100,
    pg_catalog.date_part('month', $1)::integer, pg_catalog.date_part('day', $1)::integer, pg_catalog.date_part('hour', $1)::integer + 1,
    pg_catalog.date_part('minute', $1)::integer + 1, floor(pg_catalog.date_part('second', $1))::integer + 1] END, 12, $2, $3, $4)
$$;
CREATE OR REPLACE FUNCTION xinyi.dump(b bytea, fmt integer DEFAULT 10, start integer DEFAULT NULL, len integer DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT xinyi.dump_bytes((SELECT array_agg(get_byte($1, i) ORDER BY i) FROM generate_series(0, octet_length($1) - 1) i), 23, $2, $3, $4)
$$;

--@ vsize [needs: num_bytes]
-- VSIZE(x): bytes of Oracle's internal form: text in UTF-8, NUMBER 1 to 21, DATE 7. NULL for NULL and ''.
CREATE OR REPLACE FUNCTION xinyi.vsize(s text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(octet_length(convert_to($1, 'UTF8')), 0) $$;
CREATE OR REPLACE FUNCTION xinyi.vsize(n numeric) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT cardinality(xinyi.num_bytes($1)) $$;
CREATE OR REPLACE FUNCTION xinyi.vsize(d timestamp without time zone) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT 7 $$;
CREATE OR REPLACE FUNCTION xinyi.vsize(b bytea) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(octet_length($1), 0) $$;

--@ soundex
-- SOUNDEX(s): Knuth's code, letter and three digits; letters with the same code are one when adjacent or divided by H or W only. NULL without a letter.
CREATE OR REPLACE FUNCTION xinyi.soundex(s text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := regexp_replace(upper(s), '[^A-Z]', '', 'g');
  out text := left(t, 1);
  last text;
  c text;
BEGIN
  IF t = '' THEN
    RETURN NULL;
  END IF;
  last := translate(out, 'BFPVCGJKQSXZDTLMNRAEIOUYHW', '11112222222233455600000077');
  FOREACH c IN ARRAY regexp_split_to_array(pg_catalog.substr(translate(t, 'BFPVCGJKQSXZDTLMNRAEIOUYHW', '11112222222233455600000077'), 2), '') LOOP
    IF c BETWEEN '1' AND '6' AND c <> last THEN
      out := out || c;
    END IF;
    IF c <> '7' THEN
      last := c;
    END IF;
    EXIT WHEN pg_catalog.length(out) = 4;
  END LOOP;
  RETURN pg_catalog.rpad(out, 4, '0');
END $$;

--@ standard_hash [needs: sha1, raise_ora]
-- STANDARD_HASH(s [, 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512' | 'MD5']) of text as RAW (bytea); default SHA1. For other types cast to text first (Oracle hashes
-- the internal form of a NUMBER or DATE: not the same). ORA-00909-like error for another method.
CREATE OR REPLACE FUNCTION xinyi.standard_hash(s text, method text DEFAULT 'SHA1') RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  b bytea := convert_to(coalesce(s, ''), 'UTF8');
BEGIN
  CASE upper(method)
    WHEN 'SHA1' THEN RETURN xinyi.sha1(b);
    WHEN 'SHA256' THEN RETURN pg_catalog.sha256(b);
    WHEN 'SHA384' THEN RETURN pg_catalog.sha384(b);
    WHEN 'SHA512' THEN RETURN pg_catalog.sha512(b);
    WHEN 'MD5' THEN RETURN decode(md5(b), 'hex');
    ELSE PERFORM xinyi.raise_ora(1760, 'illegal argument for function');
  END CASE;
END $$;

--@ sha1
-- SHA-1 of bytes (FIPS 180-4), for STANDARD_HASH and DBMS_CRYPTO without an extension; slow for long values.
CREATE OR REPLACE FUNCTION xinyi.sha1(b bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n  integer := octet_length(b);
  m  bytea := b || '\x80'::bytea;
  h0 bigint := 1732584193; h1 bigint := 4023233417; h2 bigint := 2562383102; h3 bigint := 271733878; h4 bigint := 3285377520;
  a bigint; bb bigint; c bigint; d bigint; e bigint; f bigint; k bigint; t bigint;
  w bigint[];
  mask bigint := 4294967295;
  i integer; j integer; o integer;
BEGIN
  m := m || decode(repeat('00', (119 - n % 64) % 64), 'hex') || decode(pg_catalog.lpad(to_hex(n::bigint * 8), 16, '0'), 'hex');
  FOR i IN 0 .. octet_length(m) / 64 - 1 LOOP
    w := '{}';
    FOR j IN 0 .. 15 LOOP
      o := i * 64 + j * 4;
      w[j] := (get_byte(m, o)::bigint << 24) | (get_byte(m, o + 1) << 16) | (get_byte(m, o + 2) << 8) | get_byte(m, o + 3);
    END LOOP;
    FOR j IN 16 .. 79 LOOP
      t := w[j - 3] # w[j - 8] # w[j - 14] # w[j - 16];
      w[j] := ((t << 1) | (t >> 31)) & mask;
    END LOOP;
    a := h0; bb := h1; c := h2; d := h3; e := h4;
    FOR j IN 0 .. 79 LOOP
      IF j < 20 THEN f := (bb & c) | ((~bb & mask) & d); k := 1518500249;
      ELSIF j < 40 THEN f := bb # c # d; k := 1859775393;
      ELSIF j < 60 THEN f := (bb & c) | (bb & d) | (c & d); k := 2400959708;
      ELSE f := bb # c # d; k := 3395469782;
      END IF;
      t := ((((a << 5) | (a >> 27)) & mask) + f + e + k + w[j]) & mask;
      e := d; d := c; c := ((bb << 30) | (bb >> 2)) & mask; bb := a; a := t;
    END LOOP;
    h0 := (h0 + a) & mask; h1 := (h1 + bb) & mask; h2 := (h2 + c) & mask; h3 := (h3 + d) & mask; h4 := (h4 + e) & mask;
  END LOOP;
  RETURN decode(pg_catalog.lpad(to_hex(h0), 8, '0') || pg_catalog.lpad(to_hex(h1), 8, '0') || pg_catalog.lpad(to_hex(h2), 8, '0')
                || pg_catalog.lpad(to_hex(h3), 8, '0') || pg_catalog.lpad(to_hex(h4), 8, '0'), 'hex');
END $$;

--@ sys_guid
-- SYS_GUID(): 16 bytes that are unique with overwhelming probability, as RAW (bytea). sys_guid_text() is the 32 capital hexadecimal digits, for
-- RAWTOHEX(SYS_GUID()) and for SYS_GUID() assigned to a character column.
CREATE OR REPLACE FUNCTION xinyi.sys_guid() RETURNS bytea
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT decode(md5(random()::text || random()::text || clock_timestamp()::text || pg_backend_pid()::text), 'hex')
$$;

--@ sys_guid_text
-- SYS_GUID() as text: 32 capital hexadecimal digits.
CREATE OR REPLACE FUNCTION xinyi.sys_guid_text() RETURNS text
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT upper(md5(random()::text || random()::text || clock_timestamp()::text || pg_backend_pid()::text))
$$;

--@ rx_pattern
-- An Oracle regular expression as a PostgreSQL one: . does not match a newline (unless flag n), ^ and $ only at the ends (unless m), a backslash before an
-- ordinary letter or in a bracket list is as Oracle reads it; flags c i n m x, the last of c and i wins. shift: added to the number of each back reference.
-- ORA-01760 for another flag.
CREATE OR REPLACE FUNCTION xinyi.rx_pattern(p text, flags text, shift integer DEFAULT 0) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  f text := coalesce(flags, '');
  dot boolean := strpos(f, 'n') > 0;
  opt text := '';
  out text := '';
  c text;
  k text;
  i integer := 1;
  n integer := pg_catalog.length(p);
BEGIN
  IF p IS NULL OR p = '' THEN
    RETURN NULL;
  ELSIF f !~ '^[cinmx]*$' THEN
    RAISE EXCEPTION USING ERRCODE = 'Z1760', MESSAGE = 'ORA-01760: illegal argument for function';
  END IF;
  IF strpos(reverse(f), 'i') > 0 AND (strpos(reverse(f), 'c') = 0 OR strpos(reverse(f), 'i') < strpos(reverse(f), 'c')) THEN opt := opt || 'i'; END IF;
  IF strpos(f, 'm') > 0 THEN opt := opt || 'w'; END IF;
  IF strpos(f, 'x') > 0 THEN opt := opt || 'x'; END IF;
  IF opt <> '' THEN
    opt := '(?' || opt || ')';
  END IF;
  IF p !~ '[.\\\[]' AND left(p, 3) <> '***' AND left(p, 2) <> '(?' THEN
    RETURN opt || p;
  END IF;
  IF left(p, 3) = '***' OR left(p, 2) = '(?' THEN
    out := '(?:)';
  END IF;
  WHILE i <= n LOOP
    c := pg_catalog.substr(p, i, 1);
    i := i + 1;
    IF c = '.' AND NOT dot THEN
      out := out || '[^\n]';
    ELSIF c = '\' THEN
      k := pg_catalog.substr(p, i, 1);
      i := i + 1;
      IF k ~ '[1-9]' THEN
        out := out || '\' || (k::integer + shift)::text;
        IF pg_catalog.substr(p, i, 1) ~ '\d' THEN out := out || '(?:)'; END IF;
      ELSIF k ~ '[dDwWsSAZ]' THEN
        out := out || '\' || k;
      ELSIF k = 'z' THEN
        out := out || '\Z';
      ELSIF k = '' THEN
        out := out || '\\';
      ELSIF k ~ '[[:alnum:]]' OR pg_catalog.ascii(k) > 127 THEN
        out := out || k;
      ELSE
        out := out || '\' || k;
      END IF;
    ELSIF c = '[' THEN
      out := out || c;
      IF pg_catalog.substr(p, i, 1) = '^' THEN out := out || '^'; i := i + 1; END IF;
      IF pg_catalog.substr(p, i, 1) = ']' THEN out := out || ']'; i := i + 1; END IF;
      WHILE i <= n LOOP
        c := pg_catalog.substr(p, i, 1);
        i := i + 1;
        IF c = '\' THEN
          out := out || '\\';
        ELSIF c = '[' AND pg_catalog.substr(p, i, 1) IN (':', '.', '=') THEN
          k := (regexp_match(pg_catalog.substr(p, i), '^([:.=].*?[:.=]\])'))[1];
          out := out || c || coalesce(k, '');
          i := i + coalesce(pg_catalog.length(k), 0);
        ELSE
          out := out || c;
          EXIT WHEN c = ']';
        END IF;
      END LOOP;
    ELSE
      out := out || c;
    END IF;
  END LOOP;
  RETURN opt || out;
END $$;

--@ rx_replacement
-- An Oracle replacement text as a PostgreSQL one: \1 to \9 are groups (their number plus shift), \\ a backslash, another backslash stands for itself.
CREATE OR REPLACE FUNCTION xinyi.rx_replacement(r text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN strpos($1, '\') = 0 THEN $1
    ELSE pg_catalog.regexp_replace($1, '\\(?:(\\)|(?=[^1-9\\]|$))', '\\\\', 'g') END
$$;

--@ regexp_like [needs: rx_pattern]
-- REGEXP_LIKE(s, pattern [, flags]); NULL if s or pattern is NULL or ''.
CREATE OR REPLACE FUNCTION xinyi.regexp_like(s text, pattern text, flags text DEFAULT NULL) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT nullif($1, '') ~ xinyi.rx_pattern($2, $3) $$;

--@ regexp_count [needs: rx_pattern, raise_ora]
-- REGEXP_COUNT(s, pattern [, pos [, flags]]): number of matches from pos on. NULL if s, pattern or pos is NULL. pos < 1: ORA-01428.
CREATE OR REPLACE FUNCTION xinyi.regexp_count(s text, pattern text, pos numeric DEFAULT 1, flags text DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF nullif(s, '') IS NULL OR nullif(pattern, '') IS NULL OR pos IS NULL THEN
    RETURN NULL;
  ELSIF pos < 1 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  RETURN (SELECT count(*) FROM regexp_matches(pg_catalog.substr(s, pg_catalog.trunc(pos)::integer), xinyi.rx_pattern(pattern, flags), 'g'));
END $$;

--@ regexp_substr [needs: rx_pattern, raise_ora]
-- REGEXP_SUBSTR(s, pattern [, pos [, nth [, flags [, group]]]]): the nth match from pos on, or its group; NULL when there is none.
-- NULL if s, pattern, pos, nth or group is NULL. pos or nth < 1: ORA-01428. The text before pos is not seen: ^ matches at pos.
CREATE OR REPLACE FUNCTION xinyi.regexp_substr(s text, pattern text, pos numeric DEFAULT 1, nth numeric DEFAULT 1, flags text DEFAULT NULL, grp numeric DEFAULT 0) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  m text[];
  p text;
BEGIN
  IF nullif(s, '') IS NULL OR nullif(pattern, '') IS NULL OR pos IS NULL OR nth IS NULL OR grp IS NULL THEN
    RETURN NULL;
  ELSIF pos < 1 OR nth < 1 OR grp < 0 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  IF pos >= 2 THEN
    s := pg_catalog.substr(s, pg_catalog.trunc(pos)::integer);
  END IF;
  -- the whole match is group 1, so the pattern's own groups move up by one
  p := xinyi.rx_pattern(pattern, flags, 1);
  IF p ~ '^\(\?[iwx]+\)' THEN
    p := regexp_replace(p, '^(\(\?[iwx]+\))(.*)$', '\1(\2)');
  ELSE
    p := '(' || p || ')';
  END IF;
  IF nth < 2 THEN
    m := regexp_match(s, p);
  ELSE
    SELECT a INTO m FROM regexp_matches(s, p, 'g') a OFFSET pg_catalog.trunc(nth)::integer - 1 LIMIT 1;
  END IF;
  RETURN nullif(m[pg_catalog.trunc(grp)::integer + 1], '');
END $$;

--@ regexp_instr [needs: rx_pattern, raise_ora]
-- REGEXP_INSTR(s, pattern [, pos [, nth [, return_opt [, flags [, group]]]]]): where the nth match (or its group) begins, or with return_opt 1 the position
-- after it; 0 when there is none. NULL if s, pattern, pos, nth, return_opt or group is NULL. A group is looked for by its text within the match.
CREATE OR REPLACE FUNCTION xinyi.regexp_instr(s text, pattern text, pos numeric DEFAULT 1, nth numeric DEFAULT 1, return_opt numeric DEFAULT 0, flags text DEFAULT NULL, grp numeric DEFAULT 0) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  p    text;
  mk   text := U&'\E000';         -- private characters mark the matches
  marked text;
  parts text[];
  at   integer;
  len  integer;
  m    text[];
  n    integer := pg_catalog.trunc(nth);
BEGIN
  IF nullif(s, '') IS NULL OR nullif(pattern, '') IS NULL OR pos IS NULL OR nth IS NULL OR return_opt IS NULL OR grp IS NULL THEN
    RETURN NULL;
  ELSIF pos < 1 OR nth < 1 OR grp < 0 OR return_opt NOT IN (0, 1) THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  s := pg_catalog.substr(s, pg_catalog.trunc(pos)::integer);
  WHILE strpos(s, mk) > 0 LOOP
    mk := pg_catalog.chr(pg_catalog.ascii(mk) + 1);
  END LOOP;
  p := xinyi.rx_pattern(pattern, flags, 1);
  IF p ~ '^\(\?[iwx]+\)' THEN
    p := regexp_replace(p, '^(\(\?[iwx]+\))(.*)$', '\1(\2)');
  ELSE
    p := '(' || p || ')';
  END IF;
  marked := pg_catalog.regexp_replace(s, p, mk || '\1' || mk, 'g');
  parts := string_to_array(marked, mk);                     -- text, match, text, match, ... text
  IF cardinality(parts) < 2 * n THEN
    RETURN 0;
  END IF;
  len := pg_catalog.length(parts[2 * n]);
  at := pg_catalog.length(array_to_string(parts[1 : 2 * n - 1], '')) + 1;
  IF grp >= 1 THEN
    SELECT a INTO m FROM regexp_matches(s, p, 'g') a OFFSET n - 1 LIMIT 1;
    IF pg_catalog.trunc(grp)::integer + 1 > cardinality(m) OR m[pg_catalog.trunc(grp)::integer + 1] IS NULL THEN
      RETURN 0;
    END IF;
    at := at + strpos(m[1], m[pg_catalog.trunc(grp)::integer + 1]) - 1;
    len := pg_catalog.length(m[pg_catalog.trunc(grp)::integer + 1]);
  END IF;
  RETURN pg_catalog.trunc(pos)::integer - 1 + at + CASE WHEN return_opt = 1 THEN len ELSE 0 END;
END $$;

--@ regexp_replace [needs: rx_pattern, rx_replacement, raise_ora]
-- REGEXP_REPLACE(s, pattern [, replacement [, pos [, nth [, flags]]]]): all matches from pos on (nth 0), or the nth. replacement NULL removes; \1 to \9 are groups.
-- pattern NULL leaves s. NULL if s, pos or nth is NULL, or nothing is left.
CREATE OR REPLACE FUNCTION xinyi.regexp_replace(s text, pattern text, replacement text DEFAULT NULL, pos numeric DEFAULT 1, nth numeric DEFAULT 0, flags text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  head text := '';
  mk   text := U&'\E000';
  p    text;
  r    text;
  parts text[];
  n    integer := pg_catalog.trunc(nth);
  i    integer;
  out  text := '';
BEGIN
  IF nullif(s, '') IS NULL OR pos IS NULL OR nth IS NULL THEN
    RETURN NULL;
  ELSIF nullif(pattern, '') IS NULL THEN
    RETURN s;
  ELSIF pos < 1 OR nth < 0 THEN
    PERFORM xinyi.raise_ora(1428);
  END IF;
  IF pos >= 2 THEN
    head := left(s, pg_catalog.trunc(pos)::integer - 1);
    s := pg_catalog.substr(s, pg_catalog.trunc(pos)::integer);
  END IF;
  r := xinyi.rx_replacement(coalesce(replacement, ''));
  IF n = 0 THEN
    RETURN nullif(head || pg_catalog.regexp_replace(s, xinyi.rx_pattern(pattern, flags), r, 'g'), '');
  ELSIF n = 1 THEN
    RETURN nullif(head || pg_catalog.regexp_replace(s, xinyi.rx_pattern(pattern, flags), r), '');
  END IF;
  -- mark every match with its replacement beside it, keep the replacement of the nth only
  WHILE strpos(s, mk) > 0 OR strpos(r, mk) > 0 LOOP
    mk := pg_catalog.chr(pg_catalog.ascii(mk) + 1);
  END LOOP;
  p := xinyi.rx_pattern(pattern, flags, 0);
  parts := string_to_array(pg_catalog.regexp_replace(s, p, mk || '\&' || mk || r || mk, 'g'), mk);      -- text, match, new, text, match, new, ... text
  FOR i IN 1 .. cardinality(parts) LOOP
    IF i % 3 = 1 OR (i % 3 = 2 AND (i + 1) / 3 <> n) OR (i % 3 = 0 AND i / 3 = n) THEN
      out := out || parts[i];
    END IF;
  END LOOP;
  RETURN nullif(head || out, '');
END $$;

--@ greatest
-- GREATEST(a, b [, c [, d]]) as in Oracle: NULL as soon as one argument is NULL. Text is compared by bytes (NLS_SORT BINARY).
-- For more arguments or other types: greatest_of(ARRAY[...]).
CREATE OR REPLACE FUNCTION xinyi.greatest(a numeric, b numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST($1, $2) $$;
CREATE OR REPLACE FUNCTION xinyi.greatest(a numeric, b numeric, c numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST($1, $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.greatest(a numeric, b numeric, c numeric, d numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST($1, $2, $3, $4) $$;
CREATE OR REPLACE FUNCTION xinyi.greatest(a text, b text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST(nullif($1, '') COLLATE "C", nullif($2, '') COLLATE "C") WHERE $1 <> '' AND $2 <> '' $$;
CREATE OR REPLACE FUNCTION xinyi.greatest(a text, b text, c text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST($1 COLLATE "C", $2, $3) WHERE $1 <> '' AND $2 <> '' AND $3 <> '' $$;
CREATE OR REPLACE FUNCTION xinyi.greatest(a timestamp without time zone, b timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST($1, $2) $$;
CREATE OR REPLACE FUNCTION xinyi.greatest(a timestamp without time zone, b timestamp without time zone, c timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT GREATEST($1, $2, $3) $$;

--@ least
-- LEAST(a, b [, c [, d]]) as in Oracle: NULL as soon as one argument is NULL. Text is compared by bytes (NLS_SORT BINARY).
CREATE OR REPLACE FUNCTION xinyi.least(a numeric, b numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1, $2) $$;
CREATE OR REPLACE FUNCTION xinyi.least(a numeric, b numeric, c numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1, $2, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.least(a numeric, b numeric, c numeric, d numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1, $2, $3, $4) $$;
CREATE OR REPLACE FUNCTION xinyi.least(a text, b text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1 COLLATE "C", $2) WHERE $1 <> '' AND $2 <> '' $$;
CREATE OR REPLACE FUNCTION xinyi.least(a text, b text, c text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1 COLLATE "C", $2, $3) WHERE $1 <> '' AND $2 <> '' AND $3 <> '' $$;
CREATE OR REPLACE FUNCTION xinyi.least(a timestamp without time zone, b timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1, $2) $$;
CREATE OR REPLACE FUNCTION xinyi.least(a timestamp without time zone, b timestamp without time zone, c timestamp without time zone) RETURNS timestamp without time zone
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT LEAST($1, $2, $3) $$;

--@ greatest_of
-- GREATEST over any number of arguments of one type: greatest_of(ARRAY[a, b, ...]) (ARRAY finds the common type). NULL if an element is NULL.
CREATE OR REPLACE FUNCTION xinyi.greatest_of(a anyarray) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT max(x) FROM unnest($1) x HAVING NOT bool_or(x IS NULL)
$$;
CREATE OR REPLACE FUNCTION xinyi.greatest_of(a text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT max(x COLLATE "C") FROM unnest($1) x HAVING NOT bool_or(nullif(x, '') IS NULL)
$$;

--@ least_of
-- LEAST over any number of arguments of one type: least_of(ARRAY[a, b, ...]). NULL if an element is NULL.
CREATE OR REPLACE FUNCTION xinyi.least_of(a anyarray) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT min(x) FROM unnest($1) x HAVING NOT bool_or(x IS NULL)
$$;
CREATE OR REPLACE FUNCTION xinyi.least_of(a text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT min(x COLLATE "C") FROM unnest($1) x HAVING NOT bool_or(nullif(x, '') IS NULL)
$$;

--@ fit [needs: raise_ora]
-- A text for a place of n characters (element, field, parameter): ORA-06502 when it is longer, blanks at the end counted, where a cast would
-- cut it. NULL gives NULL.
CREATE OR REPLACE FUNCTION xinyi.fit(value text, n integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF pg_catalog.length(value) > n THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: character string buffer too small');
  END IF;
  RETURN value;
END $$;
-- CHAR(m): its blanks count and stay.
CREATE OR REPLACE FUNCTION xinyi.fit(value character, n integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF pg_catalog.length(pg_catalog.concat(value)) > n THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: character string buffer too small');
  END IF;
  RETURN pg_catalog.concat(value);
END $$;
-- Each element of an array.
CREATE OR REPLACE FUNCTION xinyi.fit(list text[], n integer) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.unnest(list) AS e(v) WHERE pg_catalog.length(v) > n) THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: character string buffer too small');
  END IF;
  RETURN list;
END $$;

--@ fit_column [needs: raise_ora]
-- A text for a column of n characters: ORA-12899 when it is longer, blanks at the end counted, where the column would cut them off.
CREATE OR REPLACE FUNCTION xinyi.fit_column(value text, n integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF pg_catalog.length(value) > n THEN
    PERFORM xinyi.raise_ora(12899);
  END IF;
  RETURN value;
END $$;
-- CHAR(m): its blanks count and stay.
CREATE OR REPLACE FUNCTION xinyi.fit_column(value character, n integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF pg_catalog.length(pg_catalog.concat(value)) > n THEN
    PERFORM xinyi.raise_ora(12899);
  END IF;
  RETURN pg_catalog.concat(value);
END $$;

--@ natural
-- NATURAL: an integer from 0. A value outside raises 23514 (ORA-06502 in PL/SQL).
DO $$ BEGIN
  CREATE DOMAIN xinyi.natural AS integer CHECK (VALUE >= 0);
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;

--@ naturaln
-- NATURALN: NATURAL without NULL.
DO $$ BEGIN
  CREATE DOMAIN xinyi.naturaln AS integer CHECK (VALUE IS NOT NULL AND VALUE >= 0);
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;

--@ positive
-- POSITIVE: an integer from 1. A value outside raises 23514 (ORA-06502 in PL/SQL).
DO $$ BEGIN
  CREATE DOMAIN xinyi.positive AS integer CHECK (VALUE >= 1);
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;

--@ positiven
-- POSITIVEN: POSITIVE without NULL.
DO $$ BEGIN
  CREATE DOMAIN xinyi.positiven AS integer CHECK (VALUE IS NOT NULL AND VALUE >= 1);
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;

--@ signtype
-- SIGNTYPE: -1, 0 or 1. A value outside raises 23514 (ORA-06502 in PL/SQL).
DO $$ BEGIN
  CREATE DOMAIN xinyi.signtype AS integer CHECK (VALUE BETWEEN -1 AND 1);
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;

--@ aa_get [needs: raise_ora]
-- Associative array c (jsonb object, NULL is empty), element key: NULL element gives SQL NULL. Raises NO_DATA_FOUND (P0002, ORA-01403) when there is no
-- such key, ORA-06502 for a NULL key. Integer keys are rounded as PLS_INTEGER. aa_get_text gives the element as text.
CREATE OR REPLACE FUNCTION xinyi.aa_get(c jsonb, key text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  v jsonb := c -> key;
BEGIN
  IF v IS NULL THEN
    PERFORM xinyi.raise_ora(CASE WHEN key IS NULL OR key = '' THEN 6502 ELSE 1403 END);
  END IF;
  RETURN nullif(v, 'null'::jsonb);
END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_get(c jsonb, key integer) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.aa_get($1, $2::text) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_get(c jsonb, key numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.aa_get($1, pg_catalog.round($2)::integer::text) $$;

--@ aa_get_text [needs: raise_ora]
-- aa_get for an array of scalars: the element as text, to be cast to its type.
CREATE OR REPLACE FUNCTION xinyi.aa_get_text(c jsonb, key text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c -> key IS NULL THEN
    PERFORM xinyi.raise_ora(CASE WHEN key IS NULL OR key = '' THEN 6502 ELSE 1403 END);
  END IF;
  RETURN c ->> key;
END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_get_text(c jsonb, key integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.aa_get_text($1, $2::text) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_get_text(c jsonb, key numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.aa_get_text($1, pg_catalog.round($2)::integer::text) $$;

--@ aa_set [needs: raise_ora]
-- c(key) := val: the new array. val is jsonb (to_jsonb(x)); NULL makes an element that is NULL. ORA-06502 for a NULL key.
CREATE OR REPLACE FUNCTION xinyi.aa_set(c jsonb, key text, val jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF key IS NULL OR key = '' THEN
    PERFORM xinyi.raise_ora(6502);
  END IF;
  RETURN coalesce(c, '{}'::jsonb) || jsonb_build_object(key, val);
END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_set(c jsonb, key integer, val jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.aa_set($1, $2::text, $3) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_set(c jsonb, key numeric, val jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.aa_set($1, pg_catalog.round($2)::integer::text, $3) $$;

--@ aa_set_path [needs: raise_ora]
-- c(k1)(k2)... := val and c(k1).field := val: sets a nested element; missing arrays and records on the way are created. path is the keys as text.
CREATE OR REPLACE FUNCTION xinyi.aa_set_path(c jsonb, path text[], val jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF path[1] IS NULL OR path[1] = '' THEN
    PERFORM xinyi.raise_ora(6502);
  END IF;
  c := CASE WHEN jsonb_typeof(c) = 'object' THEN c ELSE '{}'::jsonb END;
  IF cardinality(path) = 1 THEN
    RETURN c || jsonb_build_object(path[1], val);
  END IF;
  RETURN c || jsonb_build_object(path[1], xinyi.aa_set_path(c -> path[1], path[2 : cardinality(path)], val));
END $$;

--@ aa_exists
-- c.EXISTS(key): false for a NULL key or a NULL array.
CREATE OR REPLACE FUNCTION xinyi.aa_exists(c jsonb, key text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(jsonb_exists($1, $2), false) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_exists(c jsonb, key integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(jsonb_exists($1, $2::text), false) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_exists(c jsonb, key numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(jsonb_exists($1, pg_catalog.round($2)::integer::text), false) $$;

--@ aa_count
-- c.COUNT: number of elements, 0 for NULL.
CREATE OR REPLACE FUNCTION xinyi.aa_count(c jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT count(*)::integer FROM jsonb_object_keys(coalesce($1, '{}'::jsonb)) $$;

--@ aa_first
-- c.FIRST of an array INDEX BY PLS_INTEGER: the smallest key, NULL when empty. For INDEX BY VARCHAR2: aa_first_text.
CREATE OR REPLACE FUNCTION xinyi.aa_first(c jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT min(k::integer) FROM jsonb_object_keys($1) k $$;

--@ aa_last
-- c.LAST of an array INDEX BY PLS_INTEGER: the largest key, NULL when empty. For INDEX BY VARCHAR2: aa_last_text.
CREATE OR REPLACE FUNCTION xinyi.aa_last(c jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT max(k::integer) FROM jsonb_object_keys($1) k $$;

--@ aa_first_text
-- c.FIRST of an array INDEX BY VARCHAR2: the first key in binary order, NULL when empty.
CREATE OR REPLACE FUNCTION xinyi.aa_first_text(c jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT min(k COLLATE "C") FROM jsonb_object_keys($1) k $$;

--@ aa_last_text
-- c.LAST of an array INDEX BY VARCHAR2: the last key in binary order, NULL when empty.
CREATE OR REPLACE FUNCTION xinyi.aa_last_text(c jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT max(k COLLATE "C") FROM jsonb_object_keys($1) k $$;

--@ aa_next
-- c.NEXT(key): the key that follows key, which need not exist; NULL at the end. Numeric order for an integer key, binary order for a text key.
CREATE OR REPLACE FUNCTION xinyi.aa_next(c jsonb, key integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF key < 2147483647 AND jsonb_exists(c, (key + 1)::text) THEN
    RETURN key + 1;
  END IF;
  RETURN (SELECT min(k::integer) FROM jsonb_object_keys(c) k WHERE k::integer > key);
END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_next(c jsonb, key numeric) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.aa_next($1, pg_catalog.round($2)::integer) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_next(c jsonb, key text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT min(k COLLATE "C") FROM jsonb_object_keys($1) k WHERE k COLLATE "C" > $2 $$;

--@ aa_prior
-- c.PRIOR(key): the key before key, which need not exist; NULL at the beginning. Order as for aa_next.
CREATE OR REPLACE FUNCTION xinyi.aa_prior(c jsonb, key integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF key > -2147483648 AND jsonb_exists(c, (key - 1)::text) THEN
    RETURN key - 1;
  END IF;
  RETURN (SELECT max(k::integer) FROM jsonb_object_keys(c) k WHERE k::integer < key);
END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_prior(c jsonb, key numeric) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.aa_prior($1, pg_catalog.round($2)::integer) $$;
CREATE OR REPLACE FUNCTION xinyi.aa_prior(c jsonb, key text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT max(k COLLATE "C") FROM jsonb_object_keys($1) k WHERE k COLLATE "C" < $2 $$;

--@ aa_delete
-- c.DELETE, c.DELETE(key), c.DELETE(from, to): the new array. A key that is not there or is NULL changes nothing; from > to neither.
CREATE OR REPLACE FUNCTION xinyi.aa_delete(c jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '{}'::jsonb $$;
CREATE OR REPLACE FUNCTION xinyi.aa_delete(c jsonb, key text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $2 IS NULL THEN $1 ELSE $1 - $2 END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_delete(c jsonb, key integer) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $2 IS NULL THEN $1 ELSE $1 - $2::text END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_delete(c jsonb, key numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $2 IS NULL THEN $1 ELSE $1 - pg_catalog.round($2)::integer::text END $$;
CREATE OR REPLACE FUNCTION xinyi.aa_delete(c jsonb, lo numeric, hi numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT $1 - coalesce((SELECT array_agg(k) FROM jsonb_object_keys($1) k WHERE k::numeric BETWEEN $2 AND $3), '{}'::text[])
$$;
CREATE OR REPLACE FUNCTION xinyi.aa_delete(c jsonb, lo text, hi text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT $1 - coalesce((SELECT array_agg(k) FROM jsonb_object_keys($1) k WHERE k COLLATE "C" >= $2 AND k COLLATE "C" <= $3), '{}'::text[])
$$;

--@ aa_from_array
-- An associative array 1, 2, 3 ... from a PostgreSQL array (BULK COLLECT INTO an array INDEX BY PLS_INTEGER); NULL gives an empty one.
CREATE OR REPLACE FUNCTION xinyi.aa_from_array(a anyarray) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_object_agg((i - array_lower($1, 1) + 1)::text, to_jsonb($1[i])), '{}'::jsonb) FROM generate_subscripts($1, 1) i
$$;

--@ aa_elements
-- The elements in key order, for FORALL, TABLE(c) and bulk binds: rows (key text, val jsonb); integer keys in numeric order.
CREATE OR REPLACE FUNCTION xinyi.aa_elements(c jsonb) RETURNS TABLE (key text, val jsonb)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT e.key, nullif(e.value, 'null'::jsonb) FROM jsonb_each(coalesce($1, '{}'::jsonb)) e
   ORDER BY CASE WHEN e.key ~ '^-?[0-9]{1,18}$' THEN e.key::bigint END, e.key COLLATE "C"
$$;

--@ arr_get [needs: raise_ora]
-- Element i of a nested table or varray kept as an array: ORA-06531 when a is NULL, ORA-06532 for i < 1, ORA-06533 beyond COUNT, ORA-06502 for i NULL.
CREATE OR REPLACE FUNCTION xinyi.arr_get(a anyarray, i integer, lim integer DEFAULT NULL) RETURNS anyelement
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF i BETWEEN 1 AND cardinality(a) THEN
    RETURN a[i];
  END IF;
  PERFORM xinyi.raise_ora(CASE WHEN a IS NULL THEN 6531 WHEN i IS NULL THEN 6502 WHEN i < 1 OR i > lim THEN 6532 ELSE 6533 END);
END $$;
CREATE OR REPLACE FUNCTION xinyi.arr_get(a anyarray, i numeric, lim integer DEFAULT NULL) RETURNS anyelement
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.arr_get($1, pg_catalog.round($2)::integer, $3) $$;

--@ arr_check [needs: raise_ora]
-- The subscript i when a has it, else the errors of arr_get: for assignments, a[xinyi.arr_check(a, i)] := x.
CREATE OR REPLACE FUNCTION xinyi.arr_check(a anyarray, i integer, lim integer DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF i BETWEEN 1 AND cardinality(a) THEN
    RETURN i;
  END IF;
  PERFORM xinyi.raise_ora(CASE WHEN a IS NULL THEN 6531 WHEN i IS NULL THEN 6502 WHEN i < 1 OR i > lim THEN 6532 ELSE 6533 END);
END $$;
CREATE OR REPLACE FUNCTION xinyi.arr_check(a anyarray, i numeric, lim integer DEFAULT NULL) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.arr_check($1, pg_catalog.round($2)::integer, $3) $$;

--@ arr_set [needs: arr_check]
-- a(i) := x as an expression: the new array. Errors of arr_get.
CREATE OR REPLACE FUNCTION xinyi.arr_set(a anyarray, i integer, x anyelement) RETURNS anyarray
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  a[xinyi.arr_check(a, i)] := x;
  RETURN a;
END $$;

--@ arr_extend [needs: raise_ora]
-- a.EXTEND, a.EXTEND(n), a.EXTEND(n, i) (n copies of element i): the new array. arr_extend_limit is the same for VARRAY(lim): ORA-06532 beyond the limit.
-- ORA-06531 when a is NULL, ORA-06533 when there is no element i.
CREATE OR REPLACE FUNCTION xinyi.arr_extend(a anyarray, n integer DEFAULT 1, i integer DEFAULT NULL) RETURNS anyarray
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  c integer := cardinality(a);
  k integer;
BEGIN
  IF a IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  ELSIF i IS NOT NULL AND i NOT BETWEEN 1 AND c THEN
    PERFORM xinyi.raise_ora(CASE WHEN i < 1 THEN 6532 ELSE 6533 END);
  END IF;
  FOR k IN c + 1 .. c + coalesce(n, 0) LOOP
    IF i IS NULL THEN
      a[k] := NULL;
    ELSE
      a[k] := a[i];
    END IF;
  END LOOP;
  RETURN a;
END $$;

--@ arr_extend_limit [needs: arr_extend, raise_ora]
-- EXTEND of a VARRAY(lim): ORA-06532 when it would hold more than lim elements.
CREATE OR REPLACE FUNCTION xinyi.arr_extend_limit(a anyarray, lim integer, n integer DEFAULT 1, i integer DEFAULT NULL) RETURNS anyarray
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF cardinality(a) + coalesce(n, 0) > lim THEN
    PERFORM xinyi.raise_ora(6532);
  END IF;
  RETURN xinyi.arr_extend(a, n, i);
END $$;

--@ arr_trim [needs: raise_ora]
-- a.TRIM, a.TRIM(n): the array without its last n elements. ORA-06531 when a is NULL, ORA-06533 when n > COUNT.
CREATE OR REPLACE FUNCTION xinyi.arr_trim(a anyarray, n integer DEFAULT 1) RETURNS anyarray
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF a IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  ELSIF n > cardinality(a) THEN
    PERFORM xinyi.raise_ora(6533);
  END IF;
  RETURN a[1 : cardinality(a) - coalesce(n, 0)];
END $$;

--@ arr_delete [needs: raise_ora]
-- a.DELETE: an empty collection. ORA-06531 when a is NULL. (DELETE(i) makes holes: keep such a collection as nt_*.)
CREATE OR REPLACE FUNCTION xinyi.arr_delete(a anyarray) RETURNS anyarray
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF a IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN a[1 : 0];
END $$;

--@ arr_count [needs: raise_ora]
-- a.COUNT; ORA-06531 when a is NULL.
CREATE OR REPLACE FUNCTION xinyi.arr_count(a anyarray) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF a IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN cardinality(a);
END $$;

--@ arr_first [needs: arr_count]
-- a.FIRST: 1, or NULL when empty; ORA-06531 when a is NULL.
CREATE OR REPLACE FUNCTION xinyi.arr_first(a anyarray) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN xinyi.arr_count($1) > 0 THEN 1 END $$;

--@ arr_last [needs: arr_count]
-- a.LAST: COUNT, or NULL when empty; ORA-06531 when a is NULL.
CREATE OR REPLACE FUNCTION xinyi.arr_last(a anyarray) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT nullif(xinyi.arr_count($1), 0) $$;

--@ arr_next [needs: arr_count]
-- a.NEXT(i): the next subscript, NULL at the end; ORA-06531 when a is NULL.
CREATE OR REPLACE FUNCTION xinyi.arr_next(a anyarray, i numeric) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $2 < xinyi.arr_count($1) THEN GREATEST(pg_catalog.round($2)::integer + 1, 1) END $$;

--@ arr_prior [needs: arr_count]
-- a.PRIOR(i): the subscript before i, NULL at the beginning; ORA-06531 when a is NULL.
CREATE OR REPLACE FUNCTION xinyi.arr_prior(a anyarray, i numeric) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $2 > 1 THEN nullif(LEAST(pg_catalog.round($2)::integer - 1, xinyi.arr_count($1)), 0) END $$;

--@ arr_exists
-- a.EXISTS(i): never raises; false for a NULL collection.
CREATE OR REPLACE FUNCTION xinyi.arr_exists(a anyarray, i numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(pg_catalog.round($2) BETWEEN 1 AND cardinality($1), false) $$;

--@ multiset_union
-- a MULTISET UNION [ALL] b: all elements of a, then of b. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.multiset_union(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT $1 || $2 $$;

--@ multiset_union_distinct [needs: set]
-- a MULTISET UNION DISTINCT b: each element once. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.multiset_union_distinct(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.set($1 || $2) $$;

--@ multiset_intersect
-- a MULTISET INTERSECT [ALL] b: each element as often as in the one that has it less often. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.multiset_intersect(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(p.x ORDER BY p.o), $1[1:0])
    FROM (SELECT x, o, row_number() OVER (PARTITION BY x ORDER BY o) AS k FROM unnest($1) WITH ORDINALITY u(x, o)) p
    JOIN (SELECT x, count(*) AS n FROM unnest($2) x GROUP BY x) q ON p.x IS NOT DISTINCT FROM q.x AND p.k <= q.n
$$;

--@ multiset_intersect_distinct [needs: multiset_intersect, set]
-- a MULTISET INTERSECT DISTINCT b: each common element once. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.multiset_intersect_distinct(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT xinyi.set(xinyi.multiset_intersect($1, $2)) $$;

--@ multiset_except
-- a MULTISET EXCEPT [ALL] b: elements of a, each less often by its number in b. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.multiset_except(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(p.x ORDER BY p.o), $1[1:0])
    FROM (SELECT x, o, row_number() OVER (PARTITION BY x ORDER BY o) AS k FROM unnest($1) WITH ORDINALITY u(x, o)) p
   WHERE p.k > (SELECT count(*) FROM unnest($2) y WHERE y IS NOT DISTINCT FROM p.x)
$$;

--@ multiset_except_distinct [needs: set]
-- a MULTISET EXCEPT DISTINCT b: the elements of a that are not in b, each once. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.multiset_except_distinct(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT xinyi.set(coalesce(array_agg(x ORDER BY o), $1[1:0])) FROM unnest($1) WITH ORDINALITY u(x, o)
   WHERE NOT EXISTS (SELECT FROM unnest($2) y WHERE y IS NOT DISTINCT FROM x)
$$;

--@ set
-- SET(a): each element once, in the order of first occurrence (Oracle promises none). NULL if a is NULL.
CREATE OR REPLACE FUNCTION xinyi.set(a anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(x ORDER BY o), $1[1:0]) FROM (SELECT x, min(o) AS o FROM unnest($1) WITH ORDINALITY u(x, o) GROUP BY x) q
$$;

--@ is_a_set
-- a IS A SET: no element twice. NULL if a is NULL.
CREATE OR REPLACE FUNCTION xinyi.is_a_set(a anyarray) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT count(*) = count(DISTINCT x) + (count(*) > count(x))::integer FROM unnest($1) x $$;

--@ member_of
-- x MEMBER OF a: NULL if x or a is NULL, or a is empty; NULL too when it is not found and a has a NULL element.
CREATE OR REPLACE FUNCTION xinyi.member_of(x anyelement, a anyarray) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN cardinality($2) > 0 THEN $1 = ANY ($2) END $$;

--@ submultiset
-- a SUBMULTISET OF b: each element of a is in b at least as often. NULL if a or b is NULL.
CREATE OR REPLACE FUNCTION xinyi.submultiset(a anyarray, b anyarray) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT NOT EXISTS (SELECT FROM (SELECT x, count(*) AS n FROM unnest($1) x GROUP BY x) p
                      WHERE p.n > (SELECT count(*) FROM unnest($2) y WHERE y IS NOT DISTINCT FROM p.x))
$$;

--@ arr_same
-- a = b of nested tables: same elements, each equally often, in any order. NULL if a or b is NULL or holds a NULL element.
CREATE OR REPLACE FUNCTION xinyi.arr_same(a anyarray, b anyarray) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN cardinality($1) <> cardinality($2) THEN false
              WHEN array_position($1, NULL) IS NOT NULL OR array_position($2, NULL) IS NOT NULL THEN NULL
              ELSE (SELECT array_agg(x ORDER BY x) FROM unnest($1) x) IS NOT DISTINCT FROM (SELECT array_agg(x ORDER BY x) FROM unnest($2) x) END
$$;

--@ nt_new
-- A nested table that may get holes (DELETE(i)): jsonb {"n": highest subscript ever made, "e": {subscript: element}}. nt_new(a) makes one from an
-- array; nt_new() is the empty one. NULL stays NULL (atomically null).
CREATE OR REPLACE FUNCTION xinyi.nt_new() RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '{"n": 0, "e": {}}'::jsonb $$;
CREATE OR REPLACE FUNCTION xinyi.nt_new(a anyarray) RETURNS jsonb
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT jsonb_build_object('n', cardinality($1), 'e', coalesce(jsonb_object_agg((i - array_lower($1, 1) + 1)::text, to_jsonb($1[i])) FILTER (WHERE i IS NOT NULL), '{}'::jsonb))
    FROM generate_subscripts($1, 1) i
$$;

--@ nt_get [needs: raise_ora]
-- c(i): ORA-06531 when c is NULL, ORA-06533 beyond the highest subscript, ORA-06532 below 1, NO_DATA_FOUND (P0002) for a deleted element.
CREATE OR REPLACE FUNCTION xinyi.nt_get(c jsonb, i numeric) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  v jsonb := c -> 'e' -> pg_catalog.round(i)::text;
BEGIN
  IF v IS NULL THEN
    PERFORM xinyi.raise_ora(CASE WHEN c IS NULL THEN 6531 WHEN i IS NULL THEN 6502 WHEN i < 1 THEN 6532
                                 WHEN i > (c ->> 'n')::integer THEN 6533 ELSE 1403 END);
  END IF;
  RETURN nullif(v, 'null'::jsonb);
END $$;

--@ nt_get_text [needs: nt_get]
-- nt_get for scalars: the element as text, to be cast to its type.
CREATE OR REPLACE FUNCTION xinyi.nt_get_text(c jsonb, i numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.nt_get($1, $2) #>> '{}' $$;

--@ nt_set [needs: raise_ora]
-- c(i) := val: the new table; a deleted element comes back. Errors as nt_get, without NO_DATA_FOUND.
CREATE OR REPLACE FUNCTION xinyi.nt_set(c jsonb, i numeric, val jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c IS NULL OR i IS NULL OR i < 1 OR i > (c ->> 'n')::integer THEN
    PERFORM xinyi.raise_ora(CASE WHEN c IS NULL THEN 6531 WHEN i IS NULL THEN 6502 WHEN i < 1 THEN 6532 ELSE 6533 END);
  END IF;
  RETURN c || jsonb_build_object('e', (c -> 'e') || jsonb_build_object(pg_catalog.round(i)::text, val));
END $$;

--@ nt_extend [needs: raise_ora, nt_get]
-- c.EXTEND[(n [, i])]: n new elements, NULL or copies of element i, after the highest subscript ever made. ORA-06531 when c is NULL.
CREATE OR REPLACE FUNCTION xinyi.nt_extend(c jsonb, n integer DEFAULT 1, i integer DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  v jsonb;
  m integer := c ->> 'n';
BEGIN
  IF c IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  IF i IS NOT NULL THEN
    v := xinyi.nt_get(c, i);
  END IF;
  RETURN jsonb_build_object('n', m + n, 'e', (c -> 'e') || coalesce((SELECT jsonb_object_agg(k::text, v) FROM generate_series(m + 1, m + n) k), '{}'::jsonb));
END $$;

--@ nt_trim [needs: raise_ora]
-- c.TRIM[(n)]: without the last n subscripts, deleted ones counted. ORA-06531 when c is NULL, ORA-06533 when n is too large.
CREATE OR REPLACE FUNCTION xinyi.nt_trim(c jsonb, n integer DEFAULT 1) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  m integer := c ->> 'n';
BEGIN
  IF c IS NULL OR n > m THEN
    PERFORM xinyi.raise_ora(CASE WHEN c IS NULL THEN 6531 ELSE 6533 END);
  END IF;
  RETURN jsonb_build_object('n', m - n, 'e', (c -> 'e') - ARRAY(SELECT k::text FROM generate_series(m - n + 1, m) k));
END $$;

--@ nt_delete [needs: raise_ora]
-- c.DELETE (empty), c.DELETE(i), c.DELETE(i, j): the new table; subscripts that are not there change nothing. ORA-06531 when c is NULL.
CREATE OR REPLACE FUNCTION xinyi.nt_delete(c jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN '{"n": 0, "e": {}}';
END $$;
CREATE OR REPLACE FUNCTION xinyi.nt_delete(c jsonb, i numeric) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN CASE WHEN i IS NULL THEN c ELSE c || jsonb_build_object('e', (c -> 'e') - pg_catalog.round(i)::text) END;
END $$;
CREATE OR REPLACE FUNCTION xinyi.nt_delete(c jsonb, i numeric, j numeric) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN c || jsonb_build_object('e', (c -> 'e') - ARRAY(SELECT k FROM jsonb_object_keys(c -> 'e') k WHERE k::numeric BETWEEN i AND j));
END $$;

--@ nt_count [needs: raise_ora]
-- c.COUNT: elements without the deleted ones. ORA-06531 when c is NULL.
CREATE OR REPLACE FUNCTION xinyi.nt_count(c jsonb) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN (SELECT count(*) FROM jsonb_object_keys(c -> 'e'));
END $$;

--@ nt_walk [needs: raise_ora]
-- c.FIRST, c.LAST, c.NEXT(i), c.PRIOR(i) as nt_walk(c, 'first' | 'last' | 'next' | 'prior' [, i]); NULL when there is none. ORA-06531 when c is NULL.
CREATE OR REPLACE FUNCTION xinyi.nt_walk(c jsonb, what text, i numeric DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF c IS NULL THEN
    PERFORM xinyi.raise_ora(6531);
  END IF;
  RETURN CASE what
    WHEN 'first' THEN (SELECT min(k::integer) FROM jsonb_object_keys(c -> 'e') k)
    WHEN 'last' THEN (SELECT max(k::integer) FROM jsonb_object_keys(c -> 'e') k)
    WHEN 'next' THEN (SELECT min(k::integer) FROM jsonb_object_keys(c -> 'e') k WHERE k::integer > i)
    WHEN 'prior' THEN (SELECT max(k::integer) FROM jsonb_object_keys(c -> 'e') k WHERE k::integer < i) END;
END $$;

--@ nt_first [needs: nt_walk]
-- c.FIRST
CREATE OR REPLACE FUNCTION xinyi.nt_first(c jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.nt_walk($1, 'first') $$;

--@ nt_last [needs: nt_walk]
-- c.LAST
CREATE OR REPLACE FUNCTION xinyi.nt_last(c jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.nt_walk($1, 'last') $$;

--@ nt_next [needs: nt_walk]
-- c.NEXT(i)
CREATE OR REPLACE FUNCTION xinyi.nt_next(c jsonb, i numeric) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.nt_walk($1, 'next', $2) $$;

--@ nt_prior [needs: nt_walk]
-- c.PRIOR(i)
CREATE OR REPLACE FUNCTION xinyi.nt_prior(c jsonb, i numeric) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT xinyi.nt_walk($1, 'prior', $2) $$;

--@ nt_exists
-- c.EXISTS(i): false for a deleted or missing element and for a NULL table.
CREATE OR REPLACE FUNCTION xinyi.nt_exists(c jsonb, i numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(jsonb_exists($1 -> 'e', pg_catalog.round($2)::text), false) $$;

--@ nt_elements
-- The elements in order, for TABLE(c) and FORALL: rows (key integer, val jsonb).
CREATE OR REPLACE FUNCTION xinyi.nt_elements(c jsonb) RETURNS TABLE (key integer, val jsonb)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT e.key::integer, nullif(e.value, 'null'::jsonb) FROM jsonb_each($1 -> 'e') e ORDER BY e.key::integer
$$;

--@ lob_getlength
-- DBMS_LOB.GETLENGTH: characters of a CLOB, bytes of a BLOB; 0 for an empty LOB, NULL for NULL.
CREATE OR REPLACE FUNCTION xinyi.lob_getlength(lob text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT pg_catalog.length($1) $$;
CREATE OR REPLACE FUNCTION xinyi.lob_getlength(lob bytea) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT octet_length($1) $$;

--@ lob_substr
-- DBMS_LOB.SUBSTR(lob, amount, offset): amount comes before offset. NULL if an argument is NULL, amount or offset < 1, or nothing is there.
CREATE OR REPLACE FUNCTION xinyi.lob_substr(lob text, amount numeric DEFAULT 32767, off numeric DEFAULT 1) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $2 >= 1 AND $3 >= 1 THEN nullif(pg_catalog.substr($1, pg_catalog.trunc($3)::integer, pg_catalog.trunc($2)::integer), '') END
$$;
CREATE OR REPLACE FUNCTION xinyi.lob_substr(lob bytea, amount numeric DEFAULT 32767, off numeric DEFAULT 1) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $2 >= 1 AND $3 >= 1 THEN nullif(pg_catalog.substr($1, pg_catalog.trunc($3)::integer, pg_catalog.trunc($2)::integer), '') END
$$;

--@ lob_instr [needs: instr]
-- DBMS_LOB.INSTR(lob, pattern [, offset [, nth]]): 0 when not found; NULL if an argument is NULL or offset or nth < 1.
CREATE OR REPLACE FUNCTION xinyi.lob_instr(lob text, pattern text, off numeric DEFAULT 1, nth numeric DEFAULT 1) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $3 >= 1 AND $4 >= 1 THEN CASE WHEN $1 = '' THEN 0 ELSE xinyi.instr($1, $2, $3, $4) END END $$;

--@ lob_append
-- DBMS_LOB.APPEND(dest, src) as a function: the new value of dest. ORA-06502 territory: a NULL dest or src gives an error in Oracle, here 22004.
CREATE OR REPLACE FUNCTION xinyi.lob_append(dest text, src text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF dest IS NULL OR src IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'Z6502', MESSAGE = 'ORA-06502: PL/SQL: numeric or value error: invalid LOB locator specified';
  END IF;
  RETURN dest || src;
END $$;
CREATE OR REPLACE FUNCTION xinyi.lob_append(dest bytea, src bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF dest IS NULL OR src IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'Z6502', MESSAGE = 'ORA-06502: PL/SQL: numeric or value error: invalid LOB locator specified';
  END IF;
  RETURN dest || src;
END $$;

--@ lob_writeappend [needs: raise_ora]
-- DBMS_LOB.WRITEAPPEND(lob, amount, buffer) as a function: the new value, with the first amount characters of buffer at its end.
-- ORA-21560 when amount < 1 or more than the buffer, ORA-06502 when lob is NULL.
CREATE OR REPLACE FUNCTION xinyi.lob_writeappend(lob text, amount numeric, buffer text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF amount IS NULL OR amount < 1 OR buffer IS NULL OR amount > pg_catalog.length(buffer) THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  RETURN lob || left(buffer, pg_catalog.trunc(amount)::integer);
END $$;
CREATE OR REPLACE FUNCTION xinyi.lob_writeappend(lob bytea, amount numeric, buffer bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF amount IS NULL OR amount < 1 OR buffer IS NULL OR amount > octet_length(buffer) THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  RETURN lob || pg_catalog.substr(buffer, 1, pg_catalog.trunc(amount)::integer);
END $$;

--@ lob_write [needs: raise_ora]
-- DBMS_LOB.WRITE(lob, amount, offset, buffer) as a function: the new value; a gap before offset is filled with blanks (CLOB) or zero bytes (BLOB).
CREATE OR REPLACE FUNCTION xinyi.lob_write(lob text, amount numeric, off numeric, buffer text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF amount IS NULL OR amount < 1 OR off IS NULL OR off < 1 OR buffer IS NULL OR amount > pg_catalog.length(buffer) THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  IF pg_catalog.length(lob) < off - 1 THEN
    lob := lob || repeat(' ', off::integer - 1 - pg_catalog.length(lob));
  END IF;
  RETURN overlay(lob PLACING left(buffer, amount::integer) FROM off::integer);
END $$;
CREATE OR REPLACE FUNCTION xinyi.lob_write(lob bytea, amount numeric, off numeric, buffer bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF amount IS NULL OR amount < 1 OR off IS NULL OR off < 1 OR buffer IS NULL OR amount > octet_length(buffer) THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  IF octet_length(lob) < off - 1 THEN
    lob := lob || decode(repeat('00', off::integer - 1 - octet_length(lob)), 'hex');
  END IF;
  RETURN overlay(lob PLACING pg_catalog.substr(buffer, 1, amount::integer) FROM off::integer);
END $$;

--@ lob_trim [needs: raise_ora]
-- DBMS_LOB.TRIM(lob, newlen) as a function: the new value. ORA-22926-like ORA-21560 when newlen is more than the length or < 0.
CREATE OR REPLACE FUNCTION xinyi.lob_trim(lob text, newlen numeric) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL OR newlen IS NULL OR newlen < 0 OR newlen > pg_catalog.length(lob) THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  RETURN left(lob, newlen::integer);
END $$;
CREATE OR REPLACE FUNCTION xinyi.lob_trim(lob bytea, newlen numeric) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL OR newlen IS NULL OR newlen < 0 OR newlen > octet_length(lob) THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  RETURN pg_catalog.substr(lob, 1, newlen::integer);
END $$;

--@ lob_read [needs: raise_ora]
-- DBMS_LOB.READ(lob, amount, offset, buffer) as a function: what is read. NO_DATA_FOUND beyond the end, ORA-21560 for amount or offset < 1,
-- ORA-06502 when lob is NULL.
CREATE OR REPLACE FUNCTION xinyi.lob_read(lob text, amount numeric, off numeric) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF amount IS NULL OR amount < 1 OR off IS NULL OR off < 1 THEN
    PERFORM xinyi.raise_ora(21560);
  ELSIF off > pg_catalog.length(lob) THEN
    PERFORM xinyi.raise_ora(1403);
  END IF;
  RETURN pg_catalog.substr(lob, off::integer, least(amount, 1000000000)::integer);
END $$;
CREATE OR REPLACE FUNCTION xinyi.lob_read(lob bytea, amount numeric, off numeric) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF lob IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF amount IS NULL OR amount < 1 OR off IS NULL OR off < 1 THEN
    PERFORM xinyi.raise_ora(21560);
  ELSIF off > octet_length(lob) THEN
    PERFORM xinyi.raise_ora(1403);
  END IF;
  RETURN pg_catalog.substr(lob, off::integer, least(amount, 1000000000)::integer);
END $$;

--@ lob_copy [needs: lob_write, raise_ora]
-- DBMS_LOB.COPY(dest, src, amount [, dest_offset [, src_offset]]) as a function: the new value of dest; an amount beyond the end of src copies to its end.
CREATE OR REPLACE FUNCTION xinyi.lob_copy(dest text, src text, amount numeric, dest_off numeric DEFAULT 1, src_off numeric DEFAULT 1) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  part text := CASE WHEN src_off >= 1 AND amount >= 1 THEN pg_catalog.substr(src, src_off::integer, least(amount, 1000000000)::integer) END;
BEGIN
  IF dest IS NULL OR src IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF part IS NULL OR part = '' OR dest_off < 1 THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  RETURN xinyi.lob_write(dest, pg_catalog.length(part), dest_off, part);
END $$;
CREATE OR REPLACE FUNCTION xinyi.lob_copy(dest bytea, src bytea, amount numeric, dest_off numeric DEFAULT 1, src_off numeric DEFAULT 1) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  part bytea := CASE WHEN src_off >= 1 AND amount >= 1 THEN pg_catalog.substr(src, src_off::integer, least(amount, 1000000000)::integer) END;
BEGIN
  IF dest IS NULL OR src IS NULL THEN
    PERFORM xinyi.raise_ora(6502, 'PL/SQL: numeric or value error: invalid LOB locator specified');
  ELSIF part IS NULL OR part = '' OR dest_off < 1 THEN
    PERFORM xinyi.raise_ora(21560);
  END IF;
  RETURN xinyi.lob_write(dest, octet_length(part), dest_off, part);
END $$;

--@ lob_compare
-- DBMS_LOB.COMPARE(a, b [, amount [, offset_a [, offset_b]]]): 0 when equal, else 1 or -1; NULL if an argument is NULL or amount or an offset < 1.
CREATE OR REPLACE FUNCTION xinyi.lob_compare(a text, b text, amount numeric DEFAULT 1000000000, off_a numeric DEFAULT 1, off_b numeric DEFAULT 1) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $3 >= 1 AND $4 >= 1 AND $5 >= 1 THEN
    CASE WHEN pg_catalog.substr($1, $4::integer, $3::integer) = pg_catalog.substr($2, $5::integer, $3::integer) THEN 0
         WHEN pg_catalog.substr($1, $4::integer, $3::integer) COLLATE "C" > pg_catalog.substr($2, $5::integer, $3::integer) THEN 1 ELSE -1 END END
$$;
CREATE OR REPLACE FUNCTION xinyi.lob_compare(a bytea, b bytea, amount numeric DEFAULT 1000000000, off_a numeric DEFAULT 1, off_b numeric DEFAULT 1) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $3 >= 1 AND $4 >= 1 AND $5 >= 1 THEN
    CASE WHEN pg_catalog.substr($1, $4::integer, $3::integer) = pg_catalog.substr($2, $5::integer, $3::integer) THEN 0
         WHEN pg_catalog.substr($1, $4::integer, $3::integer) > pg_catalog.substr($2, $5::integer, $3::integer) THEN 1 ELSE -1 END END
$$;

--@ random_value
-- DBMS_RANDOM.VALUE [(low, high)]: low <= x < high, 38 digits after the point. The sequence of a seed is not Oracle's.
CREATE OR REPLACE FUNCTION xinyi.random_value() RETURNS numeric
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT ((floor(random() * 1e13)::numeric * 1e13 + floor(random() * 1e13)::numeric) * 1e12 + floor(random() * 1e12)::numeric) / 1e38
$$;
CREATE OR REPLACE FUNCTION xinyi.random_value(low numeric, high numeric) RETURNS numeric
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT $1 + ($2 - $1) * ((floor(random() * 1e13)::numeric * 1e13 + floor(random() * 1e13)::numeric) * 1e12 + floor(random() * 1e12)::numeric) / 1e38
$$;

--@ random_string
-- DBMS_RANDOM.STRING(opt, len): u upper case letters, l lower, a mixed, x upper case letters and digits, p any printable character; another opt is u.
CREATE OR REPLACE FUNCTION xinyi.random_string(opt text, len numeric) RETURNS text
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT string_agg(pg_catalog.substr(s, floor(random() * pg_catalog.length(s))::integer + 1, 1), '')
    FROM (SELECT CASE lower($1) WHEN 'l' THEN 'abcdefghijklmnopqrstuvwxyz'
                                WHEN 'a' THEN 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
                                WHEN 'x' THEN 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
                                WHEN 'p' THEN ' !"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
                                ELSE 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' END AS s) q,
         generate_series(1, $2::integer)
$$;

--@ random_normal
-- DBMS_RANDOM.NORMAL: a value of the standard normal distribution.
CREATE OR REPLACE FUNCTION xinyi.random_normal() RETURNS numeric
LANGUAGE sql VOLATILE PARALLEL SAFE AS $$ SELECT (sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))::numeric $$;

--@ hextoraw [needs: raise_ora]
-- HEXTORAW(s): an odd number of digits gets a 0 in front; ORA-01465 for another character; NULL for NULL and ''.
CREATE OR REPLACE FUNCTION xinyi.hextoraw(s text) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF s = '' THEN
    RETURN NULL;
  ELSIF s !~ '^[0-9a-fA-F]+$' THEN
    PERFORM xinyi.raise_ora(1465, 'invalid hex number');
  END IF;
  RETURN decode(CASE WHEN pg_catalog.length(s) % 2 = 1 THEN '0' || s ELSE s END, 'hex');
END $$;

--@ to_char_fixed
-- TO_CHAR of a date in digits alone, which no setting of the session changes: may stand in an index.
CREATE OR REPLACE FUNCTION xinyi.to_char_fixed(d timestamp without time zone, fmt text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT to_char($1, $2) $$;

--@ char_to_text
-- The blanks that pad a CHAR(n) stay when it becomes VARCHAR2; a cast of PostgreSQL cuts them off.
CREATE OR REPLACE FUNCTION xinyi.char_to_text(c character) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT textin(bpcharout($1)) $$;

--@ rawtohex
-- RAWTOHEX(b): capital hexadecimal digits; a text is taken by its UTF-8 bytes.
CREATE OR REPLACE FUNCTION xinyi.rawtohex(b bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(upper(encode($1, 'hex')), '') $$;
CREATE OR REPLACE FUNCTION xinyi.rawtohex(s text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(upper(encode(convert_to($1, 'UTF8'), 'hex')), '') $$;

--@ raw_cast_to_raw
-- UTL_RAW.CAST_TO_RAW(s): the bytes of the text in UTF-8.
CREATE OR REPLACE FUNCTION xinyi.raw_cast_to_raw(s text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(convert_to($1, 'UTF8'), '') $$;

--@ raw_cast_to_varchar2
-- UTL_RAW.CAST_TO_VARCHAR2(b): the bytes as UTF-8 text; raises 22021 for bytes that are none (Oracle returns them as they are).
CREATE OR REPLACE FUNCTION xinyi.raw_cast_to_varchar2(b bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(convert_from($1, 'UTF8'), '') $$;

--@ raw_substr [needs: raise_ora]
-- UTL_RAW.SUBSTR(b, pos [, len]): pos may be negative (from the end); ORA-06502 when pos or len is out of range.
CREATE OR REPLACE FUNCTION xinyi.raw_substr(b bytea, pos numeric, len numeric DEFAULT NULL) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  p integer := CASE WHEN pos < 0 THEN octet_length(b) + pos + 1 ELSE pos END;
BEGIN
  IF b IS NULL THEN
    RETURN NULL;
  ELSIF p < 1 OR p > octet_length(b) OR len < 1 OR p + len - 1 > octet_length(b) THEN
    PERFORM xinyi.raise_ora(6502);
  END IF;
  RETURN CASE WHEN len IS NULL THEN pg_catalog.substr(b, p) ELSE pg_catalog.substr(b, p, len::integer) END;
END $$;

--@ raw_concat
-- UTL_RAW.CONCAT (Packages and Types Reference): arguments that are NULL add nothing; nothing at all is NULL.
CREATE OR REPLACE FUNCTION xinyi.raw_concat(VARIADIC parts bytea[]) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(string_agg(e, ''::bytea ORDER BY i), ''::bytea) FROM unnest(parts) WITH ORDINALITY AS u(e, i)
$$;

--@ simple_sql_name [needs: raise_ora]
-- DBMS_ASSERT.SIMPLE_SQL_NAME (Packages and Types Reference): the text itself when it is one plain or quoted name, else ORA-44003.
CREATE OR REPLACE FUNCTION xinyi.simple_sql_name(str text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF (str ~ '^\s*([[:alpha:]][[:alnum:]_$#]*|"([^"]|"")+")\s*$') IS NOT TRUE THEN
    PERFORM xinyi.raise_ora(44003, 'invalid SQL name');
  END IF;
  RETURN str;
END $$;

--@ enquote_literal [needs: raise_ora]
-- DBMS_ASSERT.ENQUOTE_LITERAL (Packages and Types Reference): quotes are put round the text unless it has them; those inside must come in pairs, else ORA-06502.
CREATE OR REPLACE FUNCTION xinyi.enquote_literal(str text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  quoted text := CASE WHEN str ~ '^''.*''$' AND pg_catalog.length(str) > 1 THEN str ELSE '''' || coalesce(str, '') || '''' END;
BEGIN
  IF quoted !~ '^''([^'']|'''')*''$' THEN
    PERFORM xinyi.raise_ora(6502);
  END IF;
  RETURN quoted;
END $$;

--@ cardinality [needs: nt_count]
-- CARDINALITY of a nested table in either form; NULL for NULL.
CREATE OR REPLACE FUNCTION xinyi.cardinality(c anyarray) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.cardinality(c)
$$;
CREATE OR REPLACE FUNCTION xinyi.cardinality(c jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN c IS NOT NULL THEN xinyi.nt_count(c) END
$$;

--@ raw_bit
-- UTL_RAW.BIT_AND / BIT_OR / BIT_XOR as raw_bit('and' | 'or' | 'xor', a, b): the longer value's rest is kept as it is.
CREATE OR REPLACE FUNCTION xinyi.raw_bit(op text, a bytea, b bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  r bytea := CASE WHEN octet_length(a) >= octet_length(b) THEN a ELSE b END;
  i integer;
BEGIN
  FOR i IN 0 .. least(octet_length(a), octet_length(b)) - 1 LOOP
    r := set_byte(r, i, CASE op WHEN 'and' THEN get_byte(a, i) & get_byte(b, i) WHEN 'or' THEN get_byte(a, i) | get_byte(b, i)
                                ELSE get_byte(a, i) # get_byte(b, i) END);
  END LOOP;
  RETURN r;
END $$;

--@ read_only_view [needs: raise_ora]
-- Trigger function of a view WITH READ ONLY (SQL reference, CREATE VIEW): every change of a row raises ORA-42399.
CREATE OR REPLACE FUNCTION xinyi.read_only_view() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM xinyi.raise_ora(42399, 'cannot perform a DML operation on a read-only view');
  RETURN NULL;
END;
$$;

--@ dict_name
-- A name of the catalog as Oracle stores it: one without capitals was not quoted there, so it is upper case.
CREATE OR REPLACE FUNCTION xinyi.dict_name(name text) RETURNS varchar
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN $1 = lower($1) THEN upper($1) ELSE $1 END $$;

--@ dict_schemas [needs: dict_name]
-- The schemas of users, as owners: the system's own and those of extensions and of this runtime are none. A schema that holds routines but no
-- table stands for a package. PUBLIC is the schema of the user who asks, as USER gives it.
CREATE OR REPLACE VIEW xinyi.dict_schemas AS
SELECT n.oid, n.nspname::text AS schema_name,
       CASE n.nspname WHEN 'public' THEN upper(current_user::text)::varchar ELSE xinyi.dict_name(n.nspname) END AS owner,
       n.nspname = current_schema() OR n.oid = pg_my_temp_schema() AS is_own,
       EXISTS (SELECT FROM pg_catalog.pg_proc p WHERE p.pronamespace = n.oid)
         AND n.nspname NOT IN ('public', current_schema())
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm')) AS is_package
FROM pg_catalog.pg_namespace n
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'xinyi', 'pg_toast')
  AND (n.nspname NOT LIKE 'pg\_%' OR n.oid = pg_my_temp_schema())
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e');

--@ dict_relations [needs: dict_name, dict_schemas]
-- Tables, views, sequences and indexes of users; the parts of a partitioned table or index are no objects of their own, nor are those of extensions.
CREATE OR REPLACE VIEW xinyi.dict_relations AS
SELECT c.oid, n.owner, n.is_own, xinyi.dict_name(c.relname) AS name, c.relkind AS kind, c.relpersistence AS persistence, c.reltuples AS tuples
FROM pg_catalog.pg_class c JOIN xinyi.dict_schemas n ON n.oid = c.relnamespace
WHERE NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');

--@ all_tables [needs: dict_relations]
-- ALL_TABLES. NUM_ROWS is the estimate of the last ANALYZE, NULL before it.
CREATE OR REPLACE VIEW xinyi.all_tables AS
SELECT owner, name AS table_name, 'VALID'::varchar AS status, CASE WHEN tuples >= 0 THEN tuples::numeric END AS num_rows,
       (CASE persistence WHEN 't' THEN 'Y' ELSE 'N' END)::varchar AS temporary, (CASE kind WHEN 'p' THEN 'YES' ELSE 'NO' END)::varchar AS partitioned,
       is_own AS xy_own
FROM xinyi.dict_relations WHERE kind IN ('r', 'p');

--@ user_tables [needs: all_tables]
-- USER_TABLES: the tables of the current schema.
CREATE OR REPLACE VIEW xinyi.user_tables AS
SELECT table_name, status, num_rows, temporary, partitioned FROM xinyi.all_tables WHERE xy_own;

--@ dict_type
-- Name of a type as Oracle's dictionary has it. RAW and NVARCHAR2 are not told from BLOB and VARCHAR2.
CREATE OR REPLACE FUNCTION xinyi.dict_type(type oid, modifier integer) RETURNS varchar
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE pg_catalog.format_type($1, NULL)
    WHEN 'numeric' THEN 'NUMBER' WHEN 'integer' THEN 'NUMBER' WHEN 'bigint' THEN 'NUMBER' WHEN 'smallint' THEN 'NUMBER'
    WHEN 'character varying' THEN 'VARCHAR2' WHEN 'character' THEN 'CHAR' WHEN 'text' THEN 'CLOB' WHEN 'bytea' THEN 'BLOB' WHEN 'xml' THEN 'XMLTYPE'
    WHEN 'double precision' THEN 'BINARY_DOUBLE' WHEN 'real' THEN 'BINARY_FLOAT' WHEN 'date' THEN 'DATE'
    WHEN 'timestamp without time zone' THEN CASE $2 WHEN 0 THEN 'DATE' WHEN -1 THEN 'TIMESTAMP(6)' ELSE 'TIMESTAMP(' || $2 || ')' END
    WHEN 'timestamp with time zone' THEN 'TIMESTAMP(' || CASE $2 WHEN -1 THEN 6 ELSE $2 END || ') WITH TIME ZONE'
    ELSE upper(pg_catalog.format_type($1, $2)) END
$$;

--@ all_tab_columns [needs: dict_name, dict_relations, dict_type]
-- ALL_TAB_COLUMNS: the columns of tables and views. DATA_LENGTH of VARCHAR2 is the declared one, DATA_DEFAULT is in PostgreSQL's words.
CREATE OR REPLACE VIEW xinyi.all_tab_columns AS
SELECT r.owner, r.name AS table_name, xinyi.dict_name(a.attname) AS column_name, xinyi.dict_type(a.atttypid, a.atttypmod) AS data_type,
       (CASE xinyi.dict_type(a.atttypid, a.atttypmod)
          WHEN 'NUMBER' THEN 22 WHEN 'DATE' THEN 7 WHEN 'CLOB' THEN 4000 WHEN 'BLOB' THEN 4000 WHEN 'BINARY_DOUBLE' THEN 8 WHEN 'BINARY_FLOAT' THEN 4
          ELSE CASE WHEN a.atttypid IN (1042, 1043) THEN CASE WHEN a.atttypmod < 0 THEN 4000 ELSE a.atttypmod - 4 END
                    WHEN a.atttypid = 1184 THEN 13 ELSE 11 END END)::numeric AS data_length,
       (CASE WHEN a.atttypid = 1700 AND a.atttypmod >= 0 THEN (a.atttypmod - 4) >> 16 & 65535 END)::numeric AS data_precision,
       (CASE WHEN a.atttypid = 1700 AND a.atttypmod >= 0 THEN ((a.atttypmod - 4) & 2047 # 1024) - 1024 WHEN a.atttypid IN (20, 21, 23) THEN 0
             WHEN a.atttypid IN (1114, 1184) AND a.atttypmod <> 0 THEN CASE WHEN a.atttypmod < 0 THEN 6 ELSE a.atttypmod END END)::numeric AS data_scale,
       (CASE WHEN a.attnotnull THEN 'N' ELSE 'Y' END)::varchar AS nullable,
       (row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum))::numeric AS column_id,
       (CASE WHEN a.atttypid IN (1042, 1043) THEN CASE WHEN a.atttypmod < 0 THEN 4000 ELSE a.atttypmod - 4 END ELSE 0 END)::numeric AS char_length,
       (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) AS data_default,
       r.is_own AS xy_own
FROM xinyi.dict_relations r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
WHERE r.kind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped;

--@ user_tab_columns [needs: all_tab_columns]
-- USER_TAB_COLUMNS: the columns of the current schema's tables and views.
CREATE OR REPLACE VIEW xinyi.user_tab_columns AS
SELECT table_name, column_name, data_type, data_length, data_precision, data_scale, nullable, column_id, char_length, data_default
FROM xinyi.all_tab_columns WHERE xy_own;

--@ all_tab_cols [needs: all_tab_columns]
-- ALL_TAB_COLS: there are no hidden columns.
CREATE OR REPLACE VIEW xinyi.all_tab_cols AS SELECT * FROM xinyi.all_tab_columns;

--@ user_tab_cols [needs: user_tab_columns]
-- USER_TAB_COLS: there are no hidden columns.
CREATE OR REPLACE VIEW xinyi.user_tab_cols AS SELECT * FROM xinyi.user_tab_columns;

--@ all_tab_comments [needs: dict_relations]
-- ALL_TAB_COMMENTS.
CREATE OR REPLACE VIEW xinyi.all_tab_comments AS
SELECT owner, name AS table_name, (CASE WHEN kind IN ('v', 'm') THEN 'VIEW' ELSE 'TABLE' END)::varchar AS table_type,
       obj_description(oid, 'pg_class')::varchar AS comments, is_own AS xy_own
FROM xinyi.dict_relations WHERE kind IN ('r', 'p', 'v', 'm');

--@ user_tab_comments [needs: all_tab_comments]
-- USER_TAB_COMMENTS.
CREATE OR REPLACE VIEW xinyi.user_tab_comments AS SELECT table_name, table_type, comments FROM xinyi.all_tab_comments WHERE xy_own;

--@ all_col_comments [needs: dict_name, dict_relations]
-- ALL_COL_COMMENTS.
CREATE OR REPLACE VIEW xinyi.all_col_comments AS
SELECT r.owner, r.name AS table_name, xinyi.dict_name(a.attname) AS column_name, col_description(r.oid, a.attnum)::varchar AS comments, r.is_own AS xy_own
FROM xinyi.dict_relations r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
WHERE r.kind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped;

--@ user_col_comments [needs: all_col_comments]
-- USER_COL_COMMENTS.
CREATE OR REPLACE VIEW xinyi.user_col_comments AS SELECT table_name, column_name, comments FROM xinyi.all_col_comments WHERE xy_own;

--@ dict_routines [needs: dict_name, dict_schemas]
-- Routines of users, packaged ones with their package; overloads are one. Trigger functions are no objects of Oracle's.
CREATE OR REPLACE VIEW xinyi.dict_routines AS
SELECT min(p.oid::bigint) AS oid, CASE WHEN n.is_package THEN upper(current_user::text)::varchar ELSE n.owner END AS owner, n.is_own OR n.is_package AS is_own,
       CASE WHEN n.is_package THEN xinyi.dict_name(n.schema_name) END AS package, xinyi.dict_name(p.proname) AS name,
       (CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END)::varchar AS type
FROM pg_catalog.pg_proc p JOIN xinyi.dict_schemas n ON n.oid = p.pronamespace
WHERE p.prorettype <> 'pg_catalog.trigger'::regtype AND p.prorettype <> 'pg_catalog.event_trigger'::regtype
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
GROUP BY n.is_package, n.owner, n.is_own, n.schema_name, p.proname, p.prokind;

--@ dict_triggers [needs: dict_name, dict_relations]
-- Triggers of users; those that stand for other things of Oracle's (functions of this runtime) are left out.
CREATE OR REPLACE VIEW xinyi.dict_triggers AS
SELECT t.oid, r.owner, r.is_own, xinyi.dict_name(t.tgname) AS name, r.name AS table_name, t.tgtype AS bits, t.tgenabled AS enabled
FROM pg_catalog.pg_trigger t JOIN xinyi.dict_relations r ON r.oid = t.tgrelid JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND p.pronamespace <> (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'xinyi');

--@ all_objects [needs: dict_name, dict_schemas, dict_relations, dict_routines, dict_triggers]
-- ALL_OBJECTS: tables, views, materialized views, sequences, indexes, triggers, routines, packages and types. PostgreSQL compiles when it runs,
-- so that everything is VALID.
CREATE OR REPLACE VIEW xinyi.all_objects AS
SELECT o.owner, o.object_name, NULL::varchar AS subobject_name, o.object_id::numeric AS object_id, o.object_type::varchar AS object_type,
       'VALID'::varchar AS status, o.temporary::varchar AS temporary, 'N'::varchar AS generated, o.xy_own
FROM (SELECT owner, name AS object_name, oid::bigint AS object_id,
             CASE WHEN kind IN ('r', 'p') THEN 'TABLE' WHEN kind = 'v' THEN 'VIEW' WHEN kind = 'm' THEN 'MATERIALIZED VIEW' WHEN kind = 'S' THEN 'SEQUENCE'
                  ELSE 'INDEX' END AS object_type, CASE persistence WHEN 't' THEN 'Y' ELSE 'N' END AS temporary, is_own AS xy_own
      FROM xinyi.dict_relations WHERE kind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I')
      UNION ALL
      SELECT owner, name, oid::bigint, 'TRIGGER', 'N', is_own FROM xinyi.dict_triggers
      UNION ALL
      SELECT owner, name, oid, type, 'N', is_own FROM xinyi.dict_routines WHERE package IS NULL
      UNION ALL
      SELECT upper(current_user::text), xinyi.dict_name(schema_name), oid::bigint, kind, 'N', true
      FROM xinyi.dict_schemas CROSS JOIN (VALUES ('PACKAGE'), ('PACKAGE BODY')) AS kinds(kind) WHERE is_package
      UNION ALL
      SELECT n.owner, xinyi.dict_name(t.typname), t.oid::bigint, 'TYPE', 'N', n.is_own
      FROM pg_catalog.pg_type t JOIN xinyi.dict_schemas n ON n.oid = t.typnamespace
      WHERE t.typtype = 'd' OR (t.typtype = 'c' AND (SELECT relkind FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid) = 'c')) o;

--@ user_objects [needs: all_objects]
-- USER_OBJECTS.
CREATE OR REPLACE VIEW xinyi.user_objects AS
SELECT object_name, subobject_name, object_id, object_type, status, temporary, generated FROM xinyi.all_objects WHERE xy_own;

--@ all_procedures [needs: dict_routines]
-- ALL_PROCEDURES: routines, and those of packages by their package.
CREATE OR REPLACE VIEW xinyi.all_procedures AS
SELECT owner, coalesce(package, name) AS object_name, CASE WHEN package IS NOT NULL THEN name END AS procedure_name,
       CASE WHEN package IS NOT NULL THEN 'PACKAGE' ELSE type END AS object_type, is_own AS xy_own
FROM xinyi.dict_routines;

--@ user_procedures [needs: all_procedures]
-- USER_PROCEDURES.
CREATE OR REPLACE VIEW xinyi.user_procedures AS SELECT object_name, procedure_name, object_type FROM xinyi.all_procedures WHERE xy_own;

--@ disabled_constraint
-- Constraints that are disabled: PostgreSQL checks every constraint that exists, so they wait here.
CREATE TABLE IF NOT EXISTS xinyi.disabled_constraint (
  relation oid NOT NULL, name text NOT NULL, definition text NOT NULL, kind text NOT NULL, PRIMARY KEY (relation, name));

--@ all_constraints [needs: dict_name, dict_relations, disabled_constraint]
-- ALL_CONSTRAINTS: with NOT NULL as check constraints SYS_C…, as Oracle has them, and the disabled ones. SEARCH_CONDITION is in PostgreSQL's words
-- but for NOT NULL.
CREATE OR REPLACE VIEW xinyi.all_constraints AS
SELECT r.owner, xinyi.dict_name(k.conname) AS constraint_name, (CASE k.contype WHEN 'f' THEN 'R' ELSE upper(k.contype::text) END)::varchar AS constraint_type,
       r.name AS table_name, CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS search_condition,
       CASE k.contype WHEN 'f' THEN p.owner END AS r_owner, xinyi.dict_name(u.conname) AS r_constraint_name,
       (CASE WHEN k.contype = 'f' THEN CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END END)::varchar AS delete_rule,
       'ENABLED'::varchar AS status, (CASE WHEN k.convalidated THEN 'VALIDATED' ELSE 'NOT VALIDATED' END)::varchar AS validated,
       CASE WHEN k.contype IN ('p', 'u') THEN xinyi.dict_name(k.conname) END AS index_name, r.is_own AS xy_own
FROM pg_catalog.pg_constraint k JOIN xinyi.dict_relations r ON r.oid = k.conrelid
LEFT JOIN xinyi.dict_relations p ON p.oid = k.confrelid
LEFT JOIN pg_catalog.pg_constraint u ON k.contype = 'f' AND u.conrelid = k.confrelid AND u.conindid = k.conindid AND u.contype IN ('p', 'u')
WHERE k.contype IN ('p', 'u', 'f', 'c')
UNION ALL
SELECT r.owner, 'SYS_C' || r.oid || '_' || a.attnum, 'C', r.name, '"' || xinyi.dict_name(a.attname) || '" IS NOT NULL', NULL, NULL, NULL, 'ENABLED', 'VALIDATED', NULL, r.is_own
FROM pg_catalog.pg_attribute a JOIN xinyi.dict_relations r ON r.oid = a.attrelid
WHERE r.kind IN ('r', 'p') AND a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY (k.conkey))
UNION ALL
SELECT r.owner, xinyi.dict_name(d.name), d.kind, r.name, NULL, NULL, NULL, NULL, 'DISABLED', 'NOT VALIDATED', NULL, r.is_own
FROM xinyi.disabled_constraint d JOIN xinyi.dict_relations r ON r.oid = d.relation;

--@ user_constraints [needs: all_constraints]
-- USER_CONSTRAINTS.
CREATE OR REPLACE VIEW xinyi.user_constraints AS
SELECT owner, constraint_name, constraint_type, table_name, search_condition, r_owner, r_constraint_name, delete_rule, status, validated, index_name
FROM xinyi.all_constraints WHERE xy_own;

--@ all_cons_columns [needs: dict_name, dict_relations]
-- ALL_CONS_COLUMNS: POSITION is given for keys only.
CREATE OR REPLACE VIEW xinyi.all_cons_columns AS
SELECT r.owner, xinyi.dict_name(k.conname) AS constraint_name, r.name AS table_name, xinyi.dict_name(a.attname) AS column_name,
       CASE WHEN k.contype <> 'c' THEN o.position::numeric END AS position, r.is_own AS xy_own
FROM pg_catalog.pg_constraint k JOIN xinyi.dict_relations r ON r.oid = k.conrelid
CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS o(attnum, position)
JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.attnum
WHERE k.contype IN ('p', 'u', 'f', 'c')
UNION ALL
SELECT r.owner, 'SYS_C' || r.oid || '_' || a.attnum, r.name, xinyi.dict_name(a.attname), NULL, r.is_own
FROM pg_catalog.pg_attribute a JOIN xinyi.dict_relations r ON r.oid = a.attrelid
WHERE r.kind IN ('r', 'p') AND a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY (k.conkey));

--@ user_cons_columns [needs: all_cons_columns]
-- USER_CONS_COLUMNS.
CREATE OR REPLACE VIEW xinyi.user_cons_columns AS
SELECT owner, constraint_name, table_name, column_name, position FROM xinyi.all_cons_columns WHERE xy_own;

--@ all_indexes [needs: dict_relations]
-- ALL_INDEXES: the indexes of keys too.
CREATE OR REPLACE VIEW xinyi.all_indexes AS
SELECT r.owner, r.name AS index_name, (CASE WHEN x.indexprs IS NULL THEN 'NORMAL' ELSE 'FUNCTION-BASED NORMAL' END)::varchar AS index_type,
       t.owner AS table_owner, t.name AS table_name, (CASE WHEN x.indisunique THEN 'UNIQUE' ELSE 'NONUNIQUE' END)::varchar AS uniqueness,
       'VALID'::varchar AS status, r.is_own AS xy_own
FROM pg_catalog.pg_index x JOIN xinyi.dict_relations r ON r.oid = x.indexrelid JOIN xinyi.dict_relations t ON t.oid = x.indrelid;

--@ user_indexes [needs: all_indexes]
-- USER_INDEXES.
CREATE OR REPLACE VIEW xinyi.user_indexes AS
SELECT index_name, index_type, table_owner, table_name, uniqueness, status FROM xinyi.all_indexes WHERE xy_own;

--@ all_ind_columns [needs: dict_name, dict_relations]
-- ALL_IND_COLUMNS: an expression has a name of the system's, as in Oracle.
CREATE OR REPLACE VIEW xinyi.all_ind_columns AS
SELECT r.owner AS index_owner, r.name AS index_name, t.owner AS table_owner, t.name AS table_name,
       coalesce(xinyi.dict_name(a.attname), 'SYS_NC' || pg_catalog.lpad(o.position::text, 5, '0') || '$')::varchar AS column_name,
       o.position::numeric AS column_position,
       (CASE WHEN x.indoption[o.position::integer - 1] & 1 = 1 THEN 'DESC' ELSE 'ASC' END)::varchar AS descend, r.is_own AS xy_own
FROM pg_catalog.pg_index x JOIN xinyi.dict_relations r ON r.oid = x.indexrelid JOIN xinyi.dict_relations t ON t.oid = x.indrelid
CROSS JOIN LATERAL unnest(x.indkey::smallint[]) WITH ORDINALITY AS o(attnum, position)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = o.attnum AND o.attnum > 0
WHERE o.position <= x.indnkeyatts;

--@ user_ind_columns [needs: all_ind_columns]
-- USER_IND_COLUMNS.
CREATE OR REPLACE VIEW xinyi.user_ind_columns AS
SELECT index_name, table_name, column_name, column_position, descend FROM xinyi.all_ind_columns WHERE xy_own;

--@ all_sequences [needs: dict_relations]
-- ALL_SEQUENCES: LAST_NUMBER is the number that comes next, as Oracle has it for NOCACHE.
CREATE OR REPLACE VIEW xinyi.all_sequences AS
SELECT r.owner AS sequence_owner, r.name AS sequence_name, s.seqmin::numeric AS min_value, s.seqmax::numeric AS max_value,
       s.seqincrement::numeric AS increment_by, (CASE WHEN s.seqcycle THEN 'Y' ELSE 'N' END)::varchar AS cycle_flag, 'N'::varchar AS order_flag,
       (CASE s.seqcache WHEN 1 THEN 0 ELSE s.seqcache END)::numeric AS cache_size,
       coalesce(pg_sequence_last_value(r.oid::regclass) + s.seqincrement, s.seqstart)::numeric AS last_number, r.is_own AS xy_own
FROM pg_catalog.pg_sequence s JOIN xinyi.dict_relations r ON r.oid = s.seqrelid;

--@ user_sequences [needs: all_sequences]
-- USER_SEQUENCES.
CREATE OR REPLACE VIEW xinyi.user_sequences AS
SELECT sequence_name, min_value, max_value, increment_by, cycle_flag, order_flag, cache_size, last_number FROM xinyi.all_sequences WHERE xy_own;

--@ all_views [needs: dict_relations]
-- ALL_VIEWS: TEXT is in PostgreSQL's words.
CREATE OR REPLACE VIEW xinyi.all_views AS
SELECT owner, name AS view_name, pg_catalog.length(pg_get_viewdef(oid))::numeric AS text_length, pg_get_viewdef(oid) AS text, is_own AS xy_own
FROM xinyi.dict_relations WHERE kind = 'v';

--@ user_views [needs: all_views]
-- USER_VIEWS.
CREATE OR REPLACE VIEW xinyi.user_views AS SELECT view_name, text_length, text FROM xinyi.all_views WHERE xy_own;

--@ all_mviews [needs: dict_relations]
-- ALL_MVIEWS.
CREATE OR REPLACE VIEW xinyi.all_mviews AS SELECT owner, name AS mview_name, is_own AS xy_own FROM xinyi.dict_relations WHERE kind = 'm';

--@ user_mviews [needs: all_mviews]
-- USER_MVIEWS.
CREATE OR REPLACE VIEW xinyi.user_mviews AS SELECT owner, mview_name FROM xinyi.all_mviews WHERE xy_own;

--@ all_triggers [needs: dict_triggers]
-- ALL_TRIGGERS.
CREATE OR REPLACE VIEW xinyi.all_triggers AS
SELECT owner, name AS trigger_name,
       ((CASE WHEN bits & 64 <> 0 THEN 'INSTEAD OF' WHEN bits & 2 <> 0 THEN 'BEFORE' ELSE 'AFTER' END) ||
        (CASE WHEN bits & 64 <> 0 THEN '' WHEN bits & 1 <> 0 THEN ' EACH ROW' ELSE ' STATEMENT' END))::varchar AS trigger_type,
       concat_ws(' OR ', CASE WHEN bits & 4 <> 0 THEN 'INSERT' END, CASE WHEN bits & 16 <> 0 THEN 'UPDATE' END,
                 CASE WHEN bits & 8 <> 0 THEN 'DELETE' END)::varchar AS triggering_event,
       owner AS table_owner, table_name, (CASE enabled WHEN 'D' THEN 'DISABLED' ELSE 'ENABLED' END)::varchar AS status, is_own AS xy_own
FROM xinyi.dict_triggers;

--@ user_triggers [needs: all_triggers]
-- USER_TRIGGERS.
CREATE OR REPLACE VIEW xinyi.user_triggers AS
SELECT trigger_name, trigger_type, triggering_event, table_owner, table_name, status FROM xinyi.all_triggers WHERE xy_own;

--@ all_users
-- ALL_USERS: the roles that may log in.
CREATE OR REPLACE VIEW xinyi.all_users AS
SELECT upper(rolname::text)::varchar AS username, oid::bigint::numeric AS user_id FROM pg_catalog.pg_roles WHERE rolcanlogin;

--@ user_users [needs: all_users]
-- USER_USERS: the user who asks.
CREATE OR REPLACE VIEW xinyi.user_users AS SELECT * FROM xinyi.all_users WHERE username = upper(current_user::text);

--@ all_tab_partitions [needs: dict_name, dict_relations]
-- ALL_TAB_PARTITIONS: partitions are tables named table_partition.
CREATE OR REPLACE VIEW xinyi.all_tab_partitions AS
SELECT r.owner AS table_owner, r.name AS table_name,
       xinyi.dict_name(CASE WHEN left(c.relname, pg_catalog.length(p.relname) + 1) = p.relname || '_' THEN pg_catalog.substr(c.relname, pg_catalog.length(p.relname) + 2)
                            ELSE c.relname END) AS partition_name,
       pg_get_expr(c.relpartbound, c.oid) AS high_value, CASE WHEN c.reltuples >= 0 THEN c.reltuples::numeric END AS num_rows, r.is_own AS xy_own
FROM xinyi.dict_relations r JOIN pg_catalog.pg_class p ON p.oid = r.oid JOIN pg_catalog.pg_inherits i ON i.inhparent = r.oid
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
WHERE r.kind = 'p';

--@ user_tab_partitions [needs: all_tab_partitions]
-- USER_TAB_PARTITIONS.
CREATE OR REPLACE VIEW xinyi.user_tab_partitions AS
SELECT table_name, partition_name, high_value, num_rows FROM xinyi.all_tab_partitions WHERE xy_own;

--@ constraint_of [needs: disabled_constraint]
-- Name of the table's constraint that the words mean: PRIMARY KEY, UNIQUE (a, b), or an identifier. NULL when there is none, enabled or disabled.
CREATE OR REPLACE FUNCTION xinyi.constraint_of(relation regclass, words text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  by_columns boolean := words LIKE 'UNIQUE (%';
  by_name text := CASE WHEN words = 'PRIMARY KEY' OR words LIKE 'UNIQUE (%' THEN NULL ELSE (parse_ident(words, false))[1] END;
BEGIN
  words := replace(words, '"', ''); -- PostgreSQL quotes more names than we do
  RETURN coalesce(
    (SELECT k.conname::text FROM pg_catalog.pg_constraint k
     WHERE k.conrelid = relation AND CASE WHEN by_name IS NOT NULL THEN k.conname = by_name
                                          WHEN by_columns THEN k.contype = 'u' AND replace(pg_get_constraintdef(k.oid), '"', '') = words ELSE k.contype = 'p' END LIMIT 1),
    (SELECT d.name FROM xinyi.disabled_constraint d
     WHERE d.relation = constraint_of.relation AND CASE WHEN by_name IS NOT NULL THEN d.name = by_name
                                                        WHEN by_columns THEN replace(d.definition, '"', '') = words ELSE d.kind = 'P' END LIMIT 1),
    -- a unique key that stands as an index, since only so it compares NULLs as Oracle does
    (SELECT c.relname::text FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = relation AND i.indisunique
       AND CASE WHEN by_name IS NOT NULL THEN c.relname = by_name
                ELSE by_columns AND strpos(replace(pg_get_indexdef(c.oid), '"', ''), pg_catalog.substr(words, 8) || ' NULLS NOT DISTINCT') > 0 END LIMIT 1));
END $$;

--@ disable_constraint [needs: disabled_constraint, constraint_of, raise_ora]
-- ALTER TABLE … DISABLE CONSTRAINT: the constraint is dropped and its text kept. A key that a foreign key needs is refused (ORA-02297), or with
-- CASCADE the foreign key is disabled too.
CREATE OR REPLACE PROCEDURE xinyi.disable_constraint(relation regclass, words text, cascading boolean DEFAULT false)
LANGUAGE plpgsql AS $$
DECLARE
  con text := xinyi.constraint_of(relation, words);
  k record;
  f record;
BEGIN
  IF con IS NULL THEN
    PERFORM xinyi.raise_ora(2431, 'cannot disable constraint (' || words || ') - no such constraint');
  END IF;
  SELECT oid, conindid, upper(CASE contype WHEN 'f' THEN 'r' ELSE contype END) AS kind, pg_get_constraintdef(oid) AS definition INTO k
  FROM pg_catalog.pg_constraint WHERE conrelid = relation AND conname = con;
  IF FOUND THEN
    FOR f IN SELECT conrelid::regclass AS child, conname::text AS name FROM pg_catalog.pg_constraint
             WHERE contype = 'f' AND confrelid = relation AND conindid = k.conindid AND conparentid = 0 LOOP
      IF NOT cascading THEN
        PERFORM xinyi.raise_ora(2297, 'cannot disable constraint (' || con || ') - dependencies exist');
      END IF;
      CALL xinyi.disable_constraint(f.child, f.name);
    END LOOP;
    INSERT INTO xinyi.disabled_constraint VALUES (relation, con, k.definition, k.kind);
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', relation, con);
  ELSIF NOT EXISTS (SELECT FROM xinyi.disabled_constraint d WHERE d.relation = disable_constraint.relation AND d.name = con) THEN
    -- a unique key that stands as an index
    INSERT INTO xinyi.disabled_constraint
    SELECT relation, con, pg_get_indexdef(i.indexrelid), 'U' FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid = relation AND c.relname = con;
    EXECUTE format('DROP INDEX %s', (SELECT i.indexrelid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                                     WHERE i.indrelid = relation AND c.relname = con));
  END IF;
END $$;

--@ enable_constraint [needs: disabled_constraint, constraint_of, raise_ora]
-- ALTER TABLE … ENABLE [NOVALIDATE] CONSTRAINT: rows that break it raise ORA-02293, 02298, 02299 or 02437; with NOVALIDATE the rows that are there
-- are not looked at (keys always are: their index must be unique).
CREATE OR REPLACE PROCEDURE xinyi.enable_constraint(relation regclass, words text, validating boolean DEFAULT true)
LANGUAGE plpgsql AS $$
DECLARE
  con text := xinyi.constraint_of(relation, words);
  d record;
  n integer;
BEGIN
  IF con IS NULL THEN
    PERFORM xinyi.raise_ora(2430, 'cannot enable constraint (' || words || ') - no such constraint');
  END IF;
  DELETE FROM xinyi.disabled_constraint c WHERE c.relation = enable_constraint.relation AND c.name = con
  RETURNING c.definition, c.kind INTO d;
  IF d.definition IS NULL THEN
    IF validating AND EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = relation AND conname = con AND NOT convalidated) THEN
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', relation, con);
    END IF;
  ELSIF d.definition LIKE 'CREATE %' THEN
    EXECUTE d.definition;
  ELSE
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', relation, con, d.definition,
                   CASE WHEN NOT validating AND d.kind IN ('C', 'R') AND d.definition NOT LIKE '%NOT VALID' THEN ' NOT VALID' END);
    IF validating AND d.definition LIKE '%NOT VALID' THEN
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', relation, con);
    END IF;
  END IF;
EXCEPTION WHEN check_violation OR foreign_key_violation OR unique_violation OR not_null_violation THEN
  n := CASE SQLSTATE WHEN '23514' THEN 2293 WHEN '23503' THEN 2298 ELSE CASE WHEN d.kind = 'P' THEN 2437 ELSE 2299 END END;
  PERFORM xinyi.raise_ora(n, 'cannot validate (' || con || ')' ||
    CASE n WHEN 2293 THEN ' - check constraint violated' WHEN 2298 THEN ' - parent keys not found' WHEN 2437 THEN ' - primary key violated'
           ELSE ' - duplicate keys found' END);
END $$;

--@ add_disabled_constraint [needs: disabled_constraint]
-- A constraint that is declared DISABLE: its text is kept for ENABLE.
CREATE OR REPLACE PROCEDURE xinyi.add_disabled_constraint(relation regclass, name text, definition text)
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO xinyi.disabled_constraint
  VALUES (relation, coalesce(name, 'sys_c' || relation::oid || '_' || (SELECT count(*) + 1 FROM xinyi.disabled_constraint d WHERE d.relation = add_disabled_constraint.relation)),
          definition, CASE left(definition, 1) WHEN 'F' THEN 'R' ELSE left(definition, 1) END);
END $$;

--@ drop_constraint [needs: disabled_constraint, constraint_of, raise_ora]
-- ALTER TABLE … DROP CONSTRAINT, DROP PRIMARY KEY, DROP UNIQUE (…): enabled, disabled, or standing as a unique index.
CREATE OR REPLACE PROCEDURE xinyi.drop_constraint(relation regclass, words text, cascading boolean DEFAULT false)
LANGUAGE plpgsql AS $$
DECLARE
  con text := xinyi.constraint_of(relation, words);
BEGIN
  IF con IS NULL THEN
    PERFORM xinyi.raise_ora(CASE WHEN words = 'PRIMARY KEY' THEN 2441 WHEN words LIKE 'UNIQUE (%' THEN 2442 ELSE 2443 END,
      'Cannot drop ' || CASE WHEN words = 'PRIMARY KEY' THEN 'nonexistent primary key' WHEN words LIKE 'UNIQUE (%' THEN 'nonexistent unique key'
                             ELSE 'constraint  - nonexistent constraint' END);
  END IF;
  DELETE FROM xinyi.disabled_constraint d WHERE d.relation = drop_constraint.relation AND d.name = con;
  IF FOUND THEN
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = relation AND conname = con) THEN
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I%s', relation, con, CASE WHEN cascading THEN ' CASCADE' END);
  ELSE
    EXECUTE format('DROP INDEX %s', (SELECT i.indexrelid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                                     WHERE i.indrelid = relation AND c.relname = con));
  END IF;
EXCEPTION WHEN dependent_objects_still_exist THEN
  PERFORM xinyi.raise_ora(2273, 'this unique/primary key is referenced by some foreign keys');
END $$;

--@ no_row_movement [needs: raise_ora]
-- Trigger of a partitioned table without ENABLE ROW MOVEMENT: a change of the key that belongs in another partition raises ORA-14402.
CREATE OR REPLACE FUNCTION xinyi.no_row_movement() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  stays boolean;
BEGIN
  EXECUTE format('SELECT %s FROM (SELECT ($1).*) AS r', coalesce(pg_get_partition_constraintdef(TG_RELID), 'true')) INTO stays USING NEW;
  IF NOT coalesce(stays, true) THEN
    PERFORM xinyi.raise_ora(14402, 'updating partition key column would cause a partition change');
  END IF;
  RETURN NEW;
END $$;

--@ row_movement
-- ALTER TABLE … ENABLE or DISABLE ROW MOVEMENT: the trigger no_row_movement off or on; nothing for a table without partitions.
CREATE OR REPLACE PROCEDURE xinyi.row_movement(relation regclass, allowed boolean)
LANGUAGE plpgsql AS $$
DECLARE
  trigger_name name := (SELECT t.tgname FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
                        WHERE t.tgrelid = relation AND p.proname = 'no_row_movement');
BEGIN
  IF trigger_name IS NOT NULL THEN
    EXECUTE format('ALTER TABLE %s %s TRIGGER %I', relation, CASE WHEN allowed THEN 'DISABLE' ELSE 'ENABLE' END, trigger_name);
  END IF;
END $$;

--@ partition_bounds
-- Bounds of a partition as PostgreSQL writes them: what stands between FROM ( and ), TO ( and ), IN ( and ); all NULL for DEFAULT.
CREATE OR REPLACE FUNCTION xinyi.partition_bounds(part regclass, OUT parent regclass, OUT lower text, OUT upper text, OUT list text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  bound text := (SELECT pg_get_expr(relpartbound, oid) FROM pg_catalog.pg_class WHERE oid = part);
  cut integer;
BEGIN
  parent := (SELECT inhparent::regclass FROM pg_catalog.pg_inherits WHERE inhrelid = part);
  IF bound LIKE 'FOR VALUES FROM (%' THEN
    cut := pg_catalog.length(bound) - strpos(pg_catalog.reverse(bound), pg_catalog.reverse(') TO (')) - 4;
    lower := pg_catalog.substr(bound, 18, cut - 18);
    upper := pg_catalog.substr(bound, cut + 6, pg_catalog.length(bound) - cut - 6);
  ELSIF bound LIKE 'FOR VALUES IN (%' THEN
    list := pg_catalog.substr(bound, 16, pg_catalog.length(bound) - 16);
  END IF;
END $$;

--@ last_partition [needs: partition_bounds]
-- The range partition with the highest bound, NULL when there is none: the one that no other begins where it ends.
CREATE OR REPLACE FUNCTION xinyi.last_partition(relation regclass) RETURNS regclass
LANGUAGE sql STABLE AS $$
  SELECT i.inhrelid::regclass FROM pg_catalog.pg_inherits i CROSS JOIN LATERAL xinyi.partition_bounds(i.inhrelid::regclass) AS b
  WHERE i.inhparent = $1 AND b.upper IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits n CROSS JOIN LATERAL xinyi.partition_bounds(n.inhrelid::regclass) AS c
                    WHERE n.inhparent = $1 AND c.lower = b.upper)
  LIMIT 1
$$;

--@ add_range_partition [needs: last_partition, partition_bounds, raise_ora]
-- ALTER TABLE … ADD PARTITION name VALUES LESS THAN (bound): above the last one, else ORA-14074.
CREATE OR REPLACE PROCEDURE xinyi.add_range_partition(relation regclass, part text, bound text)
LANGUAGE plpgsql AS $$
DECLARE
  low text := (SELECT upper FROM xinyi.partition_bounds(xinyi.last_partition(relation)));
BEGIN
  IF low IS NULL THEN
    low := pg_catalog.rtrim(repeat('MINVALUE, ', (SELECT partnatts FROM pg_catalog.pg_partitioned_table WHERE partrelid = relation)), ', ');
  END IF;
  EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (%s)', part, relation, low, bound);
EXCEPTION WHEN invalid_object_definition THEN
  PERFORM xinyi.raise_ora(14074, 'partition bound must collate higher than that of the last partition');
END $$;

--@ drop_partition [needs: partition_bounds]
-- ALTER TABLE … DROP PARTITION: of a range, the next partition takes over the values of the one that is gone.
CREATE OR REPLACE PROCEDURE xinyi.drop_partition(part regclass)
LANGUAGE plpgsql AS $$
DECLARE
  gone record;
  next record;
BEGIN
  SELECT * INTO gone FROM xinyi.partition_bounds(part);
  EXECUTE format('DROP TABLE %s', part);
  IF gone.upper IS NULL THEN
    RETURN;
  END IF;
  SELECT i.inhrelid::regclass AS part, b.upper INTO next
  FROM pg_catalog.pg_inherits i CROSS JOIN LATERAL xinyi.partition_bounds(i.inhrelid::regclass) AS b
  WHERE i.inhparent = gone.parent AND b.lower = gone.upper;
  IF FOUND THEN
    EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', gone.parent, next.part);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)', gone.parent, next.part, gone.lower, next.upper);
  END IF;
END $$;

--@ split_partition [needs: partition_bounds]
-- ALTER TABLE … SPLIT PARTITION part AT (bound) or VALUES (list) INTO (first, second).
CREATE OR REPLACE PROCEDURE xinyi.split_partition(part regclass, bound text, first text, second text)
LANGUAGE plpgsql AS $$
DECLARE
  b record;
  rest text;
BEGIN
  SELECT * INTO b FROM xinyi.partition_bounds(part);
  EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', b.parent, part);
  EXECUTE format('ALTER TABLE %s RENAME TO xy_split', part);
  IF b.upper IS NOT NULL THEN
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (%s)', first, b.parent, b.lower, bound);
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (%s)', second, b.parent, bound, b.upper);
  ELSE
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES IN (%s)', first, b.parent, bound);
    IF b.list IS NOT NULL THEN
      EXECUTE format('SELECT string_agg(quote_nullable(v), '', '') FROM unnest(ARRAY[%s]::text[]) AS v WHERE v <> ALL (ARRAY[%s]::text[])', b.list, bound) INTO rest;
    END IF;
    EXECUTE format('CREATE TABLE %s PARTITION OF %s %s', second, b.parent, CASE WHEN rest IS NULL THEN 'DEFAULT' ELSE 'FOR VALUES IN (' || rest || ')' END);
  END IF;
  EXECUTE format('INSERT INTO %s SELECT * FROM %s', b.parent, part);
  EXECUTE format('DROP TABLE %s', part);
END $$;

--@ merge_partitions [needs: partition_bounds]
-- ALTER TABLE … MERGE PARTITIONS one, other INTO PARTITION merged: neighbours of a range, or two lists.
CREATE OR REPLACE PROCEDURE xinyi.merge_partitions(one regclass, other regclass, merged text)
LANGUAGE plpgsql AS $$
DECLARE
  a record;
  b record;
BEGIN
  SELECT * INTO a FROM xinyi.partition_bounds(one);
  SELECT * INTO b FROM xinyi.partition_bounds(other);
  IF a.lower = b.upper THEN
    CALL xinyi.merge_partitions(other, one, merged);
    RETURN;
  END IF;
  EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', a.parent, one);
  EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', a.parent, other);
  EXECUTE format('ALTER TABLE %s RENAME TO xy_merge_1', one);
  EXECUTE format('ALTER TABLE %s RENAME TO xy_merge_2', other);
  EXECUTE format('CREATE TABLE %s PARTITION OF %s %s', merged, a.parent,
    CASE WHEN a.upper IS NOT NULL THEN 'FOR VALUES FROM (' || a.lower || ') TO (' || b.upper || ')'
         WHEN a.list IS NULL OR b.list IS NULL THEN 'DEFAULT' ELSE 'FOR VALUES IN (' || a.list || ', ' || b.list || ')' END);
  EXECUTE format('INSERT INTO %s SELECT * FROM %s UNION ALL SELECT * FROM %s', a.parent, one, other);
  EXECUTE format('DROP TABLE %s, %s', one, other);
END $$;

--@ exchange_partition
-- ALTER TABLE … EXCHANGE PARTITION part WITH TABLE relation: the two tables change places and names.
CREATE OR REPLACE PROCEDURE xinyi.exchange_partition(part regclass, relation regclass)
LANGUAGE plpgsql AS $$
DECLARE
  parent regclass := (SELECT inhparent::regclass FROM pg_catalog.pg_inherits WHERE inhrelid = part);
  bound text := (SELECT pg_get_expr(relpartbound, oid) FROM pg_catalog.pg_class WHERE oid = part);
  part_name text := (SELECT relname FROM pg_catalog.pg_class WHERE oid = part);
  table_name text := (SELECT relname FROM pg_catalog.pg_class WHERE oid = relation);
BEGIN
  EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', parent, part);
  EXECUTE format('ALTER TABLE %s RENAME TO xy_exchange', relation);
  EXECUTE format('ALTER TABLE %s RENAME TO %I', part, table_name);
  EXECUTE format('ALTER TABLE %s RENAME TO %I', relation, part_name);
  EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s %s', parent, relation, bound);
END $$;

--@ list_partition_values [needs: partition_bounds]
-- ALTER TABLE … MODIFY PARTITION part ADD VALUES (list).
CREATE OR REPLACE PROCEDURE xinyi.list_partition_values(part regclass, added text)
LANGUAGE plpgsql AS $$
DECLARE
  b record;
BEGIN
  SELECT * INTO b FROM xinyi.partition_bounds(part);
  EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', b.parent, part);
  EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES IN (%s, %s)', b.parent, part, b.list, added);
END $$;

--@ refresh_mview [needs: raise_ora]
-- DBMS_MVIEW.REFRESH('A, B', method …): every view of the list is made anew; the method and the other arguments only say how Oracle does it.
CREATE OR REPLACE PROCEDURE xinyi.refresh_mview(list text, method text DEFAULT NULL)
LANGUAGE plpgsql AS $$
DECLARE
  name text;
  relation regclass;
BEGIN
  FOREACH name IN ARRAY string_to_array(list, ',') LOOP
    name := btrim(name);
    relation := to_regclass(name);
    IF relation IS NULL OR NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = relation AND relkind = 'm') THEN
      PERFORM xinyi.raise_ora(23401, 'materialized view "' || upper(name) || '" does not exist');
    END IF;
    EXECUTE format('REFRESH MATERIALIZED VIEW %s', relation);
  END LOOP;
END $$;

--@ refresh_on_commit
-- Trigger function of the tables of a materialized view REFRESH ON COMMIT (its argument): the view is made anew once, at the end of the transaction.
CREATE OR REPLACE FUNCTION xinyi.refresh_on_commit() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  mark text := 'xinyi.refreshed_' || md5(TG_ARGV[0]);
  now_done text := txid_current()::text;
BEGIN
  IF current_setting(mark, true) IS DISTINCT FROM now_done THEN
    PERFORM set_config(mark, now_done, true);
    EXECUTE 'REFRESH MATERIALIZED VIEW ' || TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;

--@ xml_spaces
-- Namespaces as xpath() wants them, from 'xmlns:p="uri" xmlns:q="uri"'.
CREATE OR REPLACE FUNCTION xinyi.xml_spaces(spaces text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(ARRAY[m[1], m[3]]), ARRAY[]::text[]) FROM regexp_matches(coalesce($1, ''), 'xmlns:(\w+)=(["''])(.*?)\2', 'g') AS m
$$;

--@ xml_nodes [needs: xml_spaces]
-- The nodes at a path, in order: XMLSEQUENCE(EXTRACT(x, path)). x may be a fragment with several roots.
CREATE OR REPLACE FUNCTION xinyi.xml_nodes(x xml, path text, spaces text DEFAULT NULL) RETURNS SETOF xml
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF x IS NULL OR x::text = '' THEN
    RETURN;
  ELSIF x IS DOCUMENT THEN
    RETURN QUERY SELECT unnest(xpath(path, x, xinyi.xml_spaces(spaces)));
  ELSE
    RETURN QUERY SELECT unnest(xpath('/xy_root' || CASE WHEN left(path, 1) = '/' THEN path ELSE '/' || path END,
                                     ('<xy_root>' || x::text || '</xy_root>')::xml, xinyi.xml_spaces(spaces)));
  END IF;
END $$;

--@ xml_extract [needs: xml_nodes]
-- EXTRACT(x, path), x.extract(path): the nodes one after another, NULL when there are none.
CREATE OR REPLACE FUNCTION xinyi.xml_extract(x xml, path text, spaces text DEFAULT NULL) RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(n::text, '' ORDER BY i)::xml FROM xinyi.xml_nodes($1, $2, $3) WITH ORDINALITY AS r(n, i)
$$;

--@ xml_exists [needs: xml_nodes]
-- EXISTSNODE(x, path): 1 or 0.
CREATE OR REPLACE FUNCTION xinyi.xml_exists(x xml, path text, spaces text DEFAULT NULL) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM xinyi.xml_nodes($1, $2, $3)) THEN 1 ELSE 0 END
$$;

--@ xml_plain
-- Text of a node without marks and entities: of an attribute or text its value, of an element all text in it.
CREATE OR REPLACE FUNCTION xinyi.xml_plain(node xml) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT v FROM XMLTABLE('/xy' PASSING (('<xy>' || $1::text || '</xy>')::xml) COLUMNS v text PATH 'string(.)')
$$;

--@ xml_text [needs: xml_nodes, xml_plain]
-- XMLCAST(XMLQUERY(path PASSING x)): the text of all nodes at the path, NULL when there are none.
CREATE OR REPLACE FUNCTION xinyi.xml_text(x xml, path text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(string_agg(xinyi.xml_plain(n), '' ORDER BY i), '')
  FROM xinyi.xml_nodes($1, CASE $2 WHEN '.' THEN '/*' ELSE $2 END) WITH ORDINALITY AS r(n, i)
$$;

--@ xml_value [needs: xml_nodes, xml_plain, raise_ora]
-- EXTRACTVALUE(x, path): the text of the one node at the path; NULL when there is none or it is empty, ORA-19025 for several, ORA-19026 for one
-- that holds elements.
CREATE OR REPLACE FUNCTION xinyi.xml_value(x xml, path text, spaces text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  nodes xml[] := ARRAY(SELECT xinyi.xml_nodes(x, path, spaces));
BEGIN
  IF cardinality(nodes) > 1 THEN
    PERFORM xinyi.raise_ora(19025, 'EXTRACTVALUE returns value of only one node');
  ELSIF xpath_exists('/xy/*/*', ('<xy>' || nodes[1]::text || '</xy>')::xml) THEN
    PERFORM xinyi.raise_ora(19026, 'EXTRACTVALUE can only retrieve value of leaf node');
  END IF;
  RETURN nullif(xinyi.xml_plain(nodes[1]), '');
END $$;

--@ stashed_view
-- Views that stand aside while what they read is changed or made anew.
CREATE TABLE IF NOT EXISTS xinyi.stashed_view (
  name text PRIMARY KEY, position integer NOT NULL, definition text NOT NULL, extras text[] NOT NULL);

--@ views_away [needs: stashed_view]
-- Takes the views over a table or view away, with those over them: their text, options, comments, privileges and triggers are kept.
CREATE OR REPLACE PROCEDURE xinyi.views_away(object text)
LANGUAGE plpgsql AS $$
DECLARE
  v record;
BEGIN
  FOR v IN
    WITH RECURSIVE over AS (
      SELECT to_regclass(object)::oid AS relation, 0 AS depth
      UNION ALL
      SELECT r.ev_class, o.depth + 1 FROM over o
      JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = o.relation AND d.classid = 'pg_catalog.pg_rewrite'::regclass
      JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid AND r.ev_class <> o.relation
      JOIN pg_catalog.pg_class c ON c.oid = r.ev_class AND c.relkind = 'v'
    )
    SELECT relation, max(depth) AS depth, relation::regclass::text AS name FROM over WHERE depth > 0 GROUP BY relation ORDER BY max(depth) DESC
  LOOP
    INSERT INTO xinyi.stashed_view
    SELECT v.name, v.depth,
      'CREATE VIEW ' || v.name || coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') || ' AS ' || pg_get_viewdef(c.oid),
      ARRAY(SELECT format('COMMENT ON %s IS %L', CASE d.objsubid WHEN 0 THEN 'VIEW ' || v.name ELSE 'COLUMN ' || v.name || '.' || quote_ident(a.attname) END, d.description)
            FROM pg_catalog.pg_description d LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
            WHERE d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = c.oid)
      || ARRAY(SELECT pg_get_triggerdef(t.oid) FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)
      || ARRAY(SELECT format('GRANT %s ON %s TO %s%s', g.privilege_type, v.name, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END,
                             CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)
               FROM aclexplode(c.relacl) AS g WHERE g.grantee <> c.relowner)
    FROM pg_catalog.pg_class c WHERE c.oid = v.relation;
    EXECUTE 'DROP VIEW ' || v.name;
  END LOOP;
END $$;

--@ views_back [needs: stashed_view]
-- Puts the views back that views_away took; one that does not fit any more stays aside, as Oracle's stays invalid.
CREATE OR REPLACE PROCEDURE xinyi.views_back()
LANGUAGE plpgsql AS $$
DECLARE
  v record;
  extra text;
BEGIN
  FOR v IN SELECT * FROM xinyi.stashed_view ORDER BY position, name LOOP
    BEGIN
      EXECUTE v.definition;
      FOREACH extra IN ARRAY v.extras LOOP
        EXECUTE extra;
      END LOOP;
      DELETE FROM xinyi.stashed_view s WHERE s.name = v.name;
    EXCEPTION WHEN undefined_table OR undefined_column OR undefined_function OR datatype_mismatch THEN
      CONTINUE;
    END;
  END LOOP;
END $$;

--@ validate_number [needs: to_number]
-- VALIDATE_CONVERSION(t AS NUMBER [, fmt [, nls]]): 1 when the text is a number or NULL, else 0.
CREATE OR REPLACE FUNCTION xinyi.validate_number(t text, fmt text DEFAULT NULL, nls text DEFAULT NULL) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF fmt IS NULL THEN
    PERFORM xinyi.to_number(t);
  ELSE
    PERFORM xinyi.to_number(t, fmt, nls);
  END IF;
  RETURN 1;
EXCEPTION WHEN OTHERS THEN
  RETURN 0;
END $$;

--@ validate_date [needs: to_date]
-- VALIDATE_CONVERSION(t AS DATE, fmt [, nls]): 1 when the text is a date of that format or NULL, else 0.
CREATE OR REPLACE FUNCTION xinyi.validate_date(t text, fmt text, nls text DEFAULT NULL) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  PERFORM xinyi.to_date(t, fmt, nls);
  RETURN 1;
EXCEPTION WHEN OTHERS THEN
  RETURN 0;
END $$;

--@ json_value
-- JSON_VALUE(doc, path): the scalar at the path as text, NULL for none, for several, for an object or array, and for text that is no JSON (NULL ON ERROR).
CREATE OR REPLACE FUNCTION xinyi.json_value(doc text, path text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  items jsonb;
BEGIN
  items := jsonb_path_query_array(doc::jsonb, path::jsonpath);
  IF jsonb_array_length(items) <> 1 OR jsonb_typeof(items -> 0) IN ('object', 'array') THEN
    RETURN NULL;
  END IF;
  RETURN nullif(items ->> 0, '');
EXCEPTION WHEN data_exception OR syntax_error THEN
  RETURN NULL;
END $$;

--@ json_compact
-- A JSON value without blanks between its parts, keys in their order.
CREATE OR REPLACE FUNCTION xinyi.json_compact(doc json) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF json_typeof(doc) = 'object' THEN
    RETURN concat('{', (SELECT string_agg(to_json(e.key)::text || ':' || xinyi.json_compact(e.value), ',' ORDER BY e.n)
                          FROM json_each(doc) WITH ORDINALITY AS e(key, value, n)), '}');
  ELSIF json_typeof(doc) = 'array' THEN
    RETURN concat('[', (SELECT string_agg(xinyi.json_compact(e.value), ',' ORDER BY e.n)
                          FROM json_array_elements(doc) WITH ORDINALITY AS e(value, n)), ']');
  END IF;
  RETURN btrim(doc::text, E' \t\r\n');
END $$;

--@ json_query [needs: json_compact]
-- JSON_QUERY(doc, path): the object or array at the path as text, NULL for a scalar, for none and for text that is no JSON. A path of names and
-- subscripts keeps the keys in their order; others go through jsonb, which sorts them.
CREATE OR REPLACE FUNCTION xinyi.json_query(doc text, path text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  items jsonb;
  item json;
BEGIN
  IF path ~ '^\$(\.[A-Za-z_][A-Za-z0-9_]*|\[[0-9]+\])*$' THEN
    item := doc::json #> (SELECT coalesce(array_agg(coalesce(m[1], m[2])), '{}') FROM regexp_matches(path, '\.([A-Za-z0-9_]+)|\[([0-9]+)\]', 'g') AS m);
    RETURN CASE WHEN json_typeof(item) IN ('object', 'array') THEN xinyi.json_compact(item) END;
  END IF;
  items := jsonb_path_query_array(doc::jsonb, path::jsonpath);
  IF jsonb_array_length(items) <> 1 OR jsonb_typeof(items -> 0) NOT IN ('object', 'array') THEN
    RETURN NULL;
  END IF;
  RETURN xinyi.json_compact((items -> 0)::json);
EXCEPTION WHEN data_exception OR syntax_error THEN
  RETURN NULL;
END $$;

--@ json_item [needs: num_to_text]
-- A value as JSON text: text in quotes, numbers as they are (with a digit before the point), dates by ISO 8601. NULL for NULL.
CREATE OR REPLACE FUNCTION xinyi.json_item(v text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT to_json(nullif($1, ''))::text $$;
CREATE OR REPLACE FUNCTION xinyi.json_item(v char) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT to_json($1)::text $$;
CREATE OR REPLACE FUNCTION xinyi.json_item(v numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT regexp_replace(xinyi.num_to_text($1), '^(-?)\.', '\10.') $$;
CREATE OR REPLACE FUNCTION xinyi.json_item(v timestamp) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT pg_catalog.to_char($1, '"\""YYYY-MM-DD"T"HH24:MI:SS"\""') $$;
CREATE OR REPLACE FUNCTION xinyi.json_item(v boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT $1::text $$;

--@ json_object
-- JSON_OBJECT and JSON_OBJECTAGG: keys, and values as JSON text; `absent`: without those that are NULL. NULL when there are no rows.
CREATE OR REPLACE FUNCTION xinyi.json_object(keys text[], vals text[], absent boolean DEFAULT false) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT concat('{', (SELECT string_agg(concat(to_json(e.key), ':', coalesce(e.val, 'null')), ',' ORDER BY e.n)
                        FROM unnest($1, $2) WITH ORDINALITY AS e(key, val, n) WHERE e.val IS NOT NULL OR NOT $3), '}')
$$;

--@ json_array
-- JSON_ARRAY and JSON_ARRAYAGG: values as JSON text; those that are NULL are left out unless `nulls`. NULL when there are no rows.
CREATE OR REPLACE FUNCTION xinyi.json_array(vals text[], nulls boolean DEFAULT false) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT concat('[', (SELECT string_agg(coalesce(e.val, 'null'), ',' ORDER BY e.n)
                        FROM unnest($1) WITH ORDINALITY AS e(val, n) WHERE e.val IS NOT NULL OR $2), ']')
$$;

--@ json_exists
-- JSON_EXISTS(doc, path): is there something at the path? False for text that is no JSON (FALSE ON ERROR).
CREATE OR REPLACE FUNCTION xinyi.json_exists(doc text, path text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN coalesce(jsonb_path_exists(doc::jsonb, path::jsonpath), false);
EXCEPTION WHEN data_exception OR syntax_error THEN
  RETURN false;
END $$;

--@ json_items
-- The items at a path, in order, for JSON_TABLE: none for text that is no JSON (NULL ON ERROR).
CREATE OR REPLACE FUNCTION xinyi.json_items(doc text, path text) RETURNS SETOF jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN QUERY SELECT jsonb_path_query(doc::jsonb, path::jsonpath);
EXCEPTION WHEN data_exception OR syntax_error THEN
  RETURN;
END $$;

--@ is_json
-- x IS JSON; NULL for NULL.
CREATE OR REPLACE FUNCTION xinyi.is_json(t text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  PERFORM t::json;
  RETURN left(ltrim(t, E' \t\n\r'), 1) IN ('{', '[');
EXCEPTION WHEN data_exception OR syntax_error THEN
  RETURN false;
END $$;

--@ identity_insert
-- For the row trigger of a table whose column is GENERATED ALWAYS AS IDENTITY: the value must be the one that the sequence has just given.
-- Anything else was written by the statement: ORA-32795.
CREATE OR REPLACE FUNCTION xinyi.identity_insert(value numeric, sequence text, column_name text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  given boolean;
BEGIN
  BEGIN
    given := value IS DISTINCT FROM currval(sequence);
  EXCEPTION WHEN object_not_in_prerequisite_state THEN
    given := true; -- no number was taken in this session
  END;
  IF given THEN
    RAISE generated_always USING MESSAGE = format('cannot insert a non-DEFAULT value into column "%s"', column_name);
  END IF;
END $$;

--@ identity_update
-- Statement trigger BEFORE UPDATE OF a column that is GENERATED ALWAYS AS IDENTITY: ORA-32796.
CREATE OR REPLACE FUNCTION xinyi.identity_update() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE generated_always USING MESSAGE = format('column "%s" can only be updated to DEFAULT', TG_ARGV[0]);
END $$;
