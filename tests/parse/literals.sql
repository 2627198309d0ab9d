SELECT 'it''s', q'[it's]', N'é', nq'{x}', 1, .5, 1.5e-3f, 2d, DATE '2024-01-31', TIMESTAMP '2024-01-31 10:00:00 +08:00',
       INTERVAL '4 5:12' DAY(3) TO MINUTE, INTERVAL '1' YEAR, NULL, 'a' || CHR(10) || 'b'
  FROM dual;
