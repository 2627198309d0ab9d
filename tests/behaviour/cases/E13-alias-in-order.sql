-- trap: E13
-- oracle: aliases of the select list are known inside expressions of ORDER BY
SET SERVEROUTPUT ON
CREATE TABLE 收费 (编号 NUMBER(4), 金额 NUMBER(8,2), 备注 VARCHAR2(20));
INSERT INTO 收费 VALUES (1, 30, 'b');
INSERT INTO 收费 VALUES (2, NULL, 'a');
INSERT INTO 收费 VALUES (3, 10, NULL);
DECLARE
  CURSOR c IS
    SELECT 编号 AS 序, 金额 * 2 /* 加倍 */ AS 两倍 FROM 收费 ORDER BY -序;
BEGIN
  FOR r IN c LOOP
    DBMS_OUTPUT.PUT_LINE(r.序 || ' ' || r.两倍);
  END LOOP;
  FOR r IN (SELECT 备注 || '-' 文, 金额 + 1 n FROM 收费 ORDER BY NVL(n, 20) DESC, UPPER(文)) LOOP
    DBMS_OUTPUT.PUT_LINE(r.文 || r.n);
  END LOOP;
  FOR r IN (SELECT DISTINCT 编号 - 2 d FROM 收费 ORDER BY d) LOOP
    DBMS_OUTPUT.PUT_LINE(r.d);
  END LOOP;
END;
/
