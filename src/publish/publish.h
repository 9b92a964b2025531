/*
 * Publishing: a file appears whole or not at all.
 *
 * A file is written under a temporary name in its final folder, flushed to disk, and renamed. What is not committed is
 * removed. A file that takes the place of another keeps that one's mode and group; a symbolic link stays, and what it leads to is
 * replaced.
 *
 * Reports that are made while others are put in place are put in place together, with one flush of each folder; not all reports of a
 * run: each is recorded as made when those are there, so that a run that is killed, or a machine that loses power, goes on from there.
 * syncfs() would wait for what everybody else writes to the disk.
 */
#ifndef PHULUC_PUBLISH_PUBLISH_H
#define PHULUC_PUBLISH_PUBLISH_H

#include <stdbool.h>

#include "base/digest.h"
#include "base/finding.h"

struct publication {
    const char *path;      /* where the file is to appear */
    const char *temporary; /* where to write it */
};

/* Makes the folders of path and picks the temporary name. */
bool publish_open(struct publication *publication, const char *path, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

/* Has the file, as far as it is written, begin its way to the disk, so that whoever commits it waits less. An error shows there. */
void publish_begin_flush(const struct publication *publication);

/* fsync, rename, fsync of the folder; copied in between if a link leads to another disk. On failure the temporary file is removed and an older file stays as it was. */
bool publish_commit(struct publication *publication, struct findings *findings) __attribute__((warn_unused_result));

/*
 * The same of several, each committed or not: all are flushed, then renamed, then each folder is flushed once. The flush of a file is a
 * step for whoever supervises this process (base/breadcrumb.h).
 */
void publish_commit_all(struct publication *publications, size_t count, bool *committed, struct findings *findings);

/* Removes the temporary file if it is there. */
void publish_abandon(struct publication *publication);

/* Gives the file a second name, or copies it on a disk that knows none; 0 or the error. */
int publish_second_name(const char *from, const char *to) __attribute__((warn_unused_result));

/* Removes a folder with all below it, as far as that can be done; symbolic links are removed, not followed. */
void publish_remove_tree(const char *folder);

/* Makes the folder and those above it. */
bool publish_folder(const char *folder, struct arena *arena, struct findings *findings) __attribute__((warn_unused_result));

/*
 * Removes the temporary files that killed runs left in a folder: those of process `owner`, or of any process if it is 0.
 * Only the holder of the output folder's lock may call them. publish_clean_below() is for folders that are ours: it also goes
 * into those below, without following symbolic links.
 */
void publish_clean(const char *folder, long owner);
void publish_clean_below(const char *folder, long owner);

/* Writes text as a whole file through the steps above. */
bool publish_text(const char *path, const char *text, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
