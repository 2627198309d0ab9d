/* SQL*Plus commands: one line each, recognised where a statement may begin. They are not SQL: an apostrophe in a PROMPT opens no
 * string, so the line must be cut out before it is lexed. SQL*Plus User's Guide, "SQL*Plus Command Reference". */
#include "syntax/lexer.h"

enum {
    BARE = 1,      /* a command only with nothing or numbers of lines (1 5, *, LAST) after it: its short form is too common a word */
    SURE = 2,      /* this word with a blank after it begins no PL/SQL statement or declaration that could stand after END; */
    TIGHT = 4,     /* the argument may follow without a blank (@file, !ls) */
    FREE_TEXT = 8, /* text to the end of the line, where a row of dashes is no continuation */
    SLASHED = 16   /* the short form is a command with a slash right behind it only: c/old/new */
};

/* Commands of SQL*Plus and of SQLcl. Words that follow are in upper case, separated by blanks. */
typedef struct command {
    const char *word;
    uint8_t shortest, flags;
    const char *only_before;  /* the command is meant only when one of these words follows */
    const char *never_before; /* it is SQL when one of these words follows */
} command;

static const char set_variables[] =
    "APPI APPINFO ARRAY ARRAYSIZE AUTO AUTOCOMMIT AUTOP AUTOPRINT AUTORECOVERY AUTOT AUTOTRACE BLO BLOCKTERMINATOR CMDS CMDSEP "
    "COLINVI COLINVISIBLE COLSEP CON CONCAT COPYC COPYCOMMIT COPYTYPECHECK DEF DEFINE DESCRIBE DOC DOCUMENT ECHO EDITF EDITFILE EMB "
    "EMBEDDED ERRORL ERRORLOGGING ESC ESCAPE ESCCHAR EXITC EXITCOMMIT FEED FEEDBACK FLAGGER FLU FLUSH HEA HEADING HEADS HEADSEP "
    "HIST HISTORY INSTANCE JSONPRINT LIN LINE LINESIZE LOBOF LOBOFFSET LOBPREF LOBPREFETCH LOGSOURCE LONG LONGC LONGCHUNKSIZE MARK "
    "MARKUP NEWP NEWPAGE NULL NUM NUMF NUMFORMAT NUMWIDTH PAGES PAGESIZE PAU PAUSE PROMPT RECSEP RECSEPCHAR ROWPREF ROWPREFETCH "
    "SCAN SECUREDCOL SERVEROUT SERVEROUTPUT SHIFT SHIFTINOUT SHOW SHOWMODE SQLBL SQLBLANKLINES SQLC SQLCASE SQLCO SQLCONTINUE SQLF "
    "SQLFORMAT SQLN SQLNUMBER SQLPLUSCOMPAT SQLPLUSCOMPATIBILITY SQLPRE SQLPREFIX SQLP SQLPROMPT SQLT SQLTERMINATOR STATEMENTC "
    "STATEMENTCACHE SUF SUFFIX TAB TERM TERMOUT TI TIME TIMI TIMING TRIM TRIMOUT TRIMS TRIMSPOOL UND UNDERLINE VER VERIFY WRA WRAP "
    "XMLOPT XMLOPTIMIZATIONCHECK";

