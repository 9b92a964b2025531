/* Why a report has to be made, or need not be. Private to deliver*.c. */
#ifndef PHULUC_PUBLISH_DELIVER_REASON_H
#define PHULUC_PUBLISH_DELIVER_REASON_H

#include "publish/deliver.h"

struct reason {
    const char *vi, *en;
};

/* As the manifest names it: "annex/thai-binh-2021-2025". */
const char *order_name(const struct order *order, struct arena *arena);

/* What of the command line changes the report, as the manifest keeps it. */
const char *order_options(const struct delivery *delivery, const struct order *order);

/* Which build of the program is running, by base/build_id.h; "" if that is not known: every report is made again then. */
const char *delivery_program(struct arena *arena);

/* False if the report is as it should be. */
bool order_reason(const struct delivery *delivery, const struct order *order, struct reason *reason);

/* The refused files that the order lacks, as the manifest names them. */
struct manifest_names order_missing(const struct order *order, struct arena *arena);

#endif
