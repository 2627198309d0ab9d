-- Deletes an element: in the other file too, values of the type are jsonb.
CREATE OR REPLACE PROCEDURE use_codes IS
  l codes.t_list := codes.make;
BEGIN
  l.DELETE(2);
END;
/
