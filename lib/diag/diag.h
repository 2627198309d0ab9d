/* Diagnostics: what, where, why, what to do; collected in a list, printed by the caller. */
#ifndef XY_DIAG_DIAG_H
#define XY_DIAG_DIAG_H

#include "base/str.h"
#include "base/vec.h"
#include "gen/messages.h" /* enum xy_message_id: XY_MSG_TOO_DEEP … */

typedef enum xy_severity { XY_NOTE, XY_WARNING /* about the source itself: lint */, XY_REVIEW, XY_UNSUPPORTED, XY_ERROR } xy_severity;

/** One finding. Offsets are bytes of the decoded text; `code` is "XY1234". Texts live in the list's arena. */
typedef struct xy_diag {
    xy_str code, rule; /**< rule id; empty for syntax diagnostics */
    xy_severity severity;
    uint32_t offset, length;
    xy_str message_en, message_zh; /**< already filled in */
    xy_str advice_en, advice_zh;   /**< what to do; may be empty */
    uint32_t effort;               /**< minutes of human work left over */
} xy_diag;

typedef struct xy_diags {
    xy_arena *arena;
    XY_VEC(xy_diag) list;
} xy_diags;

void xy_diags_init(xy_diags *diags, xy_arena *arena);

/** A message of grammar/messages.yml. Generated: enum xy_message_id { XY_MSG_UNTERMINATED_STRING, … } and its table. */
typedef struct xy_message {
    const char *id, *code;
    xy_severity severity;
    const char *en, *zh, *advice_en, *advice_zh, *doc_en, *doc_zh; /**< en/zh hold {name} for arguments */
} xy_message;
extern const xy_message xy_messages[];
extern const unsigned xy_message_count;

/** Adds message `id` (enum xy_message_id). Arguments: pairs of name and text, ended by NULL:
 *  xy_diags_add(d, XY_MSG_X, offset, length, "found", text, NULL). */
void xy_diags_add(xy_diags *diags, int id, uint32_t offset, uint32_t length, ...);

/** Replaces {name} in `pattern` by the values (names/values pairs, count of pairs). */
xy_str xy_message_fill(xy_arena *arena, const char *pattern, const xy_str (*pairs)[2], unsigned count);

#endif
