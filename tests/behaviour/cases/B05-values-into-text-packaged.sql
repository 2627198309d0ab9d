-- trap: B05
-- oracle: values stored as text, other shapes
set serveroutput on
create table 收费 (编号 number, 金额 number(6,2), 代码 char(4), 日 date);
insert into 收费 values (1, 0.5, 'ab', date '2024-02-29');
insert into 收费 values (2, -0.25, 'c', date '2024-03-01');
create or replace view 视图 as select 金额 /* amount */ as 额, 代码 as 码 from 收费 group by 金额, 代码, 1;
create or replace package 包 is
  type 行 is record (a varchar2(20), b varchar2(20));
  type 表 is table of varchar2(20);
  当前 行;
  列表 表;
  procedure 取(p in number);
end;
/
create or replace package body 包 is
  procedure 取(p in number) is
  begin
    select 金额, -- the amount
           代码 into 当前 from 收费 where 编号 = p;
    select 额 bulk collect into 列表 from 视图 where 额 > 0;
  end;
end;
/
declare
  v varchar2(30);
  w varchar2(30);
begin
  包.取(2);
  dbms_output.put_line(包.当前.a || '|' || 包.当前.b || '|' || 包.列表(1));
  select max(金额), /* c */ min(代码) into v, w from 收费;
  dbms_output.put_line(v || '|' || w || '|' || length(w));
  select (select sum(金额) from 收费), case when 1 = 1 then 金额 end into v, w from 收费 where 编号 = 1;
  dbms_output.put_line(v || '|' || w);
  select nvl(金额, 0) * 1, decode(编号, 1, 金额) into v, w from 收费 where 编号 = 1;
  dbms_output.put_line(v || '|' || w);
  with q as (select 金额 as x from 收费 where 编号 = 1) select x into v from q;
  dbms_output.put_line(v);
  select 金额 into v from (select 金额 from 收费 order by 金额) where rownum = 1;
  dbms_output.put_line(v);
  delete from 收费 where 编号 = 2 returning 金额, 代码 into 包.当前.a, w;
  dbms_output.put_line(包.当前.a || '|' || length(w));
  insert into 收费 values (3, 0.75, 'x', null) returning 金额 into v;
  dbms_output.put_line(v);
  merge into 收费 t using (select 1 n from dual) s on (t.编号 = s.n) when matched then update set 金额 = 金额 / 2;
  for r in (select 金额 from 收费 order by 编号) loop v := r.金额; dbms_output.put_line(v); end loop;
end;
/
