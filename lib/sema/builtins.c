/* What Oracle brings along: functions, pseudo-columns, exceptions, collection methods, the package items that people use.
 *
 * Signature: "parameters>result null flags".
 *   parameters   either one letter each ("SN[N"), or names: "A:C,B:N" (for calls with =>); `[`: optional from here, `*`: the last one
 *                repeats, `<` after the letter: OUT, `~`: IN OUT.
 *   letters      C VARCHAR2, S character of any kind (CLOB stays CLOB), N NUMBER, M number (BINARY_DOUBLE stays), I integral number,
 *                P PLS_INTEGER, D DATE, E DATE or timestamp, T TIMESTAMP, Z TIMESTAMP WITH TIME ZONE, Y/J intervals (months, days),
 *                R RAW, L CLOB, B BLOB, O BOOLEAN, H XML, Q JSON, W ROWID, K cursor, X anything, U as the first argument.
 *   result       a letter; 1 or 2: the type of that argument; U: common type of the arguments; V: none (procedure); ^: as S, but CHAR stays
 *                CHAR in SQL; A: as M, but floats are BINARY_DOUBLE; %: the type of what WITHIN GROUP sorts by;
 *                $: VARCHAR2 or RAW, as a part of the first argument; &: what interpolation makes of that one or of the first argument.
 *   null         = null when an argument is null, ! never, ? may be null, ~ that even in a group whose arguments are
 *                not null, | null when all arguments are, - unknown
 *   flags        p cannot fail, a aggregate, o analytic only, r raises, w changes data, t commits, s random or session state,
 *                d runs SQL that is not known here, n may raise NO_DATA_FOUND
 * Facts: Oracle Database SQL Language Reference, "Functions"; PL/SQL Packages and Types Reference. */
#include "sema/internal.h"

typedef struct builtin {
    const char *name, *signature;
} builtin;

