/* Reads a JSON catalog: checks it against the tables below (docs/catalog.schema.json says the same), then writes DDL. */
#include "api/catalog_json.h"

/* ---- what may stand where ---- */

typedef enum shape { TEXT /* a string, or an array of strings to be joined */, NAME, NAMES, FLAG, COUNT, WORD, PART, PARTS, KEY_PARTS } shape;

typedef struct part part;
typedef struct member {
    const char *name;
    shape shape;
    bool required;
    const char *const *words; /* WORD: the values that are allowed */
    const part *part;         /* PART, PARTS */
} member;
struct part {
    const char *what;
    const member *members; /* ended by a null name */
};

#define TYPED                                                                                                                                                  \
    {.name = "type", .shape = NAME, .required = true}, {.name = "typeOwner", .shape = NAME}, {.name = "typePackage", .shape = NAME},                           \
        {.name = "length", .shape = COUNT}, {.name = "lengthUnit", .shape = WORD, .words = length_units}, {.name = "precision", .shape = COUNT},               \
    {                                                                                                                                                          \
        .name = "scale", .shape = COUNT                                                                                                                        \
    }
#define OBJECT                                                                                                                                                 \
    {.name = "kind", .shape = NAME, .required = true}, {.name = "owner", .shape = NAME},                                                                       \
    {                                                                                                                                                          \
        .name = "name", .shape = NAME, .required = true                                                                                                        \
    }

static const char *const length_units[] = {"byte", "char", NULL};
static const char *const identities[] = {"always", "by default", "by default on null", NULL};
static const char *const constraint_types[] = {"primary key", "unique", "check", "foreign key", NULL};
static const char *const modes[] = {"in", "out", "in out", NULL};
static const char *const type_kinds[] = {"object", "table", "varray", NULL};
static const char *const package_type_kinds[] = {"record", "table", "varray", "associative array", "ref cursor", "subtype", NULL};
static const char *const method_kinds[] = {"member function", "member procedure", "static function", "static procedure",
                                           "map function",    "order function",   "constructor",     NULL};
static const char *const routine_kinds[] = {"function", "procedure", NULL};
static const char *const timings[] = {"before", "after", "instead of", NULL};

static const part typed = {"type", (const member[]){TYPED, {.name = NULL}}};
static const part column = {"column", (const member[]){{.name = "name", .shape = NAME, .required = true},
                                                       TYPED,
                                                       {.name = "nullable", .shape = FLAG},
                                                       {.name = "default", .shape = TEXT},
                                                       {.name = "defaultOnNull", .shape = FLAG},
                                                       {.name = "virtual", .shape = FLAG},
                                                       {.name = "identity", .shape = WORD, .words = identities},
                                                       {.name = NULL}}};
static const part referenced = {
    "references",
    (const member[]){{.name = "owner", .shape = NAME}, {.name = "name", .shape = NAME, .required = true}, {.name = "columns", .shape = NAMES}, {.name = NULL}}};
static const part constraint = {"constraint", (const member[]){{.name = "name", .shape = NAME},
                                                               {.name = "type", .shape = WORD, .required = true, .words = constraint_types},
                                                               {.name = "columns", .shape = NAMES},
                                                               {.name = "condition", .shape = TEXT},
                                                               {.name = "references", .shape = PART, .part = &referenced},
                                                               {.name = "enabled", .shape = FLAG},
                                                               {.name = "validated", .shape = FLAG},
                                                               {.name = "deferrable", .shape = FLAG},
                                                               {.name = NULL}}};
static const part parameter = {"parameter", (const member[]){{.name = "name", .shape = NAME, .required = true},
                                                             {.name = "mode", .shape = WORD, .words = modes},
                                                             TYPED,
                                                             {.name = "hasDefault", .shape = FLAG},
                                                             {.name = "default", .shape = TEXT},
                                                             {.name = NULL}}};
static const part attribute = {"attribute", (const member[]){{.name = "name", .shape = NAME, .required = true}, TYPED, {.name = NULL}}};
static const part method = {"method", (const member[]){{.name = "name", .shape = NAME, .required = true},
                                                       {.name = "methodKind", .shape = WORD, .required = true, .words = method_kinds},
                                                       {.name = "parameters", .shape = PARTS, .part = &parameter},
                                                       {.name = "returns", .shape = PART, .part = &typed},
                                                       {.name = NULL}}};
