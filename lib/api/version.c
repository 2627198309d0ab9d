/* Version and status texts. */
#include "api/api.h"

const char *xy_version(void)
{
    return XY_VERSION_TEXT;
}

const char *xy_status_text(xy_status status)
{
    static const char *const texts[] = {
        [XY_OK] = "no error",
        [XY_ERR_MEMORY] = "out of memory",
        [XY_ERR_LIMIT] = "a limit of size, depth or count was passed",
        [XY_ERR_USAGE] = "wrong argument",
        [XY_ERR_RULES] = "a rule or target file is broken",
        [XY_ERR_INTERNAL] = "internal error; please report it with the input",
        [XY_ERR_ENCODING] = "a character cannot be written in the encoding",
    };
    return (size_t)status < sizeof texts / sizeof *texts ? texts[status] : "unknown status";
}
