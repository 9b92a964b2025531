#include "content/reconciliation_view.h"

#include "base/text.h"
#include "content/ledger_words.h"
#include "model/figure_id.h"

static struct value side_value(const struct ledger_line *line, const struct ledger_side *side, struct arena *arena)
{
    if (!side->known)
        return value_text(side == &line->stated && line->reason == LEDGER_LOST_TOTAL ? "[…]" : NULL);
    switch (line->unit) {
    case LEDGER_DONG: return value_money(side->dong);
    case LEDGER_COUNT:
    case LEDGER_NUMBER: return value_exact(side->number);
    case LEDGER_DATE: return value_text(date_figures(arena, side->date));
    case LEDGER_TEXT: return value_text(side->text);
    case LEDGER_UNITS: break;
    }
    return value_text(NULL);
}

/* A price in a label has no figure of its own: it is in the unit of its table. */
static const char *unit_of(const struct ledger *ledger, const struct ledger_line *line)
{
    if (line->unit == LEDGER_DONG)
        return money_unit_name(UNIT_MILLION);
    const struct plan_measure *measure = plan_measure(ledger->plan, line->key.measure);
    if (measure)
        return measure->unit;
    bool price = line->rule == LEDGER_LABEL_SUM || (line->rule == LEDGER_STATED_ONCE && line->subject.row);
    for (size_t t = 0; price && t < ledger->plan->table_count; t++)
        if (text_equal(ledger->plan->tables[t].id, line->subject.table))
            return money_unit_name(ledger->plan->tables[t].unit);
    return NULL;
}

/* What was compared and is not the same does not agree, also where that is only worth an observation. */
static enum ledger_verdict verdict_of(const struct ledger_line *line)
{
    return line->reason == LEDGER_OBSERVATION ? LEDGER_DIFFERS : line->verdict;
}

static const char *const VERDICTS[LEDGER_VERDICTS] = { [LEDGER_DIFFERS] = "Không khớp",
                                                       [LEDGER_INCOMPLETE] = "Chưa đủ số liệu: có ô bị mất",
                                                       [LEDGER_UNCHECKED] = "Không đối chiếu được",
                                                       [LEDGER_HOLDS] = "Khớp" };

#define NOT_STATED_PART "Chưa đủ số liệu: có khoản văn bản không nêu số"
#define NOT_STATED_AND_LOST "Chưa đủ số liệu: có ô bị mất, có khoản văn bản không nêu số"

static const char *verdict_words(const struct ledger_line *line)
{
    bool unstated = line->verdict == LEDGER_INCOMPLETE && line->reason == LEDGER_NOT_STATED;
    return unstated ? NOT_STATED_PART : VERDICTS[verdict_of(line)];
}

/* What is to be looked into stands first. */
static const enum ledger_verdict ORDER[] = { LEDGER_DIFFERS, LEDGER_INCOMPLETE, LEDGER_UNCHECKED, LEDGER_HOLDS };
enum { ORDERED = sizeof ORDER / sizeof *ORDER };

/*
 * What the decision states, with the id of that figure: in a report, where no table shows it. A cell that an amendment changed is
 * of another decision.
 */
static struct value stated_value(const struct ledger *ledger, const struct ledger_line *line, struct arena *arena)
{
    struct value value = side_value(line, &line->stated, arena);
    const struct figure *figure = line->figure;
    bool own = figure && line->unit == LEDGER_DONG && figure->state == FIGURE_NUMBER && line->stated.known &&
               figure->dong == line->stated.dong && text_equal(figure->place.file, ledger->plan->place.file);
    if (own && value.kind == VALUE_NUMBER && line->subject.id)
        value.fact = figure_id(arena, ledger->plan, line->subject.id, figure);
    return value;
}

