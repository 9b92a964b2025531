/*
 * Run when the program is built: reads its templates as the program does, with everything that is checked, and prints their
 * digests for input/seal.h, as elements of a C array. If anything is found, nothing is printed but the findings, on stderr, and
 * the program validates all of them in every run.
 *
 * Usage: seal TEMPLATES DATA    the folder that holds layouts/, and the one that holds fonts/
 */
#include <stdio.h>

#include "base/digest.h"
#include "command/load.h"
#include "input/xml.h"

static void print_digest(const char *path, struct findings *findings)
{
    char digest[SHA256_TEXT_SIZE];
    int error = digest_file(digest, path);
    if (error)
        finding_errno(findings, FINDING_FILE_UNREADABLE, (struct place){ path, 0 }, error);
    else
        printf("\"%s\", /* %s */\n", digest, path);
}

static void print_schemas(const struct places *places, struct findings *findings)
{
    static const char *const ROOTS[] = {
#define DOCUMENT(symbol, root, concerns) #root,
#include "command/documents.def"
#undef DOCUMENT
    };
    for (int kind = 0; kind < DOCUMENT_COUNT; kind++)
        print_digest(arena_printf(findings->arena, "%s/schema/%s.xsd", places->templates, ROOTS[kind]), findings);
}

static void print_all(const struct library *library, const struct places *places, struct findings *findings)
{
    print_schemas(places, findings);
    for (size_t i = 0; i < library->layouts.count; i++)
        print_digest(library->layouts.items[i]->place.file, findings);
    print_digest(places->catalogue, findings);
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 1;
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    struct library library;
    struct places places = { arguments[1], arguments[2], arena_printf(&arena, "%s/catalogue.xml", arguments[1]) };
    xml_start();
    if (load_library(&library, &places, true, &arena, &findings) && !findings.count)
        print_all(&library, &places, &findings);
    for (size_t i = 0; i < findings.count; i++)
        finding_print(stderr, &findings.items[i], LANGUAGE_EN);
    release_library(&library);
    xml_stop();
    arena_release(&arena);
    return 0;
}
