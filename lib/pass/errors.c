/* The table of errors, by number. Those from 1810 to 1899 (dates) share one entry. */
#include "pass/errors.h"

#include <string.h>

#define ONE(condition, state)                                                                                                                                  \
    {                                                                                                                                                          \
        {                                                                                                                                                      \
            condition, state                                                                                                                                   \
        }                                                                                                                                                      \
    }
#define TWO(a, as, b, bs)                                                                                                                                      \
    {                                                                                                                                                          \
        {a, as},                                                                                                                                               \
        {                                                                                                                                                      \
            b, bs                                                                                                                                              \
        }                                                                                                                                                      \
    }
#define THREE(a, as, b, bs, c, cs)                                                                                                                             \
    {                                                                                                                                                          \
        {a, as}, {b, bs},                                                                                                                                      \
        {                                                                                                                                                      \
            c, cs                                                                                                                                              \
        }                                                                                                                                                      \
    }
#define NONE                                                                                                                                                   \
    {                                                                                                                                                          \
        {                                                                                                                                                      \
            0                                                                                                                                                  \
        }                                                                                                                                                      \
    }

static const xy_error_info errors[] = {
    {"DUP_VAL_ON_INDEX", 1, -1, ONE("unique_violation", "23505"), false, "unique constraint violated"},
    {NULL, 36, -36, ONE("statement_too_complex", "54001"), false, "maximum number of recursive SQL levels exceeded"},
    {"TIMEOUT_ON_RESOURCE", 51, -51, NONE, false, "timeout occurred while waiting for a resource"},
    {NULL, 54, -54, ONE("lock_not_available", "55P03"), false, "resource busy and acquire with NOWAIT specified or timeout expired"},
    {NULL, 60, -60, ONE("deadlock_detected", "40P01"), false, "deadlock detected while waiting for resource"},
    {NULL, 900, -900, ONE("syntax_error", "42601"), false, "invalid SQL statement"},
    {NULL, 904, -904, TWO("undefined_column", "42703", "undefined_function", "42883"), false, "invalid identifier"},
    {NULL, 942, -942, ONE("undefined_table", "42P01"), false, "table or view does not exist"},
    {NULL, 955, -955, THREE("duplicate_table", "42P07", "duplicate_object", "42710", "duplicate_function", "42723"), false,
     "name is already used by an existing object"},
    {"INVALID_CURSOR", 1001, -1001, TWO("invalid_cursor_name", "34000", "invalid_cursor_state", "24000"), true, "invalid cursor"},
    {"NOT_LOGGED_ON", 1012, -1012, NONE, false, "not logged on"},
    {"LOGIN_DENIED", 1017, -1017, TWO("invalid_password", "28P01", "invalid_authorization_specification", "28000"), false,
     "invalid username/password; logon denied"},
    {NULL, 1031, -1031, ONE("insufficient_privilege", "42501"), false, "insufficient privileges"},
    {NULL, 1400, -1400, ONE("not_null_violation", "23502"), true, "cannot insert NULL"},
    {NULL, 1402, -1402, ONE("with_check_option_violation", "44000"), false, "view WITH CHECK OPTION where-clause violation"},
    {"NO_DATA_FOUND", 1403, 100, ONE("no_data_found", "P0002"), false, "no data found"},
    {NULL, 1407, -1407, ONE("not_null_violation", "23502"), true, "cannot update to NULL"},
    {"SYS_INVALID_ROWID", 1410, -1410, NONE, false, "invalid ROWID"},
    {NULL, 1418, -1418, ONE("undefined_object", "42704"), true, "specified index does not exist"},
    {"TOO_MANY_ROWS", 1422, -1422, ONE("too_many_rows", "P0003"), false, "exact fetch returns more than requested number of rows"},
    {NULL, 1426, -1426, ONE("numeric_value_out_of_range", "22003"), true, "numeric overflow"},
    {NULL, 1427, -1427, ONE("cardinality_violation", "21000"), false, "single-row subquery returns more than one row"},
    {NULL, 1430, -1430, ONE("duplicate_column", "42701"), false, "column being added already exists in table"},
    {NULL, 1438, -1438, ONE("numeric_value_out_of_range", "22003"), true, "value larger than specified precision allowed for this column"},
    {NULL, 1456, -1456, ONE("read_only_sql_transaction", "25006"), false, "may not perform insert/delete/update operation inside a READ ONLY transaction"},
    {"ZERO_DIVIDE", 1476, -1476, ONE("division_by_zero", "22012"), false, "divisor is equal to zero"},
    {"INVALID_NUMBER", 1722, -1722, ONE("invalid_text_representation", "22P02"), true, "invalid number"},
    {"USERENV_COMMITSCN_ERROR", 1725, -1725, NONE, false, "USERENV('COMMITSCN') not allowed here"},
    {NULL, 1843, -1843, TWO("invalid_datetime_format", "22007", "datetime_field_overflow", "22008"), true, "not a valid month"},
    {NULL, 2289, -2289, ONE("undefined_table", "42P01"), true, "sequence does not exist"},
    {NULL, 2290, -2290, ONE("check_violation", "23514"), true, "check constraint violated"},
    {NULL, 2291, -2291, ONE("foreign_key_violation", "23503"), true, "integrity constraint violated - parent key not found"},
    {NULL, 2292, -2292, TWO("foreign_key_violation", "23503", "restrict_violation", "23001"), true, "integrity constraint violated - child record found"},
    {NULL, 2273, -2273, NONE, false, "this unique/primary key is referenced by some foreign keys"},
    {NULL, 2293, -2293, NONE, false, "cannot validate - check constraint violated"},
    {NULL, 2297, -2297, NONE, false, "cannot disable constraint - dependencies exist"},
    {NULL, 2298, -2298, NONE, false, "cannot validate - parent keys not found"},
    {NULL, 2299, -2299, NONE, false, "cannot validate - duplicate keys found"},
    {NULL, 2430, -2430, NONE, false, "cannot enable constraint - no such constraint"},
    {NULL, 2431, -2431, NONE, false, "cannot disable constraint - no such constraint"},
    {NULL, 2437, -2437, NONE, false, "cannot validate - primary key violated"},
    {NULL, 2443, -2443, NONE, false, "Cannot drop constraint - nonexistent constraint"},
    {NULL, 4043, -4043, ONE("undefined_object", "42704"), false, "object does not exist"},
    {"STORAGE_ERROR", 6500, -6500, ONE("out_of_memory", "53200"), false, "PL/SQL: storage error"},
    {"PROGRAM_ERROR", 6501, -6501, ONE("internal_error", "XX000"), false, "PL/SQL: program error"},
    {"VALUE_ERROR", 6502, -6502, NONE, true, "PL/SQL: numeric or value error"},
    {NULL, 6503, -6503, ONE("function_executed_no_return_statement", "2F005"), false, "PL/SQL: Function returned without value"},
    {"ROWTYPE_MISMATCH", 6504, -6504, ONE("datatype_mismatch", "42804"), false, "PL/SQL: Return types of Result Set variables or query do not match"},
    {"CURSOR_ALREADY_OPEN", 6511, -6511, ONE("duplicate_cursor", "42P03"), false, "PL/SQL: cursor already open"},
    {"ACCESS_INTO_NULL", 6530, -6530, NONE, false, "Reference to uninitialized composite"},
    {"COLLECTION_IS_NULL", 6531, -6531, NONE, false, "Reference to uninitialized collection"},
    {"SUBSCRIPT_OUTSIDE_LIMIT", 6532, -6532, NONE, false, "Subscript outside of limit"},
    {"SUBSCRIPT_BEYOND_COUNT", 6533, -6533, ONE("array_subscript_error", "2202E"), false, "Subscript beyond count"},
    {"NO_DATA_NEEDED", 6548, -6548, NONE, false, "no more rows needed"},
    {"CASE_NOT_FOUND", 6592, -6592, ONE("case_not_found", "20000"), false, "CASE not found while executing CASE statement"},
    {NULL, 8177, -8177, ONE("serialization_failure", "40001"), false, "can't serialize access for this transaction"},
    {NULL, 12899, -12899, ONE("string_data_right_truncation", "22001"), true, "value too large for column"},
    {NULL, 14074, -14074, NONE, false, "partition bound must collate higher than that of the last partition"},
    {NULL, 14400, -14400, ONE("check_violation", "23514"), true, "inserted partition key does not map to any partition"},
    {NULL, 4091, -4091, NONE, false, "table is mutating, trigger/function may not see it"},
    {NULL, 14402, -14402, NONE, false, "updating partition key column would cause a partition change"},
    {NULL, 24381, -24381, NONE, false, "error(s) in array DML"},
    {NULL, 30006, -30006, ONE("lock_not_available", "55P03"), false, "resource busy; acquire with WAIT timeout expired"},
    {"SELF_IS_NULL", 30625, -30625, NONE, false, "method dispatch on NULL SELF argument is disallowed"},
    {NULL, 42399, -42399, NONE, false, "cannot perform a DML operation on a read-only view"},
};

