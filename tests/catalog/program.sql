-- Each statement comes out differently when the objects are not known.
SELECT p.id / 2, p.name || p.code, p.born + 1, SYSDATE - p.born, p.weight / 3, p."备注" || 'x', p."Mixed" / 2, p.full_name || 'y' FROM patient p WHERE p.code = name;
SELECT "编号" / 2, "日期" - 1 FROM "挂号" WHERE "日期" + 1 > SYSDATE;
SELECT "编号" / 2, "日期" - 1 FROM his."挂号";
SELECT 编号 / 2, 日期 - 1 FROM his.挂号;
SELECT id / 2, born - 1 FROM HIS.Patient;
SELECT id / 2, born - 1 FROM "HIS"."PATIENT";
SELECT id / 2, born - 1 FROM pat;
SELECT 编号 / 2, 日期 - 1 FROM app.reg;
SELECT n / 2, born - 1 FROM patient_count;
SELECT days / 2, id || '' FROM his.patient_age;
SELECT his.patient_seq.NEXTVAL FROM dual;
SELECT age(born) / 2, his.age(born, SYSDATE) || 'x' FROM patient;
SELECT id / 2 FROM work;
DECLARE
  l his.t_line := his.t_line('a', 1);
  ls his.t_lines := his.t_lines();
  ns his.t_names;
  r his.fee.t_rec;
  t his.fee.t_tab;
  c his.tools.t_code;
  n NUMBER := 1;
  ok BOOLEAN;
BEGIN
  l.amount := l.amount / 2;
  ls.EXTEND;
  ls(1) := l;
  ns := his.t_names('a');
  r.amount := r.amount / his.fee.c_rate;
  t(1) := t(1) || c;
  n := his.fee.price('a') || 'x';
  n := SYSDATE - his.fee.price(1, SYSDATE);
  his.fee.g_day := his.fee.g_day + 1;
  his.fee.book(r);
  his.admit(n, ok, ls);
  n := his.tools.half(1) / 2;
EXCEPTION
  WHEN OTHERS THEN NULL;
END;
/
