#include "publish/transport.h"

#include <jansson.h>

#include "base/text.h"

/* Of a finding; the arguments are counted from here. */
enum { FIELDS = 8 };

/* JSON takes UTF-8 only: each byte goes as the character of its number. */
static json_t *pack_bytes(const char *text, struct arena *arena)
{
    if (!text)
        return json_null();
    struct text out = text_in(arena);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        const char pair[] = { (char)(0xc0 | (byte >> 6)), (char)(0x80 | (byte & 0x3f)) };
        if (byte < 0x80)
            text_addn(&out, text, 1);
        else
            text_addn(&out, pair, sizeof pair);
    }
    return json_string(text_str(&out));
}

static const char *unpack_bytes(const json_t *value, struct arena *arena)
{
    const char *text = json_string_value(value);
    if (!text)
        return NULL;
    struct text out = text_in(arena);
    while (*text) {
        const char byte = (char)utf8_next(&text);
        text_addn(&out, &byte, 1);
    }
    return text_str(&out);
}

/* All texts of a finding, so that neither side can forget one. */
static void list_texts(struct finding *finding, const char **texts[FIELDS + FINDING_ARGS])
{
    const char **fields[FIELDS] = { &finding->place.file, &finding->subject, &finding->year,   &finding->stated,
                                    &finding->computed,   &finding->plan,    &finding->source, &finding->accepted };
    memcpy(texts, fields, sizeof fields);
    for (int i = 0; i < FINDING_ARGS; i++)
        texts[FIELDS + i] = &finding->args[i];
}

static json_t *finding_json(struct finding finding, struct arena *arena)
{
    const char **texts[FIELDS + FINDING_ARGS];
    json_t *array = json_array();
    list_texts(&finding, texts);
    for (int i = 0; i < FIELDS + FINDING_ARGS; i++)
        json_array_append_new(array, pack_bytes(*texts[i], arena));
    return json_pack("{s:i, s:I, s:o}", "code", (int)finding.code, "line", (json_int_t)finding.place.line, "texts", array);
}

static json_t *file_json(const struct made_file *file, struct arena *arena)
{
    return json_pack("[o, o, o]", pack_bytes(file->name, arena), pack_bytes(file->path, arena),
                     pack_bytes(file->temporary, arena));
}

char *transport_pack(const struct findings *findings, const struct made *made)
{
    json_t *told = json_array(), *files = json_array();
    for (size_t i = 0; i < findings->count; i++)
        json_array_append_new(told, finding_json(findings->items[i], findings->arena));
    for (size_t i = 0; i < made->count; i++)
        json_array_append_new(files, file_json(&made->files[i], findings->arena));
    json_t *root = json_pack("{s:o, s:o}", "findings", told, "files", files);
    char *text = json_dumps(root, JSON_COMPACT);
    json_decref(root);
    return text;
}

static bool unpack_finding(json_t *object, struct findings *findings)
{
    const char **texts[FIELDS + FINDING_ARGS];
    struct finding finding = { 0 };
    json_int_t line;
    json_t *array;
    int code;
    if (json_unpack(object, "{s:i, s:I, s:o}", "code", &code, "line", &line, "texts", &array) != 0 || code < 0 ||
        code >= FINDING_COUNT || json_array_size(array) != FIELDS + FINDING_ARGS)
        return false;
    finding.code = (enum finding_code)code;
    finding.place.line = (long)line;
    list_texts(&finding, texts);
    for (size_t i = 0; i < FIELDS + FINDING_ARGS; i++)
        *texts[i] = unpack_bytes(json_array_get(array, i), findings->arena);
    *finding_add(findings, finding.code, finding.place, NULL) = finding;
    return true;
}

static bool unpack_file(const json_t *array, struct made *made, struct arena *arena)
{
    struct made_file file = { unpack_bytes(json_array_get(array, 0), arena), unpack_bytes(json_array_get(array, 1), arena),
                              unpack_bytes(json_array_get(array, 2), arena) };
    if (!file.name || !file.path || !file.temporary)
        return false;
    struct made_file *added = ARENA_PUSH(arena, made->files, made->count, made->capacity);
    *added = file;
    return true;
}

bool transport_unpack(const char *text, struct made *made, struct arena *arena, struct findings *findings)
{
    json_t *root = json_loads(text, 0, NULL);
    const json_t *told = json_object_get(root, "findings"), *files = json_object_get(root, "files");
    size_t findings_before = findings->count, files_before = made->count;
    bool whole = json_is_array(told) && json_is_array(files);
    for (size_t i = 0; whole && i < json_array_size(told); i++)
        whole = unpack_finding(json_array_get(told, i), findings);
    for (size_t i = 0; whole && i < json_array_size(files); i++)
        whole = unpack_file(json_array_get(files, i), made, arena);
    json_decref(root);
    if (!whole) {
        findings->count = findings_before;
        made->count = files_before;
    }
    return whole;
}