enum { ERROR_COUNT = sizeof errors / sizeof *errors, FIRST_DATE = 1810, LAST_DATE = 1899, DATE_ERROR = 1843 };

const xy_error_info *xy_error_named(xy_str name)
{
    for (unsigned i = 0; i < ERROR_COUNT; i++)
        if (errors[i].name && xy_str_equal(name, xy_str_from(errors[i].name)))
            return &errors[i];
    return NULL;
}

const xy_error_info *xy_error_numbered(int number)
{
    int wanted = number < 0 ? -number : number;
    if (wanted == 100)
        wanted = 1403;
    if (wanted >= FIRST_DATE && wanted <= LAST_DATE)
        wanted = DATE_ERROR;
    for (unsigned i = 0; i < ERROR_COUNT; i++)
        if (errors[i].number == wanted)
            return &errors[i];
    return NULL;
}

bool xy_error_is_application(int number)
{
    int n = number < 0 ? -number : number;
    return n >= 20000 && n <= 20999;
}

static char digit(unsigned value)
{
    return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[value % 36];
}

/* The last three characters of a state: a state that ends in 000 would stand for its whole class. */
static xy_str with_tail(xy_arena *arena, const char *head, int tail)
{
    return tail == 0 ? xy_str_format(arena, "%sA00", head) : xy_str_format(arena, "%s%03d", head, tail);
}

