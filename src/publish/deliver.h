/*
 * Delivery: reports are made by worker processes and published in the output folder, which one run at a time may work in.
 *
 * A report is made again only if its inputs, layouts, catalogue, fonts, the program or the options changed since the
 * manifest recorded it, if its files are no longer what they were, or if something was found while it was made (so that
 * it is told again). What a run does not make stays as it is. Findings and manifest are written by every run.
 */
#ifndef PHULUC_PUBLISH_DELIVER_H
#define PHULUC_PUBLISH_DELIVER_H

#include "publish/batch.h"
#include "publish/lock.h"
#include "publish/manifest.h"
#include "report/table.h"

/* One report to make. */
struct order {
    const char *folder;  /* in the output folder: "annex" */
    const char *id;      /* unique in its folder */
    const char *options; /* what of the command line changes the report, apart from formats and date */
    const struct manifest_entry **inputs; /* the files it is made from; NULL for one whose digest is not known */
    size_t input_count, input_capacity;
    /* In the worker: the reports to render, usually one; false with a finding. */
    bool (*compose)(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                    struct findings *findings);
    const void *context;
};

struct delivery {
    const struct batch *batch;
    const struct metrics *metrics; /* set before deliver() */
    const char *data;              /* the folder that holds fonts/; set before deliver() */
    struct lock lock;
    struct manifest manifest;
    const char *program, *templates; /* digests, by delivery_digests() */
    bool trial;                      /* only a trial: deliver() makes nothing and says nothing */
    size_t left;                     /* reports that a stop signal kept from being made */
    bool unread;                     /* it came before it was known which reports there are */
    struct arena *arena;
    struct findings *findings;
};

/*
 * Takes the lock and reads the manifest; false with a finding if another run works here. A dry run touches nothing.
 * From here on SIGTERM and SIGINT are a wish: what is being made is dropped, findings and manifest are still written.
 */
bool delivery_open(struct delivery *delivery, const struct batch *batch, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

/* Takes the digests of the program and of the files that reports are made with besides their inputs; once, before deliver(). */
void delivery_digests(struct delivery *delivery, const char *const *paths, size_t count);

/* Makes what has to be made; a dry run says what that would be, and why. */
void deliver(struct delivery *delivery, const struct order *orders, size_t count);

/* Writes findings and manifest, releases the lock. */
void delivery_close(struct delivery *delivery);

#endif
