/* ==========================================================================
   信诚医院信息系统 XCHIS   查询与报表视图
   2016-06-20  周明   初稿，外连接一律用 (+)
   2022-09-15  何丽   工作量报表增加名次、占比
   ========================================================================== */

-- 科室树。行号用于保持层次顺序
CREATE OR REPLACE FORCE VIEW V_DEPT_TREE
(ROW_NO, DEPT_ID, LVL, DEPT_NAME, SHOW_NAME, FULL_PATH, ROOT_NAME, IS_LEAF)
AS
SELECT ROWNUM, t.*
  FROM (SELECT d.dept_id,
               LEVEL lvl,
               d.dept_name,
               LPAD(' ', 2 * (LEVEL - 1)) || d.dept_name show_name,
               SYS_CONNECT_BY_PATH(d.dept_name, '/') full_path,
               CONNECT_BY_ROOT d.dept_name root_name,
               CONNECT_BY_ISLEAF is_leaf
          FROM dept d
         WHERE d.stop_flag = 0
         START WITH d.parent_id IS NULL
       CONNECT BY PRIOR d.dept_id = d.parent_id
         ORDER SIBLINGS BY d.sort_no) t;

COMMENT ON TABLE V_DEPT_TREE IS '科室树（不含停用科室）';

-- 挂号明细：医生、床位可能没有
create or replace view v_reg_detail as
select r.reg_id,
       r.reg_no,
       r.reg_date,
       r.queue_no,
       p.patient_id,
       p.pat_name,
       p.sex,
       f_age(p.birth_date, r.reg_date) age_text,
       d.dept_name,
       nvl(c.doc_name, '未指定') doc_name,
       decode(c.title, '主任医师', '专家', '副主任医师', '专家', null, '普通', '普通') reg_kind,
       decode(r.status, 0, '候诊', 1, '就诊', 2, '完成', 9, '退号') status_name,
       w.ward_name || decode(b.bed_no, null, '', b.bed_no || '床') bed_text
  from patient p, reg_record r, dept d, doctor c, bed b, ward w
 where r.patient_id = p.patient_id
   and r.dept_id = d.dept_id
   and r.doctor_id = c.doctor_id(+)
   and p.patient_id = b.patient_id(+)
   and b.bed_status(+) = '占用'
   and b.ward_id = w.ward_id(+);

-- 患者最近一次就诊
CREATE OR REPLACE VIEW V_LAST_VISIT AS
SELECT patient_id, reg_id, reg_time, dept_name, visit_count
  FROM (SELECT r.patient_id,
               r.reg_id,
               r.reg_time,
               d.dept_name,
               ROW_NUMBER() OVER (PARTITION BY r.patient_id ORDER BY r.reg_time DESC, r.reg_id DESC) rn,
               COUNT(*) OVER (PARTITION BY r.patient_id) visit_count
          FROM reg_record r, 科室 d
         WHERE r.dept_id = d.dept_id
           AND r.status <> 9)
 WHERE rn = 1
WITH READ ONLY;

-- 费用分类汇总：每次挂号各类费用（行转列，老写法）
CREATE OR REPLACE VIEW V_FEE_CLASS AS
SELECT f.挂号id reg_id,
       SUM(DECODE(i.fee_class, '挂号', f.应收金额, 0)) reg_amt,
       SUM(DECODE(i.fee_class, '西药', f.应收金额, '中成药', f.应收金额, 0)) drug_amt,
       SUM(DECODE(i.fee_class, '化验', f.应收金额, '检查', f.应收金额, 0)) exam_amt,
       SUM(CASE WHEN i.fee_class NOT IN ('挂号', '西药', '中成药', '化验', '检查') THEN f.应收金额 ELSE 0 END) other_amt,
       SUM(f.应收金额) total_amt
  FROM fee_detail f, charge_item i
 WHERE f.项目编码 = i.item_code
   AND f.记录状态 <> 2
 GROUP BY f.挂号id;

-- 门诊科室工作量（不分日期；分日期的用 PKG_REPORT）
CREATE OR REPLACE VIEW V_DEPT_WORKLOAD AS
SELECT d.dept_id,
       d.dept_code,
       d.dept_name,
       NVL(g.reg_count, 0) reg_count,
       NVL(f.total_amt, 0) total_amt,
       RANK() OVER (ORDER BY NVL(f.total_amt, 0) DESC) rank_no,
       ROUND(NVL(f.total_amt, 0) / NULLIF(SUM(NVL(f.total_amt, 0)) OVER (), 0) * 100, 2) pct,
       SUM(NVL(f.total_amt, 0)) OVER (ORDER BY d.dept_code) run_amt
  FROM dept d,
       (SELECT dept_id, COUNT(*) reg_count
          FROM reg_record
         WHERE status <> 9
         GROUP BY dept_id) g,
       (SELECT r.dept_id, SUM(x.应收金额) total_amt
          FROM reg_record r, 收费明细 x
         WHERE x.挂号id = r.reg_id
           AND x.记录状态 IN (1, 3)
         GROUP BY r.dept_id) f
 WHERE d.dept_id = g.dept_id(+)
   AND d.dept_id = f.dept_id(+)
   AND d.dept_type = '门诊'
   AND d.stop_flag = 0;

-- 药品库存：每个药品一行，批次按失效日期排列
CREATE OR REPLACE VIEW V_DRUG_STOCK AS
SELECT /*+ INDEX(l IDX_LOT_EXPIRY) */
       i.item_code,
       i.item_name,
       i.unit,
       NVL(SUM(l.qty), 0) qty,
       COUNT(l.lot_id) lot_count,
       MIN(l.expiry_date) first_expiry,
       LISTAGG(NVL2(l.lot_id, l.lot_no || ':' || l.qty, NULL), ', ') WITHIN GROUP (ORDER BY l.expiry_date, l.lot_id) lots
  FROM charge_item i, drug_lot l
 WHERE i.item_code = l.item_code(+)
   AND l.qty(+) > 0
   AND i.fee_class IN ('西药', '中成药')
 GROUP BY i.item_code, i.item_name, i.unit;

-- 床位一览
CREATE OR REPLACE VIEW V_BED_STATUS AS
SELECT w.ward_id, w.ward_name, b.bed_no, b.bed_status, p.pat_name, b.day_price,
       COUNT(CASE WHEN b.bed_status = '空床' THEN 1 END) OVER (PARTITION BY w.ward_id) free_beds
  FROM ward w, bed b, patient p
 WHERE w.ward_id = b.ward_id
   AND b.patient_id = p.patient_id(+);

-- 发药追溯：医嘱、批次、患者
CREATE OR REPLACE VIEW V_DISPENSE_TRACE AS
SELECT s.dispense_id, o.order_id, p.pat_name, i.item_name, l.lot_no, s.qty,
       SUM(s.qty) OVER (PARTITION BY o.order_id ORDER BY s.dispense_id ROWS UNBOUNDED PRECEDING) run_qty,
       ROUND(s.qty * NVL(l.cost_price, 0), 2) cost_amt
  FROM drug_dispense s
  JOIN doctor_order o ON o.order_id = s.order_id
  JOIN drug_lot l ON l.lot_id = s.lot_id
  JOIN charge_item i ON i.item_code = o.item_code
  JOIN reg_record r ON r.reg_id = o.reg_id
  JOIN patient p ON p.patient_id = r.patient_id;

