CREATE OR REPLACE PACKAGE pkg_order IS
/*********************************************************************
  功能：门诊医嘱、收住院
  作者：何丽    2017-03-01
*********************************************************************/
  c_新开 CONSTANT doctor_order.order_status%TYPE := 0;
  c_完成 CONSTANT doctor_order.order_status%TYPE := 1;
  c_缺药 CONSTANT doctor_order.order_status%TYPE := 8;
  c_作废 CONSTANT doctor_order.order_status%TYPE := 9;

  -- 开医嘱并记帐
  FUNCTION add_order
  (
    p_reg_id IN reg_record.reg_id%TYPE,
    p_item   IN charge_item.item_code%TYPE,
    p_qty    IN NUMBER DEFAULT 1,
    p_usage  IN VARCHAR2 DEFAULT NULL,
    p_time   IN DATE DEFAULT SYSDATE
  ) RETURN doctor_order.order_id%TYPE;

  -- 作废未收费的医嘱
  PROCEDURE cancel_order(p_order_id IN doctor_order.order_id%TYPE, p_why IN VARCHAR2);

  -- 收住院：取病区里床号最小的空床
  PROCEDURE admit
  (
    患者id_In IN  patient.patient_id%TYPE,
    病区id_In IN  ward.ward_id%TYPE,
    时间_In   IN  DATE,
    床号_Out  OUT bed.bed_no%TYPE
  );
END;
/

CREATE OR REPLACE PACKAGE BODY pkg_order IS

  FUNCTION add_order
  (
    p_reg_id IN reg_record.reg_id%TYPE,
    p_item   IN charge_item.item_code%TYPE,
    p_qty    IN NUMBER DEFAULT 1,
    p_usage  IN VARCHAR2 DEFAULT NULL,
    p_time   IN DATE DEFAULT SYSDATE
  ) RETURN doctor_order.order_id%TYPE IS
    v_order  doctor_order%ROWTYPE;
    v_cnt    INTEGER;
    v_stop   charge_item.stop_flag%TYPE;
  BEGIN
    SELECT COUNT(1) INTO v_cnt FROM reg_record WHERE reg_id = p_reg_id AND status < 9 AND ROWNUM = 1;
    IF v_cnt = 0 THEN
      raise_application_error(-20301, '挂号记录' || p_reg_id || '无效');
    END IF;
    SELECT MAX(stop_flag) INTO v_stop FROM charge_item WHERE item_code = p_item;
    IF NVL(v_stop, 1) = 1 THEN
      raise_application_error(-20302, '项目' || p_item || '不存在或已停用');
    END IF;

    SELECT seq_order.NEXTVAL INTO v_order.order_id FROM dual;
    v_order.reg_id       := p_reg_id;
    v_order.item_code    := p_item;
    v_order.qty          := p_qty;
    v_order.usage_text   := p_usage;
    v_order.order_time   := p_time;
    v_order.order_status := c_新开;
    INSERT INTO doctor_order VALUES v_order;

    pkg_fee.记帐(p_reg_id, p_item, p_qty, p_time, 医嘱id_In => v_order.order_id);
    RETURN v_order.order_id;
  END add_order;

  PROCEDURE cancel_order(p_order_id IN doctor_order.order_id%TYPE, p_why IN VARCHAR2) IS
    v_paid NUMBER(4);
  BEGIN
    SELECT COUNT(*) INTO v_paid FROM 收费明细 WHERE 医嘱id = p_order_id AND 记录状态 = pkg_fee.c_已收费;
    IF v_paid > 0 THEN
      raise_application_error(-20303, '医嘱' || p_order_id || '已收费，不能作废');
    END IF;
    UPDATE 收费明细 SET 记录状态 = pkg_fee.c_作废 WHERE 医嘱id = p_order_id AND 记录状态 = pkg_fee.c_待收费;
    UPDATE doctor_order o
       SET o.order_status = c_作废,
           o.remark = '作废：' || p_why
     WHERE o.order_id = p_order_id;
  END cancel_order;

  PROCEDURE admit
  (
    患者id_In IN  patient.patient_id%TYPE,
    病区id_In IN  ward.ward_id%TYPE,
    时间_In   IN  DATE,
    床号_Out  OUT bed.bed_no%TYPE
  ) IS
    CURSOR c_空床 IS
      SELECT bed_no FROM bed
       WHERE ward_id = 病区id_In AND bed_status = '空床'
       ORDER BY bed_no
         FOR UPDATE OF bed_status;
    v_床号 bed.bed_no%TYPE;
  BEGIN
    OPEN c_空床;
    FETCH c_空床 INTO v_床号;
    IF c_空床%NOTFOUND THEN
      CLOSE c_空床;
      raise_application_error(-20304, '病区' || 病区id_In || '没有空床');
    END IF;
    UPDATE bed
       SET bed_status = '占用', patient_id = 患者id_In, in_date = 时间_In
     WHERE CURRENT OF c_空床;
    CLOSE c_空床;
    床号_Out := v_床号;
  END admit;

END;
/

