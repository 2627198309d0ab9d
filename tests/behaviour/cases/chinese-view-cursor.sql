-- trap: A05, F13
-- oracle: hand-derived
-- 收费汇总
create table 病人 (编号 number(6) primary key, 姓名 varchar2(20), 性别 char(2), 入院 date, 余额 number(10,2));
create table 费用 (编号 number(6), 病人编号 number(6), 项目 varchar2(20), 金额 number(10,2), 时间 date);
insert into 病人 values (1, '张三', '男', date '2024-01-31', 100);
insert into 病人 values (2, '李四', null, date '2024-02-29', null);
insert into 费用 values (1, 1, '检查', 10.5, to_date('2024-02-01 08:30','yyyy-mm-dd hh24:mi'));
insert into 费用 values (2, 1, '', 3, to_date('2024-02-02','yyyy-mm-dd'));
insert into 费用 values (3, 9, '药', 7, sysdate);
commit;
create or replace view v_汇总 as
select /* 病人 */ p.编号, nvl(p.姓名, '无名') 姓名, -- 名
       decode(f.项目, null, '空', '检查', 'J', f.项目) as 类别,
       case when f.金额 > 5 then f.金额/3 end 三分, row_number() over (partition by p.编号 order by f.时间 desc) rn
  from 病人 p, 费用 f
 where p.编号 = f.病人编号(+) and f.金额(+) > 2;
set serveroutput on
declare
  cursor c(p_min number) is
    select v.姓名 || '/' || v.类别 /* 拼 */ t, v.三分, v.rn from v_汇总 v where nvl(v.三分, 0) >= p_min or v.三分 is null order by v.编号, v.rn;
  r c%rowtype;
  n pls_integer := 0;
  type t_map is table of number index by varchar2(30);
  m t_map; k varchar2(30);
  d date;
begin
  open c(0);
  loop
    fetch c into r; exit when c%notfound; -- 取
    n := c%rowcount;
    m(r.t) := r.三分;
    dbms_output.put_line(n || ':' || r.t || '=' || r.三分 || ',' || r.rn);
  end loop;
  close c;
  k := m.first;
  while k is not null loop dbms_output.put_line('k ' || k || ' ' || m(k)); k := m.next(k); end loop;
  select add_months(入院, 1) into d from 病人 where 编号 = 2;
  dbms_output.put_line(to_char(d, 'yyyy-mm-dd') || ' ' || (d - date '2024-03-01'));
  begin
    insert into 病人 values (1, '重', null, null, 0);
  exception when dup_val_on_index then dbms_output.put_line('重复 ' || sqlcode);
  end;
  update 病人 set 余额 = 余额 + 1 where 姓名 like '张%' returning 余额 into n;
  dbms_output.put_line(n || ' ' || sql%rowcount);
  dbms_output.put_line(substr('中文字符', -2, 1) || instr('abcabc', 'c', -1) || length('') || '|' || lpad('x', 3, '*') || '|' || trunc(-2.5) || round(2.5) || mod(-7, 3));
end;
/
