/* Reports of earlier runs that stay: because of a file that was refused, or because what they were made from is gone. */
#ifndef PHULUC_PUBLISH_KEEP_H
#define PHULUC_PUBLISH_KEEP_H

#include "publish/deliver.h"

/*
 * In the process of the run: a report of an earlier run stays because of a refused file. Told to the manifest, and kept in
 * `withheld`.
 */
void delivery_keep(struct delivery *delivery, struct manifest_report *report, const char *file);

/* In the process of the run: the inputs of a report of an earlier run are gone. Told, and noted in the manifest. */
void delivery_gone(struct delivery *delivery, struct manifest_report *report);

/*
 * Of a report that is made again: files that it was made from and that are no longer there are kept in `withheld`. One of the
 * same content or the same file name among the inputs is in its place.
 */
void order_tell_gone_inputs(struct delivery *delivery, const struct order *order);

/*
 * Files of accepted findings of this run, after those of earlier ones: one that is gone is told once, as above, though all reports
 * stay as they are; others that this run was not given stay on record.
 */
void delivery_tell_gone_accepted(struct delivery *delivery, const struct manifest_list *files);

/* What the order may lack is told; false if the report is made all the same. */
bool order_is_withheld(struct delivery *delivery, const struct order *order);

#endif
