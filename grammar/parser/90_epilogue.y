%%

#include "syntax/parser_glue.h"
