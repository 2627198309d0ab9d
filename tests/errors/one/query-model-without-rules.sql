SELECT a FROM t MODEL DIMENSION BY (a);
                                      ^ `;` does not fit here; expected MEASURES
                                      ^ 此处不应出现 `;`；应为 MEASURES
SELECT 'next' FROM dual;
