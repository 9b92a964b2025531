/*
 * Which build of the program this is: the linker's digest of what it put together (the note NT_GNU_BUILD_ID of the ELF file,
 * SHA-1 in lower-case hexadecimal), which is in memory already. Two programs have the same only if they are the same code and data;
 * stripping and copying do not change it.
 */
#ifndef PHULUC_BASE_BUILD_ID_H
#define PHULUC_BASE_BUILD_ID_H

enum { BUILD_ID_TEXT_SIZE = 41 };

/* "" if the linker wrote none: the Makefile asks for it. */
void build_id(char id[BUILD_ID_TEXT_SIZE]);

#endif
