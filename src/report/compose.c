#include "report/compose.h"

#include "base/text.h"
#include "report/compose_chart.h"
#include "report/compose_check.h"
#include "report/compose_contents.h"
#include "report/compose_decision.h"
#include "report/compose_heading.h"
#include "report/compose_links.h"
#include "report/compose_office.h"
#include "report/compose_rows.h"
#include "report/compose_supplied.h"
#include "report/grid.h"
#include "report/number_cells.h"

struct composer {
    struct report *report;
    const struct views *views;
    const struct layouts *layouts;
    const struct metrics *metrics;
    struct arena *arena;
    struct findings *findings;
    size_t capacity;
    int summaries; /* tables so far that the decision does not issue: each is numbered */
};

static struct table *add_table(struct composer *composer)
{
    struct report *report = composer->report;
    struct table *table = ARENA_PUSH(composer->arena, report->tables, report->table_count, composer->capacity);
    table->view = NO_VIEW;
    table->font_size = 12 * MPT_PER_PT;
    return table;
}

/* A table that says that it has nothing to show is that sentence alone, over its whole width: no heads, no unit. */
static void say_alone(struct table *table)
{
    struct row *row = &table->rows[table->head_rows];
    struct cell sentence = { 0 };
    for (size_t c = 0; c < table->column_count; c++) {
        if (row->cells[c].kind == CELL_TEXT)
            sentence = row->cells[c];
        row->cells[c] = (struct cell){ .columns = 1, .rows = 1, .covered = c > 0, .origin = { .view = NO_VIEW } };
    }
    sentence.columns = (unsigned)table->column_count;
    sentence.align = ALIGN_LEFT;
    row->cells[0] = sentence;
    table->rows = row;
    table->row_count = 1;
    table->head_rows = 0;
    table->key_columns = 0;
    table->unit = NULL;
}

/* The leading columns that say which row it is: its number and its label. A code may stand between the two. */
static unsigned key_columns(const struct part *part)
{
    enum { NUMBER_AND_LABEL = 2 };
    const struct leaf *leaves = part->leaves;
    bool coded = part->count > NUMBER_AND_LABEL && leaves[1].node->align != ALIGN_LEFT &&
                 leaves[NUMBER_AND_LABEL].node->align == ALIGN_LEFT;
    unsigned count = 0, most = NUMBER_AND_LABEL + coded;
    while (count < most && count + 1 < part->count && leaves[count].unit < 0)
        count++;
    return count;
}

static void compose_part(struct composer *composer, const struct layout *layout, const struct view *view,
                         const struct part *part, struct heading heading, const struct number_row *numbers, size_t number,
                         size_t of, struct shown *shown)
{
    struct arena *arena = composer->arena;
    struct table *table = add_table(composer);
    const char *more = number ? " (tiếp theo)" : "";
    table->view = (uint32_t)(view - composer->views->items);
    table->id = view->id;
    table->annex = heading.annex ? arena_printf(arena, "%s%s", heading.annex, more) : NULL;
    table->issued = view->standing == STANDS_AS_ANNEX;
    table->title = utf8_upper(arena, heading.title);
    table->basis = number && view->standing == STANDS_IN_REPORT ? NULL : heading.basis;
    table->unit = heading.unit;
    table->sheet = sheet_name(composer->report, heading.sheet, arena);
    table->bookmark = view->standing == STANDS_BEHIND ? table->sheet
                      : heading.annex                 ? arena_printf(arena, "%s%s. %s", heading.annex, more, heading.title)
                                                      : heading.title;
    table->is_list = view->is_list;
    table->landscape = layout->landscape;
    table->continues = number > 0;
    table->may_follow = composer->report->is_one;
    table->font_size = layout->font_size * MPT_PER_PT;
    table->head_rows = part->head_rows + (numbers != NULL);
    table->place = layout->place;
    table->source = view->place.file ? view->place : layout->place;
    if (number + 1 == of) {
        table->notes = view->notes;
        table->note_count = view->note_count;
    }
    table_make_grid(table, table->head_rows + view->item_count, part->count, arena);
    table->key_columns = key_columns(part);
    for (size_t c = 0; c < part->count; c++)
        table->columns[c] = (struct column){ .width = part->leaves[c].width,
                                             .joins = part->leaves[c].node->joins && c + 1 < part->count,
                                             .read = part->leaves[c].read };
    compose_head(table, part);
    if (numbers)
        number_cells_head(table, part, numbers);
    compose_rows(table, part, view, shown, arena);
    compose_charts(table, view, arena);
}

/* The columns that are left out for one of both reasons, as a line; NULL if there are none. */
static const char *left_out_words(const struct parts *parts, bool same, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < parts->left_out_count; i++) {
        const struct left_out *column = &parts->left_out[i];
        if (column->same == same)
            text_addf(&out, same ? "%s%s: %s" : "%s%s (%s)", out.length ? "; " : "", column->head, column->why);
    }
    return out.length ? text_str(&out) : NULL;
}

