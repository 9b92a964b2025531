/* A report that is made although a file that belongs to it could not be used: page one, every page and the notes say so. */
#ifndef PHULUC_CONTENT_INCOMPLETE_H
#define PHULUC_CONTENT_INCOMPLETE_H

#include "content/view.h"

/* files: paths of the files that are missing; of their folders nothing is printed. Nothing happens if there are none. */
void views_set_incomplete(struct views *views, const char *const *files, size_t count, struct arena *arena);

#endif
