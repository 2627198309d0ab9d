/* The hash of keywords: alone in a file because the generator (grammar/gen) places the words with it. */
#ifndef XY_SYNTAX_KEYWORD_HASH_H
#define XY_SYNTAX_KEYWORD_HASH_H

#include <stdint.h>
#include <string.h>

enum { XY_KEYWORD_MAX_LENGTH = 30, XY_KEYWORD_SLOTS = 4096 /* a power of two, at least 4 times the keywords */ };

/** Hash of a word with ASCII letters folded; the same in the generator and in the lexer. Words are 1 to XY_KEYWORD_MAX_LENGTH bytes. */
static inline uint32_t xy_keyword_hash(const char *word, uint32_t length)
{
    /* & 0xDF folds letters; it merges some other bytes, which costs a comparison and nothing else. */
    const uint64_t fold = 0xDFDFDFDFDFDFDFDFull;
    uint64_t head = 0, tail = 0;
    if (length >= 8) {
        memcpy(&head, word, 8);
        memcpy(&tail, word + length - 8, 8);
    } else if (length >= 4) {
        memcpy(&head, word, 4);
        memcpy(&tail, word + length - 4, 4);
    } else {
        head = (uint8_t)word[0] | (uint64_t)(uint8_t)word[length / 2] << 8 | (uint64_t)(uint8_t)word[length - 1] << 16;
    }
    head = (head & fold) * 0x9E3779B97F4A7C15ull ^ ((tail & fold) + length) * 0xC2B2AE3D27D4EB4Full;
    return (uint32_t)(head >> 40) & (XY_KEYWORD_SLOTS - 1);
}

#endif
