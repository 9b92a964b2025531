/* What a job needs before it reads plans: schemas, layouts, the catalogue, the fonts. */
#ifndef PHULUC_COMMAND_LOAD_H
#define PHULUC_COMMAND_LOAD_H

#include "base/text.h"
#include "input/xml.h"
#include "model/catalogue.h"
#include "model/layout.h"
#include "report/metrics.h"

enum document {
#define DOCUMENT(symbol, root, concerns) DOCUMENT_##symbol,
#include "command/documents.def"
#undef DOCUMENT
    DOCUMENT_COUNT
};

/* Where the program's own files are. */
struct places {
    const char *templates; /* holds schema/, layouts/, catalogue.xml */
    const char *data;      /* holds fonts/ */
    const char *catalogue;
};

struct library {
    struct xml_schema *schemas[DOCUMENT_COUNT];
    struct layouts layouts;
    const struct catalogue *catalogue;
    const struct metrics *metrics; /* NULL unless asked for */
    /*
     * A line for each file that every report is made with besides its inputs, as it was read: layouts, catalogue, fonts, colour
     * profile. Complete only with the fonts.
     */
    struct text digests;
};

/*
 * The installed folders if the program runs from where it was installed, the source tree's if it runs from build/, else
 * those compiled in. templates and catalogue may be NULL or what the user said.
 */
struct places find_places(const char *templates, const char *catalogue, struct arena *arena);

/* A broken layout is a finding and the others are loaded; false if nothing can be done at all. */
bool load_library(struct library *library, const struct places *places, bool fonts, struct arena *arena,
                  struct findings *findings) __attribute__((warn_unused_result));

void release_library(struct library *library);

#endif
