/* A renderer and the file that it writes: a new one for each test, which gets it as its state. */
#ifndef PHULUC_TESTS_RENDERING_H
#define PHULUC_TESTS_RENDERING_H

#include "check.h"
#include "render/renderer.h"

struct rendering {
    struct arena arena;
    struct findings findings;
    struct render_context context; /* with the metrics of sample_report.h */
    char path[64];
};

int rendering_open(void **state);
int rendering_close(void **state);

/* What was written, whole, as one string; it fails if nothing was, or if anything was found. */
const char *rendering_text(struct rendering *rendering);

#endif
