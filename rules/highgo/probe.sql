--@ head
-- Probe for HighGo (HGDB, IvorySQL): run it in a scratch schema with the server's own client, keep what it prints, and give that to `xinyi probe --to highgo --read FILE`.
-- Statements may fail: that is an answer too. It makes objects called XINYI_PROBE… and drops them.
--@ highgo.mode
SELECT 'xinyi-probe: highgo.mode=' || coalesce(current_setting('ivorysql.compatible_mode', true), 'none');