static const builtin functions[] = {
    /* numbers */
    {"ABS", "M>M=p"},
    {"ACOS", "M>A="},
    {"ASIN", "M>A="},
    {"ATAN", "M>A="},
    {"ATAN2", "MM>A="},
    {"BITAND", "NN>I="},
    {"CEIL", "M>M=p"},
    {"CEILING", "M>M=p"},
    {"COS", "M>A="},
    {"COSH", "M>A="},
    {"EXP", "M>A="},
    {"FLOOR", "M>M=p"},
    {"LN", "M>A="},
    {"LOG", "MM>A="},
    {"MOD", "MM>M=p"},
    {"NANVL", "MM>M="},
    {"POWER", "MM>A="},
    {"REMAINDER", "MM>M="},
    {"ROUND_TIES_TO_EVEN", "N[N>N="},
    {"SIGN", "M>I=p"},
    {"SIN", "M>A="},
    {"SINH", "M>A="},
    {"SQRT", "M>M="},
    {"TAN", "M>A="},
    {"TANH", "M>A="},
    {"WIDTH_BUCKET", "NNNN>I="},
    /* numbers and dates */
    {"ROUND", "X[X>1="},
    {"TRUNC", "X[X>1="},
    /* characters */
    {"ASCII", "S>I=p"},
    {"ASCIISTR", "S>C="},
    {"CHR", "N>C="},
    {"NCHR", "N>C="},
    {"COMPOSE", "S>C="},
    {"DECOMPOSE", "S>C="},
    {"CONCAT", "S*>S|p"},
    {"CONVERT", "SC[C>S="},
    {"INITCAP", "S>^=p"},
    {"INSTR", "SS[NN>I=p"},
    {"INSTRB", "SS[NN>I=p"},
    {"INSTRC", "SS[NN>I=p"},
    {"INSTR2", "SS[NN>I=p"},
    {"INSTR4", "SS[NN>I=p"},
    {"LENGTH", "S>I=p"},
    {"LENGTHB", "S>I=p"},
    {"LENGTHC", "S>I=p"},
    {"LENGTH2", "S>I=p"},
    {"LENGTH4", "S>I=p"},
    {"LOWER", "S>^=p"},
    {"LPAD", "SN[S>S?"},
    {"RPAD", "SN[S>S?"},
    {"LTRIM", "S[C>S?p"},
    {"RTRIM", "S[C>S?p"},
    {"TRIM", "S>S?p"},
    {"NLS_INITCAP", "S[C>S="},
    {"NLS_LOWER", "S[C>S="},
    {"NLS_UPPER", "S[C>S="},
    {"NLSSORT", "S[C>R="},
    {"REPLACE", "SS[S>S?p"},
    {"REVERSE", "S>S="},
    {"SOUNDEX", "C>C?"},
    {"SUBSTR", "SN[N>S?p"},
    {"SUBSTRB", "SN[N>S?p"},
    {"SUBSTRC", "SN[N>S?p"},
    {"SUBSTR2", "SN[N>S?p"},
    {"SUBSTR4", "SN[N>S?p"},
    {"TRANSLATE", "SSS>S?p"},
    {"UNISTR", "C>C="},
    {"UPPER", "S>^=p"},
    {"REGEXP_COUNT", "SC[NC>I="},
    {"REGEXP_INSTR", "SC[NNNCN>I="},
    {"REGEXP_LIKE", "SC[C>O="},
    {"REGEXP_REPLACE", "SC[SNNC>S?"},
    {"REGEXP_SUBSTR", "SC[NNCN>S?"},
    {"CHARTOROWID", "C>W="},
    {"ROWIDTOCHAR", "W>C="},
    {"ROWIDTONCHAR", "W>C="},
    {"DUMP", "X[NNN>C!"},
    {"VSIZE", "X>I="},
    {"ORA_HASH", "X[NN>I!"},
    {"STANDARD_HASH", "X[C>R!"},
    {"NLS_CHARSET_ID", "C>I?"},
    {"NLS_CHARSET_NAME", "N>C?"},
    {"NLS_CHARSET_DECL_LEN", "NN>I="},
    {"COLLATION", "S>C="},
    {"NLS_COLLATION_ID", "C>I?"},
    {"NLS_COLLATION_NAME", "N[C>C?"},
    {"TO_SINGLE_BYTE", "S>S="},
    {"TO_MULTI_BYTE", "S>S="},
    /* conversions */
    {"TO_CHAR", "X[CC>C="},
    {"TO_NCHAR", "X[CC>C="},
    {"TO_NUMBER", "X[CC>N="},
    {"TO_DATE", "C[CC>D="},
    {"TO_TIMESTAMP", "C[CC>T="},
    {"TO_TIMESTAMP_TZ", "C[CC>Z="},
    {"TO_DSINTERVAL", "C>J="},
    {"TO_YMINTERVAL", "C>Y="},
    {"NUMTODSINTERVAL", "NC>J="},
    {"NUMTOYMINTERVAL", "NC>Y="},
    {"TO_CLOB", "X[CC>L="},
    {"TO_NCLOB", "X>L="},
    {"TO_BLOB", "X[C>B="},
    {"TO_LOB", "X>L="},
    {"TO_BINARY_DOUBLE", "X[CC>F="},
    {"TO_BINARY_FLOAT", "X[CC>F="},
    {"TO_BOOLEAN", "X>O="},
    {"HEXTORAW", "C>R="},
    {"RAWTOHEX", "R>C="},
    {"RAWTONHEX", "R>C="},
    {"BIN_TO_NUM", "N*>I="},
    {"EMPTY_CLOB", ">L!p"},
    {"EMPTY_BLOB", ">B!p"},
    {"BFILENAME", "CC>B!"},
    {"SCN_TO_TIMESTAMP", "N>T="},
    {"TIMESTAMP_TO_SCN", "X>N="},
    {"VALIDATE_CONVERSION", "X[XC>I="},
    /* dates */
    {"ADD_MONTHS", "DN>D="},
    {"LAST_DAY", "D>D=p"},
    {"MONTHS_BETWEEN", "DD>N=p"},
    {"NEXT_DAY", "DC>D="},
    {"NEW_TIME", "DCC>D="},
    {"FROM_TZ", "TC>Z="},
    {"SYS_EXTRACT_UTC", "Z>T="},
    {"TZ_OFFSET", "C>C="},
    {"ORA_DST_AFFECTED", "Z>I="},
    {"ORA_DST_CONVERT", "Z[II>Z="},
    {"ORA_DST_ERROR", "Z>I="},
    {"TO_UTC_TIMESTAMP_TZ", "C>Z="},
    /* null handling and choice */
    {"NVL", "XU>1|p"},
    {"NVL2", "XXX>2-p"},
    {"COALESCE", "XU*>U|p"},
    {"NULLIF", "XX>1?p"},
    {"DECODE", "XXX*>3?p"},
    {"GREATEST", "XU*>1=p"},
    {"LEAST", "XU*>1=p"},
    {"LNNVL", "O>O!p"},
    {"CARDINALITY", "X>I="},
    {"SET", "X>1="},
    {"POWERMULTISET", "X>X="},
    /* session */
    {"SYS_CONTEXT", "CC[N>C?s"},
    {"USERENV", "C>C?s"},
    {"SYS_GUID", ">R!s"},
    {"UID", ">I!ps"},
    {"USER", ">C!ps"},
    {"SYS_TYPEID", "X>R?"},
    {"ORA_INVOKING_USER", ">C!s"},
    {"ORA_INVOKING_USERID", ">I!s"},
    {"CON_DBID_TO_ID", "N>I?"},
    {"CON_GUID_TO_ID", "R>I?"},
    {"CON_NAME_TO_ID", "C>I?"},
    {"CON_UID_TO_ID", "N>I?"},
    {"ORA_LOGIN_USER", ">C!s"},
    {"ORA_SYSEVENT", ">C!s"},
    {"ORA_DICT_OBJ_NAME", ">C?s"},
    {"ORA_DICT_OBJ_OWNER", ">C?s"},
    {"ORA_DICT_OBJ_TYPE", ">C?s"},
    {"ORA_CLIENT_IP_ADDRESS", ">C?s"},
    {"SYSDATE", ">D!ps"},
    {"SYSTIMESTAMP", "[N>Z!ps"},
    {"CURRENT_DATE", ">D!ps"},
    {"CURRENT_TIMESTAMP", "[N>Z!ps"},
    {"LOCALTIMESTAMP", "[N>T!ps"},
    {"DBTIMEZONE", ">C!ps"},
    {"SESSIONTIMEZONE", ">C!ps"},
    {"SQLCODE", ">P!ps"},
    {"SQLERRM", "[N>C?ps"},
    {"INSERTING", ">O!ps"},
    {"UPDATING", "[C>O!ps"},
    {"DELETING", ">O!ps"},
    {"RAISE_APPLICATION_ERROR", "NUM:N,MSG:C,[KEEPERRORSTACK:O>V-r"},
    /* aggregates */
    {"COUNT", "X>I!pa"},
    {"SUM", "M>M?a"},
    {"AVG", "M>M?a"},
    {"MIN", "X>1?pa"},
    {"MAX", "X>1?pa"},
    {"MEDIAN", "X>&?a"},
    {"STDDEV", "M>M?a"},
    {"STDDEV_POP", "M>M?a"},
    {"STDDEV_SAMP", "M>M~a"},
    {"VARIANCE", "M>M?a"},
    {"VAR_POP", "M>M?a"},
    {"VAR_SAMP", "M>M~a"},
    {"STATS_MODE", "X>1?a"},
    {"LISTAGG", "S[C>S?a"},
    {"WM_CONCAT", "S>C?a"},
    {"COLLECT", "X>X?a"},
    {"XMLAGG", "H>H?a"},
    {"CORR", "NN>N~a"},
    {"COVAR_POP", "NN>N~a"},
    {"COVAR_SAMP", "NN>N~a"},
    {"REGR_SLOPE", "NN>N~a"},
    {"REGR_INTERCEPT", "NN>N~a"},
    {"REGR_COUNT", "NN>I!a"},
    {"REGR_R2", "NN>N~a"},
    {"REGR_AVGX", "NN>N~a"},
    {"REGR_AVGY", "NN>N~a"},
    {"REGR_SXX", "NN>N~a"},
    {"REGR_SYY", "NN>N~a"},
    {"REGR_SXY", "NN>N~a"},
    {"APPROX_COUNT_DISTINCT", "X>I!a"},
    {"APPROX_COUNT", "X>I!a"},
    {"APPROX_MEDIAN", "X>&?a"},
    {"PERCENTILE_CONT", "N>&~a"},
    {"PERCENTILE_DISC", "N>%~a"},
    {"GROUPING", "X>I!p"},
    {"GROUPING_ID", "X*>I!p"},
    {"GROUP_ID", ">I!p"},
    {"BIT_AND_AGG", "N>I?a"},
    {"BIT_OR_AGG", "N>I?a"},
    {"BIT_XOR_AGG", "N>I?a"},
    {"ANY_VALUE", "X>1?a"},
    {"CHECKSUM", "X>N?a"},
    {"KURTOSIS_POP", "N>N~a"},
    {"KURTOSIS_SAMP", "N>N~a"},
    {"SKEWNESS_POP", "N>N~a"},
    {"SKEWNESS_SAMP", "N>N~a"},
    {"CORR_S", "NN[C>N~a"},
    {"CORR_K", "NN[C>N~a"},
    {"STATS_BINOMIAL_TEST", "XXN[C>N~a"},
    {"STATS_CROSSTAB", "XX[C>N~a"},
    {"STATS_F_TEST", "NN[CX>N~a"},
    {"STATS_KS_TEST", "XN[C>N~a"},
    {"STATS_MW_TEST", "XN[C>N~a"},
    {"STATS_ONE_WAY_ANOVA", "XN[C>N~a"},
    {"STATS_T_TEST_ONE", "N[NC>N~a"},
    {"STATS_T_TEST_PAIRED", "NN[C>N~a"},
    {"STATS_T_TEST_INDEP", "NN[CX>N~a"},
    {"STATS_T_TEST_INDEPU", "NN[CX>N~a"},
    {"STATS_WSR_TEST", "NN[C>N~a"},
    {"APPROX_SUM", "N[C>N~a"},
    {"APPROX_RANK", "X>I~a"},
    {"APPROX_PERCENTILE", "N[C>&~a"},
    {"APPROX_COUNT_DISTINCT_DETAIL", "X>B~a"},
    {"APPROX_COUNT_DISTINCT_AGG", "B>B~a"},
    {"APPROX_PERCENTILE_DETAIL", "X>B~a"},
    {"APPROX_PERCENTILE_AGG", "B>B~a"},
    {"TO_APPROX_COUNT_DISTINCT", "B>I="},
    {"TO_APPROX_PERCENTILE", "BNC[CC>X?"},
    {"JSON_ARRAYAGG", "X>C?a"},
    {"JSON_OBJECTAGG", "X*>C?a"},
    /* analytic */
    {"ROW_NUMBER", ">I!po"},
    {"RANK", "[X*>I!po"},
    {"DENSE_RANK", "[X*>I!po"},
    {"NTILE", "N>I!o"},
    {"PERCENT_RANK", "[X*>N!po"},
    {"CUME_DIST", "[X*>N!po"},
    {"LAG", "X[NX>1?po"},
    {"LEAD", "X[NX>1?po"},
    {"FIRST_VALUE", "X>1?po"},
    {"LAST_VALUE", "X>1?po"},
    {"NTH_VALUE", "XN>1?po"},
    {"RATIO_TO_REPORT", "N>N?o"},
    /* hierarchies, objects, XML, JSON */
    {"SYS_CONNECT_BY_PATH", "XC>C?"},
    {"DEREF", "X>X?"},
    {"REF", "X>X?"},
    {"VALUE", "X>1="},
    {"MAKE_REF", "XX*>X?"},
    {"REFTOHEX", "X>C="},
    {"XMLTYPE", "X[XXX>H="},
    {"XMLCONCAT", "H*>H?"},
    {"XMLFOREST", "X*>H?"},
    {"XMLELEMENT", "X*>H!"},
    {"XMLCOMMENT", "C>H="},
    {"XMLCDATA", "C>H="},
    {"XMLSEQUENCE", "X[X>X?"},
    {"EXTRACTVALUE", "XC[C>C?"},
    {"EXISTSNODE", "XC[C>I="},
    {"SYS_XMLGEN", "X[X>H="},
    {"UPDATEXML", "XX*>H?"},
    {"XMLTRANSFORM", "HX>H?"},
    {"XMLPATCH", "HH>H?"},
    {"XMLDIFF", "HH[XC>H?"},
    {"XMLISVALID", "H[CC>I?"},
    {"XMLCOLATTVAL", "X*>H?"},
    {"EXTRACT", "XC[C>H?"},
    {"DELETEXML", "XC[C>H?"},
    {"APPENDCHILDXML", "XCX[C>H?"},
    {"INSERTCHILDXML", "XCCX[C>H?"},
    {"INSERTCHILDXMLAFTER", "XCCX[C>H?"},
    {"INSERTCHILDXMLBEFORE", "XCCX[C>H?"},
    {"INSERTXMLAFTER", "XCX[C>H?"},
    {"INSERTXMLBEFORE", "XCX[C>H?"},
    {"SYS_XMLAGG", "H[X>H?a"},
    {"JSON_SCALAR", "X>Q="},
    {"JSON_MERGEPATCH", "XX>C?"},
    {"JSON_SERIALIZE", "X>C?"},
    {"JSON_DATAGUIDE", "X[NN>L?a"},
    {"JSON_VALUE", "X[CX>C?"},
    {"JSON_QUERY", "X[CX>C?"},
    {"JSON_EXISTS", "X[CX>O?"},
    {"JSON_OBJECT", "X*>C!"},
    {"JSON_ARRAY", "X*>C!"},
};

