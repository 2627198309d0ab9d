SELECT a.x, b.y
  FROM a, b
 WHERE a.id = b.id(+) AND b.k( + ) = 1;
SELECT * FROM a LEFT JOIN b ON a.x = b.x NATURAL JOIN c CROSS JOIN d FULL OUTER JOIN e USING (i, j);
SELECT * FROM (a INNER JOIN b ON a.x = b.x), TABLE(f(1)) t, LATERAL (SELECT 1 FROM dual) l;
