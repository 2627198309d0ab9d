BEGIN
  audit_log.note('x');
END;
/
