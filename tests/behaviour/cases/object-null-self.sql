-- trap: F27
-- oracle: a method of a NULL object raises SELF_IS_NULL (ORA-30625) in PL/SQL; an object whose attributes are all NULL is an object
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE dose_t AS OBJECT (
  mg    NUMBER,
  times NUMBER,
  MEMBER FUNCTION total RETURN NUMBER,
  MEMBER FUNCTION twice RETURN NUMBER,
  MEMBER PROCEDURE add(p_mg NUMBER)
);
/
CREATE OR REPLACE TYPE BODY dose_t AS
  MEMBER FUNCTION total RETURN NUMBER IS
  BEGIN
    RETURN NVL(mg, 0) * NVL(times, 1);
  END;
  MEMBER FUNCTION twice RETURN NUMBER IS
  BEGIN
    RETURN 2 * total;
  END;
  MEMBER PROCEDURE add(p_mg NUMBER) IS
  BEGIN
    mg := NVL(mg, 0) + p_mg;
  END;
END;
/
CREATE OR REPLACE TYPE dose_list AS TABLE OF dose_t;
/
DECLARE
  v_none  dose_t;
  v_blank dose_t := dose_t(NULL, NULL);
  v_list  dose_list := dose_list(dose_t(5, 2), NULL);
  PROCEDURE show(p_what VARCHAR2, p_dose dose_t) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE(p_what || ' ' || p_dose.total() || ' ' || p_dose.twice());
  EXCEPTION
    WHEN SELF_IS_NULL THEN DBMS_OUTPUT.PUT_LINE(p_what || ' is null ' || SQLCODE);
  END;
BEGIN
  show('none', v_none);
  show('blank', v_blank);
  show('first', v_list(1));
  show('second', v_list(2));
  BEGIN
    DBMS_OUTPUT.PUT_LINE('element ' || v_list(2).total());
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('element ' || SQLCODE);
  END;
  v_blank.add(3);
  BEGIN
    v_none.add(3);
    DBMS_OUTPUT.PUT_LINE('added');
  EXCEPTION
    WHEN SELF_IS_NULL THEN DBMS_OUTPUT.PUT_LINE('not added');
  END;
  DBMS_OUTPUT.PUT_LINE(v_blank.total() || ' ' || CASE WHEN v_none IS NULL THEN 'still null' ELSE 'object' END);
END;
/
