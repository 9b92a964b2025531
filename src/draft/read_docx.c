#include "draft/read_docx.h"

#include <string.h>

#include "draft/paper.h"
#include "draft/phrase.h"
#include "input/xml_events.h"
#include "input/zip_package.h"

#define MAIN_PART "word/document.xml"

struct reading {
    struct paper paper;
    const struct zip_package *package;
    bool in_text, in_code; /* of a run; of a field */
    size_t fallback;       /* the same content again for old programs */
    const char *active;    /* a field that fetches, or NULL */
    bool in_properties;    /* of the paragraph */
};

static void refuse_active(const struct zip_package *package, const char *what)
{
    finding_add(package->findings, FINDING_WORKBOOK_ACTIVE, (struct place){ package->path, 0 }, what, NULL);
}

static bool is_passive(const struct zip_package *package, struct arena *arena)
{
    for (size_t i = 0; i < package->count; i++)
        if (phrase_is("vbaproject|vbadata|activex/|/embeddings/|customui/", package->names[i], arena))
            return refuse_active(package, package->names[i]), false;
    return true;
}

/* Relations of a part that lead out of the file. */
struct relations {
    const struct zip_package *package;
    const char *part;
    bool refused;
};

static bool take_relation(void *context, const struct xml_event *event)
{
    struct relations *at = context;
    struct arena *arena = at->package->arena;
    if (!event->name || event->end || strcmp(event->name, "Relationship") != 0)
        return true;
    const char *mode = xml_event_attribute(event, "TargetMode", arena), *type = xml_event_attribute(event, "Type", arena);
    if (!mode || strcasecmp(mode, "External") != 0 || (type && phrase_is("/(hyperlink|attachedtemplate)$", type, arena)))
        return true;
    refuse_active(at->package, at->part);
    at->refused = true;
    return false;
}

static bool stays_inside(const struct zip_package *package)
{
    for (size_t i = 0; i < package->count; i++) {
        struct slurp part;
        struct relations at = { package, package->names[i], false };
        if (!phrase_is("\\.rels$", package->names[i], package->arena))
            continue;
        if (!zip_package_read(package, package->names[i], &part) ||
            !xml_events(&part, package->path, take_relation, &at, package->findings) || at.refused)
            return false;
    }
    return true;
}

static void take_table(struct reading *at, const struct xml_event *event)
{
    struct paper *paper = &at->paper;
    struct arena *arena = paper->source->arena;
    const char *name = event->name;
    if (strcmp(name, "tbl") == 0 && event->end)
        paper_table_end(paper);
    else if (strcmp(name, "tbl") == 0)
        paper_table(paper, 0);
    else if (strcmp(name, "tr") == 0 && event->end)
        paper_row_end(paper, 0);
    else if (strcmp(name, "tr") == 0)
        paper_row(paper);
    else if (strcmp(name, "tc") == 0 && event->end)
        paper_cell_end(paper, 0);
    else if (strcmp(name, "tc") == 0)
        paper_cell(paper, 1, 1, false);
    else if (strcmp(name, "gridSpan") == 0 && !event->end && paper->depth == 1)
        paper->span = paper_span(xml_event_attribute(event, "w:val", arena), ORIGINAL_COLUMNS_MAX);
    else if (strcmp(name, "vMerge") == 0 && !event->end && paper->depth == 1) {
        const char *kind = xml_event_attribute(event, "w:val", arena);
        paper->covered = !kind || strcmp(kind, "restart") != 0;
    }
}

static void take_paragraph(struct reading *at, const struct xml_event *event)
{
    struct paper *paper = &at->paper;
    const char *name = event->name;
    if (strcmp(name, "p") == 0 || (strcmp(name, "br") == 0 && !event->end))
        paper_break(paper, 0);
    else if (strcmp(name, "t") == 0)
        at->in_text = !event->end;
    else if (strcmp(name, "instrText") == 0)
        at->in_code = !event->end;
    else if (strcmp(name, "numPr") == 0 && !event->end) {
        paper_text(paper, "- ");
        paper->source->counted++;
    } else if ((strcmp(name, "tab") == 0 || strcmp(name, "cr") == 0 || strcmp(name, "noBreakHyphen") == 0) && !event->end)
        paper_text(paper, *name == 'n' ? "-" : " ");
    else if (strcmp(name, "object") == 0 && !event->end)
        paper->source->objects++;
}

static bool take(void *context, const struct xml_event *event)
{
    struct reading *at = context;
    if (event->name && strcmp(event->name, "Fallback") == 0)
        at->fallback += event->end ? (size_t)-1 : 1;
    if (at->fallback)
        return true;
    if (!event->name && at->in_code &&
        phrase_is("(^|[^a-z])(dde|ddeauto|includetext|includepicture|link|rd) ", event->text, at->package->arena)) {
        at->active = arena_string(at->package->arena, event->text);
        return false;
    }
    if (!event->name && at->in_text)
        paper_text(&at->paper, event->text);
    if (event->name) {
        /* Tab stops in the properties of a paragraph are no tabs of its text. */
        if (strcmp(event->name, "pPr") == 0)
            at->in_properties = !event->end;
        if (!at->in_properties || strcmp(event->name, "tab") != 0)
            take_paragraph(at, event);
        take_table(at, event);
    }
    return !at->paper.refused;
}

static bool read_package(struct original *source, const struct zip_package *package, struct findings *findings)
{
    struct slurp part;
    struct reading at = { .paper = paper_in(source, findings), .package = package };
    if (!is_passive(package, source->arena) || !stays_inside(package) || !zip_package_read(package, MAIN_PART, &part) ||
        !xml_events(&part, package->path, take, &at, findings) || at.paper.refused)
        return false;
    if (at.active)
        return refuse_active(package, at.active), false;
    paper_break(&at.paper, 0);
    return !at.paper.refused;
}

bool read_docx(struct original *source, const struct slurp *file, struct findings *findings)
{
    struct zip_package package;
    if (!zip_package_open(&package, file, source->arena, findings))
        return false;
    bool good = read_package(source, &package, findings);
    zip_package_close(&package);
    return good;
}