static const part package_type = {"type", (const member[]){{.name = "name", .shape = NAME, .required = true},
                                                           {.name = "typeKind", .shape = WORD, .required = true, .words = package_type_kinds},
                                                           {.name = "attributes", .shape = PARTS, .part = &attribute},
                                                           {.name = "element", .shape = PART, .part = &typed},
                                                           {.name = "indexBy", .shape = PART, .part = &typed},
                                                           {.name = "limit", .shape = COUNT},
                                                           {.name = NULL}}};
static const part variable = {"variable", (const member[]){{.name = "name", .shape = NAME, .required = true},
                                                           TYPED,
                                                           {.name = "constant", .shape = FLAG},
                                                           {.name = "nullable", .shape = FLAG},
                                                           {.name = "default", .shape = TEXT},
                                                           {.name = NULL}}};
static const part routine = {"routine", (const member[]){{.name = "name", .shape = NAME, .required = true},
                                                         {.name = "routineKind", .shape = WORD, .required = true, .words = routine_kinds},
                                                         {.name = "parameters", .shape = PARTS, .part = &parameter},
                                                         {.name = "returns", .shape = PART, .part = &typed},
                                                         {.name = "deterministic", .shape = FLAG},
                                                         {.name = "pipelined", .shape = FLAG},
                                                         {.name = NULL}}};
static const part index_key = {"key", (const member[]){{.name = "expression", .shape = TEXT, .required = true}, {.name = NULL}}};

static const member table_members[] = {OBJECT,
                                       {.name = "temporary", .shape = FLAG},
                                       {.name = "columns", .shape = PARTS, .required = true, .part = &column},
                                       {.name = "constraints", .shape = PARTS, .part = &constraint},
                                       {.name = NULL}};
static const member view_members[] = {OBJECT, {.name = "columns", .shape = PARTS, .part = &column}, {.name = "query", .shape = TEXT}, {.name = NULL}};
static const member index_members[] = {OBJECT,
                                       {.name = "tableOwner", .shape = NAME},
                                       {.name = "table", .shape = NAME, .required = true},
                                       {.name = "unique", .shape = FLAG},
                                       {.name = "bitmap", .shape = FLAG},
                                       {.name = "columns", .shape = KEY_PARTS, .required = true, .part = &index_key},
                                       {.name = NULL}};
static const member sequence_members[] = {OBJECT,
                                          {.name = "increment", .shape = COUNT},
                                          {.name = "minimum", .shape = COUNT},
                                          {.name = "maximum", .shape = COUNT},
                                          {.name = "cache", .shape = COUNT},
                                          {.name = "cycle", .shape = FLAG},
                                          {.name = NULL}};
static const member synonym_members[] = {OBJECT,
                                         {.name = "public", .shape = FLAG},
                                         {.name = "targetOwner", .shape = NAME},
                                         {.name = "target", .shape = NAME, .required = true},
                                         {.name = "link", .shape = NAME},
                                         {.name = NULL}};
static const member type_members[] = {OBJECT,
                                      {.name = "source", .shape = TEXT},
                                      {.name = "typeKind", .shape = WORD, .words = type_kinds},
                                      {.name = "attributes", .shape = PARTS, .part = &attribute},
                                      {.name = "methods", .shape = PARTS, .part = &method},
                                      {.name = "element", .shape = PART, .part = &typed},
                                      {.name = "limit", .shape = COUNT},
                                      {.name = "supertypeOwner", .shape = NAME},
                                      {.name = "supertype", .shape = NAME},
                                      {.name = "final", .shape = FLAG},
                                      {.name = NULL}};
static const member routine_members[] = {OBJECT,
                                         {.name = "source", .shape = TEXT},
                                         {.name = "parameters", .shape = PARTS, .part = &parameter},
                                         {.name = "returns", .shape = PART, .part = &typed},
                                         {.name = "deterministic", .shape = FLAG},
                                         {.name = "pipelined", .shape = FLAG},
                                         {.name = NULL}};
static const member package_members[] = {OBJECT,
                                         {.name = "source", .shape = TEXT},
                                         {.name = "types", .shape = PARTS, .part = &package_type},
                                         {.name = "variables", .shape = PARTS, .part = &variable},
                                         {.name = "routines", .shape = PARTS, .part = &routine},
                                         {.name = NULL}};
static const member body_members[] = {OBJECT, {.name = "source", .shape = TEXT, .required = true}, {.name = NULL}};
static const member trigger_members[] = {OBJECT,
                                         {.name = "source", .shape = TEXT},
                                         {.name = "tableOwner", .shape = NAME},
                                         {.name = "table", .shape = NAME},
                                         {.name = "timing", .shape = WORD, .words = timings},
                                         {.name = "event", .shape = NAME},
                                         {.name = "rowLevel", .shape = FLAG},
                                         {.name = NULL}};
