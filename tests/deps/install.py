#!/usr/bin/env python3
"""Files that need each other, named against their order: install.sql must load into PostgreSQL without an error, whatever order the names suggest.

    tests/deps/install.py XINYI
"""
import subprocess, sys, tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tools'))
import pg

FILES = {
    '0_alter.sql': 'ALTER TABLE t ADD CONSTRAINT t_pk PRIMARY KEY (a);\n',
    '1_data.sql': 'BEGIN\n  p.fill(3);\nEND;\n/\n',
    # a view and the function that it calls, whose body reads the view
    'a_function.sql': 'CREATE FUNCTION f (n NUMBER) RETURN NUMBER IS c NUMBER; BEGIN SELECT COUNT(*) INTO c FROM v WHERE a < n; RETURN c; END;\n/\n',
    'b_view.sql': 'CREATE VIEW v AS SELECT a, CASE WHEN a < 0 THEN f(a) END b FROM t;\n',
    # bodies sort before specifications, and call each other
    'p.pkb': 'CREATE PACKAGE BODY p IS\n  PROCEDURE fill (n NUMBER) IS BEGIN IF n > 0 THEN INSERT INTO t (a) VALUES (n); q.more(n - 1); END IF; END;\nEND;\n/\n',
    'p.pks': 'CREATE PACKAGE p IS\n  PROCEDURE fill (n NUMBER);\nEND;\n/\n',
    'q.pkb': 'CREATE PACKAGE BODY q IS\n  PROCEDURE more (n t.a%TYPE) IS BEGIN p.fill(n); END;\nEND;\n/\n',
    'q.pks': 'CREATE PACKAGE q IS\n  PROCEDURE more (n t.a%TYPE);\nEND;\n/\n',
    'z_table.sql': 'CREATE TABLE t (a NUMBER);\n',
}


def main():
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        folder.chmod(0o755)
        (folder / 'in').mkdir()
        for name, text in FILES.items():
            (folder / 'in' / name).write_text(text)
        subprocess.run([sys.argv[1], 'translate', '-q', '--to', 'postgres:15', folder / 'in', '-o', folder / 'out'], check=True)
        with pg.Cluster() as cluster:
            database = cluster.fresh('install')
            done = cluster.psql(database, '-v', 'ON_ERROR_STOP=1', '-f', str(folder / 'out' / 'install.sql'))
            if done.returncode:
                failures.append(done.stderr.decode())
            rows = cluster.psql(database, '-A', '-t', '-c', 'SELECT count(*), f(2) FROM t').stdout.decode().strip()
            if rows != '3|1':
                failures.append(f'the installed function gives {rows!r}')
    for failure in failures:
        print(failure)
    return bool(failures)


if __name__ == '__main__':
    sys.exit(main())
