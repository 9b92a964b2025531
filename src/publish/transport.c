#include "publish/transport.h"

/* Of a finding; the arguments are counted from here. */
enum { FIELDS = 8 };

/* All texts of a finding, so that neither side can forget one. */
static void list_texts(struct finding *finding, const char **texts[FIELDS + FINDING_ARGS])
{
    const char **fields[FIELDS] = { &finding->place.file, &finding->subject, &finding->year,   &finding->stated,
                                    &finding->computed,   &finding->plan,    &finding->source, &finding->accepted };
    memcpy(texts, fields, sizeof fields);
    for (int i = 0; i < FINDING_ARGS; i++)
        texts[FIELDS + i] = &finding->args[i];
}

static void add_finding(struct text *fields, struct finding finding)
{
    const char **texts[FIELDS + FINDING_ARGS];
    list_texts(&finding, texts);
    record_add_number(fields, finding.code);
    record_add_number(fields, finding.place.line);
    record_add_number(fields, finding.error);
    for (int i = 0; i < FIELDS + FINDING_ARGS; i++)
        record_add_text(fields, *texts[i]);
}

void transport_add_findings(struct text *fields, const struct findings *findings, size_t from)
{
    record_add_number(fields, (int64_t)(findings->count - from));
    for (size_t i = from; i < findings->count; i++)
        add_finding(fields, findings->items[i]);
}

static bool read_finding(struct record_reader *reader, struct findings *findings)
{
    const char **texts[FIELDS + FINDING_ARGS];
    struct finding finding = { 0 };
    int64_t code = record_number(reader);
    if (code < 0 || code >= FINDING_COUNT)
        return false;
    finding.code = (enum finding_code)code;
    finding.place.line = (long)record_number(reader);
    finding.error = (int)record_number(reader);
    list_texts(&finding, texts);
    for (int i = 0; i < FIELDS + FINDING_ARGS; i++)
        *texts[i] = record_text(reader, findings->arena);
    if (reader->short_of)
        return false;
    findings_append(findings, &(struct findings){ .items = &finding, .count = 1 });
    return true;
}

bool transport_read_findings(struct record_reader *reader, struct findings *findings)
{
    size_t before = findings->count;
    for (size_t left = record_count(reader); left && !reader->short_of; left--)
        if (!read_finding(reader, findings))
            reader->short_of = true;
    if (reader->short_of)
        findings->count = before;
    return !reader->short_of;
}

void transport_add_made(struct text *fields, const struct made *made)
{
    record_add_number(fields, (int64_t)made->count);
    for (size_t i = 0; i < made->count; i++) {
        record_add_text(fields, made->files[i].name);
        record_add_text(fields, made->files[i].path);
        record_add_text(fields, made->files[i].temporary);
    }
}

bool transport_read_made(struct record_reader *reader, struct made *made, struct arena *arena)
{
    size_t before = made->count;
    for (size_t left = record_count(reader); left && !reader->short_of; left--) {
        struct made_file file = { .name = record_text(reader, arena) };
        file.path = record_text(reader, arena);
        file.temporary = record_text(reader, arena);
        struct made_file *added = ARENA_PUSH(arena, made->files, made->count, made->capacity);
        *added = file;
        if (!file.name || !file.path || !file.temporary)
            reader->short_of = true;
    }
    if (reader->short_of)
        made->count = before;
    return !reader->short_of;
}

void transport_add_list(struct text *fields, const struct manifest_list *list)
{
    record_add_number(fields, (int64_t)list->count);
    for (size_t i = 0; i < list->count; i++) {
        record_add_text(fields, list->items[i].path);
        record_add_text(fields, list->items[i].digest);
    }
}

void transport_read_list(struct record_reader *reader, struct manifest_list *list, struct arena *arena)
{
    for (size_t left = record_count(reader); left && !reader->short_of; left--) {
        const char *path = record_text(reader, arena), *digest = record_text(reader, arena);
        if (!path || !digest || strlen(digest) >= SHA256_TEXT_SIZE) {
            reader->short_of = true;
            return;
        }
        struct manifest_entry *entry = ARENA_PUSH(arena, list->items, list->count, list->capacity);
        entry->path = path;
        memcpy(entry->digest, digest, strlen(digest) + 1);
    }
}

static void add_names(struct text *fields, const struct manifest_names *names)
{
    record_add_number(fields, (int64_t)names->count);
    for (size_t i = 0; i < names->count; i++)
        record_add_text(fields, names->items[i]);
}

static void read_names(struct record_reader *reader, struct manifest_names *names, struct arena *arena)
{
    for (size_t left = record_count(reader); left && !reader->short_of; left--) {
        const char *path = record_text(reader, arena);
        if (path)
            manifest_add_name(names, path, arena);
        else
            reader->short_of = true;
    }
}

void transport_add_report(struct text *fields, const struct manifest_report *report)
{
    record_add_text(fields, report->name);
    record_add_text(fields, report->program);
    record_add_text(fields, report->templates);
    record_add_text(fields, report->options);
    record_add_number(fields, report->remake);
    transport_add_list(fields, &report->inputs);
    transport_add_list(fields, &report->outputs);
    add_names(fields, &report->missing);
    record_add_text(fields, report->kept_since);
    add_names(fields, &report->kept_for);
    record_add_text(fields, report->gone_since);
    transport_add_list(fields, &report->earlier);
    transport_add_list(fields, &report->edited);
}

bool transport_read_report(struct record_reader *reader, struct manifest_report *report, struct arena *arena)
{
    *report = (struct manifest_report){ .name = record_text(reader, arena) };
    report->program = record_text(reader, arena);
    report->templates = record_text(reader, arena);
    report->options = record_text(reader, arena);
    report->remake = record_number(reader) != 0;
    transport_read_list(reader, &report->inputs, arena);
    transport_read_list(reader, &report->outputs, arena);
    read_names(reader, &report->missing, arena);
    report->kept_since = record_text(reader, arena);
    read_names(reader, &report->kept_for, arena);
    report->gone_since = record_text(reader, arena);
    transport_read_list(reader, &report->earlier, arena);
    transport_read_list(reader, &report->edited, arena);
    return !reader->short_of && report->name && report->program && report->templates && report->options;
}
