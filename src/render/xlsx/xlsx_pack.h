/*
 * The zip file of a workbook (PKWARE APPNOTE 6.3; ECMA-376 part 2), made in memory of the parts that libxlsxwriter hands over
 * and written at once.
 *
 * The library packs by five functions of minizip: zipOpen(), zipOpenNewFileInZip4_64(), zipWriteInFileInZip(),
 * zipCloseFileInZip() and zipClose(). The program defines them, and so takes their place (see xlsx_parts.h). minizip compresses
 * piece by piece with zlib, which took half the time of making a workbook, and writes to the disk in between. What is written
 * is read back and compared with the ledger of parts as ever (xlsx_zip.h): were these functions not called, or did they pack
 * something else, it would be seen.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_PACK_H
#define PHULUC_RENDER_XLSX_XLSX_PACK_H

/* Forgets what went wrong before. */
void xlsx_pack_begin(void);

/* What kept a workbook from being written since then: an error of the system, or 0. */
int xlsx_pack_error(void);

#endif
