/* Parses PostgreSQL scripts with PostgreSQL's own grammar (libpg_query): check FILE... prints `file:line: message` for what does not
 * parse, then `N passed, N failed` (statements). Bodies of PL/pgSQL functions are parsed too, but libpg_query has no catalog: it takes a variable of
 * a table's row, a domain or a cursor for a scalar, and refuses bodies that a server accepts. Such a refusal is printed and not counted: the same bodies are
 * judged by a real server in tests/demo and tests/behaviour, where any error fails the test. */
#include <ctype.h>
#include <pg_query.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned passed, failed;

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    *size = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*size + 1);
    if (!text || fread(text, 1, *size, file) != *size) {
        perror(path);
        exit(2);
    }
    text[*size] = '\0';
    fclose(file);
    return text;
}

/* psql's own commands are lines that begin with a backslash outside of a string; ours stand between statements. */
static void blank_meta_commands(char *text)
{
    bool line_start = true;
    for (char *p = text; *p; p++) {
        if (line_start && *p == '\\') {
            while (*p && *p != '\n')
                *p++ = ' ';
            if (!*p)
                return;
        }
        line_start = *p == '\n';
    }
}

static int line_of(const char *text, size_t offset)
{
    int line = 1;
    for (size_t i = 0; i < offset && text[i]; i++)
        line += text[i] == '\n';
    return line;
}

static void report(const char *path, const char *text, size_t offset, const char *what, const char *message)
{
    printf("%s:%d: %s: %s\n", path, line_of(text, offset), what, message);
    failed++;
}

/* A function body that is not PL/pgSQL is only SQL to the outside. */
static bool has_plpgsql(const char *statement)
{
    return strstr(statement, "plpgsql") != NULL;
}

static void check_statement(const char *path, const char *text, size_t start, size_t length)
{
    char *statement = malloc(length + 1);
    memcpy(statement, text + start, length);
    statement[length] = '\0';
    size_t head = start;
    while (isspace((unsigned char)text[head]))
        head++;
    PgQueryParseResult sql = pg_query_parse(statement);
    if (sql.error) {
        report(path, text, start + (size_t)(sql.error->cursorpos > 0 ? sql.error->cursorpos - 1 : 0), "SQL", sql.error->message);
    } else if (has_plpgsql(statement)) {
        PgQueryPlpgsqlParseResult body = pg_query_parse_plpgsql(statement);
        if (body.error)
            printf("%s:%d: not judged here: %s\n", path, line_of(text, head), body.error->message);
        else
            passed++;
        pg_query_free_plpgsql_parse_result(body);
    } else {
        passed++;
    }
    pg_query_free_parse_result(sql);
    free(statement);
}

static void check_file(const char *path)
{
    size_t size;
    char  *text = read_file(path, &size);
    blank_meta_commands(text);
    PgQuerySplitResult split = pg_query_split_with_scanner(text);
    if (split.error)
        report(path, text, (size_t)(split.error->cursorpos > 0 ? split.error->cursorpos - 1 : 0), "SQL", split.error->message);
    for (int i = 0; i < split.n_stmts; i++)
        check_statement(path, text, (size_t)split.stmts[i]->stmt_location, (size_t)split.stmts[i]->stmt_len);
    pg_query_free_split_result(split);
    free(text);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        check_file(argv[i]);
    printf("%u passed, %u failed\n", passed, failed);
    return failed > 0;
}
