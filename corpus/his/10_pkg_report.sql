CREATE OR REPLACE PACKAGE pkg_report IS
/*********************************************************************
  功能：报表、日结、动态查询
  作者：何丽    2018-01-15
  修改：2022-09-15 何丽  日结可重复执行（MERGE）
        2023-05-30 周明  调价走动态 SQL，返回受影响的项目数
*********************************************************************/

  -- 任意表的行数。条件为空时不加 WHERE
  FUNCTION count_of(p_table IN VARCHAR2, p_where IN VARCHAR2 DEFAULT NULL) RETURN NUMBER;

  -- 按费用类别调价，p_rate 为倍数
  PROCEDURE adjust_price(p_class IN charge_item.fee_class%TYPE, p_rate IN NUMBER, p_rows OUT NUMBER);

  -- 患者分页查询
  PROCEDURE print_patients(p_page IN PLS_INTEGER, p_size IN PLS_INTEGER DEFAULT 10, p_key IN VARCHAR2 DEFAULT NULL);

  PROCEDURE print_dept_tree(p_root IN dept.dept_id%TYPE DEFAULT NULL);

  PROCEDURE print_workload;

  -- 日结：写 DAILY_SUMMARY，可重复执行
  PROCEDURE day_close(p_date IN DATE, p_rows OUT NUMBER);

  -- 某费别患者的消费排名（动态游标）
  PROCEDURE print_top(p_fee_type IN patient.fee_type%TYPE, p_top IN NUMBER);
END pkg_report;
/

