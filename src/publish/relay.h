/*
 * What the process of a run tells the one that supervises it and keeps its records: findings, the reports that are to be made,
 * each that is made with its entry for the manifest. What was told is kept, however the process ends.
 */
#ifndef PHULUC_PUBLISH_RELAY_H
#define PHULUC_PUBLISH_RELAY_H

#include "publish/deliver.h"
#include "publish/transport.h"

/* In the process of the run: the findings that were not told yet. */
void relay_findings(struct delivery *delivery);

/*
 * The reports that are going to be made, the folders that this leaves temporary files in, and how many others are as they
 * should be.
 */
void relay_orders(const struct delivery *delivery, const struct order *const *orders, size_t count, size_t unchanged);

/* An entry for the manifest; made: it was made now. */
void relay_report(const struct delivery *delivery, const struct manifest_report *report, bool made);

/* What the manifest is to say of the files of accepted findings. */
void relay_accepted(const struct delivery *delivery, const struct manifest_list *files);

/* So many of the input files have been read. */
void relay_reading(const struct delivery *delivery, size_t done, size_t count);

/* One more report is done with, well or not. */
void relay_progress(const struct delivery *delivery, size_t done, size_t count, const char *name, long seconds_left);

/* Of a shard, at the end: what the whole run reads and makes. */
void relay_work(const struct delivery *delivery);

/* In the supervising process: takes a record of any of these. */
void relay_take(struct delivery *delivery, const struct record *record);

#endif
