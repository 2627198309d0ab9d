/* Places of PL/SQL values: variables, record fields, collection elements, and how the target holds them.
 *
 * An associative array is kept as jsonb (runtime aa_*), a nested table or VARRAY as an array (arr_*), or as jsonb (nt_*) when single elements
 * of its type are deleted or its elements are collections themselves. What lies inside jsonb is encoded there: records as objects. */
#ifndef XY_PASS_PLACE_H
#define XY_PASS_PLACE_H

#include "pass/plpgsql.h"

typedef enum xy_form { XY_FORM_VALUE, XY_FORM_RECORD, XY_FORM_ARRAY, XY_FORM_SPARSE /* jsonb, aa_* */, XY_FORM_HOLES /* jsonb, nt_* */ } xy_form;
/** How values of the type are held in a variable. */
xy_form xy_form_of(xy_context *ctx, const xy_type *type);
/** Target type without length, for casts: "numeric", "text"; empty when not known. */
xy_str xy_place_plain_type(xy_context *ctx, const xy_type *type);

/** A value to be stored: an expression of the source, or text that binds as tightly as a name and is of the place's type. */
typedef struct xy_place_value {
    const xy_node *node;
    xy_str text;
    const xy_rope *rope;
} xy_place_value;

/** True when the target language can take the expression as it stands where a value is stored: a local variable, a parameter, a field of one. */
bool xy_place_is_plain(xy_context *ctx, const xy_node *expr);
/** Adds `place := value;` as the target does it, without line end. */
void xy_place_assign(xy_context *ctx, const xy_node *place, xy_place_value value, xy_rope *out);
/** As xy_place_assign for the value of a variable: entry in the table of assign.c. */
bool xy_place_assigner(xy_context *ctx, const xy_node *place, xy_str value, xy_rope *statement);
/** A temporary variable for a place that is not plain; the assignment to the place is put after the statement. */
xy_str xy_place_temp(xy_context *ctx, const xy_node *place);
/** Adds the value of a collection or record place, decoded. For a method (v.COUNT) that of what stands before it. False, and nothing added, when
 *  that is not known. */
bool xy_place_read(xy_context *ctx, const xy_node *expr, xy_rope *out);
/** Called for each object on the way to the place, whose attribute is taken there: `value` is its text on the target, `variable` its variable when it
 *  is one itself, else null. */
typedef void (*xy_place_object)(xy_context *ctx, const xy_symbol *variable, xy_rope value, void *data);
void xy_place_objects(xy_context *ctx, const xy_node *expr, xy_place_object enter, void *data);
/** Type of the value at the place: of an element, field, variable, of what stands before a method; null when not known. */
const xy_type *xy_place_type(xy_context *ctx, const xy_node *expr);

/** Adds `array` (text of a target array of the element type) as a value of the collection type. `source` is the expression of the elements, or null. */
void xy_place_from_array(xy_context *ctx, const xy_type *collection, const xy_node *source, xy_rope array, xy_rope *out);
/** Adds the collection's elements as rows of a FROM clause item, alias and all, for SQL: "unnest(v) AS t(column_value)". */
void xy_place_rows(xy_context *ctx, const xy_node *collection, const xy_type *type, xy_str alias, xy_rope *out);

/** Package variables and constants (package_state.c). */
bool xy_package_is_state(const xy_symbol *symbol);
xy_str xy_package_getter(xy_context *ctx, const xy_symbol *symbol); /* "pkg.v()" */
xy_str xy_package_setter(xy_context *ctx, const xy_symbol *symbol); /* "pkg.xy_set_v" */

/** Records (record.c): name of the type on the target, empty when it has none. */
xy_str xy_record_type_name(xy_context *ctx, const xy_type *type);
/** Name of what a type or subtype declared in PL/SQL becomes; whether a run before may have left it behind. */
xy_str xy_declared_type_name(xy_context *ctx, const xy_symbol *symbol);
bool xy_declared_type_may_exist(const xy_context *ctx, xy_str name);
/** Does a variable of the type start with values in fields? */
bool xy_record_has_defaults(const xy_type *type);
/** Adds the initial value of a record type with defaults: ROW('x', NULL)::t. */
void xy_record_default(xy_context *ctx, const xy_type *type, xy_rope *out);

/** Limits of types (limit.c): may the value be too long for the type, or need rounding to it? Null: any value. */
bool xy_limit_applies(xy_context *ctx, const xy_type *type, const xy_node *value);
/** Adds the value as Oracle stores it in a place of the type: too long a text is an error, a number is rounded. */
void xy_limit_value(xy_context *ctx, xy_rope *out, const xy_type *type, const xy_node *value);
/** The same for an array of such values. */
void xy_limit_array(xy_context *ctx, xy_rope *out, const xy_type *element, const xy_rope *array);

/** The parameter that takes the argument (or the value of a named one) of a call; null when it is not known. */
const xy_symbol *xy_argument_parameter(xy_context *ctx, const xy_node *arg);

/** Appends a rope to a rope. */
void xy_place_append(xy_context *ctx, xy_rope *rope, const xy_rope *more);

/** Name of a type for rows of a cursor; that of a local one is created before the unit. Empty when the columns are not known. */
xy_str xy_record_cursor_row_type(xy_context *ctx, const xy_type *type);
/** Adds the statement that creates the type for rows of a package's cursor: it stands where the cursor is declared. */
void xy_record_packaged_row(xy_context *ctx, const xy_type *type, xy_rope *rope);
/** A cursor's %ROWTYPE. */
bool xy_record_is_cursor_row(const xy_type *type);

/** Is the record a loop's or a cursor's row, of no type that the target knows? */
bool xy_record_is_untyped(const xy_context *ctx, const xy_node *node);
/** Adds such a record as a row of the type; false, and nothing added, for other nodes. */
bool xy_record_typed(xy_context *ctx, const xy_node *record, const xy_type *type, xy_rope *rope);

/** A call of a constructor that the object type declares itself (object_type.c); false: the values of all attributes are given. */
/** Does the variable always hold an object (object_target.c)? */
bool xy_object_is_there(xy_context *ctx, const xy_symbol *variable);
bool xy_object_constructor(xy_context *ctx, const xy_node *call, const xy_type *type);

#endif
