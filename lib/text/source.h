/* A source file: bytes decoded to UTF-8, its lines, its tokens. Immutable once lexed. */
#ifndef XY_TEXT_SOURCE_H
#define XY_TEXT_SOURCE_H

#include "base/str.h"
#include "diag/diag.h"

typedef enum xy_encoding {
    XY_ENCODING_AUTO,
    XY_ENCODING_UTF8,
    XY_ENCODING_UTF8_BOM,
    XY_ENCODING_UTF16LE,
    XY_ENCODING_UTF16BE,
    XY_ENCODING_GB18030,
    XY_ENCODING_LATIN1,
    XY_ENCODING_BIG5
} xy_encoding;

/** A lexical token: every byte of the text is in exactly one. Kinds come from grammar/keywords.yml (xy_token_kind);
 *  `resolved` is what the parser took it for (a soft keyword may have been an identifier: XY_TOKEN_WORD). */
typedef struct xy_token {
    uint16_t kind, resolved;
    uint32_t offset, length;
} xy_token;

/** PLSQL_CCFLAGS ("name:value, …") from this token on. */
typedef struct xy_ccflags {
    uint32_t token;
    xy_str flags;
} xy_ccflags;

typedef struct xy_source {
    xy_str path;          /**< as given; "-" for standard input */
    xy_str text;          /**< UTF-8, without BOM; a NUL follows */
    xy_encoding encoding; /**< as decided */
    bool has_kept_bytes;  /**< some characters stand for bytes that are no text: XY_KEPT_BYTE */
    bool crlf;            /**< most lines end in CR LF: inserted lines do too */
    xy_token *tokens;     /**< token_count of them, plus one of kind XY_TOKEN_EOF (length 0) */
    uint32_t token_count;
    uint32_t *lines; /**< byte offset of each line's start; line_count of them */
    uint32_t line_count;
    xy_str ccflags;              /**< PLSQL_CCFLAGS at the start of the file, by option */
    xy_ccflags *ccflag_settings; /**< ALTER SESSION SET PLSQL_CCFLAGS in the file, in order: ccflag_setting_count of them */
    uint32_t ccflag_setting_count;
} xy_source;

typedef struct xy_position {
    uint32_t line, column;
} xy_position; /**< both from 1; column counts characters */

/** A byte B that is no text in the file's encoding stands in the decoded text as the private character XY_KEPT_BYTE + B, so that it can be written again as
 *  it was. As long as U+FFFD in UTF-8, which readers see for it. */
enum { XY_KEPT_BYTE = 0xF700 };

/** Decodes `bytes` into `source` (text, encoding, lines). Bytes that fit nothing are kept and reported: has_kept_bytes. */
void xy_source_decode(xy_source *source, xy_arena *arena, xy_str path, xy_str bytes, xy_encoding forced, xy_diags *diags);
/** Name as in reports: "utf-8", "utf-8-bom", "gb18030", "iso-8859-1", … */
const char *xy_encoding_name(xy_encoding encoding);
/** Parses such a name; false when unknown. */
bool xy_encoding_parse(xy_str name, xy_encoding *encoding);
/** The encoding of that name can be written: those of xy_encoding_parse but "auto"; gbk and gb2312 are told from gb18030. */
bool xy_encoding_writable(xy_str name);
/** `text`, which a NUL follows, as bytes of that encoding, NUL-terminated; kept bytes, if it has some, as they were. False when a character at the offset *bad
 *  has no place in it (or the C library lacks the encoding). */
bool xy_text_encode(xy_arena *arena, xy_str text, xy_str name, bool has_kept_bytes, xy_str *bytes, uint32_t *bad);
/** The text with U+FFFD for kept bytes. */
xy_str xy_text_show_kept(xy_arena *arena, xy_str text);
/** The first character at or behind `p` that stands for a byte, or null. */
const char *xy_text_find_kept(const char *p, const char *end);
/** Line and column of the offset; also of a text whose lines were not listed (xy_source_find_lines), which costs a search from its start. */
xy_position xy_source_position(const xy_source *source, uint32_t offset);
/** Index in `lines` of the line that holds the offset. */
uint32_t xy_source_line_index(const xy_source *source, uint32_t offset);
/** Text of the line (from 1) without its end. */
xy_str xy_source_line(const xy_source *source, uint32_t line);
static inline xy_str xy_token_text(const xy_source *s, uint32_t token)
{
    return (xy_str){s->text.data + s->tokens[token].offset, s->tokens[token].length};
}
/** Fills source->lines and crlf from its text. */
void xy_source_find_lines(xy_source *source, xy_arena *arena);
/** Columns a terminal needs for the text: wide East Asian characters count 2. */
uint32_t xy_display_width(xy_str text);

#endif
