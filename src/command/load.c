#include "command/load.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "input/catalogue_read.h"
#include "input/gather.h"
#include "input/layout_read.h"
#include "report/truetype.h"

enum { PATH_SIZE = 4096 };

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Folder of the running program; "." if the system does not tell. */
static const char *program_folder(struct arena *arena)
{
    char *path = arena_alloc(arena, PATH_SIZE, 1);
    ssize_t length = readlink("/proc/self/exe", path, PATH_SIZE - 1);
    if (length <= 0)
        return ".";
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash)
        *slash = '\0';
    return path;
}

struct places find_places(const char *templates, const char *catalogue, struct arena *arena)
{
    const char *folder = program_folder(arena);
    const char *installed = arena_printf(arena, "%s/../share/phuluc", folder);
    const char *source = arena_printf(arena, "%s/../../templates", folder);
    struct places places = { PHULUC_DATADIR, PHULUC_DATADIR, NULL };
    if (is_folder(installed))
        places = (struct places){ installed, installed, NULL };
    else if (is_folder(source))
        places = (struct places){ source, arena_printf(arena, "%s/..", folder), NULL };
    if (templates)
        places.templates = templates;
    places.catalogue = catalogue ? catalogue : arena_printf(arena, "%s/catalogue.xml", places.templates);
    return places;
}

static struct xml_schema *open_schema(const struct places *places, const char *name, struct arena *arena,
                                      struct findings *findings)
{
    const char *path = arena_printf(arena, "%s/schema/%s.xsd", places->templates, name);
    if (access(path, R_OK) == 0)
        return xml_schema_open(path, findings);
    finding_errno(findings, FINDING_TEMPLATES_MISSING, (struct place){ path, 0 }, errno);
    return NULL;
}

static bool add_layout(struct library *library, struct layout *layout, struct arena *arena, struct findings *findings)
{
    const struct layout *same = layout_of_same_id(&library->layouts, layout);
    if (same) {
        finding_add(findings, FINDING_SAME_LAYOUT_ID, layout->place, layout->id, same->place.file, NULL);
        return false;
    }
    const struct layout *other = layout_of_same_month(&library->layouts, layout);
    if (other) {
        finding_add(findings, FINDING_SAME_FORM, layout->place, layout->form, other->place.file, NULL);
        return false;
    }
    struct layout **added = ARENA_PUSH(arena, library->layouts.items, library->layouts.count, library->layouts.capacity);
    *added = layout;
    return true;
}

/* Taken before the text is parsed, which makes blanks of what must not be there. seal: of this file, or NULL. */
static const char *digest_of(const struct slurp *file, const struct seal *seal, struct arena *arena)
{
    char digest[SHA256_TEXT_SIZE] = "";
    if (seal)
        return seal->digest;
    if (file->data)
        digest_bytes(digest, file->data, file->length);
    return arena_string(arena, digest);
}

static void add_digest(struct library *library, const char *digest)
{
    text_addf(&library->digests, "%s\n", digest);
}

/* A layout of which the head is known without reading the text. */
struct sealed_layout {
    struct layout layout; /* first: it is all that others see */
    struct slurp text;
    struct arena *arena;
};

/* The text was read and found good before: it can fail for want of memory only. */
static void read_sealed(struct layout *layout, const void *context)
{
    struct sealed_layout *sealed = (struct sealed_layout *)layout;
    struct findings unused = findings_in(sealed->arena);
    const struct layout *whole = layout_read(&sealed->text, context, sealed->arena, &unused);
    if (whole)
        *layout = *whole;
    else
        arena_give_up();
}

static struct layout *sealed_layout(const struct slurp *file, const struct layout *head, struct arena *arena)
{
    struct sealed_layout *sealed = arena_alloc(arena, 1, sizeof *sealed);
    *sealed = (struct sealed_layout){ *head, *file, arena };
    sealed->layout.head_only = true;
    sealed->layout.place.file = file->path;
    return &sealed->layout;
}

