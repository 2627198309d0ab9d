CREATE OR REPLACE PACKAGE pkg_pharmacy IS
/*********************************************************************
  功能：门诊药房——入库、发药（按失效日期先到先出）、近效期
  作者：赵敏、周明   2018-05-08
  修改：2023-11-06 周明  批次独立成表，改用 BULK COLLECT / FORALL
*********************************************************************/
  e_库存不足 EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_库存不足, -20402);

  -- 可用库存（不含过期批次）
  FUNCTION stock_qty(p_item IN drug_lot.item_code%TYPE, p_date IN DATE) RETURN NUMBER;

  -- 入库：批号已存在时累加数量
  PROCEDURE stock_in
  (
    p_item   IN drug_lot.item_code%TYPE,
    p_lot_no IN drug_lot.lot_no%TYPE,
    p_expiry IN drug_lot.expiry_date%TYPE,
    p_qty    IN drug_lot.qty%TYPE,
    p_cost   IN drug_lot.cost_price%TYPE DEFAULT NULL
  );

  -- 发一条医嘱的药，返回用到的批次数
  PROCEDURE dispense
  (
    p_order_id IN doctor_order.order_id%TYPE,
    p_time     IN DATE,
    p_lots     OUT PLS_INTEGER
  );

  -- 发一次挂号的全部药，返回成功、失败条数
  PROCEDURE dispense_reg
  (
    p_reg_id IN reg_record.reg_id%TYPE,
    p_time   IN DATE,
    p_ok     OUT NUMBER,
    p_fail   OUT NUMBER
  );

  -- 近效期、过期批次
  PROCEDURE print_expiring(p_date IN DATE, p_days IN NUMBER DEFAULT NULL);
END pkg_pharmacy;
/

