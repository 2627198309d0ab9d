--@ head
-- Probe for GBase 8c, openGauss: run it in a scratch schema with the server's own client, keep what it prints, and give that to `xinyi probe --to gbase-8c --read FILE`.
-- Statements may fail: that is an answer too. It makes objects called XINYI_PROBE… and drops them.
CREATE TABLE xinyi_probe_t (a NUMBER, b VARCHAR2(10), d DATE);
INSERT INTO xinyi_probe_t VALUES (1, 'x', SYSDATE);
SET behavior_compat_options = 'plstmt_implicit_savepoint,compat_cursor';
--@ g8c-identity
CREATE TABLE xinyi_probe_i (a NUMBER GENERATED ALWAYS AS IDENTITY, b NUMBER);
SELECT 'xinyi-probe: g8c-identity=same';
DROP TABLE xinyi_probe_i;
--@ g8c-default-on-null
CREATE TABLE xinyi_probe_d (a NUMBER DEFAULT ON NULL 1, b NUMBER);
SELECT 'xinyi-probe: g8c-default-on-null=same';
DROP TABLE xinyi_probe_d;
--@ end
DROP TABLE xinyi_probe_t;
