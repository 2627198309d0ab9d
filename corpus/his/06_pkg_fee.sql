CREATE OR REPLACE PACKAGE pkg_fee IS
/*********************************************************************
  功能：门诊收费——记帐、结算、退费
  作者：何丽    2017-02-14
  修改：2019-08-22 何丽  表名改中文
        2023-04-01 周明  实付四舍五入到角，误差单列
*********************************************************************/

  -- 记录状态
  c_待收费 CONSTANT NUMBER(1) := 0;
  c_已收费 CONSTANT NUMBER(1) := 1;
  c_作废   CONSTANT NUMBER(1) := 2;
  c_已退费 CONSTANT NUMBER(1) := 3;

  e_金额不足 EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_金额不足, -20203);

  -- 记一笔待收费用
  Procedure 记帐
  (
    挂号id_In   In 收费明细.挂号id%Type,
    项目编码_In In 收费明细.项目编码%Type,
    数量_In     In 收费明细.数量%Type,
    登记时间_In In 收费明细.登记时间%Type,
    医嘱id_In   In 收费明细.医嘱id%Type := Null
  );

  -- 医保（公费）可报销金额
  Function 统筹金额
  (
    费别_In     In patient.fee_type%Type,
    医保类别_In In charge_item.med_class%Type,
    金额_In     In Number
  ) Return Number;

  -- 某次挂号的待收金额
  FUNCTION unpaid(p_reg_id IN reg_record.reg_id%TYPE) RETURN NUMBER;

  -- 结算。收款为空表示按应付金额收（移动支付、医保卡）
  Procedure 结算
  (
    挂号id_In   In 收费明细.挂号id%Type,
    结算方式_In In 结算记录.结算方式%Type := '现金',
    收款_In     In Number := Null,
    结算时间_In In Date := Sysdate,
    结帐id_Out  Out 结算记录.结帐id%Type,
    找零_Out    Out Number
  );

  -- 退一条已收的明细，返回应退金额
  FUNCTION refund(p_fee_id IN 收费明细.明细id%TYPE, p_time IN DATE) RETURN NUMBER;

  PROCEDURE print_bill(p_settle_id IN 结算记录.结帐id%TYPE);

  -- 本会话累计
  FUNCTION settle_count RETURN PLS_INTEGER;
  FUNCTION settle_total RETURN NUMBER;
END pkg_fee;
/

