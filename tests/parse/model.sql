-- MODEL: every part of the clause
SELECT country, prod, year, sales FROM v MODEL IGNORE NAV RETURN UPDATED ROWS
 REFERENCE r ON (SELECT a, b FROM u) DIMENSION BY (a) MEASURES (b) IGNORE NAV
 MAIN m PARTITION BY (country) DIMENSION BY (prod, year y) MEASURES (sales s, 0 AS t) UNIQUE SINGLE REFERENCE
 RULES UPSERT ALL AUTOMATIC ORDER ITERATE (10) UNTIL (t[1, 2] > 3)
 ( UPDATE s['a', FOR y FROM 2000 TO 2005 INCREMENT 1] ORDER BY y DESC = s[CV(prod), CV(y) - 1] * 1.1,
   s[prod LIKE 'x%', y > 2000] = AVG(s)['b', y BETWEEN 1 AND 3],
   s[ANY, y IS ANY] = CASE WHEN s[CV(), 1] IS PRESENT THEN 1 ELSE r.b[3] END,
   s[FOR (prod, y) IN (SELECT a, b FROM c)] = 3 )
ORDER BY 1;
SELECT s FROM v MODEL DIMENSION BY (a) MEASURES (s) (s[1] = 2);
-- the words of the clauses stay names elsewhere
SELECT final, running, model, pattern, rules, measures, define, upsert FROM one subset WHERE main = until;
