/* UTF-8, strict as in RFC 3629: no overlong forms, surrogates or numbers beyond U+10FFFF. */
#ifndef XY_BASE_UTF8_H
#define XY_BASE_UTF8_H

#include "base/str.h"

enum { XY_UTF8_INVALID = -1, XY_UTF8_REPLACEMENT = 0xFFFD };

/** Code point at p (p < end) and the bytes it takes; XY_UTF8_INVALID and 1 when there is none. */
int32_t xy_utf8_decode(const char *p, const char *end, uint32_t *length);
/** Writes the code point's 1 to 4 bytes; returns their number. */
uint32_t xy_utf8_encode(uint32_t code, char out[4]);
/** Length of the longest head that is ASCII. */
size_t xy_utf8_ascii_prefix(const char *data, size_t length);
/** Number of bytes beyond ASCII. */
size_t xy_utf8_high_bytes(const char *data, size_t length);
/** Length of the longest valid head of the text. */
size_t xy_utf8_valid_prefix(const char *data, size_t length);
/** Columns that the code point takes on a terminal: 0 (combining), 1 or 2 (East Asian wide). */
uint32_t xy_utf8_width(int32_t code);
/** Columns that the text takes. */
uint32_t xy_utf8_columns(xy_str text);
/** Upper and lower case of the letters that UPPER and LOWER of Oracle change without changing their length in UTF-8
 *  (Latin, Greek, Cyrillic, full-width Latin). */
uint32_t xy_utf8_upper(uint32_t code);
uint32_t xy_utf8_lower(uint32_t code);

#endif
