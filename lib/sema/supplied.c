/* Types that Oracle brings along and the items that give or take them: records, collections and objects, with their attributes and methods.
 *
 * Attributes are letters as in the signatures of builtins.c, or @NAME for a type of this table that stands above.
 * Facts: Oracle Database PL/SQL Packages and Types Reference; JSON types: JSON Developer's Guide, "PL/SQL Object Types for JSON". */
#include "sema/internal.h"

typedef enum supplied_kind { RECORD, OBJECT, TABLE, ARRAY, HASH } supplied_kind;

typedef struct supplied_type {
    const char *name;
    supplied_kind kind;
    const char *of; /* attributes, or the element */
} supplied_type;

static const supplied_type supplied_types[] = {
    {"ANYTYPE", OBJECT, ""},
    {"ANYDATASET", OBJECT, ""},
    {"JSON_ELEMENT_T", OBJECT, ""},
    {"JSON_OBJECT_T", OBJECT, ""},
    {"JSON_ARRAY_T", OBJECT, ""},
    {"JSON_SCALAR_T", OBJECT, ""},
    {"JSON_KEY_LIST", ARRAY, "C"},
    {"HTTPURITYPE", OBJECT, "URL:C"},
    {"DBURITYPE", OBJECT, "URL:C"},
    {"SDO_POINT_TYPE", OBJECT, "X:N,Y:N,Z:N"},
    {"SDO_ELEM_INFO_ARRAY", ARRAY, "N"},
    {"SDO_ORDINATE_ARRAY", ARRAY, "N"},
    {"SDO_GEOMETRY", OBJECT, "SDO_GTYPE:N,SDO_SRID:N,SDO_POINT:@SDO_POINT_TYPE,SDO_ELEM_INFO:@SDO_ELEM_INFO_ARRAY,SDO_ORDINATES:@SDO_ORDINATE_ARRAY"},
    {"ODCIRAWLIST", ARRAY, "R"},
    {"DBMSOUTPUT_LINESARRAY", ARRAY, "C"},
    {"ORA_MINING_VARCHAR2_NT", TABLE, "C"},
    {"ORA_MINING_NUMBER_NT", TABLE, "N"},
    {"KU$_OBJNUMSET", TABLE, "N"},
    {"XMLSEQUENCETYPE", ARRAY, "H"},
    {"DBMS_SQL.DESC_REC", RECORD,
     "COL_TYPE:P,COL_MAX_LEN:P,COL_NAME:C,COL_NAME_LEN:P,COL_SCHEMA_NAME:C,COL_SCHEMA_NAME_LEN:P,COL_PRECISION:P,COL_SCALE:P,COL_CHARSETID:P,COL_CHARSETFORM:P,"
     "COL_NULL_OK:O"},
    {"DBMS_SQL.DESC_REC2", RECORD,
     "COL_TYPE:P,COL_MAX_LEN:P,COL_NAME:C,COL_NAME_LEN:P,COL_SCHEMA_NAME:C,COL_SCHEMA_NAME_LEN:P,COL_PRECISION:P,COL_SCALE:P,COL_CHARSETID:P,COL_CHARSETFORM:P,"
     "COL_NULL_OK:O"},
    {"DBMS_SQL.DESC_REC3", RECORD,
     "COL_TYPE:P,COL_MAX_LEN:P,COL_NAME:C,COL_NAME_LEN:P,COL_SCHEMA_NAME:C,COL_SCHEMA_NAME_LEN:P,COL_PRECISION:P,COL_SCALE:P,COL_CHARSETID:P,COL_CHARSETFORM:P,"
     "COL_NULL_OK:O,COL_TYPE_NAME:C,COL_TYPE_NAME_LEN:P"},
    {"DBMS_SQL.DESC_TAB", HASH, "@DBMS_SQL.DESC_REC"},
    {"DBMS_SQL.DESC_TAB2", HASH, "@DBMS_SQL.DESC_REC2"},
    {"DBMS_SQL.DESC_TAB3", HASH, "@DBMS_SQL.DESC_REC3"},
    {"DBMS_SQL.CLOB_TABLE", HASH, "L"},
    {"DBMS_SQL.BLOB_TABLE", HASH, "B"},
    {"DBMS_SQL.TIMESTAMP_TABLE", HASH, "T"},
    {"DBMS_PREPROCESSOR.SOURCE_LINES_T", HASH, "C"},
    {"DBMS_XMLDOM.DOMNODE", OBJECT, ""},
    {"DBMS_XMLDOM.DOMDOCUMENT", OBJECT, ""},
    {"DBMS_XMLDOM.DOMELEMENT", OBJECT, ""},
    {"DBMS_XMLDOM.DOMNODELIST", OBJECT, ""},
    {"DBMS_XMLDOM.DOMNAMEDNODEMAP", OBJECT, ""},
    {"DBMS_XMLDOM.DOMATTR", OBJECT, ""},
    {"DBMS_XMLDOM.DOMTEXT", OBJECT, ""},
    {"DBMS_XMLPARSER.PARSER", OBJECT, ""},
    {"UTL_TCP.CONNECTION", OBJECT, ""},
    {"OWA.VC_ARR", HASH, "C"},
    {"OWA_UTIL.IDENT_ARR", HASH, "C"},
    {"OWA_UTIL.VC_ARR", HASH, "C"},
    {"HTP.HTBUF_ARR", HASH, "C"},
};