static void load_layouts(struct library *library, const struct places *places, struct arena *arena,
                         struct findings *findings)
{
    const struct xml_schema *schema = library->schemas[DOCUMENT_LAYOUT];
    struct file_list files = { 0 };
    struct text refused = text_in(arena);
    library->layouts.read = read_sealed;
    library->layouts.context = schema;
    const char *folder = arena_printf(arena, "%s/layouts", places->templates);
    size_t told = findings->count;
    gather(&files, folder, arena, findings);
    if (findings->count > told)
        text_add(&refused, folder);
    for (size_t i = 0; i < files.count; i++) {
        struct slurp file = xml_slurp(files.paths[i], findings);
        const struct seal *seal = xml_seal(&file, schema);
        const char *digest = digest_of(&file, seal, arena);
        struct layout *layout = seal && seal->head ? sealed_layout(&file, seal->head, arena)
                                                   : layout_read(&file, schema, arena, findings);
        if (layout && add_layout(library, layout, arena, findings))
            add_digest(library, digest);
        else
            text_addf(&refused, "%s%s", refused.length ? ", " : "", files.paths[i]);
    }
    library->layouts.refused = refused.length ? text_str(&refused) : NULL;
}

/*
 * The digest of the colour profile; NULL with a finding if it is none: a PDF without one is no PDF/A, and a reader of workbooks
 * would not notice.
 */
static const char *check_profile(const struct places *places, struct arena *arena, struct findings *findings)
{
    enum { SIZE_MAX_OF_PROFILE = 16 * 1024 * 1024, HEADER = 128, SIGNATURE = 36 }; /* ICC.1, 7.2 */
    struct findings unused = findings_in(arena);
    const char *path = arena_printf(arena, "%s/fonts/sRGB.icc", places->data);
    struct slurp file = slurp_file(path, SIZE_MAX_OF_PROFILE, &unused);
    if (file.data && file.length > HEADER && memcmp(file.data + SIGNATURE, "acsp", 4) == 0)
        return digest_of(&file, NULL, arena);
    finding_add(findings, FINDING_FONT_UNREADABLE, (struct place){ path, 0 }, NULL);
    return NULL;
}

/* A face that is as it was when the program was built was packed then. */
static void use_fonts(struct library *library, struct arena *arena)
{
    for (int face = 0; face < FACE_COUNT; face++) {
        const struct truetype *font = metrics_face(library->metrics, (enum face)face);
        const struct slurp file = { .data = (char *)font->bytes, .length = font->size };
        const struct seal *seal = seal_of(&file);
        if (seal)
            *font->packed = (struct packed_font){ seal->font, seal->glyph_set };
        add_digest(library, digest_of(&file, seal, arena));
    }
}

/* A text may come to stand in any of the faces. */
static bool is_in_all_faces(const void *data, uint32_t codepoint)
{
    const struct metrics *metrics = data;
    bool covered = true;
    for (int face = 0; face < FACE_COUNT; face++)
        covered = covered && metrics->covers(metrics, (enum face)face, codepoint);
    return covered;
}

/* What is read from now on has to be text that the documents can show. */
static void require_fonts(const struct library *library)
{
    for (int kind = 0; kind < DOCUMENT_COUNT; kind++)
        xml_schema_alphabet(library->schemas[kind], (struct alphabet){ is_in_all_faces, library->metrics });
}

static bool open_schemas(struct library *library, const struct places *places, struct arena *arena,
                         struct findings *findings)
{
    static const char *const ROOTS[DOCUMENT_COUNT] = {
#define DOCUMENT(symbol, root, concerns) [DOCUMENT_##symbol] = #root,
#include "command/documents.def"
#undef DOCUMENT
    };
    bool whole = true;
    for (int kind = 0; kind < DOCUMENT_COUNT; kind++) {
        library->schemas[kind] = open_schema(places, ROOTS[kind], arena, findings);
        whole = library->schemas[kind] && whole;
    }
    return whole;
}

bool load_library(struct library *library, const struct places *places, bool fonts, struct arena *arena,
                  struct findings *findings)
{
    *library = (struct library){ .digests = text_in(arena) };
    if (!open_schemas(library, places, arena, findings))
        return false;
    const char *profile = fonts ? check_profile(places, arena, findings) : NULL;
    if (profile)
        library->metrics = metrics_open(arena_printf(arena, "%s/fonts", places->data), arena, findings);
    if (library->metrics)
        require_fonts(library);
    load_layouts(library, places, arena, findings);
    struct slurp file = xml_slurp(places->catalogue, findings);
    add_digest(library, digest_of(&file, NULL, arena));
    library->catalogue = catalogue_read(&file, library->schemas[DOCUMENT_CATALOGUE], arena, findings);
    if (library->metrics) {
        use_fonts(library, arena);
        add_digest(library, profile);
    }
    return library->catalogue && (!fonts || library->metrics);
}

void release_library(struct library *library)
{
    for (int kind = 0; kind < DOCUMENT_COUNT; kind++)
        xml_schema_close(library->schemas[kind]);
}