static const member link_members[] = {OBJECT, {.name = "user", .shape = NAME}, {.name = "host", .shape = NAME}, {.name = NULL}};
static const part owned = {"object", (const member[]){OBJECT, {.name = NULL}}};
static const part whole = {"catalog", (const member[]){{.name = "xinyi_catalog", .shape = COUNT, .required = true},
                                                       {.name = "database", .shape = NAME},
                                                       {.name = "objects", .shape = PARTS, .required = true, .part = &owned},
                                                       {.name = NULL}}};

/* ---- checking ---- */

typedef struct reader {
    xy_arena *arena;
    xy_str file;
    xy_str *error;
    xy_buffer out;
    bool bare; /* leave expressions out */
} reader;

typedef struct object_kind {
    const char *name;
    part part;
    void (*write)(reader *r, const xy_json_value *object);
} object_kind;

static const object_kind *find_kind(xy_str name);

static bool refuse(reader *r, const xy_json_value *at, const char *format, const char *a, const char *b)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    xy_str message = xy_str_format(r->arena, format, a, b);
#pragma GCC diagnostic pop
    *r->error = xy_json_error(r->arena, r->file, at, "%.*s", XY_STR_ARG(message));
    return false;
}

static bool expect(reader *r, const xy_json_value *value, const member *m, xy_json_kind kind)
{
    return value->kind == kind || refuse(r, value, "'%s' must be a value of kind %s", m->name, xy_json_kind_name(kind));
}

static bool check_strings(reader *r, const xy_json_value *list, const member *m)
{
    if (!expect(r, list, m, XY_JSON_ARRAY))
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        if (!expect(r, list->items[i], m, XY_JSON_STRING))
            return false;
    return true;
}

static bool check_word(reader *r, const xy_json_value *value, const member *m)
{
    if (!expect(r, value, m, XY_JSON_STRING))
        return false;
    for (const char *const *word = m->words; *word; word++)
        if (xy_str_is(value->text, *word))
            return true;
    return refuse(r, value, "'%s' does not take this value; the first that it takes is '%s'", m->name, m->words[0]);
}

/* In double quotes in the DDL, which is what Oracle allows too: no quote and no line end inside. */
static bool check_name(reader *r, const xy_json_value *value, const member *m)
{
    if (!expect(r, value, m, XY_JSON_STRING))
        return false;
    bool good = value->text.length > 0;
    for (uint32_t i = 0; i < value->text.length; i++)
        good = good && value->text.data[i] != '"' && (unsigned char)value->text.data[i] >= ' ';
    return good || refuse(r, value, "'%s' is empty or holds characters that no name of Oracle has%s", m->name, "");
}

static bool check_part(reader *r, const xy_json_value *value, const part *p);

static bool check_parts(reader *r, const xy_json_value *list, const member *m)
{
    if (!expect(r, list, m, XY_JSON_ARRAY))
        return false;
    for (uint32_t i = 0; i < list->count; i++) {
        const xy_json_value *item = list->items[i];
        bool plain = m->shape == KEY_PARTS && item->kind == XY_JSON_STRING;
        if (plain ? !check_name(r, item, m) : !check_part(r, item, m->part))
            return false;
    }
    return true;
}

static bool check_member(reader *r, const xy_json_value *value, const member *m)
{
    switch (m->shape) {
    case TEXT: return value->kind == XY_JSON_STRING || check_strings(r, value, m);
    case NAME: return check_name(r, value, m);
    case NAMES: return check_strings(r, value, m);
    case FLAG: return expect(r, value, m, XY_JSON_BOOL);
    case COUNT: return expect(r, value, m, XY_JSON_NUMBER);
    case WORD: return check_word(r, value, m);
    case PART: return check_part(r, value, m->part);
    case PARTS:
    case KEY_PARTS: return check_parts(r, value, m);
    }
    return false;
}

static const member *find_member(const part *p, xy_str name)
{
    for (const member *m = p->members; m->name; m++)
        if (xy_str_is(name, m->name))
            return m;
    return NULL;
}

