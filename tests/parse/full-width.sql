SELECT　姓名，NVL（年龄，0） FROM 病人信息 WHERE 病人ID ＝ 1；