/* Names without arguments that belong to a row or a query. */
static const builtin pseudocolumns[] = {
    {"ROWNUM", ">I!p"},
    {"LEVEL", ">I!p"},
    {"ROWID", ">W!p"},
    {"CONNECT_BY_ISLEAF", ">I!p"},
    {"CONNECT_BY_ISCYCLE", ">I!p"},
    {"ORA_ROWSCN", ">N!p"},
    {"COLUMN_VALUE", ">X-p"},
    {"OBJECT_VALUE", ">X-p"},
    {"NEXTVAL", ">I!w"},
    {"CURRVAL", ">I!"},
    {"VERSIONS_STARTSCN", ">N?"},
    {"VERSIONS_ENDSCN", ">N?"},
    {"VERSIONS_STARTTIME", ">T?"},
    {"VERSIONS_ENDTIME", ">T?"},
    {"VERSIONS_OPERATION", ">C?"},
    {"VERSIONS_XID", ">R?"},
};

static const builtin methods[] = {
    {"COUNT", ">P!p"},   {"FIRST", ">X?p"}, {"LAST", ">X?p"},     {"NEXT", "X>X?p"},    {"PRIOR", "X>X?p"},
    {"EXISTS", "X>O!p"}, {"LIMIT", ">P?p"}, {"DELETE", "[XX>V-"}, {"EXTEND", "[NX>V-"}, {"TRIM", "[N>V-"},
};

