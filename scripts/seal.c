/*
 * Run when the program is built: reads its templates as the program does, with everything that is checked, and prints their
 * digests for input/seal.h, as elements of a C array (struct seal). If anything is found, nothing is printed but the findings, on stderr, and
 * the program validates all of them in every run.
 *
 * Usage: seal TEMPLATES DATA    the folder that holds layouts/, and the one that holds fonts/
 */
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "command/load.h"
#include "input/xml.h"
#include "render/renderers.h"
#include "report/truetype.h"

/* As C has it; NULL if there is none. */
static void print_text(const char *name, const char *text)
{
    if (!text)
        return;
    printf(" .%s = \"", name);
    for (; *text; text++)
        printf(strchr("\"\\", *text) ? "\\%c" : "%c", *text);
    printf("\",");
}

static void print_head(const struct layout *layout)
{
    printf(" .head = &(const struct layout){ .place.line = %ld,", layout->place.line);
    print_text("id", layout->id);
    print_text("name", layout->name);
    print_text("form", layout->form);
    print_text("drafted_for", layout->drafted_for);
    printf(" .months = 0x%xU, .each = (enum each)%d, .landscape = %d },", layout->months, (int)layout->each,
           layout->landscape);
}

static void print_digest(const char *bytes, size_t length)
{
    char digest[SHA256_TEXT_SIZE];
    digest_bytes(digest, bytes, length);
    printf("{ .length = %zu,", length);
    print_text("digest", digest);
}

static void print_seal(const char *path, const struct layout *layout, struct findings *findings)
{
    struct slurp file = xml_slurp(path, findings);
    if (!file.data)
        return;
    print_digest(file.data, file.length);
    if (layout)
        print_head(layout);
    printf(" }, /* %s */\n", path);
}

static void print_packed(const char *name, struct packed packed)
{
    printf(" .%s = { .size = %zu, .bytes = (const unsigned char[]){", name, packed.size);
    for (size_t i = 0; i < packed.size; i++)
        printf("%s%d,", i % 32 ? "" : "\n", packed.bytes[i]);
    printf(" } },");
}

/* As the renderer of PDF would pack it. */
static void print_font(const struct truetype *font, const char *path)
{
    struct packed_font packed = pack_font(font);
    print_digest((const char *)font->bytes, font->size);
    print_packed("font", packed.file);
    print_packed("glyph_set", packed.glyph_set);
    printf(" }, /* %s */\n", path);
}

static void print_schemas(const struct places *places, struct findings *findings)
{
    static const char *const ROOTS[] = {
#define DOCUMENT(symbol, root, concerns) #root,
#include "command/documents.def"
#undef DOCUMENT
    };
    for (int kind = 0; kind < DOCUMENT_COUNT; kind++)
        print_seal(arena_printf(findings->arena, "%s/schema/%s.xsd", places->templates, ROOTS[kind]), NULL, findings);
}

static void print_all(const struct library *library, const struct places *places, struct findings *findings)
{
    print_schemas(places, findings);
    for (size_t i = 0; i < library->layouts.count; i++)
        print_seal(library->layouts.items[i]->place.file, library->layouts.items[i], findings);
    print_seal(places->catalogue, NULL, findings);
    for (int face = 0; face < FACE_COUNT; face++)
        print_font(metrics_face(library->metrics, (enum face)face), library->metrics->font_files[face]);
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
