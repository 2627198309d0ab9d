/* Dumps of trees as indented text and as JSON: two printers over the field table. */
#include "syntax/node.h"

#include "base/json.h"

#include <string.h>

enum { MAX_TOKEN_TEXT = 60 /* bytes of a token or clause shown */ };
