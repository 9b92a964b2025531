/*
 * The table of renderers. A new output format is one file with one function and one row in renderer.c.
 *
 * A renderer writes a whole file at the path it is given, or fails with a finding; it never decides where the file goes,
 * computes no value and chooses no word.
 */
#ifndef PHULUC_RENDER_RENDERER_H
#define PHULUC_RENDER_RENDERER_H

#include <stdbool.h>

#include "base/finding.h"
#include "report/metrics.h"
#include "report/table.h"

struct render_context {
    const struct metrics *metrics;
    const char *data_directory; /* colour profile and other files that documents carry */
    struct arena *arena;
    struct findings *findings;
    const char *appears_as; /* the file that people know, for findings; NULL if it is the one that is written */
};

/* A whole file that is written at path, as findings name it. */
static inline struct place render_place(const struct render_context *context, const char *path)
{
    return (struct place){ context->appears_as ? context->appears_as : path, 0 };
}

struct renderer {
    const char *name;   /* as in --formats */
    const char *suffix; /* of the file, with its dot */
    bool lists;         /* draws lists, too (struct table, is_list); the others get the report without them */
    bool figure_ids;    /* says of each figure which it is (struct cell, fact) */
    /* Makes what is the same in all its files and kept with the faces, for the processes to come; may be NULL. */
    void (*prepare)(const struct metrics *metrics);
    bool (*render)(const struct report *report, const char *path, struct render_context *context);
    /* False with findings, which render() would add, too, if the format cannot hold the report; NULL: it holds any. */
    bool (*can_hold)(const struct report *report, struct place file, struct findings *findings);
};

/* NULL if there is none of that name. */
const struct renderer *renderer_find(const char *name);

/* All renderers, ended by one whose name is NULL. */
const struct renderer *renderer_all(void);

#endif
