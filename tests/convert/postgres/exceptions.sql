CREATE OR REPLACE PROCEDURE check_age(p_age NUMBER) IS
  e_young EXCEPTION;
  e_parent EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_parent, -2291);
BEGIN
  IF p_age < 6 THEN
    RAISE e_young;
  END IF;
  RAISE_APPLICATION_ERROR(-20010, 'too old');
EXCEPTION
  WHEN e_young THEN
    NULL;
  WHEN e_parent OR NO_DATA_FOUND THEN
    RAISE;
END check_age;
/
