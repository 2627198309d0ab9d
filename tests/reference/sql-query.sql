-- # Queries and subqueries (SELECT)
-- select_list, c_alias, table.*
SELECT a, b AS x, c y, t.* FROM t;
-- query without FROM (23ai)
SELECT 1;
-- DISTINCT | UNIQUE | ALL
SELECT UNIQUE a FROM (SELECT ALL b FROM t);
-- hint
SELECT /*+ INDEX(t i) */ a FROM t;
-- with_clause: subquery_factoring_clause
WITH x (a) AS (SELECT 1 FROM dual), y AS (SELECT * FROM x) SELECT * FROM y;
-- with_clause: search_clause, cycle_clause
WITH x (a, p) AS (SELECT a, p FROM t UNION ALL SELECT t.a, t.p FROM t, x WHERE t.p = x.a)
  SEARCH DEPTH FIRST BY a SET o CYCLE a SET c TO 'Y' DEFAULT 'N' SELECT * FROM x;
-- with_clause: plsql_declarations
WITH FUNCTION f (n NUMBER) RETURN NUMBER IS BEGIN RETURN n; END; SELECT f(1) FROM dual;
/
-- with_clause: subav_factoring_clause
WITH v ANALYTIC VIEW AS (USING sales HIERARCHIES (h)) SELECT a FROM v HIERARCHIES (h);
-- partition_extension_clause
SELECT * FROM t PARTITION (p1), t SUBPARTITION FOR (1, 'x');
-- subquery_restriction_clause
SELECT * FROM (SELECT a FROM t WITH CHECK OPTION);
-- table_collection_expression
SELECT * FROM TABLE(f(1)), TABLE(CAST(v AS t_list)) x, THE(SELECT c FROM t) y, TABLE(x.c)(+);
-- sample_clause
SELECT * FROM t SAMPLE BLOCK (10) SEED (1);
-- flashback_query_clause: AS OF
SELECT * FROM t AS OF TIMESTAMP (SYSTIMESTAMP - 1), u AS OF SCN 1;
-- flashback_query_clause: VERSIONS, PERIOD FOR
SELECT * FROM t VERSIONS BETWEEN SCN MINVALUE AND MAXVALUE, u AS OF PERIOD FOR p SYSDATE;
-- ONLY (view)
SELECT * FROM ONLY (v);
-- remote table
SELECT * FROM his.t@link.domain@inst;
-- inline_external_table
SELECT * FROM EXTERNAL ((a NUMBER) TYPE ORACLE_LOADER DEFAULT DIRECTORY d LOCATION ('x')) e;
-- modified_external_table
SELECT * FROM t EXTERNAL MODIFY (LOCATION ('y'));
-- values_clause (23ai)
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) v (n, c);
-- inner_cross_join_clause
SELECT * FROM a JOIN b ON a.x = b.x INNER JOIN c USING (y) CROSS JOIN d NATURAL INNER JOIN e;
-- outer_join_clause
SELECT * FROM a LEFT OUTER JOIN b ON a.x = b.x RIGHT JOIN c USING (y) FULL OUTER JOIN d ON 1 = 1;
-- outer_join_clause: query_partition_clause
SELECT * FROM a PARTITION BY (a.x) RIGHT OUTER JOIN b ON a.y = b.y;
-- outer join operator (+)
SELECT * FROM a, b WHERE a.x = b.x(+) AND b.y(+) > 1;
-- cross_outer_apply_clause, LATERAL
SELECT * FROM a CROSS APPLY (SELECT * FROM b WHERE b.x = a.x) OUTER APPLY f(a.x) g, LATERAL (SELECT 1 FROM dual);
-- where_clause
SELECT * FROM t WHERE a = 1;
-- hierarchical_query_clause
SELECT LEVEL, CONNECT_BY_ROOT a, SYS_CONNECT_BY_PATH(a, '/'), CONNECT_BY_ISLEAF FROM t START WITH p IS NULL CONNECT BY NOCYCLE PRIOR a = p ORDER SIBLINGS BY a;
-- group_by_clause, HAVING
SELECT a, count(*) FROM t GROUP BY a HAVING count(*) > 1;
-- rollup_cube_clause, grouping_sets_clause
SELECT a FROM t GROUP BY ROLLUP(a, b), CUBE((c, d), e), GROUPING SETS ((a), (b, c), ());
-- GROUP BY ALL, by alias and position (23ai)
SELECT a, sum(b) FROM t GROUP BY ALL;
-- window_clause
SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY c);
-- qualify_clause
SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1;
-- model_clause
SELECT a, y, s FROM t MODEL IGNORE NAV RETURN UPDATED ROWS REFERENCE r ON (SELECT c, d FROM u) DIMENSION BY (c) MEASURES (d) MAIN m
  PARTITION BY (a) DIMENSION BY (y) MEASURES (s) UNIQUE SINGLE REFERENCE RULES UPSERT SEQUENTIAL ORDER ITERATE (3) UNTIL (s[1] > 2)
  (s[FOR y IN (1, 2)] = s[CV(y) - 1] + r.d[1], UPDATE s[ANY] ORDER BY y = 1, s[FOR y FROM 1 TO 9 INCREMENT 2] = 0);
