#include "transport.h"

#include <jansson.h>

static json_t *string_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *finding_json(const struct finding *finding)
{
    json_t *args = json_array();
    for (int i = 0; i < FINDING_ARGS; i++)
        json_array_append_new(args, string_or_null(finding->args[i]));
    return json_pack("{s:i, s:o, s:I, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "code", (int)finding->code, "file",
                     string_or_null(finding->place.file), "line", (json_int_t)finding->place.line, "subject",
                     string_or_null(finding->subject), "year", string_or_null(finding->year), "stated",
                     string_or_null(finding->stated), "computed", string_or_null(finding->computed), "args", args, "plan",
                     string_or_null(finding->plan), "source", string_or_null(finding->source), "accepted",
                     string_or_null(finding->accepted));
}

char *transport_pack(const struct findings *findings, size_t from, const struct made *made)
{
    json_t *told = json_array(), *files = json_array();
    for (size_t i = from; i < findings->count; i++)
        json_array_append_new(told, finding_json(&findings->items[i]));
    for (size_t i = 0; i < made->count; i++)
        json_array_append_new(files, json_pack("{s:s, s:s, s:s}", "name", made->files[i].name, "path",
                                               made->files[i].path, "temporary", made->files[i].temporary));
    json_t *root = json_pack("{s:o, s:o}", "findings", told, "files", files);
    char *text = json_dumps(root, JSON_COMPACT);
    json_decref(root);
    return text;
}

static const char *text_of(const json_t *object, const char *key, struct arena *arena)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_string(arena, text) : NULL;
}

static void unpack_finding(const json_t *object, struct arena *arena, struct findings *findings)
{
    struct place place = { text_of(object, "file", arena), (long)json_integer_value(json_object_get(object, "line")) };
    json_int_t code = json_integer_value(json_object_get(object, "code"));
    struct finding *finding = finding_add(findings, (enum finding_code)code, place, NULL);
    finding->subject = text_of(object, "subject", arena);
    finding->year = text_of(object, "year", arena);
    finding->stated = text_of(object, "stated", arena);
    finding->computed = text_of(object, "computed", arena);
    finding->plan = text_of(object, "plan", arena);
    finding->source = text_of(object, "source", arena);
    finding->accepted = text_of(object, "accepted", arena);
    const json_t *args = json_object_get(object, "args");
    for (size_t i = 0; i < FINDING_ARGS; i++) {
        const char *arg = json_string_value(json_array_get(args, i));
        finding->args[i] = arg ? arena_string(arena, arg) : NULL;
    }
}

bool transport_unpack(const char *text, struct made *made, struct arena *arena, struct findings *findings)
{
    json_t *root = json_loads(text, 0, NULL);
    const json_t *told = json_object_get(root, "findings"), *files = json_object_get(root, "files");
    for (size_t i = 0; i < json_array_size(told); i++)
        unpack_finding(json_array_get(told, i), arena, findings);
    for (size_t i = 0; i < json_array_size(files); i++) {
        const json_t *item = json_array_get(files, i);
        struct made_file *file = ARENA_PUSH(arena, made->files, made->count, made->capacity);
        *file = (struct made_file){ text_of(item, "name", arena), text_of(item, "path", arena),
                                    text_of(item, "temporary", arena) };
    }
    json_decref(root);
    return root != NULL;
}
