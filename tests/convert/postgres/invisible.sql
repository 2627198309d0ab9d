SELECT a​, b FROM t;
SELECT na​me FROM t;
﻿SELECT 2 FROM t;
SELECT 1​x, a⁠+b, c FROM t;
SEL​ECT 3 FROM t;
SELECT 'a b​' FROM t; -- ​
