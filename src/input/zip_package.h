/*
 * A zip package (PKWARE APPNOTE 6.3; ECMA-376 part 2) that is hostile until proved otherwise: the only place that knows libzip.
 *
 * Refused before anything is unpacked: more parts or bytes than limits.def allows, a part that grows too many times, a name that
 * leads out of the package or that occurs twice whatever its case, an encrypted part. Nothing is ever written to a disk.
 */
#ifndef PHULUC_INPUT_ZIP_PACKAGE_H
#define PHULUC_INPUT_ZIP_PACKAGE_H

#include "input/slurp.h"

struct zip_package {
    const char *path; /* of the file, in findings */
    void *zip;        /* libzip's */
    const char **names;
    size_t count;
    struct arena *arena;
    struct findings *findings;
};

/* False with a finding. What is opened must be closed; the bytes of the file must live until then. */
bool zip_package_open(struct zip_package *package, const struct slurp *file, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));
void zip_package_close(struct zip_package *package);

bool zip_package_has(const struct zip_package *package, const char *name);

/* The bytes of a part, unpacked; false with a finding if there is none of that name or it is broken. */
bool zip_package_read(const struct zip_package *package, const char *name, struct slurp *part)
    __attribute__((warn_unused_result));

#endif
