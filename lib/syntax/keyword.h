/* The table of tokens and keywords that xy_gen makes from grammar/keywords.yml (gen/tokens.h, gen/keywords.c). */
#ifndef XY_SYNTAX_KEYWORD_H
#define XY_SYNTAX_KEYWORD_H

#include "base/str.h"
#include "gen/tokens.h" /* enum xy_token_kind: XY_TOKEN_EOF = 0, …, XY_TOKEN_KW_…; XY_TOKEN_FIRST_KEYWORD, XY_TOKEN_COUNT */
#include <string.h>

enum { XY_TOKEN_CLASS_NONE, XY_TOKEN_CLASS_RESERVED, XY_TOKEN_CLASS_SOFT };
enum { XY_KEYWORD_MAX_LENGTH = 30, XY_KEYWORD_SLOTS = 4096 /* a power of two, at least 4 times the keywords */ };

typedef struct xy_token_info {
    const char     *name;              /**< "LPAREN", "KW_SELECT" */
    const char     *text;              /**< as in messages: "(", "SELECT", "identifier" */
    uint8_t         length;            /**< of a keyword's word, else 0 */
    uint8_t         keyword_class;     /**< XY_TOKEN_CLASS_… */
    bool            trivia;
    const uint16_t *next, *prev, *deny; /**< token kinds ended by 0, or null for none given */
} xy_token_info;

extern const xy_token_info xy_token_infos[]; /**< by kind, XY_TOKEN_COUNT of them */
/** Open addressing: kind of the keyword at slot xy_keyword_hash(word) or the ones after it (wrapping); 0 is free. */
extern const uint16_t xy_keyword_slots[XY_KEYWORD_SLOTS];

/** Hash of a word with ASCII letters folded; the same in the generator and in the lexer. Words are 1 to XY_KEYWORD_MAX_LENGTH bytes. */
static inline uint32_t xy_keyword_hash(const char *word, uint32_t length)
{
    /* & 0xDF folds letters; it merges some other bytes, which costs a comparison and nothing else. */
    const uint64_t fold = 0xDFDFDFDFDFDFDFDFull;
    uint64_t       head = 0, tail = 0;
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