CREATE OR REPLACE PACKAGE BODY pkg_pharmacy IS

  TYPE t_lot_id IS TABLE OF drug_lot.lot_id%TYPE;
  TYPE t_qty    IS TABLE OF drug_lot.qty%TYPE INDEX BY PLS_INTEGER;

  FUNCTION stock_qty(p_item IN drug_lot.item_code%TYPE, p_date IN DATE) RETURN NUMBER IS
    v_qty NUMBER;
  BEGIN
    SELECT SUM(qty) INTO v_qty FROM drug_lot WHERE item_code = p_item AND expiry_date > TRUNC(p_date);
    RETURN NVL(v_qty, 0);
  END stock_qty;

  PROCEDURE stock_in
  (
    p_item   IN drug_lot.item_code%TYPE,
    p_lot_no IN drug_lot.lot_no%TYPE,
    p_expiry IN drug_lot.expiry_date%TYPE,
    p_qty    IN drug_lot.qty%TYPE,
    p_cost   IN drug_lot.cost_price%TYPE DEFAULT NULL
  ) IS
  BEGIN
    INSERT INTO drug_lot (lot_id, item_code, lot_no, expiry_date, qty, cost_price)
    VALUES (seq_lot.NEXTVAL, p_item, p_lot_no, p_expiry, p_qty, p_cost);
  EXCEPTION
    WHEN DUP_VAL_ON_INDEX THEN
      UPDATE drug_lot
         SET qty = qty + p_qty, cost_price = NVL(p_cost, cost_price)
       WHERE item_code = p_item AND lot_no = p_lot_no;
  END stock_in;

  PROCEDURE dispense
  (
    p_order_id IN doctor_order.order_id%TYPE,
    p_time     IN DATE,
    p_lots     OUT PLS_INTEGER
  ) IS
    a_lot    t_lot_id;
    a_qty    t_qty;
    a_out    t_qty;
    r_order  doctor_order%ROWTYPE;
    v_name   charge_item.item_name%TYPE;
    v_unpaid NUMBER;
    v_left   NUMBER;
    v_use    PLS_INTEGER := 0;
  BEGIN
    SELECT * INTO r_order FROM doctor_order WHERE order_id = p_order_id FOR UPDATE NOWAIT;
    SELECT item_name INTO v_name FROM charge_item WHERE item_code = r_order.item_code;

    SELECT COUNT(*) INTO v_unpaid FROM 收费明细 WHERE 医嘱id = p_order_id AND 记录状态 = 0;
    IF v_unpaid > 0 THEN
      RAISE_APPLICATION_ERROR(-20401, v_name || '尚未收费');
    END IF;

    SELECT lot_id, qty BULK COLLECT INTO a_lot, a_qty
      FROM drug_lot
     WHERE item_code = r_order.item_code
       AND qty > 0
       AND expiry_date > TRUNC(p_time)
     ORDER BY expiry_date, lot_id;

    v_left := r_order.qty;
    FOR i IN 1 .. a_lot.COUNT LOOP
      EXIT WHEN v_left <= 0;
      v_use := i;
      a_out(i) := LEAST(a_qty(i), v_left);
      v_left := v_left - a_out(i);
    END LOOP;
    IF v_left > 0 THEN
      RAISE_APPLICATION_ERROR(-20402, v_name || '库存不足，缺' || v_left);
    END IF;

    FORALL i IN 1 .. v_use
      UPDATE drug_lot SET qty = qty - a_out(i) WHERE lot_id = a_lot(i);
    FORALL i IN 1 .. v_use
      INSERT INTO drug_dispense (dispense_id, order_id, lot_id, qty, dispense_time)
      VALUES (seq_dispense.NEXTVAL, p_order_id, a_lot(i), a_out(i), p_time);
    p_lots := SQL%ROWCOUNT;

    UPDATE doctor_order SET order_status = pkg_order.c_完成 WHERE order_id = p_order_id;
  END dispense;

  PROCEDURE dispense_reg
  (
    p_reg_id IN reg_record.reg_id%TYPE,
    p_time   IN DATE,
    p_ok     OUT NUMBER,
    p_fail   OUT NUMBER
  ) IS
    v_lots PLS_INTEGER;
    v_code NUMBER;
    v_text VARCHAR2(200);
  BEGIN
    p_ok   := 0;
    p_fail := 0;
    FOR r IN (SELECT o.order_id, i.item_name, o.qty, i.unit
                FROM doctor_order o, charge_item i
               WHERE o.item_code = i.item_code
                 AND o.reg_id = p_reg_id
                 AND o.order_status = 0
                 AND i.fee_class IN ('西药', '中成药')
               ORDER BY o.order_id)
    LOOP
      BEGIN
        dispense(r.order_id, p_time, v_lots);
        p_ok := p_ok + 1;
        DBMS_OUTPUT.PUT_LINE('发药 ' || r.order_id || ' ' || r.item_name || ' ' || r.qty || r.unit || '，批次数 ' || v_lots);
      EXCEPTION
        WHEN e_库存不足 THEN
          p_fail := p_fail + 1;
          DBMS_OUTPUT.PUT_LINE('缺药 ' || r.order_id || ' ' || f_错误文本(SQLERRM));
          UPDATE doctor_order SET order_status = pkg_order.c_缺药 WHERE order_id = r.order_id;
        WHEN OTHERS THEN
          p_fail := p_fail + 1;
          v_code := SQLCODE;
          v_text := SUBSTR(f_错误文本(SQLERRM), 1, 60);
          DBMS_OUTPUT.PUT_LINE('未发 ' || r.order_id || ' (' || v_code || ') ' || v_text);
      END;
    END LOOP;
  END dispense_reg;

  PROCEDURE print_expiring(p_date IN DATE, p_days IN NUMBER DEFAULT NULL) IS
    v_days NUMBER := NVL(p_days, TO_NUMBER(f_param('近效期天数', '180')));
  BEGIN
    FOR r IN (SELECT l.lot_no, i.item_name, l.qty, l.expiry_date - TRUNC(p_date) AS days_left,
                     ADD_MONTHS(TRUNC(l.expiry_date, 'MM'), -1) AS return_month
                FROM drug_lot l, charge_item i
               WHERE l.item_code = i.item_code
                 AND l.qty > 0
                 AND l.expiry_date BETWEEN TRUNC(p_date) - 365 AND TRUNC(p_date) + v_days
               ORDER BY l.expiry_date, l.lot_no)
    LOOP
      IF r.days_left <= 0 THEN
        DBMS_OUTPUT.PUT_LINE('过期 ' || r.lot_no || ' ' || r.item_name || ' ' || r.qty || '，已过 ' || ABS(r.days_left) || ' 天');
      ELSE
        DBMS_OUTPUT.PUT_LINE('近效 ' || r.lot_no || ' ' || r.item_name || ' ' || r.qty || '，剩 ' || r.days_left || ' 天，'
                             || TO_CHAR(r.return_month, 'YYYY-MM') || ' 前退货');
      END IF;
    END LOOP;
  END print_expiring;

END pkg_pharmacy;
/

