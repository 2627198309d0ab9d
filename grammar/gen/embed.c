/* Files -> a C array of their bytes; grammar fragments -> one file. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        gen_error_plain("%s cannot be opened", path);
        return NULL;
    }
    size_t capacity = 1 << 16;
    char  *data = gen_alloc(capacity);
    *size = 0;
    for (size_t n; (n = fread(data + *size, 1, capacity - *size, file)) > 0;) {
        *size += n;
        if (*size < capacity)
            continue;
        char *larger = gen_alloc(capacity * 2);
        memcpy(larger, data, *size);
        free(data);
        data = larger;
        capacity *= 2;
    }
    if (ferror(file))
        gen_error_plain("%s cannot be read", path);
    fclose(file);
    return data;
}

static void print_bytes(FILE *out, const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        fprintf(out, "%s%u,", i % 32 == 0 ? "\n    " : "", (unsigned char)data[i]);
    fputs("\n    0};\n", out); /* a final NUL, not counted */
}

/* Arguments: NAME ROOT FILE... OUT.c */
int gen_embed(int argc, char **argv)
{
    const char *name = argv[0], *root = argv[1];
    FILE       *out = gen_output_open(NULL, argv[argc - 1]);
    int         count = argc - 3;
    size_t     *sizes = gen_alloc(((size_t)count + 1) * sizeof *sizes);
    fprintf(out, "/* Made by xy_gen from files below %s: do not edit. */\n#include \"base/embedded.h\"\n\n", root);
    for (int i = 0; i < count; i++) {
        char *data = read_file(gen_format("%s/%s", root, argv[2 + i]), &sizes[i]);
        if (!data)
            continue;
        fprintf(out, "static const unsigned char file_%d[] = { /* %s */", i, argv[2 + i]);
        print_bytes(out, data, sizes[i]);
    }
    fprintf(out, "\nconst xy_embedded %s_files[] = {\n", name);
    for (int i = 0; i < count; i++)
        fprintf(out, "    {\"%s\", (const char *)file_%d, %zu},\n", argv[2 + i], i, sizes[i]);
    fprintf(out, "    {0, 0, 0},\n};\nconst unsigned %s_count = %d;\n", name, count);
    return gen_finish();
}

/* Arguments: OUT FILE... */
int gen_join(int argc, char **argv)
{
    FILE *out = gen_output_open(NULL, argv[0]);
    for (int i = 1; i < argc; i++) {
        size_t size = 0;
        char  *data = read_file(argv[i], &size);
        if (!data)
            continue;
        fprintf(out, "#line 1 \"%s\"\n", argv[i]);
        fwrite(data, 1, size, out);
        if (size > 0 && data[size - 1] != '\n')
            fputc('\n', out);
    }
    return gen_finish();
}
