-- trap: E13
-- oracle: constants as keys, other shapes
set serveroutput on
create table g (部门 varchar2(10), 数 number(5,1));
insert into g values ('甲', 1.5);
insert into g values ('甲', 2.5);
insert into g values ('乙', 3);
create view vg as select 1 as k, max(数) as m from g group by /* const */ 1;
declare
  cursor c is select 'x' as 标, sum(数) s from g group by 'x', 部门 order by 2 desc;
  cursor d is with t(n, s) as (select 数, cast(部门 as varchar2(30)) from g where 部门 = '乙'
     union all select t.n / 2, t.s || '-' from t where t.n > 1) select n, s from t order by n;
  x number;
begin
  for r in c loop dbms_output.put_line(r.标 || r.s); end loop;
  for r in d loop dbms_output.put_line(r.n || r.s); end loop;
  select m into x from vg;
  dbms_output.put_line(x);
  select count(*) into x from (select 1 from g group by (1), (2) having count(*) > 1);
  dbms_output.put_line(x);
end;
/