static const command commands[] = {
    {"@", 1, SURE | TIGHT, NULL, NULL},
    {"@@", 2, SURE | TIGHT, NULL, NULL},
    {"!", 1, TIGHT, NULL, NULL},
    {"$", 1, TIGHT, NULL, NULL},
    {"?", 1, BARE, NULL, NULL},
    {".", 1, BARE, NULL, NULL}, /* ends the input of a statement without running it */
    {"ACCEPT", 3, SURE, NULL, NULL},
    {"ALIAS", 5, 0, NULL, NULL},
    {"APEX", 4, 0, NULL, NULL},
    {"APPEND", 3, 0, NULL, NULL},
    {"ARCHIVE", 7, 0, "LOG", NULL},
    {"ARGUMENT", 8, 0, NULL, NULL},
    {"ATTRIBUTE", 4, 0, NULL, NULL},
    {"AWR", 3, 0, NULL, NULL},
    {"BREAK", 3, 0, NULL, NULL},
    {"BTITLE", 3, FREE_TEXT, NULL, NULL},
    {"BRIDGE", 6, 0, NULL, NULL},
    {"C", 1, SLASHED, NULL, NULL},
    {"CD", 2, 0, NULL, NULL},
    {"CHANGE", 2, TIGHT, NULL, NULL},
    {"CLEAR", 2, 0, NULL, NULL},
    {"CLOUDSTORAGE", 12, 0, NULL, NULL},
    {"CODESCAN", 8, 0, NULL, NULL},
    {"COLUMN", 3, SURE, NULL, NULL},
    {"COMPUTE", 4, 0, NULL, NULL},
    {"CONFIG", 6, 0, NULL, NULL},
    {"CONNECT", 4, SURE, NULL, "BY"},
    {"CONNMGR", 7, 0, NULL, NULL},
    {"COPY", 4, 0, "FROM TO", NULL},
    {"CTAS", 4, 0, NULL, NULL},
    {"DATAPUMP", 8, 0, NULL, NULL},
    {"DDL", 3, 0, NULL, NULL},
    {"DEFINE", 3, SURE, NULL, NULL},
    {"DEL", 3, BARE, NULL, NULL},
    {"DESCRIBE", 4, SURE, NULL, NULL},
    {"DISCONNECT", 4, 0, NULL, NULL},
    {"DP", 2, 0, NULL, NULL},
    {"EDIT", 2, 0, NULL, NULL},
    {"EXECUTE", 4, SURE, NULL, "IMMEDIATE"},
    {"EXIT", 4, 0, NULL, "WHEN"},
    {"FORMAT", 6, 0, NULL, NULL},
    {"GET", 3, 0, NULL, NULL},
    {"HELP", 4, 0, NULL, NULL},
    {"HISTORY", 4, 0, NULL, NULL},
    {"HOST", 2, 0, NULL, NULL},
    {"INFORMATION", 4, 0, NULL, NULL},
    {"INPUT", 3, 0, NULL, NULL},
    {"JOBS", 4, 0, NULL, NULL},
    {"LB", 2, 0, NULL, NULL},
    {"LIQUIBASE", 9, 0, NULL, NULL},
    {"LIST", 1, BARE, NULL, NULL},
    {"LOAD", 4, 0, NULL, NULL},
    {"MODELER", 7, 0, NULL, NULL},
    {"NET", 3, 0, NULL, NULL},
    {"OERR", 4, 0, NULL, NULL},
    {"ORADEBUG", 8, 0, NULL, NULL},
    {"PASSWORD", 5, 0, NULL, NULL},
    {"PAUSE", 3, FREE_TEXT, NULL, NULL},
    {"PING", 4, 0, NULL, NULL},
    {"PRINT", 3, SURE, NULL, NULL},
    {"PROJECT", 7, 0, NULL, NULL},
    {"PROMPT", 3, SURE | FREE_TEXT, NULL, NULL},
    {"QUIT", 4, 0, NULL, NULL},
    {"RECOVER", 7, 0, NULL, NULL},
    {"REMARK", 3, SURE | FREE_TEXT, NULL, NULL},
    {"REPEAT", 6, 0, NULL, NULL},
    {"REPFOOTER", 4, FREE_TEXT, NULL, NULL},
    {"REPHEADER", 4, FREE_TEXT, NULL, NULL},
    {"REST", 4, 0, NULL, NULL},
    {"RUN", 1, BARE, NULL, NULL},
    {"SAVE", 3, 0, NULL, NULL},
    {"SCRIPT", 6, 0, NULL, NULL},
    {"SECRET", 6, 0, NULL, NULL},
    {"SET", 3, SURE, set_variables, NULL},
    {"SHOW", 3, SURE, NULL, NULL},
    {"SHUTDOWN", 8, 0, NULL, NULL},
    {"SODA", 4, 0, NULL, NULL},
    {"SPOOL", 3, SURE, NULL, NULL},
    {"SSHTUNNEL", 9, 0, NULL, NULL},
    {"START", 3, SURE, NULL, "WITH"},
    {"STARTUP", 7, 0, NULL, NULL},
    {"STORE", 5, 0, "SET", NULL},
    {"TIMING", 4, 0, NULL, NULL},
    {"TNSPING", 7, 0, NULL, NULL},
    {"TOSUB", 5, 0, NULL, NULL},
    {"TTITLE", 3, FREE_TEXT, NULL, NULL},
    {"UNDEFINE", 5, SURE, NULL, NULL},
    {"UNLOAD", 6, 0, NULL, NULL},
    {"VARIABLE", 3, SURE, NULL, NULL},
    {"VAULT", 5, 0, NULL, NULL},
    {"WHENEVER", 8, SURE, "SQLERROR OSERROR", NULL},
    {"WHICH", 5, 0, NULL, NULL},
    {"XQUERY", 6, 0, NULL, NULL},
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}
static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}
static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static bool is_word(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '#' || (c & 0x80);
}
static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static uint32_t skip_blanks(xy_str text, uint32_t at)
{
    while (at < text.length && is_blank(text.data[at]))
        at++;
    return at;
}

static xy_str word_at(xy_str text, uint32_t at)
{
    uint32_t end = at;
    while (end < text.length && is_word(text.data[end]))
        end++;
    return (xy_str){text.data + at, end - at};
}

/* `word` is one of the words in the list. */
static bool listed(const char *list, xy_str word)
{
    while (list && *list && word.length) {
        uint32_t length = (uint32_t)strcspn(list, " ");
        if (xy_str_equal_nocase(word, (xy_str){list, length}))
            return true;
        list += length;
        list += *list == ' ';
    }
    return false;
}

