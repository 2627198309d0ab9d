-- Five functions that PostgreSQL refuses: a variable without a type, scalars used as cursors and rows, a name that is not declared.
CREATE FUNCTION f() RETURNS int AS $$
DECLARE v integer; c integer; r record; x ;
BEGIN OPEN c; SELECT 1 INTO v.x; END $$ LANGUAGE plpgsql;
CREATE FUNCTION f() RETURNS int AS $$
DECLARE v integer; c integer;
BEGIN OPEN c; RETURN 1; END $$ LANGUAGE plpgsql;
CREATE FUNCTION f() RETURNS int AS $$
DECLARE v integer; c integer;
BEGIN SELECT 1 INTO v.x; RETURN 1; END $$ LANGUAGE plpgsql;
CREATE FUNCTION f() RETURNS int AS $$
DECLARE v integer; c integer;
BEGIN SELECT 1 INTO w.x; RETURN 1; END $$ LANGUAGE plpgsql;
CREATE FUNCTION f() RETURNS int AS $$
DECLARE v integer; c integer;
BEGIN FOR i IN c LOOP NULL; END LOOP; END $$ LANGUAGE plpgsql;
