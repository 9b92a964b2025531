/*
 * Delivery: reports are made by worker processes and published in the output folder, which one run at a time may work in.
 *
 * The main process opens and closes the delivery: it holds the lock and keeps the records. All between is done in a process
 * of its own, which forks the workers and tells the main process what comes of it (publish/relay.h).
 *
 * A report is made again only if its inputs, layouts, catalogue, fonts, the program or the options changed since the
 * manifest recorded it, if its files are no longer what they were, or if something was found while it was made (so that
 * it is told again). What a run does not make stays as it is: so does a report that may lack what a refused file says, even if
 * its other inputs changed; where there is none yet, none is made. What a person changed is not overwritten
 * (publish/landing.h). Findings and manifest are written by every run.
 */
#ifndef PHULUC_PUBLISH_DELIVER_H
#define PHULUC_PUBLISH_DELIVER_H

#include "publish/batch.h"
#include "publish/lock.h"
#include "publish/manifest.h"
#include "publish/shard.h"
#include "render/renderer.h"
#include "report/table.h"

/* One report to make. */
struct order {
    const char *folder;                   /* in the output folder: "annex" */
    const char *id;                       /* unique in its folder */
    const char *options;                  /* what of the command line changes the report, apart from formats and date */
    const struct manifest_entry **inputs; /* the files it is made from; NULL for one whose digest is not known */
    size_t input_count, input_capacity;
    struct manifest_names
        missing; /* paths of refused files that it may lack: it is not made again, unless the batch is partial */
    /* In the worker: the reports to render, usually one; false with a finding. */
    bool (*compose)(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                    struct findings *findings);
    /* Instead of compose, for a file that is no report: writes it whole at the path; false with a finding. */
    bool (*write)(const struct order *order, const char *path, struct render_context *context);
    const char *suffix; /* of that file, with its dot */
    const void *context;
};

enum withheld_as {
    WITHHELD_KEPT,     /* an older one stays */
    WITHHELD_NOT_MADE, /* there is none */
    WITHHELD_PARTIAL,  /* it is made without the file */
    WITHHELD_GONE      /* it is made again without the file, which is not refused but no longer there */
};

/* A report and a file that it may lack. */
struct withheld {
    const char *file, *report;
    enum withheld_as what;
};

struct worker;

struct delivery {
    const struct batch *batch;
    const char *folder;            /* that files are made in: the output folder, or a shard's */
    struct shard_run *shard;       /* NULL if it makes all reports */
    const struct metrics *metrics; /* set before deliver() */
    const char *data;              /* the folder that holds fonts/; set before deliver() */
    struct lock lock;              /* of the folder */
    struct lock beside;            /* of a shard: on the output folder */
    struct manifest manifest;      /* of the folder */
    long manifest_written; /* when, by worker_clock(): at most once a second while reports are made, and at the end */
    char manifest_digest[SHA256_TEXT_SIZE]; /* of what was written then */
    const char *program, *templates; /* build and digest, by delivery_digests() */
    const struct worker *worker;     /* in the process of the run: itself, to be set before deliver() */
    const char *day;                 /* of the run, as the manifest says it */
    struct manifest_names noted;     /* digests of what a killed run may have published: publish/landing.h */
    struct withheld *withheld;       /* in the process of the run */
    size_t withheld_count, withheld_capacity;
    size_t told;               /* findings that it has told */
    size_t made;               /* reports that were made */
    const char *findings_path; /* where the findings are once it is closed, or NULL */
    size_t unchanged;          /* reports that were as they should be already */
    size_t left;               /* reports that are to be made and not done with */
    bool unread;               /* it is not known yet which reports there are */
    bool broken;               /* the process of the run did not end well: what it published last may not be recorded */
    const char **folders;      /* that reports are made in */
    size_t folder_count, folder_capacity;
    struct arena *arena;
    struct findings *findings;
};

/*
 * Takes the lock of the folder that the scope's reports ("annex", "year-end/2025") are made in, and reads the manifest; false with a finding if another run works here. A dry run touches nothing.
 * From here on SIGTERM and SIGINT are a wish: what is being made is dropped, findings and manifest are still written.
 */
bool delivery_open(struct delivery *delivery, const struct batch *batch, const char *scope, struct arena *arena,
                   struct findings *findings) __attribute__((warn_unused_result));

/*
 * Takes the build of the program, and a digest of `files`: those of the files that reports are made with besides their inputs, a line
 * each. Once, before deliver().
 */
void delivery_digests(struct delivery *delivery, const char *files);

/* In the process of the run: makes what has to be made; a dry run says what that would be, and why. */
void deliver(struct delivery *delivery, const struct order *orders, size_t count);

/* The manifest of the output folder. */
struct manifest *delivery_issued(struct delivery *delivery);

/* Writes the manifest as it stands, unless this run, which holds the lock, has written it so; false with a finding if that fails. */
bool delivery_write_manifest(struct delivery *delivery);

/* Removes what a process of the run that did not end well may have left in the folders of reports. */
void delivery_clean(const struct delivery *delivery);

/* Releases the lock and leaves all as it is. */
void delivery_abandon(struct delivery *delivery);

/* Writes findings and manifest, releases the lock. */
void delivery_close(struct delivery *delivery);

#endif
