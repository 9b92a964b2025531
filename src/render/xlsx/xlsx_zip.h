/*
 * A finished workbook, read back: is it what was made?
 *
 * A workbook is a zip file (PKWARE APPNOTE 6.3; ECMA-376 part 2). It holds what was made if its members are the parts of
 * the ledger, one for one and in order, each of that size and checksum when unpacked, and if it has no byte besides them
 * and their directory. Then whatever failed on the way to the disk, and whether or not the library said so, the file is
 * whole; that it stays so is up to publish_commit().
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_ZIP_H
#define PHULUC_RENDER_XLSX_XLSX_ZIP_H

#include "render/xlsx/xlsx_parts.h"

/* True if these bytes are a zip file of the parts and of nothing else. */
bool xlsx_zip_holds(const unsigned char *bytes, size_t size, const struct xlsx_parts *parts);

/* Reads the file: 0 and whether it holds the parts, or the error of reading. */
int xlsx_zip_check(const char *path, const struct xlsx_parts *parts, bool *holds) __attribute__((warn_unused_result));

#endif
