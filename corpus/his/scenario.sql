REM ==========================================================================
REM  信诚医院信息系统 XCHIS   演示脚本：2024 年 3 月 18 日的门诊
REM  先执行 install.sql。只用 DBMS_OUTPUT 输出，结果应与 scenario.expected 完全一致
REM ==========================================================================
SET DEFINE OFF
SET FEEDBACK OFF
SET LINESIZE 200
SET SERVEROUTPUT ON SIZE UNLIMITED FORMAT WRAPPED

-- 1. 科室
BEGIN
  dbms_output.put_line('== 1 科室');
  pkg_report.print_dept_tree;
  FOR r IN (SELECT full_path, root_name FROM v_dept_tree WHERE is_leaf = 1 AND full_path LIKE '%/住院部/%' ORDER BY row_no) LOOP
    dbms_output.put_line(r.full_path || ' @' || r.root_name);
  END LOOP;
  pkg_report.print_dept_tree(2011);
END;
/

-- 2. 建档、挂号、叫号
DECLARE
  c_日   CONSTANT DATE := TO_DATE('2024-03-18', 'YYYY-MM-DD');
  n_患者 patient.patient_id%TYPE;
  r_患者 patient%ROWTYPE;
  n_号   NUMBER;
  v_姓名 VARCHAR2(60);
  cur    pkg_reg.t_queue_cur;
  v_年龄 VARCHAR2(30);
  v_医生 doctor.doc_name%TYPE;

  -- 挂一个号并打印结果，失败时打印原因
  PROCEDURE 挂号(患者_In NUMBER, 科室_In NUMBER, 医生_In NUMBER, 时分_In VARCHAR2) IS
    n_挂号id reg_record.reg_id%TYPE;
    n_排队号 reg_record.queue_no%TYPE;
  BEGIN
    pkg_reg.register(患者id_In   => 患者_In,
                     科室id_In   => 科室_In,
                     医生id_In   => 医生_In,
                     挂号时间_In => TO_DATE('2024-03-18 ' || 时分_In, 'YYYY-MM-DD HH24:MI'),
                     挂号id_Out  => n_挂号id,
                     排队号_Out  => n_排队号);
    dbms_output.put_line('挂号 ' || n_挂号id || ' 排队 ' || n_排队号 || ' 待收 ' || pkg_fee.unpaid(n_挂号id));
  EXCEPTION
    WHEN pkg_reg.e_号满 THEN
      dbms_output.put_line('号满：' || f_错误文本(SQLERRM));
    WHEN OTHERS THEN
      dbms_output.put_line('挂号失败 ' || SQLCODE || '：' || f_错误文本(SQLERRM));
  END 挂号;
BEGIN
  dbms_output.put_line('== 2 挂号');
  -- 身份证录错一位
  BEGIN
    pkg_reg.new_patient('钱多多', DATE '2016-09-18', '医保', '990000201609180040', NULL, n_患者);
    dbms_output.put_line('不应到这里');
  EXCEPTION
    WHEN OTHERS THEN
      dbms_output.put_line('建档失败 ' || SQLCODE || '：' || f_错误文本(SQLERRM));
  END;
  pkg_reg.new_patient(姓名_In     => ' 钱多多 ',
                      出生日期_In => DATE '2016-09-18',
                      身份证_In   => '990000201609180049',
                      费别_In     => '医保',
                      患者id_Out  => n_患者);
  SELECT * INTO r_患者 FROM patient WHERE patient_id = n_患者;
  dbms_output.put_line('建档 ' || n_患者 || ' ' || r_患者.card_no || ' [' || r_患者.pat_name || '] ' || r_患者.sex || ' '
                       || f_age(r_患者.birth_date, c_日) || ' 电话' || NVL(r_患者.phone, '无'));

  挂号(1001, 101, 1, '08:05');
  挂号(1002, 101, NULL, '08:10');
  挂号(1003, 103, 4, '08:12');
  挂号(n_患者, 102, 3, '08:20');
  挂号(1004, 102, 3, '08:31');
  挂号(1001, 101, 2, '08:40');
  挂号(9999, 101, NULL, '08:45');
  挂号(1004, 301, NULL, '08:50');
  挂号(1004, 101, 2, '09:00');

  -- 内科叫两个号，中医科没有人
  FOR i IN 1 .. 2 LOOP
    pkg_reg.call_next(101, c_日, n_号, v_姓名);
    dbms_output.put_line('请 ' || n_号 || ' 号 ' || v_姓名 || ' 到内科就诊');
  END LOOP;
  pkg_reg.call_next(科室id_In => 104, 日期_In => c_日, 排队号_Out => n_号, 姓名_Out => v_姓名);
  IF n_号 IS NULL THEN
    dbms_output.put_line('中医科无候诊患者' || v_姓名);
  END IF;
  pkg_reg.finish(5001);
  pkg_reg.print_queue(c_日);

  pkg_reg.open_queue(102, c_日, cur);
  LOOP
    FETCH cur INTO n_号, v_姓名, v_年龄, v_医生;
    EXIT WHEN cur%NOTFOUND;
    dbms_output.put_line('外科 ' || n_号 || ' ' || v_姓名 || ' ' || v_年龄 || ' ' || v_医生);
  END LOOP;
  CLOSE cur;
