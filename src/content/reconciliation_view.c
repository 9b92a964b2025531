#include "content/reconciliation_view.h"

#include "content/ledger_words.h"

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

static void add_line(struct items *list, const struct ledger_line *line, size_t number)
{
    struct arena *arena = list->arena;
    bool blank = line->verdict == LEDGER_HOLDS && !line->stated.known;
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_CHECK_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_CHECK_TEXT, value_text(ledger_name(line, arena)));
    items_put(list, FACT_CHECK_RULE, value_text(ledger_rule_words(line, arena)));
    items_put(list, FACT_CHECK_STATED, blank ? value_text("trống") : side_value(line, &line->stated, arena));
    items_put(list, FACT_CHECK_COMPUTED, blank ? value_text("trống") : side_value(line, &line->computed, arena));
    items_put(list, FACT_CHECK_DIFFERENCE, side_value(line, &line->difference, arena));
    items_put(list, FACT_CHECK_UNIT, value_text(line->unit == LEDGER_DONG ? money_unit_name(UNIT_MILLION) : NULL));
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

static size_t count_lines(const struct ledger *ledger, enum ledger_verdict verdict)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->count; i++)
        count += ledger->lines[i].verdict == verdict;
    return count;
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
    return !unstated ? "Chưa đủ số liệu: có ô bị mất"
           : !lost   ? "Chưa đủ số liệu: có khoản văn bản không nêu số"
                     : "Chưa đủ số liệu: có ô bị mất, có khoản văn bản không nêu số";
}

static void add_verdict(struct items *list, const struct ledger *ledger, enum ledger_verdict verdict, bool with_lines)
{
    static const char *const TITLES[LEDGER_VERDICTS] = { [LEDGER_DIFFERS] = "Không khớp",
                                                         [LEDGER_UNCHECKED] = "Không đối chiếu được",
                                                         [LEDGER_HOLDS] = "Khớp" };
    size_t count = count_lines(ledger, verdict), number = 0;
    if (!count)
        return;
    const char *title = arena_printf(list->arena, "%s (%zu)",
                                     verdict == LEDGER_INCOMPLETE ? incomplete_title(ledger) : TITLES[verdict], count);
    items_add_group(list, 0, title);
    items_put(list, FACT_CHECK_TEXT, value_text(title));
    for (size_t i = 0; with_lines && i < ledger->count; i++)
        if (ledger->lines[i].verdict == verdict) {
            add_line(list, &ledger->lines[i], ++number);
            list->items[list->count - 1].about = cell_of(&ledger->lines[i], list->arena);
        }
}

struct view reconciliation_view(const struct ledger *ledger, struct arena *arena)
{
    static const enum fact_id SUPPLIED[] = { FACT_CHECK_NO,       FACT_CHECK_TEXT,       FACT_CHECK_RULE, FACT_CHECK_STATED,
                                             FACT_CHECK_COMPUTED, FACT_CHECK_DIFFERENCE, FACT_CHECK_UNIT };
    struct items list = { .arena = arena };
    add_verdict(&list, ledger, LEDGER_DIFFERS, true);
    add_verdict(&list, ledger, LEDGER_INCOMPLETE, true);
    add_verdict(&list, ledger, LEDGER_UNCHECKED, true);
    add_verdict(&list, ledger, LEDGER_HOLDS, true);
    struct view view = items_view(&list, EACH_CHECK, "doi-chieu", NULL, FACTS(SUPPLIED));
    view.standing = STANDS_BEHIND;
    view.layout = "reconciliation";
    return view;
}

void reconciliation_open_items(struct items *list, const struct ledger *ledger)
{
    add_verdict(list, ledger, LEDGER_DIFFERS, true);
    add_verdict(list, ledger, LEDGER_INCOMPLETE, true);
    add_verdict(list, ledger, LEDGER_UNCHECKED, false);
    add_verdict(list, ledger, LEDGER_HOLDS, false);
}