/* An object of the catalog is checked as its kind says. Members that are null count as not given. */
static bool check_part(reader *r, const xy_json_value *value, const part *p)
{
    if (value->kind != XY_JSON_OBJECT)
        return refuse(r, value, "a %s must be an object, not %s", p->what, xy_json_kind_name(value->kind));
    if (p == &owned) {
        const xy_json_value *kind = xy_json_get(value, "kind");
        const object_kind *known = kind && kind->kind == XY_JSON_STRING ? find_kind(kind->text) : NULL;
        if (!known)
            return refuse(r, kind ? kind : value, "an object needs a 'kind' that is known: table, view, package …%s%s", "", "");
        p = &known->part;
    }
    for (uint32_t i = 0; i < value->count; i++) {
        const member *m = find_member(p, value->names[i]);
        if (value->items[i]->kind == XY_JSON_NULL)
            continue;
        if (!m)
            return refuse(r, value->items[i], "a %s has no member '%s'", p->what, xy_arena_copy(r->arena, value->names[i].data, value->names[i].length));
        if (!check_member(r, value->items[i], m))
            return false;
    }
    for (const member *m = p->members; m->name; m++) {
        const xy_json_value *given = xy_json_get(value, m->name);
        if (m->required && (!given || given->kind == XY_JSON_NULL))
            return refuse(r, value, "this %s lacks '%s'", p->what, m->name);
    }
    return true;
}

/* ---- reading what was checked ---- */

static const xy_json_value *get(const xy_json_value *object, const char *name)
{
    const xy_json_value *value = xy_json_get(object, name);
    return value && value->kind != XY_JSON_NULL ? value : NULL;
}

static xy_str text_of(reader *r, const xy_json_value *object, const char *name)
{
    const xy_json_value *value = get(object, name);
    xy_buffer joined;
    if (!value || value->kind == XY_JSON_STRING)
        return value ? value->text : (xy_str){0};
    xy_buffer_init(&joined, r->arena);
    for (uint32_t i = 0; i < value->count; i++)
        xy_buffer_add_str(&joined, value->items[i]->text);
    return xy_buffer_str(&joined);
}

static bool flag(const xy_json_value *object, const char *name, bool otherwise)
{
    const xy_json_value *value = get(object, name);
    return value ? value->truth : otherwise;
}

static bool is_word(const xy_json_value *object, const char *name, const char *word)
{
    const xy_json_value *value = get(object, name);
    return value && xy_str_is(value->text, word);
}

/* ---- writing DDL ---- */

static void add(reader *r, const char *text)
{
    xy_buffer_add_text(&r->out, text);
}

static void add_name(reader *r, xy_str name)
{
    xy_buffer_add_str(&r->out, xy_str_quote(r->arena, name, '"'));
}

/* OWNER.NAME of two members; the owner may be missing. */
static void add_dotted(reader *r, const xy_json_value *object, const char *owner, const char *name)
{
    if (get(object, owner)) {
        add_name(r, get(object, owner)->text);
        add(r, ".");
    }
    add_name(r, get(object, name)->text);
}

static void add_member_text(reader *r, const char *before, const xy_json_value *object, const char *name, const char *after)
{
    xy_str text = text_of(r, object, name);
    if (!text.length)
        return;
    add(r, before);
    xy_buffer_add_str(&r->out, text);
    add(r, after);
}

/* Each item behind a separator; `write` gets it. */
static uint32_t add_list(reader *r, const xy_json_value *list, const char *separator, void (*write)(reader *, const xy_json_value *))
{
    for (uint32_t i = 0; list && i < list->count; i++) {
        if (i)
            add(r, separator);
        write(r, list->items[i]);
    }
    return list ? list->count : 0;
}

static void add_string_name(reader *r, const xy_json_value *name)
{
    add_name(r, name->text);
}

static void add_names(reader *r, const xy_json_value *list)
{
    add(r, " (");
    add_list(r, list, ", ", add_string_name);
    add(r, ")");
}

/* What ALL_ARGUMENTS calls by other names than PL/SQL does. */
static xy_str plsql_type(xy_str name)
{
    static const struct {
        const char *dictionary, *plsql;
    } names[] = {{"PL/SQL BOOLEAN", "BOOLEAN"},  {"REF CURSOR", "SYS_REFCURSOR"}, {"BINARY_INTEGER", "PLS_INTEGER"},
                 {"OPAQUE/XMLTYPE", "XMLTYPE"},  {"PL/SQL RECORD", "\"?\""},      {"PL/SQL TABLE", "\"?\""},
                 {"PL/SQL COLLECTION", "\"?\""}, {"UNDEFINED", "\"?\""}}; /* "?": a type that nobody knows */
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xy_str_is(name, names[i].dictionary))
            return xy_str_from(names[i].plsql);
    return name;
}