END;
/
COMMIT;

-- 3. 开医嘱
DECLARE
  d_时间 DATE := TO_DATE('2024-03-18 09:30:00', 'YYYY-MM-DD HH24:MI:SS');
  n_医嘱 doctor_order.order_id%TYPE;
  n_成功 NUMBER;
  n_失败 NUMBER;
  v_说明 VARCHAR2(200);
BEGIN
  dbms_output.put_line('== 3 医嘱');
  n_医嘱 := pkg_order.add_order(5001, 'XY001', 7, '口服，每日三次，每次两粒', d_时间);
  n_医嘱 := pkg_order.add_order(5001, 'JC001', p_time => d_时间);
  n_医嘱 := pkg_order.add_order(5002, 'XY002', 2, '疼痛时口服', d_时间 + 5 / 1440);
  n_医嘱 := pkg_order.add_order(5002, 'ZC001', 6, '开水冲服', d_时间 + 5 / 1440);
  n_医嘱 := pkg_order.add_order(p_reg_id => 5003, p_item => 'XY003', p_time => d_时间 + 10 / 1440);
  n_医嘱 := pkg_order.add_order(p_reg_id => 5003, p_item => 'ZL001', p_time => d_时间 + 10 / 1440);
  n_医嘱 := pkg_order.add_order(5004, 'JC002', p_time => d_时间 + INTERVAL '15' MINUTE);
  n_医嘱 := pkg_order.add_order(5004, 'XY001', 30, NULL, d_时间 + INTERVAL '15' MINUTE);
  dbms_output.put_line('最后医嘱 ' || n_医嘱);
  dbms_output.put_line('最后医嘱 ' || pkg_order.add_order(5005, 'JC002', p_time => d_时间));

  BEGIN
    n_医嘱 := pkg_order.add_order(5001, 'XY009');
  EXCEPTION
    WHEN OTHERS THEN
      dbms_output.put_line('医嘱错误 ' || SQLCODE || '：' || f_错误文本(SQLERRM));
  END;
  BEGIN
    n_医嘱 := pkg_order.add_order(4999, 'JC001');
  EXCEPTION
    WHEN OTHERS THEN
      dbms_output.put_line('医嘱错误 ' || SQLCODE || '：' || f_错误文本(SQLERRM));
  END;

  FOR r IN (SELECT reg_id FROM reg_record ORDER BY reg_id) LOOP
    dbms_output.put_line(r.reg_id || ' 待收 ' || pkg_fee.unpaid(r.reg_id));
  END LOOP;

  -- 未收费不能发药；改为作废
  pkg_pharmacy.dispense_reg(5004, d_时间, n_成功, n_失败);
  dbms_output.put_line('成功 ' || n_成功 || ' 失败 ' || n_失败);
  pkg_order.cancel_order(7008, '药房只剩 25 盒，改院外购药');
  SELECT SUBSTR(remark, 1, 50) INTO v_说明 FROM doctor_order WHERE order_id = 7008;
  dbms_output.put_line(v_说明 || ' 待收 ' || pkg_fee.unpaid(5004));

  BEGIN
    UPDATE 收费明细 SET 数量 = 1 WHERE 医嘱id = 7008;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE = -20206 THEN
        dbms_output.put_line('不能修改：' || f_错误文本(SQLERRM));
      ELSE
        RAISE;
      END IF;
  END;
END;
/
COMMIT;

