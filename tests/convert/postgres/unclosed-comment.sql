SELECT 1 FROM t;
SELECT a /* the price
FROM t;
SELECT 2 FROM t;
