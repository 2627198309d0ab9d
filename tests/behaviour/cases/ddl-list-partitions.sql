-- trap: G03
-- oracle: list partitions: DEFAULT is split off, values are added, rows move only with ENABLE ROW MOVEMENT
SET SERVEROUTPUT ON
CREATE TABLE parcel (id NUMBER(6), zone VARCHAR2(5), kg NUMBER(4))
PARTITION BY LIST (zone)
( PARTITION p_n VALUES ('N', 'NE') TABLESPACE users,
  PARTITION p_s VALUES ('S'),
  PARTITION p_rest VALUES (DEFAULT)
) ENABLE ROW MOVEMENT;
INSERT INTO parcel VALUES (1, 'N', 5);
INSERT INTO parcel VALUES (2, 'W', 6);
INSERT INTO parcel VALUES (3, NULL, 7);
INSERT INTO parcel VALUES (4, 'E', 8);
ALTER TABLE parcel SPLIT PARTITION p_rest VALUES ('W', 'NW') INTO (PARTITION p_w, PARTITION p_rest);
ALTER TABLE parcel MODIFY PARTITION p_s ADD VALUES ('SE', 'SW');
DECLARE
  v_part VARCHAR2(30) := 'P_S';
  n NUMBER;
BEGIN
  SELECT COUNT(*) INTO n FROM parcel PARTITION (p_w);
  DBMS_OUTPUT.PUT_LINE('west ' || n);
  SELECT COUNT(*) INTO n FROM parcel PARTITION (p_rest) x WHERE x.zone IS NULL OR x.zone = 'E';
  DBMS_OUTPUT.PUT_LINE('rest ' || n);
  INSERT INTO parcel VALUES (5, 'SW', 9);
  UPDATE parcel SET zone = 'S', kg = kg + 1 WHERE id = 1;
  SELECT SUM(kg) INTO n FROM parcel PARTITION (p_s);
  DBMS_OUTPUT.PUT_LINE('south kg ' || n);
  EXECUTE IMMEDIATE 'ALTER TABLE parcel TRUNCATE PARTITION ' || v_part || ' DROP STORAGE';
  SELECT COUNT(*) INTO n FROM parcel;
  DBMS_OUTPUT.PUT_LINE('left ' || n);
  EXECUTE IMMEDIATE 'ALTER TABLE parcel MERGE PARTITIONS p_n, p_w INTO PARTITION p_nw UPDATE INDEXES';
  SELECT COUNT(*) INTO n FROM parcel PARTITION (p_nw);
  DBMS_OUTPUT.PUT_LINE('north and west ' || n);
  EXECUTE IMMEDIATE 'ALTER TABLE parcel DROP PARTITION p_nw';
  INSERT INTO parcel VALUES (6, 'N', 1);
  SELECT COUNT(*) INTO n FROM parcel PARTITION (p_rest);
  DBMS_OUTPUT.PUT_LINE('rest ' || n);
END;
/
ALTER TABLE parcel MOVE PARTITION p_rest TABLESPACE users;
