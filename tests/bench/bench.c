/* One measurement in one process: bench lex|parse|translate FILE prints `seconds megabytes peak_megabytes`. */
#include "syntax/parse.h"
#include "xinyi/xinyi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time); /* one thread: other work on the machine does not count */
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    *size = (size_t)ftell(file);
    rewind(file);
    char *data = malloc(*size + 1);
    if (!data || fread(data, 1, *size, file) != *size) {
        perror(path);
        exit(2);
    }
    fclose(file);
    return data;
}

/* Seconds of CPU time of the step that is asked for: start, reading and decoding are not part of lexing, lexing is not part of parsing. The first touch
 * of the memory that a step fills (tokens, trees) is part of it. */
static double front_end(const char *data, size_t size, bool parse)
{
    xy_guard guard;
    xy_arena arena;
    xy_diags diags;
    xy_source source;
    xy_units units = {0};
    double start, lexed, parsed;
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump)) {
        fprintf(stderr, "bench: status %d\n", guard.status);
        exit(2);
    }
    xy_diags_init(&diags, &arena);
    xy_source_decode(&source, &arena, XY_STR("bench"), (xy_str){data, (uint32_t)size}, XY_ENCODING_AUTO, &diags);
    start = now();
    xy_syntax_lex(&source, &arena, &diags);
    lexed = now();
    if (parse)
        xy_syntax_parse(&source, &arena, &units, &diags);
    parsed = now();
    xy_arena_free(&arena);
    return parse ? parsed - lexed : lexed - start;
}

static double translate(const char *data, size_t size)
{
    xy_rules *rules;
    xy_session *session;
    xy_result *result;
    double start;
    if (xy_rules_new(&rules) != XY_OK || xy_session_new(&session, rules) != XY_OK || xy_session_set(session, "target", "postgres:15") != XY_OK)
        exit(2);
    start = now();
    if (xy_translate(session, "bench.sql", data, size, &result) != XY_OK)
        exit(2);
    double seconds = now() - start;
    xy_result_free(result);
    xy_session_free(session);
    xy_rules_free(rules);
    return seconds;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: bench lex|parse|translate FILE\n", stderr);
        return 2;
    }
    size_t size;
    struct rusage usage;
    char *data = read_file(argv[2], &size);
    bool whole = strcmp(argv[1], "translate") == 0;
    double seconds = whole ? translate(data, size) : front_end(data, size, strcmp(argv[1], "parse") == 0);
    getrusage(RUSAGE_SELF, &usage);
    printf("%.4f %.3f %.1f\n", seconds, (double)size / 1e6, (double)usage.ru_maxrss / 1024);
    free(data);
    return 0;
}
