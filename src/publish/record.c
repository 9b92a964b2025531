#include "publish/record.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { NO_TEXT = -1 };

struct head {
    uint32_t kind, length;
};

static bool send_all(int descriptor, const char *bytes, size_t rest)
{
    while (rest) {
        ssize_t sent = write(descriptor, bytes, rest);
        if (sent < 0 && errno != EINTR)
            return false;
        if (sent > 0) {
            bytes += sent;
            rest -= (size_t)sent;
        }
    }
    return true;
}

bool record_send(int descriptor, uint32_t kind, const struct text *fields)
{
    struct head head = { kind, (uint32_t)fields->length };
    return fields->length <= UINT32_MAX && send_all(descriptor, (const char *)&head, sizeof head) &&
           send_all(descriptor, fields->data, fields->length);
}

size_t record_first(struct record *record, const char *bytes, size_t length)
{
    struct head head;
    if (length < sizeof head)
        return 0;
    memcpy(&head, bytes, sizeof head);
    if (length - sizeof head < head.length)
        return 0;
    *record = (struct record){ head.kind, bytes + sizeof head, head.length };
    return sizeof head + head.length;
}

void record_add_number(struct text *fields, int64_t number)
{
    text_addn(fields, (const char *)&number, sizeof number);
}

void record_add_text(struct text *fields, const char *text)
{
    record_add_number(fields, text ? (int64_t)strlen(text) : NO_TEXT);
    if (text)
        text_add(fields, text);
}

struct record_reader record_reader_of(const struct record *record)
{
    return (struct record_reader){ record->data, record->length, false };
}

/* NULL if there are not so many left. */
static const char *take(struct record_reader *reader, size_t length)
{
    if (length > reader->left) {
        *reader = (struct record_reader){ .short_of = true };
        return NULL;
    }
    const char *bytes = reader->at;
    reader->at += length;
    reader->left -= length;
    return bytes;
}

int64_t record_number(struct record_reader *reader)
{
    int64_t number = 0;
    const char *bytes = take(reader, sizeof number);
    if (bytes)
        memcpy(&number, bytes, sizeof number);
    return number;
}

const char *record_text(struct record_reader *reader, struct arena *arena)
{
    int64_t length = record_number(reader);
    if (reader->short_of || length < 0)
        return NULL;
    const char *bytes = take(reader, (size_t)length);
    return bytes ? arena_copy(arena, bytes, (size_t)length) : NULL;
}

size_t record_count(struct record_reader *reader)
{
    int64_t count = record_number(reader);
    if (count >= 0 && (uint64_t)count <= reader->left)
        return (size_t)count;
    *reader = (struct record_reader){ .short_of = true };
    return 0;
}