/* What stands in the columns that are left out is said below the table. */
static void note_left_out(struct table *table, const struct parts *parts, struct arena *arena)
{
    const char *none = left_out_words(parts, false, arena), *same = left_out_words(parts, true, arena);
    const char **notes = arena_alloc(arena, table->note_count + 2, sizeof *notes);
    size_t count = 0;
    if (none)
        notes[count++] = arena_printf(arena, "Không in cột không có số nào: %s.", none);
    if (same)
        notes[count++] = arena_printf(arena, "Như nhau ở mọi dòng, không in thành cột: %s.", same);
    for (size_t i = 0; count && i < table->note_count; i++)
        notes[count + i] = table->notes[i];
    if (count)
        table->notes = notes;
    table->note_count += count;
}

static struct shown new_shown(const struct view *view, struct arena *arena)
{
    struct shown shown = { arena_alloc(arena, view->item_count, sizeof *shown.facts) };
    for (size_t i = 0; i < view->item_count; i++)
        shown.facts[i] = arena_alloc(arena, view->items[i].fact_count, sizeof **shown.facts);
    return shown;
}

/* A figure, or a text of a row, by the words that name it in a head. */
static const char *fact_words(const struct composer *composer, const struct view *view, const struct view_fact *fact,
                              enum language language)
{
    if (fact->fact == FACT_ROW_TEXT)
        return arena_printf(composer->arena, "text=\"%s\"", fact->key.measure);
    return view_key_words(view, fact->key, language, composer->arena);
}

/* What the item shares with others of its kind: the same that lacks a column is told once for them all. */
static bool told_before(const struct view *view, const struct shown *shown, size_t item, const struct view_fact *fact)
{
    for (size_t i = 0; i < item; i++) {
        const struct view_fact *same = item_fact(&view->items[i], fact->fact, fact->key);
        if (same && view->items[i].role == view->items[item].role && same->must_show &&
            !shown->facts[i][same - view->items[i].facts])
            return true;
    }
    return false;
}

static void check_shown(const struct composer *composer, const struct layout *layout, const struct view *view,
                        const struct shown *shown)
{
    for (size_t i = 0; i < view->item_count; i++)
        for (size_t f = 0; f < view->items[i].fact_count; f++) {
            const struct view_fact *fact = &view->items[i].facts[f];
            if (fact->must_show && !shown->facts[i][f] && !told_before(view, shown, i, fact))
                finding_add_about(composer->findings, FINDING_NOT_SHOWN, view->place, ABOUT(view->id), layout->id,
                                  view->items[i].id, fact_words(composer, view, fact, LANGUAGE_VI),
                                  fact_words(composer, view, fact, LANGUAGE_EN), NULL);
        }
}

static const char *layout_names(const struct composer *composer, enum each each)
{
    struct text names = text_in(composer->arena);
    for (size_t i = 0; i < composer->layouts->count; i++)
        if (composer->layouts->items[i]->each == each)
            text_addf(&names, "%s%s", names.length ? ", " : "", composer->layouts->items[i]->id);
    return text_str(&names);
}

/* A file that was refused may be the one that held it. */
static void tell_of_no_layout(const struct composer *composer, const struct view *view)
{
    if (composer->layouts->refused)
        finding_add(composer->findings, FINDING_LAYOUT_WITHHELD, view->place, view->layout, composer->layouts->refused, NULL);
    else
        finding_add(composer->findings, FINDING_UNKNOWN_LAYOUT, view->place, view->layout, layout_names(composer, view->each),
                    NULL);
}

static const struct layout *layout_for(const struct composer *composer, const struct view *view)
{
    if (view->columns)
        return view->columns;
    const struct layout *layout = layout_for_month(composer->layouts, view->layout, view->month);
    if (!layout) {
        tell_of_no_layout(composer, view);
        return NULL;
    }
    if (layout->each == view->each)
        return layout;
    finding_add(composer->findings, FINDING_LAYOUT_MISMATCH, view->place, layout->id, each_token(layout->each), view->id,
                NULL);
    return NULL;
}

/* A few notes behind the tables of a report stand under the last of them: they take its paper rather than a sheet of their own. */
static const struct layout *on_paper_before(const struct composer *composer, const struct view *view,
                                            const struct layout *layout)
{
    enum { FEW = 12 };
    const struct report *report = composer->report;
    if (!layout || !report->is_one || view->item_count > FEW || view->standing != STANDS_BEHIND || !report->table_count)
        return layout;
    struct layout *turned = arena_alloc(composer->arena, 1, sizeof *turned);
    *turned = *layout;
    turned->landscape = report->tables[report->table_count - 1].landscape;
    return turned;
}

/* Columns that a table declares for itself are those of one printed table. */
static void tell_parts(struct composer *composer, const struct layout *layout, const struct view *view, size_t count)
{
    if (count > 1 && layout->place.file && view->place.file && strcmp(layout->place.file, view->place.file) == 0)
        finding_add_about(composer->findings, FINDING_TABLE_IN_PARTS, layout->place, ABOUT(view->id), view->id,
                          arena_printf(composer->arena, "%zu", count), NULL);
}