/* Package types that are other names of plain ones. */
static const struct {
    const char *name;
    char letter;
} supplied_subtypes[] = {{"DBMS_XMLGEN.CTXHANDLE", 'N'}, {"DBMS_XMLSTORE.CTXTYPE", 'N'}, {"DBMS_XMLQUERY.CTXTYPE", 'N'}};

/* Items of packages and methods of types; `type`, or null: what the letter G stands for as a result. */
typedef struct supplied_item {
    const char *name, *signature, *type;
} supplied_item;

static const supplied_item supplied_items[] = {
    {"ANYDATA.CONVERTCOLLECTION", "COL:X>G=", "ANYDATA"},
    {"ANYDATA.CONVERTOBJECT", "OBJ:X>G=", "ANYDATA"},
    {"ANYDATA.CONVERTNUMBER", "NUM:N>G=", "ANYDATA"},
    {"ANYDATA.CONVERTVARCHAR2", "C:C>G=", "ANYDATA"},
    {"ANYDATA.CONVERTVARCHAR", "C:C>G=", "ANYDATA"},
    {"ANYDATA.CONVERTCHAR", "C:C>G=", "ANYDATA"},
    {"ANYDATA.CONVERTDATE", "DAT:D>G=", "ANYDATA"},
    {"ANYDATA.CONVERTTIMESTAMP", "TS:T>G=", "ANYDATA"},
    {"ANYDATA.CONVERTTIMESTAMPTZ", "TS:Z>G=", "ANYDATA"},
    {"ANYDATA.CONVERTTIMESTAMPLTZ", "TS:Z>G=", "ANYDATA"},
    {"ANYDATA.CONVERTINTERVALDS", "INV:J>G=", "ANYDATA"},
    {"ANYDATA.CONVERTINTERVALYM", "INV:Y>G=", "ANYDATA"},
    {"ANYDATA.CONVERTBDOUBLE", "DBL:F>G=", "ANYDATA"},
    {"ANYDATA.CONVERTBFLOAT", "FL:F>G=", "ANYDATA"},
    {"ANYDATA.CONVERTCLOB", "C:L>G=", "ANYDATA"},
    {"ANYDATA.CONVERTBLOB", "B:B>G=", "ANYDATA"},
    {"ANYDATA.CONVERTRAW", "R:R>G=", "ANYDATA"},
    {"ANYDATA.GETTYPENAME", ">C?", NULL},
    {"ANYDATA.GETTYPE", "TYP:X<>P!", NULL},
    {"ANYDATA.ACCESSNUMBER", ">N?", NULL},
    {"ANYDATA.ACCESSVARCHAR2", ">C?", NULL},
    {"ANYDATA.ACCESSVARCHAR", ">C?", NULL},
    {"ANYDATA.ACCESSCHAR", ">C?", NULL},
    {"ANYDATA.ACCESSDATE", ">D?", NULL},
    {"ANYDATA.ACCESSTIMESTAMP", ">T?", NULL},
    {"ANYDATA.ACCESSTIMESTAMPTZ", ">Z?", NULL},
    {"ANYDATA.ACCESSTIMESTAMPLTZ", ">Z?", NULL},
    {"ANYDATA.ACCESSINTERVALDS", ">J?", NULL},
    {"ANYDATA.ACCESSINTERVALYM", ">Y?", NULL},
    {"ANYDATA.ACCESSBDOUBLE", ">F?", NULL},
    {"ANYDATA.ACCESSBFLOAT", ">F?", NULL},
    {"ANYDATA.ACCESSCLOB", ">L?", NULL},
    {"ANYDATA.ACCESSBLOB", ">B?", NULL},
    {"ANYDATA.ACCESSRAW", ">R?", NULL},
    {"ANYDATA.GETNUMBER", "NUM:N<>P!", NULL},
    {"ANYDATA.GETVARCHAR2", "C:C<>P!", NULL},
    {"ANYDATA.GETDATE", "DAT:D<>P!", NULL},
    {"ANYDATA.GETOBJECT", "OBJ:X<>P!", NULL},
    {"ANYDATA.GETCOLLECTION", "COL:X<>P!", NULL},
    {"ANYTYPE.GETINFO", "PREC:P<,SCALE:P<,LEN:P<,CSID:P<,CSFRM:P<,SCHEMA_NAME:C<,TYPE_NAME:C<,VERSION:C<,NUMELEMS:P<>P!", NULL},
    {"ANYTYPE.GETATTRELEMINFO", "POS:P,PREC:P<,SCALE:P<,LEN:P<,CSID:P<,CSFRM:P<,ATTR_ELT_TYPE:X<,ANAME:C<>P!", NULL},
    {"JSON_ELEMENT_T.PARSE", "JSN:X>G?", "JSON_ELEMENT_T"},
    {"JSON_OBJECT_T.PARSE", "JSN:X>G?", "JSON_OBJECT_T"},
    {"JSON_ARRAY_T.PARSE", "JSN:X>G?", "JSON_ARRAY_T"},
    {"JSON_OBJECT_T.GET", "KEY:C>G?", "JSON_ELEMENT_T"},
    {"JSON_OBJECT_T.GET_STRING", "KEY:C>C?", NULL},
    {"JSON_OBJECT_T.GET_NUMBER", "KEY:C>N?", NULL},
    {"JSON_OBJECT_T.GET_DATE", "KEY:C>D?", NULL},
    {"JSON_OBJECT_T.GET_TIMESTAMP", "KEY:C>T?", NULL},
    {"JSON_OBJECT_T.GET_BOOLEAN", "KEY:C>O?", NULL},
    {"JSON_OBJECT_T.GET_CLOB", "KEY:C>L?", NULL},
    {"JSON_OBJECT_T.GET_BLOB", "KEY:C>B?", NULL},
    {"JSON_OBJECT_T.GET_OBJECT", "KEY:C>G?", "JSON_OBJECT_T"},
    {"JSON_OBJECT_T.GET_ARRAY", "KEY:C>G?", "JSON_ARRAY_T"},
    {"JSON_OBJECT_T.GET_KEYS", ">G?", "JSON_KEY_LIST"},
    {"JSON_OBJECT_T.GET_TYPE", "KEY:C>C?", NULL},
    {"JSON_OBJECT_T.HAS", "KEY:C>O!", NULL},
    {"JSON_OBJECT_T.PUT", "KEY:C,VAL:X>V-", NULL},
    {"JSON_OBJECT_T.PUT_NULL", "KEY:C>V-", NULL},
    {"JSON_OBJECT_T.REMOVE", "KEY:C>V-", NULL},
    {"JSON_OBJECT_T.RENAME_KEY", "KEYOLD:C,KEYNEW:C>V-", NULL},
    {"JSON_OBJECT_T.CLONE", ">G?", "JSON_OBJECT_T"},
    {"JSON_ARRAY_T.GET", "POS:N>G?", "JSON_ELEMENT_T"},
    {"JSON_ARRAY_T.GET_STRING", "POS:N>C?", NULL},
    {"JSON_ARRAY_T.GET_NUMBER", "POS:N>N?", NULL},
    {"JSON_ARRAY_T.GET_DATE", "POS:N>D?", NULL},
    {"JSON_ARRAY_T.GET_TIMESTAMP", "POS:N>T?", NULL},
    {"JSON_ARRAY_T.GET_BOOLEAN", "POS:N>O?", NULL},
    {"JSON_ARRAY_T.GET_CLOB", "POS:N>L?", NULL},
    {"JSON_ARRAY_T.GET_TYPE", "POS:N>C?", NULL},
    {"JSON_ARRAY_T.APPEND", "VAL:X>V-", NULL},
    {"JSON_ARRAY_T.APPEND_NULL", ">V-", NULL},
    {"JSON_ARRAY_T.PUT", "POS:N,VAL:X,[OVERWRITE:O>V-", NULL},
    {"JSON_ARRAY_T.REMOVE", "POS:N>V-", NULL},
    {"JSON_ARRAY_T.CLONE", ">G?", "JSON_ARRAY_T"},
    {"HTTPURITYPE.GETCLOB", ">L?", NULL},
    {"HTTPURITYPE.GETBLOB", ">B?", NULL},
    {"HTTPURITYPE.GETXML", ">H?", NULL},
    {"HTTPURITYPE.GETURL", ">C?", NULL},
    {"HTTPURITYPE.CREATEURI", "URL:C>G!", "HTTPURITYPE"},
    {"DBMS_SQL.DESCRIBE_COLUMNS2", "C:P,COL_CNT:P<,DESC_TAB2:X<>V-", NULL},
    {"DBMS_SQL.DESCRIBE_COLUMNS3", "C:P,COL_CNT:P<,DESC_TAB3:X<>V-", NULL},
    {"DBMS_SQL.BIND_ARRAY", "C:P,NAME:C,TABLE_VARIABLE:X,[INDEX1:P,INDEX2:P>V-", NULL},
    {"DBMS_TYPES.TYPECODE_NUMBER", ">P!p", NULL},
    {"DBMS_TYPES.TYPECODE_VARCHAR2", ">P!p", NULL},
    {"DBMS_TYPES.TYPECODE_DATE", ">P!p", NULL},
    {"DBMS_TYPES.TYPECODE_OBJECT", ">P!p", NULL},
    {"DBMS_TYPES.TYPECODE_VARRAY", ">P!p", NULL},
    {"DBMS_TYPES.TYPECODE_TABLE", ">P!p", NULL},
    {"DBMS_TYPES.TYPECODE_NAMEDCOLLECTION", ">P!p", NULL},
    {"DBMS_TYPES.SUCCESS", ">P!p", NULL},
    {"DBMS_TYPES.NO_DATA", ">P!p", NULL},
    {"ODCICONST.SUCCESS", ">P!p", NULL},
    {"ODCICONST.ERROR", ">P!p", NULL},
    {"ODCICONST.WARNING", ">P!p", NULL},
    {"DBMS_LOB.GETCHUNKSIZE", "LOB_LOC:X>I=", NULL},
    {"DBMS_LOB.FILEISOPEN", "FILE_LOC:B>I!", NULL},
    {"DBMS_LOB.FILEGETNAME", "FILE_LOC:B,DIR_ALIAS:C<,FILENAME:C<>V-", NULL},
    {"DBMS_LOB.NO_WARNING", ">P!p", NULL},
    {"DBMS_LOB.WARN_INCONVERTIBLE_CHAR", ">P!p", NULL},
    {"DBMS_CRYPTO.PAD_NONE", ">P!p", NULL},
    {"DBMS_CRYPTO.HMAC_MD5", ">P!p", NULL},
    {"DBMS_CRYPTO.HMAC_SH1", ">P!p", NULL},
    {"DBMS_CRYPTO.HMAC_SH256", ">P!p", NULL},
    {"DBMS_CRYPTO.HMAC_SH512", ">P!p", NULL},
    {"DBMS_XMLGEN.ENTITY_ENCODE", ">P!p", NULL},
    {"DBMS_XMLGEN.ENTITY_DECODE", ">P!p", NULL},
    {"DBMS_XMLGEN.NONE", ">P!p", NULL},
    {"DBMS_XMLGEN.DROP_NULLS", ">P!p", NULL},
    {"DBMS_XMLGEN.NULL_ATTR", ">P!p", NULL},
    {"DBMS_XMLGEN.EMPTY_TAG", ">P!p", NULL},
    {"DBMS_XMLGEN.GETXMLTYPE", "SQLQUERY:X,[DTDORSCHEMA:N>H?d", NULL},
    {"DBMS_XMLGEN.GETNUMROWSPROCESSED", "CTX:N>N!", NULL},
    {"DBMS_XMLGEN.SETNULLHANDLING", "CTX:N,FLAG:N>V-", NULL},
    {"DBMS_XMLGEN.SETMAXROWS", "CTX:N,MAXROWS:N>V-", NULL},
    {"DBMS_XMLDOM.NEWDOMDOCUMENT", "[XMLDOC:X>G!", "DBMS_XMLDOM.DOMDOCUMENT"},
    {"DBMS_XMLDOM.MAKENODE", "X:X>G!", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.MAKEELEMENT", "N:X>G!", "DBMS_XMLDOM.DOMELEMENT"},
    {"DBMS_XMLDOM.ITEM", "NL:X,IDX:P>G?", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.GETLENGTH", "NL:X>N!", NULL},
    {"DBMS_XMLDOM.GETFIRSTCHILD", "N:X>G?", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.GETLASTCHILD", "N:X>G?", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.GETNEXTSIBLING", "N:X>G?", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.GETPARENTNODE", "N:X>G?", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.GETCHILDNODES", "N:X>G?", "DBMS_XMLDOM.DOMNODELIST"},
    {"DBMS_XMLDOM.GETATTRIBUTES", "N:X>G?", "DBMS_XMLDOM.DOMNAMEDNODEMAP"},
    {"DBMS_XMLDOM.GETELEMENTSBYTAGNAME", "DOC:X,[TAGNAME:C,NS:C>G?", "DBMS_XMLDOM.DOMNODELIST"},
    {"DBMS_XMLDOM.GETDOCUMENTELEMENT", "DOC:X>G?", "DBMS_XMLDOM.DOMELEMENT"},
    {"DBMS_XMLDOM.GETNODENAME", "N:X>C?", NULL},
    {"DBMS_XMLDOM.GETNODEVALUE", "N:X>C?", NULL},
    {"DBMS_XMLDOM.GETATTRIBUTE", "ELEM:X,NAME:C,[NS:C>C?", NULL},
    {"DBMS_XMLDOM.HASCHILDNODES", "N:X>O!", NULL},
    {"DBMS_XMLDOM.ISNULL", "N:X>O!", NULL},
    {"DBMS_XMLDOM.CREATEELEMENT", "DOC:X,TAGNAME:C,[NS:C>G!", "DBMS_XMLDOM.DOMELEMENT"},
    {"DBMS_XMLDOM.CREATETEXTNODE", "DOC:X,DATA:C>G!", "DBMS_XMLDOM.DOMTEXT"},
    {"DBMS_XMLDOM.APPENDCHILD", "N:X,NEWCHILD:X>G!", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.IMPORTNODE", "DOC:X,IMPORTEDNODE:X,DEEP:O>G!", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XMLDOM.FREEDOCUMENT", "DOC:X>V-", NULL},
    {"DBMS_XMLPARSER.NEWPARSER", ">G!", "DBMS_XMLPARSER.PARSER"},
    {"DBMS_XMLPARSER.PARSECLOB", "P:X,DOC:L>V-", NULL},
    {"DBMS_XMLPARSER.GETDOCUMENT", "P:X>G!", "DBMS_XMLDOM.DOMDOCUMENT"},
    {"DBMS_XMLPARSER.FREEPARSER", "P:X>V-", NULL},
    {"DBMS_XSLPROCESSOR.SELECTSINGLENODE", "N:X,PATTERN:C,[NAMESPACE:C>G?", "DBMS_XMLDOM.DOMNODE"},
    {"DBMS_XSLPROCESSOR.SELECTNODES", "N:X,PATTERN:C,[NAMESPACE:C>G?", "DBMS_XMLDOM.DOMNODELIST"},
    {"DBMS_XSLPROCESSOR.VALUEOF", "N:X,PATTERN:C,[VAL:C<,NAMESPACE:C>C?", NULL},
    {"DBMS_PREPROCESSOR.GET_POST_PROCESSED_SOURCE", "OBJECT_TYPE:C,SCHEMA_NAME:C,OBJECT_NAME:C>G?", "DBMS_PREPROCESSOR.SOURCE_LINES_T"},
    {"DBMS_UTILITY.IS_CLUSTER_DATABASE", ">O!", NULL},
    {"DBMS_UTILITY.TABLE_TO_COMMA", "TAB:X,TABLEN:P<,LIST:C<>V-", NULL},
    {"DBMS_UTILITY.NAME_RESOLVE", "NAME:C,CONTEXT:N,SCHEMA:C<,PART1:C<,PART2:C<,DBLINK:C<,PART1_TYPE:N<,OBJECT_NUMBER:N<>V-", NULL},
    {"DBMS_UTILITY.NAME_TOKENIZE", "NAME:C,A:C<,B:C<,C:C<,DBLINK:C<,NEXTPOS:P<>V-", NULL},
    {"UTL_FILE.FOPEN", "LOCATION:C,FILENAME:C,OPEN_MODE:C,[MAX_LINESIZE:P>G!s", "UTL_FILE.FILE_TYPE"},
    {"UTL_FILE.FOPEN_NCHAR", "LOCATION:C,FILENAME:C,OPEN_MODE:C,[MAX_LINESIZE:P>G!s", "UTL_FILE.FILE_TYPE"},
    {"UTL_HTTP.BEGIN_REQUEST", "URL:C,[METHOD:C,HTTP_VERSION:C>G!s", "UTL_HTTP.REQ"},
    {"UTL_HTTP.GET_RESPONSE", "R:X~>G!s", "UTL_HTTP.RESP"},
    {"UTL_HTTP.HTTP_OK", ">P!p", NULL},
    {"UTL_HTTP.HTTP_UNAUTHORIZED", ">P!p", NULL},
    {"UTL_HTTP.HTTP_VERSION_1_0", ">C!p", NULL},
    {"UTL_HTTP.HTTP_VERSION_1_1", ">C!p", NULL},
    {"UTL_HTTP.GET_HEADER_COUNT", "R:X~>P!", NULL},
    {"UTL_HTTP.GET_HEADER", "R:X~,N:P,NAME:C<,VALUE:C<>V-", NULL},
    {"UTL_HTTP.GET_HEADER_BY_NAME", "R:X~,NAME:C,VALUE:C<,[N:P>V-", NULL},
    {"UTL_HTTP.GET_PERSISTENT_CONN_COUNT", ">P!s", NULL},
    {"UTL_HTTP.CLEAR_COOKIES", ">V-s", NULL},
    {"UTL_HTTP.CLOSE_PERSISTENT_CONNS", "[HOST:C,PORT:P,PROXY_HOST:C,PROXY_PORT:P,SSL:O>V-s", NULL},
    {"UTL_HTTP.SET_WALLET", "PATH:C,[PASSWORD:C>V-s", NULL},
    {"UTL_HTTP.SET_PROXY", "PROXY:C,[NO_PROXY_DOMAINS:C>V-s", NULL},
    {"UTL_SMTP.OPEN_CONNECTION", "HOST:C,[PORT:P,TX_TIMEOUT:P>G!s", "UTL_SMTP.CONNECTION"},
    {"UTL_TCP.OPEN_CONNECTION",
     "REMOTE_HOST:C,REMOTE_PORT:P,[LOCAL_HOST:C,LOCAL_PORT:P,IN_BUFFER_SIZE:P,OUT_BUFFER_SIZE:P,CHARSET:C,NEWLINE:C,TX_TIMEOUT:P>G!s", "UTL_TCP.CONNECTION"},
    {"UTL_TCP.CLOSE_CONNECTION", "C:X~>V-s", NULL},
    {"UTL_TCP.GET_LINE", "C:X~,[REMOVE_CRLF:O,PEEK:O>C?s", NULL},
    {"UTL_TCP.AVAILABLE", "C:X~,[TIMEOUT:P>P!s", NULL},
    {"UTL_TCP.WRITE_LINE", "C:X~,[DATA:C>P!s", NULL},
    {"UTL_TCP.WRITE_TEXT", "C:X~,DATA:C,[LEN:P>P!s", NULL},
    {"UTL_TCP.WRITE_RAW", "C:X~,DATA:R,[LEN:P>P!s", NULL},
    {"UTL_TCP.READ_RAW", "C:X~,DATA:R~,[LEN:P,PEEK:O>P!s", NULL},
    {"UTL_TCP.READ_TEXT", "C:X~,DATA:C~,[LEN:P,PEEK:O>P!s", NULL},
    {"UTL_TCP.FLUSH", "C:X~>V-s", NULL},
    {"UTL_RAW.LITTLE_ENDIAN", ">P!p", NULL},
    {"UTL_RAW.BIG_ENDIAN", ">P!p", NULL},
    {"UTL_RAW.MACHINE_ENDIAN", ">P!p", NULL},
    {"UTL_RAW.OVERLAY", "OVERLAY_STR:R,TARGET:R,[POS:P,LEN:P,PAD:R>R?", NULL},
    {"UTL_I18N.GENERIC_CONTEXT", ">P!p", NULL},
    {"UTL_I18N.MAIL_CONTEXT", ">P!p", NULL},
    {"UTL_I18N.IANA_TO_ORACLE", ">P!p", NULL},
    {"UTL_I18N.ORACLE_TO_IANA", ">P!p", NULL},
    {"UTL_I18N.MAP_CHARSET", "CHARSET:C,[CONTEXT:P,FLAG:P>C?", NULL},
    {"UTL_COMPRESS.LZ_COMPRESS", "SRC:X,[QUALITY:P>1=", NULL},
    {"UTL_COMPRESS.LZ_UNCOMPRESS", "SRC:X>1=", NULL},
    {"UTL_LMS.FORMAT_MESSAGE", "FORMAT:C,[ARGS:X*>C=", NULL},
    {"OWA.NUM_CGI_VARS", ">P?s", NULL},
    {"OWA.NL_CHAR", ">C!p", NULL},
    {"OWA_UTIL.GET_CGI_ENV", "PARAM_NAME:C>C?s", NULL},
    {"OWA_UTIL.HTTP_HEADER_CLOSE", ">V-s", NULL},
    {"OWA_UTIL.REDIRECT_URL", "CURL:C,[BCLOSE_HEADER:O>V-s", NULL},
    {"OWA_UTIL.STATUS_LINE", "NSTATUS:N,[CREASON:C,BCLOSE_HEADER:O>V-s", NULL},
    {"OWA_UTIL.WHO_CALLED_ME", "OWNER:C<,NAME:C<,LINENO:N<,CALLER_T:C<>V-s", NULL},
};

static xy_symbol *find_type(sema_builtins *b, const char *name)
{
    const char *dot = strchr(name, '.');
    if (!dot)
        return xy_map_get(&b->items, xy_str_from(name));
    xy_symbol *package = xy_map_get(&b->items, (xy_str){name, (uint32_t)(dot - name)});
    return package && package->members ? xy_map_get(package->members, xy_str_from(dot + 1)) : NULL;
}

static xy_symbol *new_type(xy_arena *arena, const char *name, xy_family family)
{
    const char *dot = strchr(name, '.');
    xy_symbol *symbol = sema_symbol_new(arena, XY_SYM_TYPE, xy_str_from(dot ? dot + 1 : name));
    xy_type *type = sema_type_new(arena, family);
    type->name = xy_str_from(name);
    type->symbol = symbol;
    symbol->type = type;
    symbol->is_public = true;
    symbol->supplied = family == XY_FAMILY_OBJECT || family == XY_FAMILY_RECORD; /* collections of plain values become arrays as others do */
    return symbol;
}

static void put_type(sema_builtins *b, xy_arena *arena, const char *name, xy_symbol *symbol)
{
    xy_str item;
    if (strchr(name, '.')) {
        symbol->owner = sema_builtin_package(b, arena, name, &item);
        sema_add_member(arena, &symbol->owner->members, symbol);
    } else if (!xy_map_get(&b->items, symbol->name)) {
        xy_map_put(&b->items, symbol->name, symbol);
    }
}

/* A letter or @NAME up to `end`. */
static const xy_type *named_or_letter(sema_builtins *b, xy_arena *arena, const char *text, const char *end)
{
    if (*text != '@')
        return sema_type(sema_letter_family(*text));
    xy_str name = xy_str_format(arena, "%.*s", (int)(end - text - 1), text + 1);
    return find_type(b, name.data)->type;
}

static void add_fields(sema_builtins *b, xy_arena *arena, xy_type *type, const char *text)
{
    uint32_t count = 0;
    for (const char *p = text; *p; p++)
        count += *p == ':';
    xy_record_field *fields = count ? XY_NEW_ARRAY(arena, xy_record_field, count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        const char *colon = strchr(text, ':'), *end = colon + strcspn(colon, ",");
        fields[i].name = (xy_str){text, (uint32_t)(colon - text)};
        fields[i].type = named_or_letter(b, arena, colon + 1, end);
        fields[i].nullability = XY_NULL_MAYBE;
        text = end + (*end == ',');
    }
    type->fields = fields;
    type->field_count = count;
}

static void add_type(sema_builtins *b, xy_arena *arena, const supplied_type *t)
{
    bool fields = t->kind == RECORD || t->kind == OBJECT;
    xy_symbol *symbol = new_type(arena, t->name, t->kind == RECORD ? XY_FAMILY_RECORD : fields ? XY_FAMILY_OBJECT : XY_FAMILY_COLLECTION);
    xy_type *type = (xy_type *)(uintptr_t)symbol->type;
    if (fields) {
        add_fields(b, arena, type, t->of);
    } else {
        type->collection = t->kind == HASH ? XY_ASSOCIATIVE : t->kind == ARRAY ? XY_VARRAY : XY_NESTED_TABLE;
        type->element = named_or_letter(b, arena, t->of, t->of + strlen(t->of));
        type->index = sema_type(XY_FAMILY_INTEGER);
    }
    put_type(b, arena, t->name, symbol);
}

/* Methods go to their type, the others to their package. */
static void add_item(sema_builtins *b, xy_arena *arena, const supplied_item *item)
{
    xy_str name, owner = {item->name, (uint32_t)(strchr(item->name, '.') - item->name)};
    xy_symbol *holder = xy_map_get(&b->items, owner);
    if (!holder || holder->kind != XY_SYM_TYPE)
        holder = sema_builtin_package(b, arena, item->name, &name);
    else
        name = xy_str_from(item->name + owner.length + 1);
    xy_symbol *symbol = sema_builtin_item(arena, XY_SYM_BUILTIN, name, item->signature);
    symbol->owner = holder;
    if (item->type)
        symbol->type = find_type(b, item->type)->type;
    sema_add_member(arena, &holder->members, symbol);
}

/* What JSON_ELEMENT_T gives to the types under it. */
static void add_json_element(sema_builtins *b, xy_arena *arena)
{
    static const char *const types[] = {"JSON_ELEMENT_T", "JSON_OBJECT_T", "JSON_ARRAY_T", "JSON_SCALAR_T"};
    static const char *const methods[][2] = {
        {"TO_STRING", ">C?"},    {"TO_NUMBER", ">N?"},  {"TO_DATE", ">D?"},       {"TO_TIMESTAMP", ">T?"}, {"TO_BOOLEAN", ">O?"}, {"TO_CLOB", ">L?"},
        {"TO_BLOB", ">B?"},      {"STRINGIFY", ">C?"},  {"IS_OBJECT", ">O!"},     {"IS_ARRAY", ">O!"},     {"IS_SCALAR", ">O!"},  {"IS_STRING", ">O!"},
        {"IS_NUMBER", ">O!"},    {"IS_BOOLEAN", ">O!"}, {"IS_TRUE", ">O!"},       {"IS_FALSE", ">O!"},     {"IS_NULL", ">O!"},    {"IS_DATE", ">O!"},
        {"IS_TIMESTAMP", ">O!"}, {"GET_SIZE", ">N!"},   {"ON_ERROR", "VAL:N>V-"},
    };
    for (size_t t = 0; t < sizeof types / sizeof *types; t++) {
        xy_symbol *type = xy_map_get(&b->items, xy_str_from(types[t]));
        for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
            xy_symbol *symbol = sema_builtin_item(arena, XY_SYM_BUILTIN, xy_str_from(methods[m][0]), methods[m][1]);
            symbol->owner = type;
            sema_add_member(arena, &type->members, symbol);
        }
    }
}

void sema_supplied_add(sema_builtins *b, xy_arena *arena)
{
    xy_symbol *any = new_type(arena, "ANYDATA", XY_FAMILY_OBJECT);
    put_type(b, arena, "ANYDATA", any);
    for (size_t i = 0; i < sizeof supplied_types / sizeof *supplied_types; i++)
        add_type(b, arena, &supplied_types[i]);
    for (size_t i = 0; i < sizeof supplied_subtypes / sizeof *supplied_subtypes; i++)
        put_type(b, arena, supplied_subtypes[i].name, new_type(arena, supplied_subtypes[i].name, sema_letter_family(supplied_subtypes[i].letter)));
    for (size_t i = 0; i < sizeof supplied_items / sizeof *supplied_items; i++)
        add_item(b, arena, &supplied_items[i]);
    add_json_element(b, arena);
}
