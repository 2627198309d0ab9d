/* One step over one file, measured within one process: bench decode|lex|parse|analyse|translate FILE prints
 * `megabytes best first peak_megabytes tree_bytes_per_byte`, best and first run in seconds of CPU time.
 *
 * Reading the file and starting the process are part of no step, and a step does not hold those before it: decode is bytes to text and lines, lex is text to
 * tokens, parse is tokens to trees, analyse is trees to a catalog and the types of every unit (units are dropped one by one, as check does), translate is all
 * of it and the output. Each run takes its memory anew. */
#include "sema/sema.h"
#include "syntax/parse.h"
#include "xinyi/xinyi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef enum step { DECODE, LEX, PARSE, ANALYSE, TRANSLATE } step;
static const char *const step_names[] = {"decode", "lex", "parse", "analyse", "translate"};

/* Runs are repeated for so long: the best one is the least disturbed by what else the machine does. */
enum { MOST_RUNS = 15 };
static const double ENOUGH_SECONDS = 1.5;

static double tree_bytes; /* of tokens and nodes, by the last run that parsed */

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

static void analyse(const xy_source *source, const xy_units *units, xy_arena *arena, xy_arena *scratch)
{
    xy_catalog *catalog = xy_catalog_new(arena, NULL);
    for (uint32_t i = 0; i < units->count; i++)
        xy_catalog_add_unit(catalog, source, &units->items[i]);
    xy_catalog_finish(catalog);
    for (uint32_t i = 0; i < units->count; i++) {
        if (units->items[i].tree)
            xy_sema_analyse(scratch, source, &units->items[i], catalog, NULL);
        xy_arena_reset(scratch);
    }
}

static double front_end(const char *data, size_t size, step wanted)
{
    xy_guard guard;
    xy_arena text, trees, scratch;
    xy_diags diags;
    xy_source source;
    xy_units units = {0};
    double at[5] = {0};
    xy_arena_init(&text, &guard, NULL);
    xy_arena_init(&trees, &guard, NULL);
    xy_arena_init(&scratch, &guard, NULL);
    if (setjmp(guard.jump)) {
        fprintf(stderr, "bench: status %d\n", guard.status);
        exit(2);
    }
    xy_diags_init(&diags, &text);
    xy_arena_begin_large(&trees);
    at[0] = now();
    xy_source_decode(&source, &text, XY_STR("bench"), (xy_str){data, (uint32_t)size}, XY_ENCODING_AUTO, &diags);
    at[1] = now();
    if (wanted >= LEX)
        xy_syntax_lex(&source, &text, &diags);
    at[2] = now();
    if (wanted >= PARSE) {
        xy_syntax_parse(&source, &trees, &units, &diags);
        tree_bytes = (double)trees.total + (double)sizeof(xy_token) * source.token_count;
    }
    at[3] = now();
    if (wanted >= ANALYSE)
        analyse(&source, &units, &trees, &scratch);
    at[4] = now();
    xy_arena_free(&text);
    xy_arena_free(&trees);
    xy_arena_free(&scratch);
    return at[wanted + 1] - at[wanted];
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
    size_t size, wanted = 0;
    struct rusage usage; /* after the first run: memory that later runs find in the allocator's hands is not theirs */
    while (argc == 3 && wanted <= TRANSLATE && strcmp(argv[1], step_names[wanted]) != 0)
        wanted++;
    if (argc != 3 || wanted > TRANSLATE) {
        fputs("usage: bench decode|lex|parse|analyse|translate FILE\n", stderr);
        return 2;
    }
    char *data = read_file(argv[2], &size);
    double best = 0, first = 0, end = now() + ENOUGH_SECONDS;
    for (int run = 0; run < MOST_RUNS && (run == 0 || now() < end); run++) {
        double seconds = wanted == TRANSLATE ? translate(data, size) : front_end(data, size, (step)wanted);
        best = run == 0 || seconds < best ? seconds : best;
        first = run == 0 ? seconds : first;
        if (run == 0)
            getrusage(RUSAGE_SELF, &usage);
    }
    printf("%.3f %.5f %.5f %.1f %.1f\n", (double)size / 1e6, best, first, (double)usage.ru_maxrss / 1024, tree_bytes / (double)size);
    free(data);
    return 0;
}
