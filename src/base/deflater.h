/*
 * Compression (RFC 1951) of what stands in memory as a whole: streams of PDF, members of workbooks, texts that are read again.
 * libdeflate does it, in half the time that zlib takes, with one compressor for all that a process writes: zlib clears a quarter
 * of a megabyte before each stream, which takes longer than most pages.
 */
#ifndef PHULUC_BASE_DEFLATER_H
#define PHULUC_BASE_DEFLATER_H

#include <stddef.h>

#include <libdeflate.h>

/*
 * How much effort is made. Fonts are packed closely: that is done once, when the program is built. The sheets of a workbook are
 * packed in two thirds of the time for a twentieth more. The pages of a PDF take a quarter of the time and a quarter more, which
 * is a thirtieth of the file: most of it is fonts, or structure that PDF 1.4 cannot pack.
 */
enum deflate_level { DEFLATE_QUICKEST = 1, DEFLATE_QUICK = 4, DEFLATE_CLOSE = 6, DEFLATE_LEVELS };

/* A stream of zlib (RFC 1950); of no size if it could not be made. */
struct packed {
    const unsigned char *bytes;
    size_t size;
};

/* The compressor of this process for a level; NULL if there is no memory for one. */
struct libdeflate_compressor *deflater(enum deflate_level level);

#endif