CREATE OR REPLACE PACKAGE BODY pkg_report IS

  FUNCTION count_of(p_table IN VARCHAR2, p_where IN VARCHAR2 DEFAULT NULL) RETURN NUMBER IS
    v_sql VARCHAR2(1000);
    v_cnt NUMBER;
  BEGIN
    v_sql := 'SELECT COUNT(*) FROM ' || p_table;
    IF p_where IS NOT NULL THEN
      v_sql := v_sql || ' WHERE ' || p_where;
    END IF;
    EXECUTE IMMEDIATE v_sql INTO v_cnt;
    RETURN v_cnt;
  END count_of;

  PROCEDURE adjust_price(p_class IN charge_item.fee_class%TYPE, p_rate IN NUMBER, p_rows OUT NUMBER) IS
    v_max charge_item.price%TYPE;
  BEGIN
    IF p_rate NOT BETWEEN 0.5 AND 2 THEN
      RAISE_APPLICATION_ERROR(-20501, '调价倍数' || p_rate || '超出 0.5～2');
    END IF;
    EXECUTE IMMEDIATE 'UPDATE charge_item SET price = ROUND(price * :rate, 2) WHERE fee_class = :cls AND stop_flag = 0'
      USING p_rate, p_class;
    p_rows := SQL%ROWCOUNT;

    EXECUTE IMMEDIATE 'SELECT MAX(price) FROM charge_item WHERE fee_class = :1'
      INTO v_max USING IN p_class;
    dbms_output.put_line(p_class || '类最高价 ' || v_max);
  END adjust_price;

  PROCEDURE print_patients(p_page IN PLS_INTEGER, p_size IN PLS_INTEGER DEFAULT 10, p_key IN VARCHAR2 DEFAULT NULL) IS
  BEGIN
    FOR r IN (SELECT *
                FROM (SELECT t.*, ROWNUM rn
                        FROM (SELECT p.patient_id, p.pat_name, p.sex, p.fee_type, p.phone, v.dept_name, v.visit_count
                                FROM patient p, v_last_visit v
                               WHERE p.patient_id = v.patient_id(+)
                                 AND (p_key IS NULL OR p.pat_name LIKE '%' || p_key || '%' OR p.card_no LIKE UPPER(p_key) || '%')
                               ORDER BY p.birth_date, p.patient_id) t
                       WHERE ROWNUM <= p_page * p_size)
               WHERE rn > (p_page - 1) * p_size
               ORDER BY rn)
    LOOP
      dbms_output.put_line(r.rn || '. ' || r.patient_id || ' ' || r.pat_name || ' ' || r.sex || ' ' || r.fee_type || ' '
                           || NVL(r.phone, '无电话') || ' ' || NVL(r.dept_name, '未就诊') || ' ' || NVL(r.visit_count, 0) || '次');
    END LOOP;
  END print_patients;

  PROCEDURE print_dept_tree(p_root IN dept.dept_id%TYPE DEFAULT NULL) IS
  BEGIN
    IF p_root IS NULL THEN
      FOR r IN (SELECT lvl, show_name, is_leaf FROM v_dept_tree ORDER BY row_no) LOOP
        dbms_output.put_line(r.lvl || ' |' || r.show_name || CASE r.is_leaf WHEN 0 THEN ' +' END);
      END LOOP;
    ELSE
      -- 自下而上：某科室的全部上级
      FOR r IN (SELECT LEVEL lvl, dept_name, SYS_CONNECT_BY_PATH(dept_code, '<') code_path
                  FROM dept
                 START WITH dept_id = p_root
               CONNECT BY NOCYCLE dept_id = PRIOR parent_id
                 ORDER BY LEVEL)
      LOOP
        dbms_output.put_line(r.lvl || ' ' || r.dept_name || ' ' || r.code_path);
      END LOOP;
    END IF;
  END print_dept_tree;

  PROCEDURE print_workload IS
    v_all NUMBER := 0;
  BEGIN
    FOR r IN (SELECT * FROM v_dept_workload ORDER BY rank_no, dept_code) LOOP
      dbms_output.put_line(r.rank_no || ' ' || r.dept_name || ' 人次 ' || r.reg_count || ' 金额 ' || r.total_amt
                           || ' 占比 ' || r.pct || '% 累计 ' || r.run_amt);
      v_all := v_all + r.total_amt;
    END LOOP;
    dbms_output.put_line('门诊合计 ' || f_format_amount(v_all) || ' 平均 ' || ROUND(v_all / 4, 3));
  END print_workload;

  PROCEDURE day_close(p_date IN DATE, p_rows OUT NUMBER) IS
  BEGIN
    MERGE INTO daily_summary t
    USING (SELECT r.reg_date,
                  r.dept_id,
                  COUNT(DISTINCT r.reg_id) reg_count,
                  NVL(SUM(f.应收金额), 0) fee_total,
                  NVL(SUM(f.实收金额), 0) self_total
             FROM reg_record r, 收费明细 f
            WHERE r.reg_id = f.挂号id(+)
              AND f.记录状态(+) <> 0
              AND f.记录状态(+) <> 2
              AND r.reg_date = TRUNC(p_date)
              AND r.status <> 9
            GROUP BY r.reg_date, r.dept_id) s
       ON (t.sum_date = s.reg_date AND t.dept_id = s.dept_id)
     WHEN MATCHED THEN
       UPDATE SET t.reg_count  = s.reg_count,
                  t.fee_total  = s.fee_total,
                  t.self_total = s.self_total,
                  t.run_times  = t.run_times + 1
     WHEN NOT MATCHED THEN
       INSERT (t.sum_date, t.dept_id, t.reg_count, t.fee_total, t.self_total)
       VALUES (s.reg_date, s.dept_id, s.reg_count, s.fee_total, s.self_total);
    p_rows := SQL%ROWCOUNT;
    COMMIT;
  END day_close;

  PROCEDURE print_top(p_fee_type IN patient.fee_type%TYPE, p_top IN NUMBER) IS
    TYPE t_cur IS REF CURSOR;
    c      t_cur;
    v_name patient.pat_name%TYPE;
    v_amt  NUMBER(12, 2);
    v_rk   NUMBER;
  BEGIN
    OPEN c FOR 'SELECT pat_name, amt, rk FROM ('
            || 'SELECT p.pat_name, SUM(f.total_amt) amt, DENSE_RANK() OVER (ORDER BY SUM(f.total_amt) DESC) rk'
            || '  FROM patient p, reg_record r, v_fee_class f'
            || ' WHERE p.patient_id = r.patient_id AND r.reg_id = f.reg_id AND p.fee_type = :1'
            || ' GROUP BY p.patient_id, p.pat_name) WHERE rk <= :2 ORDER BY rk, pat_name'
      USING p_fee_type, p_top;
    LOOP
      FETCH c INTO v_name, v_amt, v_rk;
      EXIT WHEN c%NOTFOUND;
      dbms_output.put_line(p_fee_type || '第' || v_rk || '名 ' || v_name || ' ' || v_amt);
    END LOOP;
    dbms_output.put_line(p_fee_type || '共 ' || c%ROWCOUNT || ' 人');
    CLOSE c;
  END print_top;

END pkg_report;
/

