EXECUTE his.charge( -
  1, -
  'a - b')
REM first -
second
PROMPT one -
two