-- row_pattern_clause (MATCH_RECOGNIZE)
SELECT * FROM t MATCH_RECOGNIZE (PARTITION BY a ORDER BY b MEASURES FINAL LAST(x.b) AS l, CLASSIFIER() AS c ALL ROWS PER MATCH WITH UNMATCHED ROWS
  AFTER MATCH SKIP TO LAST x PATTERN (^ s+ {- x* -} (y | z){2,3}? $) SUBSET u = (x, y) DEFINE x AS x.b > PREV(x.b), y AS 1 = 1);
-- pivot_clause
SELECT * FROM t PIVOT XML (sum(a) AS s, count(*) FOR (b, c) IN (ANY, ANY)) p;
-- pivot_clause: lists
SELECT * FROM t PIVOT (sum(a) FOR b IN (1 AS x, 2)) p;
-- unpivot_clause
SELECT * FROM t UNPIVOT INCLUDE NULLS ((a, b) FOR k IN ((c, d) AS 'x', (e, f) AS 'y'));
-- set operators
SELECT 1 FROM a UNION ALL SELECT 2 FROM b INTERSECT SELECT 3 FROM c MINUS SELECT 4 FROM d EXCEPT ALL SELECT 5 FROM e;
-- order_by_clause
SELECT a FROM t ORDER BY 1, a DESC NULLS LAST, b ASC NULLS FIRST;
-- row_limiting_clause
SELECT a FROM t ORDER BY a OFFSET 1 ROW FETCH NEXT 10 PERCENT ROWS WITH TIES;
-- row_limiting_clause: vectors (23ai)
SELECT a FROM t ORDER BY v FETCH APPROX FIRST 2 PARTITIONS BY b, 3 ROWS ONLY WITH TARGET ACCURACY 90;
-- for_update_clause
SELECT a FROM t FOR UPDATE OF t.a SKIP LOCKED;
-- for_update_clause: WAIT
SELECT a FROM t FOR UPDATE WAIT 5;
-- graph_table operator
SELECT * FROM GRAPH_TABLE (g MATCH (a IS p) -[e]-> (b) COLUMNS (a.x AS x));
-- analytic views: HIERARCHIES, ANALYTIC VIEW(…)
SELECT * FROM av HIERARCHIES (h1, h2), ANALYTIC VIEW (USING av HIERARCHIES (h1)) x;
-- containers_clause, shards_clause
SELECT * FROM CONTAINERS(hr.emp), SHARDS(t);
-- nested_clause of JSON
SELECT * FROM t NESTED doc.items[*] COLUMNS (n NUMBER PATH '$.n') x;
-- polymorphic table function
SELECT * FROM p(TABLE(t) , COLUMNS(a, b), x => DESCRIPTOR(c));
-- call of a table function without TABLE
SELECT * FROM pkg.f(1, n => 2) x;
