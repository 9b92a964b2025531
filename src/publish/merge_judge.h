/* Whether the shards of an output folder are all of one run, and whole. Private to merge*.c. */
#ifndef PHULUC_PUBLISH_MERGE_JUDGE_H
#define PHULUC_PUBLISH_MERGE_JUDGE_H

#include "publish/shard.h"

struct merge_part {
    const char *folder;
    const char *scope; /* the folder's name above it: "annex" */
    struct shard_part outcome;
};

/* By scope and number. */
struct merge_parts {
    struct merge_part *items;
    size_t count, capacity;
};

/*
 * False with findings if they cannot be merged: no shards, one is missing or damaged, or they do not go together. `issued` is the
 * manifest of the output folder.
 */
bool merge_judge(struct merge_parts *parts, const char *output, const struct manifest *issued, struct arena *arena,
                 struct findings *findings)
    __attribute__((warn_unused_result));

#endif
