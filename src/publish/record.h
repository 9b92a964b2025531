/*
 * Records: what one process of a run tells another through a pipe. A kind, a length, and fields of that length in all.
 *
 * Both ends are one program, so numbers go as memory holds them. Texts go byte for byte: names of files may be any bytes. What
 * arrives may still be anything, because the sender may have crashed: a reader that runs out of bytes gives zeros and NULL, and
 * says so.
 */
#ifndef PHULUC_PUBLISH_RECORD_H
#define PHULUC_PUBLISH_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct record {
    uint32_t kind;
    const char *data;
    size_t length;
};

/* Sends a whole record; false if nobody reads. */
bool record_send(int descriptor, uint32_t kind, const struct text *fields);

/* The first record of `length` bytes, which it borrows; 0 if they hold no whole one, else the bytes that it takes. */
size_t record_first(struct record *record, const char *bytes, size_t length);

/* Fields are added and read in the same order. */
void record_add_number(struct text *fields, int64_t number);
void record_add_text(struct text *fields, const char *text); /* or NULL */

struct record_reader {
    const char *at;
    size_t left;
    bool short_of; /* it ran out of bytes */
};

struct record_reader record_reader_of(const struct record *record);
int64_t record_number(struct record_reader *reader);
const char *record_text(struct record_reader *reader, struct arena *arena); /* a copy, or NULL */

/* A number of things that follow, each of at least one byte. */
size_t record_count(struct record_reader *reader);

#endif