static const builtin package_items[] = {
    {"DBMS_OUTPUT.PUT_LINE", "A:C>V-p"},
    {"DBMS_OUTPUT.PUT", "A:C>V-p"},
    {"DBMS_OUTPUT.NEW_LINE", ">V-p"},
    {"DBMS_OUTPUT.ENABLE", "[BUFFER_SIZE:N>V-p"},
    {"DBMS_OUTPUT.DISABLE", ">V-p"},
    {"DBMS_OUTPUT.GET_LINE", "LINE:C<,STATUS:N<>V-"},
    {"DBMS_OUTPUT.GET_LINES", "LINES:X<,NUMLINES:N~>V-"},
    {"STANDARD.RAISE_APPLICATION_ERROR", "NUM:N,MSG:C,[KEEPERRORSTACK:O>V-r"},
    {"DBMS_STANDARD.RAISE_APPLICATION_ERROR", "NUM:N,MSG:C,[KEEPERRORSTACK:O>V-r"},
    {"DBMS_RANDOM.VALUE", "[LOW:N,HIGH:N>N!s"},
    {"DBMS_RANDOM.NORMAL", ">N!s"},
    {"DBMS_RANDOM.STRING", "OPT:C,LEN:N>C?s"},
    {"DBMS_RANDOM.RANDOM", ">P!s"},
    {"DBMS_RANDOM.SEED", "VAL:X>V-s"},
    {"DBMS_RANDOM.INITIALIZE", "VAL:N>V-s"},
    {"DBMS_RANDOM.TERMINATE", ">V-s"},
    {"DBMS_UTILITY.GET_TIME", ">I!ps"},
    {"DBMS_UTILITY.GET_CPU_TIME", ">I!ps"},
    {"DBMS_UTILITY.FORMAT_ERROR_STACK", ">C?ps"},
    {"DBMS_UTILITY.FORMAT_ERROR_BACKTRACE", ">C?ps"},
    {"DBMS_UTILITY.FORMAT_CALL_STACK", ">C!ps"},
    {"DBMS_UTILITY.GET_HASH_VALUE", "NAME:C,BASE:N,HASH_SIZE:N>I!"},
    {"DBMS_UTILITY.COMMA_TO_TABLE", "LIST:C,TABLEN:P<,TAB:X<>V-"},
    {"DBMS_UTILITY.EXEC_DDL_STATEMENT", "PARSE_STRING:C>V-dt"},
    {"DBMS_UTILITY.COMPILE_SCHEMA", "SCHEMA:C,[COMPILE_ALL:O,REUSE_SETTINGS:O>V-dt"},
    {"DBMS_UTILITY.CURRENT_INSTANCE", ">I!s"},
    {"DBMS_UTILITY.DB_VERSION", "VERSION:C<,COMPATIBILITY:C<>V-"},
    {"DBMS_LOCK.SLEEP", "SECONDS:N>V-s"},
    {"DBMS_SESSION.SLEEP", "SECONDS:N>V-s"},
    {"DBMS_LOCK.ALLOCATE_UNIQUE", "LOCKNAME:C,LOCKHANDLE:C<,[EXPIRATION_SECS:P>V-t"},
    {"DBMS_LOCK.REQUEST", "LOCKHANDLE:C,[LOCKMODE:P,TIMEOUT:P,RELEASE_ON_COMMIT:O>I!s"},
    {"DBMS_LOCK.RELEASE", "LOCKHANDLE:C>I!s"},
    {"DBMS_LOCK.X_MODE", ">P!p"},
    {"DBMS_LOCK.S_MODE", ">P!p"},
    {"DBMS_LOCK.MAXWAIT", ">P!p"},
    {"DBMS_SESSION.SET_CONTEXT", "NAMESPACE:C,ATTRIBUTE:C,VALUE:C,[USERNAME:C,CLIENT_ID:C>V-s"},
    {"DBMS_SESSION.SET_IDENTIFIER", "CLIENT_ID:C>V-s"},
    {"DBMS_SESSION.CLEAR_CONTEXT", "NAMESPACE:C,[CLIENT_ID:C,ATTRIBUTE:C>V-s"},
    {"DBMS_SESSION.SET_NLS", "PARAM:C,VALUE:C>V-s"},
    {"DBMS_SESSION.SET_ROLE", "ROLE_CMD:C>V-s"},
    {"DBMS_SESSION.UNIQUE_SESSION_ID", ">C!s"},
    {"DBMS_SESSION.RESET_PACKAGE", ">V-s"},
    {"DBMS_SESSION.CLEAR_IDENTIFIER", ">V-s"},
    {"DBMS_APPLICATION_INFO.SET_MODULE", "MODULE_NAME:C,ACTION_NAME:C>V-ps"},
    {"DBMS_APPLICATION_INFO.SET_ACTION", "ACTION_NAME:C>V-ps"},
    {"DBMS_APPLICATION_INFO.SET_CLIENT_INFO", "CLIENT_INFO:C>V-ps"},
    {"DBMS_APPLICATION_INFO.READ_CLIENT_INFO", "CLIENT_INFO:C<>V-"},
    {"DBMS_APPLICATION_INFO.READ_MODULE", "MODULE_NAME:C<,ACTION_NAME:C<>V-"},
    {"DBMS_APPLICATION_INFO.SET_SESSION_LONGOPS", "RINDEX:P~,SLNO:P~,[OP_NAME:C,TARGET:P,CONTEXT:P,SOFAR:N,TOTALWORK:N,TARGET_DESC:C,UNITS:C>V-s"},
    {"DBMS_LOB.GETLENGTH", "LOB_LOC:X>I="},
    {"DBMS_LOB.SUBSTR", "LOB_LOC:X,[AMOUNT:N,OFFSET:N>$?"},
    {"DBMS_LOB.INSTR", "LOB_LOC:X,PATTERN:X,[OFFSET:N,NTH:N>I="},
    {"DBMS_LOB.APPEND", "DEST_LOB:X~,SRC_LOB:X>V-"},
    {"DBMS_LOB.WRITE", "LOB_LOC:X~,AMOUNT:N,OFFSET:N,BUFFER:X>V-"},
    {"DBMS_LOB.WRITEAPPEND", "LOB_LOC:X~,AMOUNT:N,BUFFER:X>V-"},
    {"DBMS_LOB.READ", "LOB_LOC:X,AMOUNT:N~,OFFSET:N,BUFFER:X<>V-"},
    {"DBMS_LOB.CREATETEMPORARY", "LOB_LOC:X~,CACHE:O,[DUR:P>V-"},
    {"DBMS_LOB.FREETEMPORARY", "LOB_LOC:X~>V-"},
    {"DBMS_LOB.TRIM", "LOB_LOC:X~,NEWLEN:N>V-"},
    {"DBMS_LOB.COPY", "DEST_LOB:X~,SRC_LOB:X,AMOUNT:N,[DEST_OFFSET:N,SRC_OFFSET:N>V-"},
    {"DBMS_LOB.COMPARE", "LOB_1:X,LOB_2:X,[AMOUNT:N,OFFSET_1:N,OFFSET_2:N>I="},
    {"DBMS_LOB.ERASE", "LOB_LOC:X~,AMOUNT:N~,[OFFSET:N>V-"},
    {"DBMS_LOB.OPEN", "LOB_LOC:X~,OPEN_MODE:P>V-"},
    {"DBMS_LOB.CLOSE", "LOB_LOC:X~>V-"},
    {"DBMS_LOB.ISOPEN", "LOB_LOC:X>I!"},
    {"DBMS_LOB.ISTEMPORARY", "LOB_LOC:X>I!"},
    {"DBMS_LOB.FILEOPEN", "FILE_LOC:B~,[OPEN_MODE:P>V-"},
    {"DBMS_LOB.FILECLOSE", "FILE_LOC:B~>V-"},
    {"DBMS_LOB.FILEEXISTS", "FILE_LOC:B>I!"},
    {"DBMS_LOB.CONVERTTOBLOB", "DEST_LOB:B~,SRC_CLOB:L,AMOUNT:N,DEST_OFFSET:N~,SRC_OFFSET:N~,BLOB_CSID:N,LANG_CONTEXT:N~,WARNING:N<>V-"},
    {"DBMS_LOB.CONVERTTOCLOB", "DEST_LOB:L~,SRC_BLOB:B,AMOUNT:N,DEST_OFFSET:N~,SRC_OFFSET:N~,BLOB_CSID:N,LANG_CONTEXT:N~,WARNING:N<>V-"},
    {"DBMS_LOB.LOADFROMFILE", "DEST_LOB:X~,SRC_LOB:B,AMOUNT:N,[DEST_OFFSET:N,SRC_OFFSET:N>V-"},
    {"DBMS_LOB.CALL", ">P!p"},
    {"DBMS_LOB.SESSION", ">P!p"},
    {"DBMS_LOB.LOBMAXSIZE", ">N!p"},
    {"DBMS_LOB.DEFAULT_CSID", ">P!p"},
    {"DBMS_LOB.DEFAULT_LANG_CTX", ">P!p"},
    {"DBMS_LOB.LOB_READONLY", ">P!p"},
    {"DBMS_LOB.LOB_READWRITE", ">P!p"},
    {"DBMS_LOB.FILE_READONLY", ">P!p"},
    {"DBMS_SQL.OPEN_CURSOR", "[SECURITY_LEVEL:P>I!s"},
    {"DBMS_SQL.PARSE", "C:P,STATEMENT:X,LANGUAGE_FLAG:P>V-d"},
    {"DBMS_SQL.BIND_VARIABLE", "C:P,NAME:C,VALUE:X,[OUT_VALUE_SIZE:P>V-"},
    {"DBMS_SQL.DEFINE_COLUMN", "C:P,POSITION:P,COLUMN:X,[COLUMN_SIZE:P>V-"},
    {"DBMS_SQL.EXECUTE", "C:P>I!d"},
    {"DBMS_SQL.EXECUTE_AND_FETCH", "C:P,[EXACT:O>I!d"},
    {"DBMS_SQL.FETCH_ROWS", "C:P>I!d"},
    {"DBMS_SQL.COLUMN_VALUE", "C:P,POSITION:P,VALUE:X<,[COLUMN_ERROR:N<,ACTUAL_LENGTH:P<>V-"},
    {"DBMS_SQL.VARIABLE_VALUE", "C:P,NAME:C,VALUE:X<>V-"},
    {"DBMS_SQL.CLOSE_CURSOR", "C:P~>V-"},
    {"DBMS_SQL.IS_OPEN", "C:P>O!"},
    {"DBMS_SQL.DESCRIBE_COLUMNS", "C:P,COL_CNT:P<,DESC_T:X<>V-"},
    {"DBMS_SQL.LAST_ERROR_POSITION", ">I!"},
    {"DBMS_SQL.LAST_ROW_COUNT", ">I!"},
    {"DBMS_SQL.NATIVE", ">P!p"},
    {"DBMS_SQL.V7", ">P!p"},
    {"DBMS_SQL.TO_REFCURSOR", "CURSOR_NUMBER:P~>K!"},
    {"DBMS_SQL.TO_CURSOR_NUMBER", "RC:K~>I!"},
    {"DBMS_SQL.RETURN_RESULT", "RC:K~,[TO_CLIENT:O>V-"},
    {"DBMS_JOB.SUBMIT", "JOB:P<,WHAT:C,[NEXT_DATE:D,INTERVAL:C,NO_PARSE:O>V-w"},
    {"DBMS_JOB.REMOVE", "JOB:P>V-w"},
    {"DBMS_JOB.BROKEN", "JOB:P,BROKEN:O,[NEXT_DATE:D>V-w"},
    {"DBMS_JOB.RUN", "JOB:P,[FORCE:O>V-d"},
    {"DBMS_JOB.CHANGE", "JOB:P,WHAT:C,NEXT_DATE:D,INTERVAL:C>V-w"},
    {"DBMS_JOB.INTERVAL", "JOB:P,INTERVAL:C>V-w"},
    {"DBMS_JOB.NEXT_DATE", "JOB:P,NEXT_DATE:D>V-w"},
    {"DBMS_JOB.WHAT", "JOB:P,WHAT:C>V-w"},
    {"DBMS_SCHEDULER.CREATE_JOB",
     "JOB_NAME:C,JOB_TYPE:C,JOB_ACTION:C,[NUMBER_OF_ARGUMENTS:P,START_DATE:Z,REPEAT_INTERVAL:C,END_DATE:Z,JOB_CLASS:C,ENABLED:O,AUTO_DROP:O,COMMENTS:C>V-t"},
    {"DBMS_SCHEDULER.DROP_JOB", "JOB_NAME:C,[FORCE:O,DEFER:O>V-t"},
    {"DBMS_SCHEDULER.RUN_JOB", "JOB_NAME:C,[USE_CURRENT_SESSION:O>V-d"},
    {"DBMS_SCHEDULER.ENABLE", "NAME:C>V-t"},
    {"DBMS_SCHEDULER.DISABLE", "NAME:C,[FORCE:O>V-t"},
    {"DBMS_SCHEDULER.SET_ATTRIBUTE", "NAME:C,ATTRIBUTE:C,VALUE:X>V-t"},
    {"DBMS_STATS.GATHER_TABLE_STATS", "OWNNAME:C,TABNAME:C,[PARTNAME:C,ESTIMATE_PERCENT:N,BLOCK_SAMPLE:O,METHOD_OPT:C,DEGREE:N,GRANULARITY:C,CASCADE:O>V-t"},
    {"DBMS_STATS.GATHER_SCHEMA_STATS", "OWNNAME:C,[ESTIMATE_PERCENT:N,BLOCK_SAMPLE:O,METHOD_OPT:C,DEGREE:N,GRANULARITY:C,CASCADE:O>V-t"},
    {"DBMS_STATS.GATHER_INDEX_STATS", "OWNNAME:C,INDNAME:C>V-t"},
    {"DBMS_STATS.AUTO_SAMPLE_SIZE", ">N!p"},
    {"DBMS_MVIEW.REFRESH", "LIST:C,[METHOD:C,ROLLBACK_SEG:C,PUSH_DEFERRED_RPC:O,REFRESH_AFTER_ERRORS:O>V-t"},
    {"DBMS_SNAPSHOT.REFRESH", "LIST:C,[METHOD:C>V-t"},
    {"DBMS_CRYPTO.ENCRYPT", "SRC:X,TYP:P,KEY:R,[IV:R>R?"},
    {"DBMS_CRYPTO.DECRYPT", "SRC:X,TYP:P,KEY:R,[IV:R>R?"},
    {"DBMS_CRYPTO.HASH", "SRC:X,TYP:P>R="},
    {"DBMS_CRYPTO.MAC", "SRC:X,TYP:P,KEY:R>R="},
    {"DBMS_CRYPTO.RANDOMBYTES", "NUMBER_BYTES:P>R!s"},
    {"DBMS_CRYPTO.HASH_MD5", ">P!p"},
    {"DBMS_CRYPTO.HASH_SH1", ">P!p"},
    {"DBMS_CRYPTO.HASH_SH256", ">P!p"},
    {"DBMS_CRYPTO.HASH_SH512", ">P!p"},
    {"DBMS_CRYPTO.DES_CBC_PKCS5", ">P!p"},
    {"DBMS_CRYPTO.ENCRYPT_AES", ">P!p"},
    {"DBMS_CRYPTO.ENCRYPT_AES128", ">P!p"},
    {"DBMS_CRYPTO.ENCRYPT_AES256", ">P!p"},
    {"DBMS_CRYPTO.CHAIN_CBC", ">P!p"},
    {"DBMS_CRYPTO.CHAIN_ECB", ">P!p"},
    {"DBMS_CRYPTO.PAD_PKCS5", ">P!p"},
    {"DBMS_CRYPTO.PAD_ZERO", ">P!p"},
    {"DBMS_CRYPTO.ENCRYPT_DES", ">P!p"},
    {"DBMS_OBFUSCATION_TOOLKIT.MD5", "INPUT_STRING:X>X="},
    {"DBMS_METADATA.GET_DDL", "OBJECT_TYPE:C,NAME:C,[SCHEMA:C,VERSION:C,MODEL:C,TRANSFORM:C>L?"},
    {"DBMS_METADATA.SET_TRANSFORM_PARAM", "TRANSFORM_HANDLE:N,NAME:C,[VALUE:X>V-s"},
    {"DBMS_METADATA.SESSION_TRANSFORM", ">N!p"},
    {"DBMS_XMLGEN.GETXML", "SQLQUERY:X,[DTDORSCHEMA:N>L?d"},
    {"DBMS_XMLGEN.NEWCONTEXT", "QUERY:X>N!d"},
    {"DBMS_XMLGEN.CLOSECONTEXT", "CTX:N>V-"},
    {"DBMS_XMLGEN.SETROWTAG", "CTX:N,ROWTAG:C>V-"},
    {"DBMS_XMLGEN.SETROWSETTAG", "CTX:N,ROWSETTAG:C>V-"},
    {"DBMS_XMLGEN.CONVERT", "XMLDATA:X,[FLAG:N>1?"},
    {"DBMS_ALERT.REGISTER", "NAME:C>V-t"},
    {"DBMS_ALERT.SIGNAL", "NAME:C,MESSAGE:C>V-s"},
    {"DBMS_ALERT.WAITONE", "NAME:C,MESSAGE:C<,STATUS:P<,[TIMEOUT:N>V-t"},
    {"DBMS_PIPE.PACK_MESSAGE", "ITEM:X>V-s"},
    {"DBMS_PIPE.SEND_MESSAGE", "PIPENAME:C,[TIMEOUT:P,MAXPIPESIZE:P>I!s"},
    {"DBMS_PIPE.RECEIVE_MESSAGE", "PIPENAME:C,[TIMEOUT:P>I!s"},
    {"DBMS_PIPE.UNPACK_MESSAGE", "ITEM:X<>V-s"},
    {"DBMS_TRANSACTION.LOCAL_TRANSACTION_ID", "[CREATE_TRANSACTION:O>C?s"},
    {"DBMS_TRANSACTION.COMMIT", ">V-t"},
    {"DBMS_TRANSACTION.ROLLBACK", ">V-k"},
    {"DBMS_TRANSACTION.SAVEPOINT", "SAVEPT:C>V-s"},
    {"DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER", ">N!s"},
    {"DBMS_ROWID.ROWID_OBJECT", "ROW_ID:W>I="},
    {"DBMS_ROWID.ROWID_BLOCK_NUMBER", "ROW_ID:W,[TS_TYPE_IN:C>I="},
    {"DBMS_ROWID.ROWID_ROW_NUMBER", "ROW_ID:W>I="},
    {"DBMS_ASSERT.ENQUOTE_LITERAL", "STR:C>C!"},
    {"DBMS_ASSERT.ENQUOTE_NAME", "STR:C,[CAPITALIZE:O>C!"},
    {"DBMS_ASSERT.SIMPLE_SQL_NAME", "STR:C>C!"},
    {"DBMS_ASSERT.SCHEMA_NAME", "STR:C>C!"},
    {"DBMS_ASSERT.SQL_OBJECT_NAME", "STR:C>C!"},
    {"DBMS_ASSERT.NOOP", "STR:C>C="},
    {"DBMS_DB_VERSION.VERSION", ">P!p"},
    {"DBMS_DB_VERSION.RELEASE", ">P!p"},
    {"DBMS_DDL.ANALYZE_OBJECT", "TYPE:C,SCHEMA:C,NAME:C,METHOD:C>V-t"},
    {"DBMS_DDL.ALTER_COMPILE", "TYPE:C,SCHEMA:C,NAME:C>V-t"},
    {"UTL_FILE.FCLOSE", "FILE:X~>V-s"},
    {"UTL_FILE.FCLOSE_ALL", ">V-s"},
    {"UTL_FILE.PUT_LINE", "FILE:X,BUFFER:C,[AUTOFLUSH:O>V-s"},
    {"UTL_FILE.PUT", "FILE:X,BUFFER:C>V-s"},
    {"UTL_FILE.PUTF", "FILE:X,FORMAT:C,[ARG1:C,ARG2:C,ARG3:C,ARG4:C,ARG5:C>V-s"},
    {"UTL_FILE.NEW_LINE", "FILE:X,[LINES:P>V-s"},
    {"UTL_FILE.GET_LINE", "FILE:X,BUFFER:C<,[LEN:P>V-sn"},
    {"UTL_FILE.FFLUSH", "FILE:X>V-s"},
    {"UTL_FILE.IS_OPEN", "FILE:X>O!"},
    {"UTL_FILE.FREMOVE", "LOCATION:C,FILENAME:C>V-s"},
    {"UTL_FILE.FGETATTR", "LOCATION:C,FILENAME:C,FEXISTS:O<,FILE_LENGTH:N<,BLOCK_SIZE:P<>V-s"},
    {"UTL_FILE.FRENAME", "SRC_LOCATION:C,SRC_FILENAME:C,DEST_LOCATION:C,DEST_FILENAME:C,[OVERWRITE:O>V-s"},
    {"UTL_FILE.PUT_RAW", "FILE:X,BUFFER:R,[AUTOFLUSH:O>V-s"},
    {"UTL_FILE.GET_RAW", "FILE:X,BUFFER:R<,[LEN:P>V-s"},
    {"UTL_FILE.FCOPY", "SRC_LOCATION:C,SRC_FILENAME:C,DEST_LOCATION:C,DEST_FILENAME:C,[START_LINE:P,END_LINE:P>V-s"},
    {"UTL_RAW.CAST_TO_RAW", "C:C>R="},
    {"UTL_RAW.CAST_TO_VARCHAR2", "R:R>C="},
    {"UTL_RAW.CAST_TO_NUMBER", "R:R>N="},
    {"UTL_RAW.CAST_FROM_NUMBER", "N:N>R="},
    {"UTL_RAW.CAST_TO_NVARCHAR2", "R:R>C="},
    {"UTL_RAW.CAST_FROM_BINARY_INTEGER", "N:P,[ENDIANESS:P>R="},
    {"UTL_RAW.CAST_TO_BINARY_INTEGER", "R:R,[ENDIANESS:P>I="},
    {"UTL_RAW.LENGTH", "R:R>I="},
    {"UTL_RAW.SUBSTR", "R:R,POS:P,[LEN:P>R?"},
    {"UTL_RAW.CONCAT", "R1:R,[R2:R,R3:R,R4:R,R5:R,R6:R,R7:R,R8:R,R9:R,R10:R,R11:R,R12:R>R|"},
    {"UTL_RAW.BIT_AND", "R1:R,R2:R>R="},
    {"UTL_RAW.BIT_OR", "R1:R,R2:R>R="},
    {"UTL_RAW.BIT_XOR", "R1:R,R2:R>R="},
    {"UTL_RAW.REVERSE", "R:R>R="},
    {"UTL_RAW.CONVERT", "R:R,TO_CHARSET:C,FROM_CHARSET:C>R="},
    {"UTL_RAW.COPIES", "R:R,N:N>R="},
    {"UTL_ENCODE.BASE64_ENCODE", "R:R>R="},
    {"UTL_ENCODE.BASE64_DECODE", "R:R>R="},
    {"UTL_ENCODE.TEXT_ENCODE", "BUF:C,[ENCODE_CHARSET:C,ENCODING:P>C="},
    {"UTL_ENCODE.TEXT_DECODE", "BUF:C,[ENCODE_CHARSET:C,ENCODING:P>C="},
    {"UTL_ENCODE.BASE64", ">P!p"},
    {"UTL_I18N.STRING_TO_RAW", "DATA:C,[DST_CHARSET:C>R="},
    {"UTL_I18N.RAW_TO_CHAR", "DATA:R,[SRC_CHARSET:C>C="},
    {"UTL_I18N.ESCAPE_REFERENCE", "STR:C,[PAGE_CS_NAME:C>C="},
    {"UTL_URL.ESCAPE", "URL:C,[ESCAPE_RESERVED_CHARS:O,URL_CHARSET:C>C="},
    {"UTL_URL.UNESCAPE", "URL:C,[URL_CHARSET:C>C="},
    {"UTL_MATCH.EDIT_DISTANCE", "S1:C,S2:C>I?"},
    {"UTL_MATCH.EDIT_DISTANCE_SIMILARITY", "S1:C,S2:C>I?"},
    {"UTL_MATCH.JARO_WINKLER_SIMILARITY", "S1:C,S2:C>I?"},
    {"UTL_HTTP.SET_HEADER", "R:X~,NAME:C,[VALUE:C>V-s"},
    {"UTL_HTTP.WRITE_TEXT", "R:X~,DATA:C>V-s"},
    {"UTL_HTTP.WRITE_RAW", "R:X~,DATA:R>V-s"},
    {"UTL_HTTP.READ_LINE", "R:X~,DATA:C<,[REMOVE_CRLF:O>V-s"},
    {"UTL_HTTP.READ_TEXT", "R:X~,DATA:C<,[LEN:P>V-s"},
    {"UTL_HTTP.READ_RAW", "R:X~,DATA:R<,[LEN:P>V-s"},
    {"UTL_HTTP.END_RESPONSE", "R:X~>V-s"},
    {"UTL_HTTP.END_REQUEST", "R:X~>V-s"},
    {"UTL_HTTP.REQUEST", "URL:C,[PROXY:C>C?s"},
    {"UTL_HTTP.SET_TRANSFER_TIMEOUT", "TIMEOUT:P>V-s"},
    {"UTL_HTTP.SET_BODY_CHARSET", "R:X~,CHARSET:C>V-s"},
    {"UTL_SMTP.HELO", "C:X~,DOMAIN:C>V-s"},
    {"UTL_SMTP.MAIL", "C:X~,SENDER:C>V-s"},
    {"UTL_SMTP.RCPT", "C:X~,RECIPIENT:C>V-s"},
    {"UTL_SMTP.DATA", "C:X~,BODY:C>V-s"},
    {"UTL_SMTP.OPEN_DATA", "C:X~>V-s"},
    {"UTL_SMTP.WRITE_DATA", "C:X~,DATA:C>V-s"},
    {"UTL_SMTP.WRITE_RAW_DATA", "C:X~,DATA:R>V-s"},
    {"UTL_SMTP.CLOSE_DATA", "C:X~>V-s"},
    {"UTL_SMTP.QUIT", "C:X~>V-s"},
    {"UTL_SMTP.COMMAND", "C:X~,CMD:C,[ARG:C>V-s"},
    {"UTL_TCP.CRLF", ">C!p"},
    {"UTL_INADDR.GET_HOST_ADDRESS", "[HOST:C>C?s"},
    {"UTL_INADDR.GET_HOST_NAME", "[IP:C>C?s"},
    {"HTP.P", "CBUF:X>V-s"},
    {"HTP.PRINT", "CBUF:X>V-s"},
    {"HTP.PRN", "CBUF:X>V-s"},
    {"HTF.ESCAPE_SC", "CTEXT:C>C="},
    {"OWA_UTIL.MIME_HEADER", "CCONTENT_TYPE:C,[BCLOSE_HEADER:O,CCHARSET:C>V-s"},
};

