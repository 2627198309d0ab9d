-- trap: F08
-- oracle: OUT arguments of another type, other shapes
set serveroutput on
create or replace package pk is
  g varchar2(20);
  procedure p(a in number, b out number, c in out number, d out varchar2);
  function f(a out number) return number;
end;
/
create or replace package body pk is
  procedure p(a in number, b out number, c in out number, d out varchar2) is
  begin b := a / 4; c := c + 0.25; d := to_char(a); end;
  function f(a out number) return number is begin a := 0.5; return 7; end;
end;
/
declare
  type r is record (x varchar2(20), y number);
  z r;
  t varchar2(30) := '1.5';
  n number;
  v varchar2(10);
begin
  pk.p(1, z.x, t, z.y);
  dbms_output.put_line(z.x || ' ' || t || ' ' || z.y);
  pk.p(d => n, a => 3, b => pk.g, c => t);
  dbms_output.put_line(pk.g || ' ' || n || ' ' || t);
  n := pk.f(v);
  dbms_output.put_line(v || n);
end;
/