-- 4. 结算
DECLARE
  n_结帐 结算记录.结帐id%TYPE;
  n_找零 NUMBER;
  e_无费用 EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_无费用, -20204);
BEGIN
  dbms_output.put_line('== 4 结算');
  pkg_fee.结算(5001, '现金', 100, TO_DATE('2024-03-18 10:05', 'YYYY-MM-DD HH24:MI'), n_结帐, n_找零);
  dbms_output.put_line('结帐 ' || n_结帐 || ' 找零 ' || n_找零);
  BEGIN
    pkg_fee.结算(5002, '现金', 100, TO_DATE('2024-03-18 10:08', 'YYYY-MM-DD HH24:MI'), n_结帐, n_找零);
  EXCEPTION
    WHEN pkg_fee.e_金额不足 THEN
      dbms_output.put_line('金额不足：' || f_错误文本(SQLERRM));
  END;
  pkg_fee.结算(5002, 收款_In => 150, 结算时间_In => TO_DATE('2024-03-18 10:09', 'YYYY-MM-DD HH24:MI'),
             结帐id_Out => n_结帐, 找零_Out => n_找零);
  dbms_output.put_line('结帐 ' || n_结帐 || ' 找零 ' || n_找零);
  pkg_fee.结算(挂号id_In => 5003, 结算方式_In => '微信', 结算时间_In => TO_DATE('2024-03-18 10:15', 'YYYY-MM-DD HH24:MI'),
             结帐id_Out => n_结帐, 找零_Out => n_找零);
  dbms_output.put_line('结帐 ' || n_结帐 || ' 找零 ' || n_找零);
  pkg_fee.结算(挂号id_In => 5004, 结算方式_In => '医保卡', 结算时间_In => TO_DATE('2024-03-18 10:20', 'YYYY-MM-DD HH24:MI'),
             结帐id_Out => n_结帐, 找零_Out => n_找零);
  dbms_output.put_line('结帐 ' || n_结帐 || ' 找零 ' || n_找零);
  pkg_fee.结算(5005, '现金', 12, TO_DATE('2024-03-18 10:22', 'YYYY-MM-DD HH24:MI'), n_结帐, n_找零);
  dbms_output.put_line('结帐 ' || n_结帐 || ' 找零 ' || n_找零);
  BEGIN
    pkg_fee.结算(5001, '现金', 100, TO_DATE('2024-03-18 10:30', 'YYYY-MM-DD HH24:MI'), n_结帐, n_找零);
  EXCEPTION
    WHEN e_无费用 THEN
      dbms_output.put_line('重复结算：' || f_错误文本(SQLERRM));
  END;

  pkg_fee.print_bill(9001);
  pkg_fee.print_bill(9003);
  pkg_fee.print_bill(p_settle_id => 9999);
  dbms_output.put_line('本班结算 ' || pkg_fee.settle_count || ' 笔 ' || pkg_fee.settle_total || ' 元');
  dbms_output.put_line(f_金额大写(10005.5) || ' ' || f_金额大写(-0.07) || ' ' || f_金额大写(0));
END;
/
COMMIT;

-- 5. 发药、退费、入库
DECLARE
  TYPE t_Id IS TABLE OF NUMBER INDEX BY PLS_INTEGER;
  a_挂号 t_Id;
  n_成功 NUMBER;
  n_失败 NUMBER;
  n_明细 收费明细.明细id%TYPE;
  d_时间 DATE := TO_DATE('2024-03-18 10:40', 'YYYY-MM-DD HH24:MI');
