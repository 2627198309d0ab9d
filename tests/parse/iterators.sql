-- Iterators in qualified expressions (PL/SQL 21c)
DECLARE
    squares t_numbers := t_numbers(FOR i IN 1 .. 10 => i * i);
    odd t_numbers := t_numbers(FOR i IN 1 .. 9 BY 2 WHILE i < 8 SEQUENCE => i);
    by_id t_wards := t_wards(FOR w IN (SELECT id, name FROM wards) INDEX w.id => w.name);
    shared t_names := t_names(1 | 2 => 'both', 3 => 'a' || 'b', OTHERS => 'none');
BEGIN
    NULL;
END;
/
