/* Which encoding bytes are in. Internal to text/. */
#ifndef XY_TEXT_DETECT_H
#define XY_TEXT_DETECT_H

#include "text/source.h"

typedef enum xy_fit {
    XY_FIT_ASCII,
    XY_FIT_UTF8,   /**< valid UTF-8 that is hardly anything else */
    XY_FIT_GB,     /**< valid GB18030 that looks like Chinese */
    XY_FIT_EITHER, /**< valid as both: a few two-byte characters */
    XY_FIT_LATIN,  /**< single letters beyond ASCII among ASCII letters */
    XY_FIT_NEITHER
} xy_fit;

/** Characters of the bytes 80 to 9F in Windows-1252. */
extern const uint16_t xy_latin1_c1[32];

/** What the bytes fit. */
xy_fit xy_detect_fit(xy_str bytes);
/** For XY_FIT_EITHER: does reading them as UTF-8 give letters of a single script (and not a mixture by chance)? */
bool xy_detect_one_script(xy_str bytes);
/** Encoding by the byte order mark, and its length; XY_ENCODING_AUTO when there is none. */
xy_encoding xy_detect_bom(xy_str bytes, uint32_t *length);

#endif
