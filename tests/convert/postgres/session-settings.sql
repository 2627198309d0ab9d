ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD';
-- Oracle keeps the setting when the caller rolls back: flagged.
CREATE OR REPLACE PROCEDURE use_dates IS
BEGIN
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_DATE_FORMAT = ''DD.MM.YYYY''';
END;
/
-- No table of this name: refused.
CREATE OR REPLACE TRIGGER at_logon AFTER LOGON ON DATABASE
BEGIN
  use_dates;
END;
/
