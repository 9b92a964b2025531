/*
 * The lock of an output folder: one run at a time works in it, or any number of shards of one, each in a folder of its own.
 *
 * It lies on the folder itself and goes with the process that holds it, however that ends: no file is left behind.
 */
#ifndef PHULUC_PUBLISH_LOCK_H
#define PHULUC_PUBLISH_LOCK_H

#include <stdbool.h>

#include "base/finding.h"

struct lock {
    int descriptor; /* -1 if nothing is held */
};

enum lock_kind { LOCK_ALONE, LOCK_BESIDE_SHARDS };

/*
 * Makes the folder if it is not there. False with a finding if another run holds it, and still does after `wait` seconds or when a
 * signal asks for a stop, or if it cannot be locked.
 */
bool lock_take(struct lock *lock, const char *folder, enum lock_kind kind, unsigned wait, struct arena *arena,
               struct findings *findings) __attribute__((warn_unused_result));

void lock_release(struct lock *lock);

#endif
