#include "input/workbook.h"

#include "base/text.h"
#include "input/limits.h"
#include "input/workbook_sheet.h"
#include "input/workbook_styles.h"
#include "input/xml_events.h"
#include "input/zip_package.h"

#define MAIN_PART "xl/workbook.xml"
#define MAIN_RELATIONS "xl/_rels/workbook.xml.rels"

struct relation_of_part {
    const char *id, *target, *type;
};

struct workbook_reader {
    struct workbook *workbook;
    struct relation_of_part *relations;
    size_t relation_count, relation_capacity;
    struct shared_texts texts;
    struct workbook_styles styles;
    size_t cells; /* of all sheets */
    struct zip_package package;
    struct arena *arena;
    struct findings *findings;
};

/* Parts that do something, or lead out of the file. */
static bool is_active(const char *name)
{
    static const char *const WORDS[] = { "vbaproject",        "vbadata",        "xl/macrosheets/", "xl/activex/",
                                         "xl/externallinks/", "xl/embeddings/", "xl/connections",  "xl/querytables/",
                                         "xl/dialogsheets/",  "xl/model/",      "customui/" };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strstr(name, WORDS[i]))
            return true;
    return false;
}

static bool is_passive(const struct workbook_reader *reader)
{
    const struct zip_package *package = &reader->package;
    for (size_t i = 0; i < package->count; i++)
        if (is_active(utf8_lower(reader->arena, package->names[i]))) {
            finding_add(reader->findings, FINDING_WORKBOOK_ACTIVE, (struct place){ package->path, 0 }, package->names[i],
                        NULL);
            return false;
        }
    return true;
}

static bool take_relation(void *context, const struct xml_event *event)
{
    struct workbook_reader *reader = context;
    if (!event->name || event->end || strcmp(event->name, "Relationship") != 0)
        return true;
    struct relation_of_part *added =
        ARENA_PUSH(reader->arena, reader->relations, reader->relation_count, reader->relation_capacity);
    *added = (struct relation_of_part){ xml_event_attribute(event, "Id", reader->arena),
                                        xml_event_attribute(event, "Target", reader->arena),
                                        xml_event_attribute(event, "Type", reader->arena) };
    return true;
}

/* "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" */
static const char *part_of(const struct workbook_reader *reader, const char *target)
{
    return *target == '/' ? target + 1 : arena_printf(reader->arena, "xl/%s", target);
}

static const char *part_by_id(const struct workbook_reader *reader, const char *id)
{
    for (size_t i = 0; id && i < reader->relation_count; i++) {
        const struct relation_of_part *relation = &reader->relations[i];
        if (relation->id && relation->target && strcmp(relation->id, id) == 0)
            return part_of(reader, relation->target);
    }
    return NULL;
}

static const char *part_by_type(const struct workbook_reader *reader, const char *type)
{
    for (size_t i = 0; i < reader->relation_count; i++) {
        const struct relation_of_part *relation = &reader->relations[i];
        const char *last = relation->type && relation->target ? strrchr(relation->type, '/') : NULL;
        if (last && strcmp(last + 1, type) == 0)
            return part_of(reader, relation->target);
    }
    return NULL;
}

static bool take_sheet_name(void *context, const struct xml_event *event)
{
    struct workbook_reader *reader = context;
    if (!event->name || event->end || strcmp(event->name, "sheet") != 0)
        return true;
    struct workbook *workbook = reader->workbook;
    const char *name = xml_event_attribute(event, "name", reader->arena);
    struct workbook_sheet *added =
        ARENA_PUSH(reader->arena, workbook->sheets, workbook->sheet_count, workbook->sheet_capacity);
    *added = (struct workbook_sheet){ .name = name ? name : "",
                                      .part = part_by_id(reader, xml_event_attribute(event, "r:id", reader->arena)) };
    return true;
}

static bool read_part(struct workbook_reader *reader, const char *name, bool (*take)(void *, const struct xml_event *),
                      void *context)
{
    struct slurp part;
    return zip_package_read(&reader->package, name, &part) &&
           xml_events(&part, reader->workbook->path, take, context, reader->findings);
}

