/* Facts and options of a target. */
#include "target/target.h"

#include <stdlib.h>

static xy_str lookup(const xy_map *map, const char *name)
{
    const xy_str *value = xy_map_get(map, xy_str_from(name));
    return value ? *value : (xy_str){0};
}

xy_str xy_target_fact(const xy_target *target, const char *name)
{
    return lookup(&target->facts, name); /* those of the base are in it */
}

bool xy_target_has(const xy_target *target, const char *name)
{
    xy_str value = xy_target_fact(target, name);
    return xy_str_equal(value, XY_STR("yes")) || xy_str_equal(value, XY_STR("true"));
}

int xy_target_number(const xy_target *target, const char *name, int otherwise)
{
    xy_str value = xy_target_fact(target, name);
    int number = 0;
    if (value.length == 0 || value.length > 9)
        return otherwise;
    for (uint32_t i = 0; i < value.length; i++) {
        if (value.data[i] < '0' || value.data[i] > '9')
            return otherwise;
        number = number * 10 + (value.data[i] - '0');
    }
    return number;
}

xy_str xy_target_option(const xy_target *target, const char *name)
{
    return lookup(&target->options, name);
}

bool xy_target_option_is(const xy_target *target, const char *name, const char *value)
{
    return xy_str_equal(xy_target_option(target, name), xy_str_from(value));
}

bool xy_target_is_a(const xy_target *target, xy_str name)
{
    return xy_target_matches(target, name, 0, 0);
}

bool xy_target_matches(const xy_target *target, xy_str name, uint32_t first_version, uint32_t last_version)
{
    for (; target; target = target->base)
        if (xy_str_equal(target->name, name))
            return target->version >= first_version && (last_version == 0 || target->version <= last_version);
    return false;
}
