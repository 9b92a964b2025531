/*
 * What a worker process sends back: the findings it had and the files it wrote, as JSON.
 *
 * Texts come back byte for byte, also those that are no UTF-8: names of files may be any bytes.
 */
#ifndef PHULUC_PUBLISH_TRANSPORT_H
#define PHULUC_PUBLISH_TRANSPORT_H

#include "base/finding.h"

struct made_file {
    const char *name;      /* in the output folder, as the manifest calls it */
    const char *path;      /* where it is to appear */
    const char *temporary; /* where it is */
};

struct made {
    struct made_file *files;
    size_t count, capacity;
};

/* The findings and the files; malloc'ed, NULL without memory. */
char *transport_pack(const struct findings *findings, const struct made *made);

/* Adds the findings and gives the files; false, and nothing is added, if the text is not what transport_pack() makes. */
bool transport_unpack(const char *text, struct made *made, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