/* Without length and precision, as of a parameter. True when the type is one of somebody's own. */
static bool add_plain_type(reader *r, const xy_json_value *value)
{
    static const char *const qualifiers[] = {"typeOwner", "typePackage"};
    bool own = false;
    for (int i = 0; i < 2; i++)
        if (get(value, qualifiers[i])) {
            add_name(r, get(value, qualifiers[i])->text);
            add(r, ".");
            own = true;
        }
    if (own)
        add_name(r, get(value, "type")->text);
    else
        xy_buffer_add_str(&r->out, plsql_type(get(value, "type")->text));
    return own;
}

static void add_type(reader *r, const xy_json_value *value)
{
    const xy_json_value *precision = get(value, "precision"), *scale = get(value, "scale"), *length = get(value, "length");
    if (add_plain_type(r, value))
        return;
    if (length)
        xy_buffer_format(&r->out, "(%.*s%s)", XY_STR_ARG(length->text),
                         is_word(value, "lengthUnit", "char")   ? " CHAR"
                         : is_word(value, "lengthUnit", "byte") ? " BYTE"
                                                                : "");
    else if (precision && scale)
        xy_buffer_format(&r->out, "(%.*s, %.*s)", XY_STR_ARG(precision->text), XY_STR_ARG(scale->text));
    else if (precision)
        xy_buffer_format(&r->out, "(%.*s)", XY_STR_ARG(precision->text));
    else if (scale)
        xy_buffer_format(&r->out, "(*, %.*s)", XY_STR_ARG(scale->text));
}

static void add_column(reader *r, const xy_json_value *value)
{
    add_name(r, get(value, "name")->text);
    add(r, " ");
    add_type(r, value);
    bool is_virtual = flag(value, "virtual", false), identity = get(value, "identity") != NULL;
    if (identity)
        xy_buffer_format(&r->out, " GENERATED %.*s AS IDENTITY", XY_STR_ARG(get(value, "identity")->text));
    else if (is_virtual && !r->bare)
        add_member_text(r, " GENERATED ALWAYS AS (", value, "default", ") VIRTUAL");
    else if (!r->bare)
        add_member_text(r, flag(value, "defaultOnNull", false) ? " DEFAULT ON NULL " : " DEFAULT ", value, "default", "");
    if (!flag(value, "nullable", true))
        add(r, " NOT NULL");
}

static void add_references(reader *r, const xy_json_value *value)
{
    if (!value)
        return;
    add(r, " REFERENCES ");
    add_dotted(r, value, "owner", "name");
    if (get(value, "columns"))
        add_names(r, get(value, "columns"));
}

static void add_constraint(reader *r, const xy_json_value *value)
{
    bool check = is_word(value, "type", "check");
    if (check ? r->bare || !text_of(r, value, "condition").length : !get(value, "columns"))
        return;
    if (get(value, "name")) {
        add(r, "CONSTRAINT ");
        add_name(r, get(value, "name")->text);
        add(r, " ");
    }
    xy_buffer_add_str(&r->out, get(value, "type")->text);
    if (check)
        add_member_text(r, " (", value, "condition", ")");
    else
        add_names(r, get(value, "columns"));
    add_references(r, get(value, "references"));
    if (flag(value, "deferrable", false))
        add(r, " DEFERRABLE");
    if (!flag(value, "enabled", true))
        add(r, " DISABLE");
    else if (!flag(value, "validated", true))
        add(r, " ENABLE NOVALIDATE");
}

static void write_table(reader *r, const xy_json_value *object)
{
    add(r, flag(object, "temporary", false) ? "CREATE GLOBAL TEMPORARY TABLE " : "CREATE TABLE ");
    add_name(r, get(object, "name")->text);
    add(r, " (");
    uint32_t columns = add_list(r, get(object, "columns"), ", ", add_column);
    const xy_json_value *constraints = get(object, "constraints");
    for (uint32_t i = 0; constraints && i < constraints->count; i++) {
        size_t before = r->out.length;
        if (i || columns)
            add(r, ", ");
        size_t separated = r->out.length;
        add_constraint(r, constraints->items[i]);
        if (r->out.length == separated)
            r->out.length = before;
    }
    add(r, ")");
}

/* Without its query a view is told by its columns: as one that reads them from nothing. */
static void add_empty_column(reader *r, const xy_json_value *value)
{
    add(r, "CAST(NULL AS ");
    add_type(r, value);
    add(r, ") ");
    add_name(r, get(value, "name")->text);
}

static void add_column_name(reader *r, const xy_json_value *value)
{
    add_name(r, get(value, "name")->text);
}

