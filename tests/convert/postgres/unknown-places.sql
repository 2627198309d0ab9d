-- A trigger on a table of another file: the row's columns are places as they are, whatever their types.
CREATE OR REPLACE TRIGGER visit_bi BEFORE INSERT ON visit FOR EACH ROW
BEGIN
  SELECT seq_visit.NEXTVAL, 'new' INTO :NEW.visit_id, :NEW.state FROM dual;
  EXECUTE IMMEDIATE 'SELECT 1 FROM dual' INTO :NEW.step;
END;
/
-- Variables of a package of another file: said, not guessed.
CREATE OR REPLACE PROCEDURE close_visit IS
BEGIN
  SELECT 1 INTO visit_state.current_id FROM dual;
  visit_state.names(3) := 'x';
END;
/
