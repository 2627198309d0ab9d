-- The owner comes as an argument: the synonym's object is the package of that name, not one called "&1.audit_log".
DEFINE owner_name = '&1'
CREATE OR REPLACE SYNONYM audit_log FOR &owner_name..audit_log;
