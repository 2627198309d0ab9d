-- trap: F27
-- oracle: hand-derived
create or replace package 费用包 as
  g_次数 number := 0;
  function 折扣(p in number, p_率 in number default 0.9) return number;
  procedure 结算(p_id in number, p_总 out number, p_消息 in out varchar2);
end;
/
create or replace package body 费用包 as
  -- 私有
  type t_tab is table of varchar2(10);
  function 折扣(p in number, p_率 in number default 0.9) return number is
  begin
    return round(p * p_率, 1);
  end;
  procedure 结算(p_id in number, p_总 out number, p_消息 in out varchar2) is
    t t_tab := t_tab('甲', '乙', '丙');
    procedure 记(x varchar2) is begin p_消息 := p_消息 || x; g_次数 := g_次数 + 1; end;
  begin
    t.delete(2);
    for i in t.first .. t.last loop
      if t.exists(i) then 记(t(i)); end if;
    end loop;
    if p_id < 0 then raise_application_error(-20010, '负数' || p_id); end if;
    p_总 := 折扣(p_率 => 0.5, p => p_id);
  end;
end;
/
set serveroutput on
declare
  v number; m varchar2(20) := '-';
begin
  费用包.结算(3, v, m);
  dbms_output.put_line(v || m || 费用包.g_次数 || ' ' || 费用包.折扣(10));
  begin
    费用包.结算(-1, v, m);
  exception when others then dbms_output.put_line(sqlerrm || '|' || v || m || 费用包.g_次数);
  end;
  if m = '' then dbms_output.put_line('空'); else dbms_output.put_line('非空'); end if;
  <<outer>>
  for i in reverse 1..3 loop
    for j in 1..3 loop continue outer when j = 2; dbms_output.put_line(i || j); end loop;
  end loop;
end;
/
