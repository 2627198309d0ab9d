/* What the fuzz targets share. A target stops the process when a promise is broken. */
#ifndef XY_TESTS_FUZZ_H
#define XY_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_CHECK(condition)                                                                                                                                  \
    do {                                                                                                                                                       \
        if (!(condition)) {                                                                                                                                    \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                                                                    \
            abort();                                                                                                                                           \
        }                                                                                                                                                      \
    } while (0)

#endif
