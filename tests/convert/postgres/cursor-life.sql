CREATE TABLE visit (id NUMBER);
CREATE OR REPLACE PROCEDURE archive_visits IS
  CURSOR c IS SELECT id FROM visit ORDER BY id;
  v NUMBER;
BEGIN
  OPEN c;
  LOOP
    FETCH c INTO v;
    EXIT WHEN c%NOTFOUND;
    COMMIT;
  END LOOP;
  CLOSE c;
END;
/
-- COMMIT behind CLOSE ends nothing that is open.
CREATE OR REPLACE PROCEDURE read_visits IS
  CURSOR c IS SELECT id FROM visit ORDER BY id;
  v NUMBER;
BEGIN
  OPEN c;
  FETCH c INTO v;
  CLOSE c;
  COMMIT;
END;
/
CREATE OR REPLACE PACKAGE visits AS
  CURSOR c IS SELECT id FROM visit ORDER BY id;
  PROCEDURE begin_reading;
  PROCEDURE read_one;
END;
/
CREATE OR REPLACE PACKAGE BODY visits AS
  PROCEDURE begin_reading IS
  BEGIN
    OPEN c;
  END;
  PROCEDURE read_one IS
    v NUMBER;
  BEGIN
    OPEN c;
    FETCH c INTO v;
    CLOSE c;
  END;
END;
/
