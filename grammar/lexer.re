/* The lexical grammar of Oracle SQL and PL/SQL: one token of UTF-8 text. No context, no memory: lib/syntax/lex.c does the rest
 * (keywords, SQL*Plus lines, the ends of q'…' literals). Oracle manual: SQL Language Reference, "Literals", "Database Object
 * Names"; PL/SQL Language Reference, "Lexical Units". */
#include "syntax/lexer.h"

/*!re2c
    re2c:define:YYCTYPE     = "unsigned char";
    re2c:yyfill:enable      = 0;
    re2c:eof                = 0;
    re2c:indent:string      = "    ";

    /* Oracle takes the full-width twins of its punctuation, as typed with a Chinese input method. */
    FW_SPACE     = "\xE3\x80\x80";
    FW_COMMA     = "\xEF\xBC\x8C" | "\xE3\x80\x81";
    FW_LPAREN    = "\xEF\xBC\x88";
    FW_RPAREN    = "\xEF\xBC\x89";
    FW_SEMICOLON = "\xEF\xBC\x9B";
    FW_COLON     = "\xEF\xBC\x9A";
    FW_EQ        = "\xEF\xBC\x9D";

    /* Also blank: the line end of EBCDIC (NEL), the end mark of DOS files. */
    BLANK   = [ \t\v\f\x1A] | FW_SPACE | "\xC2\x85";
    NEWLINE = "\r\n" | "\n" | "\r";
    /* What nobody sees and Oracle refuses: spaces of other widths (U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F), and characters without a width
     * (U+00AD, U+200B to U+200F, U+202A to U+202E, U+2060 to U+206F, U+FEFF between joined files). lex.c names them. */
    ODD_SPACE  = "\xC2\xA0" | "\xE2\x80" [\x80-\x8A\xA8\xA9\xAF] | "\xE2\x81\x9F";
    ZERO_WIDTH = "\xC2\xAD" | "\xE2\x80" [\x8B-\x8F\xAA-\xAE] | "\xE2\x81" [\xA0-\xAF] | "\xEF\xBB\xBF";
    INVISIBLE  = ODD_SPACE | ZERO_WIDTH;
    SPACE   = BLANK | NEWLINE | INVISIBLE;

    /* Every other character beyond ASCII is a letter: lead bytes C2 E2 E3 EF begin the exceptions above. */
    HIGH = [\x80-\xC1\xC3-\xE1\xE4-\xEE\xF0-\xFF]
         | "\xC2" [\x80-\x84\x86-\x9F\xA1-\xAC\xAE-\xBF]
         | "\xE2" [\x82-\xBF] [\x80-\xBF] | "\xE2\x80" [\x90-\xA7\xB0-\xBF] | "\xE2\x81" [\x80-\x9E\xB0-\xBF]
         | "\xE3" [\x81-\xBF] [\x80-\xBF] | "\xE3\x80" [\x82-\xBF]
         | "\xEF" [\x80-\xBA\xBD-\xBF] [\x80-\xBF] | "\xEF\xBB" [\x80-\xBE]
         | "\xEF\xBC" [\x80-\x87\x8A\x8B\x8D-\x99\x9C\x9E-\xBF];
    /* Of these, punctuation and signs that an input method or a word processor leaves behind and that Oracle does not take for its ASCII twin: lex.c reports it. */
    ODD = "\xE2\x80" [\x90-\x95\x98\x99\x9C\x9D\xA6] | "\xE2\x88\x92" | "\xE2\x89" [\xA0\xA4\xA5\xA6\xA7] | "\xC3" [\x97\xB7] | "\xE3\x80" [\x82\x88-\x91]
        | "\xEF\xBC" [\x81-\x87\x8A\x8B\x8D-\x8F\x9C\x9E-\xA0\xBB-\xBE] | "\xEF\xBD" [\x80\x9B-\x9E];
    INITIAL   = [A-Za-z_] | HIGH;
    CHARACTER = [A-Za-z0-9_$#] | HIGH;
    AFTER     = [A-Za-z0-9_$#\x80-\xFF];
    WORD      = INITIAL CHARACTER*;
    LETTER    = [A-Za-z_\x80-\xFF];

    DIGIT  = [0-9];
    NUMBER = (DIGIT+ ("." DIGIT*)? | "." DIGIT+) ([eE] [+-]? DIGIT+)?;
    FLOAT  = [fFdD];

    LPAREN = "(" | FW_LPAREN;
    RPAREN = ")" | FW_RPAREN;
    COLON  = ":" | FW_COLON;
    EQ     = "=" | FW_EQ;
*/

unsigned xy_lexer_token(const char *start, const char *limit, const char **end)
{
    const unsigned char *YYCURSOR = (const unsigned char *)start;
    const unsigned char *const YYLIMIT = (const unsigned char *)limit;
    const unsigned char *YYMARKER = YYCURSOR;
    unsigned kind;
#define TOKEN(k) do { kind = (k); goto done; } while (0)
    /*!re2c
        $                     { TOKEN(XY_TOKEN_EOF); }
        *                     { TOKEN(XY_TOKEN_BAD); }

        BLANK+                { TOKEN(XY_TOKEN_WHITESPACE); }
        BLANK* INVISIBLE (BLANK | INVISIBLE)* { TOKEN(XY_LEXER_ODD_BLANK); }
        NEWLINE               { TOKEN(XY_TOKEN_NEWLINE); }
        "--+" [^\r\n]*        { TOKEN(XY_TOKEN_HINT); }
        "--" [^\r\n]*         { TOKEN(XY_TOKEN_LINE_COMMENT); }
        "/*"                  { TOKEN(XY_LEXER_OPEN_COMMENT); }
        "/*+"                 { TOKEN(XY_LEXER_OPEN_HINT); }

        ODD CHARACTER* | INITIAL CHARACTER* ODD CHARACTER* { TOKEN(XY_LEXER_ODD_WORD); }
        INITIAL CHARACTER* (ZERO_WIDTH+ CHARACTER+)+ { TOKEN(XY_LEXER_ODD_WORD); }
        WORD                  { TOKEN(XY_TOKEN_WORD); }
        ["] [^"\r\n]* ["]     { TOKEN(XY_TOKEN_QUOTED_WORD); }
        ["]                   { TOKEN(XY_LEXER_OPEN_NAME); }
        WORD? ("&" "&"? CHARACTER+ "."? CHARACTER*)+ { TOKEN(XY_TOKEN_SUBSTITUTION); }
        "$$" CHARACTER+       { TOKEN(XY_TOKEN_INQUIRY); }
        "$" ('if' | 'then' | 'elsif' | 'else' | 'end' | 'error') { TOKEN(XY_TOKEN_CONDITIONAL); }
        "$" CHARACTER+        { TOKEN(XY_TOKEN_HOLE); }
        "$..." CHARACTER+     { TOKEN(XY_TOKEN_HOLES); }
        COLON (INITIAL CHARACTER* | [#$] CHARACTER* | ["] [^"\r\n]* ["]) { TOKEN(XY_TOKEN_BIND); }
        COLON DIGIT+          { TOKEN(XY_TOKEN_BIND); }
        COLON DIGIT+ / LETTER { TOKEN(XY_TOKEN_BIND); } // :5and: the letter begins a word
        COLON BLANK+ CHARACTER+ { TOKEN(XY_LEXER_SPACED_BIND); }
        "#{" [^{}\r\n]+ "}"   { TOKEN(XY_TOKEN_BIND); } // MyBatis
        WORD? ("${" [^{}\r\n]+ "}" CHARACTER*)+ { TOKEN(XY_TOKEN_SUBSTITUTION); }
        "{{"                  { TOKEN(XY_LEXER_OPEN_FOREIGN); }

        NUMBER FLOAT?         { TOKEN(XY_TOKEN_NUMBER); }
        NUMBER / FLOAT AFTER  { TOKEN(XY_TOKEN_NUMBER); } // 1from: the letter begins a word
        DIGIT+ / ".."         { TOKEN(XY_TOKEN_NUMBER); } // 1..10 is a range

        [nN]? [']             { TOKEN(XY_LEXER_OPEN_STRING); }
        [nN]? [qQ] [']        { TOKEN(XY_LEXER_OPEN_QUOTE); }

        LPAREN                { TOKEN(XY_TOKEN_LPAREN); }
        RPAREN                { TOKEN(XY_TOKEN_RPAREN); }
        LPAREN SPACE* "+" SPACE* RPAREN { TOKEN(XY_TOKEN_OUTER); }
        "," | FW_COMMA        { TOKEN(XY_TOKEN_COMMA); }
        ";" | FW_SEMICOLON    { TOKEN(XY_TOKEN_SEMICOLON); }
        "."                   { TOKEN(XY_TOKEN_DOT); }
        ".."                  { TOKEN(XY_TOKEN_DOTDOT); }
        COLON                 { TOKEN(XY_TOKEN_COLON); }
        COLON EQ              { TOKEN(XY_TOKEN_ASSIGN); }
        EQ                    { TOKEN(XY_TOKEN_EQ); }
        EQ ">"                { TOKEN(XY_TOKEN_ARROW); }
        "<>" | [!^~] BLANK* EQ { TOKEN(XY_TOKEN_NE); }
        "$"                   { TOKEN(XY_TOKEN_DOLLAR); }
        [!^~]                 { TOKEN(XY_TOKEN_NOT_SIGN); }
        "<"                   { TOKEN(XY_TOKEN_LT); }
        ">"                   { TOKEN(XY_TOKEN_GT); }
        "<" EQ                { TOKEN(XY_TOKEN_LE); }
        ">" EQ                { TOKEN(XY_TOKEN_GE); }
        "<<"                  { TOKEN(XY_TOKEN_LABEL_OPEN); }
        "<->" | "<=>" | "<#>" { TOKEN(XY_TOKEN_VECTOR_DISTANCE); }
        ">>"                  { TOKEN(XY_TOKEN_LABEL_CLOSE); }
        "+"                   { TOKEN(XY_TOKEN_PLUS); }
        "-"                   { TOKEN(XY_TOKEN_MINUS); }
        "*"                   { TOKEN(XY_TOKEN_STAR); }
        "/"                   { TOKEN(XY_TOKEN_SLASH); }
        "||"                  { TOKEN(XY_TOKEN_CONCAT); }
        "|"                   { TOKEN(XY_TOKEN_PIPE); }
        "**"                  { TOKEN(XY_TOKEN_POWER); }
        "%"                   { TOKEN(XY_TOKEN_PERCENT); }
        "@"                   { TOKEN(XY_TOKEN_AT); }
        "@" INITIAL CHARACTER* { TOKEN(XY_LEXER_AT_NAME); }
        "?"                   { TOKEN(XY_TOKEN_QUESTION); }
        "["                   { TOKEN(XY_TOKEN_LBRACKET); }
        "]"                   { TOKEN(XY_TOKEN_RBRACKET); }
        "{"                   { TOKEN(XY_TOKEN_LBRACE); }
        "}"                   { TOKEN(XY_TOKEN_RBRACE); }
    */
done:
#undef TOKEN
    *end = (const char *)YYCURSOR;
    return kind;
}
