AUDIT /* who
  looks */ SELECT ON fee;
CREATE MATERIALIZED VIEW LOG ON fee -- log
 WITH /* by
row */ ROWID;
CREATE TYPE amounts AS
  /*
  What is paid
  */
  TABLE OF NUMBER
/
SELECT 1 FROM dual;