typedef struct predefined {
    const char *name;
    int32_t number;
} predefined;

/* PL/SQL Language Reference, "Predefined Exceptions"; those of packages with their package. */
static const predefined exceptions[] = {
    {"ACCESS_INTO_NULL", -6530},
    {"CASE_NOT_FOUND", -6592},
    {"COLLECTION_IS_NULL", -6531},
    {"CURSOR_ALREADY_OPEN", -6511},
    {"DUP_VAL_ON_INDEX", -1},
    {"INVALID_CURSOR", -1001},
    {"INVALID_NUMBER", -1722},
    {"LOGIN_DENIED", -1017},
    {"NO_DATA_FOUND", 100},
    {"NO_DATA_NEEDED", -6548},
    {"NOT_LOGGED_ON", -1012},
    {"PROGRAM_ERROR", -6501},
    {"ROWTYPE_MISMATCH", -6504},
    {"SELF_IS_NULL", -30625},
    {"STORAGE_ERROR", -6500},
    {"SUBSCRIPT_BEYOND_COUNT", -6533},
    {"SUBSCRIPT_OUTSIDE_LIMIT", -6532},
    {"SYS_INVALID_ROWID", -1410},
    {"TIMEOUT_ON_RESOURCE", -51},
    {"TOO_MANY_ROWS", -1422},
    {"VALUE_ERROR", -6502},
    {"ZERO_DIVIDE", -1476},
    {"USERENV_COMMITSCN_ERROR", -1725},
    {"UTL_FILE.INVALID_PATH", -29280},
    {"UTL_FILE.INVALID_MODE", -29281},
    {"UTL_FILE.INVALID_FILEHANDLE", -29282},
    {"UTL_FILE.INVALID_OPERATION", -29283},
    {"UTL_FILE.READ_ERROR", -29284},
    {"UTL_FILE.WRITE_ERROR", -29285},
    {"UTL_FILE.INTERNAL_ERROR", -29286},
    {"UTL_FILE.INVALID_FILENAME", -29288},
    {"UTL_FILE.ACCESS_DENIED", -29289},
    {"UTL_HTTP.END_OF_BODY", -29266},
    {"DBMS_LOB.INVALID_ARGVAL", -21560},
    {"DBMS_SQL.INCONSISTENT_TYPE", -6562},
    {"DBMS_SQL.INVALID_CURSOR", -1001},
    {"UTL_HTTP.REQUEST_FAILED", -29273},
};

