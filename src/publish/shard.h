/*
 * Shards: one run of a report command, made in parts by several processes, on as many machines as share the output folder.
 *
 * Each shard reads and checks all inputs and makes its share of the reports in a folder of its own,
 * OUTPUT/.shards/SCOPE/K-of-N, which is an output folder in small: with a lock and a manifest, so that a shard that was killed
 * goes on where it was. The reports that stand in the output folder stay as they are. A shard that comes to its end leaves an
 * outcome there; publish/merge.h puts the outcomes of all shards together.
 */
#ifndef PHULUC_PUBLISH_SHARD_H
#define PHULUC_PUBLISH_SHARD_H

#include "base/text.h"
#include "publish/batch.h"
#include "publish/manifest.h"

struct shard_part {
    struct shard shard;
    bool force;                      /* as the run is to be merged */
    const char *program, *templates; /* as in the manifest */
    const char *base;                /* digest of the output folder's manifest when the shard began; "" if there was none */
    const char *work;                /* digest of all that the whole run reads and makes; NULL until it is known */
    size_t unchanged;                /* of its reports, how many are as they should be in the output folder */
    struct manifest made;            /* its reports, with files in its folder */
    struct manifest changed;         /* entries of the output folder's manifest that the run found to be kept or gone */
    struct findings found;           /* of an outcome that is read */
};

/* A shard at work. */
struct shard_run {
    struct shard_part part;
    struct manifest issued; /* of the output folder */
    size_t ordered;         /* reports of the whole run so far */
    struct text work;       /* what the digest is taken of */
};

/* OUTPUT/.shards, and the folder of one shard below it; scope: "annex", "year-end/2025". */
const char *shards_folder(const char *output, struct arena *arena);
const char *shard_folder(const char *output, const char *scope, struct shard shard, struct arena *arena);

/* "2-of-4"; false if the name is no shard's. */
bool shard_parse(struct shard *shard, const char *text, const char *between) __attribute__((warn_unused_result));

/* Digest of the output folder's manifest; "" if there is none. */
const char *shard_base(const char *output, struct arena *arena);

/* Removes the outcome of an earlier run of the shard. */
void shard_begin(const char *folder, struct arena *arena);

/* Publishes the outcome in the shard's folder. */
bool shard_write(const struct shard_part *part, const char *folder, struct findings *findings)
    __attribute__((warn_unused_result));

enum shard_state { SHARD_ENDED, SHARD_NOT_ENDED, SHARD_DAMAGED };

/* The outcome in the folder. Its findings are numbered by the catalogue of the program that wrote it: compare programs first. */
enum shard_state shard_read(struct shard_part *part, const char *folder, struct arena *arena);

#endif
