#include "draft/paper.h"

#include <string.h>

#include "base/dec.h"

struct paper paper_in(struct original *source, struct findings *findings)
{
    return (struct paper){ .source = source,
                           .findings = findings,
                           .text = text_in(source->arena),
                           .below = arena_alloc(source->arena, ORIGINAL_COLUMNS_MAX + 1, sizeof(size_t)) };
}

void paper_text(struct paper *paper, const char *text)
{
    text_add(&paper->text, text);
}

void paper_break(struct paper *paper, long line)
{
    if (paper->depth) {
        text_add(&paper->text, "\n");
        return;
    }
    if (paper->source->count >= ORIGINAL_BLOCKS_MAX) {
        if (!paper->refused)
            finding_add(paper->findings, FINDING_DRAFT_TOO_LARGE, (struct place){ paper->source->path, line },
                        arena_printf(paper->findings->arena, "%d", ORIGINAL_BLOCKS_MAX), NULL);
        paper->refused = true;
        return;
    }
    (void)original_paragraph(paper->source, text_str(&paper->text), line);
    paper->text = text_in(paper->source->arena);
}

void paper_table(struct paper *paper, long line)
{
    paper_break(paper, line);
    if (paper->depth++)
        return;
    paper->table = original_table(paper->source, line);
    paper->table->spans = true;
    memset(paper->below, 0, (ORIGINAL_COLUMNS_MAX + 1) * sizeof *paper->below);
}

void paper_table_end(struct paper *paper)
{
    if (paper->depth && !--paper->depth) {
        paper->table = NULL;
        paper->row = NULL;
        paper->text = text_in(paper->source->arena);
    }
}

void paper_row(struct paper *paper)
{
    if (paper->depth == 1)
        paper->row = original_row(paper->source, paper->table);
}

/* Places that cells above cover come first. */
static void pass_covered(struct paper *paper)
{
    while (paper->row->count < ORIGINAL_COLUMNS_MAX && paper->below[paper->row->count]) {
        paper->below[paper->row->count]--;
        original_cell(paper->source, paper->row, "", true);
    }
}

void paper_row_end(struct paper *paper, long line)
{
    if (paper->depth != 1 || !paper->row)
        return;
    pass_covered(paper);
    if (paper->table->count > ORIGINAL_ROWS_MAX && !paper->refused) {
        finding_add(paper->findings, FINDING_DRAFT_TOO_LARGE, (struct place){ paper->source->path, line },
                    arena_printf(paper->findings->arena, "%d", ORIGINAL_ROWS_MAX), NULL);
        paper->refused = true;
    }
    paper->row = NULL;
}

void paper_cell(struct paper *paper, size_t columns, size_t rows, bool covered)
{
    if (paper->depth != 1)
        return;
    paper->span = columns ? columns : 1;
    paper->drop = rows ? rows : 1;
    paper->covered = covered;
    paper->text = text_in(paper->source->arena);
}

static void refuse_width(struct paper *paper, long line)
{
    struct arena *arena = paper->findings->arena;
    if (!paper->refused)
        finding_add(paper->findings, FINDING_DRAFT_TOO_WIDE, (struct place){ paper->source->path, line },
                    arena_printf(arena, "%d", ORIGINAL_COLUMNS_MAX),
                    arena_printf(arena, "bảng %ld, dòng %ld", paper->source->tables, paper->row->number), NULL);
    paper->refused = true;
}

void paper_cell_end(struct paper *paper, long line)
{
    if (paper->depth != 1 || !paper->row || paper->refused)
        return;
    pass_covered(paper);
    if (paper->span > ORIGINAL_COLUMNS_MAX || paper->row->count + paper->span > ORIGINAL_COLUMNS_MAX) {
        refuse_width(paper, line);
        return;
    }
    for (size_t i = 0; i < paper->span; i++) {
        if (paper->drop > 1)
            paper->below[paper->row->count] = paper->drop - 1;
        original_cell(paper->source, paper->row, i || paper->covered ? "" : text_str(&paper->text), i || paper->covered);
    }
    paper->text = text_in(paper->source->arena);
}

size_t paper_span(const char *attribute, size_t most)
{
    struct dec value;
    bool good = attribute && dec_parse(&value, attribute) && !value.scale && value.units > 0;
    return !good ? 1 : (uint64_t)value.units > most ? most + 1 : (size_t)value.units;
}
