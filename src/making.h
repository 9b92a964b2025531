/* What every report command shares: rendering into the output folder, and the records of the run. */
#ifndef PHULUC_MAKING_H
#define PHULUC_MAKING_H

#include "load.h"
#include "output/manifest.h"
#include "report/table.h"
#include "run.h"

struct making {
    const struct job *job;
    const struct library *library;
    struct places places;
    struct manifest manifest;
    struct arena *arena;
    struct findings *findings;
};

/* The report in every format asked for, in a folder of the output; arena is for what only the report needs. */
void making_render(struct making *making, const char *folder, const struct report *report, struct arena *arena);

/* findings.jsonl and manifest.json, whatever was made. */
void making_records(struct making *making);

#endif
