/* Status of an operation; the same numbers as in xinyi.h. */
#ifndef XY_BASE_STATUS_H
#define XY_BASE_STATUS_H
#include "xinyi/xinyi.h" /* xy_status */
#endif
