/*
 * Putting away: reports whose plan is gone are moved out of the way, into a folder of the output folder that has the day in its
 * name ("da-bo/2026-03-01/annex/…"; "đã bỏ": dropped). Nothing is deleted.
 */
#ifndef PHULUC_PUBLISH_PUT_AWAY_H
#define PHULUC_PUBLISH_PUT_AWAY_H

#include "base/date.h"
#include "publish/batch.h"

/*
 * Moves what the manifest of batch->output has as gone, with a note for each file, and removes it from the manifest. The folder is
 * locked meanwhile; a dry run only says what it would move.
 */
void put_away(const struct batch *batch, struct date day, struct arena *arena, struct findings *findings);

#endif
