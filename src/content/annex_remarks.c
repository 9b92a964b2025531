#include "content/annex_remarks.h"

#include "base/text.h"
#include "content/annex_marks.h"
#include "content/figure_remark.h"
#include "content/ledger_words.h"
#include "content/notes_view.h"
#include "content/words.h"

struct lines {
    const char **items;
    size_t count, capacity;
    struct arena *arena;
};

static void add(struct lines *lines, const char *text)
{
    const char **line = ARENA_PUSH(lines->arena, lines->items, lines->count, lines->capacity);
    *line = text;
}

static void remark_absent(struct lines *lines, const struct plan *plan)
{
    for (size_t i = 0; i < plan->absent_count; i++)
        add(lines, arena_printf(lines->arena, "Văn bản nhắc tới “%s” (%s) nhưng bản có được không kèm phụ lục ấy.",
                                plan->absent[i].text, plan->absent[i].where));
}

/* A text that the decision leaves out, and how: absent is not worth a word of the number, which a page then lacks plainly. */
static void remark_printed(struct lines *lines, const struct printed *printed, const char *what, const char *known)
{
    if (printed->unknown)
        add(lines, arena_printf(lines->arena, "Bản có được không cho biết %s của văn bản.", what));
    else if (printed->blank && printed->known_from)
        add(lines,
            arena_printf(lines->arena, "Văn bản để trống %s; %s %s lấy từ: %s.", what, what, known, printed->known_from));
    else if (printed->blank)
        add(lines, arena_printf(lines->arena, "Văn bản để trống %s.", what));
    else if (printed->absent)
        add(lines, arena_printf(lines->arena, "Văn bản không in %s.", what));
}

static void remark_issue(struct lines *lines, const struct issue_date *issue)
{
    if (issue->unknown)
        add(lines, "Bản có được không cho biết đủ ngày ban hành của văn bản.");
    else if (issue->blank && issue->known_from)
        add(lines, arena_printf(lines->arena, "Văn bản để trống ngày; ngày %s lấy từ: %s.",
                                date_figures(lines->arena, issue->known), issue->known_from));
    else if (issue->blank)
        add(lines, "Văn bản để trống ngày.");
}

static void remark_blank(struct lines *lines, const struct decision *decision)
{
    remark_printed(lines, &decision->code_number, "số",
                   arena_printf(lines->arena, "%s/%s", decision->code_number.text, decision->code_notation.text));
    remark_printed(lines, &decision->code_notation, "ký hiệu", decision->code_notation.text);
    remark_issue(lines, &decision->issue);
    remark_printed(lines, &decision->place_name, "địa danh", decision->place_name.text);
    if (decision->recipients_absent)
        add(lines, "Văn bản không in nơi nhận.");
}

static bool clashes(const struct decision *decision, const struct reference *cited)
{
    return cited->number && *decision->code_number.text && strcmp(cited->number, decision->code_number.text) != 0;
}

static void remark_clashes(struct lines *lines, const struct decision *decision)
{
    for (size_t i = 0; i < decision->cited_count; i++)
        if (clashes(decision, &decision->cited[i]))
            add(lines, arena_printf(lines->arena, "%s ghi số %s; các chỗ khác và phần đầu phụ lục này dùng số %s.",
                                    decision->cited[i].where, decision->cited[i].number, decision->code_number.text));
}

static void remark_sources(struct lines *lines, const struct plan *plan)
{
    struct text names = text_in(lines->arena);
    for (size_t s = 0; s < plan->source_count; s++)
        if (!plan->sources[s].money)
            text_addf(&names, "%s%s", names.length ? "; " : "", plan->sources[s].name);
    if (names.length && !plan->no_amounts)
        add(lines, arena_printf(lines->arena, "Nguồn chỉ nêu tên, không nêu số tiền: %s.", text_str(&names)));
}

static void remark_row(struct lines *lines, const struct ledger *ledger, const struct plan_row *row,
                       const struct figure *figures, size_t count)
{
    struct arena *arena = lines->arena;
    for (size_t i = 0; i < count; i++) {
        const char *remark = figure_remark(ledger, &figures[i], arena);
        if (remark)
            add(lines, arena_printf(arena, "%s: %s", figure_name(arena, ledger->plan, row, &figures[i]), remark));
    }
}

