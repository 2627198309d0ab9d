/* ==========================================================================
   信诚医院信息系统 XCHIS   公共函数
   2016-05-12  周明   初稿（年龄、金额格式、身份证校验）
   2018-03-30  何丽   增加金额大写
   2021-07-01  周明   年龄：14 岁以下显示到月（儿科要求）
   ========================================================================== */

-- 取系统参数；参数不存在时返回缺省值
CREATE OR REPLACE FUNCTION f_param
(
  参数名_In IN sys_param.param_name%TYPE,
  缺省值_In IN VARCHAR2 DEFAULT NULL
) RETURN VARCHAR2 IS
  v_值 sys_param.param_value%TYPE;
BEGIN
  SELECT param_value INTO v_值 FROM sys_param WHERE param_name = 参数名_In;
  RETURN NVL(v_值, 缺省值_In);
EXCEPTION
  WHEN NO_DATA_FOUND THEN
    RETURN 缺省值_In;
END f_param;
/

-- 年龄：不足一月按天，两岁以下按月，14 岁以下按岁和月，其余按岁
CREATE OR REPLACE FUNCTION f_age
(
  p_birth IN DATE,
  p_at    IN DATE DEFAULT SYSDATE
) RETURN VARCHAR2 IS
  n_月 PLS_INTEGER;
BEGIN
  IF p_birth IS NULL THEN
    RETURN '不详';
  ELSIF p_at < p_birth THEN
    Raise_Application_Error(-20001, '出生日期晚于' || TO_CHAR(p_at, 'YYYY-MM-DD'));
  END IF;

  n_月 := TRUNC(MONTHS_BETWEEN(p_at, p_birth));
  IF n_月 < 1 THEN
    RETURN TRUNC(p_at - p_birth) || '天';
  ELSIF n_月 < 24 THEN
    RETURN n_月 || '月';
  ELSIF n_月 < 14 * 12 THEN
    RETURN TRUNC(n_月 / 12) || '岁' || CASE MOD(n_月, 12) WHEN 0 THEN '' ELSE MOD(n_月, 12) || '月' END;
  ELSE
    RETURN TRUNC(n_月 / 12) || '岁';
  END IF;
END f_age;
/

-- 金额：千分位、两位小数，负数加括号
CREATE OR REPLACE FUNCTION f_format_amount(p_amt IN NUMBER) RETURN VARCHAR2 DETERMINISTIC
IS
BEGIN
  IF NVL(p_amt, 0) < 0 THEN
    RETURN '(' || TO_CHAR(-p_amt, 'FM999,999,990.00') || ')';
  END IF;
  RETURN TO_CHAR(NVL(p_amt, 0), 'FM999,999,990.00');
END;
/

-- 金额大写，用于发票
Create Or Replace Function f_金额大写(金额_In In Number) Return Varchar2 Is
  c_数字 Constant Varchar2(60) := '零壹贰叁肆伍陆柒捌玖';
  c_单位 Constant Varchar2(60) := '分角元拾佰仟万拾佰仟';   -- 自右向左
  v_数串 Varchar2(20);
  v_单位 Varchar2(6);
  v_结果 Varchar2(200);
  n_位   Pls_Integer;
  b_零   Boolean := False;
Begin
  If 金额_In Is Null Then
    Return Null;
  End If;
  If Abs(金额_In) >= 100000000 Then
    Raise_Application_Error(-20002, '金额超出范围：' || 金额_In);
  End If;

  v_数串 := To_Char(Round(Abs(金额_In) * 100));
  If v_数串 = '0' Then
    Return '零元整';
  End If;

  For i In 1 .. Length(v_数串) Loop
    n_位   := To_Number(Substr(v_数串, i, 1));
    v_单位 := Substr(c_单位, Length(v_数串) - i + 1, 1);
    If n_位 = 0 Then
      b_零 := True;
      /* 元位、万位为零也要写出单位 */
      If v_单位 In ('元', '万') And v_结果 Is Not Null Then
        v_结果 := v_结果 || v_单位;
        b_零   := False;
      End If;
    Else
      If b_零 And v_结果 Is Not Null Then
        v_结果 := v_结果 || '零';
      End If;
      b_零   := False;
      v_结果 := v_结果 || Substr(c_数字, n_位 + 1, 1) || v_单位;
    End If;
  End Loop;

  If Substr(v_数串, -1) = '0' Then
    v_结果 := v_结果 || '整';
  End If;
  Return Case When 金额_In < 0 Then '负' End || v_结果;
End f_金额大写;
/

-- 身份证校验：1-有效 0-无效；空值视为有效（允许不登记）
CREATE OR REPLACE FUNCTION f_idcard_valid(p_id IN VARCHAR2) RETURN NUMBER
IS
  TYPE t_weight IS VARRAY(17) OF PLS_INTEGER;
  a_权 CONSTANT t_weight := t_weight(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
  n_和 PLS_INTEGER := 0;
BEGIN
  IF p_id IS NULL THEN
    RETURN 1;
  END IF;
  IF NOT REGEXP_LIKE(p_id, '^[0-9]{17}[0-9Xx]$') THEN
    RETURN 0;
  END IF;
  FOR i IN 1 .. 17 LOOP
    n_和 := n_和 + TO_NUMBER(SUBSTR(p_id, i, 1)) * a_权(i);
  END LOOP;
  IF UPPER(SUBSTR(p_id, 18)) = SUBSTR('10X98765432', MOD(n_和, 11) + 1, 1) THEN
    RETURN 1;
  ELSE
    RETURN 0;
  END IF;
END f_idcard_valid;
/

-- 由身份证取性别
CREATE OR REPLACE FUNCTION f_idcard_sex(p_id IN patient.id_card%TYPE) RETURN patient.sex%TYPE IS
  v_sex patient.sex%TYPE;
BEGIN
  SELECT DECODE(MOD(SUBSTR(p_id, 17, 1), 2), 1, '男', 0, '女', '未知') INTO v_sex FROM dual;
  RETURN v_sex;
END;
/

-- 错误文本：取 SQLERRM 的第一行，去掉“ORA-nnnnn: ”
CREATE OR REPLACE FUNCTION f_错误文本(p_err IN VARCHAR2) RETURN VARCHAR2 IS
  v_行 VARCHAR2(2000);
BEGIN
  v_行 := SUBSTR(p_err, 1, INSTR(p_err || CHR(10), CHR(10)) - 1);
  IF v_行 LIKE 'ORA-_____: %' THEN
    v_行 := SUBSTR(v_行, 12);
  END IF;
  RETURN v_行;
END f_错误文本;
/

