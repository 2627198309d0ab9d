CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) (PARTITION p LESS THAN (10));
                                                              ^ `LESS` does not fit here; expected `)`, VALUES, `(` or `,`
                                                              ^ 此处不应出现 `LESS`；应为 `)`、VALUES、`(` 或 `,`
SELECT 'next' FROM dual;