static void remark_prose(struct lines *lines, const struct ledger *ledger, const struct prose *prose)
{
    struct arena *arena = lines->arena;
    for (size_t i = 0; i < prose->figure_count; i++) {
        const char *remark = figure_remark(ledger, &prose->figures[i], arena);
        if (remark)
            add(lines, arena_printf(arena, "%s: %s", prose_name(arena, prose, &prose->figures[i]), remark));
    }
}

static void remark_figures(struct lines *lines, const struct ledger *ledger)
{
    const struct plan *plan = ledger->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            remark_row(lines, ledger, row, row->figures, row->figure_count);
            remark_row(lines, ledger, row, row->keyed, row->keyed_count);
        }
    for (size_t p = 0; p < plan->prose_count; p++)
        remark_prose(lines, ledger, &plan->prose[p]);
}

static void remark_blanks(struct lines *lines, const struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++) {
        const char *remark = blank_remark(&ledger->lines[i], lines->arena);
        if (remark)
            add(lines, arena_printf(lines->arena, "%s: %s", ledger_name(&ledger->lines[i], lines->arena), remark));
    }
}

/* By the ids in the files: what they stand for the other file says. */
static void remark_relations(struct lines *lines, const struct plan *plan)
{
    for (size_t r = 0; r < plan->relation_count; r++) {
        const struct relation *relation = &plan->relations[r];
        struct text ids = text_in(lines->arena);
        for (size_t i = 0; i < relation->repeal_count; i++)
            text_addf(&ids, "%s%s", i ? ", " : "; bãi bỏ (theo mã trong tệp kế hoạch ấy): ", relation->repeals[i].ref);
        add(lines, arena_printf(lines->arena, "Quyết định này %s kế hoạch %s, có hiệu lực từ ngày %s%s.",
                                relation->replaces ? "thay thế" : "sửa đổi, bổ sung", relation->plan,
                                date_figures(lines->arena, relation->effective), text_str(&ids)));
    }
}

static void remark_marks(struct lines *lines, const struct ledger *ledger)
{
    struct annex_marks marks = annex_all_marks(ledger);
    const char *legend = annex_legend(&marks, lines->arena);
    if (legend)
        add(lines, legend);
}

/* Letters that a scan broke apart and words that it misread: whoever compares with the copy finds each of them here. */
static void remark_repairs(struct lines *lines, const struct plan *plan)
{
    struct text repairs = text_in(lines->arena);
    for (size_t i = 0; i < plan->repair_count; i++)
        text_addf(&repairs, "%s“%s”, đọc là “%s”", i ? "; " : "", plan->repairs[i].printed, plan->repairs[i].read);
    if (repairs.length)
        add(lines, arena_printf(lines->arena, "Chữ mà bản quét làm hỏng; bản có được in %s.", text_str(&repairs)));
    add(lines,
        repairs.length
            ? "Số liệu nhập đúng như văn bản, không sửa, không đoán; chữ nhập đúng như văn bản, trừ những chỗ bản quét "
              "làm hỏng nêu trên."
            : "Số liệu nhập đúng như văn bản, không sửa, không đoán.");
}

struct view plan_remarks(const struct ledger *ledger, struct arena *arena)
{
    const struct plan *plan = ledger->plan;
    struct lines lines = { .arena = arena };
    remark_blank(&lines, &plan->decision);
    remark_clashes(&lines, &plan->decision);
    if (plan->no_amounts)
        add(&lines,
            arena_printf(arena, "Văn bản không nêu số tiền (%s); không có số nào được coi là 0.", plan->no_amounts_where));
    remark_relations(&lines, plan);
    remark_absent(&lines, plan);
    remark_sources(&lines, plan);
    remark_figures(&lines, ledger);
    remark_blanks(&lines, ledger);
    for (size_t i = 0; i < plan->note_count; i++)
        add(&lines, arena_printf(arena, "Người nhập ghi chú: %s", plan->notes[i]));
    remark_marks(&lines, ledger);
    remark_repairs(&lines, plan);
    return notes_view(lines.items, lines.count, arena);
}
