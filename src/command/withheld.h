/* What is said of reports that were not made, or made in part, because of a refused file or of one that is gone. */
#ifndef PHULUC_COMMAND_WITHHELD_H
#define PHULUC_COMMAND_WITHHELD_H

#include "publish/deliver.h"

/* One finding for each file and for what became of the reports, with their names. */
void withheld_tell(struct delivery *delivery);

#endif