static void write_view_as(reader *r, const xy_json_value *object, const char *create)
{
    const xy_json_value *columns = get(object, "columns");
    add(r, create);
    add_name(r, get(object, "name")->text);
    if (columns && columns->count) {
        add(r, " (");
        add_list(r, columns, ", ", add_column_name);
        add(r, ")");
    }
    add(r, " AS ");
    xy_str query = text_of(r, object, "query");
    if (query.length && !r->bare) {
        xy_buffer_add_str(&r->out, query);
    } else if (columns && columns->count) {
        add(r, "SELECT ");
        add_list(r, columns, ", ", add_empty_column);
        add(r, " FROM DUAL");
    }
}

static void write_view(reader *r, const xy_json_value *object)
{
    write_view_as(r, object, "CREATE VIEW ");
}

static void write_materialized_view(reader *r, const xy_json_value *object)
{
    write_view_as(r, object, "CREATE MATERIALIZED VIEW ");
}

static void add_index_key(reader *r, const xy_json_value *value)
{
    if (value->kind == XY_JSON_STRING)
        add_name(r, value->text);
    else
        xy_buffer_add_str(&r->out, text_of(r, value, "expression"));
}

static void write_index(reader *r, const xy_json_value *object)
{
    add(r, "CREATE ");
    add(r, flag(object, "unique", false) ? "UNIQUE " : flag(object, "bitmap", false) ? "BITMAP " : "");
    add(r, "INDEX ");
    add_name(r, get(object, "name")->text);
    add(r, " ON ");
    add_dotted(r, object, "tableOwner", "table");
    add(r, " (");
    add_list(r, get(object, "columns"), ", ", add_index_key);
    add(r, ")");
}

static void write_sequence(reader *r, const xy_json_value *object)
{
    static const struct {
        const char *member, *words;
    } clauses[] = {{"increment", " INCREMENT BY "}, {"minimum", " MINVALUE "}, {"maximum", " MAXVALUE "}};
    add(r, "CREATE SEQUENCE ");
    add_name(r, get(object, "name")->text);
    for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
        if (get(object, clauses[i].member))
            xy_buffer_format(&r->out, "%s%.*s", clauses[i].words, XY_STR_ARG(get(object, clauses[i].member)->text));
    if (get(object, "cache"))
        xy_buffer_format(&r->out, xy_str_is(get(object, "cache")->text, "0") ? " NOCACHE" : " CACHE %.*s", XY_STR_ARG(get(object, "cache")->text));
    add(r, flag(object, "cycle", false) ? " CYCLE" : "");
}

static void write_synonym(reader *r, const xy_json_value *object)
{
    bool is_public = flag(object, "public", false) || is_word(object, "owner", "PUBLIC");
    add(r, is_public ? "CREATE PUBLIC SYNONYM " : "CREATE SYNONYM ");
    add_name(r, get(object, "name")->text);
    add(r, " FOR ");
    add_dotted(r, object, "targetOwner", "target");
    if (get(object, "link")) {
        add(r, "@");
        xy_buffer_add_str(&r->out, get(object, "link")->text);
    }
}

static void add_attribute(reader *r, const xy_json_value *value)
{
    add_name(r, get(value, "name")->text);
    add(r, " ");
    add_type(r, value);
}

static void add_parameter(reader *r, const xy_json_value *value)
{
    add_name(r, get(value, "name")->text);
    add(r, is_word(value, "mode", "out") ? " OUT " : is_word(value, "mode", "in out") ? " IN OUT " : " ");
    add_plain_type(r, value);
    xy_str text = text_of(r, value, "default");
    if (text.length && !r->bare)
        xy_buffer_format(&r->out, " DEFAULT %.*s", XY_STR_ARG(text));
    else if (text.length || flag(value, "hasDefault", false))
        add(r, " DEFAULT \"?\"()"); /* an expression that is not known */
}

static void add_signature(reader *r, const xy_json_value *value, bool self)
{
    add_name(r, get(value, "name")->text);
    const xy_json_value *parameters = get(value, "parameters");
    if (parameters && parameters->count) {
        add(r, " (");
        add_list(r, parameters, ", ", add_parameter);
        add(r, ")");
    }
    if (self)
        add(r, " RETURN SELF AS RESULT");
    else if (get(value, "returns")) {
        add(r, " RETURN ");
        add_plain_type(r, get(value, "returns"));
    }
    add(r, flag(value, "deterministic", false) ? " DETERMINISTIC" : "");
    add(r, flag(value, "pipelined", false) ? " PIPELINED" : "");
}

