-- Writes the catalog of Oracle schemas as JSON for `xinyi --catalog` (docs/catalog.md). For SQL*Plus and Oracle 11g to 23ai; only reads.
--
--   sqlplus -S user/password@database @catalog.sql HIS,APP catalog.json
--
-- The first argument names the schemas, upper case, comma between them; the second the file to write. What the user may not see in the
-- ALL_ views is not written, so run it as a user with SELECT ANY DICTIONARY or as the owner. The text is ASCII whatever NLS_LANG says.
WHENEVER SQLERROR EXIT FAILURE
SET ECHO OFF
SET FEEDBACK OFF
SET HEADING OFF
SET PAGESIZE 0
SET VERIFY OFF
SET TERMOUT OFF
SET TAB OFF
SET TRIMSPOOL ON
SET LINESIZE 32767
SET SERVEROUTPUT ON SIZE UNLIMITED FORMAT WRAPPED
SPOOL &2

DECLARE
  c_owners CONSTANT VARCHAR2(4000) := ',' || REPLACE('&1', ' ') || ',';
  c_piece CONSTANT PLS_INTEGER := 1000; -- characters; each takes up to twelve in the output
  g_line VARCHAR2(32767);
  g_first_object BOOLEAN := TRUE;
  g_first_part BOOLEAN;
  g_wrapped BOOLEAN;
  g_lines NUMBER;

  -- ---- JSON ----

  PROCEDURE write_line IS
  BEGIN
    IF g_line IS NOT NULL THEN
      DBMS_OUTPUT.PUT_LINE(g_line);
      g_line := NULL;
    END IF;
  END;

  -- Line breaks mean nothing between the parts of JSON: a line is written before it becomes too long.
  PROCEDURE put(p_text IN VARCHAR2) IS
  BEGIN
    IF LENGTH(g_line) > 500 THEN
      write_line;
    END IF;
    g_line := g_line || p_text;
  END;

  -- ASCIISTR writes a backslash as \005C and what is not ASCII as \XXXX, which JSON calls \uXXXX.
  FUNCTION quoted(p_text IN VARCHAR2) RETURN VARCHAR2 IS
    l_text VARCHAR2(32767) := REPLACE(REPLACE(ASCIISTR(p_text), '\', '\u'), '"', '\"');
  BEGIN
    IF REGEXP_LIKE(l_text, '[[:cntrl:]]') THEN
      FOR i IN 0 .. 31 LOOP
        l_text := REPLACE(l_text, CHR(i), '\u00' || TO_CHAR(i, 'FM0X'));
      END LOOP;
    END IF;
    RETURN '"' || l_text || '"';
  END;

  PROCEDURE put_member(p_name IN VARCHAR2, p_value IN VARCHAR2) IS
  BEGIN
    IF p_value IS NOT NULL THEN
      put(',"' || p_name || '":' || quoted(p_value));
    END IF;
  END;

  PROCEDURE put_number(p_name IN VARCHAR2, p_value IN NUMBER) IS
  BEGIN
    IF p_value IS NOT NULL THEN
      put(',"' || p_name || '":' || TO_CHAR(p_value, 'TM9', 'NLS_NUMERIC_CHARACTERS=''. '''));
    END IF;
  END;

  PROCEDURE put_flag(p_name IN VARCHAR2, p_value IN BOOLEAN) IS
  BEGIN
    put(',"' || p_name || '":' || CASE WHEN p_value THEN 'true' ELSE 'false' END);
  END;

  -- A text as array of its pieces.
  PROCEDURE begin_text(p_name IN VARCHAR2) IS
  BEGIN
    put(',"' || p_name || '":[');
    g_first_part := TRUE;
  END;

  PROCEDURE put_pieces(p_text IN VARCHAR2) IS
    l_at PLS_INTEGER := 1;
  BEGIN
    WHILE l_at <= NVL(LENGTH(p_text), 0) LOOP
      IF NOT g_first_part THEN
        put(',');
      END IF;
      g_first_part := FALSE;
      put(quoted(SUBSTR(p_text, l_at, c_piece)));
      l_at := l_at + c_piece;
    END LOOP;
  END;

  PROCEDURE put_text(p_name IN VARCHAR2, p_text IN VARCHAR2) IS
  BEGIN
    IF p_text IS NOT NULL THEN
      begin_text(p_name);
      put_pieces(p_text);
      put(']');
    END IF;
  END;

  PROCEDURE begin_list(p_name IN VARCHAR2) IS
  BEGIN
    put(',"' || p_name || '":[');
    g_first_part := TRUE;
  END;

  -- An item of a list of objects; its first member is its name.
  PROCEDURE begin_item(p_name IN VARCHAR2) IS
  BEGIN
    put(CASE WHEN g_first_part THEN '{' ELSE ',{' END || '"name":' || quoted(p_name));
    g_first_part := FALSE;
  END;

  PROCEDURE begin_object(p_kind IN VARCHAR2, p_owner IN VARCHAR2, p_name IN VARCHAR2) IS
  BEGIN
    write_line;
    put(CASE WHEN g_first_object THEN '{' ELSE ',{' END || '"kind":' || quoted(p_kind));
    g_first_object := FALSE;
    put_member('owner', p_owner);
    put_member('name', p_name);
  END;


  -- ---- types ----

  PROCEDURE put_type(p_type IN VARCHAR2, p_owner IN VARCHAR2, p_length IN NUMBER, p_chars IN NUMBER, p_used IN VARCHAR2, p_precision IN NUMBER,
                     p_scale IN NUMBER) IS
  BEGIN
    put_member('type', p_type);
    IF p_owner IS NOT NULL AND p_owner NOT IN ('SYS', 'PUBLIC', 'XDB', 'MDSYS') THEN
      put_member('typeOwner', p_owner);
    ELSIF p_type IN ('VARCHAR2', 'CHAR') THEN
      put_number('length', CASE p_used WHEN 'C' THEN p_chars ELSE p_length END);
      put_member('lengthUnit', CASE p_used WHEN 'C' THEN 'char' ELSE 'byte' END);
    ELSIF p_type IN ('NVARCHAR2', 'NCHAR') THEN
      put_number('length', p_chars);
    ELSIF p_type IN ('RAW', 'UROWID') THEN
      put_number('length', p_length);
    ELSIF p_type IN ('NUMBER', 'FLOAT') THEN
      put_number('precision', p_precision);
      put_number('scale', CASE p_type WHEN 'NUMBER' THEN p_scale END);
    END IF;
  END;

  -- ---- tables, views ----

  FUNCTION identity_of(p_owner IN VARCHAR2, p_table IN VARCHAR2, p_column IN VARCHAR2) RETURN VARCHAR2 IS
    l_type VARCHAR2(20) := 'BY DEFAULT';
  BEGIN
    $IF DBMS_DB_VERSION.VERSION >= 12 $THEN
    SELECT generation_type INTO l_type
      FROM all_tab_identity_cols
     WHERE owner = p_owner AND table_name = p_table AND column_name = p_column;
    $END
    RETURN LOWER(l_type);
  END;

  PROCEDURE put_columns(p_owner IN VARCHAR2, p_table IN VARCHAR2) IS
    l_default VARCHAR2(32767);
  BEGIN
    begin_list('columns');
    FOR c IN (SELECT t.column_name, t.data_type, t.data_type_owner, t.data_length, t.char_length, t.char_used, t.data_precision, t.data_scale,
                     t.nullable, t.virtual_column, t.default_length, t.data_default,
                     $IF DBMS_DB_VERSION.VERSION >= 12 $THEN
                     t.identity_column, t.default_on_null
                     $ELSE
                     'NO' AS identity_column, 'NO' AS default_on_null
                     $END
                FROM all_tab_cols t
               WHERE t.owner = p_owner AND t.table_name = p_table AND t.hidden_column = 'NO'
               ORDER BY t.column_id) LOOP
      begin_item(c.column_name);
      put_type(c.data_type, c.data_type_owner, c.data_length, c.char_length, c.char_used, c.data_precision, c.data_scale);
      IF c.nullable = 'N' THEN
        put_flag('nullable', FALSE);
      END IF;
      IF c.identity_column = 'YES' THEN
        put_member('identity', identity_of(p_owner, p_table, c.column_name) || CASE WHEN c.default_on_null = 'YES' THEN ' on null' END);
      ELSIF c.default_length > 0 THEN
        l_default := c.data_default; -- a LONG, which PL/SQL reads as text
        put_text('default', RTRIM(l_default));
        IF c.virtual_column = 'YES' THEN
          put_flag('virtual', TRUE);
        ELSIF c.default_on_null = 'YES' THEN
          put_flag('defaultOnNull', TRUE);
        END IF;
      END IF;
      put('}');
    END LOOP;
    put(']');
  END;

  PROCEDURE put_constraint_columns(p_owner IN VARCHAR2, p_constraint IN VARCHAR2) IS
    l_list VARCHAR2(32767);
  BEGIN
    FOR c IN (SELECT column_name FROM all_cons_columns WHERE owner = p_owner AND constraint_name = p_constraint ORDER BY position) LOOP
      l_list := l_list || CASE WHEN l_list IS NOT NULL THEN ',' END || quoted(c.column_name);
    END LOOP;
    put(',"columns":[' || l_list || ']');
  END;

  PROCEDURE put_references(p_owner IN VARCHAR2, p_constraint IN VARCHAR2) IS
  BEGIN
    FOR r IN (SELECT owner, table_name, constraint_name FROM all_constraints WHERE owner = p_owner AND constraint_name = p_constraint) LOOP
      put(',"references":{"name":' || quoted(r.table_name));
      put_member('owner', r.owner);
      put_constraint_columns(r.owner, r.constraint_name);
      put('}');
    END LOOP;
  END;

  -- NOT NULL, which Oracle keeps as a check, is said at the column already.
  PROCEDURE put_constraints(p_owner IN VARCHAR2, p_table IN VARCHAR2) IS
    l_condition VARCHAR2(32767);
  BEGIN
    begin_list('constraints');
    FOR c IN (SELECT owner, constraint_name, constraint_type, search_condition, r_owner, r_constraint_name, status, validated, deferrable
                FROM all_constraints
               WHERE owner = p_owner AND table_name = p_table AND constraint_type IN ('P', 'U', 'C', 'R')
               ORDER BY constraint_name) LOOP
      l_condition := c.search_condition;
      IF c.constraint_type <> 'C' OR NOT REGEXP_LIKE(l_condition, '^"[^"]+" IS NOT NULL$') THEN
        begin_item(c.constraint_name);
        put_member('type', CASE c.constraint_type WHEN 'P' THEN 'primary key' WHEN 'U' THEN 'unique' WHEN 'C' THEN 'check' ELSE 'foreign key' END);
        IF c.constraint_type = 'C' THEN
          put_text('condition', l_condition);
        ELSE
          put_constraint_columns(c.owner, c.constraint_name);
        END IF;
        IF c.constraint_type = 'R' THEN
          put_references(c.r_owner, c.r_constraint_name);
        END IF;
        IF c.status = 'DISABLED' THEN
          put_flag('enabled', FALSE);
        ELSIF c.validated = 'NOT VALIDATED' THEN
          put_flag('validated', FALSE);
        END IF;
        IF c.deferrable = 'DEFERRABLE' THEN
          put_flag('deferrable', TRUE);
        END IF;
        put('}');
      END IF;
    END LOOP;
    put(']');
  END;

  PROCEDURE put_tables IS
  BEGIN
    FOR t IN (SELECT a.owner, a.table_name, a.temporary
                FROM all_all_tables a
               WHERE INSTR(c_owners, ',' || a.owner || ',') > 0 AND a.nested = 'NO' AND a.table_name NOT LIKE 'BIN$%'
                 AND NVL(a.iot_type, '-') NOT IN ('IOT_OVERFLOW', 'IOT_MAPPING')
                 AND NOT EXISTS (SELECT NULL FROM all_mviews m WHERE m.owner = a.owner AND m.container_name = a.table_name)
               ORDER BY a.owner, a.table_name) LOOP
      begin_object('table', t.owner, t.table_name);
      IF t.temporary = 'Y' THEN
        put_flag('temporary', TRUE);
      END IF;
      put_columns(t.owner, t.table_name);
      put_constraints(t.owner, t.table_name);
      put('}');
    END LOOP;
  END;

  -- A query may be longer than a VARCHAR2: the LONG is read in pieces.
  PROCEDURE put_query(p_select IN VARCHAR2, p_owner IN VARCHAR2, p_name IN VARCHAR2) IS
    c_bytes CONSTANT PLS_INTEGER := 8000;
    l_cursor INTEGER := DBMS_SQL.OPEN_CURSOR;
    l_text VARCHAR2(32767);
    l_length INTEGER;
    l_at INTEGER := 0;
    l_rows INTEGER;
  BEGIN
    DBMS_SQL.PARSE(l_cursor, p_select, DBMS_SQL.NATIVE);
    DBMS_SQL.BIND_VARIABLE(l_cursor, ':o', p_owner);
    DBMS_SQL.BIND_VARIABLE(l_cursor, ':n', p_name);
    DBMS_SQL.DEFINE_COLUMN_LONG(l_cursor, 1);
    l_rows := DBMS_SQL.EXECUTE_AND_FETCH(l_cursor);
    begin_text('query');
    WHILE l_rows > 0 LOOP
      DBMS_SQL.COLUMN_VALUE_LONG(l_cursor, 1, c_bytes, l_at, l_text, l_length);
      EXIT WHEN NVL(l_length, 0) = 0;
      put_pieces(l_text);
      l_at := l_at + l_length;
    END LOOP;
    put(']');
    DBMS_SQL.CLOSE_CURSOR(l_cursor);
  END;

  PROCEDURE put_views IS
  BEGIN
    FOR v IN (SELECT owner, view_name FROM all_views WHERE INSTR(c_owners, ',' || owner || ',') > 0 ORDER BY owner, view_name) LOOP
      begin_object('view', v.owner, v.view_name);
      put_columns(v.owner, v.view_name);
      put_query('SELECT text FROM all_views WHERE owner = :o AND view_name = :n', v.owner, v.view_name);
      put('}');
    END LOOP;
    FOR v IN (SELECT owner, mview_name FROM all_mviews WHERE INSTR(c_owners, ',' || owner || ',') > 0 ORDER BY owner, mview_name) LOOP
      begin_object('materialized view', v.owner, v.mview_name);
      put_columns(v.owner, v.mview_name);
      put_query('SELECT query FROM all_mviews WHERE owner = :o AND mview_name = :n', v.owner, v.mview_name);
      put('}');
    END LOOP;
  END;

  PROCEDURE put_index_columns(p_owner IN VARCHAR2, p_index IN VARCHAR2) IS
    l_text VARCHAR2(32767);
    l_separator VARCHAR2(1);
  BEGIN
    put(',"columns":[');
    FOR c IN (SELECT column_name, column_position FROM all_ind_columns WHERE index_owner = p_owner AND index_name = p_index ORDER BY column_position) LOOP
      l_text := NULL; -- a LONG may not be joined
      FOR e IN (SELECT column_expression FROM all_ind_expressions
                 WHERE index_owner = p_owner AND index_name = p_index AND column_position = c.column_position) LOOP
        l_text := e.column_expression;
      END LOOP;
      put(l_separator || CASE WHEN l_text IS NULL THEN quoted(c.column_name) ELSE '{"expression":' || quoted(SUBSTR(l_text, 1, 2 * c_piece)) || '}' END);
      l_separator := ',';
    END LOOP;
    put(']');
  END;

  PROCEDURE put_indexes IS
  BEGIN
    FOR i IN (SELECT owner, index_name, table_owner, table_name, uniqueness, index_type
                FROM all_indexes
               WHERE INSTR(c_owners, ',' || owner || ',') > 0 AND table_type = 'TABLE' AND index_type NOT IN ('LOB', 'IOT - TOP', 'CLUSTER', 'DOMAIN')
                 AND table_name NOT LIKE 'BIN$%'
               ORDER BY owner, index_name) LOOP
      begin_object('index', i.owner, i.index_name);
      put_member('tableOwner', i.table_owner);
      put_member('table', i.table_name);
      IF i.uniqueness = 'UNIQUE' THEN
        put_flag('unique', TRUE);
      ELSIF i.index_type LIKE '%BITMAP%' THEN
        put_flag('bitmap', TRUE);
      END IF;
      put_index_columns(i.owner, i.index_name);
      put('}');
    END LOOP;
  END;

  -- ---- sequences, synonyms, links ----

  PROCEDURE put_sequences IS
  BEGIN
    FOR s IN (SELECT sequence_owner, sequence_name, min_value, max_value, increment_by, cycle_flag, cache_size
                FROM all_sequences
               WHERE INSTR(c_owners, ',' || sequence_owner || ',') > 0
               ORDER BY sequence_owner, sequence_name) LOOP
      begin_object('sequence', s.sequence_owner, s.sequence_name);
      put_number('increment', s.increment_by);
      put_number('minimum', s.min_value);
      put_number('maximum', s.max_value);
      put_number('cache', s.cache_size);
      IF s.cycle_flag = 'Y' THEN
        put_flag('cycle', TRUE);
      END IF;
      put('}');
    END LOOP;
  END;

  -- Private ones of the schemas, and public ones for their objects.
  PROCEDURE put_synonyms IS
  BEGIN
    FOR s IN (SELECT owner, synonym_name, table_owner, table_name, db_link
                FROM all_synonyms
               WHERE INSTR(c_owners, ',' || owner || ',') > 0 OR (owner = 'PUBLIC' AND INSTR(c_owners, ',' || table_owner || ',') > 0)
               ORDER BY owner, synonym_name) LOOP
      begin_object('synonym', s.owner, s.synonym_name);
      put_member('targetOwner', s.table_owner);
      put_member('target', s.table_name);
      put_member('link', s.db_link);
      put('}');
    END LOOP;
  END;

  PROCEDURE put_links IS
  BEGIN
    FOR l IN (SELECT owner, db_link, username FROM all_db_links WHERE owner = 'PUBLIC' OR INSTR(c_owners, ',' || owner || ',') > 0 ORDER BY owner, db_link) LOOP
      begin_object('database link', l.owner, l.db_link);
      put_member('user', l.username);
      put('}');
    END LOOP;
  END;

  -- ---- PL/SQL ----

  -- Wrapped source says nothing: g_wrapped tells the caller to write what the other views know.
  PROCEDURE put_source(p_owner IN VARCHAR2, p_name IN VARCHAR2, p_type IN VARCHAR2) IS
    l_begun BOOLEAN := FALSE;
  BEGIN
    g_wrapped := TRUE;
    FOR s IN (SELECT line, text FROM all_source WHERE owner = p_owner AND name = p_name AND type = p_type ORDER BY line) LOOP
      IF s.line = 1 THEN
        g_wrapped := REGEXP_LIKE(s.text, '(^|[[:space:]])wrapped[[:space:]]*$', 'in');
        EXIT WHEN g_wrapped;
        begin_text('source');
        l_begun := TRUE;
      END IF;
      put_pieces(s.text);
    END LOOP;
    IF l_begun THEN
      put(']');
    END IF;
  END;

  PROCEDURE put_argument_type(p_type IN VARCHAR2, p_pls_type IN VARCHAR2, p_owner IN VARCHAR2, p_name IN VARCHAR2, p_subname IN VARCHAR2) IS
  BEGIN
    IF p_name IS NULL OR p_owner IN ('SYS', 'PUBLIC') THEN
      put_member('type', NVL(p_pls_type, p_type));
    ELSE
      put_member('typeOwner', p_owner);
      put_member('typePackage', CASE WHEN p_subname IS NOT NULL THEN p_name END);
      put_member('type', NVL(p_subname, p_name));
    END IF;
  END;

  -- Parameters and result of one subprogram; its object is known by id, for names repeat.
  PROCEDURE put_arguments(p_object IN NUMBER, p_subprogram IN NUMBER) IS
  BEGIN
    begin_list('parameters');
    FOR a IN (SELECT argument_name, in_out, data_type, pls_type, type_owner, type_name, type_subname, defaulted
                FROM all_arguments
               WHERE object_id = p_object AND subprogram_id = p_subprogram AND data_level = 0 AND position > 0 AND argument_name IS NOT NULL
               ORDER BY position) LOOP
      begin_item(a.argument_name);
      put_argument_type(a.data_type, a.pls_type, a.type_owner, a.type_name, a.type_subname);
      put_member('mode', CASE a.in_out WHEN 'OUT' THEN 'out' WHEN 'IN/OUT' THEN 'in out' ELSE 'in' END);
      IF a.defaulted = 'Y' THEN
        put_flag('hasDefault', TRUE);
      END IF;
      put('}');
    END LOOP;
    put(']');
    FOR a IN (SELECT data_type, pls_type, type_owner, type_name, type_subname
                FROM all_arguments
               WHERE object_id = p_object AND subprogram_id = p_subprogram AND data_level = 0 AND position = 0) LOOP
      put(',"returns":{"name":null');
      put_argument_type(a.data_type, a.pls_type, a.type_owner, a.type_name, a.type_subname);
      put('}');
    END LOOP;
  END;

  PROCEDURE put_routines IS
  BEGIN
    FOR p IN (SELECT o.owner, o.object_name, o.object_id, o.object_type, p.subprogram_id, p.deterministic, p.pipelined
                FROM all_objects o JOIN all_procedures p ON p.object_id = o.object_id
               WHERE o.object_type IN ('FUNCTION', 'PROCEDURE') AND INSTR(c_owners, ',' || o.owner || ',') > 0
               ORDER BY o.owner, o.object_name) LOOP
      begin_object(LOWER(p.object_type), p.owner, p.object_name);
      put_source(p.owner, p.object_name, p.object_type);
      IF g_wrapped THEN
        put_arguments(p.object_id, p.subprogram_id);
        put_flag('deterministic', p.deterministic = 'YES');
        put_flag('pipelined', p.pipelined = 'YES');
      END IF;
      put('}');
    END LOOP;
  END;

  PROCEDURE put_package_routines(p_object IN NUMBER) IS
    l_functions NUMBER;
    l_separator VARCHAR2(1);
  BEGIN
    put(',"routines":[');
    FOR r IN (SELECT procedure_name, subprogram_id, deterministic, pipelined
                FROM all_procedures
               WHERE object_id = p_object AND procedure_name IS NOT NULL
               ORDER BY subprogram_id) LOOP
      SELECT COUNT(*) INTO l_functions
        FROM all_arguments
       WHERE object_id = p_object AND subprogram_id = r.subprogram_id AND data_level = 0 AND position = 0;
      put(l_separator || '{"name":' || quoted(r.procedure_name));
      put_member('routineKind', CASE WHEN l_functions > 0 THEN 'function' ELSE 'procedure' END);
      put_arguments(p_object, r.subprogram_id);
      put_flag('deterministic', r.deterministic = 'YES');
      put_flag('pipelined', r.pipelined = 'YES');
      put('}');
      l_separator := ',';
    END LOOP;
    put(']');
  END;

  PROCEDURE put_packages IS
  BEGIN
    FOR p IN (SELECT owner, object_name, object_id, object_type
                FROM all_objects
               WHERE object_type IN ('PACKAGE', 'PACKAGE BODY', 'TYPE BODY', 'TRIGGER') AND INSTR(c_owners, ',' || owner || ',') > 0
               ORDER BY owner, object_name, object_type) LOOP
      -- Wrapped bodies and triggers say nothing; a wrapped package still has its routines.
      SELECT COUNT(*) INTO g_lines FROM all_source
       WHERE owner = p.owner AND name = p.object_name AND type = p.object_type AND line = 1
         AND NOT REGEXP_LIKE(text, '(^|[[:space:]])wrapped[[:space:]]*$', 'in');
      IF g_lines > 0 OR p.object_type = 'PACKAGE' THEN
        begin_object(LOWER(p.object_type), p.owner, p.object_name);
        put_source(p.owner, p.object_name, p.object_type);
        IF g_wrapped AND p.object_type = 'PACKAGE' THEN
          put_package_routines(p.object_id);
        END IF;
        put('}');
      END IF;
    END LOOP;
  END;

  PROCEDURE put_attributes(p_owner IN VARCHAR2, p_type IN VARCHAR2) IS
  BEGIN
    begin_list('attributes');
    FOR a IN (SELECT attr_name, attr_type_owner, attr_type_name, length, precision, scale
                FROM all_type_attrs
               WHERE owner = p_owner AND type_name = p_type AND inherited = 'NO'
               ORDER BY attr_no) LOOP
      begin_item(a.attr_name);
      put_type(a.attr_type_name, a.attr_type_owner, a.length, a.length, 'B', a.precision, a.scale);
      put('}');
    END LOOP;
    put(']');
  END;

  PROCEDURE put_types IS
  BEGIN
    FOR t IN (SELECT t.owner, t.type_name, t.typecode, t.final, t.supertype_owner, t.supertype_name,
                     c.coll_type, c.upper_bound, c.elem_type_owner, c.elem_type_name, c.length, c.precision, c.scale
                FROM all_types t LEFT JOIN all_coll_types c ON c.owner = t.owner AND c.type_name = t.type_name
               WHERE INSTR(c_owners, ',' || t.owner || ',') > 0 AND t.type_name NOT LIKE 'SYS_PLSQL_%' AND t.type_name NOT LIKE 'SYSTP%'
               ORDER BY t.owner, t.type_name) LOOP
      begin_object('type', t.owner, t.type_name);
      put_source(t.owner, t.type_name, 'TYPE');
      IF t.typecode = 'COLLECTION' THEN
        put_member('typeKind', CASE t.coll_type WHEN 'TABLE' THEN 'table' ELSE 'varray' END);
        put_number('limit', t.upper_bound);
        put(',"element":{"name":null');
        put_type(t.elem_type_name, t.elem_type_owner, t.length, t.length, 'B', t.precision, t.scale);
        put('}');
      ELSE
        put_member('typeKind', 'object');
        put_attributes(t.owner, t.type_name);
        put_member('supertypeOwner', t.supertype_owner);
        put_member('supertype', t.supertype_name);
        put_flag('final', t.final = 'YES');
      END IF;
      put('}');
    END LOOP;
  END;
BEGIN
  DBMS_OUTPUT.ENABLE(NULL);
  DBMS_OUTPUT.PUT_LINE('{"xinyi_catalog":1,"database":' || quoted(SYS_CONTEXT('USERENV', 'DB_NAME')) || ',"objects":[');
  put_tables;
  put_views;
  put_indexes;
  put_sequences;
  put_synonyms;
  put_links;
  put_types;
  put_routines;
  put_packages;
  write_line;
  DBMS_OUTPUT.PUT_LINE(']}');
END;
/
SPOOL OFF
EXIT
