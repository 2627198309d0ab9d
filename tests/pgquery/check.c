/* Parses PostgreSQL scripts with PostgreSQL's own grammar (libpg_query): check FILE... prints `file:line: message` for what does not
 * parse, then `N passed, N failed` (statements). Bodies of PL/pgSQL functions are parsed too. libpg_query has no catalog: cursors and rows
 * are scalars to it, so it refuses three kinds of bodies that a server accepts (limits[] below; each was loaded into PostgreSQL 15 to make
 * sure). Such a refusal is printed and not counted, and only when the body declares the name as a cursor or as something other than a
 * scalar. Any other refusal is our fault. */
#include <ctype.h>
#include <pg_query.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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

/* ---- what libpg_query cannot know ---- */

typedef enum need { NEEDS_CURSOR, NEEDS_ROW } need;
/** A refusal: the name stands between `before` and `after`. */
typedef struct limit {
    const char *before, *after;
    need needs;
} limit;
static const limit limits[] = {
    {"variable \"", "\" must be of type cursor or refcursor", NEEDS_CURSOR}, /* OPEN c, FETCH c */
    {"syntax error at or near \"", "\"", NEEDS_CURSOR},                      /* FOR r IN c LOOP */
    {"\"", "\" is not a known variable", NEEDS_ROW},                         /* SELECT … INTO v.field */
};

static bool in_name(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool starts_with_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    return strncasecmp(text, word, length) == 0 && !in_name(text[length]);
}

static bool is_scalar(const char *type)
{
    static const char *const words[] = {"numeric", "integer",   "bigint",  "smallint", "text",     "varchar",
                                        "char",    "timestamp", "boolean", "bytea",    "interval", "jsonb"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (starts_with_word(type, words[i]))
            return true;
    return false;
}

/* A parameter has its mode before its type. */
static const char *after_mode(const char *text)
{
    static const char *const modes[] = {"IN", "OUT", "INOUT"};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (starts_with_word(text, modes[i]))
            return text + strlen(modes[i]) + strspn(text + strlen(modes[i]), " ");
    return text;
}

/* Is there a declaration `name type` of that kind? */
static bool declares(const char *statement, const char *name, size_t length, need needs)
{
    for (const char *p = statement; *p; p++) {
        if (strncasecmp(p, name, length) != 0 || (p > statement && in_name(p[-1])) || !isspace((unsigned char)p[length]))
            continue;
        const char *type = p + length;
        while (isspace((unsigned char)*type))
            type++;
        type = after_mode(type);
        bool cursor = starts_with_word(type, "CURSOR") || starts_with_word(type, "refcursor");
        if (needs == NEEDS_CURSOR ? cursor : in_name(*type) && !is_scalar(type))
            return true;
    }
    return false;
}

/** True when a server accepts what libpg_query refuses with this message. */
static bool is_limit(const char *statement, const char *message)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        const limit *l = &limits[i];
        size_t before = strlen(l->before), after = strlen(l->after), length = strlen(message);
        if (length <= before + after || strncmp(message, l->before, before) != 0 || strcmp(message + length - after, l->after) != 0)
            continue;
        const char *name = message + before;
        size_t whole = length - before - after, first = strcspn(name, ".");
        if (l->needs == NEEDS_ROW && first >= whole)
            continue;
        if (declares(statement, name, first < whole ? first : whole, l->needs))
            return true;
    }
    return false;
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
        if (body.error && is_limit(statement, body.error->message))
            printf("%s:%d: not judged here: %s\n", path, line_of(text, head), body.error->message);
        else if (body.error)
            report(path, text, head, "PL/pgSQL", body.error->message);
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
    char *text = read_file(path, &size);
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
