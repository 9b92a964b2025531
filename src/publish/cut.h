/*
 * Files that lost their end: a disk that filled, a power cut, a copy that broke off. A program that saves writes the end; a file
 * without one is nobody's work and is made anew like an empty one.
 */
#ifndef PHULUC_PUBLISH_CUT_H
#define PHULUC_PUBLISH_CUT_H

#include <stdbool.h>

/* By the form that the name's ending stands for; false of forms that have no end of their own, as plain text. */
bool file_is_cut(const char *path);

#endif
