-- trap: C01, C02, C03, C04, C05
-- oracle: ages from MONTHS_BETWEEN, TRUNC of differences, text from date parts, month-ends
SET SERVEROUTPUT ON
CREATE TABLE baby (id NUMBER(3), born DATE, seen DATE);
INSERT INTO baby VALUES (1, TO_DATE('2024-01-31 08:30', 'YYYY-MM-DD HH24:MI'), TO_DATE('2024-02-29 07:30', 'YYYY-MM-DD HH24:MI'));
INSERT INTO baby VALUES (2, TO_DATE('20231231235959', 'YYYYMMDDHH24MISS'), TO_DATE('20240101000000', 'YYYYMMDDHH24MISS'));
INSERT INTO baby VALUES (3, DATE '2020-02-29', DATE '2024-02-28');
CREATE OR REPLACE FUNCTION age_text(p_born DATE, p_at DATE) RETURN VARCHAR2 IS
  v_m NUMBER := MONTHS_BETWEEN(p_at, p_born);
  v_d NUMBER;
BEGIN
  IF p_at - p_born < 1 THEN
    RETURN TRUNC((p_at - p_born) * 24 * 60 * 60) || '秒';
  ELSIF v_m < 1 THEN
    RETURN FLOOR(p_at - p_born) || '天';
  ELSIF v_m < 12 THEN
    RETURN TRUNC(v_m) || '月';
  END IF;
  v_d := TRUNC(p_at) - ADD_MONTHS(TRUNC(p_born), TRUNC(v_m));
  RETURN TRUNC(v_m / 12) || '岁' || MOD(TRUNC(v_m), 12) || '月' || v_d || '天';
END;
/
DECLARE
  v_d DATE := TO_DATE('2024-02-29 13:45:10', 'YYYY-MM-DD HH24:MI:SS');
BEGIN
  FOR r IN (SELECT id, age_text(born, seen) AS a, ROUND(seen - born, 4) AS diff, ROUND(MONTHS_BETWEEN(seen, born), 4) mb FROM baby ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.a || ' ' || r.diff || ' ' || r.mb);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(v_d, 'DAY') || '|' || TO_CHAR(v_d, 'fmDay, DD Month YYYY') || '|' || TO_CHAR(v_d, 'Dy DD-MON-RR HH:MI AM'));
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(v_d, 'Q WW IW DDD D J SSSSS') || '|' || TO_CHAR(v_d, 'CC YYY Y,YYY'));
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(v_d, 'YYYY"年"MM"月"DD"日" HH24"时"') || '|' || TO_CHAR(v_d, 'FMMM/DD/YY') || '|' || TO_CHAR(v_d, 'DDTH DDSP Ddspth'));
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(ADD_MONTHS(v_d, 12), 'YYYY-MM-DD HH24:MI:SS') || ' ' || TO_CHAR(ADD_MONTHS(v_d, -1.9), 'YYYY-MM-DD') || ' ' || TO_CHAR(LAST_DAY(ADD_MONTHS(v_d, 1)), 'MM-DD HH24'));
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(TRUNC(v_d, 'HH24') + 90/1440, 'HH24:MI:SS') || ' ' || TO_CHAR(TRUNC(v_d, 'Q') - 1, 'MM-DD') || ' ' || TO_CHAR(ROUND(v_d), 'MM-DD') || ' ' || TO_CHAR(ROUND(v_d, 'YYYY'), 'YYYY-MM-DD'));
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(NEXT_DAY(v_d, 'THURSDAY'), 'YYYY-MM-DD HH24:MI') || ' ' || TO_CHAR(NEXT_DAY(TRUNC(v_d, 'MM') - 1, 'MON'), 'YYYY-MM-DD'));
  IF v_d BETWEEN DATE '2024-02-28' AND DATE '2024-02-29' THEN
    DBMS_OUTPUT.PUT_LINE('in');
  ELSE
    DBMS_OUTPUT.PUT_LINE('out');
  END IF;
  DBMS_OUTPUT.PUT_LINE(TO_NUMBER(TO_CHAR(v_d, 'HH24')) + 1 || ' ' || (TRUNC(v_d + 1) - TRUNC(v_d, 'YEAR')) || ' ' || EXTRACT(DAY FROM v_d) / 2);
  DBMS_OUTPUT.PUT_LINE(CASE TO_CHAR(v_d, 'D') WHEN '5' THEN 'thu' ELSE 'other' END || ' ' || TO_CHAR(TO_DATE('2024060', 'YYYYDDD'), 'MM-DD'));
END;
/
