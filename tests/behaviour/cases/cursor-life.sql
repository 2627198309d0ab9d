-- trap: F05, F13, E12
-- oracle: cursor attributes around OPEN/FETCH/CLOSE, the variable keeps its value after the last FETCH, parameters with defaults, FOR UPDATE ... CURRENT OF, INVALID_CURSOR
SET SERVEROUTPUT ON
CREATE TABLE acct (id NUMBER(4) PRIMARY KEY, bal NUMBER(8,2), st CHAR(1) DEFAULT 'A');
INSERT INTO acct (id, bal) VALUES (1, 100);
INSERT INTO acct (id, bal) VALUES (2, -5);
INSERT INTO acct (id, bal) VALUES (3, 30);
DECLARE
  CURSOR c (p_min NUMBER := 0, p_st acct.st%TYPE DEFAULT 'A') IS
    SELECT a.id, a.bal * 2 AS dbl FROM acct a WHERE bal >= p_min AND st = p_st ORDER BY id;
  CURSOR cu IS SELECT * FROM acct WHERE bal < 50 ORDER BY id FOR UPDATE OF bal NOWAIT;
  r c%ROWTYPE;
  FUNCTION yn(b BOOLEAN) RETURN VARCHAR2 IS BEGIN RETURN CASE b WHEN TRUE THEN 'T' WHEN FALSE THEN 'F' ELSE 'N' END; END;
BEGIN
  DBMS_OUTPUT.PUT_LINE(yn(c%ISOPEN) || yn(SQL%FOUND) || yn(SQL%ISOPEN));
  OPEN c(p_st => 'A');
  DBMS_OUTPUT.PUT_LINE(yn(c%FOUND) || yn(c%NOTFOUND) || c%ROWCOUNT || yn(c%ISOPEN));
  LOOP
    FETCH c INTO r;
    UPDATE acct SET st = st WHERE id = -1;
    EXIT WHEN c%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(c%ROWCOUNT || ':' || r.id || '/' || r.dbl || yn(SQL%FOUND));
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('last ' || r.id || ' ' || c%ROWCOUNT || yn(c%FOUND));
  FETCH c INTO r;
  DBMS_OUTPUT.PUT_LINE('again ' || r.id || ' ' || c%ROWCOUNT);
  BEGIN
    OPEN c;
  EXCEPTION
    WHEN CURSOR_ALREADY_OPEN THEN DBMS_OUTPUT.PUT_LINE('already ' || SQLCODE);
  END;
  CLOSE c;
  BEGIN
    FETCH c INTO r;
  EXCEPTION
    WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('invalid ' || SQLCODE);
  END;
  FOR q IN cu LOOP
    UPDATE acct SET bal = bal + 1000, st = 'U' WHERE CURRENT OF cu;
    DBMS_OUTPUT.PUT_LINE('cur ' || q.id || ' ' || q.bal || ' ' || cu%ROWCOUNT || yn(cu%ISOPEN));
    EXIT WHEN cu%ROWCOUNT = 2;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(yn(cu%ISOPEN));
  FOR q IN c(500, 'U') LOOP
    DBMS_OUTPUT.PUT_LINE('u ' || q.dbl);
  END LOOP;
  BEGIN
    FOR q IN c LOOP
      DBMS_OUTPUT.PUT_LINE('a ' || q.id);
      FOR w IN c(q.dbl - 1) LOOP
        DBMS_OUTPUT.PUT_LINE('never');
      END LOOP;
    END LOOP;
  EXCEPTION
    WHEN CURSOR_ALREADY_OPEN THEN DBMS_OUTPUT.PUT_LINE('nested');
  END;
END;
/
