CREATE OR REPLACE PACKAGE pkg_reg AS
/*********************************************************************
  功能：患者建档、门诊挂号、分诊排队
  作者：周明    2016-06-01
  修改：2018-11-20 周明  医生限号
        2020-02-10 何丽  同日同科不得重复挂号
*********************************************************************/

  e_号满 EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_号满, -20102);

  TYPE t_queue_cur IS REF CURSOR;

  -- 建档，返回患者ID
  PROCEDURE new_patient
  (
    姓名_In     IN patient.pat_name%TYPE,
    出生日期_In IN patient.birth_date%TYPE,
    费别_In     IN patient.fee_type%TYPE DEFAULT '自费',
    身份证_In   IN patient.id_card%TYPE DEFAULT NULL,
    电话_In     IN patient.phone%TYPE DEFAULT NULL,
    患者id_Out  OUT patient.patient_id%TYPE
  );

  -- 取科室当日下一个排队号
  FUNCTION next_queue_no
  (
    科室id_In IN dept.dept_id%TYPE,
    日期_In   IN DATE
  ) RETURN 挂号序号.最大号%TYPE;

  -- 挂号，同时记挂号费
  PROCEDURE register
  (
    患者id_In   IN reg_record.patient_id%TYPE,
    科室id_In   IN reg_record.dept_id%TYPE,
    医生id_In   IN reg_record.doctor_id%TYPE DEFAULT NULL,
    挂号时间_In IN DATE DEFAULT SYSDATE,
    挂号id_Out  OUT reg_record.reg_id%TYPE,
    排队号_Out  OUT reg_record.queue_no%TYPE
  );

  -- 叫号：取排队号最小的候诊患者，没有时返回空
  PROCEDURE call_next
  (
    科室id_In  IN dept.dept_id%TYPE,
    日期_In    IN DATE,
    排队号_Out OUT NUMBER,
    姓名_Out   OUT VARCHAR2
  );

  PROCEDURE finish(挂号id_In IN reg_record.reg_id%TYPE);

  PROCEDURE open_queue(科室id_In IN NUMBER, 日期_In IN DATE, cur_Out OUT t_queue_cur);

  PROCEDURE print_queue(日期_In IN DATE);
END pkg_reg;
/