CREATE OR REPLACE PACKAGE BODY pkg_fee IS

  -- 私有变量：比例在初始化段里从参数表装入，每个会话一次
  n_医保比例 NUMBER;
  n_公费比例 NUMBER;
  v_医院名称 VARCHAR2(100);
  n_结算次数 PLS_INTEGER := 0;
  n_结算合计 NUMBER := 0;

  Procedure 记帐
  (
    挂号id_In   In 收费明细.挂号id%Type,
    项目编码_In In 收费明细.项目编码%Type,
    数量_In     In 收费明细.数量%Type,
    登记时间_In In 收费明细.登记时间%Type,
    医嘱id_In   In 收费明细.医嘱id%Type := Null
  ) Is
    n_患者id reg_record.patient_id%Type;
    n_单价   charge_item.price%Type;
    n_停用   charge_item.stop_flag%Type;
  Begin
    Begin
      Select price, stop_flag Into n_单价, n_停用 From charge_item Where item_code = 项目编码_In;
    Exception
      When No_Data_Found Then
        Raise_Application_Error(-20201, '没有收费项目' || 项目编码_In);
    End;
    If n_停用 = 1 Then
      Raise_Application_Error(-20202, '收费项目' || 项目编码_In || '已停用');
    End If;
    Select patient_id Into n_患者id From reg_record Where reg_id = 挂号id_In;

    -- 明细ID、应收金额由触发器产生
    Insert Into 收费明细
      (挂号id, 患者id, 医嘱id, 项目编码, 数量, 单价, 记录状态, 登记时间)
    Values
      (挂号id_In, n_患者id, 医嘱id_In, 项目编码_In, 数量_In, n_单价, c_待收费, 登记时间_In);
  End 记帐;

  Function 统筹金额
  (
    费别_In     In patient.fee_type%Type,
    医保类别_In In charge_item.med_class%Type,
    金额_In     In Number
  ) Return Number Is
    n_比例 Number;
  Begin
    If 费别_In = '自费' Or 医保类别_In = '丙' Then
      Return 0;
    End If;
    n_比例 := Case 费别_In When '医保' Then n_医保比例 When '公费' Then n_公费比例 Else 0 End;
    If 费别_In = '医保' And 医保类别_In = '乙' Then
      n_比例 := n_比例 * 0.9;   -- 乙类先自付一成
    End If;
    Return Round(金额_In * n_比例, 2);
  End 统筹金额;

  FUNCTION unpaid(p_reg_id IN reg_record.reg_id%TYPE) RETURN NUMBER IS
    v_amt NUMBER;
  BEGIN
    SELECT NVL(SUM(应收金额), 0) INTO v_amt FROM fee_detail WHERE 挂号id = p_reg_id AND 记录状态 = c_待收费;
    RETURN v_amt;
  END unpaid;

  Procedure 结算
  (
    挂号id_In   In 收费明细.挂号id%Type,
    结算方式_In In 结算记录.结算方式%Type := '现金',
    收款_In     In Number := Null,
    结算时间_In In Date := Sysdate,
    结帐id_Out  Out 结算记录.结帐id%Type,
    找零_Out    Out Number
  ) Is
    Cursor c_明细(挂号id_Cur Number) Is
      Select f.明细id, f.应收金额, i.med_class
      From 收费明细 f, charge_item i
      Where f.项目编码 = i.item_code And f.挂号id = 挂号id_Cur And f.记录状态 = 0
      Order By f.明细id
      For Update Of f.记录状态;

    Type t_Id Is Table Of 收费明细.明细id%Type;
    Type t_金额 Is Table Of 收费明细.应收金额%Type;

    r_明细   c_明细%RowType;
    r_患者   patient%RowType;
    a_Id     t_Id := t_Id();
    a_统筹   t_金额 := t_金额();
    n_应收   结算记录.应收金额%Type := 0;
    n_统筹   结算记录.统筹金额%Type := 0;
    n_自付   结算记录.实付金额%Type;
    n_实付   结算记录.实付金额%Type;
  Begin
    Select p.* Into r_患者
    From patient p, reg_record r
    Where p.patient_id = r.patient_id And r.reg_id = 挂号id_In;

    Open c_明细(挂号id_In);
    Loop
      Fetch c_明细 Into r_明细;
      Exit When c_明细%NotFound;
      a_Id.Extend;
      a_统筹.Extend;
      a_Id(a_Id.Count)     := r_明细.明细id;
      a_统筹(a_统筹.Count) := 统筹金额(r_患者.fee_type, r_明细.med_class, r_明细.应收金额);
      n_应收 := n_应收 + r_明细.应收金额;
      n_统筹 := n_统筹 + a_统筹(a_统筹.Count);
    End Loop;
    Close c_明细;

    If a_Id.Count = 0 Then
      Raise_Application_Error(-20204, r_患者.pat_name || '没有待收费用');
    End If;

    n_自付 := n_应收 - n_统筹;
    n_实付 := Round(n_自付, 1);
    If Nvl(收款_In, n_实付) < n_实付 Then
      Raise_Application_Error(-20203, '应付' || n_实付 || '元，收款' || 收款_In || '元');
    End If;

    Insert Into 结算记录
      (结帐id, 挂号id, 患者id, 应收金额, 统筹金额, 误差金额, 实付金额, 结算方式, 结算时间)
    Values
      (结算记录_Id.Nextval, 挂号id_In, r_患者.patient_id, n_应收, n_统筹, n_实付 - n_自付, n_实付, 结算方式_In, 结算时间_In)
    Returning 结帐id Into 结帐id_Out;

    Forall i In 1 .. a_Id.Count
      Update 收费明细
      Set 统筹金额 = a_统筹(i), 实收金额 = 应收金额 - a_统筹(i), 记录状态 = c_已收费, 结帐id = 结帐id_Out
      Where 明细id = a_Id(i);

    找零_Out   := Nvl(收款_In, n_实付) - n_实付;
    n_结算次数 := n_结算次数 + 1;
    n_结算合计 := n_结算合计 + n_实付;
  End 结算;

  FUNCTION refund(p_fee_id IN 收费明细.明细id%TYPE, p_time IN DATE) RETURN NUMBER IS
    r_原   收费明细%ROWTYPE;
    v_方式 结算记录.结算方式%TYPE;
    v_id   结算记录.结帐id%TYPE;
    v_自付 NUMBER;
    v_实退 NUMBER;
  BEGIN
    SELECT * INTO r_原 FROM 收费明细 WHERE 明细id = p_fee_id FOR UPDATE;
    IF r_原.记录状态 != c_已收费 THEN
      RAISE_APPLICATION_ERROR(-20205, '明细' || p_fee_id || '不是已收费状态');
    END IF;
    SELECT 结算方式 INTO v_方式 FROM 结算记录 WHERE 结帐id = r_原.结帐id;

    v_自付 := r_原.应收金额 - r_原.统筹金额;
    v_实退 := ROUND(v_自付, 1);
    SELECT 结算记录_Id.NEXTVAL INTO v_id FROM dual;
    INSERT INTO 结算记录
    VALUES (v_id, r_原.挂号id, r_原.患者id, -r_原.应收金额, -r_原.统筹金额, v_自付 - v_实退, -v_实退, v_方式, p_time, 1);
    -- 冲销记录：数量为负
    INSERT INTO 收费明细
      (挂号id, 患者id, 医嘱id, 项目编码, 数量, 单价, 统筹金额, 实收金额, 记录状态, 结帐id, 登记时间)
      SELECT 挂号id, 患者id, 医嘱id, 项目编码, -数量, 单价, -统筹金额, -实收金额, c_已退费, v_id, p_time
        FROM 收费明细
       WHERE 明细id = p_fee_id;
    UPDATE 收费明细 SET 记录状态 = c_已退费 WHERE 明细id = p_fee_id;
    n_结算合计 := n_结算合计 - v_实退;
    RETURN v_实退;
  END refund;

  PROCEDURE print_bill(p_settle_id IN 结算记录.结帐id%TYPE) IS
    CURSOR c_line(cp_id NUMBER) IS
      SELECT ROW_NUMBER() OVER (ORDER BY f.明细id) AS row_no,
             i.item_name, f.数量, i.unit, f.应收金额, f.实收金额
        FROM 收费明细 f, charge_item i
       WHERE f.项目编码 = i.item_code
         AND f.结帐id = cp_id
       ORDER BY f.明细id;
    r_头     结算记录%ROWTYPE;
    v_姓名   patient.pat_name%TYPE;
  BEGIN
    SELECT * INTO r_头 FROM 结算记录 WHERE 结帐id = p_settle_id;
    SELECT pat_name INTO v_姓名 FROM patient WHERE patient_id = r_头.患者id;

    dbms_output.put_line(v_医院名称 || '门诊收费单 ' || r_头.结帐id || ' ' || v_姓名 || ' '
                         || TO_CHAR(r_头.结算时间, 'YYYY"年"MM"月"DD"日" HH24:MI'));
    FOR r IN c_line(p_settle_id) LOOP
      dbms_output.put_line(LPAD(r.row_no, 2, '0') || ' ' || r.item_name || ' ' || r.数量 || r.unit
                           || TO_CHAR(r.应收金额, '9,990.00') || TO_CHAR(r.实收金额, '9,990.00'));
    END LOOP;
    dbms_output.put_line('合计 ' || f_format_amount(r_头.应收金额) || ' 统筹 ' || f_format_amount(r_头.统筹金额)
                         || ' 实付 ' || f_format_amount(r_头.实付金额) || ' ' || f_金额大写(r_头.实付金额));
    IF r_头.误差金额 <> 0 THEN
      dbms_output.put_line('分币误差 ' || r_头.误差金额);
    END IF;
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      dbms_output.put_line('没有结算记录 ' || p_settle_id);
  END print_bill;

  FUNCTION settle_count RETURN PLS_INTEGER IS
  BEGIN
    RETURN n_结算次数;
  END;

  FUNCTION settle_total RETURN NUMBER IS
  BEGIN
    RETURN n_结算合计;
  END;

BEGIN
  -- 初始化
  n_医保比例 := TO_NUMBER(f_param('医保报销比例', '0'));
  n_公费比例 := TO_NUMBER(f_param('公费报销比例', '0'));
  v_医院名称 := f_param(参数名_In => '医院名称');
END pkg_fee;
/

