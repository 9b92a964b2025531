/*
 * The first tag of a document, read leniently: what can be told of a file that is not, or cannot be, parsed. Bytes of zero are
 * passed over, so that a file in UTF-16 has a tag too, and quotes may be those of a word processor.
 */
#ifndef PHULUC_INPUT_ROOT_TAG_H
#define PHULUC_INPUT_ROOT_TAG_H

#include "input/slurp.h"

struct root_tag {
    const char *name; /* without its prefix; "" if there is no tag */
    const char *text; /* the tag from its name on */
};

struct root_tag root_tag(const struct slurp *file, struct arena *arena);

/* The value of an attribute; NULL if the tag has no such attribute. */
const char *root_tag_attribute(const struct root_tag *tag, const char *name, struct arena *arena);

#endif
