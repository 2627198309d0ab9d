/* Memory, names and output files of the build tool. */
#include "gen.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void *gen_alloc(size_t size)
{
    void *block = calloc(1, size ? size : 1);
    if (!block) {
        fputs("xy_gen: out of memory\n", stderr);
        exit(1);
    }
    return block;
}

char *gen_copy(const char *text, size_t length)
{
    char *copy = gen_alloc(length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *gen_format(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = gen_alloc((size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

char *gen_snake(const char *name)
{
    char *snake = gen_alloc(2 * strlen(name) + 1);
    size_t n = 0;
    for (const char *p = name; *p; p++) {
        if (isupper((unsigned char)*p) && p > name)
            snake[n++] = '_';
        snake[n++] = (char)tolower((unsigned char)*p);
    }
    return snake;
}

char *gen_upper(const char *name)
{
    char *upper = gen_copy(name, strlen(name));
    for (char *p = upper; *p; p++)
        *p = isalnum((unsigned char)*p) ? (char)toupper((unsigned char)*p) : '_';
    return upper;
}

bool gen_is_c_keyword(const char *name)
{
    static const char *const keywords[] = {
        "auto",   "break",  "case",    "char",   "const",    "continue", "default",  "do",       "double", "else",  "enum",   "extern", "float",
        "for",    "goto",   "if",      "inline", "int",      "long",     "register", "restrict", "return", "short", "signed", "sizeof", "static",
        "struct", "switch", "typedef", "union",  "unsigned", "void",     "volatile", "while",    "bool",   "true",  "false",
    };
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strcmp(keywords[i], name) == 0)
            return true;
    }
    return false;
}

void gen_print_string(FILE *out, const char *text)
{
    if (!text) {
        fputs("NULL", out);
        return;
    }
    fputc('"', out);
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p == '"' || *p == '\\' || *p == '?') /* `?`: no trigraphs */
            fprintf(out, "\\%c", *p);
        else if (*p == '\n')
            fputs("\\n", out);
        else if (*p < 0x20)
            fprintf(out, "\\%03o", *p);
        else
            fputc(*p, out);
    }
    fputc('"', out);
}

/* ------------------------------------------------------------------ outputs */

struct gen_output {
    char *path;
    char *data;
    size_t length;
    FILE *stream;
    gen_output *next;
};

static gen_output *outputs;

FILE *gen_output_open(const char *directory, const char *name)
{
    gen_output *output = gen_alloc(sizeof *output);
    output->path = directory ? gen_format("%s/%s", directory, name) : gen_format("%s", name);
    output->stream = open_memstream(&output->data, &output->length);
    if (!output->stream) {
        perror("xy_gen");
        exit(1);
    }
    output->next = outputs;
    outputs = output;
    return output->stream;
}

static bool same_on_disk(const gen_output *output)
{
    FILE *file = fopen(output->path, "rb");
    if (!file)
        return false;
    char *old = gen_alloc(output->length + 1);
    size_t length = fread(old, 1, output->length + 1, file);
    fclose(file);
    return length == output->length && memcmp(old, output->data, length) == 0;
}

/* Through a temporary name, so that a compiler running beside us never sees half a file. */
static bool write_output(const gen_output *output)
{
    char *temporary = gen_format("%s.tmp", output->path);
    FILE *file = fopen(temporary, "wb");
    bool good = file && fwrite(output->data, 1, output->length, file) == output->length;
    if (file && fclose(file) != 0)
        good = false;
    if (good && rename(temporary, output->path) == 0)
        return true;
    perror(output->path);
    return false;
}

int gen_finish(void)
{
    int status = gen_error_count() > 0;
    for (gen_output *output = outputs; output; output = output->next) {
        fclose(output->stream);
        if (gen_error_count() == 0 && !same_on_disk(output) && !write_output(output))
            status = 1;
        free(output->data);
    }
    outputs = NULL;
    return status;
}
