#include "base/build_id.h"

#include <link.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/digest.h"

static size_t padded(size_t size)
{
    return (size + 3) / 4 * 4; /* notes of names and values that end on a word */
}

static bool find_in_notes(char id[BUILD_ID_TEXT_SIZE], const char *at, size_t size)
{
    while (size >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        memcpy(&note, at, sizeof note);
        size_t name = padded(note.n_namesz), whole = sizeof note + name + padded(note.n_descsz);
        if (whole > size)
            return false;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof "GNU" &&
            memcmp(at + sizeof note, "GNU", sizeof "GNU") == 0) {
            size_t most = (BUILD_ID_TEXT_SIZE - 1) / 2, count = note.n_descsz < most ? note.n_descsz : most;
            digest_write(id, (const uint8_t *)at + sizeof note + name, count);
            return true;
        }
        at += whole;
        size -= whole;
    }
    return false;
}

/* Where the program begins in memory, as the linker calls it. NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

void build_id(char id[BUILD_ID_TEXT_SIZE])
{
    const char *start = (const char *)&__ehdr_start;
    ElfW(Phdr) part;
    *id = '\0';
    for (int i = 0; i < __ehdr_start.e_phnum; i++) {
        memcpy(&part, start + __ehdr_start.e_phoff + (size_t)i * sizeof part, sizeof part);
        if (part.p_type == PT_NOTE && part.p_align <= 4 && find_in_notes(id, start + part.p_offset, part.p_filesz))
            return;
    }
}
