/* What a worker process sends back: the findings it had and the files it wrote, as JSON. */
#ifndef PHULUC_TRANSPORT_H
#define PHULUC_TRANSPORT_H

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

/* The findings from index `from` on, and the files; malloc'ed, NULL without memory. */
char *transport_pack(const struct findings *findings, size_t from, const struct made *made);

/* Adds the findings and gives the files; false if the text is not whole. */
bool transport_unpack(const char *text, struct made *made, struct arena *arena, struct findings *findings);

#endif
