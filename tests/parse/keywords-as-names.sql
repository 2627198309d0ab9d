-- Words that are keywords somewhere and names here.
SELECT date, type, level_no, first, last, rows, value, name AS "Name", timestamp FROM source left;
SELECT t.select, t.from, t.date FROM t;
SELECT DATE '2024-01-31', date + 1 FROM t;
SELECT count(*) over FROM t;
SELECT sum(x) OVER (ORDER BY y) over FROM t;
BEGIN
  type := 1;
  loop(1);
  open := close + fetch;
  exit;
  exit := 2;
  goto_label(continue => 1, return => 2);
  raise := 3;
END;
/
