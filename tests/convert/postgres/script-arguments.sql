-- arguments of scripts: &1, &2 … of the script called; a variable in the file's name
DEFINE unset
@@install_component.sql 'core/fee tables.sql' &who
START step "a 'b'" 2;
@&dir./load.sql
@@&&name
@plain