static bool abbreviates(xy_str word, const command *c)
{
    if (word.length < c->shortest || upper(word.data[0]) != c->word[0] || word.length > strlen(c->word))
        return false;
    for (uint32_t i = 0; i < word.length; i++) {
        if (upper(word.data[i]) != c->word[i])
            return false;
    }
    return true;
}

/* The command word at `at`: letters, or a run of @, or one of ! and ?. */
static const command *command_at(xy_str text, uint32_t at, uint32_t *end)
{
    xy_str word = word_at(text, at);
    if (word.length == 0 && at < text.length) {
        word.length = 1;
        if (text.data[at] == '@' && at + 1 < text.length && text.data[at + 1] == '@')
            word.length = 2;
    }
    *end = at + word.length;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (abbreviates(word, &commands[i]))
            return &commands[i];
    }
    return NULL;
}

static uint32_t line_end(xy_str text, uint32_t at)
{
    while (at < text.length && !is_line_end(text.data[at]))
        at++;
    return at;
}

/* A line goes on when it ends in `-`. Rows of dashes in free text are decoration: scripts are full of them, and no author means
 * the next command to be swallowed. */
static bool is_continued(xy_str text, uint32_t start, uint32_t end, const command *c)
{
    while (end > start && is_blank(text.data[end - 1]))
        end--;
    if (end == start || text.data[end - 1] != '-')
        return false;
    char before = end - 1 > start ? text.data[end - 2] : ' ';
    return c->flags & FREE_TEXT ? is_blank(before) : before != '-';
}

static uint32_t command_end(xy_str text, uint32_t start, const command *c)
{
    uint32_t end = line_end(text, start);
    while (end < text.length && is_continued(text, start, end, c)) {
        start = end + 1;
        if (text.data[end] == '\r' && start < text.length && text.data[start] == '\n')
            start++;
        end = line_end(text, start);
    }
    return end;
}

/* Nothing, or lines of the buffer: numbers, `*` (the current one), LAST. */
static bool nothing_or_lines(xy_str text, uint32_t at)
{
    uint32_t end = line_end(text, at);
    while (at < end) {
        xy_str word = word_at(text, at);
        bool number = word.length && word.data[0] >= '0' && word.data[0] <= '9';
        if (!word.length ? !is_blank(text.data[at]) && text.data[at] != ';' && text.data[at] != '*' : !number && !listed("LAST", word))
            return false;
        at += word.length ? word.length : 1;
    }
    return true;
}

/* What follows the command's word fits it. */
static bool argument_fits(xy_str text, uint32_t at, const command *c, xy_sqlplus_place place)
{
    uint32_t argument = skip_blanks(text, at);
    xy_str word = word_at(text, argument);
    bool at_end = argument == text.length || is_line_end(text.data[argument]);
    char next = at_end ? '\n' : text.data[argument];
    if (c->flags & SLASHED)
        return argument == at && next == '/';
    if (!(c->flags & TIGHT) && argument == at && !at_end && next != ';')
        return false;
    if (c->flags & BARE && !nothing_or_lines(text, at))
        return false;
    if (listed(c->never_before, word))
        return false;
    if (place == XY_SQLPLUS_AT_START && c->only_before == set_variables)
        return !listed("TRANSACTION ROLE CONSTRAINT CONSTRAINTS", word);
    if (c->only_before && !listed(c->only_before, word))
        return false;
    if (c->flags & FREE_TEXT || place == XY_SQLPLUS_AT_START)
        return !(next == ':' && argument + 1 < text.length && text.data[argument + 1] == '=');
    return !at_end && (is_word(next) || strchr("/.\"&'$~", next));
}

/* `5 text` replaces line 5 of the buffer, `5` shows it: no statement begins with a number. */
static bool is_line_number(xy_str text, uint32_t at)
{
    uint32_t end = at;
    while (end < text.length && text.data[end] >= '0' && text.data[end] <= '9')
        end++;
    return end > at && (end == text.length || is_blank(text.data[end]) || is_line_end(text.data[end]));
}

uint32_t xy_sqlplus_line(xy_str text, uint32_t offset, xy_sqlplus_place place)
{
    uint32_t end, at = skip_blanks(text, offset);
    if (place == XY_SQLPLUS_AT_START && is_line_number(text, at))
        return line_end(text, at);
    const command *c = command_at(text, at, &end);
    if (place == XY_SQLPLUS_INSIDE) /* only a lone dot, which ends the input */
        return c && c->word[0] == '.' && skip_blanks(text, end) == line_end(text, end) ? command_end(text, end, c) : 0;
    if (!c || (place == XY_SQLPLUS_AFTER_END && !(c->flags & SURE)) || !argument_fits(text, end, c, place))
        return 0;
    return command_end(text, end, c);
}
