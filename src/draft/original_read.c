#include "draft/original_read.h"

#include <string.h>

#include "base/text.h"
#include "draft/read_docx.h"
#include "draft/read_html.h"
#include "draft/read_text.h"
#include "draft/read_xlsx.h"
#include "input/limits.h"
#include "input/slurp.h"

static const struct {
    const char *suffix;
    size_t limit;
    bool characters; /* of text, which are checked before anything is read */
    bool (*read)(struct original *source, const struct slurp *bytes, struct findings *findings);
} READERS[] = {
    { ".txt", XML_SIZE_MAX, true, read_text },          { ".html", XML_SIZE_MAX, true, read_html },
    { ".htm", XML_SIZE_MAX, true, read_html },          { ".docx", WORKBOOK_BYTES_MAX, false, read_docx },
    { ".xlsx", WORKBOOK_BYTES_MAX, false, read_xlsx },
};

static bool ends_with(const char *path, const char *suffix)
{
    size_t length = strlen(path), tail = strlen(suffix);
    return length > tail && strcasecmp(path + length - tail, suffix) == 0;
}

static bool too_long(const char *text)
{
    return strlen(text) > XML_TEXT_MAX && utf8_length(text) > XML_TEXT_MAX;
}

static bool has_long_text(const struct original_block *block)
{
    if (block->text)
        return too_long(block->text);
    for (size_t row = 0; row < block->table->count; row++)
        for (size_t i = 0; i < block->table->rows[row].count; i++)
            if (too_long(block->table->rows[row].cells[i].text))
                return true;
    return false;
}

/* No plan could hold a longer text, and reading it word by word takes minutes. False with a finding. */
static bool judge_lengths(const struct original *source, struct findings *findings)
{
    for (size_t i = 0; i < source->count; i++)
        if (has_long_text(&source->blocks[i])) {
            finding_add(findings, FINDING_DRAFT_TOO_LONG, (struct place){ source->path, source->blocks[i].line },
                        arena_printf(findings->arena, "%d", XML_TEXT_MAX),
                        original_place(findings->arena, &source->blocks[i]), NULL);
            return false;
        }
    return true;
}

bool original_read(struct original *source, const char *path, struct arena *arena, struct findings *findings)
{
    *source = (struct original){ .path = arena_string(arena, path), .arena = arena };
    for (size_t i = 0; i < sizeof READERS / sizeof *READERS; i++) {
        if (!ends_with(path, READERS[i].suffix))
            continue;
        struct slurp bytes = slurp_file(path, READERS[i].limit, findings);
        bool clean = true;
        if (!bytes.data || (READERS[i].characters && !slurp_check(&bytes, &clean, findings)) || !clean ||
            !READERS[i].read(source, &bytes, findings) || !judge_lengths(source, findings))
            return false;
        original_flatten(source);
        if (!source->count)
            finding_add(findings, FINDING_DRAFT_EMPTY, (struct place){ source->path, 0 }, NULL);
        return source->count > 0;
    }
    finding_add(findings, FINDING_DRAFT_KIND, (struct place){ source->path, 0 }, NULL);
    return false;
}