/* Errors that translated code raises with the state that PostgreSQL itself uses. */
static bool raised_natively(int number)
{
    static const int numbers[] = {1,    54,   60,   900,  904,  942,  955,  1001, 1031, 1400, 1403, 1422,
                                  1426, 1476, 1722, 2290, 2291, 2292, 6500, 6503, 6511, 6592, 8177, 12899};
    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i] == number)
            return true;
    return false;
}

xy_str xy_error_state(xy_arena *arena, int number)
{
    int n = number < 0 ? -number : number;
    if (n == 100)
        n = 1403;
    if (raised_natively(n))
        return xy_str_from(n == 2292 ? "23001" : xy_error_numbered(n)->native[0].state);
    if (xy_error_is_application(n))
        return with_tail(arena, "Y0", n % 1000);
    unsigned thousands = (unsigned)n / 1000;
    char head[3] = {thousands < 36 ? 'Z' : 'Y', digit(thousands < 36 ? thousands : thousands - 30), 0};
    return with_tail(arena, head, n % 1000);
}

xy_str xy_error_user_state(xy_arena *arena, xy_str qualified_name)
{
    uint32_t hash = 2166136261u;
    char state[6] = "U0000";
    for (uint32_t i = 0; i < qualified_name.length; i++)
        hash = (hash ^ (unsigned char)qualified_name.data[i]) * 16777619u;
    hash ^= hash >> 15;
    for (int i = 4; i > 0; i--) {
        state[i] = digit(hash % 36);
        hash /= 36;
    }
    if (strcmp(state + 2, "000") == 0)
        state[2] = 'A';
    return xy_str_format(arena, "%s", state);
}
