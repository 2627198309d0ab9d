--@ session-mode
-- For HighGo (HGDB, IvorySQL): connect to the port of pg mode (5432), also from applications.
SET ivorysql.compatible_mode = pg;