CREATE OR REPLACE PACKAGE BODY pkg_reg AS

  -- 前向声明
  FUNCTION reg_fee_item(医生id_In IN doctor.doctor_id%TYPE) RETURN charge_item.item_code%TYPE;

  PROCEDURE new_patient
  (
    姓名_In     IN patient.pat_name%TYPE,
    出生日期_In IN patient.birth_date%TYPE,
    费别_In     IN patient.fee_type%TYPE DEFAULT '自费',
    身份证_In   IN patient.id_card%TYPE DEFAULT NULL,
    电话_In     IN patient.phone%TYPE DEFAULT NULL,
    患者id_Out  OUT patient.patient_id%TYPE
  ) IS
  BEGIN
    IF TRIM(姓名_In) IS NULL THEN
      RAISE_APPLICATION_ERROR(-20104, '姓名不能为空');
    ELSIF f_idcard_valid(身份证_In) = 0 THEN
      RAISE_APPLICATION_ERROR(-20105, '身份证号' || 身份证_In || '校验不通过');
    END IF;

    INSERT INTO patient
      (pat_name, sex, birth_date, id_card, phone, fee_type)
    VALUES
      (TRIM(姓名_In), f_idcard_sex(身份证_In), 出生日期_In, UPPER(身份证_In), 电话_In, 费别_In)
    RETURNING patient_id INTO 患者id_Out;
  END new_patient;

  FUNCTION next_queue_no
  (
    科室id_In IN dept.dept_id%TYPE,
    日期_In   IN DATE
  ) RETURN 挂号序号.最大号%TYPE IS
    n_号 挂号序号.最大号%TYPE;
  BEGIN
    UPDATE 挂号序号
       SET 最大号 = 最大号 + 1
     WHERE 科室id = 科室id_In
       AND 挂号日期 = TRUNC(日期_In)
    RETURNING 最大号 INTO n_号;
    IF SQL%NOTFOUND THEN
      n_号 := 1;
      INSERT INTO 挂号序号 (科室id, 挂号日期, 最大号) VALUES (科室id_In, TRUNC(日期_In), n_号);
    END IF;
    RETURN n_号;
  END next_queue_no;

  FUNCTION reg_fee_item(医生id_In IN doctor.doctor_id%TYPE) RETURN charge_item.item_code%TYPE IS
    v_编码 charge_item.item_code%TYPE;
  BEGIN
    SELECT DECODE(title, '主任医师', 'GH03', '副主任医师', 'GH02', 'GH01') INTO v_编码 FROM doctor WHERE doctor_id = 医生id_In;
    RETURN v_编码;
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      RETURN 'GH01';   -- 未指定医生按普通号
  END reg_fee_item;

  PROCEDURE register
  (
    患者id_In   IN reg_record.patient_id%TYPE,
    科室id_In   IN reg_record.dept_id%TYPE,
    医生id_In   IN reg_record.doctor_id%TYPE DEFAULT NULL,
    挂号时间_In IN DATE DEFAULT SYSDATE,
    挂号id_Out  OUT reg_record.reg_id%TYPE,
    排队号_Out  OUT reg_record.queue_no%TYPE
  ) IS
    v_姓名   patient.pat_name%TYPE;
    v_科室   dept.dept_name%TYPE;
    v_医生   doctor.doc_name%TYPE;
    n_限号   doctor.day_limit%TYPE;
    n_已挂   NUMBER;
    d_日期   DATE := TRUNC(挂号时间_In);
  BEGIN
    -- 1. 检查患者、科室
    BEGIN
      SELECT pat_name INTO v_姓名 FROM patient WHERE patient_id = 患者id_In;
    EXCEPTION
      WHEN NO_DATA_FOUND THEN
        RAISE_APPLICATION_ERROR(-20101, '患者不存在：' || 患者id_In);
    END;
    BEGIN
      SELECT dept_name INTO v_科室 FROM dept WHERE dept_id = 科室id_In AND dept_type = '门诊' AND stop_flag = 0;
    EXCEPTION
      WHEN NO_DATA_FOUND THEN
        RAISE_APPLICATION_ERROR(-20106, '科室' || 科室id_In || '不能挂号');
    END;

    -- 2. 同日同科不得重复
    SELECT COUNT(*) INTO n_已挂
      FROM reg_record
     WHERE patient_id = 患者id_In
       AND dept_id = 科室id_In
       AND reg_date = d_日期
       AND status <> 9;
    IF n_已挂 > 0 THEN
      RAISE_APPLICATION_ERROR(-20103, v_姓名 || '今日已挂' || v_科室);
    END IF;

    -- 3. 医生限号
    IF 医生id_In IS NOT NULL THEN
      SELECT doc_name, day_limit INTO v_医生, n_限号 FROM doctor WHERE doctor_id = 医生id_In;
      SELECT COUNT(*) INTO n_已挂
        FROM reg_record
       WHERE doctor_id = 医生id_In AND reg_date = d_日期 AND status <> 9;
      IF n_已挂 >= n_限号 THEN   -- 限号为空时不成立
        RAISE_APPLICATION_ERROR(-20102, v_医生 || TO_CHAR(d_日期, 'MM-DD') || '限号' || n_限号 || '，已满');
      END IF;
    END IF;

    -- 4. 写挂号记录、挂号费
    排队号_Out := next_queue_no(科室id_In, d_日期);
    INSERT INTO reg_record
      (reg_id, patient_id, dept_id, doctor_id, reg_date, reg_time, queue_no)
    VALUES
      (seq_reg.NEXTVAL, 患者id_In, 科室id_In, 医生id_In, d_日期, 挂号时间_In, 排队号_Out)
    RETURNING reg_id INTO 挂号id_Out;

    pkg_fee.记帐(挂号id_In   => 挂号id_Out,
               项目编码_In => reg_fee_item(医生id_In),
               数量_In     => 1,
               登记时间_In => 挂号时间_In);
  END register;

  PROCEDURE call_next
  (
    科室id_In  IN dept.dept_id%TYPE,
    日期_In    IN DATE,
    排队号_Out OUT NUMBER,
    姓名_Out   OUT VARCHAR2
  ) IS
    CURSOR c_候诊 IS
      SELECT r.queue_no, p.pat_name, r.reg_id
        FROM reg_record r, patient p
       WHERE r.patient_id = p.patient_id
         AND r.dept_id = 科室id_In
         AND r.reg_date = TRUNC(日期_In)
         AND r.status = 0
       ORDER BY r.queue_no;
    r_候诊 c_候诊%ROWTYPE;
  BEGIN
    OPEN c_候诊;
    FETCH c_候诊 INTO r_候诊;
    IF c_候诊%FOUND THEN
      UPDATE reg_record SET status = 1 WHERE reg_id = r_候诊.reg_id;
      排队号_Out := r_候诊.queue_no;
      姓名_Out   := r_候诊.pat_name;
    END IF;
    CLOSE c_候诊;
  END call_next;

  PROCEDURE finish(挂号id_In IN reg_record.reg_id%TYPE) IS
  BEGIN
    UPDATE reg_record SET status = 2 WHERE reg_id = 挂号id_In AND status IN (0, 1);
    IF SQL%ROWCOUNT = 0 THEN
      RAISE_APPLICATION_ERROR(-20107, '挂号' || 挂号id_In || '不在就诊状态');
    END IF;
  END finish;

  PROCEDURE open_queue(科室id_In IN NUMBER, 日期_In IN DATE, cur_Out OUT t_queue_cur) IS
  BEGIN
    OPEN cur_Out FOR
      SELECT v.queue_no, v.pat_name, v.age_text, v.doc_name
        FROM v_reg_detail v, reg_record r
       WHERE v.reg_id = r.reg_id
         AND r.dept_id = 科室id_In
         AND r.reg_date = 日期_In
       ORDER BY v.queue_no;
  END open_queue;

  PROCEDURE print_queue(日期_In IN DATE) IS
    CURSOR c_科室 IS
      SELECT dept_id, dept_name FROM dept WHERE dept_type = '门诊' AND stop_flag = 0 ORDER BY dept_code;
    CURSOR c_排队(cn_科室 dept.dept_id%TYPE, cd_日期 DATE := TRUNC(SYSDATE)) IS
      SELECT v.*
        FROM v_reg_detail v, reg_record r
       WHERE v.reg_id = r.reg_id AND r.dept_id = cn_科室 AND v.reg_date = cd_日期
       ORDER BY v.queue_no;
    n_人数 PLS_INTEGER;
  BEGIN
    FOR k IN c_科室 LOOP
      n_人数 := 0;
      FOR q IN c_排队(k.dept_id, TRUNC(日期_In)) LOOP
        n_人数 := n_人数 + 1;
        dbms_output.put_line(k.dept_name || LPAD(q.queue_no, 3, '0') || ' ' || q.reg_no || ' ' || q.pat_name || '(' || q.sex || ',' || q.age_text || ') '
                             || q.doc_name || '/' || q.reg_kind || ' ' || q.status_name || CASE WHEN q.bed_text IS NOT NULL THEN ' [' || q.bed_text || ']' END);
      END LOOP;
      IF n_人数 = 0 THEN
        dbms_output.put_line(k.dept_name || ' 无人候诊');
      END IF;
    END LOOP;
  END print_queue;

END pkg_reg;
/

