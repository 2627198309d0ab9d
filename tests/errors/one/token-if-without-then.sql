BEGIN
  $IF $$debug
  ^ this $IF is not complete in its unit: $THEN or $END is missing
  ^ 此 $IF 在所在的程序单元中不完整：缺少 $THEN 或 $END
  a := 1;
  $END
END;
/
SELECT 'next' FROM dual;
