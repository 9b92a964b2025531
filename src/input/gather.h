/* Finding the input files that the paths on the command line name. */
#ifndef PHULUC_INPUT_GATHER_H
#define PHULUC_INPUT_GATHER_H

#include "base/finding.h"

struct file_identity;

struct file_list {
    const char **paths;
    size_t count, capacity;
    size_t found; /* also those that were there already */
    struct file_identity *identities;
    size_t identity_count, identity_capacity;
};

/*
 * A file is taken as it is; a folder is searched for *.xml (or *.XML), recursively, in byte order of the names; symbolic
 * links inside it are not followed, and told where they hide XML or a folder. A file is taken once, however many of the
 * paths lead to it. A path that does not exist and a folder without XML are findings.
 */
void gather(struct file_list *files, const char *path, struct arena *arena, struct findings *findings);

/*
 * The same for workbooks: *.xlsx, and what other spreadsheets write, which is refused where it is read. Any other
 * file, and a folder without any, are no finding.
 */
void gather_workbooks(struct file_list *files, const char *path, struct arena *arena, struct findings *findings);
bool gather_is_workbook(const char *path);

/* True if the list has a file by that path. */
bool file_list_has(const struct file_list *files, const char *path);

#endif