static void compose_view(struct composer *composer, const struct view *view)
{
    struct arena *arena = composer->arena;
    const struct layout *layout = on_paper_before(composer, view, layout_for(composer, view));
    struct parts parts = { 0 };
    if (!layout || !compose_supplied(layout, view, composer->findings) ||
        !columns_expand(&parts, layout, view, composer->metrics, arena, composer->findings))
        return;
    tell_parts(composer, layout, view, parts.count);
    struct heading heading =
        compose_heading(view, layout, page_warning(composer->views, "\n", arena), &composer->summaries, arena);
    struct shown shown = new_shown(view, arena);
    const struct number_row *numbers = number_cells_read(layout, view, arena, composer->findings);
    size_t first = composer->report->table_count;
    for (size_t p = 0; p < parts.count; p++)
        compose_part(composer, layout, view, &parts.items[p], heading, numbers, p, parts.count, &shown);
    if (view->says_none)
        say_alone(&composer->report->tables[first]);
    for (size_t p = 0; p < parts.count; p++)
        compose_spreads(&composer->report->tables[first + p], &parts.items[p], view, &shown, arena);
    for (size_t p = 0; numbers && p < parts.count; p++)
        number_cells_formulas(&composer->report->tables[first + p], &parts.items[p], view, numbers, arena);
    note_left_out(&composer->report->tables[composer->report->table_count - 1], &parts, arena);
    check_shown(composer, layout, view, &shown);
}

static void note_marks(struct report *report)
{
    for (size_t t = 0; t < report->table_count; t++) {
        struct table *table = &report->tables[t];
        for (size_t i = table->head_rows * table->column_count; i < table->row_count * table->column_count; i++)
            if (cell_is_marked_figure(table_cell(table, i / table->column_count, i % table->column_count))) {
                table->mark_note = "Dấu " CELL_MARK " đứng sau số không khớp hoặc chưa đủ (ô có nền xám).";
                table->shade_note = report->is_one ? "Ô có nền xám: số không khớp hoặc chưa đủ." : NULL;
            }
    }
}

/*
 * Under the last part of the last annex that the decision issues; of every such annex if each is to be a file of its own.
 * What was put together here from its text is not what its signer signed.
 */
static void sign(struct composer *composer, const struct compose_options *options)
{
    struct report *report = composer->report;
    const struct block *signature = compose_signature(composer->views, composer->arena);
    if (!signature)
        finding_add_about(composer->findings, FINDING_NO_SIGNER, composer->views->decision.place, ABOUT(report->id), NULL);
    bool wanted = true, any = false;
    for (size_t i = report->table_count; i-- > 0;) {
        struct table *table = &report->tables[i];
        if (!table->issued)
            continue;
        any = true;
        if (wanted)
            table->signature = signature;
        wanted = options->separate && !table->continues;
    }
    if (!any)
        finding_add_about(composer->findings, FINDING_NOTHING_SIGNED, composer->views->decision.place, ABOUT(report->id),
                          NULL);
}

bool compose(struct report *report, const struct views *views, const struct layouts *layouts,
             const struct compose_options *options, const struct metrics *metrics, struct arena *arena,
             struct findings *findings)
{
    size_t before = findings->count;
    *report = (struct report){ .id = views->plan_id,
                               .title = views->plan_name,
                               .author = views->author,
                               .office = views->office ? views->office->organ : views->author,
                               .signer = views->office ? views->office->head.full_name : views->decision.full_name,
                               .subject = views->office ? views->office->type_name : "Phụ lục kèm theo quyết định",
                               .language = "vi",
                               .as_of = views->as_of,
                               .is_one = views->office != NULL };
    struct composer composer = { report, views, layouts, metrics, arena, findings, 0, 0 };
    for (size_t i = 0; i < views->count; i++)
        compose_view(&composer, &views->items[i]);
    note_marks(report);
    bool contents = report->table_count > 1 && !options->separate;
    if (contents) { /* links keep where tables are: its place is taken before there are any */
        add_table(&composer);
        report->table_count--;
    }
    compose_links(report, views, arena);
    if (options->signature)
        sign(&composer, options);
    if (views->office)
        compose_office(report, views, arena);
    if (options->cover)
        report->cover = compose_cover(report, views, sheet_name(report, "Trang đầu", arena), arena);
    report->control_code = compose_control_code(report, arena);
    const char *warning = page_warning(views, " – ", arena);
    report->warning = page_warning(views, "\n", arena);
    report->control_only = arena_printf(arena, "Mã kiểm soát: %s", report->control_code);
    report->control_line = warning ? arena_printf(arena, "%s – %s", warning, report->control_only) : report->control_only;
    if (contents)
        compose_contents(report, views, sheet_name(report, "Mục lục", arena), warning, arena);
    return compose_check(report, metrics, arena, findings) && !findings_have_error_since(findings, before);
}
