CREATE OR REPLACE PROCEDURE p IS
BEGIN
  $IF DBMS_DB_VERSION.VER_LE_11_2 $THEN
    old_way;
  $ELSIF $$debug $THEN
    trace('it''s');
  $ELSE
    new_way;
  $END
END;
/