static void add_line(struct items *list, const struct ledger *ledger, const struct ledger_line *line, size_t number,
                     bool in_report)
{
    struct arena *arena = list->arena;
    bool blank = line->verdict == LEDGER_HOLDS && !line->stated.known;
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_CHECK_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_CHECK_VERDICT, value_text(verdict_words(line)));
    items_put(list, FACT_CHECK_TEXT, value_text(ledger_name(line, arena)));
    items_put(list, FACT_CHECK_RULE, value_text(ledger_rule_words(line, arena)));
    struct value stated = in_report ? stated_value(ledger, line, arena) : side_value(line, &line->stated, arena);
    items_put(list, FACT_CHECK_STATED, blank ? value_text("trống") : stated);
    items_put(list, FACT_CHECK_COMPUTED, blank ? value_text("trống") : side_value(line, &line->computed, arena));
    items_put(list, FACT_CHECK_DIFFERENCE, side_value(line, &line->difference, arena));
    items_put(list, FACT_CHECK_UNIT, value_text(unit_of(ledger, line)));
}

/* NULL for what stands in no table. */
static const struct item_cell *cell_of(const struct ledger_line *line, struct arena *arena)
{
    if (!line->subject.table)
        return NULL;
    struct item_cell *cell = arena_alloc(arena, 1, sizeof *cell);
    *cell = (struct item_cell){ line->subject.table, line->subject.id, line->figure != NULL, line->key };
    return cell;
}

static void add_linked(struct items *list, const struct ledger *ledger, const struct ledger_line *line, size_t number,
                       bool in_report)
{
    add_line(list, ledger, line, number, in_report);
    list->items[list->count - 1].about = cell_of(line, list->arena);
}

/* A line to be read one by one: the others are counted. What is lost itself says nothing that could be looked into. */
static bool is_open(const struct ledger_line *line)
{
    enum ledger_verdict verdict = verdict_of(line);
    return verdict == LEDGER_DIFFERS || (verdict == LEDGER_INCOMPLETE && line->reason != LEDGER_LOST_TOTAL);
}

static size_t count_lines(const struct ledger *ledger, enum ledger_verdict verdict)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->count; i++)
        count += verdict_of(&ledger->lines[i]) == verdict;
    return count;
}

struct rule_count {
    const char *words;
    size_t lines;
};

struct rule_counts {
    struct rule_count *items;
    size_t count, capacity;
};

static void count_for(struct rule_counts *counts, const char *words, struct arena *arena)
{
    for (size_t i = 0; i < counts->count; i++)
        if (text_equal(counts->items[i].words, words)) {
            counts->items[i].lines++;
            return;
        }
    struct rule_count *added = ARENA_PUSH(arena, counts->items, counts->count, counts->capacity);
    *added = (struct rule_count){ words, 1 };
}

/* What the lines lack: lost by the copy, or never stated. */
static const char *incomplete_title(const struct ledger *ledger)
{
    bool lost = false, unstated = false;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *line = &ledger->lines[i];
        unstated = unstated || (line->verdict == LEDGER_INCOMPLETE && line->reason == LEDGER_NOT_STATED);
        lost = lost || (line->verdict == LEDGER_INCOMPLETE && line->reason != LEDGER_NOT_STATED);
    }
    return !unstated ? VERDICTS[LEDGER_INCOMPLETE] : !lost ? NOT_STATED_PART : NOT_STATED_AND_LOST;
}

static const char *title_of(const struct ledger *ledger, enum ledger_verdict verdict)
{
    return verdict == LEDGER_INCOMPLETE ? incomplete_title(ledger) : VERDICTS[verdict];
}

static bool has_open(const struct ledger *ledger, enum ledger_verdict verdict)
{
    for (size_t i = 0; i < ledger->count; i++)
        if (verdict_of(&ledger->lines[i]) == verdict && is_open(&ledger->lines[i]))
            return true;
    return false;
}

/* The lines that are read one by one, under their verdict; nothing where there are none. */
static void add_verdict(struct items *list, const struct ledger *ledger, enum ledger_verdict verdict, bool in_report)
{
    size_t number = 0;
    if (!has_open(ledger, verdict))
        return;
    const char *title =
        arena_printf(list->arena, "%s (%zu)", title_of(ledger, verdict), count_lines(ledger, verdict));
    items_add_group(list, 0, title);
    items_put(list, FACT_CHECK_TEXT, value_text(title));
    for (size_t i = 0; i < ledger->count; i++)
        if (verdict_of(&ledger->lines[i]) == verdict && is_open(&ledger->lines[i]))
            add_linked(list, ledger, &ledger->lines[i], ++number, in_report);
}