typedef struct package_type {
    const char *name;
    uint8_t family, element;
} package_type;

/* Types of packages: collections of `element`, or objects that only their package looks into. */
static const package_type package_types[] = {
    {"UTL_FILE.FILE_TYPE", XY_FAMILY_OBJECT, 0},
    {"UTL_HTTP.REQ", XY_FAMILY_OBJECT, 0},
    {"UTL_HTTP.RESP", XY_FAMILY_OBJECT, 0},
    {"UTL_SMTP.CONNECTION", XY_FAMILY_OBJECT, 0},
    {"DBMS_SQL.VARCHAR2_TABLE", XY_FAMILY_COLLECTION, XY_FAMILY_VARCHAR},
    {"DBMS_SQL.VARCHAR2A", XY_FAMILY_COLLECTION, XY_FAMILY_VARCHAR},
    {"DBMS_SQL.VARCHAR2S", XY_FAMILY_COLLECTION, XY_FAMILY_VARCHAR},
    {"DBMS_SQL.NUMBER_TABLE", XY_FAMILY_COLLECTION, XY_FAMILY_NUMBER},
    {"DBMS_SQL.DATE_TABLE", XY_FAMILY_COLLECTION, XY_FAMILY_DATE},
    {"DBMS_UTILITY.UNCL_ARRAY", XY_FAMILY_COLLECTION, XY_FAMILY_VARCHAR},
    {"DBMS_UTILITY.LNAME_ARRAY", XY_FAMILY_COLLECTION, XY_FAMILY_VARCHAR},
    {"DBMS_OUTPUT.CHARARR", XY_FAMILY_COLLECTION, XY_FAMILY_VARCHAR},
    {"UTL_RAW.RAW", XY_FAMILY_RAW, 0},
};

/* Global collection types of schema SYS. */
static const package_type global_types[] = {
    {"ODCIVARCHAR2LIST", XY_FAMILY_VARCHAR, 0},   {"ODCINUMBERLIST", XY_FAMILY_NUMBER, 0}, {"ODCIDATELIST", XY_FAMILY_DATE, 0},
    {"DBMS_DEBUG_VC2COLL", XY_FAMILY_VARCHAR, 0}, {"KU$_VCNT", XY_FAMILY_VARCHAR, 0},
};

/* Dictionary views that application code reads: "name columns"; column letters as in signatures, ! after it: not null. ALL_ and DBA_ forms
 * have OWNER before the others, or instead of it the columns marked ^. */
