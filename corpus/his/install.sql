REM ==========================================================================
REM  信诚医院信息系统 XCHIS 3.2   安装脚本
REM  用法：sqlplus his/口令@库 @install.sql
REM  04_functions.sql 为 GB18030 编码（老系统遗留），其余为 UTF-8
REM ==========================================================================
SET DEFINE OFF
SET SERVEROUTPUT ON SIZE UNLIMITED
SET FEEDBACK OFF
SET LINESIZE 200
WHENEVER OSERROR EXIT FAILURE
WHENEVER SQLERROR EXIT SQL.SQLCODE ROLLBACK

PROMPT == 安装 XCHIS 3.2 ==
PROMPT 1. 表
@@01_tables.sql
PROMPT 2. 序列、索引、同义词
@@02_sequences.sql
PROMPT 3. 初始数据
@@03_data.sql

-- 以下对象互相引用，编译警告最后统一检查
WHENEVER SQLERROR CONTINUE
PROMPT 4. 函数
@@04_functions.sql
PROMPT 5. 视图
@@05_views.sql
PROMPT 6. 包
@@06_pkg_fee.sql
SHOW ERRORS PACKAGE BODY pkg_fee
@@07_pkg_reg.sql
@@08_pkg_order.sql
@@09_pkg_pharmacy.sql
@@10_pkg_report.sql
PROMPT 7. 触发器
@@11_triggers.sql
SHOW ERRORS

SET FEEDBACK ON
PROMPT == 安装完毕 ==
