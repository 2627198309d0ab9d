CREATE OR REPLACE TRIGGER g INSERT ON t
                            ^ `INSERT` does not fit here; expected the time of the trigger (BEFORE, AFTER ...)
                            ^ 此处不应出现 `INSERT`；应为触发时机（BEFORE、AFTER 等）
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