static const builtin dictionary[] = {
    {"DUAL", "DUMMY:C"},
    {"TABLES", "TABLE_NAME:C!,TABLESPACE_NAME:C,STATUS:C,NUM_ROWS:N,TEMPORARY:C,PARTITIONED:C,LAST_ANALYZED:D"},
    {"TAB_COLUMNS",
     "TABLE_NAME:C!,COLUMN_NAME:C!,DATA_TYPE:C,DATA_LENGTH:N!,DATA_PRECISION:N,DATA_SCALE:N,NULLABLE:C,COLUMN_ID:N,CHAR_LENGTH:N,DATA_DEFAULT:L"},
    {"TAB_COLS", "TABLE_NAME:C!,COLUMN_NAME:C!,DATA_TYPE:C,DATA_LENGTH:N!,DATA_PRECISION:N,DATA_SCALE:N,NULLABLE:C,COLUMN_ID:N,CHAR_LENGTH:N,DATA_DEFAULT:L"},
    {"TAB_COMMENTS", "TABLE_NAME:C!,TABLE_TYPE:C,COMMENTS:C"},
    {"COL_COMMENTS", "TABLE_NAME:C!,COLUMN_NAME:C!,COMMENTS:C"},
    {"OBJECTS", "OBJECT_NAME:C,SUBOBJECT_NAME:C,OBJECT_ID:N,OBJECT_TYPE:C,CREATED:D,LAST_DDL_TIME:D,TIMESTAMP:C,STATUS:C,TEMPORARY:C,GENERATED:C"},
    {"CONSTRAINTS", "OWNER:C!,CONSTRAINT_NAME:C!,CONSTRAINT_TYPE:C,TABLE_NAME:C!,SEARCH_CONDITION:L,R_OWNER:C,R_CONSTRAINT_NAME:C,DELETE_RULE:C,STATUS:C,"
                    "VALIDATED:C,INDEX_NAME:C"},
    {"CONS_COLUMNS", "OWNER:C!,CONSTRAINT_NAME:C!,TABLE_NAME:C!,COLUMN_NAME:C,POSITION:N"},
    {"INDEXES", "INDEX_NAME:C!,INDEX_TYPE:C,TABLE_OWNER:C!,TABLE_NAME:C!,UNIQUENESS:C,TABLESPACE_NAME:C,STATUS:C"},
    {"IND_COLUMNS", "^INDEX_OWNER:C!,^TABLE_OWNER:C!,INDEX_NAME:C,TABLE_NAME:C,COLUMN_NAME:C,COLUMN_POSITION:N!,DESCEND:C"},
    {"SEQUENCES", "^SEQUENCE_OWNER:C!,SEQUENCE_NAME:C!,MIN_VALUE:N,MAX_VALUE:N,INCREMENT_BY:N!,CYCLE_FLAG:C,ORDER_FLAG:C,CACHE_SIZE:N!,LAST_NUMBER:N!"},
    {"VIEWS", "VIEW_NAME:C!,TEXT_LENGTH:N,TEXT:L"},
    {"MVIEWS", "OWNER:C!,MVIEW_NAME:C!"},
    {"SOURCE", "NAME:C,TYPE:C,LINE:N,TEXT:C"},
    {"TRIGGERS", "TRIGGER_NAME:C,TRIGGER_TYPE:C,TRIGGERING_EVENT:C,TABLE_OWNER:C,TABLE_NAME:C,STATUS:C,TRIGGER_BODY:L"},
    {"SYNONYMS", "SYNONYM_NAME:C!,TABLE_OWNER:C,TABLE_NAME:C!,DB_LINK:C"},
    {"ERRORS", "NAME:C!,TYPE:C,SEQUENCE:N!,LINE:N!,POSITION:N!,TEXT:C!"},
    {"JOBS", "JOB:N!,LOG_USER:C!,LAST_DATE:D,NEXT_DATE:D!,BROKEN:C,INTERVAL:C!,FAILURES:N,WHAT:C"},
    {"USERS", "USERNAME:C!,USER_ID:N!,CREATED:D!"},
    {"TAB_PARTITIONS", "^TABLE_OWNER:C,TABLE_NAME:C,PARTITION_NAME:C,HIGH_VALUE:L,PARTITION_POSITION:N,TABLESPACE_NAME:C,NUM_ROWS:N"},
    {"PROCEDURES", "OBJECT_NAME:C,PROCEDURE_NAME:C,OBJECT_TYPE:C"},
    {"ARGUMENTS", "OBJECT_NAME:C,PACKAGE_NAME:C,ARGUMENT_NAME:C,POSITION:N!,SEQUENCE:N!,DATA_TYPE:C,IN_OUT:C"},
    {"DEPENDENCIES", "NAME:C!,TYPE:C,REFERENCED_OWNER:C,REFERENCED_NAME:C,REFERENCED_TYPE:C"},
    {"TAB_PRIVS", "GRANTEE:C,TABLE_NAME:C,GRANTOR:C,PRIVILEGE:C"},
    {"SEGMENTS", "SEGMENT_NAME:C,SEGMENT_TYPE:C,TABLESPACE_NAME:C,BYTES:N,BLOCKS:N"},
    {"LOBS", "TABLE_NAME:C,COLUMN_NAME:C,SEGMENT_NAME:C!"},
};

/* ---- signatures ---- */

xy_family sema_letter_family(char letter)
{
    static const struct {
        char letter;
        uint8_t family;
    } families[] = {
        {'C', XY_FAMILY_VARCHAR},     {'S', XY_FAMILY_VARCHAR},     {'N', XY_FAMILY_NUMBER},      {'M', XY_FAMILY_NUMBER}, {'I', XY_FAMILY_NUMBER},
        {'P', XY_FAMILY_INTEGER},     {'F', XY_FAMILY_FLOAT},       {'D', XY_FAMILY_DATE},        {'E', XY_FAMILY_DATE},   {'T', XY_FAMILY_TIMESTAMP},
        {'Z', XY_FAMILY_TIMESTAMPTZ}, {'Y', XY_FAMILY_INTERVAL_YM}, {'J', XY_FAMILY_INTERVAL_DS}, {'R', XY_FAMILY_RAW},    {'L', XY_FAMILY_CLOB},
        {'B', XY_FAMILY_BLOB},        {'O', XY_FAMILY_BOOLEAN},     {'H', XY_FAMILY_XML},         {'Q', XY_FAMILY_JSON},   {'W', XY_FAMILY_ROWID},
        {'K', XY_FAMILY_CURSOR},
    };
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (families[i].letter == letter)
            return (xy_family)families[i].family;
    }
    return XY_FAMILY_UNKNOWN;
}

static const char *read_parameter(const char *p, sema_builtin_param *param)
{
    const char *colon = p;
    while (*colon && *colon != ':' && *colon != ',' && *colon != '>')
        colon++;
    if (*colon == ':') {
        param->name = (xy_str){p, (uint32_t)(colon - p)};
        p = colon + 1;
    }
    param->type = *p++;
    for (;; p++) {
        if (*p == '<')
            param->mode = XY_MODE_OUT;
        else if (*p == '~')
            param->mode = XY_MODE_INOUT;
        else if (*p == '*')
            param->repeated = true;
        else
            return p;
    }
}

void sema_signature_read(const char *text, sema_signature *signature)
{
    bool optional = false;
    *signature = (sema_signature){0};
    const char *p = text;
    while (*p != '>') {
        if (*p == '[') {
            optional = true;
            p++;
        } else if (*p == ',') {
            p++;
        } else {
            sema_builtin_param *param = &signature->params[signature->count++];
            param->optional = optional;
            p = read_parameter(p, param);
        }
    }
    signature->result = p[1];
    signature->null_rule = p[2];
    signature->flags = p + 3;
}

/* ---- symbols ---- */

static const xy_type *letter_type(char letter)
{
    return sema_type(sema_letter_family(letter));
}

static void make_params(xy_arena *arena, xy_symbol *symbol, const sema_signature *signature)
{
    symbol->param_count = signature->count;
    symbol->params = signature->count ? XY_NEW_ARRAY(arena, xy_symbol *, signature->count) : NULL;
    for (uint32_t i = 0; i < signature->count; i++) {
        const sema_builtin_param *p = &signature->params[i];
        xy_symbol *param = sema_symbol_new(arena, XY_SYM_PARAMETER, p->name);
        param->owner = symbol;
        param->type = letter_type(p->type);
        param->mode = p->mode;
        param->has_default = p->optional;
        symbol->params[i] = param;
    }
}

