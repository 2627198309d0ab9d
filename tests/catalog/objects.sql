-- The objects of objects.json as DDL.
CREATE TABLE his.patient (
  id NUMBER(10) CONSTRAINT patient_pk PRIMARY KEY,
  name VARCHAR2(40 CHAR) NOT NULL,
  code CHAR(8),
  born DATE,
  weight NUMBER,
  "备注" VARCHAR2(200),
  "Mixed" NUMBER(3) DEFAULT 1 NOT NULL,
  full_name VARCHAR2(80) GENERATED ALWAYS AS (name || code) VIRTUAL
);
CREATE TABLE his."挂号" ("编号" NUMBER(10) NOT NULL, "日期" DATE, patient_id NUMBER(10), CONSTRAINT reg_fk FOREIGN KEY (patient_id) REFERENCES his.patient (id), CONSTRAINT reg_nn CHECK ("日期" IS NOT NULL));
CREATE GLOBAL TEMPORARY TABLE his.work (id NUMBER(10), CONSTRAINT work_uq UNIQUE (id) DISABLE);
CREATE UNIQUE INDEX his.patient_code ON his.patient (code, UPPER(name));
CREATE VIEW his.patient_count AS SELECT born, COUNT(*) AS n FROM his.patient GROUP BY born;
CREATE MATERIALIZED VIEW his.patient_age (id, days) AS SELECT id, SYSDATE - born FROM his.patient;
CREATE SEQUENCE his.patient_seq INCREMENT BY 2 NOCACHE CYCLE MAXVALUE 1000;
CREATE PUBLIC SYNONYM pat FOR his.patient;
CREATE SYNONYM app.reg FOR his."挂号";
CREATE TYPE his.t_line AS OBJECT (code VARCHAR2(10), amount NUMBER(10, 2), MEMBER FUNCTION total (p_count IN NUMBER) RETURN NUMBER);
/
CREATE TYPE his.t_lines AS TABLE OF his.t_line;
/
CREATE TYPE his.t_names AS VARRAY (10) OF VARCHAR2(40);
/
CREATE FUNCTION his.age (p_born IN DATE, p_on IN DATE DEFAULT SYSDATE) RETURN NUMBER DETERMINISTIC IS LANGUAGE C NAME "x" LIBRARY "y";
/
CREATE PROCEDURE his.admit (p_id IN OUT NUMBER, p_ok OUT BOOLEAN, p_lines IN his.t_lines) IS LANGUAGE C NAME "x" LIBRARY "y";
/
CREATE PACKAGE his.fee AS
  TYPE t_rec IS RECORD (code VARCHAR2(10), amount NUMBER(10, 2));
  TYPE t_tab IS TABLE OF VARCHAR2(20) INDEX BY PLS_INTEGER;
  c_rate CONSTANT NUMBER(3, 2) := 0.15;
  g_day DATE;
  FUNCTION price (p_code VARCHAR2) RETURN NUMBER;
  FUNCTION price (p_id NUMBER, p_day DATE) RETURN DATE;
  PROCEDURE book (p_rec IN OUT t_rec, p_note VARCHAR2 DEFAULT 'x');
END;
/
CREATE PACKAGE his.tools AS
  SUBTYPE t_code IS VARCHAR2(10);
  FUNCTION half (p NUMBER) RETURN NUMBER;
END;
/
CREATE TRIGGER his.patient_bi BEFORE INSERT ON his.patient FOR EACH ROW BEGIN :NEW.id := 1; END;
/
