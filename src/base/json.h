/* Text as JSON (RFC 8259), for lines that are put together piece by piece. */
#ifndef PHULUC_BASE_JSON_H
#define PHULUC_BASE_JSON_H

#include "base/arena.h"

/* The string in its quotes, escaped; a byte that is no UTF-8, as in names of files, is %XX. */
const char *json_quoted(struct arena *arena, const char *string);

#endif
