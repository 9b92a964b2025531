/* The manifest of a run: what was read and what was made, with SHA-256 digests, as JSON with sorted keys. */
#ifndef PHULUC_OUTPUT_MANIFEST_H
#define PHULUC_OUTPUT_MANIFEST_H

#include <stdbool.h>

#include "base/digest.h"

struct manifest_entry {
    const char *path;
    char digest[SHA256_TEXT_SIZE];
};

struct manifest_list {
    struct manifest_entry *items;
    size_t count, capacity;
};

struct manifest {
    struct manifest_list inputs, outputs;
};

/* Adds a file by its name in the manifest; false with a finding if it cannot be read. */
bool manifest_add(struct manifest_list *list, const char *name, const char *path, struct arena *arena,
                  struct findings *findings);

/* Publishes the manifest at path. */
bool manifest_write(const struct manifest *manifest, const char *path, struct arena *arena, struct findings *findings);

#endif
