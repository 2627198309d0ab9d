/* The table of tokens and keywords that xy_gen makes from grammar/keywords.yml (gen/tokens.h, gen/keywords.c). */
#ifndef XY_SYNTAX_KEYWORD_H
#define XY_SYNTAX_KEYWORD_H

#include "base/str.h"
#include "gen/tokens.h" /* enum xy_token_kind: XY_TOKEN_EOF = 0, …, XY_TOKEN_KW_…; XY_TOKEN_FIRST_KEYWORD, XY_TOKEN_COUNT */
#include "syntax/keyword_hash.h"

enum { XY_TOKEN_CLASS_NONE, XY_TOKEN_CLASS_RESERVED, XY_TOKEN_CLASS_PLSQL, XY_TOKEN_CLASS_SOFT };

typedef struct xy_token_info {
    const char *name;                   /**< "LPAREN", "KW_SELECT" */
    const char *text;                   /**< as in messages: "(", "SELECT", "identifier" */
    uint8_t length;                     /**< of a keyword's word, else 0 */
    uint8_t keyword_class;              /**< XY_TOKEN_CLASS_… */
    const uint16_t *next, *prev, *deny; /**< token kinds ended by 0, or null for none given */
} xy_token_info;

extern const xy_token_info xy_token_infos[]; /**< by kind, XY_TOKEN_COUNT of them */
/** Open addressing: kind of the keyword at slot xy_keyword_hash(word) or the ones after it (wrapping); 0 is free. */
extern const uint16_t xy_keyword_slots[XY_KEYWORD_SLOTS];

/** Name of a token kind ("LPAREN", "KW_SELECT"); "?" for a number that is none. */
static inline const char *xy_token_name_of(uint16_t kind)
{
    return kind < XY_TOKEN_COUNT && xy_token_infos[kind].name ? xy_token_infos[kind].name : "?";
}

#endif
