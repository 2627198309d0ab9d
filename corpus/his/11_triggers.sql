/* ==========================================================================
   信诚医院信息系统 XCHIS   触发器
   2016-06-25  周明   初稿：主键取序列
   2020-11-02  周明   审计：价格、库存、患者费别
   ========================================================================== */

-- 患者：ID、卡号
CREATE OR REPLACE TRIGGER trg_patient_bi
  BEFORE INSERT ON patient
  FOR EACH ROW
BEGIN
  IF :NEW.patient_id IS NULL THEN
    SELECT seq_patient.NEXTVAL INTO :NEW.patient_id FROM dual;
  END IF;
  IF :NEW.card_no IS NULL THEN
    :NEW.card_no := 'P' || LPAD(:NEW.patient_id, 6, '0');
  END IF;
END;
/

-- 挂号：单号 = 日期 + 科室码 + 排队号
CREATE OR REPLACE TRIGGER trg_reg_record_bi
BEFORE INSERT ON reg_record
REFERENCING NEW AS n OLD AS o
FOR EACH ROW
WHEN (n.reg_no IS NULL)
DECLARE
  v_码 dept.dept_code%TYPE;
BEGIN
  SELECT dept_code INTO v_码 FROM dept WHERE dept_id = :n.dept_id;
  :n.reg_no := TO_CHAR(:n.reg_date, 'YYMMDD') || v_码 || TO_CHAR(:n.queue_no, 'FM000');
END trg_reg_record_bi;
/

-- 收费明细：取号、算应收；作废的记录不许再改
Create Or Replace Trigger 收费明细_Bi
  Before Insert Or Update On 收费明细
  For Each Row
Begin
  If Inserting Then
    If :New.明细id Is Null Then
      :New.明细id := 收费明细_Id.Nextval;
    End If;
    :New.应收金额 := Round(:New.数量 * :New.单价, 2);
  Elsif Updating Then
    If :Old.记录状态 = 2 Then
      Raise_Application_Error(-20206, '明细' || :Old.明细id || '已作废');
    End If;
    If :Old.数量 <> :New.数量 Or :Old.单价 <> :New.单价 Then
      :New.应收金额 := Round(:New.数量 * :New.单价, 2);
    End If;
  End If;
End;
/

-- 审计日志：取号
CREATE OR REPLACE TRIGGER trg_audit_log_bi
  BEFORE INSERT ON audit_log
  FOR EACH ROW
BEGIN
  :NEW.log_id := seq_audit.NEXTVAL;
END;
/

-- 价格变动
CREATE OR REPLACE TRIGGER trg_charge_item_au
  AFTER UPDATE OF price ON charge_item
  FOR EACH ROW
  WHEN (NEW.price <> OLD.price)
BEGIN
  INSERT INTO audit_log (table_name, action, key_value, old_value, new_value)
  VALUES ('CHARGE_ITEM', '调价', :OLD.item_code, TO_CHAR(:OLD.price), TO_CHAR(:NEW.price));
END;
/

-- 库存变动
CREATE OR REPLACE TRIGGER trg_drug_lot_aud
  AFTER INSERT OR UPDATE OR DELETE ON drug_lot
  FOR EACH ROW
DECLARE
  v_act audit_log.action%TYPE;
BEGIN
  v_act := CASE
             WHEN INSERTING THEN '入库'
             WHEN DELETING THEN '删除'
             WHEN :NEW.qty < :OLD.qty THEN '出库'
             ELSE '调增'
           END;
  INSERT INTO audit_log (table_name, action, key_value, old_value, new_value)
  VALUES ('DRUG_LOT', v_act, NVL(:NEW.lot_no, :OLD.lot_no), :OLD.qty, :NEW.qty);
END trg_drug_lot_aud;
/

-- 患者费别、电话变动
CREATE OR REPLACE TRIGGER trg_patient_au
  AFTER UPDATE ON patient
  FOR EACH ROW
BEGIN
  IF NVL(:OLD.fee_type, '*') <> NVL(:NEW.fee_type, '*') THEN
    INSERT INTO audit_log (table_name, action, key_value, old_value, new_value)
    VALUES ('PATIENT', '改费别', :NEW.card_no, :OLD.fee_type, :NEW.fee_type);
  END IF;
  IF UPDATING('PHONE') THEN
    INSERT INTO audit_log (table_name, action, key_value, old_value, new_value)
    VALUES ('PATIENT', '改电话', :NEW.card_no, NVL(:OLD.phone, '空'), NVL(:NEW.phone, '空'));
  END IF;
END;
/
ALTER TRIGGER trg_patient_au ENABLE;

