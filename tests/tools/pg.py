"""A throw-away PostgreSQL for tests: private socket in a temporary directory, no TCP, gone with the process.

The server is PG_BINDIR, else the newest below /usr/lib/postgresql. Started by root, it runs as the user postgres.
"""
import glob, os, re, shutil, subprocess, tempfile


class NoServer(Exception):
    pass


def binaries():
    if os.environ.get('PG_BINDIR'):
        return os.environ['PG_BINDIR']
    found = glob.glob('/usr/lib/postgresql/*/bin/initdb')
    if not found:
        raise NoServer('no PostgreSQL server found; ./dev setup installs it')
    return os.path.dirname(max(found, key=lambda path: int(path.split('/')[4])))


class Cluster:
    def __init__(self, extensions=()):
        self.bin = binaries()
        self.dir = tempfile.mkdtemp(prefix='xinyi-pg-')
        self.root = os.geteuid() == 0
        if self.root:
            shutil.chown(self.dir, 'postgres')
        try:
            self._server('initdb', '-D', f'{self.dir}/data', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-U', 'postgres')
            with open(f'{self.dir}/data/postgresql.conf', 'a') as conf:
                conf.write(f"listen_addresses = ''\nunix_socket_directories = '{self.dir}'\nfsync = off\ntimezone = 'Asia/Shanghai'\n")
            self._server('pg_ctl', '-D', f'{self.dir}/data', '-w', '-l', f'{self.dir}/log', 'start')
            self.run('postgres', 'CREATE DATABASE template_xinyi')
            for extension in extensions:
                self.run('template_xinyi', f'CREATE EXTENSION {extension}')
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _server(self, program, *args):
        command = [f'{self.bin}/{program}', *args]
        if self.root:
            command = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', *command]
        done = subprocess.run(command, cwd='/', stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode:
            raise NoServer(f'{program}: {done.stderr.decode(errors="replace")}')

    def psql(self, database, *args, data=None, timeout=60, cwd=None):
        environment = {**os.environ, 'PGCLIENTENCODING': 'UTF8'}
        command = [f'{self.bin}/psql', '-X', '-q', '-h', self.dir, '-U', 'postgres', '-d', database, *args]
        return subprocess.run(command, input=data, capture_output=True, timeout=timeout, env=environment, cwd=cwd)

    def run(self, database, sql):
        done = self.psql(database, '-v', 'ON_ERROR_STOP=1', '-c', sql)
        if done.returncode:
            raise NoServer(done.stderr.decode(errors='replace'))

    def fresh(self, name):
        """A new database of this name, made from the template."""
        self.run('postgres', f'DROP DATABASE IF EXISTS {name} WITH (FORCE)')
        self.run('postgres', f'CREATE DATABASE {name} TEMPLATE template_xinyi')
        return name

    def close(self):
        try:
            if os.path.exists(f'{self.dir}/data/postmaster.pid'):
                self._server('pg_ctl', '-D', f'{self.dir}/data', '-m', 'immediate', 'stop')
        finally:
            shutil.rmtree(self.dir, ignore_errors=True)


PLACE = re.compile(r'^psql:[^:]*:\d+: ')
PRINTED = re.compile(r'^(?:NOTICE|INFO):  ')
DETAILS = re.compile(r'^(?:DETAIL|HINT|CONTEXT|LOCATION|QUERY|WARNING|DEBUG|LINE \d+)\b')


def printed(messages):
    """From psql's standard error (of `psql -f`): the lines that DBMS_OUTPUT printed, and the errors."""
    lines, errors, open_notice = [], [], False
    for line in messages.decode('utf-8', 'replace').splitlines():
        text = PLACE.sub('', line)
        if text.startswith(('ERROR:', 'FATAL:')):
            errors.append(text)
            open_notice = False
        elif DETAILS.match(text):
            open_notice = False
        elif PRINTED.match(text) or text != line: # orafce's lines have no severity
            lines.append(PRINTED.sub('', text).rstrip())
            open_notice = True
        elif open_notice: # further line of the same notice
            lines.append(line.rstrip())
    return lines, errors
