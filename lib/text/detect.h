/* Which encoding bytes are in. Internal to text/. */
#ifndef XY_TEXT_DETECT_H
#define XY_TEXT_DETECT_H

#include "base/vec.h"
#include "text/source.h"

typedef enum xy_fit {
    XY_FIT_ASCII,
    XY_FIT_UTF8,   /**< valid UTF-8 that is hardly anything else */
    XY_FIT_GB,     /**< valid GB18030 */
    XY_FIT_EITHER, /**< valid as both: a few two-byte characters */
    XY_FIT_LATIN,  /**< single letters beyond ASCII among ASCII letters */
    XY_FIT_NEITHER
} xy_fit;

/** Bytes read as UTF-8. */
typedef struct xy_utf8_count {
    uint32_t two, more; /**< sequences of two bytes, of three or four */
    uint32_t bad;       /**< bytes of no sequence; a last character that is cut off is none where longer sequences stand before it */
} xy_utf8_count;

/** Bytes read as GB18030. */
typedef struct xy_gb_count {
    uint32_t characters; /**< beyond ASCII */
    uint32_t common;     /**< of them: punctuation, full-width forms and the 3,755 most frequent hanzi of GB 2312 */
    uint32_t gb2312;     /**< of them: any in GB 2312 */
    uint32_t bad;        /**< bytes of no character */
    uint32_t end;        /**< where the last character ends: it may take an ASCII byte behind the run */
} xy_gb_count;

/** A piece of a file that is in another encoding than the rest, or of which that is not certain. */
typedef struct xy_segment {
    uint32_t start, end;
    xy_encoding encoding;
    bool doubt;      /**< the usual encoding, but another one fits as well */
    uint32_t offset; /**< in the text that was decoded */
} xy_segment;

typedef XY_VEC(xy_segment) xy_segments;

/** Characters of the bytes 80 to 9F in Windows-1252. */
extern const uint16_t xy_latin1_c1[32];

/** What the bytes fit. */
xy_fit xy_detect_fit(xy_str bytes);
xy_utf8_count xy_detect_utf8(xy_str bytes);
/** Characters that begin in [start, end). */
xy_gb_count xy_detect_gb(xy_str bytes, uint32_t start, uint32_t end);
/** Nearly every byte beyond ASCII is a letter within a Western word. */
bool xy_detect_latin(xy_str bytes);
/** For XY_FIT_EITHER: does reading them as UTF-8 give letters of a single script (and not a mixture by chance)? */
bool xy_detect_one_script(xy_str bytes);
/** Encoding by the byte order mark, and its length; XY_ENCODING_AUTO when there is none. */
xy_encoding xy_detect_bom(xy_str bytes, uint32_t *length);
/** UTF-16 without a mark, told by the zero bytes of its ASCII characters; XY_ENCODING_AUTO when it is none. */
xy_encoding xy_detect_wide(xy_str bytes);
/** The encoding of a file without a mark, and the pieces that are in another one, in order. */
xy_encoding xy_detect_file(xy_arena *arena, xy_str bytes, xy_segments *segments);
/** The pieces of a file of the `usual` encoding that are in another one, or in doubt. */
void xy_detect_segments(xy_arena *arena, xy_str bytes, xy_encoding usual, xy_segments *segments);

#endif
