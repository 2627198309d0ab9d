BEGIN
  a := 'it's';
            ^ this string is not closed
            ^ 此字符串没有结束
END;
/
SELECT 'next' FROM dual;