static uint32_t flag_effects(const char *flags)
{
    static const struct {
        char flag;
        uint32_t effects;
    } effects[] = {
        {'r', XY_EFFECT_RAISES},
        {'w', XY_EFFECT_WRITES},
        {'t', XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {'k', XY_EFFECT_ROLLS_BACK},
        {'d', XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL},
        {'n', XY_EFFECT_NO_DATA},
    };
    uint32_t result = strchr(flags, 'p') ? 0 : XY_EFFECT_MAY_FAIL;
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
        if (strchr(flags, effects[i].flag))
            result |= effects[i].effects;
    }
    return result;
}

xy_symbol *sema_builtin_item(xy_arena *arena, xy_symbol_kind kind, xy_str name, const char *text)
{
    sema_signature signature;
    sema_signature_read(text, &signature);
    xy_symbol *symbol = sema_symbol_new(arena, kind, name);
    sema_of(symbol)->signature = text;
    make_params(arena, symbol, &signature);
    symbol->type = signature.result == 'V' ? NULL : letter_type(signature.result);
    symbol->nullability = signature.null_rule == '!' ? XY_NULL_NEVER : signature.null_rule == '?' ? XY_NULL_MAYBE : XY_NULL_UNKNOWN;
    symbol->effects = flag_effects(signature.flags);
    symbol->is_public = true;
    return symbol;
}

static void put_new(xy_map *map, xy_symbol *symbol)
{
    if (!xy_map_get(map, symbol->name))
        xy_map_put(map, symbol->name, symbol);
}

xy_symbol *sema_builtin_package(sema_builtins *b, xy_arena *arena, const char *name, xy_str *item)
{
    const char *dot = strchr(name, '.');
    xy_str package = {name, (uint32_t)(dot - name)};
    *item = xy_str_from(dot + 1);
    xy_symbol *symbol = xy_map_get(&b->items, package);
    if (!symbol || symbol->kind != XY_SYM_PACKAGE) {
        symbol = sema_symbol_new(arena, XY_SYM_PACKAGE, package);
        sema_of(symbol)->has_spec = true;
        symbol->members = XY_NEW(arena, xy_map);
        xy_map_init(symbol->members, arena);
        xy_map_put(&b->items, package, symbol);
    }
    return symbol;
}

static void add_package_items(sema_builtins *b, xy_arena *arena)
{
    for (size_t i = 0; i < sizeof package_items / sizeof *package_items; i++) {
        xy_str name;
        xy_symbol *package = sema_builtin_package(b, arena, package_items[i].name, &name);
        xy_symbol *item = sema_builtin_item(arena, XY_SYM_BUILTIN, name, package_items[i].signature);
        item->owner = package;
        sema_add_member(arena, &package->members, item);
    }
}

static void add_exceptions(sema_builtins *b, xy_arena *arena)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
        xy_str name = xy_str_from(exceptions[i].name);
        xy_symbol *package = strchr(exceptions[i].name, '.') ? sema_builtin_package(b, arena, exceptions[i].name, &name) : NULL;
        xy_symbol *symbol = sema_symbol_new(arena, XY_SYM_EXCEPTION, name);
        symbol->owner = package;
        symbol->is_public = true;
        symbol->type = sema_type(XY_FAMILY_EXCEPTION);
        symbol->ora_number = exceptions[i].number;
        if (package)
            sema_add_member(arena, &package->members, symbol);
        else
            xy_map_put(&b->items, name, symbol);
    }
}

static xy_symbol *make_type(xy_arena *arena, xy_str name, xy_family family, xy_family element)
{
    xy_symbol *symbol = sema_symbol_new(arena, XY_SYM_TYPE, name);
    xy_type *type = sema_type_new(arena, family);
    type->name = name;
    type->symbol = symbol;
    if (family == XY_FAMILY_COLLECTION) {
        type->element = sema_type(element);
        type->index = sema_type(XY_FAMILY_INTEGER);
    }
    symbol->type = type;
    symbol->is_public = true;
    return symbol;
}

static void add_types(sema_builtins *b, xy_arena *arena)
{
    for (size_t i = 0; i < sizeof package_types / sizeof *package_types; i++) {
        xy_str name;
        xy_symbol *package = sema_builtin_package(b, arena, package_types[i].name, &name);
        xy_symbol *symbol = make_type(arena, name, (xy_family)package_types[i].family, (xy_family)package_types[i].element);
        ((xy_type *)(uintptr_t)symbol->type)->collection = XY_ASSOCIATIVE;
        symbol->owner = package;
        sema_add_member(arena, &package->members, symbol);
    }
    for (size_t i = 0; i < sizeof global_types / sizeof *global_types; i++) {
        xy_symbol *symbol = make_type(arena, xy_str_from(global_types[i].name), XY_FAMILY_COLLECTION, (xy_family)global_types[i].family);
        ((xy_type *)(uintptr_t)symbol->type)->collection = XY_VARRAY;
        put_new(&b->items, symbol);
    }
}

/* Does the list name the owner itself, as OWNER or in a column of the ALL_ form only? */
static bool names_owner(const char *columns)
{
    return strchr(columns, '^') || strncmp(columns, "OWNER:", 6) == 0;
}

/* One dictionary view; `all` for the ALL_ and DBA_ forms. */
static void add_view(sema_builtins *b, xy_arena *arena, xy_str name, const char *columns, bool all)
{
    xy_symbol *view = sema_symbol_new(arena, XY_SYM_VIEW, name);
    view->schema = XY_STR("SYS");
    sema_symbols list = {0};
    if (all && !names_owner(columns))
        xy_vec_push(arena, &list, sema_column_new(arena, view, XY_STR("OWNER"), sema_type(XY_FAMILY_VARCHAR), XY_NULL_NEVER));
    for (const char *p = columns; *p;) {
        bool marked = *p == '^';
        const char *word = p + marked, *colon = strchr(word, ':');
        bool never = colon[2] == '!';
        xy_str column = {word, (uint32_t)(colon - word)};
        if (!marked || all)
            xy_vec_push(arena, &list, sema_column_new(arena, view, column, letter_type(colon[1]), never ? XY_NULL_NEVER : XY_NULL_MAYBE));
        p = colon + 2 + never;
        p += *p == ',';
    }
    view->columns = list.items;
    view->column_count = list.count;
    view->columns_known = xy_str_equal(name, XY_STR("DUAL")); /* the others have more columns than are listed here */
    view->type = sema_row_type(arena, view, list.items, list.count);
    xy_map_put(&b->dictionary, name, view);
}

static void add_dictionary(sema_builtins *b, xy_arena *arena)
{
    static const char *const prefixes[] = {"USER_", "ALL_", "DBA_"};
    add_view(b, arena, XY_STR("DUAL"), dictionary[0].signature, false);
    for (size_t i = 1; i < sizeof dictionary / sizeof *dictionary; i++) {
        for (size_t p = 0; p < 3; p++)
            add_view(b, arena, xy_str_format(arena, "%s%s", prefixes[p], dictionary[i].name), dictionary[i].signature, p > 0);
    }
    static const char *const short_names[][2] = {{"COLS", "USER_TAB_COLUMNS"}, {"TABS", "USER_TABLES"},   {"OBJ", "USER_OBJECTS"},
                                                 {"IND", "USER_INDEXES"},      {"SEQ", "USER_SEQUENCES"}, {"SYN", "USER_SYNONYMS"}};
    for (size_t i = 0; i < sizeof short_names / sizeof *short_names; i++)
        xy_map_put(&b->dictionary, xy_str_from(short_names[i][0]), xy_map_get(&b->dictionary, xy_str_from(short_names[i][1])));
}

void sema_builtins_init(sema_builtins *b, xy_arena *arena)
{
    xy_map_init(&b->items, arena);
    xy_map_init(&b->methods, arena);
    xy_map_init(&b->dictionary, arena);
    for (size_t i = 0; i < sizeof pseudocolumns / sizeof *pseudocolumns; i++)
        xy_map_put(&b->items, xy_str_from(pseudocolumns[i].name),
                   sema_builtin_item(arena, XY_SYM_PSEUDOCOLUMN, xy_str_from(pseudocolumns[i].name), pseudocolumns[i].signature));
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        put_new(&b->items, sema_builtin_item(arena, XY_SYM_BUILTIN, xy_str_from(functions[i].name), functions[i].signature));
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        xy_map_put(&b->methods, xy_str_from(methods[i].name), sema_builtin_item(arena, XY_SYM_BUILTIN, xy_str_from(methods[i].name), methods[i].signature));
    add_package_items(b, arena);
    add_exceptions(b, arena);
    add_types(b, arena);
    sema_supplied_add(b, arena);
    add_dictionary(b, arena);
}
