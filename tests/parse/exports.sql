prompt PL/SQL Developer Export Tables for user HIS@ORCL
set feedback off
set define off
spool his.log

prompt
prompt Creating table FEE's items
prompt ==========================
prompt
create table FEE
(
  id NUMBER not null
)
;

prompt Disabling triggers for FEE...
alter table FEE disable all triggers;
insert into FEE (id)
values (1);
commit;
prompt 1 records loaded

prompt Creating package K
create or replace package k is
  procedure a;
end k;
create or replace package body k is
  procedure a is begin null; end;
end k;
/
-- CONNECT HIS
-- new object type path: SCHEMA_EXPORT/TABLE/INDEX/INDEX
-- CONNECT SCOTT
CREATE UNIQUE INDEX "SCOTT"."PK" ON "SCOTT"."FEE" ("ID")
  PCTFREE 10 INITRANS 2 MAXTRANS 255
  TABLESPACE "USERS" PARALLEL 1 ;

  ALTER INDEX "SCOTT"."PK" NOPARALLEL;
DECLARE I_N VARCHAR2(60);
BEGIN
  I_N := 'PK';
END;
/ 
set feedback on
prompt Done
