/*
 * The parts of a workbook (sheets, texts, styles), kept in memory while libxlsxwriter makes them.
 *
 * The library prints each part to a temporary file, reads that back and packs it. It looks at none of the errors of
 * that file, and what it does next (rewind) clears the mark that stdio keeps of them: after one write that fails, a
 * part lacks a piece of its middle or is empty, and the workbook is well packed all the same. So the temporary files
 * are ours:
 *
 * - lxw_tmpfile() is the function of the library that opens them. It is declared in the library's own headers and the
 *   library calls it by its name, so the one that the program defines takes its place (as malloc() may be replaced; ELF
 *   looks into the program first). lxw_get_filehandle() is its successor, from 1.1.6 on. stdio itself is left alone.
 * - What they open is a stream in memory. Nothing in it can fail but an allocation, which is noted; no disk is written
 *   to or read from until the parts are packed.
 * - A ledger keeps the size and checksum of every part as it was made, in the order in which the library packs them.
 *   xlsx_zip.h compares it with the finished file.
 *
 * A library that did not call these functions would leave the ledger empty and the comparison would refuse every
 * workbook: where the replacement does not work this is seen at once, and nothing wrong is published.
 *
 * One workbook at a time: the library's call carries nothing that tells two of them apart.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_PARTS_H
#define PHULUC_RENDER_XLSX_XLSX_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct xlsx_part {
    size_t size;
    uint32_t crc; /* CRC-32, as in a zip file */
};

struct xlsx_parts {
    struct xlsx_part *items; /* in the order in which they were finished */
    size_t count, capacity;
    bool lost; /* memory ran out while a part was made */
    struct arena *arena;
};

/* From here until xlsx_parts_close() the library's temporary files are kept in memory and entered in parts. */
void xlsx_parts_open(struct xlsx_parts *parts, struct arena *arena);
void xlsx_parts_close(void);

#endif