/* "Khớp: 141 phép đối chiếu (69: các dòng = tổng của nhóm; …)." of those that are not read one by one; NULL if there are none. */
static const char *counted_words(const struct ledger *ledger, enum ledger_verdict verdict, struct arena *arena)
{
    struct rule_counts counts = { 0 };
    struct text rules = text_in(arena);
    size_t all = 0;
    for (size_t i = 0; i < ledger->count; i++)
        if (verdict_of(&ledger->lines[i]) == verdict && !is_open(&ledger->lines[i])) {
            count_for(&counts, ledger_rule_words(&ledger->lines[i], arena), arena);
            all++;
        }
    for (size_t i = 0; i < counts.count; i++) {
        const char *number = counts.count > 1 ? arena_printf(arena, "%zu: ", counts.items[i].lines) : "";
        text_addf(&rules, "%s%s%s", i ? "; " : "", number, counts.items[i].words);
    }
    return all ? arena_printf(arena, "%s: %zu phép đối chiếu (%s).", title_of(ledger, verdict), all, text_str(&rules)) : NULL;
}

static struct view ledger_view(const struct items *list, const char *id, const char *layout)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_CHECK_NO,     FACT_CHECK_VERDICT,  FACT_CHECK_TEXT,       FACT_CHECK_RULE,
        FACT_CHECK_STATED, FACT_CHECK_COMPUTED, FACT_CHECK_DIFFERENCE, FACT_CHECK_UNIT
    };
    struct view view = items_view(list, EACH_CHECK, id, NULL, FACTS(SUPPLIED));
    view.standing = STANDS_BEHIND;
    view.layout = layout;
    return view;
}

struct view reconciliation_view(const struct ledger *ledger, struct arena *arena)
{
    struct items list = { .arena = arena };
    for (size_t v = 0; v < ORDERED; v++)
        add_verdict(&list, ledger, ORDER[v], false);
    if (ledger->count && !list.count) {
        static const char NONE[] = "Không có chỗ nào không khớp, không có tổng nào chưa đủ số liệu";
        items_add_group(&list, 0, NONE);
        items_put(&list, FACT_CHECK_TEXT, value_text(NONE));
    }
    struct view view = ledger_view(&list, "doi-chieu", "reconciliation");
    for (size_t v = 0; v < ORDERED; v++) {
        const char *words = counted_words(ledger, ORDER[v], arena);
        if (words)
            view_note(&view, words, arena);
    }
    view_note(&view,
              "Chỉ liệt kê chỗ không khớp và tổng chưa đủ số liệu; các phép đối chiếu khác được đếm theo quy tắc. Danh sách "
              "đủ ở trang “Sổ đối chiếu” của bảng tính.",
              arena);
    return view;
}

struct view reconciliation_list(const struct ledger *ledger, struct arena *arena)
{
    struct items list = { .arena = arena };
    size_t number = 0;
    for (size_t v = 0; v < ORDERED; v++)
        for (size_t i = 0; i < ledger->count; i++)
            if (verdict_of(&ledger->lines[i]) == ORDER[v])
                add_linked(&list, ledger, &ledger->lines[i], ++number, false);
    struct view view = ledger_view(&list, "so-doi-chieu", "reconciliation-list");
    view.is_list = true;
    return view;
}

void reconciliation_open_items(struct items *list, const struct ledger *ledger)
{
    for (size_t v = 0; v < ORDERED; v++)
        add_verdict(list, ledger, ORDER[v], true);
}

const char *reconciliation_rest_words(const struct ledger *ledger, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t v = 0; v < ORDERED; v++) {
        size_t count = has_open(ledger, ORDER[v]) ? 0 : count_lines(ledger, ORDER[v]);
        if (count)
            text_addf(&out, "%s%s: %zu phép đối chiếu", out.length ? ". " : "", title_of(ledger, ORDER[v]), count);
    }
    return out.length ? arena_printf(arena, "%s.", text_str(&out)) : NULL;
}
