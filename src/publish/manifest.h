/*
 * The manifest of an output folder: which reports stand in it, what each was made from and what files it is, with SHA-256
 * digests; JSON with sorted keys.
 *
 * A report whose making is recorded here need not be made again while program, templates, options and inputs are the same
 * and its files are still what they were.
 */
#ifndef PHULUC_PUBLISH_MANIFEST_H
#define PHULUC_PUBLISH_MANIFEST_H

#include <stdbool.h>

#include "base/digest.h"
#include "base/finding.h"
#include "base/map.h"

struct manifest_entry {
    const char *path;
    char digest[SHA256_TEXT_SIZE];
};

struct manifest_list {
    struct manifest_entry *items;
    size_t count, capacity;
};

struct manifest_names {
    const char **items;
    size_t count, capacity;
};

struct manifest_report {
    const char *name;             /* folder and file name without suffix: "annex/thai-binh-2021-2025" */
    const char *program;          /* its build (base/build_id.h) */
    const char *templates;        /* digest of layouts, catalogue and fonts */
    const char *options;          /* those that change what is made, in words of the command line */
    struct manifest_list inputs;  /* paths as given, by utf8_shown() */
    struct manifest_list outputs; /* paths in the output folder */
    struct manifest_list earlier; /* outputs of earlier runs that still stand, and were not made again */
    struct manifest_list edited;  /* outputs that a person changed since, as they were made: a new one stands beside each */
    bool remake;                  /* something was found while it was made: to be told again, it is made again */
    struct manifest_names missing;  /* refused files that it was made without, by --partial */
    const char *kept_since;         /* the day since which it is not made again, NULL if it is up to date */
    struct manifest_names kept_for; /* because of these refused files */
    const char *gone_since;         /* the day on which its inputs were found to be gone, or NULL */
};

struct manifest {
    struct manifest_report *reports;
    size_t count, capacity;
    struct map by_name; /* place of each report, as index + 1; 0: it was removed */
    struct manifest_list accepted; /* files of accepted findings that runs have read: no report is made from them */
};

/* The manifest of a folder of reports. */
const char *manifest_path(const char *folder, struct arena *arena);

/* True if the file in the folder is what the entry says. */
bool manifest_entry_stands(const struct manifest_entry *entry, const char *folder);

/* True if all that the report made is in the folder as it was made. */
bool manifest_outputs_stand(const struct manifest_report *report, const char *folder);

/* The entry of that path, or NULL. */
const struct manifest_entry *manifest_entry_of(const struct manifest_list *list, const char *path);

void manifest_add_entry(struct manifest_list *list, const struct manifest_entry *entry, struct arena *arena);

/* Adds a file's path, by utf8_shown(). */
void manifest_add_name(struct manifest_names *names, const char *path, struct arena *arena);

/* True if both hold the same paths in the same order. */
bool manifest_same_names(const struct manifest_names *a, const struct manifest_names *b);

/* True if the report was made from the file at path. */
bool manifest_is_made_from(const struct manifest_report *report, const char *path, struct arena *arena);

/* NULL if the manifest has no such report. */
struct manifest_report *manifest_find(const struct manifest *manifest, const char *name);

/* Adds the report, or puts it in the place of the one of that name. */
void manifest_put(struct manifest *manifest, const struct manifest_report *report, struct arena *arena);

/* Removes the report of that name. */
void manifest_remove(struct manifest *manifest, const char *name);

/*
 * Reads a manifest; one that is not there or is not ours is empty: everything is made again. 0, or the error if it is there
 * and cannot be read: then nobody knows which files are ours.
 */
int manifest_read(struct manifest *manifest, const char *path, struct arena *arena) __attribute__((warn_unused_result));

/* The manifest as it is published. */
const char *manifest_text(const struct manifest *manifest, struct arena *arena);

/* Publishes it at path. */
bool manifest_write(const struct manifest *manifest, const char *path, struct findings *findings);

#endif
