#include "base/json.h"

#include <jansson.h>

#include "base/text.h"

const char *json_quoted(struct arena *arena, const char *string)
{
    json_t *value = json_string(utf8_shown(arena, string));
    char *encoded = json_dumps(value, JSON_ENCODE_ANY);
    const char *quoted = encoded ? arena_string(arena, encoded) : "null";
    free(encoded);
    json_decref(value);
    return quoted;
}
