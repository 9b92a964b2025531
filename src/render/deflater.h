/*
 * Compression (RFC 1951) of what stands in memory as a whole: streams of PDF, members of workbooks. libdeflate does it, in half
 * the time that zlib takes, with one compressor for all that a process writes: zlib clears a quarter of a megabyte before each
 * stream, which takes longer than most pages.
 */
#ifndef PHULUC_RENDER_DEFLATER_H
#define PHULUC_RENDER_DEFLATER_H

#include <libdeflate.h>

/* The compressor of this process; NULL if there is no memory for one. */
struct libdeflate_compressor *deflater(void);

#endif
