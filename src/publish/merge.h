/*
 * Merging: what all shards of a run made (publish/shard.h) becomes what one run would have made: reports, manifest, findings.
 *
 * All or nothing is judged first: a shard that is missing, damaged, or of another run than the others is named, and nothing is
 * touched. Files then go to their places as those of a run do (publish/landing.h), and the manifest is written once, when all are
 * there: a merge that was killed is done again from the beginning. The shards' folders are removed last.
 */
#ifndef PHULUC_PUBLISH_MERGE_H
#define PHULUC_PUBLISH_MERGE_H

#include "publish/deliver.h"

struct merged {
    size_t made, unchanged; /* reports, as one run would count them */
    const char *path;       /* where the findings are, or NULL */
};

/* Merges what lies in batch->output. */
struct merged merge_shards(const struct batch *batch, struct arena *arena, struct findings *findings);

#endif