BEGIN
  dbms_output.put_line('== 5 药房');
  SELECT reg_id BULK COLLECT INTO a_挂号
    FROM reg_record
   WHERE reg_date = TRUNC(d_时间) AND dept_id IN (101, 103)
   ORDER BY reg_id;
  FOR i IN 1 .. a_挂号.COUNT LOOP
    pkg_pharmacy.dispense_reg(a_挂号(i), d_时间, n_成功, n_失败);
    dbms_output.put_line('挂号 ' || a_挂号(i) || ' 成功 ' || n_成功 || ' 失败 ' || n_失败);
  END LOOP;

  -- 缺药的退费
  SELECT f.明细id INTO n_明细
    FROM 收费明细 f, doctor_order o
   WHERE f.医嘱id = o.order_id AND o.order_status = pkg_order.c_缺药 AND f.记录状态 = pkg_fee.c_已收费;
  dbms_output.put_line('退明细 ' || n_明细 || '，应退 ' || pkg_fee.refund(n_明细, TO_DATE('2024-03-18 11:00', 'YYYY-MM-DD HH24:MI')));
  BEGIN
    dbms_output.put_line(pkg_fee.refund(n_明细, SYSDATE));
  EXCEPTION
    WHEN OTHERS THEN
      dbms_output.put_line('退费失败 ' || SQLCODE || '：' || f_错误文本(SQLERRM));
  END;
  pkg_fee.print_bill(9006);
  dbms_output.put_line('本班结算 ' || pkg_fee.settle_count || ' 笔 ' || pkg_fee.settle_total || ' 元');

  pkg_pharmacy.stock_in('ZC001', 'F2403', TO_DATE('2025-10-31', 'YYYY-MM-DD'), 50, 11.2);
  pkg_pharmacy.stock_in('ZC001', 'F2402', TO_DATE('2025-08-31', 'YYYY-MM-DD'), 10);
  FOR r IN (SELECT * FROM v_drug_stock ORDER BY item_code) LOOP
    dbms_output.put_line(r.item_code || ' ' || r.item_name || ' ' || r.qty || r.unit || ' ' || r.lot_count || '批 ['
                         || NVL(r.lots, '无') || '] ' || NVL(TO_CHAR(r.first_expiry, 'YYYYMMDD'), '-'));
  END LOOP;
  dbms_output.put_line('阿莫西林可用 ' || pkg_pharmacy.stock_qty('XY001', d_时间));
  pkg_pharmacy.print_expiring(d_时间);

  FOR r IN (SELECT * FROM v_dispense_trace ORDER BY dispense_id) LOOP
    dbms_output.put_line(r.dispense_id || ' ' || r.pat_name || ' ' || r.item_name || ' ' || r.lot_no || ' ' || r.qty
                         || ' 累计 ' || r.run_qty || ' 成本 ' || r.cost_amt);
  END LOOP;
END;
/
COMMIT;

-- 6. 收住院
DECLARE
  v_床号 bed.bed_no%TYPE;
  d_时间 DATE := TO_DATE('2024-03-18 14:00', 'YYYY-MM-DD HH24:MI');
BEGIN
  dbms_output.put_line('== 6 床位');
  pkg_order.admit(1001, 1, d_时间, v_床号);
  dbms_output.put_line('1001 住 ' || v_床号 || ' 床');
  pkg_order.admit(1003, 1, d_时间, v_床号);
  dbms_output.put_line('1003 住 ' || v_床号 || ' 床');
  BEGIN
    pkg_order.admit(1005, 1, d_时间, v_床号);
  EXCEPTION
    WHEN OTHERS THEN
      dbms_output.put_line(SQLCODE || ' ' || f_错误文本(SQLERRM));
  END;
  FOR r IN (SELECT * FROM v_bed_status ORDER BY ward_id, bed_no) LOOP
    dbms_output.put_line(r.ward_name || r.bed_no || ' ' || r.bed_status || ' ' || NVL(r.pat_name, '-') || ' ' || r.day_price || ' 余 ' || r.free_beds);
  END LOOP;
END;
/
COMMIT;

-- 7. 查询、报表
DECLARE
  TYPE t_费用 IS TABLE OF v_fee_class%ROWTYPE;
  a_费用 t_费用;
BEGIN
  dbms_output.put_line('== 7 报表');
  pkg_report.print_patients(2, 2);
  pkg_report.print_patients(p_page => 3, p_size => 2);
  pkg_report.print_patients(1, p_key => '铁');

  SELECT * BULK COLLECT INTO a_费用 FROM v_fee_class ORDER BY reg_id;
  FOR i IN 1 .. a_费用.COUNT LOOP
    dbms_output.put_line(a_费用(i).reg_id || ' 挂号 ' || a_费用(i).reg_amt || ' 药 ' || a_费用(i).drug_amt || ' 检 ' || a_费用(i).exam_amt
                         || ' 其他 ' || a_费用(i).other_amt || ' 计 ' || a_费用(i).total_amt);
  END LOOP;

  FOR r IN (SELECT d.dept_name, LISTAGG(p.pat_name, '、') WITHIN GROUP (ORDER BY r.queue_no) names
              FROM 科室 d, reg_record r, patient p
             WHERE d.dept_id = r.dept_id AND r.patient_id = p.patient_id
             GROUP BY d.dept_code, d.dept_name
             ORDER BY d.dept_code)
  LOOP
    dbms_output.put_line(r.dept_name || '：' || r.names);
  END LOOP;

  pkg_report.print_workload;
  pkg_report.print_top('医保', 1);
  pkg_report.print_top('医保', 5);
  dbms_output.put_line('挂号 ' || pkg_report.count_of('reg_record') || ' 作废明细 ' || pkg_report.count_of('收费明细', '记录状态 = 2')
                       || ' 空批次 ' || pkg_report.count_of(p_where => 'qty = 0', p_table => 'drug_lot'));