static bool broken(const struct workbook_reader *reader, const char *vi, const char *en)
{
    finding_add(reader->findings, FINDING_WORKBOOK_BROKEN, (struct place){ reader->workbook->path, 0 }, vi, en, NULL);
    return false;
}

/* Each sheet is a part of its own: one that many sheets name would be read as many times. */
static bool is_of_an_earlier_sheet(const struct workbook *workbook, size_t sheet)
{
    for (size_t i = 0; i < sheet; i++)
        if (strcmp(workbook->sheets[i].part, workbook->sheets[sheet].part) == 0)
            return true;
    return false;
}

static bool read_sheets(struct workbook_reader *reader)
{
    struct workbook *workbook = reader->workbook;
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        struct workbook_sheet *sheet = &workbook->sheets[i];
        struct sheet_reader cells = { .sheet = sheet,
                                      .path = workbook->path,
                                      .texts = &reader->texts,
                                      .styles = &reader->styles,
                                      .cells = &reader->cells,
                                      .text = text_in(reader->arena),
                                      .arena = reader->arena,
                                      .findings = reader->findings };
        if (!sheet->part)
            return broken(reader, "một trang không có nội dung", "a sheet has no content");
        if (workbook_sheet(workbook, sheet->name) != sheet)
            return broken(reader, "hai trang cùng tên", "two sheets have one name");
        if (is_of_an_earlier_sheet(workbook, i))
            return broken(reader, "hai trang cùng một nội dung", "two sheets have one part");
        if (!read_part(reader, sheet->part, sheet_take, &cells) || cells.refused)
            return false;
        if (!sheet_sort(sheet))
            return broken(reader, "một ô có hai lần", "a cell occurs twice");
    }
    return true;
}

static bool read_all(struct workbook_reader *reader)
{
    struct shared_reader shared = { .texts = &reader->texts, .text = text_in(reader->arena), .arena = reader->arena };
    if (!is_passive(reader) || !read_part(reader, MAIN_RELATIONS, take_relation, reader) ||
        !read_part(reader, MAIN_PART, take_sheet_name, reader))
        return false;
    const char *texts = part_by_type(reader, "sharedStrings");
    const char *styles = part_by_type(reader, "styles");
    if (texts && zip_package_has(&reader->package, texts) && !read_part(reader, texts, shared_take, &shared))
        return false;
    if (styles && zip_package_has(&reader->package, styles) && !read_part(reader, styles, styles_take, &reader->styles))
        return false;
    return read_sheets(reader);
}

const struct workbook *workbook_read(const struct slurp *file, struct arena *arena, struct findings *findings)
{
    struct workbook *workbook = arena_alloc(arena, 1, sizeof *workbook);
    struct workbook_reader reader = { .workbook = workbook,
                                      .styles = styles_in(arena),
                                      .arena = arena,
                                      .findings = findings };
    workbook->path = file->path;
    if (!zip_package_open(&reader.package, file, arena, findings))
        return NULL;
    bool good = read_all(&reader);
    zip_package_close(&reader.package);
    return good ? workbook : NULL;
}

const struct workbook_sheet *workbook_sheet(const struct workbook *workbook, const char *name)
{
    for (size_t i = 0; i < workbook->sheet_count; i++)
        if (strcmp(workbook->sheets[i].name, name) == 0)
            return &workbook->sheets[i];
    return NULL;
}

static int by_place(const void *a, const void *b)
{
    const struct workbook_cell *x = a, *y = b;
    int order = (x->row > y->row) - (x->row < y->row);
    return order ? order : (x->column > y->column) - (x->column < y->column);
}

const struct workbook_cell *workbook_cell(const struct workbook_sheet *sheet, size_t row, size_t column)
{
    struct workbook_cell key = { .row = row, .column = column };
    return sheet->cell_count ? bsearch(&key, sheet->cells, sheet->cell_count, sizeof *sheet->cells, by_place) : NULL;
}

bool sheet_sort(struct workbook_sheet *sheet)
{
    if (sheet->cell_count)
        qsort(sheet->cells, sheet->cell_count, sizeof *sheet->cells, by_place);
    for (size_t i = 1; i < sheet->cell_count; i++)
        if (by_place(&sheet->cells[i - 1], &sheet->cells[i]) == 0)
            return false;
    return true;
}
