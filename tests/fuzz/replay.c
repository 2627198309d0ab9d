/* Runs a fuzz target over files, without libFuzzer: the findings of former runs stay tests of every build.  replay_TARGET FILE… */
#include "fuzz.h"

static bool replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        return false;
    long size = ftell(file);
    uint8_t *data = malloc((size_t)size + 1);
    rewind(file);
    bool good = data && fread(data, 1, (size_t)size, file) == (size_t)size;
    if (good)
        LLVMFuzzerTestOneInput(data, (size_t)size);
    free(data);
    fclose(file);
    return good;
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        if (!replay(paths[i])) {
            fprintf(stderr, "cannot read %s\n", paths[i]);
            return 2;
        }
    }
    return 0;
}