static void add_method(reader *r, const xy_json_value *value)
{
    static const struct {
        const char *kind, *words;
    } heads[] = {{"member function", "MEMBER FUNCTION "},   {"member procedure", "MEMBER PROCEDURE "}, {"static function", "STATIC FUNCTION "},
                 {"static procedure", "STATIC PROCEDURE "}, {"map function", "MAP MEMBER FUNCTION "},  {"order function", "ORDER MEMBER FUNCTION "},
                 {"constructor", "CONSTRUCTOR FUNCTION "}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (is_word(value, "methodKind", heads[i].kind))
            add(r, heads[i].words);
    add_signature(r, value, is_word(value, "methodKind", "constructor"));
}

/* TABLE OF, VARRAY (n) OF. */
static void add_collection(reader *r, const xy_json_value *value)
{
    if (is_word(value, "typeKind", "varray"))
        xy_buffer_format(&r->out, "VARRAY (%.*s) OF ", XY_STR_ARG(get(value, "limit") ? get(value, "limit")->text : XY_STR("32767")));
    else
        add(r, "TABLE OF ");
    if (get(value, "element"))
        add_type(r, get(value, "element"));
    if (get(value, "indexBy")) {
        add(r, " INDEX BY ");
        add_type(r, get(value, "indexBy"));
    }
}

static void write_type(reader *r, const xy_json_value *object)
{
    add(r, "CREATE TYPE ");
    add_name(r, get(object, "name")->text);
    if (!get(object, "typeKind"))
        return;
    if (!is_word(object, "typeKind", "object")) {
        add(r, " AS ");
        add_collection(r, object);
        return;
    }
    if (get(object, "supertype")) {
        add(r, " UNDER ");
        add_dotted(r, object, "supertypeOwner", "supertype");
    } else {
        add(r, " AS OBJECT");
    }
    add(r, " (");
    uint32_t attributes = add_list(r, get(object, "attributes"), ", ", add_attribute);
    const xy_json_value *methods = get(object, "methods");
    if (attributes && methods && methods->count)
        add(r, ", ");
    add_list(r, methods, ", ", add_method);
    add(r, flag(object, "final", true) ? ")" : ") NOT FINAL");
}

/* As a specification only: what the routine does is told by its source alone. */
static void write_routine(reader *r, const xy_json_value *object)
{
    add(r, is_word(object, "kind", "function") ? "CREATE FUNCTION " : "CREATE PROCEDURE ");
    add_signature(r, object, false);
    add(r, " IS LANGUAGE C NAME \"?\" LIBRARY \"?\"");
}

static void add_package_type(reader *r, const xy_json_value *value)
{
    bool subtype = is_word(value, "typeKind", "subtype");
    add(r, subtype ? "SUBTYPE " : "TYPE ");
    add_name(r, get(value, "name")->text);
    add(r, " IS ");
    if (is_word(value, "typeKind", "record")) {
        add(r, "RECORD (");
        add_list(r, get(value, "attributes"), ", ", add_attribute);
        add(r, ")");
    } else if (is_word(value, "typeKind", "ref cursor")) {
        add(r, "REF CURSOR");
    } else if (subtype) {
        if (get(value, "element"))
            add_type(r, get(value, "element"));
    } else {
        add_collection(r, value);
    }
    add(r, ";\n");
}

static void add_variable(reader *r, const xy_json_value *value)
{
    add_name(r, get(value, "name")->text);
    add(r, flag(value, "constant", false) ? " CONSTANT " : " ");
    add_type(r, value);
    add(r, flag(value, "nullable", true) ? "" : " NOT NULL");
    xy_str text = text_of(r, value, "default");
    if (text.length && !r->bare)
        xy_buffer_format(&r->out, " := %.*s", XY_STR_ARG(text));
    else if (text.length || flag(value, "constant", false))
        add(r, " := NULL");
    add(r, ";\n");
}

static void add_routine(reader *r, const xy_json_value *value)
{
    add(r, is_word(value, "routineKind", "function") ? "FUNCTION " : "PROCEDURE ");
    add_signature(r, value, false);
    add(r, ";\n");
}

static void write_package(reader *r, const xy_json_value *object)
{
    add(r, "CREATE PACKAGE ");
    add_name(r, get(object, "name")->text);
    add(r, " AS\n");
    add_list(r, get(object, "types"), "", add_package_type);
    add_list(r, get(object, "variables"), "", add_variable);
    add_list(r, get(object, "routines"), "", add_routine);
    add(r, "END;");
}

static void write_trigger(reader *r, const xy_json_value *object)
{
    if (!get(object, "table"))
        return;
    add(r, "CREATE TRIGGER ");
    add_name(r, get(object, "name")->text);
    add(r, " ");
    xy_buffer_add_str(&r->out, get(object, "timing") ? get(object, "timing")->text : XY_STR("BEFORE"));
    add(r, " ");
    xy_buffer_add_str(&r->out, get(object, "event") ? get(object, "event")->text : XY_STR("INSERT"));
    add(r, " ON ");
    add_dotted(r, object, "tableOwner", "table");
    add(r, flag(object, "rowLevel", false) ? " FOR EACH ROW BEGIN NULL; END;" : " BEGIN NULL; END;");
}

static void write_link(reader *r, const xy_json_value *object)
{
    add(r, "CREATE DATABASE LINK ");
    xy_buffer_add_str(&r->out, get(object, "name")->text);
    if (get(object, "user")) {
        add(r, " CONNECT TO ");
        add_name(r, get(object, "user")->text);
        add(r, " IDENTIFIED BY \"?\"");
    }
    add_member_text(r, " USING '", object, "host", "'");
}

static void write_nothing(reader *r, const xy_json_value *object)
{
    (void)r;
    (void)object;
}

static const object_kind kinds[] = {
    {"table", {"table", table_members}, write_table},
    {"view", {"view", view_members}, write_view},
    {"materialized view", {"materialized view", view_members}, write_materialized_view},
    {"index", {"index", index_members}, write_index},
    {"sequence", {"sequence", sequence_members}, write_sequence},
    {"synonym", {"synonym", synonym_members}, write_synonym},
    {"type", {"type", type_members}, write_type},
    {"type body", {"type body", body_members}, write_nothing},
    {"function", {"function", routine_members}, write_routine},
    {"procedure", {"procedure", routine_members}, write_routine},
    {"package", {"package", package_members}, write_package},
    {"package body", {"package body", body_members}, write_nothing},
    {"trigger", {"trigger", trigger_members}, write_trigger},
    {"database link", {"database link", link_members}, write_link},
};

static const object_kind *find_kind(xy_str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (xy_str_is(name, kinds[i].name))
            return &kinds[i];
    return NULL;
}

/* ---- the file ---- */

static void add_wording(reader *r, xy_catalog_ddl *ddl)
{
    if (r->out.length)
        ddl->texts[ddl->count++] = xy_buffer_str(&r->out);
    xy_buffer_init(&r->out, r->arena);
}

/* ALL_SOURCE begins with the kind of the object, files of the sources with CREATE. */
static void write_source(reader *r, xy_str source)
{
    if (!source.length)
        return;
    xy_str head = {source.data, source.length < 6 ? source.length : 6};
    if (!xy_str_equal_nocase(head, XY_STR("CREATE")))
        add(r, "CREATE OR REPLACE ");
    xy_buffer_add_str(&r->out, source);
}

static void read_object(reader *r, const xy_json_value *object, xy_catalog_ddl *ddl)
{
    const object_kind *kind = find_kind(get(object, "kind")->text);
    *ddl = (xy_catalog_ddl){.at = object};
    if (get(object, "owner") && !is_word(object, "owner", "PUBLIC"))
        ddl->owner = get(object, "owner")->text;
    write_source(r, text_of(r, object, "source"));
    add_wording(r, ddl);
    for (int bare = 0; bare < 2; bare++) {
        r->bare = bare;
        kind->write(r, object);
        add_wording(r, ddl);
    }
}

bool xy_catalog_is_json(xy_str text)
{
    return xy_str_trim(text).length && xy_str_trim(text).data[0] == '{';
}

bool xy_catalog_json_read(xy_arena *arena, xy_str file, xy_str text, void (*declare)(void *data, const xy_catalog_ddl *ddl), void *data, xy_str *error)
{
    reader r = {.arena = arena, .file = file, .error = error};
    const xy_json_value *root = xy_json_parse(arena, file, text, error);
    if (!root || !check_part(&r, root, &whole))
        return false;
    const xy_json_value *version = xy_json_get(root, "xinyi_catalog"), *objects = xy_json_get(root, "objects");
    if (!xy_str_is(version->text, "1"))
        return refuse(&r, version, "this version of the format is not known; %s is%s", "1", "");
    xy_buffer_init(&r.out, arena);
    for (uint32_t i = 0; i < objects->count; i++) {
        xy_catalog_ddl ddl;
        read_object(&r, objects->items[i], &ddl);
        declare(data, &ddl);
    }
    return true;
}
