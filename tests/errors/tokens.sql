SELECT \ FROM dual;
       ^ the character \ cannot stand here
SELECT "a
       ^ this quoted name is not closed on its line
FROM dual;
SELECT $x FROM dual;
       ^ the character $x cannot stand here
BEGIN
  x := $if $$debug $then 1 $else 2;
       ^ this $IF is not complete in its unit: $THEN or $END is missing
END;
/
SELECT q'[it's
       ^ this q-quoted string is not closed by ]'