END;
/

-- 8. 日结，执行两次
DECLARE
  n_行 NUMBER;
BEGIN
  dbms_output.put_line('== 8 日结');
  FOR i IN 1 .. 2 LOOP
    pkg_report.day_close(TO_DATE('2024-03-18 17:30', 'YYYY-MM-DD HH24:MI'), n_行);
    dbms_output.put_line('第 ' || i || ' 次日结 ' || n_行 || ' 行');
  END LOOP;
  FOR r IN (SELECT * FROM daily_summary WHERE sum_date = DATE '2024-03-18' ORDER BY dept_id) LOOP
    dbms_output.put_line(r.dept_id || ' ' || r.reg_count || ' 人 ' || r.fee_total || ' 自付 ' || r.self_total || ' 次数 ' || r.run_times);
  END LOOP;
  FOR r IN (SELECT sum_date,
                   SUM(fee_total) amt,
                   SUM(SUM(fee_total)) OVER (ORDER BY sum_date) run_amt,
                   SUM(fee_total) - LAG(SUM(fee_total)) OVER (ORDER BY sum_date) diff
              FROM daily_summary
             GROUP BY sum_date
             ORDER BY sum_date)
  LOOP
    dbms_output.put_line(TO_CHAR(r.sum_date, 'YYYY/MM/DD') || ' ' || r.amt || ' 累计 ' || r.run_amt || ' 环比 ' || NVL(TO_CHAR(r.diff), '-'));
  END LOOP;
END;
/

-- 9. 调价、审计
DECLARE
  n_项 NUMBER;
BEGIN
  dbms_output.put_line('== 9 调价与审计');
  pkg_report.adjust_price('中成药', 1.1, n_项);
  dbms_output.put_line('调价 ' || n_项 || ' 项');
  pkg_report.adjust_price('西药', 0.9, n_项);
  dbms_output.put_line('调价 ' || n_项 || ' 项');
  pkg_report.adjust_price('挂号', 1, n_项);
  dbms_output.put_line('调价 ' || n_项 || ' 项');
  BEGIN
    pkg_report.adjust_price('治疗', 0.25, n_项);
  EXCEPTION
    WHEN OTHERS THEN
      dbms_output.put_line(SQLCODE || ' ' || f_错误文本(SQLERRM));
  END;

  UPDATE patient SET fee_type = '医保', phone = '13900000009' WHERE patient_id = 1004;
  UPDATE patient SET allergy = '头孢' WHERE patient_id = 1002;
  dbms_output.put_line('更新 ' || SQL%ROWCOUNT || ' 行');

  FOR r IN (SELECT key_value, action, old_value, new_value FROM audit_log WHERE table_name = 'DRUG_LOT' ORDER BY key_value) LOOP
    dbms_output.put_line('库存 ' || r.key_value || ' ' || r.action || ' ' || r.old_value || '→' || r.new_value);
  END LOOP;
  FOR r IN (SELECT key_value, action, old_value, new_value FROM audit_log WHERE table_name = 'CHARGE_ITEM' ORDER BY key_value) LOOP
    dbms_output.put_line('价格 ' || r.key_value || ' ' || r.action || ' ' || r.old_value || '→' || r.new_value);
  END LOOP;
  FOR r IN (SELECT key_value, action, old_value, new_value FROM audit_log WHERE table_name = 'PATIENT' ORDER BY log_id) LOOP
    dbms_output.put_line('患者 ' || r.key_value || ' ' || r.action || ' ' || r.old_value || '→' || r.new_value);
  END LOOP;
  COMMIT;
END;
/

